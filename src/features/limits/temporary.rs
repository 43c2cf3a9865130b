//! Temporary credit limits: those that count, will, and did; and ending one.

use contract::{
    AccountReference, Money, Operation, Rows, TemporaryCreditLimitReference,
    operations::issuing::limits::{
        CreateTemporaryCreditLimit, DeleteTemporaryCreditLimit, DeletedTemporaryCreditLimit, ListTemporaryCreditLimits,
        TemporaryCreditLimit,
    },
};
use leptos::prelude::*;

use super::{
    Limits, add,
    preview::preview,
    proof::{ended_another, is_gone, other_accounts, their_references},
    rules::{NO_RANGE, cannot_add, period_words, without_temporary},
    timeline::{Span, Standing, limit_at, permanent},
};
use crate::{
    browser::time,
    features::{
        outcome::outcome,
        spending::{Readings, Spending, WRITE, call_whole},
    },
    gateway::{Failure, Gateway},
    session::{Answer, Caller, End, Seen, Session, Words, Write},
    ui::{
        actions::{Button, Off, together, why_not},
        amount::{NOT_STATED, money_text, money_view},
        badge::{Tone, badge},
        dialog::{Confirming, Until, Who, before_and_after, confirming_widely},
        load::{Load, loaded, nothing},
        region::{focus_region, region},
        table::{Column, table_of},
    },
};

/// What the rep is about to do.
#[derive(Clone, PartialEq)]
enum Doing {
    Nothing,
    Adding,
    Deleting(Span),
}

/// The region with the table.
pub fn panel(limits: &Limits) -> AnyView {
    let Spending { session, caller, readings, .. } = limits.0.clone();
    let doing = RwSignal::new(Doing::Nothing);
    let adding = adding(limits);
    let deleting = {
        let limits = limits.clone();
        Memo::new(move |_| limits.hindrance(&DeleteTemporaryCreditLimit::SPEC, KIND))
    };
    let added = outcome(&session, &caller, &limits.writing(add::KIND), move || doing.set(Doing::Adding));
    let deleted = outcome(&session, &caller, &limits.writing(KIND), || {});
    let list = {
        let credit_limit = readings.credit_limit.clone();
        let rows = move |list: &Rows<TemporaryCreditLimit>| {
            if list.is_empty() && list.unreadable == 0 {
                let counts = without_temporary(credit_limit.answer().as_ref());
                return nothing("There is no temporary limit, and there was none.", counts);
            }
            rows(list, doing, ("temporary-reason", deleting))
        };
        let retry = readings.temporary_limits.retry(&session);
        loaded(readings.temporary_limits.begin(&session), "the temporary limits", retry, |_| None, Box::new(rows))
    };
    let dialog = {
        let (limits, working) = (limits.clone(), caller.working());
        move || {
            let working = working.clone();
            let done = move || {
                doing.set(Doing::Nothing);
                if working.get_untracked() {
                    focus_region("temporary-limits");
                }
            };
            match doing.get() {
                Doing::Nothing => None,
                Doing::Adding => add::dialog(&limits, done),
                Doing::Deleting(span) => Some(delete_dialog(&limits, span, done)),
            }
        }
    };
    let button =
        Button::new("Add temporary limit", ("temporary-reason", adding)).view(move || doing.set(Doing::Adding));
    let aged = readings.temporary_limits.age(&session, "the temporary limits");
    let why = why_not(("temporary-reason", together([adding, deleting])));
    let body = view! { {added}{deleted}{list}{why}<div class="age">{aged}</div>{dialog} };
    region("temporary-limits", "Temporary credit limits", button, body.into_any())
}

/// Why none can be added right now. Deleting one needs neither a range nor the others.
fn adding(limits: &Limits) -> Memo<Option<String>> {
    let limits = limits.clone();
    Memo::new(move |_| {
        let Some(rules) = &limits.session.config.credit_limit else { return Some(NO_RANGE.into()) };
        let Readings { credit_limit, temporary_limits, .. } = &limits.readings;
        let read = credit_limit.answer().zip(temporary_limits.answer());
        let read = read.map(|(limit, list)| (limit, list.rows.iter().map(Span::of).collect(), list.unreadable));
        let hindrance = limits.hindrance(&CreateTemporaryCreditLimit::SPEC, add::KIND);
        hindrance.or_else(|| cannot_add(read, rules))
    })
}

fn rows(list: &Rows<TemporaryCreditLimit>, doing: RwSignal<Doing>, off: Off) -> AnyView {
    let now = time::now();
    let mut spans: Vec<Span> = list.rows.iter().map(Span::of).collect();
    let rank = |span: &Span| match span.standing(now) {
        Standing::Active => (0, span.start),
        Standing::Scheduled => (1, span.start),
        Standing::Past => (2, -span.end),
    };
    spans.sort_by_key(rank);
    let rows = spans.into_iter().map(|span| {
        let standing = span.standing(now);
        let (tone, picture) = match standing {
            Standing::Active => (Tone::Good, "check"),
            Standing::Scheduled => (Tone::Information, "clock"),
            Standing::Past => (Tone::Plain, "off"),
        };
        let moment = |moment: i64, open: &str| {
            if matches!(moment, i64::MIN | i64::MAX) { open.to_owned() } else { WRITE.moment(moment) }
        };
        let delete = (standing != Standing::Past && span.reference.is_some()).then(|| {
            let span = span.clone();
            let button = Button::new("Delete", off).class("small").label("Delete temporary limit");
            button.view(move || doing.set(Doing::Deleting(span.clone())))
        });
        vec![
            badge(tone, picture, standing.words()).into_any(),
            span.limit.as_ref().map_or_else(|| NOT_STATED.into_any(), money_view),
            moment(span.start, "At once").into_any(),
            moment(span.end, "For ever").into_any(),
            delete.into_any(),
        ]
    });
    let heads = [
        Column::text("State"),
        Column::figures("Limit"),
        Column::text("From"),
        Column::text("Until"),
        Column::text("Action"),
    ];
    table_of("Temporary credit limits", &heads, rows.collect(), list.unreadable)
}

