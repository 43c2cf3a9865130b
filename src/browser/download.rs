//! Files that the rep saves.

use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Saves a text under this name; `false` when the browser does not let us.
pub fn text(name: &str, kind: &str, text: &str) -> bool {
    offer(name, kind, text).is_some()
}

/// So long the file stays for whoever saves it.
const KEPT_MILLIS: i32 = 60_000;

fn offer(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let window = web_sys::window()?;
    let link: HtmlAnchorElement = window.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Safari and Firefox begin to read the file after the click: taken back at once, it would be empty.
    let done = Closure::once_into_js(move || drop(Url::revoke_object_url(&address)));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(done.unchecked_ref(), KEPT_MILLIS).ok()?;
    Some(())
}
