//! One dispute folder: its facts, its balances, how ready it is, what can be done, and its story.

use std::sync::Arc;

use contract::{DisputeFolderReference, free_text, operations::issuing::disputes::Dispute};
use leptos::prelude::*;

use super::{
    actions::{Dialogs, actions, dialog},
    balance_facts, cards, chargeback,
    folders::reason,
    meter::{self, Stage},
    owner::Ownership,
    readiness, settle, story, timeline, trouble, words,
};
use crate::{
    browser::{region as regions, time},
    features::{
        account::{InView, in_view},
        outcome::outcome,
    },
    gateway::Gateway,
    routes::{Route, Section},
    session::{Caller, Session},
    ui::{
        amount::amount,
        badge::badge,
        facts::{Fact, facts},
        load::{Asking, Load, loaded},
        region::region,
        trouble::{Retry, Trouble},
    },
};

/// What became of a change: the folder is read again behind it and its buttons are others then, so the focus stays here.
pub const OUTCOME: &str = "dispute-outcome";

/// One folder, read with everything in it. Lives with the caller.
#[derive(Clone, Default)]
struct Reading(Asking<Dispute>);

/// The page.
pub fn page(session: &Session, caller: &Caller, reference: &DisputeFolderReference) -> AnyView {
    let Reading(asking) = caller.keep_for(reference.as_str(), Reading::default);
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        asking.ask(read(session.gateway.clone(), reference.clone()));
    }
    let retry: Retry = {
        let (asking, gateway, reference) = (asking.clone(), session.gateway.clone(), reference.clone());
        Arc::new(move || asking.refresh(read(gateway.clone(), reference.clone())))
    };
    let dialogs = Dialogs::of(caller, reference.as_str());
    let ended = outcome(session, caller, &settle::place(caller, reference.as_str()), move || dialogs.again());
    let ready = {
        let (session, caller) = (session.clone(), caller.clone());
        move |dispute: &Dispute| ready(&session, &caller, dispute)
    };
    let dialog = {
        let state = asking.state();
        dialog(session, caller, reference, move || state.with(|state| state.answer().cloned()))
    };
    let back = Route::section(caller.key(), Section::Disputes).href();
    let body = loaded(&asking, "the folder", retry, |_| None, Box::new(ready));
    view! {
        <header class="title"><h2>{format!("Dispute {reference}")}</h2><a class="button" href=back>"Dispute folders"</a></header>
        <div id=OUTCOME tabindex="-1" role="group" aria-label="The newest change">{ended}</div>
        {body}
        {dialog}
    }
    .into_any()
}

/// Reads a folder again, where it was read before.
pub fn refresh(session: &Session, caller: &Caller, reference: &DisputeFolderReference) {
    let Reading(asking) = caller.keep_for(reference.as_str(), Reading::default);
    asking.refresh(read(session.gateway.clone(), reference.clone()));
}

async fn read(gateway: Gateway, reference: DisputeFolderReference) -> Result<Dispute, Trouble> {
    settle::whole(&gateway, reference).await.map_err(|failure| trouble("The folder", &failure))
}

fn ready(session: &Session, caller: &Caller, dispute: &Dispute) -> AnyView {
    let moments = timeline::moments(dispute);
    let count = moments.len().to_string();
    let rule = session.config.dispute_readiness.rule(dispute.reason.as_deref().unwrap_or_default());
    let situation = readiness::situation_of(dispute, &rule);
    let judged = readiness::Meter::of(&rule, &situation);
    let story = story::timeline(&moments, timeline::unreadable(dispute));
    let (tone, picture, word) = words::status(dispute.status_code.as_ref());
    let state = badge(tone, picture, word);
    let stage = if chargeback::hindrance(dispute).is_some() { Stage::Sent } else { Stage::Before };
    let ownership = Ownership::of(session, caller, dispute);
    let mut about = vec![Fact::new("Cardholder", ownership.cardholder())];
    about.push(Fact::new("Card", card(session, caller, dispute)));
    let status = dispute.card_status.as_deref().map(free_text).filter(|status| !status.trim().is_empty());
    about.extend(status.map(|status| Fact::text("Card’s status", words::spelt_out(&status))));
    about.extend(dispute_facts(dispute));
    view! {
        {ownership.warning()}
        {actions(session, caller, dispute, &ownership)}
        <div class="columns dispute">
            <div class="stack">
                {region("timeline", "History", view! { <small>{count}</small> }.into_any(), story)}
            </div>
            <div class="stack aside">
                {region("dispute-facts", "Dispute", state.into_any(), facts(about))}
                {region("dispute-balances", "Balances", ().into_any(), facts(balance_facts(dispute)))}
                {region("dispute-transaction", "Transaction", ().into_any(), facts(transaction_facts(dispute, &session.config.locale)))}
                {meter::view(Signal::stored(judged), stage)}
            </div>
        </div>
    }
    .into_any()
}

