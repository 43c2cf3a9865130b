//! The contract's reader alone, to be measured in a browser beside `JSON.parse`: compiled as the portal is.

use contract::{Family, Opened, Operation, issuing::Issuing, operations::issuing::statements::ListStatementOperations};
use wasm_bindgen::prelude::wasm_bindgen;

/// What was read. It is kept until the clock has stopped.
#[wasm_bindgen]
pub struct Statement(<ListStatementOperations as Operation>::Answer);

#[wasm_bindgen]
impl Statement {
    /// Reads the answer to `listStatementOperations` from its bytes, as the portal does; nothing, when it is none.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let text = String::from_utf8(bytes).ok()?;
        match Issuing::open::<ListStatementOperations>(&text) {
            Ok(Opened::Done(operations)) => Some(Self(operations)),
            _ => None,
        }
    }

    /// How many operations could be read.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.rows.len()
    }
}
