//! `/customers/{customerReference}/addresses`, seed 004:898-1085, 004:1182-1194.

use serde::{Deserialize, Serialize};

use super::{
    address::{AddressStatus, AddressType, AddressUsage, CustomerAddress},
    identifiers::AddressIdentifier,
    new_address::{AddressLacks, AddressPart, NewEmailAddress, NewPhoneNumber, NewPostalAddress},
};
use crate::{
    identifier::{AddressReference, CustomerReference, IssuerAddressExternalReference},
    instant::Instant,
    issuing::Issuing,
    operation::{Action, Carries, Method, Operation, PathSource, Settlement, Spec, issuing},
    operations::issuing::operations::stamp,
    text_bool,
};

/// A new address stands alone in one request and inside of another, with the same attributes.
macro_rules! new_address {
    ($(#[$doc:meta])* $name:ident { $($(#[$path_doc:meta])* $path:ident: $reference:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $($(#[$path_doc])* pub $path: $reference,)*
            /// The reference in the issuer's own system; unique per issuer.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub issuer_address_external_reference: Option<IssuerAddressExternalReference>,
            /// `MAIN_POSTAL_ADDRESS`, or another of the issuer's own words. A label in use gets a new version.
            pub address_label: String,
            /// Which of the three below is filled.
            pub address_type: AddressType,
            /// By post.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub postal_address: Option<NewPostalAddress>,
            /// By e-mail.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub email_address: Option<NewEmailAddress>,
            /// By phone.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub phone: Option<NewPhoneNumber>,
            /// What it is used for from now on; another address loses the usage.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub address_usages: Vec<AddressUsage>,
            /// From when it counts: at once unless given, and at once whatever is given where the label is new (public).
            #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
            pub start_date: Option<Instant>,
            /// Until when; required for a temporary address, and only there.
            #[serde(default, with = "stamp::optional", skip_serializing_if = "Option::is_none")]
            pub end_date: Option<Instant>,
            /// Whether it stands in for another for a while. An overlapping one is removed.
            #[serde(
                default,
                deserialize_with = "text_bool::optional::deserialize",
                skip_serializing_if = "Option::is_none",
            )]
            pub temporary: Option<bool>,
        }
    };
}

new_address! {
    /// Adds an address to a customer, or a new version to a label that is in use.
    ///
    /// Source: seed 004:898; phone, e-mail, end and the flag are public. The answer may name another label than was
    /// sent (seed 004:938, 975). Errors: 400, 404.
    CreateCustomerAddress {
        /// In the path.
        customer_reference: CustomerReference,
    }
}

new_address! {
    /// A new address inside of another request.
    NewAddress {}
}

/// Replaces a permanent address; what is missing is lost, but for the lines where the issuer has them built (seed
/// 004:985). An invalid address becomes valid. Made from a fresh read, by [`UpdateCustomerAddress::of`].
///
/// Source: seed 004:981. An inactive address is not changed: a new one is made, and answered (seed 004:1001), so it is
/// never sent twice. Errors: 400, 404.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomerAddress {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
    /// The reference in the issuer's own system. The guide sends it (seed 004:1010), the public description calls it
    /// deprecated and not to be used: [`Self::of`] leaves it as it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_address_external_reference: Option<IssuerAddressExternalReference>,
    /// As it is kept.
    pub address_label: String,
    /// As it is kept.
    pub address_type: AddressType,
    /// By post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_address: Option<NewPostalAddress>,
    /// By e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_address: Option<NewEmailAddress>,
    /// By phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<NewPhoneNumber>,
    /// Usages to add; another address loses them. Those that it has stay (seed 004:991).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address_usages: Vec<AddressUsage>,
}

/// Switches an address off.
///
/// Source: seed 004:1052. Errors: 400 for the main postal address and for one that is used for something (seed
/// 004:1060); 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DeactivateCustomerAddress {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
}

/// Switches an address on again, and a temporary one that stands in for it.
///
/// Source: seed 004:837 names it and says no more. The path follows from its public twins by external reference, which end
/// likewise and have no body. Errors: 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivateCustomerAddress {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
}

