//! What each operation of the issuing family does. One file a subject.

mod accounts;
mod add_ons;
mod address_usages;
mod addresses;
mod authorizations;
mod contacts;
mod customer_changes;
mod customers;
mod dispute_parts;
mod dispute_reads;
mod disputes;
mod find_customers;
mod future_updates;
mod limits;
mod operations;
mod override_rules;
pub(super) mod pages;
mod parameters;
mod postings;
mod reserves;
mod restrictions;
mod search;
mod statements;
mod velocity_limits;

use contract::AccountReference;

use super::plan::Plan;
use crate::{population::PersonNumber, refusal::Refusal, world::World};

impl World {
    /// Whom a call about an account is about: its owner.
    fn owner(&self, reference: &AccountReference) -> Result<Vec<PersonNumber>, Refusal> {
        self.account(reference).map(|plan| vec![plan.number.person])
    }

    /// The account that owns this call. The call's `concerns` found it already.
    fn plan(&self, reference: &AccountReference) -> Result<Plan, Refusal> {
        self.account(reference)
    }
}
