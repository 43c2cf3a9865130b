//! Measures the built portal against the sandbox.

use std::{path::Path, process::Command};

use crate::{
    Result, decoding, process,
    production::{self, DIST},
    sandbox::{self, Profile},
    tools,
};

/// Builds all as it is measured, then hands over to the script.
pub fn run(passed_on: &[String]) -> Result<()> {
    production::build()?;
    let program = sandbox::build(Profile::Measured)?;
    let reader = decoding::build()?;
    tools::browser()?;
    let dist = Path::new(DIST).canonicalize().map_err(|error| format!("Cannot find {DIST}/: {error}."))?;
    let mut script = Command::new("node");
    script.arg("bench/run.mjs").args(passed_on);
    process::run(script.env("DIST", dist).env("SANDBOX_BIN", program).env("DECODING", reader))
}
