//! Quirks in which there is nothing to do for the contract, each with the reason.

/// Number and reason. A documentation fault is one of the guide's pages and not of the gateway.
pub const NOTHING_TO_DO: &[(&str, &str)] = &[
    ("A17", "documentation fault: braces are missing around one sample, repaired in the kept one"),
    ("A18", "documentation fault: a stray letter behind an object, repaired in the kept sample"),
    ("A19", "documentation fault: commas too many and a brace too few, repaired in the kept samples"),
    ("A23", "documentation fault: quotes doubled by an export, repaired in the kept samples"),
    ("A25", "documentation fault: payloads with escaped quotes, repaired in the kept samples"),
    ("A26", "documentation fault: command lines and prose in one block, taken apart in the kept samples"),
    ("B31", "typing errors in the guides' words for required: nothing is generated from their prose"),
    ("B32", "three brand names for one platform: none of them travels"),
    ("C17", "an HTTP header: it is set where requests are sent, and tested there (tests/browser/gateway.rs)"),
    ("D13", "documentation fault: a blank in a printed address"),
    ("F20", "documentation fault: prose and address name two different accounts"),
    ("G3", "documentation fault: a stray `.>` in a printed host; no host is known here"),
    ("G9", "the token is added by the reverse proxy: no type has a place for it"),
    ("G10", "the token is added by the reverse proxy, however it is obtained"),
    ("G14", "documentation fault: a header line with broken quotes"),
    ("G15", "hosts are the reverse proxy's: every address begins at a prefix of the own origin"),
    ("G20", "links and lines that an exporter left in the guide"),
    ("H2", "what is offered for a locked wallet is the portal's decision, tested there (src/features/wallet)"),
];
