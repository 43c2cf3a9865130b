//! The issuer's wallets as they are now.

use std::collections::{HashMap, HashSet};

use contract::{Configuration, CustomerDevice, WalletCustomer};

use crate::{
    arguments::Settings,
    deeds::Deed,
    faults::Faults,
    issuing::{
        IssuingWorld,
        calendar::{Day, Millis},
        clock::Clock,
    },
    known,
    population::{By, PersonNumber, Population},
    state_file::{Change, Changes, StateFile},
};

/// People, what has changed about them, and what is going to fail.
pub(crate) struct World {
    pub(crate) configuration: Configuration,
    pub(crate) population: Population,
    pub(crate) faults: Faults,
    pub(crate) issuing: IssuingWorld,
    /// What writes that are done once per correlation id were answered with.
    pub(crate) answers: HashMap<(&'static str, String), String>,
    changes: Changes,
    /// Those about whom a write was done.
    written: HashSet<PersonNumber>,
    state_file: Option<StateFile>,
}

impl World {
    /// The known customers, the others, and what a state file remembers of them.
    pub(crate) fn new(settings: &Settings) -> Result<Self, String> {
        let clock = Clock::of(settings.today);
        let (known, faults) = known::population(Day::containing(clock.now(0)));
        let state_file = settings.state.clone().map(StateFile::at);
        let mut changes = state_file.as_ref().map(StateFile::load).transpose()?.unwrap_or_default();
        let deeds = std::mem::take(&mut changes.deeds);
        let mut world = Self {
            configuration: settings.configuration,
            population: Population::new(known, settings.customers),
            faults,
            issuing: IssuingWorld::new(clock),
            answers: HashMap::new(),
            changes,
            written: HashSet::new(),
            state_file: None,
        };
        world.prepare();
        for deed in &deeds {
            let again = world.again(deed);
            again.map_err(|refusal| {
                format!("the state file holds a write that cannot be done again: {}.", refusal.text)
            })?;
        }
        world.state_file = state_file;
        Ok(world)
    }

    /// What time it is.
    pub(crate) fn now(&self) -> Millis {
        self.issuing.writing.unwrap_or_else(|| self.issuing.clock.now(self.writes()))
    }

    /// How many writes have been done.
    pub(crate) fn writes(&self) -> usize {
        self.changes.deeds.len()
    }

    pub(crate) fn write_down(&mut self, concerned: &[PersonNumber], deed: Deed) {
        self.written.extend(concerned);
        self.changes.deeds.push(deed);
        self.keep();
    }

    /// Whether a write about any of them was done.
    pub(crate) fn is_written(&self, concerned: &[PersonNumber]) -> bool {
        concerned.iter().any(|number| self.written.contains(number))
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
        self.change(number).is_some() || self.written.contains(&number)
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
        self.written.clear();
        self.answers.clear();
        self.issuing = IssuingWorld::new(self.issuing.clock);
        self.prepare();
        self.faults.reset();
        self.keep();
    }

    /// The only one with this e-mail address.
    pub(crate) fn by_email(&self, email: &str) -> Option<PersonNumber> {
        let wallet = self.population.find(By::Email, email).first().copied();
        wallet.or_else(|| self.population.known_by_email(email))
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
