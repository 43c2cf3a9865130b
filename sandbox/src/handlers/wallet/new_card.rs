//! Puts a card into a wallet. Its number is looked at, masked, and forgotten.

use contract::{
    MaskedCard,
    operations::wallet::{AddCustomerCard, AddCustomerCardAnswer, CardDetail, PaymentStatus, VerificationType},
};

use super::only;
use crate::{
    dice::Dice,
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    veil::masked_card,
    wallets::{
        cards::{BILLING_ZIP, EXPIRATION_DATE, HeldCard, NICKNAME, card_uri},
        tenders::{Tender, is_card_number, tender},
        text,
    },
    world::World,
};

const CARD_NUMBER: &str = "CARD_NUMBER";
/// Proves that its owner has the card in hand, and is kept nowhere.
const CVV: &str = "CVV";
/// What may be told of a new card; the first is required.
const DETAILS: &[&str] = &[CARD_NUMBER, CVV, EXPIRATION_DATE, BILLING_ZIP, NICKNAME];

impl Handle<AddCustomerCard> for World {
    fn concerns(&self, request: &AddCustomerCard) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let (_, masked) = offered(&request.card_details)?;
        let wallet = self.wallet_now(only(&concerned)?);
        if wallet.cards.iter().any(|held| held.card.masked_card_number.as_ref() == Some(&masked)) {
            return Err(Refusal::failure("the card is in the wallet already"));
        }
        Ok(concerned)
    }

    /// A debit card stays closed until its owner tells the amounts of two deposits.
    fn handle(
        &mut self,
        request: AddCustomerCard,
        concerned: &[PersonNumber],
    ) -> Result<AddCustomerCardAnswer, Refusal> {
        let (tender, masked) = offered(&request.card_details)?;
        let now = self.now();
        let card_uri = self.alter(only(concerned)?, |wallet| {
            let mut dice = Dice::of(&format!("{} new card {now} {masked}", wallet.record.customer_uri));
            let mut held = HeldCard::new(tender, masked, card_uri(&mut dice), now);
            let kept = request.card_details.iter().filter(|detail| ![CARD_NUMBER, CVV].contains(&detail.key.as_str()));
            kept.for_each(|detail| held.change(detail));
            held.card.default_card = Some(wallet.cards.is_empty());
            if tender.verified_by == VerificationType::DoubleDeposit {
                held.await_deposits(1 + dice.below(99), 1 + dice.below(99));
            }
            let card_uri = held.card.card_uri.clone();
            wallet.cards.push(held);
            card_uri
        });
        Ok(AddCustomerCardAnswer {
            payment_status: Some(PaymentStatus {
                status_code: Some(210),
                status_description: Some("Authorized".into()),
            }),
            card_uri: Some(card_uri),
            verification_type: Some(tender.verified_by.clone()),
        })
    }
}

/// Reads what is told of the card, without repeating any of it in a refusal.
fn offered(details: &[CardDetail]) -> Result<(&'static Tender, MaskedCard), Refusal> {
    for (place, detail) in details.iter().enumerate() {
        let twice = details[..place].iter().any(|earlier| earlier.key == detail.key);
        if !DETAILS.contains(&detail.key.as_str()) || twice {
            return Err(Refusal::invalid(format!("cardDetails: each of {} once", DETAILS.join(", "))));
        }
    }
    let number = details.iter().find(|detail| detail.key == CARD_NUMBER).map(|detail| text(&detail.value));
    if let Some(masked) = number.as_deref().and_then(masked_card) {
        // Done again: the number was in order when it was whole.
        let tender = masked.get(..6).and_then(tender).ok_or_else(Refusal::tender_not_supported)?;
        return Ok((tender, MaskedCard::new(masked)));
    }
    let number = number.filter(|number| is_card_number(number));
    let number = number.ok_or_else(|| Refusal::invalid(format!("cardDetails: {CARD_NUMBER} is not a card's")))?;
    let tender = tender(&number[..6]).ok_or_else(Refusal::tender_not_supported)?;
    Ok((tender, MaskedCard::new(&number)))
}
