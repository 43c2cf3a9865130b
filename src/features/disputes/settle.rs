//! Changes to a folder: sent once, settled by reading the folder and comparing it with what it was.

use contract::{
    Amount, DisputeFolderReference, Operation,
    operations::issuing::disputes::{Dispute, DisputePart, RetrieveDispute},
};

use super::{
    difference::{Part, Verdict, compare},
    folder, folders,
};
use crate::{
    gateway::{Attachment, Failure, Gateway},
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
            let now = whole(&gateway, reference).await?;
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

/// What the rep is shown as proof: the gateway's own balances, before and after.
fn changes(before: &Dispute, now: &Dispute) -> Vec<Change> {
    let text = |amount: &Option<Amount>| amount_text(amount.as_ref());
    vec![
        ("Outstanding balance", text(&before.outstanding_balance), text(&now.outstanding_balance)),
        ("The issuer carries", text(&before.issuer_accounting_balance), text(&now.issuer_accounting_balance)),
    ]
}
