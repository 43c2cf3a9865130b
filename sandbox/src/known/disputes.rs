//! Customers with disputes, and with disputes that go wrong. Their folders are in `issuing/seeded_disputes.rs`.

use contract::operations::issuing::disputes::{
    AddDisputeDocument, CreateDispute, CreateDisputeEvent, CreateDisputePosting, GenerateChargeback, ListCardDisputes,
    RetrieveDispute,
};

use super::{Known, accounts::opened, builder::somebody};
use crate::{
    faults::{Canned, Fault, What},
    issuing::plan::{Product, Usage, Wanted},
};

const BAD_GATEWAY: What = What::Answer(Canned::BAD_GATEWAY);
const SIGNED_OUT: What = What::SessionLapses;
const REFUSED: What = What::Refused("400", "Bad request: the folder takes nothing today");

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    let having = |address: &str, first: &str, last: &str, shows: &'static str, account: Wanted| {
        Known::by_email(address, shows, somebody(address, first, last).with_accounts(vec![account]))
    };
    let failing = |address: &str, first: &str, last: &str, shows: &'static str, fault: Fault| {
        having(address, first, last, shows, Wanted::ordinary(opened())).failing(fault)
    };
    vec![
        having("disputes", "Dora", "Disputable", "a Visa card with operations of which none is in dispute", Wanted::ordinary(opened())),
        having("dispute-guide", "Gisbert", "Guidefolder", "the guide's folder D-V-1234-2319-19 as printed, and the operation that the guide disputes", Wanted { usage: Usage::NONE, ..Wanted::ordinary(opened()) }),
        having("dispute-scenarios", "Vera", "Scenarioso", "three open Visa folders without a chargeback: blocked card, duplicate, no cash", Wanted::ordinary(opened())),
        having("dispute-mastercard", "Max", "Mastercase", "a Mastercard: one open folder, and operations to dispute", Wanted { product: Product::World, ..Wanted::ordinary(opened()) }),
        having("dispute-states", "Stefan", "Foldered", "a closed folder and an open one", Wanted::ordinary(opened())),
        having("dispute-high-amount", "Heidi", "Highamount", "an open folder whose reason needs to know how much of it is disputed", Wanted::ordinary(opened())),
        having("dispute-two-ways", "Thea", "Twowayed", "a purchase that the scheme settled in dollars, and a merchant's credit on the card; neither is in dispute", Wanted { usage: Usage::NONE, ..Wanted::ordinary(opened()) }),
        failing("dispute-lost", "Lotta", "Disputelost", "a dispute is made, the answer is lost", Fault::of::<CreateDispute>(What::Cut).although_done().once()),
        failing("dispute-never", "Nora", "Disputenever", "a dispute is not made, and no answer comes once", Fault::of::<CreateDispute>(What::Cut).once()),
        failing("dispute-times-out-done", "Timea", "Disputelate", "a dispute is made, its call times out", Fault::of::<CreateDispute>(What::Hang).although_done().once()),
        failing("dispute-refused", "Rolanda", "Disputerefused", "disputes are always refused with HTTP 400", Fault::of::<CreateDispute>(REFUSED)),
        failing("dispute-signed-out", "Signe", "Disputeexpired", "the session ends once when a dispute is made: 401", Fault::of::<CreateDispute>(SIGNED_OUT).once()),
        failing("disputes-fail", "Dagny", "Disputeless", "the dispute folders cannot be listed, ever", Fault::of::<ListCardDisputes>(BAD_GATEWAY)),
        failing("disputes-unreadable-row", "Disa", "Disputeodd", "one row more among the folders, of another shape", Fault::of::<ListCardDisputes>(What::UnreadableRow).although_done()),
        failing("folder-fails", "Fulvia", "Folderless", "a folder is listed and cannot be opened", Fault::of::<RetrieveDispute>(BAD_GATEWAY)),
        failing("posting-lost", "Petra", "Postinglost", "a posting is made, the answer is lost", Fault::of::<CreateDisputePosting>(What::Cut).although_done().once()),
        failing("posting-never", "Pavel", "Postingnever", "a posting is not made, and no answer comes once", Fault::of::<CreateDisputePosting>(What::Cut).once()),
        failing("posting-late", "Pippa", "Postinglate", "a posting is made, its call times out", Fault::of::<CreateDisputePosting>(What::Hang).although_done().once()),
        failing("posting-refused", "Paulo", "Postingrefused", "postings are always refused with HTTP 400", Fault::of::<CreateDisputePosting>(REFUSED)),
        failing("event-lost", "Evan", "Eventlost", "an event is added, the answer is lost", Fault::of::<CreateDisputeEvent>(What::Cut).although_done().once()),
        failing("document-lost", "Donata", "Documentlost", "a document is added, the answer is lost", Fault::of::<AddDisputeDocument>(What::Cut).although_done().once()),
        failing("chargeback-lost", "Carsten", "Chargelost", "a chargeback goes out, the answer is lost", Fault::of::<GenerateChargeback>(What::Cut).although_done().once()),
        failing("chargeback-never", "Cilly", "Chargenever", "a chargeback does not go out, and no answer comes once", Fault::of::<GenerateChargeback>(What::Cut).once()),
    ]
}
