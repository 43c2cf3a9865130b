//! Fields of a form. What is typed stays as it was typed, and is converted when the form is sent; what is wrong stands
//! beside its field. A draft is a struct of [`Field`]s that a caller keeps, so it survives leaving the screen.

mod control;
mod period;
pub mod typed;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub use self::{control::Control, period::Period};

/// What is typed into one field, and what is wrong with it. Cheap to clone.
#[derive(Clone)]
pub struct Field {
    id: &'static str,
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
        Self { id, text: ArcRwSignal::new(text.into()), error: ArcRwSignal::new(None) }
    }

    /// As it was typed. Tracked, for what follows from it.
    pub fn text(&self) -> String {
        self.text.get()
    }

    /// As it was typed, without the blanks around it, at this moment.
    pub fn text_now(&self) -> String {
        self.text.with_untracked(|text| text.trim().to_owned())
    }

    /// Puts another text in, as if it had been typed.
    pub fn put(&self, text: impl Into<String>) {
        self.text.set(text.into());
        self.accept();
    }

    /// Converts what was typed. What `convert` says is wrong stands beside the field from now on.
    pub fn read<T>(&self, convert: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        match convert(self.text.get_untracked().trim()) {
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
        self.error.with_untracked(Option::is_some)
    }

    fn focus(&self) {
        let element = document().get_element_by_id(self.id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            let _ = element.focus();
        }
    }
}

/// Whether nothing is wrong with these fields; else the focus goes to the first one that is wrong, in this order.
pub fn all_right(fields: &[&Field]) -> bool {
    match fields.iter().find(|field| field.is_wrong()) {
        Some(first) => {
            first.focus();
            false
        }
        None => true,
    }
}
