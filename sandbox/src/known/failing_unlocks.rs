//! Locked customers whose unlock goes wrong. "First call" is the one that deactivates, "second call" the one that
//! activates, however often either is sent.

use contract::operations::{RetrieveCustomerLookupInfo, UpdateCustomerActivation};

use super::{
    Known,
    builder::{locked, somebody},
};
use crate::faults::{Canned, Fault, What};
use std::time::Duration;

const fn first_call(what: What) -> Fault {
    Fault::of::<UpdateCustomerActivation>(what).activating(false)
}

const fn second_call(what: What) -> Fault {
    Fault::of::<UpdateCustomerActivation>(what).activating(true)
}

const fn reread(what: What) -> Fault {
    Fault::of::<RetrieveCustomerLookupInfo>(what).after_a_change()
}

const BAD_GATEWAY: What = What::Answer(Canned::BAD_GATEWAY);
const REFUSED: What = What::Refused("386", "ERROR: the profile is being updated");

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    vec![
        locked("first-call-fails-once", "Grace", "Stumble", "the first call fails once, not done", first_call(BAD_GATEWAY).once()),
        locked("first-call-fails-always", "Walter", "Wall", "the first call always fails: stays locked", first_call(BAD_GATEWAY)),
        locked("first-call-answer-lost", "Frank", "Echo", "the first call is done, its answer is lost", first_call(What::Cut).although_done().once()),
        locked("first-call-times-out", "Tilda", "Slowpoke", "the first call times out once, not done", first_call(What::Hang).once()),
        locked("first-call-times-out-done", "Timo", "Latecomer", "the first call is done and times out", first_call(What::Hang).although_done().once()),
        locked("first-call-refused", "Rita", "Refusal", "the first call is always FAILED with HTTP 200", first_call(REFUSED)),
        locked("first-call-forbidden", "Fern", "Forbidden", "the first call is not permitted: 403", first_call(What::Answer(Canned::NOT_PERMITTED))),
        locked("first-call-too-many", "Thea", "Throttle", "the first call gets 429 once, retry after 3 seconds", first_call(What::Answer(Canned::too_many(3))).once()),
        locked("first-call-partly", "Percy", "Halfway", "the first call is PARTIAL_SUCCESS and done", first_call(What::Partly("120", "PARTIAL_SUCCESS: sessions were not ended")).although_done().once()),
        locked("second-call-fails-once", "Fiona", "Retry", "the second call fails once, not done", second_call(BAD_GATEWAY).once()),
        locked("second-call-fails-always", "Andrew", "Outage", "the second call always fails: the wallet stays inactive", second_call(BAD_GATEWAY)),
        locked("second-call-answer-lost", "Lorna", "Silence", "the second call is done, its answer is lost", second_call(What::Cut).although_done().once()),
        locked("second-call-times-out", "Toni", "Standstill", "the second call times out once, not done", second_call(What::Hang).once()),
        locked("second-call-times-out-done", "Tara", "Overdue", "the second call is done and times out", second_call(What::Hang).although_done().once()),
        locked("second-call-refused", "Ruben", "Denial", "the second call is always FAILED with HTTP 200: the wallet stays inactive", second_call(REFUSED)),
        locked("second-call-forbidden", "Flora", "Barred", "the second call is not permitted: 403, the wallet stays inactive", second_call(What::Answer(Canned::NOT_PERMITTED))),
        locked("second-call-signed-out", "Sid", "Expired", "the session ends once before the second call: 401", second_call(What::SessionLapses).once()),
        locked("second-call-too-many", "Theo", "Surge", "the second call gets 429 once, retry after 3 seconds", second_call(What::Answer(Canned::too_many(3))).once()),
        locked("second-call-partly", "Paula", "Midway", "the second call is PARTIAL_SUCCESS and done", second_call(What::Partly("120", "PARTIAL_SUCCESS: devices were not told")).although_done().once()),
        locked("second-call-partly-undone", "Pepe", "Undone", "the second call is PARTIAL_SUCCESS and not done", second_call(What::Partly("120", "PARTIAL_SUCCESS: the profile was not updated"))),
        locked("second-call-noted", "Nora", "Sidenote", "the second call is SUCCESS, and the processor behind it says PARTIAL_SUCCESS", second_call(What::Noted("PARTIAL_SUCCESS: devices were not told")).although_done().once()),
        locked("second-call-html", "Hedda", "Markup", "the second call is done, a proxy's page answers with 200", second_call(What::Answer(Canned::PAGE_FOR_AN_ANSWER)).although_done().once()),
        locked("second-call-truncated", "Trudy", "Fragment", "the second call is done, its answer is half a JSON text", second_call(What::Truncated).although_done().once()),
        locked("second-call-unclear", "Una", "Unclear", "the second call is done, its outcome is a word no guide names", second_call(What::Unclear("ACCEPTED")).although_done().once()),
        locked("reread-fails-3-times", "Remy", "Blindspot", "after the first change three look-ups fail", reread(BAD_GATEWAY).times(3)),
        locked("reread-fails-always", "Rhea", "Blackout", "after the first change every look-up fails", reread(BAD_GATEWAY)),
        locked("locked-again", "Lola", "Relapse", "somebody locks the wallet again right after the unlock", second_call(What::LockedAgain).although_done()),
        Known::by_email("slow-unlock", "each of the two calls takes two seconds", somebody("slow-unlock", "Sloan", "Gradual").locked())
            .failing(Fault::of::<UpdateCustomerActivation>(What::Slowly(Duration::from_secs(2)))),
    ]
}
