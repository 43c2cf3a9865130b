//! What a key press means: whatever the layout, whether the capital letters are locked, and not while an input method reads it.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, KeyboardEvent};

use super::storage;

/// Where it is kept that this rep wants no shortcuts of a single key. Nothing is kept while they do.
const PLACE: &str = "care-portal.keys";

/// Whether shortcuts of a single key are on (WCAG 2.1.4: whoever speaks to the machine types letters in passing).
pub fn has_single_keys() -> bool {
    storage::read(PLACE).is_none()
}

/// Switches them on or off in this browser.
pub fn set_single_keys(on: bool) {
    if on {
        storage::remove(PLACE);
    } else {
        storage::write(PLACE, "off");
    }
}

/// Whether an input method takes this key: it chooses or confirms what is being composed. Safari sends the key that confirms
/// after the composition has ended, with the code 229.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// The shortcut that was pressed: a letter in lower case, a sign, or the name of a key. `None` for what is none: with a
/// modifier, inside a composition, or of a single key where the rep wants none.
pub fn shortcut(event: &KeyboardEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.get_modifier_state("AltGraph");
    if modified || is_composing(event) {
        return None;
    }
    let key = meant(&event.key(), &event.code());
    (key.len() > 1 || has_single_keys()).then_some(key)
}

/// A letter means the same in capitals, and on a keyboard that writes another script the letter in its place: the place is
/// named by what stands there on a Latin one.
fn meant(key: &str, code: &str) -> String {
    let mut signs = key.chars();
    match (signs.next(), signs.next(), code.strip_prefix("Key")) {
        (Some(sign), None, _) if sign.is_ascii() => sign.to_ascii_lowercase().into(),
        (Some(_), None, Some(letter)) => letter.to_ascii_lowercase(),
        _ => key.to_owned(),
    }
}

/// From now on a key that is held down presses nothing a second time: what the first press opens is not confirmed by its
/// repetition, and nothing is asked for thirty times a second. Text can be written so, and lists walked through.
pub fn press_once() {
    let listener = Closure::<dyn Fn(KeyboardEvent)>::new(|event: KeyboardEvent| {
        if event.repeat() && !is_composing(&event) && presses(&event) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    if let Some(window) = web_sys::window() {
        // Before everybody else.
        let _ = window.add_event_listener_with_callback_and_bool("keydown", listener.as_ref().unchecked_ref(), true);
    }
    listener.forget();
}

/// Whether the key presses something here, and writes nothing.
fn presses(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    match event.key().as_str() {
        // The first `/` leads into the search box, where the next ones would be written.
        "Enter" | "Escape" | "/" => target.tag_name() != "TEXTAREA",
        " " | "Delete" => target.closest("button,[role=button],[role=tab]").ok().flatten().is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_the_same_in_capitals_and_on_a_keyboard_of_another_script() {
        for (key, code, expected) in [
            ("j", "KeyJ", "j"),
            ("J", "KeyJ", "j"),
            // Dvorak and AZERTY: what is written counts, not where.
            ("j", "KeyC", "j"),
            ("a", "KeyQ", "a"),
            // Russian, Greek, Hebrew, Arabic.
            ("о", "KeyJ", "j"),
            ("О", "KeyJ", "j"),
            ("λ", "KeyL", "l"),
            ("ח", "KeyJ", "j"),
            ("ت", "KeyJ", "j"),
            // A letter that stands where a Latin keyboard has none.
            ("ж", "Semicolon", "ж"),
            ("ö", "Semicolon", "ö"),
            ("/", "Digit7", "/"),
            ("?", "Minus", "?"),
            ("5", "Digit5", "5"),
            ("ArrowDown", "ArrowDown", "ArrowDown"),
            ("Dead", "KeyE", "Dead"),
            ("Process", "KeyJ", "Process"),
            ("", "", ""),
        ] {
            assert_eq!(meant(key, code), expected, "{key} {code}");
        }
    }
}
