//! The wallet: its state in words, why it is so, and what may be done.

mod change;
mod claim;
mod saga;
mod shown;
mod steps;
mod words;
mod work;

use std::sync::Arc;

use contract::{Instant, Operation, WalletCustomer, WalletState, operations::UpdateCustomerActivation};
use leptos::prelude::*;

pub use self::work::{Stage, Work};
use self::{
    change::change_dialog,
    saga::{End, Goal},
    words::{diagnosis, ending, explanation, left_inactive, perhaps_left_inactive},
    work::NotBegun,
};
use crate::{
    browser::{WebLock, time},
    features::{outcome::NO_LOCKS, trouble::trouble},
    session::{Caller, Earlier, Reread, Session, UnlockJournal, reread},
    ui::{
        actions::{Button, Off, why_not},
        badge::Tone,
        banner::Banner,
        facts::{Fact, facts_across},
        icon::icon,
        load::{Asking, Load},
        region::{focus_region, region},
        trouble::{Again, Trouble, trouble_view},
        wallet_state,
    },
};

/// The one line on top of every section: what stands in the caller's way, and what fixes it. Where no wallet does,
/// `otherwise` says what may keep a payment from being made.
pub fn banner(session: &Session, caller: &Caller, otherwise: Box<dyn Fn() -> AnyView + Send>) -> impl IntoView + use<> {
    let abandoned = session.abandoned;
    let (record, read_at) = (caller.record(), caller.read_at());
    let stage = Work::on(caller).stage(caller);
    let elsewhere = elsewhere(session, caller);
    let key = caller.key().clone();
    let conflict = caller.conflict();
    let has_wallet = caller.has_wallet();
    let (own, caller) = (session.clone(), caller.clone());
    move || {
        if !has_wallet {
            return otherwise();
        }
        if let Some(conflict) = conflict.get() {
            return claim::line(&own, &caller, &conflict);
        }
        let (state, who) = record.with(|record| (record.state(), first_name(record)));
        let stage = stage.get();
        let is_old = || UnlockJournal::of(&key).earlier(&own.rep.get_untracked()) == Earlier::Old;
        let inactive = matches!(state, WalletState::Inactive | WalletState::InactiveAndLocked);
        match (UnlockJournal::of(&key).interrupted(), &stage) {
            (_, Stage::Running(_)) => line(
                Tone::Information,
                "clock",
                "Working on the wallet.",
                "Do not promise anything yet: the last read decides.".into(),
            ),
            // Here it is over, or was cut short before this page was there; but only when nobody is at it.
            (Some(unlock), Stage::Idle | Stage::NotBegun(..))
                if abandoned.with(|abandoned| abandoned.iter().all(|other| other.key != unlock.key)) =>
            {
                line(
                    Tone::Information,
                    "clock",
                    "Another tab is working on this wallet.",
                    "Do not promise anything yet: wait for it, then read again.".into(),
                )
            }
            (Some(interrupted), _) if inactive && is_old() => {
                let (tone, picture) = wallet_state::look(state);
                let (heading, sentence) = perhaps_left_inactive(&day_and_minute(interrupted.at));
                line(tone, picture, heading, sentence)
            }
            (Some(interrupted), _) if inactive => {
                let (heading, sentence) = left_inactive(&who, &time::minute(interrupted.at));
                Banner::alert(Tone::Danger, "danger", heading, sentence).loud().view()
            }
            // The last reading is older than the write: what it shows may be over.
            (Some(interrupted), _) if read_at.get() <= interrupted.at => Banner::alert(
                Tone::Danger,
                "danger",
                "The wallet may be inactive: read it again.",
                format!("The unlock of {} could not be seen to its end.", day_and_minute(interrupted.at)),
            )
            .loud()
            .view(),
            (Some(interrupted), _) if state != WalletState::Active => line(
                Tone::Attention,
                "warning",
                "An unlock was not confirmed.",
                format!(
                    "It began on {}. The wallet reads as {}: unlock it again.",
                    day_and_minute(interrupted.at),
                    state.words().to_ascii_lowercase()
                ),
            ),
            _ => match diagnosis(state, elsewhere.as_deref()) {
                Some((heading, sentence)) => {
                    let (tone, picture) = wallet_state::look(state);
                    line(tone, picture, heading, sentence)
                }
                None => otherwise(),
            },
        }
    }
}

