//! In the place of the crate of this name. The framework asks for it to stream server functions, of which the portal has
//! none. The real one exports three classes to JavaScript, and what is exported stays in the module: 3 kB of the first load.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::JsValue;
pub use web_sys::ReadableStream as Raw;

/// A stream that nobody reads.
pub struct ReadableStream(Raw);

/// Ends at once.
pub struct Nothing;

impl ReadableStream {
    /// From the browser's own.
    pub fn from_raw(raw: Raw) -> Self {
        Self(raw)
    }

    /// Never called: an empty one, whatever it is made of.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.into())
    }

    /// The browser's own.
    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// Never called: holds nothing.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
