//! Every code of the guides is known in its own space, and says what a rep can do.

use contract::{Family, Opened};
use contract::{
    Operation, Origin, Status, StatusDetail,
    codes::{
        Again, Code, CommunicationCode, IssuingCode, PaymentCode, PaymentTopic, PlatformCode, ProcessorCode, Space,
        Whom, wallet_http_advice,
    },
    issuing::Issuing,
    operations::{
        RetrieveCustomerLookupInfo,
        issuing::{
            customers::UpdateCustomer,
            disputes::RetrieveDisputeByOperation,
            limits::ListVelocityLimits,
            operations::{ListOperations, PostFeeOperation},
        },
        wallet::UpdateDeviceBlockStatus,
    },
};

/// Every code that guide 003 lists, with the line of each mention.
const LISTED: &[(&[u32], &str)] = &[
    (
        &[160, 209, 251, 287, 337, 383, 511, 548, 600, 656, 698, 822, 912, 1022, 1050, 1134, 1164, 1216, 1271, 1367],
        "100",
    ),
    (&[1369], "101"),
    (&[453], "241"),
    (&[460], "242"),
    (&[445], "250"),
    (&[162], "300"),
    (&[164, 700], "301"),
    (&[166, 211, 253, 289, 339, 385, 513, 550, 602, 658, 702, 824, 914, 1136, 1166, 1218, 1273, 1371], "304"),
    (&[916], "309"),
    (&[704], "316"),
    (&[706], "322"),
    (&[918, 1373], "337"),
    (&[920, 1375], "341"),
    (&[1277], "344"),
    (&[922, 1377], "347"),
    (&[924, 1379], "360"),
    (&[926], "361"),
    (&[387, 1380], "370"),
    (&[928], "385"),
    (&[168, 213, 255, 292, 341, 389, 515, 555, 604, 660, 708, 826, 930, 1138, 1168, 1220, 1227, 1275, 1382], "386"),
    (&[710], "388"),
    (&[294, 343, 391, 712, 1170, 1231], "389"),
    (&[1384], "390"),
    (&[932, 1386], "391"),
    (&[1024, 1052], "404"),
    (&[296], "423"),
    (&[934], "427"),
    (&[1388], "430"),
    (&[1390], "431"),
    (&[1392], "443"),
    (&[1394], "444"),
    (&[1396], "445"),
    (&[1398], "447"),
    (&[1400], "449"),
    (&[1402], "450"),
    (&[1404], "452"),
    (&[1406], "490"),
    (&[1408], "491"),
    (&[393], "523"),
    (&[395], "524"),
    (&[397], "525"),
    (&[436], "830"),
    (&[444, 452, 459], "831"),
];

#[test]
fn every_code_of_the_mobile_transactions_says_what_it_means() {
    for (lines, code) in LISTED {
        let advice =
            Space::MobileTransactions.advice(&platform(code, "")).unwrap_or_else(|| panic!("003:{lines:?} {code}"));
        assert!(advice.means.ends_with(['.', '?']), "{code}: a sentence");
        assert!(!matches!(PlatformCode::from(*code), PlatformCode::Unknown(_)), "{code}");
    }
}

#[test]
fn every_code_of_a_processor_is_its_own() {
    for code in ["120", "200", "304", "1000"] {
        assert!(!matches!(ProcessorCode::from(code), ProcessorCode::Unknown(_)), "{code}");
    }
    let refused = StatusDetail { origin: Origin::ExternalProcessor, ..platform("304", "Invalid arguments") };
    let by_processor = Space::MobileTransactions.advice(&refused).expect("known");
    let by_platform = Space::MobileTransactions.advice(&platform("304", "INVALID_ARGUMENTS")).expect("known");
    assert_ne!(by_processor.means, by_platform.means);
    assert_eq!(Space::MobileTransactions.code(&refused), Code::Processor(ProcessorCode::InvalidArguments));
}

