//! Lists the cards of a wallet, or reads one of them.

use contract::operations::wallet::{Card, PaymentStatus, RetrieveCustomerCardInfo, RetrieveCustomerCardInfoAnswer};

use super::only;
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<RetrieveCustomerCardInfo> for World {
    fn concerns(&self, request: &RetrieveCustomerCardInfo) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        if let Some(card_uri) = &request.payment_account_uri
            && !wallet.cards.iter().any(|held| held.is(card_uri))
        {
            return Err(Refusal::not_existing("the card"));
        }
        if let Some(device_uri) = &request.device_uri
            && !wallet.devices.iter().any(|device| device.shown.device_uri == *device_uri)
        {
            return Err(Refusal::unknown_device());
        }
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: RetrieveCustomerCardInfo,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerCardInfoAnswer, Refusal> {
        let RetrieveCustomerCardInfo { customer_uri, payment_account_uri, include_meta_data, device_uri, .. } = request;
        let wallet = self.wallet_now(only(concerned)?);
        let wanted = wallet.cards.iter().filter(|held| {
            payment_account_uri.as_ref().is_none_or(|card_uri| held.is(card_uri))
                && (device_uri.is_none() || held.device == device_uri)
        });
        let shown = wanted.map(|held| {
            let card = held.card.clone();
            if include_meta_data { card } else { Card { meta_data: Vec::new().into(), ..card } }
        });
        Ok(RetrieveCustomerCardInfoAnswer {
            payment_status: Some(PaymentStatus {
                status_code: Some(370),
                status_description: Some("Balance inquiry".into()),
            }),
            cards: shown.collect::<Vec<_>>().into(),
            include_meta_data: Some(include_meta_data),
            customer_uri: Some(customer_uri),
            payment_account_uri,
        })
    }
}
