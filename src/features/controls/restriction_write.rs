//! How overrides of restrictions are sent, and how they are settled by reading.

use contract::{
    AuthorizationRestrictionOverrideReference, Rows,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionOverride, AuthorizationRestrictionOverrideConfirmed,
        DeleteAuthorizationRestrictionOverride, ListAuthorizationRestrictionOverrides,
        RetrieveAuthorizationRestriction, RetrieveAuthorizationRestrictionOverride,
    },
};

use super::{
    Controls, applied_to,
    held::{Found, Held, still_there, winning},
    removal,
    restriction::{Target, Wanted, parameters, reference},
    restriction_draft::{Draft, Subject, state_words},
};
use crate::{
    browser::time,
    features::spending::{
        Reading, Readings, WRITE, call, call_about, call_about_what_may_be_gone, call_whole, restriction_name,
    },
    gateway::{Failure, Gateway},
    session::{Answer, Caller, Change, End, Seen, Session, Words, Write},
};

/// Names the place of these changes.
pub const CHANGE: &str = "override a restriction";
/// And of those.
pub const REMOVE: &str = "remove a restriction's override";

/// The overrides of one restriction that count or will; live with the caller.
pub type Overrides = Reading<Rows<AuthorizationRestrictionOverride>>;

/// The caller's, of this restriction of this account.
pub fn overrides(caller: &Caller, target: &Target) -> Overrides {
    let kept = target.clone();
    caller.keep_for(&format!("{} {}", target.account, target.restriction), || {
        Reading::new("The overrides", move |gateway| list(gateway, kept.clone()))
    })
}

/// All are asked for, because one that begins later is not in the shorter list; what is over is left out.
async fn list(gateway: Gateway, target: Target) -> Result<Rows<AuthorizationRestrictionOverride>, Failure> {
    let mut list = call(gateway, all_of(target)).await?;
    list.rows = still_there(&list.rows, time::now());
    Ok(list)
}

/// The same for a proof: every row must be readable, and about this restriction.
async fn whole_list(gateway: Gateway, target: Target) -> Result<Vec<AuthorizationRestrictionOverride>, Failure> {
    let of = target.clone();
    let listed = call_whole(gateway, all_of(target), |held| is_of(held, &of)).await?;
    Ok(still_there(&listed, time::now()))
}

fn all_of(target: Target) -> ListAuthorizationRestrictionOverrides {
    ListAuthorizationRestrictionOverrides {
        account_reference: target.account,
        authorization_restriction_reference: target.restriction,
        all: Some(true),
    }
}

/// Whether an override is one of this restriction, as far as it says so.
fn is_of(held: &AuthorizationRestrictionOverride, target: &Target) -> bool {
    let of = held.default_authorization_restriction_reference.as_ref();
    of.is_none_or(|of| of.authorization_restriction_reference == target.restriction)
}

/// Makes an override, or changes one.
pub fn send(controls: &Controls, subject: &Subject, wanted: &Wanted) {
    let target = controls.rule(&subject.restriction);
    let write = match &subject.held {
        None => create(controls, &target, &subject.restriction, wanted),
        Some(held) => match update(controls, &target, &subject.restriction, held, wanted) {
            Some(write) => write,
            None => return,
        },
    };
    let draft = Draft::of(&controls.caller, controls.account.as_str());
    draft.send(controls, CHANGE, write, move |session, caller| read_again(session, caller, &target));
}

