//! Looks for what was sent by what was made for it: a triplet, a dispute's reference; or compares what is listed with what
//! was meant. What it finds is shown, because a mark tells neither amount nor text.

use contract::{
    Amount, Instant, Money, Operation,
    operations::issuing::{
        disputes::{Dispute, RetrieveDisputeByExternalReference},
        limits::{CreateTemporaryCreditLimit, ListTemporaryCreditLimits, TemporaryCreditLimit},
        operations::{AccountOperation, InquireOperation, NewOperation},
    },
};

use super::words::{noun, until};
use crate::{
    browser::time,
    config::DisputesFrom,
    features::{account::account_has_moved, spending::call_whole},
    gateway::{Failure, Fault, Gateway},
    session::{Caller, End, KnownAccount, Mark, Seen, Session, Words, Write},
    ui::amount::{amount_text, money_text},
};

/// How it is looked for; nothing where only a rep can tell.
pub fn of(session: &Session, mark: &Mark, account: Option<&KnownAccount>) -> Option<Write> {
    let references = mark.sent.references.as_slice();
    match (references, account) {
        ([date, reference, poster], Some(account)) => {
            let triplet = NewOperation {
                date: Instant::parse(date)?,
                reference: reference.as_str().into(),
                service_poster: poster.clone(),
            };
            posting(session, mark, account, triplet)
        }
        ([reference], _) => dispute(session, mark, reference),
        (_, Some(account)) if mark.sent.operation == CreateTemporaryCreditLimit::SPEC.name => {
            temporary_limit(session, mark, account)
        }
        _ => None,
    }
}

fn words(mark: &Mark) -> Words {
    let noun = noun(mark);
    Words {
        what: format!("{noun} that was not confirmed"),
        noun,
        done: format!("{noun} is there"),
        undone: "It did not happen.".into(),
    }
}

fn is_offered<O: Operation>(session: &Session) -> bool {
    session.gateway.not_offered(&O::SPEC).is_none()
}

fn posting(session: &Session, mark: &Mark, account: &KnownAccount, triplet: NewOperation) -> Option<Write> {
    is_offered::<InquireOperation>(session).then(|| {
        let request = InquireOperation::of(account.reference.clone(), &triplet);
        let (asked, looked_for) = (request.clone(), mark.clone());
        let read = move |gateway: &Gateway| {
            let (gateway, asked, triplet, mark) = (gateway.clone(), asked.clone(), triplet.clone(), looked_for.clone());
            async move {
                match gateway.call(asked).await {
                    Ok(answered) => Ok(posted(&triplet, &answered.answer)),
                    Err(failure) if failure.fault == Fault::Http(404) => Ok(not_there(&mark)),
                    Err(failure) => Err(failure),
                }
            }
        };
        let account = account.reference.clone();
        let then = move |session: &Session, caller: &Caller, end: End| {
            if end.is_done() {
                account_has_moved(session, caller, &account);
            }
        };
        Write::new(words(mark), request, read).settling(mark.clone()).then(then)
    })
}

fn posted(triplet: &NewOperation, found: &AccountOperation) -> Seen {
    let Some(amount) = amount_under(triplet, found) else {
        return Seen::NotStated("The gateway’s answer is about something else, or states no amount.".into());
    };
    let number = found.operation_identifier.operation_id.to_string();
    let amount = amount_text(Some(amount));
    Seen::Done(vec![("Amount", "Not known".into(), amount), ("Operation", "Not known".into(), number)])
}

/// How much was posted under the three facts: nobody else knows them, so whatever it is, it is what was sent.
fn amount_under<'a>(triplet: &NewOperation, found: &'a AccountOperation) -> Option<&'a Amount> {
    let is_it = found.external_operation_reference.as_ref() == Some(&triplet.reference)
        && found.external_operation_service_poster.as_ref() == Some(&triplet.service_poster)
        && found.external_operation_date.as_ref().map(Instant::epoch_millis) == Some(triplet.date.epoch_millis());
    found.reference_amount.as_ref().filter(|amount| is_it && amount.stated().is_some())
}

/// Only newer platforms find a folder by its creator's reference; elsewhere a rep looks through the folders.
fn dispute(session: &Session, mark: &Mark, reference: &str) -> Option<Write> {
    let finds = session.config.disputes_from == DisputesFrom::Transaction;
    (finds && is_offered::<RetrieveDisputeByExternalReference>(session)).then(|| {
        let request = RetrieveDisputeByExternalReference {
            issuer_dispute_external_reference: reference.into(),
            embed: Vec::new(),
        };
        let (asked, looked_for) = (request.clone(), mark.clone());
        let read = move |gateway: &Gateway| {
            let (gateway, asked, mark) = (gateway.clone(), asked.clone(), looked_for.clone());
            async move {
                match gateway.call(asked.clone()).await {
                    Ok(answered) => Ok(made(&asked, &answered.answer)),
                    Err(failure) if failure.fault == Fault::Http(404) => Ok(not_there(&mark)),
                    Err(failure) => Err(failure),
                }
            }
        };
        Write::new(words(mark), request, read).settling(mark.clone())
    })
}

