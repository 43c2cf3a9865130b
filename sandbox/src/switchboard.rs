//! Which operation a call is for: its method and address say so, and where two operations share both, the wrapper of the
//! request (seed 002:453, 498).

use std::{collections::BTreeMap, pin::Pin, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, Uri},
    response::Response,
    routing::{MethodFilter, on},
};
use contract::{Method, Operation};
use serde::de::IgnoredAny;

use crate::{door::Door, gateway, handlers::Handle, server::Shared, world::World};

/// An operation at its address.
pub(crate) struct Extension {
    address: String,
    method: Method,
    wrapper: &'static str,
    answer: Answer,
}

type Answer = fn(Shared, Uri, HeaderMap, Bytes) -> Pin<Box<dyn Future<Output = Response> + Send>>;

impl Extension {
    pub(crate) fn of<O: Operation<Answer: Send + Sync> + Send>() -> Self
    where
        World: Handle<O>,
        O::Family: Door,
    {
        Self {
            address: address::<O>(),
            method: O::SPEC.method,
            wrapper: O::SPEC.wrapper,
            answer: |sandbox, uri, headers, body| Box::pin(gateway::answer::<O>(sandbox, uri, headers, body)),
        }
    }
}

/// A document of 15 MB in base64, and what is around it.
const LONGEST_REQUEST: usize = 21 * 1024 * 1024;

/// Every operation under its address.
pub(crate) fn connect(mut extensions: Vec<Extension>) -> Router<Shared> {
    let mut router = Router::new();
    while let Some(one) = extensions.pop() {
        let twin = |other: &mut Extension| other.address == one.address && other.method == one.method;
        let mut at_one_address: Vec<_> = extensions.extract_if(.., twin).collect();
        let (address, method) = (one.address.clone(), filter(one.method));
        at_one_address.push(one);
        let line: Arc<[Extension]> = at_one_address.into();
        let ring = move |State(sandbox): State<Shared>, uri: Uri, headers: HeaderMap, body: Bytes| {
            (meant(&line, &body).answer)(sandbox, uri, headers, body)
        };
        router = router.route(&address, on(method, ring));
    }
    router.layer(DefaultBodyLimit::max(LONGEST_REQUEST))
}

/// The one whose wrapper the request has; any of them refuses what has another.
fn meant<'a>(line: &'a [Extension], body: &[u8]) -> &'a Extension {
    let [first, others @ ..] = line else { unreachable!("an address has an operation") };
    if others.is_empty() {
        return first;
    }
    let keys: BTreeMap<String, IgnoredAny> = serde_json::from_slice(body).unwrap_or_default();
    line.iter().find(|one| keys.contains_key(&format!("{}Request", one.wrapper))).unwrap_or(first)
}

/// Placeholders are called after their place, because one place bears several names.
fn address<O: Operation>() -> String
where
    O::Family: Door,
{
    let path = O::Family::path(&O::SPEC);
    let parts = path.split('/').enumerate();
    let parts = parts.map(|(place, part)| if part.starts_with('{') { format!("{{at{place}}}") } else { part.into() });
    parts.collect::<Vec<_>>().join("/")
}

fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Patch => MethodFilter::PATCH,
        Method::Delete => MethodFilter::DELETE,
    }
}
