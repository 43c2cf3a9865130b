//! The search box: it is in the page before the portal is, and the portal attaches itself to it.

mod birth_date;
mod joined;
mod kind;
mod matches;
mod phone;
mod rehearsal;

use std::{pin::pin, sync::Arc};

use contract::{WalletCustomer, operations::RetrieveCustomerLookupInfoAnswer};
use futures::future::{Either, join_all, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use self::joined::{FromIssuer, Named};
pub use self::{
    joined::fetch_ahead,
    kind::{By, Question, question},
    matches::{interrupted_notice, screen},
    rehearsal::rehearse_when_idle,
};
use super::trouble::{found_in_part, trouble};
use crate::{
    routes::OpaqueKey,
    session::{Candidate, Person, Session},
    ui::{
        load::Asking,
        trouble::{Again, Trouble},
    },
};

/// What the rep searches for, for as long as they sit here.
#[derive(Clone)]
pub struct Search {
    session: Session,
    /// The newest search.
    pub found: Asking<Found>,
    /// The newest question that could be asked.
    pub asked: RwSignal<Option<Question>>,
    /// Why the newest text could not be asked.
    pub refused: RwSignal<Option<&'static str>>,
    open_only: OpenOnly,
}

/// Brings the only match into view.
type OpenOnly = Arc<dyn Fn(&OpaqueKey) + Send + Sync>;

/// Everybody who matched.
#[derive(Clone)]
pub struct Found {
    /// In the gateway's order.
    pub candidates: Arc<[Candidate]>,
    /// Rows that could not be read.
    pub unreadable: usize,
    /// Set when the gateway found only part of what there is: its own words.
    pub partly: Option<Vec<(String, String, String)>>,
    /// What the issuer's records add to the wallets.
    pub issuer: Issuer,
}

/// What is to be said about the issuer's records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Issuer {
    /// Set when they could not be searched, or not all of them could be matched with wallets: what is missing, and why.
    pub trouble: Option<(&'static str, String)>,
    /// The name that was typed is a part of the candidates' names.
    pub in_part: bool,
    /// How many more there are than are shown.
    pub left_out: usize,
    /// How many bear the name in part, beside those who bear it as it was typed.
    pub also_in_part: usize,
    /// Whether the issuer has more than were read.
    pub more: bool,
    /// How many wallets of this name state another birth date or town than the caller.
    pub contradicting: usize,
    /// The town that was asked for, where what was typed as a first name is nobody's.
    pub town_instead: Option<String>,
}

impl Search {
    /// Nothing searched yet. `open_only` is told when a search finds one customer and nothing else.
    pub fn new(session: Session, open_only: impl Fn(&OpaqueKey) + Send + Sync + 'static) -> Self {
        Self {
            session,
            found: Asking::default(),
            asked: RwSignal::new(None),
            refused: RwSignal::new(None),
            open_only: Arc::new(open_only),
        }
    }

    /// Searches for what stands in the box. The newest question wins.
    pub fn search(&self, by: By, text: &str) {
        match question(by, text, self.month_first()) {
            Ok(asked) => {
                self.refused.set(None);
                self.asked.set(Some(asked.clone()));
                self.found.ask(look_up(self.session.clone(), asked, self.open_only.clone()));
            }
            Err(why) => {
                self.found.stop();
                self.asked.set(None);
                self.refused.set(Some(why));
            }
        }
    }

    /// How the issuer's reps write a day.
    fn month_first(&self) -> bool {
        self.session.config.locale.eq_ignore_ascii_case("en-US")
    }

    /// Asks the same question once more.
    pub fn again(&self) {
        if let Some(asked) = self.asked.get_untracked() {
            self.found.ask(look_up(self.session.clone(), asked, self.open_only.clone()));
        }
    }
}

async fn look_up(session: Session, asked: Question, open_only: OpenOnly) -> Result<Found, Trouble> {
    let instead = asked.with_town_instead();
    let mut found = in_both(&session, asked).await?;
    // After a comma a first name is meant; where nobody bears it, it may be a town.
    if let Some(instead) = instead.filter(|_| found.people.is_empty() && found.issuer.trouble.is_none()) {
        let town = instead.town.clone();
        let there = in_both(&session, instead).await?;
        if !there.people.is_empty() {
            found = there;
            found.issuer.town_instead = town;
        }
    }
    let Gathered { people, unreadable, partly, issuer } = found;
    let found = Found { candidates: session.keep_found(people), unreadable, partly, issuer };
    if let ([only], 0, None, None) = (&*found.candidates, found.unreadable, &found.partly, &found.issuer.trouble) {
        open_only(&only.key);
    }
    Ok(found)
}

/// What both systems answered to one question.
struct Gathered {
    people: Vec<Person>,
    unreadable: usize,
    partly: Option<Vec<(String, String, String)>>,
    issuer: Issuer,
}

async fn in_both(session: &Session, asked: Question) -> Result<Gathered, Trouble> {
    let wallets = async {
        if !asked.asks_wallets() {
            return Ok((Vec::new(), 0, None));
        }
        let answered = session.gateway.call(asked.request.clone()).await;
        let answered = answered.map_err(|failure| trouble("The customers", &failure))?;
        let partly = found_in_part(&answered);
        let rows = answered.answer.customer_look_up_info;
        Ok((rows.rows, rows.unreadable, partly))
    };
    let customers = joined::from_issuer(session.clone(), asked.clone());
    let (wallets, customers) = match select(pin!(wallets), pin!(customers)).await {
        Either::Left((Ok(wallets), customers)) if wallets.0.is_empty() => (wallets, customers.await),
        // Whoever is found in one system is not kept waiting for the other one.
        Either::Left((wallets, customers)) => (wallets?, in_time(customers).await),
        Either::Right((customers, wallets)) => (wallets.await?, customers),
    };
    let (mut wallets, mut unreadable, partly) = wallets;
    let mut issuer = Issuer::default();
    let customers = customers.unwrap_or_else(|trouble| {
        let heading = if asked.asks_wallets() { "Only the wallets were searched." } else { "Nobody was searched for." };
        issuer.trouble = Some((heading, trouble.sentence));
        FromIssuer::default()
    });
    let count = wallets.len();
    wallets.retain(|wallet: &WalletCustomer| asked.fits(wallet));
    issuer.contradicting = count - wallets.len();
    unreadable += customers.unreadable;
    let joined = joined::joined(wallets, customers.customers, session.config.tenant.link);
    (issuer.in_part, issuer.left_out) = (joined.in_part, joined.left_out);
    (issuer.also_in_part, issuer.more) = (joined.also_in_part, customers.more);
    let mut people: Vec<Person> = joined.wallets.into_iter().map(Person::Wallet).collect();
    people.extend(with_wallets(session, joined.others, &mut issuer).await);
    Ok(Gathered { people, unreadable, partly, issuer })
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

/// So long wallets that were found wait for the issuer's records.
const PATIENCE_MILLIS: u32 = 4_000;

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

/// Attaches a search to the box in the page. `show` brings the matches into view.
///
/// What was typed before stays: the box itself is never rendered again. A search that was asked for too early begins now.
pub fn attach(search: &Search, show: impl Fn() + Clone + 'static) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let input: HtmlInputElement = document.get_element_by_id("search")?.dyn_into().ok()?;
    let button = document.get_element_by_id("search-go")?;
    let taken_as = document.get_element_by_id("search-taken-as")?;
    let radios = document.get_element_by_id("search-by")?;

    let ask = {
        let search = search.clone();
        move |by: By, text: &str| {
            search.search(by, text);
            show();
        }
    };
    let go = {
        let (ask, input) = (ask.clone(), input.clone());
        move || ask(chosen(), &input.value())
    };
    let on_enter = go.clone();
    listen(&input, "keydown", move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            on_enter();
        }
    });
    let on_radio = go.clone();
    listen(&radios, "keydown", move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            on_radio();
        }
    });
    let on_click = go.clone();
    listen(&button, "click", move |_: web_sys::Event| on_click());

    let hint = {
        let (input, month_first) = (input.clone(), search.month_first());
        move || taken_as.set_text_content(Some(&kind::taken_as(chosen(), &input.value(), month_first)))
    };
    let on_input = hint.clone();
    listen(&input, "input", move |_: web_sys::Event| on_input());
    let on_change = hint.clone();
    listen(&radios, "change", move |_: web_sys::Event| on_change());
    hint();

    if let Some((by, text)) = asked_early() {
        ask(by, &text);
    }
    Some(())
}

