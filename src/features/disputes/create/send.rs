//! Sends a new dispute, once, and settles it by the reference that was made for it.

use contract::{
    IssuerDisputeExternalReference,
    operations::issuing::{disputes::Dispute, operations::AccountOperation},
};

use super::{draft::Draft, folder_of};
use crate::{
    features::disputes::{folders, request, scheme::Scheme, settle},
    session::{Caller, Seen, Session, Words, Write},
    ui::trouble::Retry,
};

/// Begins. `reread` reads the operation again when it is over.
pub fn send(session: &Session, caller: &Caller, operation: &AccountOperation, draft: &Draft, reread: Retry) {
    let scheme = scheme_of(operation);
    let place = settle::place(caller, operation.operation_identifier.operation_id.as_str());
    let Some(intent) = draft.intent(session, operation, scheme) else { return };
    let (reference, operation) = (intent.reference.clone(), intent.operation.clone());
    let words = Words {
        what: "Create a dispute".into(),
        noun: "The dispute",
        done: "The operation is in dispute".into(),
        undone: "No folder was made; the draft is kept.".into(),
    };
    // What is attached must last for as long as it may be sent again.
    let held = draft.documents.hold();
    let read = move |gateway: &crate::gateway::Gateway| {
        let _ = &held;
        let (gateway, operation, reference) = (gateway.clone(), operation.clone(), reference.clone());
        async move { folder_of(&gateway, operation).await.map(|folder| seen(folder.as_ref(), &reference)) }
    };
    let draft = draft.clone();
    let write =
        Write::new(words, request::create(&intent), read).comparing_first().then(move |session, caller, end| {
            if end.is_done() {
                draft.clear();
                folders::refresh(session, caller);
            }
            reread();
        });
    place.begin(session, caller, write);
}

/// Which scheme the operation was made with.
pub fn scheme_of(operation: &AccountOperation) -> Option<Scheme> {
    Scheme::of_words([&operation.card_scheme, &operation.brand].into_iter().flatten().map(String::as_str))
}

/// What a folder tells about the dispute that was to be made.
fn seen(folder: Option<&Dispute>, reference: &IssuerDisputeExternalReference) -> Seen {
    let Some(folder) = folder else { return Seen::NotDone };
    let identifier = &folder.dispute_folder_identifier;
    let name = identifier.dispute_folder_reference.to_string();
    if identifier.issuer_dispute_external_reference.as_ref() == Some(reference) {
        Seen::Done(vec![("Dispute folder", "None".into(), name)])
    } else {
        Seen::Other(format!("The operation is in dispute already, in folder {name}, which was not made here."))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn folder(external: Option<&str>) -> Dispute {
        serde_json::from_str(
            &json!({ "disputeFolderIdentifier": {
            "disputeFolderReference": "D-V-1234-2339-42", "issuerDisputeExternalReference": external,
        } })
            .to_string(),
        )
        .expect("a folder")
    }

    #[test]
    fn only_the_folder_with_the_reference_of_this_intent_is_this_dispute() {
        let reference = "45f014d5".into();
        assert_eq!(seen(None, &reference), Seen::NotDone);
        assert!(matches!(seen(Some(&folder(Some("45f014d5"))), &reference), Seen::Done(_)));
        for others in [folder(Some("b7ead3d8")), folder(None)] {
            assert!(matches!(seen(Some(&others), &reference), Seen::Other(said) if said.contains("D-V-1234-2339-42")));
        }
    }
}