#[test]
fn one_number_means_another_thing_in_each_space() {
    let stated = platform("404", "");
    assert_eq!(Space::MobileTransactions.code(&stated), Code::Platform(PlatformCode::ResourceNotFound));
    assert_eq!(Space::CustomerCare.code(&stated), Code::Communication(CommunicationCode::EmptyStoreLocationUri));
    assert_eq!(Space::Issuing.code(&stated), Code::Issuing(IssuingCode::NotFound));
    let means = |space: Space| space.advice(&stated).expect("known").means;
    let all = [
        means(Space::MobileTransactions),
        means(Space::CustomerCare),
        means(Space::Issuing),
        wallet_http_advice(404).expect("known").means,
    ];
    let distinct: std::collections::BTreeSet<&str> = all.into_iter().collect();
    assert_eq!(distinct.len(), 4, "{distinct:?}");
}

/// Customer care lists none of the platform's codes, so a number alone says nothing there.
#[test]
fn customer_care_takes_a_platform_code_only_together_with_its_name() {
    assert!(Space::CustomerCare.advice(&platform("388", "CUSTOMER_NOT_FOUND")).is_some());
    assert!(Space::CustomerCare.advice(&platform("388", "Card verification failed")).is_none());
    assert!(
        Space::CustomerCare
            .advice(&platform("404", "RESOURCE_NOT_FOUND"))
            .is_some_and(|advice| advice.means.contains("store"))
    );
}

#[test]
fn each_operation_states_its_codes_in_one_space() {
    assert_eq!(Space::of(&RetrieveCustomerLookupInfo::SPEC), Space::CustomerCare);
    assert_eq!(Space::of(&UpdateDeviceBlockStatus::SPEC), Space::MobileTransactions);
    assert_eq!(Space::of(&PostFeeOperation::SPEC), Space::Issuing);
}

#[test]
fn the_first_detail_that_is_no_success_is_explained() {
    let status = Status {
        details: vec![platform("100", "SUCCESS"), platform("999", "?"), platform("491", "SUSPECTED_FRAUD")],
        ..Status::default()
    };
    let advice = Space::MobileTransactions.first_advice(&status).expect("known");
    assert_eq!((advice.again, advice.whom), (Again::No, Whom::FraudDesk));
    assert_eq!(
        advice.line(),
        "The card or account may be used by somebody else. Trying again does not help. Tell the fraud desk."
    );
    assert_eq!(Space::MobileTransactions.first_advice(&Status::default()), None);
}

#[test]
fn a_code_that_no_guide_names_is_kept_and_not_explained() {
    let unknown = platform("777", "SOMETHING_NEW");
    assert_eq!(Space::MobileTransactions.code(&unknown), Code::Platform(PlatformCode::Unknown("777".into())));
    for space in [Space::MobileTransactions, Space::CustomerCare, Space::Issuing] {
        assert_eq!(space.advice(&unknown), None);
    }
}

#[test]
fn every_documented_http_status_of_both_families_is_explained() {
    for code in ["200", "400", "401", "403", "404", "500", "502"] {
        assert!(Space::Issuing.advice(&platform(code, "")).is_some(), "{code}");
    }
    for status in [401, 404, 500] {
        assert!(wallet_http_advice(status).is_some(), "{status}");
    }
    assert_eq!(wallet_http_advice(418), None);
}

#[test]
fn communication_codes_go_from_400_to_413() {
    for code in 400..=413 {
        let advice = Space::CustomerCare.advice(&platform(&code.to_string(), ""));
        assert!(advice.is_some_and(|advice| advice.again != Again::NotNeeded), "{code}");
    }
}

#[test]
fn a_payment_code_is_told_by_its_range_and_kept() {
    let about = |code: &str| PaymentCode::from(code).about;
    assert_eq!(about("200"), PaymentTopic::Settlement);
    assert_eq!(about("389"), PaymentTopic::Verification);
    assert_eq!(about("639"), PaymentTopic::VoidAndRefund);
    for code in ["300", "400", "640", "", "abc"] {
        assert_eq!(PaymentCode::from(code), PaymentCode { code: code.into(), about: PaymentTopic::Unknown });
    }
}

