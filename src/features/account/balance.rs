//! What is owed, what is left to spend, and how much credit there is.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering::Relaxed},
};

use contract::{
    AccountReference, Amount,
    operations::issuing::accounts::{AccountBalance, RetrieveAccountBalance},
};
use leptos::prelude::*;

use super::{blocks, with_account};
use crate::{
    browser::time,
    features::trouble::trouble,
    session::{Caller, KnownAccount, Session, status_words},
    ui::{
        age::age,
        amount::{amount, money_text, sided},
        copy::copy_button,
        facts::{Fact, facts, facts_across},
        load::{Asking, Load, loaded},
        region::region,
        trouble::{Retry, Trouble},
    },
};

/// The money of one account. Lives with the caller.
#[derive(Clone, Default)]
struct Balance(Asking<AccountBalance>);

/// The panel in the overview.
pub fn panel(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (own, asker) = (session.clone(), caller.clone());
    let body = with_account(session, caller, move |account| of_account(&own, &asker, account));
    region("account-panel", "Account", ().into_any(), body)
}

/// How often something was posted to an account, or may have been, since the caller is open: what was read before is old.
#[derive(Clone, Default)]
struct Moves(Arc<AtomicU32>);

/// The same for whoever keeps what was read of it.
pub fn moves(caller: &Caller, account: &AccountReference) -> u32 {
    caller.keep_for(account.as_str(), Moves::default).0.load(Relaxed)
}

/// Something was posted to the account, or may have been: whatever was read of it is old, and its money is read again.
pub fn account_has_moved(session: &Session, caller: &Caller, account: &AccountReference) {
    caller.keep_for(account.as_str(), Moves::default).0.fetch_add(1, Relaxed);
    read_balance_again(session, caller, account);
}

/// Reads the money of an account again, where it was read before. Nothing was posted to it.
pub fn read_balance_again(session: &Session, caller: &Caller, account: &AccountReference) {
    let Balance(asking) = caller.keep_for(account.as_str(), Balance::default);
    if asking.state().with_untracked(|state| !matches!(state, Load::Idle)) {
        asking.refresh(read(session, account));
    }
}

/// The money of an account as far as it was read: nothing is asked for.
pub fn known_balance(caller: &Caller, account: &AccountReference) -> ArcRwSignal<Load<AccountBalance>> {
    caller.keep_for(account.as_str(), Balance::default).0.state()
}

/// What is owed and left on an account: read once for each caller, whoever shows it.
pub fn balance(session: &Session, caller: &Caller, account: &AccountReference) -> Asking<AccountBalance> {
    let Balance(asking) = caller.keep_for(account.as_str(), Balance::default);
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        asking.ask(read(session, account));
    }
    asking
}

fn of_account(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let asking = balance(session, caller, &account.reference);
    let retry: Retry = {
        let (asking, session, account) = (asking.clone(), session.clone(), account.reference.clone());
        Arc::new(move || asking.refresh(read(&session, &account)))
    };
    let mut known = known_facts(account);
    known.extend(blocks::fact(session, caller, account));
    let aged = age(&asking, "the balance", retry.clone());
    let money =
        loaded(&asking, "the balance", retry, not_relevant, Box::new(|balance| facts_across(money_facts(balance))));
    view! { {money}{facts(known)}<div class="age">{aged}</div> }.into_any()
}

fn read(
    session: &Session,
    account: &AccountReference,
) -> impl Future<Output = Result<AccountBalance, Trouble>> + use<> {
    let gateway = session.gateway.clone();
    let account_reference = account.clone();
    async move {
        let answered = gateway.call(RetrieveAccountBalance { account_reference }).await;
        answered.map(|answered| answered.answer).map_err(|failure| trouble("The balance", &failure))
    }
}

