//! What is blocked for all accounts of a contract, since when and why. That it is blocked stands in the account; the reason
//! stands in a history that has to be asked for (public), and is asked for only then.

use std::sync::Arc;

use contract::{
    AccountReference, free_text,
    operations::issuing::{
        accounts::{Account, AccountEmbed, RetrieveAccount},
        customers::{HierarchyOperationStatus, HierarchyOperationStatusChange},
    },
};
use leptos::prelude::*;

use crate::{
    browser::time,
    features::trouble::trouble,
    session::{Caller, KnownAccount, Session},
    ui::{
        facts::Fact,
        load::{Asking, Load, loaded},
        trouble::{Retry, Trouble},
    },
};

/// The account with its history of blocks. Lives with the caller.
#[derive(Clone, Default)]
struct Blocks(Asking<Account>);

/// What is blocked, with its reason; nothing where nothing is.
pub(super) fn fact(session: &Session, caller: &Caller, account: &KnownAccount) -> Option<Fact> {
    let status = account.facts.hierarchy_operation_status.as_ref()?;
    let since = status.status_date.as_ref().map(|since| format!(" since {}", time::date(since)));
    let blocked = format!("{}{}", what_is_blocked(status)?, since.unwrap_or_default());
    let Blocks(asking) = caller.keep_for(account.reference.as_str(), Blocks::default);
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        asking.ask(read(session, &account.reference));
    }
    let retry: Retry = {
        let (asking, session, account) = (asking.clone(), session.clone(), account.reference.clone());
        Arc::new(move || asking.refresh(read(&session, &account)))
    };
    let show = |account: &Account| {
        let why = account.hierarchy_operation_status_history.as_ref().and_then(|history| why(&history.rows));
        view! { <small>{why}</small> }.into_any()
    };
    let reason = loaded(&asking, "the reason", retry, no_reason, Box::new(show));
    Some(Fact::new("Blocked", view! { <div>{blocked}</div>{reason} }.into_any()))
}

fn read(session: &Session, account: &AccountReference) -> impl Future<Output = Result<Account, Trouble>> + use<> {
    let gateway = session.gateway.clone();
    let account_reference = account.clone();
    async move {
        let embed = vec![AccountEmbed::HierarchyOperationStatusHistory];
        let answered = gateway.call(RetrieveAccount { account_reference, embed }).await;
        answered.map(|answered| answered.answer).map_err(|failure| trouble("The reason", &failure))
    }
}

/// "Payments and authorizations"; nothing where nothing is blocked.
fn what_is_blocked(status: &HierarchyOperationStatus) -> Option<String> {
    let kinds = [
        (status.payments_blocking, "payments"),
        (status.reimbursements_blocking, "reimbursements"),
        (status.authorizations_blocking, "authorizations"),
    ];
    let blocked: Vec<&str> =
        kinds.into_iter().filter(|(blocks, _)| *blocks == Some(true)).map(|(_, kind)| kind).collect();
    let text = match blocked.as_slice() {
        [] => return None,
        [one] => (*one).to_owned(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    };
    let (first, rest) = text.split_at(1);
    Some(first.to_uppercase() + rest)
}

/// The reason of the newest block, and what was written down with it. People write card numbers into comments.
fn why(history: &[HierarchyOperationStatusChange]) -> Option<String> {
    let newest = history.iter().filter(|change| change.blocks()).max_by_key(|change| change.status_date.clone())?;
    let stated = [&newest.blocking_reason, &newest.comment].into_iter().flatten().map(|text| free_text(text));
    let stated: Vec<String> = stated.filter(|text| !text.trim().is_empty()).collect();
    (!stated.is_empty()).then(|| stated.join(": "))
}

fn no_reason(account: &Account) -> Option<(&'static str, &'static str)> {
    let history = account.hierarchy_operation_status_history.as_ref();
    history
        .and_then(|history| why(&history.rows))
        .is_none()
        .then_some(("The reason is not stated.", "The issuer’s own department knows why it blocked the account."))
}

#[cfg(test)]
mod tests {
    use contract::Instant;

    use super::*;

    fn status(payments: bool, reimbursements: bool, authorizations: bool) -> HierarchyOperationStatus {
        HierarchyOperationStatus {
            payments_blocking: Some(payments),
            reimbursements_blocking: Some(reimbursements),
            authorizations_blocking: Some(authorizations),
            status_date: None,
        }
    }

    fn change(since: &str, blocks: bool, reason: &str, comment: &str) -> HierarchyOperationStatusChange {
        HierarchyOperationStatusChange {
            payments_blocking: Some(blocks),
            status_date: Instant::parse(since),
            blocking_reason: Some(reason.into()),
            comment: Some(comment.into()),
            ..HierarchyOperationStatusChange::default()
        }
    }

    #[test]
    fn only_what_is_blocked_is_named() {
        assert_eq!(what_is_blocked(&status(false, false, false)), None);
        assert_eq!(what_is_blocked(&status(true, false, false)).as_deref(), Some("Payments"));
        let all = what_is_blocked(&status(true, true, true));
        assert_eq!(all.as_deref(), Some("Payments, reimbursements and authorizations"));
    }

    #[test]
    fn the_newest_block_says_why_in_whatever_order_they_come() {
        let old = change("2025-01-01T00:00:00Z", true, "FRAUD", "");
        let lifted = change("2025-02-01T00:00:00Z", false, "", "");
        let new = change("2025-03-01T00:00:00Z", true, "COURT_ORDER", "card 4111111111111111");
        for history in [[old.clone(), lifted.clone(), new.clone()], [new, lifted, old]] {
            let why = why(&history).expect("stated");
            assert!(why.starts_with("COURT_ORDER: card ") && !why.contains("4111111111111111"), "{why}");
        }
        assert_eq!(why(&[]), None);
    }
}
