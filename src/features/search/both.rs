//! Both systems are asked, and what they answer becomes one list. The first load does without this code, and without what shows
//! the list: it comes while the rep types.

use std::{future::Future, pin::Pin};

use contract::{WalletCustomer, operations::RetrieveCustomerLookupInfoAnswer};
use futures::future::{Either, join_all, select};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::{
    Asked, Found, Issuer, Question, Search,
    instead::{Instead, instead},
    joined::{self, FromIssuer, Joined, Named},
    kind::Habits,
    rehearsal::rehearse,
    results::shown,
};
use crate::{
    browser::part::{NotLoaded, part},
    features::trouble::{found_in_part, trouble},
    gateway::{Answered, Failure},
    session::{Person, Session},
    ui::trouble::{Again, Trouble},
};

type Looking = Pin<Box<dyn Future<Output = Result<Found, Trouble>>>>;

part! {
    /// Asks both systems, and joins what they answer. One customer alone is brought into view.
    pub(super) fn look_up(search: Search, asked: Asked) -> Looking,
    search fetched by fetch_search,
    Box::pin(found(search, asked)),
}

part! {
    /// Everybody who matches, or what to try next when that is nobody.
    pub(super) fn results(search: Search, found: Found, asked: Option<Asked>) -> AnyView,
    search fetched by fetch_results,
    shown(&search, &found, asked),
}

part! {
    fn rehearsed() -> (),
    search,
    rehearse(),
}

/// Makes sure that [`results`] can be shown at once.
pub(super) async fn ready_to_show() -> Result<(), NotLoaded> {
    fetch_results().await
}

/// Fetches ahead what a search needs, and goes through an answer that nobody sees once nothing else is to be done.
pub async fn fetch_ahead() -> Result<(), NotLoaded> {
    fetch_search().await?;
    request_idle_callback(|| spawn_local(async { drop(rehearsed().await) }));
    Ok(())
}

async fn found(search: Search, asked: Asked) -> Result<Found, Trouble> {
    let Search { session, open_only, .. } = search;
    let Gathered { people, unreadable, partly, issuer } = by_every_reading(session.clone(), asked).await?;
    let found = Found { candidates: session.keep_found(people), unreadable, partly, issuer };
    if let ([only], 0, None, None) = (&*found.candidates, found.unreadable, &found.partly, &found.issuer.trouble) {
        open_only(&only.key);
    }
    Ok(found)
}

/// What both systems answered to one question.
#[derive(Default)]
struct Gathered {
    people: Vec<Person>,
    unreadable: usize,
    partly: Option<Vec<(String, String, String)>>,
    issuer: Issuer,
}

impl Gathered {
    /// Whether everybody was found whom both systems know: then that it is nobody means something.
    fn is_whole(&self) -> bool {
        self.unreadable == 0 && self.partly.is_none() && self.issuer.trouble.is_none()
    }
}

/// What the wallets' half answers; nothing where it cannot be asked this.
type FromWallets = Result<Option<Answered<RetrieveCustomerLookupInfoAnswer>>, Failure>;
type Wallets = Pin<Box<dyn Future<Output = FromWallets>>>;

fn wallets(session: &Session, asked: &Question) -> Wallets {
    let (gateway, question) = (session.gateway.clone(), asked.asks_wallets().then(|| asked.request.clone()));
    Box::pin(async move {
        match question {
            Some(question) => gateway.call(question).await.map(Some),
            None => Ok(None),
        }
    })
}

/// So long, in milliseconds, wallets that were found wait for the issuer's records.
const PATIENCE_MILLIS: u32 = 4_000;

/// What the text may mean besides is asked, one after the other, as long as nobody is found.
async fn by_every_reading(session: Session, asked: Asked) -> Result<Gathered, Trouble> {
    let found = in_both(&session, asked.question.clone()).await?;
    if !(found.people.is_empty() && found.is_whole()) {
        return Ok(found);
    }
    for Instead { question, note } in instead(&asked, &Habits::of(&session.config)) {
        let mut there = in_both(&session, question).await?;
        if !there.people.is_empty() {
            there.issuer.notes.insert(0, note);
            return Ok(there);
        }
    }
    Ok(found)
}

async fn in_both(session: &Session, asked: Question) -> Result<Gathered, Trouble> {
    let wallets = wallets(session, &asked);
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

impl Issuer {
    /// Its records were not searched.
    fn without(heading: &'static str, trouble: Trouble) -> Self {
        Self { trouble: Some((heading, trouble.sentence)), ..Self::default() }
    }
}

/// Of so many wallets that bear the name and state another birth date or town than the caller.
fn contradicting(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 wallet of this name states something else and is not shown.".into()),
        count => Some(format!("{count} wallets of this name state something else and are not shown.")),
    }
}
