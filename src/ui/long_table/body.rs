//! The rows that are on the page: made once, and written again for whichever rows are in sight.

use std::{collections::VecDeque, sync::atomic::Ordering::Relaxed};

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, Node};

use super::{Line, LongColumn, LongRows, window::View};

pub(super) struct Body {
    columns: &'static [LongColumn],
    place: HtmlElement,
    table: Element,
    body: Element,
    above: HtmlElement,
    below: HtmlElement,
    rows: VecDeque<Row>,
    /// Which of all rows the first one on the page is.
    first: usize,
    row_height: f64,
    shown: LongRows,
    /// While the page is printed, how far it was scrolled before.
    printed_from: Option<i32>,
}

/// One row of the page, and what was last written into it.
struct Row {
    element: Element,
    link: HtmlElement,
    cells: Vec<CellPlace>,
    written: Option<Line>,
}

struct CellPlace {
    cell: Element,
    text: Node,
    small: Node,
}

impl Body {
    /// Below the head that is in this place.
    pub(super) fn begin(place: &HtmlElement, columns: &'static [LongColumn], shown: LongRows) -> Option<Self> {
        let table = place.query_selector("table").ok()??;
        // A screen that is built anew may keep the element, and with it the rows of whoever filled it before.
        while let Ok(Some(older)) = table.query_selector("tbody") {
            older.remove();
        }
        let body = append(&table, "tbody")?;
        let (above, below) = (space(&body)?, space(&body)?);
        let mut this = Self {
            columns,
            place: place.clone(),
            table,
            body,
            above,
            below,
            rows: VecDeque::new(),
            first: 0,
            row_height: 32.0,
            shown,
            printed_from: None,
        };
        this.count_rows();
        this.scrolled();
        this.measure();
        let top = this.view().showing(this.active());
        this.scroll_to(top);
        Some(this)
    }

    /// Takes the row's own height, whatever the zoom and the font. Where it has changed, the same rows stay in sight.
    pub(super) fn resized(&mut self) {
        let before = self.row_height;
        if self.measure() {
            self.scroll_to(f64::from(self.place.scroll_top()) / before * self.row_height);
        } else {
            self.scrolled();
        }
    }

    fn measure(&mut self) -> bool {
        let height = self.rows.front().map_or(0.0, |row| row.element.get_bounding_client_rect().height());
        // On paper rows have other heights, and each its own.
        let is_new = height > 0.0 && height != self.row_height && self.printed_from.is_none();
        if is_new {
            self.row_height = height;
        }
        is_new
    }

    /// Puts every row on the page for the time in which it is printed.
    pub(super) fn print(&mut self) {
        if self.printed_from.is_none() && self.place.is_connected() {
            self.printed_from = Some(self.place.scroll_top());
            self.scrolled();
        }
    }

    /// Goes back to what it was before.
    pub(super) fn printed(&mut self) {
        let Some(top) = self.printed_from.take() else { return };
        let had_focus = self.has_focus();
        self.place.set_scroll_top(top);
        self.scrolled();
        if had_focus && !self.has_focus() {
            focus(&self.place);
        }
    }

    /// Takes other rows, or more of them.
    pub(super) fn take(&mut self, shown: LongRows) {
        let afresh = shown.question != self.shown.question;
        self.shown = shown;
        if afresh {
            self.activate(0);
            self.place.set_scroll_top(0);
        }
        self.count_rows();
        self.rows.iter_mut().for_each(|row| row.written = None);
        self.scrolled();
    }

    /// Shows the rows that are in sight now.
    pub(super) fn scrolled(&mut self) {
        let window = if self.printed_from.is_some() { 0..self.count() } else { self.view().window(self.count()) };
        self.keep_rows(window.len());
        self.turn_to(window.start);
        let active = self.active();
        for (offset, row) in self.rows.iter_mut().enumerate() {
            let index = window.start + offset;
            if row.written.is_none() {
                row.write(index, self.shown.lines.line(index));
            }
            set(&row.link, "tabindex", if index == active { "0" } else { "-1" });
        }
        // In whole hundredths: writing any number with a fraction would bring ten thousand bytes of code along.
        let height = |rows: usize| {
            let hundredths = (rows as f64 * self.row_height * 100.0).round() as u64;
            format!("{}.{:02}px", hundredths / 100, hundredths % 100)
        };
        let _ = self.above.style().set_property("height", &height(window.start));
        let _ = self.below.style().set_property("height", &height(self.count() - window.end));
    }

    /// A row took the focus by a click or with the tabulator.
    pub(super) fn focused(&mut self, target: Option<EventTarget>) {
        let Some(target) = target.and_then(|target| target.dyn_into::<Node>().ok()) else { return };
        let place = self.rows.iter().position(|row| row.link.is_same_node(Some(&target)));
        if let Some(place) = place.filter(|place| self.first + place != self.active()) {
            self.activate(self.first + place);
            self.scrolled();
        }
    }

