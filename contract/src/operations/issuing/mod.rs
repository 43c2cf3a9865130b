//! The issuing API (v2): one folder an area.

pub mod accounts;
pub mod customers;
pub mod disputes;
mod identified;
pub mod limits;
pub mod operations;
mod paged;
pub mod statements;

pub use self::{identified::Identified, paged::Paged};
