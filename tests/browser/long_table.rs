//! A table of ten thousand rows: the page holds a few, the keys reach all, and a screen reader hears which one it is.

use std::sync::{Arc, atomic::AtomicUsize};

use care_portal::ui::long_table::{Line, Lines, LongColumn, LongRows, long_table};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, KeyboardEventInit};

use crate::fakes::settled;

const COLUMNS: &[LongColumn] = &[LongColumn::new("Number", "date"), LongColumn::name("Name", "wide")];

#[wasm_bindgen_test]
async fn only_the_rows_near_the_screen_are_on_the_page() {
    let table = Table::of(10_000).await;
    assert!((15..60).contains(&table.rows().len()), "{}", table.rows().len());
    assert_eq!(table.element("table").get_attribute("aria-rowcount").as_deref(), Some("10001"));
    assert_eq!(table.names()[0], "row 0");
    let before = table.rows().len();
    table.scroll(100_000).await;
    assert!(table.rows().len().abs_diff(before) <= 10);
    assert!(!table.names().contains(&"row 0".to_owned()));
}

#[wasm_bindgen_test]
async fn rows_are_taken_over_by_other_rows_wherever_it_is_scrolled() {
    let table = Table::of(10_000).await;
    for top in [3, 40, 700, 20_000, 19_990, 19_000, 0, 319_000, 5_000] {
        table.scroll(top).await;
        let indexes: Vec<usize> = table.indexes();
        assert!(indexes.windows(2).all(|pair| pair[1] == pair[0] + 1), "in order at {top}: {indexes:?}");
        let expected: Vec<_> = indexes.iter().map(|index| format!("row {}", index - 2)).collect();
        assert_eq!(table.names(), expected, "at {top}");
    }
}

#[wasm_bindgen_test]
async fn the_keys_reach_the_last_row_and_the_first() {
    let table = Table::of(10_000).await;
    table.links()[0].focus().expect("focused");
    table.press("End").await;
    assert_eq!(focused(), "row 9999");
    table.press("ArrowUp").await;
    assert_eq!(focused(), "row 9998");
    table.press("Home").await;
    table.press("j").await;
    assert_eq!(focused(), "row 1");
}

#[wasm_bindgen_test]
async fn one_row_is_reached_with_the_tabulator_and_it_is_the_last_that_had_the_focus() {
    let table = Table::of(100).await;
    table.links()[3].focus().expect("focused");
    settled().await;
    let reachable: Vec<_> = table.links().into_iter().filter(|link| link.tab_index() == 0).collect();
    assert_eq!(reachable.len(), 1);
    assert_eq!(reachable[0].text_content().as_deref(), Some("row 3"));
}

#[wasm_bindgen_test]
async fn a_row_that_scrolls_away_hands_the_focus_to_the_table_and_the_keys_go_on_from_it() {
    let table = Table::of(10_000).await;
    table.links()[2].focus().expect("focused");
    settled().await;
    table.scroll(100_000).await;
    assert!(document().active_element().is_some_and(|focused| focused.class_list().contains("long")));
    table.press("ArrowDown").await;
    assert_eq!(focused(), "row 2");
}

#[wasm_bindgen_test]
async fn more_rows_keep_the_place_and_another_question_begins_at_the_top() {
    let table = Table::of(1_000).await;
    table.scroll(5_000).await;
    let names = table.names();
    table.show(2_000, 0).await;
    assert_eq!(table.names(), names);
    table.show(50, 1).await;
    assert_eq!(table.names()[0], "row 0");
    table.show(0, 2).await;
    assert!(table.rows().is_empty());
}

#[wasm_bindgen_test]
async fn a_printer_gets_every_row_and_the_screen_goes_back_to_where_it_was() {
    let table = Table::of(2_000).await;
    table.scroll(20_000).await;
    let before = table.names();
    table.printer("beforeprint").await;
    assert_eq!(table.names(), (0..2_000).map(|row| format!("row {row}")).collect::<Vec<_>>());
    let spaces = table.all("tbody tr[aria-hidden]").into_iter().map(JsCast::unchecked_into::<HtmlElement>);
    assert!(spaces.map(|space| space.style().get_property_value("height")).all(|height| height == Ok("0px".into())));
    table.printer("afterprint").await;
    assert_eq!((table.names(), table.element(".long").scroll_top()), (before, 20_000));
}

