//! What only one operation in full states: how its amount came about, and what set it off (public).

use contract::operations::issuing::operations::{
    ConvertedByMerchant, DetailedFeeAmount, ExchangeRate, OperationDetails, Trigger,
};

use super::{
    calendar::{Day, stamp},
    entry::{Entry, EntryKind, Purchase},
    merchants::{Channel, EURO},
    plan::Plan,
    shown_operation::{amount, cents},
};

/// The details of an operation of this account.
pub(crate) fn details(plan: &Plan, entry: &Entry) -> OperationDetails {
    let common = OperationDetails {
        origin: Some("WLP-CAS".into()),
        correction: Some(false),
        print_on_statement: Some(true),
        ..OperationDetails::default()
    };
    match &entry.kind {
        EntryKind::Purchase(purchase) | EntryKind::Refund(purchase) => {
            OperationDetails { operation_type: Some("PURCHASE".into()), ..used(plan, entry, purchase, common) }
        }
        EntryKind::Fee { code, text, fee_type, .. } => OperationDetails {
            operation_type: Some("FEE".into()),
            detailed_fee_amounts: Some(
                vec![DetailedFeeAmount {
                    name: Some((*text).into()),
                    percentage: (*fee_type == "MARKUP_FEE").then(|| "1.99".into()),
                    fee_amount: Some(cents(entry.cents)),
                    external_operation_code: Some((*code).into()),
                    include_in_other_detail_fee_amount: Some(false),
                }]
                .into(),
            ),
            ..common
        },
        EntryKind::Interest => OperationDetails { interest_condition: Some("STANDARD".into()), ..common },
        EntryKind::Payment { by_direct_debit } => OperationDetails {
            payment_trigger: Some(if *by_direct_debit { Trigger::Cyclic } else { Trigger::OnDemand }),
            automatic_payment: Some(*by_direct_debit),
            sepa: Some(true),
            direct_debit_end_to_end_id: by_direct_debit.then(|| format!("E2E-{}", entry.id(plan.code))),
            ..common
        },
        _ => common,
    }
}

fn used(plan: &Plan, entry: &Entry, purchase: &Purchase, common: OperationDetails) -> OperationDetails {
    let currency = purchase.merchant.currency;
    let at_till = converted_at_till(entry, purchase);
    let abroad = currency.iso_code != EURO.iso_code;
    OperationDetails {
        billing_amount: Some(cents(entry.cents)),
        overall_exchange_rate: (abroad && !at_till)
            .then(|| serde_json::from_str::<ExchangeRate>(currency.rate).ok())
            .flatten(),
        exchange_rate_date: (abroad && !at_till).then(|| stamp(Day::containing(purchase.made).midnight())),
        exchange_rate_source: (abroad && !at_till).then(|| plan.wanted.product.scheme().brand.into()),
        intermediate_amount: (abroad && !at_till).then(|| amount(purchase.amount, currency)),
        dcc_indicator: Some(if at_till { ConvertedByMerchant::Yes } else { ConvertedByMerchant::No }),
        poi_amount_account_currency: at_till.then(|| cents(entry.cents)),
        ..common
    }
}

/// Some merchants abroad convert at the till: the account is charged in its own currency then.
pub(crate) fn converted_at_till(entry: &Entry, purchase: &Purchase) -> bool {
    let merchant = purchase.merchant;
    merchant.currency.iso_code != EURO.iso_code
        && merchant.currency.exponent == EURO.exponent
        && merchant.channel == Channel::Shop
        && matches!(entry.kind, EntryKind::Purchase(_))
        && entry.sequence / 4 % 6 == 5
}
