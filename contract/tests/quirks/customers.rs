//! The quirks that customers, contracts, addresses and contacts meet.

use std::collections::BTreeSet;

use contract::{CustomerReference, Effect, Instant, Operation, operations::issuing::customers::*};
use serde_json::{Value, json};

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

/// Seed 004:937, 976, 1081, 1591: what a tool filled in became a real reference.
#[test]
fn a11_a_placeholder_that_became_a_reference_is_plain_text() {
    let printed = sample("issuing-v2/deactivateCustomerAddress.response.json");
    let identifier = answered::<DeactivateCustomerAddress>(&printed).address_identifier.expect("an address");
    assert_eq!(identifier.issuer_address_external_reference, Some("string".into()));
}

/// Seed 004:1282, 1330.
#[test]
fn a13_a_salary_travels_as_text() {
    let andre = customer(json!({}));
    assert_eq!(andre.monthly_salary.as_ref().map(|salary| salary.in_clear()), Some("0"));
    let update = UpdateCustomer::of(&andre).expect("whole");
    assert_eq!(sent(&update).1.expect("a body")["monthlySalary"], "0");
}

/// Seed 004:1263.
#[test]
fn b24_the_size_of_a_page_is_sent_as_offset_and_its_number_as_page() {
    let request = ListCustomers { page: Some(3), page_size: Some(25), ..Default::default() };
    assert_eq!(sent(&request).0, "/issuers/1234/customers?offset=25&page=3");
}

/// Seed 004:1249 says "yes", 1263 sends `false`.
#[test]
fn b25_a_partial_search_is_asked_for_with_true() {
    let request = ListCustomers { last_name: Some("JOH".into()), partial_search: Some(true), ..Default::default() };
    assert_eq!(sent(&request).0, "/issuers/1234/customers?lastName=JOH&partialSearch=true");
}

/// Seed 004:1540 says "Y" and "N", 1561 sends `true`.
#[test]
fn b26_the_history_is_asked_for_with_true() {
    let request = ListCustomerAddresses {
        customer_reference: "CUS10000375016".into(),
        show_history: Some(true),
        ..Default::default()
    };
    assert_eq!(sent(&request).0, "/issuers/1234/customers/CUS10000375016/addresses?showHistory=true");
}

/// Public: one language under two keys, of which one is misspelt, and a key that ends in a blank.
#[test]
fn b30_misspelt_keys_are_read_as_they_are() {
    let language = |facts: Value| customer(facts).language().map(str::to_owned);
    assert_eq!(language(json!({"preferredCorrespondanceLanguage": "fr"})).as_deref(), Some("fr"));
    let both = json!({"preferredCorrespondanceLanguage": "fr", "preferredCorrespondenceLanguage": "de"});
    assert_eq!(language(both).as_deref(), Some("de"));
    let account = json!({"data": [{"accountIdentifier": {}, "preDelinquent ": true}]});
    assert_eq!(answered::<ListCustomerAccounts>(&account.to_string()).rows[0].pre_delinquent, Some(true));
}

/// Seed 004:1790 sends `Z`, 1324 answers `+00:00`.
#[test]
fn d5_a_birth_date_that_was_sent_is_the_one_that_is_answered() {
    let request = json(&sample("issuing-v2/updateCustomerPartially.request.json"));
    let answered = customer(json!({"birthDate": "1970-10-22T00:00:00.000+00:00"})).birth_date;
    assert_eq!(answered, Instant::parse(request["birthDate"].as_str().expect("a date")));
}

/// Seed 004:1615, 1640, 1665; 1570, 1689.
#[test]
fn f10_the_versions_of_an_address_share_a_reference_and_differ_in_their_start() {
    let rows = history();
    let references: BTreeSet<_> = rows.iter().map(|row| row.address_identifier.address_reference.as_ref()).collect();
    let versions: BTreeSet<_> = rows.iter().map(CustomerAddress::version).collect();
    assert_eq!((references.len(), versions.len()), (3, 6));
}

/// Seed 004:1001, 1047. A second sending would make a second address.
#[test]
fn f11_an_update_may_answer_another_reference_than_it_named() {
    let printed = sample("issuing-v2/updateCustomerAddress.response.json");
    let now = answered::<UpdateCustomerAddress>(&printed).address_identifier.and_then(|id| id.address_reference);
    assert_eq!(now, Some("ADDREF_SECOND_POSTAL_ADDRESS_1000000000440550".into()));
    assert_eq!(UpdateCustomerAddress::SPEC.effect, Effect::Once);
}

