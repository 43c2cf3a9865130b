//! What became of a call, in the gateway's own words. Both documented shapes of a status become one type.

use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::value::RawValue;

use crate::visible::free_text;

/// An opened answer. HTTP 200 only says that the gateway received the call; this says what became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened<A> {
    /// Done, and this is the answer.
    Done(A),
    /// Done, but one of those who contributed says that it did only a part (seed 003:437). The status holds all of them.
    Noted(A, Status),
    /// Done in part. The status says what was not.
    Partly(A, Status),
    /// Not done, and why.
    Refused(Status),
    /// The gateway answered with an outcome that no guide names. For a write, nobody knows whether it happened.
    Unclear(Status),
}

impl<A> Opened<A> {
    /// Only what it says of the call.
    pub fn without_answer(self) -> Opened<()> {
        self.handing_on(|_| {})
    }

    /// The same, and the answer is handed on where there is one.
    pub fn handing_on<B>(self, keep: impl FnOnce(A) -> B) -> Opened<B> {
        match self {
            Self::Done(answer) => Opened::Done(keep(answer)),
            Self::Noted(answer, status) => Opened::Noted(keep(answer), status),
            Self::Partly(answer, status) => Opened::Partly(keep(answer), status),
            Self::Refused(status) => Opened::Refused(status),
            Self::Unclear(status) => Opened::Unclear(status),
        }
    }
}

/// The gateway's statement about one call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The overall outcome.
    pub outcome: Outcome,
    /// The gateway's own sentence. Not stable between calls: for display only.
    pub description: String,
    /// Every result that contributed, each with its origin.
    pub details: Vec<StatusDetail>,
}

/// The overall outcome (seed 003:59).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `SUCCESS`
    Success,
    /// `PARTIAL_SUCCESS`: not a success.
    PartialSuccess,
    /// `FAILED`
    Failed,
    /// Another word, or none.
    Unknown(String),
}

impl Default for Outcome {
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

/// One contributing result: `370`, "Tender not supported", from the platform.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusDetail {
    /// The code as text. The same number means different things in different guides.
    #[serde(rename = "statusCode")]
    pub code: String,
    /// The text that came with it.
    #[serde(rename = "statusDescription")]
    pub description: String,
    /// Who said so.
    #[serde(rename = "statusType")]
    pub origin: Origin,
}

/// Who contributed a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Origin {
    /// The wallet platform itself.
    #[serde(rename = "PLATFORM")]
    Platform,
    /// A processor behind it.
    #[serde(rename = "EXTERNAL_PROCESSOR")]
    ExternalProcessor,
    /// The issuing API; its metadata names no origin.
    #[serde(skip_serializing)]
    IssuingApi,
    /// The older status does not say, or says something else.
    #[serde(untagged)]
    Unknown(String),
}

impl Default for Origin {
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

impl Status {
    /// A refusal with one detail of the platform's.
    pub fn refusal(code: &str, description: &str) -> Self {
        Self {
            outcome: Outcome::Failed,
            description: "Failure".into(),
            details: vec![StatusDetail {
                code: code.into(),
                description: description.into(),
                origin: Origin::Platform,
            }],
        }
    }

    /// Whether somebody behind the platform did not answer in time: it says "no" and does not know.
    pub fn times_out(&self) -> bool {
        self.details.iter().any(StatusDetail::is_time_out)
    }

    /// Joins the status with what was read beside it.
    pub(crate) fn conclude<A>(self, answer: Option<A>) -> Opened<A> {
        match (&self.outcome, answer) {
            (Outcome::Success, Some(answer)) if self.details.iter().any(StatusDetail::is_partial) => {
                Opened::Noted(answer, self)
            }
            (Outcome::Success, Some(answer)) => Opened::Done(answer),
            (Outcome::PartialSuccess, Some(answer)) => Opened::Partly(answer, self),
            (Outcome::Failed, _) => Opened::Refused(self),
            _ => Opened::Unclear(self),
        }
    }
}

impl StatusDetail {
    /// Whether this contributor did all of it: 100 and 830 from the platform, 200 from a processor.
    pub fn is_done(&self) -> bool {
        if self.origin == Origin::ExternalProcessor { self.code == "200" } else { matches!(&*self.code, "100" | "830") }
    }

