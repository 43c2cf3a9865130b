//! The sections of a customer's screen that are fetched after it.

use leptos::prelude::*;

use crate::{
    features::{controls, disputes, limits, operations, receipts, statements},
    routes::{Detail, Section},
    session::{Caller, Session},
};

/// One of them.
pub fn one(session: &Session, caller: &Caller, section: Section, detail: Option<Detail>) -> AnyView {
    match section {
        Section::Statements => statements::section(session, caller, detail).into_any(),
        Section::Operations => operations::section(session, caller, detail).into_any(),
        Section::Disputes => disputes::section(session, caller, detail),
        Section::Limits => limits::section(session, caller).into_any(),
        Section::Controls => controls::section(session, caller).into_any(),
        Section::Receipts => receipts::section(session, caller).into_any(),
        Section::Overview | Section::Devices | Section::Verification | Section::Activity => ().into_any(),
    }
}
