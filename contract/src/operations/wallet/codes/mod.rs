//! Codes that prove an e-mail address, an app on a new device, or the right to reset a credential. A code that comes
//! back is relayed to the caller and kept nowhere (seed 002:251, 331, 448).

mod application;
mod email;
mod recovery;

pub use application::*;
pub use email::*;
pub use recovery::*;
