//! The cards in a wallet. Their numbers are nowhere: what is made is made masked, and what is sent is masked at once.

use contract::{
    DeviceUri, Instant, MaskedCard, PaymentAccountUri, WalletDecimal,
    operations::wallet::{Card, CardBalance, CardDetail, CardFact},
};

use super::{
    kept::text,
    tenders::{TENDERS, Tender},
};
use crate::{
    dice::Dice,
    people::{LAST_EVENT, Person},
};

/// A card and what only the issuer knows about it.
#[derive(Clone, Debug)]
pub(crate) struct HeldCard {
    /// As answers show it. Its balance is the one that was last fetched.
    pub(crate) card: Card,
    /// On which of the owner's devices it is.
    pub(crate) device: Option<DeviceUri>,
    /// What the next fetch will bring.
    true_balance: Balance,
    /// What the owner must still tell to prove that it is theirs.
    pub(crate) deposits: Option<Deposits>,
}

/// What an account holds, in cents.
#[derive(Clone, Copy, Debug)]
enum Balance {
    Available(u64),
    /// Nobody answers.
    Silent,
}

/// Two small amounts that were paid into an account, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deposits {
    pub(crate) first: u64,
    pub(crate) second: u64,
    /// It may be asked only so often.
    pub(crate) tries_left: u8,
}

/// What may be changed about a card, and what must never be kept.
pub(crate) const NICKNAME: &str = "NICKNAME";
pub(crate) const EXPIRATION_DATE: &str = "EXPIRATION_DATE";
pub(crate) const BILLING_ZIP: &str = "BILLING_ZIP";

/// None to three cards, unless something else is known of this person.
pub(crate) fn held(person: &Person) -> Vec<HeldCard> {
    let mut dice = Dice::of(&format!("{} cards", person.record.customer_uri));
    let count = person.peculiar.cards.unwrap_or_else(|| dice.below(4) as usize);
    (0..count).map(|place| card(person, place, &mut dice)).collect()
}

fn card(person: &Person, place: usize, dice: &mut Dice) -> HeldCard {
    let tender = if person.peculiar.awaits_deposits { &TENDERS[1] } else { &TENDERS[dice.below(5) as usize] };
    let created = person.record.create_date.as_ref().map_or(LAST_EVENT, Instant::epoch_millis);
    let created = created + dice.below((LAST_EVENT - created).unsigned_abs()) as i64;
    let masked = MaskedCard::new(&format!("{}******{:04}", tender.iin, dice.below(10_000)));
    let name = *dice.pick(&["Everyday", "Travel", "Groceries", "Fuel", "Household", "Savings"]);
    let mut held = HeldCard::new(tender, masked, card_uri(dice), created);
    held.rename(name);
    held.set_fact(EXPIRATION_DATE, &format!("{:02}/{}", 1 + dice.below(12), 26 + dice.below(5)));
    if let Some(zip) = &person.record.zip {
        held.set_fact(BILLING_ZIP, zip.in_clear());
    }
    held.card.default_card = Some(place == 0);
    held.device = person.devices.get(place % person.devices.len().max(1)).map(|device| device.device_uri.clone());
    let cents = 500 + dice.below(250_000);
    held.card.account_balance = Some(held.balance(cents, LAST_EVENT - dice.below(30 * 86_400_000) as i64));
    held.true_balance = Balance::Available(cents + dice.below(20_000));
    if person.peculiar.silent_balances {
        held.true_balance = Balance::Silent;
    }
    if person.peculiar.awaits_deposits {
        held.await_deposits(32, 45);
    }
    held
}

pub(crate) fn card_uri(dice: &mut Dice) -> PaymentAccountUri {
    format!("certnew:entity:paymentaccount#{}", dice.uuid()).into()
}

impl HeldCard {
    /// A card as it comes into a wallet.
    pub(crate) fn new(tender: &Tender, masked: MaskedCard, card_uri: PaymentAccountUri, now: i64) -> Self {
        let card = Card {
            card_uri,
            masked_card_number: Some(masked),
            nick_name: Some(tender.name.into()),
            payment_account_type_uri: Some(tender.account_type.into()),
            payment_network_type_uri: Some(tender.network.into()),
            active: Some(true),
            default_card: Some(false),
            create_date: Some(Instant::from_epoch_millis(now)),
            account_balance: None,
            meta_data: vec![CardFact { key: NICKNAME.into(), value: tender.name.into() }].into(),
        };
        Self { card, device: None, true_balance: Balance::Available(0), deposits: None }
    }

    /// Closes the card until its owner tells these two amounts.
    pub(crate) fn await_deposits(&mut self, first: u64, second: u64) {
        self.card.active = Some(false);
        self.deposits = Some(Deposits { first, second, tries_left: 3 });
    }

    pub(crate) fn is(&self, card_uri: &PaymentAccountUri) -> bool {
        self.card.card_uri == *card_uri
    }

    /// What its owner changes about it.
    pub(crate) fn change(&mut self, detail: &CardDetail) {
        let value = text(&detail.value);
        if detail.key == NICKNAME {
            self.rename(&value);
        } else {
            self.set_fact(&detail.key, &value);
        }
    }

    /// Fetches the balance anew. What was fetched before stays where nobody answers.
    pub(crate) fn refresh(&mut self, now: i64) -> CardBalance {
        match self.true_balance {
            Balance::Available(cents) => {
                let balance = self.balance(cents, now);
                self.card.account_balance = Some(balance.clone());
                balance
            }
            Balance::Silent => CardBalance {
                card_uri: Some(self.card.card_uri.clone()),
                balance_error_code: Some(374),
                balance_error_message: Some("No answer from the processor".into()),
                ..CardBalance::default()
            },
        }
    }

    fn balance(&self, cents: u64, moment: i64) -> CardBalance {
        CardBalance {
            card_uri: Some(self.card.card_uri.clone()),
            available_balance: decimal(cents),
            balance_as_of_date: Some(Instant::from_epoch_millis(moment)),
            ..CardBalance::default()
        }
    }

    fn rename(&mut self, name: &str) {
        self.card.nick_name = Some(name.into());
        self.set_fact(NICKNAME, name);
    }

    fn set_fact(&mut self, key: &str, value: &str) {
        let facts = &mut self.card.meta_data.rows;
        match facts.iter_mut().find(|fact| fact.key == key) {
            Some(fact) => fact.value = value.into(),
            None => facts.push(CardFact { key: key.into(), value: value.into() }),
        }
    }
}

/// Cents as this family writes money.
pub(crate) fn decimal(cents: u64) -> Option<WalletDecimal> {
    WalletDecimal::parse(&format!("{}.{:02}", cents / 100, cents % 100))
}

/// Cents of an amount that somebody typed; `None` for anything finer or longer.
pub(crate) fn cents(amount: &WalletDecimal) -> Option<u64> {
    let (whole, fraction) = amount.as_str().split_once('.').unwrap_or((amount.as_str(), ""));
    let fraction = fraction.trim_end_matches('0');
    let places = format!("{fraction:0<2}");
    (places.len() == 2 && whole.len() < 10).then(|| format!("{whole}{places}").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_are_read_and_written_without_a_double() {
        let read = |text: &str| WalletDecimal::parse(text).as_ref().and_then(cents);
        assert_eq!([read("0.75"), read("0.7"), read("12"), read("0.750")], [Some(75), Some(70), Some(1200), Some(75)]);
        assert_eq!([read("0.755"), read("-1"), read("12345678901")], [None, None, None]);
        assert_eq!(decimal(705).expect("an amount").as_str(), "7.05");
    }
}
