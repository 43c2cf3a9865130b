//! What the typed text is: a phone number, an address, a name, a birth date, a town or an id.

use contract::{CalendarDate, WalletCustomer, operations::RetrieveCustomerLookupInfo};

use super::{
    birth_date,
    parts::{email_in, id_in, in_town, is_customer_id, is_issuers_reference, names},
};
use crate::{
    browser::{lower_case::lower_case, unicode},
    input::{clean, fold, may_be_card, phone, phone::Dialling, plain},
};

/// How people write where the issuer is.
#[derive(Clone, Debug)]
pub struct Habits {
    /// Whether the month comes before the day.
    pub month_first: bool,
    /// How telephone numbers are dialled.
    pub home: Dialling,
}

/// What the rep searches by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Whatever the text looks like.
    Auto,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A last name, or first and last.
    LastName,
    /// The id in the issuer's own system.
    ExternalId,
    /// The wallet user's id, or the issuer's own.
    CustomerId,
    /// A day of birth. Only the issuer can be asked for one; no radio button stands for it.
    BirthDate,
}

/// A question that can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What the text was taken as; never `Auto`.
    pub by: By,
    /// What the wallets are asked; nothing where they cannot be asked this.
    pub request: RetrieveCustomerLookupInfo,
    /// What is known of the caller besides: the issuer is asked for it too, and a wallet that states another is left out.
    pub born: Option<CalendarDate>,
    /// Likewise.
    pub town: Option<String>,
    /// What else the text may mean: asked in this order, as long as nobody was found.
    pub instead: Vec<Instead>,
}

/// Another reading of a text, or another spelling in which it may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    request: RetrieveCustomerLookupInfo,
    town: Option<String>,
    born: Option<CalendarDate>,
    /// Says what somebody was found by.
    pub note: String,
}

impl Question {
    /// Whether wallets can be found by this.
    pub fn asks_wallets(&self) -> bool {
        self.by != By::BirthDate
    }

    /// Whether a wallet that was found by the rest of it agrees with what else the caller said. What it does not state
    /// contradicts nothing.
    pub fn fits(&self, wallet: &WalletCustomer) -> bool {
        let town = |town: &String| {
            let city = wallet.city.as_deref().map(str::trim).filter(|city| !city.is_empty());
            city.is_none_or(|city| fold(city) == fold(town))
        };
        let born = |born: &CalendarDate| wallet.birth_date().is_none_or(|stated| stated == *born);
        self.town.as_ref().is_none_or(town) && self.born.as_ref().is_none_or(born)
    }

    /// The same question by another reading.
    pub fn by(&self, instead: &Instead) -> Self {
        let Instead { request, town, born, .. } = instead.clone();
        Self { request, town, born, instead: Vec::new(), ..self.clone() }
    }
}

impl By {
    const ALL: [Self; 6] = [Self::Auto, Self::Phone, Self::Email, Self::LastName, Self::ExternalId, Self::CustomerId];

    /// As the radio button carries it.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::LastName => "lastName",
            Self::ExternalId => "externalId",
            Self::CustomerId => "customerId",
            Self::BirthDate => "auto",
        }
    }

    /// From the radio button; anything else is `Auto`.
    pub fn from_value(value: &str) -> Self {
        Self::ALL.into_iter().find(|by| by.value() == value).unwrap_or(Self::Auto)
    }

    /// Completes "No customer has this …".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Auto => "text",
            Self::Phone => "phone number",
            Self::Email => "e-mail address",
            Self::LastName => "name",
            Self::ExternalId => "external ID",
            Self::CustomerId => "customer ID",
            Self::BirthDate => "birth date",
        }
    }
}

/// What a text looks like, cleaned before. Never `Auto`.
fn recognise(text: &str, habits: &Habits) -> By {
    let Habits { month_first, home } = habits;
    let letters = text.chars().any(|c| c.is_ascii_alphabetic() || !c.is_ascii());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let one_word = !text.contains(' ');
    if text.contains('@') {
        By::Email
    } else if birth_date::parse(text, *month_first).is_some() || birth_date::is_without_century(text) {
        By::BirthDate
    } else if birth_date::split(text, *month_first).1.is_some() {
        By::LastName
    } else if is_issuers_reference(text) {
        By::CustomerId
    } else if home.number(text).is_some() {
        By::Phone
    } else if one_word && digits > 0 && (!letters || text.contains(['-', '_', ':'])) {
        By::ExternalId
    } else if one_word && is_customer_id(text) {
        By::CustomerId
    } else if one_word && digits > 0 {
        By::ExternalId
    } else {
        By::LastName
    }
}

