//! Operations of an account: the list of a period, one in full, and one by its external triplet.

use contract::{
    Rows,
    operations::issuing::operations::{
        AccountOperation, DetailedOperation, InquireOperation, ListOperations, OperationEmbed, RetrieveOperation,
        SortDirection,
    },
};

use super::{
    super::{
        entry::Entry,
        plan::Plan,
        shown_details::details,
        shown_operation::{Detail, account_identifier, approved},
    },
    pages::{Asked, USUAL},
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListOperations> for World {
    fn concerns(&self, request: &ListOperations) -> Result<Vec<PersonNumber>, Refusal> {
        if request.end_time < request.start_time {
            return Err(Refusal::bad_request("endTime lies before startTime"));
        }
        Asked::of(request.page, request.page_size, USUAL)?;
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListOperations, _: &[PersonNumber]) -> Result<Rows<AccountOperation>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let mut accounts = vec![plan.clone()];
        if request.all_account_hierarchy == Some(true) {
            accounts.extend(self.accounts_below(&plan));
        }
        let period = request.start_time.epoch_millis()..=request.end_time.epoch_millis();
        let mut found: Vec<(usize, Entry)> = Vec::new();
        for (place, account) in accounts.iter().enumerate() {
            let ledger = self.ledger(account);
            let entries = ledger.posted().filter(|entry| period.contains(&entry.posted));
            found.extend(entries.map(|entry| (place, entry.clone())));
        }
        found.sort_by_key(|(_, entry)| entry.posted);
        if request.sort == Some(SortDirection::Descending) {
            found.reverse();
        }
        let several = accounts.len() > 1;
        let shown = found.iter().filter_map(|(place, entry)| {
            let account = &accounts[*place];
            let mut shown = self.show(account, entry, Detail::List);
            if request.embed.contains(&OperationEmbed::Authorization) {
                shown.authorization = approved(entry);
            }
            if several {
                shown.posting_account_identifier = Some(account_identifier(account));
            }
            let excluded =
                shown.operation_kind.as_ref().is_some_and(|kind| request.exclude_operation_kinds.contains(kind));
            let of_the_card = request.pan_reference.is_none() || shown.pan_reference == request.pan_reference;
            (!excluded && of_the_card).then_some(shown)
        });
        let page = Asked::of(request.page, request.page_size, USUAL)?.of_rows(shown);
        Ok(self.page(page))
    }
}

impl Handle<RetrieveOperation> for World {
    fn concerns(&self, request: &RetrieveOperation) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveOperation, _: &[PersonNumber]) -> Result<DetailedOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let found = self.operation_named(&plan, request.operation_id.as_str());
        let entry = found.ok_or_else(|| Refusal::not_found("No operation of this account has this number."))?;
        let mut shown = self.show(&plan, &entry, Detail::Full);
        if request.embed.contains(&OperationEmbed::ParentOperation) {
            shown.parent_operation = self.parent(&plan, &shown).map(Box::new);
        }
        if request.embed.contains(&OperationEmbed::Authorization) {
            shown.authorization = approved(&entry);
        }
        Ok(DetailedOperation { operation: shown, details: details(&plan, &entry) })
    }
}

impl Handle<InquireOperation> for World {
    fn concerns(&self, request: &InquireOperation) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: InquireOperation, _: &[PersonNumber]) -> Result<AccountOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let found = self.by_triplet(
            &plan,
            request.external_operation_date.epoch_millis(),
            request.external_operation_reference.as_str(),
            &request.external_operation_service_poster,
        );
        found.ok_or_else(|| Refusal::not_found("Nothing was posted under this triplet."))
    }
}

impl World {
    /// What was posted under these three facts.
    pub(super) fn by_triplet(&self, plan: &Plan, date: i64, reference: &str, poster: &str) -> Option<AccountOperation> {
        let ledger = self.ledger(plan);
        let same = |entry: &&Entry| entry.external_date == date && entry.external_reference(plan.code) == reference;
        let shown = ledger.posted().filter(same).map(|entry| self.show(plan, entry, Detail::Full));
        let mut of_poster = shown.filter(|shown| shown.external_operation_service_poster.as_deref() == Some(poster));
        of_poster.next()
    }

    /// The operation to which one belongs: a fee's purchase, a reversal's original.
    fn parent(&self, plan: &Plan, shown: &AccountOperation) -> Option<AccountOperation> {
        if let Some(parent) = &shown.parent_operation_identifier {
            let entry = self.operation_named(plan, parent.operation_id.as_str())?;
            return Some(self.show(plan, &entry, Detail::Full));
        }
        let date = shown.external_matching_operation_date.as_ref()?.epoch_millis();
        let reference = shown.external_matching_operation_reference.as_ref()?;
        let poster = shown.external_matching_operation_service_poster.as_deref()?;
        self.by_triplet(plan, date, reference.as_str(), poster)
    }
}