/// What is remembered may be of yesterday.
fn day_and_minute(epoch_millis: i64) -> String {
    time::date_and_time(&Instant::from_epoch_millis(epoch_millis))
}

/// Why this issuer's wallets are not changed here, where that is so.
fn elsewhere(session: &Session, caller: &Caller) -> Option<String> {
    let spec = UpdateCustomerActivation::SPEC;
    let is_elsewhere = session.gateway.not_offered(&spec).is_some();
    is_elsewhere.then(|| untrack(|| session.hindrance(&spec, caller))).flatten().map(|hindrance| hindrance.reason)
}

fn line(tone: Tone, picture: &'static str, heading: &'static str, sentence: String) -> AnyView {
    Banner::status(tone, picture, heading, sentence).named("What stands in the way").view()
}

/// The wallet panel.
pub fn panel(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (session, caller) = (session.clone(), caller.clone());
    let work = Work::on(&caller);
    let reading: Asking<()> = Asking::default();
    let refresh = refresh(&session, &caller, &reading);
    let read_at = caller.read_at();
    let record = caller.record();
    let change = RwSignal::new(None::<Goal>);
    let stage = work.stage(&caller);
    let running = Memo::new(move |_| stage.with(|stage| matches!(stage, Stage::Running(_))));
    let again = refresh.clone();
    let failed = move || {
        let state = reading.state();
        let again = again.clone();
        state.with(|state| match state {
            Load::Failed(trouble) | Load::Stale(_, _, trouble) => Some(trouble_view(trouble, again)),
            _ => None,
        })
    };
    let dialog = {
        let (session, caller, work) = (session.clone(), caller.clone(), work.clone());
        move || {
            let working = caller.working();
            let done = move || {
                change.set(None);
                // The button that led here is gone, or cannot be pressed any more.
                let hindered = stage.with_untracked(|stage| matches!(stage, Stage::NotBegun(..)));
                if hindered || working.get_untracked() {
                    focus_region("wallet");
                }
            };
            change.get().map(|goal| change_dialog(&session, &caller, &work, goal, done))
        }
    };
    let body = {
        let (work, record) = (work.clone(), record.clone());
        move || match stage.get() {
            Stage::Running(shown) => steps::running(&shown),
            Stage::Over(shown, end) => steps::over(&shown, end, &record.with(first_name), &work),
            Stage::NotBegun(why, _) => not_begun(why, &work),
            Stage::Idle => ().into_any(),
        }
    };
    let beside = view! {
        <small>{move || format!("Read {}", time::second(read_at.get()))}</small>
        <button
            type="button"
            class="bare"
            aria-label="Refresh: read the wallet again"
            disabled=move || running.get()
            on:click=move |_| refresh()
        >
            "Refresh"
        </button>
    };
    let body = view! {
        {state_line(&session, &caller, stage)}
        {body}
        {failed}
        {facts_of(&caller)}
        {buttons(&session, &caller, running, change)}
        {dialog}
    };
    region("wallet", "Wallet", beside.into_any(), body.into_any())
}

fn not_begun(why: NotBegun, work: &Work) -> AnyView {
    let (heading, sentence) = match why {
        NotBegun::ElsewhereAtWork if WebLock::are_refused() => ("The change did not begin.", NO_LOCKS.to_owned()),
        NotBegun::ElsewhereAtWork => {
            ("Another tab is working on this wallet.", "Wait for it, then read again.".to_owned())
        }
        NotBegun::NoJournal => (
            "The unlock did not begin.",
            "This browser keeps no data for the portal, so a broken unlock could not be found again. Allow site data for the portal.".into(),
        ),
        NotBegun::Hindered(reason) => ("Not sent.", reason),
    };
    let work = work.clone();
    let banner = Banner::alert(Tone::Attention, "warning", heading, sentence).slim();
    banner.offering("Dismiss", move || steps::dismiss(&work)).view()
}

