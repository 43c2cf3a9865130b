//! The words with which an authorization describes itself. They are others than those of a posted operation, and may
//! grow: callers are asked to be ready for new ones (public).

use crate::open_enum;

open_enum! {
    /// How it ended.
    pub enum ResultType {
        /// Approved.
        Approval = "Approval",
        /// Refused.
        Decline = "Decline",
        /// Refused: the merchant is to call.
        Referral = "Referral",
        /// Refused: the card is to be kept.
        PickUp = "PickUp",
        /// In another way; whether it was refused, `declined` says.
        Other = "Other",
    }
}

open_enum! {
    /// Why it was refused.
    pub enum DeclineReason {
        /// The card is blocked.
        CardBlocked = "CardBlocked",
        /// Fraud is suspected.
        FraudSuspected = "FraudSuspected",
        /// The printed security digits were missing.
        SecurityDigitsMissing = "Cvv2Missing",
        /// A fault.
        TechnicalError = "TechnicalError",
        /// Over a limit.
        OverLimit = "OverLimit",
        /// Too often.
        OverUsageLimit = "OverUsageLimit",
        /// Over the credit limit.
        OverCreditLimit = "OverCreditLimit",
        /// The printed security digits were wrong.
        SecurityDigitsWrong = "Cvv2Wrong",
        /// The digits on the magnetic stripe were wrong.
        StripeDigitsWrong = "CvvWrong",
        /// The authentication on the internet was wrong.
        AuthenticationValueWrong = "CavvWrong",
        /// The card is not known.
        CardUnknown = "CardUnknown",
        /// The card has expired.
        CardExpired = "CardExpired",
        /// The secret digits were wrong.
        PinWrong = "PinWrong",
        /// They were wrong too often.
        PinTriesOverLimit = "PinTriesOverLimit",
        /// One more time is too often.
        PinTriesAlmostOverLimit = "PinTriesAlmostOverLimit",
        /// A restriction forbids it.
        RestrictionViolated = "RestrictionViolated",
        /// The chip's cryptogram was wrong.
        ChipCryptogramWrong = "ArqcWrong",
        /// This kind of transaction is not allowed.
        TransactionNotAllowed = "TxnNotAllowed",
        /// The merchant is not known.
        MerchantUnknown = "MerchantUnknown",
        /// Nobody answered in time.
        ReplyTimeout = "ReplyTimeout",
        /// Another reason.
        Other = "Other",
        /// The gateway does not know.
        NotKnown = "Unknown",
    }
}

open_enum! {
    /// What a business case is about; the same for all its authorizations.
    pub enum BusinessCaseType {
        /// Money is to move.
        FinancialRequest = "FinancialRequest",
        /// Would it be approved.
        FinancialVerification = "FinancialVerification",
        /// Is there such an account.
        AccountVerification = "AccountVerification",
        /// How much is there.
        BalanceEnquiry = "BalanceEnquiry",
        /// A short statement.
        StatementEnquiry = "StatementEnquiry",
        /// The secret digits are changed.
        PinChange = "PinChange",
        /// And unblocked.
        PinUnblock = "PinUnblock",
        /// The card was kept.
        PickUp = "PickUp",
        /// The card was given back.
        CardReturn = "CardReturn",
        /// Totals are compared.
        Reconciliation = "Reconciliation",
        /// A reserve changes.
        ReserveUpdate = "ReserveUpdate",
        /// A reserve ends.
        ReserveExpiry = "ReserveExpiry",
        /// The list of cards changes.
        CardFileOperation = "CardFileOperation",
        /// A device's token begins, changes or ends.
        TokenLifeCycleEvent = "TokenLifeCycleEvent",
        /// Something else.
        Other = "Other",
        /// The gateway does not know.
        NotKnown = "Unknown",
    }
}

open_enum! {
    /// What money is to do, in a financial business case.
    pub enum FinancialType {
        /// Cash.
        Cash = "Cash",
        /// Cash comes back.
        CashRefund = "CashRefund",
        /// Like cash: chips, transfers.
        QuasiCash = "QuasiCash",
        /// That comes back.
        QuasiCashRefund = "QuasiCashRefund",
        /// A purchase.
        Purchase = "Purchase",
        /// A purchase comes back.
        Refund = "Refund",
        /// A load.
        Load = "Load",
        /// An unload.
        Unload = "Unload",
        /// A transfer comes in.
        FundsTransferCredit = "FundsTransferCredit",
        /// A transfer goes out.
        FundsTransferDebit = "FundsTransferDebit",
        /// Another credit.
        OtherCredit = "OtherCredit",
        /// Another debit.
        OtherDebit = "OtherDebit",
        /// A deposit.
        Deposit = "Deposit",
        /// A deposit comes back.
        DepositRefund = "DepositRefund",
        /// The gateway does not know.
        NotKnown = "Unknown",
    }
}

open_enum! {
    /// What one authorization does in its business case.
    pub enum AuthorizationType {
        /// Asks.
        Authorization = "Authorization",
        /// Takes back.
        Reversal = "Reversal",
        /// Confirms.
        Confirmation = "Confirmation",
        /// Undoes after a fault.
        Rollback = "Rollback",
        /// Changes a reserve.
        ReserveUpdate = "ReserveUpdate",
        /// Ends a reserve.
        ReserveExpiry = "ReserveExpiry",
        /// Something else.
        Other = "Other",
        /// The gateway does not know.
        NotKnown = "Unknown",
    }
}

open_enum! {
    /// How the card was read; other words than those of a posted operation.
    pub enum AuthorizationEntryMode {
        /// Typed.
        KeyEntry = "KeyEntry",
        /// Magnetic stripe.
        Stripe = "Magstripe",
        /// Chip.
        Chip = "Chip",
        /// Contactless, as a stripe.
        ContactlessStripe = "ContactlessMagstripe",
        /// Contactless, as a chip.
        ContactlessChip = "ContactlessChip",
        /// Bar code.
        BarCode = "BarCode",
        /// Read as print.
        OpticalCharacters = "Ocr",
        /// From a file of the merchant's.
        File = "File",
        /// By itself.
        AutoEntry = "AutoEntry",
        /// In another way.
        Other = "Other",
        /// The gateway does not know.
        NotKnown = "Unknown",
    }
}

open_enum! {
    /// Whether a business case still holds money back.
    pub enum AccountReserveStatus {
        /// It never did.
        None = "None",
        /// It does.
        Active = "Active",
        /// It ended by itself.
        Expired = "Expired",
        /// It was cleared or taken back.
        Cancelled = "Cancelled",
        /// Something else.
        Other = "Other",
    }
}

open_enum! {
    /// Whether a merchant asked, or only told (public).
    pub enum AuthorizationSubType {
        /// Asked, and was answered.
        Request = "Request",
        /// Told what was decided elsewhere.
        Advice = "Advice",
        /// Something else.
        Other = "Other",
    }
}