/// Public specification: the body of an error is nothing but `responseMetadata`.
#[test]
fn the_body_of_an_issuing_error_is_read_as_code_text_and_origin() {
    let body = r#"{"responseMetadata": {"correlationId": "c", "responseDateTime": "2022-12-05T11:13:05.502+0100",
        "statusCode": 404, "statusMessage": "No Dispute Folder has been found"}}"#;
    let status = Issuing::refusal(body).expect("the gateway's words");
    let expected = StatusDetail {
        code: "404".into(),
        description: "No Dispute Folder has been found".into(),
        origin: Origin::IssuingApi,
    };
    assert_eq!(status.details, [expected]);
    for other in ["<html>", "", "[]", "{}", r#"{"responseMetadata": null}"#] {
        assert_eq!(Issuing::refusal(other), None, "{other}");
    }
}

#[test]
fn an_error_that_comes_with_http_200_is_a_refusal() {
    let body = r#"{"responseMetadata": {"statusCode": 404, "statusMessage": "Not found"}}"#;
    assert!(matches!(Issuing::open::<RetrieveDisputeByOperation>(body), Ok(Opened::Refused(_))));
}

/// Seed 004:2607 and 2714 show a list as one bare item.
#[test]
fn a_list_without_its_envelope_is_read() {
    let row = r#"{"name": "MONTHLY", "velocityLimitReference": "VL1"}"#;
    for text in [row.to_owned(), format!("[{row}]"), format!(r#"{{"data": {row}}}"#), format!(r#"{{"data": [{row}]}}"#)]
    {
        let Ok(Opened::Done(limits)) = Issuing::open::<ListVelocityLimits>(&text) else { panic!("{text}") };
        assert_eq!(limits.rows.len() + limits.unreadable, 1, "{text}");
    }
    let Ok(Opened::Done(none)) = Issuing::open::<ListOperations>(r#"{"data": null}"#) else { panic!("not read") };
    assert!(none.is_empty());
}

#[test]
fn one_record_is_never_read_from_a_list() {
    for text in ["[]", r#"{"data": []}"#, r#"[{"disputeFolderReference": "D"}]"#] {
        assert!(Issuing::open::<RetrieveDisputeByOperation>(text).is_err(), "{text}");
    }
}

#[test]
fn a_write_may_be_confirmed_without_data_where_nothing_of_it_is_needed() {
    for text in ["{}", r#"{"responseMetadata": {"statusCode": 200}}"#, r#"{"data": null}"#] {
        assert!(matches!(Issuing::open::<UpdateCustomer>(text), Ok(Opened::Done(_))), "{text}");
    }
}

#[test]
fn what_somebody_else_says_confirms_no_write() {
    for text in [r#"{"message": "maintenance"}"#, r#"{"status": "ok", "data2": {}}"#] {
        assert!(Issuing::open::<UpdateCustomer>(text).is_err(), "{text}");
    }
}

fn platform(code: &str, description: &str) -> StatusDetail {
    StatusDetail { code: code.into(), description: description.into(), origin: Origin::Platform }
}

#[test]
fn one_code_stands_for_what_cannot_be_recovered_from_and_for_what_did_not_answer_in_time() {
    let advice = |text: &str| {
        let status = Status::refusal("386", text);
        let advice = Space::MobileTransactions.first_advice(&status).expect("a known code");
        (advice.again, status.times_out())
    };
    // Seed 003:557 and 1229.
    for text in ["(500)Request time out", "Request timed out."] {
        assert_eq!(advice(text), (Again::InAMoment, true), "{text}");
    }
    for text in ["An unrecoverable error occurred.", "Logged in user doesn't have access to the tenant provided."] {
        assert_eq!(advice(text), (Again::No, false), "{text}");
    }
    assert!(Status::refusal("360", "OPERATION_TIMEOUT").times_out());
    assert!(!Status::refusal("300", "FAILURE: timed out").times_out(), "another code");
}

#[test]
fn a_device_that_is_not_found_is_said_to_be_one_that_the_platform_need_not_know() {
    let advice = Space::MobileTransactions.first_advice(&Status::refusal("344", "DEVICE_NOT_FOUND")).expect("known");
    assert!(advice.means.contains("does not find this device"), "seed 003:1278: {}", advice.means);
    assert!(advice.means.contains("set up with it"), "seed 003:1238: {}", advice.means);
}
