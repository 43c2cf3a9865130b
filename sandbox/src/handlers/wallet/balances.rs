//! Fetches the balances of a wallet's cards anew, in both versions.

use contract::{
    PaymentAccountUri,
    operations::wallet::{
        CardBalance, RefreshCustomerCardBalances, RefreshCustomerCardBalancesAnswer, RefreshCustomerCardBalancesV2,
        RefreshCustomerCardBalancesV2Answer,
    },
};

use super::{card_changes::held, only};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<RefreshCustomerCardBalances> for World {
    fn concerns(&self, request: &RefreshCustomerCardBalances) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        request.card_uris.rows.iter().try_for_each(|card_uri| held(&wallet, card_uri))?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: RefreshCustomerCardBalances,
        concerned: &[PersonNumber],
    ) -> Result<RefreshCustomerCardBalancesAnswer, Refusal> {
        let balances = refresh(self, only(concerned)?, &request.card_uris.rows);
        Ok(RefreshCustomerCardBalancesAnswer { account_balances: balances.into() })
    }
}

impl Handle<RefreshCustomerCardBalancesV2> for World {
    fn concerns(&self, request: &RefreshCustomerCardBalancesV2) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self
            .wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
            .map_err(Refusal::into_invalid)?;
        let wallet = self.wallet_now(only(&concerned)?);
        let all_held = request.card_uris.rows.iter().all(|card_uri| held(&wallet, card_uri).is_ok());
        if all_held { Ok(concerned) } else { Err(Refusal::invalid("Failed to retrieve card info")) }
    }

    fn handle(
        &mut self,
        request: RefreshCustomerCardBalancesV2,
        concerned: &[PersonNumber],
    ) -> Result<RefreshCustomerCardBalancesV2Answer, Refusal> {
        let balances = refresh(self, only(concerned)?, &request.card_uris.rows);
        Ok(RefreshCustomerCardBalancesV2Answer { account_balances: balances.into() })
    }
}

/// All cards when none is named.
fn refresh(world: &mut World, number: PersonNumber, named: &[PaymentAccountUri]) -> Vec<CardBalance> {
    let now = world.now();
    world.alter(number, |wallet| {
        let meant = wallet.cards.iter_mut().filter(|held| named.is_empty() || named.iter().any(|uri| held.is(uri)));
        meant.map(|held| held.refresh(now)).collect()
    })
}
