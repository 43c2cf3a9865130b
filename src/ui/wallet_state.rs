//! How a wallet's state looks, everywhere the same.

use contract::WalletState;
use leptos::prelude::*;

use super::badge::{Tone, badge};

/// Meaning and icon. An inactive wallet harms nobody by itself; a wallet that an unlock left inactive does, and the banner
/// says so.
pub const fn look(state: WalletState) -> (Tone, &'static str) {
    match state {
        WalletState::Active => (Tone::Good, "check"),
        WalletState::Locked | WalletState::InactiveAndLocked => (Tone::Attention, "lock"),
        WalletState::Inactive => (Tone::Plain, "off"),
        WalletState::NotStated => (Tone::Attention, "warning"),
    }
}

/// The state as a badge, or that there is no wallet.
pub fn badge_of_any(state: Option<WalletState>) -> AnyView {
    match state {
        Some(state) => badge_of(state).into_any(),
        None => badge(Tone::Plain, "off", "No wallet").into_any(),
    }
}

/// The state as a badge.
pub fn badge_of(state: WalletState) -> impl IntoView {
    let (tone, picture) = look(state);
    badge(tone, picture, state.words())
}
