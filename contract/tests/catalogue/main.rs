//! The list of operations, and what follows from it.

mod answered;
mod documentation;
mod facts;
mod no_place_for_secrets;
mod samples;
#[path = "../common/say.rs"]
mod say;
mod source_names;
