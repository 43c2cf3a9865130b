//! Why this amount, why this rate, why this fee: how an operation's amount came about, and what set it off.

use contract::{
    Amount, Instant, free_text,
    operations::issuing::operations::{AccountOperation, ConvertedByMerchant, OperationDetails},
};
use leptos::prelude::*;

use crate::{
    browser::time,
    features::{account::Found, operations::words},
    ui::{
        amount::amount,
        facts::Fact,
        table::{Column, table_of},
    },
};

/// How the amount was converted; nothing where it was made in the account's own currency.
pub fn conversion(found: &Found) -> Vec<Fact> {
    let Found { operation, details, .. } = found;
    let Some(at_till) = was_converted(operation, details) else { return Vec::new() };
    let day = |name: &'static str, at: &Option<Instant>| at.as_ref().map(|at| Fact::text(name, time::date(at)));
    let stated = |name: &'static str, stated: &Option<Amount>, unlike: &[&Option<Amount>]| {
        let is_said = unlike.contains(&stated);
        stated.as_ref().filter(|_| !is_said).map(|stated| Fact::new(name, amount(Some(stated))))
    };
    let by_whom =
        if at_till { "The merchant, at the till and at their own rate" } else { "The card scheme, not the merchant" };
    let (billed, made) = (&operation.reference_amount, &operation.transaction_amount);
    [
        Some(Fact::text("Converted by", by_whom)),
        details.overall_exchange_rate.as_ref().map(|rate| Fact::text("Rate in all", rate.to_string())),
        day("Rate of", &details.exchange_rate_date),
        text("Rate by", &details.exchange_rate_source),
        stated("Between two conversions", &details.intermediate_amount, &[made, billed]),
        stated("Converted amount", &details.billing_amount, &[billed]),
        stated("Price at the till, in the account\u{2019}s currency", &details.poi_amount_account_currency, &[billed]),
        stated("Cash, in the account\u{2019}s currency", &details.cash_amount_account_currency, &[]),
        stated("Tip, in the account\u{2019}s currency", &details.gratuity_amount_account_currency, &[]),
        stated("Surcharge, in the account\u{2019}s currency", &details.surcharge_amount_account_currency, &[]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether there was a conversion, and whether the merchant made it; `None` where there was none.
fn was_converted(operation: &AccountOperation, details: &OperationDetails) -> Option<bool> {
    if details.dcc_indicator == Some(ConvertedByMerchant::Yes) {
        return Some(true);
    }
    let code = |amount: &Option<Amount>| amount.as_ref().and_then(|amount| amount.iso_code.clone());
    let (made, billed) = (code(&operation.transaction_amount)?, code(&operation.reference_amount)?);
    (made != billed).then_some(false)
}

/// What set it off, and on which way it came.
pub fn cause(details: &OperationDetails) -> Vec<Fact> {
    let yes = |name: &'static str, flag: Option<bool>| (flag == Some(true)).then(|| Fact::text(name, "Yes"));
    let trigger = details.payment_trigger.as_ref().or(details.reimbursement_trigger.as_ref());
    [
        trigger.map(|trigger| Fact::text("Set off by", words::trigger(trigger))),
        yes("Paid automatically", details.automatic_payment),
        yes("SEPA", details.sepa),
        text("Interest condition", &details.interest_condition),
        yes("Corrects a mistake", details.correction),
        (details.print_on_statement == Some(false))
            .then(|| Fact::text("On the statement", "No: an internal operation")),
        text("Platform\u{2019}s type", &details.operation_type),
        text("Came from", &details.origin),
        details
            .direct_debit_end_to_end_id
            .as_deref()
            .map(|id| Fact::id("On the customer\u{2019}s bank statement", "end-to-end ID", id)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What a fee is made of; nothing where the gateway does not say.
pub fn fee_parts(details: &OperationDetails) -> AnyView {
    let Some(parts) = details.detailed_fee_amounts.as_ref().filter(|parts| !parts.is_empty() || parts.unreadable > 0)
    else {
        return ().into_any();
    };
    let rows = parts.rows.iter().map(|part| {
        let name = part.name.as_deref().map(free_text).filter(|name| !name.trim().is_empty());
        let share = part.percentage.as_deref().map(|share| format!("{} %", free_text(share)));
        let within = part.include_in_other_detail_fee_amount == Some(true);
        vec![
            name.unwrap_or_else(|| "Not stated".into()).into_any(),
            share.unwrap_or_default().into_any(),
            if within { "Within another part" } else { "" }.into_any(),
            amount(part.fee_amount.as_ref()),
        ]
    });
    let columns = [Column::name("Part"), Column::figures("Share"), Column::text("Counted"), Column::figures("Amount")];
    table_of("What the fee is made of", &columns, rows.collect(), parts.unreadable)
}

fn text(name: &'static str, text: &Option<String>) -> Option<Fact> {
    text.as_deref().filter(|text| !text.trim().is_empty()).map(|text| Fact::text(name, free_text(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(fields: &str) -> Option<bool> {
        let operation =
            serde_json::from_str(&format!(r#"{{ "operationIdentifier": {{ "operationId": "1" }}, {fields} }}"#));
        let details = serde_json::from_str(&format!("{{ {fields} }}"));
        was_converted(&operation.expect("an operation"), &details.expect("details"))
    }

    #[test]
    fn who_converted_is_said_where_there_was_a_conversion_and_nowhere_else() {
        let amounts = |made: &str| {
            let amount = |code: &str| format!(r#"{{ "value": 1, "exponent": 2, "isoCode": "{code}" }}"#);
            format!(r#""transactionAmount": {}, "referenceAmount": {}"#, amount(made), amount("EUR"))
        };
        assert_eq!(converted(&amounts("EUR")), None);
        assert_eq!(converted(&amounts("USD")), Some(false));
        assert_eq!(converted(&format!(r#"{}, "dccIndicator": " ""#, amounts("USD"))), Some(false));
        let at_till = format!(r#"{}, "dccIndicator": "1""#, amounts("EUR"));
        assert_eq!(converted(&at_till), Some(true), "the merchant\u{2019}s amount is in euros then");
        assert_eq!(converted(r#""disputed": false"#), None);
    }
}
