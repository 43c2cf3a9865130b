//! What is blocked for all accounts of a contract, since when and why, and what else is changed beside the parameters that
//! the history keeps.

use contract::operations::issuing::{
    accounts::{Account, NewHierarchyOperationStatus},
    customers::{HierarchyOperationStatus, HierarchyOperationStatusChange},
};
use serde_json::{Map, Value};

use super::{
    calendar::{Millis, stamp},
    customers::root_of,
    plan::Plan,
};
use crate::{refusal::Refusal, world::World};

/// Parameters that an account states and its history does not.
const BESIDE_THE_HISTORY: &[&str] = &[
    "dunningCaseStatus",
    "collectionCaseStatus",
    "creditBureauContractFlag",
    "liabilityType",
    "accountMembershipNumber1",
    "accountMembershipNumber2",
    "accountDebitOrderDueDateDelay",
    "hierarchyDebitOrderDueDateDelay",
    "accountOutgoingCreditTransferFeature",
    "hierarchySelectedModels",
];

/// A block has its reason, and whatever is no block has none (public).
pub(super) fn well_reasoned(status: &NewHierarchyOperationStatus) -> Result<(), Refusal> {
    let blocks = [status.payments_blocking, status.reimbursements_blocking, status.authorizations_blocking];
    let has_reason = status.blocking_reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
    match (blocks.contains(&Some(true)), has_reason) {
        (true, false) => Err(Refusal::bad_request("hierarchyOperationStatus.blockingReason is needed with a block")),
        (false, true) => Err(Refusal::bad_request("hierarchyOperationStatus.blockingReason is for a block alone")),
        _ => Ok(()),
    }
}

impl World {
    /// Everything that was ever blocked or lifted for the contract of an account, newest first.
    pub(super) fn blocks(&self, plan: &Plan) -> Vec<HierarchyOperationStatusChange> {
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, plan);
        let mut now = HierarchyOperationStatusChange::default();
        let mut changes = Vec::new();
        for (at, change) in &self.account_state(root.number).parameters {
            let Some(status) = change.get("hierarchyOperationStatus") else { continue };
            let stated = |name: &str, before: Option<bool>| status.get(name).and_then(Value::as_bool).or(before);
            let text = |name: &str| status.get(name).and_then(Value::as_str).map(str::to_owned);
            now = HierarchyOperationStatusChange {
                payments_blocking: stated("paymentsBlocking", now.payments_blocking.or(Some(false))),
                reimbursements_blocking: stated("reimbursementsBlocking", now.reimbursements_blocking.or(Some(false))),
                authorizations_blocking: stated("authorizationsBlocking", now.authorizations_blocking.or(Some(false))),
                status_date: Some(stamp(*at)),
                blocking_reason: text("blockingReason"),
                comment: text("comment"),
            };
            changes.push(now.clone());
        }
        changes.reverse();
        changes
    }

    /// What is blocked now: without a reason, which stands in the history alone.
    pub(super) fn blocked_now(&self, plan: &Plan) -> HierarchyOperationStatus {
        let now = self.blocks(plan).into_iter().next().unwrap_or_default();
        HierarchyOperationStatus {
            payments_blocking: Some(now.payments_blocking.unwrap_or(false)),
            reimbursements_blocking: Some(now.reimbursements_blocking.unwrap_or(false)),
            authorizations_blocking: Some(now.authorizations_blocking.unwrap_or(false)),
            status_date: now.status_date,
        }
    }

    /// Keeps what is blocked with the account on top, where all accounts of the contract find it; the rest of the change
    /// is the account's own.
    pub(super) fn keep_block(&mut self, plan: &Plan, at: Millis, change: &mut Map<String, Value>) {
        let Some(status) = change.remove("hierarchyOperationStatus") else { return };
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, plan).number;
        let kept = Value::Object(Map::from_iter([("hierarchyOperationStatus".to_owned(), status)]));
        self.account_state_mut(root).parameters.push((at, kept));
    }

    /// An account with what was changed of it beside its history.
    pub(super) fn with_changes(&self, plan: &Plan, account: Account) -> Account {
        let now = self.now_on(plan);
        let Ok(Value::Object(mut whole)) = serde_json::to_value(&account) else { return account };
        let before = whole.clone();
        for (_, change) in self.account_state(plan.number).parameters.iter().filter(|(at, _)| *at <= now) {
            for name in BESIDE_THE_HISTORY {
                if let Some(value) = change.get(*name) {
                    whole.insert((*name).to_owned(), value.clone());
                }
            }
        }
        if whole == before {
            return account;
        }
        serde_json::from_str(&Value::Object(whole).to_string()).unwrap_or(account)
    }
}
