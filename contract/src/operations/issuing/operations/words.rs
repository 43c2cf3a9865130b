//! The words with which an operation describes itself. All of them may grow (seed 004 shows some, the public
//! specification lists the others).

use crate::open_enum;

open_enum! {
    /// What an operation is.
    pub enum OperationKind {
        /// A transaction that came from the scheme.
        Transaction = "TRN",
        /// A fee.
        Fee = "FEE",
        /// Interest, debit or credit.
        Interest = "INT",
        /// A payment towards the account.
        Payment = "PAY",
        /// A part of a payment on one account: already counted in its `PAY` (seed 004:687-728).
        PaymentApportionment = "SUBPAYOP",
        /// A reimbursement.
        Reimbursement = "RMB",
        /// Money that was loaded.
        Load = "LOAD",
        /// A refund or redebit out of a dispute.
        Dispute = "DISPUTE",
        /// A balance that was transferred.
        BalanceTransfer = "BAL",
        /// A balance that was adjusted.
        BalanceAdjustment = "BAL_ADJ",
        /// A balance that was reset.
        BalanceReset = "RST_BAL",
        /// A debt that was written off.
        WriteOff = "WRITE_OFF",
        /// One instalment.
        Instalment = "CRD_INST",
        /// The start of a credit by instalments.
        InstalmentCredit = "CRD_INST_INIT",
    }
}

open_enum! {
    /// What kind of transaction it is; only for the scheme's and for loads.
    pub enum OperationCode {
        /// Cash against credit.
        CashAdvance = "CASH_ADVANCE",
        /// Cash together with a purchase.
        CashBack = "CASH_BACK",
        /// Cash from a machine.
        CashWithdrawal = "CASH_WITHDRAWAL",
        /// A credit.
        Credit = "CREDIT",
        /// A transfer.
        FundTransfer = "FUND_TRANSFER",
        /// A purchase.
        NormalPurchase = "NORMAL_PURCHASE",
        /// A purchase that was refunded.
        RefundPurchase = "REFUND_PURCHASE",
        /// A load.
        Load = "LOAD",
    }
}

open_enum! {
    /// What a fee is for. An issuer may have more.
    pub enum FeeType {
        /// A mark-up on a foreign transaction.
        Markup = "MARKUP_FEE",
        /// For one transaction.
        Transaction = "TRANSACTION_FEE",
        /// For a period.
        Periodic = "PERIODIC_FEE",
        /// For a volume.
        Volume = "VOLUME_FEE",
        /// Insurance.
        Insurance = "INSURANCE_FEE",
        /// Posted by hand.
        Manual = "MANUAL_FEE",
        /// For a statement.
        Statement = "STATEMENT_FEE",
        /// For an event.
        Event = "EVENT_FEE",
        /// For a rejected message.
        RejectedMessage = "RMESSAGE_FEE",
        /// For a card.
        Card = "CARD_FEE",
        /// For setting the account up.
        AccountSetup = "ACCOUNT_SETUP_FEE",
        /// For membership.
        Membership = "MEMBERSHIP_FEE",
        /// For an additional service.
        AddOnService = "ADDON_SERVICE_FEE",
    }
}

open_enum! {
    /// How far an operation has come. The lists leave it out.
    pub enum OperationStatus {
        /// Done.
        Processed = "PROCESSED",
        /// Failed.
        InError = "IN_ERROR",
        /// Disputed.
        InDispute = "CAS_IN_DISPUTE",
        /// Not yet done.
        Pending = "CAS_PENDING",
    }
}

open_enum! {
    /// Why an operation was adjusted.
    pub enum AdjustmentReason {
        /// A dispute ended that way.
        DisputeResult = "DISPUTE_RESULT",
        /// Goodwill.
        CommercialAdjustment = "COMMERCIAL_ADJUSTMENT",
        /// It should not have been.
        InvalidOperation = "INVALID_OPERATION",
        /// It was taken in wrongly.
        ErrorDuringAcquisition = "ERROR_DURING_ACQUISITION",
        /// A configuration was applied again.
        ConfigurationReprocessing = "CONFIGURATION_REPROCESSING",
    }
}

open_enum! {
    /// Why an operation is reversed.
    pub enum ReversalReason {
        /// Somebody asked for it; the one documented reason.
        OnDemand = "REVERSAL_ON_DEMAND",
    }
}

open_enum! {
    /// Which way interest goes.
    pub enum InterestType {
        /// In the customer's favour: a negative amount.
        Credit = "CREDIT",
        /// To be paid by the customer: a positive amount.
        Debit = "DEBIT",
    }
}

open_enum! {
    /// The way on which a payment came.
    pub enum PaymentChannel {
        /// Direct debit.
        DirectDebit = "DIRECT_DEBIT",
        /// Cheque.
        Cheque = "CHEQUE",
        /// Cash.
        Cash = "CASH",
        /// Online money.
        OnlineMoney = "ONLINE_MONEY",
        /// What is assumed when no channel is sent.
        NotProvided = "NO_CHANNEL_PROVIDED",
        /// A payment that came in.
        IncomingPayment = "INCOMING_PAYMENT",
        /// Made for a credit by instalments; read only.
        Instalment = "INSTALMENT",
    }
}

open_enum! {
    /// How much of a credit balance is reimbursed.
    pub enum ReimbursementType {
        /// What the system calculates; no amount is sent.
        Full = "FULL",
        /// As much of the amount as is allowed.
        Partial = "PARTIAL",
        /// The amount, or nothing when it is too much. What is assumed when no type is sent.
        Maximum = "MAX",
    }
}
