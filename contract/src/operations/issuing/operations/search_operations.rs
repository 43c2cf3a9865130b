//! Operations of several accounts by what is known of them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{account_operation::AccountOperation, identifiers::OperationIdentifier, stamp, words::OperationKind};
use crate::{
    instant::Instant,
    issuing::Issuing,
    money::Amount,
    operation::{Action, Carries, Family, FamilyName, Method, Operation, Sender, Spec, UsedBy, Wire, issuing},
    operations::issuing::customers::{AccountIdentifier, lenient},
    path::Lists,
    reading::Malformed,
    received,
    rows::Rows,
    status::{Opened, Status},
};

/// Finds operations across accounts and contracts. A read, although it is sent with POST.
///
/// Of the first group (company, account, virtual card, operation) at least one is needed; of the second (transaction
/// dates or posting dates) exactly one, unless the operation itself is named; every range needs both ends.
/// [`Self::missing`] says what a search lacks before it is sent.
///
/// Source: seed 004:3209-3234; path and names public. The criteria that are card numbers have no place here; a virtual
/// card is named by its reference. Errors: 400 criteria that do not fit together, 401, 403, 404, 500, 502.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SearchOperations {
    /// First group: a company.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_company_external_reference: Option<String>,
    /// First group: an account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posting_account_identifier: Option<AccountIdentifier>,
    /// First group: a virtual card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub virtual_service_card_external_reference: Option<String>,
    /// First group, and enough by itself: an operation (public).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation_identifier: Option<OperationIdentifier>,
    /// Second group: made from.
    #[serde(with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub transaction_date_from: Option<Instant>,
    /// Second group: made to.
    #[serde(with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub transaction_date_to: Option<Instant>,
    /// Or posted from.
    #[serde(with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub posting_date_from: Option<Instant>,
    /// Posted to.
    #[serde(with = "stamp::optional", skip_serializing_if = "Option::is_none")]
    pub posting_date_to: Option<Instant>,
    /// Third group: at least so much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_amount_from: Option<Amount>,
    /// At most so much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_amount_to: Option<Amount>,
    /// Third group: the authorization's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval_code: Option<String>,
    /// Third group: the merchant; `%` stands for anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_acceptor_name: Option<String>,
    /// Third group: what the operations are.
    #[serde(deserialize_with = "lenient::words", skip_serializing_if = "Vec::is_empty")]
    pub operation_kinds: Vec<OperationKind>,
    /// Number of the page, from 0. In the query.
    #[serde(deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// How many rows a page has; travels as `offset` in the query, and is 10 when it is left out.
    #[serde(rename = "offset", deserialize_with = "lenient::whole_number", skip_serializing_if = "Option::is_none")]
    pub page_size: Option<u32>,
}

/// What a search lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchLacks {
    /// Nothing of the first group.
    Subject,
    /// Neither range of dates.
    Period,
    /// Both ranges of dates: one too many.
    OnePeriodOnly,
    /// The other end of a range.
    BothEnds,
}

impl SearchOperations {
    /// The first rule of the guide that this search breaks (seed 004:3229-3232).
    pub fn missing(&self) -> Option<SearchLacks> {
        let transaction = (self.transaction_date_from.is_some(), self.transaction_date_to.is_some());
        let posting = (self.posting_date_from.is_some(), self.posting_date_to.is_some());
        let amount = (self.reference_amount_from.is_some(), self.reference_amount_to.is_some());
        let named = self.operation_identifier.is_some();
        let subject = named
            || self.issuer_company_external_reference.is_some()
            || self.posting_account_identifier.is_some()
            || self.virtual_service_card_external_reference.is_some();
        if !subject {
            Some(SearchLacks::Subject)
        } else if [transaction, posting, amount].iter().any(|(from, to)| from != to) {
            Some(SearchLacks::BothEnds)
        } else if transaction.0 && posting.0 {
            Some(SearchLacks::OnePeriodOnly)
        } else if !named && !transaction.0 && !posting.0 {
            Some(SearchLacks::Period)
        } else {
            None
        }
    }
}

impl Operation for SearchOperations {
    type Family = AcrossIssuers;
    type Answer = Rows<AccountOperation>;
    const SPEC: Spec = issuing("searchOperations", Method::Post, "/search-operations")
        .from_seed("004:3209")
        .asks(Action::Find)
        .reads()
        .used_by(UsedBy::Rep)
        .carries(Carries::Card);

    fn read_answer(data: &str) -> serde_json::Result<Self::Answer> {
        AccountOperation::listed(data)
    }
}

/// The issuing family without an issuer: the one path that does not begin with `/issuers/{issuerId}`, and the one body
/// beside which page and page size stand in the query.
pub struct AcrossIssuers;

impl Family for AcrossIssuers {
    const NAME: FamilyName = FamilyName::Issuing;

    fn seal_to<O: Operation>(path: &str, request: &O, _: &Sender) -> Result<Wire, Malformed> {
        let unsendable = || Malformed::new(format!("{} holds a value that must not be sent", O::SPEC.name));
        let Ok(Value::Object(mut fields)) = serde_json::to_value(request) else { return Err(unsendable()) };
        let in_query = ["page", "offset"].into_iter().filter_map(|name| fields.remove(name).map(|value| (name, value)));
        let query: Vec<String> = in_query.map(|(name, value)| format!("{name}={value}")).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let path = format!("{path}{mark}{}", query.join("&"));
        Ok(Wire { path, body: Some(Value::Object(fields).to_string()) })
    }

    fn open<O: Operation>(text: &str) -> Result<Opened<O::Answer>, Malformed> {
        Issuing::open::<O>(text)
    }

    fn refusal(text: &str) -> Option<Status> {
        Issuing::refusal(text)
    }

    fn more(text: &str) -> Option<bool> {
        Issuing::more(text)
    }

    fn read_with<O: Operation>(wire: &Wire, lists: Lists) -> Result<(Sender, O), Malformed> {
        let request = received::fields(O::SPEC.path, wire, lists)?.into_request()?;
        let sender = Sender { lists, ..Sender::default() };
        received::as_written(wire, &Self::seal(&request, &sender)?, lists)?;
        Ok((sender, request))
    }
}
