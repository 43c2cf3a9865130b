//! Passwords and passcodes. What is sent here is a [`Secret`](crate::Secret): relayed, never shown, never sent again by
//! itself.

mod login;
mod passcode;
mod password;
mod security_info;
mod specification;

pub use login::*;
pub use passcode::*;
pub use password::*;
pub use security_info::*;
pub use specification::*;
