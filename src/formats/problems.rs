//! The problems of a file, each with its location.

use std::fmt::{self, Display};

/// One problem in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The location in the file, as `competencies[2].steps[0].level`; empty for the whole file.
    pub location: String,
    /// The problem and what was expected.
    pub what: String,
}

impl Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.location.is_empty() {
            return formatter.write_str(&self.what);
        }
        write!(formatter, "{}: {}", self.location, self.what)
    }
}

/// The reason why a file of `frameworks/` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The text is not JSON; nothing more can be checked.
    #[error("not JSON: {0}")]
    Unreadable(String),
    /// The file was made for a later version of this crate.
    #[error("format {found} is newer than {supported}, the newest that can be read")]
    NewerFormat {
        /// The file's format.
        found: u64,
        /// The newest format that can be read.
        supported: u64,
    },
    /// Every problem of the file, in the order of its parts.
    #[error("{}", .0.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
}

/// A location in a file, built from the inside out.
#[derive(Clone, Copy)]
pub enum Location<'a> {
    /// The whole file.
    File,
    /// An entry of the object at a location.
    Entry(&'a Location<'a>, &'a str),
    /// An item of the list at a location, from 0.
    Item(&'a Location<'a>, usize),
}

impl Display for Location<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Entry(Self::File, key) => formatter.write_str(key),
            Self::Entry(of, key) => write!(formatter, "{of}.{key}"),
            Self::Item(of, index) => write!(formatter, "{of}[{index}]"),
        }
    }
}

/// Every problem found so far.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Adds a problem at a location.
    pub fn note(&mut self, location: impl Display, what: impl Display) {
        self.0.push(Problem { location: location.to_string(), what: what.to_string() });
    }
}
