//! A statement is printed and sent once more: one more letter each time, so it is asked for once, and the history decides.

use std::{
    future::ready,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
};

use contract::{
    Instant, Malformed, Operation, Rows, free_text,
    operations::issuing::statements::{ReprintStatement, RetrieveStatement, Statement, StatementReprint},
};
use leptos::prelude::*;

use super::{
    Which,
    list::OpenCycle,
    one::{One, read_closed, title, unread},
    stamp::Stamp,
};
use crate::{
    browser::time,
    features::outcome::outcome,
    gateway::{Failure, Fault},
    session::{Caller, KnownAccount, Seen, Session, Stage, Words, Write, Writing},
    ui::{
        actions::{Button, why_not},
        amount::NOT_STATED,
        dialog::{Confirming, Who, before_and_after, confirming},
        region::region,
        table::{Column, table},
    },
};

/// The parts of the screen.
pub struct Parts {
    /// "Reprint statement", its dialog, and the reason when it is disabled.
    pub button: AnyView,
    /// What became of it.
    pub outcome: AnyView,
    /// When it was printed again.
    pub history: AnyView,
}

/// Everything about reprints of one statement.
pub fn panel(session: &Session, caller: &Caller, account: &KnownAccount, which: &Which, one: &One) -> Parts {
    let Which::Closed(closure) = which else {
        let why = "The cycle is still open: there is nothing to print again.";
        let button = view! {
            <p class="hint" id="reprint-reason">{why}</p>
            <button type="button" disabled aria-describedby="reprint-reason">"Reprint statement"</button>
        };
        return Parts { button: button.into_any(), outcome: ().into_any(), history: ().into_any() };
    };
    let work = Work {
        session: session.clone(),
        caller: caller.clone(),
        account: account.clone(),
        closure: closure.clone(),
        one: one.clone(),
        writing: Writing::of(caller, "reprint"),
    };
    let outcome = outcome(session, caller, &work.writing, || {});
    Parts { button: button(&work), outcome, history: history(one) }
}

/// What a reprint needs.
#[derive(Clone)]
struct Work {
    session: Session,
    caller: Caller,
    account: KnownAccount,
    closure: Instant,
    one: One,
    writing: Writing,
}

impl Work {
    fn begin(&self) {
        let before = self.one.money.state().with_untracked(|state| state.answer().map(reprints));
        // Under which stamp it is asked for was decided by the read that worked.
        let stamp = self.one.stamp.as_ref().and_then(|stamp| Some((stamp.clone(), stamp.found()?)));
        if let (Some(before), Some((stamp, found))) = (before, stamp) {
            self.writing.begin(&self.session, &self.caller, self.write(before, stamp, found));
        }
    }

    /// The letter, and the reading of the history that decides whether there is a new one.
    fn write(&self, shown: Vec<StatementReprint>, stamp: Stamp, found: Instant) -> Write {
        let before = Arc::new(Before { shown, compared: AtomicBool::new(false) });
        let name = title(&Which::Closed(self.closure.clone()));
        let words = Words {
            what: "Reprint a statement".into(),
            noun: "The reprint",
            done: format!("{name}: a new letter is asked for"),
            undone: "No new letter was asked for.".into(),
        };
        let request = ReprintStatement { account_reference: self.account.reference.clone(), cycle_closure_date: found };
        let (account, money) = (self.account.clone(), self.one.money.clone());
        Write::new(words, request, move |gateway| {
            let reading = read_closed(gateway, &account, stamp.clone());
            let (money, before) = (money.clone(), before.clone());
            async move {
                let read = reading.await.map(Some);
                let seen = match &read {
                    // A statement without the history that was asked for tells nothing of a letter that was sent.
                    Ok(Some(Statement { reprint_history: None, .. })) if before.was_compared() => {
                        let fault = Fault::Malformed(Malformed::new("the history of reprints"));
                        Err(Failure::of(&RetrieveStatement::SPEC, "", fault))
                    }
                    Ok(statement) => Ok(before.judge(&reprints(statement))),
                    Err(failure) => Err(failure.clone()),
                };
                money.refresh(ready(read.map_err(|failure| unread(&failure))));
                seen
            }
        })
        .comparing_first()
    }
}

/// The history as the rep saw it when they asked for the letter.
struct Before {
    shown: Vec<StatementReprint>,
    /// Whether it was still so just before the letter was asked for: from then on a new one is this one.
    compared: AtomicBool,
}

impl Before {
    fn was_compared(&self) -> bool {
        self.compared.load(Relaxed)
    }

    fn judge(&self, now: &[StatementReprint]) -> Seen {
        let seen = seen(&self.shown, now);
        let compared = self.compared.swap(true, Relaxed);
        match seen {
            Seen::Done(_) if !compared => {
                self.compared.store(false, Relaxed);
                Seen::Other("Somebody else asked for a letter meanwhile.".into())
            }
            seen => seen,
        }
    }
}

fn reprints(statement: &OpenCycle) -> Vec<StatementReprint> {
    let history = statement.as_ref().and_then(|statement| statement.reprint_history.as_ref());
    history.map_or_else(Vec::new, |history| history.rows.clone())
}

