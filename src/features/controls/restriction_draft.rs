//! What is typed to override a restriction, and what is wrong with it.

use contract::operations::issuing::limits::{AuthorizationRestriction, AuthorizationRestrictionOverride};

use super::{
    SET_ALREADY,
    begun::{self, Begun},
    held::{Held, Period, is_taken, next_priority},
    restriction::{Wanted, items, parameters, reference, typed as typed_codes, typed_priority},
    restrictions::reference as restriction_reference,
};
use crate::{
    browser::region::is_country,
    session::Caller,
    ui::form::{Field, all_right},
};

/// A restriction, and the override that is concerned, where there is one already.
#[derive(Clone, PartialEq)]
pub struct Subject {
    /// The restriction.
    pub restriction: AuthorizationRestriction,
    /// Its override.
    pub held: Option<AuthorizationRestrictionOverride>,
}

impl begun::Subject for Subject {
    fn is_same(&self, other: &Self) -> bool {
        let held = |subject: &Self| subject.held.as_ref().map(|held| reference(held).cloned());
        restriction_reference(&self.restriction) == restriction_reference(&other.restriction)
            && held(self) == held(other)
    }

    fn period(&self) -> Period {
        self.held.as_ref().map(Held::period).unwrap_or_default()
    }
}

impl Subject {
    /// What the override sets now.
    pub fn before(&self) -> Wanted {
        self.held.as_ref().map(Wanted::of).unwrap_or_default()
    }

    /// What the form begins with: what the override applies to, or else the rule.
    fn listed(&self) -> Vec<String> {
        match &self.held {
            Some(held) => held.condition_parameters.clone().unwrap_or_default(),
            None => parameters(&self.restriction).to_vec(),
        }
    }
}

/// What is typed; kept while the rep is elsewhere.
pub type Draft = Begun<Subject, Fields>;

/// What is asked of a restriction alone.
#[derive(Clone)]
pub struct Fields {
    /// Blocked, allowed, or left as it is.
    pub state: Field,
    /// What it applies to.
    pub parameters: Field,
    /// Which one wins.
    pub priority: Field,
}

/// What the rule concerns is declined.
pub const BLOCKED: &str = "Blocked";
/// It passes.
pub const ALLOWED: &str = "Allowed";
/// It is left as it is above the override.
pub const SAME: &str = "Not overridden";

/// The word for what an override sets.
pub fn state_words(blocked: Option<bool>) -> &'static str {
    blocked.map_or(SAME, |blocked| if blocked { BLOCKED } else { ALLOWED })
}

impl Draft {
    /// The caller's, of this account.
    pub fn of(caller: &Caller, account: &str) -> Self {
        caller.keep_for(account, || {
            let own = Fields {
                state: Field::new("restriction-state"),
                parameters: Field::new("restriction-parameters").for_reference(),
                priority: Field::new("restriction-priority").for_reference(),
            };
            Self::new(own, ["restriction-from", "restriction-until", "restriction-why"])
        })
    }

    /// Begins with what the override sets, or with the opposite of what is now, unless the rep has begun with this one
    /// already.
    pub fn begin(&self, subject: &Subject) {
        if self.is_about(subject) {
            return;
        }
        let before = subject.before();
        let opposite = subject.restriction.condition_check.map_or("", |blocked| state_words(Some(!blocked)));
        self.state.put(if subject.held.is_some() { state_words(before.blocked) } else { opposite });
        self.parameters.put(subject.listed().join(", "));
        self.priority.put(before.priority.map(|priority| priority.to_string()).unwrap_or_default());
    }

    /// All of them, in the order in which they stand.
    pub fn fields(&self) -> [&Field; 6] {
        [&self.state, &self.parameters, &self.from, &self.until, &self.priority, &self.reason]
    }

    /// State, codes and period as they would be, as far as they can be understood. Tracked.
    pub fn glance(&self, subject: &Subject) -> (String, Vec<String>, Option<Period>) {
        let state = Some(self.state.text()).filter(|state| !state.is_empty()).unwrap_or_else(|| "…".into());
        (state, items(&self.parameters.text()), self.glance_at_period(subject))
    }

    /// What is wanted, when nothing is wrong; else it stands beside the fields. `others` are those that there are.
    pub fn wanted(&self, subject: &Subject, others: &[AuthorizationRestrictionOverride]) -> Option<Wanted> {
        let (before, is_new) = (subject.before(), subject.held.is_none());
        let blocked = self.state.read(|text| match text {
            BLOCKED => Ok(Some(true)),
            ALLOWED => Ok(Some(false)),
            _ if !is_new => Ok(None),
            _ => Err("Choose whether it is blocked or allowed.".into()),
        });
        let listed = subject.listed();
        let codes = self.parameters.read(|text| typed_codes(text, &listed, is_country));
        let period = self.period_and_reason(subject);
        let priority = self.priority.read(typed_priority);
        let others: Vec<_> = others.iter().filter(|other| is_new || !is_it(other, subject)).cloned().collect();
        if let (Some(Some(priority)), Some(period)) = (priority, period)
            && is_taken(priority, period, &others)
        {
            self.priority.refuse(taken_words(priority, next_priority(period, &others).ok().flatten()));
        }
        let wanted = blocked.zip(codes).zip(period.zip(priority)).map(|((blocked, codes), (period, priority))| {
            // What the rule applies to already need not be said; a change that lists nothing leaves it to the rule.
            let parameters = Some(codes).filter(|codes| if is_new { *codes != listed } else { !codes.is_empty() });
            let rank = if is_new { next_priority(period, &others) } else { Ok(before.priority) };
            if let (None, Err(none_left)) = (priority, rank) {
                self.priority.refuse(none_left);
            }
            Wanted { blocked, parameters, period, priority: priority.or(rank.ok().flatten()) }
        });
        if let Some(wanted) = &wanted {
            self.refuse_what_is_pointless(subject, wanted, &others);
        }
        if all_right(&self.fields()) { wanted } else { None }
    }

    fn refuse_what_is_pointless(
        &self,
        subject: &Subject,
        wanted: &Wanted,
        others: &[AuthorizationRestrictionOverride],
    ) {
        let now = &subject.restriction;
        match &subject.held {
            None if wanted.parameters.as_ref().is_some_and(Vec::is_empty) => {
                self.parameters.refuse("Nothing is listed. Allow it instead, or name what it applies to.");
            }
            None if wanted.is_set_already(others) => self.state.refuse(SET_ALREADY),
            // Where an override counts, it may end: the same may be wanted for longer.
            None if wanted.parameters.is_none() && wanted.blocked == now.condition_check && !now.is_overridden() => {
                self.state.refuse(format!("It is {} already.", now.words().to_lowercase()));
            }
            Some(_) if wanted.sets_nothing() => {
                self.state.refuse("It would override nothing. Remove it instead, or choose what it overrides.");
            }
            Some(held) if wanted.is(&Wanted::of(held)) => {
                self.state.refuse("Nothing is different from what the override sets already.");
            }
            _ => {}
        }
    }
}

fn is_it(other: &AuthorizationRestrictionOverride, subject: &Subject) -> bool {
    let held = subject.held.as_ref().and_then(reference);
    held.is_some() && reference(other) == held
}

fn taken_words(priority: u16, next: Option<u16>) -> String {
    let taken = format!("Another override that counts at the same time has priority {priority}.");
    match next {
        Some(next) => format!("{taken} The next free one above all is {next}."),
        None => taken,
    }
}
