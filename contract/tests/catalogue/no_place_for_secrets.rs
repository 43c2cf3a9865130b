//! Full card numbers, security codes, PINs and track data have no place in any type: what has no field cannot leak.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::source_names::names_on_the_wire;

/// Compared without underscores and in lower case, so that `card_number` and `cardNumber` are both meant.
const FORBIDDEN: &[&str] = &[
    "pan",
    "fullpan",
    "clearpan",
    "unmaskedpan",
    "primaryaccountnumber",
    "cardnumber",
    "fullcardnumber",
    "cvv",
    "cvv2",
    "cvc",
    "cvc2",
    "cav2",
    "cid",
    "csc",
    "cardsecuritycode",
    "cardverificationcode",
    "cardverificationvalue",
    "pin",
    "devicepin",
    "newpin",
    "pinblock",
    "track1",
    "track2",
    "track1data",
    "track2data",
    "trackdata",
    "magneticstripe",
    "chipdata",
];

#[test]
fn no_type_has_a_place_for_card_secrets() {
    let files = sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(files.iter().any(|file| file.ends_with("lib.rs")) && files.len() > 10, "the sources were found");
    let mut names = 0;
    for file in files {
        let source = fs::read_to_string(&file).expect("a readable source");
        for name in names_on_the_wire(&source) {
            assert!(!forbidden(&name), "{} has a place for {name}", file.display());
            names += 1;
        }
    }
    assert!(names > 50, "only {names} names were seen: the search is blind");
}

#[test]
fn the_search_sees_fields_variants_types_and_other_names() {
    let seen_in = |source: &str| names_on_the_wire(source).iter().any(|name| forbidden(name));
    for place in [
        "pub struct Card { pub pan: String }",
        "struct Card { #[serde(default)] card_number: Option<String>, }",
        "struct Card { name: Vec<std::string::String>, pub(crate) cvv2: String }",
        "enum Command { Set { pin: String }, Other }",
        "enum Kept { Pan, Name }",
        "struct TrackData(String);",
        "type Cvv = String;",
        "identifiers! { /// Doc\n Name; /// Doc\n Pan; }",
        "struct Card { #[serde(rename = \"pan\")] number: String }",
        "struct Card { #[serde(default, alias = \"trackData\")] data: String }",
        "struct Card { #[serde(rename(deserialize = \"cardNumber\"))] number: String }",
    ] {
        assert!(seen_in(place), "overlooked: {place}");
    }
}

#[test]
fn the_search_is_not_misled_by_other_words() {
    for harmless in [
        "struct Card { masked_pan: MaskedCard, pinned: bool, company: String, span: u8 }",
        "/// The pan: never kept.\nstruct Card { /* cvv: no */ masked: String }",
        "fn read() { let text = r#\"{\"pan\": \"4111\", \"cvv\": \"1\"}\"#; }",
        "fn read<'pan: 'a>(kept: std::pin::Pin<u8>) -> char { ':' }",
        "struct Card { kept: crate::pin::Kept }",
        "const TEXT: &str = \"struct A { pan: String }\";",
    ] {
        let names = names_on_the_wire(harmless);
        assert!(!names.iter().any(|name| forbidden(name)), "{harmless}: {names:?}");
    }
}

fn forbidden(name: &str) -> bool {
    FORBIDDEN.contains(&name.replace(['_', '-'], "").to_ascii_lowercase().as_str())
}

/// All Rust files below this folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a readable folder");
    entries
        .map(|entry| entry.expect("a readable entry").path())
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}
