//! The permanent credit limit: what it is, what is used of it, and changing it.

use std::sync::Arc;

use contract::{
    AccountReference, Amount, Money, Operation,
    operations::issuing::{
        accounts::AccountBalance,
        limits::{CreditLimit, UpdateAccountCreditLimit},
    },
};
use leptos::prelude::*;

use super::{
    Limits,
    rules::{NO_RANGE, Shows, cannot_change, compare, set_limit, wrong_limit},
    timeline::permanent,
    warning,
};
use crate::{
    browser::time,
    config::CreditLimitRules,
    features::{
        account::{open_to_buy, read_balance_again},
        outcome::outcome,
        spending::{Spending, WRITE, read_credit_limit},
    },
    session::{Caller, End, Seen, Session, Words, Write},
    ui::{
        actions::{Button, why_not},
        age::age,
        amount::{NOT_STATED, amount, money_text},
        dialog::{Confirming, Who, before_and_after, confirming},
        facts::{Fact, facts_across},
        form::{Control, Field, all_right, typed},
        load::loaded,
        region::{focus_region, region},
    },
};

/// Names the place of this change.
const KIND: &str = "credit limit";

/// What is typed; kept while the rep is elsewhere.
#[derive(Clone)]
pub struct Draft {
    amount: Field,
    reason: Field,
}

impl Draft {
    fn of(caller: &Caller, account: &AccountReference) -> Self {
        let begin = || Self { amount: Field::new("new-limit"), reason: Field::new("limit-reason") };
        caller.keep_for(account.as_str(), begin)
    }

    fn clear(&self) {
        self.amount.put("");
        self.reason.put("");
    }
}

const REASONS: &[&str] = &["The customer asks for it", "A planned purchase", "A credit check", "A lead decided it"];

/// The region.
pub fn panel(limits: &Limits) -> AnyView {
    let Spending { session, caller, readings, .. } = limits.0.clone();
    let open = RwSignal::new(false);
    let writing = limits.writing(KIND);
    let reason = hindrance(limits);
    let why = reason;
    let reopen = move || open.set(true);
    let said = outcome(&session, &caller, &writing, reopen);
    let body = {
        let limits = limits.clone();
        let shown = move |limit: &Option<CreditLimit>| facts_view(&limits, limit.as_ref());
        let empty = |limit: &Option<_>| {
            limit
                .is_none()
                .then_some(("This account has no credit limit.", "A debit account spends what lies at the bank."))
        };
        let retry = readings.credit_limit.retry(&session);
        loaded(readings.credit_limit.begin(&session), "the credit limit", retry, empty, Box::new(shown))
    };
    let dialog = {
        let (limits, working) = (limits.clone(), caller.working());
        move || {
            let now = limits.readings.credit_limit.answer_now().flatten().and_then(|limit| permanent(&limit));
            let working = working.clone();
            let done = move || {
                open.set(false);
                if working.get_untracked() {
                    focus_region("credit-limit");
                }
            };
            let rules = limits.session.config.credit_limit.clone();
            open.get().then(|| now.zip(rules).map(|(now, rules)| change_dialog(&limits, now, rules, done)))
        }
    };
    let aged = {
        let limits = limits.clone();
        let again = move || {
            let Spending { session, caller, account, readings, .. } = &limits.0;
            readings.credit_limit.again(session);
            read_balance_again(session, caller, account);
        };
        age(&readings.credit_limit.asking(), "the credit limit", Arc::new(again))
    };
    let off = ("credit-limit-reason", why);
    let button = Button::new("Change credit limit", off).view(move || open.set(true));
    region(
        "credit-limit",
        "Credit limit",
        button,
        view! { {said}{body}{why_not(off)}<div class="age">{aged}</div>{dialog} }.into_any(),
    )
}

/// Why the limit cannot be changed right now.
fn hindrance(limits: &Limits) -> Memo<Option<String>> {
    let limits = limits.clone();
    Memo::new(move |_| {
        let Some(rules) = &limits.session.config.credit_limit else { return Some(NO_RANGE.into()) };
        let hindrance = limits.hindrance(&UpdateAccountCreditLimit::SPEC, KIND);
        hindrance.or_else(|| cannot_change(limits.readings.credit_limit.answer(), rules))
    })
}

fn facts_view(limits: &Limits, limit: Option<&CreditLimit>) -> AnyView {
    let balance = limits.balance();
    let balance = move || balance.state().with(|state| state.answer().cloned());
    let open = balance.clone();
    let of = move |pick: fn(&AccountBalance) -> Option<&Amount>| {
        let balance = balance.clone();
        (move || balance().map(|balance| amount(pick(&balance)))).into_any()
    };
    let permanent = limit.and_then(permanent).map(Amount::from);
    let since = limit.and_then(|limit| limit.start_date.as_ref()).map(|since| WRITE.moment(since.epoch_millis()));
    facts_across(vec![
        Fact::new("Permanent limit", amount(permanent.as_ref())),
        Fact::new("In force now", of.clone()(in_force)),
        Fact::new("Used", of(|balance| balance.accepted_amount.as_ref())),
        Fact::new("Open to buy", (move || open().map(|balance| open_to_buy(&balance))).into_any()),
        Fact::text("Permanent limit since", since.unwrap_or_else(|| NOT_STATED.into())),
    ])
}

