//! Lists that come in pages: which page is next, which of its rows are new, and whether there is more behind it.
//!
//! A gateway may say that a list goes on (`responseMetadata.links`), give fewer rows than it was asked for, ignore which page
//! it was asked for, and rows may move from one page to another meanwhile. What is decided here is decided for every list.

use std::{
    borrow::Cow,
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use contract::{Operation, Rows, operations::issuing::Identified};

use super::{Answered, Failure, Gateway};

/// What is known of the rows behind those that were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Remaining {
    /// There are none: the gateway said so, or an empty page came.
    Nothing,
    /// The gateway says that there are more.
    More,
    /// The gateway does not say. Even behind a page of fewer rows than it was asked for there may be another.
    #[default]
    Unknown,
    /// There may be more, and they cannot be read: whichever page is asked for, the same rows come.
    Unreachable,
}

impl Remaining {
    /// Whether no other page is to be asked for.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Nothing | Self::Unreachable)
    }
}

/// Pages on their way into a list.
#[derive(Clone, Debug, Default)]
pub struct Paging {
    next: u32,
    seen: HashSet<u64>,
    without_news: u32,
    remaining: Remaining,
}

/// After so many pages in a row without a new row no other is asked for: rows may have moved on by a whole page once.
const PATIENCE: u32 = 2;

impl Paging {
    /// The page to ask for, counted from 0.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// What is known of the rest.
    pub fn remaining(&self) -> Remaining {
        self.remaining
    }

