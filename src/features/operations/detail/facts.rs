//! Everything that the gateway states about an operation, in groups that a rep can read out.

use contract::{
    Amount, Instant, MaskedCard, free_text,
    operations::issuing::operations::{AccountOperation, OperationKind},
};
use leptos::prelude::*;

use super::conversion::{cause, conversion};
use crate::{
    browser::{region, time},
    features::{account::Found, operations::words},
    ui::{
        amount::amount,
        facts::{Fact, facts},
        operation_kind,
    },
};

/// The groups.
pub fn facts_of(found: &Found, locale: &str) -> AnyView {
    let operation = &found.operation;
    let mut what_it_is = kind(operation);
    what_it_is.extend(cause(&found.details));
    let groups = [
        ("Amounts", amounts(operation)),
        ("Conversion", conversion(found)),
        ("What it is", what_it_is),
        ("Where and how", place(operation, locale)),
        ("When", times(operation)),
        ("References", references(operation)),
    ];
    in_groups(groups.into())
}

/// Facts under headings, as many groups beside each other as the page has room for.
pub fn in_groups(groups: Vec<(&'static str, Vec<Fact>)>) -> AnyView {
    let groups: Vec<_> = groups
        .into_iter()
        .filter(|(_, facts)| !facts.is_empty())
        .map(|(heading, group)| view! { <div class="group"><h3>{heading}</h3>{facts(group)}</div> })
        .collect();
    view! { <div class="groups">{groups}</div> }.into_any()
}

fn amounts(operation: &AccountOperation) -> Vec<Fact> {
    let mut found = vec![Fact::new("Billed", amount(operation.reference_amount.as_ref()))];
    let mut add = |name: &'static str, stated: &Option<Amount>| {
        if let Some(stated) = stated {
            found.push(Fact::new(name, amount(Some(stated))));
        }
    };
    add("Original", &operation.transaction_amount);
    add("Reconciled", &operation.reconciliation_amount);
    add("Cash within it", &operation.cash_amount);
    add("Tip", &operation.gratuity_amount);
    add("Surcharge", &operation.surcharge_amount);
    add("At the merchant's", &operation.poi_amount);
    // As printed: the guide's own rate does not lead from one of its amounts to the other.
    found.extend(operation.exchange_rate.as_ref().map(|rate| Fact::text("Exchange rate", rate.to_string())));
    let points =
        operation.loyalty_point.as_ref().and_then(|points| Some((points.cumulated_value?, points.unit.clone()?)));
    found.extend(points.map(|(count, unit)| Fact::text("Points", format!("{count} {unit}"))));
    found
}

