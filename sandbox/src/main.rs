//! The sandbox gateway.
fn main() {}
