//! References that lead back to what they name, so that nothing need be kept to find it again: a hundred thousand
//! customers cost nothing until somebody asks for one.
//!
//! A person has a code of up to seven digits, an account one more digit, an operation of an account seven more.

use contract::{
    AccountReference, AuthorizationId, BusinessCaseId, CardReference, CustomerReference, ExternalOperationReference,
    OperationId,
};

use crate::{dice::Dice, population::PersonNumber};

/// An account: whose it is, and its place among that person's accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct AccountNumber {
    pub(crate) person: PersonNumber,
    pub(crate) place: u8,
}

/// What an account is called in its references: the person's code and the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct AccountCode(u64);

/// An operation, an authorization or a card within an account: below ten million.
pub(crate) type Sequence = u32;

impl AccountCode {
    pub(crate) const fn new(person: u32, place: u8) -> Self {
        Self(person as u64 * 10 + place as u64)
    }

    /// The person's code, and the place.
    pub(crate) fn parts(self) -> (u32, u8) {
        (u32::try_from(self.0 / 10).unwrap_or_default(), (self.0 % 10) as u8)
    }

    /// Dice of this account's own, for one purpose.
    pub(crate) fn dice(self, purpose: u64) -> Dice {
        Dice::new(self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ purpose)
    }

    /// 20 digits that begin with the issuer (seed 004:39) and look like nothing else.
    pub(crate) fn reference(self) -> AccountReference {
        format!("1234{:016}", (u128::from(self.0) * FACTOR + SHIFT) % SPAN).into()
    }

    pub(crate) fn named(reference: &str) -> Option<Self> {
        let hidden: u128 = digits(reference.strip_prefix("1234")?, 16)?.into();
        let code = (hidden + SPAN - SHIFT) % SPAN * inverse(FACTOR) % SPAN;
        (code < 100_000_000).then_some(Self(code as u64))
    }

    /// 16 digits that begin with a 1 (seed 004:2827).
    pub(crate) fn operation(self, sequence: Sequence) -> OperationId {
        format!("1{:08}{sequence:07}", self.0).into()
    }

    pub(crate) fn of_operation(id: &str) -> Option<(Self, Sequence)> {
        split(digits(id.strip_prefix('1')?, 15)?)
    }

    /// 17 digits, for what came from the scheme (seed 004:2862).
    pub(crate) fn scheme_reference(self, sequence: Sequence) -> ExternalOperationReference {
        format!("10{:08}{sequence:07}", self.0).into()
    }

    /// 32 hexadecimal digits, for what the platform made itself (seed 004:702).
    pub(crate) fn platform_reference(self, sequence: Sequence) -> ExternalOperationReference {
        let number = self.0 * 10_000_000 + u64::from(sequence);
        let mut dice = Dice::new(number);
        let before = format!("{:016x}{:03x}", dice.number(), dice.number() & 0xfff);
        format!("{before}{:013x}", number ^ VEIL).into()
    }

    /// The operation behind either of the two. A text of the same form may be nobody's: the caller compares.
    pub(crate) fn of_external(reference: &str) -> Option<(Self, Sequence)> {
        match reference.len() {
            17 => split(digits(reference.strip_prefix("10")?, 15)?),
            32 => split(u64::from_str_radix(reference.get(19..)?, 16).ok()? ^ VEIL),
            _ => None,
        }
    }

    /// 18 characters (public).
    pub(crate) fn authorization(self, sequence: Sequence) -> AuthorizationId {
        format!("A10{:08}{sequence:07}", self.0).into()
    }

    pub(crate) fn of_authorization(id: &str) -> Option<(Self, Sequence)> {
        split(digits(id.strip_prefix("A10")?, 15)?)
    }

    pub(crate) fn business_case(self, sequence: Sequence) -> BusinessCaseId {
        format!("BC{:08}{sequence:07}", self.0).into()
    }

    /// 16 digits that begin with a 2 (seed 004:556).
    pub(crate) fn card(self, card: u8) -> CardReference {
        format!("2{:08}{card:07}", self.0).into()
    }

    pub(crate) fn of_card(reference: &str) -> Option<(Self, u8)> {
        let (account, card) = split(digits(reference.strip_prefix('2')?, 15)?)?;
        Some((account, u8::try_from(card).ok()?))
    }
}

pub(crate) fn customer_reference(person: u32) -> CustomerReference {
    format!("{CUSTOMER}{person:07}").into()
}

pub(crate) fn person_named(reference: &str) -> Option<u32> {
    u32::try_from(digits(reference.strip_prefix(CUSTOMER)?, 7)?).ok()
}

/// Not the guide's own thousand, which belongs to the guide's own customers.
const CUSTOMER: &str = "CUS2000";
const SPAN: u128 = 10_000_000_000_000_000;
const FACTOR: u128 = 3_481_772_990_413_837;
const SHIFT: u128 = 6_120_935_580_714_263;
const VEIL: u64 = 0x7_3a5c_91d2_4be6;

fn digits(text: &str, length: usize) -> Option<u64> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn split(number: u64) -> Option<(AccountCode, Sequence)> {
    let account = number / 10_000_000;
    (account < 100_000_000).then_some((AccountCode(account), (number % 10_000_000) as Sequence))
}

/// The number by which a product with `factor` is undone, modulo [`SPAN`].
fn inverse(factor: u128) -> u128 {
    let (mut old, mut new) = ((factor as i128, 1), (SPAN as i128, 0));
    while new.0 != 0 {
        let times = old.0 / new.0;
        (old, new) = (new, (old.0 - times * new.0, old.1 - times * new.1));
    }
    old.1.rem_euclid(SPAN as i128) as u128
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_leads_back_to_what_it_names() {
        for (person, place, sequence) in
            [(0, 0, 0), (17, 3, 120_004), (249_999, 9, 9_990_001), (8_999_999, 9, 9_999_999)]
        {
            let account = AccountCode::new(person, place);
            assert_eq!(account.parts(), (person, place));
            assert_eq!(AccountCode::named(account.reference().as_str()), Some(account));
            assert_eq!(AccountCode::of_operation(account.operation(sequence).as_str()), Some((account, sequence)));
            assert_eq!(
                AccountCode::of_external(account.scheme_reference(sequence).as_str()),
                Some((account, sequence))
            );
            assert_eq!(
                AccountCode::of_external(account.platform_reference(sequence).as_str()),
                Some((account, sequence))
            );
            assert_eq!(
                AccountCode::of_authorization(account.authorization(sequence).as_str()),
                Some((account, sequence))
            );
            assert_eq!(AccountCode::of_card(account.card(place).as_str()), Some((account, place)));
            assert_eq!(person_named(customer_reference(person).as_str()), Some(person));
        }
    }

    #[test]
    fn references_have_the_lengths_that_the_guide_shows() {
        let account = AccountCode::new(17, 1);
        assert_eq!(account.reference().as_str().len(), 20);
        assert_eq!(account.operation(5).as_str().len(), 16);
        assert_eq!(account.scheme_reference(5).as_str().len(), 17);
        assert_eq!(account.platform_reference(5).as_str().len(), 32);
        assert_eq!(account.authorization(5).as_str().len(), 18);
        assert_eq!(account.card(0).as_str().len(), 16);
        assert_eq!(customer_reference(17).as_str().len(), 14);
    }
}
