//! A gateway that speaks the contract over HTTP: stateful, with the same people every time, and with known customers for
//! every fault that a portal must survive. It is what development and the journeys run against.
//!
//! The way of a call: `gateway` (routes) → `entrance` (headers) → `door` (strict reading: `envelope` for the wallet family,
//! `issuing::wire` for the other) → `handlers` (whom it concerns) → `faults` (does anything strike?) → `deeds` and
//! `handlers` (what it does) → `delivery` (what goes back, and how).

mod arguments;
mod configuration;
mod control;
mod control_accounts;
mod deeds;
mod delivery;
mod dice;
mod door;
mod entrance;
mod envelope;
mod faults;
mod files;
mod gateway;
mod handlers;
mod headers;
mod holds;
mod issuing;
mod journal;
mod known;
mod latency;
mod names;
mod people;
mod population;
mod refusal;
mod server;
mod session;
mod state_file;
mod switchboard;
mod veil;
mod wallets;
mod world;

pub use arguments::{DisputesFrom, Request, Settings, parse};
pub use configuration::References;
pub use known::wallets_of_the_known;
pub use latency::Latency;
pub use server::{router, serve};
