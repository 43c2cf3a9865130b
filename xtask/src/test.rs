//! Every check, in the order in which a failure is cheapest to learn of.

use std::{path::Path, process::Command, time::Instant};

use crate::{
    Result, journeys, process,
    production::{self, DIST},
    sandbox::{self, Profile},
    tools,
};

/// One check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Is the code formatted?
    Format,
    /// Does the linter agree?
    Lint,
    /// The tests that need no browser.
    Native,
    /// The portal's tests in a headless browser.
    Wasm,
    /// The production build, within its byte budgets.
    Build,
    /// The journeys through the production build.
    End2end,
}

/// Runs all steps, or one, and stops at the first that fails.
pub fn run(only: Option<Step>) -> Result<()> {
    let started = Instant::now();
    let mut built = false;
    for step in Step::ALL.into_iter().filter(|step| only.is_none_or(|only| only == *step)) {
        println!("\n━━ {}: {}", step.name(), step.question());
        let step_started = Instant::now();
        let outcome = step.run(built);
        built |= step == Step::Build;
        println!("━━ {} took {:.1} s", step.name(), step_started.elapsed().as_secs_f32());
        outcome.map_err(|sentence| {
            format!("{sentence}\nFailed in step {name}. Alone: `cargo xtask test --only {name}`", name = step.name())
        })?;
    }
    println!("\nPassed in {:.1} s.", started.elapsed().as_secs_f32());
    Ok(())
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [Self::Format, Self::Lint, Self::Native, Self::Wasm, Self::Build, Self::End2end];

    /// What `--only` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Build => "build",
            Self::End2end => "end2end",
        }
    }

    fn question(self) -> &'static str {
        match self {
            Self::Format => "is the code formatted?",
            Self::Lint => "does the linter agree?",
            Self::Native => "tests that need no browser",
            Self::Wasm => "the portal's tests in a headless browser",
            Self::Build => "the production build, within its byte budgets",
            Self::End2end => "journeys through the production build",
        }
    }

    /// `built` says whether this run has made the production build already.
    fn run(self, built: bool) -> Result<()> {
        match self {
            Self::Format => format(),
            Self::Lint => lint(),
            Self::Native => native(),
            Self::Wasm => wasm(),
            Self::Build => production::build_within_budgets(),
            Self::End2end => end2end(built),
        }
    }
}

fn format() -> Result<()> {
    tools::code_checkers()?;
    cargo("fmt --all --check")
}

fn lint() -> Result<()> {
    tools::code_checkers()?;
    tools::wasm_target()?;
    let native = ["contract", "sandbox", "xtask", "splitter"].map(|package| format!("--package {package}")).join(" ");
    cargo(&format!("clippy {native} --all-targets -- --deny warnings"))?;
    let browser = "--package care-portal --package decoding --target wasm32-unknown-unknown";
    cargo(&format!("clippy {browser} --all-targets -- --deny warnings"))?;
    tools::node_packages()?;
    process::run(&mut npx("tsc --project ."))
}

fn native() -> Result<()> {
    cargo("test --package contract --package sandbox --package xtask")?;
    // The decisions beside the views are plain functions.
    cargo("test --package care-portal --lib")
}

fn wasm() -> Result<()> {
    tools::wasm_target()?;
    let path = tools::path_with_wasm_bindgen()?;
    tools::browser()?;
    let mut tests = Command::new("cargo");
    tests.args(["test", "--package", "care-portal", "--target", "wasm32-unknown-unknown", "--test", "*"]);
    process::run(tests.env("PATH", path).env("CHROMEDRIVER", tools::chromedriver()))
}

fn end2end(built: bool) -> Result<()> {
    if !built {
        // A build of older code would be tested otherwise.
        production::build()?;
    }
    let program = sandbox::build(Profile::Debug)?;
    tools::browser()?;
    let dist = Path::new(DIST).canonicalize().map_err(|error| format!("Cannot find {DIST}/: {error}."))?;
    journeys::run(|arguments| {
        let mut playwright = npx(arguments);
        playwright.env("SANDBOX_BIN", &program).env("DIST", &dist);
        playwright
    })
}

/// A program of the journeys' packages.
fn npx(arguments: &str) -> Command {
    let mut command = Command::new("npx");
    command.arg("--no-install").args(arguments.split(' ')).current_dir("end2end");
    command
}

fn cargo(arguments: &str) -> Result<()> {
    process::run(Command::new("cargo").args(arguments.split(' ')))
}
