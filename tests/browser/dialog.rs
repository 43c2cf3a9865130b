//! The platform's dialog, as the kit uses it.

use care_portal::ui::dialog::{Confirming, confirming};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement, MouseEvent, MouseEventInit};

use crate::fakes::{gone, settled};

#[wasm_bindgen_test]
async fn a_dialog_takes_the_focus_and_gives_it_back_to_the_button_that_opened_it() {
    let desk = Desk::with(true);
    desk.open().await;
    let dialog = desk.dialog().expect("a dialog");
    assert!(dialog.open());
    assert!(dialog.contains(document().active_element().as_ref().map(AsRef::as_ref)), "the focus is inside");
    desk.press("Cancel").await;
    desk.dialog_goes().await;
    assert_eq!(focused(), "Open");
    assert_eq!(desk.confirmed.get_untracked(), 0);
}

#[wasm_bindgen_test]
async fn the_verb_confirms_once_and_the_dialog_goes() {
    let desk = Desk::with(true);
    desk.open().await;
    desk.press("Unlock").await;
    assert_eq!(desk.confirmed.get_untracked(), 1);
    desk.dialog_goes().await;
    assert_eq!(focused(), "Open");
}

#[wasm_bindgen_test]
async fn the_second_half_of_a_double_click_meets_nothing_behind_the_dialog() {
    let desk = Desk::with(true);
    desk.open().await;
    desk.press("Unlock").await;
    desk.dialog_goes().await;
    let clicked = |detail: i32| {
        let init = MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_detail(detail);
        let event = MouseEvent::new_with_mouse_event_init_dict("click", &init).expect("an event");
        desk.place.query_selector("button").ok().flatten().expect("the opener").dispatch_event(&event).expect("sent")
    };
    assert!(!clicked(2), "the second half is cancelled");
    settled().await;
    assert!(desk.dialog().is_none());
    clicked(1);
    settled().await;
    assert!(desk.dialog().is_some(), "and the next click is heard");
}

#[wasm_bindgen_test]
async fn a_form_that_lacks_something_stays_open() {
    let desk = Desk::with(false);
    desk.open().await;
    desk.press("Unlock").await;
    assert!(desk.dialog().is_some_and(|dialog| dialog.open()));
    assert_eq!(desk.confirmed.get_untracked(), 1, "it was asked");
}

/// A page with a button that opens a dialog.
struct Desk {
    place: HtmlElement,
    confirmed: ArcRwSignal<u32>,
}

impl Desk {
    fn with(accepts: bool) -> Self {
        let place: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
        document().body().expect("a body").append_child(&place).expect("appended");
        let confirmed = ArcRwSignal::new(0);
        let counted = confirmed.clone();
        mount_to(place.clone(), move || page(accepts, counted)).forget();
        Self { place, confirmed }
    }

    async fn open(&self) {
        let opener: HtmlElement =
            self.place.query_selector("button").ok().flatten().expect("a button").unchecked_into();
        opener.focus().expect("focused");
        opener.click();
        settled().await;
    }

    async fn press(&self, name: &str) {
        let buttons = self.place.query_selector_all("dialog button").expect("buttons");
        let mut all = (0..buttons.length()).filter_map(|index| buttons.get(index));
        let button = all.find(|button| button.text_content().as_deref() == Some(name)).expect("that button");
        button.unchecked_into::<HtmlElement>().click();
        settled().await;
    }

    /// The browser tells of a closed dialog in a turn of its own.
    async fn dialog_goes(&self) {
        if let Some(dialog) = self.dialog() {
            gone(&dialog).await;
        }
    }

    fn dialog(&self) -> Option<HtmlDialogElement> {
        self.place.query_selector("dialog").ok().flatten().map(JsCast::unchecked_into)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.place.remove();
    }
}

fn page(accepts: bool, confirmed: ArcRwSignal<u32>) -> impl IntoView {
    let open = RwSignal::new(false);
    let dialog = move || {
        let facts = Confirming { title: "Unlock?", who: None, verb: "Unlock", harms: false, cancel: "Cancel" };
        let confirmed = confirmed.clone();
        let confirm = move || {
            confirmed.update(|count| *count += 1);
            accepts
        };
        open.get().then(|| confirming(facts, ().into_any(), confirm, move || open.set(false)))
    };
    view! {
        <button type="button" on:click=move |_| open.set(true)>"Open"</button>
        {dialog}
    }
}

fn focused() -> String {
    document().active_element().and_then(|element| element.text_content()).unwrap_or_default()
}
