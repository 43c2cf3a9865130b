//! The form of a new dispute: on the left what the rep fills in, on the right how ready it is and what it will do.

use contract::{
    MaskedCard, Operation, free_text,
    operations::issuing::{
        disputes::{CreateDispute, CreateDisputeFromTransaction},
        operations::AccountOperation,
    },
};
use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    confirm::{Confirmation, Question},
    draft::{Draft, FULL, NOTHING, PARTIAL},
    effect,
    send::scheme_of,
};
use crate::{
    browser::time,
    config::{Before, ReasonRule},
    features::disputes::{
        attach, balance,
        meter::{self, Stage},
        origin::Origin,
        readiness::questions,
        settle,
        tick::tick,
        words::{posting_types, spelt_out},
    },
    session::{Caller, Session},
    ui::{
        actions::{Button, why_not},
        amount::{amount, amount_text},
        facts::{Fact, facts_across},
        form::Control,
        region::region,
        trouble::Retry,
    },
};

/// The form. What it holds is sent once the question about it was answered.
pub fn form(
    session: &Session,
    caller: &Caller,
    (operation, origin): (&AccountOperation, &Origin),
    (draft, confirmation): (&Draft, &Confirmation),
    reread: Retry,
) -> AnyView {
    let hindrance = hindrance(session, caller, (operation, origin), draft);
    let off = ("create-reason", hindrance);
    let submit = {
        let (session, operation, origin, draft, confirmation) =
            (session.clone(), operation.clone(), origin.clone(), draft.clone(), confirmation.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if hindrance.with_untracked(Option::is_some) {
                return;
            }
            if let Some(intent) = draft.intent(&session, &operation, &origin, scheme_of(&operation)) {
                let (operation, draft, reread) = (operation.clone(), draft.clone(), reread.clone());
                confirmation.ask(Question { operation, intent, draft, reread });
            }
        }
    };
    view! {
        <form class="columns dispute" novalidate on:submit=submit>
            <div class="stack">
                {about(operation)}
                {what_happened(session, draft)}
                {money(session, operation, draft)}
                {region("dispute-evidence", "Evidence", ().into_any(), attach::view(&draft.documents, true))}
            </div>
            <div class="stack aside">
                {readiness(session, draft)}
                {effect::view(operation, draft)}
                <div class="actions">
                    {Button::new("Create dispute", off).class("primary").submit()}
                    {why_not(off)}
                </div>
            </div>
        </form>
    }
    .into_any()
}

fn hindrance(
    session: &Session,
    caller: &Caller,
    (operation, origin): (&AccountOperation, &Origin),
    draft: &Draft,
) -> Memo<Option<String>> {
    let impossible = origin.hindrance();
    let spec = match origin {
        Origin::Transaction(_) | Origin::NoTransaction => CreateDisputeFromTransaction::SPEC,
        Origin::Operation(_) | Origin::NoReference => CreateDispute::SPEC,
    };
    let place = settle::place(caller, operation.operation_identifier.operation_id.as_str());
    let (session, caller, draft) = (session.clone(), caller.clone(), draft.clone());
    Memo::new(move |_| {
        if let Some(why) = impossible {
            return Some(why.to_owned());
        }
        if let Some(hindrance) = place.hindrance(&session, &spec, &caller) {
            return Some(hindrance.reason);
        }
        if draft.reason.text().is_empty() {
            return Some("Choose a reason.".into());
        }
        let missing = draft.meter(&draft.rule(&session)).hindrance(Before::Dispute);
        missing.or_else(|| draft.documents.hindrance().map(str::to_owned))
    })
}

fn about(operation: &AccountOperation) -> AnyView {
    let merchant = operation.card_acceptor_name.as_deref().or(operation.description.as_deref()).map(free_text);
    let made = operation.transaction_date.as_ref().or(operation.posting_date.as_ref());
    let mut facts = vec![
        Fact::text("Merchant", merchant.unwrap_or_else(|| "Not stated".into())),
        Fact::text("Date", made.map_or_else(|| "Not stated".into(), time::date)),
        Fact::new("Amount", amount(operation.reference_amount.as_ref())),
    ];
    facts.extend(operation.masked_pan.as_ref().and_then(MaskedCard::ending).map(|card| Fact::text("Card", card)));
    facts.extend(scheme_of(operation).map(|scheme| Fact::text("Scheme", scheme.name())));
    region("dispute-operation", "Operation to dispute", ().into_any(), facts_across(facts))
}

