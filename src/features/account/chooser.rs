//! The account in view, in the customer's bar.

use leptos::prelude::*;

use super::{Holdings, Issuing};
use crate::{
    session::{Caller, Session},
    ui::{load::Load, trouble::Retry},
};

/// Says which account is in view and lets the rep choose another; without one, why.
pub fn chooser(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let issuing = Issuing::of(session, caller);
    let retry = issuing.retry(session, caller);
    let state = issuing.holdings.state();
    let in_view = issuing.in_view();
    let body = move || {
        state.with(|state| match state {
            Load::Idle | Load::Waiting | Load::Slow => view! {
                <select aria-label="Account" disabled><option>"Reading the accounts"</option></select>
            }
            .into_any(),
            Load::Failed(_) => {
                let retry = retry.clone();
                let again = move |_| retry();
                view! {
                    <select aria-label="Account" disabled><option>"Not read"</option></select>
                    <button type="button" class="bare" aria-label="Try again to read the accounts" on:click=again>
                        "Try again"
                    </button>
                }
                .into_any()
            }
            Load::Ready(holdings, _) | Load::Stale(holdings, ..) => match holdings.missing() {
                Some((sentence, _)) => view! {
                    <select aria-label="Account" disabled aria-describedby="no-account" title=sentence>
                        <option>"None"</option>
                    </select>
                    {incomplete(holdings, retry.clone())}
                }
                .into_any(),
                None => {
                    let choice = choice(&issuing, holdings, in_view);
                    let unread = incomplete(holdings, retry.clone());
                    view! { {choice}{unread} }.into_any()
                }
            },
        })
    };
    view! { <div class="account"><span aria-hidden="true">"Account"</span>{body}</div> }
}

/// What could not be read is said: an account may be missing.
fn incomplete(holdings: &Holdings, retry: Retry) -> Option<AnyView> {
    let sentences = holdings.unread();
    if sentences.is_empty() {
        return None;
    }
    let title = sentences.join(" ");
    let again = move |_| retry();
    let view = view! {
        <small class="attention" role="status" title=title.clone()>"May not be all"<span class="hidden">{format!(". {title}")}</span></small>
        <button type="button" class="bare" aria-label="Try again to read the accounts" on:click=again>"Try again"</button>
    };
    Some(view.into_any())
}

fn choice(issuing: &Issuing, holdings: &Holdings, in_view: Memo<Option<crate::session::KnownAccount>>) -> AnyView {
    let options: Vec<_> = holdings
        .accounts()
        .iter()
        .map(|account| {
            let reference = account.reference.clone();
            // It is chosen elsewhere too: beside what was found on another account.
            let selected =
                move || in_view.with(|account| account.as_ref().is_some_and(|one| one.reference == reference));
            let value = account.reference.to_string();
            view! { <option value=value prop:selected=selected>{account.label_with_role()}</option> }
        })
        .collect();
    let chosen = issuing.chosen.clone();
    let choose = move |event| chosen.set(Some(event_target_value(&event).into()));
    view! { <select aria-label="Account" on:change=choose>{options}</select> }.into_any()
}
