//! What the typed text is: a phone number, an address, a name, a birth date, a town or an id.

use contract::{CalendarDate, WalletCustomer, operations::RetrieveCustomerLookupInfo};

use super::birth_date;
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
        let Instead { request, town, .. } = instead.clone();
        Self { request, town, instead: Vec::new(), ..self.clone() }
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
            Some(born) => asked.born = Some(born),
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
            self.instead.push(Instead { request, town: self.town.clone(), note: found_as(&other) });
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
            self.instead.push(Instead { request, town: self.town.clone(), note });
        }
    }
}

/// `typed` has the signs as they were typed.
fn by_name(mut asked: Question, chosen: By, (text, typed): (&str, &str), month_first: bool) -> Question {
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
        others_named(&mut asked, name);
    }
    if typed != text && asked.born.is_none() && asked.town.is_none() {
        let is_last = asked.request.first_name.is_none();
        let (first, last) = if is_last { (None, Some(typed.to_owned())) } else { names(typed) };
        let last = last.unwrap_or_default();
        asked.instead_named(first, &last, found_as(&last));
    }
    spelled_otherwise(&mut asked);
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
        asked.instead.push(Instead { request, town: Some(town), note });
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

/// The address in what was copied with it: `mailto:`, a name before it, angle brackets, a full stop behind it.
fn email_in(text: &str) -> Option<String> {
    let wrapped = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';' | '|');
    let mut words = text.split(wrapped).filter(|word| word.contains('@'));
    let word = match (words.next(), words.next()) {
        (Some(word), None) => word,
        _ => return None,
    };
    let word = word.trim_matches(['.', ':', '\'']);
    let word = match word.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => word[7..].split('?').next().unwrap_or_default(),
        _ => word,
    };
    let (local, domain) = word.rsplit_once('@')?;
    (!local.is_empty() && !domain.is_empty()).then(|| word.to_owned())
}

/// An id without the quotation marks or the punctuation that were copied with it.
fn id_in(text: &str) -> &str {
    text.trim_matches(['"', '\'', ',', ';', '.', '<', '>', ' '])
}

/// "Smith in Berlin", or "Smith, Paul, Berlin": the name, and the town.
fn in_town(text: &str) -> (&str, Option<String>) {
    let parts = match text.split_once(" in ") {
        Some(parts) => Some(parts),
        None => text.rsplit_once(',').filter(|(name, _)| name.contains(',')),
    };
    match parts.map(|(name, town)| (name.trim(), town.trim())) {
        Some((name, town)) if !name.is_empty() && !town.is_empty() => (name, Some(town.to_owned())),
        _ => (text, None),
    }
}

/// "Casey", "Paul Casey" or "Casey, Paul": first name, where there is one, and last name.
fn names(text: &str) -> (Option<String>, Option<String>) {
    let (first, last) = match text.split_once(',') {
        Some((last, first)) => (first.trim(), last.trim()),
        None => text.split_once(' ').unwrap_or(("", text)),
    };
    let stated = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
    if last.is_empty() { (None, stated(first)) } else { (stated(first), stated(last)) }
}

