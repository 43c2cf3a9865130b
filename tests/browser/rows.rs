//! Rows that are copied: what differs is text, and text only.

use care_portal::ui::{
    icon::icon,
    rows::{BLANK, Pattern, Patterns, filled},
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

#[wasm_bindgen_test]
fn every_copy_has_its_own_texts_in_the_order_of_the_blanks() {
    let pattern = pattern(view! {
        <li>
            <a href=BLANK title=BLANK><b>{BLANK}</b>" owes "<span class:amount=true>{BLANK}</span></a>
        </li>
    });
    let paul = copy(&pattern, ["/p", "Paul’s", "Paul", "5"]);
    let ada = copy(&pattern, ["/a", "Ada’s", "Ada", ""]);
    assert_eq!(
        markup(&paul),
        r#"<li><a href="/p" title="Paul’s"><b>Paul</b> owes <span class="amount">5</span></a></li>"#
    );
    assert_eq!(markup(&ada), r#"<li><a href="/a" title="Ada’s"><b>Ada</b> owes <span class="amount"></span></a></li>"#);
}

#[wasm_bindgen_test]
fn what_is_the_same_in_all_of_them_is_copied_whole() {
    let badge = || view! { <span class="badge" data-tone="good">{icon("check")}"Active"</span> }.into_any();
    let rest: Vec<_> = ["City", "Phone"].iter().map(|name| view! { <i data-name=*name>{BLANK}</i> }).collect();
    let pattern = pattern(view! { <li>{badge()}{Some(BLANK)}{rest}</li> });
    let row = copy(&pattern, ["Paul", "Newton", "4444"]);
    assert_eq!(
        markup(&row),
        "<li><span class=\"badge\" data-tone=\"good\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-check\">\
         </use></svg>Active</span>Paul<i data-name=\"City\">Newton</i><i data-name=\"Phone\">4444</i></li>"
    );
}

#[wasm_bindgen_test]
fn a_text_is_never_markup_and_never_a_blank() {
    let pattern = pattern(view! { <li title=BLANK>{BLANK}</li> });
    let texts = ["\"><b>", "<img src=x onerror=alert(1)>"];
    let row = copy(&pattern, texts);
    assert_eq!(
        (row.get_attribute("title").as_deref(), row.text_content().as_deref()),
        (Some(texts[0]), Some(texts[1]))
    );
    assert_eq!(row.child_element_count(), 0);
    copy(&pattern, [BLANK, BLANK]);
    assert_eq!(copy(&pattern, ["a", "b"]).text_content().as_deref(), Some("b"));
}

#[wasm_bindgen_test]
fn an_attribute_without_a_text_is_left_out_of_that_copy_alone() {
    let pattern = pattern(view! { <tr data-declined=BLANK><td>{BLANK}</td></tr> });
    assert_eq!(markup(&copy(&pattern, ["", "1"])), "<tr><td>1</td></tr>");
    assert_eq!(markup(&copy(&pattern, ["yes", "2"])), "<tr data-declined=\"yes\"><td>2</td></tr>");
}

#[wasm_bindgen_test]
fn a_look_is_made_once_when_the_first_row_needs_it() {
    let mut made = Vec::new();
    let mut patterns = Patterns::default();
    for look in ["locked", "active", "locked"] {
        let pattern = patterns.of(look, |look| {
            made.push(*look);
            view! { <li data-look=*look>{BLANK}</li> }.into_any()
        });
        assert_eq!(copy(pattern, ["x"]).get_attribute("data-look").as_deref(), Some(look));
    }
    assert_eq!(made, ["locked", "active"]);
}

#[wasm_bindgen_test]
fn a_list_is_filled_as_it_is_made() {
    let pattern = pattern(view! { <li>{BLANK}</li> });
    let rows: Vec<Element> = ["a", "b"].iter().map(|text| copy(&pattern, [text])).collect();
    let holder = document().create_element("div").expect("an element");
    let mut made = view! { <ul aria-label="Letters" use:filled=rows></ul> }.into_any().build();
    made.mount(&holder, None);
    let list = holder.query_selector("ul[aria-label=Letters]").ok().flatten().expect("a list");
    assert_eq!((list.child_element_count(), list.text_content().as_deref()), (2, Some("ab")));
}

fn pattern(row: impl IntoAny) -> Pattern {
    Pattern::new(row.into_any())
}

fn copy<const N: usize>(pattern: &Pattern, texts: [&str; N]) -> Element {
    pattern.copy(texts).expect("a copy")
}

/// As the browser would write it.
fn markup(element: &Element) -> String {
    element.outer_html()
}
