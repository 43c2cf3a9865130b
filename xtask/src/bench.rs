//! Measures the built portal against the sandbox.

use std::{path::Path, process::Command};

use crate::{
    Result, process,
    production::{self, DIST},
    sandbox::{self, Profile},
    tools,
};

/// Builds both as they are measured, then hands over to the script.
pub fn run(passed_on: &[String]) -> Result<()> {
    production::build()?;
    let program = sandbox::build(Profile::Measured)?;
    tools::browser()?;
    let dist = Path::new(DIST).canonicalize().map_err(|error| format!("Cannot find {DIST}/: {error}."))?;
    let mut script = Command::new("node");
    process::run(script.arg("bench/run.mjs").args(passed_on).env("DIST", dist).env("SANDBOX_BIN", program))
}
