//! What the browser knows of a currency.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// How many decimals a currency has: 2 for EUR, 0 for JPY. `None` for what is no currency.
pub fn decimals(iso_code: &str) -> Option<u8> {
    let options = Object::new();
    Reflect::set(&options, &"style".into(), &"currency".into()).ok()?;
    Reflect::set(&options, &"currency".into(), &iso_code.into()).ok()?;
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"NumberFormat".into()).ok()?.dyn_into().ok()?;
    // Built by reflection: the typed constructor throws for a code that is none.
    let format = Reflect::construct(&constructor, &Array::of2(&"en".into(), &options)).ok()?;
    let resolve: Function = Reflect::get(&format, &"resolvedOptions".into()).ok()?.dyn_into().ok()?;
    let resolved: JsValue = resolve.call0(&format).ok()?;
    Reflect::get(&resolved, &"maximumFractionDigits".into()).ok()?.as_f64().map(|digits| digits as u8)
}
