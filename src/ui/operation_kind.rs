//! What kinds of operations there are, in a rep's words.

use contract::operations::issuing::operations::OperationKind;

/// One of them: "Fee". A word that no guide names stays as it is.
pub fn words(kind: &OperationKind) -> &str {
    match kind {
        OperationKind::Transaction => "Transaction",
        OperationKind::Fee => "Fee",
        OperationKind::Interest => "Interest",
        OperationKind::Payment => "Payment",
        OperationKind::PaymentApportionment => "Part of a payment",
        OperationKind::Reimbursement => "Reimbursement",
        OperationKind::Load => "Load",
        OperationKind::Dispute => "Dispute",
        OperationKind::BalanceTransfer => "Balance transfer",
        OperationKind::BalanceAdjustment => "Balance adjustment",
        OperationKind::BalanceReset => "Balance reset",
        OperationKind::WriteOff => "Write-off",
        OperationKind::Instalment => "Instalment",
        OperationKind::InstalmentCredit => "Credit by instalments",
        OperationKind::Unknown(word) => word,
    }
}

/// Several: "Fees".
pub fn plural(kind: &OperationKind) -> String {
    match kind {
        OperationKind::Interest | OperationKind::Unknown(_) => words(kind).to_owned(),
        OperationKind::PaymentApportionment => "Parts of payments".into(),
        OperationKind::InstalmentCredit => "Credits by instalments".into(),
        _ => format!("{}s", words(kind)),
    }
}
