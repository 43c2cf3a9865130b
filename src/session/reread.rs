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
    /// It is not there, but not everything could be read: that proves nothing.
    NotAll,
}

/// Looks the wallet up once more and takes only the record with the same wallet and the same person.
pub async fn reread(gateway: &Gateway, known: &WalletCustomer) -> Result<Reread, Failure> {
    let answered = gateway.call(question(known)).await?;
    Ok(pick(known, answered.answer, answered.partly.is_none()))
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

/// `whole` where the gateway says that it found all there is.
fn pick(known: &WalletCustomer, answer: RetrieveCustomerLookupInfoAnswer, whole: bool) -> Reread {
    let found = answer.customer_look_up_info;
    let whole = whole && found.unreadable == 0;
    let mut same = found.rows.into_iter().filter(|row| row.customer_uri == known.customer_uri);
    match (same.next(), same.next()) {
        (Some(record), None) if record.customer_id == known.customer_id => Reread::Found(Box::new(record)),
        (None, _) if !whole => Reread::NotAll,
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
        matches!(pick(&person("u", "a"), answer, true), Reread::Found(_))
    }

    #[test]
    fn an_answer_that_holds_not_everything_does_not_prove_that_the_wallet_is_gone() {
        let picked = |unreadable, whole| {
            let mut found: contract::Rows<_> = vec![person("other", "x")].into();
            found.unreadable = unreadable;
            pick(&person("u", "a"), RetrieveCustomerLookupInfoAnswer { customer_look_up_info: found }, whole)
        };
        assert!(matches!(picked(0, true), Reread::NotTheSame));
        assert!(matches!(picked(1, true), Reread::NotAll));
        assert!(matches!(picked(0, false), Reread::NotAll));
    }

    #[test]
    fn a_wallet_whose_state_is_not_stated_is_in_no_state() {
        for nothing in [json!({}), json!({ "active": true }), json!({ "active": null, "locked": null })] {
            let mut record = json!({ "customerUri": "u", "customerId": "a" });
            record.as_object_mut().expect("an object").extend(nothing.as_object().expect("an object").clone());
            let record: WalletCustomer = serde_json::from_value(record).expect("a record");
            assert_eq!(record.state(), contract::WalletState::NotStated);
        }
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
