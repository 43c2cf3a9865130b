//! How well the caller is known: one click records how the rep verified them.

use leptos::prelude::*;

use crate::{
    browser::time,
    config::{Level, VerificationRules},
    session::{Attestation, Caller, Entry, Method, Session, level_at},
    ui::{
        badge::{Tone, badge},
        icon::icon,
        region::focus_region,
        table::table,
    },
};

/// The strip in the overview: asks while nobody is verified, and says until when afterwards.
pub fn strip(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (session, caller) = (session.clone(), caller.clone());
    let asks_nothing = !asks_for_attestation(&session.config.verification);
    let reached = reached(&session, &caller);
    let attestation = caller.attestation();
    move || {
        if asks_nothing {
            return ().into_any();
        }
        match (reached.get(), attestation.get()) {
            (true, Some(attestation)) => verified(&session, &caller, &attestation),
            (_, before) => asking(&session, &caller, before.is_some()),
        }
    }
}

fn asking(session: &Session, caller: &Caller, ran_out: bool) -> AnyView {
    let buttons: Vec<_> = Method::ALL
        .map(|method| {
            let (session, caller) = (session.clone(), caller.clone());
            view! { <button type="button" on:click=move |_| attest(&session, &caller, method)>{method.words()}</button> }
        })
        .into_iter()
        .collect();
    let heading =
        if ran_out { "The verification ran out. How was the caller verified?" } else { "How was the caller verified?" };
    view! {
        <section class="verify" data-level="none" aria-labelledby="verify">
            {icon("shield")}
            <h2 id="verify" tabindex="-1">{heading}</h2>
            <div class="actions">{buttons}</div>
        </section>
    }
    .into_any()
}

fn verified(session: &Session, caller: &Caller, attestation: &Attestation) -> AnyView {
    let method = attestation.method;
    let title = format!(
        "Verified {} · until {} · {}",
        time::minute(attestation.at),
        time::minute(attestation.until),
        method.words()
    );
    let extend = {
        let (session, caller) = (session.clone(), caller.clone());
        move |_| attest(&session, &caller, method)
    };
    let caller = caller.clone();
    let end = move |_| {
        caller.attestation().set(None);
        caller.revealed().update(|revealed| revealed.clear());
        caller.note(Entry::at_the_desk(time::now(), "Ended the verification"));
        focus_strip();
    };
    view! {
        <section class="verify" data-level="attested" aria-labelledby="verify">
            {icon("shield")}
            <h2 id="verify" tabindex="-1">{title}</h2>
            <div class="actions">
                <button type="button" on:click=extend>"Verified again"</button>
                <button type="button" on:click=end>"End verification"</button>
            </div>
        </section>
    }
    .into_any()
}

fn attest(session: &Session, caller: &Caller, method: Method) {
    let now = time::now();
    session.now.set(now);
    // What was shown before the last verification ran out is not shown again unasked.
    if caller.attestation().with_untracked(|before| level_at(before.as_ref(), now) == Level::None) {
        caller.revealed().update(|revealed| revealed.clear());
    }
    caller.attestation().set(Some(Attestation::new(method, now, session.config.verification.minutes)));
    caller.note(Entry::at_the_desk(now, format!("Verified the caller: {}", method.words().to_ascii_lowercase())));
    focus_strip();
}

/// The button that had the focus is gone; the line that took its place says what happened.
fn focus_strip() {
    request_animation_frame(|| focus_region("verify"));
}

/// The badge in the identity bar, with its clock.
pub fn level_badge(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let (now, attestation) = (session.now, caller.attestation());
    move || {
        let now = now.get();
        attestation.with(|attestation| match attestation {
            Some(attestation) if level_at(Some(attestation), now) != Level::None => {
                let left = time::left(attestation.until - now);
                view! {
                    <span class="badge" data-tone=Tone::Good.name()>
                        {icon("shield")}"Verified "
                        <span class="clock" role="timer" aria-label="Verification ends in">{left}</span>
                    </span>
                }
                .into_any()
            }
            _ => badge(Tone::Plain, "shield", "Not verified").into_any(),
        })
    }
}

/// The section: the strip, and what each kind of action asks for.
pub fn section(session: &Session, caller: &Caller) -> impl IntoView + use<> {
    let rules = session.config.verification.clone();
    let reached = reached(session, caller);
    let what = move || {
        let reached = if reached.get() { Level::Attested } else { Level::None };
        let rows = asked(&rules).map(|(action, level)| {
            let (tone, picture, word) =
                if reached >= level { (Tone::Good, "check", "Allowed") } else { (Tone::Plain, "lock", "Not yet") };
            vec![action.into_any(), words(level).into_any(), badge(tone, picture, word).into_any()]
        });
        table("What each kind of action asks for", &["To", "The issuer asks for", "Now"], rows.into())
    };
    let minutes = session.config.verification.minutes;
    let hint = format!(
        "A verification holds for {minutes} minutes, for this customer only, and ends when the customer is closed."
    );
    view! {
        <header class="title"><h2>"Verification"</h2></header>
        {strip(session, caller)}
        {what}
        <p class="hint">{hint}</p>
    }
}

fn asked(rules: &VerificationRules) -> [(&'static str, Level); 5] {
    [
        ("See personal facts", rules.reveal),
        ("Unlock, activate, deactivate", rules.unlock),
        ("Change profile and addresses", rules.profile),
        ("Post, set limits, dispute", rules.money),
        ("Change passwords and codes", rules.credentials),
    ]
}

/// Whether there is anything for which the rep's word counts.
fn asks_for_attestation(rules: &VerificationRules) -> bool {
    asked(rules).iter().any(|(_, level)| *level == Level::Attested)
}

const fn words(level: Level) -> &'static str {
    match level {
        Level::None => "Nothing",
        Level::Attested => "Your record of how the caller was verified",
        Level::Answered => "Answers that the gateway confirmed",
    }
}

/// Whether the caller is attested at this moment. Changes only when it does.
fn reached(session: &Session, caller: &Caller) -> Memo<bool> {
    let (now, attestation) = (session.now, caller.attestation());
    Memo::new(move |_| {
        let now = now.get();
        attestation.with(|attestation| level_at(attestation.as_ref(), now) != Level::None)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_kind_of_action_asks_for_the_reps_word_they_can_give_it() {
        let none = Level::None;
        let rules = VerificationRules {
            reveal: none,
            unlock: none,
            profile: none,
            money: none,
            credentials: none,
            minutes: 15,
        };
        assert!(!asks_for_attestation(&rules));
        let attested = Level::Attested;
        for rules in [
            VerificationRules { reveal: attested, ..rules.clone() },
            VerificationRules { unlock: attested, ..rules.clone() },
            VerificationRules { profile: attested, ..rules.clone() },
            VerificationRules { money: attested, ..rules.clone() },
            VerificationRules { credentials: attested, ..rules.clone() },
        ] {
            assert!(asks_for_attestation(&rules), "{rules:?}");
        }
        // Which the rep's word would not reach.
        assert!(!asks_for_attestation(&VerificationRules { credentials: Level::Answered, ..rules }));
    }
}
