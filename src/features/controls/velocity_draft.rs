//! What is typed to override a velocity limit, and what is wrong with it.

use contract::{
    Amount, Money, Rows,
    operations::issuing::limits::{VelocityLimit, VelocityLimitOverride},
};

use super::{
    SET_ALREADY,
    begun::{self, Begun},
    held::{Held, NONE_LEFT, Period, free_priority, still_there},
    velocity::{Bound, Wanted, reference},
};
use crate::{
    session::Caller,
    ui::form::{Field, all_right, typed},
};

/// A limit, and the override that is concerned, where there is one already.
#[derive(Clone, PartialEq)]
pub struct Subject {
    /// The limit.
    pub limit: VelocityLimit,
    /// Its override.
    pub held: Option<VelocityLimitOverride>,
}

impl begun::Subject for Subject {
    fn is_same(&self, other: &Self) -> bool {
        let limit = |subject: &Self| subject.limit.velocity_limit_identifier.velocity_limit_reference.clone();
        let held = |subject: &Self| subject.held.as_ref().map(|held| reference(held).cloned());
        limit(self) == limit(other) && held(self) == held(other)
    }

    fn period(&self) -> Period {
        self.held.as_ref().map(Held::period).unwrap_or_default()
    }
}

impl Subject {
    /// With the limit as its own read shows it, where that has come.
    pub fn as_read(&self, limit: Option<VelocityLimit>) -> Self {
        Self { limit: limit.unwrap_or_else(|| self.limit.clone()), ..self.clone() }
    }

    fn before(&self) -> Wanted {
        let unchanged = Wanted { sum: Bound::Unchanged, count: Bound::Unchanged, period: Period::default() };
        self.held.as_ref().map_or(unchanged, Wanted::of)
    }
}

/// What is typed; kept while the rep is elsewhere.
pub type Draft = Begun<Subject, Fields>;

/// What is asked of a velocity limit alone.
#[derive(Clone)]
pub struct Fields {
    /// What becomes of the maximum amount.
    pub sum: Field,
    /// The maximum amount.
    pub amount: Field,
    /// What becomes of the maximum count.
    pub count: Field,
    /// The maximum count.
    pub number: Field,
}

/// It is left as it is above the override.
pub const SAME: &str = "same";
/// It is what is typed.
pub const UP_TO: &str = "up-to";
/// Nothing passes.
pub const NOTHING: &str = "nothing";
/// It is not checked.
pub const UNLIMITED: &str = "unlimited";

/// What is wrong: with the choice, or with what is typed to it.
#[derive(Debug, PartialEq, Eq)]
enum Wrong {
    Choice(&'static str),
    Typed(String),
}

impl Draft {
    /// The caller's, of this account.
    pub fn of(caller: &Caller, account: &str) -> Self {
        caller.keep_for(account, || {
            let own = Fields {
                sum: Field::holding("override-sum", SAME),
                amount: Field::new("override-amount"),
                count: Field::holding("override-count", SAME),
                number: Field::new("override-number").for_reference(),
            };
            Self::new(own, ["override-from", "override-until", "override-reason"])
        })
    }

    /// Begins with what the override sets now, unless the rep has begun with this one already.
    pub fn begin(&self, subject: &Subject) {
        if self.is_about(subject) {
            return;
        }
        let held = subject.before();
        let (sum, amount) = match &held.sum {
            Bound::Unchanged => (SAME, String::new()),
            Bound::UpTo(money) if money.value == 0 => (NOTHING, String::new()),
            Bound::UpTo(money) => (UP_TO, typed::shown(money)),
            Bound::Unlimited => (UNLIMITED, String::new()),
        };
        let (count, number) = match held.count {
            Bound::Unchanged => (SAME, String::new()),
            Bound::UpTo(number) => (UP_TO, number.to_string()),
            Bound::Unlimited => (UNLIMITED, String::new()),
        };
        let texts = [sum.to_owned(), amount, count.to_owned(), number];
        self.fields().into_iter().zip(texts).for_each(|(field, text)| field.put(text));
    }

    /// All of them, in the order in which they stand.
    pub fn fields(&self) -> [&Field; 7] {
        [&self.sum, &self.amount, &self.count, &self.number, &self.from, &self.until, &self.reason]
    }

    /// Both bounds and the period as far as they can be understood; nothing is said of what cannot. Tracked.
    pub fn glance(&self, subject: &Subject) -> Glance {
        let sum = sum_of(&self.sum.text(), self.amount.text().trim(), currency(&subject.limit));
        Glance {
            sum: sum.ok(),
            count: count_of(&self.count.text(), &self.number.meant()).ok(),
            period: self.glance_at_period(subject),
        }
    }

