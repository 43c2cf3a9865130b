//! Starts the sandbox: `cargo run -p sandbox -- --help`.

use std::process::ExitCode;

use sandbox::{Request, parse, serve};

fn main() -> ExitCode {
    let settings = match parse(std::env::args_os().skip(1)) {
        Ok(Request::Serve(settings)) => settings,
        Ok(Request::Help(text)) => {
            print!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(sentence) => return failed(&sentence),
    };
    match serve(*settings) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => failed(&sentence),
    }
}

fn failed(sentence: &str) -> ExitCode {
    eprintln!("sandbox: {sentence}");
    ExitCode::FAILURE
}
