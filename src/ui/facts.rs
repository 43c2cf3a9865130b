//! Names and values, one under the other or side by side.

use contract::shown_id;
use leptos::prelude::*;

use super::copy::copy_button;

/// A name and what belongs to it.
pub struct Fact {
    name: String,
    value: AnyView,
}

impl Fact {
    /// A value with more than text in it.
    pub fn new(name: impl Into<String>, value: AnyView) -> Self {
        Self { name: name.into(), value }
    }

    /// A value that is plain text.
    pub fn text(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(name, value.into().into_any())
    }

    /// An id that a rep may have to pass on; `what` completes "Copy …". Whoever made it may have put a card number there, so
    /// it is shown and copied as [`shown_id`] leaves it.
    pub fn id(name: &'static str, what: &'static str, id: &str) -> Self {
        Self::own_id(name, what, shown_id(id))
    }

    /// An id that the gateway or the portal made: by chance it may look like a card number, and is none.
    pub fn own_id(name: &'static str, what: &'static str, id: String) -> Self {
        Self::new(name, view! { <code>{id.clone()}</code>{copy_button(what, id)} }.into_any())
    }
}

/// The list, one fact a line.
pub fn facts(facts: Vec<Fact>) -> AnyView {
    list("facts", facts)
}

/// The list, side by side.
pub fn facts_across(facts: Vec<Fact>) -> AnyView {
    list("facts across", facts)
}

fn list(class: &'static str, facts: Vec<Fact>) -> AnyView {
    let facts: Vec<_> =
        facts.into_iter().map(|fact| view! { <div><dt>{fact.name}</dt><dd>{fact.value}</dd></div> }).collect();
    view! { <dl class=class>{facts}</dl> }.into_any()
}
