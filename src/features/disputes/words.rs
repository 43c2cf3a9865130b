//! What the platform's words mean to a rep. The lists are open: a word that is not here is shown as it is.

use contract::{
    free_text,
    operations::issuing::disputes::{Dispute, DisputeStatus},
};

use crate::ui::badge::Tone;

/// What a person wrote on several lines, as one.
pub fn in_one_line(text: &str) -> String {
    free_text(&text.replace('\n', " "))
}

/// What an event is about (seed 004:2087-2123).
pub fn event(word: &str) -> &'static str {
    match word {
        "Comment" => "A person noted something",
        "DISPUTE_INITIATE" => "The scheme opened a case",
        "LOCATE_TRANSACTION" => "The disputed transaction was found at the scheme",
        "TRANSACTION_DETAILS" => "What the scheme knows about the transaction",
        "ASSOCIATE_TRANSACTION" => "The transaction was joined to the case",
        "CREATE_CLAIM" => "The scheme gave the case a number",
        "CHARGEBACK_SUBMIT" => "The chargeback was handed to the scheme",
        _ => "",
    }
}

/// What a message to or from the scheme is.
pub fn message(word: &str) -> &'static str {
    match word {
        "ORIGINAL" | "FIRST_PRESENTMENT" => "The merchant’s bank asked for the money",
        "FIRSTCHARGEBACK" | "CHARGEBACK" => "We asked for the money back",
        _ => "",
    }
}

/// Where a message stands.
pub fn message_status(word: &str) -> &'static str {
    match word {
        "PENDING_SCHEME" => "Waiting for the scheme",
        "PROCESSED" => "Processed",
        _ => "",
    }
}

/// Where a posting books: a debit is given back or written off, a credit is charged again or kept.
pub fn posting(word: &str, credit: bool) -> &'static str {
    match (word, credit) {
        ("ISSUER_ACCOUNT", false) => "Written off: the issuer carries it",
        ("ISSUER_ACCOUNT", true) => "Kept: it goes to the issuer",
        ("Cardholder Account", false) => "Given back to the cardholder",
        ("Cardholder Account", true) => "Charged to the cardholder again",
        ("Processing View", _) => "The platform’s own record",
        _ => "",
    }
}

/// The types of posting that the issuer has: what is held, and how it is called.
pub fn posting_types(words: &[String], credit: bool) -> Vec<(String, String)> {
    let called = |word: &String| match posting(word, credit) {
        "" => spelt_out(word),
        means => format!("{}: {means}", spelt_out(word)),
    };
    words.iter().map(|word| (word.clone(), called(word))).collect()
}

/// Where a folder stands, as a badge shows it.
pub fn status(status: Option<&DisputeStatus>) -> (Tone, &'static str, String) {
    match status {
        Some(DisputeStatus::Open) => (Tone::Information, "clock", "Open".into()),
        Some(DisputeStatus::Closed) => (Tone::Plain, "check", "Closed".into()),
        Some(DisputeStatus::Unknown(word)) => (Tone::Attention, "warning", word.clone()),
        None => (Tone::Attention, "warning", "Not stated".into()),
    }
}

/// Why nothing can be added to a folder.
pub fn folder_hindrance(dispute: &Dispute) -> Option<String> {
    match &dispute.status_code {
        Some(DisputeStatus::Open) | None => None,
        Some(DisputeStatus::Closed) => Some("The folder is closed.".into()),
        Some(DisputeStatus::Unknown(word)) => {
            Some(format!("The gateway calls the folder “{word}”, and nobody knows whether it takes more."))
        }
    }
}

/// An issuer's word as people read it: `COUNTERFEIT_CARD` is "Counterfeit card"; anything else stays as it is.
pub fn spelt_out(word: &str) -> String {
    let shouted = !word.is_empty() && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    if !shouted {
        return word.to_owned();
    }
    let lower = word.replace('_', " ").to_ascii_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuers_word_is_spelt_out_where_it_shouts() {
        assert_eq!(spelt_out("COUNTERFEIT_CARD"), "Counterfeit card");
        assert_eq!(spelt_out("Cardholder Account"), "Cardholder Account");
        assert_eq!(spelt_out(""), "");
    }

    #[test]
    fn what_a_posting_means_depends_on_which_way_the_money_goes() {
        let types = ["Cardholder Account".to_owned(), "PROFIT AND LOSS".to_owned()];
        let called = |credit| posting_types(&types, credit).into_iter().map(|(_, called)| called).collect::<Vec<_>>();
        assert_eq!(called(false), ["Cardholder Account: Given back to the cardholder", "PROFIT AND LOSS"]);
        assert_eq!(called(true), ["Cardholder Account: Charged to the cardholder again", "PROFIT AND LOSS"]);
    }

    #[test]
    fn a_folder_whose_state_is_not_known_takes_nothing() {
        let folder = |status: &str| -> Dispute {
            let text =
                format!(r#"{{"disputeFolderIdentifier":{{"disputeFolderReference":"D"}},"statusCode":"{status}"}}"#);
            serde_json::from_str(&text).expect("a folder")
        };
        assert_eq!(folder_hindrance(&folder("OPEN")), None);
        assert_eq!(folder_hindrance(&folder("CLOSED")), Some("The folder is closed.".into()));
        assert!(folder_hindrance(&folder("PARKED")).is_some_and(|reason| reason.contains("“PARKED”")));
    }
}
