//! Removing an override, whatever it overrides.

use contract::Operation;
use leptos::prelude::*;

use super::Controls;
use crate::{
    gateway::{Failure, Gateway},
    session::{Seen, Words, Write},
    ui::dialog::{Until, before_and_after, confirming_once},
};

/// What counts where an override does not.
pub const ABOVE: &str = "What stands above it";

/// Asks first, once what it waits for is there; `unread` says why it is not. `remove` answers whether it is known which
/// override of `name` it is, and `then` is what counts afterwards.
pub fn dialog(
    controls: &Controls,
    until: Option<Until>,
    (name, then): (&str, &'static str),
    unread: AnyView,
    remove: impl Fn() -> bool + 'static,
    done: impl Fn() + 'static,
) -> AnyView {
    let facts = controls.asks("Remove this override?", "Remove", true);
    let rows = vec![("Origin", "Override".into(), ABOVE.into())];
    let missing = RwSignal::new(false);
    let body = view! {
        {unread}
        {before_and_after("What will change", controls.heads(name), rows)}
        <p class="hint">{then}</p>
        {move || missing.get().then(|| view! {
            <p class="error" role="alert">"Which override it is is not clear. Open its row, and remove it there."</p>
        })}
    };
    let confirm = move || {
        let known = remove();
        missing.set(!known);
        known
    };
    confirming_once(until, facts, body.into_any(), confirm, done)
}

/// Sends it; `there` reads whether the override still is.
pub fn write<O, R>(
    controls: &Controls,
    name: &str,
    request: O,
    there: impl Fn(&Gateway) -> R + Send + Sync + 'static,
) -> Write
where
    O: Operation + Clone + Send + Sync,
    R: Future<Output = Result<bool, Failure>> + 'static,
{
    let short = &controls.short;
    let words = Words {
        what: format!("Remove an override of “{name}” of account {short}"),
        noun: "The override",
        done: format!("The override of “{name}” of account {short} is removed"),
        undone: format!("The override of “{name}” of account {short} is still there."),
    };
    let read = move |gateway: &Gateway| {
        let there = there(gateway);
        async move {
            let gone = ("Override", "In force".to_owned(), "Removed".to_owned());
            Ok(if there.await? { Seen::NotDone } else { Seen::Done(vec![gone]) })
        }
    };
    // Compared first: another rep may have removed it meanwhile, and then it is not still there.
    Write::new(words, request, read).comparing_first()
}
