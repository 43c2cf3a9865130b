//! The contract beside the public description of the platform (`contract/data/issuing-description.json`) and the guides'
//! samples: what every issuing request holds, in which words, and that every answer is read.
//!
//! The tests make the requests themselves, from the types alone (`made.rs`), so that a new operation is held against the
//! description as soon as it is in the catalogue. Where we deviate on purpose, `deviations.rs` says so and why.

mod answers;
mod descriptions;
mod deviations;
mod held;
mod made;
mod not_read;
mod plausible;
mod requests;
#[path = "../common/samples.rs"]
mod samples;
#[path = "../common/say.rs"]
mod say;
mod subjects;
mod vocabulary;
