//! A long list on the screen: an instant filter, how many there are, the table, and the way to the pages behind.

use leptos::{attr::custom::custom_attribute, ev::Event, prelude::*};

use super::{
    filter::{Picked, counted},
    pages::{Book, More, Pages},
};
use crate::{
    browser::number,
    gateway::Remaining,
    ui::{
        badge::Tone,
        banner::Banner,
        load::{loaded, nothing},
        long_table::{Lines, LongColumn, LongRows, long_table},
        trouble::{Retry, trouble_view},
    },
};

/// What differs between the lists.
#[derive(Clone, Copy)]
pub struct Listing {
    /// Names the table.
    pub label: &'static str,
    /// Completes "Reading …".
    pub what: &'static str,
    /// One and several.
    pub noun: (&'static str, &'static str),
    /// The table's columns.
    pub columns: &'static [LongColumn],
    /// By what rows can be picked: what is compared, and how it is called. The first picks all.
    pub kinds: &'static [(&'static str, &'static str)],
    /// What is said when there is none, and what to try next.
    pub empty: fn(&usize) -> Option<(&'static str, &'static str)>,
}

/// What the rep picked among the rows. Lives with the list.
#[derive(Clone, Default)]
pub struct Picking {
    text: ArcRwSignal<String>,
    kind: ArcRwSignal<String>,
}

/// The list.
pub fn listing(listing: Listing, pages: &Pages, picking: &Picking, retry: Retry) -> AnyView {
    let (book, picking, own) = (pages.book(), picking.clone(), pages.clone());
    let ready = move |_: &usize| {
        let (text, kind, book) = (picking.text.clone(), picking.kind.clone(), book.clone());
        let read = book.clone();
        let picked = move || Picked::of(&read.get(), &text.get(), &kind.get());
        // Each change makes another pick, so nothing is compared.
        let picked = Memo::new_with_compare(move |_| picked(), |_: Option<&Picked>, _| true);
        let at = own.at();
        let rows = move || {
            picked.with(|picked| LongRows {
                question: picked.question,
                lines: std::sync::Arc::new(picked.clone()),
                at: at.clone(),
            })
        };
        view! {
            {picker(&listing, &picking, tally(&listing, picked, book.clone()))}
            {unreadable(picked)}
            {long_table(listing.label, listing.columns, rows)}
            {not_on_paper(book.clone())}
            {none_picked(picked)}
            {behind(&own)}
        }
        .into_any()
    };
    loaded(pages.first(), listing.what, retry, listing.empty, Box::new(ready)).into_any()
}

/// The filter, which acts while it is typed.
fn picker(listing: &Listing, picking: &Picking, tally: AnyView) -> AnyView {
    let Picking { text, kind } = picking.clone();
    let (typed, chosen) = (text.clone(), kind.get_untracked());
    let kinds = (listing.kinds.len() > 1).then(|| {
        let options: Vec<_> = listing
            .kinds
            .iter()
            .map(|(held, called)| view! { <option value=*held selected=*held == chosen>{*called}</option> })
            .collect();
        let choose = move |event: Event| kind.set(event_target_value(&event));
        view! { <select aria-label=format!("Kind of {}", listing.noun.1) on:change=choose>{options}</select> }
    });
    view! {
        <div class="filters">
            <input
                type="search"
                aria-label=format!("Filter the {}", listing.noun.1)
                placeholder="Filter: merchant, amount, code"
                autocomplete="off"
                spellcheck="false"
                {..custom_attribute("autocorrect", "off")}
                autocapitalize="off"
                prop:value=text
                on:input=move |event| typed.set(event_target_value(&event))
            />
            {kinds}
            {tally}
        </div>
    }
    .into_any()
}

/// How many were picked.
fn tally(listing: &Listing, picked: Memo<Picked>, book: ArcRwSignal<Book>) -> AnyView {
    let noun = listing.noun;
    let said = move || {
        let (count, all) = picked.with(|picked| (picked.count(), picked.of_all()));
        let remaining = book.with(|book| book.remaining);
        counted(count, all, remaining, noun, |count| number::decimal(&count.to_string(), 0))
    };
    view! { <p class="hint" role="status">{said}</p> }.into_any()
}

/// What the paper says while there is more than it shows.
fn not_on_paper(book: ArcRwSignal<Book>) -> AnyView {
    let line = move || {
        let (read, remaining) = book.with(|book| (book.entries.len(), book.remaining));
        let more = match remaining {
            Remaining::Nothing => return None,
            Remaining::More => "there are more. Load more to print them, too",
            Remaining::Unknown => "there may be more. Load more to print them, too",
            Remaining::Unreachable => "there may be more, which cannot be read",
        };
        let read = number::decimal(&read.to_string(), 0);
        Some(view! { <p class="paper">{format!("Only what was read is printed ({read} rows); {more}.")}</p> })
    };
    line.into_any()
}

/// What is said when nothing of what was read fits.
fn none_picked(picked: Memo<Picked>) -> AnyView {
    let none = Memo::new(move |_| picked.with(|picked| picked.count() == 0));
    (move || {
        none.get()
            .then(|| nothing("Nothing that was read fits.", "Try another word or kind, or what was not read yet."))
    })
    .into_any()
}

/// How many could not be read.
fn unreadable(picked: Memo<Picked>) -> AnyView {
    let view = move || {
        let count = picked.with(|picked| picked.unreadable);
        (count > 0).then(|| {
            let rows = if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
            let sentence = format!("{rows} could not be understood and cannot be shown.");
            Banner::status(Tone::Attention, "warning", "Not everything is here.", sentence).slim().view()
        })
    };
    view.into_any()
}

/// What is said when whatever page is asked for holds what was read before.
fn unreachable() -> AnyView {
    let sentence = "The gateway sends the same rows again, whichever page is asked for. Choose a shorter period.";
    Banner::status(Tone::Attention, "warning", "These may not be all.", sentence).slim().view()
}

/// The pages behind the ones that were read.
fn behind(pages: &Pages) -> AnyView {
    let (book, more, pages) = (pages.book(), pages.more(), pages.clone());
    let remaining = Memo::new(move |_| book.with(|book| book.remaining));
    let view = move || {
        match remaining.get() {
            Remaining::Nothing => return ().into_any(),
            Remaining::Unreachable => return unreachable(),
            Remaining::More | Remaining::Unknown => {}
        }
        let (next, all, stop) = (pages.clone(), pages.clone(), pages.clone());
        match more.get() {
            More::Idle => view! {
                <div class="actions">
                    <button type="button" on:click=move |_| next.read_on(false)>"Load more"</button>
                    <button type="button" on:click=move |_| all.read_on(true)>"Load all"</button>
                </div>
            }
            .into_any(),
            More::Reading => view! {
                <div class="actions" aria-busy="true">
                    <span class="hint">"Reading more …"</span>
                    <button type="button" on:click=move |_| stop.stop()>"Stop"</button>
                </div>
            }
            .into_any(),
            More::Failed(trouble) => trouble_view(&trouble, std::sync::Arc::new(move || next.read_on(false))),
        }
    };
    view.into_any()
}
