//! When something was read, and reading it again: what is old looks old.

use leptos::prelude::*;

use super::{
    load::{Asking, Load},
    trouble::Retry,
};
use crate::browser::time;

/// "Read 10:15" and a button; `what` completes "Refresh …". Nothing while there is no answer.
pub fn age<T: Clone + Send + Sync + 'static>(asking: &Asking<T>, what: &'static str, again: Retry) -> AnyView {
    let state = asking.state();
    let read_at = Memo::new(move |_| {
        state.with(|state| match state {
            Load::Ready(_, at) | Load::Stale(_, at, _) => Some(*at),
            _ => None,
        })
    });
    age_view(read_at, what, again)
}

fn age_view(read_at: Memo<Option<i64>>, what: &'static str, again: Retry) -> AnyView {
    let view = move || {
        let again = again.clone();
        read_at.get().map(|at| {
            view! {
                <small>"Read "{time::minute(at)}</small>
                <button type="button" class="bare" aria-label=format!("Refresh {what}") on:click=move |_| again()>
                    "Refresh"
                </button>
            }
        })
    };
    view.into_any()
}