    /// Takes in the page that was asked for, and gives back those rows that no earlier page held, in their order. `more` is
    /// what the gateway says of the page behind it.
    pub fn take<R>(
        &mut self,
        rows: Vec<R>,
        unreadable: usize,
        more: Option<bool>,
        identity: impl Fn(&R) -> Cow<'_, str>,
    ) -> Vec<R> {
        self.next += 1;
        let is_empty = rows.is_empty() && unreadable == 0;
        let names: Vec<u64> = rows.iter().map(|row| hash(&identity(row))).collect();
        let fresh: Vec<R> =
            rows.into_iter().zip(&names).filter(|(_, name)| !self.seen.contains(*name)).map(|(row, _)| row).collect();
        self.seen.extend(names);
        self.without_news = if fresh.is_empty() { self.without_news + 1 } else { 0 };
        self.remaining = match more {
            Some(false) => Remaining::Nothing,
            None if is_empty => Remaining::Nothing,
            _ if self.without_news >= PATIENCE => Remaining::Unreachable,
            Some(true) => Remaining::More,
            None => Remaining::Unknown,
        };
        fresh
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// A list that was read for its rows and not page by page for a screen.
#[derive(Clone, Debug)]
pub struct Whole<T> {
    /// Every row once, in the gateway's order.
    pub rows: Rows<T>,
    /// What is known of what was not read.
    pub remaining: Remaining,
}

impl<T> Whole<T> {
    /// Whether it is known that nothing is missing but what could not be understood.
    pub fn is_complete(&self) -> bool {
        self.remaining == Remaining::Nothing
    }
}

impl Gateway {
    /// Reads a list to its end, or as many rows of it as `at_most` full pages hold: a gateway that gives fewer at once is asked
    /// more often, and behind a short page that says nothing the next one is looked for. `question` gets the number of the
    /// page and its size.
    pub async fn read_pages<O, T>(&self, at_most: u32, question: impl Fn(u32, u32) -> O) -> Result<Whole<T>, Failure>
    where
        O: Operation<Answer = Rows<T>>,
        T: Identified,
    {
        let (mut paging, mut read) = (Paging::default(), Rows::default());
        let enough = at_most as usize * self.page_size() as usize;
        while read.rows.len() + read.unreadable < enough && !paging.remaining().is_over() {
            let Answered { answer: Rows { rows, unreadable }, more, .. } =
                self.call(question(paging.next(), self.page_size())).await?;
            let rows = paging.take(rows, unreadable, more, T::identity);
            read.append(Rows { rows, unreadable });
        }
        Ok(Whole { rows: read, remaining: paging.remaining() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A gateway with a list of numbers, which may change after each page.
    #[derive(Clone, Debug)]
    struct Lister {
        rows: Vec<u32>,
        gives_at_most: usize,
        ignores_page: bool,
        states_links: bool,
        /// How many new rows stand on top before the next page is asked for.
        arrivals: Vec<usize>,
    }

    impl Lister {
        fn page(&mut self, number: u32, asked: usize) -> (Vec<u32>, Option<bool>) {
            let size = asked.min(self.gives_at_most);
            let from = if self.ignores_page { 0 } else { number as usize * size };
            let page: Vec<u32> = self.rows.iter().copied().skip(from).take(size).collect();
            let more = self.states_links.then_some(from + page.len() < self.rows.len());
            let newest = self.rows.iter().max().map_or(0, |newest| newest + 1);
            let arriving = self.arrivals.pop().unwrap_or(0) as u32;
            self.rows.splice(0..0, (newest..newest + arriving).rev());
            (page, more)
        }

        fn read(mut self, asked: usize) -> (Vec<u32>, Remaining, u32) {
            let (mut paging, mut read) = (Paging::default(), Vec::new());
            while !paging.remaining().is_over() {
                let (rows, more) = self.page(paging.next(), asked);
                read.extend(paging.take(rows, 0, more, |row| row.to_string().into()));
                assert!(paging.next() < 10_000, "it ends");
            }
            (read, paging.remaining(), paging.next())
        }
    }

    fn any_lister() -> impl Strategy<Value = Lister> {
        let arrivals = prop::collection::vec(0..9_usize, 0..6);
        (0..350_u32, 1..140_usize, any::<bool>(), any::<bool>(), arrivals).prop_map(
            |(rows, gives_at_most, ignores_page, states_links, arrivals)| Lister {
                rows: (0..rows).rev().collect(),
                gives_at_most,
                ignores_page,
                states_links,
                arrivals,
            },
        )
    }

    proptest! {
        #[test]
        fn a_list_that_says_it_is_complete_holds_every_row_once(lister in any_lister(), asked in 1..=100_usize) {
            let held = lister.rows.clone();
            let (read, remaining, _) = lister.read(asked);
            let once: HashSet<&u32> = read.iter().collect();
            prop_assert_eq!(once.len(), read.len(), "a row twice");
            if remaining == Remaining::Nothing {
                prop_assert!(held.iter().all(|row| once.contains(row)), "a row is missing");
            }
        }

        #[test]
        fn a_gateway_that_heeds_the_page_is_read_to_its_end_whatever_it_gives_at_once(
            lister in any_lister(), asked in 1..=100_usize,
        ) {
            // Fewer arrive than a page holds, or else the list would run away.
            let size = asked.min(lister.gives_at_most);
            let arrivals: Vec<_> = lister.arrivals.iter().map(|arriving| (*arriving).min(size - 1)).collect();
            let (held, is_still) = (lister.rows.clone(), arrivals.iter().all(|arriving| *arriving == 0));
            let (read, remaining, _) = Lister { ignores_page: false, arrivals, ..lister }.read(asked);
            prop_assert!(held.iter().all(|row| read.contains(row)), "a row is missing");
            if is_still {
                prop_assert_eq!(remaining, Remaining::Nothing);
            }
        }

        #[test]
        fn a_gateway_that_ignores_the_page_is_left_alone_soon(lister in any_lister(), asked in 1..=100_usize) {
            let arrivals = lister.arrivals.len() as u32;
            let (_, remaining, pages) = Lister { ignores_page: true, ..lister.clone() }.read(asked);
            prop_assert!(pages <= 2 * (arrivals + 1) + PATIENCE + 1, "{} pages", pages);
            let known = lister.states_links && lister.rows.len() <= asked.min(lister.gives_at_most);
            if !lister.rows.is_empty() && !known {
                prop_assert_eq!(remaining, Remaining::Unreachable);
            }
        }
    }

    fn paged(pages: &[(&[u32], Option<bool>)]) -> (Vec<u32>, Remaining) {
        let mut paging = Paging::default();
        let mut read = Vec::new();
        for (rows, more) in pages {
            read.extend(paging.take(rows.to_vec(), 0, *more, |row| row.to_string().into()));
        }
        (read, paging.remaining())
    }

    #[test]
    fn a_full_page_is_the_last_one_when_the_gateway_says_so_and_a_short_one_is_not_when_it_says_that() {
        assert_eq!(paged(&[(&[1, 2, 3], Some(false))]), (vec![1, 2, 3], Remaining::Nothing));
        assert_eq!(paged(&[(&[1], Some(true))]), (vec![1], Remaining::More));
    }

    #[test]
    fn without_a_word_of_the_gateway_only_an_empty_page_ends_a_list() {
        assert_eq!(paged(&[(&[1], None)]), (vec![1], Remaining::Unknown));
        assert_eq!(paged(&[(&[1], None), (&[], None)]), (vec![1], Remaining::Nothing));
        assert_eq!(paged(&[(&[], None)]), (vec![], Remaining::Nothing));
    }

    #[test]
    fn a_row_that_moved_to_the_next_page_is_shown_once() {
        assert_eq!(paged(&[(&[3, 2], None), (&[2, 1], None), (&[], None)]), (vec![3, 2, 1], Remaining::Nothing));
    }

    #[test]
    fn a_page_that_comes_again_and_again_ends_a_list_that_is_not_complete() {
        let page: (&[u32], _) = (&[1, 2], Some(true));
        assert_eq!(paged(&[page, page]), (vec![1, 2], Remaining::More));
        assert_eq!(paged(&[page, page, page]), (vec![1, 2], Remaining::Unreachable));
    }

    #[test]
    fn pages_that_cannot_be_understood_are_not_asked_for_without_end() {
        let mut paging = Paging::default();
        for _ in 0..PATIENCE {
            assert!(paging.take(Vec::<u32>::new(), 5, Some(true), |row| row.to_string().into()).is_empty());
        }
        assert_eq!(paging.remaining(), Remaining::Unreachable);
    }
}
