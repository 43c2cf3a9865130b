//! Whatever field others write a card number into, it is not read out of any answer.

use std::collections::BTreeSet;

use contract::{Family, holds_card_number, wallet::Wallet};
use serde_json::Value;

use crate::{
    answers::answer,
    places::{parsed, places, put},
    tolerance::{READINGS, Read},
};

/// What is written into every field: turned round, on two lines, with a blank that nobody sees.
const PLANTED: &str = "\u{202e}Card 4242\u{200b}4242\n4242 4242";

#[test]
fn a_card_number_is_kept_in_no_field_but_in_what_names_something() {
    let mut kept = BTreeSet::new();
    for reading in READINGS {
        let answer = parsed(&answer(&reading.spec));
        for place in places(&answer).into_iter().filter(|place| answer.pointer(place).is_some_and(Value::is_string)) {
            let mut planted = answer.clone();
            put(&mut planted, &place, PLANTED.into());
            let Read::Kept(read) = (reading.read)(&planted.to_string()) else { continue };
            for found in places(&read).iter().filter_map(|found| Some((found, read.pointer(found)?.as_str()?))) {
                let (found, text) = found;
                let name = found.rsplit('/').find(|step| step.parse::<usize>().is_err()).unwrap_or_default();
                if holds_card_number(text) || text.contains('\u{202e}') {
                    kept.insert(name.to_owned());
                }
            }
        }
    }
    let is_id = |name: &String| {
        let ends = ["Reference", "reference", "Id", "Uri", "Uris", "uri", "Identifier", "Iban", "iban", "Poster"];
        ends.iter().any(|end| name.ends_with(end))
    };
    let others: Vec<_> = kept.into_iter().filter(|name| !is_id(name)).collect();
    assert_eq!(others, ["acquirerReferenceData", "cardAcceptorIdCode", "iin"]);
}

#[test]
fn the_gateways_own_words_are_clean() {
    let told =
        [r#"{"xResponse":{"status":{"statusCode":"Card 4242424242424242","statusDescription":"4242424242424242",
            "statusDetails":[{"statusCode":4242424242424242,"statusDescription":"\u202e4242-4242-4242-4242",
            "statusType":"4242 4242 4242 4242"}],"errors":["4242424242424242\n12/27"]}}}"#];
    for told in told {
        let status = Wallet::refusal(told).expect("a status");
        let detail = &status.details[1];
        assert_eq!((detail.code.as_str(), detail.origin.words()), ("424242******4242", "4242 42** **** 4242"));
        let all = format!("{status:?}");
        assert!(!holds_card_number(&all) && !all.contains("202e"), "{all}");
    }
}
