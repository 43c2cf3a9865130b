//! Reads requests as strictly as a gateway may, and writes answers as the two guides of the wallet family print them.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use contract::{
    Family, Method, Operation, Origin, Spec, StatusDetail, StatusShape,
    issuing::Links,
    wallet::{MessageHeader, Wallet, read_request},
};
use serde::Serialize;
use serde_json::Value;

use crate::{
    door::{Door, Incoming, Reply},
    refusal::Refusal,
};

/// What stands before every path of the wallet family.
pub(crate) const PREFIX: &str = "/b2b-gateway";

impl Door for Wallet {
    type Head = MessageHeader;

    fn path(spec: &Spec) -> String {
        format!("{PREFIX}{}", spec.path)
    }

    fn take_in<O: Operation>(call: &Incoming<'_>) -> Result<(MessageHeader, O), (MessageHeader, Refusal)> {
        let read = match O::SPEC.method {
            // A browser sends no body with GET (seed 003:667): its attributes stand in the address.
            Method::Get => Self::read_with::<O>(&call.wire(), call.lists)
                .map(|(sender, request)| (sender.header, request))
                .map_err(Refusal::invalid),
            _ => read::<O>(call.body),
        };
        read.map_err(|refusal| (MessageHeader::default(), refusal))
    }

    fn give_out<O: Operation>(header: &MessageHeader, told: Told<'_>, answer: Option<&O::Answer>) -> Reply {
        Reply { status: StatusCode::OK, text: write::<O>(header, told, answer) }
    }
}

/// The request in this body. What the contract would not write itself is refused, even where a reader could guess what
/// was meant: an attribute too many, a real boolean for the documented text, a null.
pub(crate) fn read<O: Operation>(body: &[u8]) -> Result<(MessageHeader, O), Refusal> {
    let text = std::str::from_utf8(body).map_err(|_| Refusal::invalid("the request is not UTF-8"))?;
    let (header, request) = read_request::<O>(text).map_err(Refusal::invalid)?;
    let sent: BTreeMap<String, BTreeMap<String, Value>> =
        serde_json::from_str(text).map_err(|_| Refusal::invalid("the request"))?;
    let as_documented = attributes(&header, &request).ok_or_else(|| Refusal::invalid("the request"))?;
    for (name, value) in sent.into_values().flatten() {
        if as_documented.get(&name) != Some(&value) {
            return Err(Refusal::invalid(format!("{name} is not an attribute in its documented form")));
        }
    }
    Ok((header, request))
}

/// How it went, as the status says it.
pub(crate) enum Told<'a> {
    Success,
    /// A page of a list, and whether there are more.
    Listed(Links),
    Partly(StatusDetail),
    /// Done, and one of those who contributed did only a part.
    Noted(StatusDetail),
    Failed(StatusDetail),
    /// A word that no guide names.
    Word(&'a str),
}

