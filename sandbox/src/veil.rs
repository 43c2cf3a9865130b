//! Takes secrets out of a write before it is kept: passwords, passcodes, answers, codes, card numbers. What is left of them
//! is enough to do the write again, and says nothing.

use serde_json::{Map, Value, json};

use crate::dice::Dice;

/// Stands before what is left of a secret. Nobody can type it.
const MARK: &str = "\u{1}kept:";

/// A secret's digest: of the text, or as it was kept.
pub(crate) fn digest(secret: &str) -> u64 {
    let kept = secret.strip_prefix(MARK).and_then(|digits| u64::from_str_radix(digits, 16).ok());
    kept.unwrap_or_else(|| Dice::of(secret).number())
}

/// Whether a text is only what is left of a secret, which was found to be in order when it was whole.
pub(crate) fn is_kept(text: &str) -> bool {
    text.starts_with(MARK)
}

/// An answer as people say it: in any case, with any blanks.
pub(crate) fn as_spoken(answer: &str) -> String {
    if is_kept(answer) {
        return answer.to_owned();
    }
    let words: Vec<_> = answer.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// A card's number without its middle: whole again nowhere.
pub(crate) fn masked_card(text: &str) -> Option<&str> {
    text.strip_prefix(MARK)
}

/// The body of a write as it is kept.
pub(crate) fn veiled(body: &str) -> String {
    match serde_json::from_str(body) {
        Ok(mut body) => {
            veil(&mut body);
            body.to_string()
        }
        Err(_) => body.to_owned(),
    }
}

const CREDENTIALS: &[&str] =
    &["password", "newPassword", "oldPassword", "newPasscode", "recoveryCode", "verificationCode"];

fn veil(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(veil),
        Value::Object(fields) => {
            veil_card(fields);
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "answer" => *value = left_of(&as_spoken(text)),
                    Value::String(text) if CREDENTIALS.contains(&name.as_str()) => *value = left_of(text),
                    other => veil(other),
                }
            }
        }
        _ => {}
    }
}

/// The pair that says what it is by its key: of a number the ends are left, of a security code nothing.
fn veil_card(pair: &mut Map<String, Value>) {
    let text = |name: &str| pair.get(name).and_then(Value::as_str).map(str::to_owned);
    let (Some(key), Some(value)) = (text("key"), text("value")) else { return };
    match key.as_str() {
        "CARD_NUMBER" if !is_kept(&value) => {
            let masked = contract::MaskedCard::new(&value);
            pair.insert("value".into(), json!(format!("{MARK}{masked}")));
        }
        "CVV" => drop(pair.insert("value".into(), json!(MARK))),
        _ => {}
    }
}

fn left_of(secret: &str) -> Value {
    json!(format!("{MARK}{:x}", digest(secret)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_secret_is_kept_and_what_is_kept_stays_as_it_is() {
        let body = json!({"updateRequest": {
            "newPassword": "Canary-1", "questionsAnswers": [{"question": "Pet?", "answer": " Canary  Bird"}],
            "cardDetails": [{"key": "CARD_NUMBER", "value": "4111111111111111"}, {"key": "CVV", "value": "737"}],
            "firstName": "Ada"}});
        let kept = veiled(&body.to_string());
        for secret in ["Canary-1", "Canary", "4111111111111111", "737"] {
            assert!(!kept.contains(secret), "{secret}: {kept}");
        }
        assert!(kept.contains("Ada") && kept.contains("411111******1111"));
        assert_eq!(veiled(&kept), kept);
        let again: Value = serde_json::from_str(&kept).expect("JSON");
        let answer = again["updateRequest"]["questionsAnswers"][0]["answer"].as_str().expect("a text");
        assert_eq!(digest(&as_spoken(answer)), digest(&as_spoken("canary bird")));
    }
}
