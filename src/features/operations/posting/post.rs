//! Posting a fee, a bonus or interest: the form, and what is sent.

use contract::{CalendarDate, Instant, Money};
use leptos::prelude::*;

use super::{
    Attempt, inquire,
    intent::{Kind, Posting, value_dates},
    read_again,
    similar::{By, ByHand, Lately, Likeness, Similar, lately, listed},
};
use crate::{
    browser::{number_style::written, time},
    config::Choices,
    features::outcome::outcome,
    gateway::Gateway,
    session::{Caller, End, KnownAccount, Session, Words, Write, Writing, short},
    ui::{
        actions::{Button, row, together},
        amount::money_text,
        badge::Tone,
        banner::Banner,
        dialog::{Confirming, Until, Who, before_and_after, confirming_once},
        form::{Control, Field, all_right, typed},
        load::Load,
        region::focus_region,
    },
};

/// What a rep typed of something that is not posted yet. Lives with the caller, one for each account and kind.
#[derive(Clone)]
struct Draft {
    word: Field,
    side: Field,
    amount: Field,
    description: Field,
    value_date: Field,
    attempt: Attempt,
}

/// The customer pays.
const CHARGED: &str = "charged";
/// The customer gets it.
const CREDITED: &str = "credited";

impl Draft {
    fn of(caller: &Caller, account: &KnownAccount, kind: Kind) -> Self {
        let side = if kind == Kind::Bonus { CREDITED } else { CHARGED };
        caller.keep_for(&place(account, kind), || Self {
            word: Field::new("post-word"),
            side: Field::holding("post-side", side),
            amount: Field::new("post-amount"),
            description: Field::new("post-description"),
            value_date: Field::new("post-value-date"),
            attempt: Attempt::default(),
        })
    }

    /// What is posted, when nothing is wrong; else the first wrong field has the focus.
    fn read(&self, account: &KnownAccount, kind: Kind, currency: &(u8, String)) -> Option<Posting> {
        let word = self.word.read(|text| match kind {
            Kind::Fee => typed::required(text, "Choose what the fee is for."),
            Kind::Bonus => typed::required(text, "Write the programme of the bonus."),
            Kind::Interest => Ok(String::new()),
        });
        let money = self.amount.read(|text| typed::amount(text, currency.0, &currency.1));
        let value_date = self.value_date.read(|text| match text {
            "" => Ok(None),
            text => counts_from(typed::date(text)?, account).map(Some),
        });
        if !all_right(&[&self.word, &self.amount, &self.value_date, &self.description]) {
            return None;
        }
        let description = self.description.text_now();
        Some(Posting {
            account: account.reference.clone(),
            triplet: self.attempt.triplet(),
            word: word?,
            money: money?,
            charged: kind == Kind::Fee || self.side.text_now() == CHARGED,
            description: (!description.is_empty()).then_some(description),
            value_date: value_date?,
        })
    }

    /// What an ended run leaves behind: nothing when it is done, the form and the triplet when it is not.
    fn ended(&self, end: End) {
        self.attempt.ended(end);
        if end.is_done() {
            for field in [&self.word, &self.amount, &self.description, &self.value_date] {
                field.put("");
            }
        }
    }
}

/// The moment from which it counts, if that is a day from which it may.
fn counts_from(date: CalendarDate, account: &KnownAccount) -> Result<Instant, String> {
    let opened = account.facts.activation_date.as_ref().map(time::local_date);
    let (first, last) = value_dates(time::today(), opened);
    if (first..=last).contains(&date) {
        return Ok(time::start_of_day(date));
    }
    let day = |date| time::date(&time::start_of_day(date));
    Err(format!("Choose a day from {} to {}.", day(first), day(last)))
}

fn place(account: &KnownAccount, kind: Kind) -> String {
    format!("post {} {}", kind.noun(), account.reference)
}

