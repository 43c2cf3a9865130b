//! Addresses and their usages: sent as the guide prints them, and read without a loss.

use contract::{AddressReference, CustomerReference, Instant, operations::issuing::customers::*};
use serde_json::json;

use crate::{
    issuing_wire::{answered, json, sent, written_back},
    samples::sample,
};

const BELOW: &str = "/issuers/1234/customers/CUS10000375016/addresses";

#[test]
fn addresses_are_listed_with_their_history_as_the_guide_prints_them() {
    let request = ListCustomerAddresses { customer_reference: henri(), show_history: Some(true), ..Default::default() };
    assert_eq!(sent(&request), (format!("{BELOW}?showHistory=true"), None));
    let printed = sample("issuing-v2/listCustomerAddresses.response.json");
    assert_eq!(written_back::<ListCustomerAddresses>(&printed), json(&printed)["data"]);
    assert_eq!(answered::<ListCustomerAddresses>(&printed).rows.len(), 6);
}

#[test]
fn addresses_with_one_usage_are_asked_for_by_service_and_name() {
    let request = ListCustomerAddresses {
        customer_reference: henri(),
        service_code: Some("CARD_SERVICE".into()),
        address_usage_name: Some("CARD_DELIVERY".into()),
        entity_reference: Some("12342000000000410211".into()),
        ..Default::default()
    };
    let query = "addressUsageName=CARD_DELIVERY&entityReference=12342000000000410211&serviceCode=CARD_SERVICE";
    assert_eq!(sent(&request).0, format!("{BELOW}?{query}"));
}

/// The guide prints a list (seed 004:867), the public specification one object.
#[test]
fn one_address_is_read_as_the_guide_prints_it_and_as_it_is_specified() {
    let request = RetrieveCustomerAddress { customer_reference: henri(), address_reference: "ADDREF_1".into() };
    assert_eq!(sent(&request), (format!("{BELOW}/ADDREF_1"), None));
    let printed = sample("issuing-v2/retrieveCustomerAddress.response.json");
    let list = json(&printed)["data"].clone();
    assert_eq!(written_back::<RetrieveCustomerAddress>(&printed), list);
    let specified = json!({"data": list[0]}).to_string();
    assert_eq!(written_back::<RetrieveCustomerAddress>(&specified), list);
}

/// Public: what the guide does not print of an address.
#[test]
fn e_mail_addresses_phones_and_usages_are_read_whole() {
    let answer = json!({"data": [
        {
            "addressIdentifier": {"addressReference": "A-1"},
            "addressVersionIdentifier": {"addressVersionReference": "V-7"},
            "addressLabel": "PERSONAL_EMAIL", "addressType": "E_MAIL", "emailAddress": {"email": "a@b.example"},
            "addressUsages": [{"addressUsageName": "STATEMENT_SENDING", "serviceCode": "ACCOUNT_SERVICE"}],
            "status": "ACTIVE", "statusDate": "2023-01-26T10:23:47.029+00:00", "invalid": false, "temporary": true
        },
        {
            "addressIdentifier": {"addressReference": "A-2"},
            "addressLabel": "HOME_PHONE_NUMBER", "addressType": "PHONE",
            "phone": {"countryCode": "+49", "localPhoneNumber": "301", "internationalPhoneNumber": "+49301"}
        }
    ]});
    assert_eq!(written_back::<ListCustomerAddresses>(&answer.to_string()), answer["data"]);
}

#[test]
fn an_address_is_made_as_the_guide_prints_it() {
    let request = CreateCustomerAddress {
        customer_reference: henri(),
        issuer_address_external_reference: Some("string".into()),
        address_label: "MAIN_POSTAL_ADDRESS".into(),
        address_type: AddressType::PostalMail,
        postal_address: Some(postal("AZ")),
        email_address: None,
        phone: None,
        address_usages: vec![contract_letters()],
        start_date: Instant::parse("2023-02-17T08:44:28.437Z"),
        end_date: None,
        temporary: None,
    };
    let (path, body) = sent(&request);
    assert_eq!(path, BELOW);
    assert_eq!(body, Some(json(&sample("issuing-v2/createCustomerAddress.request.json"))));
    let printed = sample("issuing-v2/createCustomerAddress.response.json");
    assert_eq!(written_back::<CreateCustomerAddress>(&printed), json(&printed)["data"]);
}

#[test]
fn an_address_is_replaced_as_the_guide_prints_it() {
    let request = UpdateCustomerAddress {
        customer_reference: henri(),
        address_reference: inactive(),
        issuer_address_external_reference: Some("string".into()),
        address_label: "SECOND_POSTAL_ADDRESS".into(),
        address_type: AddressType::PostalMail,
        postal_address: Some(postal("ABC box number")),
        email_address: None,
        phone: None,
        address_usages: vec![contract_letters()],
    };
    let (path, body) = sent(&request);
    assert_eq!(path, format!("{BELOW}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549"));
    assert_eq!(body, Some(json(&sample("issuing-v2/updateCustomerAddress.request.json"))));
    let printed = sample("issuing-v2/updateCustomerAddress.response.json");
    assert_eq!(written_back::<UpdateCustomerAddress>(&printed), json(&printed)["data"]);
}

