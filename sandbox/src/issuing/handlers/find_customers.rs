//! Finds customers by what a caller says. No match is an empty list (public), and so is a wallet without an account.

use contract::{
    CalendarDate, Personal, Rows,
    operations::issuing::customers::{Customer, CustomerAddress, ListCustomers},
};

use super::pages::{Asked, USUAL};
use crate::{
    handlers::Handle,
    population::{By, PersonNumber},
    refusal::Refusal,
    world::World,
};

impl Handle<ListCustomers> for World {
    /// The page that is asked for: nobody else is told of.
    fn concerns(&self, request: &ListCustomers) -> Result<Vec<PersonNumber>, Refusal> {
        let stated = [
            request.last_name.is_some(),
            request.first_name.is_some(),
            request.birth_date.is_some(),
            request.post_code.is_some(),
            request.town_name.is_some(),
            request.street_name.is_some(),
            request.email.is_some(),
            request.local_phone_number.is_some(),
        ];
        if !stated.contains(&true) {
            return Err(Refusal::bad_request("at least one criterion is needed"));
        }
        self.found(request).map(|(page, _)| page)
    }

    fn handle(&mut self, request: ListCustomers, _: &[PersonNumber]) -> Result<Rows<Customer>, Refusal> {
        let (people, more) = self.found(&request)?;
        let customers = people.into_iter().map(|person| self.customer_record(person)).collect();
        Ok(self.page((customers, more)))
    }
}

impl World {
    fn found(&self, request: &ListCustomers) -> Result<(Vec<PersonNumber>, bool), Refusal> {
        let partial = request.partial_search == Some(true);
        let found = self.perhaps(request, partial).filter(|person| self.fits(*person, request, partial));
        Ok(Asked::of(request.page, request.page_size, USUAL)?.of_rows(found))
    }

    /// Who comes into question: everybody whom a whole e-mail address or telephone number leads to, or everybody of that
    /// name.
    fn perhaps<'a>(&'a self, request: &'a ListCustomers, partial: bool) -> Box<dyn Iterator<Item = PersonNumber> + 'a> {
        let exact = [(By::Email, &request.email), (By::Phone, &request.local_phone_number)];
        if let Some((by, Some(fact))) = exact.into_iter().find(|(_, fact)| fact.is_some() && !partial) {
            let mut found = self.population.find_with_accounts(by, fact.in_clear());
            // Addresses may have changed since.
            found.extend(self.changed_customers());
            found.sort_unstable();
            found.dedup();
            return Box::new(found.into_iter());
        }
        let last_name = request.last_name.as_deref().map(str::to_lowercase);
        let is_it = move |name: &str| last_name.as_deref().is_none_or(|wanted| alike(name, wanted, partial));
        let renamed = self.changed_customers();
        let mut others = self.population.bearing(is_it).collect::<Vec<_>>();
        others.extend(renamed.filter(|person| !others.contains(person)).collect::<Vec<_>>());
        Box::new(others.into_iter())
    }

    fn fits(&self, person: PersonNumber, request: &ListCustomers, partial: bool) -> bool {
        let says = |wanted: Option<&str>, known: Option<&str>| {
            wanted.is_none_or(|wanted| {
                known.is_some_and(|known| alike(&known.to_lowercase(), &wanted.to_lowercase(), partial))
            })
        };
        let customer = self.customer_record(person);
        let named = says(request.first_name.as_deref(), customer.first_name.as_deref())
            && says(request.last_name.as_deref(), customer.last_name.as_deref())
            && says(request.second_first_name.as_deref(), customer.second_first_name.as_deref());
        let born = request.birth_date.as_ref().is_none_or(|day| is_day(day.in_clear(), customer.born()));
        if !named || !born {
            return false;
        }
        let wants_address = [&request.post_code, &request.street_name, &request.email, &request.local_phone_number];
        if wants_address.iter().all(|wanted| wanted.is_none()) && request.town_name.is_none() {
            return true;
        }
        let addresses = self.customer_addresses(person);
        let any = |wanted: Option<&str>, of: fn(&CustomerAddress) -> Option<&str>| {
            wanted.is_none() || addresses.iter().any(|address| says(wanted, of(address)))
        };
        let clear = |text: &'_ Option<Personal>| text.as_ref().map(|text| text.in_clear().to_owned());
        any(clear(&request.post_code).as_deref(), |address| {
            address.postal_address.as_ref()?.post_code.as_ref().map(Personal::in_clear)
        }) && any(request.town_name.as_deref(), |address| address.postal_address.as_ref()?.town_name.as_deref())
            && any(clear(&request.street_name).as_deref(), |address| {
                address.postal_address.as_ref()?.line3.as_ref().map(Personal::in_clear)
            })
            && any(clear(&request.email).as_deref(), |address| {
                address.email_address.as_ref()?.email.as_ref().map(Personal::in_clear)
            })
            && any(clear(&request.local_phone_number).as_deref(), |address| {
                address.phone.as_ref()?.local_phone_number.as_ref().map(Personal::in_clear)
            })
    }
}

/// `JOH` finds `LISE-JOHN` when a part is enough (seed 004:1249).
fn alike(known: &str, wanted: &str, partial: bool) -> bool {
    if partial { known.contains(wanted) } else { known == wanted }
}

/// A day, or an instant at its beginning in UTC: the guide does not say how it is written.
fn is_day(text: &str, born: Option<CalendarDate>) -> bool {
    born.is_some_and(|born| text.starts_with(&format!("{:04}-{:02}-{:02}", born.year, born.month, born.day)))
}
