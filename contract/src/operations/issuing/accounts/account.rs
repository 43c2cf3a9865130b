//! `GET /accounts/{accountReference}`, seed 004:3275-3297.

use serde::{Deserialize, Serialize};

use super::{
    credit_transfer::OutgoingCreditTransferFeature,
    cycle::{CycleInformation, LoyaltyPoint},
    model::{AccountModel, CaseStatus, PaymentMode},
};
use crate::{
    free_form::FreeForm,
    identifier::{AccountReference, IssuerId},
    instant::{self, Instant},
    issuing::Issuing,
    money::Amount,
    open_enum,
    operation::{Action, Carries, Method, Operation, Spec, UsedBy, issuing},
    operations::issuing::customers::{
        AccountIdentifier, ContractIdentifier, CustomerIdentifier, HierarchyOperationStatus,
        HierarchyOperationStatusChange, ProductIdentifier, lenient,
    },
    personal::Personal,
    rows::Rows,
    text_bool,
};

/// Reads the master data of an account: its state, how it is paid, and to whom it belongs.
///
/// Source: seed 004:3275-3297, whose sample is that of the contract (see `retrieveAccountContract`); path and fields
/// public. Errors: 404 no such account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccount {
    /// The account.
    pub account_reference: AccountReference,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<AccountEmbed>,
}

impl Operation for RetrieveAccount {
    type Family = Issuing;
    type Answer = Account;
    const SPEC: Spec = issuing("retrieveAccount", Method::Get, "/accounts/{accountReference}")
        .from_seed("004:3275")
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Personal);
}

