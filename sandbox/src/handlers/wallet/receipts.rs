//! Receipts of a span of time, one receipt, and the last payments. Their tables know one refusal: 404.

use contract::operations::wallet::{
    RetrieveCustomerTransactionsHistory, RetrieveCustomerTransactionsHistoryAnswer, RetrievePaginatedUserReceipts,
    RetrievePaginatedUserReceiptsAnswer, RetrieveUserReceiptByPaydiantRefId, RetrieveUserReceiptByPaydiantRefIdAnswer,
    UserReceipt,
};

use super::only;
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

/// The history goes no further back (seed 000:109).
const LAST_PAYMENTS: usize = 200;

impl Handle<RetrievePaginatedUserReceipts> for World {
    fn concerns(&self, request: &RetrievePaginatedUserReceipts) -> Result<Vec<PersonNumber>, Refusal> {
        if request.end_date < request.start_date {
            return Err(Refusal::invalid("endDate: not before startDate"));
        }
        if request.max_rows_to_return == 0 {
            return Err(Refusal::invalid("maxRowsToReturn"));
        }
        self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
            .map_err(|_| Refusal::resource_not_found())
    }

    fn handle(
        &mut self,
        request: RetrievePaginatedUserReceipts,
        concerned: &[PersonNumber],
    ) -> Result<RetrievePaginatedUserReceiptsAnswer, Refusal> {
        let span = request.start_date..=request.end_date;
        let within = |receipt: &UserReceipt| receipt.transaction_date.as_ref().is_some_and(|date| span.contains(date));
        let page: Vec<_> = self
            .receipts(only(concerned)?)
            .into_iter()
            .filter(within)
            .skip(request.start_index as usize)
            .take(request.max_rows_to_return as usize)
            .collect();
        Ok(RetrievePaginatedUserReceiptsAnswer { receipt_list: page.into() })
    }
}

impl Handle<RetrieveUserReceiptByPaydiantRefId> for World {
    fn concerns(&self, request: &RetrieveUserReceiptByPaydiantRefId) -> Result<Vec<PersonNumber>, Refusal> {
        let found = self.receipt(&request.pydt_ref_id);
        found.map(|(number, _)| vec![number]).ok_or_else(Refusal::resource_not_found)
    }

    fn handle(
        &mut self,
        request: RetrieveUserReceiptByPaydiantRefId,
        _concerned: &[PersonNumber],
    ) -> Result<RetrieveUserReceiptByPaydiantRefIdAnswer, Refusal> {
        let receipt = self.receipt(&request.pydt_ref_id).map(|(_, receipt)| receipt);
        Ok(RetrieveUserReceiptByPaydiantRefIdAnswer { receipt })
    }
}

impl Handle<RetrieveCustomerTransactionsHistory> for World {
    fn concerns(&self, request: &RetrieveCustomerTransactionsHistory) -> Result<Vec<PersonNumber>, Refusal> {
        self.wallet_of(&request.customer_uri, &request.issuing_partner_uri, &request.partner_uri)
    }

    fn handle(
        &mut self,
        _request: RetrieveCustomerTransactionsHistory,
        concerned: &[PersonNumber],
    ) -> Result<RetrieveCustomerTransactionsHistoryAnswer, Refusal> {
        let mut last = self.receipts(only(concerned)?);
        last.truncate(LAST_PAYMENTS);
        Ok(RetrieveCustomerTransactionsHistoryAnswer { customer_transaction_info: last.into() })
    }
}