/// "Post fee", "Post bonus", "Post interest"; and the dialog that they open, and how the last one went.
pub fn buttons(session: &Session, caller: &Caller, account: &KnownAccount) -> (AnyView, AnyView) {
    let chosen = RwSignal::new(None::<Kind>);
    let currency = currency_of(account);
    let writings = Kind::ALL.map(|kind| Writing::of(caller, &place(account, kind)));
    let reasons = Kind::ALL.map(|kind| {
        let (session, caller, writings, currency) =
            (session.clone(), caller.clone(), writings.clone(), currency.clone());
        Memo::new(move |_| {
            if currency.is_none() {
                return Some("The gateway does not state the account's currency.".to_owned());
            }
            // Whatever is on its way on this account keeps back all of them; what the issuer lacks, its own button.
            let all = writings.iter().map(|writing| writing.hindrance(&session, &kind.posting(), &caller));
            all.flatten().next().map(|hindrance| hindrance.reason)
        })
    });
    let button = |(kind, reason): (Kind, Memo<Option<String>>)| {
        let name = match kind {
            Kind::Fee => "Post fee",
            Kind::Bonus => "Post bonus",
            Kind::Interest => "Post interest",
        };
        Button::new(name, ("post-reason", reason)).view(move || chosen.set(Some(kind)))
    };
    let buttons: Vec<_> = Kind::ALL.into_iter().zip(reasons).map(button).collect();
    let bar = row(buttons, ("post-reason", together(reasons)));
    let outcomes: Vec<_> = Kind::ALL
        .into_iter()
        .zip(&writings)
        .map(|(kind, writing)| outcome(session, caller, writing, move || chosen.set(Some(kind))))
        .collect();
    let (session, caller, account) = (session.clone(), caller.clone(), account.clone());
    let dialog = move || {
        let (kind, currency) = (chosen.get()?, currency.clone()?);
        let working = caller.working();
        let done = move || {
            chosen.set(None);
            if working.get_untracked() {
                focus_region("operations");
            }
        };
        Some(dialog(&session, &caller, &account, kind, currency, done))
    };
    (bar, view! { {outcomes}{dialog} }.into_any())
}

/// Decimals and code: of the account's balance, or else of the currency that it works in.
pub fn currency_of(account: &KnownAccount) -> Option<(u8, String)> {
    let balance = account.facts.account_balance.as_ref().and_then(|balance| balance.stated());
    balance.map(|Money { exponent, iso_code, .. }| (exponent, iso_code)).or_else(|| {
        let iso_code = account.facts.working_currency_code.clone()?;
        Some((contract::currency::decimals(&iso_code)?, iso_code))
    })
}

fn dialog(
    session: &Session,
    caller: &Caller,
    account: &KnownAccount,
    kind: Kind,
    currency: (u8, String),
    done: impl Fn() + 'static,
) -> AnyView {
    let draft = Draft::of(caller, account, kind);
    let (title, verb) = match kind {
        Kind::Fee => ("Post a fee?", "Post fee"),
        Kind::Bonus => ("Post a bonus?", "Post bonus"),
        Kind::Interest => ("Post interest?", "Post interest"),
    };
    let lately = lately(&session.gateway, &account.reference);
    let facts =
        Confirming { title, who: Some(caller.record().with_untracked(Who::of)), verb, harms: false, cancel: "Cancel" };
    let body = view! {
        <p class="hint">{account.label()}</p>
        {word_field(&session.config.choices, &draft, kind)}
        {(kind != Kind::Fee).then(|| side_field(&draft))}
        {Control::amount(&draft.amount, "Amount").hint(as_written(&currency)).view()}
        {Control::line(&draft.description, "Description").hint("Optional. The customer may read it on the statement.").view()}
        {(kind != Kind::Bonus).then(|| {
            Control::date(&draft.value_date, "Counts from").hint("Optional. Left out, it counts from today.").view()
        })}
        {preview(&draft, kind, currency.clone())}
        {one_like_it(caller, account, &draft, kind, currency.clone(), &lately)}
    };
    let until = Until::read(&lately, Load::is_settled, "Looking for one like it.", "");
    let (session, caller, account) = (session.clone(), caller.clone(), account.clone());
    // The reading ends with whoever keeps it: here the dialog's own button.
    let kept = lately;
    let confirm = move || match (draft.read(&account, kind, &currency), &kept) {
        (Some(posting), _) => {
            let by_hand = ByHand::of(&caller, &account.reference);
            let write = still_none(by_hand, &kept, kind, &posting, write(&draft, &account, kind, posting.clone()));
            Writing::of(&caller, &place(&account, kind)).begin(&session, &caller, write);
            true
        }
        (None, _) => false,
    };
    confirming_once(Some(until), facts, body.into_any(), confirm, done)
}

