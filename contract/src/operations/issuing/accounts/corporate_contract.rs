//! `GET /accounts/{accountReference}/corporate-contract`, seed 004:3813-3826.

use serde::{Deserialize, Serialize};

use super::{account::Account, member::Company};
use crate::{
    identifier::{AccountReference, IssuerId},
    instant::{self, Instant},
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, Spec, UsedBy, issuing},
    operations::issuing::customers::{
        AccountIdentifier, ClosureDelayType, ContractIdentifier, ContractStatus, Customer, CustomerIdentifier,
        ProductIdentifier, lenient,
    },
    rows::Rows,
    text_bool,
};

/// Reads the company's contract to which an account belongs: its levels, its entities and their employees' accounts. A
/// beta of the platform's.
///
/// Source: seed 004:3813-3826; path and fields public, every list at most 100 long. Errors: 404 no such account or no
/// company's contract, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCorporateContract {
    /// The account.
    pub account_reference: AccountReference,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<CorporateEmbed>,
}

impl Operation for RetrieveCorporateContract {
    type Family = Issuing;
    type Answer = CorporateContract;
    const SPEC: Spec =
        issuing("retrieveCorporateContract", Method::Get, "/accounts/{accountReference}/corporate-contract")
            .from_seed("004:3813")
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Personal);
}

/// A contract with a company.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CorporateContract {
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// Both references.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_identifier: Option<ContractIdentifier>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ContractStatus>,
    /// Since when.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub status_date: Option<Instant>,
    /// When it was signed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub signature_date: Option<Instant>,
    /// When it ended or is to end.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub closing_date: Option<Instant>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing_reason: Option<String>,
    /// Free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing_comment: Option<String>,
    /// When it was to end, seen from when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closure_delay_type: Option<ClosureDelayType>,
    /// Who owns it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_owner_identifier: Option<CustomerIdentifier>,
    /// The product that it is based on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_identifier: Option<ProductIdentifier>,
    /// The account on top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root_account_identifier: Option<AccountIdentifier>,
    /// That account in full, when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root_account: Option<Box<Account>>,
    /// Everybody in it, by name. The key is singular, what stands behind it is a list.
    #[serde(rename = "customerIdentifier", skip_serializing_if = "Option::is_none")]
    pub customer_identifiers: Option<Rows<CustomerIdentifier>>,
    /// Its people, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_customers: Option<Rows<Customer>>,
    /// Its companies, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract_companies: Option<Rows<Company>>,
    /// The levels of the company's organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corporate_contract_levels: Option<Rows<CorporateLevel>>,
    /// Its entities, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corporate_contract_entities: Option<Rows<CorporateEntity>>,
    /// Its employees' accounts, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corporate_employee_accounts: Option<Rows<CorporateEmployeeAccount>>,
    /// Whether a company gets a copy of the statements.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub statement_duplicated_for_company: Option<bool>,
}

/// A level of an organisation: 1 is the company, 2 perhaps a country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CorporateLevel {
    /// Its number, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_description: Option<String>,
}

/// A part of a company: a department, a country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CorporateEntity {
    /// Its account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// The account of the entity above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_account_identifier: Option<AccountIdentifier>,
    /// On which level it stands.
    #[serde(deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub level: Option<i64>,
    /// The company's own code for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_entity_external_reference: Option<String>,
    /// The code of the entity above; none for the company itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_company_entity_external_reference: Option<String>,
}

/// An account of somebody who works there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CorporateEmployeeAccount {
    /// The account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_identifier: Option<AccountIdentifier>,
    /// The account of the entity above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_account_identifier: Option<AccountIdentifier>,
    /// Who has to do with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_identifiers: Option<Rows<CustomerIdentifier>>,
    /// `EMPLOYEE`, `COMPANY`, `INTERMEDIARY`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corporate_product_type: Option<String>,
    /// The company's own code for the entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_entity_external_reference: Option<String>,
    /// The code of the entity above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_company_entity_external_reference: Option<String>,
    /// Whether its fees are waived.
    #[serde(deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub waive_fee: Option<bool>,
}

open_enum! {
    /// What may come with a company's contract (public).
    pub enum CorporateEmbed {
        /// Its entities.
        Entities = "corporateContractEntities",
        /// Its people.
        Customers = "contractCustomers",
        /// Its companies.
        Companies = "contractCompanies",
        /// Its employees' accounts.
        EmployeeAccounts = "corporateEmployeeAccounts",
        /// The account on top.
        RootAccount = "rootAccount",
    }
}