/// Marks an address as one from which post comes back.
///
/// Source: seed 004:1182. Errors: 400 for a phone, an e-mail or a temporary address (seed 004:1188); 404.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvalidateCustomerAddress {
    /// In the path.
    pub customer_reference: CustomerReference,
    /// In the path.
    pub address_reference: AddressReference,
}

impl Operation for CreateCustomerAddress {
    type Family = Issuing;
    type Answer = ChangedAddress;
    const SPEC: Spec = issuing("createCustomerAddress", Method::Post, "/customers/{customerReference}/addresses")
        .from_seed("004:898")
        .path_from(PathSource::Seed("004:932"))
        .asks(Action::Profile)
        .settled_by(Settlement::CompareList)
        .idempotent()
        .carries(Carries::Nothing);
}

impl Operation for UpdateCustomerAddress {
    type Family = Issuing;
    type Answer = ChangedAddress;
    const SPEC: Spec =
        issuing("updateCustomerAddress", Method::Put, "/customers/{customerReference}/addresses/{addressReference}")
            .from_seed("004:981")
            .path_from(PathSource::Seed("004:1005"))
            .asks(Action::Profile)
            .settled_by(Settlement::CompareList)
            .carries(Carries::Nothing);
}

impl Operation for DeactivateCustomerAddress {
    type Family = Issuing;
    type Answer = ChangedAddress;
    const SPEC: Spec = issuing(
        "deactivateCustomerAddress",
        Method::Post,
        "/customers/{customerReference}/addresses/{addressReference}/deactivate",
    )
    .from_seed("004:1052")
    .path_from(PathSource::Seed("004:1073"))
    .asks(Action::Profile)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .carries(Carries::Nothing);
}

impl Operation for ActivateCustomerAddress {
    type Family = Issuing;
    type Answer = ChangedAddress;
    const SPEC: Spec = issuing(
        "activateCustomerAddress",
        Method::Post,
        "/customers/{customerReference}/addresses/{addressReference}/activate",
    )
    .from_seed("004:837")
    .path_from(PathSource::Inferred)
    .asks(Action::Profile)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .carries(Carries::Nothing);
}

impl Operation for InvalidateCustomerAddress {
    type Family = Issuing;
    type Answer = ChangedAddress;
    const SPEC: Spec = issuing(
        "invalidateCustomerAddress",
        Method::Post,
        "/customers/{customerReference}/addresses/{addressReference}/invalidate",
    )
    .from_seed("004:1182")
    .asks(Action::Profile)
    .repeatable_after_read()
    .settled_by(Settlement::ReadState)
    .carries(Carries::Nothing);
}

/// What became of an address. Its new state is read, not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangedAddress {
    /// Which address it is now: after an update perhaps another than was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_identifier: Option<AddressIdentifier>,
    /// After switching it on or off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<AddressStatus>,
    /// After marking it.
    #[serde(default, deserialize_with = "text_bool::optional::deserialize", skip_serializing_if = "Option::is_none")]
    pub invalid: Option<bool>,
}

impl UpdateCustomerAddress {
    /// The address as just read, to be changed before it is sent; or what it lacks, which the rep fills in first.
    pub fn of(customer_reference: &CustomerReference, address: &CustomerAddress) -> Result<Self, AddressLacks> {
        let CustomerAddress { address_identifier, address_label, address_type, .. } = address.clone();
        Ok(Self {
            customer_reference: customer_reference.clone(),
            address_reference: address_identifier.address_reference.ok_or(AddressLacks::Reference)?,
            issuer_address_external_reference: None,
            address_label: address_label.ok_or(AddressLacks::Label)?,
            address_type: address_type.ok_or(AddressLacks::Type)?,
            postal_address: address.postal_address.clone().map(|part| part.to_be_sent()).transpose()?,
            email_address: address.email_address.clone().map(|part| part.to_be_sent()).transpose()?,
            phone: address.phone.clone().map(|part| part.to_be_sent()).transpose()?,
            address_usages: Vec::new(),
        })
    }
}
