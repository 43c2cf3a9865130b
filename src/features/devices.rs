//! The devices of a wallet, each with an activation of its own.

use std::{future::ready, sync::Arc};

use contract::{
    CustomerDevice, CustomerKey, DeviceUri, Operation, Rows, free_text,
    operations::{RetrieveCustomerDevices, UpdateCustomerDeviceActivation},
};
use leptos::prelude::*;

use super::{
    outcome::outcome,
    trouble::{InPart, found_in_part, only_part, trouble},
};
use crate::{
    browser::time,
    gateway::{Failure, Gateway},
    session::{Caller, Seen, Session, Words, Write, Writing},
    ui::{
        actions::{Button, Off, why_not},
        badge::{Tone, badge},
        dialog::{Confirming, Who, before_and_after, confirming},
        icon::icon,
        load::{Asking, Load, loaded},
        region::{focus_region, region},
        table::unreadable,
        trouble::{Retry, Trouble},
    },
};

/// In the gateway's order.
type Linked = InPart<Rows<CustomerDevice>>;

/// A caller's devices. Lives with the caller.
#[derive(Clone, Default)]
struct Devices(Asking<Linked>);

impl Devices {
    fn of(session: &Session, caller: &Caller) -> Asking<Linked> {
        let Self(list) = caller.keep(Self::default);
        if list.state().with_untracked(|state| matches!(state, Load::Idle)) {
            list.ask(read(session, caller));
        }
        list
    }
}

/// Holds nothing of the caller: closing them ends it.
fn read(session: &Session, caller: &Caller) -> impl Future<Output = Result<Linked, Trouble>> + use<> {
    let (gateway, key) = (session.gateway.clone(), caller.record().with_untracked(|record| record.key()));
    async move { devices(&gateway, &key).await.map_err(|failure| trouble("The devices", &failure)) }
}

async fn devices(gateway: &Gateway, key: &CustomerKey) -> Result<Linked, Failure> {
    let answered = gateway.call(RetrieveCustomerDevices::of(key)).await?;
    let partly = found_in_part(&answered);
    Ok(InPart { answer: answered.answer.customer_devices, partly })
}

/// Reads them again.
pub fn again(session: &Session, caller: &Caller) -> Retry {
    let (session, caller) = (session.clone(), caller.clone());
    Arc::new(move || caller.keep(Devices::default).0.refresh(read(&session, &caller)))
}

/// The devices as far as their panel has read them: nothing is asked for.
pub fn known(caller: &Caller) -> ArcRwSignal<Load<InPart<Rows<CustomerDevice>>>> {
    caller.keep(Devices::default).0.state()
}

/// The panel, in the overview and on its own.
pub fn panel(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let list = Devices::of(session, caller);
    let writing = Writing::of(caller, "device");
    let retry = again(session, caller);
    let chosen = RwSignal::new(None::<CustomerDevice>);
    let off: Off = ("device-reason", {
        let (session, caller) = (session.clone(), caller.clone());
        let hindrance = move || session.hindrance(&UpdateCustomerDeviceActivation::SPEC, &caller);
        Memo::new(move |_| hindrance().map(|hindrance| hindrance.reason))
    });
    let state = list.state();
    let count = move || state.with(|state| state.answer().map(|devices| devices.answer.rows.len().to_string()));
    let working = {
        let working = caller.working();
        Memo::new(move |_| working.get())
    };
    let rows = move |list: &Linked| {
        let rows: Vec<_> = list.answer.rows.iter().map(|device| row(device, chosen, off, working)).collect();
        let part = list.partly.as_deref().map(only_part);
        view! { {part}<ul class="rows">{rows}</ul>{unreadable(list.answer.unreadable)}{why_not(off)} }.into_any()
    };
    let dialog = {
        let (list, writing, session, caller) = (list.clone(), writing.clone(), session.clone(), caller.clone());
        move || {
            let working = caller.working();
            let done = move || {
                chosen.set(None);
                if working.get_untracked() {
                    focus_region("devices");
                }
            };
            chosen.get().map(|device| change_dialog(&list, &writing, &session, &caller, device, done))
        }
    };
    let ended = outcome(session, caller, &writing, || {});
    let list = loaded(
        &list,
        "the devices",
        retry,
        |list| {
            let next = "The customer links one by signing in to the app on it.";
            (list.answer.is_empty() && list.is_all()).then_some(("No device is linked with this wallet.", next))
        },
        Box::new(rows),
    );
    let beside = view! { <small>{count}</small> };
    region("devices", "Devices", beside.into_any(), view! { {ended}{list}{dialog} }.into_any())
}

