//! Makes requests out of nothing but their types: a deserializer that writes down which names a type knows, gives each a
//! plausible value, and learns which of them the type cannot do without.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fmt,
    rc::Rc,
};

use contract::Operation;
use serde::{
    Deserializer,
    de::{self, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor},
    forward_to_deserialize_any,
};
use serde_json::Value;

use crate::{descriptions::Fact, plausible};

/// How much a request is to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Every name that the type knows.
    #[default]
    Whole,
    /// What the type cannot do without.
    Least,
    /// Every object and every list, and in them what their types cannot do without.
    Hollow,
}

/// What the description says of the field at a path.
pub type Facts<'a> = &'a dyn Fn(&str) -> Option<Fact>;

/// A request in this form.
pub fn request<O: Operation>(form: Form, facts: Facts<'_>) -> O {
    let mut learned = Learned::default();
    if form == Form::Hollow {
        attempt::<O>(Form::Whole, &mut learned, facts);
    }
    attempt::<O>(form, &mut learned, facts)
}

fn attempt<O: Operation>(form: Form, learned: &mut Learned, facts: Facts<'_>) -> O {
    for _ in 0..5_000 {
        let (made, given) = once::<O>(form, learned, facts);
        let last = LAST.with_borrow(Clone::clone);
        match made {
            Ok(request) => {
                let written = serde_json::to_value(&request)
                    .unwrap_or_else(|error| panic!("{}: {error}: {given:?}", O::SPEC.name));
                let lost = given.iter().find(|(path, _)| !learned.settled.contains(path) && !holds(&written, path));
                match lost {
                    None => return request,
                    Some((path, values)) => learned.next(path, *values, O::SPEC.name),
                }
            }
            Err(Wrong::Missing(name)) => {
                let new = learned.forced.insert(join(&last, name));
                assert!(new, "{}: {name} in {last} is missing all the same", O::SPEC.name);
            }
            Err(Wrong::Twice) => {
                learned.left_out.insert(last);
            }
            Err(Wrong::Value(text)) => {
                let values = given.iter().find(|(path, _)| *path == last).map_or(0, |(_, values)| *values);
                assert!(values > 0, "{}: {last}: {text}", O::SPEC.name);
                learned.next(&last, values, O::SPEC.name);
            }
        }
    }
    panic!("{} cannot be made", O::SPEC.name)
}

/// A request with what was learned so far, and each value that was given with how many there were to choose from.
fn once<O: Operation>(form: Form, learned: &mut Learned, facts: Facts<'_>) -> (Result<O, Wrong>, Vec<(String, usize)>) {
    let run = Rc::new(RefCell::new(Run { form, learned: learned.clone(), given: Vec::new() }));
    LAST.with_borrow_mut(String::clear);
    let made = O::deserialize(Made { path: String::new(), run: run.clone(), facts });
    let Run { given, learned: seen, .. } = run.take();
    learned.objects = seen.objects;
    (made, given)
}

thread_local! {
    /// Where the last value was given, or the last object ended.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

#[derive(Clone, Default)]
struct Learned {
    /// What the type cannot do without.
    forced: BTreeSet<String>,
    /// Another spelling of a name that is known.
    left_out: BTreeSet<String>,
    /// Which of the plausible values fits.
    choices: BTreeMap<String, usize>,
    /// Where no value is written back: tried in vain.
    settled: BTreeSet<String>,
    /// Where an object is expected.
    objects: BTreeSet<String>,
}

impl Learned {
    fn next(&mut self, path: &str, values: usize, operation: &str) {
        let choice = self.choices.entry(path.to_owned()).or_default();
        *choice += 1;
        if *choice >= values {
            *choice = 0;
            assert!(self.settled.insert(path.to_owned()), "{operation}: no value fits {path}");
        }
    }
}

#[derive(Default)]
struct Run {
    form: Form,
    learned: Learned,
    /// Each value that was given, and how many there were to choose from.
    given: Vec<(String, usize)>,
}

impl Run {
    fn includes(&self, path: &str) -> bool {
        let Learned { forced, left_out, objects, .. } = &self.learned;
        if left_out.contains(path) {
            return false;
        }
        match self.form {
            Form::Whole => true,
            Form::Least => forced.contains(path),
            Form::Hollow => {
                forced.contains(path)
                    || objects.iter().any(|object| {
                        object.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with("[]"))
                    })
            }
        }
    }
}

