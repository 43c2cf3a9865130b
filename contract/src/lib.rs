//! What the issuer's gateway speaks.
//!
//! One struct per operation, declared once with its path, method, family and facts; both envelopes; and the values that
//! travel in them: money, instants, calendar dates, identifiers, masked cards, statuses. No I/O, no async, no UI: the
//! portal, the sandbox and the tests share this crate, natively and in WebAssembly.
//!
//! Sources are cited as `seed NNN:line`, after the five guides that the gateway is documented in: 000 the call matrix,
//! 001 locking and unlocking, 002 verification, 003 mobile transactions, 004 issuing.

pub mod calendar_date;
mod card_numbers;
mod card_secrets;
pub mod catalogue;
mod clean_answer;
pub mod codes;
pub mod currency;
pub mod customer;
pub mod device;
pub mod digits;
pub mod free_form;
pub mod identifier;
pub mod instant;
pub mod issuing;
pub mod masked_card;
pub mod money;
pub mod open_enum;
pub mod operation;
pub mod operations;
pub mod path;
pub mod personal;
pub mod reading;
mod received;
pub mod rows;
pub mod secret;
pub mod status;
pub mod text_bool;
mod visible;
pub mod wallet;
pub mod wallet_decimal;
pub mod whole_number;

pub use calendar_date::CalendarDate;
pub use customer::{CustomerKey, WalletCustomer, WalletState};
pub use device::{CustomerDevice, DeviceType};
pub use free_form::FreeForm;
pub use identifier::*;
pub use instant::Instant;
pub use masked_card::MaskedCard;
pub use money::{Amount, Money};
pub use operation::{
    Action, Carries, Configuration, Effect, Family, FamilyName, Method, Operation, PathSource, Sender, Settlement,
    Spec, StatusShape, UsedBy, Wire,
};
pub use path::{Lists, decode, encode};
pub use personal::Personal;
pub use reading::Malformed;
pub use rows::Rows;
pub use secret::Secret;
pub use status::{Opened, Origin, Outcome, Status, StatusDetail};
pub use visible::{free_text, holds_card_number, shown_id, visible};
pub use wallet_decimal::WalletDecimal;