/// Seed 004:1073 prints the first; the second is INFERRED, the third public.
#[test]
fn an_address_is_switched_off_and_on_and_marked_as_invalid() {
    let (customer_reference, address_reference) = (henri(), inactive());
    let below = format!("{BELOW}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549");
    let off = DeactivateCustomerAddress {
        customer_reference: customer_reference.clone(),
        address_reference: address_reference.clone(),
    };
    assert_eq!(sent(&off), (format!("{below}/deactivate"), None));
    let on = ActivateCustomerAddress {
        customer_reference: customer_reference.clone(),
        address_reference: address_reference.clone(),
    };
    assert_eq!(sent(&on), (format!("{below}/activate"), None));
    let invalid = InvalidateCustomerAddress { customer_reference, address_reference };
    assert_eq!(sent(&invalid), (format!("{below}/invalidate"), None));

    let printed = sample("issuing-v2/deactivateCustomerAddress.response.json");
    assert_eq!(written_back::<DeactivateCustomerAddress>(&printed), json(&printed)["data"]);
    let identifier = json(&printed)["data"]["addressIdentifier"].clone();
    let on = json!({"data": {"addressIdentifier": identifier, "status": "ACTIVE"}});
    assert_eq!(written_back::<ActivateCustomerAddress>(&on.to_string()), on["data"]);
    let invalid = json!({"data": {"addressIdentifier": identifier, "invalid": true}});
    assert_eq!(written_back::<InvalidateCustomerAddress>(&invalid.to_string()), invalid["data"]);
}

#[test]
fn a_usage_is_added_as_the_guide_prints_it() {
    let request = AddAddressUsage {
        customer_reference: henri(),
        address_reference: "ADDREF_SECOND_POSTAL_ADDRESS_1000000000440550".into(),
        address_usage_name: "DISPUTE".into(),
        service_code: "DISPUTE_SERVICE".into(),
        entity_reference: None,
    };
    let (path, body) = sent(&request);
    assert_eq!(path, format!("{BELOW}/ADDREF_SECOND_POSTAL_ADDRESS_1000000000440550/address-usages"));
    assert_eq!(body, Some(json(&sample("issuing-v2/addAddressUsage.request.json"))));
    let printed = sample("issuing-v2/addAddressUsage.response.json");
    assert_eq!(written_back::<AddAddressUsage>(&printed), json(&printed)["data"]);
}

/// Public: seed 004:1196-1237 only describes the call.
#[test]
fn an_address_is_made_together_with_a_paid_service() {
    let whole = json!({
        "createAddressRequest": {
            "addressLabel": "PERSONAL_EMAIL", "addressType": "E_MAIL", "emailAddress": {"email": "a@b.example"},
            "startDate": "2023-02-17T08:44:28.437Z", "endDate": "2023-03-17T08:44:28.437Z", "temporary": true
        },
        "createAddOnSubscriptionRequest": {
            "addonReference": "ALERT", "serviceTypeReference": "NOTIFICATION",
            "subscriptionToReplaceAddonReference": "LETTER", "subscriptionDate": "2023-02-17T08:44:28.437Z",
            "cardContractIdentifier": {"cardContractReference": "12342000000000410211"},
            "parameters": [{"reference": "language", "value": "de"}]
        },
        "contractReference": "2cb82f2f"
    });
    let mut fields = whole.clone();
    fields["customerReference"] = "CUS10000375016".into();
    let request: CreateAddressAndAddOnSubscription = serde_json::from_value(fields).expect("a request");
    let path = "/issuers/1234/customers/CUS10000375016/addresses-and-subscriptions";
    assert_eq!(sent(&request), (path.into(), Some(whole)));

    let answer = json!({"data": {
        "createAddressResponse": {"addressIdentifier": {"addressReference": "A-1"}},
        "createAddOnSubscriptionResponse": {
            "addonReference": "ALERT", "serviceTypeReference": "NOTIFICATION",
            "subscriptionDate": "2023-02-17T08:44:28.437+00:00",
            "cardContractIdentifier": {"cardContractReference": "12342000000000410211"}
        }
    }});
    assert_eq!(written_back::<CreateAddressAndAddOnSubscription>(&answer.to_string()), answer["data"]);
}

fn henri() -> CustomerReference {
    "CUS10000375016".into()
}

fn inactive() -> AddressReference {
    "ADDREF_SECOND_POSTAL_ADDRESS_1000000000440549".into()
}

fn contract_letters() -> AddressUsage {
    AddressUsage {
        address_usage_name: "CONTRACT_LETTER".into(),
        service_code: "CONTRACT_SERVICE".into(),
        entity_reference: None,
    }
}

fn postal(box_number: &str) -> PostalAddress {
    PostalAddress {
        line1: Some("MARCADAS Henri".into()),
        line2: Some("line2".into()),
        line3: Some("line3".into()),
        line4: Some("line4".into()),
        line5: Some("line5".into()),
        building_number: Some("15".into()),
        box_number: Some(box_number.into()),
        street_name: Some("street".into()),
        post_code: Some("postcode".into()),
        town_name: Some("town".into()),
        country_subdivision: Some("region".into()),
        country: Some("DE".into()),
        ..Default::default()
    }
}
