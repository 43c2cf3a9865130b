//! Devices of a wallet. "Not active" (switched off) and "blocked" (suspected fraud) are two notions, and neither is the
//! wallet's own state (seed 001:153, 003:665).

mod block_status;
mod blocked;
mod create;
mod delete;
mod types;

pub use block_status::*;
pub use blocked::*;
pub use create::*;
pub use delete::*;
pub use types::*;