/// Looks once more when it is about to be sent: another tab or another rep may have posted one like it since the form was
/// filled in. Where the form could not be told, it need not be told now.
fn still_none(by_hand: ByHand, lately: &Lately, kind: Kind, posting: &Posting, write: Write) -> Write {
    let Some(money) = posting.amount().stated() else { return write };
    let likeness = Likeness::of(kind, &posting.word, money);
    let (known, was_read) =
        lately.state().with_untracked(|state| (state.answer().cloned().unwrap_or_default(), state.answer().is_some()));
    let (account, own) = (posting.account.clone(), posting.triplet.reference.clone());
    write.while_still_so(move |gateway: &Gateway| {
        let reading = listed(gateway.clone(), account.clone());
        let (by_hand, likeness, known, own) = (by_hand.clone(), likeness.clone(), known.clone(), own.clone());
        async move {
            let listed = match reading.await {
                Ok(listed) => listed,
                Err(_) if !was_read => return Ok(None),
                Err(failure) => return Err(failure),
            };
            let similar = by_hand.since(&likeness, &known, &own, &listed, time::now());
            Ok(similar.map(|similar| said_of(kind, &similar)))
        }
    })
}

/// Examples as the locale writes them, with the decimals that the currency has.
fn as_written((exponent, iso_code): &(u8, String)) -> String {
    let whole = written("15", 0);
    let example = match exponent {
        0 => whole,
        decimals => format!("{whole} or {}", written("15.5", *decimals)),
    };
    format!("In {iso_code}, as you would write it: {example}.")
}

/// Points out that one like it was posted lately, as the fields stand now; the rep may send it all the same.
fn one_like_it(
    caller: &Caller,
    account: &KnownAccount,
    draft: &Draft,
    kind: Kind,
    currency: (u8, String),
    lately: &Lately,
) -> AnyView {
    let (by_hand, draft, state) = (ByHand::of(caller, &account.reference), draft.clone(), lately.state());
    let similar = Memo::new(move |_| {
        let money = typed::amount(draft.amount.text().trim(), currency.0, &currency.1).ok()?;
        let charged = kind == Kind::Fee || draft.side.text() == CHARGED;
        let money = Money { value: if charged { money.value } else { -money.value }, ..money };
        let likeness = Likeness::of(kind, &draft.word.text(), money);
        state.with(|state| {
            let listed = state.answer().map(|listed| listed.as_slice()).unwrap_or_default();
            by_hand.similar(&likeness, listed, time::now())
        })
    });
    let unread = {
        let state = lately.state();
        Memo::new(move |_| state.with(|state| matches!(state, Load::Failed(_))))
    };
    let view = move || {
        let not_read = unread.get().then(|| {
            let hint = "Whether one like it was posted lately could not be read.";
            view! { <p class="hint">{hint}</p> }
        });
        let warning = similar.get().map(|similar| {
            let sentence = format!("{} Post this one only if a second is meant.", said_of(kind, &similar));
            Banner::alert(Tone::Attention, "warning", "One like it was posted.", sentence).slim().view()
        });
        view! { {warning}{not_read} }
    };
    view.into_any()
}

