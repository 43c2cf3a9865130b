//! The documented payloads differ from what a tidy mind expects. Each difference has a number; each number has a test here,
//! whose name begins with it, or a line that says why there is nothing to do.

mod a_json;
mod accounts;
mod c_status;
mod complete;
mod customers;
mod d_time;
mod disputes;
mod gateway;
#[path = "../common/issuing_wire.rs"]
mod issuing_wire;
mod limits;
mod nothing_to_do;
mod operations;
#[path = "../common/samples.rs"]
mod samples;
#[path = "../common/say.rs"]
mod say;
#[path = "../common/statement_probe.rs"]
mod statement_probe;
mod statements;
mod wallet;
#[path = "../common/written.rs"]
mod written;
