//! What can be done with a folder: a posting, a note, a document, a chargeback. Each shows its effect before it is sent.

mod chargeback_form;
mod forms;

use std::sync::Arc;

use contract::{
    Amount, DisputeFolderReference, Operation, Spec,
    operations::issuing::disputes::{
        AddDisputeDocument, CreateDisputeEvent, CreateDisputePosting, Dispute, GenerateChargeback,
    },
};
use leptos::prelude::*;

use super::{
    attach::{Documents, ONE},
    balance::{Preview, TOO_MUCH},
    chargeback,
    owner::Ownership,
    readiness, settle, words,
};
use crate::{
    browser::time,
    session::{Caller, Session},
    ui::{actions::Button, amount::amount_text, dialog::before_and_after, form::Field},
};

/// One of the things to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Posting,
    Event,
    Document,
    Chargeback,
}

impl Action {
    const ALL: [Self; 4] = [Self::Posting, Self::Event, Self::Document, Self::Chargeback];

    const fn name(self) -> &'static str {
        match self {
            Self::Posting => "Add posting",
            Self::Event => "Add event",
            Self::Document => "Add document",
            Self::Chargeback => "Generate chargeback",
        }
    }

    const fn spec(self) -> Spec {
        match self {
            Self::Posting => CreateDisputePosting::SPEC,
            Self::Event => CreateDisputeEvent::SPEC,
            Self::Document => AddDisputeDocument::SPEC,
            Self::Chargeback => GenerateChargeback::SPEC,
        }
    }
}

/// What the rep has typed for one folder. It survives leaving the screen. Cheap to clone.
#[derive(Clone)]
struct Draft {
    posting_type: Field,
    amount: Field,
    message: Field,
    immediate: ArcRwSignal<bool>,
    event_type: Field,
    note: Field,
    document: Documents,
    kind: Field,
    part: Field,
    scenario: Field,
    reason_code: Field,
    /// The other transaction of a duplicate, as it is chosen, and as it is typed where it is none of those offered.
    other: Field,
    duplicate: Field,
    proof: Documents,
}

impl Draft {
    fn new(session: &Session) -> Self {
        let first = |words: &[String]| words.first().cloned().unwrap_or_default();
        let choices = &session.config.choices;
        Self {
            posting_type: Field::holding("posting-type", first(&choices.posting_types)),
            amount: Field::new("posting-amount"),
            message: Field::new("posting-message"),
            immediate: ArcRwSignal::new(true),
            event_type: Field::holding("event-type", first(&choices.event_types)),
            note: Field::new("event-message"),
            document: Documents::new(ONE),
            kind: Field::holding("chargeback-type", "FULL"),
            part: Field::new("chargeback-amount"),
            scenario: Field::new("chargeback-scenario"),
            reason_code: Field::new("chargeback-code").for_reference(),
            other: Field::new("chargeback-other"),
            duplicate: Field::new("chargeback-duplicate").for_reference(),
            proof: Documents::new(ONE),
        }
    }
}

/// Which dialog of a folder is open, and which one was last. Lives with the caller.
#[derive(Clone, Default)]
pub struct Dialogs {
    open: ArcRwSignal<Option<Action>>,
    last: ArcRwSignal<Option<Action>>,
}

impl Dialogs {
    /// Those of this folder.
    pub fn of(caller: &Caller, reference: &str) -> Self {
        caller.keep_for(reference, Self::default)
    }

    fn begin(&self, action: Action) {
        self.last.set(Some(action));
        self.open.set(Some(action));
    }

    /// Opens the last one again, with everything that was typed.
    pub fn again(&self) {
        self.open.set(self.last.get_untracked());
    }
}

