//! What overrides an account's velocity limits and authorization restrictions, and what counts because of it.
//!
//! Overrides are applied one by one, beginning with the lowest priority, so the highest wins (public). An override counts
//! from its first moment up to and including its last.

use contract::{
    Amount, Instant,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionIdentifier, AuthorizationRestrictionOverride,
        AuthorizationRestrictionOverrideChange, AuthorizationRestrictionOverrideConfirmed, Change, LimitOrigin,
        OverrideTime, VelocityLimit, VelocityLimitIdentifier, VelocityLimitOverride, VelocityLimitOverrideChange,
        VelocityLimitOverrideIdentifier,
    },
};

use super::{
    ISSUER,
    calendar::{Day, Millis, stamp},
    entry::EntryKind,
    limits::{ConfiguredLimit, RESTRICTIONS, configured},
    merchants::Channel,
    plan::Plan,
    shown_operation::cents,
};
use crate::world::World;

/// Every override that there ever was, oldest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct AccountControls {
    pub(crate) velocity: Vec<Override<VelocitySettings>>,
    pub(crate) restrictions: Vec<Override<RestrictionSettings>>,
}

/// An override of one thing.
#[derive(Clone, Debug)]
pub(crate) struct Override<S> {
    pub(crate) reference: String,
    /// What it overrides.
    pub(crate) of: String,
    pub(crate) start: Option<Millis>,
    pub(crate) end: Option<Millis>,
    pub(crate) priority: u16,
    pub(crate) deleted: bool,
    pub(crate) sets: S,
    /// Who changed it, oldest first; what was planted has no past.
    pub(crate) changes: Vec<OverrideChange>,
}

/// One change of an override.
#[derive(Clone, Debug)]
pub(crate) struct OverrideChange {
    pub(crate) at: Millis,
    /// In the sandbox's own words: no list of them is known.
    pub(crate) kind: &'static str,
    pub(crate) by: String,
}

impl OverrideChange {
    pub(crate) const CREATE: &str = "Create";
    pub(crate) const UPDATE: &str = "Update";
    pub(crate) const DELETE: &str = "Delete";

    fn time(&self) -> Option<OverrideTime> {
        Some(OverrideTime::At(stamp(self.at)))
    }
}

/// What an override of a velocity limit sets; the rest is left to whatever stands above it.
#[derive(Clone, Debug, Default)]
pub(crate) struct VelocitySettings {
    pub(crate) maximum_amount: Option<Amount>,
    pub(crate) maximum_amount_check: Option<bool>,
    pub(crate) maximum_count: Option<i64>,
    pub(crate) maximum_count_check: Option<bool>,
    pub(crate) minimum_amount: Option<Amount>,
    pub(crate) minimum_amount_check: Option<bool>,
}

/// What an override of a restriction sets.
#[derive(Clone, Debug, Default)]
pub(crate) struct RestrictionSettings {
    pub(crate) condition_check: Option<bool>,
    pub(crate) condition_parameters: Option<Vec<String>>,
}

impl<S> Override<S> {
    /// Both moments, as a list or a detail shows them.
    fn shown_times(&self) -> [Option<OverrideTime>; 2] {
        [self.start, self.end].map(|moment| moment.map(|moment| OverrideTime::At(stamp(moment))))
    }

    /// Moves it in time and rank, as far as that is asked for.
    pub(crate) fn move_to(&mut self, start: Change<Instant>, end: Change<Instant>, priority: Change<u16>) {
        let time = |change: Change<Instant>, to: &mut Option<Millis>| match change {
            Change::Keep => {}
            Change::Reset => *to = None,
            Change::To(instant) => *to = Some(instant.epoch_millis()),
        };
        time(start, &mut self.start);
        time(end, &mut self.end);
        match priority {
            Change::Keep => {}
            Change::Reset => self.priority = 0,
            Change::To(priority) => self.priority = priority,
        }
    }

    pub(crate) fn counts(&self, at: Millis) -> bool {
        !self.deleted && self.start.is_none_or(|start| start <= at) && self.end.is_none_or(|end| at <= end)
    }

    /// Whether both would count at some moment.
    pub(crate) fn overlaps(&self, start: Option<Millis>, end: Option<Millis>) -> bool {
        let before =
            |one: Option<Millis>, other: Option<Millis>| one.zip(other).is_none_or(|(one, other)| one <= other);
        !self.deleted && before(self.start, end) && before(start, self.end)
    }
}

/// Those that count now, the weakest first.
fn counting<'a, S>(all: &'a [Override<S>], of: &str, at: Millis) -> Vec<&'a Override<S>> {
    let mut counting: Vec<_> = all.iter().filter(|one| one.of == of && one.counts(at)).collect();
    counting.sort_by_key(|one| one.priority);
    counting
}

impl Override<VelocitySettings> {
    /// Who changed it, newest first.
    pub(crate) fn history(&self) -> Vec<VelocityLimitOverrideChange> {
        let change = |change: &OverrideChange| VelocityLimitOverrideChange {
            change_time: change.time(),
            change_type: Some(change.kind.into()),
            requestor_reference: Some("CARE_PORTAL".into()),
            user_reference: Some(change.by.clone()),
        };
        self.changes.iter().rev().map(change).collect()
    }

