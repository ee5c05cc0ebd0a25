//! JSON to values and back: the framework file, answers, drafts and reports.
//!
//! Written here because it reaches every reader: `serde_json` with its derived readers adds some 30 KB to the download
//! and stops at the first fault, where we report them all. `tests/json.rs` holds it to `serde_json`'s judgement.

use std::fmt::{self, Display, Write};

/// How deep lists and objects may be nested, so that no text can exhaust the stack.
const DEPTH: usize = 32;

/// Any JSON value. Objects keep the order of their entries.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A string.
    Text(String),
    /// `[…]`
    List(Vec<Value>),
    /// `{…}`
    Object(Vec<(String, Value)>),
}

/// Why a text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{expected} was expected at line {line}, column {column}")]
pub struct JsonError {
    /// What should stand there.
    pub expected: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// The value that a text holds.
///
/// # Errors
/// Text that is not JSON, with the first place where it is not; an object that names an entry twice is not either.
pub fn parse(text: &str) -> Result<Value, JsonError> {
    let mut reader = Reader { text, at: 0 };
    reader.value(DEPTH).and_then(|value| reader.end().map(|()| value)).map_err(|expected| {
        let before = reader.text.get(..reader.at).unwrap_or_default();
        let in_line = before.bytes().rev().take_while(|&byte| byte != b'\n');
        JsonError {
            expected,
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            // The bytes that begin a character.
            column: in_line.filter(|byte| byte & 0xC0 != 0x80).count() + 1,
        }
    })
}

/// The text read so far; every error is what was expected where it stands.
///
/// Text is taken by `get` throughout: a slice that can panic brings 5 KB of Unicode tables to the download.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\n', '\r', '\t']).len();
    }

    /// Steps over a token, if it is next.
    fn eat(&mut self, token: &str) -> bool {
        let is_next = self.rest().starts_with(token);
        if is_next {
            self.at += token.len();
        }
        is_next
    }

    fn end(&mut self) -> Result<(), &'static str> {
        self.skip_space();
        if self.rest().is_empty() { Ok(()) } else { Err("the end of the text") }
    }

    fn value(&mut self, depth: usize) -> Result<Value, &'static str> {
        self.skip_space();
        match self.rest().as_bytes().first().copied() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.eat("null") => Ok(Value::Null),
            _ if self.eat("true") => Ok(Value::Bool(true)),
            _ if self.eat("false") => Ok(Value::Bool(false)),
            _ => Err("a value"),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, &'static str> {
        let mut entries: Vec<(String, Value)> = Vec::new();
        self.items(depth, "}", "a comma or }", |reader, depth| {
            reader.skip_space();
            let start = reader.at;
            let key = if reader.rest().starts_with('"') { reader.string()? } else { return Err("a name in quotes") };
            if entries.iter().any(|(known, _)| *known == key) {
                reader.at = start;
                return Err("a name that the object does not have yet");
            }
            reader.skip_space();
            if !reader.eat(":") {
                return Err("a colon");
            }
            entries.push((key, reader.value(depth)?));
            Ok(())
        })?;
        Ok(Value::Object(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Value, &'static str> {
        let mut items = Vec::new();
        self.items(depth, "]", "a comma or ]", |reader, depth| {
            items.push(reader.value(depth)?);
            Ok(())
        })?;
        Ok(Value::List(items))
    }

    /// Steps over what opens a list or object, everything in it and what closes it.
    fn items(
        &mut self,
        depth: usize,
        close: &str,
        expected: &'static str,
        mut each: impl FnMut(&mut Self, usize) -> Result<(), &'static str>,
    ) -> Result<(), &'static str> {
        let depth = depth.checked_sub(1).ok_or("less nesting")?;
        self.at += 1;
        self.skip_space();
        if self.eat(close) {
            return Ok(());
        }
        loop {
            each(self, depth)?;
            self.skip_space();
            if self.eat(close) {
                return Ok(());
            }
            if !self.eat(",") {
                return Err(expected);
            }
        }
    }

    fn string(&mut self) -> Result<String, &'static str> {
        self.at += 1;
        let mut string = String::new();
        loop {
            let plain = self.rest().find(|letter| letter == '"' || letter == '\\' || letter < ' ');
            let Some(length) = plain else {
                self.at = self.text.len();
                return Err("a closing quote");
            };
            string.push_str(self.rest().get(..length).unwrap_or_default());
            self.at += length;
            if self.eat("\"") {
                return Ok(string);
            }
            if !self.eat("\\") {
                return Err("a letter, control characters must be escaped");
            }
            string.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, &'static str> {
        const ESCAPES: [(&str, char); 8] = [
            ("\"", '"'),
            ("\\", '\\'),
            ("/", '/'),
            ("n", '\n'),
            ("t", '\t'),
            ("r", '\r'),
            ("b", '\u{8}'),
            ("f", '\u{c}'),
        ];
        if let Some((_, letter)) = ESCAPES.into_iter().find(|(name, _)| self.eat(name)) {
            return Ok(letter);
        }
        if !self.eat("u") {
            return Err("one of \" \\ / b f n r t u");
        }
        let unit = self.unit()?;
        let code = match unit {
            // A character beyond the first 65,536 is written as two units.
            0xD800..=0xDBFF if self.eat("\\u") => {
                let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400).ok_or("a low surrogate")?;
                0x10000 + ((unit - 0xD800) << 10) + low
            }
            unit => unit,
        };
        char::from_u32(code).ok_or("a surrogate pair")
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, &'static str> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or("four hexadecimal digits")?;
        self.at += 4;
        Ok(unit)
    }

    fn number(&mut self) -> Result<Value, &'static str> {
        let start = self.at;
        self.eat("-");
        if !self.eat("0") {
            self.digits()?;
        }
        if self.eat(".") {
            self.digits()?;
        }
        if self.eat("e") || self.eat("E") {
            let _ = self.eat("+") || self.eat("-");
            self.digits()?;
        }
        Ok(Value::Number(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    fn digits(&mut self) -> Result<(), &'static str> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += count;
        if count == 0 { Err("a digit") } else { Ok(()) }
    }
}

