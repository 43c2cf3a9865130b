//! Takes the compiled portal apart along `src/app/parts.rs`: `splitter <module> <folder>`.
//!
//! In the folder then lie `main.wasm`, which wasm-bindgen goes on with, a module for each part, and `__wasm_split.js`, which
//! fetches those. A program of its own, because only the production build needs it and it takes its time to compile.

use std::{env, fs, path::Path, process::ExitCode};

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        eprintln!("splitter: say which module to take apart, and into which folder.");
        return ExitCode::FAILURE;
    };
    match split(Path::new(module), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("splitter: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn split(module: &Path, folder: &Path) -> Result<(), String> {
    let compiled = fs::read(module).map_err(|error| format!("Cannot read {}: {error}.", module.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&compiled);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./care-portal.js";
    transform(options).map_err(|error| format!("Cannot take {} apart: {error:#}.", module.display()))?;
    Ok(())
}
