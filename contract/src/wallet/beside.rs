//! The status and the payload stand beside each other in one object. Both are read in one go, because a list may be long.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor},
    forward_to_deserialize_any,
};

use crate::status::Status;

/// The status, where there is one, and the answer.
pub(super) fn status_and_answer<'de, A: Deserialize<'de>>(body: &'de str) -> serde_json::Result<(Option<Status>, A)> {
    let mut status = None;
    let mut reader = serde_json::Deserializer::from_str(body);
    let answer = A::deserialize(Payload { reader: &mut reader, status: &mut status })?;
    reader.end()?;
    Ok((status.flatten(), answer))
}

/// The body without its status.
struct Payload<'s, D> {
    reader: D,
    status: &'s mut Option<Option<Status>>,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Payload<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.reader.deserialize_map(Entries { visitor, status: self.status })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Entries<'s, T> {
    visitor: T,
    status: &'s mut Option<Option<Status>>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Entries<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(Entries { visitor: map, status: self.status })
    }
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Entries<'_, M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, M::Error> {
        while let Some(key) = self.visitor.next_key::<String>()? {
            if key != "status" {
                return seed.deserialize(key.into_deserializer()).map(Some);
            }
            if self.status.replace(self.visitor.next_value()?).is_some() {
                return Err(M::Error::duplicate_field("status"));
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, M::Error> {
        self.visitor.next_value_seed(seed)
    }
}