/// Whether the history shows a letter that was not there before. Two letters of one second look alike, so they are counted.
fn seen(before: &[StatementReprint], now: &[StatementReprint]) -> Seen {
    let mut known: Vec<_> = before.iter().collect();
    let fresh = now.iter().any(|letter| match known.iter().position(|one| *one == letter) {
        Some(index) => {
            known.swap_remove(index);
            false
        }
        None => true,
    });
    if fresh { Seen::Done(vec![("Reprints", before.len().to_string(), now.len().to_string())]) } else { Seen::NotDone }
}

fn button(work: &Work) -> AnyView {
    let asking = RwSignal::new(false);
    let reason = {
        let work = work.clone();
        Memo::new(move |_| {
            let hindrance = work.writing.hindrance(&work.session, &ReprintStatement::SPEC, &work.caller);
            let unread = work.one.money.state().with(|state| state.answer().is_none());
            let stage = work.writing.shown().with(|shown| shown.as_ref().map(|shown| shown.stage));
            let own = match stage {
                Some(Stage::Over(end)) if end.may_be_checked() => {
                    Some("The last reprint is not confirmed: check it first.")
                }
                Some(stage) if !stage.is_over() => Some("The last reprint is not settled yet."),
                _ if unread => Some("The statement is not read yet."),
                _ => None,
            };
            own.map(ToOwned::to_owned).or_else(|| hindrance.map(|hindrance| hindrance.reason))
        })
    };
    let dialog = {
        let work = work.clone();
        move || asking.get().then(|| dialog(&work, move || asking.set(false)))
    };
    let off = ("reprint-reason", reason);
    view! {
        {why_not(off)}
        {Button::new("Reprint statement", off).view(move || asking.set(true))}
        {dialog}
    }
    .into_any()
}

fn dialog(work: &Work, done: impl Fn() + 'static) -> AnyView {
    let facts = Confirming {
        title: "Reprint this statement?",
        who: Some(Who::of(&work.caller.record().get_untracked())),
        verb: "Reprint",
        harms: false,
        cancel: "Cancel",
    };
    let count = work.one.money.state().with_untracked(|state| state.answer().map_or(0, |one| reprints(one).len()));
    let which = title(&Which::Closed(work.closure.clone()));
    let body = view! {
        {before_and_after(
            "What will change",
            ["Statement".into(), "Now".into(), "Then".into()],
            vec![
                ("Which", which.clone(), which),
                ("Account", work.account.short_reference(), work.account.short_reference()),
                ("Reprints", count.to_string(), (count + 1).to_string()),
            ],
        )}
        <p class="hint">"The statement is printed and sent to the customer once more."</p>
    };
    let work = work.clone();
    let confirm = move || {
        work.begin();
        true
    };
    confirming(facts, body.into_any(), confirm, done)
}

fn history(one: &One) -> AnyView {
    let state = one.money.state();
    let list = move || {
        state.with(|state| {
            let statement = state.answer()?.as_ref()?;
            Some(history_of(statement.reprint_history.as_ref()))
        })
    };
    region("reprints", "Reprints", ().into_any(), list.into_any())
}

fn history_of(history: Option<&Rows<StatementReprint>>) -> AnyView {
    let rows: Vec<_> = history.iter().flat_map(|history| &history.rows).map(row).collect();
    if rows.is_empty() {
        return view! { <p class="hint" role="status">"This statement was never printed again."</p> }.into_any();
    }
    let columns = [Column::name("Asked for"), Column::text("From"), Column::text("By")];
    table("Reprints of this statement", &columns, rows)
}

fn row(reprint: &StatementReprint) -> Vec<AnyView> {
    let stated = |text: &Option<String>| text.as_deref().map_or_else(|| NOT_STATED.into(), free_text).into_any();
    let at = reprint.requested_date.as_ref().map_or_else(|| NOT_STATED.into(), time::date_and_time);
    vec![at.into_any(), stated(&reprint.origin), stated(&reprint.username)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(origin: &str) -> StatementReprint {
        StatementReprint { origin: Some(origin.into()), ..StatementReprint::default() }
    }

    #[test]
    fn a_letter_that_was_not_in_the_history_proves_the_reprint() {
        let now = [letter("new"), letter("old")];
        assert_eq!(seen(&now[1..], &now), Seen::Done(vec![("Reprints", "1".into(), "2".into())]));
        assert_eq!(seen(&[], &now[..1]), Seen::Done(vec![("Reprints", "0".into(), "1".into())]));
    }

    #[test]
    fn a_history_that_is_as_it_was_proves_that_it_did_not_happen() {
        let now = [letter("a"), letter("b")];
        assert_eq!(seen(&now, &[letter("b"), letter("a")]), Seen::NotDone, "in whatever order");
    }

    #[test]
    fn a_letter_that_somebody_else_asked_for_meanwhile_is_not_this_one() {
        let before = || Before { shown: vec![letter("old")], compared: AtomicBool::new(false) };
        let (fresh, stale) = (before(), before());
        assert_eq!(fresh.judge(&[letter("old")]), Seen::NotDone, "just before it is sent");
        assert!(matches!(fresh.judge(&[letter("new"), letter("old")]), Seen::Done(_)), "and after");
        for _ in 0..2 {
            assert!(matches!(stale.judge(&[letter("new"), letter("old")]), Seen::Other(_)), "and nothing is sent");
        }
    }

    #[test]
    fn a_second_letter_that_looks_like_the_first_is_new() {
        let now = [letter("same"), letter("same")];
        assert!(matches!(seen(&now[..1], &now), Seen::Done(_)));
    }
}
