//! The list of operations, and what follows from it.

mod called_by_reps;
mod documentation;
mod facts;
mod no_place_for_secrets;
mod samples;
#[path = "../common/say.rs"]
mod say;
mod source_names;
