//! Finding operations across accounts by what a caller remembers.

mod criteria;

use std::sync::Arc;

use contract::{
    Operation,
    operations::issuing::{
        Paged,
        operations::{OperationKind, SearchOperations},
    },
};
use leptos::{ev::SubmitEvent, prelude::*};

use self::criteria::{Currencies, MADE, NO_DATES, Name, POSTED, search};
use super::{
    entry::{COLUMNS, Place},
    list::{USUAL_DAYS, read},
    listing::{Listing, Picking, listing},
    pages::{Pages, Reading, Source},
    posting::currency_of,
};
use crate::{
    browser::time,
    features::{account::known_account, trouble::trouble},
    gateway::not_offered,
    routes::{Route, Section},
    session::{Caller, KnownAccount, Session},
    ui::{
        actions::{Button, row},
        form::{Control, Field, all_right},
        operation_kind,
        region::region,
        trouble::Retry,
    },
};

/// In the address, where an operation's number would stand.
pub const NAME: &str = "search";

const LISTING: Listing = Listing {
    label: "Found operations",
    what: "the operations",
    noun: ("operation", "operations"),
    columns: COLUMNS,
    kinds: &[],
    empty: |count| {
        let next = "Look in a longer period, or put % around a part of the merchant's name.";
        (*count == 0).then_some(("Nothing fits these criteria.", next))
    },
};

/// What was typed and what was found. Lives with the caller, once for each account that is in view meanwhile.
#[derive(Clone)]
struct Across {
    fields: Arc<[(Name, Field)]>,
    pages: Pages,
    picking: Picking,
    asked: ArcRwSignal<bool>,
}

impl Across {
    fn of(caller: &Caller, account: &KnownAccount) -> Self {
        caller.keep_for(account.reference.as_str(), || {
            let today = time::today();
            let begins = |name| match name {
                Name::Account => account.reference.to_string(),
                // Fees and interest are posted, and made by nobody.
                Name::Dates => POSTED.into(),
                Name::From => today.plus_days(1 - USUAL_DAYS).to_iso(),
                Name::To => today.to_iso(),
                Name::Currency => currency_of(account).map(|(_, iso_code)| iso_code).unwrap_or_default(),
                _ => String::new(),
            };
            Self {
                fields: Name::ALL.map(|name| (name, field(name, begins(name)))).into(),
                pages: Pages::default(),
                picking: Picking::default(),
                asked: ArcRwSignal::new(false),
            }
        })
    }

    fn field(&self, name: Name) -> Field {
        // `Name::ALL` is in the order of the enum, so each stands at its own place.
        self.fields[name as usize].1.clone()
    }

    fn ask(&self, session: &Session, caller: &Caller, account: &KnownAccount) {
        self.fields.iter().for_each(|(_, field)| field.accept());
        let kept_in = |reference: &str| {
            let typed = known_account(session, caller, &reference.into())?;
            currency_of(&typed).map(|(_, iso_code)| iso_code)
        };
        let currencies = Currencies { decimals: contract::currency::decimals, kept_in };
        let period = |from, to| (time::start_of_day(from), time::end_of_day(to));
        let found = search(|name| self.field(name).text_now(), &currencies, period);
        // The first thing that is wrong with a field is the one that is said.
        let wrong = found.as_ref().err().into_iter().flatten();
        wrong.rev().for_each(|(name, error)| self.field(*name).refuse(error.clone()));
        let fields: Vec<_> = self.fields.iter().map(|(_, field)| field).collect();
        let is_right = all_right(&fields);
        let Some(question) = found.ok().filter(|_| is_right) else { return };
        let (gateway, place) = (session.gateway.clone(), Place::of(caller, account, false));
        let source: Source = Arc::new(move |page| -> Reading {
            let (gateway, place) = (gateway.clone(), place.clone());
            // The gateway gives 10 when nobody says, which is too few to look at.
            let question = question.on_page(page, gateway.page_size());
            Box::pin(async move {
                let answered = gateway.call(question).await.map_err(|failure| trouble("The operations", &failure))?;
                Ok(read(&place, answered, gateway.page_size()))
            })
        });
        self.asked.set(true);
        self.pages.ask(source);
    }
}

/// The first three name something by a reference of the platform's own kind.
fn field(name: Name, text: String) -> Field {
    let field = Field::holding(id(name), text);
    match name {
        Name::Account | Name::Company | Name::VirtualCard | Name::Operation => field.for_reference(),
        _ => field,
    }
}

