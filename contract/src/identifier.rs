//! Identifiers are opaque text: account references exceed 2^53, URIs hold `#` and `:`.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// As it travels.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether it is the empty text that stands for absence.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

identifiers! {
    /// A wallet: `certnew:entity:customer#…`. Not a safe key by itself: the guide shows two people under one (seed 001:63, 102).
    CustomerUri;
    /// The issuer whose app holds the wallet.
    IssuingPartnerUri;
    /// The partner under which that issuer is registered.
    PartnerUri;
    /// The wallet user's own id: `vmiTxZcaSEym`.
    CustomerId;
    /// The id that the issuer's own system gave.
    ExternalId;
    /// A device: the platform's, or `<client_name>:<device_type>#<deviceUniqueId>` (seed 003:193).
    DeviceUri;
}