/// Proven by an override that was not there before; compared with the rule that the rep saw.
fn create(controls: &Controls, target: &Target, restriction: &AuthorizationRestriction, wanted: &Wanted) -> Write {
    let (name, short) = (restriction_name(restriction), &controls.short);
    let locale = controls.session.config.locale.clone();
    let told = summary(wanted, &locale);
    let words = Words {
        what: format!("Override “{name}” of account {short}: {told}"),
        noun: "The override",
        done: format!("“{name}” of account {short} is {told}"),
        undone: format!("“{name}” of account {short} is as it was."),
    };
    let known = overrides(&controls.caller, target).answer_now().unwrap_or_default().rows;
    let request = wanted.create(target);
    let answer: Answer<AuthorizationRestrictionOverrideConfirmed> = Answer::default();
    let (target, wanted, before, answered) = (target.clone(), wanted.clone(), restriction.clone(), answer.clone());
    let read = move |gateway: &Gateway| {
        let rule = RetrieveAuthorizationRestriction {
            account_reference: target.account.clone(),
            authorization_restriction_reference: target.restriction.clone(),
        };
        let (list, gateway) = (whole_list(gateway.clone(), target.clone()), gateway.clone());
        let (known, wanted, before, locale) = (known.clone(), wanted.clone(), before.clone(), locale.clone());
        let named = answered.get().and_then(|answer| answer.authorization_restriction_override_reference);
        async move {
            let sets = |held: &AuthorizationRestrictionOverride| summary(&Wanted::of(held), &locale);
            let mut changes = changes(&seen(&before), None, &wanted, &locale);
            match wanted.found(&list.await?, &known, named.as_ref()) {
                Found::Made => return Ok(Seen::Done(changes)),
                // The rep knew it, and chose a lower priority.
                Found::Beaten(wins) if known.contains(wins) => {
                    changes.push(wins_over(wins, &locale));
                    return Ok(Seen::Done(changes));
                }
                Found::Beaten(wins) => {
                    let wins = sets(wins);
                    let said = format!("The override is there, but another one wins over it, which sets: {wins}.");
                    return Ok(Seen::Other(said));
                }
                Found::Different(held) => return Ok(Seen::Other(format!("The override sets: {}.", sets(held)))),
                Found::Unknown(_) | Found::Missing => {}
            }
            let is_it = |now: &AuthorizationRestriction| {
                now.authorization_restriction_identifier == before.authorization_restriction_identifier
            };
            let now = call_about(gateway, rule, is_it).await?;
            Ok(if now == before {
                Seen::NotDone
            } else {
                let what = match parameters(&now) {
                    [] => String::new(),
                    some => format!(", for {}", applied_to(some, &locale)),
                };
                Seen::Other(format!("It is {} now{what}.", now.words().to_lowercase()))
            })
        }
    };
    Write::answering(words, request, &answer, read).comparing_first()
}

/// What is said of an override that wins over the one that is proven.
fn wins_over(wins: &AuthorizationRestrictionOverride, locale: &str) -> Change {
    let sets = summary(&Wanted::of(wins), locale);
    ("What wins over it", "—".into(), format!("The override of priority {}: {sets}", wins.priority()))
}

fn update(
    controls: &Controls,
    target: &Target,
    restriction: &AuthorizationRestriction,
    held: &AuthorizationRestrictionOverride,
    wanted: &Wanted,
) -> Option<Write> {
    let this = reference(held)?.clone();
    let (name, short) = (restriction_name(restriction), &controls.short);
    let locale = controls.session.config.locale.clone();
    let told = summary(wanted, &locale);
    let words = Words {
        what: format!("Change an override of “{name}” of account {short}: {told}"),
        noun: "The override",
        done: format!("The override of “{name}” of account {short} is changed: {told}"),
        undone: format!("The override of “{name}” of account {short} is as it was."),
    };
    let request = wanted.update(target, &this, held);
    let (target, wanted, before) = (target.clone(), wanted.clone(), Wanted::of(held));
    let read = move |gateway: &Gateway| {
        let request = RetrieveAuthorizationRestrictionOverride {
            account_reference: target.account.clone(),
            authorization_restriction_reference: target.restriction.clone(),
            authorization_restriction_override_reference: this.clone(),
        };
        let (list, asked) = (whole_list(gateway.clone(), target.clone()), target.clone());
        let (this, wanted, before, locale) = (this.clone(), wanted.clone(), before.clone(), locale.clone());
        let gateway = gateway.clone();
        async move {
            let is_it = |held: &AuthorizationRestrictionOverride| reference(held) == Some(&this) && is_of(held, &asked);
            let held = call_about_what_may_be_gone(gateway, request, is_it).await?;
            let Some(held) = held.filter(|held| !held.is_ended()) else {
                return Ok(Seen::Other("The override was removed.".into()));
            };
            Ok(match Wanted::of(&held) {
                now if now.is(&wanted) => {
                    let mut changes = changes(&before, Some(before.period), &wanted, &locale);
                    let listed = list.await.unwrap_or_default();
                    let wins = winning(wanted.period, &listed).filter(|wins| wins.priority() > held.priority());
                    changes.extend(wins.map(|wins| wins_over(wins, &locale)));
                    Seen::Done(changes)
                }
                now if now.is(&before) => Seen::NotDone,
                now => Seen::Other(format!("The override sets: {}.", summary(&now, &locale))),
            })
        }
    };
    Some(Write::new(words, request, read).comparing_first())
}

