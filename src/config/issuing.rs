//! The keys of the issuing half: what joins it with a wallet, the issuer's own words, and how far a limit may go.

use super::{ConfigError, reader::Reader};

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

/// `tenant.link`.
pub(super) fn link(tenant: &Reader, key: &str) -> Result<Link, ConfigError> {
    match tenant.value::<String>(key).as_deref() {
        Some("customerId") => Ok(Link::CustomerId),
        Some("externalId") => Ok(Link::ExternalId),
        _ => Err(tenant.error(key, "customerId or externalId")),
    }
}

/// `disputes.createdBy`, which may be left out.
pub(super) fn disputes_from(root: &Reader, key: &str) -> Result<DisputesFrom, ConfigError> {
    let from = |disputes: &Reader, key: &str| match disputes.value::<String>(key).as_deref() {
        Some("operation") => Ok(DisputesFrom::Operation),
        Some("transaction") => Ok(DisputesFrom::Transaction),
        _ => Err(disputes.error(key, "operation or transaction")),
    };
    Ok(root.section(key)?.optional("createdBy", from)?.unwrap_or_default())
}

/// `tenant.references`; may be left out.
pub(super) fn references(tenant: &Reader, key: &str) -> Result<References, ConfigError> {
    match tenant.value::<String>(key).as_deref() {
        Some("internal") => Ok(References::Internal),
        Some("external") => Ok(References::External),
        _ => Err(tenant.error(key, "internal or external")),
    }
}

/// `choices`; each list may be left out.
pub(super) fn choices(root: &Reader, key: &str) -> Result<Choices, ConfigError> {
    let choices = root.section(key)?;
    Ok(Choices {
        dispute_reasons: choices.texts("disputeReasons")?,
        posting_types: choices.texts("postingTypes")?,
        event_types: choices.texts("eventTypes")?,
        fee_types: choices.texts("feeTypes")?,
    })
}

/// `postings`; each key may be left out.
pub(super) fn postings(root: &Reader, key: &str) -> Result<PostingRules, ConfigError> {
    let rules = root.section(key)?;
    Ok(PostingRules { reversal_fee_type: rules.optional("reversalFeeType", Reader::flag)?.unwrap_or_default() })
}

/// `creditLimit`.
pub(super) fn credit_limit(root: &Reader, key: &str) -> Result<CreditLimitRules, ConfigError> {
    let rules = root.section(key)?;
    let minor_units = |key: &str, least: i64| match rules.value::<i64>(key) {
        Some(value) if value >= least => Ok(value),
        _ => Err(rules.error(key, &format!("a whole number of minor units, not below {least}"))),
    };
    let minimum = minor_units("minimum", 0)?;
    let capitals = |text: &String| text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_uppercase());
    Ok(CreditLimitRules {
        minimum,
        maximum: minor_units("maximum", minimum)?,
        temporary_maximum: minor_units("temporaryMaximum", minimum)?,
        exponent: match rules.value("exponent") {
            Some(exponent @ 0..=6) => exponent,
            _ => return Err(rules.error("exponent", "the decimals of the currency, from 0 to 6")),
        },
        iso_code: rules
            .value("isoCode")
            .filter(capitals)
            .ok_or_else(|| rules.error("isoCode", "an ISO 4217 code of three capitals"))?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn documented() -> Value {
        json!({
            "link": "customerId",
            "choices": {
                "disputeReasons": ["COUNTERFEIT_CARD"], "postingTypes": ["Cardholder Account"], "feeTypes": ["MANUAL_FEE"],
            },
            "creditLimit": {
                "minimum": 0, "maximum": 2_000_000, "temporaryMaximum": 3_000_000, "exponent": 2, "isoCode": "EUR",
            },
        })
    }

    fn read(value: &Value) -> Result<(Link, Choices, CreditLimitRules), ConfigError> {
        let root = Reader::root(&value.to_string())?;
        Ok((link(&root, "link")?, choices(&root, "choices")?, credit_limit(&root, "creditLimit")?))
    }

    fn refusal_of(pointer: &str, wrong: Value) -> String {
        let mut value = documented();
        *value.pointer_mut(pointer).expect("a documented key") = wrong;
        read(&value).map_or_else(|error| error.to_string(), |_| "accepted".into())
    }

    #[test]
    fn the_documented_keys_are_accepted_and_a_list_may_be_left_out() {
        let (link, choices, limit) = read(&documented()).expect("accepted");
        assert_eq!(link, Link::CustomerId);
        assert_eq!(choices.fee_types, ["MANUAL_FEE"]);
        assert!(choices.event_types.is_empty());
        assert_eq!((limit.maximum, limit.temporary_maximum, limit.exponent), (2_000_000, 3_000_000, 2));
    }

    #[test]
    fn disputes_are_made_from_operations_unless_the_issuer_says_otherwise() {
        let read =
            |disputes: Value| disputes_from(&Reader::root(&json!({ "disputes": disputes }).to_string())?, "disputes");
        assert_eq!(read(json!({})), Ok(DisputesFrom::Operation));
        assert_eq!(read(json!({ "createdBy": "transaction" })), Ok(DisputesFrom::Transaction));
        let refused = read(json!({ "createdBy": "card" })).map_err(|error| error.to_string());
        let sentence = "The configuration’s “disputes.createdBy” must be operation or transaction.";
        assert_eq!(refused, Err(sentence.to_owned()));
    }

    #[test]
    fn the_reversal_of_a_fee_names_its_type_only_where_the_issuer_says_so() {
        let read = |text: &str| postings(&Reader::root(text).expect("an object"), "postings");
        let names_it = |text: &str| read(text).map(|rules| rules.reversal_fee_type).map_err(|error| error.to_string());
        assert_eq!(names_it(r#"{ "postings": {} }"#), Ok(false));
        assert_eq!(names_it(r#"{ "postings": { "reversalFeeType": true } }"#), Ok(true));
        let expected = "The configuration’s “postings.reversalFeeType” must be true or false.";
        assert_eq!(names_it(r#"{ "postings": { "reversalFeeType": "yes" } }"#), Err(expected.into()));
    }

    #[test]
    fn a_refusal_names_the_key_and_what_was_expected() {
        assert_eq!(refusal_of("/link", json!("email")), "The configuration’s “link” must be customerId or externalId.");
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
