//! A failure as the rep sees it: what happened, the gateway's own words, the correlation id, and the way on.

use std::sync::{
    Arc,
    atomic::{AtomicU32, AtomicUsize, Ordering},
};

use leptos::{ev::MouseEvent, prelude::*};

use super::{
    badge::Tone,
    facts::{Fact, facts},
    icon::icon,
    region::hand_focus_on,
};
use crate::browser::{part::load_again, time};

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
    /// At once; and by itself when the network comes back: a browser may notice late that it was gone.
    NowOrOnline,
    /// Not before this moment, in milliseconds since 1970; then it is asked by itself.
    NotBefore(i64),
    /// Not before this moment, and then by the rep alone.
    NotBeforeByHand(i64),
    /// When the network is back; then it is asked by itself.
    WhenOnline,
    /// Only once the page is loaded again.
    Reload,
    /// No, and why.
    Never(&'static str),
    /// Perhaps, once somebody else has done this.
    Tell(&'static str),
    /// No: there is nothing to be asked for, and nothing failed.
    NotOffered,
}

/// How often in a row a question found no answer.
#[derive(Default)]
pub struct Failures(AtomicU32);

/// So often in a row a panel asks by itself. A gateway that sends everybody away is left alone then, and a desk at which
/// nobody sits keeps no session alive.
const MOST_BY_ITSELF: u32 = 5;

impl Failures {
    /// One more. After several it is not asked again by itself.
    pub fn one_more(&self, mut trouble: Trouble) -> Trouble {
        let before = self.0.fetch_add(1, Ordering::Relaxed);
        if let Again::NotBefore(moment) = trouble.again
            && before >= MOST_BY_ITSELF
        {
            trouble.again = Again::NotBeforeByHand(moment);
        }
        trouble
    }

    /// There was an answer.
    pub fn are_over(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

/// What "Try again" does.
pub type Retry = Arc<dyn Fn() + Send + Sync>;

/// The panel's own failure.
pub fn trouble_view(trouble: &Trouble, retry: Retry) -> AnyView {
    failure("warning", trouble.sentence.clone(), trouble, retry)
}

/// A newer reading failed, and the one of this moment, in milliseconds since 1970, stays.
pub fn stale_view(read_at: i64, trouble: &Trouble, retry: Retry) -> AnyView {
    let sentence = format!("Stale. Read at {}; the last try failed. {}", time::minute(read_at), trouble.sentence);
    failure("clock", sentence, trouble, retry)
}

fn failure(picture: &'static str, sentence: String, trouble: &Trouble, retry: Retry) -> AnyView {
    if trouble.again == Again::NotOffered {
        return view! { <p class="hint" role="status">{sentence}</p> }.into_any();
    }
    view! {
        <div class="failure" role="alert" data-tone=Tone::Attention.name()>
            {icon(picture)}
            <p>{sentence}</p>
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
    let correlation = trouble.correlation.clone().map(|id| Fact::own_id("Correlation ID", "correlation ID", id));
    facts(details.chain(correlation).collect())
}

fn again(again: &Again, retry: Retry) -> AnyView {
    match again {
        Again::Now => button(None, retry),
        Again::NotOffered => ().into_any(),
        Again::Tell(whom) => view! {
            {button(None, retry)}
            <p class="hint">{*whom}</p>
        }
        .into_any(),
        Again::Reload => view! {
            {button(None, retry)}
            <button type="button" class="primary" on:click=|_| load_again()>"Reload"</button>
            <p class="hint">
                "What is in the search box stays. Open customers close, and what is typed in their forms is lost: copy it first."
            </p>
        }
        .into_any(),
        Again::Never(why) => view! { <p class="hint">{*why}</p> }.into_any(),
        Again::NotBefore(moment) => countdown(*moment, Some(retry.clone()), retry),
        Again::NotBeforeByHand(moment) => countdown(*moment, None, retry),
        Again::NowOrOnline => when_online(retry, None),
        Again::WhenOnline => {
            ask_if_online(retry.clone());
            when_online(retry, Some("It is asked again by itself when the network is back."))
        }
    }
}

/// "Try again", which may have to wait. It goes with the failure, so the focus goes to what it stands in.
fn button(waits: Option<(String, RwSignal<i64>)>, retry: Retry) -> AnyView {
    let (id, left) = waits.unzip();
    let press = move |event: MouseEvent| {
        hand_focus_on(&event);
        retry();
    };
    let off = move || left.is_some_and(|left| left.get() > 0);
    view! { <button type="button" disabled=off aria-describedby=id on:click=press>"Try again"</button> }.into_any()
}

/// Asks by itself when the network comes back, and may say so.
fn when_online(retry: Retry, hint: Option<&'static str>) -> AnyView {
    let by_itself = retry.clone();
    let listening = window_event_listener(leptos::ev::online, move |_| by_itself());
    on_cleanup(move || listening.remove());
    view! {
        {button(None, retry)}
        {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
    }
    .into_any()
}

/// Asks by itself where the network came back before the failure was shown: no event will tell of it any more.
fn ask_if_online(retry: Retry) {
    if !window().navigator().on_line() {
        return;
    }
    // Not while it is drawn.
    if let Ok(soon) = set_timeout_with_handle(move || retry(), std::time::Duration::ZERO) {
        on_cleanup(move || soon.clear());
    }
}

/// Counts down what the gateway asked to wait, then asks by itself where it may.
fn countdown(moment: i64, by_itself: Option<Retry>, retry: Retry) -> AnyView {
    let left = RwSignal::new(moment - time::now());
    let tick = set_interval_with_handle(
        move || {
            // A tick that comes when the failure is gone counts nothing down.
            let Some(before) = left.try_get_untracked() else { return };
            let now = moment - time::now();
            left.set(now);
            if let (Some(by_itself), true) = (&by_itself, before > 0 && now <= 0) {
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
    // Several panels may wait at once.
    static COUNTDOWNS: AtomicUsize = AtomicUsize::new(0);
    let id = format!("retry-in-{}", COUNTDOWNS.fetch_add(1, Ordering::Relaxed));
    view! {
        {button(Some((id.clone(), left)), retry)}
        <p class="hint" id=id>
            "in " <span class="clock" role="timer">{move || time::left(left.get() + 999)}</span>
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_that_is_sent_away_again_and_again_asks_by_itself_five_times_and_then_when_it_is_told_to() {
        let failures = Failures::default();
        let next = |again: Again| {
            let trouble = Trouble { sentence: "Busy.".into(), details: vec![], correlation: None, again };
            failures.one_more(trouble).again
        };
        for _ in 0..5 {
            assert_eq!(next(Again::NotBefore(7)), Again::NotBefore(7));
        }
        assert_eq!(next(Again::NotBefore(8)), Again::NotBeforeByHand(8));
        assert_eq!(next(Again::Now), Again::Now);
        failures.are_over();
        assert_eq!(next(Again::NotBefore(9)), Again::NotBefore(9));
    }
}