/// `CUS10000375046`: how the issuing platform calls a customer (seed 004:1306).
fn is_issuers_reference(text: &str) -> bool {
    let digits = text.strip_prefix("CUS").or_else(|| text.strip_prefix("cus")).unwrap_or_default();
    digits.len() >= 6 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Twelve letters and digits, mixed as no name is: `vmiTxZcaSEym` (seed 001:112). `VanDenBroeck` is a name: each of its
/// parts can be spoken.
fn is_customer_id(text: &str) -> bool {
    let plain = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let capitals = text.bytes().skip(1).filter(u8::is_ascii_uppercase).count();
    let small = text.bytes().any(|byte| byte.is_ascii_lowercase());
    plain && small && digits + capitals > 1 && (digits > 0 || !is_camel_case(text))
}

/// Every part has two letters at least, and a vowel in it.
fn is_camel_case(text: &str) -> bool {
    let begins = text.char_indices().skip(1).filter(|(_, c)| c.is_ascii_uppercase()).map(|(at, _)| at);
    let mut ends: Vec<usize> = begins.collect();
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter().all(|end| {
        let part = &text[start..end];
        start = end;
        part.len() >= 2 && part.to_ascii_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn habits(month_first: bool) -> Habits {
        Habits { month_first, home: Dialling::NORTH_AMERICA }
    }

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
            ("VanDenBroeck", By::LastName),
            ("VanDerLinden", By::LastName),
            ("aB3dE5gH7jK9", By::CustomerId),
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
            assert_eq!(recognise(text, &habits(false)), by, "{text}");
        }
    }

    #[test]
    fn a_name_may_come_in_either_order() {
        let name = |text: &str| names(text);
        let both = (Some("Paul".to_owned()), Some("Casey".to_owned()));
        assert_eq!(name("Paul Casey"), both);
        assert_eq!(name("Casey, Paul"), both);
                assert_eq!(name("Casey"), (None, Some("Casey".to_owned())));
        assert_eq!(name("Casey,"), (None, Some("Casey".to_owned())));
        assert_eq!(name("Marguerite van der Heijden").1.as_deref(), Some("van der Heijden"));
    }

    #[test]
    fn a_last_name_of_several_words_is_asked_for_whole_and_a_comma_separates_both_names() {
        let asked =
            |by, text| question(by, text, &habits(false)).map(|asked| (asked.request.first_name, asked.request.last_name));
        let last = |name: &str| Ok((None, Some(name.to_owned())));
        assert_eq!(asked(By::LastName, "de la  Cruz"), last("de la Cruz"));
        assert_eq!(asked(By::LastName, "Casey"), last("Casey"));
        assert_eq!(asked(By::LastName, "de la Cruz, María"), Ok((Some("María".into()), Some("de la Cruz".into()))));
        assert_eq!(asked(By::Auto, "Paul Casey"), Ok((Some("Paul".into()), Some("Casey".into()))));
    }

    #[test]
    fn only_a_question_that_can_be_answered_is_asked() {
        assert!(question(By::Auto, "   ", &habits(false)).is_err());
        assert!(question(By::Phone, "12", &habits(false)).is_err());
        assert!(question(By::Email, "paul", &habits(false)).is_err());
        let asked = question(By::LastName, "5089991234", &habits(false)).expect("the rep knows better");
        assert_eq!(asked.request.last_name.as_deref(), Some("5089991234"));
    }

    #[test]
    fn the_rep_sees_what_the_text_is_taken_as() {
        let taken = |text| taken_as(By::Auto, text, &habits(false));
        assert_eq!(taken("(508) 999-1234"), "Taken as phone number 5089991234");
        assert_eq!(taken("Paul Casey"), "Taken as first and last name");
        assert_eq!(taken("Smith 22/10/1960"), "Taken as last name, born 22 Oct 1960");
        assert_eq!(taken("Paul Smith 3.4.1980"), "Taken as first and last name, born 3 Apr 1980");
        assert_eq!(taken_as(By::Auto, "3/4/1980", &habits(true)), "Taken as birth date 4 Mar 1980");
        assert_eq!(taken("Smith in Berlin"), "Taken as last name, in Berlin");
        assert_eq!(taken("Smith, Paul, Berlin"), "Taken as first and last name, in Berlin");
        assert_eq!(taken("CUS10000375046"), "Taken as customer ID");
        assert_eq!(taken(""), "");
        assert_eq!(taken_as(By::Email, "Paul", &habits(false)), "", "the rep chose; nothing was taken as anything");
    }

    fn instead(text: &str) -> Vec<(String, String, Option<String>)> {
        let asked = question(By::Auto, text, &habits(false)).expect("a question");
        let name = |instead: &Instead| {
            let RetrieveCustomerLookupInfo { first_name, last_name, .. } = instead.request.clone();
            (first_name.unwrap_or_default(), last_name.unwrap_or_default(), instead.town.clone())
        };
        asked.instead.iter().map(name).collect()
    }

    #[test]
    fn after_a_comma_a_first_name_comes_first_and_a_town_when_nobody_bears_it() {
        let asked = question(By::Auto, "Smith, Berlin", &habits(false)).expect("a question");
        assert_eq!((asked.request.first_name.as_deref(), asked.town.as_deref()), (Some("Berlin"), None));
        assert_eq!(instead("Smith, Berlin"), [(String::new(), "Smith".into(), Some("Berlin".into()))]);
    }

    #[test]
    fn a_second_given_name_is_tried_as_one_and_so_is_the_last_name_first() {
        let named = |first: &str, last: &str| (first.to_owned(), last.to_owned(), None);
        let asked = question(By::Auto, "Mary Ann Smith", &habits(false)).expect("a question").request;
        assert_eq!((asked.first_name.as_deref(), asked.last_name.as_deref()), (Some("Mary"), Some("Ann Smith")));
        let others = [named("", "Mary Ann Smith"), named("Mary Ann", "Smith"), named("Smith", "Mary Ann"), named("Ann Smith", "Mary")];
        assert_eq!(instead("Mary Ann Smith"), others);
        assert_eq!(instead("Casey Paul"), [named("", "Casey Paul"), named("Paul", "Casey")]);
        assert_eq!(instead("Smith"), []);
    }

    #[test]
    fn a_name_is_asked_for_with_plain_signs_and_then_in_the_spellings_that_may_be_kept() {
        for typed in ["O’Brien", "O‘Brien", "OʻBrien", "O\u{200b}’Brien"] {
            let asked = question(By::Auto, typed, &habits(false)).expect("a question");
            assert_eq!(asked.request.last_name.as_deref(), Some("O'Brien"), "{typed}");
            assert!(instead(typed).iter().any(|(_, last, _)| last == "O’Brien"), "{typed}");
        }
        let asked = question(By::Auto, "Mu\u{308}ller", &habits(false)).expect("a question");
        assert_eq!(asked.request.last_name.as_deref(), Some("Müller"));
        assert_eq!(instead("Müller")[0].1, "Mu\u{308}ller");
    }

    #[test]
    fn what_was_copied_with_an_address_or_an_id_is_left_out() {
        let asked = |text| question(By::Auto, text, &habits(false)).expect("a question").request;
        for text in [
            "pauls_wallet@yahoo.com\u{200b}",
            "mailto:pauls_wallet@yahoo.com",
            "MAILTO:pauls_wallet@yahoo.com?subject=Hello",
            "Paul Casey <pauls_wallet@yahoo.com>",
            "\"Casey, Paul\" <mailto:pauls_wallet@yahoo.com>;",
            "<pauls_wallet@yahoo.com>.",
            "pauls_wallet＠yahoo．com",
        ] {
            assert_eq!(asked(text).email, Some("pauls_wallet@yahoo.com".into()), "{text}");
        }
        for text in ["vmiTxZcaSEym\u{200b}", "\u{feff}vmiTxZcaSEym", "“vmiTxZcaSEym”", "vmiTxZcaSEym,"] {
            let asked = question(By::CustomerId, text, &habits(false)).expect("a question").request;
            assert_eq!(asked.customer_id, Some("vmiTxZcaSEym".into()), "{text}");
        }
        assert!(question(By::Auto, "a@b.example c@d.example", &habits(false)).is_err(), "two addresses");
        let capitals = question(By::Auto, "PAUL@EXAMPLE.COM", &habits(false)).expect("a question");
        assert_eq!(capitals.instead[0].request.email, Some("paul@example.com".into()));
    }

    #[test]
    fn a_number_that_could_be_a_cards_is_no_question_by_whatever_it_is_asked() {
        for text in
            ["4111111111111111", "378282246310005", "4111 1111 1111 1111", "Casey 4111-1111-1111-1111", "+4111111111111111"]
        {
            for by in By::ALL {
                assert!(question(by, text, &habits(false)).is_err_and(|why| why.contains("card number")), "{text}");
            }
            assert_eq!(taken_as(By::Auto, text, &habits(false)), "");
        }
        let german = Habits { month_first: false, home: Dialling::of_country("DE").expect("a country") };
        assert!((0..100).all(|end| question(By::Auto, &format!("+49 170 55544 {end:03}"), &german).is_ok()));
    }

    #[test]
    fn a_year_of_birth_is_written_in_full() {
        for text in ["22/10/60", "22.10.60", "1.2.05"] {
            let asked = question(By::Auto, text, &habits(false));
            assert_eq!(asked, Err("Write the year of birth in full, such as 1960."), "{text}");
        }
    }

    #[test]
    fn what_has_another_reading_can_be_looked_for_by_it() {
        let others = |text: &str| {
            let by = question(By::Auto, text, &habits(false)).expect("a question").by;
            other_readings(by, text, &habits(false))
        };
        assert_eq!(others("402609123"), [By::ExternalId, By::CustomerId]);
        assert_eq!(others("VanDenBroeck"), [By::ExternalId, By::CustomerId]);
        assert_eq!(others("vmiTxZcaSEym"), [By::LastName, By::ExternalId]);
        assert_eq!(others("Paul Casey"), []);
        assert_eq!(others("a@b.example"), []);
    }

    #[test]
    fn a_wallet_that_states_another_day_or_town_is_left_out_and_one_that_states_none_is_not() {
        let asked = question(By::Auto, "Smith 22/10/1960", &habits(false)).expect("a question");
        let born = |birthday: &str| -> WalletCustomer {
            let facts = format!(
                r#"{{"customerUri":"u","additionalCustomerInformation":[{{"key":"birthday","value":"{birthday}"}}]}}"#
            );
            serde_json::from_str(&facts).expect("a record")
        };
        assert!(asked.fits(&born("10221960")) && asked.fits(&born("")));
        assert!(!asked.fits(&born("10231960")));
        let asked = question(By::Auto, "Smith in Berlin", &habits(false)).expect("a question");
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
