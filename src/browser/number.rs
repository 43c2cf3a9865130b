//! Numbers as the issuer's locale writes them, by the browser's `Intl`.

use std::{cell::RefCell, collections::HashMap};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static LOCALE: RefCell<String> = const { RefCell::new(String::new()) };
    static FORMATS: RefCell<HashMap<u8, Option<Function>>> = RefCell::new(HashMap::new());
}

/// Takes the issuer's locale, which `time::set_locale` has checked.
pub fn set_locale(locale: &str) {
    LOCALE.with(|slot| slot.replace(locale.to_owned()));
    FORMATS.with(|slot| slot.borrow_mut().clear());
}

/// The locale in which numbers are written.
pub fn locale() -> String {
    LOCALE.with(|slot| slot.borrow().clone())
}

/// `-1234.50` with two decimals is "−1,234.50": grouped, with a true minus. The digits stay text on their way through
/// `Intl`, so that none is lost in a floating-point number.
pub fn decimal(exact: &str, decimals: u8) -> String {
    let written = FORMATS.with(|slot| {
        let mut formats = slot.borrow_mut();
        let format = formats.entry(decimals).or_insert_with(|| format(decimals)).as_ref()?;
        format.call1(&JsValue::UNDEFINED, &exact.into()).ok()?.as_string()
    });
    written.unwrap_or_else(|| exact.to_owned()).replace('-', "\u{2212}")
}

/// Whether a comma stands before the decimals.
pub fn has_decimal_comma() -> bool {
    decimal("1.5", 1).contains(',')
}

/// `Intl`'s bound `format`. Built by reflection: the typed constructor throws.
fn format(decimals: u8) -> Option<Function> {
    let options = Object::new();
    for key in ["minimumFractionDigits", "maximumFractionDigits"] {
        Reflect::set(&options, &key.into(), &decimals.into()).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"NumberFormat".into()).ok()?.dyn_into().ok()?;
    let made = Reflect::construct(&constructor, &Array::of2(&locale().into(), &options)).ok()?;
    Reflect::get(&made, &"format".into()).ok()?.dyn_into().ok()
}
