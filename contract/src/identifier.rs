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
    /// The manufacturer's or an external id of a device; may be made by the caller (seed 003:193).
    DeviceUniqueId;
    /// An entity of a registered partner: an issuer of wallets or a merchant (seed 003:622).
    TenantUri;
    /// A question that the issuer lets customers answer.
    QuestionUri;
    /// The kind of an account: credit, debit, gift. Two names in the guides: `paymentAccountTypeUri`, `accountTypeUri`.
    PaymentAccountTypeUri;
    /// The network of an account. Two names in the guides: `paymentNetworkTypeUri`, `networkTypeUri`.
    PaymentNetworkTypeUri;
    /// The first six digits of an institution's cards (seed 002:350).
    IssuerIdentificationNumber;
    /// One enrolment of a payment account, from its start to its end.
    PaydiantCorrelationId;
    /// An offer in a wallet.
    OfferUri;
    /// A bill at an acceptance location.
    InvoiceId;
    /// An account in the issuer's own system.
    IssuerAccountExternalReference;
    /// An address in the issuer's own system: free text, the guide shows the word `string` (seed 004:937).
    IssuerAddressExternalReference;
    /// One version of an address: its reference alone names several (seed 004:1615, 1640, 1665).
    AddressVersionReference;
    /// A contract in the issuer's own system; sometimes the only reference that is stated (seed 004:1483).
    IssuerContractExternalReference;
    /// A contract of one card in the issuer's own system.
    IssuerCardContractExternalReference;
    /// A card in the issuer's own system.
    IssuerCardExternalReference;
    /// A product: what a contract is made from.
    ProductReference;
    /// The same product in the issuer's own system.
    IssuerProductExternalReference;
    /// A case in the card scheme's own dispute system: `6064286006` (seed 004:2044).
    SchemeCaseId;
    /// Stands for a card's number without being it; cards with one number share it (public).
    PanReference;
}
