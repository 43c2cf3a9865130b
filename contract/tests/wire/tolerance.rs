//! An answer with less or more in it than the guide prints is still an answer: whatever is not what identifies a row may be
//! missing, null or empty, and what nobody knows is passed over.

use contract::{
    Family, Opened, Operation,
    issuing::Issuing,
    operations::issuing::{customers::*, disputes::*, limits::*, statements::ListStatementOperations},
    rows::Rows,
};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json},
    samples::sample,
};

#[test]
fn rows_of_customers_lose_a_fact_and_stay_readable() {
    rows_stay::<ListCustomers, Customer>("listCustomers", "customerIdentifier");
    rows_stay::<ListCustomerContracts, CustomerContract>("listCustomerContracts", "contractIdentifier");
    rows_stay::<ListCardContracts, CardContract>("listCardContracts", "cardContractIdentifier");
    rows_stay::<ListCustomerAddresses, CustomerAddress>("listCustomerAddresses", "addressIdentifier");
}

#[test]
fn rows_of_limits_lose_a_fact_and_stay_readable() {
    rows_stay::<ListTemporaryCreditLimits, TemporaryCreditLimit>("listTemporaryCreditLimits", "");
    rows_stay::<ListVelocityLimits, VelocityLimit>("listVelocityLimits", "velocityLimitIdentifier");
    rows_stay::<ListAuthorizationRestrictions, AuthorizationRestriction>(
        "listAuthorizationRestrictions",
        "authorizationRestrictionIdentifier",
    );
}

#[test]
fn single_answers_lose_a_fact_and_stay_readable() {
    stays::<RetrieveCustomer>("retrieveCustomer", "customerIdentifier");
    stays::<RetrieveDispute>("retrieveDispute", "disputeFolderIdentifier");
    stays::<RetrieveAccountCreditLimit>("retrieveAccountCreditLimit", "");
}

/// The guide prints metadata before the data (seed 004:482) or none; an envelope may hold more, and in another order.
#[test]
fn the_data_are_found_wherever_the_envelope_holds_them() {
    let list = sample("issuing-v2/listStatementOperations.response.json");
    let Value::Object(envelope) = json(&list) else { panic!("an object") };
    let (data, metadata) = (&envelope["data"], r#"{"statusCode": 200, "statusMessage": "a \"data\": [] in it"}"#);
    for text in [
        format!(r#"{{"data":{data}}}"#),
        format!("\r\n {{ \"data\" : {data}\t}} \n"),
        format!(r#"{{"responseMetadata":{metadata},"data":{data}}}"#),
        format!(r#"{{ "responseMetadata" : null , "data" : {data} }}"#),
        format!(r#"{{"data":{data},"responseMetadata":{metadata}}}"#),
        format!(r#"{{"links":[],"data":{data}}}"#),
        data.to_string(),
    ] {
        let read = answered::<ListStatementOperations>(&text);
        assert_eq!((read.rows.len(), read.unreadable), (3, 0), "{text}");
    }
    for text in [
        format!(r#"{{"data":{data}"#),
        format!(r#"{{"data":{data},}}"#),
        format!(r#"{{"data":{data}}}}}"#),
        format!(r#"{{"data":{data},"data":{data}}}"#),
        format!(r#"{{"responseMetadata":{metadata},"responseMetadata":{metadata},"data":{data}}}"#),
    ] {
        assert!(Issuing::open::<ListStatementOperations>(&text).is_err(), "{text}");
    }
}

/// What a write answers must never be the reason why its outcome is unknown.
#[test]
fn the_answer_to_a_write_may_be_empty() {
    fn empty<O: Operation<Family = Issuing>>() {
        for data in [json!({}), json!({"somethingNew": [1]})] {
            assert!(opened::<O>(&json!({"data": data})).is_some(), "{}: {data}", O::SPEC.name);
        }
    }
    empty::<UpdateCustomer>();
    empty::<UpdateCustomerPartially>();
    empty::<CreateCustomerContact>();
    empty::<UpdateCustomerContact>();
    empty::<RemoveCustomerContact>();
    empty::<CreateCustomerAddress>();
    empty::<UpdateCustomerAddress>();
    empty::<DeactivateCustomerAddress>();
    empty::<ActivateCustomerAddress>();
    empty::<InvalidateCustomerAddress>();
    empty::<DeleteAddressVersion>();
    empty::<AddAddressUsage>();
    empty::<RemoveAddressUsage>();
    empty::<CreateAddressAndAddOnSubscription>();
    empty::<CreateDispute>();
    empty::<GenerateChargeback>();
    empty::<CreateDisputePosting>();
    empty::<CreateDisputeEvent>();
    empty::<AddDisputeDocument>();
    empty::<UpdateAccountCreditLimit>();
    empty::<CreateTemporaryCreditLimit>();
    empty::<DeleteTemporaryCreditLimit>();
    empty::<CreateVelocityLimitOverride>();
    empty::<UpdateVelocityLimitOverride>();
    empty::<DeleteVelocityLimitOverride>();
    empty::<CreateAuthorizationRestrictionOverride>();
    empty::<UpdateAuthorizationRestrictionOverride>();
    empty::<DeleteAuthorizationRestrictionOverride>();
}

/// Takes each fact out of the first row, makes it null and makes it empty. Without what identifies it, a row may be lost,
/// but not the list.
fn rows_stay<O: Operation<Family = Issuing, Answer = Rows<T>>, T>(name: &str, identity: &str) {
    for (fact, row) in variants(&first(name)) {
        let rows = opened::<O>(&json!({"data": [row]})).unwrap_or_else(|| panic!("{name} without {fact}"));
        assert!(rows.unreadable == 0 || fact == identity, "{name} without {fact}");
    }
}

/// The same for an answer of one object.
fn stays<O: Operation<Family = Issuing>>(name: &str, identity: &str) {
    for (fact, data) in variants(&first(name)).filter(|(fact, _)| fact != identity) {
        assert!(opened::<O>(&json!({"data": data})).is_some(), "{name} without {fact}");
    }
}

/// The object without each of its facts in turn: missing, null, and empty where it is an object; and with one more.
fn variants(object: &Value) -> impl Iterator<Item = (String, Value)> {
    let facts = object.as_object().expect("an object").clone();
    facts.clone().into_iter().flat_map(move |(fact, value)| {
        let mut missing = facts.clone();
        missing.remove(&fact);
        missing.insert("somethingNew".into(), json!({"unknown": [1, null]}));
        let mut null = facts.clone();
        null.insert(fact.clone(), Value::Null);
        let mut empty = facts.clone();
        if value.is_object() {
            empty.insert(fact.clone(), json!({}));
        }
        [missing, null, empty].map(|variant| (fact.clone(), Value::Object(variant)))
    })
}

/// The first object that the guide prints for this operation.
fn first(name: &str) -> Value {
    let printed: Value = serde_json::from_str(&sample(&format!("issuing-v2/{name}.response.json"))).expect("JSON");
    match printed.get("data") {
        Some(Value::Array(rows)) => rows[0].clone(),
        Some(object) => object.clone(),
        None => printed,
    }
}

fn opened<O: Operation<Family = Issuing>>(answer: &Value) -> Option<O::Answer> {
    match Issuing::open::<O>(&answer.to_string()) {
        Ok(Opened::Done(answer)) => Some(answer),
        _ => None,
    }
}
