//! Everybody who has a wallet. The same number is the same person in every sandbox.

use contract::{CustomerDevice, DeviceType, Instant, Personal, WalletCustomer, customer::KeyValue};

use crate::{
    dice::Dice,
    issuing::plan::Wanted,
    names::{FIRST_NAMES, LAST_NAMES, PLACES, STREETS, plain},
    population::By,
    wallets::Peculiar,
};

/// A customer as they were before anybody changed anything.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// What a lookup shows.
    pub(crate) record: WalletCustomer,
    /// What a device search shows.
    pub(crate) devices: Vec<CustomerDevice>,
    /// What a known customer is known for.
    pub(crate) peculiar: Peculiar,
    /// In which of the two systems they are.
    pub(crate) half: Half,
    /// Their accounts, where these were chosen; otherwise they follow from who they are.
    pub(crate) accounts: Vec<Wanted>,
    /// Their references in the issuing half, where the guide prints them.
    pub(crate) printed: Option<PrintedCustomer>,
    /// Cards that they hold on accounts of somebody else.
    pub(crate) holds: Vec<HeldCard>,
    /// Where the issuer's record says something else than the wallet's.
    pub(crate) at_issuer: AtIssuer,
}

/// A card on somebody else's account: a supplementary cardholder's (seed 004:1472, 1482).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HeldCard {
    /// Whose account it is, by the e-mail address.
    pub(crate) owner: &'static str,
    /// Which of their accounts.
    pub(crate) account: u8,
    /// Which of its cards.
    pub(crate) card: u8,
}

/// What the issuer's record says of the person, where it differs from the wallet's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AtIssuer {
    pub(crate) first_name: Option<&'static str>,
    pub(crate) last_name: Option<&'static str>,
    /// `MMDDYYYY`; what is no day is not stated.
    pub(crate) birthday: Option<&'static str>,
}

/// One person, two systems: some are only in one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Half {
    #[default]
    Both,
    /// A wallet, and no account at the issuer.
    WalletOnly,
    /// Accounts, and no wallet.
    IssuingOnly,
}

/// A customer of the guide's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PrintedCustomer {
    pub(crate) reference: &'static str,
    pub(crate) external: &'static str,
}

impl Half {
    pub(crate) fn has_wallet(self) -> bool {
        self != Self::IssuingOnly
    }

    pub(crate) fn has_accounts(self) -> bool {
        self != Self::WalletOnly
    }
}

/// The one issuer of this sandbox: the seed's (seed 001:64).
pub(crate) const ISSUING_PARTNER_URI: &str = "certnew:entity:issuingpartner#d72bb2cd-34f9-441e-9daf-4f3ef2838bcb";
/// Its partner (seed 001:65).
pub(crate) const PARTNER_URI: &str = "paydiant:entity:partner#5df9ba6e-c3a5-4c7e-9f22-6812a069683a";

/// Beyond this many people telephone numbers would repeat where they should not.
pub(crate) const MOST: usize = 250_000;

