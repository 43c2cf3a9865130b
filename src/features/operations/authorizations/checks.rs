//! The velocity limits that were checked when the card was asked for.

use contract::{
    AccountReference, Rows,
    operations::issuing::{
        limits::VelocityLimit,
        operations::{Authorization, VelocityLimitCheck},
    },
    shown_id,
};
use leptos::prelude::*;

use crate::{
    features::spending::{Readings, most_often, number, velocity_name},
    session::{Caller, Session},
    ui::{
        amount::{NOT_STATED, amount},
        region::region,
        table::{Column, table_of},
    },
};

/// The table, as the limits were then; nothing where none was checked.
///
/// The answer gives each limit's reference alone. The account's limits say what it is called: they are asked for once,
/// and until they have come, or where they fail or lack it, its reference stands there.
pub fn view(session: &Session, caller: &Caller, account: &AccountReference, one: &Authorization) -> AnyView {
    let Some(checks) = one.velocity_limit_checks.clone().filter(|checks| !checks.is_empty() || checks.unreadable > 0)
    else {
        return ().into_any();
    };
    let limits = Readings::of(caller, account).velocity_limits;
    limits.begin(session);
    let rows = move || rows(&checks, limits.answer().as_ref());
    region("velocity-checks", "Velocity limits that were checked", ().into_any(), rows.into_any())
}

fn rows(checks: &Rows<VelocityLimitCheck>, limits: Option<&Rows<VelocityLimit>>) -> AnyView {
    let rows = checks.rows.iter().map(|check| {
        let most = match check.maximum_amount_check {
            Some(false) => "No limit".into_any(),
            _ => amount(check.maximum_amount.as_ref()),
        };
        vec![
            name(check, limits).into_any(),
            amount(check.amount.as_ref()),
            most,
            number(check.count).into_any(),
            most_often(check.maximum_count_check, check.maximum_count).into_any(),
        ]
    });
    let columns = [
        Column::name("Velocity limit"),
        Column::figures("Amount used"),
        Column::figures("Maximum amount"),
        Column::figures("Count used"),
        Column::figures("Maximum count"),
    ];
    table_of("Velocity limits that were checked", &columns, rows.collect(), checks.unreadable)
}

fn name(check: &VelocityLimitCheck, limits: Option<&Rows<VelocityLimit>>) -> String {
    let Some(reference) = check.velocity_limit_identifier.as_ref().and_then(|it| it.velocity_limit_reference.as_ref())
    else {
        return NOT_STATED.into();
    };
    let mut known = limits.into_iter().flat_map(|limits| &limits.rows);
    let limit = known.find(|limit| limit.velocity_limit_identifier.velocity_limit_reference == *reference);
    limit.map_or_else(|| shown_id(reference.as_str()), velocity_name)
}
