//! Where a limit comes from.

use crate::open_enum;

open_enum! {
    /// Where a limit or a restriction comes from (seed 004:2617; public).
    pub enum LimitOrigin {
        /// The product.
        Default = "Default",
        /// An exception of the platform's.
        Exception = "Exception",
        /// An override on this account.
        Override = "Override",
        /// Something else.
        Other = "Other",
    }
}
