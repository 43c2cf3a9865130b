//! How overrides of restrictions are sent, and how they are settled by reading.

use contract::{
    AuthorizationRestrictionOverrideReference, Rows,
    operations::issuing::limits::{
        AuthorizationRestriction, AuthorizationRestrictionOverride, DeleteAuthorizationRestrictionOverride,
        ListAuthorizationRestrictionOverrides, RetrieveAuthorizationRestriction,
    },
};

use super::{
    Controls, applied_to,
    held::Held,
    removal,
    restriction::{Target, Wanted, parameters, reference},
    restriction_draft::{Draft, Subject, state_words},
};
use crate::{
    browser::time,
    features::spending::{Reading, Readings, WRITE, call, restriction_name},
    gateway::{Failure, Gateway},
    session::{Caller, Change, End, Seen, Session, Words, Write},
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
    let request = ListAuthorizationRestrictionOverrides {
        account_reference: target.account,
        authorization_restriction_reference: target.restriction,
        all: Some(true),
    };
    let mut list = call(gateway, request).await?;
    let now = time::now();
    list.rows.retain(|held| !held.is_ended() && held.period().end.is_none_or(|end| now <= end));
    Ok(list)
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
    let summary = summary(wanted, &locale);
    let words = Words {
        what: format!("Override “{name}” of account {short}: {summary}"),
        noun: "The override",
        done: format!("“{name}” of account {short} is {summary}"),
        undone: format!("“{name}” of account {short} is as it was."),
    };
    let others = overrides(&controls.caller, target).answer_now().unwrap_or_default().rows;
    let known: Vec<_> = others.iter().filter_map(reference).cloned().collect();
    let request = wanted.create(target);
    let (target, wanted, before) = (target.clone(), wanted.clone(), restriction.clone());
    let read = move |gateway: &Gateway| {
        let rule = RetrieveAuthorizationRestriction {
            account_reference: target.account.clone(),
            authorization_restriction_reference: target.restriction.clone(),
        };
        let (list, gateway) = (list(gateway.clone(), target.clone()), gateway.clone());
        let (known, wanted, before, locale) = (known.clone(), wanted.clone(), before.clone(), locale.clone());
        async move {
            let is_new =
                |held: &AuthorizationRestrictionOverride| reference(held).is_none_or(|this| !known.contains(this));
            if list.await?.rows.iter().any(|held| is_new(held) && wanted.sets_the_same(&Wanted::of(held))) {
                return Ok(Seen::Done(changes(&seen(&before), None, &wanted, &locale)));
            }
            let now = call(gateway, rule).await?;
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
    Write::new(words, request, read).comparing_first()
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
        let list = list(gateway.clone(), target.clone());
        let (this, wanted, before, locale) = (this.clone(), wanted.clone(), before.clone(), locale.clone());
        async move {
            let list = list.await?.rows;
            Ok(match list.iter().find(|held| reference(held) == Some(&this)).map(Wanted::of) {
                None => Seen::Other("The override was removed, or is over.".into()),
                Some(now) if now.is(&wanted) => Seen::Done(changes(&before, Some(before.period), &wanted, &locale)),
                Some(now) if now.is(&before) => Seen::NotDone,
                Some(now) => Seen::Other(format!("The override sets: {}.", summary(&now, &locale))),
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
        let (list, gone) = (list(gateway.clone(), asked.clone()), gone.clone());
        async move { Ok(list.await?.rows.iter().any(|held| reference(held) == Some(&gone))) }
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
