//! What is read of an account's limits, once for each caller and account: limits, card controls, the overview and an
//! authorization show the same answers.

use std::sync::{Arc, Mutex, PoisonError};

use contract::{
    AccountReference, Instant, Operation, Rows, VelocityLimitReference,
    operations::issuing::{
        limits::{
            AuthorizationRestriction, CreditLimit, ListAuthorizationRestrictions, ListTemporaryCreditLimits,
            ListVelocityLimits, RetrieveAccountCreditLimit, RetrieveVelocityLimit, TemporaryCreditLimit, VelocityLimit,
        },
        operations::{Authorization, ListAuthorizations, RetrieveAuthorization},
    },
};
use leptos::prelude::*;

use super::{ending::Ending, proof::call_about};
use crate::{
    browser::time,
    features::{
        account::{known_balance, read_balance_again},
        trouble::trouble,
    },
    gateway::{Failure, Fault, Gateway},
    session::{Caller, Session},
    ui::{
        age::{age, age_of},
        load::{Asking, Load},
        trouble::{Retry, Trouble},
    },
};

/// One question and its newest answer. Cheap to clone.
#[derive(Clone)]
pub struct Reading<T: Clone + Send + Sync + 'static> {
    asking: Asking<T>,
    ask: Arc<Ask<T>>,
}

type Ask<T> = dyn Fn(&Gateway) -> Later<T> + Send + Sync;
type Later<T> = std::pin::Pin<Box<dyn Future<Output = Result<T, Trouble>>>>;

impl<T: Clone + Send + Sync + 'static> Reading<T> {
    /// `what` begins a sentence about a failure: "The velocity limits".
    pub fn new<R>(what: &'static str, read: impl Fn(Gateway) -> R + Send + Sync + 'static) -> Self
    where
        R: Future<Output = Result<T, Failure>> + 'static,
    {
        let ask = move |gateway: &Gateway| -> Later<T> {
            let read = read(gateway.clone());
            Box::pin(async move { read.await.map_err(|failure| trouble(what, &failure)) })
        };
        Self { asking: Asking::default(), ask: Arc::new(ask) }
    }

    /// The place of the answer; nothing is asked for.
    pub fn asking(&self) -> Asking<T> {
        self.asking.clone()
    }

    /// Asks, unless it was asked before.
    pub fn begin(&self, session: &Session) -> &Asking<T> {
        if self.asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
            self.asking.ask((self.ask)(&session.gateway));
        }
        &self.asking
    }

    /// Asks again; the last answer stays until the next one is there.
    pub fn again(&self, session: &Session) {
        self.asking.refresh((self.ask)(&session.gateway));
    }

    /// The same, where it was asked before.
    pub fn again_if_begun(&self, session: &Session) {
        if !self.asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
            self.again(session);
        }
    }

    /// Whether the newest question failed. Tracked.
    pub fn has_failed(&self) -> bool {
        self.asking.state().with(|state| state.is_settled() && !matches!(state, Load::Ready(..)))
    }

    /// When it was read, and reading it again; `what` completes "Refresh …".
    pub fn age(&self, session: &Session, what: &'static str) -> AnyView {
        age(&self.asking, what, self.retry(session))
    }

    /// What "Try again" does.
    pub fn retry(&self, session: &Session) -> Retry {
        let (reading, session) = (self.clone(), session.clone());
        Arc::new(move || reading.again(&session))
    }

    /// The newest answer, tracked.
    pub fn answer(&self) -> Option<T> {
        self.asking.state().with(|state| state.answer().cloned())
    }

    /// Whether there is an answer, or a failure instead. Tracked.
    pub fn is_settled(&self) -> bool {
        self.asking.state().with(Load::is_settled)
    }

    /// Whether there is an answer of which this holds, and nothing failed since. Tracked.
    pub fn is_fresh_and(&self, holds: fn(&T) -> bool) -> bool {
        self.asking.state().with(|state| matches!(state, Load::Ready(answer, _) if holds(answer)))
    }

    /// When the newest answer came. Tracked.
    pub fn read_at(&self) -> Option<i64> {
        self.asking.state().with(Load::read_at)
    }

    /// The newest answer, untracked.
    pub fn answer_now(&self) -> Option<T> {
        self.asking.state().with_untracked(|state| state.answer().cloned())
    }
}

