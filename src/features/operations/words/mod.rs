//! What the gateway's codes mean, in a rep's words. A word that no guide names stays as it is.

pub mod decline;

use contract::operations::issuing::operations::{
    AccountOperation, AcquisitionMaterial, AuthorizationEntryMode, AuthorizationType, BusinessCaseType, EntryMode,
    FeeType, FinancialType, InterestType, MailPhoneEcommerceAndPaymentIndicator, OperationCode, OperationStatus,
    PaymentChannel, PointOfSaleEnvironment, Trigger, ValidationMode,
};

pub use crate::ui::merchant_category::category;

/// What a fee is for. An issuer may have more.
pub fn fee_type(fee: &FeeType) -> &str {
    match fee {
        FeeType::Markup => "Foreign mark-up",
        FeeType::Transaction => "Transaction fee",
        FeeType::Periodic => "Periodic fee",
        FeeType::Volume => "Volume fee",
        FeeType::Insurance => "Insurance",
        FeeType::Manual => "Fee by hand",
        FeeType::Statement => "Statement fee",
        FeeType::Event => "Fee for an event",
        FeeType::RejectedMessage => "Fee for a rejection",
        FeeType::Card => "Card fee",
        FeeType::AccountSetup => "Set-up fee",
        FeeType::Membership => "Membership fee",
        FeeType::AddOnService => "Additional service",
        FeeType::Unknown(word) => word,
    }
}

/// Which way interest goes.
pub fn interest_type(interest: &InterestType) -> &str {
    match interest {
        InterestType::Credit => "Credited",
        InterestType::Debit => "Charged",
        InterestType::Unknown(word) => word,
    }
}

/// What set off a payment or a reimbursement.
pub fn trigger(trigger: &Trigger) -> &str {
    match trigger {
        Trigger::OnDemand => "Somebody asked for it",
        Trigger::Cyclic => "The end of the cycle",
        Trigger::Daily => "The end of the day",
        Trigger::OnTransaction => "A purchase",
        Trigger::OnTermination => "The end of the contract",
        Trigger::Unknown(word) => word,
    }
}

/// What kind of transaction it is.
pub fn operation_code(code: &OperationCode) -> &str {
    match code {
        OperationCode::CashAdvance => "Cash advance",
        OperationCode::CashBack => "Purchase with cash back",
        OperationCode::CashWithdrawal => "Cash withdrawal",
        OperationCode::Credit => "Credit",
        OperationCode::FundTransfer => "Transfer",
        OperationCode::NormalPurchase => "Purchase",
        OperationCode::RefundPurchase => "Refund",
        OperationCode::Load => "Load",
        OperationCode::Unknown(word) => word,
    }
}

/// How far it has come.
pub fn status(status: &OperationStatus) -> &str {
    match status {
        OperationStatus::Processed => "Processed",
        OperationStatus::InError => "In error",
        OperationStatus::InDispute => "In dispute",
        OperationStatus::Pending => "Pending",
        OperationStatus::Unknown(word) => word,
    }
}

/// On which way a payment came.
pub fn payment_channel(channel: &PaymentChannel) -> &str {
    match channel {
        PaymentChannel::DirectDebit => "Direct debit",
        PaymentChannel::Cheque => "Cheque",
        PaymentChannel::Cash => "Cash",
        PaymentChannel::OnlineMoney => "Online money",
        PaymentChannel::NotProvided => "Not stated",
        PaymentChannel::IncomingPayment => "Incoming payment",
        PaymentChannel::Instalment => "For a credit by instalments",
        PaymentChannel::Unknown(word) => word,
    }
}

/// The merchant's device.
pub fn material(material: &AcquisitionMaterial) -> &str {
    match material {
        AcquisitionMaterial::CashMachine => "Cash machine",
        AcquisitionMaterial::PointOfSale => "Terminal",
        AcquisitionMaterial::VoicePhone => "By telephone",
        AcquisitionMaterial::Manual => "By hand",
        AcquisitionMaterial::UnattendedTerminal => "Terminal without staff",
        AcquisitionMaterial::Mobile => "Mobile terminal",
        AcquisitionMaterial::Internet => "Internet",
        AcquisitionMaterial::NotKnown => "Not known",
        AcquisitionMaterial::Unknown(word) => word,
    }
}

