//! Runs the journeys. One that failed is repeated once, alone, when all others are over: what passes then is unstable and is
//! named, what fails again has failed. A machine that was busy for a moment fails no run, and nothing unstable is hidden.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{Result, process};

/// More unstable journeys than these fail the run.
const MOST_UNSTABLE: usize = 2;

/// Where the reports of both rounds are kept, for whoever looks for the reasons. Playwright empties its own folder.
const REPORTS: &str = "target/journeys";

/// Runs all journeys; `playwright` makes the command that runs those that its arguments choose.
pub fn run(playwright: impl Fn(&str) -> Command) -> Result<()> {
    fs::create_dir_all(REPORTS).map_err(|error| format!("Cannot make {REPORTS}/: {error}."))?;
    let (failure, first) = match round("first", &playwright, "") {
        Round { outcome: Ok(()), .. } => return Ok(()),
        Round { outcome: Err(failure), report } => (failure, report?),
    };
    let failed = first.failed();
    if failed.is_empty() || !first.errors.is_empty() {
        // Something else than a journey: a file that does not compile, a sandbox that does not end.
        return Err(failure);
    }
    println!("\n━━ {} failed and are repeated, one after the other", count(failed.len()));
    let again = round("again", &playwright, "--last-failed --workers=1").report?;
    let verdict = Verdict::of(&first, &again);
    print!("{}", verdict.table(&first));
    verdict.into_result()
}

struct Round {
    outcome: Result<()>,
    report: Result<Report>,
}

fn round(name: &str, playwright: impl Fn(&str) -> Command, chosen: &str) -> Round {
    let file = PathBuf::from(REPORTS).join(format!("{name}.json"));
    // What an older run left would be read otherwise.
    let _ = fs::remove_file(&file);
    let place = std::env::current_dir().unwrap_or_default().join(&file);
    let arguments = format!("playwright test --reporter=list,json {chosen}");
    let outcome = process::run(playwright(arguments.trim_end()).env("PLAYWRIGHT_JSON_OUTPUT_FILE", place));
    Round { outcome, report: Report::at(&file) }
}

/// What became of every journey of a round.
#[derive(Debug, Default, PartialEq)]
struct Report {
    /// By Playwright's own name, which is another for each turn of a loop.
    journeys: BTreeMap<String, Journey>,
    /// What went wrong outside every journey.
    errors: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
struct Journey {
    /// "devices.spec.ts › a switch › is proven".
    name: String,
    passed: bool,
    /// The first thing that was wrong.
    reason: String,
}

impl Report {
    fn at(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file).map_err(|error| format!("The journeys left no report: {error}."))?;
        Self::read(&text)
    }

    fn read(text: &str) -> Result<Self> {
        let report: Value =
            serde_json::from_str(text).map_err(|error| format!("The journeys' report cannot be read: {error}."))?;
        let mut journeys = BTreeMap::new();
        for file in list(&report, "suites") {
            collect(file, "", &mut journeys);
        }
        let errors = list(&report, "errors").iter().map(|error| plain(&error["message"])).collect();
        Ok(Self { journeys, errors })
    }

    fn failed(&self) -> Vec<&str> {
        self.journeys.iter().filter(|(_, journey)| !journey.passed).map(|(id, _)| id.as_str()).collect()
    }
}

