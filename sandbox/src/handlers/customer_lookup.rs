//! Finds people by exactly one kind of criterion.

use contract::{
    Personal,
    operations::{RetrieveCustomerLookupInfo, RetrieveCustomerLookupInfoAnswer},
};

use super::Handle;
use crate::{
    population::{By, PersonNumber},
    refusal::Refusal,
    world::World,
};

/// The guide's own answer, two people under one `customerUri` in two keys of one name (seed 001:35-131).
const SEED_ANSWER: &str = include_str!("../../../contract/samples/b2b-v1/retrieveCustomerLookupInfo.response.json");
/// The telephone number that it answers (seed 001:28). It stays as printed whatever happens to the two afterwards.
pub(crate) const SEED_PHONE: &str = "5089991234";

impl Handle<RetrieveCustomerLookupInfo> for World {
    fn concerns(&self, request: &RetrieveCustomerLookupInfo) -> Result<Vec<PersonNumber>, Refusal> {
        let (by, text) = criterion(request)?;
        let found = self.find(by, text);
        let Some(first_name) = &request.first_name else { return Ok(found) };
        let wanted = first_name.to_lowercase();
        let bears_it =
            |number: &PersonNumber| self.record(*number).first_name.is_some_and(|name| name.to_lowercase() == wanted);
        Ok(found.into_iter().filter(bears_it).collect())
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomerLookupInfo,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerLookupInfoAnswer, Refusal> {
        let mut rows = Vec::new();
        for number in concerned {
            rows.push(self.record(*number));
            if self.population.person(*number).peculiar.listed_twice {
                rows.push(self.record(*number));
            }
        }
        Ok(RetrieveCustomerLookupInfoAnswer { customer_look_up_info: rows.into() })
    }

    fn verbatim(request: &RetrieveCustomerLookupInfo) -> Option<&'static str> {
        let phone = request.phone.as_ref().map(Personal::in_clear);
        (phone == Some(SEED_PHONE)).then_some(SEED_ANSWER)
    }
}

fn criterion(request: &RetrieveCustomerLookupInfo) -> Result<(By, &str), Refusal> {
    let RetrieveCustomerLookupInfo { phone, email, first_name, last_name, external_id, customer_id } = request;
    let criteria = [
        (By::Phone, "phone", phone.as_ref().map(Personal::in_clear)),
        (By::Email, "email", email.as_ref().map(Personal::in_clear)),
        (By::LastName, "lastName", last_name.as_deref()),
        (By::ExternalId, "externalId", external_id.as_ref().map(|id| id.as_str())),
        (By::CustomerId, "customerId", customer_id.as_ref().map(|id| id.as_str())),
    ];
    let mut stated = criteria.into_iter().filter_map(|(by, name, text)| text.map(|text| (by, name, text)));
    let (Some((by, name, text)), None) = (stated.next(), stated.next()) else {
        return Err(Refusal::invalid("exactly one of phone, email, lastName, externalId, customerId"));
    };
    if first_name.is_some() && by != By::LastName {
        return Err(Refusal::invalid("firstName only together with lastName"));
    }
    let well_formed = match by {
        By::Phone => (7..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()),
        By::Email => text.contains('@'),
        _ => true,
    };
    let tidy = |text: &str| !text.is_empty() && text.trim() == text;
    if !well_formed || !tidy(text) {
        return Err(Refusal::invalid(name));
    }
    if first_name.as_deref().is_some_and(|text| !tidy(text)) {
        return Err(Refusal::invalid("firstName"));
    }
    Ok((by, text))
}
