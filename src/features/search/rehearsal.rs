//! A browser compiles a function when it is first called, and on a slow machine that takes longer than showing an answer. So
//! an answer that nobody sees is gone through while the rep still types.

use std::sync::Arc;

use contract::{Family, Opened, operations::RetrieveCustomerLookupInfo, wallet::Wallet};
use leptos::prelude::*;

use super::{Found, Issuer, results::matches};
use crate::session::{Person, candidates};

/// Two people who differ, so that there is something to ask.
const ANSWER: &str = r#"{"retrieveCustomerLookUpInfoResponse":{"status":{"statusCode":"SUCCESS"},"customerLookUpInfo":[
{"customerUri":"1","active":true,"locked":false,"firstName":"A","phone":"1234567","email":"a@b.c","createDate":1,
"additionalCustomerInformation":[{"key":"birthday","value":"01011970"}]},{"customerUri":"2","city":"B"}]}}"#;

/// Goes through it.
pub(super) fn rehearse() {
    let Ok(Opened::Done(answer)) = Wallet::open::<RetrieveCustomerLookupInfo>(ANSWER) else { return };
    let people = answer.customer_look_up_info.rows.into_iter().map(Person::Wallet).collect();
    let (candidates, issuer) = (candidates(people, &mut Default::default()).into(), Issuer::default());
    drop(matches(&Found { candidates, unreadable: 0, partly: None, issuer }, Arc::new(|| ())).build());
}
