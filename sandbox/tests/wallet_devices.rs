//! Devices that are blocked, forgotten, or of a kind that is not supported.

mod common;

use common::{Gateway, gateway};
use contract::{
    CustomerKey, DeviceType, DeviceUri,
    operations::{
        RetrieveCustomerDevices,
        wallet::{
            DeleteCustomerDevice, RetrieveCustomerBlockedDevices, RetrieveIssuingPartnerDeviceTypes,
            UpdateDeviceBlockStatus,
        },
    },
};

async fn devices(gateway: &Gateway, key: &CustomerKey) -> Vec<DeviceUri> {
    let rows = gateway.done(&RetrieveCustomerDevices::of(key)).await.customer_devices.rows;
    rows.into_iter().map(|device| device.device_uri).collect()
}

async fn history(gateway: &Gateway, key: &CustomerKey) -> Vec<(DeviceUri, Option<bool>)> {
    let rows = gateway.done(&RetrieveCustomerBlockedDevices::of(key)).await.customer_devices.rows;
    rows.into_iter().map(|device| (device.device_uri, device.blocked)).collect()
}

#[tokio::test]
async fn a_device_once_blocked_stays_in_the_list_of_those_that_were() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    assert!(history(&gateway, &key).await.is_empty());
    let device = devices(&gateway, &key).await.remove(0);
    let blocked = gateway.done(&UpdateDeviceBlockStatus::of(&key, &device, true, None)).await;
    assert_eq!(blocked.block, Some(true));
    assert_eq!(history(&gateway, &key).await, [(device.clone(), Some(true))]);
    gateway.done(&UpdateDeviceBlockStatus::of(&key, &device, false, None)).await;
    assert_eq!(history(&gateway, &key).await, [(device, Some(false))]);
    let state = gateway.really("active@sandbox.example").await;
    assert_eq!(state["deviceStates"][0]["active"], true, "switched on is another matter than blocked");
}

#[tokio::test]
async fn the_past_is_told_of_a_customer_whose_device_was_blocked_before() {
    let gateway = gateway();
    let key = gateway.key("once-blocked").await;
    assert_eq!(history(&gateway, &key).await.iter().map(|(_, blocked)| *blocked).collect::<Vec<_>>(), [Some(false)]);
    let found = gateway.look_up(serde_json::json!({ "email": "once-blocked@sandbox.example" })).await.found();
    let by_id = RetrieveCustomerBlockedDevices {
        customer_uri: None,
        customer_external_id: Some(found[0]["externalId"].as_str().expect("stated").into()),
        ..RetrieveCustomerBlockedDevices::of(&key)
    };
    assert_eq!(gateway.done(&by_id).await.customer_devices.rows.len(), 1);
    let neither = RetrieveCustomerBlockedDevices { customer_external_id: None, ..by_id };
    assert_eq!(gateway.refused(&neither).await.0, "304");
}

#[tokio::test]
async fn a_device_that_the_platform_did_not_make_cannot_be_blocked() {
    let gateway = gateway();
    let key = gateway.key("device-from-elsewhere").await;
    for device in ["certnew:android#342d233211", "certnew:entity:device#00000000-0000-4000-8000-000000000000"] {
        let refusal = gateway.refused(&UpdateDeviceBlockStatus::of(&key, &device.into(), true, None)).await;
        assert_eq!(refusal, ("344".into(), "DEVICE_NOT_FOUND".into()));
    }
}

#[tokio::test]
async fn a_forgotten_device_is_gone_and_the_other_stays() {
    let gateway = gateway();
    let key = gateway.key("active").await;
    let [one, other] = devices(&gateway, &key).await.try_into().expect("two devices");
    gateway.done(&DeleteCustomerDevice::of(&key, &one)).await;
    assert_eq!(devices(&gateway, &key).await, [other]);
    assert_eq!(gateway.refused(&DeleteCustomerDevice::of(&key, &one)).await.0, "344");
    assert_eq!(gateway.refused(&UpdateDeviceBlockStatus::of(&key, &one, true, None)).await.0, "344");
}

#[tokio::test]
async fn devices_of_everybody_lead_to_their_owner() {
    let gateway = gateway();
    let people = gateway.look_up(serde_json::json!({ "phone": "5085550200" })).await.found();
    for person in people.iter().take(40) {
        let uri = person["customerUri"].as_str().expect("stated");
        for device in gateway.list_devices(uri).await.body()["customerDevices"].as_array().expect("a list") {
            let key = gateway.key("active").await;
            let device = device["deviceUri"].as_str().expect("stated").into();
            gateway.done(&UpdateDeviceBlockStatus::of(&key, &device, true, None)).await;
            let of_owner = CustomerKey { customer_uri: uri.into(), ..key };
            assert!(history(&gateway, &of_owner).await.iter().any(|(blocked, _)| *blocked == device));
        }
    }
}

#[tokio::test]
async fn two_kinds_of_phones_are_supported() {
    let gateway = gateway();
    let CustomerKey { issuing_partner_uri, partner_uri, .. } = gateway.key("active").await;
    let kinds = gateway.done(&RetrieveIssuingPartnerDeviceTypes { issuing_partner_uri, partner_uri }).await;
    let names: Vec<_> = kinds.device_types_info.rows.into_iter().map(|kind| kind.device_type_unique_name).collect();
    assert_eq!(names, [DeviceType::Iphone, DeviceType::Android]);
}
