//! Adding a temporary limit: what is typed, what it would do, and what is wrong with it.

use contract::{AccountReference, operations::issuing::limits::CreatedTemporaryCreditLimit};
use leptos::prelude::*;

use super::{
    Limits,
    permanent::{REASON_HINT, typed_limit},
    preview::preview,
    proof::{Found, other_accounts, others_adjusted, their_references},
    rules::{Typed, Wrong, of_words, period_words, wrong_temporary},
    temporary::whole_list,
    timeline::Span,
    warning,
};
use crate::{
    browser::time,
    config::CreditLimitRules,
    features::spending::WRITE,
    gateway::Gateway,
    session::{Answer, Caller, End, Seen, Session, Words, Write},
    ui::{
        amount::{NOT_STATED, money_text},
        dialog::{Confirming, Who, confirming_widely},
        form::{Control, Field, all_right, typed},
    },
};

/// Names the place of this change.
pub const KIND: &str = "add a temporary limit";

/// What is typed; kept while the rep is elsewhere.
#[derive(Clone)]
struct Draft {
    amount: Field,
    from: Field,
    until: Field,
    overlap: Field,
    reason: Field,
}

/// Another limit stays as it is: an overlap is refused.
const STAYS: &str = "stays";
/// The new one takes the place of others on its days.
const TAKES_OVER: &str = "takes-over";

impl Draft {
    fn of(caller: &Caller, account: &AccountReference) -> Self {
        caller.keep_for(account.as_str(), || Self {
            amount: Field::new("temporary-amount"),
            from: Field::new("temporary-from"),
            until: Field::new("temporary-until"),
            overlap: Field::holding("temporary-overlap", STAYS),
            reason: Field::new("temporary-why"),
        })
    }

    fn clear(&self) {
        for field in [&self.amount, &self.from, &self.until, &self.reason] {
            field.put("");
        }
        self.overlap.put(STAYS);
    }

    /// As far as it can be understood; nothing is said of what cannot.
    fn glance(&self, rules: &CreditLimitRules) -> Option<Typed> {
        let amount = typed_limit(self.amount.text().trim(), rules).ok()?;
        let (from, until) = (typed::date(&self.from.text()).ok()?, typed::date(&self.until.text()).ok()?);
        Some(as_typed(amount, from, until, self.overlap.text() == TAKES_OVER))
    }

    /// Puts what is wrong with it beside its fields.
    fn refuse(&self, typed: &Typed, spans: &[Span], rules: &CreditLimitRules) {
        for wrong in wrong_temporary(typed, time::today(), spans, rules, &WRITE) {
            match wrong {
                Wrong::Amount(error) => self.amount.refuse(error),
                Wrong::From(error) => self.from.refuse(error),
                Wrong::Until(error) => self.until.refuse(error),
            }
        }
    }
}

fn as_typed(
    amount: contract::Money,
    from: contract::CalendarDate,
    until: contract::CalendarDate,
    takes_over: bool,
) -> Typed {
    let (first, after) = (time::start_of_day(from).epoch_millis(), time::end_of_day(until).epoch_millis());
    Typed { amount, from: (from, first), until: (until, after), takes_over }
}

/// Under the choice of what becomes of an overlap.
const OVERLAP_HINT: &str = "Taking its place cuts the other limit: it ends where the new one begins, or begins where the new one \
    ends. One that lies within the new one’s days is ended. What was cut off does not come back.";

const REASONS: &[&str] = &["A journey", "A planned purchase", "The customer asks for less", "A lead decided it"];

