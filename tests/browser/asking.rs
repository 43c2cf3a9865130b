//! The place for an answer: the newest question wins, and nothing flickers.

use care_portal::ui::{
    load::{Asking, Load},
    trouble::{Again, Trouble},
};
use futures::channel::oneshot::{Receiver, Sender, channel};
use leptos::{mount::mount_to_body, prelude::*};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fakes::{Fakes, settled, time_is_over, timer_count};

/// Before anybody is told to wait.
const SLOW: (u32, u32) = (300, 300);

#[wasm_bindgen_test]
async fn the_newest_question_wins_and_the_older_one_is_given_up() {
    let _fakes = begin();
    let place = Asking::<&str>::default();
    let (older, newer) = (question(&place), question(&place));
    settled().await;
    assert!(older.is_canceled(), "nobody waits for the older answer");
    let _ = newer.send(Ok("newer"));
    let _ = older.send(Ok("older"));
    settled().await;
    assert_eq!(place.state().get_untracked().answer(), Some(&"newer"));
}

#[wasm_bindgen_test]
async fn a_place_that_is_gone_asks_no_more() {
    let _fakes = begin();
    let place = Asking::<&str>::default();
    let asked = question(&place);
    settled().await;
    assert!(!asked.is_canceled());
    drop(place);
    settled().await;
    assert!(asked.is_canceled());
    assert_eq!(timer_count(), 0);
}

#[wasm_bindgen_test]
async fn stopping_leaves_nothing_asked_and_nothing_waited_for() {
    let _fakes = begin();
    let place = Asking::<&str>::default();
    let asked = question(&place);
    settled().await;
    place.stop();
    settled().await;
    assert!(asked.is_canceled());
    assert_eq!(place.state().get_untracked(), Load::Idle);
    assert_eq!(timer_count(), 0);
}

#[wasm_bindgen_test]
async fn only_after_300_ms_a_question_is_called_slow() {
    let _fakes = begin();
    let place = Asking::<&str>::default();
    let asked = question(&place);
    settled().await;
    assert_eq!(place.state().get_untracked(), Load::Waiting);
    time_is_over(SLOW.0, SLOW.1);
    settled().await;
    assert_eq!(place.state().get_untracked(), Load::Slow);
    let _ = asked.send(Ok("late"));
    settled().await;
    assert_eq!(place.state().get_untracked().answer(), Some(&"late"));
}

#[wasm_bindgen_test]
async fn a_quick_answer_is_never_called_slow() {
    let _fakes = begin();
    let place = Asking::<&str>::default();
    let _ = question(&place).send(Ok("quick"));
    settled().await;
    assert!(matches!(place.state().get_untracked(), Load::Ready("quick", _)));
    assert_eq!(timer_count(), 0, "the timer is gone with the question");
}

#[wasm_bindgen_test]
async fn asking_the_same_again_keeps_the_last_answer_until_the_next_is_there() {
    let _fakes = begin();
    let place = Asking::<&str>::default();
    let _ = question(&place).send(Ok("first"));
    settled().await;
    let (tell, answer) = channel();
    place.refresh(from(answer));
    settled().await;
    assert_eq!(place.state().get_untracked().answer(), Some(&"first"));
    let _ = tell.send(Err(trouble()));
    settled().await;
    assert!(matches!(place.state().get_untracked(), Load::Stale("first", _, why) if why == trouble()));
}

#[wasm_bindgen_test]
async fn a_new_question_keeps_nothing_of_the_last_answer() {
    let _fakes = begin();
    let place = Asking::<&str>::default();
    let _ = question(&place).send(Ok("somebody else"));
    settled().await;
    let asked = question(&place);
    settled().await;
    assert_eq!(place.state().get_untracked(), Load::Waiting);
    let _ = asked.send(Err(trouble()));
    settled().await;
    assert_eq!(place.state().get_untracked(), Load::Failed(trouble()));
}

/// Asks a question that the test answers.
fn question(place: &Asking<&'static str>) -> Sender<Result<&'static str, Trouble>> {
    let (tell, answer) = channel();
    place.ask(from(answer));
    tell
}

async fn from(answer: Receiver<Result<&'static str, Trouble>>) -> Result<&'static str, Trouble> {
    answer.await.expect("an answer")
}

fn trouble() -> Trouble {
    Trouble { sentence: "No answer.".into(), details: vec![], correlation: None, again: Again::Now }
}

/// Tasks run once something was mounted.
fn begin() -> Fakes {
    mount_to_body(|| ());
    Fakes::begin()
}
