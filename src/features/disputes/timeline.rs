//! What happened to a folder, as one story: events, postings, documents and messages with the scheme in order of time.

use contract::{
    Amount, Instant, free_text,
    operations::issuing::disputes::{Dispute, DisputeDocument, DisputeEvent, DisputeMessage, DisputePosting},
    shown_id,
};

use super::{balance::is_credit, words};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// When. Without it, it stands at the end.
    pub at: Option<Instant>,
    /// What kind of thing.
    pub kind: Kind,
    /// The gateway's own word for it.
    pub word: String,
    /// What that means; empty where nobody knows.
    pub means: &'static str,
    /// What was written with it.
    pub text: String,
    /// How much it is about: `None` where it is about no money, and an amount without a value is not stated.
    pub amount: Option<Amount>,
    /// More that is worth knowing, each a few words.
    pub notes: Vec<String>,
}

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A message to or from the scheme.
    Scheme,
    /// Money was booked.
    Posting,
    /// Something was noted.
    Event,
    /// Something was attached.
    Document,
}

impl Kind {
    /// In a word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scheme => "Scheme",
            Self::Posting => "Posting",
            Self::Event => "Event",
            Self::Document => "Document",
        }
    }
}

/// The whole story, oldest first. The gateway's lists are in no order (seed 004:2087-2123).
pub fn moments(dispute: &Dispute) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    moments.extend(dispute.messages.iter().flat_map(|list| &list.rows).map(message));
    moments.extend(dispute.postings.iter().flat_map(|list| &list.rows).map(posting));
    moments.extend(dispute.events.iter().flat_map(|list| &list.rows).map(event));
    moments.extend(dispute.documents.iter().flat_map(|list| &list.rows).map(document));
    moments.sort_by(|one, other| {
        let undated = |moment: &Moment| moment.at.is_none();
        undated(one).cmp(&undated(other)).then_with(|| one.at.cmp(&other.at)).then_with(|| one.kind.cmp(&other.kind))
    });
    moments
}

/// How many rows of the lists could not be read.
pub fn unreadable(dispute: &Dispute) -> usize {
    [
        dispute.messages.as_ref().map(|list| list.unreadable),
        dispute.postings.as_ref().map(|list| list.unreadable),
        dispute.events.as_ref().map(|list| list.unreadable),
        dispute.documents.as_ref().map(|list| list.unreadable),
    ]
    .into_iter()
    .flatten()
    .sum()
}

fn message(message: &DisputeMessage) -> Moment {
    let word = message.kind.clone().unwrap_or_default();
    let reason = match (stated(&message.reason_code), stated(&message.reason_code_description)) {
        (Some(code), Some(text)) => Some(format!("Reason {code}: {text}")),
        (Some(only), None) | (None, Some(only)) => Some(format!("Reason {only}")),
        (None, None) => None,
    };
    let mut notes = Vec::new();
    notes.extend(stated(&message.status).map(|status| match words::message_status(&status) {
        "" => status,
        means => means.to_owned(),
    }));
    notes.extend(reason);
    notes.extend((message.reverse_flag == Some(true)).then(|| "Reversed".to_owned()));
    notes.extend(message.scheme_case_id.as_ref().map(|id| format!("Scheme case {id}")));
    Moment {
        at: message.creation_date.clone(),
        kind: Kind::Scheme,
        means: words::message(&word),
        word,
        text: String::new(),
        // A message is always about money: one that does not say how much says so.
        amount: Some(message.amount.clone().unwrap_or_default()),
        notes,
    }
}

fn posting(posting: &DisputePosting) -> Moment {
    let word = posting.posting_type_reference.clone().unwrap_or_default();
    let mut notes = Vec::new();
    notes.push(match posting.immediate_reimbursement {
        Some(true) => "On the cardholder’s account at once".to_owned(),
        Some(false) => "Not on the cardholder’s account at once".to_owned(),
        None => "Whether it was booked at once is not stated".to_owned(),
    });
    notes.extend(stated(&posting.dispute_adjustment_type));
    notes.extend(
        posting
            .operation_reference
            .as_ref()
            .filter(|reference| !reference.is_empty())
            .map(|reference| format!("Operation {}", shown_id(reference))),
    );
    Moment {
        at: posting.creation_date.clone(),
        kind: Kind::Posting,
        means: words::posting(&word, is_credit(posting.posting_amount.as_ref())),
        word,
        text: text(posting.message.as_deref()),
        amount: Some(posting.posting_amount.clone().unwrap_or_default()),
        notes,
    }
}

fn event(event: &DisputeEvent) -> Moment {
    let word = event.kind.clone().unwrap_or_default();
    let origin = match event.external {
        Some(true) => "From outside the platform",
        Some(false) => "From the platform",
        None => "Origin not stated",
    };
    Moment {
        at: event.creation_date.clone(),
        kind: Kind::Event,
        means: words::event(&word),
        word,
        text: text(event.message.as_deref()),
        amount: None,
        notes: vec![origin.to_owned()],
    }
}

fn document(document: &DisputeDocument) -> Moment {
    let mut notes: Vec<String> = stated(&document.kind).into_iter().collect();
    let differs = document
        .data
        .as_ref()
        .is_some_and(|data| data.begins_like().map(|kind| kind.as_str().to_owned()) != document.kind);
    notes.extend(differs.then(|| "Its content is of another type".to_owned()));
    Moment {
        at: document.creation_date.clone(),
        kind: Kind::Document,
        word: document.file_name.as_deref().map(free_text).unwrap_or_default(),
        means: "Attached",
        text: text(document.label.as_deref()),
        amount: None,
        notes,
    }
}

