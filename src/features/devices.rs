//! The devices of a wallet, each with an activation of its own.

use std::sync::Arc;

use contract::{
    CustomerDevice, DeviceUri, Operation, Status,
    operations::{RetrieveCustomerDevices, UpdateCustomerDeviceActivation},
    visible,
};
use leptos::{prelude::*, task::spawn_local};

use super::trouble::{details, trouble};
use crate::{
    browser::time,
    gateway::{Failure, Outcome},
    session::{Caller, Entry, EntryOutcome, Session},
    ui::{
        badge::{Tone, badge},
        banner::Banner,
        dialog::{Confirming, Who, before_and_after, confirming},
        icon::icon,
        load::{Asking, Load, loaded},
        region::{focus_region, region},
        trouble::{Again, Retry, Trouble, trouble_facts},
    },
};

/// A caller's devices, and what is being done with them. Lives with the caller.
#[derive(Clone)]
struct Devices {
    list: Asking<Vec<CustomerDevice>>,
    working: ArcRwSignal<Option<DeviceUri>>,
    ended: ArcRwSignal<Option<Ended>>,
}

/// How the last change ended.
#[derive(Clone, Debug, PartialEq)]
struct Ended {
    proven: bool,
    heading: &'static str,
    sentence: String,
    trouble: Option<Trouble>,
}

impl Devices {
    fn of(session: &Session, caller: &Caller) -> Self {
        let devices = caller.keep(|| Self {
            list: Asking::default(),
            working: ArcRwSignal::new(None),
            ended: ArcRwSignal::new(None),
        });
        if devices.list.state().with_untracked(|state| matches!(state, Load::Idle)) {
            devices.list.ask(read(session, caller));
        }
        devices
    }
}

/// Holds nothing of the caller: closing them ends it.
fn read(session: &Session, caller: &Caller) -> impl Future<Output = Result<Vec<CustomerDevice>, Trouble>> + use<> {
    let gateway = session.gateway.clone();
    let key = caller.record().with_untracked(|record| record.key());
    async move {
        let answered = gateway.call(RetrieveCustomerDevices::of(&key)).await;
        answered
            .map(|answered| answered.answer.customer_devices.rows)
            .map_err(|failure| trouble("The devices", &failure))
    }
}

/// The panel, in the overview and on its own.
pub fn panel(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let devices = Devices::of(session, caller);
    let retry: Retry = {
        let (devices, session, caller) = (devices.clone(), session.clone(), caller.clone());
        Arc::new(move || devices.list.refresh(read(&session, &caller)))
    };
    let chosen = RwSignal::new(None::<CustomerDevice>);
    let hindrance = {
        let (session, caller) = (session.clone(), caller.clone());
        Memo::new(move |_| session.hindrance(&UpdateCustomerDeviceActivation::SPEC, &caller))
    };
    let state = devices.list.state();
    let count = move || state.with(|state| state.answer().map(|devices| devices.len().to_string()));
    let ended = devices.ended.clone();
    let working = devices.working.clone();
    let rows = move |list: &Vec<CustomerDevice>| {
        let rows: Vec<_> = list.iter().map(|device| row(device, chosen, hindrance, working.clone())).collect();
        let reason = move || {
            hindrance.get().map(|hindrance| view! { <p class="hint" id="device-reason">{hindrance.reason}</p> })
        };
        view! { <ul class="rows">{rows}</ul>{reason} }.into_any()
    };
    let dialog = {
        let (devices, session, caller) = (devices.clone(), session.clone(), caller.clone());
        move || {
            let working = caller.working();
            let done = move || {
                chosen.set(None);
                if working.get_untracked() {
                    focus_region("devices");
                }
            };
            chosen.get().map(|device| change_dialog(&devices, &session, &caller, device, done))
        }
    };
    let dismiss = devices.ended.clone();
    let list = loaded(
        &devices.list,
        "the devices",
        retry,
        |list| {
            let next = "The customer links one by signing in to the app on it.";
            list.is_empty().then_some(("No device is linked with this wallet.", next))
        },
        Box::new(rows),
    );
    let ended = move || ended.get().map(|ended| ended_view(ended, dismiss.clone()));
    let beside = view! { <small>{count}</small> };
    region("devices", "Devices", beside.into_any(), view! { {ended}{list}{dialog} }.into_any())
}

