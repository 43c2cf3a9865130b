//! A file that the rep saves is there for as long as the browser needs to read it.

use care_portal::browser::download;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_file_is_taken_back_later_and_not_while_the_click_is_handled() {
    let global = js_sys::global();
    let (url, timer) = (Reflect::get(&global, &"URL".into()).expect("URL"), JsValue::from(&global));
    let revoked = Replaced::of(&url, "revokeObjectURL");
    let waiting = Replaced::of(&timer, "setTimeout");
    assert!(download::text("test.csv", "text/csv", "a,b"));
    assert_eq!(revoked.calls().length(), 0, "the browser has not read it yet");
    let later: Array = waiting.calls().get(0).unchecked_into();
    assert!(later.get(1).as_f64().is_some_and(|millis| millis >= 10_000.0));
    later.get(0).unchecked_into::<Function>().call0(&JsValue::UNDEFINED).expect("called");
    assert_eq!(revoked.calls().length(), 1, "and is forgotten then");
}

/// A function of the browser's that only notes what it is called with, until it is dropped.
struct Replaced {
    owner: JsValue,
    name: &'static str,
    before: JsValue,
    calls: Array,
}

impl Replaced {
    fn of(owner: &JsValue, name: &'static str) -> Self {
        let (before, calls) = (Reflect::get(owner, &name.into()).expect("a function"), Array::new());
        let noting = Function::new_with_args("calls", "return (...args) => { calls.push(args); return 1; }");
        let noting = noting.call1(&JsValue::UNDEFINED, &calls).expect("a function");
        Reflect::set(owner, &name.into(), &noting).expect("replaced");
        Self { owner: owner.clone(), name, before, calls }
    }

    fn calls(&self) -> &Array {
        &self.calls
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.owner, &self.name.into(), &self.before);
    }
}
