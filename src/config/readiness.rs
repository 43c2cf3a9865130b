//! What a dispute needs, by its reason: `readiness.json` for every issuer, and `disputes.readiness` in the configuration
//! in its place, reason by reason.

use std::collections::HashMap;

use serde::Deserialize;

use super::{ConfigError, reader::Reader};

/// The portal's own rules. The reason with the empty name stands for all that have no rule.
const OWN: &str = include_str!("readiness.json");

/// The rules by reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputeReadiness(HashMap<String, ReasonRule>);

/// What a dispute for one reason needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonRule {
    /// The reason in a sentence.
    pub means: String,
    /// Whether the scheme is usually told of a fraud.
    pub fraud: bool,
    /// What must be there.
    pub needs: Vec<Need>,
}

/// Something that must be there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// What kind of thing.
    pub kind: NeedKind,
    /// Before which step.
    pub before: Before,
    /// For the rep; a question that must have been asked begins with whom: "Cardholder: …".
    pub text: String,
}

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NeedKind {
    /// A note of what was said.
    Comment,
    /// Evidence, attached.
    Document,
    /// A part of the amount.
    Amount,
    /// Somebody was asked.
    Asked,
    /// Another transaction, named.
    OtherTransaction,
}

/// The step before which it must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Before {
    /// The folder is made.
    Dispute,
    /// The scheme is told.
    Chargeback,
}

impl DisputeReadiness {
    /// The rule for this reason.
    pub fn rule(&self, reason: &str) -> ReasonRule {
        self.0.get(reason).or_else(|| self.0.get("")).cloned().unwrap_or_default()
    }
}

impl Default for DisputeReadiness {
    fn default() -> Self {
        Self(serde_json::from_str(OWN).unwrap_or_default())
    }
}

/// `disputes`; it may be left out, and so may every reason in it.
pub(super) fn readiness(root: &Reader, key: &str) -> Result<DisputeReadiness, ConfigError> {
    let mut rules = DisputeReadiness::default();
    let section = root.section(key)?;
    if let Some(own) = section.optional("readiness", Reader::section)? {
        for reason in own.keys() {
            let rule = own.value(reason).ok_or_else(|| {
                own.error(reason, "an object with means, fraud and needs, each with kind, before and text")
            })?;
            rules.0.insert(reason.clone(), rule);
        }
    }
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(disputes: Value) -> Result<DisputeReadiness, ConfigError> {
        readiness(&Reader::root(&json!({ "disputes": disputes }).to_string())?, "disputes")
    }

    #[test]
    fn the_portals_own_rules_can_be_read_and_every_reason_begins_with_a_comment() {
        let DisputeReadiness(rules) = DisputeReadiness::default();
        assert_eq!(rules.len(), 10);
        for (reason, rule) in rules {
            let first = rule.needs.first().map(|need| (need.kind, need.before));
            assert_eq!(first, Some((NeedKind::Comment, Before::Dispute)), "{reason}");
        }
    }

    #[test]
    fn a_reason_without_a_rule_has_the_general_one() {
        let rules = DisputeReadiness::default();
        assert_eq!(rules.rule("ACTIVE_CARD_TED"), rules.rule(""));
        assert!(rules.rule("COUNTERFEIT_CARD").fraud);
    }

    #[test]
    fn an_issuer_replaces_one_reason_and_the_others_stay() {
        let need = json!({ "kind": "asked", "before": "dispute", "text": "Branch: was the card collected?" });
        let rules = read(json!({ "readiness": { "BLOCKED_CARD": { "means": "m", "fraud": false, "needs": [need] } } }));
        let rules = rules.expect("accepted");
        assert_eq!(rules.rule("BLOCKED_CARD").needs[0].text, "Branch: was the card collected?");
        assert_eq!(rules.rule("HIGH_AMOUNT"), DisputeReadiness::default().rule("HIGH_AMOUNT"));
        assert_eq!(read(json!({})), Ok(DisputeReadiness::default()));
    }

    #[test]
    fn a_refusal_names_the_reason() {
        let wrong =
            json!({ "means": "", "fraud": false, "needs": [{ "kind": "payment", "before": "dispute", "text": "" }] });
        let refused = read(json!({ "readiness": { "HIGH_AMOUNT": wrong } })).expect_err("refused");
        assert_eq!(
            refused.to_string(),
            "The configuration’s “disputes.readiness.HIGH_AMOUNT” must be an object with means, fraud and needs, each with \
             kind, before and text."
        );
    }
}