    /// 360, or one of the time-outs that travel under 386: `(500)Request time out`, `Request timed out.` (seed 003:557, 1229).
    pub(crate) fn is_time_out(&self) -> bool {
        let text = self.description.to_lowercase();
        match self.code.as_str() {
            "360" => self.origin != Origin::IssuingApi,
            "386" => ["time out", "timed out", "timeout", "time-out"].iter().any(|words| text.contains(words)),
            _ => false,
        }
    }

    /// 101 from the platform, 120 from a processor.
    fn is_partial(&self) -> bool {
        let partial = if self.origin == Origin::ExternalProcessor { "120" } else { "101" };
        self.code == partial
    }
}

impl Origin {
    fn read(text: &str) -> Self {
        // One table prints `PLATFORMconnector` (seed 003:444); it is kept as it is.
        match text {
            "PLATFORM" => Self::Platform,
            "EXTERNAL_PROCESSOR" => Self::ExternalProcessor,
            other => Self::Unknown(other.into()),
        }
    }

    /// In words, for a rep.
    pub fn words(&self) -> &str {
        match self {
            Self::Platform => "wallet platform",
            Self::ExternalProcessor => "external processor",
            Self::IssuingApi => "issuing API",
            Self::Unknown(text) => text,
        }
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Both shapes, told apart by what is there and not by the guide (seed 003:719 has the older one in the newer guide).
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct EitherShape {
            #[serde(default)]
            status_code: Word,
            #[serde(default)]
            status_description: Word,
            #[serde(default)]
            errors: Option<Vec<StatusDetail>>,
            #[serde(default)]
            status_details: Option<Vec<StatusDetail>>,
        }
        let shape = EitherShape::deserialize(deserializer)?;
        let outcome = match shape.status_code.0.as_str() {
            "SUCCESS" => Outcome::Success,
            "PARTIAL_SUCCESS" => Outcome::PartialSuccess,
            "FAILED" => Outcome::Failed,
            other => Outcome::Unknown(other.into()),
        };
        let details = shape.errors.into_iter().chain(shape.status_details).flatten().collect();
        Ok(Self { outcome, description: shape.status_description.0, details })
    }
}

/// The items of the older `errors` are documented nowhere: a text, or an object with one of the usual names.
impl<'de> Deserialize<'de> for StatusDetail {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        #[serde(rename_all = "camelCase", default)]
        struct AnyName {
            status_code: Word,
            error_code: Word,
            code: Word,
            status_description: Word,
            error_description: Word,
            description: Word,
            message: Word,
            status_type: Word,
        }
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        if !raw.get().starts_with('{') {
            return Ok(Self { description: word(raw.get()), ..Self::default() });
        }
        let names: AnyName = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        let first =
            |words: Vec<Word>| words.into_iter().map(|word| word.0).find(|word| !word.is_empty()).unwrap_or_default();
        Ok(Self {
            code: first(vec![names.status_code, names.error_code, names.code]),
            description: first(vec![
                names.status_description,
                names.error_description,
                names.description,
                names.message,
            ]),
            origin: Origin::read(&names.status_type.0),
        })
    }
}

/// Codes come as text or as a number (seed 003:37, 004:484); anything else says nothing.
#[derive(Default)]
struct Word(String);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|raw| Self(word(raw.get())))
    }
}

fn word(raw: &str) -> String {
    match raw.as_bytes().first() {
        Some(b'"') => serde_json::from_str(raw).unwrap_or_default(),
        // A card number is no code, although it is a number.
        Some(b'-' | b'0'..=b'9') => free_text(raw),
        _ => String::new(),
    }
}

impl Serialize for Status {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut shape = serializer.serialize_struct("Status", 3)?;
        shape.serialize_field(
            "statusCode",
            match &self.outcome {
                Outcome::Success => "SUCCESS",
                Outcome::PartialSuccess => "PARTIAL_SUCCESS",
                Outcome::Failed => "FAILED",
                Outcome::Unknown(word) => word,
            },
        )?;
        shape.serialize_field("statusDescription", &self.description)?;
        shape.serialize_field("statusDetails", &self.details)?;
        shape.end()
    }
}
