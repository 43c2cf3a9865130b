//! The list of operations is consistent in itself and with the matrix of seed 000.

use std::collections::BTreeSet;

use contract::{
    Configuration, Effect, Method, PathSource, Spec, UsedBy,
    catalogue::{SPECS, find},
};

use crate::say::say;

#[test]
fn every_name_is_unique_and_found() {
    let names: BTreeSet<&str> = SPECS.iter().map(|spec| spec.name).collect();
    assert_eq!(names.len(), SPECS.len());
    for spec in SPECS {
        assert_eq!(find(spec.name), Some(spec));
    }
    assert_eq!(find("noSuchOperation"), None);
}

/// 148 in the inventory, of which the webhook is no call of ours, eight that seed 004:2780 names in passing, and whatever
/// is public alone.
#[test]
fn all_operations_of_the_guides_are_declared() {
    let named_in_passing = SPECS.iter().filter(|spec| spec.used_by == UsedBy::InPassing).count();
    say(&format!("{} operations are declared, {named_in_passing} of them named in passing", SPECS.len()));
    let public = SPECS.iter().filter(|spec| spec.source == "public").count();
    assert_eq!((SPECS.len() - public, named_in_passing), (147 + 8, 8));
    assert!(SPECS.iter().all(|spec| !spec.source.is_empty()), "every operation says where it is documented");
}

#[test]
fn every_path_starts_at_the_familys_prefix() {
    for spec in SPECS {
        assert!(spec.path.starts_with('/') && !spec.path.ends_with('/'), "{}: {}", spec.name, spec.path);
        assert!(!spec.path.contains([' ', '?', '#', '%']), "{}: {}", spec.name, spec.path);
        assert_eq!(spec.path.matches('{').count(), spec.path.matches('}').count(), "{}: {}", spec.name, spec.path);
    }
}

/// Two operations may share method and path (seed 002:451 and its twin); then the wrapper tells them apart.
#[test]
fn no_two_operations_are_the_same_call() {
    let calls: BTreeSet<(String, &str, &str)> =
        SPECS.iter().map(|spec| (format!("{:?}", spec.method), spec.path, spec.wrapper)).collect();
    assert_eq!(calls.len(), SPECS.len());
}

#[test]
fn what_is_read_with_get_changes_nothing() {
    for spec in SPECS.iter().filter(|spec| spec.method == Method::Get) {
        assert_eq!(spec.effect, Effect::Read, "{}", spec.name);
    }
}

#[test]
fn a_path_from_a_guide_names_its_line() {
    for spec in SPECS {
        if let PathSource::Seed(place) = spec.path_source {
            let (seed, line) = place.split_once(':').unwrap_or_else(|| panic!("{}: {place}", spec.name));
            assert!(["000", "001", "002", "003", "004"].contains(&seed), "{}: {place}", spec.name);
            assert!(line.parse::<u32>().is_ok(), "{}: {place}", spec.name);
        }
    }
}

#[test]
fn each_configuration_offers_what_the_matrix_says() {
    let in_matrix: Vec<&Spec> = SPECS.iter().filter(|spec| named(spec.name)).collect();
    let count = |configuration| in_matrix.iter().filter(|spec| spec.exists_in(configuration)).count();
    say(&format!(
        "the matrix of seed 000: {} operations, {} in WLW, {} in WLW_IDP, {} in EXTERNAL",
        in_matrix.len(),
        count(Configuration::Wlw),
        count(Configuration::WlwIdp),
        count(Configuration::External)
    ));
    for spec in in_matrix {
        for configuration in [Configuration::Wlw, Configuration::WlwIdp, Configuration::External] {
            assert_eq!(
                spec.exists_in(configuration),
                offered(spec.name, configuration),
                "{} in {}",
                spec.name,
                configuration.name()
            );
        }
    }
}

#[test]
fn the_four_operations_of_the_unlock_are_in_the_matrix() {
    let expected = [
        ("retrieveCustomerLookupInfo", [true, true, true]),
        ("retrieveCustomerDevices", [true, true, true]),
        ("updateCustomerActivation", [true, false, false]),
        ("updateCustomerDeviceActivation", [true, false, false]),
    ];
    for (name, offered_in) in expected {
        assert!(named(name), "{name}");
        let spec = find(name).unwrap_or_else(|| panic!("{name} is not in the catalogue"));
        let actual = [Configuration::Wlw, Configuration::WlwIdp, Configuration::External].map(|c| spec.exists_in(c));
        assert_eq!(actual, offered_in, "{name}");
    }
}

/// A misspelt name that `canonical` does not know would silently be another operation.
#[test]
fn the_matrix_names_what_it_describes_and_three_more() {
    let lists = [WLW_ALL_EXCEPT, WLW_IDP_ALL_EXCEPT, EXTERNAL_ONLY];
    let listed: BTreeSet<&str> = lists.into_iter().flatten().map(|(_, printed)| canonical(printed)).collect();
    let only_listed: Vec<&str> = listed.into_iter().filter(|name| !stands_in(DESCRIBED, name)).collect();
    let three = ["completeApplicationVerificationWithMFA", "completeEmailVerification", "provisionCustomerCard"];
    assert_eq!(only_listed, three);
}

