//! How the locale writes what people type: numbers, and the signs of currencies.

/// The sign before the decimals, the one between groups of digits, and whether groups before the last one have two digits.
pub type Style = (char, Option<char>, bool);

/// How the locale writes numbers; `None` where nobody can tell.
pub fn style() -> Option<Style> {
    #[cfg(target_arch = "wasm32")]
    return platform::style();
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// The signs by which the locale calls a currency: `€`, or `$` and `A$`.
pub fn signs(iso_code: &str) -> Vec<String> {
    #[cfg(target_arch = "wasm32")]
    return ["symbol", "narrowSymbol"].into_iter().filter_map(|display| platform::sign(iso_code, display)).collect();
    #[cfg(not(target_arch = "wasm32"))]
    if iso_code == "EUR" { vec!["€".to_owned()] } else { Vec::new() }
}

/// Exact decimals as the locale writes them.
pub fn written(exact: &str, decimals: u8) -> String {
    #[cfg(target_arch = "wasm32")]
    return super::number::decimal(exact, decimals);
    #[cfg(not(target_arch = "wasm32"))]
    {
        let (whole, fraction) = exact.split_once('.').unwrap_or((exact, ""));
        let point = if decimals == 0 { "" } else { "." };
        format!("{whole}{point}{fraction:0<width$}", width = usize::from(decimals))
    }
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use js_sys::{Array, Function, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::Style;
    use crate::browser::number;

    /// Read off a number that has everything in it.
    pub(super) fn style() -> Option<Style> {
        let parts = parts(&Object::new(), 1_234_567.5)?;
        let sign = |wanted| parts.iter().find(|(kind, _)| kind == wanted).and_then(|(_, text)| text.chars().next());
        let groups: Vec<_> = parts.iter().filter(|(kind, _)| kind == "integer").collect();
        let in_pairs = groups.get(1).is_some_and(|(_, group)| group.chars().count() == 2);
        Some((sign("decimal")?, sign("group"), in_pairs))
    }

    pub(super) fn sign(iso_code: &str, display: &str) -> Option<String> {
        let options = Object::new();
        for (key, value) in [("style", "currency"), ("currency", iso_code), ("currencyDisplay", display)] {
            Reflect::set(&options, &key.into(), &value.into()).ok()?;
        }
        let parts = parts(&options, 1.0)?;
        parts.into_iter().find(|(kind, _)| kind == "currency").map(|(_, text)| text)
    }

    /// What `Intl` writes, taken apart: kind and text. Built by reflection: the typed constructor throws.
    fn parts(options: &Object, number: f64) -> Option<Vec<(String, String)>> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let constructor: Function = Reflect::get(&intl, &"NumberFormat".into()).ok()?.dyn_into().ok()?;
        let format = Reflect::construct(&constructor, &Array::of2(&number::locale().into(), options)).ok()?;
        let to_parts: Function = Reflect::get(&format, &"formatToParts".into()).ok()?.dyn_into().ok()?;
        let parts: Array = to_parts.call1(&format, &JsValue::from_f64(number)).ok()?.dyn_into().ok()?;
        let text = |part: &JsValue, key: &str| Reflect::get(part, &key.into()).ok()?.as_string();
        Some(parts.iter().filter_map(|part| Some((text(&part, "type")?, text(&part, "value")?))).collect())
    }
}
