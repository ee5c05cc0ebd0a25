//! Reads JSON into serde types and continues after a problem, so that an author sees every problem of a file at once.
//!
//! A usual deserializer stops at the first problem. [`Reader`] notes the problem with its location and substitutes a
//! harmless value: an empty text or list, 0, false, or the first of the known words.

use std::collections::HashSet;
use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::problems::{FileError, Location, Problems};

/// Parses a JSON text.
///
/// # Errors
/// [`FileError::Unreadable`] with line and column: the text is not JSON, or a name occurs twice in one object.
pub fn parse(text: &str) -> Result<Value, FileError> {
    // Some editors begin a file with a byte order mark, which is not valid JSON.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unreadable = |error: serde_json::Error| FileError::Unreadable(error.to_string());
    serde_json::from_str::<UniqueNames>(text).map_err(unreadable)?;
    serde_json::from_str(text).map_err(unreadable)
}

/// Parses a text in a versioned format.
///
/// # Errors
/// As [`parse`]; [`FileError::NewerFormat`] if the entry `format` is higher than the supported one.
pub fn parse_format(text: &str, supported: u64) -> Result<Value, FileError> {
    let value = parse(text)?;
    match value.get("format").and_then(Value::as_u64) {
        Some(found) if found > supported => Err(FileError::NewerFormat { found, supported }),
        _ => Ok(value),
    }
}

/// Reads a value into a type and notes every problem. The result is valid only if there was none.
///
/// # Panics
/// If a type's own `Deserialize` returns an error. Derived ones do not: the reader provides every value they ask for.
pub fn read<'de, T: Deserialize<'de>>(value: &'de Value, problems: &mut Problems) -> T {
    let reader = Reader { value: Some(value), location: Location::File, problems: Some(problems) };
    T::deserialize(reader).expect("a derived type takes every value that the reader gives it")
}

/// One value of the file, with its location.
struct Reader<'de, 'p> {
    /// `None` if the value is missing.
    value: Option<&'de Value>,
    location: Location<'p>,
    /// `None` inside a value that is missing itself, because one problem is enough.
    problems: Option<&'p mut Problems>,
}

impl Reader<'_, '_> {
    fn note(&mut self, what: impl fmt::Display) {
        if let Some(problems) = &mut self.problems {
            problems.note(self.location, what);
        }
    }

    /// Notes that the value is missing or not of the expected kind.
    fn note_kind(&mut self, expected: &str) {
        match self.value.map(kind) {
            None => {
                self.note("is missing");
                self.problems = None;
            }
            Some(kind) => self.note(format_args!("is {kind}, {expected} was expected")),
        }
    }

    /// Notes that an object was expected, and substitutes an empty one.
    fn object<'de>(&mut self, value: Option<&'de Value>) -> Option<&'de Map<String, Value>> {
        let object = value.and_then(Value::as_object);
        if object.is_none() {
            self.note_kind("an object");
        }
        object
    }
}

impl<'de> Deserializer<'de> for Reader<'de, '_> {
    type Error = Refused;

    fn deserialize_str<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            Some(Value::String(text)) => {
                if text.trim().is_empty() {
                    self.note("is empty");
                }
                visitor.visit_borrowed_str(text)
            }
            _ => {
                self.note_kind("a text");
                visitor.visit_borrowed_str("")
            }
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_str(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        let number = self.value.and_then(Value::as_u64);
        if number.is_none() {
            self.note_kind("a whole number from 0");
        }
        visitor.visit_u64(number.unwrap_or_default())
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        let value = self.value.and_then(Value::as_bool);
        if value.is_none() {
            self.note_kind("true or false");
        }
        visitor.visit_bool(value.unwrap_or_default())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            None | Some(Value::Null) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        let items = self.value.and_then(Value::as_array);
        if items.is_none() {
            self.note_kind("a list");
        }
        let items = items.map_or(&[][..], Vec::as_slice);
        visitor.visit_seq(Items { items, next: 0, location: self.location, problems: self.problems })
    }

