//! Why the gateway does not do what it was asked.

use contract::StatusDetail;

/// One of the documented refusals. In the wallet family it travels as `FAILED` under HTTP 200, which only says that the
/// gateway got the call; in the issuing family the code is the HTTP status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: &'static str,
    pub(crate) text: String,
}

impl Refusal {
    /// 300: asked for rightly, and still not done. For what the guides call a failure without giving it a code.
    pub(crate) fn failure(what: &str) -> Self {
        Self { code: "300", text: format!("FAILURE: {what}") }
    }

    /// 301: something that the request names.
    pub(crate) fn not_existing(what: &str) -> Self {
        Self { code: "301", text: format!("ENTITY_NOT_EXISTING: {what}") }
    }

    /// 304: what is wrong with the request. Names attributes, never what they hold.
    pub(crate) fn invalid(what: impl std::fmt::Display) -> Self {
        Self { code: "304", text: format!("INVALID_ARGUMENTS: {what}") }
    }

    /// 316: not the form of a wallet's identifier.
    pub(crate) fn no_customer_uri() -> Self {
        Self { code: "316", text: "INVALID_CUSTOMER_URI".into() }
    }

    /// 322: another issuer, or another issuer's partner.
    pub(crate) fn unknown_partner() -> Self {
        Self { code: "322", text: "INVALID_ISSUING_PARTNER_URI".into() }
    }

    /// 344.
    pub(crate) fn unknown_device() -> Self {
        Self { code: "344", text: "DEVICE_NOT_FOUND".into() }
    }

    /// 388.
    pub(crate) fn unknown_customer() -> Self {
        Self { code: "388", text: "CUSTOMER_NOT_FOUND".into() }
    }

    /// HTTP 400 of the issuing family.
    pub(crate) fn bad_request(what: impl std::fmt::Display) -> Self {
        Self { code: "400", text: format!("Bad request: {what}") }
    }

    /// HTTP 404 of the issuing family; also a business answer: "not disputed" (seed 004:2231).
    pub(crate) fn not_found(what: impl std::fmt::Display) -> Self {
        Self { code: "404", text: format!("Not found: {what}") }
    }

    /// HTTP 409 of the issuing family: it is there already, or something else is in the way.
    pub(crate) fn conflict(why: impl std::fmt::Display) -> Self {
        Self { code: "409", text: format!("Conflict: {why}") }
    }

    /// 370: no card of this kind is accepted.
    pub(crate) fn tender_not_supported() -> Self {
        Self { code: "370", text: "TENDER_NOT_SUPPORTED".into() }
    }

    /// 386 with one of its many texts (seed 003:1220-1226).
    pub(crate) fn error(what: &str) -> Self {
        Self { code: "386", text: format!("ERROR: {what}") }
    }

    /// 404 of the receipts (seed 003:1024).
    pub(crate) fn resource_not_found() -> Self {
        Self { code: "404", text: "RESOURCE_NOT_FOUND".into() }
    }

    /// 423: somebody has this e-mail address or this id already (seed 003:296).
    pub(crate) fn customer_exists() -> Self {
        Self { code: "423", text: "CUSTOMER ALREADY EXISTS".into() }
    }

    /// The same where the operation's table knows 304 alone for what a request is to blame for.
    pub(crate) fn into_invalid(self) -> Self {
        if self.code == "304" { self } else { Self::invalid(self.text) }
    }

    /// 386: the issuer's configuration lacks the operation (seed 000). The guides do not say how that is answered. HTTP
    /// 404 is what a wrong address gets, and a portal must be able to tell "not yours" from "mistyped", so the call
    /// arrives and fails.
    pub(crate) fn not_offered(operation: &str, configuration: contract::Configuration) -> Self {
        Self {
            code: "386",
            text: format!("ERROR: {operation} is not offered in configuration {}", configuration.name()),
        }
    }

    /// The issuer has not bought the operation, or not switched it on: 403 in the issuing family, whose codes are HTTP
    /// statuses, and 386 in the other. No guide says how that is answered.
    pub(crate) fn not_bought(spec: &contract::Spec) -> Self {
        let code = if spec.status_shape == contract::StatusShape::Absent { "403" } else { "386" };
        Self { code, text: format!("ERROR: this issuer does not offer {}", spec.name) }
    }

    pub(crate) fn detail(&self) -> StatusDetail {
        StatusDetail { code: self.code.into(), description: self.text.clone(), origin: contract::Origin::Platform }
    }
}
