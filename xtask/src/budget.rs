//! The bytes of a build, and how many of them budgets.toml allows.

use std::{fs, path::Path};

use crate::Result;

/// One file of a build, as stored and as sent.
#[derive(Debug, PartialEq)]
pub struct Measured {
    /// Its path within the build.
    pub path: String,
    /// As it is.
    pub raw: u64,
    /// As a browser gets it. A file that compression would not shrink is sent as it is.
    pub brotli: u64,
}

/// A budget: a name from [`NAMES`] and the bytes it allows.
#[derive(Debug, PartialEq)]
pub struct Budget {
    /// Which bytes are meant.
    pub name: &'static str,
    /// How many there may be.
    pub allowed: u64,
}

/// The first load, its kinds of file with a budget of their own, and what comes later.
const NAMES: [&str; 6] = ["total", "wasm", "script", "style", "page", "later"];

/// Where the build keeps what is fetched when it is needed.
const LATER: &str = "assets/later/";

/// Measures a build that lies in a folder.
pub fn measure(folder: &Path) -> Result<Vec<Measured>> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.sort_by(|one, other| other.raw.cmp(&one.raw).then_with(|| one.path.cmp(&other.path)));
    Ok(files)
}

/// Reads budgets.toml.
pub fn budgets() -> Result<Vec<Budget>> {
    parse(&fs::read_to_string("budgets.toml").map_err(|error| format!("Cannot read budgets.toml: {error}."))?)
}

/// The files of a build, one a line, and the sums of the first load and of what comes later.
pub fn table(files: &[Measured]) -> String {
    let width = files.iter().map(|file| file.path.len()).max().unwrap_or_default();
    let line = |path: &str, raw: &str, brotli: &str| format!("{path:width$}  {raw:>9}  {brotli:>9}\n");
    let mut table = line("", "raw", "brotli");
    for file in files {
        table += &line(&file.path, &grouped(file.raw), &grouped(file.brotli));
    }
    for (label, name) in [("first load", "total"), ("later", "later")] {
        let raw = files.iter().filter(|file| counts(file, name)).map(|file| file.raw).sum();
        table += &line(label, &grouped(raw), &grouped(sent(files, name)));
    }
    table
}

/// Holds a build against its budgets: a line for each, or a sentence that names what exceeds.
pub fn check(files: &[Measured], budgets: &[Budget]) -> Result<String> {
    let mut lines = String::new();
    let mut exceeded = Vec::new();
    for Budget { name, allowed } in budgets {
        let sent = sent(files, name);
        let (sent_text, allowed_text) = (grouped(sent), grouped(*allowed));
        lines += &format!("{name:7} {sent_text:>9} of {allowed_text:>9} ({} %)\n", percentage(sent, *allowed));
        if sent > *allowed {
            exceeded.push(format!("{name} is {} bytes over its {allowed_text}", grouped(sent - allowed)));
        }
    }
    if exceeded.is_empty() {
        Ok(lines)
    } else {
        Err(format!("{lines}The build exceeds budgets.toml: {}.", exceeded.join(", ")))
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<Measured>) -> Result<()> {
    let unreadable = |error| format!("Cannot read the build in {}: {error}.", folder.display());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let extension = path.extension().unwrap_or_default().to_os_string();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if extension != "br" && extension != "gz" {
            let raw = fs::metadata(&path).map_err(unreadable)?.len();
            let mut compressed = path.clone().into_os_string();
            compressed.push(".br");
            let brotli = fs::metadata(compressed).map_or(raw, |compressed| compressed.len());
            let path = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            files.push(Measured { path, raw, brotli });
        }
    }
    Ok(())
}

/// What is sent under one name.
fn sent(files: &[Measured], name: &str) -> u64 {
    files.iter().filter(|file| counts(file, name)).map(|file| file.brotli).sum()
}

/// Whatever is not fetched later counts as sent at first load.
fn counts(file: &Measured, name: &str) -> bool {
    if file.path.starts_with(LATER) { name == "later" } else { name == "total" || kind(&file.path) == name }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("wasm") => "wasm",
        Some("js") => "script",
        Some("css") => "style",
        Some("html") => "page",
        _ => "other",
    }
}

/// Reads lines of `name = bytes`, which is all of TOML that budgets need. The ratios below them are the benchmark's.
fn parse(text: &str) -> Result<Vec<Budget>> {
    let mut budgets = Vec::new();
    let bytes = text.split("\n[ratio]\n").next().unwrap_or_default();
    for line in bytes.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        if line.is_empty() {
            continue;
        }
        let budget = line.split_once('=').and_then(|(name, bytes)| {
            let name = NAMES.into_iter().find(|known| *known == name.trim())?;
            let allowed = bytes.trim().replace('_', "").parse().ok()?;
            Some(Budget { name, allowed })
        });
        budgets.push(budget.ok_or(format!("budgets.toml: {line:?} is not one of {} = bytes.", NAMES.join(", ")))?);
    }
    Ok(budgets)
}

fn percentage(part: u64, whole: u64) -> u64 {
    (part * 100).checked_div(whole).unwrap_or(100)
}

/// 1234567 as 1,234,567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, raw: u64, brotli: u64) -> Measured {
        Measured { path: path.into(), raw, brotli }
    }

    fn build() -> Vec<Measured> {
        vec![file("assets/portal.wasm", 400_000, 150_000), file("assets/start.js", 21_000, 5_300), file("a.svg", 9, 9)]
    }

    #[test]
    fn adds_up_everything_and_by_kind() {
        assert_eq!(sent(&build(), "total"), 155_309);
        assert_eq!(sent(&build(), "wasm"), 150_000);
        assert_eq!(sent(&build(), "style"), 0);
    }

    #[test]
    fn what_comes_later_is_no_part_of_the_first_load() {
        let mut files = build();
        files.push(file("assets/later/customer.wasm", 300_000, 90_000));
        assert_eq!(["total", "wasm", "later"].map(|name| sent(&files, name)), [155_309, 150_000, 90_000]);
    }

    #[test]
    fn a_build_on_its_budget_passes_and_one_byte_more_does_not() {
        let total = |allowed| [Budget { name: "total", allowed }];
        assert_eq!(check(&build(), &total(155_309)), Ok("total     155,309 of   155,309 (100 %)\n".into()));
        let sentence = check(&build(), &total(155_308)).expect_err("one byte over");
        assert!(sentence.ends_with("The build exceeds budgets.toml: total is 1 bytes over its 155,308."), "{sentence}");
    }

    #[test]
    fn reads_budgets_with_comments() {
        let text = "# At first load.\ntotal = 230_000\nwasm = 1 # why\n\n[ratio]\nsearch_box = 1.1\n";
        assert_eq!(
            parse(text),
            Ok(vec![Budget { name: "total", allowed: 230_000 }, Budget { name: "wasm", allowed: 1 }])
        );
    }

    #[test]
    fn a_budget_that_nothing_is_held_against_is_an_error() {
        assert!(parse("wsam = 1").is_err_and(|sentence| sentence.contains("\"wsam = 1\"")));
        assert!(parse("wasm = little").is_err());
    }

    #[test]
    fn the_projects_own_budgets_can_be_read_and_bound_the_whole() {
        let budgets = parse(include_str!("../../budgets.toml")).expect("budgets");
        assert!(budgets.iter().any(|budget| budget.name == "total"));
    }

    #[test]
    fn groups_digits() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
