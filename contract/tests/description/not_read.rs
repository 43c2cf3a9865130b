//! What the description answers and no type of ours reads, and why. An entry that is read now fails its test.

/// Whose names, which, and the reason.
pub const NOT_READ: &[(&str, &[&str], &str)] = &[];