    /// As a list or a detail shows it.
    pub(crate) fn shown(&self) -> VelocityLimitOverride {
        let [activation_start_time, activation_end_time] = self.shown_times();
        let sets = self.sets.clone();
        VelocityLimitOverride {
            velocity_limit_override_identifier: VelocityLimitOverrideIdentifier {
                velocity_limit_override_reference: Some(self.reference.as_str().into()),
            },
            default_velocity_limit_reference: Some(VelocityLimitIdentifier {
                velocity_limit_reference: self.of.as_str().into(),
            }),
            activation_start_time,
            activation_end_time,
            maximum_amount: sets.maximum_amount,
            maximum_amount_check: sets.maximum_amount_check,
            maximum_count: sets.maximum_count,
            maximum_count_check: sets.maximum_count_check,
            minimum_amount: sets.minimum_amount,
            minimum_amount_check: sets.minimum_amount_check,
            priority: Some(self.priority),
            deleted: Some(self.deleted),
        }
    }
}

impl Override<RestrictionSettings> {
    /// When it was changed, newest first.
    pub(crate) fn history(&self) -> Vec<AuthorizationRestrictionOverrideChange> {
        let change = |change: &OverrideChange| AuthorizationRestrictionOverrideChange {
            change_time: change.time(),
            change_type: Some(change.kind.into()),
        };
        self.changes.iter().rev().map(change).collect()
    }

    /// As a list or a detail shows it.
    pub(crate) fn shown(&self) -> AuthorizationRestrictionOverride {
        let [activation_start_time, activation_end_time] = self.shown_times();
        AuthorizationRestrictionOverride {
            authorization_restriction_override_identifier: AuthorizationRestrictionOverrideConfirmed {
                authorization_restriction_override_reference: Some(self.reference.as_str().into()),
            },
            default_authorization_restriction_reference: Some(AuthorizationRestrictionIdentifier {
                authorization_restriction_reference: self.of.as_str().into(),
            }),
            activation_start_time,
            activation_end_time,
            condition_check: self.sets.condition_check,
            condition_parameters: self.sets.condition_parameters.clone(),
            priority: Some(self.priority),
            deleted: Some(self.deleted),
        }
    }
}

/// Only what is given changes, and null leaves it to whatever stands above (public).
pub(crate) fn put<T>(change: Change<T>, to: &mut Option<T>) {
    match change {
        Change::Keep => {}
        Change::Reset => *to = None,
        Change::To(value) => *to = Some(value),
    }
}

impl World {
    /// Who writes now, and what they do to an override.
    pub(crate) fn override_change(&self, plan: &Plan, kind: &'static str) -> OverrideChange {
        OverrideChange { at: self.now_on(plan), kind, by: self.issuing.hand.username.clone() }
    }

    /// The velocity limits of an account as a list shows them: the bounds that count now and whose word each is (seed
    /// 004:2588-2625). What is used of them and the override in force stand in the single read alone (seed 004:2632).
    pub(crate) fn listed_velocity_limits(&self, plan: &Plan) -> Vec<VelocityLimit> {
        let mut limits = self.velocity_limits(plan);
        for limit in &mut limits {
            (limit.amount, limit.count) = (None, None);
            limit.velocity_limit_override_reference = None;
            limit.velocity_limit_override_startdate = None;
            limit.velocity_limit_override_enddate = None;
        }
        limits
    }

    /// The velocity limits of an account, as they count now and with what is used of them today.
    pub(crate) fn velocity_limits(&self, plan: &Plan) -> Vec<VelocityLimit> {
        let used = self.used_today(plan);
        configured(plan).iter().map(|limit| self.velocity_limit(plan, limit, &used)).collect()
    }

    fn velocity_limit(&self, plan: &Plan, configured: &ConfiguredLimit, used: &[Used]) -> VelocityLimit {
        let now = self.now_on(plan);
        let product = |stated: bool| stated.then_some(LimitOrigin::Default);
        let (sum, count) = (configured.maximum_amount, configured.maximum_count);
        let used = used.iter().filter(|used| used.reference == configured.reference);
        let (spent, times) = used.fold((0, 0), |(spent, times), used| (spent + used.cents, times + 1));
        let mut limit = VelocityLimit {
            velocity_limit_identifier: VelocityLimitIdentifier {
                velocity_limit_reference: configured.reference.into(),
            },
            issuer_id: Some(ISSUER.into()),
            name: Some(configured.name.into()),
            maximum_amount: sum.map(cents),
            maximum_amount_origin: product(sum.is_some()),
            maximum_amount_check: Some(sum.is_some()),
            maximum_amount_check_origin: product(true),
            maximum_count: count,
            maximum_count_origin: product(count.is_some()),
            maximum_count_check: Some(count.is_some()),
            maximum_count_check_origin: product(true),
            minimum_amount: None,
            minimum_amount_origin: None,
            minimum_amount_check: Some(false),
            minimum_amount_check_origin: product(true),
            amount: Some(cents(spent)),
            count: Some(times),
            velocity_limit_override_reference: None,
            velocity_limit_override_startdate: None,
            velocity_limit_override_enddate: None,
        };
        for over in counting(&self.account_state(plan.number).controls.velocity, configured.reference, now) {
            over.apply(&mut limit);
        }
        limit
    }