fn row(
    device: &CustomerDevice,
    chosen: RwSignal<Option<CustomerDevice>>,
    off: Off,
    working: Memo<bool>,
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
        let button = Button::new(verb, off).class("small").label(format!("{verb} {name}")).unless(working);
        button.view(move || chosen.set(Some(device.clone())))
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
        .map(free_text)
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
    list: &Asking<Linked>,
    writing: &Writing,
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
    let (list, writing, session, caller) = (list.clone(), writing.clone(), session.clone(), caller.clone());
    let confirm = move || {
        writing.begin(&session, &caller, change(&list, &caller, &device));
        true
    };
    confirming(facts, body.into_any(), confirm, done)
}

/// The change, and the read of the devices that decides what is said.
fn change(list: &Asking<Linked>, caller: &Caller, device: &CustomerDevice) -> Write {
    let activate = device.active != Some(true);
    let (name, wanted) = (name(device), look(Some(activate)).2.to_ascii_lowercase());
    let words = Words {
        what: format!("{} a device", if activate { "Activate" } else { "Deactivate" }),
        noun: "The device",
        done: format!("{name} is {wanted} now"),
        undone: format!("{name} is not {wanted}: nothing changed."),
    };
    let key = caller.record().with_untracked(|record| record.key());
    let request = UpdateCustomerDeviceActivation::of(&key, &device.device_uri, activate);
    let (list, device_uri) = (list.clone(), device.device_uri.clone());
    Write::new(words, request, move |gateway| {
        let (gateway, key, list, device_uri) = (gateway.clone(), key.clone(), list.clone(), device_uri.clone());
        async move {
            let now = devices(&gateway, &key).await;
            let seen = now.clone().map(|now| seen(&now, &device_uri, activate));
            list.refresh(ready(now.map_err(|failure| trouble("The devices", &failure))));
            seen
        }
    })
}

/// Only the device itself proves anything, and only where its state is stated.
fn seen(now: &Linked, device_uri: &DeviceUri, activate: bool) -> Seen {
    let mut named = now.answer.rows.iter().filter(|device| device.device_uri == *device_uri);
    match (named.next().map(|device| device.active), named.next()) {
        (Some(Some(active)), None) if active == activate => Seen::Done(Vec::new()),
        (Some(Some(_)), None) => Seen::NotDone,
        (Some(None), None) => Seen::NotStated("The gateway does not state whether the device is active.".into()),
        (None, _) if now.is_all() => Seen::Other("The device is not linked with this wallet any more.".into()),
        (None, _) => Seen::NotStated("Not all devices could be read, and this one is not among them.".into()),
        (_, Some(_)) => Seen::NotStated("The gateway lists the device twice.".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_device_itself_tells_what_became_of_it() {
        let one = DeviceUri::from("a");
        let now = linked(&[("a", Some(true)), ("b", Some(false))]);
        assert_eq!(seen(&now, &one, true), Seen::Done(Vec::new()));
        assert_eq!(seen(&now, &one, false), Seen::NotDone);
        assert!(matches!(seen(&linked(&[("b", Some(true))]), &one, true), Seen::Other(_)));
    }

    #[test]
    fn a_device_whose_state_is_not_stated_or_that_a_part_of_the_list_lacks_proves_nothing() {
        let one = DeviceUri::from("a");
        let others = linked(&[("b", Some(true))]);
        let partly = InPart { partly: Some(Vec::new()), ..others.clone() };
        let mut unreadable = others;
        unreadable.answer.unreadable = 1;
        for list in [linked(&[("a", None)]), partly, unreadable, linked(&[("a", Some(true)), ("a", Some(true))])] {
            assert!(matches!(seen(&list, &one, true), Seen::NotStated(_)), "{list:?}");
        }
    }

    fn linked(devices: &[(&str, Option<bool>)]) -> Linked {
        let device = |(uri, active): &(&str, Option<bool>)| -> CustomerDevice {
            serde_json::from_value(serde_json::json!({ "deviceUri": uri, "active": active })).expect("a device")
        };
        InPart { answer: devices.iter().map(device).collect::<Vec<_>>().into(), partly: None }
    }
}
