//! Operations across accounts, by the rules of the guide (seed 004:3229-3232).

use contract::{
    Amount, Instant, Rows,
    operations::issuing::operations::{AccountOperation, SearchLacks, SearchOperations},
};

use super::{
    super::{
        numbers::AccountCode,
        plan::Plan,
        shown_operation::{Detail, account_identifier},
    },
    pages::Asked,
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

/// How many rows come when nobody says (public).
const USUAL: u32 = 10;

impl Handle<SearchOperations> for World {
    fn concerns(&self, request: &SearchOperations) -> Result<Vec<PersonNumber>, Refusal> {
        let lacks = request.missing().map(|lacks| match lacks {
            SearchLacks::Subject => "a company, an account, a virtual card or an operation is needed",
            SearchLacks::Period => "a range of transaction dates or of posting dates is needed",
            SearchLacks::OnePeriodOnly => "transaction dates and posting dates exclude each other",
            SearchLacks::BothEnds => "a range needs both ends",
        });
        if let Some(lacks) = lacks {
            return Err(Refusal::bad_request(lacks));
        }
        Asked::of(request.page, request.page_size, USUAL)?;
        Ok(self.searched(request).map(|plan| vec![plan.number.person]).unwrap_or_default())
    }

    fn handle(&mut self, request: SearchOperations, _: &[PersonNumber]) -> Result<Rows<AccountOperation>, Refusal> {
        let Some(plan) = self.searched(&request) else { return Ok(self.page((Vec::new(), false))) };
        let ledger = self.ledger(&plan);
        let shown = ledger.posted().rev().map(|entry| self.show(&plan, entry, Detail::Full));
        let found = shown.filter(|shown| matches(&request, shown)).map(|mut shown| {
            shown.posting_account_identifier = Some(account_identifier(&plan));
            shown
        });
        let page = Asked::of(request.page, request.page_size, USUAL)?.of_rows(found);
        Ok(self.page(page))
    }
}

impl World {
    /// The account that a search is about. No sandbox has companies or virtual cards: by them nothing is found.
    fn searched(&self, request: &SearchOperations) -> Option<Plan> {
        let account = request.posting_account_identifier.as_ref().and_then(|identifier| {
            let internal = identifier.account_reference.as_ref().map(|reference| reference.as_str());
            let external = identifier.issuer_account_external_reference.as_ref().map(|reference| reference.as_str());
            self.account_named(internal.or(external)?)
        });
        let operation = request.operation_identifier.as_ref().and_then(|identifier| {
            let (code, _) = AccountCode::of_operation(identifier.operation_id.as_str())?;
            self.account_of(code)
        });
        account.or(operation)
    }
}

fn matches(request: &SearchOperations, shown: &AccountOperation) -> bool {
    let within = |from: &Option<Instant>, to: &Option<Instant>, at: &Option<Instant>| match (from, to) {
        (Some(from), Some(to)) => at.as_ref().is_some_and(|at| from <= at && at <= to),
        _ => true,
    };
    let value = |amount: &Option<Amount>| amount.as_ref().and_then(|amount| amount.value);
    let sum = match (value(&request.reference_amount_from), value(&request.reference_amount_to)) {
        (Some(from), Some(to)) => value(&shown.reference_amount).is_some_and(|sum| (from..=to).contains(&sum)),
        _ => true,
    };
    let named = request.operation_identifier.as_ref().is_none_or(|named| *named == shown.operation_identifier);
    let approved = request.approval_code.is_none() || request.approval_code == shown.approval_code;
    let acceptor = request.card_acceptor_name.as_deref().is_none_or(|pattern| {
        shown.card_acceptor_name.as_deref().is_some_and(|name| is_like(&pattern.to_lowercase(), &name.to_lowercase()))
    });
    let kind = request.operation_kinds.is_empty()
        || shown.operation_kind.as_ref().is_some_and(|kind| request.operation_kinds.contains(kind));
    within(&request.transaction_date_from, &request.transaction_date_to, &shown.transaction_date)
        && within(&request.posting_date_from, &request.posting_date_to, &shown.posting_date)
        && sum
        && named
        && approved
        && acceptor
        && kind
}

/// `%` stands for anything: `Plat%`, `%hill`, `Al%gang` (seed 004:3223).
fn is_like(pattern: &str, text: &str) -> bool {
    match pattern.split_once('%') {
        None => pattern == text,
        Some((before, behind)) => text.strip_prefix(before).is_some_and(|rest| {
            let starts = rest.char_indices().map(|(place, _)| place).chain([rest.len()]);
            starts.into_iter().any(|place| is_like(behind, &rest[place..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn a_hundredth_sign_stands_for_anything() {
        for (pattern, text) in
            [("plat%", "platinum"), ("%hill", "mill hill"), ("al%gang", "algang"), ("a%b%c", "axxbyyc")]
        {
            assert!(is_like(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("plat", "platinum"), ("%hill", "hills"), ("a%b", "ac")] {
            assert!(!is_like(pattern, text), "{pattern} {text}");
        }
    }
}
