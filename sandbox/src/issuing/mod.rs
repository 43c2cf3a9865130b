//! The issuing half of the world: accounts, cards, operations, statements, authorizations, limits, disputes.
//!
//! # How it is made
//!
//! A person has accounts ([`portfolio`]); an account is a [`plan::Plan`]: product, calendar, limit, habits. Its books are a
//! [`ledger::Ledger`]: cycle after cycle, each from dice of its own and the balance before it, so the past is the same on
//! every day and in every sandbox, and costs nothing until somebody asks. Statements, lists, balances, authorizations and
//! turnovers are views of the ledger (`shown_*`, [`turnovers`]), so they agree. What somebody changed is in
//! [`state::AccountState`] and [`customers::CustomerState`], and flows into the ledger and the views.
//!
//! References lead back to what they name ([`numbers`]): no index is kept, however many customers there are.
//!
//! # What a handler's writer sees
//!
//! A handler is `impl Handle<Operation> for World`, in `issuing/handlers/`. `concerns` finds whom the call is about and
//! refuses what is wrong (it comes before any fault), `handle` does it.
//!
//! | to | call |
//! |---|---|
//! | find an account or refuse with 404 | `self.account(&reference)?` → [`plan::Plan`] |
//! | find a customer by the reference that paths take | `self.customer(&reference)?` → person number |
//! | the same where the guide allows either reference | `self.customer_by_either(&reference)?` |
//! | list somebody's accounts | `self.accounts_of(person)` |
//! | read what an account may spend, and where | `self.active_credit_limit(&plan)`, `self.velocity_limits(&plan)`, `self.restrictions(&plan)` |
//! | read an account's books | `self.ledger(&plan)`: `posted()`, `closed()`, `open()`, `balance()`, `asked(..)` |
//! | find an operation | `self.operation_named(&plan, id)`, `self.operation_abroad(external_reference)` |
//! | show one | `self.show(&plan, &entry, Detail::Full)` |
//! | know what time it is | `self.now_on(&plan)`; the guide's accounts have a time of their own |
//! | read what was changed | `self.account_state(number)`, `self.customer_state(person)`, `self.issuing.disputes` |
//! | change it | `self.account_state_mut(number)`, `self.customer_state_mut(person)`, `self.issuing.disputes` |
//! | post an operation | `self.book(&plan, operation)`: it counts in the balance, the open cycle and the next statement |
//! | make a reference | `self.issuing.hand.uuid()`, `.number()`: the same after a restart |
//! | know who writes | `self.issuing.hand.username` |
//! | refuse | `Refusal::not_found`, `::bad_request`, `::conflict` |
//!
//! A write that was done is kept in the deeds (`crate::deeds`) with its path, body and moment, and is done again when a
//! sandbox starts with `--state`. So a handler must do the same when it is called again with the same state, and must
//! take references from the hand only after it has decided not to refuse.

pub(crate) mod addresses;
mod blocks;
pub(crate) mod calendar;
pub(crate) mod clock;
pub(crate) mod controls;
pub(crate) mod customers;
mod description;
mod disputable;
pub(crate) mod disputes;
pub(crate) mod embeds;
pub(crate) mod entry;
pub(crate) mod folders;
mod gate;
mod generation;
pub(crate) mod guide;
mod handlers;
mod issuer;
pub(crate) mod ledger;
#[allow(dead_code, reason = "the extension point of the limit handlers")]
pub(crate) mod limits;
pub(crate) mod merchants;
pub(crate) mod numbers;
mod parameters;
pub(crate) mod plan;
pub(crate) mod planted;
pub(crate) mod portfolio;
mod seeded_disputes;
mod shown_authorization;
mod shown_details;
pub(crate) mod shown_operation;
mod shown_statement;
mod state;
mod turnovers;
pub(crate) mod wire;

use std::collections::HashMap;

use contract::{
    AccountReference,
    operations::issuing::operations::{AccountOperation, OperationDisputeIdentifier},
};

