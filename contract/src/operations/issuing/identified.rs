//! Which row of a list is which.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    customers::Customer,
    operations::{AccountOperation, Authorization},
};

/// A row of a list that comes in pages. A list may change between two of its pages, and its rows then move from one to the
/// other: by this they are told apart.
pub trait Identified {
    /// The gateway's own name for it; everything that is stated of it, where it bears none.
    fn identity(&self) -> Cow<'_, str>;
}

impl Identified for AccountOperation {
    fn identity(&self) -> Cow<'_, str> {
        named(Some(self.operation_identifier.operation_id.as_str()), self)
    }
}

impl Identified for Authorization {
    fn identity(&self) -> Cow<'_, str> {
        let identifier = self.authorization_identifier.as_ref();
        named(identifier.and_then(|identifier| Some(identifier.transaction_id.as_ref()?.as_str())), self)
    }
}

impl Identified for Customer {
    fn identity(&self) -> Cow<'_, str> {
        named(self.customer_identifier.customer_reference.as_ref().map(|reference| reference.as_str()), self)
    }
}

fn named<'a>(name: Option<&'a str>, row: &impl Serialize) -> Cow<'a, str> {
    match name {
        Some(name) if !name.is_empty() => name.into(),
        _ => serde_json::to_string(row).unwrap_or_default().into(),
    }
}