    /// The restrictions of an account, as they count now.
    pub(crate) fn restrictions(&self, plan: &Plan) -> Vec<AuthorizationRestriction> {
        let now = self.now_on(plan);
        let all = &self.account_state(plan.number).controls.restrictions;
        let restriction = |configured: &super::limits::ConfiguredRestriction| {
            let parameters: Vec<String> = configured.parameters.iter().map(|one| (*one).to_owned()).collect();
            let listed = !parameters.is_empty();
            let mut restriction = AuthorizationRestriction {
                authorization_restriction_identifier: AuthorizationRestrictionIdentifier {
                    authorization_restriction_reference: configured.reference.into(),
                },
                issuer_id: Some(ISSUER.into()),
                name: Some(configured.name.into()),
                condition_check: Some(false),
                condition_check_origin: Some(LimitOrigin::Default),
                condition_parameters: listed.then_some(parameters),
                condition_parameters_origin: listed.then_some(LimitOrigin::Default),
            };
            for over in counting(all, configured.reference, now) {
                over.apply(&mut restriction);
            }
            restriction
        };
        RESTRICTIONS.iter().map(restriction).collect()
    }

    /// What cards were used for since midnight, by the limit that counts it. What was refused does not count.
    fn used_today(&self, plan: &Plan) -> Vec<Used> {
        let now = self.now_on(plan);
        let midnight = Day::containing(now).midnight();
        let ledger = self.ledger(plan);
        let entries = ledger.cycles.iter().flat_map(|cycle| &cycle.entries);
        let used = entries.filter_map(|entry| match &entry.kind {
            EntryKind::Purchase(purchase) if (midnight..=now).contains(&purchase.made) => {
                Some(Used { reference: limit_of(purchase.merchant.channel), cents: entry.cents })
            }
            _ => None,
        });
        used.collect()
    }
}

struct Used {
    reference: &'static str,
    cents: i64,
}

/// The limit that counts this way of paying.
pub(crate) fn limit_of(channel: Channel) -> &'static str {
    match channel {
        Channel::CashMachine => "VELOCITY_LIMIT_ATM",
        Channel::Contactless => "VELOCITY_LIMIT_CONTACTLESS",
        Channel::Internet | Channel::Recurring => "VELOCITY_LIMIT_ECOM",
        Channel::Shop => "VELOCITY_LIMIT_POS",
    }
}

impl Override<VelocitySettings> {
    /// Puts what it sets over what stands above it.
    fn apply(&self, limit: &mut VelocityLimit) {
        let VelocitySettings {
            maximum_amount,
            maximum_amount_check,
            maximum_count,
            maximum_count_check,
            minimum_amount,
            minimum_amount_check,
        } = &self.sets;
        set(maximum_amount, &mut limit.maximum_amount, &mut limit.maximum_amount_origin);
        set(maximum_amount_check, &mut limit.maximum_amount_check, &mut limit.maximum_amount_check_origin);
        set(maximum_count, &mut limit.maximum_count, &mut limit.maximum_count_origin);
        set(maximum_count_check, &mut limit.maximum_count_check, &mut limit.maximum_count_check_origin);
        set(minimum_amount, &mut limit.minimum_amount, &mut limit.minimum_amount_origin);
        set(minimum_amount_check, &mut limit.minimum_amount_check, &mut limit.minimum_amount_check_origin);
        limit.velocity_limit_override_reference = Some(self.reference.as_str().into());
        limit.velocity_limit_override_startdate = self.start.map(|start| OverrideTime::At(stamp(start)));
        limit.velocity_limit_override_enddate = self.end.map(|end| OverrideTime::At(stamp(end)));
        // A bound that is not checked is not shown (seed 004:2620).
        if limit.maximum_amount_check == Some(false) {
            (limit.maximum_amount, limit.maximum_amount_origin) = (None, None);
        }
        if limit.maximum_count_check == Some(false) {
            (limit.maximum_count, limit.maximum_count_origin) = (None, None);
        }
    }
}

impl Override<RestrictionSettings> {
    fn apply(&self, restriction: &mut AuthorizationRestriction) {
        let RestrictionSettings { condition_check, condition_parameters } = &self.sets;
        set(condition_check, &mut restriction.condition_check, &mut restriction.condition_check_origin);
        set(condition_parameters, &mut restriction.condition_parameters, &mut restriction.condition_parameters_origin);
    }
}

fn set<T: Clone>(from: &Option<T>, to: &mut Option<T>, origin: &mut Option<LimitOrigin>) {
    if from.is_some() {
        to.clone_from(from);
        *origin = Some(LimitOrigin::Override);
    }
}

/// In milliseconds since 1970.
pub(crate) fn moment(instant: &Option<Instant>) -> Option<Millis> {
    instant.as_ref().map(Instant::epoch_millis)
}
