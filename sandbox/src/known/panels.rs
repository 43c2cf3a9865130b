//! Customers whose devices make trouble, while the wallet is fine.

use contract::operations::{RetrieveCustomerDevices, UpdateCustomerDeviceActivation};

use super::{Known, builder::somebody};
use crate::faults::{Canned, Fault, What};
use std::time::Duration;

const fn list(what: What) -> Fault {
    Fault::of::<RetrieveCustomerDevices>(what)
}

const fn switch(what: What) -> Fault {
    Fault::of::<UpdateCustomerDeviceActivation>(what)
}

const BAD_GATEWAY: What = What::Answer(Canned::BAD_GATEWAY);

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    let with_two = |address: &str, first: &str, last: &str, shows: &'static str, fault: Fault| {
        Known::by_email(address, shows, somebody(address, first, last).with_devices(2)).failing(fault)
    };
    vec![
        Known::by_email("devices-none", "no devices", somebody("devices-none", "Nick", "Deviceless").with_devices(0)),
        Known::by_email("devices-partly", "of the devices the gateway finds only part, and no row", somebody("devices-partly", "Delia", "Panelpart").with_devices(0))
            .failing(list(What::Partly("242", "Processing error occurred at gateway.")).although_done()),
        with_two("devices-unreadable", "Dora", "Panelodd", "one more device, which cannot be read", list(What::UnreadableRow).although_done()),
        with_two("devices-fail", "Della", "Panelfail", "the devices cannot be listed, ever", list(BAD_GATEWAY)),
        with_two("devices-fail-twice", "Dirk", "Panelretry", "the devices cannot be listed twice, then they can", list(BAD_GATEWAY).times(2)),
        with_two("devices-slow", "Dagmar", "Panelslow", "listing the devices takes three seconds", list(What::Slowly(Duration::from_secs(3)))),
        with_two("device-call-fails-once", "Dino", "Switchfail", "switching a device fails once, not done", switch(BAD_GATEWAY).once()),
        with_two("device-answer-lost", "Daisy", "Switchlost", "a device is switched, the answer is lost", switch(What::Cut).although_done().once()),
        with_two("device-partly", "Dunja", "Switchpart", "a device is switched, the answer is PARTIAL_SUCCESS", switch(What::Partly("242", "Processing error occurred at gateway.")).although_done()),
        with_two("device-noted", "Dalia", "Switchnoted", "a device is switched, and the processor behind it says PARTIAL_SUCCESS", switch(What::Noted("PARTIAL_SUCCESS: the device was not told")).although_done()),
        with_two("device-refused", "Doris", "Switchrefused", "switching a device is always FAILED with HTTP 200", switch(What::Refused("386", "ERROR: the device is being provisioned"))),
    ]
}
