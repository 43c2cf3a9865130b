//! An operation as a row of a list: what a rep needs to answer "what is this", and what the filter looks through.

use std::sync::Arc;

use contract::{
    AccountReference, MaskedCard, Money, OperationId, free_text,
    operations::issuing::operations::{AccountOperation, OperationKind, OperationStatus, Standing, standings},
};

use super::{pages::Entry, words};
use crate::{
    browser::time,
    features::account::Posted,
    input::fold,
    routes::{OpaqueKey, Route, Section},
    session::{Caller, KnownAccount, short},
    ui::{
        amount::digits,
        badge::Tone,
        long_table::{Cell, Line, LongColumn},
        operation_kind,
    },
};

/// The table's columns.
pub const COLUMNS: &[LongColumn] = &[
    LongColumn::new("Posted", "date"),
    LongColumn::name("Operation", "wide"),
    LongColumn::new("What", "what"),
    LongColumn::new("Amount", "figures"),
    LongColumn::new("Original amount", "figures"),
    LongColumn::new("Rate", "rate"),
    LongColumn::new("Paid by", "paid"),
    LongColumn::new("Approval", "short"),
    LongColumn::new("Card", "short"),
];

/// Whose list it is, about which account, and who is told where its operations were posted. Holds nothing of the caller.
#[derive(Clone)]
pub struct Place {
    key: OpaqueKey,
    in_view: AccountReference,
    posted: Posted,
    goes_down: bool,
}

impl Place {
    /// A list that the account in view is about; `goes_down` where it shows the accounts below it, too.
    pub fn of(caller: &Caller, account: &KnownAccount, goes_down: bool) -> Self {
        let (key, in_view) = (caller.key().clone(), account.reference.clone());
        Self { key, in_view, posted: Posted::of(caller), goes_down }
    }
}

/// What a list keeps of an operation.
pub struct Row {
    key: OpaqueKey,
    id: OperationId,
    kind: String,
    name: String,
    mark: Option<(&'static str, Tone)>,
    what: String,
    posted: Option<i64>,
    billed: Option<Money>,
    original: Option<Money>,
    rate: String,
    paid_by: String,
    approval: String,
    card: String,
    below: bool,
    haystack: String,
}

/// Rows in the gateway's order, but each part of a payment right below its payment.
pub fn rows(place: &Place, operations: &[AccountOperation]) -> Vec<Arc<dyn Entry>> {
    let standings = standings(operations);
    let row = |index: usize| Arc::new(Row::of(place, &operations[index], standings[index])) as Arc<dyn Entry>;
    for operation in operations {
        if place.goes_down { place.posted.note_below(operation) } else { place.posted.note(operation) }
    }
    let part_of = |payment: usize| {
        let standings = &standings;
        (0..operations.len()).filter(move |part| standings[*part] == Standing::PartOf(Some(payment)))
    };
    let mut rows = Vec::with_capacity(operations.len());
    for (index, standing) in standings.iter().enumerate() {
        match standing {
            Standing::PartOf(Some(_)) => {}
            Standing::Apportioned => rows.extend(std::iter::once(index).chain(part_of(index)).map(row)),
            _ => rows.push(row(index)),
        }
    }
    rows
}

impl Row {
    fn of(place: &Place, operation: &AccountOperation, standing: Standing) -> Self {
        let kind = operation.operation_kind.as_ref();
        let billed = operation.reference_amount.as_ref().and_then(|amount| amount.stated());
        let original = operation.transaction_amount.as_ref().and_then(|amount| amount.stated());
        let original = original.filter(|original| {
            billed
                .as_ref()
                .is_none_or(|billed| (billed.value, &billed.iso_code) != (original.value, &original.iso_code))
        });
        let mut row = Self {
            key: place.key.clone(),
            id: operation.operation_identifier.operation_id.clone(),
            kind: kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            name: name(operation),
            mark: mark(operation),
            what: what(operation, &place.in_view),
            posted: operation.posting_date.as_ref().map(contract::Instant::epoch_millis),
            billed,
            // A rate from one currency to the same one says nothing.
            rate: operation
                .exchange_rate
                .as_ref()
                .filter(|_| original.is_some())
                .map(ToString::to_string)
                .unwrap_or_default(),
            original,
            paid_by: words::entry(operation).to_owned(),
            approval: operation.approval_code.clone().unwrap_or_default(),
            card: operation.masked_pan.as_ref().and_then(MaskedCard::ending).unwrap_or_default(),
            below: matches!(standing, Standing::PartOf(Some(_))),
            haystack: String::new(),
        };
        row.haystack = fold(&row.searchable(operation));
        row
    }

