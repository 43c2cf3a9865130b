//! What each operation does. One file an operation.

mod customer_lookup;
mod device_activation;
mod retrieve_customer_devices;
mod update_customer_activation;
mod wallet;

pub(crate) use customer_lookup::SEED_PHONE;

use contract::{CustomerUri, IssuingPartnerUri, Operation, PartnerUri};

use crate::{
    people::{ISSUING_PARTNER_URI, PARTNER_URI},
    population::{By, PersonNumber},
    refusal::Refusal,
    world::World,
};

/// How the world answers an operation.
pub(crate) trait Handle<O: Operation> {
    /// Whom the call is about, or why it is refused. Comes first, so that a wrong request never meets a fault.
    fn concerns(&self, request: &O) -> Result<Vec<PersonNumber>, Refusal>;

    /// Does it.
    fn handle(&mut self, request: O, concerned: &[PersonNumber]) -> Result<O::Answer, Refusal>;

    /// Whether it switches something on or off: some faults strike only one of the two.
    fn activates(_request: &O) -> Option<bool> {
        None
    }

    /// An answer that is sent word for word instead of being made.
    fn verbatim(_request: &O) -> Option<&'static str> {
        None
    }
}

impl World {
    /// The wallet that a request names.
    fn wallet(&self, customer_uri: &CustomerUri) -> Result<PersonNumber, Refusal> {
        let text = customer_uri.as_str();
        match text.split_once(":entity:customer#") {
            Some((issuer, id)) if !issuer.is_empty() && !id.is_empty() => {}
            _ => return Err(Refusal::no_customer_uri()),
        }
        self.find(By::Uri, text).first().copied().ok_or_else(Refusal::unknown_customer)
    }
}

fn known_issuer(issuing_partner_uri: &IssuingPartnerUri) -> Result<(), Refusal> {
    if issuing_partner_uri.as_str() == ISSUING_PARTNER_URI { Ok(()) } else { Err(Refusal::unknown_partner()) }
}

fn known_partner(partner_uri: &PartnerUri) -> Result<(), Refusal> {
    if partner_uri.as_str() == PARTNER_URI { Ok(()) } else { Err(Refusal::unknown_partner()) }
}
