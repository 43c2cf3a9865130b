//! Places in JSON.

use serde_json::Value;

/// Where in the answer a value stands: the way to it, as a JSON pointer. The whole answer is the first.
pub fn places(value: &Value) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let deeper =
        below.iter().flat_map(|(step, value)| places(value).into_iter().map(move |way| format!("/{step}{way}")));
    std::iter::once(String::new()).chain(deeper).collect()
}

/// Puts a value there.
pub fn put(answer: &mut Value, place: &str, value: Value) {
    *answer.pointer_mut(place).expect("a place in the answer") = value;
}

/// Any JSON.
pub fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}
