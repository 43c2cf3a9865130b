//! One authorization, or one business case, in full.

use std::sync::Arc;

use contract::{
    Amount, BusinessCaseId, Instant, MaskedCard, Operation, free_text,
    operations::issuing::operations::{Authorization, BusinessCase, RetrieveAuthorization, RetrieveBusinessCase},
};
use leptos::prelude::*;

use super::{
    checks,
    entry::{made, name, what},
};
use crate::{
    browser::{region, time},
    features::{
        operations::{
            detail::in_groups,
            list::Operations,
            words::{self, decline},
        },
        spending::{Ending, explanation},
        trouble::trouble,
    },
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        amount::amount,
        badge::badge,
        facts::{Fact, facts},
        load::{Asking, Load, loaded},
        trouble::Retry,
    },
};

/// What an authorization's address begins with, so that it is no operation's.
pub const AUTHORIZATION: &str = "authorization-";
/// And a business case's.
pub const CASE: &str = "case-";

/// The authorization of this id.
pub fn one(session: &Session, caller: &Caller, account: &KnownAccount, id: &str) -> AnyView {
    let (start_time, end_time) = window(caller, account);
    let question = RetrieveAuthorization {
        account_reference: account.reference.clone(),
        authorization_id: id.into(),
        start_time,
        end_time,
    };
    let show = {
        let (session, caller, account) = (session.clone(), caller.clone(), account.reference.clone());
        move |one: &Authorization, locale: &str| {
            let why = (Ending::of(one) == Ending::Declined).then(|| explanation(&session, &caller, &account, one));
            view! { {why}{authorization_view(one, locale)}{checks::view(&session, &caller, &account, one)} }.into_any()
        }
    };
    page(session, caller, "Authorization", ("The authorization", "the authorization"), question, show)
}

/// The business case of this id.
pub fn case(session: &Session, caller: &Caller, account: &KnownAccount, id: BusinessCaseId) -> AnyView {
    let (start_time, end_time) = window(caller, account);
    let question = RetrieveBusinessCase {
        account_reference: account.reference.clone(),
        business_case_id: id,
        start_time,
        end_time,
    };
    page(session, caller, "Business case", ("The business case", "the business case"), question, case_view)
}

/// The gateway asks for a period although the id is unique (public): the list's, or the usual one.
fn window(caller: &Caller, account: &KnownAccount) -> (Instant, Instant) {
    Operations::of(caller, account).asked()
}

fn page<O: Operation<Answer: Clone + Send + Sync> + Clone + Send + Sync>(
    session: &Session,
    caller: &Caller,
    title: &'static str,
    (begins, what): (&'static str, &'static str),
    question: O,
    show: impl Fn(&O::Answer, &str) -> AnyView + Send + 'static,
) -> AnyView {
    let asking = Asking::<Arc<O::Answer>>::default();
    let gateway = session.gateway.clone();
    let read = move || {
        let (gateway, question) = (gateway.clone(), question.clone());
        async move {
            let answered = gateway.call(question).await.map_err(|failure| trouble(begins, &failure))?;
            Ok(Arc::new(answered.answer))
        }
    };
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        asking.ask(read());
    }
    let again = asking.clone();
    let retry: Retry = Arc::new(move || again.refresh(read()));
    let locale = session.config.locale.clone();
    let ready = move |answer: &Arc<O::Answer>| show(answer, &locale);
    let back = Route::section(caller.key(), Section::Operations).href();
    let body = loaded(&asking, what, retry, |_| None, Box::new(ready));
    // The question lives as long as the screen.
    let kept = StoredValue::new(asking);
    on_cleanup(move || kept.dispose());
    view! {
        <header class="title"><h2 tabindex="-1">{title}</h2><a class="button" href=back>"All operations"</a></header>
        {body}
    }
    .into_any()
}

