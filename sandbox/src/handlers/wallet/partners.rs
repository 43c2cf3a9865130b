//! Tells the kind of the cards that begin with six given digits.

use contract::operations::wallet::{RetrieveIINDetails, RetrieveIINDetailsAnswer};

use super::at_issuer;
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, wallets::tenders::tender, world::World};

impl Handle<RetrieveIINDetails> for World {
    fn concerns(&self, request: &RetrieveIINDetails) -> Result<Vec<PersonNumber>, Refusal> {
        let concerned = at_issuer(&request.issuing_partner_uri, &request.partner_uri)?;
        let iin = request.iin.as_str();
        if iin.len() != 6 || !iin.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Refusal::invalid("iin: six digits, never more of a card's number"));
        }
        if tender(iin).is_none() { Err(Refusal::not_existing("the IIN")) } else { Ok(concerned) }
    }

    fn handle(
        &mut self,
        request: RetrieveIINDetails,
        _concerned: &[PersonNumber],
    ) -> Result<RetrieveIINDetailsAnswer, Refusal> {
        let tender = tender(request.iin.as_str()).ok_or_else(|| Refusal::not_existing("the IIN"))?;
        Ok(RetrieveIINDetailsAnswer {
            partner_uri: Some(request.partner_uri),
            issuing_partner_uri: Some(request.issuing_partner_uri),
            iin: Some(request.iin),
            account_type_uri: Some(tender.account_type.into()),
            network_type_uri: Some(tender.network.into()),
        })
    }
}