fn known_facts(account: &KnownAccount) -> Vec<Fact> {
    let status = account.facts.status.as_ref().map_or("not stated", status_words);
    let since = account.facts.status_date.as_ref().map(|since| format!(" since {}", time::date(since)));
    let copy = copy_button("account reference", account.reference.to_string());
    let mut facts = vec![
        Fact::text("Account", format!("{}, {status}{}", account.kind(), since.unwrap_or_default())),
        Fact::new("Reference", view! { <code>{account.short_reference()}</code>{copy} }.into_any()),
    ];
    facts.extend(account.role.map(|role| Fact::text("This caller is", role.words())));
    facts.extend(account.sub_issuer.as_ref().map(|issuer| Fact::text("Kept by", format!("issuer {issuer}"))));
    facts
}

/// A debit card spends what lies on another account: the gateway has nothing to say about it (seed 004:3402).
fn not_relevant(balance: &AccountBalance) -> Option<(&'static str, &'static str)> {
    (!has_credit(balance)).then_some((
        "Not relevant for a debit card.",
        "It spends what lies on the customer's bank account, which the issuer does not see here.",
    ))
}

fn has_credit(balance: &AccountBalance) -> bool {
    let stated = |amount: &Option<Amount>| amount.as_ref().is_some_and(|amount| amount.stated().is_some());
    stated(&balance.account_balance) || stated(&balance.open_to_buy) || stated(limit(balance).0)
}

fn money_facts(balance: &AccountBalance) -> Vec<Fact> {
    let (limit, until) = limit(balance);
    let until = until.map(|until| view! { <small>{format!(" until {}", time::date(until))}</small> });
    let mut facts = vec![
        Fact::new("Balance", sided(balance.account_balance.as_ref())),
        Fact::new("Open to buy", open_to_buy(balance)),
        Fact::new("Credit limit", view! { {amount(limit.as_ref())}{until} }.into_any()),
    ];
    if balance.past_amount_due.as_ref().and_then(Amount::stated).is_some_and(|due| due.value > 0) {
        facts.push(Fact::new("Past due", amount(balance.past_amount_due.as_ref())));
    }
    facts
}

/// What is left on the account, and what the account above leaves where that is less: no more can be spent.
pub fn open_to_buy(balance: &AccountBalance) -> AnyView {
    let above = balance.above_leaves().map(|above| {
        let text = money_text(&above);
        view! { <div><small>"The account above leaves "{text}</small></div> }
    });
    view! { <div>{amount(balance.open_to_buy.as_ref())}{above}</div> }.into_any()
}

/// The credit in force, and until when where it is for a while.
fn limit(balance: &AccountBalance) -> (&Option<Amount>, Option<&contract::Instant>) {
    match &balance.active_credit_limit {
        Some(active) if active.credit_limit_amount.is_some() => (&active.credit_limit_amount, active.end_date.as_ref()),
        _ => (&balance.active_credit_limit_amount, None),
    }
}

#[cfg(test)]
mod tests {
    use contract::{Family, Opened, issuing::Issuing};

    use super::*;

    fn sample() -> AccountBalance {
        let text = include_str!("../../../contract/samples/issuing-v2/retrieveAccountBalance.response.json");
        let Ok(Opened::Done(balance)) = Issuing::open::<RetrieveAccountBalance>(text) else {
            panic!("the guide's balance is read")
        };
        balance
    }

    #[test]
    fn the_guides_balance_is_that_of_a_credit_account() {
        let balance = sample();
        assert_eq!(not_relevant(&balance), None);
        assert_eq!(limit(&balance).0.as_ref().and_then(Amount::stated).map(|limit| limit.value), Some(1_000_000));
    }

    #[test]
    fn an_answer_without_credit_says_that_it_is_not_relevant_and_not_nought() {
        assert_eq!(
            not_relevant(&AccountBalance::default()).map(|(sentence, _)| sentence),
            Some("Not relevant for a debit card.")
        );
    }

    #[test]
    fn a_temporary_limit_that_is_in_force_comes_before_the_deprecated_field() {
        let amount = |value| Amount { value: Some(value), exponent: Some(2), iso_code: Some("EUR".into()) };
        let mut balance = sample();
        balance.active_credit_limit = Some(contract::operations::issuing::accounts::ActiveCreditLimit {
            credit_limit_amount: Some(amount(1_500_000)),
            ..Default::default()
        });
        assert_eq!(limit(&balance).0.as_ref(), Some(&amount(1_500_000)));
    }
}
