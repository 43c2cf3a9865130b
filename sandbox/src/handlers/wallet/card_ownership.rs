//! Two operations on one address, told apart by their wrapper: both prove with two deposits that an account is the caller's.

use contract::{
    PaymentAccountTypeUri, PaymentAccountUri, PaymentNetworkTypeUri,
    operations::wallet::{
        DoubleDeposit, PaymentStatus, SubmitAVSVerification, SubmitAVSVerificationAnswer, SubmitPostVerification,
        SubmitPostVerificationAnswer, VerificationType,
    },
};

use super::only;
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{
        Wallet,
        cards::{HeldCard, cents},
    },
    world::World,
};

/// What both requests say about the account.
struct Account<'a> {
    card_uri: Option<&'a PaymentAccountUri>,
    account_type: &'a PaymentAccountTypeUri,
    network: &'a PaymentNetworkTypeUri,
}

impl Handle<SubmitAVSVerification> for World {
    fn concerns(&self, request: &SubmitAVSVerification) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        awaited(&self.wallet_now(only(&concerned)?), &Account::of(request))?;
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: SubmitAVSVerification,
        concerned: &[PersonNumber],
    ) -> Result<SubmitAVSVerificationAnswer, Refusal> {
        let account = Account::of(&request);
        self.alter(only(concerned)?, |wallet| told(wallet, &account, &request.double_deposit))?;
        Ok(SubmitAVSVerificationAnswer {
            payment_status: Some(verified()),
            verification_type: Some(VerificationType::DoubleDeposit),
        })
    }
}

impl Handle<SubmitPostVerification> for World {
    fn concerns(&self, request: &SubmitPostVerification) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)?;
        let wallet = self.wallet_now(only(&concerned)?);
        if !wallet.devices.iter().any(|device| device.shown.device_uri == request.device_uri) {
            return Err(Refusal::unknown_device());
        }
        let place = awaited(&wallet, &Account::of_post(request))?;
        if wallet.cards[place].device.as_ref() != Some(&request.device_uri) {
            return Err(Refusal::failure("the account is not on this device"));
        }
        Ok(concerned)
    }

    fn handle(
        &mut self,
        request: SubmitPostVerification,
        concerned: &[PersonNumber],
    ) -> Result<SubmitPostVerificationAnswer, Refusal> {
        let account = Account::of_post(&request);
        self.alter(only(concerned)?, |wallet| told(wallet, &account, &request.double_deposit))?;
        Ok(SubmitPostVerificationAnswer {
            payment_status: Some(verified()),
            verification_type: Some(VerificationType::DoubleDeposit),
        })
    }
}

impl<'a> Account<'a> {
    fn of(request: &'a SubmitAVSVerification) -> Self {
        Self {
            card_uri: request.payment_account_uri.as_ref(),
            account_type: &request.payment_account_type_uri,
            network: &request.payment_network_type_uri,
        }
    }

    fn of_post(request: &'a SubmitPostVerification) -> Self {
        Self {
            card_uri: request.payment_account_uri.as_ref(),
            account_type: &request.payment_account_type_uri,
            network: &request.payment_network_type_uri,
        }
    }

    fn is(&self, held: &HeldCard) -> bool {
        held.card.payment_account_type_uri.as_ref() == Some(self.account_type)
            && held.card.payment_network_type_uri.as_ref() == Some(self.network)
            && self.card_uri.is_none_or(|card_uri| held.is(card_uri))
    }
}

/// The one account that is meant and waits for its deposits, by its place among the cards.
fn awaited(wallet: &Wallet, account: &Account<'_>) -> Result<usize, Refusal> {
    let mut meant = wallet.cards.iter().enumerate().filter(|(_, held)| account.is(held) && held.deposits.is_some());
    match (meant.next(), meant.next()) {
        (Some((place, _)), None) => Ok(place),
        (None, _) => Err(Refusal::failure("no such account waits for its verification")),
        (Some(_), Some(_)) => Err(Refusal::invalid("paymentAccountUri: several accounts wait for their verification")),
    }
}

/// The right amounts, in either order, open the card. After too many wrong ones nobody is asked any more.
fn told(wallet: &mut Wallet, account: &Account<'_>, amounts: &DoubleDeposit) -> Result<(), Refusal> {
    let place = awaited(wallet, account)?;
    let held = &mut wallet.cards[place];
    let Some(deposits) = &mut held.deposits else { return Ok(()) };
    let (first, second) = (cents(&amounts.first_amount), cents(&amounts.second_amount));
    let as_paid = (Some(deposits.first), Some(deposits.second));
    if (first, second) == as_paid || (second, first) == as_paid {
        held.deposits = None;
        held.card.active = Some(true);
        return Ok(());
    }
    deposits.tries_left -= 1;
    if deposits.tries_left == 0 {
        held.deposits = None;
    }
    Err(Refusal::failure("the amounts do not match"))
}

fn verified() -> PaymentStatus {
    PaymentStatus { status_code: Some(380), status_description: Some("Verified".into()) }
}