/// "The same fee was posted on 15 Jul 2025, 12:13, by you."
fn said_of(kind: Kind, similar: &Similar) -> String {
    let when = time::date_and_time(&Instant::from_epoch_millis(similar.at));
    let by = match &similar.by {
        By::You => ", by you".to_owned(),
        By::Named(name) => format!(", by {name}"),
        By::NotStated => String::new(),
    };
    format!("The same {} was posted on {when}{by}.", kind.noun())
}

fn word_field(choices: &Choices, draft: &Draft, kind: Kind) -> Option<AnyView> {
    let same = |words: &[String]| words.iter().map(|word| (word.clone(), word.clone())).collect::<Vec<_>>();
    Some(match kind {
        Kind::Fee => {
            let field = Control::choice(&draft.word, "Fee type", same(&choices.fee_types)).first();
            let none = "The issuer's configuration names no fee types (choices.feeTypes), so none can be posted.";
            if choices.fee_types.is_empty() { field.hint(none).view() } else { field.view() }
        }
        Kind::Bonus => Control::line(&draft.word, "Programme")
            .hint("The bonus programme, as the issuer defined it.")
            .first()
            .view(),
        Kind::Interest => return None,
    })
}

fn side_field(draft: &Draft) -> AnyView {
    let sides = vec![
        (CREDITED.to_owned(), "In the customer's favour".to_owned()),
        (CHARGED.to_owned(), "To be paid by the customer".to_owned()),
    ];
    Control::choice(&draft.side, "Which way", sides).first().view()
}

/// Before and after, as the fields stand now.
fn preview(draft: &Draft, kind: Kind, currency: (u8, String)) -> AnyView {
    let draft = draft.clone();
    let view = move || {
        let money = typed::amount(draft.amount.text().trim(), currency.0, &currency.1);
        let then = money.map_or_else(|_| "…".into(), |money| money_text(&money));
        let side = if kind == Kind::Fee || draft.side.text() == CHARGED { "charged" } else { "credited" };
        let name = match kind {
            Kind::Fee => "Fee",
            Kind::Bonus => "Bonus",
            Kind::Interest => "Interest",
        };
        before_and_after(
            "What will change",
            ["What".into(), "Now".into(), "Then".into()],
            vec![(name, "None".into(), format!("{then} {side}"))],
        )
    };
    view.into_any()
}

fn write(draft: &Draft, account: &KnownAccount, kind: Kind, posting: Posting) -> Write {
    let amount = money_text(&posting.money);
    let side = if posting.charged { "charged" } else { "credited" };
    let noun = kind.noun();
    let (begins, article) = match kind {
        Kind::Fee => ("The fee", "a "),
        Kind::Bonus => ("The bonus", "a "),
        Kind::Interest => ("The interest", ""),
    };
    let words = Words {
        what: format!("Post {article}{noun} of {amount} to account {}, {side}", short(posting.account.as_str())),
        noun: begins,
        done: format!("{begins} of {amount} is posted"),
        undone: format!("No {noun} was posted."),
    };
    let (reference, sent) = (posting.account.clone(), posting.expected(kind));
    let read = move |gateway: &Gateway| inquire(gateway.clone(), reference.clone(), sent.clone());
    let write = match kind {
        Kind::Fee => Write::new(words, posting.fee(), read),
        Kind::Bonus => Write::new(words, posting.bonus(), read),
        Kind::Interest => Write::new(words, posting.interest(), read),
    };
    let (draft, account) = (draft.clone(), account.clone());
    draft.attempt.clone().of(write.then(move |session, caller, end| {
        if end.is_done() || end.leaves_open() && end != End::NotDone {
            ByHand::of(caller, &account.reference).note(kind, &posting, time::now());
        }
        draft.ended(end);
        read_again(session, caller, &account);
    }))
}
