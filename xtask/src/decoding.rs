//! The contract's reader alone, compiled as the portal is, so that it can be measured.

use std::{path::PathBuf, process::Command};

use crate::{Result, process, tools};

/// Apart from the portal's: that one is compiled to be taken apart.
const TARGET: &str = "target/decoding";

/// Compiles it and says in which folder it lies, with the script that loads it.
pub fn build() -> Result<PathBuf> {
    tools::say("Compiling the contract's reader alone");
    let path = tools::path_with_wasm_bindgen()?;
    let mut compile = Command::new("cargo");
    compile.args(["build", "--quiet", "--release", "--package", "decoding", "--target", "wasm32-unknown-unknown"]);
    process::run(compile.args(["--target-dir", TARGET]))?;
    let folder = PathBuf::from(TARGET).join("compiled");
    let mut bind = Command::new("wasm-bindgen");
    bind.arg(format!("{TARGET}/wasm32-unknown-unknown/release/decoding.wasm")).arg("--out-dir").arg(&folder);
    process::run(bind.args(["--target", "web", "--no-typescript"]).env("PATH", path))?;
    folder.canonicalize().map_err(|error| format!("Cannot find {}: {error}.", folder.display()))
}