/// The question for this text, or what is missing. Nothing that could be a card's number is a question.
pub fn question(by: By, text: &str, habits: &Habits) -> Result<Question, &'static str> {
    if may_be_card(text) && !phone::is_plainly_international(text) {
        return Err("This could be a card number, so nothing was sent. Search by name, phone, e-mail or customer ID; \
                    a phone number with its country code begins with +.");
    }
    let typed = &clean(text);
    let text = &plain(typed);
    if text.is_empty() {
        return Err("Type what the caller tells you: a phone number, an e-mail address, a name or an ID.");
    }
    let chosen = by;
    let by = if by == By::Auto { recognise(text, habits) } else { by };
    let mut asked = Question { by, request: Default::default(), born: None, town: None, instead: Vec::new() };
    match by {
        By::Auto | By::LastName => return Ok(by_name(asked, chosen, (text, typed), habits.month_first)),
        By::BirthDate => match birth_date::parse(text, habits.month_first) {
            Some(born) => {
                asked.born = Some(born);
                asked.instead_born(birth_date::parse(text, !habits.month_first));
            }
            None => return Err("Write the year of birth in full, such as 1960."),
        },
        By::Phone => {
            let phone::Number { usual, others } = habits.home.digits_of(text);
            if usual.len() < 5 {
                return Err("A phone number has at least five digits. Ask for the whole number.");
            }
            asked.request.phone = Some(usual.into());
            asked.instead_by(others, |request, other| request.phone = Some(other.into()));
        }
        By::Email => match email_in(text) {
            Some(email) => {
                let small = lower_case(&email);
                let other = Some(small).filter(|small| *small != email);
                asked.request.email = Some(email.into());
                asked.instead_by(other, |request, other| request.email = Some(other.into()));
            }
            None => return Err("An e-mail address has an @. Ask the caller to spell it."),
        },
        By::ExternalId => asked.request.external_id = Some(id_in(text).into()),
        By::CustomerId => asked.request.customer_id = Some(id_in(text).into()),
    }
    Ok(asked)
}

impl Question {
    /// Other spellings of what is asked for.
    fn instead_by(
        &mut self,
        others: impl IntoIterator<Item = String>,
        put: impl Fn(&mut RetrieveCustomerLookupInfo, &str),
    ) {
        for other in others {
            let mut request = self.request.clone();
            put(&mut request, &other);
            self.instead.push(Instead { request, note: found_as(&other), town: self.town.clone(), born: self.born });
        }
    }

    /// Of two numbers that may both be the month the other one may be meant.
    fn instead_born(&mut self, other: Option<CalendarDate>) {
        if let Some(born) = other.filter(|other| Some(*other) != self.born) {
            let note = format!("Found with the birth date {born}.");
            let (request, town) = (self.request.clone(), self.town.clone());
            self.instead.push(Instead { request, note, town, born: Some(born) });
        }
    }

    /// Whoever is asked for may be called otherwise.
    fn instead_named(&mut self, first: Option<String>, last: &str, note: String) {
        let request = RetrieveCustomerLookupInfo {
            first_name: first,
            last_name: Some(last.to_owned()),
            ..RetrieveCustomerLookupInfo::default()
        };
        if request != self.request && !self.instead.iter().any(|other| other.request == request) {
            self.instead.push(Instead { request, note, town: self.town.clone(), born: self.born });
        }
    }
}

/// `typed` has the signs as they were typed.
fn by_name(mut asked: Question, chosen: By, (text, typed): (&str, &str), month_first: bool) -> Question {
    let (name, born) = birth_date::split(text, month_first);
    asked.born = born;
    if name.is_empty() {
        asked.by = By::BirthDate;
        asked.instead_born(birth_date::split(text, !month_first).1);
        return asked;
    }
    let (name, town) = if chosen == By::Auto { in_town(&name) } else { (name.as_str(), None) };
    asked.town = town;
    if chosen == By::LastName && !name.contains(',') {
        asked.request.last_name = Some(name.to_owned());
    } else {
        (asked.request.first_name, asked.request.last_name) = names(name);
        others_named(&mut asked, name);
    }
    if typed != text && asked.born.is_none() && asked.town.is_none() {
        let is_last = asked.request.first_name.is_none();
        let (first, last) = if is_last { (None, Some(typed.to_owned())) } else { names(typed) };
        let last = last.unwrap_or_default();
        asked.instead_named(first, &last, found_as(&last));
    }
    spelled_otherwise(&mut asked);
    asked.instead_born(birth_date::split(text, !month_first).1);
    asked
}

