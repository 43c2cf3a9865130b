//! The keys of the issuing half: what joins it with a wallet, the issuer's own words, and how far a limit may go.

use super::reader::Reader;

/// Which id of a wallet is the issuing customer's `issuerCustomerExternalReference`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The wallet user's own id.
    CustomerId,
    /// The id that the issuer's own system gave.
    ExternalId,
}

/// Which of a customer's two references the issuing paths take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum References {
    /// The platform's own, `CUS…`: every printed path has it.
    #[default]
    Internal,
    /// The issuer's own, by which a wallet is joined.
    External,
}

/// Words that no guide lists because every issuer has others. An empty list offers nothing to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Why a caller disputes an operation.
    pub dispute_reasons: Vec<String>,
    /// Between which accounts a dispute posts.
    pub posting_types: Vec<String>,
    /// What a rep may add to a dispute folder.
    pub event_types: Vec<String>,
    /// Which fees a rep may post.
    pub fee_types: Vec<String>,
}

/// From what the issuer's platform makes disputes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DisputesFrom {
    /// From an operation, by its external reference: the guide's way (seed 004:1886).
    #[default]
    Operation,
    /// From a transaction, which has replaced it on newer platforms (public).
    Transaction,
}

/// How this issuer's gateway takes postings by hand, where guide and public description differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PostingRules {
    /// Whether the reversal of a fee names the fee's type. The guide's prose calls it mandatory (seed 004:3055); its own
    /// request and the public description have no such field, so it is left out unless the issuer says otherwise.
    pub reversal_fee_type: bool,
}

/// How far a rep may go with a credit limit, in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditLimitRules {
    /// Not below.
    pub minimum: i64,
    /// Not above, for good.
    pub maximum: i64,
    /// Not above, for a while.
    pub temporary_maximum: i64,
    /// Decimals of the currency.
    pub exponent: u8,
    /// ISO 4217.
    pub iso_code: String,
}

/// `disputes.createdBy`, which may be left out.
pub(super) fn disputes_from(disputes: &Reader) -> DisputesFrom {
    [DisputesFrom::Operation, DisputesFrom::Transaction]
        [disputes.optional_word("createdBy", &["operation", "transaction"])]
}

/// `choices`; each list may be left out.
pub(super) fn choices(choices: &Reader) -> Choices {
    Choices {
        dispute_reasons: choices.texts("disputeReasons"),
        posting_types: choices.texts("postingTypes"),
        event_types: choices.texts("eventTypes"),
        fee_types: choices.texts("feeTypes"),
    }
}

/// `postings`; each key may be left out.
pub(super) fn postings(rules: &Reader) -> PostingRules {
    PostingRules { reversal_fee_type: rules.has("reversalFeeType") && rules.flag("reversalFeeType") }
}

