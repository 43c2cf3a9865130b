//! What a configuration may hold, and how a refusal names the key.

use serde_json::{Value, json};

use super::*;

fn documented() -> Value {
    json!({
        "environment": { "label": "Sandbox", "production": false },
        "gateway": { "wallet": "/b2b-gateway", "issuing": "/api/v2", "paths": { "deleteCustomer": "/customers/delete" } },
        "tenant": {
            "partnerId": "sandbox-partner", "versionId": "1.0", "environmentId": "sandbox",
            "partnerUri": "paydiant:entity:partner#5df9ba6e", "issuingPartnerUri": "certnew:entity:issuingpartner#d72bb2cd",
            "issuerId": "1234", "link": "customerId", "configuration": "WLW"
        },
        "locale": "en-GB", "timeZone": "Europe/Berlin",
        "session": { "url": "/session", "idleMinutes": 15, "warnMinutes": 13 },
        "verification": { "reveal": "attested", "unlock": "attested", "profile": "attested", "money": "attested", "credentials": "answered" },
        "somethingNew": true
    })
}

fn refusal_of(change: impl FnOnce(&mut Value)) -> String {
    let mut value = documented();
    change(&mut value);
    let read = Config::parse(&value.to_string()).and_then(Config::checked);
    read.map_or_else(|error| error.to_string(), |_| "accepted".into())
}

#[test]
fn the_documented_file_is_accepted_and_unknown_keys_are_ignored() {
    let config = Config::parse(&documented().to_string()).expect("accepted");
    assert_eq!(config.tenant.configuration, Configuration::Wlw);
    assert_eq!(config.verification.asked(Action::Credentials), Level::Answered);
    assert_eq!(config.gateway.path_of("deleteCustomer"), Some("/customers/delete"));
    assert_eq!(config.session.sign_in, "/");
}

#[test]
fn paths_take_the_internal_reference_unless_the_issuer_says_otherwise() {
    let references = |stated: Value| {
        let mut value = documented();
        value["tenant"]["references"] = stated;
        Config::parse(&value.to_string()).map(|config| config.tenant.references)
    };
    let unsaid = Config::parse(&documented().to_string()).expect("accepted").tenant.references;
    assert_eq!(unsaid, References::Internal);
    assert_eq!(references(json!("internal")), Ok(References::Internal));
    assert_eq!(references(json!("external")), Ok(References::External));
    let said = references(json!("both")).map_err(|error| error.to_string());
    assert_eq!(said, Err("The configuration’s “tenant.references” must be internal or external.".into()));
}

#[test]
fn a_path_that_does_not_fit_its_operation_is_refused_with_its_name() {
    let refusal = |name: &str, path: &str| refusal_of(|value| value["gateway"]["paths"][name] = json!(path));
    assert_eq!(refusal("retrieveAccount", "/konten/{accountReference}"), "accepted");
    assert_eq!(refusal("refreshCustomerCardBalancesV2", "/v2/wallet/balances"), "accepted");
    assert_eq!(
        refusal("deleteCustmer", "/customers/delete"),
        "The configuration’s “gateway.paths.deleteCustmer” must be left out: no operation has this name."
    );
    assert_eq!(
        refusal("retrieveAccount", "/accounts"),
        "The configuration’s “gateway.paths.retrieveAccount” must be a path with exactly {accountReference}."
    );
    assert_eq!(
        refusal("deleteCustomer", "/customers/{customerUri}"),
        "The configuration’s “gateway.paths.deleteCustomer” must be a path without placeholders."
    );
    assert_eq!(
        refusal("deleteCustomer", "https://elsewhere.example"),
        "The configuration’s “gateway.paths.deleteCustomer” must be a path on this origin, beginning with one “/”."
    );
}

#[test]
fn what_a_gateway_leaves_unsaid_has_a_usual_value() {
    let config = Config::parse(&documented().to_string()).expect("accepted");
    assert_eq!((config.gateway.page_size, config.gateway.lists), (100, Lists::Repeated));
    assert!(config.gateway.not_offered.is_empty() && config.tenant.application_id.is_none());
    let mut value = documented();
    value["gateway"]["pageSize"] = json!(50);
    value["gateway"]["lists"] = json!("joined");
    value["gateway"]["notOffered"] = json!(["postFeeOperation"]);
    value["tenant"]["applicationId"] = json!("certnew:entity:application#1");
    let config = Config::parse(&value.to_string()).expect("accepted");
    assert_eq!((config.gateway.page_size, config.gateway.lists), (50, Lists::Joined));
    assert_eq!(config.gateway.not_offered, ["postFeeOperation"]);
    assert_eq!(config.tenant.application_id, Some("certnew:entity:application#1".into()));
}

