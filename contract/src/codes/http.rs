//! Codes that are HTTP statuses.

use super::table::codes;

codes! {
    /// A code of the issuing family, in `responseMetadata` (seed 004:484, 2231; public specification).
    ISSUING: IssuingCode {
        Executed = "200", "Executed successfully": "Done.", NotNeeded, Nobody;
        BadRequest = "400", "Bad request": "The gateway did not accept what was sent.", Corrected, PortalTeam;
        Unauthorized = "401", "Unauthorized": "The gateway does not know who asks.", No, PortalTeam;
        Forbidden = "403", "Forbidden": "The gateway does not permit this.", No, Lead;
        NotFound = "404", "Not found": "The gateway has no such record.", No, Nobody;
        InternalServerError = "500", "Internal server error": "The gateway failed inside.", InAMoment, IssuingPlatform;
        BadGateway = "502", "Bad gateway": "What stands behind the gateway does not answer.", InAMoment, IssuingPlatform;
    }
}

codes! {
    /// An HTTP status of the wallet family (public configuration page). A call that arrived is answered with 200, whatever
    /// became of it.
    WALLET_HTTP: WalletHttpCode {
        Received = "200", "OK": "The gateway got the call.", NotNeeded, Nobody;
        HeaderProblem = "401", "Unauthorized": "The gateway does not know who asks.", No, PortalTeam;
        ServiceUnavailable = "404", "SERVICE_UNAVAILABLE": "The gateway is down, or the configured path is wrong.", InAMoment, PortalTeam;
        InternalError = "500", "Internal server error": "The gateway failed inside.", InAMoment, WalletPlatform;
    }
}