    /// What is wanted, when nothing is wrong; else it stands beside the fields. `all` are those that there ever were.
    pub fn wanted(&self, subject: &Subject, all: &Rows<VelocityLimitOverride>, now: i64) -> Option<Wanted> {
        let is_new = subject.held.is_none();
        let before = subject.before();
        self.fields().into_iter().for_each(Field::accept);
        let sum = sum_of(&self.sum.text_now(), &self.amount.text_now(), currency(&subject.limit));
        let sum = beside(sum, &self.sum, &self.amount);
        let count = beside(count_of(&self.count.text_now(), &self.number.text_now()), &self.count, &self.number);
        let period = self.period_and_reason(subject);
        let wanted = sum.zip(count).zip(period);
        let wanted = wanted.map(|((sum, count), period)| Wanted { sum, count, period });
        match &wanted {
            Some(wanted) if wanted.sets_nothing() => {
                self.sum.refuse("Choose what the override changes: the maximum amount, the maximum count, or both.");
            }
            Some(wanted) if !is_new && before == *wanted => {
                self.sum.refuse("Nothing is different from what the override sets already.");
            }
            Some(wanted) if is_new && wanted.is_set_already(&still_there(&all.rows, now)) => {
                self.sum.refuse(SET_ALREADY);
            }
            Some(_) if is_new && all.unreadable > 0 => {
                self.sum.refuse("Not all overrides could be read, so which priority is free is not known.");
            }
            Some(wanted) if is_new && free_priority(wanted.period, &all.rows, now).is_none() => {
                self.sum.refuse(NONE_LEFT);
            }
            _ => {}
        }
        if all_right(&self.fields()) { wanted } else { None }
    }
}

/// What is typed, as far as it can be understood.
pub struct Glance {
    /// The maximum amount.
    pub sum: Option<Bound<Money>>,
    /// The maximum count.
    pub count: Option<Bound<i64>>,
    /// When it would count.
    pub period: Option<Period>,
}

impl From<&Wanted> for Glance {
    fn from(wanted: &Wanted) -> Self {
        let Wanted { sum, count, period } = wanted.clone();
        Self { sum: Some(sum), count: Some(count), period: Some(period) }
    }
}

/// Puts what is wrong beside the field that it is wrong with.
fn beside<T>(read: Result<T, Wrong>, choice: &Field, typed: &Field) -> Option<T> {
    match read {
        Ok(value) => return Some(value),
        Err(Wrong::Choice(error)) => choice.refuse(error),
        Err(Wrong::Typed(error)) => typed.refuse(error),
    }
    None
}

fn sum_of(choice: &str, amount: &str, currency: Option<(u8, String)>) -> Result<Bound<Money>, Wrong> {
    let currency = || currency.ok_or(Wrong::Choice("The gateway does not state this limit's currency."));
    match choice {
        UP_TO => {
            let (exponent, iso_code) = currency()?;
            typed::amount(amount, exponent, &iso_code).map(Bound::UpTo).map_err(Wrong::Typed)
        }
        NOTHING => currency().map(|(exponent, iso_code)| Bound::UpTo(Money { value: 0, exponent, iso_code })),
        UNLIMITED => Ok(Bound::Unlimited),
        _ => Ok(Bound::Unchanged),
    }
}

fn count_of(choice: &str, number: &str) -> Result<Bound<i64>, Wrong> {
    match (choice, number.parse()) {
        (UP_TO, Ok(number @ 0..=999_999_999)) => Ok(Bound::UpTo(number)),
        (UP_TO, _) => Err(Wrong::Typed("Write a whole number, 0 or more.".into())),
        (UNLIMITED, _) => Ok(Bound::Unlimited),
        _ => Ok(Bound::Unchanged),
    }
}

fn currency(limit: &VelocityLimit) -> Option<(u8, String)> {
    let stated = [&limit.maximum_amount, &limit.amount, &limit.minimum_amount];
    let money = stated.into_iter().flatten().find_map(Amount::stated)?;
    Some((money.exponent, money.iso_code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    #[test]
    fn a_sum_is_left_set_emptied_or_unlimited() {
        let sum = |choice, amount| sum_of(choice, amount, Some((2, "EUR".into())));
        assert_eq!(sum(SAME, "12"), Ok(Bound::Unchanged));
        assert_eq!(sum(UP_TO, "1,500"), Ok(Bound::UpTo(euros(150_000))));
        assert_eq!(sum(NOTHING, ""), Ok(Bound::UpTo(euros(0))));
        assert_eq!(sum(UNLIMITED, ""), Ok(Bound::Unlimited));
        assert_eq!(sum(UP_TO, ""), Err(Wrong::Typed("Write an amount.".into())));
        assert!(matches!(sum_of(UP_TO, "5", None), Err(Wrong::Choice(_))), "no currency is guessed");
        assert!(matches!(sum_of(NOTHING, "", None), Err(Wrong::Choice(_))));
    }

    #[test]
    fn a_number_is_whole_and_not_below_nought() {
        assert_eq!(count_of(SAME, "many"), Ok(Bound::Unchanged));
        assert_eq!(count_of(UP_TO, "0"), Ok(Bound::UpTo(0)));
        assert_eq!(count_of(UNLIMITED, ""), Ok(Bound::Unlimited));
        for wrong in ["", "-1", "1.5", "many", "9999999999"] {
            assert!(matches!(count_of(UP_TO, wrong), Err(Wrong::Typed(_))), "{wrong}");
        }
    }
}
