//! What a rep may call of customer care (v1) and of the mobile transactions (v2), in the contract's groups.
//!
//! Where a guide lists no codes for what it says is refused, an answer or a code that does not match is 300 FAILURE, what is
//! not there is 301 ENTITY_NOT_EXISTING, and whatever the request is to blame for is 304 INVALID_ARGUMENTS.

mod balances;
mod card_changes;
mod card_ownership;
mod card_search;
mod codes_application;
mod codes_email;
mod codes_recovery;
mod credentials;
mod devices;
mod enrolment;
mod login;
mod loyalty;
mod new_card;
mod partners;
mod profile_changes;
mod profile_mobile;
mod profile_new;
mod profile_reads;
mod questions;
mod receipts;

use contract::{CustomerUri, IssuingPartnerUri, PartnerUri};

use super::{known_issuer, known_partner};
use crate::{
    population::{By, PersonNumber},
    refusal::Refusal,
    world::World,
};

impl World {
    /// The wallet that the three usual identifiers name.
    fn wallet_of(
        &self,
        customer_uri: &CustomerUri,
        issuing_partner_uri: &IssuingPartnerUri,
        partner_uri: &PartnerUri,
    ) -> Result<Vec<PersonNumber>, Refusal> {
        known_issuer(issuing_partner_uri)?;
        known_partner(partner_uri)?;
        Ok(vec![self.wallet(customer_uri)?])
    }

    /// The wallet that exactly one of its two names names; `names` are what the guide calls them here.
    fn wallet_by_either(
        &self,
        customer_uri: Option<&CustomerUri>,
        external_id: Option<&contract::ExternalId>,
        names: &str,
    ) -> Result<PersonNumber, Refusal> {
        match (customer_uri, external_id) {
            (Some(customer_uri), None) => self.wallet(customer_uri),
            (None, Some(external_id)) => {
                self.find(By::ExternalId, external_id.as_str()).first().copied().ok_or_else(Refusal::unknown_customer)
            }
            _ => Err(Refusal::invalid(format!("exactly one of {names}"))),
        }
    }
}

/// The issuer and its partner, for what is about nobody in particular.
fn at_issuer(issuing_partner_uri: &IssuingPartnerUri, partner_uri: &PartnerUri) -> Result<Vec<PersonNumber>, Refusal> {
    known_issuer(issuing_partner_uri)?;
    known_partner(partner_uri)?;
    Ok(Vec::new())
}

/// Whom a call is about that is about one wallet.
fn only(concerned: &[PersonNumber]) -> Result<PersonNumber, Refusal> {
    concerned.first().copied().ok_or_else(Refusal::unknown_customer)
}
