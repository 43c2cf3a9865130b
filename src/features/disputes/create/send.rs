//! Sends a new dispute, once, and settles it by the reference that was made for it.

use contract::{
    IssuerDisputeExternalReference,
    operations::issuing::{
        disputes::{CreateDispute, CreateDisputeFromTransaction, Dispute, NewDispute},
        operations::AccountOperation,
    },
};

use leptos::prelude::*;

use super::{attempts::Attempts, confirm::Question};
use crate::{
    features::disputes::{
        difference::lacking,
        folders,
        origin::Origin,
        request,
        scheme::Scheme,
        settle::{self, has_parts, unproven},
    },
    gateway::{Failure, Gateway},
    session::{Caller, Seen, Session, Words, Write},
};

/// Begins. What was asked about is sent, and nothing else.
pub fn send(session: &Session, caller: &Caller, question: &Question) {
    let Question { operation, intent, draft, reread } = question.clone();
    let place = settle::place(caller, operation.operation_identifier.operation_id.as_str());
    let (reference, origin) = (intent.reference.clone(), intent.origin.clone());
    let request = request::create(&intent);
    let words = Words {
        what: "Create a dispute".into(),
        noun: "The dispute",
        done: "The operation is in dispute".into(),
        undone: "No folder was made; the draft is kept.".into(),
    };
    let said = untrack(|| draft.said(session));
    let earlier = draft.attempts.with_untracked(Attempts::references);
    let tried_before = !earlier.is_empty();
    // What is attached must last for as long as it may be sent again.
    let held = draft.documents.hold();
    let read = {
        let sent = Sent { reference: reference.clone(), request: request.clone(), operation, earlier };
        let origin = origin.clone();
        move |gateway: &Gateway| {
            let _ = &held;
            let (gateway, origin, sent) = (gateway.clone(), origin.clone(), sent.clone());
            async move { seen(origin.folder_under(&gateway, sent.reference.clone()).await?.as_ref(), &sent) }
        }
    };
    let meant = {
        let (session, draft, said) = (session.clone(), draft.clone(), said.clone());
        move || draft.said(&session) == said
    };
    let write = match origin {
        Origin::Operation(reference) => Write::new(words, CreateDispute::of(reference, request), read),
        Origin::Transaction(transaction) => {
            Write::new(words, CreateDisputeFromTransaction::of(transaction, request), read)
        }
        // Its button says why it cannot be made.
        Origin::NoReference | Origin::NoTransaction => return,
    };
    let write = write.comparing_first().as_long_as(meant);
    let write = if tried_before { write.tried_before() } else { write };
    let write = write.then(move |session, caller, end| {
        if end.is_done() {
            // What the rep has written meanwhile was not sent.
            if untrack(|| draft.said(session)) == said {
                draft.clear();
            }
            folders::refresh(session, caller);
        } else if end.leaves_open() {
            draft.attempts.update(|attempts| attempts.keep(said.clone(), reference.clone()));
        }
        reread();
    });
    place.begin(session, caller, write);
}

/// Which scheme the operation was made with.
pub fn scheme_of(operation: &AccountOperation) -> Option<Scheme> {
    Scheme::of_words([&operation.card_scheme, &operation.brand].into_iter().flatten().map(String::as_str))
}

/// What was to be made; `earlier` attempts may have arrived instead of it.
#[derive(Clone)]
struct Sent {
    reference: IssuerDisputeExternalReference,
    request: NewDispute,
    operation: AccountOperation,
    earlier: Vec<IssuerDisputeExternalReference>,
}

/// What a folder tells about the dispute that was to be made. It is this one only under its own reference and with
/// everything in it; a folder about another operation, or without the parts that were asked for, proves nothing.
fn seen(folder: Option<&Dispute>, sent: &Sent) -> Result<Seen, Failure> {
    let Some(folder) = folder else { return Ok(Seen::NotDone) };
    if is_foreign(folder, &sent.operation) {
        return Err(unproven("the folder of this operation"));
    }
    let identifier = &folder.dispute_folder_identifier;
    let name = identifier.dispute_folder_reference.to_string();
    Ok(match &identifier.issuer_dispute_external_reference {
        Some(found) if *found == sent.reference => {
            if !has_parts(folder) {
                return Err(unproven("a folder with its parts"));
            }
            match lacking(folder, &sent.request) {
                missing if missing.is_empty() => Seen::Done(vec![("Dispute folder", "None".into(), name)]),
                missing => Seen::Other(format!(
                    "Folder {name} was made, and does not show all that was sent: {} not there. Open it, and add what is missing.",
                    listed(&missing)
                )),
            }
        }
        Some(found) if sent.earlier.contains(found) => Seen::Other(format!(
            "An earlier attempt arrived: folder {name} was made of what the form said then, not of what it says now."
        )),
        _ => Seen::Other(format!("The operation is in dispute already, in folder {name}, which was not made here.")),
    })
}