/// Ends an override.
pub fn remove(
    controls: &Controls,
    restriction: &AuthorizationRestriction,
    removed: &AuthorizationRestrictionOverrideReference,
) {
    let target = controls.rule(restriction);
    let request = DeleteAuthorizationRestrictionOverride {
        account_reference: target.account.clone(),
        authorization_restriction_reference: target.restriction.clone(),
        authorization_restriction_override_reference: removed.clone(),
    };
    let (asked, gone) = (target.clone(), removed.clone());
    let there = move |gateway: &Gateway| {
        let (list, gone) = (whole_list(gateway.clone(), asked.clone()), gone.clone());
        async move { Ok(list.await?.iter().any(|held| reference(held).is_none_or(|this| *this == gone))) }
    };
    let write = removal::write(controls, &restriction_name(restriction), request, there);
    let write = write.then(move |session: &Session, caller: &Caller, _: End| read_again(session, caller, &target));
    controls.writing(REMOVE).begin(&controls.session, &controls.caller, write);
}

fn read_again(session: &Session, caller: &Caller, target: &Target) {
    Readings::of(caller, &target.account).restrictions.again(session);
    overrides(caller, target).again(session);
}

/// What the rule says now, as if an override set it.
fn seen(restriction: &AuthorizationRestriction) -> Wanted {
    let parameters = Some(parameters(restriction).to_vec()).filter(|parameters| !parameters.is_empty());
    Wanted { blocked: restriction.condition_check, parameters, ..Wanted::default() }
}

/// "blocked, for Japan (392), at once until 7 Jul 2025, 23:59".
fn summary(wanted: &Wanted, locale: &str) -> String {
    let state = wanted.blocked.map(|blocked| state_words(Some(blocked)).to_lowercase());
    let codes = wanted.parameters.as_ref().map(|codes| format!("for {}", applied_to(codes, locale)));
    let parts: Vec<_> = state.into_iter().chain(codes).chain([wanted.period.words(&WRITE)]).collect();
    parts.join(", ")
}

/// `period` is that of the override before, where there was one.
fn changes(before: &Wanted, period: Option<super::held::Period>, wanted: &Wanted, locale: &str) -> Vec<Change> {
    let codes = |wanted: &Wanted| applied_to(wanted.parameters.as_deref().unwrap_or_default(), locale);
    let period = period.map_or_else(|| "Not overridden".into(), |period| period.alone(&WRITE));
    let mut changes = vec![
        ("State", state_words(before.blocked).into(), state_words(wanted.blocked).into()),
        ("Period", period, wanted.period.alone(&WRITE)),
    ];
    if wanted.parameters.is_some() && codes(before) != codes(wanted) {
        changes.insert(1, ("Applies to", codes(before), codes(wanted)));
    }
    let rank = |wanted: &Wanted| wanted.priority.unwrap_or(0).to_string();
    if before.priority.is_some() && rank(before) != rank(wanted) {
        changes.push(("Priority", rank(before), rank(wanted)));
    }
    changes
}
