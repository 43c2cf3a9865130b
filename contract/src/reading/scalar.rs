//! Values that are neither objects nor lists, in whatever spelling they come.

use std::fmt;

use serde::{
    Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// What stands in the place of a plain value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scalar<'a> {
    Text(&'a str),
    Integer(i64),
    Flag(bool),
    /// Null, a fraction, an object, a list: nothing that a plain value could be.
    Other,
}

/// Reads any value and hands it on. Whatever it is, reading it is no error, so that one odd fact does not take the rest of
/// its record with it. Nothing is copied on the way.
pub(crate) fn scalar<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(Scalar<'_>) -> T,
) -> Result<T, D::Error> {
    let (mut read, mut result) = (Some(read), None);
    // One visitor for all kinds of values: each kind of visitor would be compiled anew.
    deserializer.deserialize_any(Any(&mut |value| result = read.take().map(|read| read(value))))?;
    result.ok_or_else(|| D::Error::custom("a plain value"))
}

/// Reads text and hands it on; anything else is an error.
pub(crate) fn text<'de, D: Deserializer<'de>, T>(deserializer: D, read: impl FnOnce(&str) -> T) -> Result<T, D::Error> {
    let (mut read, mut result) = (Some(read), None);
    deserializer.deserialize_str(Text(&mut |text| result = read.take().map(|read| read(text))))?;
    result.ok_or_else(|| D::Error::custom("text"))
}

struct Any<'f>(&'f mut dyn FnMut(Scalar<'_>));

struct Text<'f>(&'f mut dyn FnMut(&str));

impl<'de> Visitor<'de> for Any<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plain value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(Scalar::Text(text));
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        (self.0)(Scalar::Integer(number));
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        (self.0)(i64::try_from(number).map_or(Scalar::Other, Scalar::Integer));
        Ok(())
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        (self.0)(Scalar::Flag(flag));
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        (self.0)(Scalar::Other);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        (self.0)(Scalar::Other);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        (self.0)(Scalar::Other);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        (self.0)(Scalar::Other);
        Ok(())
    }
}

impl<'de> Visitor<'de> for Text<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }
}
