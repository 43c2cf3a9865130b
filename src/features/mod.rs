//! One room a screen: its view, and beside it its decisions as pure functions. Rooms do not know each other; a way from
//! one to another is a `Route`.

pub mod account;
pub mod activity;
pub mod controls;
pub mod devices;
pub mod disputes;
pub mod identity;
pub mod limits;
pub mod operations;
pub mod outcome;
pub mod receipts;
pub mod search;
pub mod spending;
pub mod statements;
pub mod trouble;
pub mod unsettled;
pub mod verification;
pub mod wallet;
