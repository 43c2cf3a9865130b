//! What the fuzz targets found or were given to begin with, once more: `contract/fuzz/kept`, a folder a target.

#[path = "../../fuzz/checks.rs"]
mod checks;

use std::{fs, path::PathBuf};

use contract::FamilyName;

use crate::say::say;

#[test]
fn whatever_was_kept_is_read_without_a_panic() {
    let answers = |family: FamilyName| move |bytes: &[u8]| checks::answers(family, bytes);
    let kept = each("wallet", answers(FamilyName::Wallet))
        + each("issuing", answers(FamilyName::Issuing))
        + each("requests", checks::requests);
    say(&format!("{kept} kept inputs of the fuzz targets"));
    assert!(kept >= 9, "only {kept} were found");
}

fn each(target: &str, check: impl Fn(&[u8])) -> usize {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/kept").join(target);
    let files = fs::read_dir(&folder).expect("what was kept");
    files.map(|file| check(&fs::read(file.expect("a file").path()).expect("a readable file"))).count()
}
