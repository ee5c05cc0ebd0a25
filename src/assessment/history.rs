//! Results that a person asked this device to remember <-> the text that keeps them, format 1.

use super::json::{self, Value};

/// The newest format that can be read.
const FORMAT: usize = 1;

/// Where the device keeps them; the number goes up with a format that old pages cannot read.
pub const KEY: &str = "next-rung.history.1";

/// One remembered result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The day, as in `2026-11-22`.
    pub date: String,
    /// The result as it stands in a share link, for any framework.
    pub result: String,
}

/// Why remembered results cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// Not what this page once wrote.
    #[error("the text holds no remembered results")]
    Unreadable,
    /// Written by a later version of this page.
    #[error("format {found} is newer than {FORMAT}, the newest that can be read")]
    NewerFormat {
        /// The text's format.
        found: usize,
    },
}

/// The results as text.
#[must_use]
pub fn encode(history: &[Remembered]) -> String {
    let entry = |each: &Remembered| {
        Value::object([("date", each.date.as_str().into()), ("result", each.result.as_str().into())])
    };
    Value::object([("format", FORMAT.into()), ("results", Value::list(history.iter().map(entry)))]).to_string()
}

/// The results in a text, oldest first.
///
/// # Errors
/// Text in which any part is not as it was written: what cannot be read whole is not written over.
pub fn decode(text: &str) -> Result<Vec<Remembered>, HistoryError> {
    let file = json::parse(text).map_err(|_| HistoryError::Unreadable)?;
    let found = file.get("format").and_then(Value::whole).ok_or(HistoryError::Unreadable)?;
    if found > FORMAT {
        return Err(HistoryError::NewerFormat { found });
    }
    let Some(Value::List(entries)) = file.get("results") else { return Err(HistoryError::Unreadable) };
    let mut history = Vec::new();
    for entry in entries {
        let text = |key: &str| entry.get(key).and_then(Value::text).ok_or(HistoryError::Unreadable);
        history.push(Remembered { date: text("date")?.to_owned(), result: text("result")?.to_owned() });
    }
    Ok(history)
}

/// Adds a result of a day. The same result is not remembered twice for one day.
pub fn remember(history: &mut Vec<Remembered>, new: &Remembered) {
    if !history.contains(new) {
        history.push(new.clone());
    }
}
