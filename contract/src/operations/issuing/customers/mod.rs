//! Persons, their contracts, accounts, addresses and contacts (seed 004:806-1859).

mod account;
mod address;
mod address_and_add_on;
mod address_reads;
mod address_rules;
mod address_usages;
mod address_versions;
mod address_writes;
mod card_contract;
mod contact;
mod contacts;
mod contract;
mod customer;
mod find_customers;
mod identifiers;
pub(crate) mod lenient;
mod new_address;
mod update_customer;

pub use account::{HierarchyOperationStatus, HierarchyOperationStatusChange, ListCustomerAccounts};
pub use address::{
    AddressStatus, AddressType, AddressUsage, CustomerAddress, EmailAddress, PhoneNumber, PostalAddress,
};
pub use address_and_add_on::{
    AddOnParameter, AddOnSubscribed, CreateAddressAndAddOnSubscription, CreatedAddressAndAddOn, NewAddOnSubscription,
};
pub use address_reads::{AddressEmbed, ListCustomerAddresses, RetrieveCustomerAddress};
pub use address_rules::{AddressHindrance, NewAddressCaution};
pub use address_usages::{AddAddressUsage, AddedAddressUsage, RemoveAddressUsage, RemovedAddressUsages};
pub use address_versions::{DeleteAddressVersion, DeletedAddressVersion};
pub use address_writes::{
    ActivateCustomerAddress, ChangedAddress, CreateCustomerAddress, DeactivateCustomerAddress,
    InvalidateCustomerAddress, NewAddress, UpdateCustomerAddress,
};
pub use card_contract::{CardContract, CardContractPart, CardContractStatus, ListCardContracts, RelatedAccount};
pub use contact::{Contact, ContactDetails, ContactObstacle};
pub use contacts::{ChangedContact, CreateCustomerContact, RemoveCustomerContact, UpdateCustomerContact};
pub use contract::{
    AddOnSubscription, AddOnSubscriptionParameter, ClosureDelayType, ContractStatus, CustomerContract, DeliveryChannel,
    ListCustomerContracts,
};
pub use customer::{Customer, CustomerPart, Vulnerability};
pub use find_customers::{ListCustomers, RetrieveCustomer};
pub use identifiers::{
    AccountIdentifier, AddressIdentifier, AddressVersionIdentifier, CardContractIdentifier, CardIdentifier,
    ContactIdentifier, ContractIdentifier, CustomerIdentifier, ProductIdentifier,
};
pub use new_address::{AddressLacks, AddressPart, NewEmailAddress, NewPhoneNumber, NewPostalAddress, Sendable};
pub use update_customer::{
    ChangedCustomer, CustomerObstacle, NewVulnerability, UpdateCustomer, UpdateCustomerPartially,
};
