//! Lists of gateways that cut their pages, ignore which one is asked for, say nothing, and grow meanwhile.

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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

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
