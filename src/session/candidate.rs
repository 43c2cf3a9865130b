//! Somebody whom a search found, before anybody serves them.

use std::collections::HashMap;

use contract::WalletCustomer;
use leptos::prelude::*;

use super::opaque_key::opaque_key;
use crate::{browser::time, routes::OpaqueKey};

/// One of those whom the newest search found. Cheap to make and to clone: a search may find hundreds.
#[derive(Clone)]
pub struct Candidate {
    /// Stands for the customer in addresses and storage.
    pub key: OpaqueKey,
    /// Set when the record must not be acted on.
    pub conflict: Option<Conflict>,
    /// The wallet as it was last read, here or while it was open.
    pub record: ArcRwSignal<WalletCustomer>,
    /// When that was, in milliseconds since 1970.
    pub read_at: ArcRwSignal<i64>,
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

/// Everybody in an answer, in its order. Records that claim one wallet are marked: acting on such a wallet could change
/// somebody else's.
pub(super) fn candidates(records: Vec<WalletCustomer>) -> Vec<Candidate> {
    let conflicts = conflicts(&records);
    let read_at = time::now();
    let candidate = |(record, conflict)| Candidate {
        key: opaque_key(&record),
        conflict,
        record: ArcRwSignal::new(record),
        read_at: ArcRwSignal::new(read_at),
    };
    records.into_iter().zip(conflicts).map(candidate).collect()
}

/// For each record, the conflict that it is part of.
fn conflicts(records: &[WalletCustomer]) -> Vec<Option<Conflict>> {
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
