//! How limits and restrictions are called, and how amounts and moments get into a sentence.

use contract::{
    CalendarDate, Money, free_text,
    operations::issuing::limits::{AuthorizationRestriction, LimitOrigin, VelocityLimit},
    shown_id,
};

use crate::ui::amount::NOT_STATED;

/// Writes amounts and moments as the issuer's locale and time zone do: by the browser, or plainly in a test. Moments are
/// milliseconds since 1970.
#[derive(Clone, Copy)]
pub struct Write<'a> {
    /// "€7,500.00".
    pub money: &'a dyn Fn(&Money) -> String,
    /// "29 Jul 2022, 00:00".
    pub moment: &'a dyn Fn(i64) -> String,
    /// The issuer's day.
    pub day: &'a dyn Fn(i64) -> CalendarDate,
}

impl Write<'_> {
    /// An amount.
    pub fn money(&self, money: &Money) -> String {
        (self.money)(money)
    }

    /// A moment.
    pub fn moment(&self, moment: i64) -> String {
        (self.moment)(moment)
    }

    /// The day of a moment.
    pub fn day(&self, moment: i64) -> CalendarDate {
        (self.day)(moment)
    }
}

/// What a velocity limit is called; without a name, its reference.
pub fn velocity_name(limit: &VelocityLimit) -> String {
    named(limit.name.as_deref(), limit.velocity_limit_identifier.velocity_limit_reference.as_str())
}

/// How often a velocity limit lets something be done.
pub fn most_often(check: Option<bool>, most: Option<i64>) -> String {
    if check == Some(false) { "No limit".into() } else { number(most) }
}

/// A number, where it is stated.
pub fn number(number: Option<i64>) -> String {
    number.map_or_else(|| NOT_STATED.to_owned(), |number| number.to_string())
}

/// What a restriction is called; without a name, its reference.
pub fn restriction_name(restriction: &AuthorizationRestriction) -> String {
    let reference = &restriction.authorization_restriction_identifier.authorization_restriction_reference;
    named(restriction.name.as_deref(), reference.as_str())
}

fn named(name: Option<&str>, reference: &str) -> String {
    let name = name.map(free_text).filter(|name| !name.trim().is_empty());
    name.unwrap_or_else(|| shown_id(reference))
}

/// Where a limit comes from, in words; a word that no guide names stays as it is.
pub fn origin_words(origin: &LimitOrigin) -> &str {
    match origin {
        LimitOrigin::Default => "Product",
        LimitOrigin::Exception => "Exception",
        LimitOrigin::Override => "Override",
        LimitOrigin::Other => "Other",
        LimitOrigin::Unknown(word) => word,
    }
}

/// Amounts and moments without a browser: "75.00 EUR", "2022-12-05T00:00:00Z"; days are those of UTC.
#[cfg(test)]
pub fn plainly<T>(with: impl FnOnce(&Write<'_>) -> T) -> T {
    use contract::Instant;
    with(&Write {
        money: &|money| format!("{} {}", money.to_decimal(), money.iso_code),
        moment: &|moment| Instant::from_epoch_millis(moment).to_seconds_and_z(),
        day: &|moment| CalendarDate::of_instant_in_utc(&Instant::from_epoch_millis(moment)),
    })
}
