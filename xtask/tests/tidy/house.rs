//! The project's files, as far as tidiness cares: their lines, and whom they use.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Made by tools, or not ours.
const NOT_OURS: &[&str] = &["target", "dist", "node_modules", ".git", "test-results", "playwright-report"];
/// Extensions of what people write here.
const WRITTEN: &[&str] =
    &["rs", "toml", "js", "mjs", "ts", "json", "css", "html", "svg", "md", "yml", "yaml", "conf", "sh"];

/// One file.
pub struct File {
    /// From the top of the project, with `/`.
    path: String,
    text: String,
}

/// Something untidy.
pub struct Finding(String);

impl Finding {
    /// Fails with all of them, one a line.
    pub fn none(findings: impl IntoIterator<Item = Self>) {
        let lines: Vec<_> = findings.into_iter().map(|finding| finding.0).collect();
        assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
    }
}

impl File {
    /// Whether it is the one with this path from the top of the project.
    pub fn is(&self, path: &str) -> bool {
        self.path == path
    }

    /// By its path from the top.
    pub fn read(path: &str) -> Self {
        let text = fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { path: path.into(), text }
    }

    /// Every line with its number; in Rust files without comments, which may speak of anything.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let rust = self.path.ends_with(".rs");
        self.text.lines().enumerate().map(move |(index, line)| {
            let code = if rust && line.trim_start().starts_with("//") { "" } else { line };
            (index + 1, code)
        })
    }

    /// What is untidy in this line.
    pub fn finding(&self, line: usize, what: String) -> Finding {
        Finding(format!("{}:{line}: {what}.", self.path))
    }

    /// `gateway` for `src/gateway/retry.rs`, `config` for `src/config.rs`.
    pub fn part(&self) -> String {
        self.module().into_iter().next().unwrap_or_default()
    }

    /// `wallet` for `src/features/wallet/saga.rs`.
    pub fn feature(&self) -> String {
        self.module().into_iter().nth(1).unwrap_or_default()
    }

    /// Every module of the same crate that the file uses, with the line: `["ui", "badge", "Tone"]`.
    pub fn uses(&self) -> Vec<(usize, Vec<String>)> {
        uses(&self.text, &self.module())
    }

    fn module(&self) -> Vec<String> {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        let inside = inside.strip_suffix("/mod").unwrap_or(inside);
        inside.split('/').map(str::to_owned).collect()
    }
}

/// Every Rust file below this folder, and its code alone: the tests in it may use anything.
pub fn sources_below(folder: &str) -> Vec<File> {
    let mut files = rust_below(folder);
    files.retain(|file| !file.path.ends_with("/tests.rs") && !file.path.contains("/tests/"));
    for file in &mut files {
        let code = file.text.find("\n#[cfg(test)]\nmod tests {").unwrap_or(file.text.len());
        file.text.truncate(code);
    }
    files
}

/// Every Rust file below this folder.
pub fn rust_below(folder: &str) -> Vec<File> {
    files_below(folder, &["rs"])
}

/// Everything that people write here.
pub fn every_file() -> Vec<File> {
    files_below("", WRITTEN)
}

fn files_below(folder: &str, extensions: &[&str]) -> Vec<File> {
    let top = top();
    let mut found = Vec::new();
    let mut folders = vec![top.join(folder)];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.expect("a folder is read to its end").path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !NOT_OURS.contains(&name.as_str()) {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known)) {
                let path = path.strip_prefix(&top).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push(File::read(&path));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty(), "nothing found below {folder:?}: the folder has moved, and this rule must follow it");
    found
}

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Paths that begin with `crate::` or `super::`, from the top of the crate. Groups are taken apart.
fn uses(text: &str, module: &[String]) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        // A group may go on over many lines, so it is read from here to the end of the file.
        let begin = line.as_ptr() as usize - text.as_ptr() as usize;
        for (column, start) in starts(line) {
            let rest = &text[begin + column..];
            let mut path = module.to_vec();
            let mut rest = match start {
                "crate::" => {
                    path.clear();
                    &rest["crate::".len()..]
                }
                _ => rest,
            };
            while let Some(upwards) = rest.strip_prefix("super::") {
                path.pop();
                rest = upwards;
            }
            let mut paths = Vec::new();
            tree(rest, &path, &mut paths);
            found.extend(paths.into_iter().filter(|path| !path.is_empty()).map(|path| (index + 1, path)));
        }
    }
    found
}

/// Where a path begins in this line. `super::super::` begins once.
fn starts(line: &str) -> Vec<(usize, &'static str)> {
    let found = ["crate::", "super::"].into_iter().flat_map(|start| {
        line.match_indices(start).map(move |(column, _)| (column, start)).filter(|(column, _)| {
            let before = line[..*column].chars().next_back().unwrap_or(' ');
            !before.is_alphanumeric() && before != '_' && before != ':'
        })
    });
    found.collect()
}

/// Reads one tree of a `use`: `a::b`, `a::{b, c::d}` or `*`. Answers what follows it.
fn tree<'a>(text: &'a str, above: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start();
            if rest.is_empty() || rest.starts_with('}') {
                return rest.get(1..).unwrap_or_default();
            }
            rest = tree(rest, above, found);
            rest = rest.trim_start().strip_prefix(',').unwrap_or(rest);
        }
    }
    let end = text.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let mut path = above.to_vec();
    if !name.is_empty() && name != "self" {
        path.push(name.into());
    }
    match rest.strip_prefix("::") {
        Some(inside) if !name.is_empty() => tree(inside, &path, found),
        _ => {
            found.push(path);
            // A `*`, or anything that no name is, is one sign that nothing can be learnt from.
            if name.is_empty() { rest.get(1..).unwrap_or_default() } else { rest }
        }
    }
}

#[test]
fn a_use_is_read_from_the_top_of_the_crate() {
    let module = ["features".to_owned(), "devices".to_owned()];
    let read = |text: &str| uses(text, &module).into_iter().map(|(_, path)| path.join("::")).collect::<Vec<_>>();
    assert_eq!(
        read("use super::trouble::{details, trouble};"),
        ["features::trouble::details", "features::trouble::trouble"]
    );
    assert_eq!(
        read("use crate::{\n    ui::{badge::badge, icon::icon},\n    routes::Route,\n};"),
        ["ui::badge::badge", "ui::icon::icon", "routes::Route"]
    );
    assert_eq!(read("matches!(state, crate::ui::load::Load::Idle)"), ["ui::load::Load::Idle"]);
    assert_eq!(read("// crate::gateway is not known here"), [""; 0]);
    assert_eq!(read("use super::super::app::Desk;"), ["app::Desk"]);
}
