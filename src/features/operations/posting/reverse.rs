//! Taking back a fee, a bonus or interest that was posted.

use std::{future::Future, pin::Pin, sync::Arc};

use contract::{Amount, Money, OperationId, operations::issuing::operations::AccountOperation};
use leptos::prelude::*;

use super::{
    Attempt, inquire,
    intent::{Kind, Reversal, not_reversible, word_of},
};
use crate::{
    config::PostingRules,
    features::outcome::outcome,
    gateway::{Failure, Gateway},
    session::{Caller, End, KnownAccount, Session, Words, Write, Writing, short},
    ui::{
        actions::{Press, actions},
        amount::{digits, money_text},
        dialog::{Confirming, Until, Who, before_and_after, confirming_once},
        form::{Control, Field, all_right, typed},
        region::focus_region,
        trouble::Retry,
    },
};

/// What a rep typed of a reversal that is not sent yet. Lives with the caller, one for each operation.
#[derive(Clone)]
struct Draft {
    back: Field,
    description: Field,
    attempt: Attempt,
}

impl Draft {
    fn of(caller: &Caller, id: &OperationId) -> Self {
        caller.keep_for(&place(id), || Self {
            back: Field::new("reverse-amount"),
            description: Field::new("reverse-description"),
            attempt: Attempt::default(),
        })
    }

    /// What an ended run leaves behind: nothing when it is done, the form and the triplet when it is not.
    fn ended(&self, end: End) {
        self.attempt.ended(end);
        if end.is_done() {
            self.back.put("");
            self.description.put("");
        }
    }

    /// Begins with all that is left, typed as a person writes it, unless something stands there already.
    fn open(&self, left: &Money) {
        if self.back.text_now().is_empty() {
            self.back.put(typed::shown(left));
        }
    }

    fn read(
        &self,
        account: &KnownAccount,
        operation: &AccountOperation,
        posted: &Money,
        left: Option<i64>,
    ) -> Option<Reversal> {
        let back = self.back.read(|text| {
            let money = typed::amount(text, posted.exponent, &posted.iso_code)?;
            let left = without_sign(posted, left.ok_or(NOT_READ)?);
            let part = if left.value == posted.value.abs() { "was posted" } else { "is left of it" };
            let most = || format!("Not more than {}, which {part}.", money_text(&left));
            if money.value > left.value { Err(most()) } else { Ok(money.value) }
        });
        if !all_right(&[&self.back, &self.description]) {
            return None;
        }
        let description = self.description.text_now();
        Some(Reversal {
            account: account.reference.clone(),
            triplet: self.attempt.triplet(),
            original: operation.original()?,
            posted: posted.clone(),
            word: word_of(operation),
            back: back?,
            description: (!description.is_empty()).then_some(description),
        })
    }
}

/// Why it has to wait.
const NOT_READ: &str = "What was taken back of it already is not known.";

/// So much of the amount that was posted, as a person writes it.
fn without_sign(posted: &Money, value: i64) -> Money {
    Money { value: value.abs(), ..posted.clone() }
}

fn place(id: &OperationId) -> String {
    format!("reverse {id}")
}

/// What earlier reversals leave of an operation.
#[derive(Clone)]
pub struct Left {
    /// With the sign of its own amount, once they are read.
    pub now: Memo<Option<i64>>,
    /// Why that may be old.
    pub until: Until,
    /// Reads them again.
    pub again: Retry,
    /// Reads what is left as it is now, for whoever is about to take it back.
    pub read: ReadLeft,
}

/// What is left of an operation on its way; nothing where nobody can tell.
pub type ReadLeft = Arc<dyn Fn(&Gateway) -> Later<Option<i64>> + Send + Sync>;
type Later<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// What is taken back, and from where.
struct Reversible {
    account: KnownAccount,
    operation: AccountOperation,
    kind: Kind,
    /// On the button that sends it.
    verb: &'static str,
    posted: Money,
}

