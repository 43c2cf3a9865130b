//! The wallets as they are now. Nobody's is kept before something about it changes: what nobody touched is made again
//! whenever somebody asks.

pub(crate) mod activities;
pub(crate) mod cards;
pub(crate) mod codes;
pub(crate) mod credentials;
pub(crate) mod devices;
pub(crate) mod enrolments;
mod kept;
mod peculiar;
pub(crate) mod profile;
pub(crate) mod questions;
pub(crate) mod receipts;
pub(crate) mod tenders;
mod wallet;

pub(crate) use kept::text;
pub(crate) use peculiar::Peculiar;
pub(crate) use wallet::Wallet;

use std::{borrow::Cow, collections::BTreeMap};

use contract::{CustomerDevice, DeviceUri, PaydiantReferenceId, WalletCustomer, operations::wallet::UserReceipt};

use crate::{
    people::{self, Person},
    population::{By, PersonNumber},
    world::World,
};

/// What is no longer as it was in the beginning.
#[derive(Default)]
pub(crate) struct Wallets {
    changed: BTreeMap<PersonNumber, Wallet>,
    /// How many wallets were made since the beginning. Their numbers follow those of the population.
    made: usize,
    /// How often somebody asked for questions to choose from: each time others are offered.
    pub(crate) offers: usize,
}

impl World {
    /// Everything about somebody's wallet.
    pub(crate) fn wallet_now(&self, number: PersonNumber) -> Cow<'_, Wallet> {
        match self.wallets.changed.get(&number) {
            Some(wallet) => Cow::Borrowed(wallet),
            None => Cow::Owned(Wallet::of(&self.population.person(number))),
        }
    }

    /// What a lookup shows of somebody now.
    pub(crate) fn record(&self, number: PersonNumber) -> WalletCustomer {
        match self.wallets.changed.get(&number) {
            Some(wallet) => wallet.record.clone(),
            None => self.population.person(number).into_owned().record,
        }
    }

    /// What a device search shows of somebody now.
    pub(crate) fn devices(&self, number: PersonNumber) -> Vec<CustomerDevice> {
        self.wallet_now(number).devices.iter().map(|device| device.shown.clone()).collect()
    }

    /// Changes something about somebody's wallet.
    pub(crate) fn alter<R>(&mut self, number: PersonNumber, with: impl FnOnce(&mut Wallet) -> R) -> R {
        let Self { population, wallets, .. } = self;
        let wallet = wallets.changed.entry(number).or_insert_with(|| Wallet::of(&population.person(number)));
        self.altered = true;
        with(wallet)
    }

    /// Takes a new wallet in.
    pub(crate) fn take_in(&mut self, person: &Person) -> PersonNumber {
        let number = self.population.count() + self.wallets.made;
        self.wallets.made += 1;
        self.wallets.changed.insert(number, Wallet::of(person));
        number
    }

    /// How many wallets were made since the beginning.
    pub(crate) fn made(&self) -> usize {
        self.wallets.made
    }

    /// Everybody of whom this is true now, in the order of their numbers.
    pub(crate) fn find(&self, by: By, text: &str) -> Vec<PersonNumber> {
        let mut found = self.population.find(by, text);
        found.retain(|number| !self.wallets.changed.contains_key(number));
        let bears_it = |wallet: &Wallet| !wallet.deleted && by.is(&wallet.record, text);
        found.extend(self.changed().filter(|(_, wallet)| bears_it(wallet)).map(|(number, _)| number));
        found.sort_unstable();
        found
    }

    /// Whose device this is.
    pub(crate) fn owner_of(&self, device_uri: &DeviceUri) -> Option<PersonNumber> {
        let has_it = |wallet: &Wallet| {
            !wallet.deleted && wallet.devices.iter().any(|device| device.shown.device_uri == *device_uri)
        };
        let changed = self.changed().find(|(_, wallet)| has_it(wallet)).map(|(number, _)| number);
        changed.or_else(|| {
            self.population.owner_of(device_uri).filter(|number| !self.wallets.changed.contains_key(number))
        })
    }

    /// Whether somebody else has this address, or has asked for it.
    pub(crate) fn is_email_taken(&self, email: &str, except: Option<PersonNumber>) -> bool {
        let other = |number: PersonNumber| Some(number) != except;
        let asked_for = |wallet: &Wallet| {
            let pending = wallet.record.email_pending.as_ref();
            !wallet.deleted && pending.is_some_and(|pending| pending.in_clear().eq_ignore_ascii_case(email))
        };
        self.find(By::Email, email).into_iter().any(other)
            || self.changed().any(|(number, wallet)| other(number) && asked_for(wallet))
    }

    /// Somebody's receipts, the newest first.
    pub(crate) fn receipts(&self, number: PersonNumber) -> Vec<UserReceipt> {
        // Whoever came after the beginning has paid nothing yet.
        if number >= self.population.count() {
            Vec::new()
        } else {
            receipts::of(&self.population.person(number), self.now())
        }
    }

    /// What to answer to somebody's questions, for those who prepare a test; nothing once a rep has changed them.
    pub(crate) fn answers_to_questions(&self, number: PersonNumber) -> Vec<(&'static str, &'static str)> {
        if number >= self.population.count() {
            return Vec::new();
        }
        questions::told(&self.population.person(number), &self.wallet_now(number).credentials.questions)
    }

    /// Everybody about whom something has changed.
    pub(crate) fn everybody_changed(&self) -> Vec<PersonNumber> {
        self.changed().filter(|(_, wallet)| !wallet.deleted).map(|(number, _)| number).collect()
    }

    /// The receipt of this name, whosever it is.
    pub(crate) fn receipt(&self, reference: &PaydiantReferenceId) -> Option<(PersonNumber, UserReceipt)> {
        let mut candidates = self.population.perhaps(people::candidates(By::Uri, reference.as_str()));
        candidates.extend(self.population.known());
        let open = |number: &PersonNumber| !self.wallets.changed.get(number).is_some_and(|wallet| wallet.deleted);
        let named = |number: PersonNumber| receipts::named(&self.population.person(number), reference, self.now());
        candidates.into_iter().filter(open).find_map(|number| Some((number, named(number)?)))
    }

    /// Whoever has a code that this is true of.
    pub(crate) fn whose_code(&self, is_it: impl Fn(&Wallet) -> bool) -> Option<PersonNumber> {
        self.changed().find(|(_, wallet)| !wallet.deleted && is_it(wallet)).map(|(number, _)| number)
    }

    fn changed(&self) -> impl Iterator<Item = (PersonNumber, &Wallet)> {
        self.wallets.changed.iter().map(|(number, wallet)| (*number, wallet))
    }
}
