//! Where the documented operations and authorizations differ from what a tidy mind expects.

#[path = "quirks_operations/amounts.rs"]
mod amounts;
#[path = "quirks_operations/authorizations.rs"]
mod authorizations;
#[path = "common/issuing_wire.rs"]
mod issuing_wire;
#[path = "quirks_operations/lists.rs"]
mod lists;
#[path = "quirks_operations/postings.rs"]
mod postings;
#[path = "common/samples.rs"]
mod samples;
