//! What every request of the issuing family must hold before anything is done: the fields that the description and the
//! guides require, no name that they do not know, values of the right kind, and words of closed lists. A refusal names the
//! field, and never what it holds.

use contract::{Instant, Operation, decode};
use serde_json::{Map, Value};

use super::description::{Fact, Row, above, row};
use crate::refusal::Refusal;

/// Refuses a request that breaks what is described.
pub(crate) fn hold<O: Operation>(path: &str, body: &[u8]) -> Result<(), Refusal> {
    let Some(row) = row(O::SPEC.name) else { return Ok(()) };
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let breach = query_breach(row, query).or_else(|| {
        let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(body).unwrap_or_default() };
        body_breach(row, &body)
    });
    breach.map_or(Ok(()), |breach| Err(Refusal::bad_request(breach)))
}

/// The request with what the description fills in where a query leaves it away.
pub(crate) fn with_defaults<O: Operation>(request: O) -> O {
    let Some(row) = row(O::SPEC.name).filter(|row| row.query.iter().any(|fact| fact.default.is_some())) else {
        return request;
    };
    let Ok(Value::Object(mut stated)) = serde_json::to_value(&request) else { return request };
    for Fact { name, default, .. } in &row.query {
        if let Some(default) = default {
            stated.entry(name.clone()).or_insert_with(|| default.clone());
        }
    }
    serde_json::from_str(&Value::Object(stated).to_string()).unwrap_or(request)
}

/// What a query names, decoded.
pub(crate) fn stated_in(query: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter_map(|(name, value)| Some((decode(name)?, decode(&value.replace('+', "%20"))?)))
}

fn query_breach(row: &Row, query: &str) -> Option<String> {
    if row.is_unread("query") {
        return None;
    }
    let stated: Vec<(String, String)> = stated_in(query).collect();
    for (name, value) in &stated {
        let Some(fact) = row.query.iter().find(|fact| fact.name == *name) else {
            return Some(format!("{name} is not known in this query"));
        };
        let fits = match fact.kind.as_str() {
            "boolean" => value == "true" || value == "false",
            "int32" => value.parse::<u32>().is_ok(),
            "date-time" => Instant::parse(value).is_some(),
            _ => true,
        };
        if !fits {
            return Some(format!("{name} is no {}", fact.kind));
        }
        let is_listed = |word: &str| fact.values.is_empty() || fact.values.iter().any(|listed| listed == word);
        if !value.split(',').all(is_listed) {
            return Some(format!("{name} holds a word that is not listed"));
        }
    }
    let missing = row.query.iter().find(|fact| fact.required && stated.iter().all(|(name, _)| *name != fact.name));
    missing.map(|fact| format!("{} is required", fact.name))
}

fn body_breach(row: &Row, body: &Value) -> Option<String> {
    if row.is_unread("request") {
        return None;
    }
    if row.no_body && !body.is_null() {
        return Some("a body is not wanted".into());
    }
    if row.body_required && body.is_null() {
        return Some("a body is required".into());
    }
    let missing = row.facts().filter(|(_, fact)| fact.required).find(|(path, _)| {
        let (above, name) = match above(path) {
            Some(above) => (above, &path[above.len() + 1..]),
            None => ("", *path),
        };
        objects(body, above).iter().any(|object| object.get(name).is_none())
    });
    if let Some((path, _)) = missing {
        return Some(format!("{path} is required"));
    }
    let Value::Object(fields) = body else { return None };
    strange(row, "", fields)
}

/// What is wrong with the fields of an object, and with whatever is in them.
fn strange(row: &Row, path: &str, fields: &Map<String, Value>) -> Option<String> {
    fields.iter().find_map(|(name, value)| {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let fact = row.fact(&path);
        let listed = format!("{path}[]");
        let is_below = |other: &str| other.strip_prefix(&path).is_some_and(|rest| rest.starts_with(['.', '[']));
        let has_fields = row.facts().any(|(other, _)| is_below(other));
        match fact {
            None if !has_fields => return Some(format!("{path} is not known")),
            Some(fact) if fact.deprecated => return Some(format!("{path} is deprecated, and not to be used")),
            _ if value.is_null() && row.null_resets => return None,
            Some(fact) if !fits(value, fact) => return Some(format!("{path} is no {}", fact.kind)),
            Some(fact) if !is_listed(value, fact) => return Some(format!("{path} holds a word that is not listed")),
            _ => {}
        }
        match value {
            // What may stand in it is not described.
            _ if !has_fields => None,
            Value::Object(inner) => strange(row, &path, inner),
            Value::Array(rows) => {
                rows.iter().filter_map(Value::as_object).find_map(|inner| strange(row, &listed, inner))
            }
            _ => Some(format!("{path} is no object")),
        }
    })
}

