//! The priority of an override: a number where it is sent, text where it is answered (public).

use serde::Serializer;

/// Writes the number as text.
pub(super) fn as_text<S: Serializer>(priority: &Option<u16>, serializer: S) -> Result<S::Ok, S::Error> {
    match priority {
        Some(priority) => serializer.collect_str(priority),
        None => serializer.serialize_none(),
    }
}
