//! Both systems are asked, and what they answer becomes one list. The first load does without this code: it comes while the
//! rep types, or while the wallets are looked through.

use std::{future::Future, pin::Pin};

use contract::{WalletCustomer, operations::RetrieveCustomerLookupInfoAnswer};
use futures::future::{Either, join_all, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::{
    Asked, Gathered, Issuer, PATIENCE_MILLIS, Question, Search, Wallets, contradicting,
    instead::{Instead, instead, other_kinds},
    joined::{self, FromIssuer, Joined, Named},
    kind::{By, Habits},
    wallets,
};
use crate::{
    browser::part::{NotLoaded, part},
    features::trouble::{found_in_part, trouble},
    session::{Person, Session},
    ui::trouble::{Again, Trouble},
};

type Gathering = Pin<Box<dyn Future<Output = Result<Gathered, Trouble>>>>;

part! {
    /// Asks the issuer, and joins what it knows with what the wallets answer, who were asked already.
    pub(super) fn look_up(session: Session, asked: Asked, wallets: Wallets) -> Gathering,
    search fetched by fetch_search,
    Box::pin(by_every_reading(session, asked, wallets)),
}

part! {
    /// Buttons that look for the same text by another kind, with one click: what was recognised may not be what was meant.
    pub(super) fn otherwise(search: Search, asked: Asked) -> (Vec<By>, AnyView),
    search,
    buttons(&search, &asked),
}

/// They, and what they stand for.
fn buttons(search: &Search, asked: &Asked) -> (Vec<By>, AnyView) {
    let button = |by: By| {
        let name = match by {
            By::Phone => "Search by phone",
            By::ExternalId => "Search by external ID",
            By::CustomerId => "Search by customer ID",
            _ => "Search by last name",
        };
        let search = search.clone();
        view! { <button type="button" on:click=move |_| search.instead(by)>{name}</button> }.into_any()
    };
    let kinds = other_kinds(asked, &Habits::of(&search.session.config));
    let buttons: Vec<_> = kinds.iter().copied().map(button).collect();
    let said = format!("Taken as {}. The same text may be something else:", asked.question.by.words());
    let view =
        (!buttons.is_empty()).then(|| view! { <div class="actions otherwise"><small>{said}</small>{buttons}</div> });
    (kinds, view.into_any())
}

/// Fetches ahead what a search needs besides the wallets.
pub async fn fetch_ahead() -> Result<(), NotLoaded> {
    fetch_search().await
}

/// What the text may mean besides is asked, one after the other, as long as nobody is found.
async fn by_every_reading(session: Session, asked: Asked, first: Wallets) -> Result<Gathered, Trouble> {
    let found = in_both(&session, asked.question.clone(), first).await?;
    if !(found.people.is_empty() && found.is_whole()) {
        return Ok(found);
    }
    for Instead { question, note } in instead(&asked, &Habits::of(&session.config)) {
        let again = wallets(&session, &question);
        let mut there = in_both(&session, question, again).await?;
        if !there.people.is_empty() {
            there.issuer.notes.insert(0, note);
            return Ok(there);
        }
    }
    Ok(found)
}

async fn in_both(session: &Session, asked: Question, wallets: Wallets) -> Result<Gathered, Trouble> {
    let customers = Box::pin(joined::from_issuer(session.clone(), asked.clone()));
    let has_none = |answer: &RetrieveCustomerLookupInfoAnswer| answer.customer_look_up_info.rows.is_empty();
    let (wallets, customers) = match select(wallets, customers).await {
        Either::Left((Ok(wallets), customers)) if wallets.as_ref().is_none_or(|found| has_none(&found.answer)) => {
            (Ok(wallets), customers.await)
        }
        // Whoever is found in one system is not kept waiting for the other one.
        Either::Left((Ok(wallets), customers)) => (Ok(wallets), in_time(customers).await),
        Either::Left((Err(failure), _)) => (Err(failure), Ok(FromIssuer::default())),
        Either::Right((customers, wallets)) => (wallets.await, customers),
    };
    let wallets = wallets.map_err(|failure| trouble("The customers", &failure))?;
    let mut issuer = Issuer::default();
    let customers = customers.unwrap_or_else(|trouble| {
        let heading = if asked.asks_wallets() { "Only the wallets were searched." } else { "Nobody was searched for." };
        issuer = Issuer::without(heading, trouble);
        FromIssuer::default()
    });
    let partly = wallets.as_ref().and_then(found_in_part);
    let found = wallets.map(|wallets| wallets.answer.customer_look_up_info).unwrap_or_default();
    let (count, unreadable) = (found.rows.len(), found.unreadable + customers.unreadable);
    let fitting: Vec<WalletCustomer> = found.rows.into_iter().filter(|wallet| asked.fits(wallet)).collect();
    let contradicting = contradicting(count - fitting.len());
    let joined = joined::joined(fitting, customers.customers, session.config.tenant.link);
    issuer.left_out = joined.left_out;
    issuer.notes = notes(&joined, customers.more);
    issuer.notes.extend(contradicting);
    let mut people: Vec<Person> = joined.wallets.into_iter().map(Person::Wallet).collect();
    people.extend(with_wallets(session, joined.others, &mut issuer).await);
    Ok(Gathered { people, unreadable, partly, issuer })
}

/// What is to be said about those who are shown, and about those who are not; `more` where the issuer has more than were read.
fn notes(joined: &Joined, more: bool) -> Vec<String> {
    let mut said = Vec::new();
    if joined.in_part {
        said.push("Nobody is called exactly so; these names hold what you typed.".into());
    }
    if joined.left_out > 0 {
        said.push(format!("{} more are not shown: ask for more of the name.", joined.left_out));
    }
    match joined.also_in_part {
        0 => {}
        1 => {
            said.push("1 more customer has a name that only holds what you typed; type it in full to find them.".into())
        }
        count => said.push(format!(
            "{count} more customers have names that only hold what you typed; type the name in full to find them."
        )),
    }
    if more {
        said.push("The issuer has more of them than were read: ask for more of the name.".into());
    }
    said
}

/// What the issuer answers within a few seconds.
async fn in_time(customers: impl Future<Output = Result<FromIssuer, Trouble>> + Unpin) -> Result<FromIssuer, Trouble> {
    match select(customers, TimeoutFuture::new(PATIENCE_MILLIS)).await {
        Either::Left((customers, _)) => customers,
        Either::Right(_) => {
            let sentence = "The issuer's own records have not answered in time.".into();
            Err(Trouble { sentence, details: Vec::new(), correlation: None, again: Again::Now })
        }
    }
}

/// The wallets of these customers, and those who have none. Nobody is said to have none before it was read.
async fn with_wallets(session: &Session, customers: Vec<Named>, issuer: &mut Issuer) -> Vec<Person> {
    let link = session.config.tenant.link;
    let wallet_of = |customer: &Named| {
        let question = joined::wallet_of(customer, link);
        async move {
            match question {
                Some(question) => session.gateway.call(question).await.map(|answered| answered.answer),
                None => Ok(RetrieveCustomerLookupInfoAnswer::default()),
            }
        }
    };
    let answers = join_all(customers.iter().map(wallet_of)).await;
    let mut people = Vec::new();
    for (customer, answer) in customers.into_iter().zip(answers) {
        match answer {
            Ok(wallets) if wallets.customer_look_up_info.rows.is_empty() => {
                people.extend(customer.without_wallet);
            }
            Ok(wallets) => people.extend(wallets.customer_look_up_info.rows.into_iter().map(Person::Wallet)),
            Err(failure) => {
                let why = trouble("The wallets of some customers", &failure).sentence;
                issuer.trouble = Some(("Some customers are not shown.", why));
            }
        }
    }
    people
}
