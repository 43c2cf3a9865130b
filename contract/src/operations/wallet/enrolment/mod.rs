//! Putting a payment account into a wallet, step by step. Mostly the wallet app's business; a rep can see and clear
//! what got stuck.

mod cancel;
mod identifiers;
mod incomplete;
mod information;
mod payment_account;
mod provision;
mod steps;

pub use cancel::*;
pub use identifiers::*;
pub use incomplete::*;
pub use information::*;
pub use payment_account::*;
pub use provision::*;
pub use steps::*;
