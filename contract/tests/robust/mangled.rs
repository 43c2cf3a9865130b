//! Random text, cut answers, changed answers, answers nested too deep.

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

use crate::{
    doors::{DOORS, Door},
    places::{parsed, places, put},
};

/// An answer is cut at so many places at most.
const MOST_CUTS: usize = 400;

/// Deep nesting is slow to write, so it is put into one place in so many.
const ONE_IN: usize = 25;

/// Deep enough to end a thread's stack, were a reader to follow it.
const DEPTH: usize = 10_000;

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_text_is_no_answer(text in any::<String>()) {
        // An answer may be without anything that a guide names.
        prop_assume!(serde_json::from_str::<Value>(&text).is_err());
        for door in DOORS {
            prop_assert!(!door.takes(&text));
        }
    }

    #[test]
    fn random_bytes_are_no_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assume!(serde_json::from_str::<Value>(&text).is_err());
        for door in DOORS {
            prop_assert!(!door.takes(&text));
        }
    }

    #[test]
    fn random_json_never_panics(value in any_json()) {
        for door in DOORS {
            door.takes(&value.to_string());
        }
    }

    #[test]
    fn a_changed_letter_never_panics(door in any_door(), place in any::<Index>(), change in any_change()) {
        door.takes(&changed(&door.valid_answer(), place, change));
    }

    #[test]
    fn a_changed_value_never_panics(door in any_door(), place in any::<Index>(), value in any_json()) {
        let mut answer = parsed(&door.valid_answer());
        let places = places(&answer);
        put(&mut answer, &places[place.index(places.len())], value);
        door.takes(&answer.to_string());
    }
}

#[test]
fn a_valid_answer_is_taken() {
    for door in DOORS {
        assert!(door.takes(&door.valid_answer()));
    }
}

#[test]
fn an_answer_that_was_cut_off_is_never_taken() {
    for door in DOORS {
        let answer = door.valid_answer();
        let step = answer.len().div_ceil(MOST_CUTS);
        for length in (0..answer.len()).step_by(step).filter(|length| answer.is_char_boundary(*length)) {
            assert!(!door.takes(&answer[..length]), "{}: {length} of {}", door.spec.name, answer.len());
        }
    }
}

#[test]
fn a_value_of_another_type_anywhere_never_panics() {
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!("\u{0}"),
        json!("SUCCESS"),
        json!([]),
        json!({}),
        json!([null, [null]]),
        json!({"status": {"status": null}}),
    ];
    for door in DOORS {
        let answer = parsed(&door.valid_answer());
        for (index, place) in places(&answer).iter().enumerate() {
            // Every value meets every kind of place in some answer.
            for other in others.iter().skip(index % 5).step_by(5) {
                let mut changed = answer.clone();
                put(&mut changed, place, other.clone());
                door.takes(&changed.to_string());
            }
        }
    }
}

/// A struct's reader would also take a list and read it by position: no gateway means that.
#[test]
fn a_list_in_the_place_of_an_answer_is_never_taken() {
    for door in DOORS.iter().filter(|door| !door.is_list()) {
        let answer = parsed(&door.valid_answer());
        let status = json!({"statusCode": "SUCCESS"});
        for list in [json!([]), json!([status]), json!([{"status": status}]), json!([null, 5]), json!([[], {}])] {
            assert!(!door.takes(&list.to_string()), "{list}");
            let (wrapper, body) = answer.as_object().and_then(|keys| keys.iter().next()).expect("one key");
            if body.get("status").is_some() {
                assert!(!door.takes(&json!({wrapper: list}).to_string()), "{wrapper} {list}");
            }
        }
    }
}

#[test]
fn nesting_without_an_end_is_never_taken() {
    for door in DOORS.iter().step_by(ONE_IN) {
        for open in ["[", "{\"a\":", "{\"status\":", "[{\"data\":"] {
            assert!(!door.takes(&open.repeat(DEPTH)));
        }
    }
}

#[test]
fn deep_nesting_anywhere_never_panics() {
    let deep_list = "[".repeat(DEPTH) + &"]".repeat(DEPTH);
    let deep_object = "{\"a\":".repeat(DEPTH) + "1" + &"}".repeat(DEPTH);
    for door in DOORS {
        let answer = parsed(&door.valid_answer());
        for place in places(&answer).into_iter().step_by(ONE_IN) {
            let mut marked = answer.clone();
            put(&mut marked, &place, json!("DEEP"));
            for deep in [&deep_list, &deep_object] {
                door.takes(&marked.to_string().replace("\"DEEP\"", deep));
            }
        }
    }
}

/// What happens to one letter of an answer.
#[derive(Clone, Copy, Debug)]
enum Change {
    Replaced(char),
    Deleted,
    Doubled,
}

fn any_change() -> impl Strategy<Value = Change> {
    let telling = prop::sample::select("\"'{}[],:\\0-.eEnt \n\u{0}\u{feff}".chars().collect::<Vec<_>>());
    prop_oneof![
        telling.prop_map(Change::Replaced),
        any::<char>().prop_map(Change::Replaced),
        Just(Change::Deleted),
        Just(Change::Doubled),
    ]
}

fn changed(text: &str, place: Index, change: Change) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let place = place.index(letters.len());
    match change {
        Change::Replaced(letter) => letters[place] = letter,
        Change::Deleted => drop(letters.remove(place)),
        Change::Doubled => letters.insert(place, letters[place]),
    }
    letters.into_iter().collect()
}

fn any_door() -> impl Strategy<Value = &'static Door> {
    any::<Index>().prop_map(|index| index.get(DOORS))
}

/// Small JSON of any shape, with the gateway's own keys and words among its texts.
fn any_json() -> impl Strategy<Value = Value> {
    let words = ["status", "statusCode", "SUCCESS", "FAILED", "data", "errors", "customerLookUpInfo", "customerUri"];
    let text = prop_oneof![any::<String>(), prop::sample::select(Vec::from(words)).prop_map(str::to_owned)];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((text.clone(), inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}
