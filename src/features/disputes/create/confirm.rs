//! The question before a dispute is made: everything that will be sent, as it was when the rep pressed the button. It stays
//! until it is answered, whatever is read behind it.

use contract::{
    OperationId, free_text,
    operations::issuing::{disputes::NewDisputePosting, operations::AccountOperation},
};
use leptos::prelude::*;

use super::{draft::Draft, effect, send::send};
use crate::{
    features::disputes::{
        balance,
        request::{self, Intent, Refund},
        words::{in_one_line, spelt_out},
    },
    session::{Caller, Session},
    ui::{
        amount::{amount_text, money_text},
        dialog::{Confirming, Until, Who, before_and_after, confirming_once},
        trouble::Retry,
    },
};

/// What the rep is asked.
#[derive(Clone)]
pub struct Question {
    /// What is disputed.
    pub operation: AccountOperation,
    /// What is to be sent.
    pub intent: Intent,
    /// What it was made of.
    pub draft: Draft,
    /// Reads the operation again.
    pub reread: Retry,
}

/// The question about one operation, while it is open. Lives with the caller.
#[derive(Clone, Default)]
pub struct Confirmation(ArcRwSignal<Option<Question>>);

impl Confirmation {
    /// That of this operation.
    pub fn of(caller: &Caller, operation: &OperationId) -> Self {
        caller.keep_for(operation.as_str(), Self::default)
    }

    /// Asks.
    pub fn ask(&self, question: Question) {
        self.0.set(Some(question));
    }

    /// The dialog. A rep who goes elsewhere has not answered; the draft waits for them.
    pub fn view(self, session: &Session, caller: &Caller) -> AnyView {
        let Self(asked) = self;
        let leaving = asked.clone();
        on_cleanup(move || leaving.set(None));
        let (session, caller) = (session.clone(), caller.clone());
        let view = move || {
            asked.get().map(|question| {
                let asked = asked.clone();
                dialog(&session, &caller, question, move || asked.set(None))
            })
        };
        view.into_any()
    }
}

fn dialog(session: &Session, caller: &Caller, question: Question, done: impl Fn() + 'static) -> AnyView {
    let facts = Confirming {
        title: "Create this dispute?",
        who: Some(Who::of(&caller.record().get_untracked())),
        verb: "Create dispute",
        harms: false,
        cancel: "Cancel",
    };
    let mut rows = untrack(|| effect::rows(&question.operation, &question.draft));
    rows.extend(sent(&question.operation, &question.intent));
    let body = before_and_after("What will change", effect::heads(), rows);
    let (session, caller) = (session.clone(), caller.clone());
    let until = {
        let (session, draft) = (session.clone(), question.draft.clone());
        let asked = untrack(|| draft.said(&session));
        Memo::new(move |_| {
            let otherwise = || (draft.said(&session) != asked).then_some("The form says something else by now.");
            draft.documents.hindrance().or_else(otherwise)
        })
    };
    let confirm = move || {
        let may_be_sent = until.with_untracked(Option::is_none);
        if may_be_sent {
            send(&session, &caller, &question);
        }
        may_be_sent
    };
    confirming_once(Some(Until(until)), facts, body, confirm, done)
}

/// What is sent, a line each.
fn sent(operation: &AccountOperation, intent: &Intent) -> Vec<(&'static str, String, String)> {
    let disputed = operation.reference_amount.as_ref();
    let at_once = if balance::is_credit(disputed) { "Charged again at once" } else { "Given back at once" };
    let refund = match &intent.refund {
        Refund::None => "Nothing".into(),
        Refund::Full => format!("All of it, {}", amount_text(disputed)),
        Refund::Partial(part) => money_text(part),
    };
    let mut rows = vec![
        ("Reason", "None".into(), spelt_out(&intent.reason)),
        ("Fraud declared", "No".into(), if intent.fraud { "Yes" } else { "No" }.into()),
        (at_once, "Nothing".into(), refund),
    ];
    rows.extend(intent.posting.as_ref().map(|posted| ("Posting", "None".into(), posting(posted))));
    let notes = request::create(intent).dispute_events.into_iter().filter_map(|note| note.message);
    rows.extend(notes.map(|note| ("Note", "None".into(), in_one_line(&note))));
    rows.push(("Documents", "0".into(), intent.documents.len().to_string()));
    rows
}

fn posting(posting: &NewDisputePosting) -> String {
    let at_once = if posting.immediate_reimbursement == Some(true) { ", at once" } else { "" };
    let message = posting.message.as_ref().map(|message| format!(": “{}”", free_text(message))).unwrap_or_default();
    let kind = spelt_out(&posting.posting_type_reference);
    format!("{}, {kind}{at_once}{message}", amount_text(Some(&posting.posting_amount)))
}