/// Seed 004:938 against 975.
#[test]
fn f12_an_addresss_reference_may_name_another_label_than_was_sent() {
    let sent = json(&sample("issuing-v2/createCustomerAddress.request.json"));
    assert_eq!(sent["addressLabel"], CustomerAddress::MAIN_POSTAL);
    let printed = sample("issuing-v2/createCustomerAddress.response.json");
    let made = answered::<CreateCustomerAddress>(&printed).address_identifier.and_then(|id| id.address_reference);
    assert!(made.is_some_and(|reference| reference.as_str().starts_with("ADDREF_SECOND_POSTAL_ADDRESS")));
}

/// Seed 004:1807 against 1321: a change answers the internal reference twice.
#[test]
fn f13_the_external_reference_of_a_changed_customer_is_not_the_one_that_was_read() {
    let external = |identifier: CustomerIdentifier| identifier.issuer_customer_external_reference;
    let printed = sample("issuing-v2/updateCustomerPartially.response.json");
    let changed = answered::<UpdateCustomerPartially>(&printed).customer_identifier.and_then(external);
    assert_eq!(changed, Some("CUS10000375046".into()));
    assert_eq!(external(customer(json!({})).customer_identifier), Some("PERSON-2023012600010A".into()));
}

/// Seed 004:1483-1485, 1614-1616.
#[test]
fn f14_either_half_of_an_identifier_may_be_missing() {
    let cards = answered::<ListCardContracts>(&sample("issuing-v2/listCardContracts.response.json"));
    let contract = cards.rows[0].contract_identifier.clone().expect("a contract");
    assert_eq!(contract.contract_reference, None);
    assert_eq!(contract.issuer_contract_external_reference, Some("CONTRACT-2023012600010A".into()));
    assert_eq!(history()[2].address_identifier.issuer_address_external_reference, None);
}

/// Seed 004:1379-1382.
#[test]
fn f15_a_contract_of_a_customer_may_be_owned_by_another() {
    let contracts = answered::<ListCustomerContracts>(&sample("issuing-v2/listCustomerContracts.response.json"));
    let owners: Vec<Option<CustomerReference>> = contracts
        .rows
        .into_iter()
        .map(|contract| contract.contract_owner_identifier.and_then(|owner| owner.customer_reference))
        .collect();
    assert_eq!(owners, [Some("CUS10000375048".into()), Some("CUS10000375046".into())]);
}

/// Seed 004:1160 prints the word "Response" behind the address.
#[test]
fn g5_the_query_of_a_removal_ends_where_it_ends() {
    assert_eq!(
        sent(&removal(None)),
        (
            "/issuers/1234/customers/CUS10000375016/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549\
             /address-usages?addressUsageName=CONTRACT_LETTER&serviceCode=CONTRACT_SERVICE"
                .into(),
            None
        )
    );
}

/// Seed 004:867 prints the list where one address is described.
#[test]
fn g13_one_address_is_read_from_a_list_and_from_an_object() {
    let printed = sample("issuing-v2/retrieveCustomerAddress.response.json");
    let from_list = answered::<RetrieveCustomerAddress>(&printed);
    let from_object = answered::<RetrieveCustomerAddress>(&json!({"data": json(&printed)["data"][0]}).to_string());
    assert_eq!((from_list.rows.len(), from_list.unreadable), (1, 0));
    assert_eq!(from_list, from_object);
}

/// Seed 004:1164.
#[test]
fn g16_what_a_removal_answers_is_read() {
    let printed = sample("issuing-v2/removeAddressUsage.response.json");
    assert_eq!(written_back::<RemoveAddressUsage>(&printed), json(&printed)["data"]);
    assert_eq!(answered::<RemoveAddressUsage>(&printed).address_usages.rows.len(), 1);
}