/// How the cardholder confirmed it.
pub fn validation(mode: &ValidationMode) -> &str {
    match mode {
        ValidationMode::SecretDigits => "PIN",
        ValidationMode::Signature => "Signature",
        ValidationMode::NotKnown => "Not known",
        ValidationMode::Unknown(word) => word,
    }
}

/// How safely it was made without the card being there; nothing where that does not apply.
pub fn remote(indicator: &MailPhoneEcommerceAndPaymentIndicator) -> Option<&str> {
    Some(match indicator {
        MailPhoneEcommerceAndPaymentIndicator::NotApplicable => return None,
        MailPhoneEcommerceAndPaymentIndicator::MailOrPhone => "By mail or telephone",
        MailPhoneEcommerceAndPaymentIndicator::Recurring => "Recurring",
        MailPhoneEcommerceAndPaymentIndicator::Instalment => "In instalments",
        MailPhoneEcommerceAndPaymentIndicator::OtherMailOrder => "By mail in another way",
        MailPhoneEcommerceAndPaymentIndicator::Secure => "On the internet, authenticated",
        MailPhoneEcommerceAndPaymentIndicator::AuthenticationAttempted => "On the internet, authentication was tried",
        MailPhoneEcommerceAndPaymentIndicator::NotAuthenticated => "On the internet, encrypted but not authenticated",
        MailPhoneEcommerceAndPaymentIndicator::NotSecure => "On the internet, not protected",
        MailPhoneEcommerceAndPaymentIndicator::Regional => "For regional use",
        MailPhoneEcommerceAndPaymentIndicator::Unknown(word) => word,
    })
}

/// What cardholder and merchant agreed on; nothing for a single purchase.
pub fn agreement(environment: &PointOfSaleEnvironment) -> Option<&str> {
    Some(match environment {
        PointOfSaleEnvironment::Default => return None,
        PointOfSaleEnvironment::Recurring => "Recurring",
        PointOfSaleEnvironment::Instalment => "In instalments",
        PointOfSaleEnvironment::CredentialOnFile => "With card data that the merchant keeps",
        PointOfSaleEnvironment::Unknown(word) => word,
    })
}

/// How it was paid, in one word for a list: how the card was read, or on which way it came without a card.
pub fn entry(operation: &AccountOperation) -> &str {
    if operation.e_commerce == Some(true) || operation.acquisition_material == Some(AcquisitionMaterial::Internet) {
        return "Online";
    }
    match &operation.entry_mode {
        Some(EntryMode::OpticalCharacters) => "Read as print",
        Some(EntryMode::Manual) => "Typed in",
        Some(EntryMode::Stripe) => "Magnetic stripe",
        Some(EntryMode::Contactless) => "Contactless",
        Some(EntryMode::Chip) => "Chip",
        Some(EntryMode::Barcode) => "Bar code",
        Some(EntryMode::Unknown(word)) => word,
        Some(EntryMode::NotKnown) | None => operation.payment_channel.as_ref().map_or("", payment_channel),
    }
}

/// The same for an authorization, which has other words.
pub fn authorization_entry(mode: &AuthorizationEntryMode) -> &str {
    match mode {
        AuthorizationEntryMode::KeyEntry => "Typed in",
        AuthorizationEntryMode::Stripe => "Magnetic stripe",
        AuthorizationEntryMode::Chip => "Chip",
        AuthorizationEntryMode::ContactlessStripe => "Contactless (stripe)",
        AuthorizationEntryMode::ContactlessChip => "Contactless",
        AuthorizationEntryMode::BarCode => "Bar code",
        AuthorizationEntryMode::OpticalCharacters => "Read as print",
        AuthorizationEntryMode::File => "From the merchant's file",
        AuthorizationEntryMode::AutoEntry => "By itself",
        AuthorizationEntryMode::Other => "Another way",
        AuthorizationEntryMode::NotKnown => "Not known",
        AuthorizationEntryMode::Unknown(word) => word,
    }
}

