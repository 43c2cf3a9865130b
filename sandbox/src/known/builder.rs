//! Puts known customers together.

use contract::Instant;

use super::Known;
use crate::{
    dice::Dice,
    faults::Fault,
    issuing::plan::Wanted,
    people::{Person, device, devices},
};

/// Somebody who is found by an e-mail address of the sandbox's own.
pub(crate) fn somebody(address: &str, first_name: &str, last_name: &str) -> Person {
    let mut dice = Dice::of(address);
    let mut person = Person::new(&mut dice, first_name, last_name, &email(address));
    person.devices = devices(&mut dice, first_name);
    person.living_at(&format!("{} Commonwealth Ave", 1 + dice.below(900)), "Worcester", "MA", "01602")
}

/// Somebody who is locked and has one fault, found by e-mail.
pub(crate) fn locked(address: &str, first: &str, last: &str, shows: &'static str, fault: Fault) -> Known {
    Known::by_email(address, shows, somebody(address, first, last).locked()).failing(fault)
}

pub(crate) fn email(address: &str) -> String {
    format!("{address}@sandbox.example")
}

impl Known {
    pub(crate) fn by_email(address: &str, shows: &'static str, person: Person) -> Self {
        Self::found(&email(address), shows, vec![person])
    }

    pub(crate) fn found(search: &str, shows: &'static str, people: Vec<Person>) -> Self {
        Self { search: search.into(), shows, people, faults: Vec::new() }
    }

    pub(crate) fn failing(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }
}

impl Person {
    pub(crate) fn locked(mut self) -> Self {
        self.record.locked = Some(true);
        self
    }

    /// These accounts instead of whichever follow from the person.
    pub(crate) fn with_accounts(mut self, accounts: Vec<Wanted>) -> Self {
        self.accounts = accounts;
        self
    }

    pub(crate) fn inactive(mut self) -> Self {
        self.record.active = Some(false);
        self
    }

    pub(crate) fn living_at(mut self, address: &str, city: &str, state: &str, zip: &str) -> Self {
        self.record.address1 = Some(address.into());
        self.record.city = Some(city.into());
        self.record.state = Some(state.into());
        self.record.zip = Some(zip.into());
        self
    }

    pub(crate) fn calling_from(mut self, phone: &str) -> Self {
        self.record.phone = Some(phone.into());
        self
    }

    /// `MMDDYYYY`.
    pub(crate) fn born(mut self, birthday: &str) -> Self {
        self.record.additional_customer_information.rows[0].value = birthday.into();
        self
    }

    /// Milliseconds since 1970, as the gateway writes it.
    pub(crate) fn customer_since(mut self, moment: i64) -> Self {
        self.record.create_date = Some(Instant::from_epoch_millis(moment));
        self
    }

    /// This many phones, all in use.
    pub(crate) fn with_devices(mut self, count: usize) -> Self {
        let owner = self.record.first_name.clone().unwrap_or_default();
        let mut dice = Dice::of(self.record.customer_uri.as_str());
        self.devices = (0..count).map(|_| device(&mut dice, &owner)).collect();
        self.devices.iter_mut().for_each(|device| device.active = Some(true));
        self
    }
}
