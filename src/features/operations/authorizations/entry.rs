//! An authorization as a row of a list.

use std::sync::Arc;

use contract::{
    MaskedCard, Money, free_text,
    operations::issuing::{
        Identified,
        operations::{Authorization, MerchantTime},
    },
};

use crate::{
    features::{
        operations::{
            entry::figures,
            pages::Entry,
            words::{self, decline},
        },
        spending::Ending,
    },
    input::fold,
    routes::{OpaqueKey, Route, Section},
    ui::long_table::{Cell, Line, LongColumn},
};

/// The table's columns.
pub const COLUMNS: &[LongColumn] = &[
    LongColumn::new("Made", "moment"),
    LongColumn::name("Merchant", "wide"),
    LongColumn::new("Result", "result"),
    LongColumn::new("Amount", "figures"),
    LongColumn::new("Original amount", "figures"),
    LongColumn::new("What", "what"),
    LongColumn::new("Paid by", "paid"),
    LongColumn::new("Card", "short"),
];

struct Row {
    href: String,
    made: String,
    name: String,
    result: String,
    ending: Ending,
    billed: Option<Money>,
    asked: Option<Money>,
    what: String,
    paid_by: String,
    card: String,
    haystack: String,
    identity: String,
}

/// The row; one that the gateway did not name cannot be opened, and leads back to the list.
pub fn row(key: &OpaqueKey, authorization: &Authorization) -> Arc<dyn Entry> {
    let id = authorization.authorization_identifier.as_ref().and_then(|one| one.transaction_id.as_ref());
    let href = match id {
        Some(id) => Route::detail(key, Section::Operations, format!("{}{id}", super::one::AUTHORIZATION)).href(),
        None => Route::section(key, Section::Operations).href(),
    };
    let stated = |amount: &Option<contract::Amount>| amount.as_ref().and_then(|amount| amount.stated());
    let (billed, asked) = (stated(&authorization.enquired_billing_amount), stated(&authorization.enquired_amount));
    let billed = billed.or_else(|| asked.clone());
    let mut row = Row {
        href,
        made: made(authorization),
        name: name(authorization),
        result: decline::result(authorization),
        ending: Ending::of(authorization),
        asked: asked.filter(|asked| Some(asked) != billed.as_ref()),
        billed,
        what: what(authorization),
        paid_by: authorization.entry_mode.as_ref().map(words::authorization_entry).unwrap_or_default().to_owned(),
        card: authorization.masked_pan.as_ref().and_then(MaskedCard::ending).unwrap_or_default(),
        haystack: String::new(),
        identity: authorization.identity().into_owned(),
    };
    let amount =
        |money: &Option<Money>| money.as_ref().map(|money| format!("{} {}", money.to_decimal(), money.iso_code));
    let parts = [
        Some(row.name.clone()),
        Some(row.result.clone()),
        Some(row.made.clone()),
        amount(&row.billed),
        amount(&row.asked),
        Some(row.what.clone()),
        Some(row.paid_by.clone()),
        Some(row.card.clone()),
        authorization.approval_code.clone(),
        authorization.card_acceptor_city.as_deref().map(free_text),
        id.map(ToString::to_string),
    ];
    row.haystack = fold(&parts.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    Arc::new(row)
}

impl Entry for Row {
    fn line(&self) -> Line {
        let tone = Some(decline::look(self.ending).0).filter(|_| self.ending != Ending::Approved);
        let result = Cell { text: self.result.clone(), small: String::new(), tone };
        Line {
            href: self.href.clone(),
            cells: vec![
                self.made.as_str().into(),
                self.name.as_str().into(),
                result,
                figures(self.billed.as_ref(), "Not stated"),
                figures(self.asked.as_ref(), ""),
                self.what.as_str().into(),
                self.paid_by.as_str().into(),
                self.card.as_str().into(),
            ],
            below: false,
        }
    }

    fn haystack(&self) -> &str {
        &self.haystack
    }

    fn identity(&self) -> std::borrow::Cow<'_, str> {
        self.identity.as_str().into()
    }

    fn kind(&self) -> &str {
        match self.ending {
            Ending::Approved => "approved",
            Ending::Declined => "declined",
            Ending::NotClear => "not-clear",
        }
    }
}

