//! Customer care (v1) and mobile transactions (v2): one file a group, paths below `/b2b-gateway`.
//!
//! The tables of the guides list `b2bRequest` and `b2bResponse` as attributes; the samples show what is meant (seed
//! 001:20-51): header and status stand beside the other attributes, and so they do here. The same holds for
//! `paymentResponse`, which extends `b2bResponse` by a payment status. An answer in which they stand in that attribute is
//! read as well.

mod cards;
mod codes;
mod credentials;
mod devices;
mod enrolment;
mod loyalty;
mod partners;
mod profile;
mod questions;
mod receipts;
mod transactions;

pub use cards::*;
pub use codes::*;
pub use credentials::*;
pub use devices::*;
pub use enrolment::*;
pub use loyalty::*;
pub use partners::*;
pub use profile::*;
pub use questions::*;
pub use receipts::*;
pub use transactions::*;

use crate::operation::Configuration;

/// Where the platform itself keeps the wallets.
const WLW_ONLY: &[Configuration] = &[Configuration::Wlw];

/// Everywhere but where all is kept elsewhere.
const NOT_EXTERNAL: &[Configuration] = &[Configuration::Wlw, Configuration::WlwIdp];
