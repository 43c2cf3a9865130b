//! What names a thing of the issuing family: the platform's reference, the issuer's own, or both.

use serde::{Deserialize, Serialize};

use crate::identifier::{
    AccountReference, AddressReference, AddressVersionReference, CardContractReference, CardReference,
    ContactReference, ContractReference, CustomerReference, IssuerAccountExternalReference,
    IssuerAddressExternalReference, IssuerCardContractExternalReference, IssuerCardExternalReference,
    IssuerContractExternalReference, IssuerCustomerExternalReference, IssuerProductExternalReference, ProductReference,
};

/// A customer by both references. After a change the external one may come back as the internal one (seed 004:1807), so
/// it is read again rather than believed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomerIdentifier {
    /// The platform's own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_reference: Option<CustomerReference>,
    /// The reference in the issuer's own system, and the link to a wallet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_customer_external_reference: Option<IssuerCustomerExternalReference>,
}

/// An address by both references; either may be missing (seed 004:1614).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddressIdentifier {
    /// The platform's own reference. Opaque: it may name another label than the address bears (seed 004:938, 975).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_reference: Option<AddressReference>,
    /// The reference in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_address_external_reference: Option<IssuerAddressExternalReference>,
}

/// One version of an address (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AddressVersionIdentifier {
    /// A new one with each change of the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_version_reference: Option<AddressVersionReference>,
}

/// A contact of a customer (public).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContactIdentifier {
    /// What an update or a removal names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_reference: Option<ContactReference>,
}

/// A contract by both references; a card contract states only the external one (seed 004:1483).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContractIdentifier {
    /// The platform's own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_reference: Option<ContractReference>,
    /// The reference in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_contract_external_reference: Option<IssuerContractExternalReference>,
}

/// A contract of one card by both references.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CardContractIdentifier {
    /// The platform's own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_contract_reference: Option<CardContractReference>,
    /// The reference in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_card_contract_external_reference: Option<IssuerCardContractExternalReference>,
}

/// An account by both references. Where both are sent, the platform uses its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AccountIdentifier {
    /// The platform's own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_reference: Option<AccountReference>,
    /// The reference in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_account_external_reference: Option<IssuerAccountExternalReference>,
}

/// A card by both references; its number is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CardIdentifier {
    /// The platform's own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_reference: Option<CardReference>,
    /// The reference in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_card_external_reference: Option<IssuerCardExternalReference>,
}

/// The product that a contract is made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductIdentifier {
    /// The platform's own reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_reference: Option<ProductReference>,
    /// The reference in the issuer's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_product_external_reference: Option<IssuerProductExternalReference>,
}
