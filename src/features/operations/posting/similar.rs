//! A posting like one of the last day: pointed out before it is sent a second time. Which one counts is pure.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use contract::{
    AccountReference, Amount, ExternalOperationReference, Instant, Money,
    operations::issuing::operations::{AccountOperation, ListOperations, SortDirection},
};

use super::intent::{Kind, Posting, word_of};
use crate::{
    browser::time,
    features::trouble::trouble,
    gateway::{Failure, Gateway},
    session::Caller,
    ui::{load::Asking, trouble::Trouble},
};

/// So long, in milliseconds, one counts as posted lately: two reps may take the same request on one day, and fees that
/// repeat do so by the month.
const LATELY: i64 = 24 * 60 * 60 * 1000;
/// Looks through this many of the newest operations at most.
const MOST_ROWS: usize = 1_000;

/// What makes two postings to one account alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// A fee, a bonus or interest.
    pub kind: Kind,
    /// The fee's type or the bonus's programme; empty for interest.
    pub word: String,
    /// With its sign.
    pub money: Money,
}

/// One that was sent from here, and is posted or may be.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sent {
    likeness: Likeness,
    reference: ExternalOperationReference,
    at: i64,
}

/// What was posted to one account from here. Lives with the caller.
#[derive(Clone, Default)]
pub struct ByHand(Arc<Mutex<Vec<Sent>>>);

/// One like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// By whom.
    pub by: By,
}

/// Who posted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// This rep, in this call.
    You,
    /// Somebody whom the gateway names.
    Named(String),
    /// Nobody whom it names.
    NotStated,
}

impl Likeness {
    /// Of what a rep typed.
    pub fn of(kind: Kind, word: &str, money: Money) -> Self {
        Self { kind, word: word.trim().to_owned(), money }
    }

    fn is(&self, operation: &AccountOperation) -> bool {
        let money = operation.reference_amount.as_ref().and_then(Amount::stated);
        Kind::of(operation) == Some(self.kind)
            && operation.reversal != Some(true)
            && money.as_ref() == Some(&self.money)
            // A list need not state the type; then it may be the same.
            && (self.kind == Kind::Interest || word_of(operation).is_none_or(|word| word == self.word))
    }
}

impl ByHand {
    /// What this caller's reps posted to the account.
    pub fn of(caller: &Caller, account: &AccountReference) -> Self {
        caller.keep_for(account.as_str(), Self::default)
    }

    /// Takes down what was posted, or may have been.
    pub fn note(&self, kind: Kind, posting: &Posting, at: i64) {
        let Some(money) = posting.amount().stated() else { return };
        let likeness = Likeness::of(kind, &posting.word, money);
        let reference = posting.triplet.reference.clone();
        let mut sent = self.sent();
        sent.retain(|other| other.reference != reference);
        sent.push(Sent { likeness, reference, at });
    }

    /// The newest one like it, among these and those that were listed.
    pub fn similar(&self, likeness: &Likeness, listed: &[AccountOperation], now: i64) -> Option<Similar> {
        newest(likeness, &self.sent(), listed, now)
    }

    /// The newest one like it that the form did not know of, when it is about to be sent as `own`.
    pub fn since(
        &self,
        likeness: &Likeness,
        known: &[AccountOperation],
        own: &ExternalOperationReference,
        listed: &[AccountOperation],
        now: i64,
    ) -> Option<Similar> {
        newest(likeness, &[], &unknown_to_the_form(listed, known, &self.sent(), own), now)
    }

