//! The kit: what every screen is made of. It knows no gateway, no routes and no feature.

pub mod actions;
pub mod age;
pub mod amount;
pub mod badge;
pub mod banner;
pub mod copy;
pub mod dialog;
pub mod facts;
pub mod form;
pub mod icon;
pub mod load;
pub mod long_table;
pub mod mask;
pub mod merchant_category;
pub mod operation_kind;
pub mod region;
pub mod rows;
pub mod table;
pub mod trouble;
pub mod wallet_state;
