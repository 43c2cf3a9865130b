//! Disputes: from the doubtful operation to the chargeback. What is decided, before there are screens to show it.

pub mod balance;
pub mod base64;
pub mod chargeback;
pub mod difference;
pub mod document;
pub mod readiness;
pub mod request;
pub mod scheme;
pub mod timeline;
pub mod words;
