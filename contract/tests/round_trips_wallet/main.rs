//! Every operation of the wallet family but the four of the unlock: what is sent has the documented keys and no others, and
//! what is answered is read and written back without a loss.

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
#[path = "../common/samples.rs"]
mod samples;
mod transactions;
mod webhook;
mod written;