/// The section: the form with its three groups, and what was found.
pub fn section(session: &Session, caller: &Caller, account: &KnownAccount) -> AnyView {
    let across = Across::of(caller, account);
    let submit = {
        let (across, session, caller, account) = (across.clone(), session.clone(), caller.clone(), account.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            across.ask(&session, &caller, &account);
        }
    };
    let missing = session.gateway.not_offered(&SearchOperations::SPEC).is_some();
    let off = ("search-reason", Memo::new(move |_| missing.then(|| not_offered(SearchOperations::SPEC.name))));
    let find = Button::new("Search operations", off).class("primary").submit();
    let back = Route::section(caller.key(), Section::Operations).href();
    let found = {
        let (across, pages) = (across.clone(), across.pages.clone());
        let retry: Retry = Arc::new(move || pages.refresh());
        move || {
            across.asked.get().then(|| {
                let found = listing(LISTING, &across.pages, &across.picking, retry.clone());
                region("found", "Found", ().into_any(), found)
            })
        }
    };
    view! {
        <header class="title">
            <h2 tabindex="-1">"Search operations"</h2>
            <a class="button" href=back>"All operations"</a>
        </header>
        <form class="panel" novalidate on:submit=submit>
            {groups(&across)}
            {row(vec![find], off)}
        </form>
        {found}
    }
    .into_any()
}

fn groups(across: &Across) -> AnyView {
    let line = |name, label| Control::line(&across.field(name), label);
    let date = |name, label| Control::date(&across.field(name), label);
    let amount = |name, label| Control::amount(&across.field(name), label);
    let dates = [(POSTED, "Posted on these days"), (MADE, "Made on these days"), (NO_DATES, "None")];
    let dates = dates.map(|(held, called)| (held.to_owned(), called.to_owned())).to_vec();
    view! {
        {group("Where to look: at least one", vec![
            line(Name::Account, "Account reference").view(),
            line(Name::Company, "Company").view(),
            line(Name::VirtualCard, "Virtual card").view(),
            line(Name::Operation, "Operation ID").hint("Does without dates.").view(),
        ])}
        {group("When: one kind of date, both ends", vec![
            Control::choice(&across.field(Name::Dates), "Dates", dates).view(),
            date(Name::From, "From").view(),
            date(Name::To, "To").view(),
        ])}
        {group("What is remembered: all optional", vec![
            amount(Name::Least, "Amount from").view(),
            amount(Name::Most, "Amount to").view(),
            line(Name::Currency, "Currency of the amounts").hint("Three letters, such as EUR.").view(),
            line(Name::Approval, "Approval code").view(),
            line(Name::Merchant, "Merchant").hint("% stands for anything: Plat%, %hill, Al%gang.").view(),
            Control::choice(&across.field(Name::Kind), "Kind", kinds()).view(),
        ])}
    }
    .into_any()
}

fn group(legend: &'static str, fields: Vec<AnyView>) -> AnyView {
    view! { <fieldset class="filters"><legend>{legend}</legend>{fields}</fieldset> }.into_any()
}

fn kinds() -> Vec<(String, String)> {
    let kinds = [
        OperationKind::Transaction,
        OperationKind::Fee,
        OperationKind::Interest,
        OperationKind::Payment,
        OperationKind::Reimbursement,
        OperationKind::Load,
        OperationKind::Dispute,
        OperationKind::BalanceAdjustment,
        OperationKind::BalanceTransfer,
        OperationKind::WriteOff,
    ];
    let any = (String::new(), "Any".to_owned());
    let named = kinds.iter().map(|kind| (kind.as_str().to_owned(), operation_kind::words(kind).to_owned()));
    std::iter::once(any).chain(named).collect()
}

const fn id(name: Name) -> &'static str {
    match name {
        Name::Account => "across-account",
        Name::Company => "across-company",
        Name::VirtualCard => "across-virtual-card",
        Name::Operation => "across-operation",
        Name::Dates => "across-dates",
        Name::From => "across-from",
        Name::To => "across-to",
        Name::Least => "across-least",
        Name::Most => "across-most",
        Name::Currency => "across-currency",
        Name::Approval => "across-approval",
        Name::Merchant => "across-merchant",
        Name::Kind => "across-kind",
    }
}
