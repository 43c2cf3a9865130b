//! Whether the wallet and the issuer's record are about one person: asked of the rep where they differ, before anything is
//! changed.

use contract::CalendarDate;
use leptos::prelude::*;

use super::{Issuing, reading::read};
use crate::{
    browser::time,
    config::Level,
    session::{
        Agreement, AtIssuer, Caller, Comparison, Decision, Entry, IssuerRecord, Records, Session, TWO_PEOPLE, level_at,
    },
    ui::{
        badge::Tone,
        banner::Banner,
        facts::Fact,
        mask,
        region::{focus_region, region},
        table::table,
    },
};

/// The birth dates of both records as one of the fields that a rep may see in clear.
const BIRTH_DATES: &str = "Both birth dates";

/// Above every section, for as long as the records differ and nobody has settled it, or somebody settled that they are two
/// people's.
pub fn banner(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (session, caller) = (session.clone(), caller.clone());
    let records = {
        let caller = caller.clone();
        Memo::new(move |_| caller.records())
    };
    move || match records.get() {
        Records::Differ => question(&session, &caller),
        Records::TwoPeople => {
            let (session, caller) = (session.clone(), caller.clone());
            let sentence = "Nothing of it is shown or changed; the wallet can be changed.";
            let banner = Banner::status(Tone::Attention, "warning", TWO_PEOPLE, sentence).slim();
            banner.offering("Decide again", move || decide(&session, &caller, None)).view()
        }
        Records::Agree | Records::BeingCompared => ().into_any(),
    }
}

fn question(session: &Session, caller: &Caller) -> AnyView {
    let Some(comparison) = untrack(|| caller.comparison()) else { return ().into_any() };
    let allowed = allowed(session, caller);
    let revealed = caller.revealed();
    let in_clear = Memo::new(move |_| allowed.get() && revealed.with(|revealed| revealed.contains(BIRTH_DATES)));
    let rows = {
        let caller = caller.clone();
        move || both(&caller, in_clear.get())
    };
    let reveal = {
        let caller = caller.clone();
        move |_| {
            caller.revealed().update(|revealed| {
                revealed.insert(BIRTH_DATES);
            });
            caller.note(Entry::at_the_desk(time::now(), "Revealed: both birth dates"));
            focus_region("two-records");
        }
    };
    let born = comparison.born;
    let reveal = move || {
        let offered = born != Agreement::NotStated && allowed.get() && !in_clear.get();
        offered.then(|| view! { <button type="button" on:click=reveal.clone()>"Show the birth dates"</button> })
    };
    let settle = |name: &'static str, decision: Decision| {
        let (session, caller) = (session.clone(), caller.clone());
        view! { <button type="button" on:click=move |_| decide(&session, &caller, Some(decision))>{name}</button> }
    };
    let sentence = format!("{}. Nothing is changed for this caller until that is settled.", comparison.words());
    let banner = Banner::alert(Tone::Attention, "warning", "The issuer’s record may be another person’s.", sentence);
    let hint =
        "Ask the caller for their full name and their birth date, and for an earlier name. Do not read them out.";
    let body = view! {
        {rows}
        <p class="hint">{hint}</p>
        <div class="actions">
            {reveal}
            {settle("These are two people", Decision::TwoPeople)}
            {settle("This is the same person", Decision::SamePerson)}
        </div>
    };
    view! { {banner.view()}{region("two-records", "Is this one person?", ().into_any(), body.into_any())} }.into_any()
}