/// "Reverse fee" below an operation that is one, the dialog that it opens, and how it went. What is left of it is read again
/// when the dialog opens: another rep may have taken a part of it back.
pub fn reverse(
    session: &Session,
    caller: &Caller,
    account: &KnownAccount,
    operation: &AccountOperation,
    left: Left,
    read_again: impl Fn() + Send + Sync + Clone + 'static,
) -> AnyView {
    let Some(kind) = Kind::of(operation) else { return ().into_any() };
    let id = operation.operation_identifier.operation_id.clone();
    let writing = Writing::of(caller, &place(&id));
    let (impossible, now) = (not_reversible(operation, session.config.postings), left.now);
    let again = left.again.clone();
    let reason = {
        let (session, caller, writing) = (session.clone(), caller.clone(), writing.clone());
        Memo::new(move |_| {
            let left = now.get();
            let known = impossible.or_else(|| (left == Some(0)).then_some("It has been taken back already."));
            let hindered = || writing.hindrance(&session, &kind.reversal(), &caller).map(|one| one.reason);
            known.map(str::to_owned).or_else(hindered).or_else(|| left.is_none().then(|| NOT_READ.to_owned()))
        })
    };
    let open = RwSignal::new(false);
    let name = match kind {
        Kind::Fee => "Reverse fee",
        Kind::Bonus => "Reverse bonus",
        Kind::Interest => "Reverse interest",
    };
    let press = move || {
        again();
        open.set(true);
    };
    let bar = actions("reverse-reason", reason, vec![(name, Box::new(press.clone()) as Press)]);
    let said = outcome(session, caller, &writing, press);
    let (session, caller, account, operation) = (session.clone(), caller.clone(), account.clone(), operation.clone());
    let view = move || {
        let posted = operation.reference_amount.as_ref().and_then(Amount::stated).filter(|_| open.get())?;
        let working = caller.working();
        let done = move || {
            open.set(false);
            if working.get_untracked() {
                focus_region("operation");
            }
        };
        let (account, operation) = (account.clone(), operation.clone());
        let what = Reversible { account, operation, kind, verb: name, posted };
        Some(dialog(&session, &caller, what, left.clone(), read_again.clone(), done))
    };
    view! { {bar}{said}{view} }.into_any()
}

fn dialog(
    session: &Session,
    caller: &Caller,
    what: Reversible,
    left: Left,
    read_again: impl Fn() + Send + Sync + Clone + 'static,
    done: impl Fn() + 'static,
) -> AnyView {
    let Reversible { account, operation, kind, verb, posted } = what;
    let Left { now: left, until, read, .. } = left;
    let draft = Draft::of(caller, &operation.operation_identifier.operation_id);
    draft.open(&without_sign(&posted, left.get_untracked().unwrap_or(posted.value)));
    let title = match kind {
        Kind::Fee => "Reverse this fee?",
        Kind::Bonus => "Reverse this bonus?",
        Kind::Interest => "Reverse this interest?",
    };
    let who = Some(caller.record().with_untracked(Who::of));
    let facts = Confirming { title, who, verb, harms: false, cancel: "Cancel" };
    let part = (kind == Kind::Fee).then(|| {
        let hint = format!("In {}. All that is left of it, or a part.", posted.iso_code);
        Control::amount(&draft.back, "Amount to take back").hint(hint).first().view()
    });
    let body = view! {
        <p class="hint">{account.label()}</p>
        {part}
        {Control::line(&draft.description, "Description").hint("Optional. The customer may read it on the statement.").view()}
        {preview(&draft, &posted, left)}
    };
    let (session, caller) = (session.clone(), caller.clone());
    let confirm = move || {
        let known = left.get_untracked();
        let Some((reversal, known)) = draft.read(&account, &operation, &posted, known).zip(known) else {
            return false;
        };
        let place = place(&operation.operation_identifier.operation_id);
        let kind = (kind, session.config.postings);
        let write = write(&draft, &account, kind, reversal, (read.clone(), known), read_again.clone());
        Writing::of(&caller, &place).begin(&session, &caller, write);
        true
    };
    confirming_once(Some(until), facts, body.into_any(), confirm, done)
}

