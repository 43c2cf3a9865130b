//! What a folder shows that it did not show before: how a change to it is settled when its answer was lost.

use contract::{
    Amount,
    operations::issuing::disputes::{Dispute, DisputeDocument, DisputeEvent, DisputePosting},
};

use super::chargeback;

/// Something that is to be added to a folder, as it is recognised there.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Amount, type and message of a posting.
    Posting(Amount, String, Option<String>),
    /// Type and message of an event.
    Event(String, Option<String>),
    /// File name and label of a document.
    Document(String, Option<String>),
    /// A message to the scheme.
    Chargeback,
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
            Self::Posting(amount, kind, message) => {
                let same = |row: &&DisputePosting| {
                    row.posting_amount.as_ref() == Some(amount)
                        && row.posting_type_reference.as_deref() == Some(kind)
                        && same_text(row.message.as_deref(), message.as_deref())
                };
                folder.postings.iter().flat_map(|list| &list.rows).filter(same).count()
            }
            Self::Event(kind, message) => {
                let same = |row: &&DisputeEvent| {
                    row.kind.as_deref() == Some(kind) && same_text(row.message.as_deref(), message.as_deref())
                };
                folder.events.iter().flat_map(|list| &list.rows).filter(same).count()
            }
            Self::Document(name, label) => {
                let same = |row: &&DisputeDocument| {
                    row.file_name.as_deref() == Some(name) && same_text(row.label.as_deref(), label.as_deref())
                };
                folder.documents.iter().flat_map(|list| &list.rows).filter(same).count()
            }
            Self::Chargeback => {
                let messages = folder.messages.iter().flat_map(|list| &list.rows);
                messages.filter(|row| chargeback::is_one(row) && row.reverse_flag != Some(true)).count()
            }
        }
    }
}

/// Nothing and an empty text are the same.
fn same_text(one: Option<&str>, other: Option<&str>) -> bool {
    one.unwrap_or_default().trim() == other.unwrap_or_default().trim()
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
        Part::Posting(amount, "ISSUER_ACCOUNT".into(), Some("Write off".into()))
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
            "documents": [{ "fileName": "a.pdf" }],
        }));
        for part in [
            Part::Chargeback,
            Part::Event("Comment".into(), Some("Called back".into())),
            Part::Document("a.pdf".into(), None),
        ] {
            assert_eq!(compare(&before, &now, &part), Verdict::There, "{part:?}");
            assert_eq!(compare(&now, &now, &part), Verdict::AsBefore, "{part:?}");
        }
        assert!(matches!(
            compare(&before, &now, &Part::Event("Comment".into(), Some("Called".into()))),
            Verdict::Otherwise(_)
        ));
    }
}
