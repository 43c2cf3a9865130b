//! Countries by their codes, in the issuer's language, by the browser's `Intl`.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsCast;

/// "Japan" for `392`, `JP` or `JPN`, "Brazil" for `076` or `76`; what the browser does not know stays as it is.
pub fn country(code: &str, locale: &str) -> String {
    let known = matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    known.then(|| name(code, locale)).flatten().unwrap_or_else(|| code.to_owned())
}

/// Whether a code is a country's.
pub fn is_country(code: &str) -> bool {
    country(code, "en") != code
}

fn name(code: &str, locale: &str) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class = |name: &str| Reflect::get(&intl, &name.into()).ok()?.dyn_into::<Function>().ok();
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    // A locale's own region is put into its two letters, whichever of the codes it was written with.
    let tag = Array::of1(&format!("und-{code:0>width$}", width = if is_number { 3 } else { 0 }).into());
    let letters = Reflect::get(&Reflect::construct(&class("Locale")?, &tag).ok()?, &"region".into()).ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
    Reflect::set(&options, &"fallback".into(), &"none".into()).ok()?;
    let names = Reflect::construct(&class("DisplayNames")?, &Array::of2(&locale.into(), &options)).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &letters).ok()?.as_string()
}