/// What stands on the card, as soon as an operation of the account in view tells it.
fn card(session: &Session, caller: &Caller, dispute: &Dispute) -> AnyView {
    let account = in_view(session, caller);
    let (session, caller, dispute) = (session.clone(), caller.clone(), dispute.clone());
    (move || match account.get() {
        InView::Account(account) => cards::told(&session, &caller, &account).with(|told| cards::words(&dispute, told)),
        _ => cards::words(&dispute, &Load::Idle),
    })
    .into_any()
}

fn dispute_facts(dispute: &Dispute) -> Vec<Fact> {
    let identifier = &dispute.dispute_folder_identifier;
    let mut facts = vec![
        Fact::id("Folder", "folder reference", identifier.dispute_folder_reference.as_str()),
        Fact::text("Reason", reason(dispute)),
        date("Opened", dispute.creation_date.as_ref()),
    ];
    if let Some(own) = &identifier.issuer_dispute_external_reference {
        facts.push(Fact::id("Issuer’s reference", "issuer’s reference", own.as_str()));
    }
    let last = dispute.last_message_type.as_deref().map(|kind| match words::message(kind) {
        "" => kind.to_owned(),
        means => means.to_owned(),
    });
    facts.extend(last.map(|last| Fact::text("Last with the scheme", last)));
    let stands = dispute.last_message_status.as_deref().map(|status| match words::message_status(status) {
        "" => status.to_owned(),
        means => means.to_owned(),
    });
    facts.extend(stands.map(|stands| Fact::text("It stands", stands)));
    facts.extend(dispute.user_in_charge.as_deref().map(|user| Fact::text("In charge", free_text(user))));
    facts
}

fn transaction_facts(dispute: &Dispute, locale: &str) -> Vec<Fact> {
    let text = |text: &Option<String>| text.as_deref().map(free_text).filter(|text| !text.trim().is_empty());
    let place: Vec<_> = [
        text(&dispute.card_acceptor_city),
        text(&dispute.card_acceptor_zip_code),
        text(&dispute.card_acceptor_country).map(|code| regions::country(&code, locale)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let kind = dispute.transaction_category.as_deref().or(dispute.transaction_type.as_deref()).map(words::spelt_out);
    let mut facts = vec![
        Fact::text("Merchant", text(&dispute.card_acceptor_name).unwrap_or_else(|| "Not stated".into())),
        Fact::text("Place", if place.is_empty() { "Not stated".into() } else { place.join(", ") }),
        date("Made", dispute.transaction_time.as_ref()),
        Fact::text("Kind", kind.unwrap_or_else(|| "Not stated".into())),
        Fact::new("At the merchant’s", amount(dispute.transaction_amount.as_ref())),
        Fact::new("With the scheme", amount(dispute.reconciliation_amount.as_ref())),
    ];
    facts.extend(dispute.card_acceptor_id_code.clone().map(|id| Fact::text("Merchant’s number", id)));
    facts.extend(
        dispute.acquirer_reference_data.as_deref().map(|id| Fact::id("Scheme’s reference", "scheme’s reference", id)),
    );
    facts
}

fn date(name: &'static str, date: Option<&contract::Instant>) -> Fact {
    Fact::text(name, date.map_or_else(|| "Not stated".into(), time::date))
}