/// An account. All fields are public; of its contract's other accounts it names one above, one on top and the paying
/// one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Account {
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// Both references.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// What the issuer calls it; the template's name unless given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<AccountStatus>,
    /// Since when.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Instant>,
    /// How it came there, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_history: Option<Rows<AccountStatusChange>>,
    /// When it became active.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub activation_date: Option<Instant>,
    /// When it is to be closed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub scheduled_closing_date: Option<Instant>,
    /// Which day that is: `MANUAL`, `NEXT_CYCLIC_CLOSURE_DATE`, `ANNUAL_FEE_DUE_DATE`, `NOW_DATE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheduled_closing_date_type: Option<String>,
    /// How it is closed: `SCHEDULED_CLOSING`, `FORCED_CLOSING`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_closing_type: Option<String>,
    /// When it was closed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub final_closing_date: Option<Instant>,
    /// Whether it stands on top of its contract's accounts.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub root: Option<bool>,
    /// ISO 4217.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_currency_code: Option<String>,
    /// Pay before, pay now or pay later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_mode: Option<String>,
    /// `CONSUMER` or `CORPORATE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_type: Option<String>,
    /// What is owed (positive) or held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_balance: Option<Amount>,
    /// When its balance last changed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_impact_date: Option<Instant>,
    /// How it is repaid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_mode: Option<PaymentMode>,
    /// How it was repaid before it was blocked or handed over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_payment_mode: Option<String>,
    /// Who pays for it: `ROOT_PAYS`, `ITSELF_PAYS`, `ENTITY_PAYS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paying_account_type: Option<String>,
    /// Who pays for the accounts of the contract: `ROOT_PAYS`, `ITSELF_PAYS`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hierarchy_paying_account_type: Option<String>,
    /// Whether somebody else pays from the next cycle on.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub is_change_of_payer_at_next_cycle: Option<bool>,
    /// Who is liable, in the issuer's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub liability_type: Option<String>,
    /// Where repayments are taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban: Option<Personal>,
    /// Another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_iban: Option<Personal>,
    /// The bank of the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bic: Option<String>,
    /// May be another than the account's owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iban_owner_name: Option<Personal>,
    /// Whether direct debits and transfers are SEPA's.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_indicator: Option<bool>,
    /// Whether there is a mandate.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub sepa_mandate: Option<bool>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_status: Option<String>,
    /// Its unique reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_umr: Option<String>,
    /// Its reference within the platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_mandate_uir: Option<String>,
    /// Who collects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sepa_creditor_id: Option<String>,
    /// The least that falls due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_min_amount: Option<Amount>,
    /// A fixed amount that falls due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_due_percentage: Option<String>,
    /// `GREATER` or `LESSER` of the two counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greater_or_lesser_amount_due: Option<String>,
    /// A fixed amount that is taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_fixed_amount: Option<Amount>,
    /// Or a part of the balance, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_debit_percentage: Option<String>,
    /// Days from the statement to the direct debit.
    #[serde(deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub account_debit_order_due_date_delay: Option<i64>,
    /// The same for all accounts of the contract.
    #[serde(deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub hierarchy_debit_order_due_date_delay: Option<i64>,
    /// What is still to be paid by instalments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_instalment_balance: Option<Amount>,
    /// The calendar of its cycles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closure_calendar: Option<String>,
    /// The cycle that is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_cycle_information: Option<CycleInformation>,
    /// Until when no interest runs: `NEXT_CYCLE_GRACE_DATE`, `NO_GRACE_PERIOD_USED`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grace_period_type: Option<String>,
    /// Whether interest runs from the first day of the first cycle.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub no_grace_on_the_first_cycle: Option<bool>,
    /// When the last fee for the account was taken.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_subscription_fee_date: Option<Instant>,
    /// When the next one is.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub next_subscription_fee_date: Option<Instant>,
    /// Whether a payment is overdue.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub delinquent: Option<bool>,
    /// Whether a returned debit announces it. The public key ends in a blank.
    #[serde(
        rename = "preDelinquent ",
        alias = "preDelinquent",
        deserialize_with = "text_bool::optional::deserialize",
        skip_serializing_if = "Option::is_none"
    )]
    pub pre_delinquent: Option<bool>,
    /// Where the case of dunning stands, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dunning_case_status: Option<CaseStatus>,
    /// Likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collection_case_status: Option<CaseStatus>,
    /// Whether it is reported to a credit bureau.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub credit_bureau_contract_flag: Option<bool>,
    /// Whether change is rounded up and saved.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub spare_change_saving: Option<bool>,
    /// Whether the credit is whole again when a cycle closes.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub reset_credit_limit: Option<bool>,
    /// What counts against the credit since it was last whole again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reset_limit_balance: Option<Amount>,
    /// Whether authorizations are given without regard to what is left.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub no_otb_check: Option<bool>,
    /// What it may transfer out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_outgoing_credit_transfer_feature: Option<OutgoingCreditTransferFeature>,
    /// The customer's number in a programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_membership_number1: Option<Personal>,
    /// Another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_membership_number2: Option<Personal>,
    /// What is blocked for all accounts of the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hierarchy_operation_status: Option<HierarchyOperationStatus>,
    /// What was blocked when and why, when that was asked for: the reason stands nowhere else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hierarchy_operation_status_history: Option<Rows<HierarchyOperationStatusChange>>,
    /// By which models it works, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected_models: Option<Rows<AccountModel>>,
    /// By which models all accounts of the contract work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hierarchy_selected_models: Option<Rows<AccountModel>>,
    /// Points, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loyalty_points: Option<Rows<LoyaltyPoint>>,
    /// Free facts of the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<FreeForm>,
    /// Free facts of all accounts of the contract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_hierarchy_specific_fields: Option<FreeForm>,
    /// The product that it is based on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_identifier: Option<ProductIdentifier>,
    /// The contract that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_identifier: Option<ContractIdentifier>,
    /// Who owns it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_owner_identifier: Option<CustomerIdentifier>,
    /// Who vouches for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_guarantor_identifier: Option<CustomerIdentifier>,
    /// The account on top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root_account_identifier: Option<AccountIdentifier>,
    /// The account above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_account_identifier: Option<AccountIdentifier>,
    /// The account that pays for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paying_account_identifier: Option<AccountIdentifier>,
    /// The accounts below it, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children_account_identifiers: Option<Rows<AccountIdentifier>>,
    /// The account in whose place it came: a product change, a reallocated card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_account_identifier: Option<AccountIdentifier>,
    /// Why: `PRODUCT_CHANGE`, `CARD_REALLOCATION`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_account_identifier_type: Option<String>,
    /// The account that came in its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_account_identifier: Option<AccountIdentifier>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_account_identifier_type: Option<String>,
    /// The company's own code for the part of it that the account belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_entity_external_reference: Option<String>,
}

/// One step of an account's state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountStatusChange {
    /// Where it stood then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<AccountStatus>,
    /// Since when.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Instant>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

open_enum! {
    /// Where an account stands (public). The third word has a hyphen in one place and an underscore in another.
    pub enum AccountStatus {
        /// Not signed: nothing can be posted.
        AwaitingSignature = "AWAITING_SIGNATURE",
        /// In use.
        Active = "ACTIVE",
        /// On its way to the end.
        BeingClosed = "BEING-CLOSED",
        /// Likewise.
        ClosingBegun = "BEING_CLOSED",
        /// Ended for good.
        Closed = "CLOSED",
    }
}

open_enum! {
    /// What may come with an account (public).
    pub enum AccountEmbed {
        /// The accounts below it.
        Children = "childrenAccountIdentifiers",
        /// Points.
        LoyaltyPoints = "loyaltyPoints",
        /// By which models it works.
        SelectedModels = "selectedModels",
        /// How it came to its state.
        StatusHistory = "statusHistory",
        /// What was blocked when and why.
        HierarchyOperationStatusHistory = "hierarchyOperationStatusHistory",
    }
}
