//! The issuing family's envelope: `{responseMetadata?, data}` (seed 004). The metadata is called required by the public
//! specification and is missing in most of the documented answers.

mod links;

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::{Value, value::RawValue};

pub use self::links::Links;
use crate::{
    clean_answer::cleaned,
    identifier::IssuerId,
    instant::Instant,
    operation::{Family, FamilyName, Method, Operation, Sender, Spec, Wire},
    path::{Lists, encode, fill, placeholders, query},
    reading::{BLANKS, Malformed, length_of_any, no_list, value_of},
    received,
    status::{Opened, Origin, Outcome, Status, StatusDetail},
};

/// Seals and opens the issuing API's envelope.
pub struct Issuing;

/// What the issuing API says about one call. Its `statusCode` is a number that repeats the HTTP status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseMetadata {
    /// The platform's own correlation, not the one that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
    /// "Executed successfully".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_message: Option<String>,
    /// 200.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_code: Option<i64>,
    /// When it was answered; its offset has no colon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response_date_time: Option<Instant>,
    /// Milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_taken_ms: Option<i64>,
    /// Beside a list that comes in pages.
    #[serde(default, deserialize_with = "links::lenient", skip_serializing_if = "Option::is_none")]
    pub links: Option<Links>,
}

/// The envelope itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope<A> {
    /// Optional on read.
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub response_metadata: Option<ResponseMetadata>,
    /// What was asked for.
    pub data: A,
}

impl Family for Issuing {
    const NAME: FamilyName = FamilyName::Issuing;

    fn seal_to<O: Operation>(path: &str, request: &O, sender: &Sender) -> Result<Wire, Malformed> {
        sealed(&O::SPEC, path, serde_json::to_value(request).ok(), sender)
    }

    fn open<O: Operation>(text: &str) -> Result<Opened<O::Answer>, Malformed> {
        let text = &*cleaned(text);
        // The usual answer is found without reading through it.
        if let Some(Ok(answer)) = data_at_the_end(text).map(answer::<O>) {
            return Ok(answer);
        }
        match found(text, O::SPEC.writes(), is_list::<O::Answer>)? {
            Found::Data(data) => answer::<O>(data),
            Found::Refusal(status) => Ok(Opened::Refused(status)),
        }
    }

    fn refusal(text: &str) -> Option<Status> {
        let text = cleaned(text);
        let metadata = parts(text.trim_start()).ok()?.response_metadata?;
        Some(metadata.status())
    }

    fn more(text: &str) -> Option<bool> {
        links::more(text)
    }

    fn read_with<O: Operation>(wire: &Wire, lists: Lists) -> Result<(Sender, O), Malformed> {
        let mut fields = received::fields(&format!("/issuers/{{issuerId}}{}", O::SPEC.path), wire, lists)?;
        let sender = Sender { issuer_id: fields.take("issuerId").into(), lists, ..Sender::default() };
        let request = fields.into_request()?;
        received::as_written(wire, &Self::seal(&request, &sender)?, lists)?;
        Ok((sender, request))
    }
}

impl ResponseMetadata {
    /// What stands beside an answer: `Executed successfully` (seed 004:482-486).
    pub fn executed(correlation_id: &str, moment: Instant) -> Self {
        Self::stating(200, "Executed successfully", correlation_id, moment)
    }

    /// Whether it speaks of an error.
    fn refuses(&self) -> bool {
        self.status_code.is_some_and(|code| code >= 400)
    }

    /// The same as every other refusal: the code, the text, and who says so.
    fn status(self) -> Status {
        let code = self.status_code.map(|code| code.to_string()).unwrap_or_default();
        let description = self.status_message.unwrap_or_default();
        let detail = StatusDetail { code, description: description.clone(), origin: Origin::IssuingApi };
        Status { outcome: Outcome::Failed, description, details: vec![detail] }
    }

    /// What the gateway says about a call: for the sandbox. `moment` is written as it was made: [`Instant::with_offset`].
    pub fn stating(status_code: i64, status_message: &str, correlation_id: &str, moment: Instant) -> Self {
        Self {
            correlation_id: Some(correlation_id.into()),
            status_message: Some(status_message.into()),
            status_code: Some(status_code),
            response_date_time: Some(moment),
            time_taken_ms: None,
            links: None,
        }
    }

    /// The same beside a page of a list.
    pub fn with_links(self, links: Links) -> Self {
        Self { links: Some(links), ..self }
    }
}

impl Sender {
    /// The sub-issuer that keeps what is called so.
    fn keeper_of(&self, reference: &str) -> Option<&IssuerId> {
        self.kept_under.iter().find_map(|(kept, issuer)| (kept == reference).then_some(issuer))
    }
}

