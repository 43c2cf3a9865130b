//! What a key press means, and that a held key presses once.

use care_portal::browser::keyboard::{has_single_keys, press_once, set_single_keys, shortcut};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, KeyboardEvent, KeyboardEventInit};

fn pressed(key: &str, more: impl FnOnce(&KeyboardEventInit)) -> KeyboardEvent {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    more(&init);
    KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event")
}

fn means(key: &str, more: impl FnOnce(&KeyboardEventInit)) -> Option<String> {
    shortcut(&pressed(key, more))
}

#[wasm_bindgen_test]
fn what_an_input_method_takes_is_no_shortcut() {
    for key in ["ArrowDown", "Escape", "Enter", "j"] {
        assert_eq!(means(key, |_| ()).as_deref(), Some(key));
        assert_eq!(means(key, |init| init.set_is_composing(true)), None, "{key}");
        // As Safari sends the key that ends a composition.
        assert_eq!(means(key, |init| init.set_key_code(229)), None, "{key}");
    }
}

#[wasm_bindgen_test]
fn a_key_with_a_modifier_is_none_and_neither_is_one_that_writes_a_sign_of_its_own() {
    for modifier in [
        KeyboardEventInit::set_ctrl_key,
        KeyboardEventInit::set_meta_key,
        KeyboardEventInit::set_alt_key,
        KeyboardEventInit::set_modifier_alt_graph,
    ] {
        assert_eq!(means("j", |init| modifier(init, true)), None);
    }
    let shifted = |init: &KeyboardEventInit| init.set_shift_key(true);
    assert_eq!(means("?", shifted).as_deref(), Some("?"));
    assert_eq!(means("J", shifted).as_deref(), Some("j"));
    assert_eq!(means("о", |init| init.set_code("KeyJ")).as_deref(), Some("j"));
}

#[wasm_bindgen_test]
fn a_rep_may_do_without_single_keys_and_keeps_all_others() {
    assert!(has_single_keys());
    set_single_keys(false);
    assert!(!has_single_keys());
    for single in ["j", "J", "/", "?", "g"] {
        assert_eq!(means(single, |_| ()), None, "{single}");
    }
    assert_eq!(means("ArrowDown", |_| ()).as_deref(), Some("ArrowDown"));
    set_single_keys(true);
    assert_eq!(means("j", |_| ()).as_deref(), Some("j"));
}

#[wasm_bindgen_test]
fn a_held_key_presses_once_and_writes_as_often_as_it_comes() {
    press_once();
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let body = document.body().expect("a body");
    // Whether it is left to do what it does.
    let passes = |tag: &str, role: &str, key: &str, repeat: bool| {
        let element: HtmlElement = document.create_element(tag).expect("an element").unchecked_into();
        element.set_attribute("role", role).expect("set");
        body.append_child(&element).expect("appended");
        let passes = element.dispatch_event(&pressed(key, |init| init.set_repeat(repeat))).expect("sent");
        element.remove();
        passes
    };
    for (tag, role, key) in [
        ("button", "", "Enter"),
        ("button", "", " "),
        ("a", "", "Enter"),
        ("a", "button", " "),
        ("a", "tab", "Delete"),
        ("input", "", "Enter"),
        ("input", "", "/"),
        ("body", "", "Escape"),
    ] {
        assert!(passes(tag, role, key, false), "the first {key} on {tag}");
        assert!(!passes(tag, role, key, true), "a held {key} on {tag}");
    }
    for (tag, key) in [
        ("textarea", "Enter"),
        ("textarea", "/"),
        ("input", " "),
        ("input", "a"),
        ("input", "Delete"),
        ("input", "Backspace"),
        ("a", "j"),
        ("a", "ArrowDown"),
        ("div", " "),
    ] {
        assert!(passes(tag, "", key, true), "a held {key} on {tag}");
    }
}
