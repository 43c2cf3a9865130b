//! Documents that are made from the code. Whoever knows best writes them: the tests that fail when they are stale.

use std::process::Command;

use crate::{Result, process};

/// Lets those tests write.
pub fn write() -> Result<()> {
    let mut tests = Command::new("cargo");
    tests.args(["test", "--quiet", "--package", "contract", "--test", "catalogue", "documentation"]);
    process::run(tests.env("CARE_PORTAL_WRITE_DOCS", "1"))
}