/// The dialog; `None` without a range for limits.
pub fn dialog(limits: &Limits, done: impl Fn() + 'static) -> Option<AnyView> {
    let rules = limits.session.config.credit_limit.clone()?;
    let draft = Draft::of(&limits.caller, &limits.account);
    let facts = Confirming {
        title: "Add a temporary limit?",
        who: Some(Who::of(&limits.caller.record().get_untracked())),
        verb: "Add",
        harms: false,
        cancel: "Cancel",
    };
    let (permanent, spans) = (limits.permanent(), limits.spans());
    // What was typed before may be wrong by now: another rep may have added one meanwhile.
    if let Some(typed) = untrack(|| draft.glance(&rules)) {
        draft.refuse(&typed, &spans, &rules);
    }
    let lasting = permanent.as_ref().map_or_else(|| NOT_STATED.to_lowercase(), money_text);
    let whose = format!("Account {}: the permanent limit is {lasting}.", limits.short);
    let most = money_text(&contract::Money {
        value: rules.temporary_maximum,
        exponent: rules.exponent,
        iso_code: rules.iso_code.clone(),
    });
    let shown = {
        let (draft, rules, spans, limits) = (draft.clone(), rules.clone(), spans.clone(), limits.clone());
        move || match draft.glance(&rules).filter(|typed| typed.from.1 < typed.until.1) {
            Some(typed) => {
                let period = format!("It would count {}.", period_words(&typed.span(), &WRITE));
                let then = typed.beside(&spans);
                let warned = warning::of_used(permanent.as_ref(), &then, limits.used().as_ref(), time::now(), &WRITE);
                let warned = warned.map(|sentence| view! { <p class="hint">{sentence}</p> });
                view! { <p class="hint">{period}</p>{warned}{preview(permanent.as_ref(), &spans, &then)} }.into_any()
            }
            None => view! { <p class="hint">"An amount and both days show here what would count when."</p> }.into_any(),
        }
    };
    let reasons = REASONS.iter().map(|reason| ((*reason).to_owned(), (*reason).to_owned())).collect();
    // Nothing to choose where no other limit counts or will.
    let now = time::now();
    let overlap = spans.iter().any(|span| span.end > now).then(|| {
        let choices = [(STAYS, "The other limit stays: no overlap"), (TAKES_OVER, "The new limit takes its place")];
        let choices = choices.into_iter().map(|(held, called)| (held.to_owned(), called.to_owned())).collect();
        Control::choice(&draft.overlap, "Where it overlaps another", choices).hint(OVERLAP_HINT).view()
    });
    let body = view! {
        <p>{whose}</p>
        {Control::amount(&draft.amount, "Temporary limit").hint(format!("Higher or lower than the permanent one, up to {most}.")).first().view()}
        <div class="period">
            {Control::date(&draft.from, "From").hint("The beginning of this day, where the issuer is.").view()}
            {Control::date(&draft.until, "Until").hint("The end of this day.").view()}
        </div>
        {overlap}
        {Control::choice(&draft.reason, "Reason", reasons).hint(REASON_HINT).view()}
        {shown}
    };
    let limits = limits.clone();
    let confirm = move || {
        let Draft { amount, from, until, overlap, reason } = &draft;
        let takes_over = overlap.text_now() == TAKES_OVER;
        let (money, first, last) =
            (amount.read(|text| typed_limit(text, &rules)), from.read(typed::date), until.read(typed::date));
        let why = reason.read(|text| typed::required(text, "Choose a reason."));
        let typed = match (money, first, last) {
            (Some(money), Some(first), Some(last)) => Some(as_typed(money, first, last, takes_over)),
            _ => None,
        };
        if let Some(typed) = &typed {
            draft.refuse(typed, &spans, &rules);
        }
        if !all_right(&[amount, from, until, reason]) {
            return false;
        }
        if let (Some(typed), Some(why)) = (typed, why) {
            let note = format!("Reason for a temporary limit: {}", why.to_lowercase());
            limits.writing(KIND).begin(&limits.session, &limits.caller, write(&limits, typed).because(note));
        }
        true
    };
    Some(confirming_widely(None, facts, body.into_any(), confirm, done))
}

fn write(limits: &Limits, typed: Typed) -> Write {
    let (limit, short) = (money_text(&typed.amount), &limits.short);
    let period = period_words(&typed.span(), &WRITE);
    let words = Words {
        what: format!("Add a temporary limit of {limit} to account {short}, {period}"),
        noun: "The temporary limit",
        done: format!("A temporary limit of {limit} counts for account {short} {period}"),
        undone: format!("No temporary limit was added to account {short}."),
    };
    let account = limits.account.clone();
    let request = typed.request(account.clone());
    let (known, answer) = (limits.spans(), Answer::<CreatedTemporaryCreditLimit>::default());
    let answered = answer.clone();
    let read = move |gateway: &Gateway| {
        let list = whole_list(gateway.clone(), account.clone());
        let (account, typed, known, limit) = (account.clone(), typed.clone(), known.clone(), limit.clone());
        let answer = answered.get();
        async move {
            let listed = list.await?;
            Ok(match typed.found(&account, &listed, &known, answer.as_ref()) {
                Found::Added => {
                    let mut changes = vec![("Temporary limit", "None".into(), limit)];
                    changes.extend(others_adjusted(&typed, &known, &listed, &WRITE));
                    let related = answer.as_ref().and_then(|answer| answer.related_temporary_credit_limits.as_ref());
                    changes.extend(other_accounts(related, true));
                    Seen::Done(changes)
                }
                Found::Different(made) => Seen::Other(format!("It was added as a temporary limit{}.", words_of(made))),
                Found::Overlaps(other) => Seen::Other(format!("It overlaps a temporary limit{}.", words_of(other))),
                Found::Missing => Seen::NotDone,
                Found::Foreign => Seen::Other("The gateway answered with a limit of another account.".into()),
            })
        }
    };
    let (account, answered) = (limits.account.clone(), answer.clone());
    // Compared first: what an earlier try may have added is not added twice, nor what would overlap another rep's.
    let write = Write::answering(words, request, &answer, read).comparing_first();
    write.then(move |session: &Session, caller: &Caller, end: End| {
        if end.is_done() {
            Draft::of(caller, &account).clear();
        }
        Limits::read_again(session, caller, &account);
        let related = answered.get().and_then(|answer| answer.related_temporary_credit_limits);
        Limits::others_again(session, caller, &their_references(related.as_ref()));
    })
}

/// " of 500.00 EUR, from 3 Feb 2023, 00:00 until 1 Apr 2023, 00:00".
fn words_of(span: &Span) -> String {
    format!("{}, {}", of_words(span, &WRITE), period_words(span, &WRITE))
}
