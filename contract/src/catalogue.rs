//! Every operation, once. What must cover all of them (the sandbox's handlers, the tests) is generated from this list.

use crate::operation::{Operation, Spec};

/// Hands the list of all operations to another macro: `for_each_operation!(handler)` becomes `handler! { A, B, … }`.
#[macro_export]
macro_rules! for_each_operation {
    ($with:ident) => {
        $with! {
            RetrieveCustomerLookupInfo,
            RetrieveCustomerDevices,
            UpdateCustomerActivation,
            UpdateCustomerDeviceActivation,
        }
    };
}

macro_rules! specs {
    ($($operation:ident,)*) => {
        /// The facts of every operation.
        pub const SPECS: &[Spec] = &[$(<crate::operations::$operation as Operation>::SPEC,)*];
    };
}

for_each_operation!(specs);

/// The facts of the operation with this documented name.
pub fn find(name: &str) -> Option<&'static Spec> {
    SPECS.iter().find(|spec| spec.name == name)
}