/// What one authorization does in its business case.
pub fn authorization_type(does: &AuthorizationType) -> &str {
    match does {
        AuthorizationType::Authorization => "Asks",
        AuthorizationType::Reversal => "Takes back",
        AuthorizationType::Confirmation => "Confirms",
        AuthorizationType::Rollback => "Undoes after a fault",
        AuthorizationType::ReserveUpdate => "Changes the reserve",
        AuthorizationType::ReserveExpiry => "Ends the reserve",
        AuthorizationType::Other => "Something else",
        AuthorizationType::NotKnown => "Not known",
        AuthorizationType::Unknown(word) => word,
    }
}

/// What a business case is about, and what money is to do in it.
pub fn business<'a>(case: Option<&'a BusinessCaseType>, financial: Option<&'a FinancialType>) -> &'a str {
    if let Some(financial) = financial.filter(|financial| **financial != FinancialType::NotKnown) {
        return financial_type(financial);
    }
    match case {
        None => "",
        Some(BusinessCaseType::FinancialRequest) => "Payment",
        Some(BusinessCaseType::FinancialVerification) => "Question whether it would be approved",
        Some(BusinessCaseType::AccountVerification) => "Card check",
        Some(BusinessCaseType::BalanceEnquiry) => "Question for the balance",
        Some(BusinessCaseType::StatementEnquiry) => "Question for a short statement",
        Some(BusinessCaseType::PinChange) => "PIN change",
        Some(BusinessCaseType::PinUnblock) => "PIN unblock",
        Some(BusinessCaseType::PickUp) => "Card kept",
        Some(BusinessCaseType::CardReturn) => "Card given back",
        Some(BusinessCaseType::Reconciliation) => "Totals compared",
        Some(BusinessCaseType::ReserveUpdate) => "Reserve changed",
        Some(BusinessCaseType::ReserveExpiry) => "Reserve ended",
        Some(BusinessCaseType::CardFileOperation) => "Card list changed",
        Some(BusinessCaseType::TokenLifeCycleEvent) => "Device token",
        Some(BusinessCaseType::Other) => "Something else",
        Some(BusinessCaseType::NotKnown) => "Not known",
        Some(BusinessCaseType::Unknown(word)) => word,
    }
}

fn financial_type(financial: &FinancialType) -> &str {
    match financial {
        FinancialType::Cash => "Cash withdrawal",
        FinancialType::CashRefund => "Cash given back",
        FinancialType::QuasiCash => "Money-like purchase",
        FinancialType::QuasiCashRefund => "Money-like purchase given back",
        FinancialType::Purchase => "Purchase",
        FinancialType::Refund => "Refund",
        FinancialType::Load => "Load",
        FinancialType::Unload => "Unload",
        FinancialType::FundsTransferCredit => "Transfer in",
        FinancialType::FundsTransferDebit => "Transfer out",
        FinancialType::OtherCredit => "Other credit",
        FinancialType::OtherDebit => "Other debit",
        FinancialType::Deposit => "Deposit",
        FinancialType::DepositRefund => "Deposit given back",
        FinancialType::NotKnown => "Not known",
        FinancialType::Unknown(word) => word,
    }
}

#[cfg(test)]
mod tests {
    use contract::{Family, Opened, issuing::Issuing, operations::issuing::operations::ListOperations};

    use super::*;

    #[test]
    fn the_guides_operations_are_read_in_words() {
        let text = include_str!("../../../../contract/samples/issuing-v2/listOperations.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListOperations>(text) else { panic!("a list") };
        let [hotel, fee] = list.rows.as_slice() else { panic!("two operations") };
        assert_eq!(entry(hotel), "Magnetic stripe");
        assert_eq!(hotel.merchant_category_code.as_deref().map(category), Some("Hotel"));
        assert_eq!(fee.fee_type.as_ref().map(fee_type), Some("Foreign mark-up"));
        assert_eq!(entry(fee), "", "a fee was not paid with a card");
        let blank = hotel.mail_phone_ecommerce_and_payment_indicator.as_ref().expect("stated");
        assert_eq!(remote(blank), None, "a blank means that it does not apply");
    }

    #[test]
    fn a_word_that_no_guide_names_stays_as_it_is() {
        assert_eq!(fee_type(&"LOUNGE_FEE".into()), "LOUNGE_FEE");
        assert_eq!(status(&"NEW".into()), "NEW");
    }
}
