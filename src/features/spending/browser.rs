//! Amounts and moments in the browser's words.

use contract::Instant;

use super::words::Write;
use crate::{browser::time, ui::amount::money_text};

/// Writes as the issuer's locale and time zone do.
pub const WRITE: Write<'static> = Write {
    money: &|money| money_text(money),
    moment: &|moment| time::date_and_time(&Instant::from_epoch_millis(moment)),
    day: &|moment| time::local_date(&Instant::from_epoch_millis(moment)),
};