/// Both records beside each other, the birth dates masked unless they were revealed.
fn both(caller: &Caller, in_clear: bool) -> AnyView {
    let of_wallet = caller.record().with(|wallet| (wallet.full_name(), wallet.birth_date()));
    let at_issuer = caller.at_issuer();
    let of_issuer = at_issuer.with(|at_issuer| match at_issuer {
        AtIssuer::Known(record) => Some((name_of(record), record.born)),
        _ => None,
    });
    let row = |which: &'static str, (name, born): (String, Option<CalendarDate>)| {
        let day = match born {
            Some(born) if in_clear => view! { <span>{born.to_string()}</span> }.into_any(),
            Some(born) => view! { <span class="masked">{mask::birth_date(born)}</span> }.into_any(),
            None => "Not stated".into_any(),
        };
        vec![which.into_any(), view! { <bdi>{name}</bdi> }.into_any(), day]
    };
    let rows = [Some(row("Wallet", of_wallet)), of_issuer.map(|of_issuer| row("Issuer’s record", of_issuer))];
    table("Both records", &["Record", "Name", "Birth date"], rows.into_iter().flatten().collect())
}

fn name_of(record: &IssuerRecord) -> String {
    let parts = [&record.first_name, &record.second_first_name, &record.last_name];
    let stated: Vec<_> = parts.into_iter().flatten().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    if stated.is_empty() { "Not stated".into() } else { contract::free_text(&stated.join(" ")) }
}

fn allowed(session: &Session, caller: &Caller) -> Memo<bool> {
    let (session, caller) = (session.clone(), caller.clone());
    Memo::new(move |_| {
        let now = session.now.get();
        let reached = caller.attestation().with(|attestation| level_at(attestation.as_ref(), now));
        reached >= session.config.verification.reveal || session.config.verification.reveal == Level::None
    })
}

/// Keeps what the rep says, writes it into the activity, and reads the issuing half again where that changes what is shown.
fn decide(session: &Session, caller: &Caller, decision: Option<Decision>) {
    let before = untrack(|| caller.decision());
    let difference = untrack(|| caller.comparison()).map_or("", Comparison::words);
    caller.decide(decision);
    let said = match decision {
        Some(Decision::SamePerson) => "one person",
        Some(Decision::TwoPeople) => "two people: the issuer’s record is set aside",
        None => "to be decided again",
    };
    caller.note(Entry::at_the_desk(time::now(), format!("Wallet and issuer’s record: {said} ({difference})")));
    if [before, decision].contains(&Some(Decision::TwoPeople)) {
        let issuing = Issuing::of(session, caller);
        issuing.holdings.ask(read(session, caller, false));
    }
    focus_region("main");
}

/// For the identity panel: how the issuer's record compares with the wallet. Nothing for somebody without a wallet.
pub fn compared(session: &Session, caller: &Caller) -> Option<Fact> {
    if !caller.has_wallet() {
        return None;
    }
    let (session, caller) = (session.clone(), caller.clone());
    let words = {
        let caller = caller.clone();
        Memo::new(move |_| words(&caller))
    };
    let settled = {
        let caller = caller.clone();
        Memo::new(move |_| caller.decision() == Some(Decision::SamePerson))
    };
    let again = move || {
        let (session, caller) = (session.clone(), caller.clone());
        let again = move |_| decide(&session, &caller, None);
        settled.get().then(|| view! { <button type="button" class="bare" on:click=again>"Decide again"</button> })
    };
    Some(Fact::new("Issuer’s record", view! { {words}{again} }.into_any()))
}

/// In words; a fact that was not compared is said not to have been.
fn words(caller: &Caller) -> String {
    let known = caller.at_issuer().with(|at_issuer| match at_issuer {
        AtIssuer::NotAsked | AtIssuer::BeingRead => Some("Being compared"),
        AtIssuer::Unread => Some("Not compared: it could not be read"),
        AtIssuer::Nobody => Some("None"),
        AtIssuer::Known(_) => None,
    });
    if let Some(known) = known {
        return known.into();
    }
    let words = caller.comparison().map_or("Not compared", Comparison::words);
    match caller.decision() {
        Some(Decision::SamePerson) => format!("{words}; settled as one person "),
        Some(Decision::TwoPeople) => "Another person’s".into(),
        None => words.into(),
    }
}