const KIND: &str = "delete a temporary limit";

fn delete_dialog(limits: &Limits, span: Span, done: impl Fn() + 'static) -> AnyView {
    let facts = Confirming {
        title: "Delete this temporary limit?",
        who: Some(Who::of(&limits.caller.record().get_untracked())),
        verb: "Delete",
        harms: true,
        cancel: "Cancel",
    };
    let (now, moment) = (limits.spans(), time::now().max(span.start));
    let then: Vec<Span> = now.iter().filter(|other| other.reference != span.reference).cloned().collect();
    let credit = limits.readings.credit_limit.clone();
    // Where it cannot be read the limit may be deleted all the same: what counts afterwards is said not to be stated.
    let waits = "Reading the permanent limit.";
    let until = Until::read(&credit.asking(), Load::is_settled, waits, waits);
    let words = |money: Option<Money>| money.map_or_else(|| NOT_STATED.into(), |money| money_text(&money));
    let when = if span.start > time::now() { "From its start" } else { "From now on" };
    let heads = [format!("Account {}", limits.short), "Now".into(), "Then".into()];
    let counts = format!("It counts {}.", period_words(&span, &WRITE));
    // What counts afterwards is not known before the permanent limit is.
    let change = move || {
        credit.is_settled().then(|| {
            let permanent = credit.answer().flatten().and_then(|limit| permanent(&limit));
            let at = |spans: &[Span]| words(limit_at(permanent.as_ref(), spans, moment));
            view! {
                {before_and_after("What will change", heads.clone(), vec![(when, at(&now), at(&then))])}
                <p class="hint">{counts.clone()}</p>
                {preview(permanent.as_ref(), &now, &then)}
            }
        })
    };
    let body = view! { {change} };
    let limits = limits.clone();
    let confirm = move || {
        if let Some(reference) = span.reference.clone() {
            let write = delete(&limits, &span, reference);
            limits.writing(KIND).begin(&limits.session, &limits.caller, write);
        }
        true
    };
    confirming_widely(Some(until), facts, body.into_any(), confirm, done)
}

fn delete(limits: &Limits, span: &Span, reference: TemporaryCreditLimitReference) -> Write {
    let limit = span.limit.as_ref().map_or_else(|| NOT_STATED.into(), money_text);
    let short = &limits.short;
    let words = Words {
        what: format!("Delete a temporary limit of {limit} of account {short}"),
        noun: "The temporary limit",
        done: format!("The temporary limit of {limit} of account {short} does not count any more"),
        undone: format!("The temporary limit of {limit} of account {short} still counts."),
    };
    let account = limits.account.clone();
    let request =
        DeleteTemporaryCreditLimit { account_reference: account.clone(), temporary_credit_limit_reference: reference };
    let (span, answer) = (span.clone(), Answer::<DeletedTemporaryCreditLimit>::default());
    let answered = answer.clone();
    let read = move |gateway: &Gateway| {
        let list = whole_list(gateway.clone(), account.clone());
        let (account, span, limit, answer) = (account.clone(), span.clone(), limit.clone(), answered.get());
        async move {
            let gone = is_gone(&span, &list.await?, time::now());
            let another = answer.as_ref().is_some_and(|answer| ended_another(answer, &account, &span));
            Ok(match gone {
                _ if another => Seen::Other("The gateway says that it ended another limit.".into()),
                true => {
                    let mut changes = vec![("Temporary limit", limit, "Deleted".into())];
                    let related = answer.as_ref().and_then(|answer| answer.related_temporary_credit_limits.as_ref());
                    changes.extend(other_accounts(related, false));
                    Seen::Done(changes)
                }
                false => Seen::NotDone,
            })
        }
    };
    let (account, answered) = (limits.account.clone(), answer.clone());
    // Compared first: another rep may have deleted it meanwhile, and then it does not still count.
    let write = Write::answering(words, request, &answer, read).comparing_first();
    write.then(move |session: &Session, caller: &Caller, _: End| {
        Limits::read_again(session, caller, &account);
        let related = answered.get().and_then(|answer| answer.related_temporary_credit_limits);
        Limits::others_again(session, caller, &their_references(related.as_ref()));
    })
}

/// All temporary limits that there ever were, for a proof: every row must be readable.
pub async fn whole_list(gateway: Gateway, account: AccountReference) -> Result<Vec<Span>, Failure> {
    let request = ListTemporaryCreditLimits { account_reference: account, all: Some(true) };
    let rows = call_whole(gateway, request, |_: &TemporaryCreditLimit| true).await?;
    Ok(rows.iter().map(Span::of).collect())
}
