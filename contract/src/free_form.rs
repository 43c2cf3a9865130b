//! Objects that a guide names without listing their fields.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::{
    card_secrets::is_secret_name,
    visible::{free_text, shown_id},
};

/// An object kept as it came, except that card numbers, security codes, PINs and track data are taken out while it is
/// read. `Debug` names its keys only: nobody knows what a gateway puts behind them.
#[derive(Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct FreeForm(BTreeMap<String, Value>);

impl FreeForm {
    /// What stands behind this key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Map<String, Value>> for FreeForm {
    fn from(fields: Map<String, Value>) -> Self {
        Self(harmless(fields).into_iter().collect())
    }
}

impl fmt::Debug for FreeForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl<'de> Deserialize<'de> for FreeForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::from)
    }
}

/// Without the keys that hold a secret, and without the value of a pair whose `key` names one.
fn harmless(fields: Map<String, Value>) -> Map<String, Value> {
    let names_a_secret = fields.get("key").and_then(Value::as_str).is_some_and(is_secret_name);
    let taken_out = |key: &str| is_secret_name(key) || names_a_secret && key == "value";
    fields
        .into_iter()
        .filter(|(key, _)| !taken_out(key))
        .map(|(key, value)| (shown_id(&key), without_cards(value)))
        .collect()
}

fn without_cards(value: Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(harmless(fields)),
        Value::Array(items) => Value::Array(items.into_iter().map(without_cards).collect()),
        Value::String(text) => Value::String(free_text(&text)),
        Value::Number(number) => {
            let digits = number.to_string();
            let shown = free_text(&digits);
            if shown == digits { Value::Number(number) } else { Value::String(shown) }
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> FreeForm {
        serde_json::from_str(text).expect("an object")
    }

    #[test]
    fn an_object_is_written_back_as_it_was_read() {
        let text = r#"{"a":{"b":[1,2.5,null,"x"]},"c":true}"#;
        assert_eq!(serde_json::to_string(&read(text)).expect("JSON"), text);
        assert!(read("{}").is_empty());
    }

    #[test]
    fn what_belongs_to_a_card_is_taken_out_at_any_depth() {
        let object = read(
            r#"{"tender": [{"pan": "4111111111111111", "cvv": "123", "name": "Visa"}],
                "pairs": [{"key": "CARD_NUMBER", "value": "4111111111111111"}, {"key": "NAME", "value": "Visa"}],
                "note": "charged 4111 1111 1111 1111", "number": 4111111111111111}"#,
        );
        let text = serde_json::to_string(&object).expect("JSON");
        assert!(!text.replace(' ', "").contains("4111111111111111") && !text.contains("123"), "{text}");
        assert_eq!(object.get("number"), Some(&Value::from("411111******1111")));
    }

    #[test]
    fn a_card_number_is_no_key_either_and_nothing_invisible_hides_one() {
        let object = read(r#"{"4111111111111111": "4111\u20601111\u20601111\u20601111", "plain": "a"}"#);
        let text = serde_json::to_string(&object).expect("JSON");
        assert_eq!(text, r#"{"411111******1111":"411111******1111","plain":"a"}"#);
    }

    #[test]
    fn only_keys_are_told_to_a_log() {
        assert_eq!(format!("{:?}", read(r#"{"memberName": "Olivia"}"#)), r#"{"memberName"}"#);
    }
}