fn found_as(name: &str) -> String {
    format!("Found as {name}.")
}

/// After a comma a town may stand in place of the first name. Without one it may be a last name of several words, two given
/// names before the last name, or the last name first.
fn others_named(asked: &mut Question, name: &str) {
    if let (true, None, Some(town)) = (name.contains(','), &asked.town, asked.request.first_name.clone()) {
        let note = format!("Nobody has “{town}” as a first name: it was taken as a town.");
        let request = RetrieveCustomerLookupInfo { first_name: None, ..asked.request.clone() };
        asked.instead.push(Instead { request, note, town: Some(town), born: asked.born });
    }
    if name.contains(',') {
        return;
    }
    if name.contains(' ') {
        asked.instead_named(None, name, format!("Found with the last name “{name}”."));
    }
    let mut taken = |first: &str, last: &str| {
        let note = format!("Found with the first name “{first}” and the last name “{last}”.");
        asked.instead_named(Some(first.to_owned()), last, note);
    };
    if let Some((first, last)) = name.rsplit_once(' ') {
        taken(first, last);
        taken(last, first);
    }
    if let Some((last, first)) = name.split_once(' ') {
        taken(first, last);
    }
}

/// Names may be kept with the apostrophe of a word processor, or with their accents apart.
fn spelled_otherwise(asked: &mut Question) {
    let RetrieveCustomerLookupInfo { first_name, last_name, .. } = asked.request.clone();
    let Some(last_name) = last_name else { return };
    for spell in [|name: &str| name.replace('\'', "’"), |name: &str| unicode::decomposed(name)] {
        let last = spell(&last_name);
        asked.instead_named(first_name.as_deref().map(spell), &last, found_as(&last));
    }
}

/// By what else this text can be looked for, when it was not this: what a rep is offered with one click.
pub fn other_readings(by: By, text: &str, habits: &Habits) -> Vec<By> {
    let text = &plain(text);
    let one_word = !text.contains(' ');
    let digits = text.contains(|c: char| c.is_ascii_digit());
    let letters = text.contains(|c: char| c.is_ascii_alphabetic() || !c.is_ascii());
    let can_be = |other: &By| match other {
        By::Phone => text.chars().filter(char::is_ascii_digit).count() >= 5 && !letters,
        By::LastName => letters && !text.contains('@'),
        By::ExternalId | By::CustomerId => one_word && (digits || !text.contains('@')),
        By::Auto | By::Email | By::BirthDate => false,
    };
    let others = [By::Phone, By::LastName, By::ExternalId, By::CustomerId].into_iter();
    others.filter(|other| *other != by && can_be(other) && question(*other, text, habits).is_ok()).collect()
}

/// What stands beside the box while the rep types.
pub fn taken_as(by: By, text: &str, habits: &Habits) -> String {
    if by != By::Auto || text.trim().is_empty() {
        return String::new();
    }
    let Ok(Question { by, request, born, town, .. }) = question(by, text, habits) else { return String::new() };
    let mut taken = match by {
        By::LastName if request.first_name.is_some() => "Taken as first and last name".to_owned(),
        By::LastName => "Taken as last name".to_owned(),
        By::Phone => format!("Taken as phone number {}", request.phone.as_ref().map_or("", |phone| phone.in_clear())),
        By::Email if request.email.as_ref().is_some_and(|email| email.in_clear() != text.trim()) => {
            format!("Taken as e-mail address {}", request.email.as_ref().map_or("", |email| email.in_clear()))
        }
        by => format!("Taken as {}", by.words()),
    };
    if let Some(born) = born {
        taken += if by == By::BirthDate { " " } else { ", born " };
        taken += &born.to_string();
    }
    if let Some(town) = town {
        taken += ", in ";
        taken += &town;
    }
    taken
}

#[cfg(test)]
mod tests;
