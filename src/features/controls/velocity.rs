//! Overrides of velocity limits: from what a rep chose to what is sent, and from what is read to what is said. Pure.

use contract::{
    AccountReference, Amount, Money, VelocityLimitOverrideReference, VelocityLimitReference,
    operations::issuing::limits::{
        Change, CreateVelocityLimitOverride, LimitOrigin, UpdateVelocityLimitOverride, VelocityLimit,
        VelocityLimitOverride,
    },
};

use super::held::{Found, Held, Period, find, winning};

/// What is to become of the maximum amount or the maximum count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound<T> {
    /// As the limit above the override has it.
    Unchanged,
    /// Up to this.
    UpTo(T),
    /// It is not checked.
    Unlimited,
}

/// An override as the rep wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The maximum amount.
    pub sum: Bound<Money>,
    /// The maximum count.
    pub count: Bound<i64>,
    /// When it counts.
    pub period: Period,
}

/// Names an override, and what it overrides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The account.
    pub account: AccountReference,
    /// The limit.
    pub limit: VelocityLimitReference,
}

impl Wanted {
    /// What an override sets now.
    pub fn of(held: &VelocityLimitOverride) -> Self {
        Self {
            sum: bound(held.maximum_amount.as_ref().and_then(Amount::stated), held.maximum_amount_check),
            count: bound(held.maximum_count, held.maximum_count_check),
            period: held.period(),
        }
    }

    /// Whether nothing passes any more: then it is asked twice (seed 004:2642).
    pub fn declines_everything(&self) -> bool {
        matches!(&self.sum, Bound::UpTo(money) if money.value == 0) || self.count == Bound::UpTo(0)
    }

    /// Whether it sets anything at all.
    pub fn sets_nothing(&self) -> bool {
        self.sum == Bound::Unchanged && self.count == Bound::Unchanged
    }

    /// What makes the override: only what is chosen is sent (seed 004:2655), each bound with its check, and always a
    /// priority (public).
    pub fn create(&self, target: &Target, priority: u16) -> CreateVelocityLimitOverride {
        let (maximum_amount, maximum_amount_check) = sent(self.sum.clone());
        let (maximum_count, maximum_count_check) = sent(self.count.clone());
        let (activation_start_time, activation_end_time) = self.period.sent();
        CreateVelocityLimitOverride {
            account_reference: target.account.clone(),
            velocity_limit_reference: target.limit.clone(),
            activation_start_time,
            activation_end_time,
            maximum_amount: maximum_amount.map(Amount::from),
            maximum_amount_check,
            maximum_count,
            maximum_count_check,
            priority: Some(priority),
            ..Default::default()
        }
    }

    /// What changes the override: only what differs; `None` when nothing does. What is left to the limit above it is sent as
    /// null (public).
    pub fn update(
        &self,
        target: &Target,
        reference: &VelocityLimitOverrideReference,
        held: &VelocityLimitOverride,
    ) -> Option<UpdateVelocityLimitOverride> {
        let before = Self::of(held);
        if before == *self {
            return None;
        }
        let (maximum_amount, maximum_amount_check) =
            changed(&before.sum, self.sum.clone(), held.maximum_amount.is_some(), held.maximum_amount_check);
        let (maximum_count, maximum_count_check) =
            changed(&before.count, self.count.clone(), held.maximum_count.is_some(), held.maximum_count_check);
        let (activation_start_time, activation_end_time) = self.period.changed(before.period);
        Some(UpdateVelocityLimitOverride {
            account_reference: target.account.clone(),
            velocity_limit_reference: target.limit.clone(),
            velocity_limit_override_reference: reference.clone(),
            activation_start_time,
            activation_end_time,
            maximum_amount: map(maximum_amount, Amount::from),
            maximum_amount_check,
            maximum_count,
            maximum_count_check,
            ..Default::default()
        })
    }

    /// Whether the override that wins already sets this, so that another one would change nothing.
    pub fn is_set_already(&self, others: &[VelocityLimitOverride]) -> bool {
        winning(self.period, others).is_some_and(|held| self.is_set_by(held))
    }

    /// What a list shows of this override; `known` are those that there were when the rep decided, and `named` is what the
    /// answer named.
    pub fn found<'a>(
        &self,
        listed: &'a [VelocityLimitOverride],
        known: &[VelocityLimitOverride],
        named: Option<&VelocityLimitOverrideReference>,
    ) -> Found<'a, VelocityLimitOverride> {
        find(listed, known, named.map(|named| named.as_str()), self.period, |held| self.is_set_by(held))
    }

    /// Whether an override sets this. A check that is not stated is on where a bound is.
    pub fn is_set_by(&self, held: &VelocityLimitOverride) -> bool {
        !held.is_ended() && Self::of(held) == *self
    }
}

/// Whose word a limit is: of its bounds and their checks the one that stands highest, for the others are only what is left
/// of the product.
pub fn origin(limit: &VelocityLimit) -> Option<&LimitOrigin> {
    let stated = [
        &limit.maximum_amount_origin,
        &limit.maximum_count_origin,
        &limit.maximum_amount_check_origin,
        &limit.maximum_count_check_origin,
    ];
    stated.into_iter().flatten().min_by_key(|origin| match origin {
        LimitOrigin::Override => 0,
        LimitOrigin::Exception => 1,
        LimitOrigin::Unknown(_) | LimitOrigin::Other => 2,
        LimitOrigin::Default => 3,
    })
}

/// Names an override to the gateway.
pub fn reference(held: &VelocityLimitOverride) -> Option<&VelocityLimitOverrideReference> {
    held.velocity_limit_override_identifier.velocity_limit_override_reference.as_ref()
}

fn bound<T>(most: Option<T>, check: Option<bool>) -> Bound<T> {
    match (most, check) {
        (_, Some(false)) => Bound::Unlimited,
        (Some(most), _) => Bound::UpTo(most),
        (None, _) => Bound::Unchanged,
    }
}

/// A bound and its check, as they are sent: a bound exactly where its check is true (public).
fn sent<T>(bound: Bound<T>) -> (Option<T>, Option<bool>) {
    match bound {
        Bound::Unchanged => (None, None),
        Bound::UpTo(most) => (Some(most), Some(true)),
        Bound::Unlimited => (None, Some(false)),
    }
}

/// The same for a change of an override that has the bound or not, and whose check is this: afterwards it has the bound
/// exactly where its check is true.
fn changed<T: PartialEq>(
    before: &Bound<T>,
    now: Bound<T>,
    has_bound: bool,
    check: Option<bool>,
) -> (Change<T>, Change<bool>) {
    match now {
        now if *before == now => (Change::Keep, Change::Keep),
        Bound::UpTo(most) => (Change::To(most), if check == Some(true) { Change::Keep } else { Change::To(true) }),
        Bound::Unlimited => (if has_bound { Change::Reset } else { Change::Keep }, Change::To(false)),
        Bound::Unchanged => (Change::Reset, Change::Reset),
    }
}

fn map<T, U>(change: Change<T>, with: impl FnOnce(T) -> U) -> Change<U> {
    match change {
        Change::Keep => Change::Keep,
        Change::Reset => Change::Reset,
        Change::To(value) => Change::To(with(value)),
    }
}

#[cfg(test)]
mod tests;
