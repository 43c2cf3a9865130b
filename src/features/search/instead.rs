//! What else a text may mean, and in which other spellings it may be kept: asked as long as nobody was found. The first load
//! does without this code.

use contract::{CalendarDate, operations::RetrieveCustomerLookupInfo};

use super::{
    Asked, By, Question, birth_date,
    kind::{Habits, question},
    parts::{in_town, names},
};
use crate::{
    browser::{lower_case::lower_case, unicode},
    input::{clean, plain},
};

/// Another question for the same text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Instead {
    pub(super) question: Question,
    /// Says what somebody was found by.
    pub(super) note: String,
}

/// All of them, in the order in which they are worth a try.
pub(super) fn instead(asked: &Asked, habits: &Habits) -> Vec<Instead> {
    let typed = clean(&asked.text);
    let text = plain(&typed);
    let mut others = Others { asked: &asked.question, found: Vec::new() };
    let request = &asked.question.request;
    match asked.question.by {
        By::Phone => {
            for other in habits.home.otherwise(&text) {
                others.spelled(&other, |request| request.phone = Some(other.as_str().into()));
            }
        }
        By::Email => {
            let small = request.email.as_ref().map(|email| lower_case(email.in_clear())).unwrap_or_default();
            others.spelled(&small, |request| request.email = Some(small.as_str().into()));
        }
        By::LastName => names_of(&mut others, asked, (&text, &typed), habits.month_first),
        _ => {}
    }
    others.born(birth_date::split(&text, !habits.month_first).1);
    others.found
}

/// By what else this text can be looked for, when it was not this: what a rep is offered with one click.
pub(super) fn other_kinds(asked: &Asked, habits: &Habits) -> Vec<By> {
    let text = &plain(&asked.text);
    let one_word = !text.contains(' ');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.contains(|c: char| c.is_ascii_alphabetic() || !c.is_ascii());
    let can_be = |other: &By| match other {
        By::Phone => digits >= 5 && !letters,
        By::LastName => letters && !text.contains('@'),
        By::ExternalId | By::CustomerId => one_word && (digits > 0 || !text.contains('@')),
        By::Auto | By::Email | By::BirthDate => false,
    };
    let others = [By::Phone, By::LastName, By::ExternalId, By::CustomerId].into_iter();
    let others = others.filter(|other| *other != asked.question.by && can_be(other));
    others.filter(|other| question(*other, text, habits).is_ok()).collect()
}

struct Others<'a> {
    asked: &'a Question,
    found: Vec<Instead>,
}

impl Others<'_> {
    fn add(&mut self, question: Question, note: String) {
        if question != *self.asked && !self.found.iter().any(|other| other.question == question) {
            self.found.push(Instead { question, note });
        }
    }

    /// The same in another spelling.
    fn spelled(&mut self, other: &str, put: impl FnOnce(&mut RetrieveCustomerLookupInfo)) {
        let mut question = self.asked.clone();
        put(&mut question.request);
        self.add(question, found_as(other));
    }

    /// Of two numbers that may both be the month the other one may be meant.
    fn born(&mut self, other: Option<CalendarDate>) {
        if let Some(born) = other.filter(|_| self.asked.born.is_some()) {
            let question = Question { born: Some(born), ..self.asked.clone() };
            self.add(question, format!("Found with the birth date {born}."));
        }
    }

    /// Whoever is asked for may be called otherwise.
    fn named(&mut self, (first_name, last_name): (Option<String>, Option<String>), note: String) {
        let request = RetrieveCustomerLookupInfo { first_name, last_name, ..RetrieveCustomerLookupInfo::default() };
        self.add(Question { request, ..self.asked.clone() }, note);
    }
}

fn found_as(name: &str) -> String {
    format!("Found as {name}.")
}

/// `typed` has the signs as they were typed.
fn names_of(others: &mut Others, asked: &Asked, (text, typed): (&str, &str), month_first: bool) {
    let RetrieveCustomerLookupInfo { first_name, last_name, .. } = asked.question.request.clone();
    if asked.recognised || first_name.is_some() {
        let name = birth_date::split(text, month_first).0;
        let name = if asked.recognised { in_town(&name).0 } else { &name };
        read_otherwise(others, name);
    }
    let Question { born, town, .. } = &asked.question;
    if typed != text && born.is_none() && town.is_none() {
        let as_typed = if first_name.is_none() { (None, Some(typed.to_owned())) } else { names(typed) };
        let note = found_as(as_typed.1.as_deref().unwrap_or_default());
        others.named(as_typed, note);
    }
    // Names may be kept with the apostrophe of a word processor, or with their accents apart.
    let last_name = last_name.unwrap_or_default();
    for spell in [|name: &str| name.replace('\'', "’"), |name: &str| unicode::decomposed(name)] {
        let last = spell(&last_name);
        let note = found_as(&last);
        others.named((first_name.as_deref().map(spell), Some(last)), note);
    }
}

/// After a comma a town may stand in place of the first name. Without one it may be a last name of several words, two given
/// names before the last name, or the last name first.
fn read_otherwise(others: &mut Others, name: &str) {
    if name.contains(',') {
        let Question { request, town, .. } = others.asked.clone();
        if let (Some(first), None) = (request.first_name.clone(), town) {
            let note = format!("Nobody has “{first}” as a first name: it was taken as a town.");
            let request = RetrieveCustomerLookupInfo { first_name: None, ..request };
            others.add(Question { request, town: Some(first), ..others.asked.clone() }, note);
        }
        return;
    }
    let Some((one, two)) = name.rsplit_once(' ') else { return };
    others.named((None, Some(name.to_owned())), format!("Found with the last name “{name}”."));
    let (three, four) = name.split_once(' ').unwrap_or((one, two));
    for (first, last) in [(one, two), (two, one), (four, three)] {
        let note = format!("Found with the first name “{first}” and the last name “{last}”.");
        others.named((Some(first.to_owned()), Some(last.to_owned())), note);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
