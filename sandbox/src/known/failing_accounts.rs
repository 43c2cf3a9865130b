//! Customers whose accounts make trouble: what cannot be read, and what is posted without anybody being told.

use contract::{
    Operation,
    operations::issuing::{
        accounts::{RetrieveAccountBalance, ScheduleAccountFutureUpdate, UpdateAccountParameters},
        customers::{ListCustomerAccounts, RetrieveCustomer},
        operations::{
            ListAuthorizations, ListOperations, PostFeeOperation, RetrieveAuthorization, RetrieveOperation,
            ReverseFeeOperation,
        },
        statements::{
            ListNextStatementOperations, ListStatementOperations, ListStatements, ReprintStatement, RetrieveStatement,
        },
    },
};

use super::{Known, accounts::opened, builder::somebody};
use crate::{
    faults::{Canned, Fault, What},
    issuing::plan::Wanted,
};
use std::time::Duration;

const BAD_GATEWAY: What = What::Answer(Canned::BAD_GATEWAY);
const IN_CLEAR: What = What::CardsInClear;
const THREE_SECONDS: What = What::Slowly(Duration::from_secs(3));

const fn of<O: Operation>(what: What) -> Fault {
    Fault::of::<O>(what)
}

#[rustfmt::skip]
pub(crate) fn customers() -> Vec<Known> {
    let failing = |address: &str, first: &str, last: &str, shows: &'static str, faults: Vec<Fault>| {
        let person = somebody(address, first, last).with_accounts(vec![Wanted::ordinary(opened())]);
        faults.into_iter().fold(Known::by_email(address, shows, person), Known::failing)
    };
    vec![
        failing("customer-fails", "Cora", "Halfgone", "the issuing half cannot be read, ever", vec![of::<RetrieveCustomer>(BAD_GATEWAY), of::<ListCustomerAccounts>(BAD_GATEWAY)]),
        failing("accounts-fail", "Anke", "Accountless", "the accounts cannot be listed, ever", vec![of::<ListCustomerAccounts>(BAD_GATEWAY)]),
        failing("accounts-fail-twice", "Arne", "Accountretry", "the accounts cannot be listed twice, then they can", vec![of::<ListCustomerAccounts>(BAD_GATEWAY).times(2)]),
        failing("balance-fails", "Bela", "Balanceless", "the balance cannot be read, ever", vec![of::<RetrieveAccountBalance>(BAD_GATEWAY)]),
        failing("statements-fail", "Stina", "Statementless", "the statements cannot be listed, ever", vec![of::<ListStatements>(BAD_GATEWAY)]),
        failing("statements-fail-twice", "Sten", "Statementretry", "the statements cannot be listed twice, then they can", vec![of::<ListStatements>(BAD_GATEWAY).times(2)]),
        failing("statements-slow", "Sanna", "Statementslow", "listing the statements takes three seconds", vec![of::<ListStatements>(THREE_SECONDS)]),
        failing("statements-unreadable-row", "Siri", "Statementodd", "one row more among the statements, of another shape", vec![of::<ListStatements>(What::UnreadableRow).although_done()]),
        failing("statement-fails", "Stig", "Onestatement", "the statements are listed, none of them can be opened", vec![of::<RetrieveStatement>(BAD_GATEWAY)]),
        failing("operations-fail", "Ota", "Operationless", "the operations cannot be listed, ever", vec![of::<ListOperations>(BAD_GATEWAY)]),
        failing("operations-fail-twice", "Oda", "Operationretry", "the operations cannot be listed twice, then they can", vec![of::<ListOperations>(BAD_GATEWAY).times(2)]),
        failing("operations-slow", "Ole", "Operationslow", "listing the operations takes three seconds", vec![of::<ListOperations>(THREE_SECONDS)]),
        failing("operations-unreadable-row", "Orla", "Operationodd", "one row more among the operations, of another shape", vec![of::<ListOperations>(What::UnreadableRow).although_done()]),
        failing("authorizations-fail", "Auda", "Authorizationless", "the authorizations cannot be listed, ever", vec![of::<ListAuthorizations>(BAD_GATEWAY)]),
        failing("cards-in-clear", "Carl", "Careless", "full card numbers beside the masked ones, everywhere", vec![of::<ListOperations>(IN_CLEAR).although_done(), of::<RetrieveOperation>(IN_CLEAR).although_done(), of::<ListNextStatementOperations>(IN_CLEAR).although_done(), of::<ListStatementOperations>(IN_CLEAR).although_done(), of::<ListAuthorizations>(IN_CLEAR).although_done(), of::<RetrieveAuthorization>(IN_CLEAR).although_done()]),
        failing("reprint-answer-lost", "Rika", "Reprintlost", "a statement is printed again, the answer is lost", vec![of::<ReprintStatement>(What::Cut).although_done().once()]),
        failing("parameters-answer-lost", "Paulina", "Parameterlost", "account parameters are changed, the answer is lost", vec![of::<UpdateAccountParameters>(What::Cut).although_done().once()]),
        failing("schedule-answer-lost", "Sigrid", "Schedulelost", "a change of the account is scheduled, the answer is lost", vec![of::<ScheduleAccountFutureUpdate>(What::Cut).although_done().once()]),
        failing("reprint-fails-once", "Rolf", "Reprintfail", "printing a statement again fails once, not done", vec![of::<ReprintStatement>(BAD_GATEWAY).once()]),
        failing("fee-answer-lost", "Fritzi", "Feelost", "a fee is posted, the answer is lost", vec![of::<PostFeeOperation>(What::Cut).although_done().once()]),
        failing("fee-call-lost", "Frida", "Feenever", "a fee is not posted, and no answer comes once", vec![of::<PostFeeOperation>(What::Cut).once()]),
        failing("fee-times-out-done", "Falk", "Feelate", "a fee is posted, its call times out", vec![of::<PostFeeOperation>(What::Hang).although_done().once()]),
        failing("fee-refused", "Fabia", "Feerefused", "fees are always refused with HTTP 400", vec![of::<PostFeeOperation>(What::Refused("400", "Bad request: the account takes no fees today"))]),
        failing("fee-forbidden", "Ferdi", "Feebarred", "posting a fee is not permitted: 403", vec![of::<PostFeeOperation>(What::Answer(Canned::NOT_PERMITTED))]),
        failing("fee-slow", "Fenja", "Feeslow", "posting a fee takes three seconds", vec![of::<PostFeeOperation>(THREE_SECONDS)]),
        failing("fee-reversal-lost", "Fanni", "Feeback", "a fee is taken back, the answer is lost", vec![of::<ReverseFeeOperation>(What::Cut).although_done().once()]),
    ]
}
