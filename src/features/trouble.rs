//! What went wrong between portal and gateway, in a rep's words.

use contract::{Rows, Status, free_text};
use leptos::prelude::{AnyView, window};

use crate::{
    browser::time,
    gateway::{Failure, Fault, Outcome},
    ui::{
        badge::Tone,
        banner::Banner,
        trouble::{Again, Trouble},
    },
};

/// Words for a failure; `what` begins the sentence: "The devices".
pub fn trouble(what: &str, failure: &Failure) -> Trouble {
    let (sentence, again) = words(what, failure);
    let mut details = match failure.status() {
        Some(status) => details(status),
        None => match &failure.fault {
            Fault::Http(status) => vec![(status.to_string(), "HTTP status".to_owned(), String::new())],
            Fault::NotPermitted => vec![("403".into(), "Forbidden".into(), String::new())],
            Fault::Busy { .. } => vec![("429".into(), "Too many requests".into(), String::new())],
            Fault::Malformed(malformed) | Fault::Unsendable(malformed) => {
                vec![(String::new(), malformed.to_string(), String::new())]
            }
            _ => Vec::new(),
        },
    };
    details.extend(failure.advice().map(|advice| ("What to do".into(), advice.line(), String::new())));
    Trouble { sentence, details, correlation: Some(failure.correlation.clone()), again }
}

/// Words for code that is fetched when it is needed, and did not come.
pub fn not_loaded() -> Trouble {
    let again = if window().navigator().on_line() { Again::Now } else { Again::WhenOnline };
    let sentence = "This part of the portal did not load. Everything else still works.".into();
    Trouble { sentence, details: vec![], correlation: None, again }
}

/// Every result that contributed: code, text and origin.
pub fn details(status: &Status) -> Vec<(String, String, String)> {
    let all = status.details.iter();
    let mut details: Vec<_> = all
        .map(|detail| (detail.code.clone(), free_text(&detail.description), detail.origin.words().to_owned()))
        .collect();
    if details.is_empty() && !status.description.is_empty() {
        details.push((String::new(), free_text(&status.description), String::new()));
    }
    if let contract::Outcome::Unknown(word) = &status.outcome
        && !word.is_empty()
    {
        details.insert(0, (String::new(), word.clone(), String::new()));
    }
    details
}

/// An answer and, where the gateway found only part of what there is, its own words.
#[derive(Clone, Debug, PartialEq)]
pub struct InPart<T> {
    /// What it found.
    pub answer: T,
    /// Code, text and origin of everything that the gateway said.
    pub partly: Option<Vec<(String, String, String)>>,
}

impl<T> InPart<Rows<T>> {
    /// Whether these are all that there are.
    pub fn is_all(&self) -> bool {
        self.partly.is_none() && self.answer.unreadable == 0
    }
}

/// The gateway found only part of what there is, as these details say; what it found stands below.
pub fn only_part(details: &[(String, String, String)]) -> AnyView {
    let words: Vec<_> = details.iter().map(|(code, text, _)| format!("{code} {text}")).collect();
    let words = words.join(" · ");
    let sentence = format!("The gateway found only part of what there is: {}.", words.trim_end_matches('.'));
    Banner::alert(Tone::Attention, "warning", "Partly done.", sentence).slim().view()
}