/// What the WLW configuration cannot use (seed 000:13-16).
const WLW_ALL_EXCEPT: &[(u32, &str)] = &[(16, "provisionCard")];

/// What the WLW + IDP configuration cannot use (seed 000:17-34).
const WLW_IDP_ALL_EXCEPT: &[(u32, &str)] = &[
    (20, "addCustomerCard"),
    (21, "authenticateCustomerLogin"),
    (22, "createCustomerInfo"),
    (23, "deleteCustomer"),
    (24, "deleteCustomerCardInfo"),
    (25, "*processExternalActivity"),
    (26, "provisionCard"),
    (27, "queryActivity"),
    (28, "retrieveCustomerByUri"),
    (29, "retrieveCustomerCardInfo"),
    (30, "submityAVSVerification"),
    (31, "updateCustomerActivation"),
    (32, "updateCustomerCardInfo"),
    (33, "updateCustomerDeviceActivation"),
    (34, "updateCustomerINfo"),
];

/// All that the external configuration can use (seed 000:35-52).
const EXTERNAL_ONLY: &[(u32, &str)] = &[
    (38, "completeApplicationVerification"),
    (39, "completeApplicationVerificationWith MFA"),
    (40, "completeEmailVerification"),
    (41, "deleteCustomerDevice"),
    (42, "provisionCustomerCard"),
    (43, "refreshCustomerCardBalances"),
    (44, "retrieveApplicationVerificationCode"),
    (45, "retrieveCustomerCredentialsSpecification"),
    (46, "retrieveCustomerDevices"),
    (47, "retrieveCustomerLookupInfo"),
    (48, "retrieveCustomerMFAQuestions"),
    (49, "retrieveCustomerTransactionsHistory"),
    (50, "retrieveEmailVerificationCode"),
    (51, "retrieveIssuingPartnerDeviceTypes"),
    (52, "retrieveMFAQuestions"),
];

/// The operations that the guide goes on to describe (seed 000:53-136).
const DESCRIBED: &[(u32, &str)] = &[
    (55, "addCustomerCard"),
    (57, "authenticateCustomerLogin"),
    (59, "authenticateCustomerMFA"),
    (61, "authenticateRecoveryCode"),
    (63, "createCustomerInfo"),
    (65, "deleteCustomer"),
    (67, "deleteCustomerCardInfo"),
    (69, "deleteCustomerDevice"),
    (71, "completeApplicationVerification"),
    (73, "isCustomerExists"),
    (75, "processExternalActvity"),
    (77, "queryActivities"),
    (79, "refreshCustomerCardBalances"),
    (81, "resetCustomerPasscode"),
    (85, "resetCustomerPassword"),
    (87, "retrieveApplicationVerificationCode"),
    (89, "retrieveCustomerByUri"),
    (92, "retrieveCustomerCardInfo"),
    (94, "retrieveCustomerCredentialsSpecification"),
    (96, "retrieveCustomerDevices"),
    (98, "retrieveCustomerLookupInfo"),
    (101, "retrieveCustomerMFAQuestions"),
    (103, "retrieveCustomersEmailByUri"),
    (107, "retrieveCustomerTransactionsHistory"),
    (109, "retrieveEmailVerificationCode"),
    (111, "retrieveIssuingPartnerDeviceTypes"),
    (113, "retrieveMFAQuestions"),
    (115, "retrieveRecoveryCode"),
    (117, "submitAVSVerification"),
    (119, "submitPostVerification"),
    (121, "updateCustomerActivation"),
    (123, "updateCustomerCardInfo"),
    (125, "updateCustomerDeviceActivation"),
    (127, "updateCustomerInfo"),
    (129, "updateCustomerMFAQuestions"),
    (131, "updateCustomerPIN"),
    (133, "updateCustomerSecurityInfo"),
    (135, "updateExpiredCustomerPassword"),
];

/// Seed 000's rule for one operation.
fn offered(name: &str, configuration: Configuration) -> bool {
    match configuration {
        Configuration::Wlw => !stands_in(WLW_ALL_EXCEPT, name),
        Configuration::WlwIdp => !stands_in(WLW_IDP_ALL_EXCEPT, name),
        Configuration::External => stands_in(EXTERNAL_ONLY, name),
    }
}

/// The matrix says nothing about operations that seed 000 does not name.
fn named(name: &str) -> bool {
    [WLW_ALL_EXCEPT, WLW_IDP_ALL_EXCEPT, EXTERNAL_ONLY, DESCRIBED].iter().any(|list| stands_in(list, name))
}

fn stands_in(list: &[(u32, &str)], name: &str) -> bool {
    list.iter().any(|(_, printed)| canonical(printed) == name)
}

/// One operation has several spellings in the same guide.
fn canonical(printed: &str) -> &str {
    match printed {
        "provisionCard" => "provisionCustomerCard",
        "*processExternalActivity" | "processExternalActvity" => "processExternalActivity",
        "queryActivity" => "queryActivities",
        "submityAVSVerification" => "submitAVSVerification",
        "updateCustomerINfo" => "updateCustomerInfo",
        "completeApplicationVerificationWith MFA" => "completeApplicationVerificationWithMFA",
        other => other,
    }
}
