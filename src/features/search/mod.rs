//! The search box: it is in the page before the portal is, and the portal attaches itself to it.

mod joined;
mod kind;
mod matches;
mod phone;
mod rehearsal;

use std::sync::Arc;

use contract::operations::{RetrieveCustomerLookupInfo, RetrieveCustomerLookupInfoAnswer};
use futures::future::{join, join_all};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use self::joined::Named;
pub use self::{
    kind::{By, Question, question},
    matches::{interrupted_notice, screen},
    rehearsal::rehearse_when_idle,
};
use super::trouble::{found_in_part, trouble};
use crate::{
    routes::OpaqueKey,
    session::{Candidate, Person, Session},
    ui::{load::Asking, trouble::Trouble},
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
    /// How many more bear it in part.
    pub left_out: usize,
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
        match question(by, text) {
            Ok(asked) => {
                self.refused.set(None);
                self.asked.set(Some(asked.clone()));
                self.found.ask(look_up(self.session.clone(), asked.request, self.open_only.clone()));
            }
            Err(why) => {
                self.found.stop();
                self.asked.set(None);
                self.refused.set(Some(why));
            }
        }
    }

    /// Asks the same question once more.
    pub fn again(&self) {
        if let Some(asked) = self.asked.get_untracked() {
            self.found.ask(look_up(self.session.clone(), asked.request, self.open_only.clone()));
        }
    }
}

async fn look_up(session: Session, request: RetrieveCustomerLookupInfo, open_only: OpenOnly) -> Result<Found, Trouble> {
    let by_name = joined::by_name(&request);
    let customers = async {
        match by_name {
            Some(question) => Some(joined::from_issuer(session.clone(), question).await),
            None => None,
        }
    };
    let (wallets, customers) = join(session.gateway.call(request.clone()), customers).await;
    let answered = wallets.map_err(|failure| trouble("The customers", &failure))?;
    let partly = found_in_part(&answered);
    let rows = answered.answer.customer_look_up_info;
    let mut issuer = Issuer::default();
    let (customers, unreadable) = match customers {
        Some(Ok(found)) => found,
        Some(Err(trouble)) => {
            issuer.trouble = Some(("Only the wallets were searched.", trouble.sentence));
            (Vec::new(), 0)
        }
        None => (Vec::new(), 0),
    };
    let joined = joined::joined(rows.rows, customers, session.config.tenant.link);
    (issuer.in_part, issuer.left_out) = (joined.in_part, joined.left_out);
    let mut people: Vec<Person> = joined.wallets.into_iter().map(Person::Wallet).collect();
    people.extend(with_wallets(&session, joined.others, &mut issuer).await);
    let found =
        Found { candidates: session.keep_found(people), unreadable: rows.unreadable + unreadable, partly, issuer };
    if let ([only], 0, None, None) = (&*found.candidates, found.unreadable, &found.partly, &found.issuer.trouble) {
        open_only(&only.key);
    }
    Ok(found)
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
        let input = input.clone();
        move || taken_as.set_text_content(Some(&kind::taken_as(chosen(), &input.value())))
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
