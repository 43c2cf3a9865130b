//! How changes of velocity limits are sent, and how they are settled by reading.

use contract::{
    VelocityLimitOverrideReference,
    operations::issuing::limits::{
        DeleteVelocityLimitOverride, ListVelocityLimitOverrides, RetrieveVelocityLimitOverride, VelocityLimit,
        VelocityLimitOverride,
    },
};

use super::{
    Controls,
    held::{Held, in_force},
    removal,
    velocity::{Found, Target, Wanted, reference},
    velocity_detail::{bound_words, overrides},
    velocity_draft::{Draft, Subject},
};
use crate::{
    features::spending::{Readings, WRITE, call, velocity_name},
    gateway::{Failure, Gateway},
    session::{Caller, Change, End, Seen, Session, Words, Write},
    ui::amount::money_text,
};

/// Names the place of these changes.
pub const CHANGE: &str = "override a velocity limit";
/// And of those.
pub const REMOVE: &str = "remove a velocity override";

/// Makes an override, or changes one.
pub fn send(controls: &Controls, subject: &Subject, wanted: &Wanted) {
    let target = controls.target(&subject.limit);
    let name = velocity_name(&subject.limit);
    let write = match &subject.held {
        None => create(controls, &target, &name, subject, wanted),
        Some(held) => match update(controls, &target, &name, held, wanted) {
            Some(write) => write,
            None => return,
        },
    };
    let draft = Draft::of(&controls.caller, controls.account.as_str());
    draft.send(controls, CHANGE, write, move |session, caller| read_again(session, caller, &target));
}

fn create(controls: &Controls, target: &Target, name: &str, subject: &Subject, wanted: &Wanted) -> Write {
    let words = Words {
        what: format!("Override “{name}” of account {}: {}", controls.short, summary(wanted)),
        noun: "The override",
        done: format!("“{name}” of account {} is overridden: {}", controls.short, summary(wanted)),
        undone: format!("“{name}” of account {} was not overridden.", controls.short),
    };
    let others = overrides(&controls.caller, target).answer_now().unwrap_or_default().rows;
    let request = wanted.create(target, &subject.limit, &others);
    let (target, wanted) = (target.clone(), wanted.clone());
    let read = move |gateway: &Gateway| {
        let (list, wanted, known) = (list(gateway, &target), wanted.clone(), others.clone());
        async move {
            Ok(match wanted.found(&list.await?, &known) {
                Found::Made => Seen::Done(changes(None, &wanted)),
                Found::Missing => Seen::NotDone,
                Found::Unknown(other) => Seen::Other(format!("Another override sets {}.", summary(&Wanted::of(other)))),
                Found::Beaten(other) => Seen::Other(format!(
                    "The override is there, but another one wins over it, which sets {}.",
                    summary(&Wanted::of(other))
                )),
            })
        }
    };
    // Compared first: what an earlier try may have made, or another rep has, is not made twice, and its rank is above all
    // that there are only while nobody else makes one.
    Write::new(words, request, read).comparing_first()
}

fn update(
    controls: &Controls,
    target: &Target,
    name: &str,
    held: &VelocityLimitOverride,
    wanted: &Wanted,
) -> Option<Write> {
    let reference = reference(held)?.clone();
    let request = wanted.update(target, &reference, held)?;
    let words = Words {
        what: format!("Change an override of “{name}” of account {}: {}", controls.short, summary(wanted)),
        noun: "The override",
        done: format!("The override of “{name}” of account {} is changed: {}", controls.short, summary(wanted)),
        undone: format!("The override of “{name}” of account {} is as it was.", controls.short),
    };
    let (target, wanted, before) = (target.clone(), wanted.clone(), Wanted::of(held));
    let read = move |gateway: &Gateway| {
        let request = RetrieveVelocityLimitOverride {
            account_reference: target.account.clone(),
            velocity_limit_reference: target.limit.clone(),
            velocity_limit_override_reference: reference.clone(),
        };
        let (gateway, wanted, before) = (gateway.clone(), wanted.clone(), before.clone());
        async move {
            let held = call(gateway, request).await?;
            Ok(match Wanted::of(&held) {
                _ if held.is_ended() => Seen::Other("The override was removed.".into()),
                now if now == wanted => Seen::Done(changes(Some(&before), &wanted)),
                now if now == before => Seen::NotDone,
                now => Seen::Other(format!("The override sets {}.", summary(&now))),
            })
        }
    };
    Some(Write::new(words, request, read).comparing_first())
}

/// Ends an override.
pub fn remove(controls: &Controls, limit: &VelocityLimit, removed: &VelocityLimitOverrideReference) {
    let target = controls.target(limit);
    let request = DeleteVelocityLimitOverride {
        account_reference: target.account.clone(),
        velocity_limit_reference: target.limit.clone(),
        velocity_limit_override_reference: removed.clone(),
    };
    let (asked, gone) = (target.clone(), removed.clone());
    let there = move |gateway: &Gateway| {
        let (list, gone) = (list(gateway, &asked), gone.clone());
        async move { Ok(in_force(&list.await?).any(|held| reference(held) == Some(&gone))) }
    };
    let write = removal::write(controls, &velocity_name(limit), request, there);
    let write = write.then(move |session: &Session, caller: &Caller, _: End| read_again(session, caller, &target));
    controls.writing(REMOVE).begin(&controls.session, &controls.caller, write);
}

fn list(
    gateway: &Gateway,
    target: &Target,
) -> impl Future<Output = Result<Vec<VelocityLimitOverride>, Failure>> + use<> {
    let request = ListVelocityLimitOverrides {
        account_reference: target.account.clone(),
        velocity_limit_reference: target.limit.clone(),
    };
    let gateway = gateway.clone();
    async move { call(gateway, request).await.map(|list| list.rows) }
}

fn read_again(session: &Session, caller: &Caller, target: &Target) {
    Readings::of(caller, &target.account).velocity_limits.again(session);
    overrides(caller, target).again(session);
}

/// "maximum amount 100.00 EUR, maximum count 5, at once until 7 Jul 2025, 23:59".
fn summary(wanted: &Wanted) -> String {
    let bounds = bounds(None, wanted).into_iter().map(|(name, _, then)| format!("{} {then}", name.to_lowercase()));
    bounds.chain([wanted.period.words(&WRITE)]).collect::<Vec<_>>().join(", ")
}

fn changes(before: Option<&Wanted>, wanted: &Wanted) -> Vec<Change> {
    let period = before.map_or_else(none, |before| before.period.alone(&WRITE));
    let mut changes = bounds(before, wanted);
    changes.push(("Period", period, wanted.period.alone(&WRITE)));
    changes
}

/// The bounds that are set, or were.
fn bounds(before: Option<&Wanted>, wanted: &Wanted) -> Vec<Change> {
    let sum = |wanted: &Wanted| bound_words(&wanted.sum, money_text);
    let count = |wanted: &Wanted| bound_words(&wanted.count, i64::to_string);
    let all = [
        ("Maximum amount", before.map_or_else(none, sum), sum(wanted)),
        ("Maximum count", before.map_or_else(none, count), count(wanted)),
    ];
    all.into_iter().filter(|(_, before, then)| *before != none() || *then != none()).collect()
}

fn none() -> String {
    "Not overridden".into()
}