fn preview(draft: &Draft, posted: &Money, left: Memo<Option<i64>>) -> AnyView {
    let (draft, posted) = (draft.clone(), posted.clone());
    let view = move || {
        let back = typed::amount(draft.back.text().trim(), posted.exponent, &posted.iso_code);
        let signed = |value: i64| Money { value: if posted.value < 0 { value } else { -value }, ..posted.clone() };
        let before = left.get().map(|left| posted.value.abs() - left.abs());
        let now = match before {
            Some(0) => "None".into(),
            Some(before) => money_text(&signed(before)),
            None => "…".into(),
        };
        let then = back.ok().zip(before).map(|(back, before)| money_text(&signed(before + back.value)));
        before_and_after(
            "What will change",
            ["What".into(), "Now".into(), "Then".into()],
            vec![("Posted", digits(&posted), digits(&posted)), ("Taken back", now, then.unwrap_or_else(|| "…".into()))],
        )
    };
    view.into_any()
}

/// Reads once more what is left, when the reversal is about to be sent: another rep may have taken a part of it back since
/// the dialog opened. `known` is what the dialog showed.
fn still_left(left: ReadLeft, posted: Money, known: i64) -> impl Fn(&Gateway) -> Later<Option<String>> + Send + Sync {
    move |gateway| {
        let (reading, posted) = (left(gateway), posted.clone());
        Box::pin(async move { Ok(no_longer_so(&posted, known, reading.await?)) })
    }
}

/// What is left now, in words, where that is not what the dialog showed.
fn no_longer_so(posted: &Money, known: i64, now: Option<i64>) -> Option<String> {
    if is_as_shown(known, now) {
        return None;
    }
    match now {
        Some(0) => Some("All of it has been taken back meanwhile.".into()),
        Some(now) => Some(format!("{} of it is left now.", money_text(&without_sign(posted, now)))),
        None => Some(NOT_READ.into()),
    }
}

/// Whether what is left is what the dialog showed; where nobody can tell, it is not.
fn is_as_shown(known: i64, now: Option<i64>) -> bool {
    now == Some(known)
}

fn write(
    draft: &Draft,
    account: &KnownAccount,
    (kind, rules): (Kind, PostingRules),
    reversal: Reversal,
    (left, known): (ReadLeft, i64),
    read_again: impl Fn() + Send + Sync + 'static,
) -> Write {
    let amount = money_text(&Money { value: reversal.back, ..reversal.posted.clone() });
    let noun = kind.noun();
    let words = Words {
        what: format!("Reverse {noun} of account {}: {amount}", short(reversal.account.as_str())),
        noun: "The reversal",
        done: format!("{amount} of the {noun} is taken back"),
        undone: "Nothing was taken back.".into(),
    };
    let (reference, sent) = (reversal.account.clone(), reversal.expected(kind));
    let read = move |gateway: &Gateway| inquire(gateway.clone(), reference.clone(), sent.clone());
    let write = match kind {
        Kind::Fee => Write::new(words, reversal.fee(rules), read),
        Kind::Bonus => Write::new(words, reversal.bonus(), read),
        Kind::Interest => Write::new(words, reversal.interest(), read),
    };
    let write = write.while_still_so(still_left(left, reversal.posted, known));
    let (draft, account) = (draft.clone(), account.clone());
    draft.attempt.clone().of(write.then(move |session, caller, end| {
        draft.ended(end);
        super::read_again(session, caller, &account);
        read_again();
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_when_it_is_sent_must_be_what_the_dialog_showed() {
        assert!(is_as_shown(3000, Some(3000)));
        assert!(!is_as_shown(3000, Some(1000)), "another rep took back a part");
        assert!(!is_as_shown(3000, Some(0)));
        assert!(!is_as_shown(3000, None), "nobody can tell");
    }
}
