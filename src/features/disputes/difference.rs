//! What a folder shows that it did not show before: how a change to it is settled when its answer was lost.

use contract::{
    Amount, free_text,
    operations::issuing::disputes::{
        Dispute, DisputeDocument, DisputeEvent, DisputeMessage, DisputePosting, NewDispute, NewDisputeEvent,
        NewDisputePosting,
    },
};

use super::chargeback;

/// Something that is to be added to a folder, as it is recognised there.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Amount, type and message of a posting, and whether it is booked at once.
    Posting(Amount, String, Option<String>, Option<bool>),
    /// Type and message of an event.
    Event(String, Option<String>),
    /// File name, type and label of a document.
    Document(String, String, Option<String>),
    /// A message to the scheme: the part that it asks for, and Mastercard's reason code.
    Chargeback(Option<Amount>, Option<String>),
}

/// What a folder shows of a part, compared with an earlier reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is one more of it.
    There,
    /// The folder is as it was.
    AsBefore,
    /// It is not there, and something else is: what.
    Otherwise(String),
}

/// Compares two readings of a folder.
pub fn compare(before: &Dispute, now: &Dispute, part: &Part) -> Verdict {
    if part.count(now) > part.count(before) {
        return Verdict::There;
    }
    match news(before, now) {
        news if news.is_empty() => Verdict::AsBefore,
        news => Verdict::Otherwise(format!("New in the folder: {}.", news.join(", "))),
    }
}

/// Everything of a new dispute that its folder does not show, each in a few words. A folder is what was sent only when all of
/// it is in it.
pub fn lacking(folder: &Dispute, sent: &NewDispute) -> Vec<String> {
    let mut lacking = Vec::new();
    if sent.dispute_reason.is_some() && folder.reason != sent.dispute_reason {
        lacking.push("the reason".to_owned());
    }
    let postings = sent.dispute_postings.iter().cloned().map(|posting| {
        let NewDisputePosting { posting_amount, posting_type_reference, message, immediate_reimbursement } = posting;
        Part::Posting(posting_amount, posting_type_reference, message, immediate_reimbursement)
    });
    let events = sent.dispute_events.iter().cloned();
    let events = events.map(|NewDisputeEvent { kind, message }| Part::Event(kind, message));
    let documents = sent.dispute_documents.iter().map(|document| {
        Part::Document(document.file_name.clone(), document.kind.as_str().to_owned(), document.label.clone())
    });
    let names = [("a posting", "postings"), ("a note", "notes"), ("a document", "documents")];
    let parts: [Vec<Part>; 3] = [postings.collect(), events.collect(), documents.collect()];
    for (parts, (one, several)) in parts.iter().zip(names) {
        let missing = missing(folder, parts);
        match missing {
            0 => {}
            1 => lacking.push(one.to_owned()),
            count => lacking.push(format!("{count} {several}")),
        }
    }
    lacking
}

/// How many of these parts a folder does not show; two that are alike must both be there.
fn missing(folder: &Dispute, parts: &[Part]) -> usize {
    let place = |index: usize| parts[..index].iter().filter(|earlier| **earlier == parts[index]).count();
    (0..parts.len()).filter(|index| parts[*index].count(folder) <= place(*index)).count()
}

/// What there is more of than before, each in a few words.
fn news(before: &Dispute, now: &Dispute) -> Vec<String> {
    let counts = |folder: &Dispute| {
        [
            folder.postings.as_ref().map_or(0, |list| list.rows.len()),
            folder.events.as_ref().map_or(0, |list| list.rows.len()),
            folder.documents.as_ref().map_or(0, |list| list.rows.len()),
            folder.messages.as_ref().map_or(0, |list| list.rows.len()),
        ]
    };
    let names = [("posting", "postings"), ("event", "events"), ("document", "documents"), ("message", "messages")];
    let more = counts(now).into_iter().zip(counts(before)).zip(names);
    let mut news: Vec<String> = more
        .filter(|((now, before), _)| now > before)
        .map(|((now, before), (one, several))| match now - before {
            1 => format!("1 {one}"),
            count => format!("{count} {several}"),
        })
        .collect();
    if before.status_code != now.status_code {
        news.push("another state".into());
    }
    news
}

