//! A customer's screen: identity bar, sections, and the section in view.

use leptos::{html, prelude::*};
use web_sys::Element;

use super::{Desk, shell};
use crate::{
    browser::time,
    features::{
        account, activity, devices, disputes, identity, limits, operations, spending, unsettled, verification, wallet,
    },
    routes::{Detail, Route, Section},
    session::{Caller, NO_WALLET, Session},
    ui::{badge::Tone, banner::Banner, icon::icon, load::nothing, region::region, wallet_state},
};

/// The whole screen.
pub fn screen(desk: &Desk, caller: &Caller, section: Section, detail: Option<Detail>) -> impl IntoView + use<> {
    let session = &desk.session.serving(caller);
    desk.parts.fetch_sections();
    let content = match section {
        _ if section.needs_wallet() && !caller.has_wallet() => no_wallet(section.name()),
        Section::Overview => overview(session, caller).into_any(),
        Section::Devices => devices::panel(session, caller).into_any(),
        Section::Verification => verification::section(session, caller).into_any(),
        Section::Activity => activity::section(caller).into_any(),
        Section::Statements
        | Section::Operations
        | Section::Disputes
        | Section::Limits
        | Section::Controls
        | Section::Receipts => desk.parts.section(session, caller, section, detail),
    };
    let obstacle = {
        let (session, caller) = (session.clone(), caller.clone());
        Box::new(move || {
            let devices = caller.has_wallet().then(|| (devices::known(&caller), devices::again(&session, &caller)));
            spending::obstacle(&session, &caller, section, devices)
        })
    };
    view! {
        {identity_bar(desk, caller)}
        {sections(caller, section)}
        <div class="section">{account::banner(session, caller)}{wallet::banner(session, caller, obstacle)}{unconfirmed(caller)}{unsettled::lines(session, caller, section)}{content}</div>
    }
}

fn overview(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    view! {
        {verification::strip(session, caller)}
        <div class="columns">
            <div class="stack">
                {if caller.has_wallet() { wallet::panel(session, caller).into_any() } else { no_wallet("Wallet") }}
                {account::panel(session, caller)}
                {limits::panel(session, caller)}
                {operations::panel(session, caller)}
                {disputes::panel(session, caller)}
            </div>
            <div class="stack">
                {identity::panel(session, caller)}
                {caller.has_wallet().then(|| devices::panel(session, caller))}
            </div>
        </div>
    }
}

/// In the place of whatever is about a wallet, for an issuing customer who has none.
fn no_wallet(title: &'static str) -> AnyView {
    let next =
        "The issuer knows this person; the accounts can be seen and acted on. A wallet is made in the issuer's app.";
    region("no-wallet-panel", title, ().into_any(), nothing(NO_WALLET, next))
}

/// A change that nobody knows the end of is told wherever the rep looks.
fn unconfirmed(caller: &Caller) -> impl IntoView + use<> {
    let caller = caller.clone();
    let what = Memo::new(move |_| caller.unconfirmed());
    move || {
        what.get().map(|what| {
            let sentence = format!("{what}. Check it, or dismiss it, where it was made.");
            Banner::status(Tone::Attention, "warning", "A change is not confirmed.", sentence).slim().view()
        })
    }
}

/// Who this is; it never scrolls away.
fn identity_bar(desk: &Desk, caller: &Caller) -> impl IntoView + use<> {
    let record = caller.record();
    let name = record.with_untracked(|record| record.full_name());
    let has_wallet = caller.has_wallet();
    let state = {
        let record = record.clone();
        Memo::new(move |_| record.with(|record| record.state()))
    };
    let facts = record.with_untracked(|record| {
        let since = record.create_date.as_ref().map_or_else(|| "Not stated".into(), time::date);
        let id = record.customer_id.as_ref().map(
            |id| view! { <div><dt>"Customer ID"</dt><dd><code>{contract::shown_id(id.as_str())}</code></dd></div> },
        );
        view! {
            <dl>
                <div><dt>"City"</dt><dd>{record.city.clone().unwrap_or_else(|| "Not stated".into())}</dd></div>
                <div class="minor"><dt>"Customer since"</dt><dd>{since}</dd></div>
                {id}
            </dl>
        }
    });
    let (session, navigation, key, working) =
        (desk.session.clone(), desk.navigation, caller.key().clone(), caller.working());
    let kept = {
        let caller = caller.clone();
        Memo::new(move |_| {
            let open = || {
                Some(format!("Not confirmed: {}. Check it, or dismiss it, where it was made.", caller.unconfirmed()?))
            };
            working.get().then(|| "Something is being changed for this customer.".to_owned()).or_else(open)
        })
    };
    view! {
        <div class="identity">
            <h1 tabindex="-1"><bdi>{name.clone()}</bdi></h1>
            {move || wallet_state::badge_of_any(has_wallet.then(|| state.get()))}
            {facts}
            {account::chooser(&desk.session.serving(caller), caller)}
            {verification::level_badge(&desk.session, caller)}
            <button
                type="button"
                aria-label=format!("Close {name}")
                disabled=move || kept.with(Option::is_some)
                title=move || kept.get()
                on:click=move |_| shell::close(&session, navigation, &key)
            >
                {icon("close")}"Close"
            </button>
        </div>
    }
}

fn sections(caller: &Caller, in_view: Section) -> impl IntoView + use<> {
    let no_account = caller.no_account();
    let missing = Memo::new(move |_| no_account.get());
    let has_wallet = caller.has_wallet();
    let key = caller.key().clone();
    let links: Vec<_> = Section::ALL
        .map(|section| {
            let route = Route::section(&key, section);
            let letter = section.letter().to_ascii_uppercase().to_string();
            let current = (section == in_view).then_some("page");
            let no_wallet = section.needs_wallet() && !has_wallet;
            let off = move || no_wallet || section.needs_account() && missing.with(Option::is_some);
            let reason = if no_wallet { "no-wallet" } else { "no-account" };
            view! {
                <li>
                    <a
                        href=move || (!off()).then(|| route.href())
                        aria-current=current
                        role=move || off().then_some("link")
                        aria-disabled=move || off().then_some("true")
                        aria-describedby=move || off().then_some(reason)
                    >
                        {section.name()}<kbd aria-hidden="true">{letter}</kbd>
                    </a>
                </li>
            }
        })
        .into_iter()
        .collect();
    let reason = move || missing.get().map(|reason| view! { <p class="hint" id="no-account">{reason}</p> });
    let wallet_reason = (!has_wallet).then(|| view! { <p class="hint" id="no-wallet">{NO_WALLET}</p> });
    let place = NodeRef::<html::Nav>::new();
    Effect::new(move |_| {
        if let Some(nav) = place.get() {
            show_current(&nav);
        }
    });
    view! { <nav class="sections" aria-label="Customer" node_ref=place><ul>{links}</ul>{reason}{wallet_reason}</nav> }
}

/// On a narrow screen the sections scroll sideways: the one in view is brought to their middle.
fn show_current(nav: &Element) {
    if let Ok(Some(link)) = nav.query_selector("[aria-current]") {
        let (around, link) = (nav.get_bounding_client_rect(), link.get_bounding_client_rect());
        let beside = link.left() + link.width() / 2.0 - around.left() - around.width() / 2.0;
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
        nav.set_scroll_left(nav.scroll_left() + beside as i32);
    }
}