    /// Goes where the key leads; `false` when it is none of the table's.
    pub(super) fn pressed(&mut self, key: &str) -> bool {
        let inside = self.has_focus();
        // From the box itself the first step leads to the row that had the focus last.
        let next = match key {
            "ArrowDown" | "j" | "ArrowUp" | "k" if !inside && self.count() > 0 => Some(self.active()),
            _ => self.view().after_key(key, self.active(), self.count()),
        };
        let Some(next) = next else { return false };
        self.activate(next);
        let top = self.view().showing(next);
        self.scroll_to(top);
        if let Some(row) = next.checked_sub(self.first).and_then(|place| self.rows.get(place)) {
            focus(&row.link);
        }
        true
    }

    /// As many rows as are needed, and no more.
    fn keep_rows(&mut self, count: usize) {
        while self.rows.len() > count {
            if let Some(row) = self.rows.pop_back() {
                row.element.remove();
            }
        }
        while self.rows.len() < count {
            let Some(row) = Row::new(self.columns) else { return };
            let _ = self.body.insert_before(&row.element, Some(&self.below));
            self.rows.push_back(row);
        }
    }

    /// Rows that leave the window at one end come in at the other.
    fn turn_to(&mut self, first: usize) {
        let (count, had_focus) = (self.rows.len(), self.has_focus());
        let moved = first.abs_diff(self.first);
        if moved >= count {
            self.rows.iter_mut().for_each(|row| row.written = None);
        } else if first > self.first {
            for _ in 0..moved {
                self.turn(true);
            }
        } else {
            for _ in 0..moved {
                self.turn(false);
            }
        }
        self.first = first;
        // A row that another one took over must not keep the focus: the box has it, and the keys go on from there.
        let active_is_here = (first..first + count).contains(&self.active());
        if had_focus && (moved >= count || !active_is_here || !self.has_focus()) {
            focus(&self.place);
        }
    }

    fn turn(&mut self, down: bool) {
        let row = if down { self.rows.pop_front() } else { self.rows.pop_back() };
        let Some(mut row) = row else { return };
        row.written = None;
        if down {
            let _ = self.body.insert_before(&row.element, Some(&self.below));
            self.rows.push_back(row);
        } else {
            let _ = self.body.insert_before(&row.element, self.above.next_sibling().as_ref());
            self.rows.push_front(row);
        }
    }

    fn has_focus(&self) -> bool {
        let focused = document().active_element();
        focused.is_some_and(|focused| self.body.contains(Some(&focused)))
    }

    fn scroll_to(&mut self, top: f64) {
        self.place.set_scroll_top(top.ceil() as i32);
        self.scrolled();
    }

    /// The row that a key starts from.
    fn active(&self) -> usize {
        self.shown.at.load(Relaxed).min(self.count().saturating_sub(1))
    }

    fn activate(&self, index: usize) {
        self.shown.at.store(index, Relaxed);
    }

    fn count(&self) -> usize {
        self.shown.lines.count()
    }

    fn count_rows(&self) {
        set(&self.table, "aria-rowcount", &(self.count() + 1).to_string());
    }

    fn view(&self) -> View {
        let head = self.row_height;
        let height = (f64::from(self.place.client_height()) - head).max(self.row_height);
        View { top: f64::from(self.place.scroll_top()), height, row: self.row_height }
    }
}

impl Row {
    fn new(columns: &[LongColumn]) -> Option<Self> {
        let element = document().create_element("tr").ok()?;
        let mut link = None;
        let mut cells = Vec::with_capacity(columns.len());
        for column in columns {
            let cell = append(&element, if column.is_name { "th" } else { "td" })?;
            set(&cell, "class", column.class);
            let inside = if column.is_name {
                set(&cell, "scope", "row");
                let opens = append(&cell, "a")?;
                set(&opens, "class", "opens");
                link = opens.clone().dyn_into().ok();
                opens
            } else {
                cell.clone()
            };
            let text = inside.append_child(&document().create_text_node("")).ok()?;
            let small = append(&cell, "small")?.append_child(&document().create_text_node("")).ok()?;
            cells.push(CellPlace { cell, text, small });
        }
        Some(Self { element, link: link?, cells, written: None })
    }

    fn write(&mut self, index: usize, line: Line) {
        set(&self.element, "aria-rowindex", &(index + 2).to_string());
        set(&self.link, "href", &line.href);
        mark(&self.element, "data-below", line.below.then_some(""));
        for (place, cell) in self.cells.iter().zip(&line.cells) {
            place.text.set_node_value(Some(&cell.text));
            place.small.set_node_value(Some(&cell.small));
            mark(&place.cell, "data-tone", cell.tone.and_then(super::Tone::name));
        }
        self.written = Some(line);
    }
}

fn append(parent: &Element, name: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    parent.append_child(&element).ok()?;
    Some(element)
}

/// A row that takes the place of those that are not on the page.
fn space(body: &Element) -> Option<HtmlElement> {
    let row = append(body, "tr")?;
    set(&row, "aria-hidden", "true");
    append(&row, "td")?;
    row.dyn_into().ok()
}

fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

fn mark(element: &Element, name: &str, value: Option<&str>) {
    match value {
        Some(value) => set(element, name, value),
        None => drop(element.remove_attribute(name)),
    }
}

fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
