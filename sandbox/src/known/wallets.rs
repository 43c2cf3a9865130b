//! Customers whose questions, codes, cards and receipts one can rely on.

use contract::{
    Operation,
    operations::wallet::{
        AuthenticateCustomerMFA, RefreshCustomerCardBalances, RetrieveCustomerCardInfo,
        RetrieveCustomerTransactionsHistory, RetrieveIncompletePaymentAccountEnrollments,
        RetrievePaginatedUserReceipts, RetrieveRecoveryCode, UpdateDeviceBlockStatus,
    },
};

use super::{
    Known,
    builder::{email, somebody},
};
use crate::{
    faults::{Canned, Fault, What},
    people::Person,
    wallets::{Peculiar, questions::InClear},
};

const ALWAYS: What = What::Answer(Canned::BAD_GATEWAY);

/// To the first three of the issuer's questions.
const ANSWERS: &[InClear] = &[(0, "Biscuit"), (1, "Elm Street"), (2, "Lincoln")];

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    vec![
        known("questions-known", "Quinn", "Answerable", "answers known: first pet Biscuit, street Elm Street, first school Lincoln; three wrong ones in a row lock the wallet", answering()),
        known("questions-none", "Nina", "Unasked", "no security questions: a code alone proves the e-mail address, and nothing proves the caller", Peculiar { answers: Some(&[]), ..Peculiar::default() }),
        known("questions-refused", "Roland", "Misremember", "every answer is refused", answering()).failing(Fault::of::<AuthenticateCustomerMFA>(What::Refused("300", "FAILURE: questions and answers do not match"))),
        known("questions-answer-lost", "Leona", "Interrupted", "the answers are checked, and the gateway's answer is lost once", answering()).failing(Fault::of::<AuthenticateCustomerMFA>(What::Cut).although_done().once()),
        unverified("codes-expired", "Ellen", "Toolate", "every code has expired before it can be used", Peculiar { codes_too_late: true, ..answering() }),
        known("code-unavailable", "Cody", "Uncoded", "no recovery code can be made: FAILED with HTTP 200", answering()).failing(Fault::of::<RetrieveRecoveryCode>(What::Refused("386", "ERROR: the code service does not answer"))),
        unverified("email-unverified", "Una", "Unproven", "an e-mail address that was never verified, and no questions: the code is enough", Peculiar { answers: Some(&[]), ..Peculiar::default() }),
        Known::by_email("email-pending", "a new e-mail address waits for its verification; first pet Biscuit", pending()),
        known("password-expired", "Petra", "Outdated", "the password has expired: Sandbox-2025", Peculiar { password_expired: true, ..answering() }),
        known("cards-three", "Carla", "Cardholder", "three cards", Peculiar { cards: Some(3), ..Peculiar::default() }),
        known("cards-none", "Nolan", "Cardless", "no cards", Peculiar { cards: Some(0), ..Peculiar::default() }),
        known("cards-fail", "Fabio", "Cardfail", "the cards cannot be listed, ever", Peculiar::default()).failing(always::<RetrieveCustomerCardInfo>()),
        known("balances-silent", "Sila", "Nobalance", "two cards whose processor does not answer", Peculiar { cards: Some(2), silent_balances: true, ..Peculiar::default() }),
        known("balances-fail", "Bella", "Balancefail", "the balances cannot be refreshed, ever", Peculiar { cards: Some(2), ..Peculiar::default() }).failing(always::<RefreshCustomerCardBalances>()),
        known("deposits-awaited", "Dario", "Depositor", "a debit card that waits for the amounts of two deposits: 0.32 and 0.45; three tries", Peculiar { cards: Some(1), awaits_deposits: true, ..Peculiar::default() }),
        known("receipts-many", "Rhea", "Shopper", "1,234 receipts: pages, and a history that ends at 200", Peculiar { cards: Some(2), receipts: Some(1_234), ..Peculiar::default() }),
        known("receipts-none", "Noam", "Frugal", "no receipts", Peculiar { receipts: Some(0), ..Peculiar::default() }),
        known("receipts-partly", "Rafael", "Receiptpart", "of the receipts the gateway finds only part, and no row", Peculiar { receipts: Some(0), ..Peculiar::default() }).failing(Fault::of::<RetrievePaginatedUserReceipts>(What::Partly("242", "Processing error occurred at gateway.")).although_done()),
        known("receipts-fail", "Fritz", "Receiptfail", "neither receipts nor history can be listed, ever", Peculiar::default()).failing(always::<RetrievePaginatedUserReceipts>()).failing(always::<RetrieveCustomerTransactionsHistory>()),
        known("receipts-not-found", "Nadine", "Receiptlost", "the receipts are not found: 404 in the status", Peculiar::default()).failing(Fault::of::<RetrievePaginatedUserReceipts>(What::Refused("404", "RESOURCE_NOT_FOUND"))),
        known("enrolment-stuck", "Steffi", "Halfenrolled", "two enrolments that are not finished: one waits for a code, one has expired", Peculiar { enrolments: Some(2), ..Peculiar::default() }),
        known("enrolments-fail", "Emil", "Enrolfail", "the incomplete enrolments cannot be listed, ever", Peculiar::default()).failing(always::<RetrieveIncompletePaymentAccountEnrollments>()),
        known("once-blocked", "Otis", "Onceblocked", "two phones, of which one was blocked in the past and no longer is", Peculiar { once_blocked: 1, ..Peculiar::default() }),
        Known::by_email("device-from-elsewhere", "a phone that the platform did not make: it cannot be blocked", with_foreign_phone()),
        known("block-answer-lost", "Bodo", "Blocklost", "a phone is blocked, the answer is lost", Peculiar::default()).failing(Fault::of::<UpdateDeviceBlockStatus>(What::Cut).although_done().once()),
    ]
}

fn always<O: Operation>() -> Fault {
    Fault::of::<O>(ALWAYS)
}

fn answering() -> Peculiar {
    Peculiar { answers: Some(ANSWERS), ..Peculiar::default() }
}

fn person(address: &str, first: &str, last: &str, peculiar: Peculiar) -> Person {
    let mut person = somebody(address, first, last).with_devices(2);
    person.peculiar = peculiar;
    person
}

fn known(address: &str, first: &str, last: &str, shows: &'static str, peculiar: Peculiar) -> Known {
    Known::by_email(address, shows, person(address, first, last, peculiar))
}

fn unverified(address: &str, first: &str, last: &str, shows: &'static str, peculiar: Peculiar) -> Known {
    let mut person = person(address, first, last, peculiar);
    person.record.email_verified = Some(false);
    person.record.email_verified_date = None;
    Known::by_email(address, shows, person)
}

fn pending() -> Person {
    let mut person = person("email-pending", "Penny", "Moving", answering());
    person.record.email_pending = Some(email("email-new").into());
    person
}

fn with_foreign_phone() -> Person {
    let mut person = person("device-from-elsewhere", "Elsa", "Foreignphone", Peculiar::default());
    person.devices[0].device_uri = "certnew:android#342d233211".into();
    person
}
