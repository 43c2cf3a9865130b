//! The rows of long lists: each look is made once and copied, so that a row costs a few texts and no view of its own.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Stands in a pattern wherever its copies differ: as the text of an element, or as the value of an attribute.
pub const BLANK: &str = "\u{fffc}";

/// A row written once, as a view. Only what can be seen of it is copied: nothing in it may react, and nothing may listen but
/// what listens above it.
pub struct Pattern {
    row: Option<Element>,
    blanks: Vec<Blank>,
}

/// Where a text of a copy's own goes.
enum Blank {
    Text(Node),
    Attribute(Element, String),
}

impl Pattern {
    /// Of a view that is one element.
    pub fn new(row: AnyView) -> Self {
        let row = row.build().elements().into_iter().next();
        let mut blanks = Vec::new();
        row.iter().for_each(|row| find_blanks(row, &mut blanks));
        Self { row, blanks }
    }

    /// A copy with these texts, in the order of the blanks: those of an element's attributes, then what is in it. An attribute
    /// whose text is empty is left out.
    pub fn copy<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> Option<Element> {
        // The pattern itself takes the texts, so that a copy is one call whatever is in it.
        for (blank, text) in self.blanks.iter().zip(texts) {
            match blank {
                Blank::Text(node) => node.set_node_value(Some(text)),
                Blank::Attribute(element, name) if text.is_empty() => drop(element.remove_attribute(name)),
                Blank::Attribute(element, name) => drop(element.set_attribute(name, text)),
            }
        }
        self.row.as_ref()?.clone_node_with_deep(true).ok()?.dyn_into().ok()
    }
}

/// The patterns of one list, by what makes their rows look different. Each is made when the first row needs it.
pub struct Patterns<L>(Vec<(L, Pattern)>);

impl<L> Default for Patterns<L> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<L: PartialEq> Patterns<L> {
    /// The pattern of this look.
    pub fn of(&mut self, look: L, make: impl FnOnce(&L) -> AnyView) -> &Pattern {
        let place = self.0.iter().position(|(known, _)| *known == look).unwrap_or_else(|| {
            let pattern = Pattern::new(make(&look));
            self.0.push((look, pattern));
            self.0.len() - 1
        });
        &self.0[place].1
    }
}

/// Puts rows into a list, or into the body of a table, as it is made: `<ul use:filled=rows>`.
pub fn filled(list: Element, rows: Vec<Element>) {
    list.set_text_content(None);
    for row in rows {
        let _ = list.append_child(&row);
    }
}

fn find_blanks(element: &Element, found: &mut Vec<Blank>) {
    for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if element.get_attribute(&name).as_deref() == Some(BLANK) {
            found.push(Blank::Attribute(element.clone(), name));
        }
    }
    let mut next = element.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        match node.node_type() {
            Node::ELEMENT_NODE => find_blanks(node.unchecked_ref(), found),
            Node::TEXT_NODE if node.node_value().as_deref() == Some(BLANK) => found.push(Blank::Text(node)),
            // Where views begin and end, which a copy does not need to know.
            Node::COMMENT_NODE => drop(element.remove_child(&node)),
            _ => {}
        }
    }
}
