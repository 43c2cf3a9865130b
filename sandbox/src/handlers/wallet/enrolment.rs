//! Cards that somebody began to put into a wallet and did not finish.

use contract::operations::wallet::{
    CancelPaymentAccountEnrollment, CancelPaymentAccountEnrollmentAnswer, RetrieveIncompletePaymentAccountEnrollments,
    RetrieveIncompletePaymentAccountEnrollmentsAnswer, WalletCustomerIdentifier,
};

use super::only;
use crate::{
    handlers::Handle,
    population::PersonNumber,
    refusal::Refusal,
    wallets::{Wallet, enrolments::begun_at},
    world::World,
};

impl Handle<RetrieveIncompletePaymentAccountEnrollments> for World {
    fn concerns(&self, request: &RetrieveIncompletePaymentAccountEnrollments) -> Result<Vec<PersonNumber>, Refusal> {
        Ok(vec![named(self, &request.customer_identifier)?])
    }

    fn handle(
        &mut self,
        request: RetrieveIncompletePaymentAccountEnrollments,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveIncompletePaymentAccountEnrollmentsAnswer, Refusal> {
        let wallet = self.wallet_now(only(concerned)?);
        let there = request.device_identifier;
        let meant: Vec<_> = wallet
            .enrolments
            .iter()
            .filter(|enrolment| there.as_ref().is_none_or(|device| begun_at(enrolment, device)))
            .collect();
        let device_identifier = meant.first().map(|enrolment| enrolment.device.clone()).or(there);
        let information: Vec<_> = meant.into_iter().map(|enrolment| enrolment.information.clone()).collect();
        Ok(RetrieveIncompletePaymentAccountEnrollmentsAnswer {
            enrollment_information: information.into(),
            customer_identifier: Some(both_names(&wallet)),
            device_identifier,
        })
    }
}

impl Handle<CancelPaymentAccountEnrollment> for World {
    fn concerns(&self, request: &CancelPaymentAccountEnrollment) -> Result<Vec<PersonNumber>, Refusal> {
        let number = named(self, &request.customer_identifier)?;
        if request.device_identifier.uri.is_none() {
            return Err(Refusal::invalid("deviceIdentifier"));
        }
        let wallet = self.wallet_now(number);
        let is_this = |enrolment: &&_| is_named_by(enrolment, request);
        if wallet.enrolments.iter().any(|enrolment| is_this(&enrolment)) {
            Ok(vec![number])
        } else {
            Err(Refusal::not_existing("the enrollment"))
        }
    }

    fn handle(
        &mut self,
        request: CancelPaymentAccountEnrollment,
        concerned: &[PersonNumber],
    ) -> Result<CancelPaymentAccountEnrollmentAnswer, Refusal> {
        let customer_identifier = self.alter(only(concerned)?, |wallet| {
            wallet.enrolments.retain(|enrolment| !is_named_by(enrolment, &request));
            both_names(wallet)
        });
        Ok(CancelPaymentAccountEnrollmentAnswer {
            paydiant_correlation_id: Some(request.paydiant_correlation_id),
            customer_identifier: Some(customer_identifier),
            device_identifier: Some(request.device_identifier),
        })
    }
}

/// The table of these two lists 304 for whatever is wrong with the request.
fn named(world: &World, customer: &WalletCustomerIdentifier) -> Result<PersonNumber, Refusal> {
    let names = "customerIdentifier.uri, customerIdentifier.externalId";
    world.wallet_by_either(customer.uri.as_ref(), customer.external_id.as_ref(), names).map_err(Refusal::into_invalid)
}

fn is_named_by(enrolment: &crate::wallets::enrolments::Enrolment, request: &CancelPaymentAccountEnrollment) -> bool {
    enrolment.information.paydiant_correlation_id.as_ref() == Some(&request.paydiant_correlation_id)
        && begun_at(enrolment, &request.device_identifier)
}

fn both_names(wallet: &Wallet) -> WalletCustomerIdentifier {
    WalletCustomerIdentifier {
        uri: Some(wallet.record.customer_uri.clone()),
        external_id: wallet.record.external_id.clone(),
    }
}