    fn sent(&self) -> MutexGuard<'_, Vec<Sent>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Those that the form did not know of: neither among what was listed then, nor sent from here, nor this posting itself.
fn unknown_to_the_form(
    listed: &[AccountOperation],
    known: &[AccountOperation],
    sent: &[Sent],
    own: &ExternalOperationReference,
) -> Vec<AccountOperation> {
    let is_known = |one: &AccountOperation| {
        let reference = one.external_operation_reference.as_ref();
        known.iter().any(|other| other.operation_identifier == one.operation_identifier)
            || reference.is_some_and(|reference| reference == own || sent.iter().any(|own| own.reference == *reference))
    };
    // A reversal takes back one of them, whenever it came.
    listed.iter().filter(|one| one.reversal == Some(true) || !is_known(one)).cloned().collect()
}

fn newest(likeness: &Likeness, sent: &[Sent], listed: &[AccountOperation], now: i64) -> Option<Similar> {
    let from_here = |one: &AccountOperation| {
        let reference = one.external_operation_reference.as_ref()?;
        sent.iter().find(|own| own.reference == *reference)
    };
    let found = listed.iter().filter(|one| likeness.is(one) && !is_taken_back(one, listed)).filter_map(|one| {
        if let Some(own) = from_here(one) {
            return Some(Similar { at: own.at, by: By::You });
        }
        let at = one.posting_date.as_ref().map(Instant::epoch_millis)?;
        let name = one.username.as_deref().map(contract::free_text).filter(|name| !name.is_empty());
        Some(Similar { at, by: name.map_or(By::NotStated, By::Named) })
    });
    let is_listed =
        |own: &Sent| listed.iter().any(|one| one.external_operation_reference.as_ref() == Some(&own.reference));
    let own = sent.iter().filter(|own| own.likeness == *likeness && !is_listed(own));
    let all = found.chain(own.map(|own| Similar { at: own.at, by: By::You }));
    all.filter(|similar| now - similar.at <= LATELY).max_by_key(|similar| similar.at)
}

/// Whether all of it was taken back: then it is not there any more.
fn is_taken_back(one: &AccountOperation, listed: &[AccountOperation]) -> bool {
    let value = |operation: &AccountOperation| operation.reference_amount.as_ref().and_then(|amount| amount.value);
    let (Some(reference), Some(posted)) = (&one.external_operation_reference, value(one)) else { return false };
    let millis = |date: &Option<Instant>| date.as_ref().map(Instant::epoch_millis);
    let takes_back = |other: &&AccountOperation| {
        other.external_matching_operation_reference.as_ref() == Some(reference)
            && millis(&other.external_matching_operation_date) == millis(&one.external_operation_date)
    };
    let back: i64 = listed.iter().filter(takes_back).filter_map(value).sum();
    back != 0 && posted.checked_add(back) == Some(0)
}

/// What was posted to an account in the last day, newest first.
pub type Lately = Asking<Arc<Vec<AccountOperation>>>;

/// Reads it, for a form that is about to be filled in.
pub fn lately(gateway: &Gateway, account: &AccountReference) -> Lately {
    let asking = Lately::default();
    asking.ask(read(gateway.clone(), account.clone()));
    asking
}

async fn read(gateway: Gateway, account: AccountReference) -> Result<Arc<Vec<AccountOperation>>, Trouble> {
    listed(gateway, account).await.map(Arc::new).map_err(|failure| trouble("The operations", &failure))
}

/// Reads it once more when a posting is about to be sent: another tab or another rep may have posted one like it since the
/// form was filled in.
pub async fn listed(gateway: Gateway, account: AccountReference) -> Result<Vec<AccountOperation>, Failure> {
    let today = time::today();
    let (from, to) = (time::start_of_day(today.plus_days(-1)), time::start_of_day(today.plus_days(1)));
    let newest_first =
        ListOperations { sort: Some(SortDirection::Descending), ..ListOperations::between(account, from, to) };
    Ok(gateway.read_list(MOST_ROWS, newest_first).await?.rows)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const NOON: i64 = 1_752_573_600_000;
    const MINUTE: i64 = 60_000;

    fn euro(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    fn likeness() -> Likeness {
        Likeness::of(Kind::Fee, "MANUAL_FEE", euro(1500))
    }

    /// A fee of the guide's kind, posted so many minutes before noon.
    fn fee(reference: &str, minutes_ago: i64, more: Value) -> AccountOperation {
        let posted = Instant::from_epoch_millis(NOON - minutes_ago * MINUTE).to_seconds_and_z();
        let mut fields = json!({
            "operationIdentifier": { "operationId": reference }, "operationKind": "FEE", "feeType": "MANUAL_FEE",
            "referenceAmount": { "value": 1500, "exponent": 2, "isoCode": "EUR" }, "postingDate": posted,
            "externalOperationDate": "2025-07-15T09:00:00Z", "externalOperationReference": reference,
        });
        if let (Value::Object(fields), Value::Object(more)) = (&mut fields, more) {
            fields.extend(more);
        }
        serde_json::from_str(&fields.to_string()).expect("an operation")
    }

    fn sent(reference: &str, minutes_ago: i64) -> Sent {
        Sent { likeness: likeness(), reference: reference.into(), at: NOON - minutes_ago * MINUTE }
    }

    #[test]
    fn a_fee_like_the_one_of_two_minutes_ago_is_pointed_out_with_when_and_by_whom() {
        let named = |name: &str| json!({ "username": name });
        let found = newest(&likeness(), &[], &[fee("a", 2, named("Sascha Brandt"))], NOON);
        assert_eq!(found, Some(Similar { at: NOON - 2 * MINUTE, by: By::Named("Sascha Brandt".into()) }));
        let found = newest(&likeness(), &[], &[fee("a", 2, json!({}))], NOON);
        assert_eq!(found.map(|found| found.by), Some(By::NotStated));
        let found = newest(&likeness(), &[sent("a", 2)], &[fee("a", 2, named("Robin Keller"))], NOON);
        assert_eq!(found.map(|found| found.by), Some(By::You), "the list shows the rep's own");
        let found = newest(&likeness(), &[sent("a", 2)], &[], NOON);
        assert_eq!(found.map(|found| found.by), Some(By::You), "also where no list shows it");
    }

    #[test]
    fn another_amount_type_side_kind_or_day_is_nothing_like_it() {
        for (more, minutes) in [
            (json!({ "referenceAmount": { "value": 1600, "exponent": 2, "isoCode": "EUR" } }), 2),
            (json!({ "referenceAmount": { "value": -1500, "exponent": 2, "isoCode": "EUR" } }), 2),
            (json!({ "referenceAmount": { "value": 1500, "exponent": 2, "isoCode": "USD" } }), 2),
            (json!({ "referenceAmount": null }), 2),
            (json!({ "feeType": "EVENT_FEE" }), 2),
            (json!({ "operationKind": "INT" }), 2),
            (json!({ "reversal": true }), 2),
            (json!({}), 24 * 60 + 1),
            (json!({ "postingDate": null }), 2),
        ] {
            assert_eq!(newest(&likeness(), &[], &[fee("a", minutes, more.clone())], NOON), None, "{more}");
        }
        assert_eq!(newest(&likeness(), &[sent("a", 24 * 60 + 1)], &[], NOON), None);
        assert!(newest(&likeness(), &[], &[fee("a", 2, json!({ "feeType": null }))], NOON).is_some(), "not stated");
    }

    #[test]
    fn only_what_the_form_did_not_know_of_is_in_the_way_of_what_is_about_to_be_sent() {
        let by_hand = ByHand(Arc::new(Mutex::new(vec![sent("by hand", 9)])));
        let of_another = fee("another", 30, json!({}));
        let listed = [of_another.clone(), fee("own", 1, json!({})), fee("by hand", 5, json!({}))];
        let found = |known: &[AccountOperation]| {
            by_hand.since(&likeness(), known, &"own".into(), &listed, NOON).map(|found| found.at)
        };
        assert_eq!(found(&[]), Some(NOON - 30 * MINUTE));
        assert_eq!(found(std::slice::from_ref(&of_another)), None, "it was pointed out");
        let back = json!({
            "reversal": true, "externalMatchingOperationReference": "another",
            "externalMatchingOperationDate": "2025-07-15T09:00:00Z",
            "referenceAmount": { "value": -1500, "exponent": 2, "isoCode": "EUR" },
        });
        let taken_back = [of_another, fee("back", 1, back)];
        assert_eq!(by_hand.since(&likeness(), &[], &"own".into(), &taken_back, NOON), None);
    }

    #[test]
    fn the_newest_one_is_named() {
        let listed = [fee("a", 30, json!({})), fee("b", 5, json!({}))];
        assert_eq!(newest(&likeness(), &[sent("c", 9)], &listed, NOON).map(|found| found.at), Some(NOON - 5 * MINUTE));
    }

    #[test]
    fn what_was_taken_back_is_not_there_any_more() {
        let back = |value: i64| {
            fee(
                "r",
                1,
                json!({
                    "reversal": true, "externalMatchingOperationReference": "a",
                    "externalMatchingOperationDate": "2025-07-15T09:00:00Z",
                    "referenceAmount": { "value": value, "exponent": 2, "isoCode": "EUR" },
                }),
            )
        };
        assert_eq!(newest(&likeness(), &[sent("a", 2)], &[fee("a", 2, json!({})), back(-1500)], NOON), None);
        assert!(newest(&likeness(), &[], &[fee("a", 2, json!({})), back(-500)], NOON).is_some(), "only a part");
    }
}
