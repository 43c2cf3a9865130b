//! Codes that a processor behind the wallet platform states.

use super::table::codes;

codes! {
    /// A code of an external processor (seed 003:80-82, 437-446). Each processor has more of its own.
    PROCESSOR: ProcessorCode {
        PartialSuccess = "120", "PARTIAL_SUCCESS": "The processor did only a part.", No, Nobody;
        Ok = "200", "OK": "Done.", NotNeeded, Nobody;
        InvalidArguments = "304", "Invalid arguments": "The processor did not accept what was sent.", Corrected, PortalTeam;
        Approved = "1000", "Approved": "Approved.", NotNeeded, Nobody;
    }
}
