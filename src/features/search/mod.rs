//! The search box: it is in the page before the portal is, and the portal attaches itself to it.

mod birth_date;
mod both;
mod instead;
mod joined;
mod kind;
mod parts;
mod rehearsal;
mod results;
mod screen;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

pub use self::{
    both::fetch_ahead,
    kind::{By, Habits, Question, question},
    screen::screen,
};
use super::trouble::{not_loaded, offline};
use crate::{
    browser::keyboard::is_composing,
    routes::OpaqueKey,
    session::{Candidate, Session},
    ui::{load::Asking, trouble::Trouble},
};

/// What the rep searches for, for as long as they sit here.
#[derive(Clone)]
pub struct Search {
    session: Session,
    /// The newest search.
    pub found: Asking<Found>,
    /// The newest question that could be asked.
    pub asked: RwSignal<Option<Asked>>,
    /// Why the newest text could not be asked.
    pub refused: RwSignal<Option<&'static str>>,
    open_only: OpenOnly,
}

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    question: Question,
    /// As it was typed.
    text: String,
    /// Whether the kind was recognised, and not chosen.
    recognised: bool,
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
    /// How many more there are than are shown.
    pub left_out: usize,
    /// Sentences on those who are shown, and on those who are not.
    pub notes: Vec<String>,
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
        match question(by, text, &self.habits()) {
            Ok(question) => {
                self.refused.set(None);
                let asked = Asked { question, text: text.to_owned(), recognised: by == By::Auto };
                self.asked.set(Some(asked.clone()));
                self.found.ask(look_up(self.clone(), asked));
            }
            Err(why) => {
                self.found.stop();
                self.asked.set(None);
                self.refused.set(Some(why));
            }
        }
    }

    fn habits(&self) -> Habits {
        Habits::of(&self.session.config)
    }

    /// Asks the same question once more.
    pub fn again(&self) {
        if let Some(asked) = self.asked.get_untracked() {
            self.found.ask(look_up(self.clone(), asked));
        }
    }

    /// Looks for the same text by another kind, which is chosen from now on.
    fn instead(&self, by: By) {
        let Some(Asked { text, .. }) = self.asked.get_untracked() else { return };
        choose(by);
        self.search(by, &text);
    }
}

/// What asks, joins and shows comes while the rep types; the first load does without it.
async fn look_up(search: Search, asked: Asked) -> Result<Found, Trouble> {
    if !window().navigator().on_line() {
        return Err(offline());
    }
    let looking = both::look_up(search, asked).await.map_err(|_| not_loaded())?;
    both::ready_to_show().await.map_err(|_| not_loaded())?;
    looking.await
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
        if event.key() == "Enter" && !is_composing(&event) {
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
        let (input, habits) = (input.clone(), search.habits());
        move || taken_as.set_text_content(Some(&kind::taken_as(chosen(), &input.value(), &habits)))
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
