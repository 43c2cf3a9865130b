//! Takes the issuing family's calls in, and gives its answers out: `{responseMetadata?, data}`, and for a refusal the
//! metadata alone (public).

use axum::http::StatusCode;
use contract::{
    Family, Instant, Operation, Sender, Spec,
    issuing::{Issuing, ResponseMetadata, write_answer, write_refusal},
    operations::issuing::operations::AcrossIssuers,
};

use super::{clock::Clock, guide, issuer::ISSUERS};
use crate::{
    dice::Dice,
    door::{Door, Incoming, Reply},
    envelope::Told,
    refusal::Refusal,
    world::World,
};

/// What stands before every path of the issuing family.
pub(crate) const PREFIX: &str = "/api/v2";

impl Door for Issuing {
    type Head = ();

    fn path(spec: &Spec) -> String {
        format!("{PREFIX}/issuers/{{issuerId}}{}", spec.path)
    }

    fn take_in<O: Operation>(call: &Incoming<'_>) -> Result<((), O), ((), Refusal)> {
        let (Sender { issuer_id, .. }, request) =
            Self::read_with::<O>(&call.wire(), call.lists).map_err(|expected| ((), Refusal::bad_request(expected)))?;
        if ISSUERS.contains(&issuer_id.as_str()) {
            Ok(((), request))
        } else {
            Err(((), Refusal::not_found("No such issuer.")))
        }
    }

    fn give_out<O: Operation>((): &(), told: Told<'_>, answer: Option<&O::Answer>) -> Reply {
        give_out::<O>(told, answer)
    }

    fn keeps(world: &World, call: &Incoming<'_>) -> Result<(), Refusal> {
        world.kept_under_its_issuer(call.path)
    }

    fn verbatim<O: Operation>(call: &Incoming<'_>) -> Option<&'static str> {
        let (path, query) = call.path.split_once('?').unwrap_or((call.path, ""));
        let below = path.strip_prefix("/issuers/1234")?;
        guide::answer(O::SPEC.name, &decode(below)?, query)
    }
}

/// The one path without an issuer.
impl Door for AcrossIssuers {
    type Head = ();

    fn path(spec: &Spec) -> String {
        format!("{PREFIX}{}", spec.path)
    }

    fn take_in<O: Operation>(call: &Incoming<'_>) -> Result<((), O), ((), Refusal)> {
        let read = Self::read_with::<O>(&call.wire(), call.lists);
        read.map(|(_, request)| ((), request)).map_err(|expected| ((), Refusal::bad_request(expected)))
    }

    fn give_out<O: Operation>((): &(), told: Told<'_>, answer: Option<&O::Answer>) -> Reply {
        give_out::<O>(told, answer)
    }
}

/// Undoes percent-encoding.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// As in the guide, an answer to a write states metadata and one to a read does not (quirk C13), but for a page of a list,
/// which has its links there. The correlation is the platform's own.
fn give_out<O: Operation>(told: Told<'_>, answer: Option<&O::Answer>) -> Reply {
    let correlation = Dice::of(O::SPEC.name).uuid();
    let moment = Instant::with_offset(Clock::Real.now(0), 60);
    if let Told::Failed(detail) = told {
        let status = detail.code.parse().ok().and_then(|code| StatusCode::from_u16(code).ok());
        let status = status.filter(|status| status.as_u16() >= 400).unwrap_or(StatusCode::BAD_REQUEST);
        let metadata = ResponseMetadata::stating(status.as_u16().into(), &detail.description, &correlation, moment);
        return Reply { status, text: write_refusal(metadata) };
    }
    let mut metadata = ResponseMetadata::executed(&correlation, moment);
    if let Told::Listed(links) = told {
        metadata = metadata.with_links(links);
    }
    let text = match answer {
        Some(answer) => {
            let stated = O::SPEC.writes() || metadata.links.is_some();
            write_answer::<O>(stated.then_some(metadata), answer)
        }
        // A fault answers before anything is done.
        None => write_refusal(metadata),
    };
    Reply { status: StatusCode::OK, text }
}

#[cfg(test)]
mod tests {
    use contract::{
        Lists,
        operations::issuing::{
            operations::{ListOperations, ReverseFeeOperation},
            statements::ListStatements,
        },
    };

    use super::*;

    fn read_from<O: Operation>(path: &str, body: &str) -> Result<O, String> {
        let call = Incoming { lists: Lists::Repeated, path, body: body.as_bytes() };
        Issuing::take_in::<O>(&call).map(|((), request)| request).map_err(|((), refusal)| refusal.text)
    }

    #[test]
    fn the_guides_own_query_is_read() {
        let path = "/issuers/1234/accounts/12343571015282598154/operations?offset=100&page=0&allAccountHierarchy=true\
                    &startTime=2022-12-05T09:37:00Z&endTime=2022-12-06T00:00:00Z";
        let request: ListOperations = read_from(path, "").expect("the guide's request");
        assert_eq!((request.page_size, request.page, request.all_account_hierarchy), (Some(100), Some(0), Some(true)));
        let request: ListStatements =
            read_from("/issuers/1234/accounts/1/statements?embed=reprintHistory", "").expect("the guide's request");
        assert_eq!(request.embed.len(), 1);
    }

    #[test]
    fn the_guides_own_body_is_read() {
        let body = include_str!("../../../contract/samples/issuing-v2/reverseFeeOperation.request.json");
        let path = "/issuers/1234/accounts/1/reverse-fee-operation";
        let request: ReverseFeeOperation = read_from(path, body).expect("a reversal");
        assert_eq!(request.external_matching_operation_reference.as_str(), "1234F123456");
    }

    #[test]
    fn what_is_not_documented_is_refused_by_name() {
        let refused = |query: &str| {
            read_from::<ListStatements>(&format!("/issuers/1234/accounts/1/statements?{query}"), "")
                .expect_err("refused")
        };
        assert!(refused("colour=red").contains("colour"));
        assert!(refused("includeOriginalAccount=yes").contains("includeOriginalAccount"));
        assert!(!refused("embed=reprint-history").is_empty());
        assert!(
            read_from::<ListStatements>("/issuers/99/accounts/1/statements", "")
                .expect_err("refused")
                .contains("issuer")
        );
    }
}
