//! JSON through the browser's own parser and writer, so that no reader downloads another one.
//!
//! `serde-wasm-bindgen` does the writing. Its reader describes every error in words, which would add the formatting of
//! decimals and escapes to every reader's download (`docs/decisions.md`); [`Json`] only reports that a value does not
//! fit.

use std::fmt;

use js_sys::{Array, JSON, Object};
use serde::Serialize;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::formats::Document;

/// A value in the browser's representation.
pub struct Value(JsValue);

impl From<Value> for JsValue {
    fn from(value: Value) -> Self {
        value.0
    }
}

/// A parsed JSON text.
pub struct Json(JsValue);

/// Parses a text; `None` if it is not JSON.
#[must_use]
pub fn parse(text: &str) -> Option<Json> {
    JSON::parse(text).ok().map(Json)
}

impl Document for Json {
    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(Reader(self.0.clone())).ok()
    }
}

/// Converts a value to the browser's representation; `null` if that is not possible.
#[must_use]
pub fn to_value<T: Serialize>(value: &T) -> Value {
    Value(value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL))
}

/// Formats a value as indented JSON.
#[must_use]
pub fn to_text<T: Serialize>(value: &T) -> String {
    let text = JSON::stringify_with_replacer_and_space(&to_value(value).0, &JsValue::NULL, &JsValue::from(2));
    text.map_or_else(|_| String::new(), String::from)
}

/// Reads the kinds of values in our formats: texts, whole numbers, lists, objects, and optional values.
struct Reader(JsValue);

/// The error of a value that is not of the expected kind.
#[derive(Debug)]
struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the value is of another kind")
    }
}

impl std::error::Error for Unfit {}

impl de::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Unfit;

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_string(self.0.as_string().ok_or(Unfit)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_string(visitor)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        clippy::float_cmp,
        reason = "a number that the cast changes is refused"
    )]
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let number = self.0.as_f64().ok_or(Unfit)?;
        let whole = number as u64;
        if whole as f64 == number { visitor.visit_u64(whole) } else { Err(Unfit) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let list: Array = self.0.dyn_into().map_err(|_| Unfit)?;
        visitor.visit_seq(Items { list, next: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if Array::is_array(&self.0) {
            return Err(Unfit);
        }
        let object: Object = self.0.dyn_into().map_err(|_| Unfit)?;
        visitor.visit_map(Entries { entries: Object::entries(&object), next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_unit()
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if Array::is_array(&self.0) { self.deserialize_seq(visitor) } else { self.deserialize_map(visitor) }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple_struct
        enum
    }
}

struct Items {
    list: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Unfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unfit> {
        if self.next == self.list.length() {
            return Ok(None);
        }
        self.next += 1;
        seed.deserialize(Reader(self.list.get(self.next - 1))).map(Some)
    }
}

struct Entries {
    /// Pairs of a name and a value.
    entries: Array,
    next: u32,
}

impl Entries {
    fn part(&self, part: u32) -> Reader {
        Reader(self.entries.get(self.next).unchecked_into::<Array>().get(part))
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Unfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Unfit> {
        if self.next == self.entries.length() {
            return Ok(None);
        }
        seed.deserialize(self.part(0)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Unfit> {
        let value = self.part(1);
        self.next += 1;
        seed.deserialize(value)
    }
}
