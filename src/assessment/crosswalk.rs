//! The crosswalk: which levels of the frameworks do roughly comparable work, and where the sources agree and contradict.
//!
//! It is the project's reading, not any author's, and nothing is computed from it. `docs/crosswalk.md` explains it.

use super::framework::checks::check_id;
use super::framework_file::{Part, note_unknown, objects, read_entry, read_word, words};
use super::json::{self, Value};
use super::problems::{FileError, Place, Problems};

use Place::{Entry, Item};

/// The newest format of the crosswalk that this crate reads.
pub const FORMAT: usize = 1;

/// A crosswalk whose checks have passed: ids are unique, no row is empty, two frameworks speak in every topic.
#[derive(Debug, PartialEq)]
pub struct Crosswalk {
    /// Whose it is and what it is not.
    pub note: String,
    /// Levels that do roughly comparable work, lowest first.
    pub rows: Vec<Row>,
    /// Where the sources agree and contradict.
    pub topics: Vec<Topic>,
}

/// What the crosswalk holds for some frameworks only.
#[derive(Debug, PartialEq)]
pub struct Comparison<'a> {
    /// Each row that has levels of these frameworks, with those levels.
    pub rows: Vec<(&'a Row, Vec<&'a RowLevel>)>,
    /// Each topic on which at least two of these frameworks say something, with their sayings. Its summary is about all
    /// frameworks of the topic.
    pub topics: Vec<(&'a Topic, Vec<&'a Saying>)>,
}

objects! {
    /// The crosswalk: rows of roughly comparable levels, and topics on which the sources agree or contradict.
    pub struct CrosswalkFile {
        /// The format of the file: 1.
        pub format: usize,
        /// Whose it is and what it is not, in a sentence or two.
        pub note: String,
        /// Levels that do roughly comparable work, lowest first.
        pub rows: Vec<Row>,
        /// Where the sources agree and contradict.
        pub topics: Vec<Topic>,
    }

    /// Levels that do roughly comparable work.
    pub struct Row {
        /// Unique among the rows.
        pub id: String,
        /// What the levels have in common, in a short phrase of ours.
        pub work: String,
        /// Any number of levels of each framework, at least one in all.
        pub levels: Vec<RowLevel>,
    }

    /// One level of one framework.
    pub struct RowLevel {
        /// The framework's id.
        pub framework: String,
        /// The level's id in it.
        pub level: String,
    }

    /// A question to which several sources have an answer.
    pub struct Topic {
        /// Unique among the topics.
        pub id: String,
        /// The question.
        pub title: String,
        /// How the answers relate, all sources taken together.
        pub verdict: Verdict,
        /// The same in a sentence of ours.
        pub summary: String,
        /// The answers, of at least two frameworks.
        pub says: Vec<Saying>,
    }

    /// What one source says.
    pub struct Saying {
        /// The framework's id.
        pub framework: String,
        /// What its source says, in our words.
        pub text: String,
        /// Where in the source it stands.
        pub source: String,
    }
}

words! {
    /// How the sources relate on a topic.
    pub enum Verdict {
        /// They say the same, each in its way.
        Agree = "agree",
        /// Some say the same, some do not.
        Mixed = "mixed",
        /// They cannot all be followed.
        Contradict = "contradict",
    }
}

impl Crosswalk {
    /// Reads a crosswalk and checks it; that its frameworks and levels exist is checked where they are known.
    ///
    /// # Errors
    /// Text that is not JSON stops at the first fault, with line and column; anything wrong with the content is reported
    /// at once, each problem with its place.
    pub fn read(text: &str) -> Result<Self, FileError> {
        let value = json::parse(text)?;
        if let Some(found) = value.get("format").and_then(Value::whole).filter(|&found| found > FORMAT) {
            return Err(FileError::NewerFormat { found, supported: FORMAT });
        }
        let mut problems = Problems::default();
        let file = CrosswalkFile::read(&value, Place::File, &mut problems);
        check(&file, &mut problems);
        if !problems.0.is_empty() {
            return Err(FileError::Problems(problems.0));
        }
        Ok(Self { note: file.note, rows: file.rows, topics: file.topics })
    }

    /// What it holds for some frameworks, by their ids, in the order of the file.
    #[must_use]
    pub fn for_frameworks(&self, ids: &[&str]) -> Comparison<'_> {
        let mut comparison = Comparison { rows: Vec::new(), topics: Vec::new() };
        for row in &self.rows {
            let levels: Vec<_> = row.levels.iter().filter(|level| ids.contains(&level.framework.as_str())).collect();
            if !levels.is_empty() {
                comparison.rows.push((row, levels));
            }
        }
        for topic in &self.topics {
            let says: Vec<_> = topic.says.iter().filter(|saying| ids.contains(&saying.framework.as_str())).collect();
            if says.iter().any(|saying| saying.framework != says[0].framework) {
                comparison.topics.push((topic, says));
            }
        }
        comparison
    }
}

fn check(file: &CrosswalkFile, problems: &mut Problems) {
    if file.format == 0 {
        problems.note("format", "is 0, the first format is 1");
    }
    let (rows, topics) = (Entry(&Place::File, "rows"), Entry(&Place::File, "topics"));
    check_any(rows, file.rows.len(), problems);
    let mut seen = Vec::new();
    for (index, row) in file.rows.iter().enumerate() {
        let place = Item(&rows, index);
        check_id(place, &row.id, &mut seen, problems);
        check_any(Entry(&place, "levels"), row.levels.len(), problems);
    }
    check_any(topics, file.topics.len(), problems);
    seen.clear();
    for (index, topic) in file.topics.iter().enumerate() {
        let place = Item(&topics, index);
        check_id(place, &topic.id, &mut seen, problems);
        if topic.says.iter().all(|saying| saying.framework == topic.says[0].framework) {
            problems.note(Entry(&place, "says"), "there are fewer than 2 frameworks that say something");
        }
    }
}

/// Notes a list without items.
fn check_any(place: Place, items: usize, problems: &mut Problems) {
    if items == 0 {
        problems.note(place, "there is none");
    }
}