/// When, by the merchant's clock, whose zone nobody states: the day and the time of day where there are, else as it was
/// sent.
pub fn made(authorization: &Authorization) -> String {
    let times = [&authorization.transaction_date, &authorization.operation_date];
    let day = times.iter().find_map(|time| time.as_ref()?.day());
    match day {
        Some(day) => {
            let of_that_day = times.iter().filter_map(|time| time.as_ref()).filter(|time| time.day() == Some(day));
            let minute = of_that_day.filter_map(MerchantTime::minute).next();
            let day = crate::browser::time::day(day);
            minute.map_or_else(|| day.clone(), |minute| format!("{day}, {minute}"))
        }
        None => times.iter().find_map(|time| Some(time.as_ref()?.to_string())).unwrap_or_else(|| "Not stated".into()),
    }
}

/// The merchant.
pub fn name(authorization: &Authorization) -> String {
    let name = authorization.card_acceptor_name.as_deref().map(free_text).filter(|name| !name.trim().is_empty());
    name.unwrap_or_else(|| what(authorization))
}

/// What it is about, and what is sold there.
pub fn what(authorization: &Authorization) -> String {
    let category = authorization.merchant_category_code.as_deref().filter(|code| !code.trim().is_empty());
    let business = words::business(authorization.business_case_type.as_ref(), authorization.financial_type.as_ref());
    match (category.map(words::category), business) {
        (Some(category), "" | "Purchase" | "Payment") => free_text(category),
        (_, "") => "Authorization".into(),
        (_, business) => business.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authorization(text: &str) -> Authorization {
        serde_json::from_str(text).expect("an authorization")
    }

    #[test]
    fn a_time_without_a_zone_stays_the_merchants_day_and_time() {
        let day = |text: &str| made(&authorization(text));
        assert_eq!(day(r#"{ "transactionDate": "2022-12-31T23:30:00.000" }"#), "31 Dec 2022, 23:30");
        assert_eq!(day(r#"{ "operationDate": "20221231233000" }"#), "31 Dec 2022, 23:30");
        let both = r#"{ "transactionDate": "2022-12-31", "operationDate": "20221231233000" }"#;
        assert_eq!(day(both), "31 Dec 2022, 23:30", "the other one states the time of that day");
        assert_eq!(day(r#"{ "transactionDate": "2022-12-31" }"#), "31 Dec 2022");
        assert_eq!(day(r#"{ "operationDate": "20221331233000" }"#), "20221331233000", "there is no month 13");
        assert_eq!(day("{}"), "Not stated");
    }

    #[test]
    fn a_result_that_says_neither_is_not_picked_as_approved() {
        let kind = |text: &str| row(&OpaqueKey("k".into()), &authorization(text)).kind().to_owned();
        assert_eq!(kind(r#"{ "resultType": "Approval" }"#), "approved");
        assert_eq!(kind(r#"{ "resultType": "PickUp" }"#), "declined");
        for neither in ["{}", r#"{ "resultType": "Other" }"#, r#"{ "declined": false, "resultType": "Decline" }"#] {
            assert_eq!(kind(neither), "not-clear", "{neither}");
        }
    }

    #[test]
    fn a_decline_can_be_picked_and_is_found_by_its_reason() {
        let declined = row(
            &OpaqueKey("k".into()),
            &authorization(
                r##"{ "declined": true, "declineReason": "OverCreditLimit", "cardAcceptorName": "ELEKTROWELT24",
                  "maskedPan": "424201######0010", "merchantCategoryCode": "5732", "financialType": "Purchase" }"##,
            ),
        );
        assert_eq!(declined.kind(), "declined");
        for heard in ["over the credit limit", "elektrowelt24", "0010", "electronics"] {
            assert!(declined.haystack().contains(heard), "{heard}");
        }
    }
}
