//! The key around an answer: a rule in one guide, and broken in the same guide.

use contract::{
    Family, Opened,
    operations::{RetrieveCustomerLookupInfo, UpdateCustomerActivation},
    wallet::{Confirmed, Wallet, read_request},
};

const SUCCESS: &str = r#"{"status": {"statusCode": "SUCCESS"}}"#;
const FAILED: &str = r#"{"status": {"statusCode": "FAILED"}}"#;

/// Seed 000:98 and 001:13 write `Lookup`, 001:21 and 001:35 `LookUp`.
#[test]
fn a_wrapper_is_spelt_as_the_guide_prints_it_and_not_after_the_operation() {
    let wire = Wallet::seal(&RetrieveCustomerLookupInfo::default(), &contract::Sender::default()).expect("sendable");
    assert!(wire.body.is_some_and(|body| body.starts_with(r#"{"retrieveCustomerLookUpInfoRequest":"#)));
}

/// Seed 003:542 and 003:1203 leave `Response` away; other spellings exist (seed 003:1131).
#[test]
fn an_answer_is_read_with_and_without_its_suffix_and_under_any_sole_key() {
    for key in ["updateCustomerActivationResponse", "updateCustomerActivation", "updateCustomersActivationResponse"] {
        let opened = Wallet::open::<UpdateCustomerActivation>(&format!(r#"{{"{key}": {SUCCESS}}}"#));
        assert_eq!(opened, Ok(Opened::Done(Confirmed {})), "{key}");
    }
}

#[test]
fn a_status_that_was_never_wrapped_is_read() {
    assert_eq!(Wallet::open::<UpdateCustomerActivation>(SUCCESS), Ok(Opened::Done(Confirmed {})));
    let beside_a_header = r#"{"messageHeader": {}, "status": {"statusCode": "FAILED"}}"#;
    assert!(matches!(Wallet::open::<UpdateCustomerActivation>(beside_a_header), Ok(Opened::Refused(_))));
}

#[test]
fn among_several_keys_only_the_operations_own_is_read() {
    let own_comes_last =
        format!(r#"{{"updateCustomerActivationNotice": {SUCCESS}, "updateCustomerActivationResponse": {FAILED}}}"#);
    assert!(matches!(Wallet::open::<UpdateCustomerActivation>(&own_comes_last), Ok(Opened::Refused(_))));
    let none_is_its_own = format!(r#"{{"a": {SUCCESS}, "b": {SUCCESS}}}"#);
    assert!(Wallet::open::<UpdateCustomerActivation>(&none_is_its_own).is_err());
    assert!(Wallet::open::<UpdateCustomerActivation>("{}").is_err());
}

/// The usual answer is read in one go, which must not make a broken one look whole.
#[test]
fn an_answer_that_is_cut_or_says_two_things_is_not_read() {
    let read = |text: &str| Wallet::open::<UpdateCustomerActivation>(text);
    let spaced = format!(" {{ \"updateCustomerActivationResponse\" :\n {SUCCESS} }}\n");
    assert_eq!(read(&spaced), Ok(Opened::Done(Confirmed {})));
    for body in [
        r#"{"status": {"statusCode": "FAILED"}, "more": {}"#,
        r#"{"status": {"statusCode": "FAILED"}"#,
        r#"{"status": {"statusCode": "SUCCESS"}, "status": {"statusCode": "FAILED"}}"#,
        r#"{"status": {"statusCode": "SUCCESS"}}}"#,
        r#"{"status": {"statusCode": "SUCCESS"}} {}"#,
        r#"{}"#,
        r#"[{"statusCode": "SUCCESS"}]"#,
        r#""SUCCESS""#,
    ] {
        assert!(read(&format!(r#"{{"updateCustomerActivationResponse": {body}}}"#)).is_err(), "{body}");
    }
    let twice =
        format!(r#"{{"updateCustomerActivationResponse": {FAILED}, "updateCustomerActivationResponse": {SUCCESS}}}"#);
    assert!(matches!(read(&twice), Ok(Opened::Refused(_))), "the first of its own counts");
}

/// The gateway's side is strict, so that the sandbox finds a request that a real gateway would not read.
#[test]
fn a_request_under_another_key_is_not_read() {
    let fields = r#"{"messageHeader": {"partnerId": "", "messageId": "", "versionId": "", "environmentId": ""}}"#;
    let read = |text: &str| read_request::<RetrieveCustomerLookupInfo>(text).is_ok();
    assert!(read(&format!(r#"{{"retrieveCustomerLookUpInfoRequest": {fields}}}"#)));
    assert!(!read(&format!(r#"{{"retrieveCustomerLookupInfoRequest": {fields}}}"#)));
    assert!(!read(&format!(r#"{{"retrieveCustomerLookUpInfoRequest": {fields}, "more": {{}}}}"#)));
    assert!(!read(r#"{"retrieveCustomerLookUpInfoRequest": {"phone": "5089991234"}}"#), "without its header");
    assert!(!read(fields));
}
