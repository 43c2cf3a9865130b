//! How a change goes and how it ended, in a rep's words: the same on every screen that changes something.

use std::{iter::repeat, sync::Arc};

use contract::{Status, StatusDetail};
use leptos::prelude::*;

use super::trouble::{details, trouble};
use crate::{
    browser::{WebLock, time},
    gateway::Outcome,
    session::{Caller, End, Session, Shown, Stage, Writing},
    ui::{
        badge::Tone,
        banner::Banner,
        dialog::before_and_after,
        region::hand_on_what_has_the_focus,
        trouble::{Again, Retry, Trouble, trouble_facts},
    },
};

/// The line about the newest change of this kind, and what can be done about it. `reopen` opens the form again, with
/// everything that was typed.
pub fn outcome(
    session: &Session,
    caller: &Caller,
    writing: &Writing,
    reopen: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let shown = writing.shown();
    let meant = {
        let writing = writing.clone();
        Memo::new(move |_| writing.is_meant())
    };
    let (session, caller, writing) = (session.clone(), caller.clone(), writing.clone());
    let reopen: Retry = Arc::new(reopen);
    let view = move || {
        let meant = meant.get();
        let line = |shown: &Shown| shown_view(&session, &caller, &writing, (shown, meant), reopen.clone());
        shown.with(|shown| shown.as_ref().map(line))
    };
    view.into_any()
}

/// What was sent last may be sent again as long as it is still meant.
fn shown_view(
    session: &Session,
    caller: &Caller,
    writing: &Writing,
    (shown, meant): (&Shown, bool),
    reopen: Retry,
) -> AnyView {
    let said = say(shown);
    let (tone, picture) = match said.tone {
        Tone::Good => (Tone::Good, "check"),
        Tone::Information => (Tone::Information, "clock"),
        tone => (tone, "warning"),
    };
    let mut banner = match tone {
        Tone::Good | Tone::Information => Banner::status(tone, picture, said.heading, said.sentence),
        _ => Banner::alert(tone, picture, said.heading, said.sentence),
    }
    .slim();
    // The line is another one as soon as one of these is pressed, and the button that had the focus is gone.
    let leaving = |act: fn(&Writing, &Session, &Caller)| {
        let (session, caller, writing) = (session.clone(), caller.clone(), writing.clone());
        move || {
            hand_on_what_has_the_focus();
            act(&writing, &session, &caller);
        }
    };
    if let Stage::Over(end) = shown.stage {
        if end.may_be_checked() {
            banner = banner.offering("Check again", leaving(Writing::check));
        }
        if meant && end.may_be_sent_again() {
            banner = banner.offering("Send again", leaving(Writing::again));
        }
    }
    if matches!(shown.stage, Stage::Hindered | Stage::Over(End::Refused | End::Changed)) {
        banner = banner.offering("Back to the form", move || reopen());
    }
    if shown.stage.is_over() {
        let name = if matches!(shown.stage, Stage::Over(end) if end.is_done()) { "Done" } else { "Dismiss" };
        banner = banner.offering(name, leaving(|writing, _, _| writing.dismiss()));
    }
    let changes = (!shown.changes.is_empty() && matches!(shown.stage, Stage::Over(_))).then(|| {
        let heads = ["What".into(), "Before".into(), "Now".into()];
        before_and_after("What has changed", heads, shown.changes.clone())
    });
    view! { {banner.view()}{said.trouble.as_ref().map(trouble_facts)}{changes} }.into_any()
}

/// What is said.
struct Said {
    tone: Tone,
    heading: &'static str,
    sentence: String,
    trouble: Option<Trouble>,
}

fn say(shown: &Shown) -> Said {
    let trouble = match (&shown.partly, &shown.failure) {
        (Some(status), _) => Some(in_part(status, shown.correlation.clone())),
        (None, Some(failure)) => Some(trouble(shown.words.noun, failure)),
        (None, None) => None,
    };
    let why = trouble.as_ref().map(|trouble| trouble.sentence.clone()).unwrap_or_default();
    let (tone, heading, mut sentence) = words(shown, &why);
    if let Some(moment) = shown.waits_until {
        sentence += &format!(" The gateway asks to wait until {}.", time::second(moment));
    }
    let trouble = trouble.filter(|_| !matches!(tone, Tone::Good) && shown.hindered.is_none());
    Said { tone, heading, sentence, trouble }
}

