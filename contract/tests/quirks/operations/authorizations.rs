//! D, G, H: authorizations tell the time by another clock and describe themselves in other words.

use contract::operations::issuing::operations::{
    AccountReserveStatus, Authorization, AuthorizationType, DeclineReason, ListAuthorizations, ListBusinessCases,
    ListOperations, RetrieveAuthorization, RetrieveBusinessCase,
};

use crate::issuing_wire::{answered, sent, written_back};

/// Public: a time of the merchant's clock has no zone, and its month may be 13. It is shown as it came, and no instant is
/// made of it.
#[test]
fn d17_a_merchants_time_is_text() {
    for (sent, day) in [
        ("\"2012-12-31T22:00:00.000\"", Some("31 Dec 2012")),
        ("\"20121231220000\"", Some("31 Dec 2012")),
        ("20121231220000", Some("31 Dec 2012")),
        ("\"2012-13-31T22:00:00.000\"", None),
        ("\"soon\"", None),
        ("\"\"", None),
    ] {
        let authorization = authorization(&format!(r#""transactionDate": {sent}"#));
        let time = authorization.transaction_date.expect("read");
        assert_eq!(time.to_string(), sent.trim_matches('"'));
        assert_eq!(time.day().map(|day| day.to_string()).as_deref(), day, "{sent}");
    }
    assert_eq!(authorization(r#""transactionDate": null"#).transaction_date, None);
}

/// Public: the period is required even where the id says everything, so the list's is carried along.
#[test]
fn g19_one_authorization_is_asked_for_with_its_period() {
    let list: ListAuthorizations = serde_json::from_str(
        r#"{"accountReference": "1", "startTime": "2022-12-05T09:37:00.000+00:00", "endTime": "2022-12-06T00:00:00Z"}"#,
    )
    .expect("a request");
    let one = RetrieveAuthorization {
        account_reference: list.account_reference.clone(),
        authorization_id: "200000000000001234".into(),
        start_time: list.start_time.clone(),
        end_time: list.end_time.clone(),
    };
    let case = RetrieveBusinessCase {
        account_reference: list.account_reference,
        business_case_id: "300000000000005678".into(),
        start_time: list.start_time,
        end_time: list.end_time,
    };
    for path in [sent(&one).0, sent(&case).0] {
        assert!(path.ends_with("?endTime=2022-12-06T00%3A00%3A00Z&startTime=2022-12-05T09%3A37%3A00Z"), "{path}");
    }
}

/// Public: the older key is deprecated and still sent.
#[test]
fn an_authorizations_type_is_read_under_both_keys() {
    for key in ["transactionType2", "transactionType"] {
        let authorization = authorization(&format!(r#""{key}": "Reversal""#));
        assert_eq!(authorization.does(), Some(&AuthorizationType::Reversal), "{key}");
    }
}

/// Public: a gateway sends both at once. The newer one counts, and the row is not lost.
#[test]
fn an_authorization_with_both_keys_is_read() {
    let both = r#"{"data": [{"transactionType": "Other", "transactionType2": "Reversal", "declined": false}]}"#;
    let list = answered::<ListAuthorizations>(both);
    assert_eq!((list.rows.len(), list.unreadable), (1, 0));
    assert_eq!(list.rows[0].does(), Some(&AuthorizationType::Reversal));
}

/// Public: callers are asked to be ready for new words.
#[test]
fn a_new_word_is_kept_as_it_came() {
    let authorization = authorization(r#""declineReason": "MoonPhase""#);
    assert_eq!(authorization.decline_reason, Some(DeclineReason::Unknown("MoonPhase".into())));
    let text = r#"{"data": {"accountReserveStatus": "Frozen"}}"#;
    let case = answered::<RetrieveBusinessCase>(text);
    assert_eq!(case.account_reserve_status, Some(AccountReserveStatus::Unknown("Frozen".into())));
}

/// A list without rows is an answer and no error.
#[test]
fn nothing_found_is_an_empty_list() {
    for text in [r#"{"data": []}"#, r#"{"data": null}"#] {
        assert!(answered::<ListAuthorizations>(text).rows.is_empty());
        assert!(answered::<ListBusinessCases>(text).rows.is_empty());
        assert_eq!(written_back::<ListOperations>(text), serde_json::json!([]));
    }
}

fn authorization(facts: &str) -> Authorization {
    answered::<RetrieveAuthorization>(&format!(r#"{{"data": {{{facts}}}}}"#))
}