pub(crate) use self::handlers::pages::links;
use self::{
    calendar::Millis,
    clock::Clock,
    customers::CustomerState,
    disputes::Disputes,
    entry::{Entry, EntryKind},
    ledger::{Circumstances, Ledger},
    numbers::{AccountCode, AccountNumber},
    plan::Plan,
    shown_operation::Detail,
    state::AccountState,
};
use crate::{dice::Dice, population::PersonNumber, refusal::Refusal, world::World};

/// The issuer of this sandbox, as its paths name it (seed 004:39).
pub(crate) const ISSUER: &str = "1234";
/// A sub-issuer of it: some accounts are kept under this one (seed 004:1348, 1722).
pub(crate) const SUB_ISSUER: &str = "1235";

/// What was changed in the issuing half, and who changes it now.
#[derive(Debug)]
pub(crate) struct IssuingWorld {
    pub(crate) clock: Clock,
    /// Who writes at the moment.
    pub(crate) hand: Hand,
    /// The moment of the write that is being done.
    pub(crate) writing: Option<Millis>,
    pub(crate) disputes: Disputes,
    accounts: HashMap<AccountNumber, AccountState>,
    customers: HashMap<PersonNumber, CustomerState>,
    unchanged: (AccountState, CustomerState),
}

/// Who writes, and with which numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hand {
    /// Which write it is, counted from the first.
    pub(crate) write: usize,
    pub(crate) username: String,
    drawn: u64,
}

impl Hand {
    pub(crate) fn new(write: usize, username: &str) -> Self {
        Self { write, username: username.into(), drawn: 0 }
    }

    /// A reference that nothing else has.
    pub(crate) fn uuid(&mut self) -> String {
        self.drawn += 1;
        Dice::new(0xdeed_0000_0000 + self.write as u64 * 1_000 + self.drawn).uuid()
    }

    /// A number that nothing else has, and that grows.
    pub(crate) fn number(&mut self) -> u64 {
        self.drawn += 1;
        self.write as u64 * 100 + self.drawn
    }
}

impl IssuingWorld {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            clock,
            hand: Hand::default(),
            writing: None,
            disputes: Disputes::default(),
            accounts: HashMap::new(),
            customers: HashMap::new(),
            unchanged: Default::default(),
        }
    }
}

impl World {
    /// What the guide prints of its own accounts' past, and what was planted with known customers.
    pub(crate) fn prepare(&mut self) {
        let plans: Vec<Plan> = self.population.known().flat_map(|person| self.accounts_of(person)).collect();
        for plan in plans {
            if let Some(state) = plan.wanted.planted.state() {
                self.issuing.accounts.insert(plan.number, state);
            }
        }
        for (reference, state) in guide::states() {
            if let Some(plan) = self.account_named(reference) {
                self.issuing.accounts.insert(plan.number, state);
            }
        }
        for (reference, state) in guide::people() {
            if let Some(person) = self.population.with_accounts_named(reference) {
                self.issuing.customers.insert(person, state);
            }
        }
        self.prepare_disputes();
    }

    /// The account that a path names, by either reference (seed 004:26).
    pub(crate) fn account(&self, reference: &AccountReference) -> Result<Plan, Refusal> {
        self.account_named(reference.as_str()).ok_or_else(|| Refusal::not_found("No account has this reference."))
    }

    pub(crate) fn account_named(&self, reference: &str) -> Option<Plan> {
        let is_it = |plan: &Plan| plan.reference == reference || plan.external.as_deref() == Some(reference);
        if let Some(person) = self.population.with_printed_account(reference) {
            return self.accounts_of(person).into_iter().find(is_it);
        }
        let code = AccountCode::named(reference).or_else(|| code_in_external(reference))?;
        self.account_of(code).filter(is_it)
    }

