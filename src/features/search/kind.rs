//! What the typed text is: a phone number, an address, a name, a birth date, a town or an id.

use contract::{CalendarDate, WalletCustomer, operations::RetrieveCustomerLookupInfo};

use super::{
    birth_date,
    parts::{email_in, id_in, in_town, is_customer_id, is_issuers_reference, names},
};
use crate::{
    config::Config,
    input::{fold, may_be_card, phone, phone::Dialling, plain},
};

/// How people write where the issuer is.
#[derive(Clone, Debug)]
pub struct Habits {
    /// Whether the month comes before the day.
    pub month_first: bool,
    /// How telephone numbers are dialled.
    pub home: Dialling,
}

impl Habits {
    /// Where this issuer is.
    pub fn of(config: &Config) -> Self {
        Self { month_first: config.locale.eq_ignore_ascii_case("en-US"), home: config.tenant.home.clone() }
    }
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
    let text = &plain(text);
    if text.is_empty() {
        return Err("Type what the caller tells you: a phone number, an e-mail address, a name or an ID.");
    }
    let chosen = by;
    let by = if by == By::Auto { recognise(text, habits) } else { by };
    let mut asked = Question { by, request: Default::default(), born: None, town: None };
    match by {
        By::Auto | By::LastName => return Ok(by_name(asked, chosen, text, habits.month_first)),
        By::BirthDate => match birth_date::parse(text, habits.month_first) {
            Some(born) => asked.born = Some(born),
            None => return Err("Write the year of birth in full, such as 1960."),
        },
        By::Phone => {
            let usual = habits.home.digits_of(text);
            if usual.len() < 5 {
                return Err("A phone number has at least five digits. Ask for the whole number.");
            }
            asked.request.phone = Some(usual.into());
        }
        By::Email => match email_in(text) {
            Some(email) => asked.request.email = Some(email.into()),
            None => return Err("An e-mail address has an @. Ask the caller to spell it."),
        },
        By::ExternalId => asked.request.external_id = Some(id_in(text).into()),
        By::CustomerId => asked.request.customer_id = Some(id_in(text).into()),
    }
    Ok(asked)
}

fn by_name(mut asked: Question, chosen: By, text: &str, month_first: bool) -> Question {
    let (name, born) = birth_date::split(text, month_first);
    asked.born = born;
    if name.is_empty() {
        asked.by = By::BirthDate;
        return asked;
    }
    let (name, town) = if chosen == By::Auto { in_town(&name) } else { (name.as_str(), None) };
    asked.town = town;
    if chosen == By::LastName && !name.contains(',') {
        asked.request.last_name = Some(name.to_owned());
    } else {
        (asked.request.first_name, asked.request.last_name) = names(name);
    }
    asked
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