fn fits(value: &Value, fact: &Fact) -> bool {
    match fact.kind.as_str() {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "int32" => value.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        "int64" | "integer" => value.is_i64() || value.is_u64(),
        "date-time" => value.as_str().is_some_and(|text| text.contains('T') && Instant::parse(text).is_some()),
        "map<string>" => value.as_object().is_some_and(|map| map.values().all(Value::is_string)),
        "list of string" => value.as_array().is_some_and(|rows| rows.iter().all(Value::is_string)),
        kind if kind.starts_with("list") => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    }
}

fn is_listed(value: &Value, fact: &Fact) -> bool {
    fact.only.is_empty() || value.as_str().is_some_and(|word| fact.only.iter().any(|listed| listed == word))
}

/// All objects at a path; the body itself at none.
fn objects<'a>(body: &'a Value, path: &str) -> Vec<&'a Value> {
    if path.is_empty() {
        return vec![body];
    }
    let mut found = vec![body];
    for part in path.split('.') {
        let (name, is_list) = part.strip_suffix("[]").map_or((part, false), |name| (name, true));
        found = found.into_iter().filter_map(|object| object.get(name)).collect();
        if is_list {
            found = found.into_iter().filter_map(Value::as_array).flatten().collect();
        }
    }
    found.retain(|value| value.is_object());
    found
}

#[cfg(test)]
mod tests {
    use contract::operations::issuing::{
        accounts::{CancelAccountFutureUpdate, RetrieveAccount, UpdateAccountParameters},
        customers::{CreateCustomerAddress, UpdateCustomer},
        operations::ListOperations,
        statements::ReprintStatement,
    };
    use serde_json::json;

    use super::*;

    fn refused<O: Operation>(query: &str, body: &Value) -> String {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        hold::<O>(&format!("/x?{query}"), body.as_bytes()).expect_err("refused").text
    }

    #[test]
    fn a_refusal_names_the_field_and_not_what_it_holds() {
        let address = |body: Value| refused::<CreateCustomerAddress>("", &body);
        assert_eq!(address(json!({ "addressLabel": "X" })), "Bad request: addressType is required");
        let phone = json!({ "addressLabel": "X", "addressType": "PHONE", "phone": { "countryCode": "+1" } });
        assert_eq!(address(phone), "Bad request: phone.localPhoneNumber is required");
        let word = json!({ "addressLabel": "X", "addressType": "PIGEON" });
        assert_eq!(address(word), "Bad request: addressType holds a word that is not listed");
        let day = json!({ "addressLabel": "X", "addressType": "PHONE", "startDate": "2025-07-15" });
        assert_eq!(address(day), "Bad request: startDate is no date-time");
        let unknown =
            json!({ "addressLabel": "X", "addressType": "PHONE", "phone": { "localPhoneNumber": "1", "x": 1 } });
        assert_eq!(address(unknown), "Bad request: phone.x is not known");
    }

    #[test]
    fn what_only_one_of_description_and_guide_requires_is_required() {
        let cancel = |body: Value| refused::<CancelAccountFutureUpdate>("", &body);
        assert!(cancel(json!({ "updateReason": "r" })).contains("futureChangeDate"));
        assert!(cancel(json!({ "futureChangeDate": "2025-07-15T00:00:00.000Z" })).contains("updateReason"));
        assert!(cancel(Value::Null).contains("body"));
    }

    #[test]
    fn a_contact_inside_of_a_customers_update_has_no_department() {
        let update = json!({ "firstName": "A", "lastName": "B", "contacts": [{ "departmentName": "Sales" }] });
        assert_eq!(refused::<UpdateCustomer>("", &update), "Bad request: contacts[].departmentName is not known");
    }

    #[test]
    fn a_query_holds_known_names_words_and_what_is_required() {
        assert!(
            refused::<RetrieveAccount>("embed=childrenAccountIdentifiers,everything", &Value::Null).contains("embed")
        );
        assert!(refused::<RetrieveAccount>("colour=red", &Value::Null).contains("colour"));
        assert!(refused::<ListOperations>("startTime=2025-07-15T00:00:00Z", &Value::Null).contains("endTime"));
        assert!(refused::<ReprintStatement>("", &json!({ "a": 1 })).contains("body"));
    }

    #[test]
    fn free_facts_may_bear_any_name() {
        let body = json!({ "specificFields": { "anything": "7" } });
        hold::<UpdateAccountParameters>("/x", body.to_string().as_bytes()).expect("in order");
    }

    #[test]
    fn the_requests_that_the_guides_print_are_in_order_but_for_the_fee_without_its_adjustment() {
        let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/../contract/samples/issuing-v2/");
        let mut refused = Vec::new();
        for entry in std::fs::read_dir(samples).expect("the samples are there") {
            let path = entry.expect("an entry").path();
            let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            let Some(name) = file.strip_suffix(".request.json") else { continue };
            let Some(row) = row(name) else { continue };
            let body = serde_json::from_slice(&std::fs::read(&path).expect("a sample")).expect("JSON");
            refused.extend(body_breach(row, &body).map(|breach| format!("{name}: {breach}")));
        }
        assert_eq!(refused, ["postFeeOperation: adjustment is required"]);
    }
}
