//! What the typed text is: a phone number, an address, a name or an id.

use contract::operations::RetrieveCustomerLookupInfo;

use super::phone;

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
    /// The wallet user's id.
    CustomerId,
}

/// A question that can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What the text was taken as; never `Auto`.
    pub by: By,
    /// What is sent.
    pub request: RetrieveCustomerLookupInfo,
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
        }
    }
}

/// What a text looks like. Never `Auto`.
pub fn recognise(text: &str) -> By {
    let text = text.trim();
    let letters = text.chars().any(|c| c.is_ascii_alphabetic() || !c.is_ascii());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let one_word = !text.contains(char::is_whitespace);
    if text.contains('@') {
        By::Email
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

/// The question for this text, or what is missing.
pub fn question(by: By, text: &str) -> Result<Question, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Err("Type what the caller tells you: a phone number, an e-mail address, a name or an ID.");
    }
    let chosen = by;
    let by = if by == By::Auto { recognise(text) } else { by };
    let mut request = RetrieveCustomerLookupInfo::default();
    match by {
        By::LastName if chosen == By::LastName && !text.contains(',') => request.last_name = Some(tidy(text)),
        By::Auto | By::LastName => (request.first_name, request.last_name) = names(text),
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
    Ok(Question { by, request })
}

/// What stands beside the box while the rep types.
pub fn taken_as(by: By, text: &str) -> String {
    if by != By::Auto || text.trim().is_empty() {
        return String::new();
    }
    match question(by, text) {
        Ok(Question { by: By::LastName, request }) if request.first_name.is_some() => {
            "Taken as first and last name".into()
        }
        Ok(Question { by: By::Phone, request }) => {
            format!("Taken as phone number {}", request.phone.as_ref().map_or("", |phone| phone.in_clear()))
        }
        Ok(Question { by: By::LastName, .. }) => "Taken as last name".into(),
        Ok(asked) => format!("Taken as {}", asked.by.words()),
        Err(_) => String::new(),
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
            ("Casey", By::LastName),
            ("Paul Casey", By::LastName),
            ("MacDonaldson", By::LastName),
            ("O'Brien", By::LastName),
            ("Müller-Lüdenscheidt", By::LastName),
            ("李", By::LastName),
        ] {
            assert_eq!(recognise(text), by, "{text}");
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
        let asked = |by, text| question(by, text).map(|asked| (asked.request.first_name, asked.request.last_name));
        let last = |name: &str| Ok((None, Some(name.to_owned())));
        assert_eq!(asked(By::LastName, "de la  Cruz"), last("de la Cruz"));
        assert_eq!(asked(By::LastName, "Casey"), last("Casey"));
        assert_eq!(asked(By::LastName, "de la Cruz, María"), Ok((Some("María".into()), Some("de la Cruz".into()))));
        assert_eq!(asked(By::Auto, "Paul Casey"), Ok((Some("Paul".into()), Some("Casey".into()))));
    }

    #[test]
    fn only_a_question_that_can_be_answered_is_asked() {
        assert!(question(By::Auto, "   ").is_err());
        assert!(question(By::Phone, "12").is_err());
        assert!(question(By::Email, "paul").is_err());
        let asked = question(By::LastName, "5089991234").expect("the rep knows better");
        assert_eq!(asked.request.last_name.as_deref(), Some("5089991234"));
    }

    #[test]
    fn the_rep_sees_what_the_text_is_taken_as() {
        assert_eq!(taken_as(By::Auto, "(508) 999-1234"), "Taken as phone number 5089991234");
        assert_eq!(taken_as(By::Auto, "Paul Casey"), "Taken as first and last name");
        assert_eq!(taken_as(By::Auto, ""), "");
        assert_eq!(taken_as(By::Email, "Paul"), "", "the rep chose; nothing was taken as anything");
    }

    #[test]
    fn every_radio_button_is_known() {
        for by in By::ALL {
            assert_eq!(By::from_value(by.value()), by);
        }
    }
}