impl Value {
    /// An object with these entries.
    #[must_use]
    pub fn object<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Object(entries.map(|(key, value)| (key.to_owned(), value)).into())
    }

    /// A list of these values.
    pub fn list<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// A number from 0, to three decimals.
    #[must_use]
    pub fn decimal(number: f64) -> Self {
        Self::Number(decimal(number, 3))
    }

    /// The entry of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(entries) = self else { return None };
        entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The entries of an object; none for other values.
    #[must_use]
    pub fn entries(&self) -> &[(String, Self)] {
        if let Self::Object(entries) = self { entries } else { &[] }
    }

    /// The items of a list; none for other values.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The text of a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A whole number, not negative.
    #[must_use]
    pub fn whole(&self) -> Option<usize> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// What kind of value it is, for messages.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The value on one line, for what is sent.
    #[must_use]
    pub fn compact(&self) -> String {
        match self {
            Self::List(items) => format!("[{}]", items.iter().map(Self::compact).collect::<Vec<_>>().join(",")),
            Self::Object(entries) => {
                let entry = |(key, value): &(String, Self)| format!("{}:{}", Self::from(key.as_str()), value.compact());
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(","))
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => self.to_string(),
        }
    }

    /// The value over several lines, each level indented by two more spaces.
    fn write_at(&self, formatter: &mut fmt::Formatter<'_>, indent: usize) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Bool(value) => Display::fmt(value, formatter),
            Self::Number(number) => formatter.write_str(number),
            Self::Text(text) => write_string(formatter, text),
            Self::List(items) => write_items(formatter, indent, ['[', ']'], items.len(), |formatter, index| {
                items[index].write_at(formatter, indent + 1)
            }),
            Self::Object(entries) => write_items(formatter, indent, ['{', '}'], entries.len(), |formatter, index| {
                let (key, value) = &entries[index];
                write_string(formatter, key)?;
                formatter.write_str(": ")?;
                value.write_at(formatter, indent + 1)
            }),
        }
    }
}

impl Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_at(formatter, 0)
    }
}

fn write_items(
    formatter: &mut fmt::Formatter<'_>,
    indent: usize,
    [open, close]: [char; 2],
    count: usize,
    each: impl Fn(&mut fmt::Formatter<'_>, usize) -> fmt::Result,
) -> fmt::Result {
    formatter.write_char(open)?;
    for index in 0..count {
        formatter.write_str(if index == 0 { "\n" } else { ",\n" })?;
        write_indent(formatter, indent + 1)?;
        each(formatter, index)?;
    }
    if count > 0 {
        formatter.write_char('\n')?;
        write_indent(formatter, indent)?;
    }
    formatter.write_char(close)
}

fn write_indent(formatter: &mut fmt::Formatter<'_>, indent: usize) -> fmt::Result {
    (0..indent).try_for_each(|_| formatter.write_str("  "))
}

fn write_string(formatter: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    formatter.write_char('"')?;
    for letter in text.chars() {
        match letter {
            '"' => formatter.write_str("\\\"")?,
            '\\' => formatter.write_str("\\\\")?,
            '\n' => formatter.write_str("\\n")?,
            letter if letter < ' ' => write!(formatter, "\\u{:04x}", u32::from(letter))?,
            letter => formatter.write_char(letter)?,
        }
    }
    formatter.write_char('"')
}

/// A number to some decimals, without zeros at its end. The standard way brings 10 KB to the download.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "what is written so is small: shares and chart units")]
pub fn decimal(number: f64, decimals: u32) -> String {
    let factor = 10_i64.pow(decimals);
    let scaled = (number * factor as f64).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, rest) = (scaled.abs() / factor, scaled.abs() % factor);
    let text = format!("{sign}{whole}.{rest:0width$}", width = decimals as usize);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