/// Seed 004:1745, 985, 1839: what is not sent is lost, so each of the three is made from what was read.
#[test]
fn g17_a_full_replacement_repeats_everything_that_was_read() {
    let facts = json!({"secretQuestion": "q", "secretAnswer": "a", "contacts": [{"name": "Doe"}]});
    let andre = customer(facts);
    let (_, body) = sent(&UpdateCustomer::of(&andre).expect("whole"));
    let mut expected = serde_json::to_value(&andre).expect("JSON");
    for not_sent in ["issuerId", "customerIdentifier", "active"] {
        expected.as_object_mut().expect("a customer").remove(not_sent);
    }
    assert_eq!(body, Some(expected));
    let obstacle = |facts| UpdateCustomer::of(&customer(facts)).err();
    assert_eq!(obstacle(json!({"contacts": [1]})), Some(CustomerObstacle::Unreadable));
    assert_eq!(obstacle(json!({"customerIdentifier": {}})), Some(CustomerObstacle::NoReference));
    assert_eq!(obstacle(json!({"vulnerabilities": [{"comment": "loud"}]})), Some(CustomerObstacle::Vulnerability));

    let owner = CustomerReference::from("CUS10000375016");
    let second = &history()[4];
    let (path, body) = sent(&UpdateCustomerAddress::of(&owner, second).expect("whole"));
    assert!(path.ends_with("/addresses/ADDREF_SECOND_POSTAL_ADDRESS_1000000000440550"), "{path}");
    let postal = serde_json::to_value(&second.postal_address).expect("JSON");
    let (label, kind) = ("SECOND_POSTAL_ADDRESS", "POSTAL_MAIL");
    assert_eq!(body, Some(json!({"addressLabel": label, "addressType": kind, "postalAddress": postal})));

    let contact = Contact {
        contact_identifier: Some(ContactIdentifier { contact_reference: Some("C-1".into()) }),
        name: Some("Doe".into()),
        birth_date: Some("1980-01-02".into()),
        ..Default::default()
    };
    let (path, body) = sent(&UpdateCustomerContact::of(&owner, &contact).expect("whole"));
    assert!(path.ends_with("/contacts/C-1"), "{path}");
    assert_eq!(body, Some(json!({"name": "Doe", "birthDate": "1980-01-02T00:00:00.000Z"})));
}

/// Public: a contact inside a customer's update has no department; the list replaces all, so a department would be lost.
#[test]
fn a_contact_with_a_department_is_changed_by_its_own_path() {
    let andre =
        customer(json!({"contacts": [{"contactIdentifier": {"contactReference": "C-1"}, "departmentName": "Sales"}]}));
    assert_eq!(UpdateCustomer::of(&andre).err(), Some(CustomerObstacle::Contact(ContactObstacle::Department)));
    let contact = &andre.contacts.expect("asked for").rows[0];
    let (_, body) = sent(&UpdateCustomerContact::of(&"CUS1".into(), contact).expect("whole"));
    assert_eq!(body, Some(json!({"departmentName": "Sales"})));
}

/// Public: answered as a day, asked for as an instant. Whatever is written otherwise is not lost without a word.
#[test]
fn a_contacts_day_of_birth_is_sent_as_its_midnight_however_it_was_read() {
    let owner = CustomerReference::from("CUS10000375016");
    let born = |written: &str| {
        let contact = Contact {
            contact_identifier: Some(ContactIdentifier { contact_reference: Some("C-1".into()) }),
            birth_date: Some(written.into()),
            ..Default::default()
        };
        UpdateCustomerContact::of(&owner, &contact).map(|update| sent(&update).1.expect("a body")["birthDate"].clone())
    };
    for written in ["1970-10-22", "1970-10-22T00:00:00.000Z", "1970-10-22T00:00:00.000+00:00"] {
        assert_eq!(born(written), Ok(json!("1970-10-22T00:00:00.000Z")), "{written}");
    }
    assert_eq!(born("22 October 1970"), Err(ContactObstacle::BirthDate));
    let unreachable = Contact {
        contact_identifier: Some(ContactIdentifier { contact_reference: Some("C-1".into()) }),
        postal_address: Some(PostalAddress::default()),
        ..Default::default()
    };
    let obstacle = ContactObstacle::Address(AddressLacks::Country);
    assert_eq!(UpdateCustomerContact::of(&owner, &unreachable), Err(obstacle));
}

/// Seed 004:1766: an empty list is sent, because it empties the list that is kept; no list leaves it.
#[test]
fn g18_a_list_of_contacts_that_is_sent_is_the_whole_list() {
    let partial = |contacts| UpdateCustomerPartially { customer_reference: "C".into(), contacts, ..Default::default() };
    assert_eq!(sent(&partial(None)).1, None);
    assert_eq!(sent(&partial(Some(Vec::new()))).1, Some(json!({"contacts": []})));
}

/// Seed 004:1583-1709: all but one version are called active.
#[test]
fn h19_the_dates_and_not_the_status_tell_which_version_counts() {
    let rows = history();
    assert_eq!(rows.iter().filter(|row| row.status == Some(AddressStatus::Active)).count(), 5);
    let in_force = |now: &str| -> Vec<usize> {
        let now = Instant::parse(now).expect("an instant");
        (0..rows.len()).filter(|index| rows[*index].in_force(&now)).collect()
    };
    assert_eq!(in_force("2023-02-17T09:20:00Z"), [0, 2]);
    assert_eq!(in_force("2023-02-17T09:24:47.586Z"), [0, 3]);
    assert_eq!(in_force("2023-02-20T00:00:00Z"), [0, 4]);
    assert_eq!(in_force("2023-03-02T00:00:00Z"), [4, 5]);
}

