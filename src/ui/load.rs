//! Everything that is asked for goes through here: one state, one match, on every screen.

use std::{
    future::Future,
    pin::{Pin, pin},
    sync::{Arc, Mutex, PoisonError},
};

use futures::future::{AbortHandle, abortable, select};
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

use super::trouble::{Failures, Retry, Trouble, stale_view, trouble_view};
use crate::browser::time;

/// Under so many milliseconds nothing is shown, so that nothing flickers.
const SLOW_AFTER_MILLIS: u32 = 300;

/// How far a question is.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// Nothing was asked.
    Idle,
    /// Asked a moment ago.
    Waiting,
    /// Asked long enough ago to say so.
    Slow,
    /// The answer, and when it came.
    Ready(T, i64),
    /// No answer.
    Failed(Trouble),
    /// An older answer, when it came, and why there is no newer one.
    Stale(T, i64, Trouble),
}

impl<T> Load<T> {
    /// The answer, fresh or stale.
    pub fn answer(&self) -> Option<&T> {
        match self {
            Self::Ready(answer, _) | Self::Stale(answer, ..) => Some(answer),
            _ => None,
        }
    }

    /// When the answer came, fresh or stale.
    pub fn read_at(&self) -> Option<i64> {
        match self {
            Self::Ready(_, at) | Self::Stale(_, at, _) => Some(*at),
            _ => None,
        }
    }

    /// Whether there is an answer, or a failure instead.
    pub fn is_settled(&self) -> bool {
        !matches!(self, Self::Idle | Self::Waiting | Self::Slow)
    }
}

/// A place for the answer to the newest question. A newer question aborts the older one; dropping it aborts too.
#[derive(Clone)]
pub struct Asking<T: 'static>(Arc<Inner<T>>);

struct Inner<T: 'static> {
    state: ArcRwSignal<Load<T>>,
    asks: ArcRwSignal<bool>,
    running: Mutex<Option<AbortHandle>>,
    failures: Failures,
}

impl<T> Drop for Inner<T> {
    fn drop(&mut self) {
        if let Some(running) = self.running.lock().unwrap_or_else(PoisonError::into_inner).take() {
            running.abort();
        }
    }
}

impl<T: Clone + Send + Sync + 'static> Default for Asking<T> {
    fn default() -> Self {
        Self(Arc::new(Inner {
            state: ArcRwSignal::new(Load::Idle),
            asks: ArcRwSignal::new(false),
            running: Mutex::default(),
            failures: Failures::default(),
        }))
    }
}

impl<T: Clone + Send + Sync + 'static> Asking<T> {
    /// How far it is.
    pub fn state(&self) -> ArcRwSignal<Load<T>> {
        self.0.state.clone()
    }

    /// Whether a question is under way, whatever an earlier one was answered with.
    pub fn asks(&self) -> ArcRwSignal<bool> {
        self.0.asks.clone()
    }

    /// Asks a new question: nothing of the last answer stays.
    pub fn ask(&self, question: impl Future<Output = Result<T, Trouble>> + 'static) {
        self.0.state.set(Load::Waiting);
        self.run(Box::pin(question));
    }

    /// Asks the same question again: the last answer stays until the next one is there.
    pub fn refresh(&self, question: impl Future<Output = Result<T, Trouble>> + 'static) {
        if self.0.state.with_untracked(|state| state.answer().is_none()) {
            self.0.state.set(Load::Waiting);
        }
        self.run(Box::pin(question));
    }

    /// Gives up the running question.
    pub fn stop(&self) {
        self.replace_running(None);
        self.0.asks.set(false);
        self.0.state.set(Load::Idle);
    }

    /// Every question has a type of its own: behind a pointer the rest is compiled once for each kind of answer.
    fn run(&self, question: Later<Result<T, Trouble>>) {
        // The answer finds its place only while somebody keeps it: a closed customer's answer is dropped.
        let (place, slow) = (Arc::downgrade(&self.0), Arc::downgrade(&self.0));
        let answered = async move {
            let answer = question.await;
            if let Some(place) = place.upgrade() {
                let answer = answer.map_err(|trouble| place.failures.one_more(trouble));
                if answer.is_ok() {
                    place.failures.are_over();
                }
                place.state.update(|state| *state = settled(state, answer, time::now()));
                place.asks.set(false);
            }
        };
        let becomes_slow = move || {
            if let Some(place) = slow.upgrade() {
                place.state.update(|state| {
                    if matches!(state, Load::Waiting) {
                        *state = Load::Slow;
                    }
                });
            }
        };
        self.0.asks.set(true);
        self.replace_running(Some(begin(Box::pin(answered), Box::new(becomes_slow))));
    }

    fn replace_running(&self, next: Option<AbortHandle>) {
        let mut running = self.0.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(older) = std::mem::replace(&mut *running, next) {
            older.abort();
        }
    }
}

