//! What is alike in every form of an override, whatever it overrides: what it is about, its days and its reason, and how
//! what was typed is sent.

use std::ops::Deref;

use contract::{CalendarDate, Instant};
use leptos::prelude::*;

use super::{Controls, held::Period};
use crate::{
    browser::time,
    session::{Caller, Session, Write},
    ui::form::{Field, typed},
};

/// What is overridden, and the override that is changed, where there is one.
pub trait Subject: Clone + Send + Sync + 'static {
    /// Whether it is about the same thing, whatever is read of it by now.
    fn is_same(&self, other: &Self) -> bool;
    /// When the override counts now.
    fn period(&self) -> Period;
}

/// What is typed; kept while the rep is elsewhere.
#[derive(Clone)]
pub struct Begun<S, F> {
    of: ArcRwSignal<Option<S>>,
    /// What this kind of override asks besides.
    own: F,
    /// The first day.
    pub from: Field,
    /// The last day.
    pub until: Field,
    /// Why.
    pub reason: Field,
}

impl<S, F> Deref for Begun<S, F> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.own
    }
}

impl<S: Subject, F: Clone + Send + Sync + 'static> Begun<S, F> {
    /// Nothing yet; `ids` are those of the first day, the last day and the reason.
    pub fn new(own: F, [from, until, reason]: [&'static str; 3]) -> Self {
        let of = ArcRwSignal::new(None);
        Self { of, own, from: Field::new(from), until: Field::new(until), reason: Field::new(reason) }
    }

    /// What it is about; none when what was typed is done.
    pub fn subject(&self) -> Option<S> {
        self.of.get_untracked()
    }

    /// Is about this from now on. What was typed stays if it was already; if not, the days begin as they are.
    pub fn is_about(&self, subject: &S) -> bool {
        let already = self.of.with_untracked(|of| of.as_ref().is_some_and(|of| of.is_same(subject)));
        self.of.set(Some(subject.clone()));
        if !already {
            let period = subject.period();
            self.from.put(day_of(period.start));
            self.until.put(day_of(period.end));
            self.reason.put("");
        }
        already
    }

    /// The period as far as it can be understood. Tracked.
    pub fn glance_at_period(&self, subject: &S) -> Option<Period> {
        let before = subject.period();
        let start = kept(&self.from.text(), before.start, typed_start).ok()?;
        let end = kept(&self.until.text(), before.end, typed_end).ok()?;
        Some(before.with(start, end))
    }

    /// The period and the reason, when nothing is wrong with them; else it stands beside the fields.
    pub fn period_and_reason(&self, subject: &S) -> Option<Period> {
        self.reason.read(|text| typed::required(text, "Choose a reason."));
        let before = subject.period();
        let start = self.from.read(|text| kept(text, before.start, typed_start));
        let end = self.until.read(|text| kept(text, before.end, typed_end));
        if let (Some(Some(start)), Some(Some(end))) = (start, end)
            && end < start
        {
            self.until.refuse("Choose a day that is not before “From”.");
        }
        start.zip(end).map(|(start, end)| before.with(start, end))
    }

    /// Sends it: why is noted, what is done is forgotten, and `again` reads what it changes.
    pub fn send(
        &self,
        controls: &Controls,
        kind: &'static str,
        write: Write,
        again: impl Fn(&Session, &Caller) + Send + Sync + 'static,
    ) {
        let reason = self.reason.text_now().to_lowercase();
        let of = self.of.clone();
        let write = write.because(format!("Reason for the override: {reason}"));
        let write = write.then(move |session, caller, end| {
            if end.is_done() {
                of.set(None);
            }
            again(session, caller);
        });
        controls.writing(kind).begin(&controls.session, &controls.caller, write);
    }
}

/// The first day, which may be left out; today is at once.
fn typed_start(text: &str) -> Result<Option<i64>, String> {
    let Some(day) = typed_day(text)? else { return Ok(None) };
    let today = time::today();
    if day < today {
        return Err("Choose today or a later day, or none for at once.".into());
    }
    Ok((day > today).then(|| time::start_of_day(day).epoch_millis()))
}

/// The last day, which may be left out: its last second.
fn typed_end(text: &str) -> Result<Option<i64>, String> {
    let day = typed_day(text)?;
    if day.is_some_and(|day| day < time::today()) {
        return Err("Choose today or a later day, or none for ever.".into());
    }
    Ok(day.map(|day| time::end_of_day(day).epoch_millis() - 1000))
}

fn typed_day(text: &str) -> Result<Option<CalendarDate>, String> {
    if text.is_empty() { Ok(None) } else { typed::date(text).map(Some) }
}

/// A day that was not touched stays the moment that it was: it may lie behind us, and need not be a midnight.
fn kept(text: &str, before: Option<i64>, read: fn(&str) -> Result<Option<i64>, String>) -> Result<Option<i64>, String> {
    if before.is_some() && text == day_of(before) { Ok(before) } else { read(text) }
}

/// The issuer's day of a moment, as a date field holds it.
fn day_of(moment: Option<i64>) -> String {
    moment.map(|moment| time::local_date(&Instant::from_epoch_millis(moment)).to_iso()).unwrap_or_default()
}
