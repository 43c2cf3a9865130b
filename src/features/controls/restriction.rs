//! Overrides of authorization restrictions. Pure.
//!
//! A restriction is a rule that declines: checked means blocked, whatever its name says (seed 004:2708).

use contract::{
    AccountReference, AuthorizationRestrictionReference, Instant,
    operations::issuing::limits::{AuthorizationRestriction, CreateAuthorizationRestrictionOverride},
};

/// An override as the rep wants it. It begins at once: no documented read shows one that has not begun, so a later one
/// could not be proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Blocked, or allowed.
    pub blocked: bool,
    /// What the rule is applied to; `None` leaves it as it is.
    pub parameters: Option<Vec<String>>,
    /// The last moment, in milliseconds since 1970; none is for ever.
    pub end: Option<i64>,
    /// Which one wins among those that count at the same time; unsaid where there is no other.
    pub priority: Option<u16>,
}

impl Wanted {
    /// What makes the override: only what is chosen is sent (seed 004:2760).
    pub fn create(
        &self,
        account_reference: AccountReference,
        authorization_restriction_reference: AuthorizationRestrictionReference,
    ) -> CreateAuthorizationRestrictionOverride {
        let end = self.end.map(|end| Instant::from_epoch_millis(end).to_seconds_and_z());
        CreateAuthorizationRestrictionOverride {
            account_reference,
            authorization_restriction_reference,
            activation_start_time: None,
            activation_end_time: end.and_then(|end| Instant::parse(&end)),
            condition_check: Some(self.blocked),
            condition_parameters: self.parameters.clone(),
            priority: self.priority,
        }
    }

    /// Whether a read shows it.
    pub fn is_shown_by(&self, read: &AuthorizationRestriction) -> bool {
        read.condition_check == Some(self.blocked)
            && self.parameters.as_ref().is_none_or(|wanted| same(wanted, parameters(read)))
    }
}

/// What a rule is applied to.
pub fn parameters(restriction: &AuthorizationRestriction) -> &[String] {
    restriction.condition_parameters.as_deref().unwrap_or_default()
}

/// The same in words: `name` knows countries and trades, and leaves whatever else as the gateway writes it.
pub fn applies_to(parameters: &[String], name: impl Fn(&str) -> String) -> String {
    let words = |item: &String| match name(item) {
        name if name == *item => name,
        name => format!("{name} ({item})"),
    };
    let all = parameters.iter().map(words).collect::<Vec<_>>().join(", ");
    if all.is_empty() { "—".into() } else { all }
}

/// In whatever order.
fn same(one: &[String], other: &[String]) -> bool {
    let sorted = |list: &[String]| {
        let mut list = list.to_vec();
        list.sort_unstable();
        list
    };
    sorted(one) == sorted(other)
}

/// What was typed between commas: no item may be empty, hold a comma, or begin or end with a blank (public).
pub fn typed(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

/// A number from 0 to 9999.
pub fn typed_priority(text: &str) -> Result<Option<u16>, String> {
    match text.parse() {
        _ if text.is_empty() => Ok(None),
        Ok(priority @ 0..=9999) => Ok(Some(priority)),
        _ => Err("Write a number from 0 to 9999.".into()),
    }
}

/// Why "Remove override" is disabled for a restriction, and what to do instead.
pub const NOT_REMOVED: &str =
    "The gateway has no call that ends an override of a restriction. Override it anew: the opposite, and until when.";

#[cfg(test)]
mod tests {
    use contract::{Family, Sender, issuing::Issuing};
    use serde_json::{Value, json};

    use super::*;

    const BLOCK: Wanted = Wanted { blocked: true, parameters: None, end: None, priority: None };

    fn body(wanted: &Wanted) -> Value {
        let request = wanted.create("468762732120914".into(), "RESTRICTION_EURO_EUROPE_OFF".into());
        let sender = Sender { issuer_id: "98003".into(), ..Sender::default() };
        let wire = Issuing::seal(&request, &sender).expect("sealed");
        serde_json::from_str(&wire.body.expect("a body")).expect("JSON")
    }

    /// The guide's restriction, with other facts.
    fn read(facts: Value) -> AuthorizationRestriction {
        let printed = include_str!("../../../contract/samples/issuing-v2/listAuthorizationRestrictions.response.json");
        let mut printed: Value = serde_json::from_str(printed).expect("JSON");
        for (name, value) in facts.as_object().expect("facts") {
            printed[name] = value.clone();
        }
        serde_json::from_value(printed).expect("a restriction")
    }

    #[test]
    fn blocking_is_sent_as_the_guide_prints_it() {
        let printed =
            include_str!("../../../contract/samples/issuing-v2/createAuthorizationRestrictionOverride.request.json");
        assert_eq!(body(&BLOCK), serde_json::from_str::<Value>(printed).expect("JSON"));
    }

    #[test]
    fn parameters_end_and_priority_are_sent_where_they_are_chosen() {
        let wanted = Wanted {
            blocked: false,
            parameters: Some(vec!["392".into(), "76".into()]),
            end: Some(1_680_299_999_000),
            priority: Some(3),
        };
        assert_eq!(
            body(&wanted),
            json!({
                "activationEndTime": "2023-03-31T21:59:59Z", "conditionCheck": false,
                "conditionParameters": ["392", "76"], "priority": 3
            })
        );
    }

    #[test]
    fn a_read_settles_whether_it_is_blocked_and_for_what() {
        assert!(!BLOCK.is_shown_by(&read(json!({}))), "the guide's is not checked");
        assert!(BLOCK.is_shown_by(&read(json!({ "conditionCheck": true }))));
        assert!(!BLOCK.is_shown_by(&read(json!({ "conditionCheck": null }))), "not stated is not proven");
        let japan = Wanted { parameters: Some(vec!["76".into(), "392".into()]), ..BLOCK };
        assert!(japan.is_shown_by(&read(json!({ "conditionCheck": true, "conditionParameters": ["392", "76"] }))));
        assert!(!japan.is_shown_by(&read(json!({ "conditionCheck": true, "conditionParameters": ["392"] }))));
    }

    #[test]
    fn what_has_a_name_is_called_by_it_and_the_rest_stays_as_it_is_written() {
        let name = |code: &str| if code == "392" { "Japan".to_owned() } else { code.to_owned() };
        assert_eq!(applies_to(&["392".into(), "999".into()], name), "Japan (392), 999");
        assert_eq!(applies_to(&[], name), "—");
    }

    #[test]
    fn what_is_typed_becomes_items_without_blanks() {
        assert_eq!(typed(" 392, 76 ;\n 840 ,, "), ["392", "76", "840"]);
        assert!(typed(" , ").is_empty());
        assert_eq!(typed_priority(""), Ok(None));
        assert_eq!(typed_priority("9999"), Ok(Some(9999)));
        assert!(typed_priority("10000").is_err() && typed_priority("-1").is_err() && typed_priority("high").is_err());
    }
}
