//! A form as the kit builds it: what is typed stays, and what is wrong is found.

use care_portal::ui::form::{Control, Field, all_right, typed};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement};

use crate::fakes::settled;

#[wasm_bindgen_test]
async fn the_first_field_that_is_wrong_has_the_focus_and_says_why() {
    let form = Form::shown().await;
    form.type_into("test-amount", "12,50").await;
    assert!(!form.sent().await);
    assert_eq!(focused(), "test-kind");
    assert_eq!(form.described("test-kind"), "Choose a kind.");
    assert!(
        form.described("test-amount").starts_with("Taken from the account. If you mean 12.50, write it so: 12.50.")
    );
    assert_eq!(form.element("test-amount").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(form.input("test-amount").value(), "12,50", "nothing typed is lost");
}

#[wasm_bindgen_test]
async fn an_error_goes_as_soon_as_the_field_is_changed() {
    let form = Form::shown().await;
    assert!(!form.sent().await);
    form.type_into("test-amount", "1").await;
    assert_eq!(form.described("test-amount"), "Taken from the account.");
    assert_eq!(form.element("test-amount").get_attribute("aria-invalid"), None);
}

#[wasm_bindgen_test]
async fn a_draft_that_is_kept_is_in_the_fields_of_the_next_form() {
    let form = Form::shown().await;
    form.type_into("test-amount", "15").await;
    form.type_into("test-kind", "FEE").await;
    let draft = form.draft.clone();
    drop(form);
    let again = Form::of(draft).await;
    assert_eq!(again.input("test-amount").value(), "15");
    assert!(again.sent().await);
}

#[wasm_bindgen_test]
async fn what_is_typed_goes_to_no_spelling_service() {
    let note = Field::new("test-note");
    let place: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
    document().body().expect("a body").append_child(&place).expect("appended");
    mount_to(place.clone(), move || {
        view! { {Control::line(&note, "Line").view()}{Control::lines(&note, "Lines").view()} }
    })
    .forget();
    settled().await;
    for field in ["input", "textarea"] {
        let field = place.query_selector(field).ok().flatten().expect("a field");
        for (name, value) in
            [("spellcheck", "false"), ("autocorrect", "off"), ("autocapitalize", "off"), ("autocomplete", "off")]
        {
            assert_eq!(field.get_attribute(name).as_deref(), Some(value), "{name}");
        }
    }
    place.remove();
}

#[derive(Clone)]
struct Draft {
    kind: Field,
    amount: Field,
}

struct Form {
    place: HtmlElement,
    draft: Draft,
}

impl Form {
    async fn shown() -> Self {
        Self::of(Draft { kind: Field::new("test-kind"), amount: Field::new("test-amount") }).await
    }

    async fn of(draft: Draft) -> Self {
        let place: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
        document().body().expect("a body").append_child(&place).expect("appended");
        let fields = draft.clone();
        let page = move || {
            let kinds = vec![("FEE".to_owned(), "Fee".to_owned())];
            view! {
                {Control::choice(&fields.kind, "Kind", kinds).view()}
                {Control::amount(&fields.amount, "Amount").hint("Taken from the account.").view()}
            }
        };
        mount_to(place.clone(), page).forget();
        settled().await;
        Self { place, draft }
    }

    async fn sent(&self) -> bool {
        let Draft { kind, amount } = &self.draft;
        let _ = amount.read(|text| typed::amount(text, 2, "EUR"));
        let _ = kind.read(|text| typed::required(text, "Choose a kind."));
        let right = all_right(&[kind, amount]);
        settled().await;
        right
    }

    async fn type_into(&self, id: &str, text: &str) {
        js_sys::Reflect::set(&self.element(id), &"value".into(), &text.into()).expect("a value");
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &bubbles).expect("an event");
        self.element(id).dispatch_event(&event).expect("heard");
        settled().await;
    }

    fn described(&self, id: &str) -> String {
        let ids = self.element(id).get_attribute("aria-describedby").unwrap_or_default();
        let texts = ids.split_whitespace().filter_map(|id| self.element(id).text_content());
        texts.collect::<Vec<_>>().join(" ")
    }

    fn input(&self, id: &str) -> HtmlInputElement {
        self.element(id).unchecked_into()
    }

    fn element(&self, id: &str) -> HtmlElement {
        self.place.query_selector(&format!("#{id}")).ok().flatten().expect("that element").unchecked_into()
    }
}

impl Drop for Form {
    fn drop(&mut self) {
        self.place.remove();
    }
}

fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}
