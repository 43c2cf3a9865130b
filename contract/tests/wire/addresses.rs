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

/// Public: without asking, no usage is ever answered, and an address in use looks as if it were not.
#[test]
fn what_an_address_is_used_for_is_asked_for() {
    let request =
        ListCustomerAddresses { customer_reference: henri(), embed: vec![AddressEmbed::Usages], ..Default::default() };
    assert_eq!(sent(&request).0, format!("{BELOW}?embed=addressUsages"));
}

/// Public: no guide names it.
#[test]
fn a_version_that_has_not_begun_or_stands_in_is_taken_back() {
    let rows = answered::<ListCustomerAddresses>(&sample("issuing-v2/listCustomerAddresses.response.json")).rows;
    let now = Instant::parse("2023-02-20T00:00:00Z").expect("an instant");
    assert!(
        rows.iter().all(|row| DeleteAddressVersion::of(&henri(), row, &now).is_none()),
        "the guide names no version"
    );
    let version = |start: &str, temporary: Option<bool>| CustomerAddress {
        address_version_identifier: Some(AddressVersionIdentifier { address_version_reference: Some("V-1".into()) }),
        start_date: Instant::parse(start),
        temporary,
        ..rows[0].clone()
    };
    let ahead = DeleteAddressVersion::of(&henri(), &version("2023-03-01T00:00:00Z", None), &now).expect("ahead");
    let path = format!("{BELOW}/ADDREF_MAIN_POSTAL_ADDRESS_1000000000417761/address-versions/V-1");
    assert_eq!(sent(&ahead), (path, None));
    assert_eq!(DeleteAddressVersion::of(&henri(), &version("2023-01-01T00:00:00Z", Some(true)), &now), Some(ahead));
    assert_eq!(DeleteAddressVersion::of(&henri(), &version("2023-01-01T00:00:00Z", None), &now), None);
    let answer = json!({"data": {
        "addressIdentifier": {"addressReference": "A-1"},
        "addressVersionIdentifier": {"addressVersionReference": "V-1"}
    }});
    assert_eq!(written_back::<DeleteAddressVersion>(&answer.to_string()), answer["data"]);
}

/// Public: a new label counts at once, and an end is for temporary addresses alone.
#[test]
fn a_form_can_say_when_a_new_address_will_count() {
    let rows = answered::<ListCustomerAddresses>(&sample("issuing-v2/listCustomerAddresses.response.json")).rows;
    let instant = |text: &str| Instant::parse(text).expect("an instant");
    let (now, ahead) = (instant("2023-02-20T00:00:00Z"), instant("2023-03-01T00:00:00Z"));
    let new = |label: &str, start: &Instant, end: Option<&Instant>, temporary: bool| CreateCustomerAddress {
        customer_reference: henri(),
        issuer_address_external_reference: None,
        address_label: label.into(),
        address_type: AddressType::PostalMail,
        postal_address: Some(postal("AZ")),
        email_address: None,
        phone: None,
        address_usages: Vec::new(),
        start_date: Some(start.clone()),
        end_date: end.cloned(),
        temporary: Some(temporary),
    };
    let caution = |address: CreateCustomerAddress| address.caution(&rows, &now);
    assert_eq!(caution(new("MAIN_POSTAL_ADDRESS", &ahead, None, false)), None);
    assert_eq!(caution(new("HOLIDAY", &ahead, None, false)), Some(NewAddressCaution::CountsAtOnce));
    assert_eq!(caution(new("HOLIDAY", &now, None, false)), None);
    assert_eq!(caution(new("HOLIDAY", &now, None, true)), Some(NewAddressCaution::NeedsItsEnd));
    assert_eq!(caution(new("HOLIDAY", &now, Some(&ahead), false)), Some(NewAddressCaution::HasNoEnd));
}

/// Public: what is required within an address is said before it is sent.
#[test]
fn an_old_address_without_a_country_says_so_before_it_is_sent() {
    let rows = answered::<ListCustomerAddresses>(&sample("issuing-v2/listCustomerAddresses.response.json")).rows;
    let mut old = rows[0].clone();
    assert_eq!(old.lacks(), None);
    old.postal_address.as_mut().expect("a postal address").country = None;
    assert_eq!(old.lacks(), Some(AddressLacks::Country));
    assert_eq!(UpdateCustomerAddress::of(&henri(), &old), Err(AddressLacks::Country));
    let phone = PhoneNumber { country_code: Some("+49".into()), ..Default::default() };
    assert_eq!(phone.to_be_sent(), Err(AddressLacks::PhoneNumber));
    assert_eq!(EmailAddress::default().to_be_sent(), Err(AddressLacks::Email));
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
    let request = RetrieveCustomerAddress {
        customer_reference: henri(),
        address_reference: "ADDREF_1".into(),
        embed: Vec::new(),
    };
    assert_eq!(sent(&request), (format!("{BELOW}/ADDREF_1"), None));
    let with_usages = RetrieveCustomerAddress { embed: vec![AddressEmbed::Usages], ..request };
    assert_eq!(sent(&with_usages).0, format!("{BELOW}/ADDREF_1?embed=addressUsages"));
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

/// Seed 004:1073 prints the first; the second follows from its public twins, the third is public.
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

fn postal(box_number: &str) -> NewPostalAddress {
    let address = PostalAddress {
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
        ..PostalAddress::default()
    };
    address.to_be_sent().expect("a country")
}
