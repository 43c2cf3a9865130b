//! The dialog that asks the scheme for the money.

use leptos::prelude::*;

use super::{
    Draft, effect,
    forms::{self, Hands},
};
use crate::{
    features::{
        account::{InView, in_view},
        disputes::{
            attach,
            balance::{TOO_MUCH, unchanged},
            chargeback::{self, Intent, Place, SCENARIOS, TYPES},
            difference::Part,
            duplicates::{self, ANOTHER, Candidate},
            scheme::Scheme,
            settle,
        },
    },
    session::Words,
    ui::{
        amount::{amount_text, money_text},
        form::{Control, all_right},
        load::Load,
    },
};

/// "Generate chargeback".
pub fn dialog(hands: Hands) -> AnyView {
    let draft = hands.draft.clone();
    let scheme = Scheme::of_folder(&hands.reference());
    let types = TYPES.map(|(kind, called)| (kind.as_str().to_owned(), called.to_owned()));
    let scenarios = SCENARIOS.map(|(scenario, called)| (scenario.as_str().to_owned(), called.to_owned()));
    let part = {
        let (draft, hint) = (draft.clone(), of_scheme(&hands));
        move || {
            (draft.kind.text() == "PARTIAL")
                .then(|| Control::amount(&draft.part, "Amount to charge back").hint(hint.clone()).view())
        }
    };
    let visa = (scheme != Some(Scheme::Mastercard))
        .then(|| Control::radios(&draft.scenario, "Scenario", scenarios.to_vec()).view());
    let mastercard = (scheme != Some(Scheme::Visa)).then(|| {
        Control::line(&draft.reason_code, "Reason code").hint("Mastercard’s own: four digits, such as 4837.").view()
    });
    let duplicate = {
        let (draft, rule, hands) = (draft.clone(), hands.rule(), hands.clone());
        let is_asked = Memo::new(move |_| chargeback::asks_for_other(scheme, &draft.scenario.text(), &rule));
        move || is_asked.get().then(|| other_transaction(&hands))
    };
    let preview = {
        let hands = hands.clone();
        move || {
            let intent = glance(&hands);
            let asks = chargeback::asks_for(&hands.dispute, &intent);
            let asked = if chargeback::is_too_much(&hands.dispute, &intent) {
                TOO_MUCH.to_owned()
            } else {
                amount_text(asks.as_ref())
            };
            let more = vec![("Asked of the scheme", "Nothing".to_owned(), asked)];
            effect(&unchanged(&hands.dispute), more)
        }
    };
    let body = view! {
        <p class="hint">"It goes to the scheme at once and cannot be taken back here. The balances change when the scheme answers."</p>
        {Control::radios(&draft.kind, "How much", types.to_vec()).view()}
        {part}
        {visa}
        {mastercard}
        {duplicate}
        {attach::view(&draft.proof, false)}
        {preview}
    };
    let confirm = {
        let hands = hands.clone();
        move || send(&hands, scheme).is_some()
    };
    hands.dialog("Generate a chargeback?", "Generate chargeback", body.into_any(), confirm)
}

/// The transaction that is right: one of the card's other uses, or another one by its identifier.
fn other_transaction(hands: &Hands) -> AnyView {
    let Draft { other, duplicate, .. } = hands.draft.clone();
    let account = untrack(|| in_view(&hands.session, &hands.caller).get());
    let offered = match &account {
        InView::Account(account) => {
            Some(duplicates::candidates(&hands.session, &hands.caller, account, &hands.dispute))
        }
        _ => None,
    };
    let choice = {
        let other = other.clone();
        move || {
            let choices = |found: &[Candidate]| {
                let hint = "Uses of the same card around the disputed one, on the account in view.";
                let control =
                    Control::choice(&other, "The transaction that is not disputed", duplicates::choices(found));
                control.hint(hint).view()
            };
            match &offered {
                None => choices(&[]),
                Some(state) => state.with(|state| match state {
                    Load::Ready(found, _) | Load::Stale(found, ..) => choices(found),
                    Load::Failed(trouble) => {
                        view! { <p class="hint" role="status">{trouble.sentence.clone()}</p>{choices(&[])} }.into_any()
                    }
                    _ => {
                        view! { <p class="hint" role="status">"Reading the card’s other transactions."</p> }.into_any()
                    }
                }),
            }
        }
    };
    let typed = move || {
        (other.text() == ANOTHER).then(|| {
            let hint = "It stands in the details of an operation, under its references. No other number of the operation \
                        will do: the scheme would take it for another transaction.";
            Control::line(&duplicate, "The scheme’s identifier of that transaction").hint(hint).view()
        })
    };
    view! { {choice}{typed} }.into_any()
}

