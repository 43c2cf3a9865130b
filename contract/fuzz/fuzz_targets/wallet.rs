//! Any text as an answer in the wallet family's envelope.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::answers(contract::FamilyName::Wallet, bytes));
