//! Which rows of a long table are on the page, and where a key leads. Pure: the page is elsewhere.

use std::ops::Range;

/// So many rows more than can be seen, above and below: a slow scroll meets rows that are there already.
const SPARE: usize = 8;

/// What can be seen of the rows: all in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    /// How far the rows are scrolled.
    pub top: f64,
    /// How high the box is below the head.
    pub height: f64,
    /// How high a row is.
    pub row: f64,
}

impl View {
    /// The rows that are on the page.
    pub(super) fn window(self, count: usize) -> Range<usize> {
        let first = (self.top / self.row).max(0.0) as usize;
        let seen = (self.height / self.row).ceil().max(1.0) as usize + 1;
        let start = first.saturating_sub(SPARE).min(count.saturating_sub(seen));
        start..(first + seen + SPARE).min(count)
    }

    /// How far to scroll so that this row is seen whole; as little as is needed.
    pub(super) fn showing(self, index: usize) -> f64 {
        let (above, below) = (index as f64 * self.row, (index + 1) as f64 * self.row);
        if above < self.top {
            above
        } else if below > self.top + self.height {
            below - self.height
        } else {
            self.top
        }
    }

    /// Where a key leads from this row; `None` for a key that is none of the table's.
    pub(super) fn after_key(self, key: &str, at: usize, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let page = ((self.height / self.row) as usize).saturating_sub(1).max(1);
        Some(match key {
            "ArrowDown" | "j" => (at + 1).min(last),
            "ArrowUp" | "k" => at.saturating_sub(1).min(last),
            "PageDown" => (at + page).min(last),
            "PageUp" => at.saturating_sub(page).min(last),
            "Home" => 0,
            "End" => last,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(top: f64) -> View {
        View { top, height: 640.0, row: 32.0 }
    }

    #[test]
    fn only_the_rows_near_the_screen_are_on_the_page() {
        assert_eq!(at(0.0).window(10_000), 0..29);
        assert_eq!(at(32.0 * 5000.0).window(10_000), 4992..5029);
        assert_eq!(at(32.0 * 9980.0).window(10_000), 9972..10_000);
        assert_eq!(at(0.0).window(3), 0..3);
        assert_eq!(at(0.0).window(0), 0..0);
    }

    #[test]
    fn every_row_that_can_be_seen_is_on_the_page_wherever_it_is_scrolled() {
        for count in [1, 19, 20, 21, 50, 10_000] {
            let end = (count as f64 * 32.0 - 640.0).max(0.0);
            for step in 0..=200 {
                let view = at(end * f64::from(step) / 200.0);
                let window = view.window(count);
                let (first, last) = ((view.top / 32.0) as usize, ((view.top + 639.0) / 32.0) as usize);
                assert!(window.start <= first && last.min(count - 1) < window.end, "{count} {view:?} {window:?}");
                assert!(window.len() <= 38, "{window:?}");
            }
        }
    }

    #[test]
    fn a_scroll_beyond_the_end_still_shows_the_last_rows() {
        assert_eq!(at(1e9).window(100).end, 100);
        assert!(!at(1e9).window(100).is_empty());
    }

    #[test]
    fn keys_lead_through_the_rows_and_stop_at_the_ends() {
        let after = |key, from| at(0.0).after_key(key, from, 100);
        assert_eq!(after("ArrowDown", 98), Some(99));
        assert_eq!(after("ArrowDown", 99), Some(99));
        assert_eq!(after("k", 0), Some(0));
        assert_eq!(after("PageDown", 0), Some(19));
        assert_eq!(after("PageUp", 99), Some(80));
        assert_eq!((after("Home", 50), after("End", 50)), (Some(0), Some(99)));
        assert_eq!(after("x", 50), None);
        assert_eq!(at(0.0).after_key("End", 0, 0), None);
    }

    #[test]
    fn a_row_is_brought_into_sight_with_the_least_movement() {
        let view = at(320.0);
        assert_eq!(view.showing(15), 320.0, "it is in sight already");
        assert_eq!(view.showing(3), 96.0);
        assert_eq!(view.showing(30), 352.0);
    }
}
