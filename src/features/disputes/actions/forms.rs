//! The dialogs that add a posting, a note or a document.

use std::sync::Arc;

use contract::{
    Amount, Money,
    operations::issuing::disputes::{AddDisputeDocument, CreateDisputeEvent, CreateDisputePosting, Dispute},
};
use leptos::prelude::*;

use super::{Action, Draft, effect};
use crate::{
    config::ReasonRule,
    features::disputes::{
        attach,
        balance::{Preview, after_posting, amount_of, is_credit, reducing, too_much, unchanged},
        difference::Part,
        folder::OUTCOME,
        readiness::{asked_note, questions, situation_of},
        scheme::Scheme,
        settle,
        tick::tick,
        words::{posting_types, spelt_out},
    },
    session::{Caller, Session, Words},
    ui::{
        amount::{amount_text, money_text},
        dialog::{Confirming, Who, confirming},
        form::{Control, Field, all_right, typed},
        region::focus_region,
    },
};

/// What every dialog has in hand.
#[derive(Clone)]
pub struct Hands {
    pub session: Session,
    pub caller: Caller,
    /// As it was when the dialog was opened, which is what it shows.
    pub dispute: Dispute,
    /// As it was read last.
    pub newest: Arc<dyn Fn() -> Option<Dispute> + Send + Sync>,
    pub(super) draft: Draft,
    pub(super) close: ArcRwSignal<Option<Action>>,
}

impl Hands {
    pub fn dialog(
        self,
        title: &'static str,
        verb: &'static str,
        body: AnyView,
        confirm: impl Fn() -> bool + 'static,
    ) -> AnyView {
        let who = Some(Who::of(&self.caller.record().get_untracked()));
        let facts = Confirming { title, who, verb, harms: false, cancel: "Cancel" };
        let close = self.close.clone();
        // The button that gets the focus back is another one as soon as the folder was read again.
        let sent = RwSignal::new(false);
        let confirm = move || {
            let may_close = confirm();
            sent.set(may_close);
            may_close
        };
        let done = move || {
            close.set(None);
            if sent.get_untracked() {
                request_animation_frame(|| focus_region(OUTCOME));
            }
        };
        confirming(facts, body, confirm, done)
    }

    /// The folder that the rep decides about: with notes that came behind the dialog, and as it was shown where anything
    /// else came.
    fn compared(shown: &Dispute, newest: Option<Dispute>) -> Dispute {
        let with_notes = |newest: &Dispute| Dispute { events: newest.events.clone(), ..shown.clone() };
        newest.filter(|newest| with_notes(newest) == *newest).unwrap_or_else(|| shown.clone())
    }

    /// With what the folder is compared before anything is sent.
    pub fn before(&self) -> Dispute {
        Self::compared(&self.dispute, untrack(|| (self.newest)()))
    }

    /// What the folder's reason needs.
    pub fn rule(&self) -> ReasonRule {
        self.session.config.dispute_readiness.rule(self.dispute.reason.as_deref().unwrap_or_default())
    }

    pub fn reference(&self) -> String {
        self.dispute.dispute_folder_identifier.dispute_folder_reference.to_string()
    }

    /// The currency in which a folder is settled.
    pub fn currency(&self) -> Option<Money> {
        let Dispute { outstanding_balance, billing_amount, reconciliation_amount, .. } = &self.dispute;
        [outstanding_balance, billing_amount, reconciliation_amount]
            .into_iter()
            .find_map(|amount| amount.as_ref().and_then(Amount::stated))
    }

    /// An amount in that currency.
    pub fn read_amount(&self, field: &Field) -> Option<Money> {
        match self.currency() {
            Some(currency) => field.read(|text| typed::amount(text, currency.exponent, &currency.iso_code)),
            None => {
                field.refuse("The gateway states no amount of this folder, so its currency is not known.");
                None
            }
        }
    }
}

/// An amount of that currency while it is being typed, without a word about what is wrong. Tracked.
pub fn glance(currency: &Option<Money>, field: &Field) -> Option<Money> {
    let currency = currency.as_ref()?;
    typed::amount(field.text().trim(), currency.exponent, &currency.iso_code).ok()
}

