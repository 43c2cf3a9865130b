//! The kit: what every screen is made of. It knows no gateway, no routes and no feature.

pub mod badge;
pub mod copy;
pub mod dialog;
pub mod icon;
pub mod load;
pub mod mask;
pub mod trouble;
pub mod wallet_state;
