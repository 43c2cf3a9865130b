//! Blocks, forgets and lists devices.

use contract::{
    DeviceType, DeviceUri,
    operations::wallet::{
        DeleteCustomerDevice, DeviceTypeInfo, RetrieveCustomerBlockedDevices, RetrieveCustomerBlockedDevicesAnswer,
        RetrieveIssuingPartnerDeviceTypes, RetrieveIssuingPartnerDeviceTypesAnswer, UpdateDeviceBlockStatus,
        UpdateDeviceBlockStatusAnswer,
    },
    wallet::Confirmed,
};

use super::{at_issuer, only};
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{Wallet, devices::HeldDevice},
    world::World,
};

impl Handle<UpdateDeviceBlockStatus> for World {
    /// The request names no wallet: the device tells whose it is. One that the platform did not make cannot be blocked.
    fn concerns(&self, request: &UpdateDeviceBlockStatus) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri).map_err(Refusal::into_invalid)?;
        let number = self.owner_of(&request.device_uri).ok_or_else(Refusal::unknown_device)?;
        let wallet = self.wallet_now(number);
        let made_here = wallet.devices.iter().any(|device| is(device, &request.device_uri) && device.is_made_here());
        if made_here { Ok(vec![number]) } else { Err(Refusal::unknown_device()) }
    }

    fn handle(
        &mut self,
        request: UpdateDeviceBlockStatus,
        concerned: &[PersonNumber],
    ) -> Result<UpdateDeviceBlockStatusAnswer, Refusal> {
        let now = self.now();
        self.alter(only(concerned)?, |wallet| {
            let meant = wallet.devices.iter_mut().filter(|device| is(device, &request.device_uri));
            meant.for_each(|device| device.block(request.blocked, now));
        });
        Ok(UpdateDeviceBlockStatusAnswer { block: Some(request.blocked) })
    }

    /// A block switches the device off, as far as faults care.
    fn activates(request: &UpdateDeviceBlockStatus) -> Option<bool> {
        Some(!request.blocked)
    }
}

impl Handle<RetrieveCustomerBlockedDevices> for World {
    fn concerns(&self, request: &RetrieveCustomerBlockedDevices) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri)?;
        let RetrieveCustomerBlockedDevices { customer_uri, customer_external_id, .. } = request;
        let names = "customerUri, customerExternalId";
        Ok(vec![self.wallet_by_either(customer_uri.as_ref(), customer_external_id.as_ref(), names)?])
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomerBlockedDevices,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerBlockedDevicesAnswer, Refusal> {
        let wallet = self.wallet_now(only(concerned)?);
        let ever_blocked: Vec<_> = wallet.devices.iter().filter_map(HeldDevice::in_history).collect();
        Ok(RetrieveCustomerBlockedDevicesAnswer { customer_devices: ever_blocked.into() })
    }
}

impl Handle<DeleteCustomerDevice> for World {
    fn concerns(&self, request: &DeleteCustomerDevice) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri)?;
        self.owner_of(&request.device_uri).map(|number| vec![number]).ok_or_else(Refusal::unknown_device)
    }

    fn handle(&mut self, request: DeleteCustomerDevice, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        self.alter(only(concerned)?, |wallet| forget(wallet, &request.device_uri));
        Ok(Confirmed {})
    }
}

impl Handle<RetrieveIssuingPartnerDeviceTypes> for World {
    fn concerns(&self, request: &RetrieveIssuingPartnerDeviceTypes) -> Result<Vec<PersonNumber>, Refusal> {
        at_issuer(&request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(
        &mut self,
        _request: RetrieveIssuingPartnerDeviceTypes,
        _concerned: &[PersonNumber],
    ) -> Result<RetrieveIssuingPartnerDeviceTypesAnswer, Refusal> {
        let kind = |device_type_unique_name, description: &str| DeviceTypeInfo {
            device_type_unique_name,
            description: Some(description.into()),
        };
        let kinds = vec![
            kind(DeviceType::Iphone, "iPhone with iOS 16 or later"),
            kind(DeviceType::Android, "Phone with Android 11 or later"),
        ];
        Ok(RetrieveIssuingPartnerDeviceTypesAnswer { device_types_info: kinds.into() })
    }
}

/// The cards on it, the code for its app and what was begun on it stay with nothing to stand on.
fn forget(wallet: &mut Wallet, device_uri: &DeviceUri) {
    wallet.devices.retain(|device| !is(device, device_uri));
    wallet.enrolments.retain(|enrolment| enrolment.device.uri.as_ref() != Some(device_uri));
    wallet.codes.application.take_if(|(device, ..)| device == device_uri);
    for held in &mut wallet.cards {
        held.device.take_if(|device| device == device_uri);
    }
}

fn is(device: &HeldDevice, device_uri: &DeviceUri) -> bool {
    device.shown.device_uri == *device_uri
}
