//! `POST /customers/lookup`, seed 001:11.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{IgnoredAny, MapAccess, Visitor},
};

use crate::{
    customer::WalletCustomer,
    identifier::{CustomerId, ExternalId},
    operation::{Action, Carries, Operation, PathSource, Spec, post},
    personal::Personal,
    rows::Rows,
    wallet::Wallet,
};

/// Finds a caller's wallet by what the caller says: one of phone, e-mail, first and last name, the issuer's id or the
/// wallet user's id. A phone is not unique, so several people may come back.
///
/// Source: seed 001:11-131; the parameters beside `phone` are the public ones. Errors: 304 for no or two criteria.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RetrieveCustomerLookupInfo {
    /// National digits without signs: `5089991234`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Personal>,
    /// Unique per issuer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// Only together with the last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// The last name alone is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The id in the issuer's own system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<ExternalId>,
    /// The wallet user's id: `vmiTxZcaSEym`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<CustomerId>,
}

impl Operation for RetrieveCustomerLookupInfo {
    type Family = Wallet;
    type Answer = RetrieveCustomerLookupInfoAnswer;
    const SPEC: Spec = post("retrieveCustomerLookupInfo", "/customers/lookup")
        .wrapped_as("retrieveCustomerLookUpInfo")
        .from_seed("001:11")
        .path_from(PathSource::Seed("001:17"))
        .asks(Action::Find)
        .carries(Carries::Personal)
        .reads();
}

/// Everybody who matches.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RetrieveCustomerLookupInfoAnswer {
    /// In the gateway's order.
    pub customer_look_up_info: Rows<WalletCustomer>,
}

/// The guide's own answer holds the key `customerLookUpInfo` twice, one person under each (seed 001:52, 001:91). A map
/// would keep one of them and lose the other, so both are read and joined.
impl<'de> Deserialize<'de> for RetrieveCustomerLookupInfoAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EveryKey;
        impl<'de> Visitor<'de> for EveryKey {
            type Value = RetrieveCustomerLookupInfoAnswer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a lookup answer")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut answer = RetrieveCustomerLookupInfoAnswer::default();
                while let Some(key) = map.next_key::<String>()? {
                    if key == "customerLookUpInfo" {
                        answer.customer_look_up_info.append(map.next_value()?);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(answer)
            }
        }
        deserializer.deserialize_map(EveryKey)
    }
}