/// The buttons, and why some of them are disabled.
pub fn actions(session: &Session, caller: &Caller, dispute: &Dispute, ownership: &Ownership) -> AnyView {
    let reference = dispute.dispute_folder_identifier.dispute_folder_reference.to_string();
    let dialogs = Dialogs::of(caller, &reference);
    let buttons = Action::ALL.map(|action| {
        let reason = hindrance(session, caller, (dispute, ownership), action);
        let dialogs = dialogs.clone();
        let id = if action == Action::Chargeback { "chargeback-reason" } else { "folder-reason" };
        Button::new(action.name(), (id, reason)).view(move || dialogs.begin(action))
    });
    let general = hindrance(session, caller, (dispute, ownership), Action::Posting);
    let special = hindrance(session, caller, (dispute, ownership), Action::Chargeback);
    let reasons = move || {
        let general = general.get();
        let special = special.get().filter(|special| Some(special) != general.as_ref());
        let also = general.is_some() && special.is_none();
        view! {
            {general.map(|reason| view! { <p class="hint" id="folder-reason">{reason}</p> })}
            {special.map(|reason| view! { <p class="hint" id="chargeback-reason">"Chargeback: "{reason}</p> })}
            {also.then(|| view! { <span class="hidden" id="chargeback-reason">"For the same reason."</span> })}
        }
    };
    view! { <div class="actions">{Vec::from(buttons)}</div>{reasons} }.into_any()
}

/// The dialog that one of the buttons opened, about the folder as it was then: it stays until it is answered, whatever is
/// read behind it. What that changed is noticed before anything is sent.
pub fn dialog(
    session: &Session,
    caller: &Caller,
    reference: &DisputeFolderReference,
    folder: impl Fn() -> Option<Dispute> + Send + Sync + 'static,
) -> AnyView {
    let Dialogs { open, .. } = Dialogs::of(caller, reference.as_str());
    let draft = caller.keep_for(reference.as_str(), || Draft::new(session));
    let leaving = open.clone();
    // A dialog does not wait for a rep who went elsewhere; what was typed does.
    on_cleanup(move || leaving.set(None));
    let (session, caller, folder) = (session.clone(), caller.clone(), Arc::new(folder));
    let view = move || {
        let action = open.get()?;
        let hands = forms::Hands {
            session: session.clone(),
            caller: caller.clone(),
            dispute: untrack(|| folder())?,
            newest: folder.clone(),
            draft: draft.clone(),
            close: open.clone(),
        };
        Some(match action {
            Action::Posting => forms::posting(hands),
            Action::Event => forms::event(hands),
            Action::Document => forms::document(hands),
            Action::Chargeback => chargeback_form::dialog(hands),
        })
    };
    view.into_any()
}

/// Whose folder it is comes before everything else.
fn hindrance(
    session: &Session,
    caller: &Caller,
    (dispute, ownership): (&Dispute, &Ownership),
    action: Action,
) -> Memo<Option<String>> {
    let of_folder = words::folder_hindrance(dispute)
        .or_else(|| (action == Action::Chargeback).then(|| of_chargeback(session, dispute)).flatten());
    let place = settle::place(caller, dispute.dispute_folder_identifier.dispute_folder_reference.as_str());
    let (session, caller, ownership) = (session.clone(), caller.clone(), ownership.clone());
    Memo::new(move |_| {
        let permitted = || place.hindrance(&session, &action.spec(), &caller).map(|hindrance| hindrance.reason);
        ownership.hindrance().or_else(permitted).or_else(|| of_folder.clone())
    })
}

fn of_chargeback(session: &Session, dispute: &Dispute) -> Option<String> {
    if let Some(first) = chargeback::hindrance(dispute) {
        let since = first.creation_date.as_ref().map(|date| format!(" since {}", time::date(date)));
        return Some(format!("One is with the scheme{}.", since.unwrap_or_default()));
    }
    let rule = session.config.dispute_readiness.rule(dispute.reason.as_deref().unwrap_or_default());
    readiness::Meter::of(&rule, &readiness::situation_of(dispute, &rule)).hindrance_beforehand()
}

/// What a change is expected to do to the balances.
fn effect(preview: &Preview, more: Vec<(&'static str, String, String)>) -> AnyView {
    let now = |amount: &Option<Amount>| amount_text(amount.as_ref());
    let then = |amount: &Option<Amount>| if preview.too_much { TOO_MUCH.into() } else { now(amount) };
    let mut rows = vec![
        ("Outstanding balance", now(&preview.outstanding.0), then(&preview.outstanding.1)),
        ("The issuer carries", now(&preview.issuer.0), then(&preview.issuer.1)),
    ];
    rows.extend(more);
    before_and_after("What will change", ["What".into(), "Now".into(), "Then".into()], rows)
}
