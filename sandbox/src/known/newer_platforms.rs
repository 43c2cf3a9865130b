//! Customers of a platform that is newer than the guides, in one way each.

use super::{Known, accounts::opened, builder::somebody};
use crate::issuing::plan::{StatementStamp, Wanted};

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    let having = |address: &str, first: &str, last: &str, shows: &'static str, account: Wanted| {
        Known::by_email(address, shows, somebody(address, first, last).with_accounts(vec![account]))
    };
    vec![
        having("statements-at-end-of-day", "Enno", "Endofday", "statements that are found under 23:59:59 on their day, and under no other stamp", Wanted { statements_at: StatementStamp::EndOfDay, ..Wanted::ordinary(opened()) }),
    ]
}
