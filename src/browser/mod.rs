//! What the browser can do, behind functions that read like what they are for. Knows nothing of the portal.

pub mod clipboard;
pub mod download;
pub mod file;
pub mod keyboard;
pub mod lower_case;
pub mod number;
pub mod number_style;
pub mod part;
pub mod region;
pub mod storage;
pub mod time;
pub mod unicode;
pub mod unique;
mod web_lock;

pub use web_lock::WebLock;
