//! Composed and decomposed letters. The browser knows every alphabet, so the portal carries no tables of them.

/// `ü` as one letter, also where it was typed as `u` with two dots behind it (Unicode NFC).
pub fn composed(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(text).normalize("NFC").into();
    #[cfg(not(target_arch = "wasm32"))]
    unicode_normalization::UnicodeNormalization::nfc(text).collect()
}

/// Every accent behind its letter, and letters of other widths and shapes as the usual ones (Unicode NFKD).
pub fn decomposed(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(text).normalize("NFKD").into();
    #[cfg(not(target_arch = "wasm32"))]
    unicode_normalization::UnicodeNormalization::nfkd(text).collect()
}