fn kind(operation: &AccountOperation) -> Vec<Fact> {
    let text = |name: &'static str, text: Option<String>| {
        text.filter(|text| !text.trim().is_empty()).map(|text| Fact::text(name, free_text(&text)))
    };
    let yes = |name: &'static str, flag: Option<bool>| (flag == Some(true)).then(|| Fact::text(name, "Yes"));
    let kind = operation.operation_kind.as_ref();
    let favour = operation.reference_amount.as_ref().and_then(|amount| amount.value).is_some_and(|value| value < 0);
    [
        text("Kind", kind.map(|kind| operation_kind::words(kind).to_owned())),
        text("Transaction", operation.operation_code.as_ref().map(|code| words::operation_code(code).to_owned())),
        favour.then(|| Fact::text("Direction", "In the customer's favour")),
        text("Fee", operation.fee_type.as_ref().map(|fee| words::fee_type(fee).to_owned())),
        text("Fee, finer", operation.sub_fee_type.clone()),
        text("Interest", operation.interest_type.as_ref().map(|interest| words::interest_type(interest).to_owned())),
        text(
            "Payment by",
            operation.payment_channel.as_ref().map(|channel| words::payment_channel(channel).to_owned()),
        ),
        text("Reason", operation.payment_reason.clone().or_else(|| operation.reimbursement_reason.clone())),
        text("Programme", operation.bonus_program_reference.clone()),
        text("Description", operation.description.clone()),
        text("Status", operation.status.as_ref().map(|status| words::status(status).to_owned())),
        yes("Reversal", operation.reversal),
        yes("Adjustment", operation.adjustment),
        yes("In dispute", operation.disputed),
        text("Posted by", operation.username.clone()),
        (kind == Some(&OperationKind::PaymentApportionment))
            .then(|| Fact::text("Counts", "Within its payment: the two are never added")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn place(operation: &AccountOperation, locale: &str) -> Vec<Fact> {
    let text = |name: &'static str, text: Option<String>| {
        text.filter(|text| !text.trim().is_empty()).map(|text| Fact::text(name, free_text(&text)))
    };
    let category = operation.merchant_category_code.as_deref().filter(|code| !code.trim().is_empty());
    let entry = Some(words::entry(operation).to_owned());
    let card = operation.masked_pan.as_ref().and_then(MaskedCard::ending);
    [
        text("Merchant", operation.card_acceptor_name.clone()),
        text("City or phone", operation.card_acceptor_city.clone()),
        text("Country", operation.card_acceptor_country.as_deref().map(|code| region::country(code, locale))),
        text("Category", category.map(|code| format!("{} ({code})", words::category(code)))),
        text("Device", operation.acquisition_material.as_ref().map(|one| words::material(one).to_owned())),
        text("Paid by", entry),
        text("Confirmed by", operation.validation_mode.as_ref().map(|mode| words::validation(mode).to_owned())),
        text(
            "Card absent",
            operation.mail_phone_ecommerce_and_payment_indicator.as_ref().and_then(words::remote).map(str::to_owned),
        ),
        text("Agreement", operation.point_of_sale_environment.as_ref().and_then(words::agreement).map(str::to_owned)),
        text("Card", card),
        text("Scheme", operation.brand.clone().or_else(|| operation.card_scheme.clone())),
        operation.approval_code.as_deref().map(|code| Fact::id("Approval code", "approval code", code)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn times(operation: &AccountOperation) -> Vec<Fact> {
    let day = |name: &'static str, at: &Option<Instant>| at.as_ref().map(|at| Fact::text(name, time::date(at)));
    let moment =
        |name: &'static str, at: &Option<Instant>| at.as_ref().map(|at| Fact::text(name, time::date_and_time(at)));
    [
        day("Made", &operation.transaction_date),
        moment("Approved", &operation.authorization.as_ref().and_then(|one| one.transaction_date.clone())),
        moment("Posted", &operation.posting_date),
        day("Counts from", &operation.value_date),
        day("Interest from", &operation.interest_start_date),
        day("Interest to", &operation.interest_end_date),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn references(operation: &AccountOperation) -> Vec<Fact> {
    let id = |name: &'static str, what: &'static str, id: Option<&str>| {
        id.filter(|id| !id.trim().is_empty()).map(|id| Fact::id(name, what, id))
    };
    let own = operation.operation_identifier.operation_id.to_string();
    [
        Some(Fact::own_id("Operation ID", "operation ID", own)),
        id("Reference", "reference", operation.external_operation_reference.as_ref().map(|id| id.as_str())),
        id("Poster", "poster", operation.external_operation_service_poster.as_deref()),
        id("Scheme's identifier", "scheme's identifier", operation.scheme_transaction_identifier.as_deref()),
        id("Acquirer's reference", "acquirer's reference", operation.acquirer_reference_data.as_deref()),
        id("Merchant's number", "merchant's number", operation.card_acceptor_id_code.as_deref()),
        id("Terminal", "terminal", operation.terminal_id.as_deref()),
        id(
            "Dispute folder",
            "dispute folder",
            operation
                .dispute_folder_identifier
                .as_ref()
                .and_then(|folder| folder.dispute_folder_reference.as_ref())
                .map(|folder| folder.as_str()),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
