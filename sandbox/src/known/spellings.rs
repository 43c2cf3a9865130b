//! Names that are kept in one spelling and typed in another.

use super::{Known, builder::somebody};

pub(crate) fn customers() -> Vec<Known> {
    let named =
        |address: &str, first: &str, last: &str, shows| Known::by_email(address, shows, somebody(address, first, last));
    vec![
        named("apostrophe-straight", "Sinéad", "O'Shaughnessy", "a name with a straight apostrophe"),
        named("apostrophe-curved", "Chiara", "D’Alessandro", "a name with the apostrophe of a word processor"),
        named("accents-apart", "Jo\u{308}rg", "Ku\u{308}nstler", "a name whose accents are signs of their own"),
        named("two-given-names", "Mary Ann", "Featherstone", "two given names"),
    ]
}
