//! Where a page of a list says whether another follows it (public; no guide prints it).

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::{ResponseMetadata, parts};
use crate::reading::{BLANKS, length_of_any, value_of};

/// `responseMetadata.links` of a list that comes in pages. The addresses are the gateway's own, and nobody follows them: a
/// proxy may have changed them on the way. Only whether there is a next one counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Links {
    /// This page.
    #[serde(rename = "self", skip_serializing_if = "Option::is_none")]
    pub this: Option<String>,
    /// The page behind it; missing on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Links that are no object are none. One of them is a text, or an object that holds it; whatever else stands there is kept
/// as it is, so that a list goes on rather than ends too early.
pub(super) fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Links>, D::Error> {
    #[derive(Deserialize)]
    struct Either {
        #[serde(default, rename = "self")]
        this: Option<Box<RawValue>>,
        #[serde(default)]
        next: Option<Box<RawValue>>,
    }
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    let links = raw.get().starts_with('{').then(|| serde_json::from_str::<Either>(raw.get()).ok()).flatten();
    Ok(links.map(|Either { this, next }| Links {
        this: this.as_deref().and_then(link),
        next: next.as_deref().and_then(link),
    }))
}

fn link(raw: &RawValue) -> Option<String> {
    #[derive(Deserialize)]
    struct Object {
        #[serde(default)]
        href: String,
    }
    let link = match raw.get().as_bytes().first() {
        Some(b'"') => serde_json::from_str(raw.get()).unwrap_or_default(),
        Some(b'{') => serde_json::from_str::<Object>(raw.get()).map(|object| object.href).unwrap_or_default(),
        Some(b'n' | b'f') => String::new(),
        _ => raw.get().to_owned(),
    };
    (!link.is_empty()).then_some(link)
}

/// Whether an answer says that there is another page: yes, no, or nothing at all. Reads no row where the metadata stands in
/// front of them.
pub(super) fn more(text: &str) -> Option<bool> {
    let metadata: Option<ResponseMetadata> = match in_front(text) {
        Some(metadata) => serde_json::from_str(metadata).ok(),
        None if end(text).contains("\"responseMetadata\"") => parts(text).ok()?.response_metadata,
        None => None,
    };
    metadata?.links.map(|links| links.next.is_some())
}

/// As much of an answer as metadata behind its rows would take.
fn end(text: &str) -> &str {
    let from = text.len().saturating_sub(4096);
    let from = (from..=text.len()).find(|place| text.is_char_boundary(*place));
    from.and_then(|from| text.get(from..)).unwrap_or_default()
}

fn in_front(text: &str) -> Option<&str> {
    let entries = text.trim_start_matches(BLANKS).strip_prefix('{')?;
    let metadata = value_of("responseMetadata", entries)?;
    metadata.get(..length_of_any(metadata)?)
}
