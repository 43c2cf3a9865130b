//! Changes to a folder: sent once, settled by reading the folder and comparing it with what it was.

use contract::{
    Amount, DisputeFolderReference, Malformed, Operation,
    operations::issuing::disputes::{Dispute, DisputePart, RetrieveDispute},
};

use super::{
    difference::{Part, Verdict, compare},
    folder, folders,
};
use crate::{
    gateway::{Attachment, Failure, Fault, Gateway},
    session::{Caller, Change, Seen, Session, Words, Write, Writing},
    ui::amount::amount_text,
};

/// Everything that a folder can be read with.
pub const WHOLE: [DisputePart; 4] =
    [DisputePart::Events, DisputePart::Postings, DisputePart::Documents, DisputePart::Messages];

/// The place of the changes to one folder, or of the dispute about one operation.
pub fn place(caller: &Caller, thing: &str) -> Writing {
    Writing::of(caller, &format!("dispute {thing}"))
}

/// Adds something to a folder as it was `before`; `held` is what goes with it. `done` is told when it is known to be done.
pub fn add<O: Operation + Clone + Send + Sync>(
    (session, caller): (&Session, &Caller),
    (words, request): (Words, O),
    before: &Dispute,
    part: Part,
    held: Vec<Attachment>,
    done: impl Fn() + Send + Sync + 'static,
) {
    let reference = before.dispute_folder_identifier.dispute_folder_reference.clone();
    let writing = place(caller, reference.as_str());
    let before = before.clone();
    let name = reference.clone();
    let read = move |gateway: &Gateway| {
        let _ = &held;
        let (gateway, reference, before, part) = (gateway.clone(), name.clone(), before.clone(), part.clone());
        async move {
            let now = proof(whole(&gateway, reference.clone()).await?, &reference)?;
            Ok(match compare(&before, &now, &part) {
                Verdict::There => Seen::Done(changes(&before, &now)),
                Verdict::AsBefore => Seen::NotDone,
                Verdict::Otherwise(news) => Seen::Other(news),
            })
        }
    };
    let write = Write::new(words, request, read).comparing_first().then(move |session, caller, end| {
        if end.is_done() {
            done();
        }
        folder::refresh(session, caller, &reference);
        folders::refresh(session, caller);
    });
    writing.begin(session, caller, write);
}

/// A folder with everything in it.
pub async fn whole(gateway: &Gateway, reference: DisputeFolderReference) -> Result<Dispute, Failure> {
    let question = RetrieveDispute { dispute_folder_reference: reference, embed: WHOLE.to_vec() };
    gateway.call(question).await.map(|answered| answered.answer)
}

/// A folder proves nothing when it is another than the one that was asked for, or when the parts that were asked for did not
/// come with it: every folder holds at least the first message.
fn proof(folder: Dispute, asked: &DisputeFolderReference) -> Result<Dispute, Failure> {
    let expected = if folder.dispute_folder_identifier.dispute_folder_reference != *asked {
        "the folder that was asked for"
    } else if !has_parts(&folder) {
        "a folder with its parts"
    } else {
        return Ok(folder);
    };
    Err(unproven(expected))
}

/// Whether any of a folder's parts came with it: what has none at all was read without what was asked for.
pub fn has_parts(folder: &Dispute) -> bool {
    folder.events.is_some() || folder.postings.is_some() || folder.documents.is_some() || folder.messages.is_some()
}

/// A read that proves nothing either way.
pub fn unproven(expected: &'static str) -> Failure {
    Failure::of(&RetrieveDispute::SPEC, "", Fault::Malformed(Malformed::new(expected)))
}

/// What the rep is shown as proof: the gateway's own balances, before and after.
fn changes(before: &Dispute, now: &Dispute) -> Vec<Change> {
    let text = |amount: &Option<Amount>| amount_text(amount.as_ref());
    vec![
        ("Outstanding balance", text(&before.outstanding_balance), text(&now.outstanding_balance)),
        ("The issuer carries", text(&before.issuer_accounting_balance), text(&now.issuer_accounting_balance)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(reference: &str, parts: &str) -> Dispute {
        let text = format!(r#"{{ "disputeFolderIdentifier": {{ "disputeFolderReference": "{reference}" }}{parts} }}"#);
        serde_json::from_str(&text).expect("a folder")
    }

    #[test]
    fn an_empty_or_foreign_folder_proves_nothing() {
        let asked = "D-V-1".into();
        assert!(proof(folder("D-V-1", r#", "messages": [], "events": []"#), &asked).is_ok());
        assert!(proof(folder("D-V-1", ""), &asked).is_err(), "what was asked for did not come");
        assert!(proof(folder("D-V-2", r#", "messages": []"#), &asked).is_err(), "another folder");
    }
}
