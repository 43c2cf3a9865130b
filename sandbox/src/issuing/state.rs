//! What is no longer as it was in the beginning, account by account. Everything else is made when somebody asks.

use contract::operations::issuing::{accounts::AccountFutureUpdate, statements::StatementReprint};
use serde_json::Value;

use super::{calendar::Millis, controls::AccountControls, entry::Entry, limits::AccountLimits};

/// What was changed about one account.
#[derive(Clone, Debug, Default)]
pub(crate) struct AccountState {
    /// What was posted beside the generated entries, oldest first. [`crate::world::World::book`] adds to it.
    pub(crate) by_hand: Vec<Entry>,
    pub(crate) limits: AccountLimits,
    pub(crate) controls: AccountControls,
    /// Each change of the parameters as it was sent, and when, oldest first.
    pub(crate) parameters: Vec<(Millis, Value)>,
    /// Scheduled changes in every state, oldest first.
    pub(crate) future_updates: Vec<AccountFutureUpdate>,
    /// Which closure's statement was printed again, oldest first.
    pub(crate) reprints: Vec<(Millis, StatementReprint)>,
}