fn words(what: &str, failure: &Failure) -> (String, Again) {
    let unknown = failure.outcome() == Outcome::Unknown;
    let sentence = match &failure.fault {
        Fault::Offline => "You are offline. Nothing was sent.".to_owned(),
        Fault::SignedOut => "Your session has ended. Sign in again to go on.".to_owned(),
        Fault::NotPermitted => "You are not permitted to do this.".to_owned(),
        Fault::Busy { .. } => "The gateway has too many requests and asks to wait.".to_owned(),
        Fault::NotOffered(configuration) => {
            format!("The {} configuration does not offer this. Nothing was sent.", configuration.name())
        }
        Fault::Unsendable(_) => format!("{what}: nothing was sent, because the request could not be made."),
        _ if unknown => format!("{what}: not confirmed. The gateway's answer was lost, so it may have happened."),
        Fault::TimedOut => format!("{what} could not be read: the gateway did not answer in time."),
        Fault::Unreachable => format!("{what} could not be read: the connection failed."),
        Fault::Http(status) if *status >= 500 => format!("{what} could not be read: the gateway is not available."),
        Fault::Http(_) => format!("{what}: the gateway turned the request away."),
        Fault::Malformed(_) => format!("{what} could not be read: the answer could not be understood."),
        Fault::Refused(_) => format!("{what}: the gateway refused."),
        Fault::Unclear(_) => format!("{what}: the gateway answered with an outcome that is not documented."),
    };
    let again = match &failure.fault {
        Fault::NotPermitted => Again::Never("Ask a lead; trying again does not help."),
        Fault::NotOffered(_) => Again::Never("This issuer's wallets are kept elsewhere."),
        Fault::Offline => Again::WhenOnline,
        Fault::Busy { retry_after_seconds } => Again::NotBefore(time::now() + i64::from(*retry_after_seconds) * 1000),
        _ => Again::Now,
    };
    (sentence, again)
}

#[cfg(test)]
mod tests {
    use contract::{
        Family, Operation,
        operations::{RetrieveCustomerDevices, UpdateCustomerDeviceActivation, issuing::accounts::RetrieveAccount},
    };

    use super::*;

    fn sentence(writes: bool, fault: Fault) -> String {
        let spec = if writes { UpdateCustomerDeviceActivation::SPEC } else { RetrieveCustomerDevices::SPEC };
        trouble("The devices", &Failure::of(&spec, "7b1f", fault)).sentence
    }

    #[test]
    fn a_failure_says_what_happened() {
        assert_eq!(
            sentence(false, Fault::TimedOut),
            "The devices could not be read: the gateway did not answer in time."
        );
        assert_eq!(sentence(false, Fault::Refused(Status::default())), "The devices: the gateway refused.");
        assert_eq!(sentence(true, Fault::Offline), "You are offline. Nothing was sent.");
    }

    #[test]
    fn a_lost_answer_to_a_write_never_reads_like_a_failure() {
        assert!(sentence(true, Fault::Http(502)).contains("not confirmed"));
    }

    #[test]
    fn every_detail_of_a_refusal_is_shown_with_its_origin() {
        let status = Status::refusal("386", "CreateCustomer Error");
        assert_eq!(details(&status), [("386".into(), "CreateCustomer Error".into(), "wallet platform".into())]);
    }

    #[test]
    fn a_known_code_comes_with_what_to_do() {
        let details = |fault| trouble("It", &Failure::of(&RetrieveCustomerDevices::SPEC, "c", fault)).details;
        let helped = details(Fault::Refused(Status::refusal("388", "CUSTOMER_NOT_FOUND")));
        let (label, line, _) = helped.last().expect("a line");
        assert_eq!(label, "What to do");
        assert_eq!(line, "The platform has no such wallet; search again. Trying again does not help.");
        assert_eq!(details(Fault::Refused(Status::refusal("388", "Balance verification"))).len(), 1, "another meaning");
        assert_eq!(details(Fault::Refused(Status::refusal("999", "New"))).len(), 1, "a code that nobody knows");
    }

    #[test]
    fn the_gateways_own_text_stands_beside_an_http_error() {
        let fault = Fault::Http(404);
        let mut failure = Failure::of(&RetrieveAccount::SPEC, "c", fault);
        failure.said = contract::issuing::Issuing::refusal(
            r#"{"responseMetadata": {"statusCode": 404, "statusMessage": "No such account"}}"#,
        );
        let details = trouble("The account", &failure).details;
        assert_eq!(details[0], ("404".into(), "No such account".into(), "issuing API".into()));
        assert!(details[1].1.starts_with("The gateway has no such record."));
    }

    #[test]
    fn what_is_not_permitted_offers_no_second_try() {
        let failure = Failure::of(&RetrieveCustomerDevices::SPEC, "c", Fault::NotPermitted);
        assert!(matches!(trouble("It", &failure).again, Again::Never(_)));
    }
}