/// The person of this number. About one in ten is locked, one in twenty inactive, one in a hundred both; every 25th
/// shares name, home and telephone with the one before, as families do.
pub(crate) fn person(number: usize) -> Person {
    let household = household(number);
    let mut home = Dice::new(household as u64);
    let last_name = *home.pick(LAST_NAMES);
    let place = &PLACES[household % PLACES.len()];
    let phone = format!("{}{EXCHANGE}{:04}", place.3, household / PLACES.len() % 10_000);

    let mut dice = Dice::new(0x1000_0000 + number as u64);
    let first_name = *dice.pick(FIRST_NAMES);
    let provider = *dice.pick(&["example.com", "example.net", "example.org"]);
    let email = format!("{}.{}.{number}@{provider}", plain(first_name), plain(last_name));
    let mut person = Person::new(&mut dice, first_name, last_name, &email);
    person.devices = devices(&mut dice, first_name);

    let record = &mut person.record;
    let letter = char::from(b'A' + (number / 100_000 % 26) as u8);
    record.external_id = Some(format!("{EXTERNAL_ID}{:05}{letter}", number % 100_000).into());
    record.customer_uri = format!("{}{:06x}", shortened(record.customer_uri.as_str(), 6), number ^ DISGUISE).into();
    for device in &mut person.devices {
        device.device_uri = belonging(record.customer_uri.as_str(), device.device_uri.as_str()).into();
    }
    let customer_id = record.customer_id.take().unwrap_or_default();
    record.customer_id = Some(format!("{}{}", shortened(customer_id.as_str(), 4), in_signs(number)).into());
    record.phone = Some(phone.into());
    record.address1 = Some(format!("{} {}", 1 + home.below(2999), home.pick(STREETS)).into());
    record.address2 = Some(if home.percent(30) { format!("Apt {}", 1 + home.below(60)) } else { String::new() }.into());
    record.city = Some(place.0.into());
    record.state = Some(place.1.into());
    record.zip = Some(format!("{}{:02}", place.2, home.below(100)).into());
    let (active, locked) = match dice.below(100) {
        0 => (false, true),
        1..=5 => (false, false),
        6..=15 => (true, true),
        _ => (true, false),
    };
    record.active = Some(active);
    record.locked = Some(locked);
    person.half = half(number);
    person
}

/// One in twelve has a wallet only; those beyond the last telephone number have accounts only.
pub(crate) fn half(number: usize) -> Half {
    if (MOST..2 * MOST).contains(&number) {
        Half::IssuingOnly
    } else if number % 12 == 7 {
        Half::WalletOnly
    } else {
        Half::Both
    }
}

/// The last name of the person of this number, for those who only want that.
pub(crate) fn last_name(number: usize) -> &'static str {
    let last_name: &&'static str = Dice::new(household(number) as u64).pick(LAST_NAMES);
    last_name
}

/// Whose fact this could be: what identifies somebody holds their number. It may be nobody's, so the caller compares.
pub(crate) fn candidates(by: By, fact: &str) -> Vec<usize> {
    let ending = |signs: usize| fact.len().checked_sub(signs).and_then(|place| fact.get(place..));
    let number = match by {
        By::Uri => ending(6).and_then(|text| usize::from_str_radix(text, 16).ok()).map(|hidden| hidden ^ DISGUISE),
        By::CustomerId => ending(4).and_then(from_signs),
        By::Email => fact.rsplit_once('@').and_then(|(local, _)| local.rsplit('.').next()?.parse().ok()),
        By::ExternalId => fact.strip_prefix(EXTERNAL_ID).and_then(|text| {
            let (number, letter) = text.split_at_checked(5)?;
            let hundred_thousands = letter.bytes().next()?.checked_sub(b'A')?;
            Some(number.parse::<usize>().ok()? + usize::from(hundred_thousands) * 100_000)
        }),
        By::Phone => return household_of(fact).map(|household| vec![household, household + 1]).unwrap_or_default(),
        // Names are no numbers: whoever wants to find by them keeps a list.
        By::LastName => None,
    };
    number.into_iter().collect()
}

/// The telephone exchange of all generated people.
const EXCHANGE: &str = "555";
const EXTERNAL_ID: &str = "PERSON-20230126";
/// Keeps neighbours from bearing neighbouring identifiers that look made up.
const DISGUISE: usize = 0x5a_c0e1;

fn household(number: usize) -> usize {
    if number % 25 == 24 { number - 1 } else { number }
}

fn household_of(phone: &str) -> Option<usize> {
    let (area, rest) = phone.split_at_checked(3)?;
    let place = PLACES.iter().position(|place| place.3 == area)?;
    Some(rest.strip_prefix(EXCHANGE)?.parse::<usize>().ok()? * PLACES.len() + place)
}

/// The identifier of something that belongs to this wallet: it leads back to its owner's number.
fn belonging(customer_uri: &str, identifier: &str) -> String {
    let owner = customer_uri.len().checked_sub(6).and_then(|place| customer_uri.get(place..)).unwrap_or_default();
    format!("{}{owner}", shortened(identifier, 6))
}

