//! The issuer's wallets as they are now.

use std::collections::{HashMap, HashSet};

use contract::{Configuration, Lists};

use crate::{
    arguments::{DisputesFrom, Settings},
    configuration::References,
    deeds::Deed,
    faults::Faults,
    issuing::{
        IssuingWorld,
        calendar::{Day, Millis},
        clock::Clock,
    },
    known,
    population::{By, PersonNumber, Population},
    state_file::{Changes, StateFile},
    wallets::Wallets,
};

/// People, what has changed about them, and what is going to fail.
pub(crate) struct World {
    pub(crate) configuration: Configuration,
    /// Whether the reversal of a fee must name the fee's type.
    pub(crate) reversal_fee_type: bool,
    pub(crate) disputes_from: DisputesFrom,
    /// Which reference of a customer the issuing paths take.
    pub(crate) references: References,
    /// Operations that this issuer has not bought.
    pub(crate) not_offered: Vec<&'static str>,
    /// How its gateway takes lists in a query.
    pub(crate) lists: Lists,
    pub(crate) population: Population,
    pub(crate) faults: Faults,
    pub(crate) issuing: IssuingWorld,
    /// What writes that are done once per correlation id were answered with.
    pub(crate) answers: HashMap<(&'static str, String), String>,
    pub(crate) wallets: Wallets,
    /// Whether the call that is being handled has changed a wallet, even if it is refused in the end.
    pub(crate) altered: bool,
    /// Whether another page follows the one that was handed out last.
    pub(crate) more: Option<bool>,
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
            reversal_fee_type: settings.reversal_fee_type,
            disputes_from: settings.disputes,
            references: settings.references,
            not_offered: settings.not_offered.clone(),
            lists: settings.lists,
            population: Population::new(known, settings.customers),
            faults,
            issuing: IssuingWorld::new(clock),
            answers: HashMap::new(),
            wallets: Wallets::default(),
            altered: false,
            more: None,
            changes,
            written: HashSet::new(),
            state_file: None,
        };
        world.prepare();
        for deed in &deeds {
            world.again(deed).map_err(|refusal| {
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

    /// The same on a day of its own; the real time is nothing that it would have to say.
    pub(crate) fn fixed_time(&self) -> Option<Millis> {
        matches!(self.issuing.clock, Clock::Fixed(_)).then(|| self.now())
    }

    /// How many writes have been done.
    pub(crate) fn writes(&self) -> usize {
        self.changes.deeds.len()
    }

    /// Every write that was done, oldest first.
    pub(crate) fn deeds(&self) -> &[Deed] {
        &self.changes.deeds
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

    /// Whether anybody has changed anything about this customer since the beginning.
    pub(crate) fn is_changed(&self, number: PersonNumber) -> bool {
        self.written.contains(&number)
    }

    /// Somebody else does something: another rep, or a caller with a wrong password.
    pub(crate) fn set(&mut self, number: PersonNumber, active: Option<bool>, locked: Option<bool>) {
        let customer_uri = self.alter(number, |wallet| {
            wallet.record.active = active.or(wallet.record.active);
            wallet.record.locked = locked.or(wallet.record.locked);
            wallet.record.customer_uri.clone()
        });
        self.write_down(&[number], Deed::beside(&customer_uri, active, locked));
    }

    /// Everything as it was in the beginning.
    pub(crate) fn reset(&mut self) {
        self.changes = Changes::default();
        self.wallets = Wallets::default();
        self.written.clear();
        self.answers.clear();
        self.issuing = IssuingWorld::new(self.issuing.clock);
        self.prepare();
        self.faults.reset();
        self.keep();
    }

    /// The only one with this e-mail address.
    pub(crate) fn by_email(&self, email: &str) -> Option<PersonNumber> {
        let wallet = self.find(By::Email, email).first().copied();
        wallet.or_else(|| self.population.known_by_email(email))
    }

    fn keep(&self) {
        if let Some(file) = &self.state_file
            && let Err(error) = file.keep(&self.changes)
        {
            eprintln!("sandbox: the state could not be kept: {error}.");
        }
    }
}
