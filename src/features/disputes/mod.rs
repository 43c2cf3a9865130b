//! Disputes: from the doubtful operation to the chargeback.
//!
//! What is decided is pure and beside the screens: `readiness` (what a reason needs), `document` (what may be attached),
//! `chargeback` (what a scheme wants), `request` (the one call that makes a folder), `timeline` (a folder's story),
//! `balance` (what a change will do), `origin` (from what a dispute is made), `owner` (whose a folder is) and `difference` (what a second reading shows).

mod actions;
mod attach;
mod balance;
mod base64;
mod cards;
mod chargeback;
mod create;
mod difference;
mod document;
mod duplicates;
mod find;
mod folder;
mod folders;
mod meter;
mod origin;
mod owner;
mod readiness;
mod request;
mod scheme;
mod settle;
mod story;
mod tick;
mod timeline;
mod words;

use contract::{DisputeFolderReference, OperationId, operations::issuing::disputes::Dispute};
use leptos::prelude::*;

use super::{account::with_account, trouble::trouble};
use crate::{
    routes::Detail,
    session::{Caller, Session},
    ui::{amount::amount, facts::Fact},
};

/// A place in the section.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// The list.
    Folders,
    /// A new dispute about this operation of the account in view.
    New(OperationId),
    /// One folder.
    Folder(DisputeFolderReference),
}

impl Place {
    fn at(detail: Option<Detail>) -> Self {
        match detail {
            None => Self::Folders,
            Some(detail) => match detail.new_dispute() {
                Some(operation) => Self::New(operation.into()),
                None => Self::Folder(detail.0.as_str().into()),
            },
        }
    }
}

/// The section: the list, one folder, or a new dispute.
pub fn section(session: &Session, caller: &Caller, detail: Option<Detail>) -> AnyView {
    let (own, asker) = (session.clone(), caller.clone());
    match Place::at(detail) {
        Place::Folders => with_account(session, caller, move |account| {
            let list = folders::list(&own, &asker, account);
            view! { {find::form(&own, &asker)}{list} }.into_any()
        }),
        Place::New(operation) => {
            let question = create::Confirmation::of(caller, &operation).view(session, caller);
            let body = with_account(session, caller, move |account| create::page(&own, &asker, account, &operation));
            view! { <header class="title"><h2>"New dispute"</h2></header>{body}{question} }.into_any()
        }
        Place::Folder(reference) => folder::page(session, caller, &reference),
    }
}

/// The region "Open disputes" of the overview.
pub fn panel(session: &Session, caller: &Caller) -> AnyView {
    let (own, asker) = (session.clone(), caller.clone());
    folders::frame(with_account(session, caller, move |account| folders::open_panel(&own, &asker, account)))
}

/// What is still in dispute, and who carries it.
fn balance_facts(dispute: &Dispute) -> Vec<Fact> {
    vec![
        Fact::new("Charged to the card", amount(dispute.billing_amount.as_ref())),
        Fact::new("Fees on top", amount(dispute.billing_fees.as_ref())),
        Fact::new("Outstanding balance", amount(dispute.outstanding_balance.as_ref())),
        Fact::new("The issuer carries", amount(dispute.issuer_accounting_balance.as_ref())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_folder_a_new_dispute_or_the_list() {
        let at = |name: &str| Place::at(Some(Detail(name.into())));
        assert_eq!(Place::at(None), Place::Folders);
        assert_eq!(at("D-V-1234-2319-19"), Place::Folder("D-V-1234-2319-19".into()));
        assert_eq!(at("new-1000000000354761"), Place::New("1000000000354761".into()));
    }
}