/// What the gateway says that it did only part of: who did all of their share, and who did not.
pub fn in_part(status: &Status, correlation: Option<String>) -> Trouble {
    let halves = status.details.iter().map(StatusDetail::is_done).chain(repeat(false));
    let told = details(status).into_iter().zip(halves);
    let details = told.map(|((code, text, origin), is_done)| {
        (code, format!("{}: {text}", if is_done { "Done" } else { "Not done, or in part" }), origin)
    });
    let sentence = "The gateway did only part of it.".into();
    Trouble { sentence, details: details.collect(), correlation, again: Again::Now }
}

/// What is so, where the gateway did only part of it.
/// Why nothing is changed where the browser does not keep two tabs apart.
pub const NO_LOCKS: &str =
    "This browser cannot keep another tab from changing the same. Allow site data for the portal.";
const IN_PART: &str = "The gateway says that something beside it was not done: it is listed below.";

/// Meaning, heading and sentence of every stage; `why` says what failed.
fn words(shown: &Shown, why: &str) -> (Tone, &'static str, String) {
    if let Some(hindered) = &shown.hindered {
        return (Tone::Attention, "Not sent.", hindered.clone());
    }
    let words = &shown.words;
    let in_part = shown.partly.is_some();
    let open = match &shown.failure {
        _ if in_part => "The gateway did only part of it",
        Some(failure) if failure.writes && failure.outcome() == Outcome::NotDone => {
            "The gateway refused it, and an earlier copy of it may have been taken"
        }
        _ => "The answer was lost",
    };
    // What a read showed that proves nothing.
    let instead = if shown.instead.is_empty() { String::new() } else { format!(" {}", shown.instead) };
    // A sentence goes on after it.
    let (done, undone) = (words.done.trim_end_matches('.'), &words.undone);
    let end = match shown.stage {
        Stage::Comparing => return (Tone::Information, "Reading.", "The state is compared first.".into()),
        Stage::Sending => return (Tone::Information, "Sending.", format!("{}.", words.what)),
        Stage::Proving => {
            return (Tone::Information, "Confirmed.", "It is read again, so that it is seen to be so.".into());
        }
        Stage::Settling => {
            let sentence = format!("{open}, so it may have happened. It is settled by reading; nothing is sent twice.");
            return (Tone::Attention, "Not confirmed, checking.", sentence);
        }
        Stage::Elsewhere if WebLock::are_refused() => {
            return (Tone::Attention, "Not sent.", format!("{NO_LOCKS} Nothing was sent."));
        }
        Stage::Elsewhere => {
            let sentence = "Another tab of this browser is changing something for this customer. Nothing was sent.";
            return (Tone::Attention, "Not sent.", sentence.into());
        }
        Stage::Hindered => return (Tone::Attention, "Not sent.", String::new()),
        Stage::Over(end) => end,
    };
    match end {
        End::Proven if in_part => (Tone::Attention, "Done in part.", format!("{done}, seen by reading. {IN_PART}")),
        End::Proven => (Tone::Good, "Done.", format!("{done}, seen by reading.")),
        End::AlreadySo => (Tone::Good, "Nothing to do.", format!("{done} already. Nothing was sent.")),
        End::Changed => (
            Tone::Attention,
            "Not sent.",
            format!("It has changed since you saw it. {} Look at it, and decide again.", shown.instead),
        ),
        End::Unread => (Tone::Attention, "Not sent.", format!("It could not be compared first.{instead} {undone}")),
        End::Refused => (Tone::Attention, "Not done.", format!("{why} {undone}")),
        End::NotDone => (Tone::Attention, "Not done.", format!("{open}, and reading again shows: {undone}")),
        End::Conflict => (
            Tone::Attention,
            "Not as expected.",
            format!("It was sent, and reading again shows something else. {}", shown.instead),
        ),
        End::Confirmed => (
            Tone::Attention,
            "Confirmed, not yet seen.",
            format!("The gateway confirmed it, but it could not be read since.{instead} Check again; nothing is sent."),
        ),
        End::Unseen => (
            Tone::Attention,
            "Confirmed, but not seen.",
            "The gateway confirmed it, but reading again does not show it. Check again before doing it again.".into(),
        ),
        End::NotConfirmed => (
            Tone::Attention,
            "Not confirmed.",
            format!("{open}, and it could not be read since, so nobody knows.{instead} Check again; nothing is sent."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use contract::{Operation, Origin, operations::issuing::operations::PostFeeOperation};

    use super::*;
    use crate::{
        gateway::{Failure, Fault},
        session::Words,
    };

    fn said(end: End) -> String {
        said_of(end, "The fee is posted", None)
    }

    fn said_of(end: End, done: &str, hindered: Option<String>) -> String {
        let failure = Failure::of(&PostFeeOperation::SPEC, "c", Fault::TimedOut);
        let shown = Shown { hindered, failure: Some(failure), ..shown(end, done) };
        told(&shown).1
    }

    fn told(shown: &Shown) -> (Tone, String) {
        let (tone, heading, sentence) = words(shown, "The fee: the gateway turned the request away.");
        (tone, format!("{heading} {sentence}"))
    }

    fn shown(end: End, done: &str) -> Shown {
        let words = Words {
            what: "Post a fee".into(),
            noun: "The fee",
            done: done.into(),
            undone: "No fee was posted.".into(),
        };
        Shown {
            words,
            stage: Stage::Over(end),
            failure: None,
            partly: None,
            correlation: Some("c".into()),
            changes: vec![],
            instead: "The fee is 20.00.".into(),
            hindered: None,
            waits_until: None,
            at: 0,
        }
    }

    fn status() -> Status {
        let detail = |code: &str, description: &str, origin| StatusDetail {
            code: code.into(),
            description: description.into(),
            origin,
        };
        Status {
            outcome: contract::Outcome::Success,
            description: "Success".into(),
            details: vec![
                detail("100", "SUCCESS", Origin::Platform),
                detail("120", "PARTIAL_SUCCESS", Origin::ExternalProcessor),
            ],
        }
    }

    #[test]
    fn what_was_done_only_in_part_is_amber_with_both_halves_although_a_read_shows_it() {
        let shown = Shown { partly: Some(status()), instead: String::new(), ..shown(End::Proven, "The fee is posted") };
        let (tone, said) = told(&shown);
        assert_eq!(tone, Tone::Attention);
        assert!(said.starts_with("Done in part. The fee is posted, seen by reading."), "{said}");
        let listed = say(&shown).trouble.expect("both halves are listed").details;
        let texts: Vec<_> = listed.iter().map(|(code, text, _)| format!("{code} {text}")).collect();
        assert_eq!(texts, ["100 Done: SUCCESS", "120 Not done, or in part: PARTIAL_SUCCESS"]);
    }

    #[test]
    fn only_part_of_it_is_no_lost_answer() {
        for end in [End::NotDone, End::NotConfirmed] {
            let shown = Shown { partly: Some(status()), ..shown(end, "The fee is posted") };
            assert!(told(&shown).1.contains("The gateway did only part of it, and"), "{end:?}");
        }
    }

    #[test]
    fn a_refusal_after_which_nothing_could_be_read_is_no_lost_answer_and_no_failure() {
        let failure = Failure::of(&PostFeeOperation::SPEC, "c", Fault::Http(400));
        let shown = Shown { failure: Some(failure), ..shown(End::NotConfirmed, "The fee is posted") };
        let said = told(&shown).1;
        assert!(said.starts_with("Not confirmed. The gateway refused it, and an earlier copy"), "{said}");
    }

    #[test]
    fn an_answer_that_proves_nothing_says_what_it_lacks() {
        for end in [End::Confirmed, End::NotConfirmed, End::Unread] {
            let shown = Shown { instead: "It does not state an amount.".into(), ..shown(end, "The fee is posted") };
            assert!(told(&shown).1.contains(" It does not state an amount."), "{end:?}");
        }
    }

    #[test]
    fn what_did_not_happen_is_said_not_to_have_happened() {
        assert_eq!(said(End::Refused), "Not done. The fee: the gateway turned the request away. No fee was posted.");
        assert_eq!(said(End::NotDone), "Not done. The answer was lost, and reading again shows: No fee was posted.");
    }

    #[test]
    fn what_nobody_knows_is_never_called_done_or_undone() {
        for end in [End::NotConfirmed, End::Unseen, End::Conflict] {
            let said = said(end);
            assert!(!said.contains("is posted") && !said.contains("No fee was posted"), "{end:?}: {said}");
        }
    }

    #[test]
    fn a_sentence_about_what_is_done_has_one_full_stop_however_the_screen_wrote_it() {
        for done in ["The fee is posted", "The fee is posted."] {
            assert_eq!(said_of(End::Proven, done, None), "Done. The fee is posted, seen by reading.");
            let already = "Nothing to do. The fee is posted already. Nothing was sent.";
            assert_eq!(said_of(End::AlreadySo, done, None), already);
        }
    }

    #[test]
    fn what_stood_in_the_way_is_said_and_nothing_is_claimed_to_have_been_sent() {
        let hindered = Some("You are offline.".to_owned());
        assert_eq!(said_of(End::NotDone, "The fee is posted", hindered), "Not sent. You are offline.");
    }

    #[test]
    fn another_state_is_told() {
        assert!(said(End::Changed).contains("The fee is 20.00."));
        assert!(said(End::Conflict).contains("The fee is 20.00."));
    }
}
