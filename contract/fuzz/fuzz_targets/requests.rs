//! Any text as a request of either family, as the sandbox reads it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::requests(bytes));
