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
mod disputes;
mod find_customers;
mod future_updates;
mod limits;
mod operations;
mod override_rules;
mod parameters;
mod postings;
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

/// One page of a list; page and size as a query states them, pages counted from 0.
fn page<T>(rows: impl Iterator<Item = T>, page: Option<u32>, size: Option<u32>, usual: u32) -> Vec<T> {
    let size = size.unwrap_or(usual) as usize;
    rows.skip(page.unwrap_or(0) as usize * size).take(size).collect()
}

/// A page of no rows, or of more than the gateway gives, is refused.
fn page_size(size: Option<u32>, most: u32) -> Result<(), Refusal> {
    match size {
        Some(size) if size == 0 || size > most => {
            Err(Refusal::bad_request(format!("offset is the size of a page, from 1 to {most}")))
        }
        _ => Ok(()),
    }
}