/// Seed 004:888, 1284: "DE" here, "USA" in the wallet family.
#[test]
fn h22_a_customers_country_is_text_of_any_form() {
    let country = history()[0].postal_address.clone().and_then(|postal| postal.country);
    assert_eq!(country.as_deref(), Some("DE"));
    assert_eq!(customer(json!({"nationality": "USA"})).nationality.as_deref(), Some("USA"));
}

/// Seed 004:1060-1063, 1188-1190.
#[test]
fn h30_what_the_gateway_forbids_with_an_address_is_known_before() {
    let address = |facts: Value| -> CustomerAddress {
        let mut address = json!({"addressIdentifier": {"addressReference": "A-1"}});
        address.as_object_mut().expect("an object").extend(facts.as_object().cloned().unwrap_or_default());
        serde_json::from_str(&address.to_string()).expect("an address")
    };
    let usage = json!([{"addressUsageName": "DISPUTE", "serviceCode": "DISPUTE_SERVICE"}]);
    for (facts, hindrance) in [
        (json!({"addressLabel": "MAIN_POSTAL_ADDRESS"}), Some(AddressHindrance::MainPostal)),
        (json!({"addressUsages": usage}), Some(AddressHindrance::InUse)),
        (json!({"addressLabel": "SECOND_POSTAL_ADDRESS", "addressUsages": []}), None),
    ] {
        assert_eq!(address(facts.clone()).deactivation_hindrance(), hindrance, "{facts}");
    }
    for (facts, hindrance) in [
        (json!({"addressType": "E_MAIL"}), Some(AddressHindrance::NotPostal)),
        (json!({"addressType": "PHONE"}), Some(AddressHindrance::NotPostal)),
        (json!({"addressType": "POSTAL_MAIL", "temporary": true}), Some(AddressHindrance::Temporary)),
        (json!({"addressType": "POSTAL_MAIL", "temporary": false}), None),
    ] {
        assert_eq!(address(facts.clone()).invalidation_hindrance(), hindrance, "{facts}");
    }
}

/// Seed 004:919, 989.
#[test]
fn h32_a_usage_says_from_which_address_it_is_taken() {
    let usage = json!([{"addressUsageName": "DISPUTE", "serviceCode": "DISPUTE_SERVICE"}]);
    let text = json!({"data": [
        {"addressIdentifier": {"addressReference": "A-1"}, "addressUsages": usage},
        {"addressIdentifier": {"addressReference": "A-2"}, "addressUsages": usage},
        {"addressIdentifier": {"addressReference": "A-3"}}
    ]});
    let addresses = answered::<ListCustomerAddresses>(&text.to_string()).rows;
    let mut add = AddAddressUsage {
        address_reference: "A-2".into(),
        address_usage_name: "DISPUTE".into(),
        service_code: "DISPUTE_SERVICE".into(),
        ..Default::default()
    };
    let losing = |add: &AddAddressUsage| -> Vec<String> {
        let references =
            add.taken_from(&addresses).into_iter().map(|address| address.version().0.map(ToString::to_string));
        references.flatten().collect()
    };
    assert_eq!(losing(&add), ["A-1"]);
    add.entity_reference = Some("12343037952407582600".into());
    assert_eq!(losing(&add), [""; 0], "the usage of one account is another usage");
}

/// Seed 004:1150: without an entity, every usage of that name ends, and each is answered.
#[test]
fn h31_a_removal_names_its_entity_or_takes_them_all() {
    assert!(!sent(&removal(None)).0.contains("entityReference"));
    assert!(sent(&removal(Some("12342000000000410211"))).0.contains("&entityReference=12342000000000410211&"));
    let usage = json!({"addressUsageName": "CONTRACT_LETTER", "serviceCode": "CONTRACT_SERVICE"});
    let answer = json!({"data": {"addressUsages": [usage, usage]}});
    assert_eq!(answered::<RemoveAddressUsage>(&answer.to_string()).address_usages.rows.len(), 2);
}

fn removal(entity: Option<&str>) -> RemoveAddressUsage {
    RemoveAddressUsage {
        customer_reference: "CUS10000375016".into(),
        address_reference: "ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549".into(),
        address_usage_name: "CONTRACT_LETTER".into(),
        service_code: "CONTRACT_SERVICE".into(),
        entity_reference: entity.map(str::to_owned),
    }
}

fn history() -> Vec<CustomerAddress> {
    answered::<ListCustomerAddresses>(&sample("issuing-v2/listCustomerAddresses.response.json")).rows
}

/// The printed customer with other facts.
fn customer(facts: Value) -> Customer {
    let mut printed = json(&sample("issuing-v2/retrieveCustomer.response.json"))["data"].clone();
    for (name, value) in facts.as_object().expect("facts") {
        printed[name] = value.clone();
    }
    answered::<RetrieveCustomer>(&json!({"data": printed}).to_string())
}
