//! SEPA mandates of an account (seed 004:3791-3811).

use serde::{Deserialize, Serialize};

use crate::{
    identifier::AccountReference,
    instant::Instant,
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, Settlement, Spec, UsedBy, issuing},
    operations::issuing::{customers::AccountIdentifier, operations::stamp},
    personal::Personal,
};

/// Makes a mandate for an account, or attaches one that exists: either IBAN, owner and day of signature, or the
/// mandate's unique reference.
///
/// Source: seed 004:3791-3800; path and fields public. Errors: 400 facts missing or the mandate is not active, 401,
/// 403, 404, 500, 502.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateMandate {
    /// The account.
    pub account_reference: AccountReference,
    /// From which bank account is collected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iban: Option<Personal>,
    /// The bank of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bic: Option<String>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iban_owner_name: Option<Personal>,
    /// When it was signed.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub mandate_sign_date: Option<Instant>,
    /// Where it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_sign_city: Option<String>,
    /// Or: the reference of a mandate that exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_umr: Option<String>,
    /// The issuer's number for what the mandate belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate_contract_id: Option<String>,
    /// The payer's telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_phone_number: Option<Personal>,
    /// The payer's e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_email: Option<Personal>,
    /// The payer's address, where SEPA's rules want it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debtor_postal_address: Option<DebtorAddress>,
}

impl Operation for CreateMandate {
    type Family = Issuing;
    type Answer = AccountMandate;
    const SPEC: Spec = issuing("createMandate", Method::Post, "/accounts/{accountReference}/create-mandate")
        .from_seed("004:3791")
        .asks(Action::Money)
        .settled_by(Settlement::ReadState)
        .idempotent()
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// Cancels an account's mandate, at once or on a day ahead.
///
/// Source: seed 004:3802-3811; path and fields public. Errors: 400 no mandate, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelMandate {
    /// The account.
    pub account_reference: AccountReference,
    /// Why.
    pub cancellation_reason: MandateCancellationReason,
    /// On which day; at once when it is left out.
    #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub cancellation_date: Option<Instant>,
}

impl Operation for CancelMandate {
    type Family = Issuing;
    type Answer = AccountMandate;
    const SPEC: Spec = issuing("cancelMandate", Method::Post, "/accounts/{accountReference}/cancel-mandate")
        .from_seed("004:3802")
        .asks(Action::Money)
        .repeatable_after_read()
        .settled_by(Settlement::ReadState)
        .used_by(UsedBy::RepWithCare)
        .carries(Carries::Nothing);
}

/// A payer's address. Unlike a customer's it has no title and names no country in words, and may lack a country (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DebtorAddress {
    /// First line: usually the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line1: Option<Personal>,
    /// Second line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line2: Option<Personal>,
    /// Third line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line3: Option<Personal>,
    /// Fourth line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line4: Option<Personal>,
    /// Fifth line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line5: Option<Personal>,
    /// House number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building_number: Option<Personal>,
    /// Post box.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub box_number: Option<Personal>,
    /// Street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street_name: Option<Personal>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_code: Option<Personal>,
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub town_name: Option<String>,
    /// Region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_subdivision: Option<String>,
    /// `DE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// An account's mandate, as making and cancelling one answer (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountMandate {
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// Where the mandate stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_status: Option<String>,
    /// Its reference within the platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_uir: Option<String>,
    /// Its unique reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_umr: Option<String>,
}

open_enum! {
    /// Why a mandate is cancelled (public).
    pub enum MandateCancellationReason {
        /// The last collection came.
        ReceivedFinal = "RECEIVED_FINAL",
        /// Somebody asked for it.
        UserAction = "USER_ACTION",
        /// It is out of use. Spelt as the gateway spells it.
        Obsolescence = "OBSCOLESCENCE",
        /// It was refused.
        Refused = "REFUSED",
        /// The payer revokes it.
        RevocationAskedByDebtor = "REVOCATION_ASKED_BY_DEBTOR",
        /// The collector revokes it.
        RevocationAskedByCreditor = "REVOCATION_ASKED_BY_CREDITOR",
        /// The payer has it deleted.
        DeletionAskedByDebtor = "DELETION_ASKED_BY_DEBTOR",
        /// The collector has it deleted.
        DeletionAskedByCreditor = "DELETION_ASKED_BY_CREDITOR",
    }
}
