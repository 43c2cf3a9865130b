//! What must be known before the first screen: the configuration, and who is signed in.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;

use crate::{
    browser::{number, part::part, time},
    config::{Config, ConfigError},
    gateway::{SessionAnswer, ask_session, read_file, server_ahead_millis},
    session::Rep,
    ui::{
        facts::{Fact, facts as list},
        icon::icon,
    },
};

const CONFIG: &str = "/config.json";

/// How the start went.
pub enum Start {
    /// Everything is known.
    Ready(Box<Config>, Rep),
    /// The portal cannot start, and why.
    Message(Message),
}

/// A full-page message.
pub struct Message {
    heading: &'static str,
    sentence: String,
    facts: Vec<(&'static str, String)>,
    sign_in: Option<String>,
}

/// Reads the configuration and the session.
pub async fn begin() -> Start {
    let config = match read_config().await {
        Ok(config) => config,
        Err(message) => return Start::Message(message),
    };
    match read_rep(&config.session.url).await {
        Ok(Some(rep)) => Start::Ready(Box::new(config), rep),
        Ok(None) => Start::Message(Message {
            heading: "Sign in",
            sentence: "Nobody is signed in at this desk.".into(),
            facts: Vec::new(),
            sign_in: Some(config.session.sign_in),
        }),
        Err(why) => Start::Message(Message {
            heading: "The portal cannot start",
            sentence: "It could not learn who is signed in.".into(),
            facts: vec![("Address", config.session.url), ("Answer", why)],
            sign_in: None,
        }),
    }
}

/// Who is signed in; `None` when nobody is.
pub async fn read_rep(url: &str) -> Result<Option<Rep>, String> {
    match ask_session(url).await {
        SessionAnswer::Rep(text) => Rep::read(&text).map(Some).ok_or_else(|| "not the documented session".to_owned()),
        SessionAnswer::Nobody => Ok(None),
        SessionAnswer::Unclear(why) => Err(why),
    }
}

async fn read_config() -> Result<Config, Message> {
    let missing = |answer: String| Message {
        heading: "The portal cannot start",
        sentence: "Its configuration could not be read.".into(),
        facts: vec![("Address", CONFIG.into()), ("Answer", answer)],
        sign_in: None,
    };
    let text = read_file(CONFIG).await.map_err(missing)?;
    time::set_right_by(server_ahead_millis());
    let mut config = Config::parse(&text).map_err(|error| invalid(&error))?;
    if config.is_to_be_checked() {
        let checked = checked(config).await.map_err(|_| Message {
            heading: "The portal cannot start",
            sentence: "The part of it that checks the configuration did not load.".into(),
            facts: Vec::new(),
            sign_in: None,
        })?;
        config = checked.map_err(|error| invalid(&error))?;
    }
    time::set_locale(&config.locale, &config.time_zone).map_err(|key| {
        let expected = if key == "locale" { "a BCP 47 language tag" } else { "an IANA time zone" };
        invalid(&ConfigError { key: key.into(), expected: expected.into() })
    })?;
    number::set_locale(&config.locale);
    Ok(config)
}

part! {
    /// Most configurations have nothing that takes so much code to check.
    fn checked(config: Config) -> Result<Config, ConfigError>,
    configuration,
    config.checked(),
}

fn invalid(error: &ConfigError) -> Message {
    Message {
        heading: "The portal cannot start",
        sentence: error.to_string(),
        facts: vec![
            ("File", CONFIG.into()),
            ("Key", if error.key.is_empty() { "the whole file".into() } else { error.key.clone() }),
            ("Expected", error.expected.clone()),
        ],
        sign_in: None,
    }
}

/// Shows a message instead of the portal.
pub fn show(message: Message) {
    let Message { heading, sentence, facts, sign_in } = message;
    set_screen("message");
    replace_placeholder(move || {
        let facts = list(facts.into_iter().map(|(name, value)| Fact::text(name, value)).collect());
        let action = match sign_in {
            Some(address) => {
                view! { <a class="button primary" href=address target="_blank" rel="opener">"Sign in"</a> }.into_any()
            }
            None => {
                view! { <p class="hint">"Tell the team that runs the portal. Nothing was asked of the gateway."</p> }
                    .into_any()
            }
        };
        view! {
            <main id="main">
                <div class="message" role="alert">
                    {icon("warning")}
                    <h1>{heading}</h1>
                    <p>{sentence}</p>
                    {facts}
                    {action}
                    <button type="button" on:click=|_| drop(window().location().reload())>"Try again"</button>
                </div>
            </main>
        }
    });
}

/// Tells the static part of the page what is in view.
pub fn set_screen(name: &str) {
    if let Some(body) = document().body() {
        let _ = body.dataset().set("screen", name);
    }
}

/// Takes the place of what `index.html` shows while the portal starts.
pub fn replace_placeholder<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    let Some(place) = document().get_element_by_id("portal") else { return };
    place.set_text_content(None);
    let Ok(place) = place.dyn_into() else { return };
    mount_to(place, view).forget();
}