/// What a person or the platform wrote, without a comma that it begins with (seed 004:2107).
fn text(message: Option<&str>) -> String {
    words::in_one_line(message.unwrap_or_default()).trim_start_matches([',', ' ']).trim_end().to_owned()
}

fn stated(text: &Option<String>) -> Option<String> {
    text.as_deref().map(free_text).filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use contract::{Family, Opened, issuing::Issuing, operations::issuing::disputes::RetrieveDispute};
    use serde_json::json;

    use super::*;

    fn guide() -> Dispute {
        let text = include_str!("../../../contract/samples/issuing-v2/retrieveDispute.response.json");
        match Issuing::open::<RetrieveDispute>(text) {
            Ok(Opened::Done(dispute)) => dispute,
            other => panic!("the guide's folder is read: {other:?}"),
        }
    }

    fn folder(lists: serde_json::Value) -> Dispute {
        let mut folder = json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D-V-1-1-1" } });
        folder.as_object_mut().expect("an object").extend(lists.as_object().expect("an object").clone());
        serde_json::from_str(&folder.to_string()).expect("a folder")
    }

    #[test]
    fn the_guides_folder_is_one_story_in_order_of_time() {
        let words: Vec<_> = moments(&guide()).into_iter().map(|moment| (moment.kind, moment.word)).collect();
        let expected = [
            (Kind::Scheme, "ORIGINAL"),
            (Kind::Posting, "Processing View"),
            (Kind::Scheme, "FIRSTCHARGEBACK"),
            (Kind::Event, "LOCATE_TRANSACTION"),
            (Kind::Event, "TRANSACTION_DETAILS"),
            (Kind::Event, "CREATE_CLAIM"),
            (Kind::Event, "DISPUTE_INITIATE"),
            (Kind::Event, "ASSOCIATE_TRANSACTION"),
            (Kind::Event, "CHARGEBACK_SUBMIT"),
        ];
        assert_eq!(words, expected.map(|(kind, word)| (kind, word.to_owned())));
    }

    #[test]
    fn an_amount_that_is_not_stated_is_not_zero() {
        let moments = moments(&guide());
        let amount =
            |word: &str| moments.iter().find(|moment| moment.word == word).and_then(|moment| moment.amount.clone());
        let chargeback = amount("FIRSTCHARGEBACK").expect("about money");
        assert_eq!((chargeback.value, chargeback.stated()), (None, None));
        assert_eq!(amount("Processing View").and_then(|amount| amount.value), Some(-21_102));
        assert_eq!(amount("DISPUTE_INITIATE"), None, "not about money");
    }

    #[test]
    fn a_message_that_states_no_amount_at_all_is_still_about_money() {
        let told = moments(&folder(json!({ "messages": [{ "type": "CHARGEBACK" }] })));
        assert_eq!(told[0].amount, Some(Amount::default()));
    }

    #[test]
    fn every_event_says_where_it_came_from_or_that_nobody_said() {
        let notes = |word: &str| {
            let moment = moments(&guide()).into_iter().find(|moment| moment.word == word);
            moment.map(|moment| moment.notes).unwrap_or_default()
        };
        assert_eq!(notes("DISPUTE_INITIATE"), ["From the platform"]);
        assert_eq!(notes("ASSOCIATE_TRANSACTION"), ["Origin not stated"]);
    }

    #[test]
    fn a_text_that_begins_with_a_comma_is_read_without_it() {
        let moment = moments(&guide()).into_iter().find(|moment| moment.word == "TRANSACTION_DETAILS");
        assert!(moment.is_some_and(|moment| moment.text.starts_with("RDR Eligible Indicator: false")));
    }

    #[test]
    fn what_has_no_date_stands_at_the_end_and_unknown_words_stay_as_they_are() {
        let told = moments(&folder(json!({
            "events": [{ "type": "SOMETHING_NEW" }, { "type": "Comment", "creationDate": "2022-11-15T18:06:04Z" }],
            "documents": [{ "fileName": "a.pdf", "creationDate": "2022-11-15T18:06:04Z" }],
        })));
        let words: Vec<_> = told.iter().map(|moment| moment.word.as_str()).collect();
        assert_eq!(words, ["Comment", "a.pdf", "SOMETHING_NEW"]);
        assert_eq!(told[2].means, "");
    }

    #[test]
    fn a_document_of_another_content_than_declared_says_so() {
        let told = moments(&folder(json!({ "documents": [
            { "fileName": "doc.jpeg", "type": "image/jpeg", "data": "iVBORw0KGgo=" },
            { "fileName": "ok.pdf", "type": "application/pdf", "data": "JVBERi0xLjcK" },
        ] })));
        assert_eq!(told[0].notes, ["image/jpeg", "Its content is of another type"]);
        assert_eq!(told[1].notes, ["application/pdf"]);
    }

    #[test]
    fn rows_that_cannot_be_read_are_counted_over_all_lists() {
        let folder = folder(json!({ "events": [{ "type": 7 }], "postings": [[], {}] }));
        assert_eq!(unreadable(&folder), 2);
    }
}
