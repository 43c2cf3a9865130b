//! The wallet family beyond the first screens.

mod cards;
mod check;
mod codes;
mod credentials;
mod devices;
mod enrolment;
mod facts;
mod loyalty;
mod partners;
mod profile;
mod questions;
mod receipts;
mod transactions;
mod webhook;
