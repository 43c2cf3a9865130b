//! A list that comes page by page: the first at once, the others when the rep asks, in the background, with an end that
//! the rep can put to it.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError, atomic::AtomicUsize},
};

use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use crate::ui::{
    load::{Asking, Load},
    long_table::Line,
    trouble::Trouble,
};

/// One row of a list, written only when it comes into sight.
pub trait Entry: Send + Sync {
    /// What stands in the table.
    fn line(&self) -> Line;
    /// What the filter looks through, in lower case.
    fn haystack(&self) -> &str;
    /// By which kind it can be picked.
    fn kind(&self) -> &str;
}

/// What one page brought.
pub struct Page {
    /// In the gateway's order.
    pub entries: Vec<Arc<dyn Entry>>,
    /// Rows of another shape than documented.
    pub unreadable: usize,
    /// Whether there may be another page.
    pub full: bool,
}

/// Reads one page, counted from 0.
pub type Source = Arc<dyn Fn(u32) -> Reading + Send + Sync>;
/// A page on its way.
pub type Reading = Pin<Box<dyn Future<Output = Result<Page, Trouble>>>>;

/// The list. Lives with the caller; cheap to clone.
#[derive(Clone)]
pub struct Pages(Arc<Inner>);

struct Inner {
    first: Asking<usize>,
    book: ArcRwSignal<Book>,
    more: ArcRwSignal<More>,
    running: Mutex<Option<AbortHandle>>,
    source: Mutex<Option<Source>>,
    at: Arc<AtomicUsize>,
}

/// What has been read of the newest question.
#[derive(Clone, Default)]
pub struct Book {
    /// In the gateway's order.
    pub entries: Arc<Vec<Arc<dyn Entry>>>,
    /// Rows of another shape than documented.
    pub unreadable: usize,
    /// Whether the last page was the last one.
    pub complete: bool,
    /// Counts the questions.
    pub question: u32,
    pub(super) next: u32,
}

/// What happens behind the first page.
#[derive(Clone, Debug, PartialEq)]
pub enum More {
    /// Nothing.
    Idle,
    /// A page is read, or all that are left.
    Reading,
    /// The last one could not be read.
    Failed(Trouble),
}

impl Default for Pages {
    fn default() -> Self {
        Self(Arc::new(Inner {
            first: Asking::default(),
            book: ArcRwSignal::default(),
            more: ArcRwSignal::new(More::Idle),
            running: Mutex::default(),
            source: Mutex::default(),
            at: Arc::default(),
        }))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(running) = self.running.get_mut().unwrap_or_else(PoisonError::into_inner).take() {
            running.abort();
        }
    }
}

impl Pages {
    /// How many the first page held, and how far it is.
    pub fn first(&self) -> &Asking<usize> {
        &self.0.first
    }

    /// What has been read.
    pub fn book(&self) -> ArcRwSignal<Book> {
        self.0.book.clone()
    }

    /// What happens behind the first page.
    pub fn more(&self) -> ArcRwSignal<More> {
        self.0.more.clone()
    }

    /// The row at which the rep was last.
    pub fn at(&self) -> Arc<AtomicUsize> {
        self.0.at.clone()
    }

    /// Whether nothing was asked yet.
    pub fn is_idle(&self) -> bool {
        self.0.first.state().with_untracked(|state| matches!(state, Load::Idle))
    }

    /// Asks another question: nothing of the last one stays.
    pub fn ask(&self, source: Source) {
        self.stop();
        self.0.first.ask(self.beginning(&source));
        *self.source() = Some(source);
    }

    /// Asks the same again from the first page on; what is there stays until it comes.
    pub fn refresh(&self) {
        let source = self.source().clone();
        if let Some(source) = source {
            self.stop();
            self.0.first.refresh(self.beginning(&source));
        }
    }

    /// Reads the next page, or all that are left.
    pub fn read_on(&self, all: bool) {
        let source = self.source().clone();
        let Some(source) = source.filter(|_| !self.0.book.with_untracked(|book| book.complete)) else { return };
        self.stop();
        self.0.more.set(More::Reading);
        // Only while somebody keeps the list: a closed customer's pages are read no further.
        let place = Arc::downgrade(&self.0);
        let (task, handle) = abortable(async move {
            loop {
                let next = match place.upgrade() {
                    Some(place) => place.book.with_untracked(|book| book.next),
                    None => return,
                };
                let page = source(next).await;
                let Some(place) = place.upgrade() else { return };
                match page {
                    Ok(page) => place.book.update(|book| book.take(page)),
                    Err(trouble) => {
                        place.more.set(More::Failed(trouble));
                        return;
                    }
                }
                if !all || place.book.with_untracked(|book| book.complete) {
                    place.more.set(More::Idle);
                    return;
                }
            }
        });
        *self.0.running.lock().unwrap_or_else(PoisonError::into_inner) = Some(handle);
        spawn_local(async move {
            let _ = task.await;
        });
    }

    /// Reads no further; what has been read stays.
    pub fn stop(&self) {
        if let Some(running) = self.0.running.lock().unwrap_or_else(PoisonError::into_inner).take() {
            running.abort();
        }
        self.0.more.set(More::Idle);
    }

    fn beginning(&self, source: &Source) -> impl Future<Output = Result<usize, Trouble>> + use<> {
        let (reading, book) = (source(0), self.0.book.clone());
        async move {
            let page = reading.await?;
            let question = book.with_untracked(|book| book.question) + 1;
            let mut begun = Book { question, ..Book::default() };
            begun.take(page);
            let count = begun.entries.len();
            book.set(begun);
            Ok(count)
        }
    }

    fn source(&self) -> std::sync::MutexGuard<'_, Option<Source>> {
        self.0.source.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    fn take(&mut self, page: Page) {
        Arc::make_mut(&mut self.entries).extend(page.entries);
        self.unreadable += page.unreadable;
        self.complete = !page.full;
        self.next += 1;
    }
}

/// Whether a page of this size may be followed by another. The gateway tells no total (seed 004:2793).
pub fn is_full(rows: usize, page_size: u32) -> bool {
    rows >= page_size as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nothing;

    impl Entry for Nothing {
        fn line(&self) -> Line {
            Line { href: String::new(), cells: Vec::new(), below: false }
        }

        fn haystack(&self) -> &str {
            ""
        }

        fn kind(&self) -> &str {
            ""
        }
    }

    fn page(rows: usize) -> Page {
        let entries = (0..rows).map(|_| Arc::new(Nothing) as Arc<dyn Entry>).collect();
        Page { entries, unreadable: 1, full: is_full(rows, 3) }
    }

    #[test]
    fn pages_are_counted_on_until_one_is_not_full() {
        let mut book = Book::default();
        book.take(page(3));
        assert_eq!((book.entries.len(), book.next, book.complete), (3, 1, false));
        book.take(page(2));
        assert_eq!((book.entries.len(), book.next, book.complete, book.unreadable), (5, 2, true, 2));
    }

    #[test]
    fn a_last_page_that_happens_to_be_full_is_followed_by_an_empty_one() {
        let mut book = Book::default();
        book.take(page(3));
        book.take(page(0));
        assert!(book.complete);
    }
}
