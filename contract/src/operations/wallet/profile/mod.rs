//! Who a wallet's owner is: the v1 profile (customer care) and the v2 profile (wallet apps).

mod create_customer_info;
mod customer_profile;
mod delete_customer;
mod email;
mod exists;
mod mobile_customers;
mod retrieve_by_uri;
mod update_customer_info;

pub use create_customer_info::*;
pub use customer_profile::*;
pub use delete_customer::*;
pub use email::*;
pub use exists::*;
pub use mobile_customers::*;
pub use retrieve_by_uri::*;
pub use update_customer_info::*;
