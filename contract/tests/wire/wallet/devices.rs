//! Devices: seeds 000 and 003.

use contract::{DeviceType, Family, Operation, Sender, operations::wallet::*, wallet::Wallet};
use serde_json::json;

use super::check::{CUSTOMER, DEVICE, ISSUER, PARTNER, answered, key, sent, with_issuer};

/// Seed 003:1246-1264.
#[test]
fn a_device_is_blocked_with_and_without_a_reason() {
    let request = sent::<UpdateDeviceBlockStatus>(with_issuer(json!({"deviceUri": DEVICE, "blocked": false})));
    assert_eq!(request, UpdateDeviceBlockStatus::of(&key(), &DEVICE.into(), false, None));
    let reason = json!({"source": "care portal", "reasonCode": "FRAUD_ALERT", "message": "Reported stolen",
        "correlationId": "6f1c"});
    sent::<UpdateDeviceBlockStatus>(with_issuer(json!({"deviceUri": DEVICE, "blocked": true, "auditInfo": reason})));
    assert_eq!(answered::<UpdateDeviceBlockStatus>().block, Some(true));
}

/// Seed 003:673-691.
#[test]
fn devices_that_were_ever_blocked_are_listed() {
    // The guide prints a body for a GET (seed 003:667); a browser sends the same attributes as a query.
    let wire = Wallet::seal(&RetrieveCustomerBlockedDevices::of(&key()), &Sender::default()).expect("sendable");
    let (path, query) = wire.path.split_once('?').expect("a query");
    assert_eq!((path, wire.body), (RetrieveCustomerBlockedDevices::SPEC.path, None));
    for attribute in ["customerUri=", "issuingPartnerUri=", "partnerUri="] {
        assert!(query.split('&').any(|part| part.starts_with(attribute)), "{attribute} in {query}");
    }
    let devices = answered::<RetrieveCustomerBlockedDevices>().customer_devices.rows;
    assert_eq!((devices[0].blocked, devices[1].blocked), (Some(false), None));
}

/// Attributes public.
#[test]
fn a_device_is_taken_away() {
    let request = sent::<DeleteCustomerDevice>(with_issuer(json!({"deviceUri": DEVICE})));
    assert_eq!(request, DeleteCustomerDevice::of(&key(), &DEVICE.into()));
    answered::<DeleteCustomerDevice>();
}

/// Seed 003:310-330.
#[test]
fn a_device_is_made_for_a_customer_by_either_name() {
    let device = json!({"deviceExternalId": "342d233211", "deviceTypeUniqueName": "android",
        "issuingPartnerUri": ISSUER, "partnerUri": PARTNER});
    for (name, value) in [("customerUri", CUSTOMER), ("customerExternalId", "PERSON-1")] {
        let mut attributes = device.clone();
        attributes[name] = json!(value);
        sent::<CreateDevice>(attributes);
    }
    let made = answered::<CreateDevice>().device.expect("a device");
    assert_eq!(made.device_type_unique_name, Some(DeviceType::Android));
}

#[test]
fn the_supported_kinds_of_devices_are_told() {
    sent::<RetrieveIssuingPartnerDeviceTypes>(with_issuer(json!({})));
    assert_eq!(answered::<RetrieveIssuingPartnerDeviceTypes>().device_types_info.rows.len(), 2);
}
