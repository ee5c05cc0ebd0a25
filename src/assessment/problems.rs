//! Everything wrong with a file, each with its place.

use std::fmt::{self, Display};

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

/// Everything found so far.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes what is wrong at a place.
    pub fn note(&mut self, place: impl Display, what: impl Display) {
        self.0.push(Problem { place: place.to_string(), what: what.to_string() });
    }
}
