//! Statements: what was charged, cycle by cycle.

mod chart;
mod csv;
mod grouping;
mod list;
mod one;
mod operations;
mod paper;
mod reprint;
mod stamp;
mod words;

use contract::Instant;
use leptos::prelude::*;

use super::account::with_account;
use crate::{
    routes::Detail,
    session::{Caller, Session},
};

/// What the address calls the cycle that is still open.
const NEXT: &str = "next";

/// Which statement is in view.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Which {
    /// The cycle that is still open.
    Next,
    /// The one that closed at this moment.
    Closed(Instant),
}

impl Which {
    /// From the address; `None` when it names no statement.
    fn named(detail: &str) -> Option<Self> {
        if detail == NEXT { Some(Self::Next) } else { Instant::parse(detail).map(Self::Closed) }
    }

    /// In the address: the closure as the gateway's own paths write it.
    fn name(&self) -> String {
        match self {
            Self::Next => NEXT.into(),
            Self::Closed(closure) => closure.to_seconds_and_z(),
        }
    }
}

/// The section: the list, or the statement that the address names.
pub fn section(session: &Session, caller: &Caller, detail: Option<Detail>) -> impl IntoView + use<> {
    let (own, asker) = (session.clone(), caller.clone());
    with_account(session, caller, move |account| match &detail {
        None => list::section(&own, &asker, account),
        Some(detail) => match Which::named(&detail.0) {
            Some(which) => one::section(&own, &asker, account, which),
            None => one::not_there(&asker),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_named_by_its_closure_in_whole_seconds() {
        let listed = Instant::parse("2022-07-28T22:00:00.000+00:00").map(Which::Closed);
        assert_eq!(listed.as_ref().map(Which::name).as_deref(), Some("2022-07-28T22:00:00Z"));
        assert_eq!(Which::named("2022-07-28T22:00:00Z"), listed);
        assert_eq!(Which::named("next"), Some(Which::Next));
        assert_eq!(Which::named("last Tuesday"), None);
    }
}
