//! One file an operation, or a group that is always spoken of together.

mod customer_lookup;
mod device_activation;
mod retrieve_customer_devices;
mod update_customer_activation;

pub use customer_lookup::{RetrieveCustomerLookupInfo, RetrieveCustomerLookupInfoAnswer};
pub use device_activation::UpdateCustomerDeviceActivation;
pub use retrieve_customer_devices::{RetrieveCustomerDevices, RetrieveCustomerDevicesAnswer};
pub use update_customer_activation::UpdateCustomerActivation;

pub mod issuing;
pub mod wallet;
