//! Whether an operation that was found under the triplet is the one that was sent. Pure.
//!
//! What must be stated, and equal: the three facts, the amount with its sign and currency, and of what it is either the
//! kind or the type (programme). Everything else that was sent must be equal where the answer states it; what the answer
//! leaves out is "not stated", and the three facts, which nobody else can know, stand for it.

use contract::{
    Amount, Instant, free_text,
    operations::issuing::operations::{AccountOperation, InterestType, NewOperation, OperationKind, OriginalOperation},
};

use super::intent::{Kind, word_of};

/// What was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// A fee, a bonus, interest; of a reversal: what it takes back.
    pub kind: Kind,
    /// The three facts that name it.
    pub triplet: NewOperation,
    /// Of a reversal: those of what it takes back.
    pub original: Option<OriginalOperation>,
    /// With its sign.
    pub amount: Amount,
    /// The fee's type or the bonus's programme.
    pub word: Option<String>,
    /// Which way interest goes.
    pub interest_type: Option<InterestType>,
    /// For the customer's eyes.
    pub description: Option<String>,
    /// From when it counts, where the rep said so.
    pub value_date: Option<Instant>,
}

/// What an operation that was found says of what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It is what was sent.
    Ours,
    /// Posted under the three facts, and otherwise: what differs.
    Differs(Vec<&'static str>),
    /// It proves nothing: what it does not state, or states of something else.
    Nothing(&'static str),
}

/// Compares everything that was sent.
pub fn proof(expected: &Expected, found: &AccountOperation) -> Proof {
    let (Some(date), Some(reference), Some(poster)) =
        (&found.external_operation_date, &found.external_operation_reference, &found.external_operation_service_poster)
    else {
        return Proof::Nothing("does not state its references");
    };
    let NewOperation { date: own_date, reference: own_reference, service_poster } = &expected.triplet;
    if !same(date, own_date) || reference != own_reference || poster != service_poster {
        return Proof::Nothing("is about another operation");
    }
    let Some(amount) = found.reference_amount.as_ref().and_then(Amount::stated) else {
        return Proof::Nothing("does not state its amount");
    };
    let word = word_of(found);
    if found.operation_kind.is_none() && word.is_none() {
        return Proof::Nothing("does not state what kind of operation it is");
    }
    let stated_otherwise = [
        ("amount", !expected.amount.stated().is_some_and(|sent| sent.is_worth(&amount))),
        ("kind", found.operation_kind.as_ref().is_some_and(|kind| !expected.kind.may_be(kind))),
        ("type", differs(expected.word.as_ref(), word.as_ref())),
        ("direction", differs(expected.interest_type.as_ref(), found.interest_type.as_ref())),
        ("description", differs(shown(&expected.description), shown(&found.description))),
        ("value date", differs(expected.value_date.as_ref().map(millis), found.value_date.as_ref().map(millis))),
        ("reversal", found.reversal.is_some_and(|reversal| reversal != expected.original.is_some())),
        ("original operation", takes_back_another(expected.original.as_ref(), found)),
    ];
    let differing: Vec<_> =
        stated_otherwise.into_iter().filter_map(|(name, differs)| differs.then_some(name)).collect();
    if differing.is_empty() { Proof::Ours } else { Proof::Differs(differing) }
}

impl Kind {
    /// Whether the gateway may call it this. No documented kind is a bonus, so it may be any that is nothing else.
    fn may_be(self, kind: &OperationKind) -> bool {
        match self {
            Self::Fee => *kind == OperationKind::Fee,
            Self::Interest => *kind == OperationKind::Interest,
            Self::Bonus => !matches!(
                kind,
                OperationKind::Fee
                    | OperationKind::Interest
                    | OperationKind::Transaction
                    | OperationKind::Payment
                    | OperationKind::PaymentApportionment
                    | OperationKind::Reimbursement
            ),
        }
    }
}

/// Whether both are stated, and differ.
fn differs<T: PartialEq>(sent: Option<T>, found: Option<T>) -> bool {
    matches!((sent, found), (Some(sent), Some(found)) if sent != found)
}

/// As it is read: what came is cleaned of what nobody sees, so what was sent is compared without it.
fn shown(text: &Option<String>) -> Option<String> {
    text.as_deref().map(|text| free_text(text).trim().to_owned()).filter(|text| !text.is_empty())
}

fn millis(instant: &Instant) -> i64 {
    instant.epoch_millis()
}

fn same(one: &Instant, other: &Instant) -> bool {
    one.epoch_millis() == other.epoch_millis()
}

fn takes_back_another(original: Option<&OriginalOperation>, found: &AccountOperation) -> bool {
    original.is_some_and(|original| {
        let date = found.external_matching_operation_date.as_ref();
        differs(Some(&original.reference), found.external_matching_operation_reference.as_ref())
            || date.is_some_and(|date| !same(date, &original.date))
            || differs(
                Some(original.service_poster.as_str()),
                found.external_matching_operation_service_poster.as_deref(),
            )
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn sent() -> Expected {
        let money = contract::Money { value: 1500, exponent: 2, iso_code: "EUR".into() };
        Expected {
            kind: Kind::Fee,
            triplet: NewOperation {
                date: Instant::from_epoch_millis(1_672_669_234_000),
                reference: "1234F123456".into(),
                service_poster: "ISSUER".into(),
            },
            original: None,
            amount: money.into(),
            word: Some("MANUAL_FEE".into()),
            interest_type: None,
            description: Some("Copy of a receipt".into()),
            value_date: Instant::parse("2023-01-01T23:00:00.000Z"),
        }
    }

    /// All that was sent, with some of it changed or left out.
    fn found(more: Value) -> AccountOperation {
        let mut fields = json!({
            "operationIdentifier": { "operationId": "1000000000376077" }, "operationKind": "FEE", "reversal": false,
            "feeType": "MANUAL_FEE", "description": "Copy of a receipt", "valueDate": "2023-01-01T23:00:00.000+00:00",
            "referenceAmount": { "value": 1500, "exponent": 2, "isoCode": "EUR" },
            "externalOperationDate": "2023-01-02T14:20:34.000+00:00", "externalOperationReference": "1234F123456",
            "externalOperationServicePoster": "ISSUER",
        });
        if let (Value::Object(fields), Value::Object(more)) = (&mut fields, more) {
            fields.extend(more);
        }
        serde_json::from_str(&fields.to_string()).expect("an operation")
    }

    #[test]
    fn what_was_sent_is_found_when_all_of_it_is_there() {
        assert_eq!(proof(&sent(), &found(json!({}))), Proof::Ours);
        let unsaid = Expected { description: None, value_date: None, ..sent() };
        assert_eq!(proof(&unsaid, &found(json!({}))), Proof::Ours, "what was not sent may be anything");
    }

    #[test]
    fn an_empty_or_foreign_operation_proves_nothing() {
        let nothing = serde_json::from_str(r#"{ "operationIdentifier": { "operationId": "1" } }"#).expect("readable");
        assert_eq!(proof(&sent(), &nothing), Proof::Nothing("does not state its references"));
        for foreign in [
            json!({ "externalOperationReference": "another" }),
            json!({ "externalOperationDate": "2023-01-02T14:20:35.000+00:00" }),
            json!({ "externalOperationServicePoster": "WLP-CAS" }),
        ] {
            assert_eq!(proof(&sent(), &found(foreign)), Proof::Nothing("is about another operation"));
        }
        for amount in [json!(null), json!({}), json!({ "value": 1500, "exponent": 2 })] {
            let proven = proof(&sent(), &found(json!({ "referenceAmount": amount })));
            assert_eq!(proven, Proof::Nothing("does not state its amount"));
        }
        let kindless = found(json!({ "operationKind": null, "feeType": null }));
        assert_eq!(proof(&sent(), &kindless), Proof::Nothing("does not state what kind of operation it is"));
    }

    #[test]
    fn everything_that_was_sent_must_be_in_it() {
        let amount = |value: i64, code: &str| json!({ "value": value, "exponent": 2, "isoCode": code });
        for (field, value, name) in [
            ("referenceAmount", amount(2000, "EUR"), "amount"),
            ("referenceAmount", amount(-1500, "EUR"), "amount"),
            ("referenceAmount", amount(1500, "USD"), "amount"),
            ("operationKind", json!("INT"), "kind"),
            ("feeType", json!("EVENT_FEE"), "type"),
            ("description", json!("Something else"), "description"),
            ("valueDate", json!("2023-01-02T23:00:00.000+00:00"), "value date"),
            ("reversal", json!(true), "reversal"),
        ] {
            assert_eq!(proof(&sent(), &found(json!({ field: value }))), Proof::Differs(vec![name]), "{field}");
        }
    }

    #[test]
    fn an_amount_counts_with_its_decimals_and_not_by_its_digits() {
        let echo = |value: i64, exponent: u8| {
            proof(
                &sent(),
                &found(json!({ "referenceAmount": { "value": value, "exponent": exponent, "isoCode": "EUR" } })),
            )
        };
        assert_eq!([echo(15, 0), echo(15_000, 3)], [Proof::Ours, Proof::Ours]);
        assert_eq!(echo(1500, 0), Proof::Differs(vec!["amount"]));
        assert_eq!(echo(1500, 3), Proof::Differs(vec!["amount"]));
    }

    #[test]
    fn what_nobody_sees_in_a_description_makes_no_other_one() {
        let pasted = Expected { description: Some("Copy of\u{200b} a\treceipt".into()), ..sent() };
        assert_eq!(proof(&pasted, &found(json!({}))), Proof::Ours);
    }

    #[test]
    fn what_the_answer_leaves_out_is_not_stated_and_differs_from_nothing() {
        for field in ["operationKind", "feeType", "description", "valueDate", "reversal"] {
            assert_eq!(proof(&sent(), &found(json!({ field: null }))), Proof::Ours, "{field}");
        }
    }

    #[test]
    fn a_reversal_is_one_and_takes_back_what_it_should() {
        let original = OriginalOperation {
            date: Instant::parse("2023-01-01T10:00:00Z").expect("an instant"),
            reference: "the fee".into(),
            service_poster: "ISSUER".into(),
        };
        let sent = Expected { original: Some(original), description: None, value_date: None, ..sent() };
        assert_eq!(proof(&sent, &found(json!({}))), Proof::Differs(vec!["reversal"]));
        assert_eq!(proof(&sent, &found(json!({ "reversal": true }))), Proof::Ours);
        let matching = |reference: &str| {
            json!({ "reversal": true, "externalMatchingOperationReference": reference,
                    "externalMatchingOperationDate": "2023-01-01T10:00:00.000+00:00" })
        };
        assert_eq!(proof(&sent, &found(matching("the fee"))), Proof::Ours);
        assert_eq!(proof(&sent, &found(matching("another"))), Proof::Differs(vec!["original operation"]));
    }

    #[test]
    fn interest_goes_the_way_that_was_sent_and_a_bonus_is_of_its_programme() {
        let interest = Expected {
            kind: Kind::Interest,
            word: None,
            interest_type: Some(InterestType::Debit),
            description: None,
            value_date: None,
            ..sent()
        };
        let posted = |word: &str| found(json!({ "operationKind": "INT", "feeType": null, "interestType": word }));
        assert_eq!(proof(&interest, &posted("DEBIT")), Proof::Ours);
        assert_eq!(proof(&interest, &posted("CREDIT")), Proof::Differs(vec!["direction"]));
        let bonus = Expected { kind: Kind::Bonus, word: Some("MILES".into()), ..interest };
        let bonus = Expected { interest_type: None, ..bonus };
        let posted = |kind: &str, programme: &str| {
            found(json!({ "operationKind": kind, "feeType": null, "bonusProgramReference": programme }))
        };
        assert_eq!(proof(&bonus, &posted("BAL_ADJ", "MILES")), Proof::Ours);
        assert_eq!(proof(&bonus, &posted("BAL_ADJ", "CASH")), Proof::Differs(vec!["type"]));
        assert_eq!(proof(&bonus, &posted("FEE", "MILES")), Proof::Differs(vec!["kind"]));
    }
}
