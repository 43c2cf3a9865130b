//! Names that nothing else has.

/// 32 hexadecimal digits, made by the browser's own random numbers.
pub fn reference() -> String {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    crypto.map(|crypto| crypto.random_uuid().replace('-', "")).unwrap_or_default()
}
