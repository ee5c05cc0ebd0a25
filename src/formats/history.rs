//! Results that a person asked this device to remember, format 1.

use serde::{Deserialize, Serialize};

use super::{Document, format_of};

/// The newest format that can be read.
const FORMAT: u64 = 1;

/// The key under which they are stored. The number increases with each format that old pages cannot read.
pub const KEY: &str = "next-rung.history.1";

/// The data stored under [`KEY`].
#[derive(Debug, Serialize, Deserialize)]
pub struct HistoryFile {
    format: u64,
    results: Vec<Remembered>,
}

/// One remembered result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// The day, as in `2026-11-22`.
    pub date: String,
    /// The result as it stands in a share link, for any framework.
    pub result: String,
}

/// The reason why remembered results cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// Not written by this page.
    #[error("the text holds no remembered results")]
    Unreadable,
    /// Written by a later version of this page.
    #[error("format {found} is newer than {FORMAT}, the newest that can be read")]
    NewerFormat {
        /// The text's format.
        found: u64,
    },
}

/// Converts the results to their stored form.
#[must_use]
pub fn write(history: &[Remembered]) -> HistoryFile {
    HistoryFile { format: FORMAT, results: history.to_vec() }
}

/// Reads the results in a document, oldest first.
///
/// # Errors
/// Some part of the document is not as it was written. What cannot be read completely is not overwritten.
pub fn read(document: &impl Document) -> Result<Vec<Remembered>, HistoryError> {
    match format_of(document) {
        Some(found) if found > FORMAT => Err(HistoryError::NewerFormat { found }),
        _ => document.read().map(|file: HistoryFile| file.results).ok_or(HistoryError::Unreadable),
    }
}

/// Adds a result of a day. The same result is not remembered twice for the same day.
pub fn remember(history: &mut Vec<Remembered>, new: &Remembered) {
    if !history.contains(new) {
        history.push(new.clone());
    }
}