/// The limit that counts now, temporary or permanent, as the gateway states it.
fn in_force(balance: &AccountBalance) -> Option<&Amount> {
    let active = balance.active_credit_limit.as_ref().and_then(|active| active.credit_limit_amount.as_ref());
    active.or(balance.active_credit_limit_amount.as_ref())
}

fn change_dialog(limits: &Limits, now: Money, rules: CreditLimitRules, done: impl Fn() + 'static) -> AnyView {
    let draft = Draft::of(&limits.caller, &limits.account);
    let facts = Confirming {
        title: "Change the credit limit?",
        who: Some(Who::of(&limits.caller.record().get_untracked())),
        verb: "Change",
        harms: false,
        cancel: "Cancel",
    };
    let reasons = REASONS.iter().map(|reason| ((*reason).to_owned(), (*reason).to_owned())).collect();
    let least = money_text(&Money { value: rules.minimum, ..now.clone() });
    let most = money_text(&Money { value: rules.maximum, ..now.clone() });
    let change = {
        let (amount, now, rules) = (draft.amount.clone(), now.clone(), rules.clone());
        let account = format!("Account {}", limits.short);
        move || {
            let then =
                typed_limit(amount.text().trim(), &rules).map_or_else(|_| "…".into(), |money| money_text(&money));
            let heads = [account.clone(), "Now".into(), "Then".into()];
            before_and_after("What will change", heads, vec![("Credit limit", money_text(&now), then)])
        }
    };
    let warned = {
        let (amount, rules, limits) = (draft.amount.clone(), rules.clone(), limits.clone());
        move || {
            let then = typed_limit(amount.text().trim(), &rules).ok();
            let (spans, used) = (limits.known_spans(), limits.used());
            let sentence = warning::of_permanent(then.as_ref(), spans.as_deref(), used.as_ref(), time::now(), &WRITE);
            sentence.map(|sentence| view! { <p class="hint">{sentence}</p> })
        }
    };
    let body = view! {
        {change}
        {Control::amount(&draft.amount, "New credit limit").hint(format!("{least} to {most}.")).first().view()}
        {warned}
        {Control::choice(&draft.reason, "Reason", reasons).hint(REASON_HINT).view()}
    };
    let limits = limits.clone();
    let confirm = move || {
        let wanted = draft.amount.read(|text| {
            let money = typed_limit(text, &rules)?;
            wrong_limit(&money, Some(&now), &rules, &WRITE).map_or(Ok(money), Err)
        });
        let reason = draft.reason.read(|text| typed::required(text, "Choose a reason."));
        if !all_right(&[&draft.amount, &draft.reason]) {
            return false;
        }
        if let (Some(wanted), Some(reason)) = (wanted, reason) {
            let note = format!("Reason to change the credit limit: {}", reason.to_lowercase());
            let write = write(&limits, &now, &wanted).because(note);
            limits.writing(KIND).begin(&limits.session, &limits.caller, write);
        }
        true
    };
    confirming(facts, body.into_any(), confirm, done)
}

/// Under a reason.
pub const REASON_HINT: &str = "Kept in the activity and the call note; the gateway has no field for it.";

/// An amount in the currency of the issuer's range; nought is one, too.
pub fn typed_limit(text: &str, rules: &CreditLimitRules) -> Result<Money, String> {
    typed::amount_or_nothing(text, rules.exponent, &rules.iso_code)
}

/// Sent only when a read still shows the limit that the rep saw.
fn write(limits: &Limits, before: &Money, wanted: &Money) -> Write {
    let (then, now) = (money_text(wanted), money_text(before));
    let short = limits.short.clone();
    let words = Words {
        what: format!("Change the credit limit of account {short} from {now} to {then}"),
        noun: "The credit limit",
        done: format!("The credit limit of account {short} is {then}"),
        undone: format!("The credit limit of account {short} is still {now}."),
    };
    let (account, before, wanted) = (limits.account.clone(), before.clone(), wanted.clone());
    let request = set_limit(account.clone(), &wanted);
    let read = move |gateway: &crate::gateway::Gateway| {
        let (gateway, account) = (gateway.clone(), account.clone());
        let (before, wanted) = (before.clone(), wanted.clone());
        async move {
            let Some(read) = read_credit_limit(gateway, account).await? else {
                return Ok(Seen::Other("The account has no credit limit.".into()));
            };
            Ok(match compare(&read, &before, &wanted) {
                Shows::Wanted => Seen::Done(vec![("Credit limit", money_text(&before), money_text(&wanted))]),
                Shows::Before => Seen::NotDone,
                Shows::Other(Some(now)) => Seen::Other(format!("The limit is {}.", money_text(&now))),
                // An answer without a limit proves nothing.
                Shows::Other(None) => Seen::NotStated("The gateway does not state the credit limit.".into()),
            })
        }
    };
    let account = limits.account.clone();
    Write::new(words, request, read).comparing_first().then(move |session: &Session, caller: &Caller, end: End| {
        if end.is_done() {
            Draft::of(caller, &account).clear();
        }
        Limits::read_again(session, caller, &account);
    })
}
