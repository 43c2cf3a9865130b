//! Customer care (v1) and mobile transactions (v2): one file a group.
