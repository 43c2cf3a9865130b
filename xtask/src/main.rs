//! The project's commands, as `cargo xtask <command>`: what the README and continuous integration call.

use std::{env, path::PathBuf, process::ExitCode};

mod arguments;
mod bench;
mod budget;
mod decoding;
mod dev;
mod docs;
mod journeys;
mod process;
mod production;
mod sandbox;
mod test;
mod tools;

use arguments::Task;

/// What a command ends with: nothing, or one sentence that says what went wrong and what helps.
type Result<T, E = String> = std::result::Result<T, E>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let task = arguments::parse(arguments)?;
    enter_the_workspace()?;
    process::end_all_when_interrupted()?;
    match task {
        Task::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        Task::Dev(options) => dev::run(&options),
        Task::Test { only } => test::run(only),
        Task::Build => production::build(),
        Task::Docs => docs::write(),
        Task::Bench { passed_on } => bench::run(&passed_on),
    }
}

/// Every path in here is relative to the workspace, wherever in it the command was given.
fn enter_the_workspace() -> Result<()> {
    let own_folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let workspace = own_folder.as_deref().and_then(|folder| folder.parent()).ok_or("Run this as `cargo xtask`.")?;
    env::set_current_dir(workspace).map_err(|error| format!("Cannot enter {}: {error}.", workspace.display()))
}
