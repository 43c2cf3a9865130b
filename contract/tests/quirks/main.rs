//! The documented payloads differ from what a tidy mind expects. Each difference has a number; each number has a test here
//! or a line that says why it has none yet.

mod a_json;
mod c_status;
mod complete;
mod d_time;
mod gateway;
mod not_yet;
#[path = "../common/samples.rs"]
mod samples;
#[path = "../common/statement_probe.rs"]
mod statement_probe;
#[path = "../common/written.rs"]
mod written;
