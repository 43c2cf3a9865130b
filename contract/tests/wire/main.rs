//! What goes over the wire, both ways.

mod accounts;
mod addresses;
mod calendar;
mod codes;
mod customers;
mod disputes;
mod documented_answers;
#[path = "../common/entries.rs"]
mod entries;
mod first_screens;
#[path = "../common/issuing_wire.rs"]
mod issuing_wire;
mod limits;
mod operations;
mod pages;
#[path = "../common/samples.rs"]
mod samples;
mod served;
mod statements;
mod sub_issuers;
mod tolerance;
mod wallet;
#[path = "../common/wallet_answers/mod.rs"]
mod wallet_answers;
mod wrappers;
#[path = "../common/written.rs"]
mod written;
