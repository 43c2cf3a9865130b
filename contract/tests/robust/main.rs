//! Whatever comes in, nothing panics, nothing leaks, and one bad row takes no other with it.

#[path = "../common/answers.rs"]
mod answers;
mod clean;
mod doors;
mod kept;
mod mangled;
mod places;
#[path = "../common/samples.rs"]
mod samples;
#[path = "../common/say.rs"]
mod say;
#[path = "../common/statement_probe.rs"]
mod statement_probe;
mod tolerance;
mod values;
#[path = "../common/wallet_answers/mod.rs"]
mod wallet_answers;
#[path = "../common/written.rs"]
mod written;
