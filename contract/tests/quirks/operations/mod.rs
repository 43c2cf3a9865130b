//! The quirks that operations and authorizations meet.

mod amounts;
mod authorizations;
mod lists;
mod postings;
