//! One receipt by its reference, and all that it says.

use std::sync::Arc;

use contract::{
    PaydiantReferenceId, StatusDetail, free_text,
    operations::wallet::{RetrieveUserReceiptByPaydiantRefId, UserReceipt},
};
use leptos::{ev::SubmitEvent, prelude::*};

use super::words::{decimal, place, tenders};
use crate::{
    browser::time,
    features::trouble::trouble,
    gateway::{Failure, Fault},
    session::Session,
    ui::{
        amount::NOT_STATED,
        facts::{Fact, facts},
        form::{Control, Field, all_right, typed},
        load::{Asking, Load, loaded},
        region::{focus_region, region},
        trouble::{Retry, Trouble},
    },
};

/// The receipt in view. Lives with the caller.
#[derive(Clone)]
pub struct One {
    asking: Asking<Option<UserReceipt>>,
    reference: Field,
}

impl Default for One {
    fn default() -> Self {
        Self { asking: Asking::default(), reference: Field::new("receipt-reference").for_reference() }
    }
}

impl One {
    /// Reads it, and puts the focus where it will stand.
    pub fn show(&self, session: &Session, reference: PaydiantReferenceId) {
        self.reference.put(reference.as_str());
        self.asking.ask(read(session, reference));
        focus_region("receipt");
    }

    fn typed(&self) -> Option<PaydiantReferenceId> {
        let reference = self.reference.read(|text| typed::required(text, "Type the reference of a receipt."));
        if all_right(&[&self.reference]) { reference.map(PaydiantReferenceId::from) } else { None }
    }
}

/// The field for a reference, and the receipt.
pub fn panel(session: &Session, one: &One) -> AnyView {
    let submit = {
        let (session, one) = (session.clone(), one.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(reference) = one.typed() {
                one.show(&session, reference);
            }
        }
    };
    let retry: Retry = {
        let (session, one) = (session.clone(), one.clone());
        Arc::new(move || one.asking.refresh(read(&session, one.reference.text_now().into())))
    };
    let state = one.asking.state();
    let asking = one.asking.clone();
    let asked = Memo::new(move |_| state.with(|state| !matches!(state, Load::Idle)));
    let found = move || {
        let ready = Box::new(|found: &Option<UserReceipt>| found.as_ref().map(shown).into_any());
        asked.get().then(|| loaded(&asking, "the receipt", retry.clone(), empty, ready))
    };
    let body = view! {
        <form class="filters" novalidate on:submit=submit>
            {Control::line(&one.reference, "Receipt reference").view()}
            <button type="submit">"Find receipt"</button>
        </form>
        {found}
    };
    region("receipt", "One receipt", ().into_any(), body.into_any())
}

fn empty(found: &Option<UserReceipt>) -> Option<(&'static str, &'static str)> {
    found.is_none().then_some((
        "No receipt has this reference.",
        "Compare it with the receipt in the caller's app, digit by digit.",
    ))
}

fn shown(receipt: &UserReceipt) -> AnyView {
    let currency = receipt.currency_code.as_deref();
    let when = receipt.transaction_date.as_ref().map_or_else(|| NOT_STATED.to_owned(), time::date_and_time);
    let location = receipt.acceptance_location.as_ref();
    let address = location.map(|location| {
        let lines = [&location.address1, &location.address2, &location.zip_code, &location.state, &location.country];
        lines
            .into_iter()
            .flatten()
            .filter(|line| !line.is_empty())
            .map(|line| free_text(line))
            .collect::<Vec<_>>()
            .join(", ")
    });
    let mut list = Vec::new();
    list.extend(
        receipt.paydiant_reference_id.as_ref().map(|id| Fact::id("Reference", "receipt reference", id.as_str())),
    );
    list.push(Fact::text("Completed", when));
    list.extend(receipt.receipt_type.clone().map(|kind| Fact::text("Kind", kind)));
    list.push(Fact::text("Where", place(receipt)));
    list.extend(address.filter(|address| !address.is_empty()).map(|address| Fact::text("Address", address)));
    list.push(Fact::text("Paid with", tenders(receipt)));
    list.push(Fact::new("Tip", decimal(receipt.tip_amount.as_ref(), currency)));
    list.push(Fact::new("Total", decimal(receipt.total_amount.as_ref(), currency)));
    view! {
        {facts(list)}
        <p class="hint">"The gateway does not say whose receipt this is: compare it with what the caller says before you read from it."</p>
    }
    .into_any()
}

fn read(
    session: &Session,
    pydt_ref_id: PaydiantReferenceId,
) -> impl Future<Output = Result<Option<UserReceipt>, Trouble>> + use<> {
    let gateway = session.gateway.clone();
    async move {
        match gateway.call(RetrieveUserReceiptByPaydiantRefId { pydt_ref_id }).await {
            Ok(answered) => Ok(answered.answer.receipt),
            Err(failure) if is_not_there(&failure) => Ok(None),
            Err(failure) => Err(trouble("The receipt", &failure)),
        }
    }
}

/// 404 is "resource not found" among the codes of receipts, and something else among others (seed 003:1024).
fn is_not_there(failure: &Failure) -> bool {
    let named = |detail: &StatusDetail| detail.code == "404";
    matches!(&failure.fault, Fault::Refused(status) if status.details.iter().any(named))
        || failure.fault == Fault::Http(404)
}

#[cfg(test)]
mod tests {
    use contract::{Operation, Status};

    use super::*;

    fn failure(fault: Fault) -> Failure {
        Failure::of(&RetrieveUserReceiptByPaydiantRefId::SPEC, "c", fault)
    }

    #[test]
    fn a_receipt_that_is_not_there_is_no_failure() {
        assert!(is_not_there(&failure(Fault::Refused(Status::refusal("404", "RESOURCE_NOT_FOUND")))));
        assert!(!is_not_there(&failure(Fault::Refused(Status::refusal("500", "404 is only in the text")))));
        assert!(!is_not_there(&failure(Fault::TimedOut)));
    }
}
