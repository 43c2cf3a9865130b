//! Changes what is known about a card, in both versions, and takes a card out of a wallet.

use contract::{
    PaymentAccountUri,
    operations::wallet::{
        CardDetail, DeleteCustomerCardInfo, PaymentStatus, UpdateCustomerCard, UpdateCustomerCardAnswer,
        UpdateCustomerCardInfo, UpdateCustomerCardInfoAnswer, VerificationType,
    },
    wallet::Confirmed,
};

use super::only;
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{
        Wallet,
        cards::{BILLING_ZIP, EXPIRATION_DATE, NICKNAME},
        text,
    },
    world::World,
};

/// What this issuer lets be changed (seed 003:1179).
const CHANGEABLE: &[&str] = &[NICKNAME, EXPIRATION_DATE, BILLING_ZIP];

impl Handle<UpdateCustomerCardInfo> for World {
    fn concerns(&self, request: &UpdateCustomerCardInfo) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        held(&self.wallet_now(only(&concerned)?), &request.card_uri)?;
        changeable(&request.card_details)?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: UpdateCustomerCardInfo,
        concerned: &[PersonNumber],
    ) -> Result<UpdateCustomerCardInfoAnswer, Refusal> {
        let verification_type = change(self, only(concerned)?, &request.card_uri, &request.card_details);
        Ok(UpdateCustomerCardInfoAnswer {
            payment_status: Some(PaymentStatus { status_code: Some(380), status_description: Some("Verified".into()) }),
            card_uri: Some(request.card_uri),
            verification_type: Some(verification_type),
        })
    }
}

impl Handle<UpdateCustomerCard> for World {
    fn concerns(&self, request: &UpdateCustomerCard) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self
            .wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
            .map_err(Refusal::into_invalid)?;
        let wallet = self.wallet_now(only(&concerned)?);
        held(&wallet, &request.card_uri).map_err(|_| Refusal::error("Failed to retrieve card info"))?;
        if let Some(device_uri) = &request.device_uri
            && !wallet.devices.iter().any(|device| device.shown.device_uri == *device_uri)
        {
            return Err(Refusal::invalid("deviceUri"));
        }
        changeable(&request.card_details)?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: UpdateCustomerCard,
        concerned: &[PersonNumber],
    ) -> Result<UpdateCustomerCardAnswer, Refusal> {
        let verification_type = change(self, only(concerned)?, &request.card_uri, &request.card_details);
        Ok(UpdateCustomerCardAnswer { card_uri: Some(request.card_uri), verification_type: Some(verification_type) })
    }
}

impl Handle<DeleteCustomerCardInfo> for World {
    fn concerns(&self, request: &DeleteCustomerCardInfo) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        held(&self.wallet_now(only(&concerned)?), &request.payment_account_uri)?;
        Ok(concerned)
    }

    /// Another card is offered first if this one was.
    fn handle(&mut self, request: DeleteCustomerCardInfo, concerned: &[PersonNumber]) -> Result<Confirmed, Refusal> {
        self.alter(only(concerned)?, |wallet| {
            wallet.cards.retain(|held| !held.is(&request.payment_account_uri));
            let none_is_first = !wallet.cards.iter().any(|held| held.card.default_card == Some(true));
            if let Some(first) = wallet.cards.first_mut().filter(|_| none_is_first) {
                first.card.default_card = Some(true);
            }
        });
        Ok(Confirmed {})
    }
}

pub(super) fn held(wallet: &Wallet, card_uri: &PaymentAccountUri) -> Result<(), Refusal> {
    if wallet.cards.iter().any(|held| held.is(card_uri)) { Ok(()) } else { Err(Refusal::not_existing("the card")) }
}

/// At least one detail, each once, each one that may be changed and says something.
fn changeable(details: &[CardDetail]) -> Result<(), Refusal> {
    let mut seen: Vec<&str> = Vec::new();
    for detail in details {
        if !CHANGEABLE.contains(&detail.key.as_str()) {
            return Err(Refusal::invalid(format!("cardDetails: only {} may be changed", CHANGEABLE.join(", "))));
        }
        if seen.contains(&detail.key.as_str()) || text(&detail.value).trim().is_empty() {
            return Err(Refusal::invalid(format!("cardDetails: {} once, and not empty", detail.key)));
        }
        seen.push(&detail.key);
    }
    if seen.is_empty() { Err(Refusal::invalid("cardDetails: at least one")) } else { Ok(()) }
}

/// A new expiry date makes the issuer ask for an authorization; a new name does not.
fn change(
    world: &mut World,
    number: PersonNumber,
    card_uri: &PaymentAccountUri,
    details: &[CardDetail],
) -> VerificationType {
    world.alter(number, |wallet| {
        for held in wallet.cards.iter_mut().filter(|held| held.is(card_uri)) {
            details.iter().for_each(|detail| held.change(detail));
        }
    });
    let renewed = details.iter().any(|detail| detail.key == EXPIRATION_DATE);
    if renewed { VerificationType::SimpleAuth } else { VerificationType::NoValidation }
}
