//! Customers who cannot be found, or not at once.

use contract::operations::RetrieveCustomerLookupInfo;

use super::{
    Known,
    builder::{locked, somebody},
};
use crate::faults::{Canned, Fault, What};
use std::time::Duration;

const fn lookup(what: What) -> Fault {
    Fault::of::<RetrieveCustomerLookupInfo>(what)
}

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    vec![
        locked("lookup-times-out", "Dora", "Timeout", "the look-up never answers", lookup(What::Hang)),
        locked("lookup-slow", "Sol", "Patience", "the look-up takes three seconds", lookup(What::Slowly(Duration::from_secs(3)))),
        locked("lookup-502", "Otto", "Badgateway", "a proxy's page with 502, always", lookup(What::Answer(Canned::BAD_GATEWAY))),
        locked("lookup-503-once", "Olga", "Comeback", "a proxy's page with 503 once, then the customer", lookup(What::Answer(Canned::UNAVAILABLE)).once()),
        locked("lookup-html", "Hilda", "Webpage", "a proxy's page with 200", lookup(What::Answer(Canned::PAGE_FOR_AN_ANSWER))),
        locked("lookup-truncated", "Tom", "Cutoff", "half a JSON text", lookup(What::Truncated).although_done()),
        locked("lookup-answer-lost", "Lennart", "Dropout", "the connection breaks inside the answer once", lookup(What::Cut).once()),
        locked("lookup-failed", "Faye", "Failed", "FAILED with HTTP 200", lookup(What::Refused("386", "ERROR: the customer store is not available"))),
        locked("lookup-partial", "Pia", "Partial", "PARTIAL_SUCCESS: found, but not everywhere", lookup(What::Partly("242", "Processing error occurred at gateway.")).although_done()),
        locked("lookup-unclear", "Uri", "Oddword", "an outcome that no guide names", lookup(What::Unclear("PENDING")).although_done()),
        locked("lookup-429", "Tessa", "Toomany", "429 once, retry after 3 seconds, then the customer", lookup(What::Answer(Canned::too_many(3))).once()),
        locked("lookup-403", "Norman", "Notallowed", "not permitted: 403", lookup(What::Answer(Canned::NOT_PERMITTED))),
        locked("lookup-401-once", "Selma", "Signedout", "the session has ended: 401 once, then the customer", lookup(What::SessionLapses).once()),
        Known::found("Unreadable", "two customers, and a row of another shape", vec![
            somebody("unreadable-1", "Ursula", "Unreadable").locked(),
            somebody("unreadable-2", "Urban", "Unreadable"),
        ]).failing(lookup(What::UnreadableRow).although_done()),
    ]
}
