//! Authorizations and business cases of an account. Both ask for a period, even for one by its id (public).

use contract::{
    Instant, Rows,
    operations::issuing::operations::{
        Authorization, BusinessCase, ListAuthorizations, ListBusinessCases, RetrieveAuthorization, RetrieveBusinessCase,
    },
};

use super::pages::{Asked, USUAL};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListAuthorizations> for World {
    fn concerns(&self, request: &ListAuthorizations) -> Result<Vec<PersonNumber>, Refusal> {
        Asked::of(request.page, request.page_size, USUAL)?;
        in_order(&request.start_time, &request.end_time)?;
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListAuthorizations, _: &[PersonNumber]) -> Result<Rows<Authorization>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let asked = ledger.asked(request.start_time.epoch_millis(), request.end_time.epoch_millis());
        let shown = asked.iter().rev().map(|asked| asked.authorization(&plan, false));
        let page = Asked::of(request.page, request.page_size, USUAL)?.of_rows(shown);
        Ok(self.page(page))
    }
}

impl Handle<RetrieveAuthorization> for World {
    fn concerns(&self, request: &RetrieveAuthorization) -> Result<Vec<PersonNumber>, Refusal> {
        in_order(&request.start_time, &request.end_time)?;
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveAuthorization, _: &[PersonNumber]) -> Result<Authorization, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let asked = ledger.asked(request.start_time.epoch_millis(), request.end_time.epoch_millis());
        let named = |shown: &Authorization| {
            let identifier = shown.authorization_identifier.as_ref();
            identifier.and_then(|identifier| identifier.transaction_id.as_ref()) == Some(&request.authorization_id)
        };
        let found = asked.iter().map(|asked| asked.authorization(&plan, true)).find(named);
        found.ok_or_else(|| Refusal::not_found("No authorization in this period has this id."))
    }
}

impl Handle<ListBusinessCases> for World {
    fn concerns(&self, request: &ListBusinessCases) -> Result<Vec<PersonNumber>, Refusal> {
        in_order(&request.start_time, &request.end_time)?;
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListBusinessCases, _: &[PersonNumber]) -> Result<Rows<BusinessCase>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let asked = ledger.asked(request.start_time.epoch_millis(), request.end_time.epoch_millis());
        Ok(asked.iter().rev().map(|asked| asked.business_case(&plan, ledger.now)).collect::<Vec<_>>().into())
    }
}

impl Handle<RetrieveBusinessCase> for World {
    fn concerns(&self, request: &RetrieveBusinessCase) -> Result<Vec<PersonNumber>, Refusal> {
        in_order(&request.start_time, &request.end_time)?;
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveBusinessCase, _: &[PersonNumber]) -> Result<BusinessCase, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let asked = ledger.asked(request.start_time.epoch_millis(), request.end_time.epoch_millis());
        let named = |shown: &BusinessCase| {
            let identifier = shown.business_case_identifier.as_ref();
            identifier.and_then(|identifier| identifier.business_case_id.as_ref()) == Some(&request.business_case_id)
        };
        let found = asked.iter().map(|asked| asked.business_case(&plan, ledger.now)).find(named);
        found.ok_or_else(|| Refusal::not_found("No business case in this period has this id."))
    }
}

fn in_order(start: &Instant, end: &Instant) -> Result<(), Refusal> {
    if start <= end { Ok(()) } else { Err(Refusal::bad_request("endTime lies before startTime")) }
}
