//! A state in a word, with an icon and one of the four meanings.

use leptos::prelude::*;

use super::icon::icon;

/// What a colour means. Never shown without its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Good,
    /// Somebody should look.
    Attention,
    /// Harms a customer.
    Danger,
    /// Worth knowing.
    Information,
    /// No meaning.
    Plain,
}

impl Tone {
    /// For the style sheet; `None` leaves the neutral look.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Good => Some("good"),
            Self::Attention => Some("attention"),
            Self::Danger => Some("danger"),
            Self::Information => Some("information"),
            Self::Plain => None,
        }
    }
}

/// The badge.
pub fn badge(tone: Tone, picture: &'static str, word: impl Into<String>) -> impl IntoView {
    view! { <span class="badge" data-tone=tone.name()>{icon(picture)}{word.into()}</span> }
}
