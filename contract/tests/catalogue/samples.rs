//! No documented payload lies about unused: each is named by a test that sends it or reads it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::say::say;

#[test]
fn every_documented_payload_is_sent_or_read_by_a_test() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = files(&top.join("samples"));
    let sources: String = ["tests/wire", "tests/quirks"]
        .into_iter()
        .flat_map(|folder| files(&top.join(folder)))
        .map(|file| fs::read_to_string(file).expect("a readable source"))
        .collect();
    let names: Vec<String> = samples.iter().filter_map(|file| Some(file.file_name()?.to_str()?.to_owned())).collect();
    for name in &names {
        let stem = name.split('.').next().unwrap_or(name);
        assert!(sources.contains(stem), "samples/{name} is in no test");
    }
    let of_kind = |kind: &str| names.iter().filter(|name| name.ends_with(&format!(".{kind}.json"))).count();
    let (answers, requests, fragments) = (of_kind("response"), of_kind("request"), of_kind("fragment"));
    say(&format!("{} samples: {answers} answers, {requests} requests, {fragments} fragments", names.len()));
    assert_eq!((names.len(), answers + requests + fragments), (66, 66));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a readable folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