impl Part {
    fn count(&self, folder: &Dispute) -> usize {
        match self {
            Self::Posting(amount, kind, message, at_once) => {
                let same = |row: &&DisputePosting| {
                    row.posting_amount.as_ref() == Some(amount)
                        && row.posting_type_reference.as_deref() == Some(kind)
                        && same_text(row.message.as_deref(), message.as_deref())
                        && agree(row.immediate_reimbursement.as_ref(), at_once.as_ref())
                };
                folder.postings.iter().flat_map(|list| &list.rows).filter(same).count()
            }
            Self::Event(kind, message) => {
                let same = |row: &&DisputeEvent| {
                    row.kind.as_deref() == Some(kind) && same_text(row.message.as_deref(), message.as_deref())
                };
                folder.events.iter().flat_map(|list| &list.rows).filter(same).count()
            }
            Self::Document(name, kind, label) => {
                let same = |row: &&DisputeDocument| {
                    row.file_name.as_deref() == Some(name)
                        && same_text(row.label.as_deref(), label.as_deref())
                        && agree(row.kind.as_ref(), Some(kind))
                };
                folder.documents.iter().flat_map(|list| &list.rows).filter(same).count()
            }
            Self::Chargeback(part, code) => {
                let same = |row: &&DisputeMessage| {
                    let stated = row.amount.as_ref().filter(|amount| amount.stated().is_some());
                    chargeback::is_one(row)
                        && row.reverse_flag != Some(true)
                        && agree(stated, part.as_ref())
                        && agree(row.reason_code.as_ref(), code.as_ref())
                };
                folder.messages.iter().flat_map(|list| &list.rows).filter(same).count()
            }
        }
    }
}

/// What only one side states is not held against the other.
fn agree<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

