//! What an account may spend: the credit limit, temporary limits, and the limits and restrictions of its cards.
//!
//! The state of the account holds [`AccountLimits`]; the balance and the open-to-buy read the credit limit through
//! [`World::active_credit_limit`], so whatever changes it here shows there.

use contract::{Instant, operations::issuing::limits::TemporaryCreditLimit};

use super::{
    calendar::{Millis, stamp},
    plan::{Plan, Product},
};
use crate::world::World;

/// What was changed about an account's limits.
#[derive(Clone, Debug, Default)]
pub(crate) struct AccountLimits {
    /// The permanent credit limit in cents, once somebody has changed it.
    pub(crate) permanent: Option<i64>,
    /// When that was.
    pub(crate) permanent_since: Option<Millis>,
    /// Every temporary limit that there ever was, oldest first.
    pub(crate) temporary: Vec<Temporary>,
}

/// A temporary limit, and when it was taken back.
#[derive(Clone, Debug)]
pub(crate) struct Temporary {
    pub(crate) limit: TemporaryCreditLimit,
    pub(crate) deleted: Option<Millis>,
    /// The limit of the account on top that was made by the same call, and is ended with this one.
    pub(crate) made_with: Option<String>,
}

impl Temporary {
    /// Whether it counts at this moment: from its start, up to and not including its end. An end that is not stated never
    /// comes.
    pub(crate) fn counts(&self, at: Millis) -> bool {
        let start = self.limit.activation_start_time.as_ref().is_none_or(|start| start.epoch_millis() <= at);
        let end = self.limit.activation_end_time.as_ref().is_none_or(|end| at < end.epoch_millis());
        start && end && self.deleted.is_none()
    }

    fn cents(&self) -> Option<i64> {
        self.limit.temporary_credit_limit_amount.as_ref()?.value
    }

    fn begins(&self) -> Millis {
        self.limit.activation_start_time.as_ref().map_or(Millis::MIN, Instant::epoch_millis)
    }

    fn ends(&self) -> Millis {
        self.limit.activation_end_time.as_ref().map_or(Millis::MAX, Instant::epoch_millis)
    }

    /// Whether it counts at some moment between these two.
    pub(crate) fn overlaps(&self, start: Millis, end: Millis) -> bool {
        self.deleted.is_none() && self.begins() < end && start < self.ends()
    }

    /// Makes room for a newer limit that wins from one moment to another. The public description says that the dates are
    /// adjusted, and a limit has one beginning and one end: one that begins earlier ends where the newer begins, one that
    /// begins within it begins where the newer ends, and one that lies within it is ended.
    pub(crate) fn make_room(&mut self, start: Millis, end: Millis, now: Millis) {
        if !self.overlaps(start, end) {
            return;
        }
        if self.begins() < start {
            self.limit.activation_end_time = Some(stamp(start));
        } else if end < self.ends() {
            self.limit.activation_start_time = Some(stamp(end));
        } else {
            self.deleted = Some(now);
        }
    }
}

impl World {
    /// The permanent credit limit in cents.
    pub(crate) fn credit_limit(&self, plan: &Plan) -> i64 {
        self.account_state(plan.number).limits.permanent.unwrap_or(plan.wanted.limit)
    }

    /// The limit in force, and the temporary one that it comes from.
    pub(crate) fn active_credit_limit(&self, plan: &Plan) -> (i64, Option<&Temporary>) {
        let now = self.now_on(plan);
        let counting = self.account_state(plan.number).limits.temporary.iter().find(|limit| limit.counts(now));
        let cents = counting.and_then(Temporary::cents).unwrap_or_else(|| self.credit_limit(plan));
        (cents, counting)
    }
}

/// A limit on how much or how often cards may be used, as the product has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ConfiguredLimit {
    pub(crate) reference: &'static str,
    pub(crate) name: &'static str,
    /// In cents, within a day.
    pub(crate) maximum_amount: Option<i64>,
    /// Within a day.
    pub(crate) maximum_count: Option<i64>,
}

/// The limits of an account's product.
pub(crate) fn configured(plan: &Plan) -> Vec<ConfiguredLimit> {
    let factor = match plan.wanted.product {
        Product::Classic | Product::Debit | Product::World => 1,
        Product::Gold => 2,
        Product::Business => 4,
    };
    let limit = |reference, name, amount: i64, maximum_count| ConfiguredLimit {
        reference,
        name,
        maximum_amount: Some(amount * factor),
        maximum_count,
    };
    vec![
        limit("VELOCITY_LIMIT_ATM", "Cash machines", 100_000, Some(5)),
        limit("VELOCITY_LIMIT_POS", "Shops", 500_000, None),
        limit("VELOCITY_LIMIT_ECOM", "E-commerce", 250_000, None),
        limit("VELOCITY_LIMIT_CONTACTLESS", "Contactless", 25_000, Some(10)),
    ]
}

/// A rule that declines, as the product has it: off until an override turns it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ConfiguredRestriction {
    pub(crate) reference: &'static str,
    pub(crate) name: &'static str,
    /// What it applies to, where it lists that.
    pub(crate) parameters: &'static [&'static str],
}

/// The restrictions that every account can have.
pub(crate) const RESTRICTIONS: &[ConfiguredRestriction] = &[
    restriction("RESTRICTION_EURO_EUROPE_OFF", "Euro European countries off", &[]),
    restriction("RESTRICTION_OUTSIDE_EURO_EUROPE_OFF", "Countries outside the euro area off", &[]),
    restriction("RESTRICTION_COUNTRIES_OFF", "Listed countries off", &[]),
    restriction("RESTRICTION_ECOM_OFF", "E-commerce off", &[]),
    restriction("RESTRICTION_ATM_OFF", "Cash machines off", &[]),
    restriction("RESTRICTION_GAMBLING_OFF", "Gambling off", &["7995"]),
];

const fn restriction(
    reference: &'static str,
    name: &'static str,
    parameters: &'static [&'static str],
) -> ConfiguredRestriction {
    ConfiguredRestriction { reference, name, parameters }
}
