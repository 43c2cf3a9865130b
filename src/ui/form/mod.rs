//! Fields of a form. What is typed stays as it was typed, and is converted when the form is sent; what is wrong stands
//! beside its field. A draft is a struct of [`Field`]s that a caller keeps, so it survives leaving the screen.
//!
//! Whatever is read from a field is cleaned, and no field hands on what could be a card's number.

mod control;
mod period;
pub mod typed;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub use self::{control::Control, period::Period};
use crate::input::{NO_CARD_NUMBER, clean_lines, may_be_card, plain, reference_may_be_card};

/// What is typed into one field, and what is wrong with it. Cheap to clone.
#[derive(Clone)]
pub struct Field {
    id: &'static str,
    is_reference: bool,
    /// What the portal itself put in at the beginning: the gateway's own reference, which nobody typed.
    given: Arc<str>,
    text: ArcRwSignal<String>,
    error: ArcRwSignal<Option<String>>,
}

impl Field {
    /// An empty field; no other on the screen has this `id`.
    pub fn new(id: &'static str) -> Self {
        Self::holding(id, "")
    }

    /// A field that begins with something.
    pub fn holding(id: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            id,
            is_reference: false,
            given: text.as_str().into(),
            text: ArcRwSignal::new(text),
            error: ArcRwSignal::new(None),
        }
    }

    /// For a code or a reference of the platform's: signs are read as the ASCII ones, and a reference may be a longer number
    /// than any card's.
    pub fn for_reference(self) -> Self {
        Self { is_reference: true, ..self }
    }

    /// As it was typed. Tracked, for what follows from it.
    pub fn text(&self) -> String {
        self.text.get()
    }

    /// What was typed, without what nobody sees and the blanks around it, at this moment.
    pub fn text_now(&self) -> String {
        untrack(|| self.meant())
    }

    /// The same. Tracked.
    pub fn meant(&self) -> String {
        let clean = if self.is_reference { plain } else { clean_lines };
        self.text.with(|text| clean(text))
    }

    /// Puts another text in, as if it had been typed. A card's number is refused at once.
    pub fn put(&self, text: impl Into<String>) {
        self.text.set(text.into());
        self.accept();
        self.holds_card();
    }

    /// Converts what was typed. What `convert` says is wrong stands beside the field from now on.
    pub fn read<T>(&self, convert: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        if self.holds_card() {
            return None;
        }
        match convert(&self.text_now()) {
            Ok(value) => {
                self.accept();
                Some(value)
            }
            Err(error) => {
                self.refuse(error);
                None
            }
        }
    }

    /// Says what is wrong where only the whole form can tell.
    pub fn refuse(&self, error: impl Into<String>) {
        self.error.set(Some(error.into()));
    }

    /// Nothing is wrong with it any more.
    pub fn accept(&self) {
        if self.error.with_untracked(Option::is_some) {
            self.error.set(None);
        }
    }

    fn is_wrong(&self) -> bool {
        self.holds_card() || self.error.with_untracked(Option::is_some)
    }

    /// Says so beside the field, too.
    fn holds_card(&self) -> bool {
        let may_be = if self.is_reference { reference_may_be_card } else { may_be_card };
        let holds = self.text.with_untracked(|text| **text != *self.given && may_be(text));
        if holds {
            self.refuse(NO_CARD_NUMBER);
        }
        holds
    }

    fn focus(&self) {
        let element = document().get_element_by_id(self.id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            let _ = element.focus();
        }
    }
}

/// Whether nothing is wrong with these fields, and none holds a card's number; else the focus goes to the first one that is wrong, in this order.
pub fn all_right(fields: &[&Field]) -> bool {
    match fields.iter().find(|field| field.is_wrong()) {
        Some(first) => {
            first.focus();
            false
        }
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handed_on(field: &Field) -> Option<String> {
        field.read(typed::any)
    }

    #[test]
    fn no_field_hands_a_card_number_on_and_it_is_refused_as_it_is_typed() {
        let field = Field::new("a");
        for card in ["4111 1111 1111 1111", "Card\n4242424242424242\t12/27", "４１１１１１１１１１１１１１１１"]
        {
            field.put(card);
            assert!(field.is_wrong(), "{card}");
            assert_eq!(handed_on(&field), None, "{card}");
            assert_eq!(field.error.get_untracked().as_deref(), Some(NO_CARD_NUMBER));
        }
        field.put("card ending in 1111");
        assert_eq!(handed_on(&field).as_deref(), Some("card ending in 1111"));
        assert!(!field.is_wrong());
    }

    #[test]
    fn what_the_portal_itself_put_in_is_no_card_number_that_somebody_typed() {
        let field = Field::holding("a", "4111111111111111").for_reference();
        assert_eq!(handed_on(&field).as_deref(), Some("4111111111111111"));
        field.put("5555555555554444");
        assert_eq!(handed_on(&field), None);
    }

    #[test]
    fn what_is_handed_on_is_clean_and_a_reference_has_plain_signs() {
        let note = Field::holding("a", " One\u{200b}  line\r\nTwo ");
        assert_eq!(handed_on(&note).as_deref(), Some("One line\nTwo"));
        let reference = Field::holding("a", "\u{2068}D‑V‑１２\u{2069}").for_reference();
        assert_eq!(handed_on(&reference).as_deref(), Some("D-V-12"));
    }
}
