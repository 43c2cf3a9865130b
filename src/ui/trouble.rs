//! A failure as the rep sees it: what happened, the gateway's own words, the correlation id, and the way on.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    badge::Tone,
    facts::{Fact, facts},
    icon::icon,
};
use crate::browser::time;

/// What went wrong, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened, and what it means.
    pub sentence: String,
    /// Code, text and origin of everything that the gateway said.
    pub details: Vec<(String, String, String)>,
    /// Names the call in the gateway's logs.
    pub correlation: Option<String>,
    /// Whether asking again can help.
    pub again: Again,
}

/// Whether asking again can help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Again {
    /// At once.
    Now,
    /// Not before this moment, in milliseconds since 1970; then it is asked by itself.
    NotBefore(i64),
    /// When the network is back; then it is asked by itself.
    WhenOnline,
    /// No, and why.
    Never(&'static str),
}

/// What "Try again" does.
pub type Retry = Arc<dyn Fn() + Send + Sync>;

/// The panel's own failure.
pub fn trouble_view(trouble: &Trouble, retry: Retry) -> AnyView {
    view! {
        <div class="failure" role="alert" data-tone=Tone::Attention.name()>
            {icon("warning")}
            <p>{trouble.sentence.clone()}</p>
            {trouble_facts(trouble)}
            <div class="actions">{again(&trouble.again, retry)}</div>
        </div>
    }
    .into_any()
}

/// The gateway's own code and text, and the correlation id.
pub fn trouble_facts(trouble: &Trouble) -> AnyView {
    let details = trouble.details.iter().map(|(code, text, origin)| {
        let origin = if origin.is_empty() { String::new() } else { format!(", said the {origin}") };
        Fact::text(if code.is_empty() { "Text" } else { code }, format!("{text}{origin}"))
    });
    let correlation = trouble.correlation.clone().map(|id| Fact::id("Correlation ID", "correlation ID", id));
    facts(details.chain(correlation).collect())
}

fn again(again: &Again, retry: Retry) -> AnyView {
    match again {
        Again::Now => view! { <button type="button" on:click=move |_| retry()>"Try again"</button> }.into_any(),
        Again::Never(why) => view! { <p class="hint">{*why}</p> }.into_any(),
        Again::NotBefore(moment) => countdown(*moment, retry),
        Again::WhenOnline => when_online(retry),
    }
}

/// Waits for the network, then asks by itself.
fn when_online(retry: Retry) -> AnyView {
    let by_itself = retry.clone();
    let listening = window_event_listener(leptos::ev::online, move |_| by_itself());
    on_cleanup(move || listening.remove());
    view! {
        <button type="button" on:click=move |_| retry()>"Try again"</button>
        <p class="hint">"It is asked again by itself when the network is back."</p>
    }
    .into_any()
}

/// Counts down what the gateway asked to wait, then asks by itself.
fn countdown(moment: i64, retry: Retry) -> AnyView {
    let left = RwSignal::new(moment - time::now());
    let by_itself = retry.clone();
    let tick = set_interval_with_handle(
        move || {
            let before = left.get_untracked();
            let now = moment - time::now();
            left.set(now);
            if before > 0 && now <= 0 {
                by_itself();
            }
        },
        std::time::Duration::from_millis(250),
    );
    on_cleanup(move || {
        if let Ok(tick) = tick {
            tick.clear();
        }
    });
    view! {
        <button type="button" disabled=move || left.get() > 0 aria-describedby="retry-in" on:click=move |_| retry()>
            "Try again"
        </button>
        <p class="hint" id="retry-in">
            "in " <span class="clock" role="timer">{move || time::left(left.get() + 999)}</span>
        </p>
    }
    .into_any()
}
