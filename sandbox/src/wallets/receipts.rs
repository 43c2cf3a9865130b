//! What people paid with their wallets. Nothing that a rep does changes it, so it is made when somebody asks.

use contract::{
    Instant, PaydiantReferenceId, WalletDecimal,
    operations::wallet::{AcceptanceLocation, ReceiptTender, UserReceipt},
};

use super::cards::{self, HeldCard, decimal};
use crate::{
    dice::Dice,
    names::PLACES,
    people::{LAST_EVENT, Person},
};

const DAY: u64 = 86_400_000;

/// A shop: code, name, whether one gives a tip, and the dearest purchase in cents.
type Shop = (&'static str, &'static str, bool, u64);

#[rustfmt::skip]
const SHOPS: &[Shop] = &[
    ("0017", "Corner shop", false, 6_000),
    ("0042", "Harbor Grill", true, 14_000),
    ("0108", "City Fuel", false, 9_000),
    ("0231", "Book Barn", false, 8_000),
    ("0305", "Corner Coffee", true, 1_900),
    ("0412", "Garden Centre", false, 22_000),
    ("0550", "Union Pharmacy", false, 7_500),
    ("0777", "Main Street Bank automat", false, 40_000),
];

/// All of somebody's receipts up to this moment, the newest first.
pub(crate) fn of(person: &Person, now: i64) -> Vec<UserReceipt> {
    let mut dice = Dice::of(&format!("{} receipts", person.record.customer_uri));
    let count = person.peculiar.receipts.unwrap_or_else(|| dice.below(40) as usize);
    let cards = cards::held(person);
    let since = person.record.create_date.as_ref().map_or(LAST_EVENT, Instant::epoch_millis);
    // What is paid today is not told before tomorrow, so that a list does not change while somebody reads it.
    let mut moment = now - now.rem_euclid(DAY as i64);
    let mut receipts = Vec::with_capacity(count);
    let pace = if count > 100 { DAY / 2 } else { 5 * DAY };
    while receipts.len() < count {
        moment -= 1 + dice.below(pace) as i64;
        if moment <= since {
            break;
        }
        receipts.push(receipt(&mut dice, person, moment, &cards));
    }
    receipts
}

fn receipt(dice: &mut Dice, person: &Person, moment: i64, cards: &[HeldCard]) -> UserReceipt {
    let &(store_code, name, tipping, dearest) = dice.pick(SHOPS);
    let place = dice.pick(PLACES);
    let amount = 100 + dice.below(dearest);
    let tip = if tipping && dice.percent(70) { amount / 100 * 18 } else { 0 };
    let receipt_type = match (name.ends_with("automat"), dice.percent(5)) {
        (true, _) => "CASH_ACCESS",
        (false, true) => "REFUND",
        (false, false) => "PURCHASE",
    };
    let total = decimal(amount + tip);
    let written = Instant::from_epoch_millis(moment).to_utc_without_zone();
    UserReceipt {
        paydiant_reference_id: Some(person.belonging(&dice.uuid()).into()),
        transaction_date: Instant::parse(&written),
        receipt_type: Some(receipt_type.into()),
        total_amount: total.clone(),
        tip_amount: if tip == 0 { None } else { decimal(tip) },
        currency_code: Some("USD".into()),
        acceptance_location: Some(AcceptanceLocation {
            store_code: Some(store_code.into()),
            uri: Some(format!("certnew:entity:location#{store_code}")),
            name: Some(name.into()),
            address1: Some(format!("{} Main St", 1 + dice.below(400))),
            address2: Some(String::new()),
            city: Some(place.0.into()),
            state: Some(place.1.into()),
            zip_code: Some(format!("{}{:02}", place.2, dice.below(100))),
            country: Some("USA".into()),
        }),
        payment_tenders: tender(dice, cards, total).into_iter().collect::<Vec<_>>().into(),
    }
}

fn tender(dice: &mut Dice, cards: &[HeldCard], amount: Option<WalletDecimal>) -> Option<ReceiptTender> {
    let card = &cards.get(dice.below(cards.len() as u64) as usize)?.card;
    Some(ReceiptTender { name: card.nick_name.clone(), masked_card_number: card.masked_card_number.clone(), amount })
}

/// The receipt of this name.
pub(crate) fn named(person: &Person, reference: &PaydiantReferenceId, now: i64) -> Option<UserReceipt> {
    of(person, now).into_iter().find(|receipt| receipt.paydiant_reference_id.as_ref() == Some(reference))
}
