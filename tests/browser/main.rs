//! What only a browser can decide, in a headless one: the network and its time-outs, the newest question, dates, focus,
//! storage and locks.
#![cfg(target_arch = "wasm32")]

mod answers;
mod asking;
mod attachments;
mod dates;
mod dialog;
mod download;
mod fakes;
mod form;
mod gateway;
mod keyboard;
mod lock;
mod long_table;
mod numbers;
mod rows;
mod session_check;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
