//! Names that a screen, an export or a test may trip over.

use super::{Known, builder::somebody};

pub(crate) fn customers() -> Vec<Known> {
    let named =
        |address: &str, first: &str, last: &str, shows| Known::by_email(address, shows, somebody(address, first, last));
    let mut nameless = somebody("name-missing", "", "");
    nameless.record.first_name = None;
    nameless.record.last_name = None;
    vec![
        named("name-markup", "<img src=x onerror=alert(1)>", "<script>alert(2)</script>", "a name that is markup"),
        named(
            "name-bidi",
            "Ana\u{202e}gnorw",
            "Over\u{200b}ride\u{2066}",
            "a name with direction marks and invisible signs",
        ),
        named(
            "name-long",
            "Wolfeschlegelsteinhausenbergerdorff",
            "Ramanujapuram-Venkataramanasubramaniam de la Santísima Trinidad y Picasso",
            "a very long name",
        ),
        named("name-of-words", "María", "de la Cruz", "a last name of several words"),
        named("name-formula", "=HYPERLINK(\"http://x.example\")", "+1+1", "a name that a spreadsheet would calculate"),
        named("name-other-script", "李娜", "Ωμέγα-Ольга", "a name in three scripts"),
        Known::by_email("name-missing", "neither name is stated", nameless),
    ]
}
