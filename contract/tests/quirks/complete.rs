//! No quirk is forgotten: it is tested, or it is named with the reason why there is nothing to do.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::{nothing_to_do::NOTHING_TO_DO, say::say};

/// The groups, and how many quirks each has: JSON, names, status, time, money, identifiers, HTTP, semantics.
const GROUPS: [(char, u32); 8] =
    [('A', 29), ('B', 32), ('C', 17), ('D', 19), ('E', 14), ('F', 21), ('G', 20), ('H', 35)];

#[test]
fn every_quirk_is_tested_or_has_a_reason_why_not() {
    let documented: BTreeSet<String> =
        GROUPS.iter().flat_map(|(group, count)| (1..=*count).map(move |number| format!("{group}{number}"))).collect();
    let tested = tested();
    let idle: BTreeSet<String> = NOTHING_TO_DO.iter().map(|(number, _)| (*number).to_owned()).collect();
    say(&format!("{} quirks: {} tested, {} with nothing to do", documented.len(), tested.len(), idle.len()));

    assert_eq!(documented.len(), 187);
    assert_eq!(idle.len(), NOTHING_TO_DO.len(), "a number stands twice in NOTHING_TO_DO");
    assert_eq!(tested.intersection(&idle).collect::<Vec<_>>(), Vec::<&String>::new(), "there was something to do");
    let known: BTreeSet<String> = tested.union(&idle).cloned().collect();
    assert_eq!(documented.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "forgotten");
    assert_eq!(known.difference(&documented).collect::<Vec<_>>(), Vec::<&String>::new(), "no such quirk");
}

#[test]
fn every_reason_is_a_reason() {
    for (number, why) in NOTHING_TO_DO {
        assert!(why.split_whitespace().count() >= 4, "{number}: {why}");
    }
}

/// `A1` for a function `a1_…` that stands right below `#[test]`, anywhere beside this file.
fn tested() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quirks");
    let mut numbers = BTreeSet::new();
    for file in sources(&folder) {
        let source = fs::read_to_string(&file).expect("a readable source");
        let lines: Vec<&str> = source.lines().map(str::trim).collect();
        for name in lines.windows(2).filter(|pair| pair[0] == "#[test]").filter_map(|pair| pair[1].strip_prefix("fn "))
        {
            let first = name.split('_').next().unwrap_or(name);
            let (group, number) = first.split_at(1);
            if ("a"..="h").contains(&group) && number.parse::<u32>().is_ok() {
                numbers.insert(first.to_ascii_uppercase());
            }
        }
    }
    numbers
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a readable folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}
