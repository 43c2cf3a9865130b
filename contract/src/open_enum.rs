//! Enumerations that a gateway may extend without telling.

/// Declares an enumeration that keeps a word it does not know, to be shown verbatim. Such a word cannot be sent back:
/// writing it is an error.
#[macro_export]
macro_rules! open_enum {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
            /// A word that no guide names.
            Unknown(String),
        }

        impl $name {
            /// Every word that may be written: what the tests hold against the platform's own lists.
            pub const WORDS: &'static [&'static str] = &[$($text),*];

            /// As it travels.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Unknown(other.to_owned()),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Unknown(_) => Err(serde::ser::Error::custom(concat!(stringify!($name), " holds an unknown word"))),
                    known => serializer.serialize_str(known.as_str()),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::reading::word(deserializer)
            }
        }
    };
}
