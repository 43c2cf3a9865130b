//! Overriding an authorization restriction: blocked or allowed, for what, and until when.

use contract::{
    AuthorizationRestrictionReference,
    operations::issuing::limits::{AuthorizationRestriction, RetrieveAuthorizationRestriction},
};
use leptos::prelude::*;

use super::{
    Controls, REASON_HINT, applied_to, reasons,
    restriction::{Wanted, parameters, typed as typed_parameters, typed_priority},
    typed_end,
};
use crate::{
    browser::time,
    features::spending::{Readings, call, restriction_name},
    gateway::Gateway,
    session::{Caller, End, Entry, Seen, Session, Words, Write},
    ui::{
        dialog::{Confirming, Who, before_and_after, confirming},
        form::{Control, Field, all_right, typed},
    },
};

/// Names the place of this change.
pub const KIND: &str = "override a restriction";

/// What is typed; kept while the rep is elsewhere.
#[derive(Clone)]
struct Draft {
    of: ArcRwSignal<Option<AuthorizationRestriction>>,
    state: Field,
    parameters: Field,
    until: Field,
    priority: Field,
    reason: Field,
}

const BLOCKED: &str = "Blocked";
const ALLOWED: &str = "Allowed";

impl Draft {
    fn of(caller: &Caller, account: &str) -> Self {
        caller.keep_for(account, || Self {
            of: ArcRwSignal::new(None),
            state: Field::new("restriction-state"),
            parameters: Field::new("restriction-parameters"),
            until: Field::new("restriction-until"),
            priority: Field::new("restriction-priority"),
            reason: Field::new("restriction-why"),
        })
    }

    /// Begins with the opposite of what is now, unless the rep has begun with this one already.
    fn begin(&self, restriction: &AuthorizationRestriction) {
        let begun = self.of.with_untracked(|of| of.as_ref().map(reference) == Some(reference(restriction)));
        self.of.set(Some(restriction.clone()));
        if begun {
            return;
        }
        let opposite = restriction.condition_check.map_or("", |blocked| if blocked { ALLOWED } else { BLOCKED });
        self.state.put(opposite);
        self.parameters.put(parameters(restriction).join(", "));
        self.priority.put(if restriction.is_overridden() { "1" } else { "" });
        self.until.put("");
        self.reason.put("");
    }

    fn wanted(&self, now: &AuthorizationRestriction) -> Option<Wanted> {
        let blocked = self.state.read(|text| match text {
            BLOCKED => Ok(true),
            ALLOWED => Ok(false),
            _ => Err("Choose whether it is blocked or allowed.".into()),
        });
        let typed_now = self.parameters.read(|text| Ok(typed_parameters(text)));
        let (end, priority) = (self.until.read(typed_end), self.priority.read(typed_priority));
        self.reason.read(|text| typed::required(text, "Choose a reason."));
        let parameters = typed_now.filter(|typed| typed.as_slice() != parameters(now));
        let wanted = blocked.zip(end).zip(priority);
        let wanted = wanted.map(|((blocked, end), priority)| Wanted { blocked, parameters, end, priority });
        match &wanted {
            Some(Wanted { parameters: Some(parameters), .. }) if parameters.is_empty() => {
                self.parameters.refuse("Nothing is listed. Allow it instead, or name what it applies to.");
            }
            Some(wanted) if wanted.parameters.is_none() && wanted.is_shown_by(now) => {
                self.state.refuse(format!("It is {} already.", now.words().to_lowercase()));
            }
            _ => {}
        }
        let fields = [&self.state, &self.parameters, &self.until, &self.priority, &self.reason];
        if all_right(&fields) { wanted } else { None }
    }
}

/// Names it to the gateway.
pub fn reference(restriction: &AuthorizationRestriction) -> &AuthorizationRestrictionReference {
    &restriction.authorization_restriction_identifier.authorization_restriction_reference
}

/// The restriction whose form was open last.
pub fn subject(controls: &Controls) -> Option<AuthorizationRestriction> {
    Draft::of(&controls.caller, controls.account.as_str()).of.get_untracked()
}