/// Everything about one account.
#[derive(Clone)]
pub struct Readings {
    /// What they allow, and whose word they are. How full they are each tells alone: [`Self::velocity_limit`].
    pub velocity_limits: Reading<Rows<VelocityLimit>>,
    account: AccountReference,
    one_by_one: OneByOne,
    /// What is blocked.
    pub restrictions: Reading<Rows<AuthorizationRestriction>>,
    /// The permanent limit; `None` for an account without credit.
    pub credit_limit: Reading<Option<CreditLimit>>,
    /// All temporary limits: past, present and to come.
    pub temporary_limits: Reading<Rows<TemporaryCreditLimit>>,
    /// Whether an authorization of the last days was declined.
    pub last_days: Reading<LastDays>,
}

/// The limits that were asked for alone.
type OneByOne = Arc<Mutex<Vec<(VelocityLimitReference, Reading<VelocityLimit>)>>>;

/// What the authorizations of the last days show.
#[derive(Clone)]
pub struct LastDays {
    /// The newest that was declined.
    pub declined: Option<Authorization>,
    /// Whether that one was read in full: else it lacks the limits that were looked at.
    pub in_full: bool,
    /// Whether they are all.
    pub whole: bool,
}

impl Readings {
    /// The caller's, of this account.
    pub fn of(caller: &Caller, account: &AccountReference) -> Self {
        caller.keep_for(account.as_str(), || Self::new(account))
    }

    /// The same, begun when the balance has come or failed: what a rep looks at first does not wait for it.
    pub fn after_the_balance(
        session: &Session,
        caller: &Caller,
        account: &AccountReference,
        begin: fn(&Self, &Session),
    ) -> Self {
        let (readings, balance) = (Self::of(caller, account), known_balance(caller, account));
        let (asked, session) = (readings.clone(), session.clone());
        Effect::new(move |_| {
            if balance.with(Load::is_settled) {
                begin(&asked, &session);
            }
        });
        readings
    }

    /// Asks for everything.
    pub fn begin_all(&self, session: &Session) {
        self.begin_limits(session);
        self.last_days.begin(session);
    }

    /// Asks for everything but the authorizations.
    pub fn begin_limits(&self, session: &Session) {
        self.velocity_limits.begin(session);
        self.restrictions.begin(session);
        self.credit_limit.begin(session);
        self.temporary_limits.begin(session);
    }

    /// One velocity limit, with what is used of it and the override in force: only its own read tells them (seed
    /// 004:2632-2634).
    pub fn velocity_limit(&self, reference: &VelocityLimitReference) -> Reading<VelocityLimit> {
        let mut known = self.one_by_one.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, reading)) = known.iter().find(|(known, _)| known == reference) {
            return reading.clone();
        }
        let (account, limit) = (self.account.clone(), reference.clone());
        let reading = Reading::new("The velocity limit", move |gateway| {
            let request =
                RetrieveVelocityLimit { account_reference: account.clone(), velocity_limit_reference: limit.clone() };
            let asked = limit.clone();
            call_about(gateway, request, move |one: &VelocityLimit| {
                one.velocity_limit_identifier.velocity_limit_reference == asked
            })
        });
        known.push((reference.clone(), reading.clone()));
        reading
    }

    /// Asks for the velocity limits again, and for each that was asked for alone.
    pub fn velocity_limits_again(&self, session: &Session) {
        self.velocity_limits.again(session);
        let known = self.one_by_one.lock().unwrap_or_else(PoisonError::into_inner).clone();
        known.iter().for_each(|(_, reading)| reading.again_if_begun(session));
    }

    /// Asks for everything again, and for what is left on the account.
    pub fn all_again(&self, session: &Session, caller: &Caller, account: &AccountReference) {
        self.limits_again(session);
        self.last_days.again(session);
        read_balance_again(session, caller, account);
    }

    /// Asks for everything but the authorizations again.
    pub fn limits_again(&self, session: &Session) {
        self.velocity_limits_again(session);
        self.restrictions.again(session);
        self.credit_limit.again(session);
        self.temporary_limits.again(session);
    }

    /// When the limits and controls were read, the oldest of them, and reading all of them again.
    pub fn age(&self, session: &Session) -> AnyView {
        let (readings, asked, session) = (self.clone(), self.clone(), session.clone());
        age_of(move || readings.limits_read_at(), "the limits", Arc::new(move || asked.limits_again(&session)))
    }

    /// When the oldest of the limits and controls was read, once all are settled. Tracked.
    pub fn limits_read_at(&self) -> Option<i64> {
        let Self { velocity_limits, restrictions, credit_limit, temporary_limits, .. } = self;
        let read =
            [velocity_limits.read_at(), restrictions.read_at(), credit_limit.read_at(), temporary_limits.read_at()];
        read.into_iter().flatten().min().filter(|_| self.limits_are_settled())
    }

    /// Whether everything was answered, nothing failed since, and no row is missing. Tracked.
    pub fn are_fresh_and_whole(&self) -> bool {
        let Self { velocity_limits, restrictions, credit_limit, temporary_limits, last_days, .. } = self;
        velocity_limits.is_fresh_and(|list| list.unreadable == 0)
            && restrictions.is_fresh_and(|list| list.unreadable == 0)
            && credit_limit.is_fresh_and(|_| true)
            && temporary_limits.is_fresh_and(|list| list.unreadable == 0)
            && last_days.is_fresh_and(|days| days.whole)
    }

    /// Whether all of them are answered, or failed. Tracked.
    pub fn limits_are_settled(&self) -> bool {
        let Self { velocity_limits, restrictions, credit_limit, temporary_limits, .. } = self;
        velocity_limits.is_settled()
            && restrictions.is_settled()
            && credit_limit.is_settled()
            && temporary_limits.is_settled()
    }

    fn new(account: &AccountReference) -> Self {
        let of = |account: &AccountReference| account.clone();
        let (velocity, restricted, permanent, temporary, declined) =
            (of(account), of(account), of(account), of(account), of(account));
        Self {
            account: account.clone(),
            one_by_one: Arc::default(),
            velocity_limits: Reading::new("The velocity limits", move |gateway| {
                call(gateway, ListVelocityLimits { account_reference: velocity.clone() })
            }),
            restrictions: Reading::new("The restrictions", move |gateway| {
                call(gateway, ListAuthorizationRestrictions { account_reference: restricted.clone() })
            }),
            credit_limit: Reading::new("The credit limit", move |gateway| {
                read_credit_limit(gateway, permanent.clone())
            }),
            temporary_limits: Reading::new("The temporary limits", move |gateway| {
                call(gateway, ListTemporaryCreditLimits { account_reference: temporary.clone(), all: Some(true) })
            }),
            last_days: Reading::new("The authorizations", move |gateway| last_days(gateway, declined.clone())),
        }
    }
}