/// "the reason is", "a note and 2 documents are".
fn listed(missing: &[String]) -> String {
    match missing {
        [one] if !one.starts_with(|first: char| first.is_ascii_digit()) => format!("{one} is"),
        [several @ .., last] if !several.is_empty() => format!("{} and {last} are", several.join(", ")),
        _ => format!("{} are", missing.join(", ")),
    }
}

/// Whether a folder is about another transaction, as far as both say which.
fn is_foreign(folder: &Dispute, operation: &AccountOperation) -> bool {
    let both = folder.acquirer_reference_data.as_ref().zip(operation.acquirer_reference_data.as_ref());
    both.is_some_and(|(folder, operation)| folder != operation)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn folder(external: Option<&str>, parts: serde_json::Value) -> Dispute {
        let mut folder = json!({ "disputeFolderIdentifier": {
            "disputeFolderReference": "D-V-1234-2339-42", "issuerDisputeExternalReference": external,
        } });
        folder.as_object_mut().expect("an object").extend(parts.as_object().expect("an object").clone());
        serde_json::from_str(&folder.to_string()).expect("a folder")
    }

    fn sent(earlier: &[&str]) -> Sent {
        let request = json!({ "disputeEvents": [{ "type": "Comment", "message": "A" }] });
        let operation = json!({ "operationIdentifier": { "operationId": "1" }, "acquirerReferenceData": "749" });
        Sent {
            reference: "45f014d5".into(),
            request: serde_json::from_value(request).expect("a dispute"),
            operation: serde_json::from_str(&operation.to_string()).expect("an operation"),
            earlier: earlier.iter().map(|reference| (*reference).into()).collect(),
        }
    }

    fn whole() -> serde_json::Value {
        json!({ "events": [{ "type": "Comment", "message": "A" }], "acquirerReferenceData": "749" })
    }

    #[test]
    fn only_the_folder_with_the_reference_of_this_intent_is_this_dispute() {
        assert_eq!(seen(None, &sent(&[])), Ok(Seen::NotDone));
        assert!(matches!(seen(Some(&folder(Some("45f014d5"), whole())), &sent(&[])), Ok(Seen::Done(_))));
        for others in [folder(Some("b7ead3d8"), whole()), folder(None, whole())] {
            assert!(
                matches!(seen(Some(&others), &sent(&[])), Ok(Seen::Other(said)) if said.contains("D-V-1234-2339-42"))
            );
        }
    }

    #[test]
    fn a_folder_of_an_earlier_attempt_is_not_taken_for_what_the_form_says_now() {
        let seen = seen(Some(&folder(Some("b7ead3d8"), whole())), &sent(&["b7ead3d8"]));
        assert!(
            matches!(seen, Ok(Seen::Other(said)) if said.starts_with("An earlier attempt arrived: folder D-V-1234-2339-42"))
        );
    }

    #[test]
    fn a_folder_under_our_reference_that_lacks_a_part_is_no_proof_and_one_without_any_part_says_nothing() {
        let without = folder(Some("45f014d5"), json!({ "events": [], "postings": [] }));
        let said = "Folder D-V-1234-2339-42 was made, and does not show all that was sent: a note is not there. \
                    Open it, and add what is missing.";
        assert_eq!(seen(Some(&without), &sent(&[])), Ok(Seen::Other(said.into())));
        assert!(seen(Some(&folder(Some("45f014d5"), json!({}))), &sent(&[])).is_err(), "embed was not honoured");
    }

    #[test]
    fn a_folder_about_another_transaction_says_nothing() {
        let mut parts = whole();
        parts["acquirerReferenceData"] = json!("750");
        for reference in [Some("45f014d5"), Some("other"), None] {
            assert!(seen(Some(&folder(reference, parts.clone())), &sent(&[])).is_err());
        }
    }

    #[test]
    fn what_is_missing_is_listed_as_a_sentence_goes_on() {
        let said = |missing: &[&str]| listed(&missing.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        assert_eq!(said(&["a note"]), "a note is");
        assert_eq!(said(&["2 notes"]), "2 notes are");
        assert_eq!(said(&["the reason", "a note", "a document"]), "the reason, a note and a document are");
    }
}