/// What goes out; the part of sealing that is the same for all.
fn sealed(spec: &Spec, path: &str, request: Option<Value>, sender: &Sender) -> Result<Wire, Malformed> {
    let Some(Value::Object(mut fields)) = request else {
        return Err(Malformed::new(format!("{} holds a value that must not be sent", spec.name)));
    };
    let keeps = |name: &&str| sender.keeper_of(fields.get(*name)?.as_str()?);
    let issuer = placeholders(path).iter().find_map(keeps).unwrap_or(&sender.issuer_id).clone();
    let rest = fill(path, &mut fields)?;
    if issuer.is_empty() {
        return Err(Malformed::new("the path needs issuerId"));
    }
    let mut path = format!("/issuers/{}{rest}", encode(issuer.as_str()));
    let has_body = matches!(spec.method, Method::Post | Method::Put | Method::Patch);
    if !has_body {
        path += &query(&fields, sender.lists);
    }
    let body = (has_body && !fields.is_empty()).then(|| Value::Object(fields).to_string());
    Ok(Wire { path, body })
}

/// What an answer holds.
enum Found<'a> {
    Data(&'a str),
    Refusal(Status),
}

/// Looks through an answer that is not the usual one; the part of opening that is the same for all.
fn found(text: &str, writes: bool, is_list: fn() -> bool) -> Result<Found<'_>, Malformed> {
    let text = text.trim_start();
    // A list without its envelope (seed 004:2607, 2714).
    if text.starts_with('[') {
        return Ok(Found::Data(text));
    }
    let Parts { response_metadata, data } = parts(text)?;
    let is_bare = data.is_some() || is_empty(text);
    // Only a list may be null.
    let data = data.filter(|data| data.get() != "null" || is_list());
    match (data, response_metadata) {
        (Some(data), _) => Ok(Found::Data(data.get())),
        (None, Some(metadata)) if metadata.refuses() => Ok(Found::Refusal(metadata.status())),
        // What was written is read again in any case; but only the platform's own envelope says that it was, or nothing at all.
        // An object of somebody else's, such as a proxy's `{"message":"maintenance"}`, says nothing of it.
        (None, Some(_)) if writes => Ok(Found::Data("{}")),
        (None, None) if writes && is_bare => Ok(Found::Data("{}")),
        // One row of a list without its envelope.
        (None, None) if is_list() => Ok(Found::Data(text)),
        _ => Err(Malformed::new("an answer with data")),
    }
}

/// Whether it is an object without anything in it.
fn is_empty(text: &str) -> bool {
    text.trim_end().strip_prefix('{').is_some_and(|rest| rest.trim_start() == "}")
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parts<'a> {
    #[serde(default)]
    response_metadata: Option<ResponseMetadata>,
    #[serde(default, borrow, deserialize_with = "stated")]
    data: Option<&'a RawValue>,
}

/// Null is not the same as missing.
fn stated<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'a RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

fn parts(text: &str) -> Result<Parts<'_>, Malformed> {
    serde_json::from_str(no_list(text)?).map_err(|error| Malformed::at("the answer", &error))
}

/// What `data` holds, where it is the last that an envelope holds. What is behind it, if anything, is still there, and no
/// JSON.
fn data_at_the_end(text: &str) -> Option<&str> {
    let mut entries = text.trim_matches(BLANKS).strip_prefix('{')?.strip_suffix('}')?;
    if let Some(metadata) = value_of("responseMetadata", entries) {
        entries = metadata.get(length_of_any(metadata)?..)?.trim_start_matches(BLANKS).strip_prefix(',')?;
    }
    // What null means depends on what was asked for.
    value_of("data", entries).filter(|data| !data.starts_with('n'))
}

fn answer<O: Operation>(data: &str) -> Result<Opened<O::Answer>, Malformed> {
    let data = if is_list::<O::Answer>() { data } else { no_list(data)? };
    O::read_answer(data).map(Opened::Done).map_err(|error| Malformed::at("the answer", &error))
}

/// A list may be null; nothing else that is answered may.
fn is_list<A: DeserializeOwned>() -> bool {
    serde_json::from_str::<A>("null").is_ok()
}

/// Writes an answer as the gateway does: the sandbox's half of [`Issuing::open`]. Nearly all documented reads go without
/// metadata, all writes have it.
pub fn write_answer<O: Operation>(metadata: Option<ResponseMetadata>, answer: &O::Answer) -> String {
    serde_json::to_string(&Envelope { response_metadata: metadata, data: answer }).unwrap_or_default()
}

/// Writes the body of a refusal. It holds nothing but the metadata, and its HTTP status is the metadata's.
pub fn write_refusal(metadata: ResponseMetadata) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Refusal {
        response_metadata: ResponseMetadata,
    }
    serde_json::to_string(&Refusal { response_metadata: metadata }).unwrap_or_default()
}
