//! Payment accounts in a wallet, called cards. Requests may relay a card number as a [`Secret`](crate::Secret); no
//! answer has a place for one.

mod add_card;
mod balances;
mod card;
mod card_info;
mod ownership;
mod payment;
mod update_customer_card;

pub use add_card::*;
pub use balances::*;
pub use card::*;
pub use card_info::*;
pub use ownership::*;
pub use payment::*;
pub use update_customer_card::*;