fn what_happened(session: &Session, draft: &Draft) -> AnyView {
    let reasons = session.config.choices.dispute_reasons.iter();
    let reasons: Vec<_> = reasons.map(|reason| (reason.clone(), spelt_out(reason))).collect();
    let rule = rule(session, draft);
    let asked = {
        let draft = draft.clone();
        move || {
            let rule = rule.get();
            let questions: Vec<_> = questions(&rule).map(|question| ask(&draft, question)).collect();
            (!questions.is_empty()).then(|| {
                view! {
                    <fieldset class="field">
                        <legend>"Asked"</legend>
                        <p class="hint">"Each becomes a note in the folder."</p>
                        {questions}
                    </fieldset>
                }
            })
        }
    };
    let fraud = {
        let (declares, chosen) = (draft.clone(), draft.fraud.clone());
        let state = Signal::derive(move || declares.declares_fraud(&rule.get()));
        tick("dispute-fraud", "Declare the fraud to the scheme", state, move |on| chosen.set(Some(on)))
    };
    let means = move || rule.with(|rule| Some(rule.means.clone()).filter(|means| !means.is_empty()));
    let body = view! {
        {Control::radios(&draft.reason, "Reason", reasons).view()}
        {move || means().map(|means| view! { <p class="hint">{means}</p> })}
        {Control::lines(&draft.comment, "Comment").hint("It becomes a note in the folder; other reps and the issuer read it.").view()}
        {asked}
        {fraud}
    };
    region("dispute-story", "What happened", ().into_any(), body.into_any())
}

fn ask(draft: &Draft, question: &str) -> AnyView {
    let asked = draft.asked.clone();
    let state = {
        let (asked, question) = (asked.clone(), question.to_owned());
        Signal::derive(move || asked.with(|asked| asked.contains(&question)))
    };
    let text = question.to_owned();
    let change = {
        let question = question.to_owned();
        move |on| {
            asked.update(|asked| {
                asked.retain(|other| *other != question);
                if on {
                    asked.push(question.clone());
                }
            });
        }
    };
    tick("", text, state, change)
}

/// A debit is refunded, a credit is charged again: the guide's "refund/redebit (full or partial)" (seed 004:1897).
fn money(session: &Session, operation: &AccountOperation, draft: &Draft) -> AnyView {
    let credit = balance::is_credit(operation.reference_amount.as_ref());
    let all = amount_text(operation.reference_amount.as_ref());
    let refunds = vec![
        (NOTHING.to_owned(), "Nothing".to_owned()),
        (FULL.to_owned(), format!("All of it, {all}")),
        (PARTIAL.to_owned(), "A part of it".to_owned()),
    ];
    let (at_once, how_much) = if credit {
        ("Charge again at once", "Amount to charge again")
    } else {
        ("Give back at once", "Amount to give back")
    };
    let mut types = posting_types(&session.config.choices.posting_types, credit);
    types.insert(0, (NOTHING.to_owned(), "None".to_owned()));
    let part = {
        let draft = draft.clone();
        move || (draft.refund.text() == PARTIAL).then(|| Control::amount(&draft.refund_amount, how_much).view())
    };
    let posting = {
        let draft = draft.clone();
        let chosen = {
            let draft = draft.clone();
            Memo::new(move |_| !draft.posting_type.text().is_empty())
        };
        move || {
            chosen.get().then(|| {
                let immediate = draft.immediate.clone();
                let state = Signal::derive({
                    let immediate = immediate.clone();
                    move || immediate.get()
                });
                view! {
                    {Control::amount(&draft.posting_amount, "Amount to post").view()}
                    {Control::line(&draft.posting_message, "Message on the posting").view()}
                    {tick("dispute-immediate", "Change the cardholder’s account at once", state, move |on| immediate.set(on))}
                }
            })
        }
    };
    let body = view! {
        {Control::radios(&draft.refund, at_once, refunds).view()}
        {part}
        {Control::choice(&draft.posting_type, "Posting", types).view()}
        {posting}
    };
    region("dispute-money", "Money", ().into_any(), body.into_any())
}

fn rule(session: &Session, draft: &Draft) -> Memo<ReasonRule> {
    let (session, draft) = (session.clone(), draft.clone());
    Memo::new(move |_| draft.rule(&session))
}

fn readiness(session: &Session, draft: &Draft) -> AnyView {
    let rule = rule(session, draft);
    let draft = draft.clone();
    meter::view(Signal::derive(move || draft.meter(&rule.get())), Stage::Before)
}
