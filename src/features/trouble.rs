//! What went wrong between portal and gateway, in a rep's words.

use contract::{Rows, Status, free_text};
use leptos::prelude::{AnyView, window};

use crate::{
    browser::{part::is_renewed, time},
    gateway::{Answered, Failure, Fault, NotOffered, Outcome, not_offered},
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
            Fault::Unavailable { .. } => vec![("503".into(), "HTTP status".into(), String::new())],
            Fault::NotPermitted => vec![("403".into(), "Forbidden".into(), String::new())],
            Fault::NotAccepted => vec![("401".into(), "Unauthorized".into(), String::new())],
            Fault::Busy { .. } => vec![("429".into(), "Too many requests".into(), String::new())],
            Fault::Malformed(malformed) | Fault::Unsendable(malformed) => {
                vec![(String::new(), malformed.to_string(), String::new())]
            }
            _ => Vec::new(),
        },
    };
    let what_next = failure.advice().map(|advice| match headline(failure) {
        Some(_) => advice.what_next(),
        None => advice.line(),
    });
    let what_next = what_next.filter(|line| !line.is_empty() && failure.fault != Fault::NotAccepted);
    details.extend(what_next.map(|line| ("What to do".into(), line, String::new())));
    Trouble { sentence, details, correlation: Some(failure.correlation.clone()), again }
}

/// Words for code that is fetched when it is needed, and did not come.
pub fn not_loaded() -> Trouble {
    let (more, again) = match window().navigator().on_line() {
        true if is_renewed() => ("The portal was renewed. Reload to go on.", Again::Reload),
        true => ("Everything else still works.", Again::NowOrOnline),
        false => ("Everything else still works.", Again::WhenOnline),
    };
    let sentence = format!("This part of the portal did not load. {more}");
    Trouble { sentence, details: vec![], correlation: None, again }
}

/// Words for what was not sent, because the browser has no network.
pub fn offline() -> Trouble {
    Trouble { sentence: OFFLINE.into(), details: vec![], correlation: None, again: Again::WhenOnline }
}

const OFFLINE: &str = "You are offline. Nothing was sent.";

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

/// What the gateway says of an answer that holds only part of what there is: of itself, or of one of those who contributed to
/// it (seed 003:437).
pub fn found_in_part<A>(answered: &Answered<A>) -> Option<Vec<(String, String, String)>> {
    answered.partly.as_ref().or(answered.noted.as_ref()).map(details)
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

/// What the gateway's own code means, where that says what happened.
fn headline(failure: &Failure) -> Option<&'static str> {
    match failure.fault {
        Fault::Refused(_) | Fault::Http(400..500) => failure.advice().map(|advice| advice.means),
        _ => None,
    }
}

/// "The devices: the platform has no such wallet; search again."
fn said_of(what: &str, sentence: &str) -> String {
    let mut signs = sentence.chars();
    let first = signs.next().map(char::to_lowercase).into_iter().flatten();
    format!("{what}: {}{}", first.collect::<String>(), signs.as_str())
}

fn words(what: &str, failure: &Failure) -> (String, Again) {
    let unknown = failure.outcome() == Outcome::Unknown;
    let sentence = match &failure.fault {
        Fault::Offline => OFFLINE.to_owned(),
        Fault::SignedOut => "Your session has ended. Sign in again to go on.".to_owned(),
        Fault::SignInInstead if !unknown => "Your session has ended. Sign in again to go on.".to_owned(),
        Fault::NotAccepted => {
            "The issuer's gateway did not accept the portal's credentials. You are signed in.".to_owned()
        }
        Fault::NotPermitted => "You are not permitted to do this.".to_owned(),
        Fault::Busy { .. } => "The gateway has too many requests and asks to wait.".to_owned(),
        Fault::NotOffered(NotOffered::Configuration(configuration)) => {
            format!("The {} configuration does not offer this. Nothing was sent.", configuration.name())
        }
        Fault::NotOffered(NotOffered::Issuer) => format!("{} Nothing was sent.", not_offered(failure.operation)),
        Fault::Unsendable(_) => format!("{what}: nothing was sent, because the request could not be made."),
        _ if unknown => format!("{what}: not confirmed. The gateway's answer was lost, so it may have happened."),
        Fault::TimedOut => format!("{what} could not be read: the gateway did not answer in time."),
        Fault::Unreachable => format!("{what} could not be read: the connection failed."),
        Fault::Unavailable { .. } | Fault::Http(500..) => {
            format!("{what} could not be read: the gateway is not available.")
        }
        Fault::TooLong => format!("{what} could not be read: the answer is too long."),
        Fault::Http(_) => match headline(failure) {
            Some(means) => said_of(what, means),
            None => format!("{what}: the gateway turned the request away."),
        },
        Fault::Malformed(_) | Fault::SignInInstead => {
            format!("{what} could not be read: the answer could not be understood.")
        }
        Fault::Refused(_) => match headline(failure) {
            Some(means) => said_of(what, means),
            None => format!("{what}: the gateway refused."),
        },
        Fault::Unclear(_) => format!("{what}: the gateway answered with an outcome that is not documented."),
    };
    let again = match &failure.fault {
        Fault::NotPermitted => Again::Never("Ask a lead; trying again does not help."),
        Fault::NotAccepted => Again::Tell("Tell the portal’s team; signing in again does not help."),
        Fault::NotOffered(NotOffered::Configuration(_)) => Again::Never("This issuer's wallets are kept elsewhere."),
        Fault::NotOffered(NotOffered::Issuer) => Again::NotOffered,
        Fault::Offline => Again::WhenOnline,
        Fault::Unreachable if !unknown => Again::NowOrOnline,
        Fault::Busy { .. } | Fault::Unavailable { .. } => {
            Again::NotBefore(time::now() + i64::from(failure.wait_millis().unwrap_or_default()))
        }
        _ => Again::Now,
    };
    (sentence, again)
}

