//! Code that a document shows, and the files in which it is said to be.

use crate::house::{File, Finding};

/// A file that a document names, with the code that it shows of it.
pub struct Place {
    path: String,
    code: Vec<String>,
}

/// The places that a section numbers. Each names its file first.
pub fn places(document: &File, section: &str) -> Vec<Place> {
    let lines = document.lines().map(|(_, line)| line).skip_while(|line| *line != section).skip(1);
    let mut places: Vec<Place> = Vec::new();
    let mut is_code = false;
    for line in lines.take_while(|line| !line.starts_with("## ")) {
        let line = line.trim();
        if line.starts_with("```") {
            is_code = line == "```rust";
        } else if is_code {
            places.last_mut().expect("code belongs to a place").code.push(line.into());
        } else if line.starts_with(|first: char| first.is_ascii_digit()) {
            let path = line.split('`').nth(1).expect("a place names its file");
            places.push(Place { path: path.into(), code: Vec::new() });
        }
    }
    places
}

impl Place {
    /// How long it is, without blank lines.
    pub fn length(&self) -> usize {
        self.code.iter().filter(|line| !line.is_empty()).count()
    }

    /// What the file does not hold as it is shown. It may have comments in between.
    pub fn outdated(&self) -> Vec<Finding> {
        let file = File::read(&self.path);
        let there: Vec<&str> = file.lines().map(|(_, line)| line.trim()).filter(|line| !line.is_empty()).collect();
        let shown = self.code.split(String::is_empty).filter(|lines| !lines.is_empty());
        let missing = shown.filter(|lines| !there.windows(lines.len()).any(|window| window == *lines));
        missing.map(|lines| file.finding(1, format!("not as CONTRIBUTING.md shows it: `{}`", lines[0]))).collect()
    }
}
