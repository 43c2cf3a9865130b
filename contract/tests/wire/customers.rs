//! Customers and what belongs to them: sent as the guide prints it, and read without a loss.

use contract::{CustomerReference, Instant, operations::issuing::customers::*};
use serde_json::json;

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

#[test]
fn customers_are_found_as_the_guide_prints_it() {
    let request = ListCustomers {
        last_name: Some("MATISSE".into()),
        first_name: Some("Jack".into()),
        partial_search: Some(false),
        page: Some(0),
        page_size: Some(100),
        ..Default::default()
    };
    let (path, body) = sent(&request);
    assert_eq!(path, "/issuers/1234/customers?firstName=Jack&lastName=MATISSE&offset=100&page=0&partialSearch=false");
    assert_eq!(body, None);
    let printed = sample("issuing-v2/listCustomers.response.json");
    assert_eq!(written_back::<ListCustomers>(&printed), json(&printed)["data"]);
}

/// Public: the criteria that belong to an address are named with a dot.
#[test]
fn customers_are_found_by_phone_e_mail_and_address() {
    let request = ListCustomers {
        local_phone_number: Some("0622334455".into()),
        email: Some("a@b.example".into()),
        post_code: Some("10115".into()),
        birth_date: Some("1975-10-22".into()),
        phonetic_search: Some(true),
        ..Default::default()
    };
    assert_eq!(
        sent(&request).0,
        "/issuers/1234/customers?birthDate=1975-10-22&emailAddress.email=a%40b.example\
         &phone.localPhoneNumber=0622334455&phoneticSearch=true&postalAddress.postCode=10115"
    );
}

/// A query holds nothing but text, and the gateway reads it all the same.
#[test]
fn the_criteria_are_read_from_a_querys_text() {
    let query = json!({"lastName": "MATISSE", "partialSearch": "true", "page": "2", "offset": "50"});
    let read: ListCustomers = serde_json::from_value(query).expect("a query");
    assert_eq!((read.partial_search, read.page, read.page_size), (Some(true), Some(2), Some(50)));
}

#[test]
fn a_customer_is_read_as_the_guide_prints_it() {
    let plain = RetrieveCustomer { customer_reference: andre(), embed: Vec::new() };
    assert_eq!(sent(&plain), ("/issuers/1234/customers/CUS10000375046".into(), None));
    let with_addresses =
        RetrieveCustomer { embed: vec![CustomerPart::Addresses, CustomerPart::AddressUsages], ..plain };
    assert_eq!(
        sent(&with_addresses).0,
        "/issuers/1234/customers/CUS10000375046?embed=addresses&embed=addresses.addressUsages"
    );
    let printed = sample("issuing-v2/retrieveCustomer.response.json");
    assert_eq!(written_back::<RetrieveCustomer>(&printed), json(&printed)["data"]);
    let customer = answered::<RetrieveCustomer>(&printed);
    assert_eq!(customer.full_name(), "Andre SWITCH");
    assert_eq!(customer.born().map(|day| day.to_string()).as_deref(), Some("22 Oct 1960"));
}

#[test]
fn contracts_are_listed_as_the_guide_prints_them() {
    let request = ListCustomerContracts { customer_reference: andre() };
    assert_eq!(sent(&request), ("/issuers/1234/customers/CUS10000375046/contracts".into(), None));
    let printed = sample("issuing-v2/listCustomerContracts.response.json");
    assert_eq!(written_back::<ListCustomerContracts>(&printed), json(&printed)["data"]);
}

/// `trustedAuthenticationReference` is a credential towards merchants, and is dropped.
#[test]
fn card_contracts_are_listed_as_the_guide_prints_them_but_for_a_credential() {
    let request = ListCardContracts { customer_reference: andre(), embed: vec![CardContractPart::CardIdentifiers] };
    assert_eq!(
        sent(&request),
        ("/issuers/1234/customers/CUS10000375046/card-contracts?embed=cardIdentifiers".into(), None)
    );
    let printed = sample("issuing-v2/listCardContracts.response.json");
    let mut expected = json(&printed)["data"].clone();
    for row in expected.as_array_mut().expect("rows") {
        assert!(row.as_object_mut().expect("a row").remove("trustedAuthenticationReference").is_some());
    }
    assert_eq!(written_back::<ListCardContracts>(&printed), expected);
}

/// Public: with its cards, by reference and without their numbers.
#[test]
fn a_card_contract_is_read_with_the_references_of_its_cards() {
    let answer = json!({"data": [{
        "cardContractIdentifier": {"cardContractReference": "12342000000000410211"},
        "cardIdentifiers": [{"cardReference": "2000000000252082", "issuerCardExternalReference": "b314e6df"}],
        "deviceTokensNumber": 2, "closingReason": "lost"
    }]});
    assert_eq!(written_back::<ListCardContracts>(&answer.to_string()), answer["data"]);
}

