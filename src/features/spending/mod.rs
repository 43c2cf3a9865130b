//! What an account may spend and where, and why a payment was declined: what the limits, the card controls, an
//! authorization and the overview have in common.

mod account;
mod browser;
mod counters;
mod ending;
mod explain;
mod explanation;
mod line;
mod obstacle;
mod proof;
mod readings;
mod temporary;
mod words;

#[cfg(test)]
pub use self::words::plainly;
pub use self::{
    account::Spending,
    browser::WRITE,
    ending::Ending,
    explain::less,
    explanation::explanation,
    obstacle::{Devices, obstacle},
    proof::{call_about, call_about_what_may_be_gone, call_whole},
    readings::{Reading, Readings, call, read_credit_limit},
    words::{Write, most_often, number, origin_words, restriction_name, velocity_name},
};