#[cfg(test)]
mod tests {
    use contract::{
        Family, Operation,
        operations::{
            RetrieveCustomerDevices, UpdateCustomerDeviceActivation,
            issuing::accounts::RetrieveAccount,
            wallet::{RetrieveUserReceiptByPaydiantRefId, UpdateDeviceBlockStatus},
        },
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
    fn only_a_read_is_asked_again_by_itself_when_the_network_comes_back() {
        let again = |spec| trouble("It", &Failure::of(spec, "c", Fault::Unreachable)).again;
        assert_eq!(again(&RetrieveCustomerDevices::SPEC), Again::NowOrOnline);
        assert_eq!(again(&UpdateCustomerDeviceActivation::SPEC), Again::Now);
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
        assert_eq!(line, "Trying again does not help.");
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
        assert_eq!(details[1].1, "Trying again does not help.");
    }

    #[test]
    fn what_the_code_means_is_the_headline_and_not_that_the_gateway_refused() {
        let refused = |code, text| sentence(false, Fault::Refused(Status::refusal(code, text)));
        assert_eq!(refused("388", "CUSTOMER_NOT_FOUND"), "The devices: the platform has no such wallet; search again.");
        assert_eq!(refused("999", "New"), "The devices: the gateway refused.");
        let mut failure = Failure::of(&RetrieveAccount::SPEC, "c", Fault::Http(404));
        failure.said = contract::issuing::Issuing::refusal(r#"{"responseMetadata": {"statusCode": 404}}"#);
        assert_eq!(trouble("The account", &failure).sentence, "The account: the gateway has no such record.");
        let blind = Failure::of(&RetrieveAccount::SPEC, "c", Fault::Http(404));
        assert_eq!(trouble("The account", &blind).sentence, "The account: the gateway turned the request away.");
    }

    #[test]
    fn a_time_out_that_the_platform_tells_of_reads_like_one_and_leaves_a_write_open() {
        let timed_out = || Fault::Refused(Status::refusal("386", "(500)Request time out"));
        let said = |writes| {
            let spec = if writes { UpdateDeviceBlockStatus::SPEC } else { RetrieveUserReceiptByPaydiantRefId::SPEC };
            trouble("It", &Failure::of(&spec, "c", timed_out())).sentence
        };
        assert_eq!(said(false), "It: the platform waited in vain for what stands behind it.");
        assert!(said(true).contains("not confirmed"));
    }

    #[test]
    fn the_gateways_own_401_is_not_the_end_of_the_reps_session() {
        let trouble = trouble("The devices", &Failure::of(&RetrieveCustomerDevices::SPEC, "c", Fault::NotAccepted));
        assert!(trouble.sentence.starts_with("The issuer's gateway did not accept the portal's credentials."));
        assert_eq!(trouble.details, [("401".into(), "Unauthorized".into(), String::new())]);
        assert!(matches!(trouble.again, Again::Tell(_)));
    }

    #[test]
    fn what_the_issuer_has_not_bought_is_no_failure_and_names_what_it_is() {
        let fault = Fault::NotOffered(NotOffered::Issuer);
        let trouble = trouble("The devices", &Failure::of(&RetrieveCustomerDevices::SPEC, "c", fault));
        assert_eq!(trouble.sentence, "This issuer does not offer “retrieve customer devices”. Nothing was sent.");
        assert_eq!(trouble.again, Again::NotOffered);
    }

    #[test]
    fn what_is_not_permitted_offers_no_second_try() {
        let failure = Failure::of(&RetrieveCustomerDevices::SPEC, "c", Fault::NotPermitted);
        assert!(matches!(trouble("It", &failure).again, Again::Never(_)));
    }
}
