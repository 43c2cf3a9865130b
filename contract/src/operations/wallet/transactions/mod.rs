//! Payments with a wallet, from the first token to the last step. The wallet app's and the merchant's business: the
//! portal cannot call any of it. Objects that a guide names without listing their fields are
//! [`FreeForm`](crate::FreeForm).

mod additional_process;
mod cancel;
mod checkout_token;
mod metadata;
mod parts;
mod update;
mod webhook;

pub use additional_process::*;
pub use cancel::*;
pub use checkout_token::*;
pub use metadata::*;
pub use parts::*;
pub use update::*;
pub use webhook::*;