/// In which currency a part is stated, and how much the whole is.
fn of_scheme(hands: &Hands) -> String {
    match chargeback::currency(&hands.dispute) {
        Some(whole) => format!("In {}, as the scheme settled it: {} in all.", whole.iso_code, money_text(&whole)),
        None => "The gateway does not state what the scheme settled, so no part of it can be asked for.".into(),
    }
}

/// What the form holds, without its document. Tracked.
fn glance(hands: &Hands) -> Intent {
    let Draft { kind, part, scenario, reason_code, other, duplicate, .. } = &hands.draft;
    Intent {
        kind: kind.text(),
        amount: forms::glance(&chargeback::currency(&hands.dispute), part),
        scenario: scenario.text(),
        reason_code: reason_code.meant(),
        duplicate: duplicates::chosen(&other.text(), &duplicate.meant()),
        document: None,
    }
}

fn send(hands: &Hands, scheme: Option<Scheme>) -> Option<()> {
    let Draft { kind, part, scenario, reason_code, other, duplicate, proof, .. } = &hands.draft;
    if let Some(reason) = untrack(|| proof.hindrance()) {
        proof.refuse(reason.to_owned());
        return None;
    }
    if !proof.may_be_shared() {
        return None;
    }
    let fields = [kind, part, scenario, reason_code, other, duplicate];
    fields.iter().for_each(|field| field.accept());
    let intent = Intent { document: proof.proof(scheme), ..untrack(|| glance(hands)) };
    if !all_right(&fields) {
        return None;
    }
    let missing = chargeback::missing(&hands.dispute, scheme, &intent, &hands.rule());
    let request = match chargeback::request(&hands.dispute, scheme, &intent) {
        Ok(request) if missing.is_empty() => request,
        judged => {
            // Where the scheme wants it and the reason needs it, the scheme's sentence comes last and stays.
            for (place, sentence) in missing.into_iter().chain(judged.err().unwrap_or_default()) {
                match place {
                    Place::Kind => kind.refuse(sentence),
                    Place::Amount => part.refuse(sentence),
                    Place::Scenario => scenario.refuse(sentence),
                    Place::ReasonCode => reason_code.refuse(sentence),
                    Place::Duplicate if other.text_now() == ANOTHER => duplicate.refuse(sentence),
                    Place::Duplicate => other.refuse(sentence),
                    Place::Document => proof.refuse(sentence),
                }
            }
            all_right(&fields);
            return None;
        }
    };
    let words = Words {
        what: "Generate a chargeback".into(),
        noun: "The chargeback",
        done: format!("The chargeback of folder {} is with the scheme", hands.reference()),
        undone: "Nothing was sent to the scheme.".into(),
    };
    let (held, draft) = (proof.hold(), hands.draft.clone());
    let done = move || {
        draft.proof.clear();
        let Draft { part, scenario, reason_code, other, duplicate, .. } = &draft;
        [part, scenario, reason_code, other, duplicate].iter().for_each(|field| field.put(""));
    };
    let part = Part::Chargeback(request.chargeback_amount.clone(), request.reason_code.clone());
    settle::add((&hands.session, &hands.caller), (words, request), &hands.before(), part, held, done);
    Some(())
}
