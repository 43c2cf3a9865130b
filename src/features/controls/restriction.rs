//! Overrides of authorization restrictions: from what a rep chose to what is sent, and from what is read to what is said.
//! Pure.
//!
//! A restriction is a rule that declines: checked means blocked, whatever its name says (seed 004:2708).

use contract::{
    AccountReference, AuthorizationRestrictionOverrideReference, AuthorizationRestrictionReference,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionOverride, Change, CreateAuthorizationRestrictionOverride,
        UpdateAuthorizationRestrictionOverride,
    },
};

use super::held::{Found, HIGHEST, Held, Period, find, winning};

/// An override as the rep wants it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Blocked, or allowed; `None` leaves it as it is above the override.
    pub blocked: Option<bool>,
    /// What the rule is applied to; `None` likewise.
    pub parameters: Option<Vec<String>>,
    /// When it counts.
    pub period: Period,
    /// Which one wins among those that count at the same time; 0 unless said.
    pub priority: Option<u16>,
}

/// Names a restriction of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The account.
    pub account: AccountReference,
    /// The restriction.
    pub restriction: AuthorizationRestrictionReference,
}

impl Wanted {
    /// What an override sets now.
    pub fn of(held: &AuthorizationRestrictionOverride) -> Self {
        Self {
            blocked: held.condition_check,
            parameters: held.condition_parameters.clone().filter(|parameters| !parameters.is_empty()),
            period: held.period(),
            priority: Some(held.priority()),
        }
    }

    /// What makes the override: only what is chosen is sent (seed 004:2760).
    pub fn create(&self, target: &Target) -> CreateAuthorizationRestrictionOverride {
        let (activation_start_time, activation_end_time) = self.period.sent();
        CreateAuthorizationRestrictionOverride {
            account_reference: target.account.clone(),
            authorization_restriction_reference: target.restriction.clone(),
            activation_start_time,
            activation_end_time,
            condition_check: self.blocked,
            condition_parameters: self.parameters.clone(),
            priority: self.priority,
        }
    }

    /// What changes the override: only what differs; what is left to the rule above it is sent as null (public).
    pub fn update(
        &self,
        target: &Target,
        reference: &AuthorizationRestrictionOverrideReference,
        held: &AuthorizationRestrictionOverride,
    ) -> UpdateAuthorizationRestrictionOverride {
        let before = Self::of(held);
        let (activation_start_time, activation_end_time) = self.period.changed(before.period);
        let parameters = same(self, &before).then_some(Change::Keep);
        UpdateAuthorizationRestrictionOverride {
            account_reference: target.account.clone(),
            authorization_restriction_reference: target.restriction.clone(),
            authorization_restriction_override_reference: reference.clone(),
            activation_start_time,
            activation_end_time,
            condition_check: changed(before.blocked, self.blocked),
            condition_parameters: parameters.unwrap_or_else(|| changed(before.parameters, self.parameters.clone())),
            priority: changed(before.priority, self.priority),
        }
    }

    /// Whether it sets anything at all.
    pub fn sets_nothing(&self) -> bool {
        self.blocked.is_none() && self.parameters.is_none()
    }

    /// Whether both are the same, whichever of them wins.
    pub fn sets_the_same(&self, other: &Self) -> bool {
        self.blocked == other.blocked && self.period == other.period && same(self, other)
    }

    /// Whether the override that wins already sets this, so that another one would change nothing.
    pub fn is_set_already(&self, others: &[AuthorizationRestrictionOverride]) -> bool {
        winning(self.period, others).is_some_and(|held| self.sets_the_same(&Self::of(held)))
    }

    /// What a list shows of this override; `known` are those that there were when the rep decided, and `named` is what the
    /// answer named.
    pub fn found<'a>(
        &self,
        listed: &'a [AuthorizationRestrictionOverride],
        known: &[AuthorizationRestrictionOverride],
        named: Option<&AuthorizationRestrictionOverrideReference>,
    ) -> Found<'a, AuthorizationRestrictionOverride> {
        let sets = |held: &AuthorizationRestrictionOverride| !held.is_ended() && self.sets_the_same(&Self::of(held));
        find(listed, known, named.map(|named| named.as_str()), self.period, sets)
    }

    /// Whether both are the same in everything.
    pub fn is(&self, other: &Self) -> bool {
        self.sets_the_same(other) && self.priority.unwrap_or(0) == other.priority.unwrap_or(0)
    }
}

/// Names an override to the gateway.
pub fn reference(held: &AuthorizationRestrictionOverride) -> Option<&AuthorizationRestrictionOverrideReference> {
    held.authorization_restriction_override_identifier.authorization_restriction_override_reference.as_ref()
}

fn changed<T: PartialEq>(before: Option<T>, now: Option<T>) -> Change<T> {
    match now {
        now if now == before => Change::Keep,
        Some(now) => Change::To(now),
        None => Change::Reset,
    }
}

/// What a rule is applied to.
pub fn parameters(restriction: &AuthorizationRestriction) -> &[String] {
    restriction.condition_parameters.as_deref().unwrap_or_default()
}

/// The same in words: `name` knows countries and trades, and leaves whatever else as the gateway writes it.
pub fn applies_to(parameters: &[String], name: impl Fn(&str) -> String) -> String {
    let words = |item: &String| match name(item) {
        name if name == *item => name,
        name => format!("{name} ({item})"),
    };
    let all = parameters.iter().map(words).collect::<Vec<_>>().join(", ");
    if all.is_empty() { "—".into() } else { all }
}

/// Whether both apply to the same, in whatever order.
fn same(one: &Wanted, other: &Wanted) -> bool {
    let sorted = |wanted: &Wanted| {
        let mut list = wanted.parameters.clone();
        list.iter_mut().for_each(|list| list.sort_unstable());
        list
    };
    sorted(one) == sorted(other)
}

/// What was typed between commas: no item may be empty, hold a comma, or begin or end with a blank (public).
pub fn items(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// The same, when each is a code: of a country, or of a merchant category, which has four digits. Whatever was `there` is
/// kept, for the platform may know more codes.
pub fn typed(text: &str, there: &[String], is_country: impl Fn(&str) -> bool) -> Result<Vec<String>, String> {
    let is_category = |item: &str| item.len() == 4 && item.bytes().all(|byte| byte.is_ascii_digit());
    let items = items(text);
    match items.iter().find(|item| !there.contains(item) && !is_category(item) && !is_country(item)) {
        Some(other) => Err(format!(
            "“{other}” is the code of no country and of no merchant category. Write codes: 392 for Japan, 7995 for gambling."
        )),
        None => Ok(items),
    }
}

/// A number from 0 to 9999.
pub fn typed_priority(text: &str) -> Result<Option<u16>, String> {
    match text.parse() {
        _ if text.is_empty() => Ok(None),
        Ok(priority @ 0..=HIGHEST) => Ok(Some(priority)),
        _ => Err("Write a number from 0 to 9999.".into()),
    }
}

#[cfg(test)]
mod tests;
