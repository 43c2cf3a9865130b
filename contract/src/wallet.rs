//! The wallet family's envelope: `{"<name>Request": {"messageHeader": …, …}}` and its answer with a `status`
//! (seed 003:9-43).

mod beside;

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::{Value, value::RawValue};

use self::beside::status_and_answer;
use crate::{
    clean_answer::cleaned,
    operation::{Family, FamilyName, Method, Operation, Sender, Wire},
    path::{Lists, fill, query},
    reading::{BLANKS, Malformed, no_list},
    received, rows,
    status::{Opened, Status},
};

/// Seals and opens the wallet gateway's envelope.
pub struct Wallet;

/// Who asks, and for which environment. All four are required (public data objects page).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageHeader {
    /// Parent code of the issuer.
    pub partner_id: String,
    /// Made by the caller for this one request.
    pub message_id: String,
    /// Version of the API.
    pub version_id: String,
    /// Test, staging or production, as the gateway calls them.
    pub environment_id: String,
}

/// Nothing but a status: what an activation answers (seed 001:181).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {}

impl Family for Wallet {
    const NAME: FamilyName = FamilyName::Wallet;

    fn seal_to<O: Operation>(path: &str, request: &O, sender: &Sender) -> Result<Wire, Malformed> {
        let unsendable = || Malformed::new(format!("{} holds a value that must not be sent", O::SPEC.name));
        if matches!(O::SPEC.method, Method::Get) {
            // A browser sends no body with GET, whatever the guide prints (seed 003:667): what the path does not name
            // becomes the query.
            let Ok(Value::Object(mut fields)) = serde_json::to_value(request) else { return Err(unsendable()) };
            let path = fill(path, &mut fields)?;
            return Ok(Wire { path: path + &query(&fields, sender.lists), body: None });
        }
        let key = format!("{}Request", O::SPEC.wrapper);
        let body =
            serde_json::to_string(&Wrapped { key: &key, value: &Sealed { message_header: &sender.header, request } })
                .map_err(|_| unsendable())?;
        Ok(Wire { path: path.into(), body: Some(body) })
    }

    fn open<O: Operation>(text: &str) -> Result<Opened<O::Answer>, Malformed> {
        let text = &*cleaned(text);
        // The usual answer is read in one go.
        let usual = sole_body(text, O::SPEC.wrapper, "Response");
        if let Some(Ok((Some(status), answer))) = usual.map(|body| rows::in_one_go(|| status_and_answer(body))) {
            return Ok(status.conclude(Some(answer)));
        }
        let body = no_list(unwrap(text, O::SPEC.wrapper, "Response")?)?;
        let lifted = lifted(body);
        let body = lifted.as_deref().unwrap_or(body);
        let head: Head = serde_json::from_str(body).map_err(|error| Malformed::at("the status", &error))?;
        let Some(status) = head.status else {
            return Err(Malformed::new("the answer states no status"));
        };
        // A refusal need not carry the payload; anything else that lacks it is not the documented answer.
        match status_and_answer(body) {
            Ok((_, answer)) => Ok(status.conclude(Some(answer))),
            Err(error) => match status.conclude(None) {
                refused @ Opened::Refused(_) => Ok(refused),
                _ => Err(Malformed::at("the answer", &error)),
            },
        }
    }

    /// An HTTP error has no documented body. A status that is wrapped nevertheless is read.
    fn refusal(text: &str) -> Option<Status> {
        let text = cleaned(text);
        let head: Head = serde_json::from_str(no_list(unwrap(&text, "", "Response").ok()?).ok()?).ok()?;
        head.status
    }

    fn read_with<O: Operation>(wire: &Wire, lists: Lists) -> Result<(Sender, O), Malformed> {
        let (header, request) = if matches!(O::SPEC.method, Method::Get) {
            (MessageHeader::default(), received::fields(O::SPEC.path, wire, lists)?.into_request()?)
        } else {
            read_request(wire.body.as_deref().unwrap_or_default())?
        };
        let sender = Sender { header, lists, ..Sender::default() };
        received::as_written(wire, &Self::seal(&request, &sender)?, lists)?;
        Ok((sender, request))
    }
}

