//! The documented payloads, kept as files beside the crate.

use std::{fs, path::PathBuf};

/// Where they are.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The text of one of them: `b2b-v1/retrieveCustomerLookupInfo.request.json`.
pub fn sample(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("samples/{name}: {error}"))
}