#[wasm_bindgen_test]
async fn a_row_keeps_the_focus_while_it_is_printed_and_the_keys_go_on_from_it() {
    let table = Table::of(1_000).await;
    table.scroll(10_000).await;
    table.links()[12].focus().expect("focused");
    settled().await;
    let name = focused();
    table.printer("beforeprint").await;
    assert_eq!(focused(), name);
    table.printer("afterprint").await;
    table.press("ArrowDown").await;
    assert_eq!(focused(), name, "the box has the focus, and its first step leads back");
}

#[wasm_bindgen_test]
async fn larger_text_makes_other_rows_and_the_list_as_much_longer() {
    let table = Table::of(1_000).await;
    table.scroll(10_000).await;
    table.element("table").style().set_property("font-size", "40px").expect("styled");
    resized().await;
    let all = table.element("tbody").get_bounding_client_rect().height();
    let row = table.rows()[0].get_bounding_client_rect().height();
    // Without the portal's style a little stands between rows.
    assert!((all / row - 1_000.0).abs() < 10.0, "{all} is not 1000 times {row}");
}

/// Until the browser has told of a new size and whoever heard of it is done.
async fn resized() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            drop(web_sys::window().map(|window| window.request_animation_frame(&resolve)));
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.expect("a frame");
        settled().await;
    }
}

struct Numbers(usize);

impl Lines for Numbers {
    fn count(&self) -> usize {
        self.0
    }

    fn line(&self, index: usize) -> Line {
        let cells = vec![index.to_string().as_str().into(), format!("row {index}").into()];
        Line { href: format!("/nowhere/{index}"), cells, below: false }
    }
}

struct Table {
    place: HtmlElement,
    shown: ArcRwSignal<(usize, u32)>,
}

impl Table {
    async fn of(count: usize) -> Self {
        let place: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
        document().body().expect("a body").append_child(&place).expect("appended");
        let shown = ArcRwSignal::new((count, 0));
        let (rows, at) = (shown.clone(), Arc::new(AtomicUsize::new(0)));
        let view = move || {
            let (rows, at) = (rows.clone(), at.clone());
            long_table("Rows", COLUMNS, move || {
                let (count, question) = rows.get();
                LongRows { lines: Arc::new(Numbers(count)), question, at: at.clone() }
            })
        };
        mount_to(place.clone(), view).forget();
        settled().await;
        let table = Self { place, shown };
        // As high as the portal's style makes it.
        let style = table.element(".long").style();
        for (name, value) in [("height", "640px"), ("overflow", "auto"), ("display", "block")] {
            style.set_property(name, value).expect("styled");
        }
        table.scroll(0).await;
        table
    }

    async fn show(&self, count: usize, question: u32) {
        self.shown.set((count, question));
        settled().await;
    }

    async fn scroll(&self, top: i32) {
        self.element(".long").set_scroll_top(top);
        let event = Event::new("scroll").expect("an event");
        self.element(".long").dispatch_event(&event).expect("heard");
        settled().await;
    }

    async fn press(&self, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
        document().active_element().expect("a focus").dispatch_event(&event).expect("heard");
        settled().await;
    }

    async fn printer(&self, event: &str) {
        let event = Event::new(event).expect("an event");
        web_sys::window().expect("a window").dispatch_event(&event).expect("heard");
        settled().await;
    }

    fn rows(&self) -> Vec<Element> {
        self.all("tbody tr[aria-rowindex]")
    }

    fn indexes(&self) -> Vec<usize> {
        let index = |row: &Element| row.get_attribute("aria-rowindex").and_then(|index| index.parse().ok());
        self.rows().iter().filter_map(index).collect()
    }

    fn names(&self) -> Vec<String> {
        self.all("tbody a").iter().filter_map(|link| link.text_content()).collect()
    }

    fn links(&self) -> Vec<HtmlElement> {
        self.all("tbody a").into_iter().map(JsCast::unchecked_into).collect()
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.place.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|index| found.get(index)).map(JsCast::unchecked_into).collect()
    }

    fn element(&self, selector: &str) -> HtmlElement {
        self.place.query_selector(selector).ok().flatten().expect("that element").unchecked_into()
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        self.place.remove();
    }
}

fn focused() -> String {
    document().active_element().and_then(|element| element.text_content()).unwrap_or_default()
}