fn made(asked: &RetrieveDisputeByExternalReference, folder: &Dispute) -> Seen {
    let identifier = &folder.dispute_folder_identifier;
    if identifier.issuer_dispute_external_reference.as_ref() != Some(&asked.issuer_dispute_external_reference) {
        return Seen::NotStated("The gateway’s answer is about another folder.".into());
    }
    Seen::Done(vec![("Dispute folder", "Not known".into(), identifier.dispute_folder_reference.to_string())])
}

fn temporary_limit(session: &Session, mark: &Mark, account: &KnownAccount) -> Option<Write> {
    is_offered::<ListTemporaryCreditLimits>(session).then(|| {
        let request = ListTemporaryCreditLimits { account_reference: account.reference.clone(), all: Some(true) };
        let (asked, looked_for) = (request.clone(), mark.clone());
        let read = move |gateway: &Gateway| {
            let (gateway, asked, mark) = (gateway.clone(), asked.clone(), looked_for.clone());
            async move { Ok(listed(&mark, &asked, &limits(gateway, asked.clone()).await?)) }
        };
        Write::new(words(mark), request, read).settling(mark.clone())
    })
}

async fn limits(gateway: Gateway, asked: ListTemporaryCreditLimits) -> Result<Vec<TemporaryCreditLimit>, Failure> {
    call_whole(gateway, asked, |_: &TemporaryCreditLimit| true).await
}

/// The limit that was meant, among those that are listed. Where none is it, another may be in its place: a rep looks.
fn listed(mark: &Mark, asked: &ListTemporaryCreditLimits, limits: &[TemporaryCreditLimit]) -> Seen {
    let is_it = |limit: &&TemporaryCreditLimit| {
        let as_meant = |manage_overlap| mark_of(asked, limit, manage_overlap).is_some_and(|meant| mark.is_of(&meant));
        as_meant(None) || as_meant(Some(true))
    };
    let found = limits.iter().find(is_it).and_then(|limit| limit.temporary_credit_limit_amount.as_ref()?.stated());
    match found {
        Some(limit) => Seen::Done(vec![("Temporary limit", "Not known".into(), money_text(&limit))]),
        None => Seen::NotStated("None of those that are listed is as it was sent.".into()),
    }
}

/// A listed limit as it would have been asked for.
fn mark_of(
    asked: &ListTemporaryCreditLimits,
    limit: &TemporaryCreditLimit,
    manage_overlap: Option<bool>,
) -> Option<CreateTemporaryCreditLimit> {
    let stated: Money = limit.temporary_credit_limit_amount.as_ref().and_then(Amount::stated)?;
    Some(CreateTemporaryCreditLimit {
        account_reference: asked.account_reference.clone(),
        temporary_credit_limit_amount: stated.into(),
        activation_start_time: limit.activation_start_time.clone(),
        activation_end_time: limit.activation_end_time.clone()?,
        manage_overlap,
    })
}

/// It may still be on its way, for as long as gateways and proxies hold a request.
fn not_there(mark: &Mark) -> Seen {
    if mark.may_arrive(time::now()) {
        return Seen::NotStated(format!("It is not there yet, and may still arrive until {}.", until(mark)));
    }
    Seen::NotDone
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn triplet() -> NewOperation {
        NewOperation {
            date: Instant::parse("2025-07-15T10:15:00Z").expect("an instant"),
            reference: "r".into(),
            service_poster: "ISSUER".into(),
        }
    }

    fn operation(reference: &str, amount: serde_json::Value) -> AccountOperation {
        let text = json!({
            "operationIdentifier": { "operationId": "7" }, "externalOperationReference": reference,
            "externalOperationDate": "2025-07-15T12:15:00.000+02:00", "externalOperationServicePoster": "ISSUER",
            "referenceAmount": amount,
        });
        serde_json::from_str(&text.to_string()).expect("an operation")
    }

    #[test]
    fn only_what_was_posted_under_all_three_facts_and_states_an_amount_is_it() {
        let euros = || json!({ "value": 1500, "exponent": 2, "isoCode": "EUR" });
        assert!(amount_under(&triplet(), &operation("r", euros())).is_some());
        for other in [operation("s", euros()), operation("r", json!(null)), operation("r", json!({ "value": 1500 }))] {
            assert!(amount_under(&triplet(), &other).is_none(), "{other:?}");
        }
    }

    #[test]
    fn only_the_folder_of_this_reference_is_the_dispute() {
        let asked =
            RetrieveDisputeByExternalReference { issuer_dispute_external_reference: "r".into(), embed: Vec::new() };
        let folder = |reference: Option<&str>| {
            let text = json!({ "disputeFolderIdentifier": {
                "disputeFolderReference": "D-V-1", "issuerDisputeExternalReference": reference,
            } });
            serde_json::from_str::<Dispute>(&text.to_string()).expect("a folder")
        };
        assert!(matches!(made(&asked, &folder(Some("r"))), Seen::Done(_)));
        for other in [Some("s"), None] {
            assert!(matches!(made(&asked, &folder(other)), Seen::NotStated(_)));
        }
    }
}