    /// Everything in the row that somebody might read out, and the ids, which they might paste.
    fn searchable(&self, operation: &AccountOperation) -> String {
        let amount =
            |money: &Option<Money>| money.as_ref().map(|money| format!("{} {}", money.to_decimal(), money.iso_code));
        let parts = [
            Some(self.name.clone()),
            operation.card_acceptor_city.as_deref().map(free_text),
            operation.description.as_deref().map(free_text),
            Some(self.what.clone()),
            amount(&self.billed),
            amount(&self.original),
            Some(self.paid_by.clone()),
            Some(self.approval.clone()),
            Some(self.card.clone()),
            self.mark.map(|(word, _)| word.to_owned()),
            Some(self.id.to_string()),
            operation.external_operation_reference.as_ref().map(ToString::to_string),
        ];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

impl Entry for Row {
    fn line(&self) -> Line {
        let posted = self.posted.map(|at| time::date(&contract::Instant::from_epoch_millis(at)));
        let name = Cell {
            text: self.name.clone(),
            small: self.mark.map(|(word, _)| word.to_owned()).unwrap_or_default(),
            tone: self.mark.map(|(_, tone)| tone),
        };
        Line {
            href: Route::detail(&self.key, Section::Operations, self.id.as_str()).href(),
            cells: vec![
                posted.unwrap_or_else(|| "Not stated".into()).into(),
                name,
                self.what.as_str().into(),
                figures(self.billed.as_ref(), "Not stated"),
                figures(self.original.as_ref(), ""),
                self.rate.as_str().into(),
                self.paid_by.as_str().into(),
                self.approval.as_str().into(),
                self.card.as_str().into(),
            ],
            below: self.below,
        }
    }

    fn haystack(&self) -> &str {
        &self.haystack
    }

    fn identity(&self) -> std::borrow::Cow<'_, str> {
        self.id.as_str().into()
    }

    fn kind(&self) -> &str {
        &self.kind
    }
}

/// An amount in a cell, its currency small.
pub fn figures(money: Option<&Money>, missing: &str) -> Cell {
    match money {
        Some(money) => Cell { text: digits(money), small: format!(" {}", money.iso_code), tone: None },
        None => missing.into(),
    }
}

/// The merchant, or what the issuer calls it.
pub fn name(operation: &AccountOperation) -> String {
    let stated = |text: &Option<String>| text.as_deref().map(free_text).filter(|text| !text.trim().is_empty());
    stated(&operation.card_acceptor_name)
        .or_else(|| stated(&operation.description))
        .or_else(|| operation.operation_kind.as_ref().map(|kind| operation_kind::words(kind).to_owned()))
        .unwrap_or_else(|| "Not stated".into())
}

/// What was bought, or what kind of operation it is; before it the account, where it is not the one in view.
fn what(operation: &AccountOperation, in_view: &AccountReference) -> String {
    let kind = operation.operation_kind.as_ref();
    let what = match (kind, &operation.fee_type, &operation.merchant_category_code) {
        (Some(OperationKind::Fee), Some(fee), _) => words::fee_type(fee).to_owned(),
        (Some(OperationKind::Transaction) | None, _, Some(code)) if !code.trim().is_empty() => {
            free_text(words::category(code))
        }
        (Some(kind), ..) => operation_kind::words(kind).to_owned(),
        (None, ..) => "Not stated".into(),
    };
    let account = operation.posting_account_identifier.as_ref().and_then(crate::session::reference);
    match account.filter(|account| account != in_view) {
        Some(account) => format!("{} · {what}", short(account.as_str())),
        None => what,
    }
}

/// What is unusual about it, the gravest first.
fn mark(operation: &AccountOperation) -> Option<(&'static str, Tone)> {
    match &operation.status {
        Some(OperationStatus::InError) => return Some(("In error", Tone::Attention)),
        Some(OperationStatus::Pending) => return Some(("Pending", Tone::Information)),
        Some(OperationStatus::InDispute) => return Some(("In dispute", Tone::Information)),
        _ => {}
    }
    if operation.disputed == Some(true) {
        Some(("In dispute", Tone::Information))
    } else if operation.reversal == Some(true) {
        Some(("Reversal", Tone::Plain))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use contract::{
        Family, Opened,
        issuing::Issuing,
        operations::issuing::{operations::ListOperations, statements::ListStatementOperations},
    };

    use super::*;

    fn listed() -> Vec<AccountOperation> {
        let text = include_str!("../../../contract/samples/issuing-v2/listOperations.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListOperations>(text) else { panic!("a list") };
        list.rows
    }

    fn place(in_view: &str) -> Place {
        Place { key: OpaqueKey("k".into()), in_view: in_view.into(), posted: Posted::default(), goes_down: false }
    }

    fn row(operation: &AccountOperation) -> Row {
        Row::of(&place("12343571015282598154"), operation, Standing::Alone)
    }

    #[test]
    fn the_guides_stay_in_japan_has_an_amount_in_both_currencies_and_its_fee_in_one() {
        let [hotel, fee] = listed().try_into().expect("two operations");
        let (hotel, fee) = (row(&hotel), row(&fee));
        assert_eq!(hotel.billed.as_ref().map(Money::to_decimal).as_deref(), Some("55.09"));
        assert_eq!(hotel.original.as_ref().map(Money::to_decimal).as_deref(), Some("8335"), "a yen has no decimals");
        assert_eq!(
            (hotel.what.as_str(), hotel.approval.as_str(), hotel.card.as_str()),
            ("Hotel", "103725", "•••• 1630")
        );
        assert_eq!(fee.original, None, "the same amount is not shown twice");
        assert_eq!(fee.what, "Foreign mark-up");
    }

    #[test]
    fn the_filter_finds_what_a_caller_reads_out_and_never_a_card_number() {
        let [hotel, _] = listed().try_into().expect("two operations");
        let haystack = row(&hotel).haystack;
        for heard in ["ryokan", "sinagawaku", "hotel", "55.09 eur", "8335 jpy", "magnetic stripe", "103725", "1630"] {
            assert!(haystack.contains(heard), "{heard}: {haystack}");
        }
        assert!(!haystack.contains("454617"), "{haystack}");
    }

    #[test]
    fn a_part_stands_right_below_its_payment() {
        let text = include_str!("../../../contract/samples/issuing-v2/listStatementOperations.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListStatementOperations>(text) else { panic!("a list") };
        let mut newest_first = list.rows;
        newest_first.reverse();
        let kinds: Vec<_> = rows(&place("1"), &newest_first).iter().map(|row| row.kind().to_owned()).collect();
        assert_eq!(kinds, ["INT", "PAY", "SUBPAYOP"]);
    }

    #[test]
    fn what_is_unusual_is_marked() {
        let [mut hotel, _] = listed().try_into().expect("two operations");
        assert_eq!(mark(&hotel), None);
        hotel.reversal = Some(true);
        assert_eq!(mark(&hotel).map(|(word, _)| word), Some("Reversal"));
        hotel.disputed = Some(true);
        assert_eq!(mark(&hotel).map(|(word, _)| word), Some("In dispute"));
    }

    #[test]
    fn another_account_of_the_hierarchy_is_named() {
        let [mut hotel, _] = listed().try_into().expect("two operations");
        hotel.posting_account_identifier =
            serde_json::from_str(r#"{ "accountReference": "12343571015282590009" }"#).ok();
        assert_eq!(row(&hotel).what, "…0009 · Hotel");
    }
}