/// The body of an answer, with the older status and its `errors` (seed 001:42, 003:765) or with the newer one (003:33-41).
/// The fields of an error are documented nowhere and are those of the newer detail.
pub(crate) fn write<O: Operation>(header: &MessageHeader, told: Told<'_>, answer: Option<&O::Answer>) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body<'a, A> {
        message_header: &'a MessageHeader,
        status: Status<'a>,
        configuration_details: [(); 0],
        #[serde(flatten)]
        answer: Option<&'a A>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Status<'a> {
        status_code: &'a str,
        status_description: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        errors: Option<Vec<StatusDetail>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        status_details: Option<Vec<StatusDetail>>,
    }
    let newer = O::SPEC.status_shape == StatusShape::Details;
    let (status_code, status_description, details) = match told {
        Told::Success | Told::Listed(_) if newer => ("SUCCESS", "Success", vec![success()]),
        Told::Success | Told::Listed(_) => ("SUCCESS", "Done", vec![]),
        Told::Partly(detail) => ("PARTIAL_SUCCESS", "Partly done", vec![detail]),
        Told::Noted(detail) => ("SUCCESS", "Success", vec![success(), detail]),
        Told::Failed(detail) => ("FAILED", "Failure", vec![detail]),
        Told::Word(word) => (word, "", vec![]),
    };
    let (errors, status_details) = if newer { (None, Some(details)) } else { (Some(details), None) };
    let status = Status { status_code, status_description, errors, status_details };
    let body = Body { message_header: header, status, configuration_details: [], answer };
    let suffix = if WITHOUT_SUFFIX.contains(&O::SPEC.name) { "" } else { "Response" };
    let wrapped = BTreeMap::from([(format!("{}{suffix}", O::SPEC.wrapper), body)]);
    serde_json::to_string(&wrapped).expect("answers are made of what JSON can hold")
}

/// Whose answers are wrapped in the bare name (seed 003:542, 1203).
const WITHOUT_SUFFIX: &[&str] = &["refreshCustomerCardBalancesV2", "updateCustomerCard"];

/// The newer status tells of a success, too (seed 003:71-76).
fn success() -> StatusDetail {
    StatusDetail { code: "100".into(), description: "SUCCESS".into(), origin: Origin::Platform }
}

fn attributes<O: Operation>(header: &MessageHeader, request: &O) -> Option<serde_json::Map<String, Value>> {
    let Ok(Value::Object(mut attributes)) = serde_json::to_value(request) else { return None };
    attributes.insert("messageHeader".into(), serde_json::to_value(header).ok()?);
    Some(attributes)
}

#[cfg(test)]
mod tests {
    use contract::operations::{RetrieveCustomerLookupInfo, UpdateCustomerActivation};

    use super::*;

    const HEADER: &str = r#""messageHeader":{"partnerId":"","messageId":"","versionId":"","environmentId":""}"#;

    fn refused<O: Operation + std::fmt::Debug>(body: &str) -> String {
        let refusal = read::<O>(body.as_bytes()).expect_err("a refusal");
        assert_eq!(refusal.code, "304");
        refusal.text
    }

    #[test]
    fn the_guides_own_requests_are_read() {
        let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/../contract/samples/b2b-v1/");
        let sample = |name: &str| std::fs::read(format!("{samples}{name}.request.json")).expect("a sample");
        read::<RetrieveCustomerLookupInfo>(&sample("retrieveCustomerLookupInfo")).expect("the lookup");
        let activate = |name| read::<UpdateCustomerActivation>(&sample(name)).expect("an activation").1.activate;
        assert!(!activate("updateCustomerActivation-deactivate"));
        assert!(activate("updateCustomerActivation-activate"));
    }

    #[test]
    fn a_lookup_under_its_method_name_is_refused_because_the_wrapper_is_spelt_otherwise() {
        let text = refused::<RetrieveCustomerLookupInfo>(&format!(
            r#"{{"retrieveCustomerLookupInfoRequest":{{{HEADER},"phone":"5089991234"}}}}"#
        ));
        assert!(text.contains("retrieveCustomerLookUpInfoRequest"), "{text}");
    }

    #[test]
    fn an_attribute_that_is_not_documented_is_refused_by_name() {
        for (attribute, name) in [(r#""colour":"red""#, "colour"), (r#""email":null"#, "email")] {
            let text = refused::<RetrieveCustomerLookupInfo>(&format!(
                r#"{{"retrieveCustomerLookUpInfoRequest":{{{HEADER},"phone":"5089991234",{attribute}}}}}"#
            ));
            assert!(text.contains(name), "{text}");
        }
    }

    #[test]
    fn a_message_header_that_lacks_one_of_its_four_keys_or_has_a_fifth_is_refused() {
        for header in [
            r#"{"partnerId":"","messageId":"","versionId":""}"#,
            r#"{"partnerId":"","messageId":"","versionId":"","environmentId":"","token":""}"#,
        ] {
            let text = refused::<RetrieveCustomerLookupInfo>(&format!(
                r#"{{"retrieveCustomerLookUpInfoRequest":{{"messageHeader":{header},"phone":"5089991234"}}}}"#
            ));
            assert!(text.contains("messageHeader"), "{text}");
        }
    }

    #[test]
    fn an_activation_with_a_real_boolean_is_refused_because_the_guide_sends_text() {
        for activate in ["true", r#""TRUE""#, "1"] {
            refused::<UpdateCustomerActivation>(&format!(
                r#"{{"updateCustomerActivationRequest":{{{HEADER},"customerUri":"a","issuingPartnerUri":"b","partnerUri":"c","activate":{activate}}}}}"#
            ));
        }
    }

    #[test]
    fn text_that_is_not_json_is_refused() {
        for body in ["", "[]", "{", "phone=5089991234"] {
            refused::<RetrieveCustomerLookupInfo>(body);
        }
    }
}
