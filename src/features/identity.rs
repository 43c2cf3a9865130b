//! Who the customer is, masked until the caller is verified, and then shown field by field.

use contract::{Personal, WalletCustomer};
use leptos::prelude::*;

use crate::{
    browser::time,
    config::Level,
    features::account,
    session::{Caller, Entry, Session, level_at},
    ui::{
        facts::{Fact, facts},
        icon::icon,
        mask,
        region::region,
    },
};

/// A personal fact.
struct PersonalFact {
    name: &'static str,
    masked: String,
    clear: String,
}

/// The panel.
pub fn panel(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (session, caller) = (session.clone(), caller.clone());
    let record = caller.record();
    let allowed = allowed(&session, &caller);
    let asks_nothing = session.config.verification.reveal == Level::None;
    let list = move || {
        record.with(|record| {
            let personal = personal_facts(record).into_iter().map(|fact| row(fact, &caller, allowed, asks_nothing));
            let id = |name, what, id: Option<&str>| id.map(|id| Fact::id(name, what, id));
            facts(
                personal
                    .chain([Fact::text("City", place(record))])
                    .chain(account::compared(&session, &caller))
                    .chain(id("Customer ID", "customer ID", record.customer_id.as_ref().map(|id| id.as_str())))
                    .chain(id("External ID", "external ID", record.external_id.as_ref().map(|id| id.as_str())))
                    .collect(),
            )
        })
    };
    let hint = move || {
        let hint = "Verify the caller to see these in clear.";
        (!allowed.get()).then(|| view! { <p class="hint" id="reveal-reason">{hint}</p> })
    };
    region("identity", "Identity", ().into_any(), view! { {list}{hint} }.into_any())
}

/// Whether personal facts may be revealed at this moment.
fn allowed(session: &Session, caller: &Caller) -> Memo<bool> {
    let (session, caller) = (session.clone(), caller.clone());
    Memo::new(move |_| {
        let now = session.now.get();
        let reached = caller.attestation().with(|attestation| level_at(attestation.as_ref(), now));
        reached >= session.config.verification.reveal
    })
}

fn row(fact: PersonalFact, caller: &Caller, allowed: Memo<bool>, asks_nothing: bool) -> Fact {
    let PersonalFact { name, masked, clear } = fact;
    if clear.is_empty() {
        return Fact::text(name, "Not stated");
    }
    if asks_nothing {
        return Fact::new(name, view! { <bdi>{clear}</bdi> }.into_any());
    }
    let lower = name.to_ascii_lowercase();
    let revealed = caller.revealed();
    let shown = Memo::new(move |_| allowed.get() && revealed.with(|revealed| revealed.contains(name)));
    let caller = caller.clone();
    let toggle = move |_| {
        let hide = shown.get_untracked();
        caller.revealed().update(|revealed| {
            if hide {
                revealed.remove(name);
            } else {
                revealed.insert(name);
            }
        });
        if !hide {
            caller.note(Entry::at_the_desk(time::now(), format!("Revealed: {}", name.to_ascii_lowercase())));
        }
    };
    let text = move || {
        if shown.get() {
            view! { <bdi>{clear.clone()}</bdi> }.into_any()
        } else {
            view! { <span class="masked">{masked.clone()}</span> }.into_any()
        }
    };
    let word = move || if shown.get() { "Hide" } else { "Reveal" };
    let value = view! {
        {text}
        <button
            type="button"
            class="bare"
            aria-label=move || format!("{} {lower}", word())
            disabled=move || !allowed.get()
            aria-describedby=move || (!allowed.get()).then_some("reveal-reason")
            on:click=toggle
        >
            {icon("eye")}
            {word}
        </button>
    };
    Fact::new(name, value.into_any())
}

fn personal_facts(record: &WalletCustomer) -> Vec<PersonalFact> {
    let clear = |text: &Option<Personal>| text.as_ref().map(|text| text.in_clear().to_owned()).unwrap_or_default();
    let (phone, email, pending) = (clear(&record.phone), clear(&record.email), clear(&record.email_pending));
    let birthday = record
        .birth_date()
        .map_or_else(|| record.birthday().map(|text| text.in_clear().to_owned()).unwrap_or_default(), time::day);
    let address: Vec<String> = [clear(&record.address1), clear(&record.address2), clear(&record.zip)]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    let mut facts = vec![
        PersonalFact { name: "Phone", masked: mask::phone(&phone), clear: phone },
        PersonalFact { name: "E-mail", masked: mask::email(&email), clear: email },
        PersonalFact {
            name: "Birthday",
            masked: record.birth_date().map_or_else(mask::whole, mask::birth_date),
            clear: birthday,
        },
        PersonalFact { name: "Address", masked: mask::whole(), clear: address.join(", ") },
    ];
    if !pending.is_empty() {
        facts.push(PersonalFact { name: "New e-mail", masked: mask::email(&pending), clear: pending });
    }
    facts
}

/// City, state and country: shown to every rep.
pub fn place(record: &WalletCustomer) -> String {
    let parts = [&record.city, &record.state, &record.country];
    let stated: Vec<&str> = parts.into_iter().flatten().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if stated.is_empty() { "Not stated".into() } else { stated.join(", ") }
}
