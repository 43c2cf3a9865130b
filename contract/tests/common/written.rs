//! Answers that no guide prints, written after what the guides say about them.

/// `retrieveCustomerDevices`: wrapper and list from seed 003:783-787, the older status from seed 003:765. The guides do not
/// list a device's fields: `deviceUri` follows from seed 003:763, `active` from seed 001:153, `deviceTypeUniqueName` from
/// seed 003:323; name and dates are INFERRED.
pub const DEVICES: &str = r#"{
  "retrieveCustomerDevicesResponse": {
    "messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""},
    "status": {"statusCode": "SUCCESS", "statusDescription": "Done", "errors": []},
    "configurationDetails": [],
    "customerDevices": [
      {
        "deviceUri": "certnew:iphone#7c9e6679-7425-40de-944b-e07fc1f90ae7",
        "deviceTypeUniqueName": "iphone",
        "deviceName": "Kitchen phone",
        "active": true,
        "createDate": 1493069461632,
        "lastUsedDate": "2022-12-05T09:37:27.670+00:00"
      },
      {"deviceUri": "certnew:android#16fd2706-8baf-433b-82eb-8c7fada847da", "active": false}
    ]
  }
}"#;

/// `updateCustomerActivation`: no payload, only a status that says SUCCESS (seed 001:181), in the older shape (seed
/// 001:42-48).
pub const ACTIVATION: &str = r#"{
  "updateCustomerActivationResponse": {
    "messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""},
    "status": {"statusCode": "SUCCESS", "statusDescription": "Done", "errors": []},
    "configurationDetails": []
  }
}"#;

/// `updateCustomerDeviceActivation`: INFERRED from `updateCustomerActivation`; seed 000:125 only names it.
pub const DEVICE_ACTIVATION: &str = r#"{
  "updateCustomerDeviceActivationResponse": {
    "messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""},
    "status": {"statusCode": "SUCCESS", "statusDescription": "Done", "errors": []},
    "configurationDetails": []
  }
}"#;