#[derive(Debug)]
enum Wrong {
    Missing(&'static str),
    Twice,
    Value(String),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Self::Value(text.to_string())
    }

    fn missing_field(name: &'static str) -> Self {
        Self::Missing(name)
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self::Twice
    }
}

/// Whatever stands at a path.
struct Made<'a> {
    path: String,
    run: Rc<RefCell<Run>>,
    facts: Facts<'a>,
}

impl Made<'_> {
    /// A plausible value for this path.
    fn value(&self) -> Value {
        let values = plausible::read_before(&self.path, (self.facts)(&self.path).as_ref());
        let mut run = self.run.borrow_mut();
        let choice = run.learned.choices.get(&self.path).copied().unwrap_or_default();
        run.given.push((self.path.clone(), values.len()));
        LAST.with_borrow_mut(|last| last.clone_from(&self.path));
        values[choice].clone()
    }

    fn at(&self, path: String) -> Self {
        Self { path, run: self.run.clone(), facts: self.facts }
    }
}

impl<'de> Deserializer<'de> for Made<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let value = self.value();
        value.into_deserializer().deserialize_any(visitor).map_err(plain)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        if name == RAW {
            return visitor.visit_map(Raw(Some(self.value().to_string())));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let path = format!("{}[]", self.path);
        visitor.visit_seq(One(Some(self.at(path))))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        kind: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.run.borrow_mut().learned.objects.insert(self.path.clone());
        if kind == "Amount" {
            // One that is sent is made from money, and whole.
            let whole = names.iter().map(|name| join(&self.path, name));
            self.run.borrow_mut().learned.forced.extend(whole);
        }
        // Some names end in a blank, and are read without it as well.
        let is_twin = |name: &str| names.iter().any(|other| other.strip_suffix(' ') == Some(name));
        let names = names.iter().copied().filter(|name| !is_twin(name));
        let included = names.filter(|name| self.run.borrow().includes(&join(&self.path, name)));
        let rest: Vec<&'static str> = included.collect();
        visitor.visit_map(Object { rest: rest.into_iter(), name: "", at: self })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct tuple tuple_struct map
        enum identifier ignored_any
    }
}

fn plain(error: serde_json::Error) -> Wrong {
    Wrong::Value(error.to_string())
}

/// The fields of an object, one after the other.
struct Object<'a> {
    rest: std::vec::IntoIter<&'static str>,
    name: &'static str,
    at: Made<'a>,
}

impl<'de> MapAccess<'de> for Object<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        let Some(name) = self.rest.next() else {
            LAST.with_borrow_mut(|last| last.clone_from(&self.at.path));
            return Ok(None);
        };
        self.name = name;
        LAST.with_borrow_mut(|last| *last = join(&self.at.path, name));
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        seed.deserialize(self.at.at(join(&self.at.path, self.name)))
    }
}

/// The one row of a list.
struct One<'a>(Option<Made<'a>>);

impl<'de> SeqAccess<'de> for One<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        self.0.take().map(|one| seed.deserialize(one)).transpose()
    }
}

/// By this name serde_json asks for a value as text.
const RAW: &str = "$serde_json::private::RawValue";

struct Raw(Option<String>);

impl<'de> MapAccess<'de> for Raw {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        if self.0.is_none() { Ok(None) } else { seed.deserialize(RAW.into_deserializer()).map(Some) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        seed.deserialize(self.0.take().unwrap_or_default().into_deserializer())
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Whether something stands at a path.
pub fn holds(value: &Value, path: &str) -> bool {
    let Some((first, rest)) = path.split_once('.').map_or(Some((path, "")), Some) else { return false };
    let (name, is_list) = first.strip_suffix("[]").map_or((first, false), |name| (name, true));
    // A name may hold a dot itself: `postalAddress.postCode` of a query.
    if value.get(path).is_some() {
        return true;
    }
    let Some(found) = value.get(name) else { return false };
    let one = if is_list { found.get(0) } else { Some(found) };
    one.is_some_and(|one| rest.is_empty() || holds(one, rest))
}
