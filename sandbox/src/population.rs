//! Finds people without going through all of them, however many there are.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
};

use contract::{DeviceUri, Personal, WalletCustomer};

use crate::{
    dice::Dice,
    issuing::numbers,
    people::{self, Half, Person},
};

/// Somebody's place among all people.
pub(crate) type PersonNumber = usize;

/// What people are looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum By {
    Uri,
    Phone,
    Email,
    LastName,
    ExternalId,
    CustomerId,
}

/// The known people, who are kept and indexed, and after them the generated ones, who are made when somebody asks: what
/// identifies them leads back to their number, so a hundred thousand cost neither time at the start nor memory.
pub(crate) struct Population {
    known: Vec<Person>,
    /// What the known people are called in the issuing half's references.
    codes: Vec<u32>,
    generated: usize,
    index: HashMap<(By, String), Vec<PersonNumber>>,
    /// Those who have accounts, by their last name.
    bearers: BTreeMap<String, Vec<PersonNumber>>,
    /// Those who have a reference or an account of the guide's.
    printed: HashMap<String, PersonNumber>,
    /// Whose device it is, for the known people.
    devices: HashMap<String, PersonNumber>,
    /// Who holds a card of somebody else's account: the owner, which account, which card.
    holders: HashMap<(PersonNumber, u8, u8), PersonNumber>,
}

impl Population {
    pub(crate) fn new(known: Vec<Person>, generated: usize) -> Self {
        let mut index: HashMap<_, Vec<_>> = HashMap::new();
        let mut bearers: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut devices = HashMap::new();
        for (number, person) in known.iter().enumerate().filter(|(_, person)| person.half.has_wallet()) {
            for by in [By::Uri, By::Phone, By::Email, By::LastName, By::ExternalId, By::CustomerId] {
                if let Some(fact) = by.fact(&person.record) {
                    index.entry((by, by.folded(fact))).or_default().push(number);
                }
            }
            devices.extend(person.devices.iter().map(|device| (device.device_uri.to_string(), number)));
        }
        for (number, person) in known.iter().enumerate().filter(|(_, person)| person.half.has_accounts()) {
            let last_name = person.at_issuer.last_name.or(person.record.last_name.as_deref()).unwrap_or_default();
            bearers.entry(By::LastName.folded(last_name)).or_default().push(number);
        }
        for number in 0..generated {
            let last_name = By::LastName.folded(people::last_name(number));
            if people::half(number).has_accounts() {
                bearers.entry(last_name.clone()).or_default().push(known.len() + number);
            }
            index.entry((By::LastName, last_name)).or_default().push(known.len() + number);
        }
        for number in 0..generated / A_WALLET_LESS {
            let last_name = By::LastName.folded(people::last_name(people::MOST + number));
            bearers.entry(last_name).or_default().push(known.len() + generated + number);
        }
        let mut printed = HashMap::new();
        for (number, person) in known.iter().enumerate() {
            let customer = person.printed.iter().flat_map(|customer| [customer.reference, customer.external]);
            let accounts = person.accounts.iter().filter_map(|account| Some(account.printed?.reference));
            printed.extend(customer.chain(accounts).map(|reference| (reference.to_owned(), number)));
        }
        let codes = known.iter().map(code_of_known).collect();
        let mut holders = HashMap::new();
        for (holder, person) in known.iter().enumerate() {
            for held in &person.holds {
                let is_owner =
                    |person: &Person| person.record.email.as_ref().is_some_and(|own| own.in_clear() == held.owner);
                if let Some(owner) = known.iter().position(is_owner) {
                    holders.insert((owner, held.account, held.card), holder);
                }
            }
        }
        Self { known, codes, generated, index, devices, bearers, printed, holders }
    }

