//! What the typed text is: a phone number, an address, a name, a birth date, a town or an id.

use contract::{CalendarDate, WalletCustomer, operations::RetrieveCustomerLookupInfo};

use super::{birth_date, phone};
use crate::browser::lower_case::lower_case;

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
    /// After a comma, this may be a town instead of a first name: asked when nobody bears that name.
    pub perhaps_town: Option<String>,
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
            city.is_none_or(|city| lower_case(city) == lower_case(town))
        };
        let born = |born: &CalendarDate| wallet.birth_date().is_none_or(|stated| stated == *born);
        self.town.as_ref().is_none_or(town) && self.born.as_ref().is_none_or(born)
    }

    /// The same with a town in place of the first name.
    pub fn with_town_instead(&self) -> Option<Self> {
        let town = self.perhaps_town.clone()?;
        let request = RetrieveCustomerLookupInfo { first_name: None, ..self.request.clone() };
        Some(Self { request, town: Some(town), perhaps_town: None, ..self.clone() })
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

/// What a text looks like. Never `Auto`.
pub fn recognise(text: &str, month_first: bool) -> By {
    let text = text.trim();
    let letters = text.chars().any(|c| c.is_ascii_alphabetic() || !c.is_ascii());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let one_word = !text.contains(char::is_whitespace);
    if text.contains('@') {
        By::Email
    } else if birth_date::parse(text, month_first).is_some() {
        By::BirthDate
    } else if birth_date::split(text, month_first).1.is_some() {
        By::LastName
    } else if is_issuers_reference(text) {
        By::CustomerId
    } else if phone::is_phone(text) {
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

/// The question for this text, or what is missing. `month_first` is how the rep's locale writes a day.
pub fn question(by: By, text: &str, month_first: bool) -> Result<Question, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Err("Type what the caller tells you: a phone number, an e-mail address, a name or an ID.");
    }
    let chosen = by;
    let by = if by == By::Auto { recognise(text, month_first) } else { by };
    let mut request = RetrieveCustomerLookupInfo::default();
    let (mut born, mut town, mut perhaps_town) = (None, None, None);
    match by {
        By::Auto | By::LastName => {
            let (name, day) = birth_date::split(text, month_first);
            born = day;
            if name.is_empty() {
                return Ok(Question { by: By::BirthDate, request, born, town, perhaps_town });
            }
            let (name, place) = if chosen == By::Auto { in_town(&name) } else { (name.as_str(), None) };
            town = place;
            if chosen == By::LastName && !name.contains(',') {
                request.last_name = Some(tidy(name));
            } else {
                (request.first_name, request.last_name) = names(name);
                perhaps_town = request.first_name.clone().filter(|_| town.is_none() && name.contains(','));
            }
        }
        By::BirthDate => born = birth_date::parse(text, month_first),
        By::Phone => {
            let digits = phone::national_digits(text);
            if digits.len() < 5 {
                return Err("A phone number has at least five digits. Ask for the whole number.");
            }
            request.phone = Some(digits.into());
        }
        By::Email if text.contains('@') => request.email = Some(text.into()),
        By::Email => return Err("An e-mail address has an @. Ask the caller to spell it."),
        By::ExternalId => request.external_id = Some(text.into()),
        By::CustomerId => request.customer_id = Some(text.into()),
    }
    Ok(Question { by, request, born, town, perhaps_town })
}

/// What stands beside the box while the rep types.
pub fn taken_as(by: By, text: &str, month_first: bool) -> String {
    if by != By::Auto || text.trim().is_empty() {
        return String::new();
    }
    let Ok(Question { by, request, born, town, .. }) = question(by, text, month_first) else { return String::new() };
    let mut taken = match by {
        By::LastName if request.first_name.is_some() => "Taken as first and last name".to_owned(),
        By::LastName => "Taken as last name".to_owned(),
        By::Phone => format!("Taken as phone number {}", request.phone.as_ref().map_or("", |phone| phone.in_clear())),
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

/// "Smith in Berlin", or "Smith, Paul, Berlin": the name, and the town.
fn in_town(text: &str) -> (&str, Option<String>) {
    let parts = match text.split_once(" in ") {
        Some(parts) => Some(parts),
        None => text.rsplit_once(',').filter(|(name, _)| name.contains(',')),
    };
    match parts.map(|(name, town)| (name.trim(), tidy(town))) {
        Some((name, town)) if !name.is_empty() && !town.is_empty() => (name, Some(town)),
        _ => (text, None),
    }
}

/// "Casey", "Paul Casey" or "Casey, Paul": first name, where there is one, and last name. A last name of several words is
/// asked for as what it is: by "Last name", where only a comma separates.
fn names(text: &str) -> (Option<String>, Option<String>) {
    let (first, last) = match text.split_once(',') {
        Some((last, first)) => (tidy(first), tidy(last)),
        None => match text.split_once(char::is_whitespace) {
            Some((first, last)) => (tidy(first), tidy(last)),
            None => (String::new(), text.to_owned()),
        },
    };
    if last.is_empty() { (None, Some(first)) } else { (Some(first).filter(|first| !first.is_empty()), Some(last)) }
}

/// `CUS10000375046`: how the issuing platform calls a customer (seed 004:1306).
fn is_issuers_reference(text: &str) -> bool {
    let digits = text.strip_prefix("CUS").or_else(|| text.strip_prefix("cus")).unwrap_or_default();
    digits.len() >= 6 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn tidy(part: &str) -> String {
    part.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Twelve letters and digits, mixed as no name is: `vmiTxZcaSEym` (seed 001:112). One capital inside may be a MacDonaldson.
fn is_customer_id(text: &str) -> bool {
    let plain = text.len() == 12 && text.chars().all(|c| c.is_ascii_alphanumeric());
    let mixed = text.chars().skip(1).filter(|c| c.is_ascii_uppercase() || c.is_ascii_digit()).count();
    plain && mixed > 1 && text.chars().any(|c| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_caller_says_is_recognised() {
        for (text, by) in [
            ("5089991234", By::Phone),
            ("(508) 999-1234", By::Phone),
            ("+1 508 999 1234", By::Phone),
            ("508.999.1234", By::Phone),
            ("pauls_wallet@yahoo.com", By::Email),
            ("vmiTxZcaSEym", By::CustomerId),
            ("PERSON-2023012600010A", By::ExternalId),
            ("A1", By::ExternalId),
            ("CUS10000375046", By::CustomerId),
            ("22/10/1960", By::BirthDate),
            ("1960-10-22", By::BirthDate),
            ("Smith 22.10.1960", By::LastName),
            ("Smith, Berlin", By::LastName),
            ("Casey", By::LastName),
            ("Paul Casey", By::LastName),
            ("MacDonaldson", By::LastName),
            ("O'Brien", By::LastName),
            ("Müller-Lüdenscheidt", By::LastName),
            ("李", By::LastName),
        ] {
            assert_eq!(recognise(text, false), by, "{text}");
        }
    }

    #[test]
    fn a_name_may_come_in_either_order() {
        let name = |text: &str| names(text);
        let both = (Some("Paul".to_owned()), Some("Casey".to_owned()));
        assert_eq!(name("Paul Casey"), both);
        assert_eq!(name("Casey, Paul"), both);
        assert_eq!(name("Paul   Casey"), both);
        assert_eq!(name("Casey"), (None, Some("Casey".to_owned())));
        assert_eq!(name("Casey,"), (None, Some("Casey".to_owned())));
        assert_eq!(name("Marguerite van der Heijden").1.as_deref(), Some("van der Heijden"));
    }

    #[test]
    fn a_last_name_of_several_words_is_asked_for_whole_and_a_comma_separates_both_names() {
        let asked =
            |by, text| question(by, text, false).map(|asked| (asked.request.first_name, asked.request.last_name));
        let last = |name: &str| Ok((None, Some(name.to_owned())));
        assert_eq!(asked(By::LastName, "de la  Cruz"), last("de la Cruz"));
        assert_eq!(asked(By::LastName, "Casey"), last("Casey"));
        assert_eq!(asked(By::LastName, "de la Cruz, María"), Ok((Some("María".into()), Some("de la Cruz".into()))));
        assert_eq!(asked(By::Auto, "Paul Casey"), Ok((Some("Paul".into()), Some("Casey".into()))));
    }

    #[test]
    fn only_a_question_that_can_be_answered_is_asked() {
        assert!(question(By::Auto, "   ", false).is_err());
        assert!(question(By::Phone, "12", false).is_err());
        assert!(question(By::Email, "paul", false).is_err());
        let asked = question(By::LastName, "5089991234", false).expect("the rep knows better");
        assert_eq!(asked.request.last_name.as_deref(), Some("5089991234"));
    }

    #[test]
    fn the_rep_sees_what_the_text_is_taken_as() {
        let taken = |text| taken_as(By::Auto, text, false);
        assert_eq!(taken("(508) 999-1234"), "Taken as phone number 5089991234");
        assert_eq!(taken("Paul Casey"), "Taken as first and last name");
        assert_eq!(taken("Smith 22/10/1960"), "Taken as last name, born 22 Oct 1960");
        assert_eq!(taken("Paul Smith 3.4.1980"), "Taken as first and last name, born 3 Apr 1980");
        assert_eq!(taken_as(By::Auto, "3/4/1980", true), "Taken as birth date 4 Mar 1980");
        assert_eq!(taken("Smith in Berlin"), "Taken as last name, in Berlin");
        assert_eq!(taken("Smith, Paul, Berlin"), "Taken as first and last name, in Berlin");
        assert_eq!(taken("CUS10000375046"), "Taken as customer ID");
        assert_eq!(taken(""), "");
        assert_eq!(taken_as(By::Email, "Paul", false), "", "the rep chose; nothing was taken as anything");
    }

    #[test]
    fn after_a_comma_a_first_name_comes_first_and_a_town_when_nobody_bears_it() {
        let asked = question(By::Auto, "Smith, Berlin", false).expect("a question");
        assert_eq!((asked.request.first_name.as_deref(), asked.town.as_deref()), (Some("Berlin"), None));
        let instead = asked.with_town_instead().expect("a town");
        assert_eq!((instead.request.first_name.as_deref(), instead.town.as_deref()), (None, Some("Berlin")));
        assert_eq!(instead.request.last_name.as_deref(), Some("Smith"));
        assert_eq!(instead.with_town_instead(), None);
        assert_eq!(question(By::Auto, "Paul Smith", false).expect("a question").with_town_instead(), None);
    }

    #[test]
    fn a_wallet_that_states_another_day_or_town_is_left_out_and_one_that_states_none_is_not() {
        let asked = question(By::Auto, "Smith 22/10/1960", false).expect("a question");
        let born = |birthday: &str| -> WalletCustomer {
            let facts = format!(
                r#"{{"customerUri":"u","additionalCustomerInformation":[{{"key":"birthday","value":"{birthday}"}}]}}"#
            );
            serde_json::from_str(&facts).expect("a record")
        };
        assert!(asked.fits(&born("10221960")) && asked.fits(&born("")));
        assert!(!asked.fits(&born("10231960")));
        let asked = question(By::Auto, "Smith in Berlin", false).expect("a question");
        let city = |city: &str| WalletCustomer { city: Some(city.into()), ..WalletCustomer::default() };
        assert!(asked.fits(&city("BERLIN")) && asked.fits(&city(" ")));
        assert!(!asked.fits(&city("Bonn")));
    }

    #[test]
    fn every_radio_button_is_known() {
        for by in By::ALL {
            assert_eq!(By::from_value(by.value()), by);
        }
    }
}