    fn deserialize_map<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        let object = self.object(self.value);
        let entries = object.into_iter().flatten().map(|(key, value)| (key.as_str(), Some(value))).collect();
        visitor.visit_map(Entries { entries, next: 0, location: self.location, problems: self.problems })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let object = self.object(self.value);
        let location = self.location;
        for key in object.into_iter().flat_map(Map::keys) {
            // Names that begin with `$` are for editors.
            if !fields.contains(&key.as_str())
                && !key.starts_with('$')
                && let Some(problems) = &mut self.problems
            {
                problems.note(Location::Entry(&location, key), "is not part of the format");
            }
        }
        let entries = fields.iter().map(|&field| (field, object.and_then(|object| object.get(field)))).collect();
        visitor.visit_map(Entries { entries, next: 0, location, problems: self.problems })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let known = words.join(", ");
        let word = match self.value {
            Some(Value::String(text)) => words.iter().find(|&word| word == text).copied().or_else(|| {
                self.note(format_args!("“{text}” is none of {known}"));
                None
            }),
            _ => {
                self.note_kind(&known);
                None
            }
        };
        let word: StrDeserializer<'static, Refused> = word.unwrap_or(words[0]).into_deserializer();
        visitor.visit_enum(word)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    /// None of our format types accepts arbitrary values.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

struct Items<'de, 'p> {
    items: &'de [Value],
    next: usize,
    location: Location<'p>,
    problems: Option<&'p mut Problems>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        let Some(item) = self.items.get(self.next) else { return Ok(None) };
        let location = Location::Item(&self.location, self.next);
        self.next += 1;
        seed.deserialize(Reader { value: Some(item), location, problems: self.problems.as_deref_mut() }).map(Some)
    }
}

struct Entries<'de, 'p> {
    entries: Vec<(&'de str, Option<&'de Value>)>,
    next: usize,
    location: Location<'p>,
    problems: Option<&'p mut Problems>,
}

impl<'de> MapAccess<'de> for Entries<'de, '_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Refused> {
        let key = self.entries.get(self.next);
        key.map(|(key, _)| seed.deserialize(BorrowedStrDeserializer::new(key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        let (key, value) = self.entries[self.next];
        self.next += 1;
        let location = Location::Entry(&self.location, key);
        seed.deserialize(Reader { value, location, problems: self.problems.as_deref_mut() })
    }
}

/// The error of a type that refuses a value.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Refused(String);

impl de::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Any JSON in which no object has a name twice. `serde_json` would silently take the last one.
struct UniqueNames;

impl<'de> Deserialize<'de> for UniqueNames {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueNamesVisitor)
    }
}

struct UniqueNamesVisitor;

impl<'de> Visitor<'de> for UniqueNamesVisitor {
    type Value = UniqueNames;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<UniqueNames, A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = entries.next_key::<String>()? {
            if names.contains(&name) {
                return Err(de::Error::custom(format_args!("“{name}” stands twice in one object")));
            }
            names.insert(name);
            entries.next_value::<UniqueNames>()?;
        }
        Ok(UniqueNames)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<UniqueNames, A::Error> {
        while items.next_element::<UniqueNames>()?.is_some() {}
        Ok(UniqueNames)
    }

    fn visit_str<E>(self, _: &str) -> Result<UniqueNames, E> {
        Ok(UniqueNames)
    }

    fn visit_bool<E>(self, _: bool) -> Result<UniqueNames, E> {
        Ok(UniqueNames)
    }

    fn visit_u64<E>(self, _: u64) -> Result<UniqueNames, E> {
        Ok(UniqueNames)
    }

    fn visit_i64<E>(self, _: i64) -> Result<UniqueNames, E> {
        Ok(UniqueNames)
    }

    fn visit_f64<E>(self, _: f64) -> Result<UniqueNames, E> {
        Ok(UniqueNames)
    }

    fn visit_unit<E>(self) -> Result<UniqueNames, E> {
        Ok(UniqueNames)
    }
}
