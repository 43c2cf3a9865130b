//! Sends a new dispute, once, and settles it by the reference that was made for it.

use contract::{
    IssuerDisputeExternalReference,
    operations::issuing::{disputes::Dispute, operations::AccountOperation},
};

use leptos::prelude::*;

use super::{attempts::Attempts, confirm::Question, folder_of};
use crate::{
    features::disputes::{folders, request, scheme::Scheme, settle},
    gateway::Gateway,
    session::{Caller, Seen, Session, Words, Write},
};

/// Begins. What was asked about is sent, and nothing else.
pub fn send(session: &Session, caller: &Caller, question: &Question) {
    let Question { operation, intent, draft, reread } = question.clone();
    let place = settle::place(caller, operation.operation_identifier.operation_id.as_str());
    let (reference, operation) = (intent.reference.clone(), intent.operation.clone());
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
        let reference = reference.clone();
        move |gateway: &Gateway| {
            let _ = &held;
            let (gateway, operation) = (gateway.clone(), operation.clone());
            let (reference, earlier) = (reference.clone(), earlier.clone());
            async move { folder_of(&gateway, operation).await.map(|folder| seen(folder.as_ref(), &reference, &earlier)) }
        }
    };
    let meant = {
        let (session, draft, said) = (session.clone(), draft.clone(), said.clone());
        move || draft.said(&session) == said
    };
    let write = Write::new(words, request::create(&intent), read).comparing_first().as_long_as(meant);
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

/// What a folder tells about the dispute that was to be made; `earlier` attempts may have arrived instead of it.
fn seen(
    folder: Option<&Dispute>,
    reference: &IssuerDisputeExternalReference,
    earlier: &[IssuerDisputeExternalReference],
) -> Seen {
    let Some(folder) = folder else { return Seen::NotDone };
    let identifier = &folder.dispute_folder_identifier;
    let name = identifier.dispute_folder_reference.to_string();
    match &identifier.issuer_dispute_external_reference {
        Some(found) if found == reference => Seen::Done(vec![("Dispute folder", "None".into(), name)]),
        Some(found) if earlier.contains(found) => Seen::Other(format!(
            "An earlier attempt arrived: folder {name} was made of what the form said then, not of what it says now."
        )),
        _ => Seen::Other(format!("The operation is in dispute already, in folder {name}, which was not made here.")),
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
        assert_eq!(seen(None, &reference, &[]), Seen::NotDone);
        assert!(matches!(seen(Some(&folder(Some("45f014d5"))), &reference, &[]), Seen::Done(_)));
        for others in [folder(Some("b7ead3d8")), folder(None)] {
            assert!(
                matches!(seen(Some(&others), &reference, &[]), Seen::Other(said) if said.contains("D-V-1234-2339-42"))
            );
        }
    }

    #[test]
    fn a_folder_of_an_earlier_attempt_is_not_taken_for_what_the_form_says_now() {
        let seen = seen(Some(&folder(Some("45f014d5"))), &"b7ead3d8".into(), &["45f014d5".into()]);
        assert!(
            matches!(seen, Seen::Other(said) if said.starts_with("An earlier attempt arrived: folder D-V-1234-2339-42"))
        );
    }
}