/// What the rep asked for before the portal was up, as it stood then. From here on early.js listens no more.
fn asked_early() -> Option<(By, String)> {
    let asked = take_over().ok()??;
    Some((By::from_value(&asked.get(0).as_string()?), asked.get(1).as_string()?))
}

#[wasm_bindgen]
extern "C" {
    // Of early.js.
    #[wasm_bindgen(catch, js_name = takeOver)]
    fn take_over() -> Result<Option<js_sys::Array>, JsValue>;
}

/// Puts the cursor into the box and selects what is there.
pub fn focus() {
    if let Some(input) = field() {
        let _ = input.focus();
        input.select();
    }
}

/// Chooses what to search by, and puts the cursor into the box.
pub fn choose(by: By) {
    let radio = web_sys::window().and_then(|window| window.document()).and_then(|document| {
        document.query_selector(&format!("#search-by input[value={}]", by.value())).ok().flatten()
    });
    if let Some(radio) = radio.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        radio.click();
    }
    focus();
}

/// Empties the box: the next rep does not see what this one searched for.
pub fn clear() {
    if let Some(input) = field() {
        input.set_value("");
        // What the text was taken as may repeat it.
        let _ = web_sys::Event::new("input").map(|event| input.dispatch_event(&event));
    }
}

fn field() -> Option<HtmlInputElement> {
    web_sys::window()?.document()?.get_element_by_id("search")?.dyn_into().ok()
}

fn chosen() -> By {
    let checked = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector("#search-by input:checked").ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
    checked.map_or(By::Auto, |radio| By::from_value(&radio.value()))
}

/// For as long as the page lives, like the box itself.
fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    target: &Element,
    event: &str,
    act: impl FnMut(E) + 'static,
) {
    let closure = Closure::<dyn FnMut(E)>::new(act);
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}
