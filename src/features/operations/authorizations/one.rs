//! One authorization, or one business case, in full.

use std::sync::Arc;

use contract::{
    Amount, BusinessCaseId, Instant, MaskedCard, Operation, free_text,
    operations::issuing::operations::{
        AccountReserveStatus, Authorization, AuthorizationSubType, BusinessCase, RetrieveAuthorization,
        RetrieveBusinessCase,
    },
};
use leptos::prelude::*;

use super::{
    asked_on::{AskedOn, FoundOn, Place, find},
    checks,
    entry::{made, name, what},
    reserves::held_until,
};
use crate::{
    browser::{region, time},
    features::{
        operations::{
            detail::in_groups,
            elsewhere::{self, elsewhere},
            list::Operations,
            words::{self, decline},
        },
        spending::{Ending, explanation},
        trouble::trouble,
    },
    gateway::Fault,
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        amount::amount,
        badge::badge,
        facts::{Fact, facts},
        load::{Asking, Load, loaded},
        trouble::{Again, Retry},
    },
};

/// What an authorization's address begins with, so that it is no operation's.
pub const AUTHORIZATION: &str = "authorization-";
/// And a business case's.
pub const CASE: &str = "case-";

/// The authorization of this id, on whichever account the card was asked for.
pub fn one(session: &Session, caller: &Caller, account: &KnownAccount, id: &str) -> AnyView {
    let authorization_id = contract::AuthorizationId::from(id);
    let question = move |Place { account, period: (start_time, end_time) }| RetrieveAuthorization {
        account_reference: account,
        authorization_id: authorization_id.clone(),
        start_time,
        end_time,
    };
    let show = {
        let (session, caller) = (session.clone(), caller.clone());
        move |FoundOn { account, answer: one }: &FoundOn<Authorization>, locale: &str| {
            let ending = Ending::of(one);
            let why = (ending == Ending::Declined).then(|| explanation(&session, &caller, account, one));
            let held = case_of(one)
                .filter(|_| ending == Ending::Approved)
                .map(|id| Fact::new("Held until", held_until(&session, &caller, account, id)));
            let case = case_of(one).map(|id| case_link(&caller, &id));
            view! {
                {why}
                {authorization_view(one, locale, held.into_iter().chain(case).collect())}
                {checks::view(&session, &caller, account, one)}
            }
            .into_any()
        }
    };
    let what = Titled { title: "Authorization", begins: "The authorization", what: "the authorization" };
    page(session, caller, account, format!("{AUTHORIZATION}{id}"), what, question, show)
}

/// The business case of this id, on whichever account it is.
pub fn case(session: &Session, caller: &Caller, account: &KnownAccount, id: BusinessCaseId) -> AnyView {
    let name = format!("{CASE}{id}");
    let own = id.clone();
    let question = move |Place { account, period: (start_time, end_time) }| RetrieveBusinessCase {
        account_reference: account,
        business_case_id: own.clone(),
        start_time,
        end_time,
    };
    let show = {
        let (session, caller) = (session.clone(), caller.clone());
        move |FoundOn { account, answer: case }: &FoundOn<BusinessCase>, locale: &str| {
            let holds = case.account_reserve_status == Some(AccountReserveStatus::Active);
            let held = holds.then(|| Fact::new("Held until", held_until(&session, &caller, account, id.clone())));
            case_view(case, locale, held)
        }
    };
    let what = Titled { title: "Business case", begins: "The business case", what: "the business case" };
    page(session, caller, account, name, what, question, show)
}

/// How one of the two is called.
#[derive(Clone, Copy)]
struct Titled {
    title: &'static str,
    begins: &'static str,
    what: &'static str,
}