fn authorization_view(one: &Authorization, locale: &str) -> AnyView {
    let result = decline::result(one);
    let (tone, picture) = decline::look(Ending::of(one));
    let look = badge(tone, picture, result.clone());
    let known = |facts: Vec<Option<Fact>>| facts.into_iter().flatten().collect::<Vec<_>>();
    let id = one.authorization_identifier.as_ref().and_then(|identifier| identifier.transaction_id.as_ref());
    let category = one.merchant_category_code.as_deref();
    let groups = vec![
        (
            "Answer",
            known(vec![
                text("Result", Some(result.clone())),
                text("Gateway's text", one.result_description.clone()),
                text("Result code", one.result_code.clone()),
                text("What it does", one.does().map(|does| words::authorization_type(does).to_owned())),
                (one.stand_in == Some(true)).then(|| Fact::text("Answered by", "The platform, in the issuer's place")),
                text("PIN check", one.online_pin_check_result.clone()),
                text("How safe", one.security_type_name.clone()),
                text("Remark", one.comment.clone()),
            ]),
        ),
        (
            "Amounts",
            known(vec![
                stated("Asked for", &one.enquired_amount),
                // Nothing was billed yet, and what was declined never is.
                stated("In the card's currency", &one.enquired_billing_amount)
                    .filter(|_| one.enquired_billing_amount != one.enquired_amount),
                stated("Held back", &one.reserve_amount),
                stated("Case's total", &one.total_billing_amount),
                stated("Open to buy then", &one.open_to_buy),
            ]),
        ),
        (
            "Where and how",
            known(vec![
                text("Made", Some(format!("{}, by the merchant's clock", made(one)))),
                text("What it is", Some(what(one))),
                text("Category", category.map(|code| format!("{} ({code})", words::category(code)))),
                text("City or phone", one.card_acceptor_city.clone()),
                text("Country", one.card_acceptor_country.as_deref().map(|code| region::country(code, locale))),
                text("Paid by", one.entry_mode.as_ref().map(|mode| words::authorization_entry(mode).to_owned())),
                text("Card", one.masked_pan.as_ref().and_then(MaskedCard::ending)),
                one.approval_code.clone().map(|code| Fact::id("Approval code", "approval code", code)),
                id.map(|id| Fact::id("Authorization ID", "authorization ID", id.to_string())),
            ]),
        ),
    ];
    view! {
        <section class="panel" aria-labelledby="authorization-name">
            <header><h2 id="authorization-name">{name(one)}</h2>{look}</header>
            {in_groups(groups)}
        </section>
    }
    .into_any()
}

fn case_view(case: &BusinessCase, locale: &str) -> AnyView {
    let what = words::business(case.business_case_type.as_ref(), case.financial_type.as_ref()).to_owned();
    let name = case.card_acceptor_name.as_deref().map(free_text).unwrap_or_else(|| what.clone());
    let moment = |at: &Option<Instant>| at.as_ref().map(time::date_and_time);
    let found = [
        text("What it is about", Some(what)),
        text("Status", case.status.clone()),
        text("Reserve", case.account_reserve_status.as_ref().map(|status| super::cases::reserve(status).to_owned())),
        stated("Held back on the account", &case.account_reserve_billing_amount),
        stated("First held back", &case.reserve_billing_amount),
        stated("In the merchant's currency", &case.reserve_amount),
        text("First authorization", moment(&case.first_authorization_transaction_date)),
        text("Last authorization", moment(&case.last_authorization_transaction_date)),
        text("City", case.card_acceptor_city.clone()),
        text("Country", case.card_acceptor_country.as_deref().map(|code| region::country(code, locale))),
        text(
            "Category",
            case.merchant_category_code.as_deref().map(|code| format!("{} ({code})", words::category(code))),
        ),
        case.business_case_identifier
            .as_ref()
            .and_then(|identifier| identifier.business_case_id.as_ref())
            .map(|id| Fact::id("Business case ID", "business case ID", id.to_string())),
    ];
    view! {
        <section class="panel" aria-labelledby="case-name">
            <header><h2 id="case-name">{name}</h2></header>
            {facts(found.into_iter().flatten().collect())}
        </section>
    }
    .into_any()
}

fn text(name: &'static str, text: Option<String>) -> Option<Fact> {
    text.filter(|text| !text.trim().is_empty()).map(|text| Fact::text(name, free_text(&text)))
}

fn stated(name: &'static str, stated: &Option<Amount>) -> Option<Fact> {
    stated.as_ref().map(|stated| Fact::new(name, amount(Some(stated))))
}
