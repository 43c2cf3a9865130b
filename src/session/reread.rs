//! Proof: the wallet as the gateway shows it now.

use contract::{
    WalletCustomer,
    operations::{RetrieveCustomerLookupInfo, RetrieveCustomerLookupInfoAnswer},
};

use crate::gateway::{Failure, Gateway};

/// What a fresh read showed.
#[derive(Clone, Debug)]
pub enum Reread {
    /// This wallet, once.
    Found(Box<WalletCustomer>),
    /// Nobody with this wallet any more, or more than one.
    NotTheSame,
}

/// Looks the wallet up once more and takes only the record with the same wallet and the same person.
pub async fn reread(gateway: &Gateway, known: &WalletCustomer) -> Result<Reread, Failure> {
    let answered = gateway.call(question(known)).await?;
    Ok(pick(known, answered.answer))
}

/// The narrowest question that the record allows.
fn question(known: &WalletCustomer) -> RetrieveCustomerLookupInfo {
    let mut question = RetrieveCustomerLookupInfo::default();
    if let Some(id) = known.customer_id.clone().filter(|id| !id.is_empty()) {
        question.customer_id = Some(id);
    } else if let Some(email) = known.email.clone().filter(|email| !email.is_empty()) {
        question.email = Some(email);
    } else if let Some(id) = known.external_id.clone().filter(|id| !id.is_empty()) {
        question.external_id = Some(id);
    } else {
        question.phone = known.phone.clone();
    }
    question
}

fn pick(known: &WalletCustomer, answer: RetrieveCustomerLookupInfoAnswer) -> Reread {
    let mut same = answer.customer_look_up_info.rows.into_iter().filter(|row| row.customer_uri == known.customer_uri);
    match (same.next(), same.next()) {
        (Some(record), None) if record.customer_id == known.customer_id => Reread::Found(Box::new(record)),
        _ => Reread::NotTheSame,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn person(uri: &str, id: &str) -> WalletCustomer {
        serde_json::from_value(json!({ "customerUri": uri, "customerId": id, "email": "p@example.com" }))
            .expect("a record")
    }

    fn picks(rows: Vec<WalletCustomer>) -> bool {
        let answer = RetrieveCustomerLookupInfoAnswer { customer_look_up_info: rows.into() };
        matches!(pick(&person("u", "a"), answer), Reread::Found(_))
    }

    #[test]
    fn only_the_same_wallet_of_the_same_person_counts() {
        assert!(picks(vec![person("other", "x"), person("u", "a")]));
        assert!(!picks(vec![]));
        assert!(!picks(vec![person("u", "b")]), "another person under this wallet");
        assert!(!picks(vec![person("u", "a"), person("u", "b")]), "two people under this wallet");
    }

    #[test]
    fn the_narrowest_question_is_asked() {
        assert!(question(&person("u", "a")).customer_id.is_some());
        assert!(question(&person("u", "")).email.is_some());
    }
}