    pub(crate) fn person(&self, number: PersonNumber) -> Cow<'_, Person> {
        match self.known.get(number) {
            Some(person) => Cow::Borrowed(person),
            None => Cow::Owned(people::person(self.behind_known(number))),
        }
    }

    /// What somebody is called in the issuing half's references: the same in every sandbox.
    pub(crate) fn code(&self, number: PersonNumber) -> u32 {
        match self.codes.get(number) {
            Some(code) => *code,
            None => u32::try_from(self.behind_known(number)).unwrap_or(u32::MAX),
        }
    }

    /// Who is called so.
    pub(crate) fn with_code(&self, code: u32) -> Option<PersonNumber> {
        let number = code as usize;
        if number < people::MOST {
            return (number < self.generated).then_some(self.known.len() + number);
        }
        if let Some(number) = number.checked_sub(people::MOST).filter(|number| *number < self.generated / A_WALLET_LESS)
        {
            return Some(self.known.len() + self.generated + number);
        }
        self.codes.iter().position(|known| *known == code)
    }

    /// The customer of this reference: the platform's own, or the issuer's, which is the wallet's `customerId` where there
    /// is a wallet.
    pub(crate) fn with_accounts_named(&self, reference: &str) -> Option<PersonNumber> {
        let by_code = || numbers::person_named(reference).and_then(|code| self.with_code(code));
        let by_wallet = || self.find(By::CustomerId, reference).first().copied();
        let by_id = || {
            let number = people::candidates(By::ExternalId, reference).first()?.checked_sub(people::MOST)?;
            (number < self.generated / A_WALLET_LESS).then_some(self.known.len() + self.generated + number)
        };
        let named = |number: &PersonNumber| {
            let (internal, external) = self.references(*number);
            self.person(*number).half.has_accounts()
                && (internal == reference || external.as_deref() == Some(reference))
        };
        let known = || (0..self.known.len()).find(|number| !self.person(*number).half.has_wallet() && named(number));
        let printed = self.printed.get(reference).copied();
        printed.or_else(by_code).or_else(by_wallet).or_else(by_id).filter(named).or_else(known)
    }

    /// The platform's reference and the issuer's own, by which the two halves are joined.
    pub(crate) fn references(&self, number: PersonNumber) -> (String, Option<String>) {
        let person = self.person(number);
        if let Some(printed) = person.printed {
            return (printed.reference.into(), Some(printed.external.into()));
        }
        let WalletCustomer { customer_id, external_id, .. } = &person.record;
        let external = match person.half {
            Half::IssuingOnly => external_id.as_ref().map(ToString::to_string),
            _ => customer_id.as_ref().map(ToString::to_string),
        };
        (numbers::customer_reference(self.code(number)).to_string(), external)
    }

    /// Who holds this card of somebody's account, where that is somebody else.
    pub(crate) fn holder_of(&self, owner: PersonNumber, account: u8, card: u8) -> Option<PersonNumber> {
        self.holders.get(&(owner, account, card)).copied()
    }

    /// On which accounts of others somebody holds a card: the owner, and which of their accounts.
    pub(crate) fn held_by(&self, holder: PersonNumber) -> Vec<(PersonNumber, u8)> {
        let mut held: Vec<_> = self
            .holders
            .iter()
            .filter(|(_, by)| **by == holder)
            .map(|((owner, account, _), _)| (*owner, *account))
            .collect();
        held.sort_unstable();
        held.dedup();
        held
    }

    /// Whose account the guide prints under this reference.
    pub(crate) fn with_printed_account(&self, reference: &str) -> Option<PersonNumber> {
        self.printed.get(reference).copied()
    }

    /// Everything that the guide prints.
    pub(crate) fn printed_accounts(&self) -> impl Iterator<Item = &str> {
        self.printed.keys().map(String::as_str)
    }

    /// Those who have accounts and of whom this was true in the beginning.
    pub(crate) fn find_with_accounts(&self, by: By, text: &str) -> Vec<PersonNumber> {
        let text = by.folded(text);
        let generated = people::candidates(by, &text).into_iter();
        let generated = generated.filter_map(|number| self.with_code(u32::try_from(number).ok()?));
        let mut found: Vec<_> = (0..self.known.len()).chain(generated).collect();
        found.retain(|number| {
            let person = self.person(*number);
            let fact = by.fact(&person.record);
            person.half.has_accounts() && fact.is_some_and(|fact| by.folded(fact) == text)
        });
        found
    }

    /// A known person by e-mail, whichever half they have.
    pub(crate) fn known_by_email(&self, email: &str) -> Option<PersonNumber> {
        let bears = |person: &Person| person.record.email.as_ref().is_some_and(|known| known.in_clear() == email);
        self.known.iter().position(bears)
    }

    /// Those who have accounts and whose last name, in small letters, is such a one; in the order of the names.
    pub(crate) fn bearing<'a>(&'a self, is_it: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = PersonNumber> + 'a {
        self.bearers.iter().filter(move |(name, _)| is_it(name)).flat_map(|(_, numbers)| numbers.iter().copied())
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.known.len() + self.generated + self.generated / A_WALLET_LESS
    }

    /// The known ones.
    pub(crate) fn known(&self) -> impl Iterator<Item = PersonNumber> + use<> {
        0..self.known.len()
    }

    /// Those of these generated people who are there.
    pub(crate) fn perhaps(&self, candidates: Vec<usize>) -> Vec<PersonNumber> {
        let there = candidates.into_iter().filter(|number| *number < self.generated);
        there.map(|number| self.known.len() + number).collect()
    }

    /// Whose device this was in the beginning.
    pub(crate) fn owner_of(&self, device_uri: &DeviceUri) -> Option<PersonNumber> {
        let owns =
            |number: &PersonNumber| self.person(*number).devices.iter().any(|device| device.device_uri == *device_uri);
        let known = self.devices.get(device_uri.as_str()).copied();
        known.or_else(|| self.perhaps(people::candidates(By::Uri, device_uri.as_str())).into_iter().find(owns))
    }

    /// Everybody of whom this is true, the known ones first. E-mail and last name are found in any case, everything else
    /// only as it is.
    pub(crate) fn find(&self, by: By, text: &str) -> Vec<PersonNumber> {
        let text = by.folded(text);
        let mut generated = self.perhaps(people::candidates(by, &text));
        generated.retain(|number| by.is(&self.person(*number).record, &text));
        let mut found = self.index.get(&(by, text)).cloned().unwrap_or_default();
        found.extend(generated);
        found
    }

    /// The number by which a generated person is made.
    fn behind_known(&self, number: PersonNumber) -> usize {
        let number = number - self.known.len();
        if number < self.generated { number } else { people::MOST + number - self.generated }
    }
}

