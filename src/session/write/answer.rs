//! What a change answered, for the read that settles it: whatever the answer names is looked for by that name.

use std::sync::{Arc, Mutex, PoisonError};

/// The place of a change's answer, shared by whoever sends it and whoever reads afterwards. It is empty before the change is
/// sent, and where its answer was lost.
pub struct Answer<A>(Arc<Mutex<Option<A>>>);

impl<A: Clone> Answer<A> {
    /// What was answered, if anything.
    pub fn get(&self) -> Option<A> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn put(&self, answer: A) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
    }
}

impl<A> Default for Answer<A> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<A> Clone for Answer<A> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}
