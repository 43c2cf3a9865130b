//! What happened on an account, as briefly as it can be kept. `shown_operation` and `shown_authorization` write it out.

use contract::operations::issuing::operations::{AccountOperation, DeclineReason};

use super::{
    calendar::Millis,
    merchants::Merchant,
    numbers::{AccountCode, Sequence},
    planted::Told,
};

/// Something posted to an account.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) sequence: Sequence,
    pub(crate) posted: Millis,
    /// First of the three facts that name it for the outside; a part of a payment bears its payment's (seed 004:701, 725).
    pub(crate) external_date: Millis,
    /// From when it counts: a local midnight.
    pub(crate) value_date: Millis,
    /// What changes the account, in cents; debit is positive.
    pub(crate) cents: i64,
    /// Whether it counts in the balance: a payment whose parts are listed beside it does not (seed 004:687-728).
    pub(crate) counts: bool,
    /// The operation to which it belongs.
    pub(crate) parent: Option<Sequence>,
    pub(crate) kind: EntryKind,
}

/// What it was.
#[derive(Clone, Debug)]
pub(crate) enum EntryKind {
    Purchase(Purchase),
    /// A merchant gives money back.
    Refund(Purchase),
    Fee {
        fee_type: &'static str,
        sub_fee_type: Option<&'static str>,
        code: &'static str,
        text: &'static str,
    },
    Interest,
    Payment {
        by_direct_debit: bool,
    },
    /// A direct debit that the bank sent back.
    Returned,
    /// What a payment paid.
    Part {
        of: &'static str,
    },
    /// What the account below had spent goes to the account that pays.
    Transfer,
    /// Posted by hand, or printed in the guide: as it is shown.
    AsStated(Box<AccountOperation>),
}

/// A card was used.
#[derive(Clone, Debug)]
pub(crate) struct Purchase {
    pub(crate) merchant: &'static Merchant,
    /// In minor units of the merchant's currency.
    pub(crate) amount: i64,
    /// When, at the merchant's.
    pub(crate) made: Millis,
    /// Which card of the account.
    pub(crate) card: u8,
    /// Six digits.
    pub(crate) approval: u64,
}

/// A card was refused.
#[derive(Clone, Debug)]
pub(crate) struct Decline {
    pub(crate) sequence: Sequence,
    pub(crate) purchase: Purchase,
    pub(crate) cents: i64,
    pub(crate) reason: DeclineReason,
    /// Which limit or restriction stood in the way.
    pub(crate) because_of: Option<&'static str>,
    /// What is told of it instead, for a known customer.
    pub(crate) told: Option<Box<Told>>,
}

impl Entry {
    /// The gateway's number for it.
    pub(crate) fn id(&self, account: AccountCode) -> String {
        match &self.kind {
            EntryKind::AsStated(operation) => operation.operation_identifier.operation_id.to_string(),
            _ => account.operation(self.sequence).to_string(),
        }
    }

    /// Its external reference.
    pub(crate) fn external_reference(&self, account: AccountCode) -> String {
        match &self.kind {
            EntryKind::AsStated(operation) => {
                operation.external_operation_reference.as_ref().map(ToString::to_string).unwrap_or_default()
            }
            EntryKind::Purchase(_) | EntryKind::Refund(_) => account.scheme_reference(self.sequence).to_string(),
            _ => account.platform_reference(self.sequence).to_string(),
        }
    }

    /// What it adds to a statement's payments.
    pub(crate) fn paid(&self) -> i64 {
        use contract::operations::issuing::operations::OperationKind;
        match &self.kind {
            EntryKind::Payment { .. } | EntryKind::Returned => -self.cents,
            EntryKind::AsStated(operation) if operation.operation_kind == Some(OperationKind::Payment) => -self.cents,
            _ => 0,
        }
    }
}