fn row(
    device: &CustomerDevice,
    chosen: RwSignal<Option<CustomerDevice>>,
    hindrance: Memo<Option<crate::session::Hindrance>>,
    working: ArcRwSignal<Option<DeviceUri>>,
) -> impl IntoView + use<> {
    let (tone, picture, word) = look(device.active);
    let kind = device.device_type_unique_name.as_ref().map_or_else(String::new, |kind| kind.words().to_owned());
    let name = name(device);
    let used = device.last_used_date.as_ref().map(|at| format!("last used {}", time::date(at)));
    let more = [Some(kind).filter(|kind| !kind.is_empty() && *kind != name), used]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let device = device.clone();
    let action = device.active.map(|active| {
        let verb = if active { "Deactivate" } else { "Activate" };
        let label = format!("{verb} {name}");
        view! {
            <button
                type="button"
                class="small"
                aria-label=label
                disabled=move || hindrance.with(Option::is_some) || working.with(Option::is_some)
                aria-describedby=move || hindrance.with(Option::is_some).then_some("device-reason")
                on:click=move |_| chosen.set(Some(device.clone()))
            >
                {verb}
            </button>
        }
    });
    view! {
        <li>
            {icon("device")}
            <span class="name"><bdi>{name}</bdi>" "<small>{more}</small></span>
            {badge(tone, picture, word)}
            {action}
        </li>
    }
}

fn name(device: &CustomerDevice) -> String {
    let kind = device.device_type_unique_name.as_ref().map(|kind| kind.words().to_owned());
    device
        .device_name
        .as_deref()
        .map(visible)
        .filter(|name| !name.is_empty())
        .or(kind)
        .unwrap_or_else(|| "Device".into())
}

const fn look(active: Option<bool>) -> (Tone, &'static str, &'static str) {
    match active {
        Some(true) => (Tone::Good, "check", "Active"),
        Some(false) => (Tone::Plain, "off", "Inactive"),
        None => (Tone::Attention, "warning", "Not stated"),
    }
}

fn change_dialog(
    devices: &Devices,
    session: &Session,
    caller: &Caller,
    device: CustomerDevice,
    done: impl Fn() + 'static,
) -> AnyView {
    let record = caller.record().get_untracked();
    let active = device.active == Some(true);
    let who = Who::of(&record);
    let facts = Confirming {
        title: if active { "Deactivate this device?" } else { "Activate this device?" },
        who: Some(who),
        verb: if active { "Deactivate" } else { "Activate" },
        harms: active,
        cancel: "Cancel",
    };
    let word = |active| look(Some(active)).2.to_owned();
    let body = view! {
        {before_and_after(
            "What will change",
            ["Device".into(), "Now".into(), "Then".into()],
            vec![("Name", name(&device), name(&device)), ("State", word(active), word(!active))],
        )}
        <p class="hint">"The wallet and its other devices are not touched."</p>
    };
    let (devices, session, caller) = (devices.clone(), session.clone(), caller.clone());
    let confirm = move || {
        change(&devices, &session, &caller, &device);
        true
    };
    confirming(facts, body.into_any(), confirm, done)
}

