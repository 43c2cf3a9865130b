//! The issuer's wallets as they are now.

use contract::{Configuration, CustomerDevice, WalletCustomer};

use crate::{
    arguments::Settings,
    faults::Faults,
    known,
    population::{By, PersonNumber, Population},
    state_file::{Change, Changes, StateFile},
};

/// People, what has changed about them, and what is going to fail.
pub(crate) struct World {
    pub(crate) configuration: Configuration,
    pub(crate) population: Population,
    pub(crate) faults: Faults,
    changes: Changes,
    state_file: Option<StateFile>,
}

impl World {
    /// The known customers, the others, and what a state file remembers of them.
    pub(crate) fn new(settings: &Settings) -> Result<Self, String> {
        let (known, faults) = known::population();
        let state_file = settings.state.clone().map(StateFile::at);
        let changes = state_file.as_ref().map(StateFile::load).transpose()?.unwrap_or_default();
        Ok(Self {
            configuration: settings.configuration,
            population: Population::new(known, settings.customers),
            faults,
            changes,
            state_file,
        })
    }

    /// What a lookup shows of somebody now.
    pub(crate) fn record(&self, number: PersonNumber) -> WalletCustomer {
        let mut record = self.population.person(number).into_owned().record;
        if let Some(change) = self.change(number) {
            record.active = change.active.or(record.active);
            record.locked = change.locked.or(record.locked);
        }
        record
    }

    /// What a device search shows of somebody now.
    pub(crate) fn devices(&self, number: PersonNumber) -> Vec<CustomerDevice> {
        let mut devices = self.population.person(number).into_owned().devices;
        if let Some(change) = self.change(number) {
            for device in &mut devices {
                device.active = change.devices.get(device.device_uri.as_str()).copied().or(device.active);
            }
        }
        devices
    }

    /// Whether anybody has changed anything about this customer since the beginning.
    pub(crate) fn is_changed(&self, number: PersonNumber) -> bool {
        self.change(number).is_some()
    }

    /// Activates or deactivates a wallet. Only the way from inactive to active clears `locked` (seed 001:157): activating
    /// a wallet that is active already changes nothing. Devices keep their own state.
    pub(crate) fn activate(&mut self, number: PersonNumber, activate: bool) {
        let was_active = self.record(number).active == Some(true);
        self.alter(number, |change| {
            change.active = Some(activate);
            if activate && !was_active {
                change.locked = Some(false);
            }
        });
    }

    /// Switches one device and nothing else.
    pub(crate) fn activate_device(&mut self, number: PersonNumber, device_uri: &str, activate: bool) {
        self.alter(number, |change| {
            change.devices.insert(device_uri.to_owned(), activate);
        });
    }

    /// Somebody else does something: another rep, or a caller with a wrong password.
    pub(crate) fn set(&mut self, number: PersonNumber, active: Option<bool>, locked: Option<bool>) {
        self.alter(number, |change| {
            change.active = active.or(change.active);
            change.locked = locked.or(change.locked);
        });
    }

    /// Everything as it was in the beginning.
    pub(crate) fn reset(&mut self) {
        self.changes = Changes::default();
        self.faults.reset();
        self.keep();
    }

    /// The only one with this e-mail address.
    pub(crate) fn by_email(&self, email: &str) -> Option<PersonNumber> {
        self.population.find(By::Email, email).first().copied()
    }

    fn change(&self, number: PersonNumber) -> Option<&Change> {
        if self.changes.customers.is_empty() {
            return None;
        }
        self.changes.customers.get(self.population.person(number).record.customer_uri.as_str())
    }

    fn alter(&mut self, number: PersonNumber, with: impl FnOnce(&mut Change)) {
        let customer_uri = self.population.person(number).record.customer_uri.to_string();
        with(self.changes.customers.entry(customer_uri).or_default());
        self.keep();
    }

    fn keep(&self) {
        if let Some(file) = &self.state_file
            && let Err(error) = file.keep(&self.changes)
        {
            eprintln!("sandbox: the state could not be kept: {error}.");
        }
    }
}