/// Nothing and an empty text are the same.
fn same_text(one: Option<&str>, other: Option<&str>) -> bool {
    // What came is cleaned of what nobody sees.
    let [one, other] = [one, other].map(|text| free_text(text.unwrap_or_default()));
    one.trim() == other.trim()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn folder(lists: Value) -> Dispute {
        let mut folder = json!({ "disputeFolderIdentifier": { "disputeFolderReference": "D" }, "statusCode": "OPEN" });
        folder.as_object_mut().expect("an object").extend(lists.as_object().expect("an object").clone());
        serde_json::from_str(&folder.to_string()).expect("a folder")
    }

    fn posting(message: &str) -> Value {
        let amount = json!({ "value": 7625, "exponent": 2, "isoCode": "EUR" });
        json!({ "postingAmount": amount, "postingTypeReference": "ISSUER_ACCOUNT", "message": message })
    }

    fn write_off() -> Part {
        let amount = Amount { value: Some(7625), exponent: Some(2), iso_code: Some("EUR".into()) };
        Part::Posting(amount, "ISSUER_ACCOUNT".into(), Some("Write off".into()), Some(true))
    }

    #[test]
    fn one_more_of_it_is_there() {
        let before = folder(json!({}));
        let once = folder(json!({ "postings": [posting("Write off")] }));
        let twice = folder(json!({ "postings": [posting("Write off"), posting("Write off")] }));
        assert_eq!(compare(&before, &once, &write_off()), Verdict::There);
        assert_eq!(compare(&once, &twice, &write_off()), Verdict::There, "an equal one before it does not count");
        assert_eq!(compare(&once, &once, &write_off()), Verdict::AsBefore);
    }

    #[test]
    fn what_somebody_else_did_is_told_and_never_taken_for_it() {
        let before = folder(json!({}));
        let others = folder(json!({ "postings": [posting("Refund")], "events": [{ "type": "Comment" }, {}] }));
        assert_eq!(
            compare(&before, &others, &write_off()),
            Verdict::Otherwise("New in the folder: 1 posting, 2 events.".into())
        );
        let closed = Dispute { status_code: Some("CLOSED".into()), ..folder(json!({})) };
        assert_eq!(
            compare(&before, &closed, &write_off()),
            Verdict::Otherwise("New in the folder: another state.".into())
        );
    }

    #[test]
    fn notes_documents_and_chargebacks_are_recognised_too() {
        let before = folder(json!({ "messages": [{ "type": "ORIGINAL" }] }));
        let now = folder(json!({
            "messages": [{ "type": "ORIGINAL" }, { "type": "FIRSTCHARGEBACK" }],
            "events": [{ "type": "Comment", "message": "Called back" }],
            "documents": [{ "fileName": "a.pdf", "type": "application/pdf" }],
        }));
        for part in [
            Part::Chargeback(None, None),
            Part::Event("Comment".into(), Some("Called back".into())),
            Part::Document("a.pdf".into(), "application/pdf".into(), None),
        ] {
            assert_eq!(compare(&before, &now, &part), Verdict::There, "{part:?}");
            assert_eq!(compare(&now, &now, &part), Verdict::AsBefore, "{part:?}");
        }
        assert!(matches!(
            compare(&before, &now, &Part::Event("Comment".into(), Some("Called".into()))),
            Verdict::Otherwise(_)
        ));
    }

    #[test]
    fn another_part_of_the_same_kind_is_not_the_one_that_was_sent() {
        let euros = |value| Amount { value: Some(value), exponent: Some(2), iso_code: Some("EUR".into()) };
        let before = folder(json!({}));
        let charged = |amount: Value, code: &str| {
            let message = json!({ "type": "FIRSTCHARGEBACK", "amount": amount, "reasonCode": code });
            folder(json!({ "messages": [message] }))
        };
        let amount = json!({ "value": 500, "exponent": 2, "isoCode": "EUR" });
        let part = Part::Chargeback(Some(euros(500)), Some("4837".into()));
        assert_eq!(compare(&before, &charged(amount.clone(), "4837"), &part), Verdict::There);
        assert_eq!(compare(&before, &charged(json!({}), "4837"), &part), Verdict::There, "an amount may be unstated");
        assert!(matches!(compare(&before, &charged(amount, "4853"), &part), Verdict::Otherwise(_)));
        let other = Part::Chargeback(Some(euros(600)), None);
        let amount = json!({ "value": 500, "exponent": 2, "isoCode": "EUR" });
        assert!(matches!(compare(&before, &charged(amount, "4837"), &other), Verdict::Otherwise(_)));
        let later = folder(json!({ "postings": [{
            "postingAmount": { "value": 7625, "exponent": 2, "isoCode": "EUR" }, "postingTypeReference": "ISSUER_ACCOUNT",
            "message": "Write off", "immediateReimbursement": false,
        }] }));
        assert!(matches!(compare(&before, &later, &write_off()), Verdict::Otherwise(_)), "it is not booked at once");
    }

    #[test]
    fn what_nobody_sees_in_a_text_makes_no_other_one() {
        assert!(same_text(Some("one\u{200b} two\tthree\nfour"), Some("one two three\r\nfour ")));
        assert!(same_text(None, Some(" ")) && !same_text(Some("one two"), Some("onetwo")));
    }

    #[test]
    fn a_folder_is_what_was_sent_only_when_all_of_it_is_in_it() {
        let note = |message: &str| json!({ "type": "Comment", "message": message });
        let sent: NewDispute = serde_json::from_value(json!({
            "disputeReason": "COUNTERFEIT_CARD",
            "disputePostings": [posting("Write off")], "disputeEvents": [note("A"), note("A"), note("B")],
            "disputeDocuments": [{ "data": "JVBERi0", "type": "application/pdf", "fileName": "a.pdf" }],
        }))
        .expect("a dispute");
        let whole = json!({
            "reason": "COUNTERFEIT_CARD", "postings": [posting("First"), posting("Write off")],
            "events": [note("A"), note("B"), note("A")],
            "documents": [{ "fileName": "a.pdf", "type": "application/pdf" }],
        });
        assert_eq!(lacking(&folder(whole.clone()), &sent), Vec::<String>::new());
        let without = |key: &str, value: Value| {
            let mut folder_of = whole.clone();
            folder_of[key] = value;
            lacking(&folder(folder_of), &sent).join(", ")
        };
        assert_eq!(without("reason", json!("UNKNOWN_CARD")), "the reason");
        assert_eq!(without("postings", json!([posting("First")])), "a posting");
        assert_eq!(without("events", json!([note("A"), note("B")])), "a note", "one of two that are alike");
        assert_eq!(without("events", json!([])), "3 notes");
        assert_eq!(without("documents", json!(null)), "a document");
    }
}