/// One call, and only its answer.
pub async fn call<O: Operation>(gateway: Gateway, request: O) -> Result<O::Answer, Failure> {
    gateway.call(request).await.map(|answered| answered.answer)
}

/// An account without credit has no limit, which is no failure: the gateway answers 404.
pub async fn read_credit_limit(gateway: Gateway, account: AccountReference) -> Result<Option<CreditLimit>, Failure> {
    match call(gateway, RetrieveAccountCreditLimit { account_reference: account }).await {
        Ok(limit) => Ok(Some(limit)),
        Err(failure) if failure.fault == Fault::Http(404) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// So far back a decline is what a caller may call about.
const DAYS: i64 = 7;
const DAY: i64 = 86_400_000;

/// Looks through this many of them at most.
const MOST_ROWS: usize = 500;

/// The newest that was declined, in full, so that it holds the limits that were looked at.
async fn last_days(gateway: Gateway, account: AccountReference) -> Result<LastDays, Failure> {
    let now = time::now();
    // The merchant's clock may be ahead of the issuer's.
    let (start_time, end_time) = (Instant::from_epoch_millis(now - DAYS * DAY), Instant::from_epoch_millis(now + DAY));
    let list = ListAuthorizations {
        account_reference: account.clone(),
        start_time: start_time.clone(),
        end_time: end_time.clone(),
        page: None,
        page_size: None,
    };
    let listed = gateway.read_list(MOST_ROWS, list).await?;
    let whole = listed.is_complete && listed.unreadable == 0;
    let declined = |one: &Authorization| Ending::of(one) == Ending::Declined;
    let newest = listed.rows.into_iter().filter(declined).max_by_key(when);
    let id = newest.as_ref().and_then(|one| one.authorization_identifier.as_ref()?.transaction_id.clone());
    let Some(authorization_id) = id else { return Ok(LastDays { declined: newest, in_full: false, whole }) };
    let detail = RetrieveAuthorization { account_reference: account, authorization_id, start_time, end_time };
    Ok(match call(gateway, detail).await {
        Ok(detail) => LastDays { declined: Some(detail), in_full: true, whole },
        Err(_) => LastDays { declined: newest, in_full: false, whole },
    })
}

/// Digits alone: both documented forms then sort alike.
fn when(authorization: &Authorization) -> String {
    let time = authorization.operation_date.as_ref().or(authorization.transaction_date.as_ref());
    time.map(ToString::to_string).unwrap_or_default().chars().filter(char::is_ascii_digit).take(14).collect()
}
