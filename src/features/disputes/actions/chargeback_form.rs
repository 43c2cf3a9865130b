//! The dialog that asks the scheme for the money.

use leptos::prelude::*;

use super::{
    Draft, effect,
    forms::{self, Hands},
};
use crate::{
    features::disputes::{
        attach,
        balance::{TOO_MUCH, unchanged},
        chargeback::{self, Intent, Place, SCENARIOS, TYPES},
        difference::Part,
        scheme::Scheme,
        settle,
    },
    session::Words,
    ui::{
        amount::{amount_text, money_text},
        form::{Control, all_right},
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
        let (draft, rule) = (draft.clone(), hands.rule());
        move || {
            chargeback::asks_for_other(scheme, &draft.scenario.text(), &rule).then(|| {
                let hint = "The scheme’s identifier of the transaction that is right.";
                Control::line(&draft.duplicate, "The transaction that is not disputed").hint(hint).view()
            })
        }
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

/// In which currency a part is stated, and how much the whole is.
fn of_scheme(hands: &Hands) -> String {
    match chargeback::currency(&hands.dispute) {
        Some(whole) => format!("In {}, as the scheme settled it: {} in all.", whole.iso_code, money_text(&whole)),
        None => "The gateway does not state what the scheme settled, so no part of it can be asked for.".into(),
    }
}

/// What the form holds, without its document. Tracked.
fn glance(hands: &Hands) -> Intent {
    let Draft { kind, part, scenario, reason_code, duplicate, .. } = &hands.draft;
    Intent {
        kind: kind.text(),
        amount: forms::glance(&chargeback::currency(&hands.dispute), part),
        scenario: scenario.text(),
        reason_code: reason_code.text(),
        duplicate: duplicate.text(),
        document: None,
    }
}

fn send(hands: &Hands, scheme: Option<Scheme>) -> Option<()> {
    let Draft { kind, part, scenario, reason_code, duplicate, proof, .. } = &hands.draft;
    if let Some(reason) = untrack(|| proof.hindrance()) {
        proof.refuse(reason.to_owned());
        return None;
    }
    if !proof.may_be_shared() {
        return None;
    }
    let fields = [kind, part, scenario, reason_code, duplicate];
    fields.iter().for_each(|field| field.accept());
    let intent = Intent { document: proof.proof(scheme), ..untrack(|| glance(hands)) };
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
                    Place::Duplicate => duplicate.refuse(sentence),
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
        [&draft.part, &draft.scenario, &draft.reason_code, &draft.duplicate].iter().for_each(|field| field.put(""));
    };
    settle::add((&hands.session, &hands.caller), (words, request), &hands.before(), Part::Chargeback, held, done);
    Some(())
}
