//! A table of thousands of rows, of which the page holds only those near the screen. Each row is made once and takes other
//! texts when it comes into sight again; nothing in it reacts.
//!
//! A printer gets all of them. Every row opens something: its link is what the keys go through. A screen reader hears how
//! many rows there are and which one this is.

mod body;
mod window;

use std::{
    cell::RefCell,
    rc::Rc,
    sync::{Arc, atomic::AtomicUsize},
};

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

use self::body::Body;
use super::badge::Tone;
use crate::browser::keyboard::shortcut;

/// A column: its head, and the class that gives it width and alignment.
#[derive(Clone, Copy, Debug)]
pub struct LongColumn {
    head: &'static str,
    class: &'static str,
    is_name: bool,
}

impl LongColumn {
    /// A column of this class: `date`, `short`, `figures`, `wide`.
    pub const fn new(head: &'static str, class: &'static str) -> Self {
        Self { head, class, is_name: false }
    }

    /// What names the row and opens it. One column is it.
    pub const fn name(head: &'static str, class: &'static str) -> Self {
        Self { head, class, is_name: true }
    }
}

/// What stands in one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// As it is read.
    pub text: String,
    /// After it, smaller.
    pub small: String,
    /// What its colour means.
    pub tone: Option<Tone>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it leads.
    pub href: String,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Whether it belongs to the row above it.
    pub below: bool,
}

/// All rows, written only when they come into sight.
pub trait Lines: Send + Sync {
    /// How many.
    fn count(&self) -> usize;
    /// One of them.
    fn line(&self, index: usize) -> Line;
}

/// What the table shows now.
#[derive(Clone)]
pub struct LongRows {
    /// The rows.
    pub lines: Arc<dyn Lines>,
    /// Another number means another question, and the table begins at its top; the same means more of the same.
    pub question: u32,
    /// The row that the keys were at last; kept by the feature, so that the rep comes back to it.
    pub at: Arc<AtomicUsize>,
}

/// What a screen reader is told: its own keys for tables end where the rows on the page end.
const REACHED: &str = "Only the rows near the screen are in this table. Reach the others from a row’s link with the arrow keys, \
                       Page Up, Page Down, Home and End.";

/// The table; `label` names it. `rows` may grow and change at any time.
pub fn long_table(
    label: &'static str,
    columns: &'static [LongColumn],
    rows: impl Fn() -> LongRows + Send + Sync + 'static,
) -> AnyView {
    let place = NodeRef::<html::Div>::new();
    let body: Rc<RefCell<Option<Body>>> = Rc::default();
    let filling = body.clone();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let rows = rows();
        let mut body = filling.borrow_mut();
        match body.as_mut() {
            Some(body) => body.take(rows),
            None => *body = Body::begin(&place, columns, rows),
        }
    });
    watch_size(place, body.clone());
    let (printing, printed) = (body.clone(), body.clone());
    // The browser takes the page as it stands when the event is over.
    let begins = window_event_listener(leptos::ev::beforeprint, move |_| with(&printing, Body::print));
    let ends = window_event_listener(leptos::ev::afterprint, move |_| with(&printed, Body::printed));
    on_cleanup(move || {
        begins.remove();
        ends.remove();
    });
    let scrolled = {
        let body = body.clone();
        move |_| with(&body, Body::scrolled)
    };
    let focused = {
        let body = body.clone();
        move |event: leptos::ev::FocusEvent| with(&body, |body| body.focused(event.target()))
    };
    let pressed = move |event: KeyboardEvent| {
        let Some(key) = shortcut(&event).filter(|_| !event.shift_key()) else { return };
        let mut taken = false;
        with(&body, |body| taken = body.pressed(&key));
        if taken {
            event.prevent_default();
        }
    };
    let heads: Vec<_> =
        columns.iter().map(|column| view! { <th scope="col" class=column.class>{column.head}</th> }).collect();
    view! {
        <div
            class="scroll long" tabindex="0" role="group" aria-label=label node_ref=place
            on:scroll=scrolled on:keydown=pressed on:focusin=focused
        >
            <table aria-description=REACHED>
                <caption class="hidden">{label}</caption>
                <thead><tr aria-rowindex="1">{heads}</tr></thead>
            </table>
        </div>
    }
    .into_any()
}

/// Follows the size of the box and of the text in it: the head is as high as its text.
fn watch_size(place: NodeRef<html::Div>, body: Rc<RefCell<Option<Body>>>) {
    let resized = Closure::<dyn FnMut()>::new(move || with(&body, Body::resized));
    let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
    let watching = StoredValue::new_local((observer, resized));
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        watching.with_value(|(observer, _)| {
            observer.observe(&place);
            if let Ok(Some(head)) = place.query_selector("th") {
                observer.observe(&head);
            }
        });
    });
    on_cleanup(move || {
        watching.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// An event that comes while the table is being written to is of the table's own making.
fn with(body: &RefCell<Option<Body>>, act: impl FnOnce(&mut Body)) {
    if let Ok(mut body) = body.try_borrow_mut()
        && let Some(body) = body.as_mut()
    {
        act(body);
    }
}
