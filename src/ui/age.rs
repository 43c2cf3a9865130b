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
    age_of(move || state.with(Load::read_at), what, again)
}

/// The same for what several readings make: `read_at` is when the oldest of them came. Tracked.
pub fn age_of(read_at: impl Fn() -> Option<i64> + Send + Sync + 'static, what: &'static str, again: Retry) -> AnyView {
    age_view(Memo::new(move |_| read_at()), what, again)
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