/// "Add posting".
pub fn posting(hands: Hands) -> AnyView {
    let Draft { posting_type, amount, message, immediate, .. } = hands.draft.clone();
    let balance = hands.dispute.outstanding_balance.as_ref();
    let types = posting_types(&hands.session.config.choices.posting_types, is_credit(balance));
    let outstanding = format!("Outstanding: {}.", amount_text(balance));
    let state = Signal::derive({
        let immediate = immediate.clone();
        move || immediate.get()
    });
    let preview = {
        let (hands, amount) = (hands.clone(), amount.clone());
        move || {
            let preview = glance(&hands.currency(), &amount).map(|typed| {
                after_posting(&hands.dispute, &reducing(hands.dispute.outstanding_balance.as_ref(), typed))
            });
            effect(&preview.unwrap_or_else(|| nothing_known(&hands.dispute)), Vec::new())
        }
    };
    let body = view! {
        {Control::choice(&posting_type, "Posting type", types).view()}
        {Control::amount(&amount, "Amount").hint(outstanding).first().view()}
        {Control::line(&message, "Message on the posting").view()}
        {tick("posting-immediate", "Change the cardholder’s account at once", state, {
            let immediate = immediate.clone();
            move |on| immediate.set(on)
        })}
        {preview}
    };
    let confirm = {
        let hands = hands.clone();
        move || send_posting(&hands).is_some()
    };
    hands.dialog("Add a posting?", "Add posting", body.into_any(), confirm)
}

/// While no amount is typed nothing is said of what it would leave.
fn nothing_known(dispute: &Dispute) -> Preview {
    let Preview { outstanding, issuer, too_much } = unchanged(dispute);
    Preview { outstanding: (outstanding.0, None), issuer: (issuer.0, None), too_much }
}

fn send_posting(hands: &Hands) -> Option<()> {
    let Draft { posting_type, amount, message, immediate, .. } = &hands.draft;
    let kind = posting_type.read(|text| typed::required(text, "Choose where to book it."));
    let balance = hands.dispute.outstanding_balance.as_ref();
    let posted = hands.read_amount(amount).map(|typed| reducing(balance, typed));
    if let Some(posted) = &posted
        && too_much(balance, std::slice::from_ref(posted))
    {
        amount.refuse(format!("Only {} is outstanding.", amount_text(balance)));
    }
    let text = message.read(typed::any);
    if !all_right(&[posting_type, amount, message]) {
        return None;
    }
    let (kind, posted, text) = (kind?, posted?, text?);
    let text = Some(text).filter(|text| !text.is_empty());
    let request = CreateDisputePosting {
        dispute_folder_reference: hands.reference().into(),
        posting_amount: amount_of(&posted),
        posting_type_reference: kind.clone(),
        message: text.clone(),
        immediate_reimbursement: Some(immediate.get_untracked()),
    };
    let words = Words {
        what: format!("Add a posting of {} to a dispute", money_text(&posted)),
        noun: "The posting",
        done: format!("{} is posted in folder {}", money_text(&posted), hands.reference()),
        undone: format!("Nothing was posted. It would be {} in folder {}.", money_text(&posted), hands.reference()),
    };
    let part = Part::Posting(amount_of(&posted), kind, text, request.immediate_reimbursement);
    let (amount, message) = (amount.clone(), message.clone());
    let done = move || {
        amount.put("");
        message.put("");
    };
    settle::add((&hands.session, &hands.caller), (words, request), &hands.before(), part, Vec::new(), done);
    Some(())
}

/// "Add event".
pub fn event(hands: Hands) -> AnyView {
    let Draft { event_type, note, .. } = hands.draft.clone();
    let types = hands.session.config.choices.event_types.iter().map(|word| (word.clone(), spelt_out(word)));
    let rule = hands.rule();
    let asked = situation_of(&hands.dispute, &rule).asked;
    let open: Vec<_> = questions(&rule).filter(|question| !asked.iter().any(|asked| asked == question)).collect();
    let offers = open.iter().map(|question| {
        let (note, text) = (note.clone(), asked_note(question));
        let add = move |_| note.put(with_line(&note.text_now(), &text));
        view! { <button type="button" class="small" on:click=add>{asked_note(question)}</button> }
    });
    let offers = (!open.is_empty()).then(|| {
        view! {
            <div class="field offers" role="group" aria-label="What the reason asks for">
                <p class="hint">"The reason asks for this; choose it when it was asked:"</p>
                {offers.collect_view()}
            </div>
        }
    });
    let body = view! {
        {Control::choice(&event_type, "Event type", types.collect()).view()}
        {offers}
        {Control::lines(&note, "Message").hint("Other reps and the issuer read it.").first().view()}
        {effect(&unchanged(&hands.dispute), Vec::new())}
    };
    let confirm = {
        let hands = hands.clone();
        move || send_event(&hands).is_some()
    };
    hands.dialog("Add an event?", "Add event", body.into_any(), confirm)
}

