//! Operations, fees and authorizations: what is sent is what the guide prints, and what it prints is read without a loss.

#[path = "round_trips_operations/authorizations.rs"]
mod authorizations;
#[path = "round_trips_operations/documented.rs"]
mod documented;
#[path = "round_trips_operations/in_passing.rs"]
mod in_passing;
#[path = "common/issuing_wire.rs"]
mod issuing_wire;
#[path = "round_trips_operations/lists.rs"]
mod lists;
#[path = "round_trips_operations/postings.rs"]
mod postings;
#[path = "common/samples.rs"]
mod samples;
