//! How changes of velocity limits are sent, and how they are settled by reading.

use contract::{
    VelocityLimitOverrideReference,
    operations::issuing::limits::{
        DeleteVelocityLimitOverride, ListVelocityLimitOverrides, RetrieveVelocityLimitOverride, VelocityLimit,
        VelocityLimitOverride, VelocityLimitOverrideIdentifier,
    },
};

use super::{
    Controls,
    held::{Found, Held, free_priority, in_force, still_there, winning},
    removal,
    velocity::{Target, Wanted, reference},
    velocity_detail::{bound_words, overrides},
    velocity_draft::{Draft, Subject},
};
use crate::{
    browser::time,
    features::spending::{Readings, WRITE, call_about_what_may_be_gone, call_whole, velocity_name},
    gateway::{Failure, Gateway},
    session::{Answer, Caller, Change, End, Seen, Session, Words, Write},
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
        None => match create(controls, &target, &name, wanted) {
            Some(write) => write,
            None => return,
        },
        Some(held) => match update(controls, &target, &name, held, wanted) {
            Some(write) => write,
            None => return,
        },
    };
    let draft = Draft::of(&controls.caller, controls.account.as_str());
    draft.send(controls, CHANGE, write, move |session, caller| read_again(session, caller, &target));
}

/// `None` where no priority is left, which the form has said.
fn create(controls: &Controls, target: &Target, name: &str, wanted: &Wanted) -> Option<Write> {
    let words = Words {
        what: format!("Override “{name}” of account {}: {}", controls.short, summary(wanted)),
        noun: "The override",
        done: format!("“{name}” of account {} is overridden: {}", controls.short, summary(wanted)),
        undone: format!("“{name}” of account {} was not overridden.", controls.short),
    };
    let (all, now) = (overrides(&controls.caller, target).answer_now().unwrap_or_default().rows, time::now());
    let request = wanted.create(target, free_priority(wanted.period, &all, now)?);
    let answer: Answer<VelocityLimitOverrideIdentifier> = Answer::default();
    let (target, wanted, answered, known) = (target.clone(), wanted.clone(), answer.clone(), still_there(&all, now));
    let read = move |gateway: &Gateway| {
        let (list, wanted, known) = (list(gateway, &target), wanted.clone(), known.clone());
        let named = answered.get().and_then(|answer| answer.velocity_limit_override_reference);
        async move {
            let listed = still_there(&list.await?, time::now());
            Ok(match wanted.found(&listed, &known, named.as_ref()) {
                Found::Made => Seen::Done(changes(None, &wanted)),
                Found::Missing => Seen::NotDone,
                Found::Different(held) => Seen::Other(format!("The override sets {}.", summary(&Wanted::of(held)))),
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
    Some(Write::answering(words, request, &answer, read).comparing_first())
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
        let (list, asked) = (list(gateway, &target), target.clone());
        let (gateway, wanted, before) = (gateway.clone(), wanted.clone(), before.clone());
        let this = reference.clone();
        async move {
            let is_it = |held: &VelocityLimitOverride| self::reference(held) == Some(&this) && is_of(held, &asked);
            let held = call_about_what_may_be_gone(gateway, request, is_it).await?;
            let Some(held) = held.filter(|held| !held.is_ended()) else {
                return Ok(Seen::Other("The override was removed.".into()));
            };
            Ok(match Wanted::of(&held) {
                now if now == wanted => {
                    let mut changes = changes(Some(&before), &wanted);
                    changes.extend(list.await.ok().and_then(|listed| what_wins(&listed, &held, &wanted)));
                    Seen::Done(changes)
                }
                now if now == before => Seen::NotDone,
                now => Seen::Other(format!("The override sets {}.", summary(&now))),
            })
        }
    };
    Some(Write::new(words, request, read).comparing_first())
}

/// The override that wins over this one, where one does.
fn what_wins(listed: &[VelocityLimitOverride], held: &VelocityLimitOverride, wanted: &Wanted) -> Option<Change> {
    let listed = still_there(listed, time::now());
    let wins = winning(wanted.period, &listed).filter(|wins| wins.priority() > held.priority())?;
    Some(("What wins over it", "—".into(), format!("Another override, which sets {}", summary(&Wanted::of(wins)))))
}

/// Whether an override is one of this limit, as far as it says so.
fn is_of(held: &VelocityLimitOverride, target: &Target) -> bool {
    let of = held.default_velocity_limit_reference.as_ref();
    of.is_none_or(|of| of.velocity_limit_reference == target.limit)
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
        async move { Ok(in_force(&list.await?).any(|held| reference(held).is_none_or(|this| *this == gone))) }
    };
    let write = removal::write(controls, &velocity_name(limit), request, there);
    let write = write.then(move |session: &Session, caller: &Caller, _: End| read_again(session, caller, &target));
    controls.writing(REMOVE).begin(&controls.session, &controls.caller, write);
}

/// All that there ever were: one that begins later is not in the shorter list. Every row must be readable.
fn list(
    gateway: &Gateway,
    target: &Target,
) -> impl Future<Output = Result<Vec<VelocityLimitOverride>, Failure>> + use<> {
    let request = ListVelocityLimitOverrides {
        account_reference: target.account.clone(),
        velocity_limit_reference: target.limit.clone(),
        all: Some(true),
    };
    let (gateway, target) = (gateway.clone(), target.clone());
    async move { call_whole(gateway, request, |held: &VelocityLimitOverride| is_of(held, &target)).await }
}

fn read_again(session: &Session, caller: &Caller, target: &Target) {
    Readings::of(caller, &target.account).velocity_limits_again(session);
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