/// What is typed, and that on a line of its own, once.
fn with_line(typed: &str, line: &str) -> String {
    match typed {
        "" => line.to_owned(),
        typed if typed.lines().any(|typed| typed.trim() == line) => typed.to_owned(),
        typed => format!("{typed}\n{line}"),
    }
}

fn send_event(hands: &Hands) -> Option<()> {
    let Draft { event_type, note, .. } = &hands.draft;
    let kind = event_type.read(|text| typed::required(text, "Choose what kind of event it is."));
    let text = note.read(|text| typed::required(text, "Write what is to be noted."));
    if !all_right(&[event_type, note]) {
        return None;
    }
    let (kind, text) = (kind?, text?);
    let request = CreateDisputeEvent {
        dispute_folder_reference: hands.reference().into(),
        kind: kind.clone(),
        message: Some(text.clone()),
    };
    let words = Words {
        what: "Add an event to a dispute".into(),
        noun: "The event",
        done: format!("The event is in folder {}", hands.reference()),
        undone: "Nothing was noted.".into(),
    };
    let note = note.clone();
    let done = move || note.put("");
    let part = Part::Event(kind, Some(text));
    settle::add((&hands.session, &hands.caller), (words, request), &hands.before(), part, Vec::new(), done);
    Some(())
}

/// "Add document".
pub fn document(hands: Hands) -> AnyView {
    let documents = hands.draft.document.clone();
    let now = hands.dispute.documents.as_ref().map_or(0, |list| list.rows.len());
    let preview = {
        let (documents, dispute) = (documents.clone(), hands.dispute.clone());
        move || {
            let then = now + documents.count();
            effect(&unchanged(&dispute), vec![("Documents", now.to_string(), then.to_string())])
        }
    };
    let body = view! { {attach::view(&documents, false)}{preview} };
    let confirm = {
        let hands = hands.clone();
        move || send_document(&hands).is_some()
    };
    hands.dialog("Add a document?", "Add document", body.into_any(), confirm)
}

fn send_document(hands: &Hands) -> Option<()> {
    let documents = &hands.draft.document;
    if let Some(reason) = untrack(|| documents.hindrance()) {
        documents.refuse(reason.to_owned());
        return None;
    }
    if !documents.may_be_shared() {
        return None;
    }
    let Some(document) = documents.ready(Scheme::of_folder(&hands.reference())).into_iter().next() else {
        documents.refuse("Choose a document first.".into());
        return None;
    };
    let part = Part::Document(document.file_name.clone(), document.kind.as_str().to_owned(), document.label.clone());
    let request = AddDisputeDocument {
        dispute_folder_reference: hands.reference().into(),
        data: document.data,
        kind: document.kind,
        file_name: document.file_name,
        label: document.label,
        document_type_id: None,
    };
    let words = Words {
        what: "Add a document to a dispute".into(),
        noun: "The document",
        done: format!("The document is in folder {}", hands.reference()),
        undone: "Nothing was attached.".into(),
    };
    let (held, documents) = (documents.hold(), documents.clone());
    let done = move || documents.clear();
    settle::add((&hands.session, &hands.caller), (words, request), &hands.before(), part, held, done);
    Some(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_note_that_came_behind_a_dialog_is_no_reason_to_decide_again_and_a_booking_is() {
        let folder = |note: &str, outstanding: i64| -> Dispute {
            let text = json!({
                "disputeFolderIdentifier": { "disputeFolderReference": "D" },
                "outstandingBalance": { "value": outstanding, "exponent": 2, "isoCode": "EUR" },
                "events": [{ "type": "Comment", "message": note }],
            });
            serde_json::from_str(&text.to_string()).expect("a folder")
        };
        let shown = folder("", 500);
        let (noted, booked) = (folder("Called back", 500), folder("Called back", 400));
        assert_eq!(Hands::compared(&shown, Some(noted.clone())), noted);
        assert_eq!(Hands::compared(&shown, Some(booked)), shown);
        assert_eq!(Hands::compared(&shown, None), shown);
    }

    #[test]
    fn an_offered_note_takes_nothing_away_of_what_is_typed() {
        let asked = "Asked. Cardholder: was the card with you?";
        assert_eq!(with_line("", asked), asked);
        let both = with_line("Called back.", asked);
        assert_eq!(both, format!("Called back.\n{asked}"));
        assert_eq!(with_line(&both, asked), both);
    }
}