/// Reads a request as the gateway does: the sandbox's half of [`Wallet::seal`].
pub fn read_request<O: Operation>(text: &str) -> Result<(MessageHeader, O), Malformed> {
    let key = format!("{}Request", O::SPEC.wrapper);
    let entries: Entries = serde_json::from_str(text).map_err(|error| Malformed::at("the request", &error))?;
    let [(name, body)] = entries.0.as_slice() else {
        return Err(Malformed::new(format!("one key {key}")));
    };
    if *name != key {
        return Err(Malformed::new(format!("the key {key}")));
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct HeaderOnly {
        message_header: MessageHeader,
    }
    let header: HeaderOnly =
        serde_json::from_str(body.get()).map_err(|error| Malformed::at("messageHeader", &error))?;
    let request: O = serde_json::from_str(body.get()).map_err(|error| Malformed::at("the request", &error))?;
    Ok((header.message_header, request))
}

/// Writes an answer as the gateway does: the sandbox's half of [`Wallet::open`].
pub fn write_answer<O: Operation>(header: &MessageHeader, status: &Status, answer: Option<&O::Answer>) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Answered<'a, A> {
        message_header: &'a MessageHeader,
        status: &'a Status,
        configuration_details: [(); 0],
        #[serde(flatten)]
        answer: Option<&'a A>,
    }
    let key = format!("{}Response", O::SPEC.wrapper);
    let value = Answered { message_header: header, status, configuration_details: [], answer };
    serde_json::to_string(&Wrapped { key: &key, value: &value }).unwrap_or_default()
}

/// The body of an answer that holds nothing but the documented wrapper, found without reading through it: what is behind
/// the body, if anything, is still there, and no JSON.
fn sole_body<'a>(text: &'a str, wrapper: &str, suffix: &str) -> Option<&'a str> {
    let entry = text.trim_matches(BLANKS).strip_prefix('{')?.strip_suffix('}')?;
    let key = entry.trim_start_matches(BLANKS).strip_prefix('"')?.strip_prefix(wrapper)?.strip_prefix(suffix)?;
    let body = key.strip_prefix('"')?.trim_start_matches(BLANKS).strip_prefix(':')?;
    body.trim_start_matches(BLANKS).starts_with('{').then_some(body)
}

/// The body behind the wrapper's key. The rule "`<name>Response`" is broken in the guides (seed 003:542, 003:1203), so the
/// bare name and a sole key of any spelling are taken too, and a status that was never wrapped.
fn unwrap<'a>(text: &'a str, wrapper: &str, suffix: &str) -> Result<&'a str, Malformed> {
    let Entries(entries) = serde_json::from_str(text).map_err(|error| Malformed::at("the answer", &error))?;
    let named = |key: &str| key.strip_prefix(wrapper).is_some_and(|rest| rest == suffix || rest.is_empty());
    if let Some((_, body)) = entries.iter().find(|(key, _)| named(key)) {
        return Ok(body.get());
    }
    match entries.as_slice() {
        entries if entries.iter().any(|(key, _)| key == "status") => Ok(text),
        [(_, body)] => Ok(body.get()),
        _ => Err(Malformed::new(format!("the answer has no {wrapper}{suffix}"))),
    }
}

#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    status: Option<Status>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sealed<'a, O> {
    message_header: &'a MessageHeader,
    #[serde(flatten)]
    request: &'a O,
}

struct Wrapped<'a, T> {
    key: &'a str,
    value: &'a T,
}

impl<T: Serialize> Serialize for Wrapped<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.key, self.value)?;
        map.end()
    }
}

/// The tables of the guides list what answers have in common as one attribute (seed 002:483, 530; 003:748), the samples
/// show it beside the others. Where a gateway takes its table by its word, what is in that attribute is read beside the
/// others, too.
fn lifted(body: &str) -> Option<String> {
    let Entries(outer) = serde_json::from_str(body).ok()?;
    let is_common = |name: &str| name == "paymentResponse" || name == "b2bResponse";
    let (_, common) = outer.iter().find(|(name, value)| is_common(name) && value.get().starts_with('{'))?;
    let Entries(inner) = serde_json::from_str(common.get()).ok()?;
    let is_left = |name: &str| !is_common(name) && inner.iter().all(|(other, _)| other != name);
    let all = inner.iter().chain(outer.iter().filter(|(name, _)| is_left(name)));
    let entries: Vec<String> =
        all.map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), value.get())).collect();
    Some(format!("{{{}}}", entries.join(",")))
}

/// The entries of an object in their order, values unread.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(entries)
            }
        }
        deserializer.deserialize_map(InOrder).map(Entries)
    }
}
