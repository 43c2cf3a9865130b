//! The customer care portal: a Leptos single-page app that finds a caller, verifies them, says what is wrong, and fixes it.
//!
//! `ARCHITECTURE.md` is the map. In short: `gateway` speaks to the issuer, `session` knows who sits here and whom they
//! serve, `features` are the screens, `ui` is what screens are made of, and `app` puts them together.

pub mod app;
pub mod browser;
pub mod config;
pub mod features;
pub mod gateway;
pub mod input;
pub mod routes;
pub mod session;
pub mod ui;
