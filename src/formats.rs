//! All formats that are read or written, each with its version and its serde types.
//!
//! Domain types are not serialized, so that a field can be renamed there without breaking saved data. JSON text is
//! parsed outside this folder, by `serde_json` or by the browser, and arrives here as a [`Document`].

use serde::de::DeserializeOwned;

pub mod answers_file;
pub mod crosswalk_file;
pub mod draft;
pub mod entries;
pub mod every_problem;
pub mod framework_file;
pub mod history;
pub mod packed;
pub mod problems;
pub mod share_link;

/// A JSON text after parsing, from which typed values are read.
pub trait Document {
    /// Reads the document as a value of a type; `None` if it does not fit.
    fn read<T: DeserializeOwned>(&self) -> Option<T>;
}

impl Document for serde_json::Value {
    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(self).ok()
    }
}

/// The entry that all versioned documents have.
#[derive(serde::Deserialize)]
struct Version {
    format: u64,
}

/// Returns the format of a document; `None` if it does not state one.
fn format_of(document: &impl Document) -> Option<u64> {
    document.read::<Version>().map(|version| version.format)
}