/// Everything but the last few signs.
fn shortened(text: &str, signs: usize) -> &str {
    text.len().checked_sub(signs).and_then(|place| text.get(..place)).unwrap_or_default()
}

/// A number in four of the signs that a `customerId` is made of.
fn in_signs(number: usize) -> String {
    let sign = |power: u32| char::from(SIGNS[number / SIGNS.len().pow(power) % SIGNS.len()]);
    (0..4).rev().map(sign).collect()
}

fn from_signs(text: &str) -> Option<usize> {
    text.bytes().try_fold(0, |number, byte| {
        let sign = SIGNS.iter().position(|sign| *sign == byte)?;
        Some(number * SIGNS.len() + sign)
    })
}

impl Person {
    /// An active customer of this name; whatever the name does not settle comes from the dice.
    pub(crate) fn new(dice: &mut Dice, first_name: &str, last_name: &str, email: &str) -> Self {
        let created = moment(dice, FIRST_WALLET);
        let password_changed = moment(dice, created);
        let questions_changed = moment(dice, created);
        let last_login = (!dice.percent(8)).then(|| Instant::from_epoch_millis(moment(dice, password_changed)));
        let verified = dice.percent(90);
        let verified_date = (verified && dice.percent(50)).then(|| Instant::from_epoch_millis(created + 86_400_000));
        let record = WalletCustomer {
            devices: Vec::new().into(),
            additional_customer_information: vec![KeyValue { key: "birthday".into(), value: birthday(dice) }].into(),
            customer_uri: format!("certnew:entity:customer#{}", dice.uuid()).into(),
            issuing_partner_uri: ISSUING_PARTNER_URI.into(),
            partner_uri: PARTNER_URI.into(),
            create_date: Some(Instant::from_epoch_millis(created)),
            issuing_partner_short_name: Some("certnew".into()),
            active: Some(true),
            locked: Some(false),
            email: Some(email.into()),
            email_pending: None,
            customer_id: Some(customer_id(dice).into()),
            external_id: None,
            username: Some(email.into()),
            first_name: Some(first_name.into()),
            last_name: Some(last_name.into()),
            address1: None,
            address2: Some("".into()),
            city: None,
            country: Some("USA".into()),
            state: None,
            zip: None,
            phone: None,
            password_changed_date: Some(Instant::from_epoch_millis(password_changed)),
            passcode_changed_date: Some(Instant::from_epoch_millis(password_changed)),
            security_questions_changed_date: Some(Instant::from_epoch_millis(questions_changed)),
            last_login_date: last_login,
            email_verified: Some(verified),
            email_verified_date: verified_date,
        };
        Self {
            record,
            devices: Vec::new(),
            peculiar: Peculiar::default(),
            half: Half::Both,
            accounts: Vec::new(),
            printed: None,
            holds: Vec::new(),
            at_issuer: AtIssuer::default(),
        }
    }

    /// Somebody who came after the beginning, `place`th of all who did, and has nothing in the wallet yet.
    pub(crate) fn just_made(first_name: &str, last_name: &str, email: &Personal, now: i64, place: usize) -> Self {
        let mut dice = Dice::of(&format!("{} {now} {place}", email.in_clear()));
        let mut person = Self::new(&mut dice, first_name, last_name, email.in_clear());
        let record = &mut person.record;
        let now = Some(Instant::from_epoch_millis(now));
        record.additional_customer_information = Vec::new().into();
        record.create_date = now.clone();
        record.password_changed_date = now.clone();
        record.passcode_changed_date = now;
        record.security_questions_changed_date = None;
        record.last_login_date = None;
        record.email_verified = Some(false);
        record.email_verified_date = None;
        person.peculiar = Peculiar::empty();
        person.half = Half::WalletOnly;
        person
    }

    /// The identifier of something of theirs: it leads back to them.
    pub(crate) fn belonging(&self, identifier: &str) -> String {
        belonging(self.record.customer_uri.as_str(), identifier)
    }
}

/// None to three phones.
pub(crate) fn devices(dice: &mut Dice, owner: &str) -> Vec<CustomerDevice> {
    (0..dice.below(4)).map(|_| device(dice, owner)).collect()
}