/// The dialog.
pub fn dialog(controls: &Controls, restriction: AuthorizationRestriction, done: impl Fn() + 'static) -> AnyView {
    let draft = Draft::of(&controls.caller, controls.account.as_str());
    draft.begin(&restriction);
    let facts = Confirming {
        title: "Override this restriction?",
        who: Some(Who::of(&controls.caller.record().get_untracked())),
        verb: "Override",
        harms: false,
        cancel: "Cancel",
    };
    let name = restriction_name(&restriction);
    let change = {
        let (state, typed, heads) = (draft.state.clone(), draft.parameters.clone(), controls.heads(&name));
        let (now, locale) = (restriction.words().to_owned(), controls.session.config.locale.clone());
        let what = move |parameters: &[String]| applied_to(parameters, &locale);
        let applied = what(parameters(&restriction));
        move || {
            let then = Some(state.text()).filter(|then| !then.is_empty()).unwrap_or_else(|| "…".into());
            before_and_after(
                "What will change",
                heads.clone(),
                vec![
                    ("State", now.clone(), then),
                    ("Applies to", applied.clone(), what(&typed_parameters(&typed.text()))),
                ],
            )
        }
    };
    let states = [BLOCKED, ALLOWED].map(|word| (word.to_owned(), word.to_owned())).to_vec();
    let priority = restriction.is_overridden().then(|| {
        let hint = "0 to 9999. The highest counts, and no two that count at the same time may share one. \
                    The gateway does not list those that there are.";
        Control::line(&draft.priority, "Priority").hint(hint).view()
    });
    let begins = "It begins at once: the gateway shows no override that begins later.";
    let body = view! {
        {change}
        {Control::choice(&draft.state, "State", states).hint("Blocked declines; allowed lets pass.").first().view()}
        {Control::line(&draft.parameters, "Applies to").hint("Countries or merchant categories, with commas between them.").view()}
        {Control::date(&draft.until, "Until").hint("To the end of this day; none is for ever.").view()}
        {priority}
        {Control::choice(&draft.reason, "Reason", reasons()).hint(REASON_HINT).view()}
        <p class="hint">{begins}</p>
    };
    let controls = controls.clone();
    let confirm = move || {
        let Some(wanted) = draft.wanted(&restriction) else { return false };
        let reason = draft.reason.text_now().to_lowercase();
        controls.caller.note(Entry::at_the_desk(time::now(), format!("Reason for the override: {reason}")));
        let write = write(&controls, &restriction, &wanted);
        controls.writing(KIND).begin(&controls.session, &controls.caller, write);
        true
    };
    confirming(facts, body.into_any(), confirm, done)
}

fn write(controls: &Controls, restriction: &AuthorizationRestriction, wanted: &Wanted) -> Write {
    let (name, short) = (restriction_name(restriction), &controls.short);
    let state = if wanted.blocked { "blocked" } else { "allowed" };
    let words = Words {
        what: format!("Override “{name}” of account {short}: {state}"),
        noun: "The override",
        done: format!("“{name}” of account {short} is {state}"),
        undone: format!("“{name}” of account {short} is as it was."),
    };
    let (account, before) = (controls.account.clone(), restriction.clone());
    let reference = reference(restriction).clone();
    let request = wanted.create(account.clone(), reference.clone());
    let (wanted, locale) = (wanted.clone(), controls.session.config.locale.clone());
    let read = move |gateway: &Gateway| {
        let request = RetrieveAuthorizationRestriction {
            account_reference: account.clone(),
            authorization_restriction_reference: reference.clone(),
        };
        let (gateway, wanted, before, locale) = (gateway.clone(), wanted.clone(), before.clone(), locale.clone());
        async move {
            let now = call(gateway, request).await?;
            let words = |one: &AuthorizationRestriction| one.words().to_owned();
            Ok(if wanted.is_shown_by(&now) {
                let what = |one: &AuthorizationRestriction| applied_to(parameters(one), &locale);
                let mut changes = vec![("State", words(&before), words(&now))];
                if what(&before) != what(&now) {
                    changes.push(("Applies to", what(&before), what(&now)));
                }
                Seen::Done(changes)
            } else if now == before {
                Seen::NotDone
            } else {
                let what = match parameters(&now) {
                    [] => String::new(),
                    some => format!(", for {}", applied_to(some, &locale)),
                };
                Seen::Other(format!("It is {} now{what}.", words(&now).to_lowercase()))
            })
        }
    };
    let account = controls.account.clone();
    Write::new(words, request, read).comparing_first().then(move |session: &Session, caller: &Caller, end: End| {
        if end.is_done() {
            Draft::of(caller, account.as_str()).of.set(None);
        }
        Readings::of(caller, &account).restrictions.again(session);
    })
}
