//! What the commands need on the machine: found, or brought here.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Result, process};

/// Later releases ask for a newer compiler.
const TRUNK: &str = "0.21.14";
/// The oldest Node that runs what end2end/package.json names.
const NODE: u32 = 20;
/// Where Debian puts them; webdriver.json and the journeys name the browser there too.
const CHROMIUM: &str = "/usr/bin/chromium";
const CHROMEDRIVER: &str = "/usr/bin/chromedriver";

/// Makes sure that the portal can be compiled.
pub fn wasm_target() -> Result<()> {
    rustup("target", "wasm32-unknown-unknown")
}

/// Makes sure that the code can be formatted and linted.
pub fn code_checkers() -> Result<()> {
    rustup("component", "rustfmt")?;
    rustup("component", "clippy")
}

/// The pinned trunk.
pub fn trunk() -> Result<PathBuf> {
    find_or_install("trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])
}

/// A search path on which trunk and cargo find the wasm-bindgen that fits the portal's wasm-bindgen: both must be one
/// version, to the last digit.
pub fn path_with_wasm_bindgen() -> Result<OsString> {
    let lock = fs::read_to_string("Cargo.lock").map_err(|error| format!("Cannot read Cargo.lock: {error}."))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen.")?;
    // Without --locked: its own lock file names a crate version that is not served.
    let program = find_or_install("wasm-bindgen", version, &[])?;
    let folder = program.parent().map(Path::to_path_buf);
    let search_path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folder.into_iter().chain(env::split_paths(&search_path)))
        .map_err(|error| format!("Cannot put wasm-bindgen on the PATH: {error}."))
}

/// Makes sure that the packages of end2end/ are the ones its lock file names.
pub fn node_packages() -> Result<()> {
    let version = process::output(Command::new("node").arg("--version")).unwrap_or_default();
    if node_major(&version).is_none_or(|major| major < NODE) {
        return Err(format!("Node {NODE} or later is needed, with npm; `node --version` says {:?}.", version.trim()));
    }
    let wanted =
        fs::read("end2end/package-lock.json").map_err(|error| format!("Cannot read the npm lock: {error}."))?;
    let installed = Path::new("end2end/node_modules/.installed-lock.json");
    if fs::read(installed).is_ok_and(|lock| lock == wanted) {
        return Ok(());
    }
    say("Installing the npm packages of end2end/");
    process::run(Command::new("npm").arg("ci").current_dir("end2end"))?;
    fs::write(installed, wanted).map_err(|error| format!("Cannot write {}: {error}.", installed.display()))
}

/// Makes sure that there is a browser to test with, and its driver.
pub fn browser() -> Result<()> {
    if [CHROMIUM, CHROMEDRIVER].iter().all(|program| Path::new(program).exists()) {
        return Ok(());
    }
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if !(is_debian(&system) && nix::unistd::geteuid().is_root()) {
        return Err(format!(
            "Chromium and its driver are needed at {CHROMIUM} and {CHROMEDRIVER}: on Debian, \
             `sudo apt-get install chromium chromium-driver`."
        ));
    }
    say("Installing Chromium and its driver");
    let apt = |arguments: &[&str]| {
        process::run(Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update", "--quiet"])?;
    apt(&["install", "--yes", "--quiet", "--no-install-recommends", "chromium", "chromium-driver"])
}

/// The driver that the wasm tests talk to, unless the environment names another.
pub fn chromedriver() -> OsString {
    env::var_os("CHROMEDRIVER").unwrap_or_else(|| CHROMEDRIVER.into())
}

/// Fetches the crates that are missing: trunk has cargo build offline.
pub fn crates() -> Result<()> {
    process::run(Command::new("cargo").args(["fetch", "--quiet"]))
}

/// Says what is being done, while it is done.
pub fn say(what: &str) {
    println!("» {what}");
}

/// Makes sure that a part of the Rust distribution is there.
fn rustup(kind: &str, part: &str) -> Result<()> {
    let installed = process::output(Command::new("rustup").args([kind, "list", "--installed"]))
        .ok_or("rustup is needed: it comes with the recommended installation of Rust.")?;
    if installed.lines().any(|line| line.starts_with(part)) {
        return Ok(());
    }
    say(&format!("Adding the {kind} {part}"));
    process::run(Command::new("rustup").args([kind, "add", part]))
}

/// A program of exactly this version: on the PATH, else in the cache, else installed there for later runs.
fn find_or_install(program: &str, version: &str, how: &[&str]) -> Result<PathBuf> {
    let cache = cache_folder()?;
    let search_path = env::var_os("PATH").unwrap_or_default();
    let cached = cache.join("bin").join(program);
    let mut candidates = env::split_paths(&search_path).map(|folder| folder.join(program)).chain([cached.clone()]);
    let is_right = |candidate: &PathBuf| {
        process::output(Command::new(candidate).arg("--version"))
            .is_some_and(|answer| stated_version(&answer) == Some(version))
    };
    if let Some(found) = candidates.find(is_right) {
        return Ok(found);
    }

    let package = if program == "wasm-bindgen" { "wasm-bindgen-cli" } else { program };
    say(&format!("Installing {package} {version} into {} (some minutes, once)", cache.display()));
    // Quick to compile, and quick enough to run.
    let mut install = Command::new("cargo");
    install.args(["install", package, "--version", version, "--force", "--root"]).arg(&cache).args(how);
    install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    process::run(&mut install)?;
    if is_right(&cached) { Ok(cached) } else { Err(format!("{} is not {version}.", cached.display())) }
}

fn cache_folder() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let home = env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let folder = cache.or(home).ok_or("Neither XDG_CACHE_HOME nor HOME says where to keep tools.")?;
    Ok(folder.join("care-portal/tools"))
}

/// The version in an answer such as `trunk 0.21.14`.
fn stated_version(answer: &str) -> Option<&str> {
    answer.split_whitespace().nth(1)
}

/// The version of a package in a Cargo.lock.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// 20 in `v20.20.2`.
fn node_major(answer: &str) -> Option<u32> {
    answer.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn is_debian(os_release: &str) -> bool {
    os_release.lines().any(|line| line == "ID=debian")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_tool_says_about_itself() {
        assert_eq!(stated_version("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(stated_version("wasm-bindgen 0.2.130"), Some("0.2.130"));
        assert_eq!(stated_version("trunk"), None);
    }

    #[test]
    fn reads_the_locked_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.70\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }

    #[test]
    fn reads_the_major_version_of_node() {
        assert_eq!(node_major("v20.20.2\n"), Some(20));
        assert_eq!(node_major(""), None);
    }

    #[test]
    fn installs_packages_on_debian_only() {
        assert!(is_debian("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n"));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
    }

    #[test]
    fn trunk_is_pinned_to_the_same_version_everywhere() {
        let configuration = include_str!("../../Trunk.toml");
        assert!(configuration.contains(&format!("trunk-version = \"={TRUNK}\"")));
    }

    #[test]
    fn wasm_bindgen_is_pinned_to_the_same_version_everywhere() {
        let locked = locked_version(include_str!("../../Cargo.lock"), "wasm-bindgen").expect("a locked version");
        assert!(include_str!("../../Trunk.toml").contains(&format!("wasm_bindgen = \"{locked}\"")));
    }
}