fn page<O: Operation<Answer: Clone + Send + Sync>>(
    session: &Session,
    caller: &Caller,
    in_view: &KnownAccount,
    name: String,
    Titled { title, begins, what }: Titled,
    question: impl Fn(Place) -> O + Clone + Send + Sync + 'static,
    show: impl Fn(&FoundOn<O::Answer>, &str) -> AnyView + Send + 'static,
) -> AnyView {
    let asking = Asking::<Arc<FoundOn<O::Answer>>>::default();
    let read = {
        let (session, caller, in_view) = (session.clone(), caller.clone(), in_view.clone());
        move || {
            // The gateway asks for a period although the id is unique (public): the list's, or the usual one.
            let period = Operations::of(&caller, &in_view).asked();
            let places = AskedOn::of(&caller).places(&session, &caller, &in_view, &name, period);
            let found = find(session.gateway.clone(), places, question.clone());
            async move {
                found.await.map(Arc::new).map_err(|failure| {
                    let mut trouble = trouble(begins, &failure);
                    if failure.fault == Fault::Http(404) {
                        trouble.sentence = format!(
                            "{begins} was not found on this customer\u{2019}s accounts in the period of the list."
                        );
                        trouble.again = Again::Never("Choose a longer period in the list, and open it there.");
                    }
                    trouble
                })
            }
        }
    };
    if asking.state().with_untracked(|state| matches!(state, Load::Idle)) {
        asking.ask(read());
    }
    let again = asking.clone();
    let retry: Retry = Arc::new(move || again.refresh(read()));
    let ready = {
        let (session, caller, in_view) = (session.clone(), caller.clone(), in_view.clone());
        move |found: &Arc<FoundOn<O::Answer>>| {
            let words = elsewhere::Words { begins: "It is on", to_act: "To change anything because of it" };
            let elsewhere = elsewhere(&session, &caller, &in_view, &found.account, words);
            view! { {elsewhere}{show(found, &session.config.locale)} }.into_any()
        }
    };
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

fn case_of(one: &Authorization) -> Option<BusinessCaseId> {
    one.authorization_business_case_identifier.as_ref()?.business_case_id.clone()
}

fn case_link(caller: &Caller, id: &BusinessCaseId) -> Fact {
    let href = Route::detail(caller.key(), Section::Operations, format!("{CASE}{id}")).href();
    Fact::new("Business case", view! { <a class="link" href=href>{id.to_string()}</a> }.into_any())
}

fn sub_type(sub_type: &AuthorizationSubType) -> &str {
    match sub_type {
        AuthorizationSubType::Request => "Yes",
        AuthorizationSubType::Advice => "No, only told: it was decided elsewhere",
        AuthorizationSubType::Other => "Something else",
        AuthorizationSubType::Unknown(word) => word,
    }
}

fn authorization_view(one: &Authorization, locale: &str, held: Vec<Fact>) -> AnyView {
    let result = decline::result(one);
    let (tone, picture) = decline::look(Ending::of(one));
    let look = badge(tone, picture, result.clone());
    let known = |facts: Vec<Option<Fact>>| facts.into_iter().flatten().collect::<Vec<_>>();
    let id = one.authorization_identifier.as_ref().and_then(|identifier| identifier.transaction_id.as_ref());
    let category = one.merchant_category_code.as_deref();
    let mut groups = vec![
        (
            "Answer",
            known(vec![
                text("Result", Some(result.clone())),
                text("Gateway's text", one.result_description.clone()),
                text("Result code", one.result_code.clone()),
                text("What it does", one.does().map(|does| words::authorization_type(does).to_owned())),
                text("The merchant asked", one.transaction_sub_type.as_ref().map(|kind| sub_type(kind).to_owned())),
                text("Scheme's name for it", one.transaction_type_name.clone()),
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
                (one.on_premises_of_acceptor == Some(false)).then(|| Fact::text("Terminal", "Not at the merchant's")),
                text("Card", one.masked_pan.as_ref().and_then(MaskedCard::ending)),
                one.approval_code.as_deref().map(|code| Fact::id("Approval code", "approval code", code)),
                id.map(|id| Fact::own_id("Authorization ID", "authorization ID", id.to_string())),
            ]),
        ),
    ];
    groups[1].1.extend(held);
    view! {
        <section class="panel" aria-labelledby="authorization-name">
            <header><h2 id="authorization-name">{name(one)}</h2>{look}</header>
            {in_groups(groups)}
        </section>
    }
    .into_any()
}

fn case_view(case: &BusinessCase, locale: &str, held: Option<Fact>) -> AnyView {
    let what = words::business(case.business_case_type.as_ref(), case.financial_type.as_ref()).to_owned();
    let name = case.card_acceptor_name.as_deref().map(free_text).unwrap_or_else(|| what.clone());
    let moment = |at: &Option<Instant>| at.as_ref().map(time::date_and_time);
    let found = [
        text("What it is about", Some(what)),
        text("Status", case.status.clone()),
        text("Reserve", case.account_reserve_status.as_ref().map(|status| super::cases::reserve(status).to_owned())),
        stated("Held back on the account", &case.account_reserve_billing_amount),
        held,
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
            .map(|id| Fact::own_id("Business case ID", "business case ID", id.to_string())),
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