/// `creditLimit`.
pub(super) fn credit_limit(rules: &Reader) -> CreditLimitRules {
    let minor_units = |key: &str, least: i64| {
        rules.number(key, least..=i64::MAX, format_args!("a whole number of minor units, not below {least}"))
    };
    let minimum = minor_units("minimum", 0);
    let iso_code = rules.any_text("isoCode").unwrap_or_default();
    let limits = CreditLimitRules {
        minimum,
        maximum: minor_units("maximum", minimum),
        temporary_maximum: minor_units("temporaryMaximum", minimum),
        exponent: rules.number("exponent", 0..=6, format_args!("the decimals of the currency, from 0 to 6")) as u8,
        iso_code,
    };
    if limits.iso_code.len() != 3 || !limits.iso_code.bytes().all(|letter| letter.is_ascii_uppercase()) {
        rules.wrong("isoCode", "an ISO 4217 code of three capitals");
    }
    limits
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use serde_json::{Value, json};

    use super::{super::ConfigError, *};

    fn documented() -> Value {
        json!({
            "choices": {
                "disputeReasons": ["COUNTERFEIT_CARD"], "postingTypes": ["Cardholder Account"], "feeTypes": ["MANUAL_FEE"],
            },
            "creditLimit": {
                "minimum": 0, "maximum": 2_000_000, "temporaryMaximum": 3_000_000, "exponent": 2, "isoCode": "EUR",
            },
        })
    }

    fn read_from<T>(value: &Value, read: impl FnOnce(&Reader) -> T) -> Result<T, ConfigError> {
        let wrong = OnceCell::new();
        let read = read(&Reader::root(&value.to_string(), &wrong));
        wrong.into_inner().map_or(Ok(read), Err)
    }

    fn read(value: &Value) -> Result<(Choices, CreditLimitRules), ConfigError> {
        read_from(value, |root| (choices(&root.section("choices")), credit_limit(&root.section("creditLimit"))))
    }

    fn refusal_of(pointer: &str, wrong: Value) -> String {
        let mut value = documented();
        *value.pointer_mut(pointer).expect("a documented key") = wrong;
        read(&value).map_or_else(|error| error.to_string(), |_| "accepted".into())
    }

    #[test]
    fn the_documented_keys_are_accepted_and_a_list_may_be_left_out() {
        let (choices, limit) = read(&documented()).expect("accepted");
        assert_eq!(choices.fee_types, ["MANUAL_FEE"]);
        assert!(choices.event_types.is_empty());
        assert_eq!((limit.maximum, limit.temporary_maximum, limit.exponent), (2_000_000, 3_000_000, 2));
    }

    #[test]
    fn disputes_are_made_from_operations_unless_the_issuer_says_otherwise() {
        let read = |disputes: Value| {
            read_from(&json!({ "disputes": disputes }), |root| disputes_from(&root.section("disputes")))
        };
        assert_eq!(read(json!({})), Ok(DisputesFrom::Operation));
        assert_eq!(read(json!({ "createdBy": "transaction" })), Ok(DisputesFrom::Transaction));
        let refused = read(json!({ "createdBy": "card" })).map_err(|error| error.to_string());
        let sentence = "The configuration’s “disputes.createdBy” must be operation or transaction.";
        assert_eq!(refused, Err(sentence.to_owned()));
    }

    #[test]
    fn the_reversal_of_a_fee_names_its_type_only_where_the_issuer_says_so() {
        let read = |rules: Value| read_from(&json!({ "postings": rules }), |root| postings(&root.section("postings")));
        let names_it = |rules| read(rules).map(|rules| rules.reversal_fee_type).map_err(|error| error.to_string());
        assert_eq!(names_it(json!({})), Ok(false));
        assert_eq!(names_it(json!({ "reversalFeeType": true })), Ok(true));
        let expected = "The configuration’s “postings.reversalFeeType” must be true or false.";
        assert_eq!(names_it(json!({ "reversalFeeType": "yes" })), Err(expected.into()));
    }

    #[test]
    fn a_refusal_names_the_key_and_what_was_expected() {
        assert_eq!(
            refusal_of("/choices/feeTypes", json!(["MANUAL_FEE", ""])),
            "The configuration’s “choices.feeTypes” must be a list of texts that are not empty."
        );
        assert_eq!(
            refusal_of("/creditLimit/maximum", json!("a lot")),
            "The configuration’s “creditLimit.maximum” must be a whole number of minor units, not below 0."
        );
        assert_eq!(
            refusal_of("/creditLimit/minimum", json!(2_500_000)),
            "The configuration’s “creditLimit.maximum” must be a whole number of minor units, not below 2500000."
        );
        assert_eq!(
            refusal_of("/creditLimit/isoCode", json!("euro")),
            "The configuration’s “creditLimit.isoCode” must be an ISO 4217 code of three capitals."
        );
        assert!(refusal_of("/creditLimit/exponent", json!(2.5)).contains("creditLimit.exponent"));
        assert!(refusal_of("/creditLimit/maximum", json!(2000.5)).contains("creditLimit.maximum"));
    }
}