    /// The account of this code.
    pub(crate) fn account_of(&self, code: AccountCode) -> Option<Plan> {
        let (person, place) = code.parts();
        let person = self.population.with_code(person)?;
        self.accounts_of(person).into_iter().nth(place.into())
    }

    pub(crate) fn account_numbered(&self, number: AccountNumber) -> Option<Plan> {
        self.accounts_of(number.person).into_iter().nth(number.place.into())
    }

    /// Everything that somebody has at the issuer.
    pub(crate) fn accounts_of(&self, person: PersonNumber) -> Vec<Plan> {
        portfolio::accounts(&self.population.person(person), person, self.population.code(person))
    }

    /// What time it is on this account.
    pub(crate) fn now_on(&self, plan: &Plan) -> Millis {
        match plan.wanted.printed {
            Some(printed) => printed.now + self.writes() as i64 * 1_000,
            None => self.now(),
        }
    }

    /// The books of an account, up to now.
    pub(crate) fn ledger(&self, plan: &Plan) -> Ledger {
        let now = self.now_on(plan);
        let mut circumstances = Circumstances {
            by_hand: self.account_state(plan.number).by_hand.clone(),
            from_below: Vec::new(),
            repayments: self.repayments(plan),
        };
        if let Some(printed) = &plan.wanted.printed {
            return Ledger::printed(plan, printed, &circumstances, now);
        }
        for below in self.accounts_below(plan) {
            let spent = self.ledger(&below).spent();
            circumstances.from_below.resize(spent.len().max(circumstances.from_below.len()), 0);
            circumstances.from_below.iter_mut().zip(spent).for_each(|(sum, spent)| *sum += spent);
        }
        Ledger::of(plan, now, &circumstances)
    }

    /// The accounts for which this one pays.
    pub(crate) fn accounts_below(&self, plan: &Plan) -> Vec<Plan> {
        let all = self.accounts_of(plan.number.person);
        all.into_iter().filter(|other| other.wanted.below == Some(plan.number.place)).collect()
    }

    pub(crate) fn account_state(&self, number: AccountNumber) -> &AccountState {
        self.issuing.accounts.get(&number).unwrap_or(&self.issuing.unchanged.0)
    }

    /// Every operation that somebody posted by hand, on whichever account.
    pub(crate) fn posted_by_hand(&self) -> impl Iterator<Item = &AccountOperation> {
        self.issuing.accounts.values().flat_map(|state| &state.by_hand).filter_map(|entry| match &entry.kind {
            EntryKind::AsStated(operation) => Some(&**operation),
            _ => None,
        })
    }

    pub(crate) fn account_state_mut(&mut self, number: AccountNumber) -> &mut AccountState {
        self.issuing.accounts.entry(number).or_default()
    }

    pub(crate) fn customer_state(&self, person: PersonNumber) -> &CustomerState {
        self.issuing.customers.get(&person).unwrap_or(&self.issuing.unchanged.1)
    }

