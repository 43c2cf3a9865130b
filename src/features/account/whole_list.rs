//! A list that is read to its end, page after page, by whoever must not overlook anything in it.

use std::{collections::HashSet, hash::Hash};

use contract::Rows;

use crate::gateway::{Answered, Failure};

/// So many rows at once: no gateway is known to give more (public: stated of authorizations; every printed request asks for
/// it).
pub const PAGE_SIZE: u32 = 100;

/// What was read of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeList<T> {
    /// In the gateway's order, each row once.
    pub rows: Vec<T>,
    /// Whether that is all of it.
    pub is_complete: bool,
}

/// How far such a list is read.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// How many rows a page has, as it is asked for.
    pub page_size: u32,
    /// After so many pages it is given up.
    pub most_pages: u32,
}

/// Reads page after page, counted from 0. `id` names a row: one that moved to another page meanwhile is kept once.
pub async fn read_whole_list<T, K, R>(
    reach: Reach,
    id: impl Fn(&T) -> K,
    ask: impl Fn(u32) -> R,
) -> Result<WholeList<T>, Failure>
where
    K: Eq + Hash,
    R: Future<Output = Result<Answered<Rows<T>>, Failure>>,
{
    let mut gathered = Gathered { rows: Vec::new(), known: HashSet::new(), reach };
    let mut page = 0;
    loop {
        let Answered { answer, more, .. } = ask(page).await?;
        match gathered.take(answer, more, &id) {
            Next::Page if page + 1 < reach.most_pages => page += 1,
            next => return Ok(WholeList { rows: gathered.rows, is_complete: matches!(next, Next::Nothing) }),
        }
    }
}

struct Gathered<T, K> {
    rows: Vec<T>,
    known: HashSet<K>,
    reach: Reach,
}

/// What comes after a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    /// Another page.
    Page,
    /// Nothing: that was all.
    Nothing,
    /// Nobody can tell: the gateway gives the same page again.
    Unreachable,
}

impl<T, K: Eq + Hash> Gathered<T, K> {
    /// Takes a page. `more` is what the gateway says; where it says nothing, a full page may be followed by another.
    fn take(&mut self, page: Rows<T>, more: Option<bool>, id: impl Fn(&T) -> K) -> Next {
        let count = page.rows.len() + page.unreadable;
        let before = self.rows.len();
        for row in page.rows {
            if self.known.insert(id(&row)) {
                self.rows.push(row);
            }
        }
        let is_new = self.rows.len() > before;
        match more.unwrap_or(count >= self.reach.page_size as usize) {
            false => Next::Nothing,
            true if count == 0 => Next::Nothing,
            true if !is_new && before > 0 => Next::Unreachable,
            true => Next::Page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads what these pages hold, and says what comes after each.
    fn read(pages: &[(&[u32], Option<bool>)]) -> (Vec<u32>, Vec<Next>) {
        let mut gathered =
            Gathered { rows: Vec::new(), known: HashSet::new(), reach: Reach { page_size: 3, most_pages: 9 } };
        let next = pages.iter().map(|(rows, more)| gathered.take(Rows::from(rows.to_vec()), *more, |row| *row));
        let next = next.collect();
        (gathered.rows, next)
    }

    #[test]
    fn a_list_ends_where_the_gateway_says_so_however_long_its_pages_are() {
        let (rows, next) = read(&[(&[1, 2], Some(true)), (&[3, 4, 5], Some(false))]);
        assert_eq!(rows, [1, 2, 3, 4, 5]);
        assert_eq!(next, [Next::Page, Next::Nothing]);
    }

    #[test]
    fn where_the_gateway_says_nothing_a_page_that_is_not_full_is_the_last() {
        assert_eq!(read(&[(&[1, 2, 3], None), (&[4], None)]).1, [Next::Page, Next::Nothing]);
        assert_eq!(read(&[(&[1, 2, 3], None), (&[], None)]).1, [Next::Page, Next::Nothing]);
    }

    #[test]
    fn a_row_that_moved_to_the_next_page_meanwhile_is_there_once() {
        assert_eq!(read(&[(&[1, 2, 3], Some(true)), (&[3, 4, 5], Some(false))]).0, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_gateway_that_gives_the_same_page_again_is_not_asked_for_ever_and_nothing_is_called_complete() {
        let (rows, next) = read(&[(&[1, 2, 3], None), (&[1, 2, 3], None)]);
        assert_eq!((rows, next), (vec![1, 2, 3], vec![Next::Page, Next::Unreachable]));
    }
}
