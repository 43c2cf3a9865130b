//! Whose statements these are, in the two contexts that the guide tells apart (seed 004:34-37, 580-583).

use contract::operations::issuing::statements::Statement;

use crate::session::{KnownAccount, reference, short};

/// What a rep must know before reading an amount out: a consumer sees the statements of the account that pays, an employee
/// those of their own account, whoever pays it. Nothing where the account in view simply pays for itself.
pub fn whose(account: &KnownAccount, statements: &[Statement]) -> Option<String> {
    let listed = statements.iter().find_map(|one| one.account_identifier.as_ref().and_then(reference));
    let paying = statements.iter().find_map(|one| one.paying_account_identifier.as_ref().and_then(reference));
    let elsewhere = listed.filter(|listed| *listed != account.reference);
    let paid_by = account.paid_by().or_else(|| paying.filter(|paying| *paying != account.reference));
    if account.is_commercial() {
        let by = paid_by.map_or_else(String::new, |by| format!(" Account {} pays it.", short(by.as_str())));
        return Some(format!("Commercial card: these are the statements of the employee’s own account.{by}"));
    }
    let paying = elsewhere.or(paid_by)?;
    Some(format!("These are the statements of account {}, which pays for the account in view.", short(paying.as_str())))
}

#[cfg(test)]
mod tests {
    use contract::operations::issuing::accounts::Account;
    use serde_json::{Value, json};

    use super::*;

    fn account(facts: Value) -> KnownAccount {
        let facts: Account = serde_json::from_str(&facts.to_string()).expect("an account");
        KnownAccount { facts, ..KnownAccount::named("12340001".into()) }
    }

    fn statement_of(reference: &str) -> Vec<Statement> {
        let statement = json!({ "accountIdentifier": { "accountReference": reference } });
        vec![serde_json::from_str(&statement.to_string()).expect("a statement")]
    }

    #[test]
    fn an_account_that_pays_for_itself_needs_no_word() {
        assert_eq!(whose(&account(json!({ "contractType": "CONSUMER" })), &statement_of("12340001")), None);
        assert_eq!(whose(&account(json!({})), &[]), None);
    }

    #[test]
    fn a_consumer_sees_the_statements_of_the_account_that_pays() {
        let expected =
            Some("These are the statements of account …0009, which pays for the account in view.".to_owned());
        assert_eq!(
            whose(&account(json!({})), &statement_of("12340009")),
            expected,
            "the gateway lists another account"
        );
        let paid = json!({ "payingAccountIdentifier": { "accountReference": "12340009" } });
        assert_eq!(whose(&account(paid), &[]), expected, "the account names who pays");
    }

    #[test]
    fn an_employee_sees_their_own_account_whoever_pays() {
        let facts = json!({
            "contractType": "CORPORATE", "payingAccountIdentifier": { "accountReference": "12340009" },
        });
        assert_eq!(
            whose(&account(facts), &statement_of("12340001")).as_deref(),
            Some("Commercial card: these are the statements of the employee’s own account. Account …0009 pays it.")
        );
    }
}
