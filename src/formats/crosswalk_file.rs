//! The crosswalk file in JSON, format 1.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::every_problem;
use super::framework_file::check_id;
use super::problems::{FileError, Location, Problems};
use crate::assessment::crosswalk::{Crosswalk, Row, Topic, speakers};

use Location::{Entry, Item};

/// The newest format of the crosswalk that this crate reads.
pub const FORMAT: u64 = 1;

/// The crosswalk: rows of roughly comparable levels, and topics on which the sources agree or contradict.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CrosswalkFile {
    /// The format of the file: 1.
    pub format: u64,
    /// A sentence or two about the authorship and the limits of the crosswalk.
    pub note: String,
    /// Levels that do roughly comparable work, lowest first.
    pub rows: Vec<Row>,
    /// The topics on which the sources agree or contradict each other.
    pub topics: Vec<Topic>,
}

/// Reads a crosswalk and checks it, except that its frameworks and levels exist, which is checked where they are known.
///
/// # Errors
/// Text that is not JSON stops at the first error, with line and column. Problems with the content are all reported
/// together, each with its location.
pub fn read(text: &str) -> Result<Crosswalk, FileError> {
    let value = every_problem::parse_format(text, FORMAT)?;
    let mut problems = Problems::default();
    let file: CrosswalkFile = every_problem::read(&value, &mut problems);
    check(&file, &mut problems);
    if problems.0.is_empty() {
        Ok(Crosswalk { note: file.note, rows: file.rows, topics: file.topics })
    } else {
        Err(FileError::Problems(problems.0))
    }
}

fn check(file: &CrosswalkFile, problems: &mut Problems) {
    if file.format == 0 {
        problems.note("format", "is 0, the first format is 1");
    }
    let (rows, topics) = (Entry(&Location::File, "rows"), Entry(&Location::File, "topics"));
    check_any(rows, file.rows.len(), problems);
    let mut seen = BTreeSet::new();
    for (index, row) in file.rows.iter().enumerate() {
        let location = Item(&rows, index);
        check_id(location, &row.id, &mut seen, problems);
        check_any(Entry(&location, "levels"), row.levels.len(), problems);
    }
    check_any(topics, file.topics.len(), problems);
    seen.clear();
    for (index, topic) in file.topics.iter().enumerate() {
        let location = Item(&topics, index);
        check_id(location, &topic.id, &mut seen, problems);
        if speakers(topic.says.iter()) < 2 {
            problems.note(Entry(&location, "says"), "there are fewer than 2 frameworks that say something");
        }
    }
}

/// Notes a list that is empty.
fn check_any(location: Location, items: usize, problems: &mut Problems) {
    if items == 0 {
        problems.note(location, "there is none");
    }
}
