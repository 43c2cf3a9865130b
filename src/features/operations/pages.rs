//! A list that comes page by page: the first at once, the others when the rep asks, in the background, with an end that
//! the rep can put to it.

use std::{
    borrow::Cow,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicUsize},
};

use futures::future::{AbortHandle, abortable};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    gateway::{Paging, Remaining},
    ui::{
        load::{Asking, Load},
        long_table::Line,
        trouble::{Failures, Trouble},
    },
};

/// One row of a list, written only when it comes into sight.
pub trait Entry: Send + Sync {
    /// What stands in the table.
    fn line(&self) -> Line;
    /// What the filter looks through, in lower case.
    fn haystack(&self) -> &str;
    /// By which kind it can be picked.
    fn kind(&self) -> &str;
    /// By what it is known again on another page.
    fn identity(&self) -> Cow<'_, str>;
}

/// What one page brought.
pub struct Page {
    /// In the gateway's order.
    pub entries: Vec<Arc<dyn Entry>>,
    /// Rows of another shape than documented.
    pub unreadable: usize,
    /// What the gateway says of a page behind it.
    pub more: Option<bool>,
    /// How many rows were asked for.
    pub asked: u32,
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
    failures: Failures,
    running: Mutex<Option<AbortHandle>>,
    paging: Mutex<Paging>,
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
    /// What is known of the rows behind these.
    pub remaining: Remaining,
    /// Counts the questions.
    pub question: u32,
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
            failures: Failures::default(),
            running: Mutex::default(),
            paging: Mutex::default(),
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
        let Some(source) = source.filter(|_| !self.0.is_over()) else { return };
        self.stop();
        self.0.more.set(More::Reading);
        // Only while somebody keeps the list: a closed customer's pages are read no further.
        let place = Arc::downgrade(&self.0);
        let (task, handle) = abortable(async move {
            loop {
                let Some(next) = place.upgrade().map(|place| place.paging().next()) else { return };
                let page = source(next).await;
                let Some(place) = place.upgrade() else { return };
                let mut fresh = 0;
                match page {
                    Ok(page) => {
                        place.failures.are_over();
                        place.book.update(|book| fresh = book.take(page, &mut place.paging()));
                    }
                    Err(trouble) => {
                        place.more.set(More::Failed(place.failures.one_more(trouble)));
                        return;
                    }
                }
                // A page of rows that had moved brings nothing that a rep could see.
                if place.is_over() || !all && fresh > 0 {
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
        let (reading, place) = (source(0), Arc::downgrade(&self.0));
        async move {
            let page = reading.await?;
            let is_short = page.is_short();
            let (mut paging, mut begun) = (Paging::default(), Book::default());
            let count = begun.take(page, &mut paging);
            let Some(place) = place.upgrade() else { return Ok(count) };
            begun.question = place.book.with_untracked(|book| book.question) + 1;
            let is_unclear = begun.remaining == Remaining::Unknown;
            *place.paging() = paging;
            place.book.set(begun);
            // It looks like all that there is, or the gateway gives no more at once: the next page tells.
            if is_short && is_unclear {
                Self(place).read_on(false);
            }
            Ok(count)
        }
    }

    fn source(&self) -> MutexGuard<'_, Option<Source>> {
        self.0.source.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn paging(&self) -> MutexGuard<'_, Paging> {
        self.paging.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_over(&self) -> bool {
        self.book.with_untracked(|book| book.remaining.is_over())
    }
}

impl Page {
    /// Whether the gateway gave fewer rows than it was asked for.
    fn is_short(&self) -> bool {
        self.entries.len() + self.unreadable < self.asked as usize
    }
}

impl Book {
    /// Takes in the next page, and says how many rows it brought.
    fn take(&mut self, page: Page, paging: &mut Paging) -> usize {
        let fresh = paging.take(page.entries, page.unreadable, page.more, |entry| entry.identity());
        let count = fresh.len();
        Arc::make_mut(&mut self.entries).extend(fresh);
        self.unreadable += page.unreadable;
        self.remaining = paging.remaining();
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Named(u32);

    impl Entry for Named {
        fn line(&self) -> Line {
            Line { href: String::new(), cells: Vec::new(), below: false }
        }

        fn haystack(&self) -> &str {
            ""
        }

        fn kind(&self) -> &str {
            ""
        }

        fn identity(&self) -> Cow<'_, str> {
            self.0.to_string().into()
        }
    }

    fn page(names: std::ops::Range<u32>, more: Option<bool>) -> Page {
        let entries = names.map(|name| Arc::new(Named(name)) as Arc<dyn Entry>).collect();
        Page { entries, unreadable: 1, more, asked: 3 }
    }

    #[test]
    fn a_page_that_was_cut_to_what_the_gateway_gives_does_not_end_the_list() {
        let (mut book, mut paging) = (Book::default(), Paging::default());
        book.take(page(0..1, None), &mut paging);
        assert_eq!((book.entries.len(), book.remaining), (1, Remaining::Unknown));
        book.take(page(1..2, Some(true)), &mut paging);
        assert_eq!((book.entries.len(), book.remaining), (2, Remaining::More));
        book.take(page(2..5, Some(false)), &mut paging);
        assert_eq!((book.entries.len(), book.unreadable, book.remaining), (5, 3, Remaining::Nothing));
    }

    #[test]
    fn rows_that_moved_to_the_next_page_are_counted_once_and_what_they_bring_is_said() {
        let (mut book, mut paging) = (Book::default(), Paging::default());
        assert_eq!(book.take(page(0..3, None), &mut paging), 3);
        assert_eq!(book.take(page(2..5, None), &mut paging), 2);
        assert_eq!(book.take(page(2..5, None), &mut paging), 0);
        assert_eq!(book.entries.len(), 5);
    }

    #[test]
    fn only_a_page_of_fewer_rows_than_asked_for_leaves_a_doubt_that_is_settled_at_once() {
        assert!(page(0..1, None).is_short());
        assert!(!page(0..2, None).is_short(), "with the one that could not be read it is full");
    }
}
