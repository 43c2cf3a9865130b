//! The dialog that asks the scheme for the money.

use contract::operations::issuing::disputes::{ChargebackScenario, GenerateChargeback};
use leptos::prelude::*;

use super::{Draft, effect, forms::Hands};
use crate::{
    config::NeedKind,
    features::disputes::{
        attach,
        balance::unchanged,
        chargeback::{self, Intent, Place, SCENARIOS, TYPES},
        difference::Part,
        readiness::{Meter, Situation, situation_of},
        scheme::Scheme,
        settle,
    },
    session::Words,
    ui::{
        amount::amount_text,
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
        let draft = draft.clone();
        move || (draft.kind.text() == "PARTIAL").then(|| Control::amount(&draft.part, "Amount to charge back").view())
    };
    let visa = (scheme != Some(Scheme::Mastercard))
        .then(|| Control::radios(&draft.scenario, "Scenario", scenarios.to_vec()).view());
    let mastercard = (scheme != Some(Scheme::Visa)).then(|| {
        Control::line(&draft.reason_code, "Reason code").hint("Mastercard’s own: four digits, such as 4837.").view()
    });
    let duplicate = {
        let draft = draft.clone();
        let wanted = ChargebackScenario::DuplicateProcessing;
        move || {
            (draft.scenario.text() == wanted.as_str()).then(|| {
                let hint = "The scheme’s identifier of the transaction that is right.";
                Control::line(&draft.duplicate, "The transaction that is not disputed").hint(hint).view()
            })
        }
    };
    let preview = {
        let hands = hands.clone();
        move || {
            let asks = chargeback::asks_for(&hands.dispute, &glance(&hands));
            let more = vec![("Asked of the scheme", "Nothing".to_owned(), amount_text(asks.as_ref()))];
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

/// What the form holds, without its document. Tracked.
fn glance(hands: &Hands) -> Intent {
    let Draft { kind, part, scenario, reason_code, duplicate, .. } = &hands.draft;
    Intent {
        kind: kind.text(),
        amount: hands.glance(part),
        scenario: scenario.text(),
        reason_code: reason_code.text(),
        duplicate: duplicate.text(),
        document: None,
    }
}

/// The evidence that the reason needs: in the folder already, or with the chargeback.
fn evidence(hands: &Hands, request: GenerateChargeback) -> Result<GenerateChargeback, Vec<(Place, String)>> {
    let rule = hands.session.config.dispute_readiness.rule(hands.dispute.reason.as_deref().unwrap_or_default());
    let situation = situation_of(&hands.dispute, &rule);
    let documents = situation.documents + usize::from(request.chargeback_document.is_some());
    let meter = Meter::of(&rule, &Situation { documents, ..situation });
    match meter.0.iter().find(|judged| judged.kind == NeedKind::Document && !judged.met) {
        Some(missing) => Err(vec![(Place::Document, format!("Missing: {}.", missing.text))]),
        None => Ok(request),
    }
}

fn send(hands: &Hands, scheme: Option<Scheme>) -> Option<()> {
    let Draft { kind, part, scenario, reason_code, duplicate, proof, .. } = &hands.draft;
    if let Some(reason) = untrack(|| proof.hindrance()) {
        proof.refuse(reason.to_owned());
        return None;
    }
    let fields = [kind, part, scenario, reason_code, duplicate];
    fields.iter().for_each(|field| field.accept());
    let intent = Intent { document: proof.proof(scheme), ..untrack(|| glance(hands)) };
    let request =
        match chargeback::request(&hands.dispute, scheme, &intent).and_then(|request| evidence(hands, request)) {
            Ok(request) => request,
            Err(wrong) => {
                for (place, sentence) in wrong {
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
    settle::add((&hands.session, &hands.caller), (words, request), &hands.dispute, Part::Chargeback, held, done);
    Some(())
}
