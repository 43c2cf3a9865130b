//! A customer who is open on the desk, with everything that is known and done about them.

use std::{
    any::{Any, TypeId},
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use contract::WalletCustomer;
use leptos::prelude::*;

use super::{activity::Entry, verification::Attestation};
use crate::{browser::time, routes::OpaqueKey};

/// One open customer. Cheap to clone; when the last clone goes, all of it goes.
#[derive(Clone)]
pub struct Caller(Arc<Inner>);

struct Inner {
    key: OpaqueKey,
    conflict: Option<Conflict>,
    record: ArcRwSignal<WalletCustomer>,
    read_at: ArcRwSignal<i64>,
    attestation: ArcRwSignal<Option<Attestation>>,
    revealed: ArcRwSignal<HashSet<&'static str>>,
    activity: ArcRwSignal<Vec<Entry>>,
    working: ArcRwSignal<bool>,
    kept: Mutex<HashMap<TypeId, Box<dyn Any + Send>>>,
}

/// Several records claim one wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The full names of all of them.
    pub names: Vec<String>,
}

impl Conflict {
    /// Why nothing may be done.
    pub fn sentence(&self) -> String {
        format!(
            "The gateway gives one wallet identifier to {}. Acting on it could change the wrong wallet.",
            self.names.join(" and ")
        )
    }
}

impl Caller {
    pub(super) fn new(key: OpaqueKey, record: WalletCustomer, conflict: Option<Conflict>) -> Self {
        Self::begin(key, ArcRwSignal::new(record), ArcRwSignal::new(time::now()), conflict)
    }

    /// The same wallet as it was last read, and nothing of what was done or known in a call.
    pub(super) fn afresh(&self) -> Self {
        Self::begin(self.0.key.clone(), self.record(), self.read_at(), self.0.conflict.clone())
    }

    fn begin(
        key: OpaqueKey,
        record: ArcRwSignal<WalletCustomer>,
        read_at: ArcRwSignal<i64>,
        conflict: Option<Conflict>,
    ) -> Self {
        Self(Arc::new(Inner {
            key,
            conflict,
            record,
            read_at,
            attestation: ArcRwSignal::new(None),
            revealed: ArcRwSignal::new(HashSet::new()),
            activity: ArcRwSignal::new(Vec::new()),
            working: ArcRwSignal::new(false),
            kept: Mutex::default(),
        }))
    }

    /// Stands for the customer in addresses and storage.
    pub fn key(&self) -> &OpaqueKey {
        &self.0.key
    }

    /// Set when the record must not be acted on.
    pub fn conflict(&self) -> Option<&Conflict> {
        self.0.conflict.as_ref()
    }

    /// The wallet as it was last read.
    pub fn record(&self) -> ArcRwSignal<WalletCustomer> {
        self.0.record.clone()
    }

    /// When that was, in milliseconds since 1970.
    pub fn read_at(&self) -> ArcRwSignal<i64> {
        self.0.read_at.clone()
    }

    /// Takes a newer reading of the same wallet.
    pub fn refresh(&self, record: WalletCustomer) {
        self.0.record.set(record);
        self.0.read_at.set(time::now());
    }

    /// How the rep verified the caller, if they did.
    pub fn attestation(&self) -> ArcRwSignal<Option<Attestation>> {
        self.0.attestation.clone()
    }

    /// Fields that the rep chose to see in clear.
    pub fn revealed(&self) -> ArcRwSignal<HashSet<&'static str>> {
        self.0.revealed.clone()
    }

    /// What was done in this call, oldest first.
    pub fn activity(&self) -> ArcRwSignal<Vec<Entry>> {
        self.0.activity.clone()
    }

    /// Whether something is being changed this very moment; such a caller is not closed.
    pub fn working(&self) -> ArcRwSignal<bool> {
        self.0.working.clone()
    }

    /// Adds a line to the activity.
    pub fn note(&self, entry: Entry) {
        self.0.activity.update(|entries| entries.push(entry));
    }

    /// What a panel keeps for this caller while the rep is elsewhere: a draft, a running unlock, a list that was read.
    pub fn keep<T: Clone + Send + 'static>(&self, begin: impl FnOnce() -> T) -> T {
        let mut kept = self.0.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = kept.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(begin()));
        match slot.downcast_ref::<T>() {
            Some(value) => value.clone(),
            None => unreachable!("a slot holds the type that it is filed under"),
        }
    }
}

/// For each record, the conflict that it is part of.
pub(super) fn conflicts(records: &[WalletCustomer]) -> Vec<Option<Conflict>> {
    let mut by_uri: HashMap<&str, Vec<&WalletCustomer>> = HashMap::new();
    for record in records {
        by_uri.entry(record.customer_uri.as_str()).or_default().push(record);
    }
    records
        .iter()
        .map(|record| {
            let claimants = &by_uri[record.customer_uri.as_str()];
            (claimants.len() > 1)
                .then(|| Conflict { names: claimants.iter().map(|record| record.full_name()).collect() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use contract::{Family, Opened, operations::*, wallet::Wallet};

    use super::*;

    #[test]
    fn the_guides_two_people_under_one_wallet_are_a_conflict() {
        let text = include_str!("../../contract/samples/b2b-v1/retrieveCustomerLookupInfo.response.json");
        let Ok(Opened::Done(answer)) = Wallet::open::<RetrieveCustomerLookupInfo>(text) else {
            panic!("the guide's answer is read")
        };
        let found = conflicts(&answer.customer_look_up_info.rows);
        let names = vec!["Olivia Smith".to_owned(), "Paul Casey".to_owned()];
        assert_eq!(found, [Some(Conflict { names: names.clone() }), Some(Conflict { names })]);
    }
}
