//! Everything wrong with a file, each with its place.

use std::fmt::{self, Display};

use super::json::JsonError;

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file, as `competencies[2].steps[0].level`.
    pub place: String,
    /// What is wrong and what was expected.
    pub what: String,
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            return formatter.write_str(&self.what);
        }
        write!(formatter, "{}: {}", self.place, self.what)
    }
}

/// Why a file of `frameworks/` cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FileError {
    /// The text is not JSON; nothing more can be checked.
    #[error("not JSON: {0}")]
    Unreadable(#[from] JsonError),
    /// The file was made for a later version of this crate.
    #[error("format {found} is newer than {supported}, the newest that can be read")]
    NewerFormat {
        /// The file's format.
        found: usize,
        /// The newest format that can be read.
        supported: usize,
    },
    /// Every problem of the file, in the order of its parts.
    #[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
}

/// A place in a file, from the inside out.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// The whole file.
    File,
    /// An entry of the object at a place.
    Entry(&'a Place<'a>, &'a str),
    /// An item of the list at a place, from 0.
    Item(&'a Place<'a>, usize),
}

impl Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Entry(Self::File, key) => formatter.write_str(key),
            Self::Entry(of, key) => write!(formatter, "{of}.{key}"),
            Self::Item(of, index) => write!(formatter, "{of}[{index}]"),
        }
    }
}

/// Words in a row, put together only where they are shown.
pub struct List<'a>(pub &'a [&'a str]);

impl Display for List<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join(", "))
    }
}

/// Everything found so far. Without the feature `explain` the problems are there, but say nothing.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes what is wrong at a place.
    pub fn note(&mut self, place: impl Display, what: impl Display) {
        let said = |what: &dyn Display| if cfg!(feature = "explain") { what.to_string() } else { String::new() };
        self.0.push(Problem { place: said(&place), what: said(&what) });
    }
}
