//! What people type and paste: cleaned and recognised in one place, for the search box and for every field.
//!
//! [`clean`] is for text that goes on as it is meant, [`plain`] for what is to be recognised, [`fold`] for comparing names.

pub mod amount;
mod card;
mod clean;
mod fold;
pub mod phone;

pub use self::{
    card::{NO_CARD_NUMBER, may_be_card, reference_may_be_card},
    clean::{clean, clean_lines, plain},
    fold::fold,
};