fn state_line(session: &Session, caller: &Caller, stage: Memo<Stage>) -> impl IntoView + use<> {
    let record = caller.record();
    let journal = UnlockJournal::of(caller.key());
    let (is_elsewhere, rep) = (elsewhere(session, caller).is_some(), session.rep);
    let state = Memo::new(move |_| record.with(WalletCustomer::state));
    let explained = move || {
        // While something runs and right after it the steps speak.
        stage.with(|stage| matches!(stage, Stage::Idle)).then(|| {
            let (why, helps) = explanation(state.get(), journal.earlier(&rep.get_untracked()), is_elsewhere);
            view! { <p>{why}" "<span class="hint">{helps}</span></p> }
        })
    };
    view! {
        <p class="wallet-state" role="status" aria-label="Wallet status" data-tone=move || wallet_state::look(state.get()).0.name()>
            {move || icon(wallet_state::look(state.get()).1)}
            {move || state.get().words()}
        </p>
        {explained}
    }
}

fn facts_of(caller: &Caller) -> impl IntoView + use<> {
    let record = caller.record();
    move || {
        record.with(|record| {
            let day = |instant: &Option<Instant>| instant.as_ref().map_or_else(|| "Not stated".to_owned(), time::date);
            let last_login = record.last_login_date.as_ref();
            let verified = match record.email_verified {
                Some(true) => "Yes",
                Some(false) => "No",
                None => "Not stated",
            };
            facts_across(vec![
                Fact::text("Last login", last_login.map_or_else(|| "Not stated".to_owned(), time::date_and_time)),
                Fact::text("Password changed", day(&record.password_changed_date)),
                Fact::text("Passcode changed", day(&record.passcode_changed_date)),
                Fact::text("E-mail verified", verified),
            ])
        })
    }
}

/// What the state allows; what is not allowed for another reason is disabled, and the reason stands beside it.
fn buttons(
    session: &Session,
    caller: &Caller,
    running: Memo<bool>,
    change: RwSignal<Option<Goal>>,
) -> impl IntoView + use<> {
    let (session, caller) = (session.clone(), caller.clone());
    let record = caller.record();
    let state = Memo::new(move |_| record.with(WalletCustomer::state));
    let off: Off = ("wallet-reason", {
        let hindrance = move || session.hindrance(&UpdateCustomerActivation::SPEC, &caller);
        Memo::new(move |_| hindrance().map(|hindrance| hindrance.reason))
    });
    let button = move |name: &'static str, class: &'static str, goal: Goal| {
        Button::new(name, off).class(class).unless(running).view(move || change.set(Some(goal)))
    };
    move || {
        let offered = match state.get() {
            WalletState::Active => button("Deactivate wallet", "danger quiet", Goal::Deactivate),
            WalletState::Locked => view! {
                {button("Unlock wallet", "primary", Goal::Unlock)}
                {button("Deactivate wallet", "danger quiet", Goal::Deactivate)}
            }
            .into_any(),
            WalletState::Inactive | WalletState::InactiveAndLocked => {
                button("Reactivate wallet", "primary", Goal::Reactivate)
            }
            WalletState::NotStated => ().into_any(),
        };
        view! { <footer class="actions">{offered}{why_not(off)}</footer> }
    }
}

/// Reads the wallet once more, for the rep who wants to know.
fn refresh(session: &Session, caller: &Caller, reading: &Asking<()>) -> Arc<dyn Fn() + Send + Sync> {
    let (session, caller, reading) = (session.clone(), caller.clone(), reading.clone());
    Arc::new(move || {
        let (gateway, caller) = (session.gateway.clone(), caller.clone());
        reading.refresh(async move {
            let known = caller.record().get_untracked();
            match reread(&gateway, &known).await {
                Ok(Reread::Found(record)) => {
                    caller.refresh(*record);
                    Ok(())
                }
                Ok(Reread::NotTheSame) => Err(Trouble {
                    sentence: ending(Goal::Unlock, End::NotTheSame, "").1,
                    details: Vec::new(),
                    correlation: None,
                    again: Again::Now,
                }),
                Ok(Reread::NotAll) => Err(Trouble {
                    sentence: "Not everything could be read, and this wallet is not in what came.".into(),
                    details: Vec::new(),
                    correlation: None,
                    again: Again::Now,
                }),
                Err(failure) => Err(trouble("The wallet", &failure)),
            }
        });
    })
}

fn first_name(record: &WalletCustomer) -> String {
    record.first_name.clone().unwrap_or_default()
}
