//! The dialogs before a wallet is changed: who, what, before and after, and why.

use contract::WalletState;
use leptos::{html, prelude::*};

use super::{saga::Goal, work::Work};
use crate::{
    session::{Caller, Earlier, Session, UnlockJournal},
    ui::{
        dialog::{Confirming, Who, before_and_after, confirming},
        icon::icon,
    },
};

/// Why the rep does it, and whether the form says that it is missing.
#[derive(Clone, Copy)]
struct Reason {
    chosen: RwSignal<Option<&'static str>>,
    missing: RwSignal<bool>,
}

/// The dialog before a change.
pub fn change_dialog(
    session: &Session,
    caller: &Caller,
    work: &Work,
    goal: Goal,
    done: impl Fn() + 'static,
) -> AnyView {
    let reason = Reason { chosen: RwSignal::new(None), missing: RwSignal::new(false) };
    let record = caller.record().get_untracked();
    let state = record.state();
    let earlier = UnlockJournal::of(caller.key()).earlier(&session.rep.get_untracked());
    let reasons = reasons(goal, earlier);
    let who = Who::of(&record);
    let facts = match goal {
        Goal::Unlock => {
            Confirming { title: "Unlock this wallet?", who: Some(who), verb: "Unlock", harms: false, cancel: "Cancel" }
        }
        Goal::Reactivate => Confirming {
            title: "Reactivate this wallet?",
            who: Some(who),
            verb: "Reactivate",
            harms: false,
            cancel: "Cancel",
        },
        Goal::Deactivate => Confirming {
            title: "Deactivate this wallet?",
            who: Some(who),
            verb: "Deactivate",
            harms: true,
            cancel: "Cancel",
        },
    };
    let body = view! {
        {before_and_after("What will change", ["Wallet".into(), "Now".into(), "Then".into()], rows(goal, state))}
        <p class="hint">{hint(goal)}</p>
        {(!reasons.is_empty()).then(|| reason_field(reason, reasons))}
    };
    let (session, caller, work) = (session.clone(), caller.clone(), work.clone());
    let confirm = move || {
        let chosen = reason.chosen.get_untracked();
        if !reasons.is_empty() && chosen.is_none() {
            reason.missing.set(true);
            return false;
        }
        let what = if goal == Goal::Deactivate { "Reason to deactivate" } else { "Reason to reactivate" };
        let why = chosen.map(|why| format!("{what}: {}", why.to_ascii_lowercase()));
        work.begin(&session, &caller, goal, why);
        true
    };
    confirming(facts, body.into_any(), confirm, done)
}

fn rows(goal: Goal, state: WalletState) -> Vec<(&'static str, String, String)> {
    let locked = matches!(state, WalletState::Locked | WalletState::InactiveAndLocked);
    let then = match goal {
        Goal::Unlock | Goal::Reactivate => WalletState::Active,
        Goal::Deactivate if locked => WalletState::InactiveAndLocked,
        Goal::Deactivate => WalletState::Inactive,
    };
    let mut rows = vec![("State", state.words().to_owned(), then.words().to_owned())];
    if goal != Goal::Deactivate && locked {
        rows.push(("Failed log-ins", "Counted".into(), "Reset".into()));
    }
    rows
}

const fn hint(goal: Goal) -> &'static str {
    match goal {
        Goal::Unlock => {
            "Two calls: the wallet is deactivated and reactivated. For about a second the customer cannot pay."
        }
        Goal::Reactivate => "One call, then the wallet is read again.",
        Goal::Deactivate => {
            "The customer can neither sign in nor pay until it is reactivated. The devices stay linked."
        }
    }
}

/// An inactive wallet may be a hold, so giving it back needs a reason; a wallet that the rep's own unlock left behind a moment
/// ago does not.
fn reasons(goal: Goal, earlier: Earlier) -> &'static [&'static str] {
    match goal {
        Goal::Unlock => &[],
        Goal::Reactivate if earlier == Earlier::Broken => &[],
        Goal::Reactivate => &[
            "The reason for switching it off is gone",
            "It was switched off by mistake",
            "The customer asks for it",
            "A lead decided it",
        ],
        Goal::Deactivate => {
            &["A phone is lost or stolen", "Suspected fraud", "The customer asks for it", "A lead decided it"]
        }
    }
}

fn reason_field(reason: Reason, reasons: &'static [&'static str]) -> impl IntoView {
    let first = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if reason.missing.get()
            && let Some(input) = first.get_untracked()
        {
            let _ = input.focus();
        }
    });
    let choices: Vec<_> = reasons
        .iter()
        .enumerate()
        .map(|(index, why)| {
            let choose = move |_| {
                reason.chosen.set(Some(why));
                reason.missing.set(false);
            };
            if index == 0 {
                view! {
                    <label class="choice">
                        <input type="radio" name="reason" node_ref=first on:change=choose /><span>{*why}</span>
                    </label>
                }
                .into_any()
            } else {
                view! { <label class="choice"><input type="radio" name="reason" on:change=choose /><span>{*why}</span></label> }
                    .into_any()
            }
        })
        .collect();
    view! {
        <fieldset class="field" aria-describedby=move || reason.missing.get().then_some("reason-error")>
            <legend>"Reason"</legend>
            <p class="hint">"Kept in the activity and the call note; the gateway has no field for it."</p>
            {move || reason.missing.get().then(|| view! {
                <p class="error" id="reason-error" role="alert">{icon("warning")}"Choose a reason."</p>
            })}
            {choices}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_reps_own_unlock_left_a_moment_ago_is_given_back_without_a_reason() {
        assert!(reasons(Goal::Reactivate, Earlier::Broken).is_empty());
        for earlier in [Earlier::Old, Earlier::Nothing] {
            assert!(!reasons(Goal::Reactivate, earlier).is_empty(), "{earlier:?}");
        }
    }
}
