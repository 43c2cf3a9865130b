//! What comes only with `embed` comes only with it: whatever an answer was made of, the parts that the description fills
//! only when they are asked for are taken out of it, unless they were.

use std::{collections::BTreeMap, sync::OnceLock};

use serde_json::{Map, Value};

use super::{
    description::{Fields, rows, shape},
    gate::stated_in,
};

/// The words of a request's `embed`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked(Vec<String>);

impl Asked {
    /// Of the path of a call, with its query.
    pub(crate) fn of(path: &str) -> Self {
        let query = path.split_once('?').map_or("", |(_, query)| query);
        let words = stated_in(query).filter(|(name, _)| name == "embed");
        Self(words.flat_map(|(_, value)| value.split(',').map(str::to_owned).collect::<Vec<_>>()).collect())
    }

    fn holds(&self, word: &str) -> bool {
        self.0.iter().any(|own| own == word || own.strip_prefix(word).is_some_and(|rest| rest.starts_with('.')))
    }
}

/// A part of an answer that has to be asked for.
#[derive(Debug)]
struct Part {
    /// Where it stands: `addresses[]`, `addressUsages`.
    path: Vec<String>,
    /// Any of these words asks for it.
    words: Vec<String>,
}

/// What a word brings that is called otherwise.
const BRINGS: &[(&str, &[&str])] =
    &[("addendum", &["lodgingInformation", "carRentalInformation", "airItineraryInformation"])];

/// The answer without what was not asked for.
pub(crate) fn only_asked(operation: &str, asked: &Asked, text: String) -> String {
    let unasked = unasked(operation, asked, &text);
    if unasked.is_empty() {
        return text;
    }
    let Ok(mut answer) = serde_json::from_str::<Value>(&text) else { return text };
    let data = &mut answer["data"];
    unasked.iter().for_each(|part| take_out(data, &part.path));
    answer.to_string()
}

/// Whether an answer holds nothing that was not asked for.
pub(crate) fn is_as_asked(operation: &str, asked: &Asked, text: &str) -> bool {
    unasked(operation, asked, text).is_empty()
}

/// Parts that were not asked for, and whose name is in the answer.
fn unasked(operation: &str, asked: &Asked, text: &str) -> Vec<&'static Part> {
    let is_unasked = |part: &&Part| {
        let named = |name: &String| text.contains(&format!("\"{}\"", name.trim_end_matches("[]")));
        !part.words.iter().any(|word| asked.holds(word)) && part.path.iter().all(named)
    };
    parts(operation).iter().filter(is_unasked).collect()
}

/// All parts of an operation's answer that have to be asked for.
fn parts(operation: &str) -> &'static [Part] {
    static FOUND: OnceLock<BTreeMap<&'static str, Vec<Part>>> = OnceLock::new();
    let all = FOUND.get_or_init(|| {
        let parts = rows().map(|(name, row)| {
            let embed = row.query.iter().find(|fact| fact.name == "embed");
            let mut parts = Vec::new();
            let words = embed.map_or(&[][..], |fact| &fact.values);
            collect(&row.response, &[], words, &mut Vec::new(), &mut parts);
            (name, parts)
        });
        parts.collect()
    });
    all.get(operation).map_or(&[], Vec::as_slice)
}

fn collect(fields: &Fields, above: &[String], words: &[String], within: &mut Vec<String>, parts: &mut Vec<Part>) {
    for (path, fact) in fields {
        let kind = ["list of ", "everything of "].iter().find_map(|start| fact.kind.strip_prefix(start));
        let kind = kind.unwrap_or(&fact.kind);
        let is_list = fact.kind.starts_with("list of ");
        let mut at = above.to_vec();
        if path != "*" {
            let spelt = path.strip_suffix("[]").unwrap_or(path);
            at.extend(spelt.split('.').map(str::to_owned));
        }
        if fact.embed {
            let names: Vec<&str> = at.iter().map(|name| name.trim_end_matches("[]")).collect();
            let own = path.split('.').next().unwrap_or(path).trim_end_matches("[]");
            let last = names.last().copied().unwrap_or_default();
            let brought = BRINGS.iter().filter(|(_, names)| names.contains(&last)).map(|(word, _)| (*word).to_owned());
            let asks: Vec<String> =
                [names.join("."), last.to_owned(), own.to_owned()].into_iter().chain(brought).collect();
            // Inside of a part, what no word asks for comes with it.
            let is_within = fields.iter().any(|(other, fact)| {
                fact.embed
                    && other != path
                    && path.strip_prefix(other.as_str()).is_some_and(|rest| rest.starts_with("[]."))
            });
            let nested = names.len() > 1 && above.is_empty() && is_within;
            let asks: Vec<String> = asks.into_iter().filter(|word| words.contains(word)).collect();
            if !(nested && asks.is_empty()) {
                parts.push(Part { path: at.clone(), words: asks });
            }
        }
        if let Some(inner) = shape(kind).filter(|_| !within.iter().any(|name| name == kind)) {
            if is_list
                && path != "*"
                && let Some(last) = at.last_mut()
            {
                last.push_str("[]");
            }
            within.push(kind.to_owned());
            collect(inner, &at, words, within, parts);
            within.pop();
        }
    }
}

