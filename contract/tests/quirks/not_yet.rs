//! Quirks that nothing in the contract meets yet. A line leaves this list when its test comes.

/// Number, and why there is no test.
pub const NOT_YET: &[(&str, &str)] = &[
    ("A10", "no operation with point-of-sale fields yet"),
    ("A11", "no operation with addresses yet; every identifier is plain text already"),
    ("A12", "no operation that creates a dispute yet"),
    ("A13", "no operation with a salary or an overlimit contribution yet"),
    ("A15", "no operation with an account's history yet"),
    ("A17", "documentation fault: repaired in the samples"),
    ("A18", "documentation fault: repaired in the samples"),
    ("A19", "documentation fault: repaired in the samples"),
    ("A20", "no operation with a double deposit yet; the fragment is repaired in the samples"),
    ("A21", "no operation with documents yet"),
    ("A22", "no operation with documents yet"),
    ("A23", "documentation fault: repaired in the samples"),
    ("A25", "documentation fault: repaired in the samples"),
    ("A26", "documentation fault: repaired in the samples"),
    ("C14", "no operation that reads a dispute by its operation yet"),
    ("C17", "the correlation id is an HTTP header: set where requests are sent, not here"),
    ("D13", "documentation fault: a blank in a printed address"),
    ("D17", "no operation with overrides or authorizations yet"),
    ("D18", "no operation with temporary credit limits yet"),
    ("D19", "no operation with a statement's operations yet"),
];
