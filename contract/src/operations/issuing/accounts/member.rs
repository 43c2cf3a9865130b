//! Who owns an account and who vouches for it: a person or a company (seed 004:3374-3398).

use serde::{Deserialize, Serialize};

use crate::{
    free_form::FreeForm,
    identifier::{AccountReference, IssuerId},
    instant::{self, Instant},
    issuing::Issuing,
    open_enum,
    operation::{Action, Carries, Method, Operation, Spec, UsedBy, issuing},
    operations::issuing::customers::{Contact, Customer, CustomerAddress, CustomerIdentifier, lenient},
    personal::Personal,
    rows::Rows,
};

/// Reads who owns an account.
///
/// Source: seed 004:3374-3385; path and fields public. Errors: 404 no such account, 400, 401, 403, 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccountOwner {
    /// The account.
    pub account_reference: AccountReference,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<MemberEmbed>,
}

impl Operation for RetrieveAccountOwner {
    type Family = Issuing;
    type Answer = AccountMember;
    const SPEC: Spec = issuing("retrieveAccountOwner", Method::Get, "/accounts/{accountReference}/account-owner")
        .from_seed("004:3374")
        .asks(Action::Find)
        .used_by(UsedBy::Rep)
        .carries(Carries::Personal);
}

/// Reads who vouches for an account.
///
/// Source: seed 004:3387-3398; path and fields public. Errors: 404 no such account or nobody vouches, 400, 401, 403,
/// 500, 502.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveAccountGuarantor {
    /// The account.
    pub account_reference: AccountReference,
    /// What else is wanted.
    #[serde(default, deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub embed: Vec<MemberEmbed>,
}

impl Operation for RetrieveAccountGuarantor {
    type Family = Issuing;
    type Answer = AccountMember;
    const SPEC: Spec =
        issuing("retrieveAccountGuarantor", Method::Get, "/accounts/{accountReference}/account-guarantor")
            .from_seed("004:3387")
            .asks(Action::Find)
            .used_by(UsedBy::Rep)
            .carries(Carries::Personal);
}

/// A person or a company. An older gateway states a person's facts beside these two instead of in `customer`; of those
/// only the names are read, the rest is in the customer's own record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountMember {
    /// A person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<Customer>,
    /// Or a company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<Company>,
    /// Deprecated: the person's references.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_identifier: Option<CustomerIdentifier>,
    /// Deprecated: given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Deprecated: family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Deprecated: the day of birth, as midnight in UTC.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Instant>,
    /// Deprecated: addresses, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Rows<CustomerAddress>>,
}

/// A company (public).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Company {
    /// The issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_id: Option<IssuerId>,
    /// Both references.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_identifier: Option<CustomerIdentifier>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corporate_name: Option<String>,
    /// `SARL`: free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<String>,
    /// Kind of company, in free text.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub company_type: Option<String>,
    /// What it does, in free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_area: Option<String>,
    /// Its code for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity_code: Option<String>,
    /// How large it is, in free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// What it turns over, in free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Personal>,
    /// `Active in Liquidation`: from the issuer's list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commercial_status: Option<String>,
    /// Its number with the tax office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_fiscal_identifier: Option<Personal>,
    /// Its number for value added tax.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_code: Option<Personal>,
    /// Language of letters: `de`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferred_correspondence_language: Option<String>,
    /// Addresses, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Rows<CustomerAddress>>,
    /// Whom to speak to, when that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contacts: Option<Rows<Contact>>,
    /// Facts of the issuer's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specific_fields: Option<FreeForm>,
    /// When the record last changed.
    #[serde(deserialize_with = "instant::optional", skip_serializing_if = "Option::is_none")]
    pub last_update_date: Option<Instant>,
}

open_enum! {
    /// What may come with a member (public).
    pub enum MemberEmbed {
        /// The names of the addresses.
        AddressIdentifiers = "addressIdentifiers",
        /// The addresses.
        Addresses = "addresses",
    }
}