/// One phone, in use nine times out of ten.
pub(crate) fn device(dice: &mut Dice, owner: &str) -> CustomerDevice {
    let (platform, model) = match dice.below(5) {
        0 => (DeviceType::Android, "Pixel 8"),
        1 => (DeviceType::Android, "Galaxy S24"),
        2 => (DeviceType::Iphone, "iPhone SE"),
        3 => (DeviceType::Iphone, "iPhone 14"),
        _ => (DeviceType::Iphone, "iPhone 15"),
    };
    let linked = moment(dice, FIRST_WALLET);
    CustomerDevice {
        device_uri: format!("certnew:entity:device#{}", dice.uuid()).into(),
        device_type_unique_name: Some(platform),
        device_name: Some(format!("{owner}'s {model}")),
        active: Some(dice.percent(90)),
        create_date: Some(Instant::from_epoch_millis(linked)),
        last_used_date: Some(Instant::from_epoch_millis(moment(dice, linked))),
    }
}

/// The first wallet was made on 1 January 2016, and nothing happened after 30 June 2025: no clock is asked, so that a
/// test may name a date.
const FIRST_WALLET: i64 = 1_451_606_400_000;
pub(crate) const LAST_EVENT: i64 = 1_751_241_600_000;

fn moment(dice: &mut Dice, after: i64) -> i64 {
    after + dice.below((LAST_EVENT - after).unsigned_abs()) as i64
}

/// `MMDDYYYY` (seed 001:60), an adult's.
fn birthday(dice: &mut Dice) -> Personal {
    let (month, day, year) = (1 + dice.below(12), 1 + dice.below(28), 1938 + dice.below(68));
    format!("{month:02}{day:02}{year}").into()
}

const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// Twelve letters and digits like `vmiTxZcaSEym` (seed 001:111).
fn customer_id(dice: &mut Dice) -> String {
    (0..12).map(|_| char::from(*dice.pick(SIGNS))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use contract::WalletState;

    use super::*;

    #[test]
    fn the_same_number_is_the_same_person() {
        assert_eq!(person(17).record, person(17).record);
        assert_eq!(person(17).devices, person(17).devices);
        assert_ne!(person(17).record, person(18).record);
    }

    #[test]
    fn what_must_be_unique_is_unique_among_a_hundred_thousand() {
        let mut seen = [HashSet::new(), HashSet::new(), HashSet::new(), HashSet::new()];
        for number in 0..100_000 {
            let WalletCustomer { customer_uri, customer_id, external_id, email, .. } = person(number).record;
            let identifiers = [
                Some(customer_uri.to_string()),
                customer_id.map(|id| id.to_string()),
                external_id.map(|id| id.to_string()),
                email.map(|email| email.in_clear().to_owned()),
            ];
            for (seen, identifier) in seen.iter_mut().zip(identifiers) {
                assert!(seen.insert(identifier.expect("stated")), "person {number} is not alone");
            }
        }
    }

    #[test]
    fn a_family_shares_name_home_and_telephone_but_not_the_birthday() {
        let (one, other) = (person(23).record, person(24).record);
        assert_eq!(one.phone, other.phone);
        assert_eq!(one.last_name, other.last_name);
        assert_eq!(one.address1, other.address1);
        assert_ne!(one.birthday(), other.birthday());
    }

    #[test]
    fn about_one_in_ten_is_locked_and_one_in_a_hundred_is_inactive_besides() {
        let share = |state| (0..10_000).filter(|number| person(*number).record.state() == state).count();
        assert!((850..1150).contains(&share(WalletState::Locked)));
        assert!((400..600).contains(&share(WalletState::Inactive)));
        assert!((50..150).contains(&share(WalletState::InactiveAndLocked)));
    }

    #[test]
    fn every_birthday_is_a_day_and_every_telephone_has_ten_digits() {
        for number in 0..2_000 {
            let record = person(number).record;
            assert!(record.birth_date().is_some(), "person {number}");
            assert_eq!(record.phone.expect("stated").in_clear().len(), 10, "person {number}");
        }
    }
}