    /// Those about whom something was changed.
    pub(crate) fn changed_customers(&self) -> impl Iterator<Item = PersonNumber> + '_ {
        self.issuing.customers.keys().copied()
    }

    pub(crate) fn customer_state_mut(&mut self, person: PersonNumber) -> &mut CustomerState {
        self.issuing.customers.entry(person).or_default()
    }

    /// An operation of an account by the gateway's own number, if it has been posted.
    pub(crate) fn operation_named(&self, plan: &Plan, id: &str) -> Option<Entry> {
        self.ledger(plan).posted().find(|entry| entry.id(plan.code) == id).cloned()
    }

    /// An operation of any account by its external reference.
    pub(crate) fn operation_abroad(&self, external_reference: &str) -> Option<(Plan, Entry)> {
        let bears = |plan: &Plan| {
            let ledger = self.ledger(plan);
            ledger.posted().find(|entry| entry.external_reference(plan.code) == external_reference).cloned()
        };
        if let Some(plan) = AccountCode::of_external(external_reference).and_then(|(code, _)| self.account_of(code))
            && let Some(entry) = bears(&plan)
        {
            return Some((plan, entry));
        }
        // What was posted by hand may bear any text, and so do the guide's.
        let changed = self.issuing.accounts.keys().filter_map(|number| self.account_numbered(*number));
        let printed = self.population.printed_accounts().filter_map(|reference| self.account_named(reference));
        changed.chain(printed).find_map(|plan| bears(&plan).map(|entry| (plan, entry)))
    }

    /// An operation as it is shown, with the dispute that it is in.
    pub(crate) fn show(&self, plan: &Plan, entry: &Entry, detail: Detail) -> AccountOperation {
        let mut shown = shown_operation::operation(plan, entry, detail);
        let reference = entry.external_reference(plan.code);
        if let Some(folder) = self.issuing.disputes.about(&reference) {
            let identifier = &folder.dispute.dispute_folder_identifier;
            shown.disputed = Some(true);
            shown.dispute_folder_identifier = Some(OperationDisputeIdentifier {
                dispute_folder_reference: Some(identifier.dispute_folder_reference.clone()),
                issuer_dispute_external_reference: identifier.issuer_dispute_external_reference.clone(),
            });
        }
        shown
    }

    /// Posts an operation now: it counts in the balance, in the open cycle and in the next statement. What it does not
    /// state and every operation has (number, posting date, value date, description's own facts) is added. Answers the
    /// number that it got.
    pub(crate) fn book(&mut self, plan: &Plan, mut operation: AccountOperation) -> String {
        let now = self.now_on(plan);
        let sequence = BY_HAND + u32::try_from(self.account_state(plan.number).by_hand.len()).unwrap_or_default();
        let id = plan.code.operation(sequence);
        let midnight = calendar::stamp(calendar::Day::containing(now).midnight());
        operation.issuer_id = Some(plan.wanted.issuer.into());
        operation.operation_identifier.operation_id = id.clone();
        operation.posting_date = Some(calendar::stamp(now));
        operation.value_date.get_or_insert(midnight);
        operation.operation_date = Some(calendar::stamp(now));
        operation.external_operation_date.get_or_insert_with(|| calendar::stamp(now));
        operation.external_operation_reference.get_or_insert_with(|| plan.code.platform_reference(sequence));
        operation.external_operation_service_poster.get_or_insert_with(|| "WLP-CAS".into());
        if operation.transaction_amount.is_none() {
            operation.transaction_amount = operation.reference_amount.clone();
        }
        operation.reversal.get_or_insert(false);
        operation.posting_account_identifier = Some(shown_operation::account_identifier(plan));
        operation.username = Some(self.issuing.hand.username.clone());
        let cents = operation.reference_amount.as_ref().and_then(|amount| amount.value).unwrap_or_default();
        operation.debit = Some(cents > 0);
        operation.status = Some(contract::operations::issuing::operations::OperationStatus::Processed);
        let millis =
            |instant: &Option<contract::Instant>| instant.as_ref().map_or(now, contract::Instant::epoch_millis);
        let entry = Entry {
            sequence,
            posted: now,
            external_date: millis(&operation.external_operation_date),
            value_date: millis(&operation.value_date),
            cents,
            counts: true,
            parent: None,
            kind: EntryKind::AsStated(Box::new(operation)),
        };
        self.account_state_mut(plan.number).by_hand.push(entry);
        id.to_string()
    }
}

/// Beyond every cycle's numbers.
const BY_HAND: numbers::Sequence = 9_990_000;

/// `ROOT_ACCOUNT-00000170`: the code is in it.
fn code_in_external(reference: &str) -> Option<AccountCode> {
    let digits = reference.strip_prefix("ROOT_ACCOUNT-").or_else(|| reference.strip_prefix("CHILD_ACCOUNT-"))?;
    let (person, place) = digits.split_at_checked(7)?;
    Some(AccountCode::new(person.parse().ok()?, place.parse().ok()?))
}
