//! Identifiers are opaque text: account references exceed 2^53, URIs hold `#` and `:`.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// As it travels.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether it is the empty text that stands for absence.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

identifiers! {
    /// A wallet: `certnew:entity:customer#…`. Not a safe key by itself: the guide shows two people under one (seed 001:63, 102).
    CustomerUri;
    /// The issuer whose app holds the wallet.
    IssuingPartnerUri;
    /// The partner under which that issuer is registered.
    PartnerUri;
    /// The wallet user's own id: `vmiTxZcaSEym`.
    CustomerId;
    /// The id that the issuer's own system gave.
    ExternalId;
    /// The issuer in every path of the issuing family: `1234`.
    IssuerId;
    /// An account: up to 20 digits, which no number holds (seed 004:39).
    AccountReference;
    /// An issuing customer: `CUS10000375016`.
    CustomerReference;
    /// The issuing customer's id in the issuer's own system; the link to a wallet.
    IssuerCustomerExternalReference;
    /// One address of a customer; may change when the address does (seed 004:1047).
    AddressReference;
    /// A contact of a customer.
    ContactReference;
    /// A card, without its number.
    CardReference;
    /// A contract between issuer and customer.
    ContractReference;
    /// A contract of one card.
    CardContractReference;
    /// An operation on an account: 16 digits (seed 004:2827).
    OperationId;
    /// The same operation for the outside: 17 digits, 32 hex, or free text (seed 004:2862, 702, 3016). Not an [`OperationId`].
    ExternalOperationReference;
    /// An authorization: 18 characters.
    AuthorizationId;
    /// A business case of authorizations.
    BusinessCaseId;
    /// A dispute folder: `D-V-1234-2319-19`.
    DisputeFolderReference;
    /// The same folder in the issuer's own system; unique per issuer, made once per intent.
    IssuerDisputeExternalReference;
    /// A temporary credit limit.
    TemporaryCreditLimitReference;
    /// A velocity limit by its name: `VELOCITY_LIMIT_ECOM`.
    VelocityLimitReference;
    /// An override of a velocity limit.
    VelocityLimitOverrideReference;
    /// An authorization restriction by its name: `RESTRICTION_EURO_EUROPE_OFF`.
    AuthorizationRestrictionReference;
    /// An override of an authorization restriction.
    AuthorizationRestrictionOverrideReference;
    /// A scheduled change of an account.
    FutureChangeReference;
    /// A payment account in a wallet. Several names in the guides: `paymentAccountUri`, `cardUri`.
    PaymentAccountUri;
    /// An app, where the issuer's wallets tell several apart.
    ApplicationId;
    /// A receipt and its transaction: `pydtRefId`.
    PaydiantReferenceId;
    /// A device: the platform's, or `<client_name>:<device_type>#<deviceUniqueId>` (seed 003:193).
    DeviceUri;
}
