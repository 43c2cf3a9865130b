//! Who the customer is, masked until the caller is verified, and then shown field by field.

use contract::{Personal, WalletCustomer};
use leptos::prelude::*;

use crate::{
    browser::time,
    config::Level,
    session::{Caller, Entry, Session, level_at},
    ui::{copy::copy_button, icon::icon, mask},
};

/// A personal fact.
struct Fact {
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
    let facts = move || {
        record.with(|record| {
            let personal: Vec<_> =
                personal_facts(record).into_iter().map(|fact| row(fact, &caller, allowed, asks_nothing)).collect();
            view! {
                <dl class="facts">
                    {personal}
                    <div><dt>"City"</dt><dd>{place(record)}</dd></div>
                    {record.customer_id.as_ref().map(|id| id_row("Customer ID", "customer ID", id.to_string()))}
                    {record.external_id.as_ref().map(|id| id_row("External ID", "external ID", id.to_string()))}
                </dl>
            }
        })
    };
    let hint = move || {
        (!allowed.get())
            .then(|| view! { <p class="hint" id="reveal-reason">"Verify the caller to see these in clear."</p> })
    };
    view! {
        <section class="panel" aria-labelledby="identity">
            <header><h2 id="identity">"Identity"</h2></header>
            {facts}
            {hint}
        </section>
    }
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

fn row(fact: Fact, caller: &Caller, allowed: Memo<bool>, asks_nothing: bool) -> impl IntoView + use<> {
    let Fact { name, masked, clear } = fact;
    if clear.is_empty() {
        return view! { <div><dt>{name}</dt><dd class="quiet">"Not stated"</dd></div> }.into_any();
    }
    if asks_nothing {
        return view! { <div><dt>{name}</dt><dd><bdi>{clear}</bdi></dd></div> }.into_any();
    }
    let lower = name.to_lowercase();
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
            caller.note(Entry::at_the_desk(time::now(), format!("Revealed: {}", name.to_lowercase())));
        }
    };
    let text = move || {
        if shown.get() {
            view! { <bdi>{clear.clone()}</bdi> }.into_any()
        } else {
            view! { <span class="masked">{masked.clone()}</span> }.into_any()
        }
    };
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                {text}
                <button
                    type="button"
                    class="bare"
                    aria-label=move || format!("{} {lower}", if shown.get() { "Hide" } else { "Reveal" })
                    disabled=move || !allowed.get()
                    aria-describedby=move || (!allowed.get()).then_some("reveal-reason")
                    on:click=toggle
                >
                    {icon("eye")}
                    {move || if shown.get() { "Hide" } else { "Reveal" }}
                </button>
            </dd>
        </div>
    }
    .into_any()
}

fn id_row(name: &'static str, what: &'static str, id: String) -> impl IntoView {
    view! { <div><dt>{name}</dt><dd><code>{id.clone()}</code>{copy_button(what, id)}</dd></div> }
}

fn personal_facts(record: &WalletCustomer) -> Vec<Fact> {
    let clear = |text: &Option<Personal>| text.as_ref().map(|text| text.in_clear().to_owned()).unwrap_or_default();
    let (phone, email, pending) = (clear(&record.phone), clear(&record.email), clear(&record.email_pending));
    let birthday = record.birth_date().map_or_else(
        || record.birthday().map(|text| text.in_clear().to_owned()).unwrap_or_default(),
        |date| date.to_string(),
    );
    let address: Vec<String> = [clear(&record.address1), clear(&record.address2), clear(&record.zip)]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect();
    let mut facts = vec![
        Fact { name: "Phone", masked: mask::phone(&phone), clear: phone },
        Fact { name: "E-mail", masked: mask::email(&email), clear: email },
        Fact {
            name: "Birthday",
            masked: record.birth_date().map_or_else(mask::whole, mask::birth_date),
            clear: birthday,
        },
        Fact { name: "Address", masked: mask::whole(), clear: address.join(", ") },
    ];
    if !pending.is_empty() {
        facts.push(Fact { name: "New e-mail", masked: mask::email(&pending), clear: pending });
    }
    facts
}

/// City, state and country: shown to every rep.
pub fn place(record: &WalletCustomer) -> String {
    let parts = [&record.city, &record.state, &record.country];
    let stated: Vec<&str> = parts.into_iter().flatten().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if stated.is_empty() { "Not stated".into() } else { stated.join(", ") }
}
