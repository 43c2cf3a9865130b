//! What a dispute needs, by its reason: `readiness.json` for every issuer, and `disputes.readiness` in the configuration
//! in its place, reason by reason.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    ConfigError,
    reader::{Reader, object},
};

/// The portal's own rules. The reason with the empty name stands for all that have no rule.
const OWN: &str = include_str!("readiness.json");

/// The rules by reason: the issuer's own, as the configuration writes them. Only disputes read them, so their code is no part
/// of the first load.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisputeReadiness(Option<String>);

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
    /// Of `disputes`, which may hold none.
    pub(super) fn of(disputes: &Reader) -> Self {
        Self(disputes.raw("readiness").map(str::to_owned))
    }

    /// Whether the issuer has rules of its own.
    pub(super) fn is_own(&self) -> bool {
        self.0.is_some()
    }

    /// The rule for this reason.
    pub fn rule(&self, reason: &str) -> ReasonRule {
        let mut rules = rules_in(OWN);
        rules.extend(self.0.as_deref().map(rules_in).into_iter().flatten());
        rules.remove(reason).or_else(|| rules.remove("")).unwrap_or_default()
    }

    /// Why the issuer's own rules cannot be used; `None` where they can.
    pub(super) fn wrong(&self) -> Option<ConfigError> {
        const KEY: &str = "disputes.readiness";
        let own = self.0.as_deref()?;
        let Some(rules) = object(own) else {
            return Some(ConfigError { key: KEY.into(), expected: "an object".into() });
        };
        let is_wrong = |rule: &&RawValue| serde_json::from_str::<ReasonRule>(rule.get()).is_err();
        let (reason, _) = rules.iter().find(|(_, rule)| is_wrong(rule))?;
        let expected = "an object with means, fraud and needs, each with kind, before and text".into();
        Some(ConfigError { key: format!("{KEY}.{reason}"), expected })
    }
}

/// What is not in order was refused at the start.
fn rules_in(text: &str) -> HashMap<String, ReasonRule> {
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use serde_json::{Value, json};

    use super::*;

    fn read(disputes: Value) -> Result<DisputeReadiness, ConfigError> {
        let (text, wrong) = (disputes.to_string(), OnceCell::new());
        let readiness = DisputeReadiness::of(&Reader::root(&text, &wrong));
        readiness.wrong().map_or(Ok(readiness), Err)
    }

    #[test]
    fn the_portals_own_rules_can_be_read_and_every_reason_begins_with_a_comment() {
        let rules = rules_in(OWN);
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
