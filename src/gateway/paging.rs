//! Lists that come in pages: which page is next, which of its rows are new, and whether there is more behind it.
//!
//! A gateway may say that a list goes on (`responseMetadata.links`), give fewer rows than it was asked for, ignore which page
//! it was asked for, and rows may move from one page to another meanwhile. What is decided here is decided for every list.

use std::{
    borrow::Cow,
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use contract::{
    Rows,
    operations::issuing::{Identified, Paged},
};

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

/// A list that was read by whoever must not overlook anything in it, and not page by page for a screen.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeList<T> {
    /// Every row once, in the gateway's order.
    pub rows: Vec<T>,
    /// Rows of another shape than documented.
    pub unreadable: usize,
    /// Whether it is known that there are no more.
    pub is_complete: bool,
}

impl Gateway {
    /// Reads a list to its end, or until there are this many rows.
    pub async fn read_list<O, T>(&self, most_rows: usize, question: O) -> Result<WholeList<T>, Failure>
    where
        O: Paged<Answer = Rows<T>>,
        T: Identified,
    {
        let mut paging = Paging::default();
        let mut list = WholeList { rows: Vec::new(), unreadable: 0, is_complete: false };
        while list.rows.len() + list.unreadable < most_rows && !paging.remaining().is_over() {
            let Answered { answer: Rows { rows, unreadable }, more, .. } =
                self.call(question.on_page(paging.next(), self.page_size())).await?;
            list.rows.extend(paging.take(rows, unreadable, more, T::identity));
            list.unreadable += unreadable;
        }
        list.is_complete = paging.remaining() == Remaining::Nothing;
        Ok(list)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
