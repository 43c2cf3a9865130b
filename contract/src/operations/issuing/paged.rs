//! Which page of a list is asked for.

use super::{
    customers::ListCustomers,
    operations::{ListAuthorizations, ListOperations, SearchOperations},
};
use crate::operation::Operation;

/// A list that comes in pages, counted from 0.
pub trait Paged: Operation + Clone {
    /// The same question about one page of this many rows.
    fn on_page(&self, page: u32, page_size: u32) -> Self;
}

macro_rules! paged {
    ($($Question:ident),*) => {
        $(impl Paged for $Question {
            fn on_page(&self, page: u32, page_size: u32) -> Self {
                Self { page: Some(page), page_size: Some(page_size), ..self.clone() }
            }
        })*
    };
}

paged!(ListAuthorizations, ListCustomers, ListOperations, SearchOperations);