/// Public: seed 004:1714-1726 only describes the list.
#[test]
fn accounts_are_listed_with_what_falls_due() {
    let request = ListCustomerAccounts { customer_reference: andre() };
    assert_eq!(sent(&request), ("/issuers/1234/customers/CUS10000375046/accounts".into(), None));
    let answer = json!({"data": [{
        "issuerId": "1234",
        "accountIdentifier": {
            "accountReference": "12343037952407582600", "issuerAccountExternalReference": "ROOT_ACCOUNT-1"
        },
        "root": true, "status": "ACTIVE", "statusDate": "2023-01-26T14:36:01.000+00:00",
        "workingCurrencyCode": "EUR", "workingMode": "PAY_LATER", "paymentMode": "AUTOPAYMENT",
        "iban": "DE27100777770209299700", "bic": "DEUTDEFFP71", "ibanOwnerName": "ANDRE SWITCH",
        "accountBalance": {"value": 0, "exponent": 2, "isoCode": "EUR"},
        "amountDueMinAmount": {"value": 3000, "exponent": 2, "isoCode": "EUR"},
        "amountDuePercentage": "30", "greaterOrLesserAmountDue": "GREATER", "delinquent": false,
        "hierarchyOperationStatus": {"authorizationsBlocking": false, "paymentsBlocking": false},
        "accountOwnerIdentifier": {"customerReference": "CUS10000375046"},
        "contractIdentifier": {"contractReference": "2cb82f2f"},
        "rootAccountIdentifier": {"accountReference": "12343037952407582600"}
    }]});
    assert_eq!(written_back::<ListCustomerAccounts>(&answer.to_string()), answer["data"]);
}

#[test]
fn a_customer_is_changed_in_part_as_the_guide_prints_it() {
    let request = UpdateCustomerPartially {
        customer_reference: andre(),
        second_first_name: Some("John".into()),
        sex: Some("M".into()),
        birth_date: Instant::parse("1970-10-22T00:00:00.000Z"),
        birth_place: Some("Paris".into()),
        ..Default::default()
    };
    let (path, body) = sent(&request);
    assert_eq!(path, "/issuers/1234/customers/CUS10000375046");
    assert_eq!(body, Some(json(&sample("issuing-v2/updateCustomerPartially.request.json"))));
    let printed = sample("issuing-v2/updateCustomerPartially.response.json");
    assert_eq!(written_back::<UpdateCustomerPartially>(&printed), json(&printed)["data"]);
}

/// Public: every attribute that can be changed.
#[test]
fn a_customer_is_changed_with_everything_that_an_update_may_hold() {
    let whole = json(
        r#"{
        "courtesyTitle": "Herr", "firstName": "Andre", "lastName": "SWITCH", "secondFirstName": "John",
        "maidenName": "B", "correspondenceName": "A. Switch", "sex": "M",
        "birthDate": "1970-10-22T00:00:00.000Z", "birthPlace": "Paris", "nationality": "DE",
        "maritalStatus": "single", "profession": "baker", "employerName": "C", "employerAddress": "D",
        "monthlySalary": "0", "employee": false, "customerClass": "E", "commercialStatus": "Normal",
        "offlineRiskCategory": "Standard", "onlineRiskCategory": "Standard",
        "preferredCorrespondenceLanguage": "de", "doNotContact": true, "picture": "p.jpg", "url1": "u", "url2": "v",
        "vatNumber": "DE1", "vatCountry": "DE", "partnerExternalReference": "P-1",
        "secretQuestion": "q", "secretAnswer": "a", "specificFields": {"b": "2", "a": "1"},
        "vulnerabilities": [{"type": "hearing", "comment": "loud"}], "vulnerabilityIndicator": true,
        "vulnerabilityNote": "speak up",
        "contacts": [{
            "name": "Doe", "firstName": "Jo", "departmentName": "Sales", "sex": "F", "description": "manager",
            "courtesyTitle": "Ms", "type": "Legal_Representative", "birthDate": "1980-01-02",
            "postalAddress": {"line1": "JO DOE", "country": "DE"}
        }]
    }"#,
    );
    let mut fields = whole.clone();
    fields["customerReference"] = "CUS10000375046".into();
    let full: UpdateCustomer = serde_json::from_value(fields.clone()).expect("a request");
    assert_eq!(sent(&full), ("/issuers/1234/customers/CUS10000375046".into(), Some(whole.clone())));
    let partial: UpdateCustomerPartially = serde_json::from_value(fields).expect("a request");
    assert_eq!(sent(&partial).1, Some(whole));
    let answer = json!({"data": {"customerIdentifier": {"customerReference": "CUS10000375046"}}});
    assert_eq!(written_back::<UpdateCustomer>(&answer.to_string()), answer["data"]);
}

/// Public: seed 004:1812-1855 only describes these three.
#[test]
fn contacts_are_made_changed_and_removed() {
    let make = CreateCustomerContact {
        customer_reference: andre(),
        name: Some("Doe".into()),
        kind: Some("Power_of_Attorney".into()),
        birth_date: Some("1980-01-02T00:00:00.000Z".into()),
        ..Default::default()
    };
    let (path, body) = sent(&make);
    assert_eq!(path, "/issuers/1234/customers/CUS10000375046/contacts");
    let fields = json!({"name": "Doe", "type": "Power_of_Attorney", "birthDate": "1980-01-02T00:00:00.000Z"});
    assert_eq!(body, Some(fields));
    let change = UpdateCustomerContact {
        customer_reference: andre(),
        contact_reference: "C-1".into(),
        department_name: Some("Sales".into()),
        ..Default::default()
    };
    assert_eq!(
        sent(&change),
        ("/issuers/1234/customers/CUS10000375046/contacts/C-1".into(), Some(json!({"departmentName": "Sales"})))
    );
    let remove = RemoveCustomerContact { customer_reference: andre(), contact_reference: "C-1".into() };
    assert_eq!(sent(&remove), ("/issuers/1234/customers/CUS10000375046/contacts/C-1".into(), None));
    let answer = json!({"data": {"contactIdentifier": {"contactReference": "C-1"}}});
    assert_eq!(written_back::<CreateCustomerContact>(&answer.to_string()), answer["data"]);
    assert_eq!(written_back::<UpdateCustomerContact>(&answer.to_string()), answer["data"]);
    assert_eq!(written_back::<RemoveCustomerContact>(&answer.to_string()), answer["data"]);
}

fn andre() -> CustomerReference {
    "CUS10000375046".into()
}
