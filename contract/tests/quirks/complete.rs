//! No quirk is forgotten: it is tested, or it is named with the reason why it is not.

use std::collections::BTreeSet;

use crate::not_yet::NOT_YET;

/// The groups that concern the contract, and how many quirks each has.
const GROUPS: [(char, u32); 3] = [('A', 29), ('C', 17), ('D', 19)];

/// The tests themselves: the names of their functions begin with the quirk's number.
const TESTS: &str = concat!(include_str!("a_json.rs"), include_str!("c_status.rs"), include_str!("d_time.rs"));

#[test]
fn every_quirk_is_tested_or_has_a_reason_why_not() {
    let tested = tested();
    let waiting: BTreeSet<String> = NOT_YET.iter().map(|(number, _)| (*number).to_owned()).collect();
    let documented: BTreeSet<String> =
        GROUPS.iter().flat_map(|(group, count)| (1..=*count).map(move |number| format!("{group}{number}"))).collect();

    assert_eq!(waiting.len(), NOT_YET.len(), "a number stands twice in NOT_YET");
    assert_eq!(tested.intersection(&waiting).collect::<Vec<_>>(), Vec::<&String>::new(), "tested, so not waiting");
    let known: BTreeSet<String> = tested.union(&waiting).cloned().collect();
    assert_eq!(documented.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "forgotten");
    assert_eq!(known.difference(&documented).collect::<Vec<_>>(), Vec::<&String>::new(), "no such quirk");
}

#[test]
fn every_reason_is_a_reason() {
    for (number, why) in NOT_YET {
        assert!(why.split_whitespace().count() >= 3, "{number}: {why}");
    }
}

/// `A1` for a function `a1_…` that stands right below `#[test]`.
fn tested() -> BTreeSet<String> {
    let lines: Vec<&str> = TESTS.lines().map(str::trim).collect();
    let names = lines.windows(2).filter(|pair| pair[0] == "#[test]").map(|pair| {
        let name = pair[1].strip_prefix("fn ").unwrap_or_else(|| panic!("a function, not {}", pair[1]));
        name.split('_').next().unwrap_or(name).to_ascii_uppercase()
    });
    names.collect()
}
