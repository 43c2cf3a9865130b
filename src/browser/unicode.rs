//! Composed and decomposed letters. The browser knows every alphabet, so the portal carries no tables of them.

/// `ü` as one letter, also where it was typed as `u` with two dots behind it (Unicode NFC).
pub fn composed(text: &str) -> String {
    in_form("NFC", text)
}

/// Every accent behind its letter, and letters of other widths and shapes as the usual ones (Unicode NFKD).
pub fn decomposed(text: &str) -> String {
    in_form("NFKD", text)
}

fn in_form(form: &str, text: &str) -> String {
    // Every form of such a text is the text itself.
    if text.is_ascii() {
        return text.to_owned();
    }
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(text).normalize(form).into();
    #[cfg(not(target_arch = "wasm32"))]
    {
        use unicode_normalization::UnicodeNormalization;
        if form == "NFC" { text.nfc().collect() } else { text.nfkd().collect() }
    }
}
