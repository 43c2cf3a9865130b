//! A statement on paper and in a file.

use contract::CalendarDate;
use leptos::{html, prelude::*};

use super::{Which, csv, grouping::blocks, one::One};
use crate::{
    browser::{download, number, time},
    session::{Caller, Entry, KnownAccount},
};

/// Whose statement it is, for the paper: on the screen the account stands in the customer's bar.
pub fn line(account: &KnownAccount) -> impl IntoView + use<> {
    view! { <p class="paper">{format!("Account {}", account.label())}</p> }
}

/// At the foot of the paper.
pub fn foot() -> impl IntoView {
    let place = NodeRef::<html::P>::new();
    // The browser takes the page as it stands when the event is over: a signal would be too late.
    let printing = window_event_listener(leptos::ev::beforeprint, move |_| {
        if let Some(place) = place.get_untracked() {
            place.set_text_content(Some(&printed()));
        }
    });
    on_cleanup(move || printing.remove());
    view! { <p class="paper foot" node_ref=place></p> }
}

fn printed() -> String {
    let now = contract::Instant::from_epoch_millis(time::now());
    format!(
        "Printed {}. The statement that was sent to the customer is the one that counts.",
        time::date_and_time(&now)
    )
}

/// Prints the statement; the style sheet for paper leaves out the desk around it.
pub fn print_button(caller: &Caller) -> impl IntoView + use<> {
    let caller = caller.clone();
    let print = move |_| {
        caller.note(Entry::at_the_desk(time::now(), "Printed a statement"));
        let _ = window().print();
    };
    view! { <button type="button" on:click=print>"Print"</button> }
}

/// Saves the operations as a file, once they are read.
pub fn export_button(
    locale: &str,
    caller: &Caller,
    account: &KnownAccount,
    which: &Which,
    one: &One,
) -> impl IntoView + use<> {
    let locale = locale.to_owned();
    let (state, caller, account) = (one.operations.state(), caller.clone(), account.reference.clone());
    let name = file_name(which);
    let read = {
        let state = state.clone();
        move || state.with(|state| state.answer().is_some())
    };
    let read_too = read.clone();
    let save = move |_| {
        state.with_untracked(|state| {
            let Some(list) = state.answer() else { return };
            let signs = csv::Signs::of(&locale, number::has_decimal_comma());
            let file = csv::file(&blocks(&account, &list.rows), signs, |instant| time::local_date(instant).to_iso());
            if download::text(&name, "text/csv;charset=utf-8", &file) {
                caller.note(Entry::at_the_desk(time::now(), "Exported a statement"));
            }
        });
    };
    view! {
        <button
            type="button"
            disabled=move || !read()
            title=move || (!read_too()).then_some("The operations are not read yet.")
            on:click=save
        >
            "Export CSV"
        </button>
    }
}

/// Names the cycle and nobody.
fn file_name(which: &Which) -> String {
    let day: CalendarDate = match which {
        Which::Next => return "open-cycle.csv".into(),
        Which::Closed(closure) => time::local_date(closure),
    };
    format!("statement-{}.csv", day.to_iso())
}