#[test]
fn what_the_issuer_does_not_offer_is_named_as_operations_are() {
    let refusal = |names: Value| refusal_of(|value| value["gateway"]["notOffered"] = names);
    assert_eq!(refusal(json!([])), "accepted");
    assert_eq!(refusal(json!(["postFeeOperation", "refreshCustomerCardBalancesV2"])), "accepted");
    assert_eq!(
        refusal(json!(["postFeeOperation", "postFee"])),
        "The configuration’s “gateway.notOffered[1]” must be the name of an operation, which “postFee” is not."
    );
    assert_eq!(
        refusal(json!("postFeeOperation")),
        "The configuration’s “gateway.notOffered” must be a list of texts that are not empty."
    );
}

#[test]
fn no_address_leads_away_from_this_origin_however_a_browser_reads_it() {
    let keys = [("gateway", "wallet"), ("gateway", "issuing"), ("session", "url"), ("session", "signIn")];
    let away = [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\tevil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/%09/evil.example",
        "/a/../..//evil.example",
        "/a/%2e%2e/b",
        "/\u{0}",
        "/a b",
        "/a\u{2028}",
        "/ü",
        "/@evil.example:8080",
        "/a#b",
        "evil.example",
        "javascript:alert(1)",
        " /a",
        "",
    ];
    for (section, key) in keys {
        let refusal = |path: &str| refusal_of(|value| value[section][key] = json!(path));
        let said =
            format!("The configuration’s “{section}.{key}” must be a path on this origin, beginning with one “/”.");
        for path in away {
            assert_eq!(refusal(path), said, "{path:?}");
        }
        assert_eq!(refusal("/some-where/v2.1/x_y~z"), "accepted");
    }
    assert_eq!(refusal_of(|value| value["session"]["signIn"] = json!("/oauth2/start?rd=/&prompt=login")), "accepted");
    let corrected = refusal_of(|value| value["gateway"]["paths"]["deleteCustomer"] = json!("/\t/evil.example"));
    assert!(corrected.starts_with("The configuration’s “gateway.paths.deleteCustomer” must be a path on this origin"));
}

#[test]
fn where_real_customers_are_no_screen_stays_open_for_longer_than_a_quarter_of_an_hour() {
    let idle = |production: bool, minutes: u32| {
        refusal_of(|value| {
            value["environment"]["production"] = json!(production);
            value["session"]["idleMinutes"] = json!(minutes);
        })
    };
    assert_eq!((idle(true, 15), idle(false, 480)), ("accepted".into(), "accepted".into()));
    assert_eq!(idle(true, 16), "The configuration’s “session.idleMinutes” must be at most 15 in production.");
}

#[test]
fn a_refusal_names_the_key_and_what_was_expected() {
    assert_eq!(
        refusal_of(|value| value["gateway"]["pageSize"] = json!(200)),
        "The configuration’s “gateway.pageSize” must be a whole number of rows from 1 to 100."
    );
    assert_eq!(
        refusal_of(|value| value["gateway"]["lists"] = json!(",")),
        "The configuration’s “gateway.lists” must be repeated or joined."
    );
    assert_eq!(
        refusal_of(|value| value["tenant"]["applicationId"] = json!("")),
        "The configuration’s “tenant.applicationId” must be a text that is not empty."
    );
    assert_eq!(
        refusal_of(|value| value["session"]["idleMinutes"] = json!("fifteen")),
        "The configuration’s “session.idleMinutes” must be a whole number of minutes from 1 to 1440."
    );
    assert_eq!(
        refusal_of(|value| value["tenant"]["configuration"] = json!("OTHER")),
        "The configuration’s “tenant.configuration” must be WLW, WLW_IDP or EXTERNAL."
    );
    assert_eq!(
        refusal_of(|value| value["verification"]["unlock"] = json!("sometimes")),
        "The configuration’s “verification.unlock” must be none, attested or answered."
    );
    assert_eq!(
        refusal_of(|value| value["gateway"]["wallet"] = json!("https://elsewhere.example")),
        "The configuration’s “gateway.wallet” must be a path on this origin, beginning with one “/”."
    );
    assert_eq!(
        refusal_of(|value| value["verification"]["money"] = json!("answered")),
        "The configuration’s “verification.money” must be none or attested: no rep can reach “answered” in this portal."
    );
    assert_eq!(
        refusal_of(|value| value["session"]["warnMinutes"] = json!(20)),
        "The configuration’s “session.warnMinutes” must be less than idleMinutes."
    );
    assert_eq!(refusal_of(|value| *value = json!([])), "The configuration file must be a JSON object.");
    assert_eq!(
        refusal_of(|value| drop(value.as_object_mut().map(|root| root.remove("tenant")))),
        "The configuration’s “tenant” must be an object."
    );
}
