//! The issuing API (v2): one folder an area.

pub mod accounts;
pub mod customers;
pub mod disputes;
pub mod limits;
pub mod operations;
pub mod statements;