/// Takes the part at a path out of an answer; every row of a list loses it.
fn take_out(value: &mut Value, path: &[String]) {
    if let Value::Array(rows) = value {
        return rows.iter_mut().for_each(|row| take_out(row, path));
    }
    let (Value::Object(fields), [name, rest @ ..]) = (value, path) else { return };
    let name = name.trim_end_matches("[]");
    if rest.is_empty() {
        fields.remove(name);
    } else if let Some(inner) = fields.get_mut(name) {
        take_out(inner, rest);
        if inner.as_object().is_some_and(Map::is_empty) {
            fields.remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn left(operation: &str, query: &str, data: Value) -> Value {
        let text = only_asked(operation, &Asked::of(&format!("/x?{query}")), json!({ "data": data }).to_string());
        serde_json::from_str::<Value>(&text).expect("JSON")["data"].clone()
    }

    #[test]
    fn usages_of_addresses_come_only_with_their_own_word() {
        let address = json!([{ "addressLabel": "X", "addressUsages": [{ "serviceCode": "S" }] }]);
        assert_eq!(
            left("listCustomerAddresses", "showHistory=true", address.clone()),
            json!([{ "addressLabel": "X" }])
        );
        assert_eq!(left("listCustomerAddresses", "embed=addressUsages", address.clone()), address);
        let customer = json!({ "addresses": address, "contacts": [] });
        let bare = json!({ "addresses": [{ "addressLabel": "X" }] });
        assert_eq!(left("retrieveCustomer", "embed=addresses", customer.clone()), bare);
        let all = left("retrieveCustomer", "embed=addresses.addressUsages,contacts", customer.clone());
        assert_eq!(all, customer);
    }

    #[test]
    fn a_list_without_the_query_gives_no_part_at_all() {
        let account = json!([{ "root": true, "statusHistory": [], "hierarchyOperationStatusHistory": [] }]);
        assert_eq!(left("listCustomerAccounts", "", account.clone()), json!([{ "root": true }]));
        let one = account[0].clone();
        let asked = left("retrieveAccount", "embed=hierarchyOperationStatusHistory", one);
        assert_eq!(asked, json!({ "root": true, "hierarchyOperationStatusHistory": [] }));
        assert_eq!(left("listCustomerContracts", "", json!([{ "accountIdentifiers": [] }])), json!([{}]));
    }

    #[test]
    fn repeated_keys_and_joined_words_ask_alike() {
        let dispute = json!({ "events": [], "postings": [], "documents": [] });
        let left = |query: &str| left("retrieveDispute", query, dispute.clone());
        assert_eq!(left("embed=events%2Cpostings"), left("embed=events&embed=postings"));
        assert_eq!(left("embed=events&embed=postings"), json!({ "events": [], "postings": [] }));
    }

    #[test]
    fn travel_details_come_with_the_addendum_and_an_authorization_with_its_own_word() {
        let operation =
            json!([{ "authorization": { "transactionDate": "t" }, "lodgingInformation": {}, "disputed": true }]);
        let left = |query: &str| left("listOperations", query, operation.clone())[0].clone();
        assert_eq!(left(""), json!({ "disputed": true }));
        assert_eq!(left("embed=addendum")["lodgingInformation"], json!({}));
        assert_eq!(left("embed=authorization")["authorization"]["transactionDate"], "t");
    }
}
