//! The build that is deployed: compiled by trunk, then packed by pack.mjs.

use std::{
    env,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Result, budget, process, tools};

/// Where the result lies.
pub const DIST: &str = "dist";

/// Where trunk leaves what is packed.
const COMPILED: &str = "target/portal/release";

/// The module as the compiler leaves it.
const MODULE: &str = "target/wasm32-unknown-unknown/release/care-portal.wasm";

/// Builds, and prints what there is to send.
pub fn build() -> Result<()> {
    tools::wasm_target()?;
    let trunk = tools::trunk()?;
    let path = tools::path_with_wasm_bindgen()?;
    tools::node_packages()?;
    tools::crates()?;

    tools::say("Compiling the portal");
    let mut compile = Command::new(trunk);
    compile.args(["build", "--release", "--features", "split", "--dist", COMPILED]).env("PATH", &path);
    compile.env("CARGO_ENCODED_RUSTFLAGS", flags_without_local_paths()?);
    process::run(&mut compile)?;
    take_apart(&path)?;

    tools::say(&format!("Packing it into {DIST}/"));
    process::run(Command::new("node").args(["xtask/pack.mjs", COMPILED, DIST]))?;
    println!("\n{}", budget::table(&budget::measure(Path::new(DIST))?));
    Ok(())
}

/// Puts a module for the first load in the place of trunk's, and one for each of `src/app/parts.rs` beside it.
fn take_apart(path: &OsStr) -> Result<()> {
    tools::say("Taking it apart");
    let mut split = Command::new("cargo");
    split.args(["run", "--quiet", "--profile", "tool", "--package", "splitter", "--", MODULE, COMPILED]);
    process::run(&mut split)?;
    let mut bind = Command::new("wasm-bindgen");
    bind.arg(format!("{COMPILED}/main.wasm")).args(["--out-dir", COMPILED, "--out-name", "care-portal"]);
    // The parts find what they share with the main module by its exports.
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]).env("PATH", path);
    process::run(&mut bind)
}

/// Builds, and fails over the byte budgets.
pub fn build_within_budgets() -> Result<()> {
    build()?;
    print!("{}", budget::check(&budget::measure(Path::new(DIST))?, &budget::budgets()?)?);
    Ok(())
}

/// Takes this machine's folders out of the panic messages: they would give every machine another build, name its user
/// to everyone, and cost bytes.
fn flags_without_local_paths() -> Result<String> {
    let here = env::current_dir().map_err(|error| format!("Cannot tell the current folder: {error}."))?;
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let crates = cargo_home.or(home).ok_or("Neither CARGO_HOME nor HOME says where crates are.")?.join("registry/src");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(crates).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.push(here);
    Ok(remapping(&folders))
}

/// The flag that `.cargo/config.toml` sets for every other build of the portal: this variable replaces it there.
const ERASED: &str = "--cfg=erase_components";

/// Leaves in the module who calls whom, so that it can be taken apart.
const RELOCATIONS: &str = "-Clink-args=--emit-relocs";

/// Flags as cargo wants them in one variable, with a separator that no path holds.
fn remapping(folders: &[PathBuf]) -> String {
    let remapped = folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    [ERASED, RELOCATIONS].map(str::to_owned).into_iter().chain(remapped).collect::<Vec<_>>().join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_vanish_even_with_blanks_in_them() {
        assert_eq!(
            remapping(&["/home/a b/registry".into(), "/portal".into()]),
            "--cfg=erase_components\u{1f}-Clink-args=--emit-relocs\u{1f}--remap-path-prefix=/home/a b/registry=\u{1f}--remap-path-prefix=/portal="
        );
    }
}
