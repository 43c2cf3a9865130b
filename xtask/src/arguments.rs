//! What was asked for on the command line.

use crate::{Result, test::Step};

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Task {
    /// Print what there is.
    Help,
    /// Serve the portal and the sandbox for development.
    Dev(Dev),
    /// Run every check, or one of them.
    Test {
        /// The only step to run.
        only: Option<Step>,
    },
    /// Build what is deployed.
    Build,
    /// Write the documents that are made from the code.
    Docs,
    /// Measure speed.
    Bench {
        /// What the measuring script gets.
        passed_on: Vec<String>,
    },
}

/// How to serve for development.
#[derive(Debug, PartialEq)]
pub struct Dev {
    /// Where the portal is served.
    pub port: u16,
    /// What the sandbox gets, already as it wants it: only what was given, so that its own defaults hold.
    pub sandbox: Vec<String>,
}

/// The text of `cargo xtask help`.
pub const HELP: &str = "\
Usage: cargo xtask <command>

  dev     serve the portal and a sandbox gateway, rebuild on change
            --configuration WLW|WLW_IDP|EXTERNAL  what the issuer can call
            --latency 80ms..300ms                 how long the gateway takes to answer
            --state FILE                          keep the sandbox's customers in a file
            --today 2025-07-15                    the sandbox issuer's day
            --customers N                         how many customers there are
            --port 8080                           where the portal is served
  test    run every check that continuous integration runs
            --only format|lint|native|wasm|build|end2end
  build   build what is deployed, into dist/
  docs    write docs/operations.md, which is made from the catalogue of operations
  bench   measure the build in dist/ against the sandbox; further arguments go to bench/run.mjs";

/// Reads the command line.
pub fn parse(arguments: &[String]) -> Result<Task> {
    let Some((command, options)) = arguments.split_first() else { return Ok(Task::Help) };
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "bench" => Ok(Task::Bench { passed_on: options.to_vec() }),
        _ if options.iter().any(|option| option == "--help" || option == "-h") => Ok(Task::Help),
        "dev" => dev(options).map(Task::Dev),
        "test" => test(options),
        "build" => alone(Task::Build, options, "build"),
        "docs" => alone(Task::Docs, options, "docs"),
        _ => Err(format!("There is no command {command:?}.\n\n{HELP}")),
    }
}

/// A command without options.
fn alone(task: Task, options: &[String], command: &str) -> Result<Task> {
    match options.first() {
        None => Ok(task),
        Some(option) => Err(unknown(option, command)),
    }
}

fn dev(options: &[String]) -> Result<Dev> {
    let mut dev = Dev { port: 8080, sandbox: Vec::new() };
    for (option, value) in pairs(options)? {
        match option {
            "--port" => {
                dev.port = value.parse().ok().filter(|port| *port != 0).ok_or(must_be(option, "a port", value))?
            }
            "--configuration" if !["WLW", "WLW_IDP", "EXTERNAL"].contains(&value) => {
                return Err(must_be(option, "WLW, WLW_IDP or EXTERNAL", value));
            }
            "--customers" if value.parse::<u32>().is_err() => return Err(must_be(option, "a number", value)),
            "--configuration" | "--customers" | "--latency" | "--state" | "--today" => {
                dev.sandbox.extend([option.to_owned(), value.to_owned()]);
            }
            _ => return Err(unknown(option, "dev")),
        }
    }
    Ok(dev)
}

fn test(options: &[String]) -> Result<Task> {
    let mut only = None;
    for (option, value) in pairs(options)? {
        match option {
            "--only" => {
                let step = Step::ALL.into_iter().find(|step| step.name() == value);
                let names = Step::ALL.map(Step::name).join(", ");
                only = Some(step.ok_or(must_be(option, &format!("one of {names}"), value))?);
            }
            _ => return Err(unknown(option, "test")),
        }
    }
    Ok(Task::Test { only })
}

/// Takes `--option value` and `--option=value` apart.
fn pairs(options: &[String]) -> Result<Vec<(&str, &str)>> {
    let mut pairs = Vec::new();
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        pairs.push(match option.split_once('=') {
            Some(pair) => pair,
            None => (option.as_str(), rest.next().ok_or(format!("{option} needs a value."))?.as_str()),
        });
    }
    Ok(pairs)
}

fn must_be(option: &str, expected: &str, found: &str) -> String {
    format!("{option} must be {expected}, not {found:?}.")
}

fn unknown(option: &str, command: &str) -> String {
    format!("`cargo xtask {command}` does not know {option:?}.\n\n{HELP}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn serves_on_8080_and_leaves_the_sandbox_its_defaults() {
        assert_eq!(parsed("dev"), Ok(Task::Dev(Dev { port: 8080, sandbox: vec![] })));
    }

    #[test]
    fn passes_on_what_concerns_the_sandbox() {
        let sandbox = ["--configuration", "WLW_IDP", "--latency", "80ms..300ms"].map(str::to_owned).to_vec();
        assert_eq!(
            parsed("dev --configuration WLW_IDP --port 8081 --latency=80ms..300ms"),
            Ok(Task::Dev(Dev { port: 8081, sandbox }))
        );
    }

    #[test]
    fn names_the_option_and_what_it_must_be() {
        assert_eq!(parsed("dev --port http"), Err("--port must be a port, not \"http\".".into()));
        assert_eq!(
            parsed("dev --configuration wlw"),
            Err("--configuration must be WLW, WLW_IDP or EXTERNAL, not \"wlw\".".into())
        );
        assert_eq!(parsed("dev --customers many"), Err("--customers must be a number, not \"many\".".into()));
        assert_eq!(parsed("dev --state"), Err("--state needs a value.".into()));
    }

    #[test]
    fn runs_one_step_by_its_name() {
        assert_eq!(parsed("test"), Ok(Task::Test { only: None }));
        assert_eq!(parsed("test --only wasm"), Ok(Task::Test { only: Some(Step::Wasm) }));
        assert_eq!(
            parsed("test --only fast"),
            Err("--only must be one of format, lint, native, wasm, build, end2end, not \"fast\".".into())
        );
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(parsed("deploy").is_err_and(|sentence| sentence.starts_with("There is no command \"deploy\".")));
        for line in ["build --fast", "docs --fast"] {
            assert!(parsed(line).is_err_and(|sentence| sentence.contains("does not know \"--fast\"")));
        }
    }

    #[test]
    fn helps_whoever_asks() {
        for line in ["", "help", "--help", "dev --help", "test -h"] {
            assert_eq!(parsed(line), Ok(Task::Help), "{line}");
        }
    }
}