/// Takes the journeys of a suite, and of those within it.
fn collect(suite: &Value, above: &str, journeys: &mut BTreeMap<String, Journey>) {
    let title = suite["title"].as_str().unwrap_or_default();
    let place = if above.is_empty() { title.to_owned() } else { format!("{above} › {title}") };
    for spec in list(suite, "specs") {
        let reason = list(spec, "tests")
            .iter()
            .flat_map(|test| list(test, "results"))
            .map(|result| plain(&result["error"]["message"]))
            .find(|reason| !reason.is_empty());
        let journey = Journey {
            name: format!("{place} › {}", spec["title"].as_str().unwrap_or_default()),
            passed: spec["ok"] == true,
            reason: reason.unwrap_or_default(),
        };
        journeys.insert(spec["id"].as_str().unwrap_or(&journey.name).to_owned(), journey);
    }
    for within in list(suite, "suites") {
        collect(within, &place, journeys);
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The first line of a message, without its colours.
fn plain(message: &Value) -> String {
    let mut plain = String::new();
    let mut signs = message.as_str().unwrap_or_default().lines().next().unwrap_or_default().chars();
    while let Some(sign) = signs.next() {
        if sign == '\u{1b}' {
            signs.by_ref().find(|sign| *sign == 'm');
        } else {
            plain.push(sign);
        }
    }
    plain
}

/// What both rounds together say of those that failed, by their names.
#[derive(Debug, PartialEq)]
struct Verdict {
    /// Failed once, and passed alone.
    unstable: Vec<String>,
    /// Failed again, or was not repeated.
    broken: Vec<String>,
}

impl Verdict {
    fn of(first: &Report, again: &Report) -> Self {
        let passes = |id: &str| again.journeys.get(id).is_some_and(|journey| journey.passed);
        let (unstable, broken) = first.failed().into_iter().map(str::to_owned).partition(|id| passes(id));
        Self { unstable, broken }
    }

    fn table(&self, first: &Report) -> String {
        let mut table = String::new();
        for (heading, ids) in [("Unstable: failed once, passed alone", &self.unstable), ("Failed twice", &self.broken)]
        {
            if ids.is_empty() {
                continue;
            }
            table += &format!("\n{heading}\n");
            for journey in ids.iter().filter_map(|id| first.journeys.get(id)) {
                table += &format!("  {}\n    {}\n", journey.name, journey.reason);
            }
        }
        table + &format!("\nBoth reports are in {REPORTS}/.\n")
    }

    fn into_result(self) -> Result<()> {
        if !self.broken.is_empty() {
            return Err(format!("{} failed twice.", count(self.broken.len())));
        }
        if self.unstable.len() > MOST_UNSTABLE {
            return Err(format!(
                "{} are unstable, and more than {MOST_UNSTABLE} fail a run.",
                count(self.unstable.len())
            ));
        }
        Ok(())
    }
}

fn count(journeys: usize) -> String {
    if journeys == 1 { "1 journey".into() } else { format!("{journeys} journeys") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn spec(id: &str, title: &str, ok: bool) -> Value {
        let error =
            if ok { Value::Null } else { json!({ "message": "\u{1b}[31mError: not there\u{1b}[39m\nat line 4" }) };
        json!({ "id": id, "title": title, "ok": ok, "tests": [{ "results": [{ "error": error }] }] })
    }

    /// A report as Playwright writes it: a file, in it a group, in that the journeys.
    fn report(specs: &[(&str, bool)]) -> Report {
        let inner: Vec<_> = specs.iter().map(|(id, ok)| spec(id, &format!("journey {id}"), *ok)).collect();
        let group = json!({ "title": "a switch", "specs": inner });
        let file = json!({ "title": "devices.spec.ts", "specs": [], "suites": [group] });
        Report::read(&json!({ "suites": [file], "errors": [] }).to_string()).expect("a report")
    }

    fn ended(first: &[(&str, bool)], again: &[(&str, bool)]) -> Result<()> {
        Verdict::of(&report(first), &report(again)).into_result()
    }

    #[test]
    fn a_journey_is_called_by_its_file_its_groups_and_itself_and_says_why_it_failed() {
        let report = report(&[("1", true), ("2", false)]);
        assert_eq!(report.failed(), ["2"]);
        assert_eq!(
            report.journeys["2"],
            Journey {
                name: "devices.spec.ts › a switch › journey 2".into(),
                passed: false,
                reason: "Error: not there".into()
            }
        );
    }

    #[test]
    fn what_passes_alone_is_unstable_and_named_and_two_of_them_are_borne() {
        let first = [("1", false), ("2", false), ("3", true)];
        let again = [("1", true), ("2", true)];
        let (first_report, again_report) = (report(&first), report(&again));
        let verdict = Verdict::of(&first_report, &again_report);
        assert_eq!(verdict, Verdict { unstable: vec!["1".into(), "2".into()], broken: vec![] });
        let table = verdict.table(&first_report);
        assert!(
            table.contains("Unstable: failed once, passed alone\n  devices.spec.ts › a switch › journey 1\n"),
            "{table}"
        );
        assert!(!table.contains("Failed twice"), "{table}");
        assert_eq!(ended(&first, &again), Ok(()));
    }

    #[test]
    fn more_than_two_unstable_ones_fail_the_run() {
        let (first, again) = ([("1", false), ("2", false), ("3", false)], [("1", true), ("2", true), ("3", true)]);
        assert_eq!(ended(&first, &again), Err("3 journeys are unstable, and more than 2 fail a run.".into()));
    }

    #[test]
    fn what_fails_again_or_was_not_repeated_fails_the_run() {
        assert_eq!(
            ended(&[("1", false), ("2", false)], &[("1", false), ("2", true)]),
            Err("1 journey failed twice.".into())
        );
        assert_eq!(ended(&[("1", false)], &[]), Err("1 journey failed twice.".into()));
    }

    #[test]
    fn what_went_wrong_outside_every_journey_is_not_repeated() {
        let text = json!({ "suites": [], "errors": [{ "message": "SyntaxError: x" }] }).to_string();
        assert_eq!(Report::read(&text).expect("a report").errors, ["SyntaxError: x"]);
        assert!(Report::read("<html>").is_err());
    }
}
