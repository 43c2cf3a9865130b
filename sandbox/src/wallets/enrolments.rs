//! Cards that somebody began to put into a wallet and did not finish.

use contract::{
    Instant,
    operations::wallet::{EnrollmentData, EnrollmentInformation, EnrollmentState, WalletDeviceIdentifier},
};

use crate::{
    dice::Dice,
    people::{LAST_EVENT, Person},
};

/// An enrolment that got stuck.
#[derive(Clone, Debug)]
pub(crate) struct Enrolment {
    /// What it is waiting for.
    pub(crate) information: EnrollmentInformation,
    /// Where it was begun.
    pub(crate) device: WalletDeviceIdentifier,
}

/// One in twenty-five people has one, unless something else is known of this person.
pub(crate) fn stuck(person: &Person) -> Vec<Enrolment> {
    let mut dice = Dice::of(&format!("{} enrolments", person.record.customer_uri));
    let count = person.peculiar.enrolments.unwrap_or_else(|| usize::from(dice.percent(4)));
    let count = if person.devices.is_empty() { 0 } else { count };
    (0..count).map(|place| enrolment(person, place, &mut dice)).collect()
}

/// The first waits for its owner, the others waited too long.
fn enrolment(person: &Person, place: usize, dice: &mut Dice) -> Enrolment {
    let waits = place == 0;
    let asked = EnrollmentData { key: "ONE_TIME_CODE".into(), value: None, required: Some(true) };
    let information = EnrollmentInformation {
        paydiant_correlation_id: Some(dice.uuid().into()),
        enrollment_state: Some(if waits { EnrollmentState::MoreInfo } else { EnrollmentState::Expired }),
        additional_data: if waits { vec![asked].into() } else { Vec::new().into() },
        create_date: Some(Instant::from_epoch_millis(LAST_EVENT - dice.below(20 * 86_400_000) as i64)),
    };
    let device = &person.devices[place % person.devices.len()];
    Enrolment {
        information,
        device: WalletDeviceIdentifier { uri: Some(device.device_uri.clone()), external_id: None },
    }
}

/// Whether this names the device where it was begun.
pub(crate) fn begun_at(enrolment: &Enrolment, device: &WalletDeviceIdentifier) -> bool {
    enrolment.device.uri.is_some() && enrolment.device.uri == device.uri
}