/// Sends, then reads: the read alone decides what is said.
fn change(devices: &Devices, session: &Session, caller: &Caller, device: &CustomerDevice) {
    if caller.working().get_untracked() {
        return;
    }
    let (devices, session, caller, device) = (devices.clone(), session.clone(), caller.clone(), device.clone());
    let activate = device.active != Some(true);
    caller.working().set(true);
    devices.working.set(Some(device.device_uri.clone()));
    devices.ended.set(None);
    spawn_local(async move {
        let key = caller.record().with_untracked(|record| record.key());
        let request = UpdateCustomerDeviceActivation::of(&key, &device.device_uri, activate);
        let sent = session.gateway.call(request).await.map(|answered| (answered.partly, answered.correlation));
        let now = read(&session, &caller).await;
        let seen = now.as_ref().ok().and_then(|list| list.iter().find(|other| other.device_uri == device.device_uri));
        let seen = seen.and_then(|device| device.active);
        let ended = settle(&name(&device), activate, &sent, seen);
        let (outcome, correlation) = journalled(&sent, ended.proven, seen, activate);
        let what = format!("{} a device", if activate { "Activate" } else { "Deactivate" });
        caller.note(Entry { at: time::now(), what, outcome, correlation });
        devices.list.refresh(std::future::ready(now));
        devices.ended.set(Some(ended));
        devices.working.set(None);
        caller.working().set(false);
    });
}

type SentDevice = Result<(Option<Status>, String), Failure>;

/// What is said of a change, from what was answered and what a read shows.
fn settle(name: &str, activate: bool, sent: &SentDevice, seen: Option<bool>) -> Ended {
    let wanted = if activate { "active" } else { "inactive" };
    let trouble = match sent {
        Ok((None, _)) => None,
        Ok((Some(status), correlation)) => Some(Trouble {
            sentence: "The gateway did only part of it.".into(),
            details: details(status),
            correlation: Some(correlation.clone()),
            again: Again::Now,
        }),
        Err(failure) => Some(trouble("The device", failure)),
    };
    match seen {
        Some(active) if active == activate => Ended {
            proven: true,
            heading: "Done.",
            sentence: format!("{name} is {wanted} now, seen by reading."),
            trouble: None,
        },
        Some(_) => Ended {
            proven: false,
            heading: "Not done.",
            sentence: format!("{name} is not {wanted}: nothing changed."),
            trouble,
        },
        None => Ended {
            proven: false,
            heading: "Not confirmed.",
            sentence: format!("{name} could not be read after the change, so nobody knows. Read the devices again."),
            trouble,
        },
    }
}

fn journalled(sent: &SentDevice, proven: bool, seen: Option<bool>, activate: bool) -> (EntryOutcome, Option<String>) {
    match sent {
        _ if seen.is_none() => (EntryOutcome::Unknown, correlation(sent)),
        _ if proven && seen == Some(activate) => (EntryOutcome::Done, correlation(sent)),
        Err(failure) if failure.outcome() == Outcome::Unknown => (EntryOutcome::Unknown, correlation(sent)),
        _ => (EntryOutcome::Failed, correlation(sent)),
    }
}

fn correlation(sent: &SentDevice) -> Option<String> {
    Some(match sent {
        Ok((_, correlation)) => correlation.clone(),
        Err(failure) => failure.correlation.clone(),
    })
}

fn ended_view(ended: Ended, dismiss: ArcRwSignal<Option<Ended>>) -> impl IntoView {
    let banner = if ended.proven {
        Banner::status(Tone::Good, "check", ended.heading, ended.sentence)
    } else {
        Banner::alert(Tone::Attention, "warning", ended.heading, ended.sentence)
    };
    let banner = banner.slim().offering("Done", move || dismiss.set(None)).view();
    view! { {banner}{ended.trouble.as_ref().map(trouble_facts)} }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gateway::Fault;

    fn lost() -> SentDevice {
        Err(Failure { operation: "o", writes: true, correlation: "c".into(), fault: Fault::TimedOut })
    }

    #[test]
    fn a_read_decides_whatever_was_answered() {
        assert!(settle("iPhone", true, &lost(), Some(true)).proven, "the answer was lost, the read shows it");
        assert!(!settle("iPhone", true, &Ok((None, "c".into())), Some(false)).proven, "confirmed, and not so");
    }

    #[test]
    fn without_a_read_nothing_is_claimed() {
        let ended = settle("iPhone", false, &Ok((None, "c".into())), None);
        assert!(!ended.proven && ended.sentence.contains("nobody knows"));
        assert_eq!(journalled(&Ok((None, "c".into())), false, None, false).0, EntryOutcome::Unknown);
    }
}