type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// Waits for an answer, and says so once when it takes long. The handle gives it up.
fn begin(answered: Later<()>, becomes_slow: Box<dyn FnOnce()>) -> AbortHandle {
    let (task, handle) = abortable(async move {
        let slow = pin!(async move {
            TimeoutFuture::new(SLOW_AFTER_MILLIS).await;
            becomes_slow();
            std::future::pending::<()>().await;
        });
        select(answered, slow).await;
    });
    spawn_local(async move {
        let _ = task.await;
    });
    handle
}

/// What becomes of the state when an answer comes.
fn settled<T: Clone>(state: &Load<T>, answer: Result<T, Trouble>, now: i64) -> Load<T> {
    match (answer, state) {
        (Ok(answer), _) => Load::Ready(answer, now),
        (Err(trouble), Load::Ready(older, at) | Load::Stale(older, at, _)) => Load::Stale(older.clone(), *at, trouble),
        (Err(trouble), _) => Load::Failed(trouble),
    }
}

/// How an answer is shown.
pub type Shows<T> = Box<dyn Fn(&T) -> AnyView + Send>;

/// The one match: waiting, slow, failed, stale, empty and ready.
///
/// `what` completes "Reading …"; `empty` says what to show when the answer holds nothing.
pub fn loaded<T: Clone + Send + Sync + 'static>(
    asking: &Asking<T>,
    what: &'static str,
    retry: Retry,
    empty: fn(&T) -> Option<(&'static str, &'static str)>,
    ready: Shows<T>,
) -> impl IntoView + use<T> {
    let state = asking.state();
    move || {
        state.with(|state| match state {
            Load::Idle | Load::Waiting => view! { <div class="reserved" aria-busy="true"></div> }.into_any(),
            Load::Slow => skeleton(what),
            Load::Failed(trouble) => trouble_view(trouble, retry.clone()),
            Load::Ready(answer, _) => shown(answer, empty, &ready),
            Load::Stale(answer, at, trouble) => {
                view! { {stale_view(*at, trouble, retry.clone())}{shown(answer, empty, &ready)} }.into_any()
            }
        })
    }
}

fn shown<T>(answer: &T, empty: fn(&T) -> Option<(&'static str, &'static str)>, ready: &Shows<T>) -> AnyView {
    match empty(answer) {
        Some((sentence, next)) => nothing(sentence, next),
        None => ready(answer),
    }
}

/// What is shown where there is nothing to show: a sentence, and what to try next.
pub fn nothing(sentence: &'static str, next: &'static str) -> AnyView {
    view! { <div class="empty" role="status"><p>{sentence}</p><p class="hint">{next}</p></div> }.into_any()
}

fn skeleton(what: &'static str) -> AnyView {
    view! {
        <div aria-busy="true">
            <span class="hidden" role="status">{format!("Reading {what}")}</span>
            <span class="skeleton"></span>
            <span class="skeleton"></span>
            <span class="skeleton"></span>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::trouble::Again;

    fn trouble() -> Trouble {
        Trouble { sentence: "No answer.".into(), details: vec![], correlation: None, again: Again::Now }
    }

    #[test]
    fn an_older_answer_stays_and_is_marked_when_a_newer_one_fails() {
        assert_eq!(settled(&Load::Ready(1, 10), Err(trouble()), 20), Load::Stale(1, 10, trouble()));
        assert_eq!(settled(&Load::Stale(1, 10, trouble()), Err(trouble()), 20), Load::Stale(1, 10, trouble()));
        assert_eq!(settled(&Load::Stale(1, 10, trouble()), Ok(2), 20), Load::Ready(2, 20));
        assert_eq!(settled(&Load::<i32>::Slow, Err(trouble()), 20), Load::Failed(trouble()));
    }
}
