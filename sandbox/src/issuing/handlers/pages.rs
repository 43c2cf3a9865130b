//! Lists in pages: `page` counts from 0, `offset` is the size of a page, and the links beside a page say whether another
//! follows (public).

use contract::{Rows, issuing::Links};

use crate::{refusal::Refusal, world::World};

/// No page holds more, whatever is asked. Stated for authorizations only (public); every printed request asks for it.
const MOST: u32 = 100;
/// What a page holds where nothing is asked, but for a search.
pub(super) const USUAL: u32 = MOST;

/// Which page of a list is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    number: u32,
    size: u32,
}

impl Asked {
    /// As a query states it; `usual` rows where it states none. A page of no rows is refused.
    pub(super) fn of(number: Option<u32>, size: Option<u32>, usual: u32) -> Result<Self, Refusal> {
        if size == Some(0) {
            return Err(Refusal::bad_request("offset is the size of a page, from 1"));
        }
        Ok(Self { number: number.unwrap_or(0), size: size.unwrap_or(usual).min(MOST) })
    }

    /// The rows of this page, and whether there is one behind them.
    pub(super) fn of_rows<T>(self, rows: impl Iterator<Item = T>) -> (Vec<T>, bool) {
        let size = self.size as usize;
        let mut rows = rows.skip(self.number as usize * size);
        let page = rows.by_ref().take(size).collect();
        (page, rows.next().is_some())
    }
}

impl World {
    /// Hands out a page, and keeps for its answer whether there is one behind it.
    pub(super) fn page<T>(&mut self, (rows, more): (Vec<T>, bool)) -> Rows<T> {
        self.more = Some(more);
        rows.into()
    }
}

/// What stands beside a page that was asked for at this address.
pub(crate) fn links(address: &str, more: bool) -> Links {
    Links { this: Some(address.into()), next: more.then(|| next(address)) }
}

/// The same address with the page behind it.
fn next(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut page = 0;
    let mut parts: Vec<&str> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        match part.strip_prefix("page=") {
            Some(number) => page = number.parse().unwrap_or(0),
            None => parts.push(part),
        }
    }
    let page = format!("page={}", page + 1);
    parts.push(&page);
    format!("{path}?{}", parts.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(number: u32, size: Option<u32>) -> (usize, bool) {
        let (rows, more) = Asked::of(Some(number), size, USUAL).expect("a page").of_rows(0..250);
        (rows.len(), more)
    }

    #[test]
    fn no_page_holds_more_than_a_hundred_rows_whatever_is_asked() {
        for size in [None, Some(100), Some(200), Some(1_000)] {
            assert_eq!([page(0, size), page(1, size), page(2, size)], [(100, true), (100, true), (50, false)]);
        }
        assert_eq!([page(0, Some(125)), page(4, Some(50)), page(5, Some(50))], [(100, true), (50, false), (0, false)]);
        assert!(Asked::of(None, Some(0), USUAL).is_err());
    }

    #[test]
    fn a_page_links_to_the_one_behind_it() {
        let links = |address, more| (links(address, more).next, links(address, more).this);
        let address = "/api/v2/issuers/1234/customers?page=3&offset=100&lastName=A";
        let next = "/api/v2/issuers/1234/customers?offset=100&lastName=A&page=4";
        assert_eq!(links(address, true), (Some(next.into()), Some(address.into())));
        assert_eq!(links("/api/v2/search-operations", true).0.as_deref(), Some("/api/v2/search-operations?page=1"));
        assert_eq!(links(address, false).0, None);
    }
}