/// For so many wallets there is one person without.
const A_WALLET_LESS: usize = 20;

/// A known person's code follows from the e-mail address, so that it stays when others come.
fn code_of_known(person: &Person) -> u32 {
    let email = person.record.email.as_ref().map(Personal::in_clear).unwrap_or_default();
    FIRST_KNOWN + Dice::of(email).below(8_000_000) as u32
}

const FIRST_KNOWN: u32 = 1_000_000;

impl By {
    /// Whether this is true of somebody.
    pub(crate) fn is(self, record: &WalletCustomer, text: &str) -> bool {
        self.fact(record).is_some_and(|fact| self.folded(fact) == self.folded(text))
    }

    fn fact(self, record: &WalletCustomer) -> Option<&str> {
        match self {
            Self::Uri => Some(record.customer_uri.as_str()),
            Self::Phone => record.phone.as_ref().map(Personal::in_clear),
            Self::Email => record.email.as_ref().map(Personal::in_clear),
            Self::LastName => record.last_name.as_deref(),
            Self::ExternalId => record.external_id.as_ref().map(|id| id.as_str()),
            Self::CustomerId => record.customer_id.as_ref().map(|id| id.as_str()),
        }
    }

    fn folded(self, text: &str) -> String {
        match self {
            Self::Email | Self::LastName => text.to_lowercase(),
            _ => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{issuing::calendar::Day, known};

    #[test]
    fn everybody_is_found_by_each_of_their_facts_among_a_hundred_thousand() {
        let (known, _) = known::population(Day(20_000));
        let first = known.len();
        let population = Population::new(known, 100_000);
        for number in (0..first).chain((first..first + 100_000).step_by(97)) {
            let person = population.person(number).into_owned();
            if !person.half.has_wallet() {
                assert!(
                    population.find(By::CustomerId, person.record.customer_id.expect("stated").as_str()).is_empty()
                );
                continue;
            }
            let record = person.record;
            for by in [By::Uri, By::Phone, By::Email, By::LastName, By::ExternalId, By::CustomerId] {
                let Some(fact) = by.fact(&record) else { continue };
                let found = population.find(by, fact);
                assert!(found.contains(&number), "{number} by {by:?}");
                let unique = !matches!(by, By::Phone | By::LastName);
                assert!(!unique || found.len() == 1, "{number} by {by:?} is not alone");
            }
        }
    }

    #[test]
    fn a_telephone_finds_the_whole_family_and_a_name_everybody_who_bears_it() {
        let population = Population::new(Vec::new(), 2_000);
        let phone = |number| population.person(number).record.phone.clone().expect("stated");
        assert_eq!(population.find(By::Phone, phone(24).in_clear()), [23, 24]);
        assert_eq!(population.find(By::Phone, phone(22).in_clear()), [22]);
        let name = population.person(7).record.last_name.clone().expect("stated");
        let bearers = (0..2_000).filter(|number| population.person(*number).record.last_name.as_ref() == Some(&name));
        assert_eq!(population.find(By::LastName, &name.to_uppercase()), bearers.collect::<Vec<_>>());
    }

    #[test]
    fn nobody_beyond_the_last_one_is_found() {
        let population = Population::new(Vec::new(), 10);
        let stranger = people::person(10).record;
        for by in [By::Uri, By::Phone, By::Email, By::ExternalId, By::CustomerId] {
            assert!(population.find(by, by.fact(&stranger).expect("stated")).is_empty(), "{by:?}");
        }
    }

    #[test]
    fn everybody_with_accounts_is_found_by_both_references() {
        let (known, _) = known::population(Day(20_000));
        let population = Population::new(known, 2_000);
        let last = population.bearing(|_| true).max().expect("somebody");
        for number in 0..=last {
            let (internal, external) = population.references(number);
            let expected = population.person(number).half.has_accounts().then_some(number);
            assert_eq!(population.with_accounts_named(&internal), expected, "{number}");
            assert_eq!(population.with_accounts_named(&external.expect("stated")), expected, "{number}");
            assert_eq!(population.with_code(population.code(number)), Some(number));
        }
    }

    #[test]
    fn a_wallet_and_its_accounts_are_joined_by_the_customer_id_and_some_have_one_half_only() {
        let population = Population::new(Vec::new(), 2_000);
        let with = |is_it: fn(Half) -> bool| (0..2_100).filter(|number| is_it(population.person(*number).half)).count();
        assert_eq!(with(|half| half == Half::IssuingOnly), 100);
        assert!(with(|half| half == Half::WalletOnly) > 100);
        let customer_id = population.person(0).record.customer_id.clone().expect("stated");
        assert_eq!(population.references(0).1, Some(customer_id.to_string()));
        for number in [0, 1_998, 2_050] {
            for by in [By::Email, By::Phone] {
                let record = population.person(number).into_owned().record;
                let fact = by.fact(&record).expect("stated");
                assert!(population.find_with_accounts(by, fact).contains(&number), "{number} by {by:?}");
            }
        }
    }
}
