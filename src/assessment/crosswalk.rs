//! The crosswalk: which levels of the frameworks do roughly comparable work, and where the sources agree and contradict
//! each other.
//!
//! It is the project's interpretation, not any author's, and nothing is computed from it. `docs/crosswalk.md` explains
//! it.

use serde::{Deserialize, Serialize};

/// A crosswalk whose checks have passed: ids are unique, no row is empty, and every topic has statements of at least two
/// frameworks.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Crosswalk {
    /// A note on the authorship and the limits of the crosswalk.
    pub note: String,
    /// Levels that do roughly comparable work, lowest first.
    pub rows: Vec<Row>,
    /// The topics on which the sources agree or contradict each other.
    pub topics: Vec<Topic>,
}

/// The part of the crosswalk about some frameworks.
#[derive(Debug, PartialEq)]
pub struct Comparison<'a> {
    /// Each row that has levels of these frameworks, with those levels.
    pub rows: Vec<(&'a Row, Vec<&'a RowLevel>)>,
    /// Each topic on which at least two of these frameworks say something, with the positions of all of them. Its
    /// summary is about all frameworks of the topic.
    pub topics: Vec<(&'a Topic, Vec<&'a Saying>)>,
}

/// Levels that do roughly comparable work.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Row {
    /// Unique among the rows.
    pub id: String,
    /// A short phrase of ours about the work that the levels have in common.
    pub work: String,
    /// Any number of levels of each framework, at least one in all.
    pub levels: Vec<RowLevel>,
}

/// One level of one framework.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RowLevel {
    /// The framework's id.
    pub framework: String,
    /// The level's id in it.
    pub level: String,
}

/// A question to which several sources have an answer.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Topic {
    /// Unique among the topics.
    pub id: String,
    /// The question.
    pub title: String,
    /// The relation of the answers of all sources.
    pub verdict: Verdict,
    /// That relation in a sentence of ours.
    pub summary: String,
    /// The position of each source, at least two of them with an answer.
    pub says: Vec<Saying>,
}

/// The statement of one source on a topic.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Saying {
    /// The framework's id.
    pub framework: String,
    /// The statement of its source, in our words.
    pub text: String,
    /// The passage of the source that says it; `null` where the source does not say anything.
    pub source: Option<String>,
}

/// The relation of the sources on a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verdict {
    /// They say the same in different words.
    Agree,
    /// Some say the same, some do not.
    Mixed,
    /// They cannot all be followed.
    Contradict,
}

/// Returns the number of frameworks that say something.
pub fn speakers<'a>(says: impl Iterator<Item = &'a Saying>) -> usize {
    let mut frameworks: Vec<_> =
        says.filter(|saying| saying.source.is_some()).map(|saying| &saying.framework).collect();
    frameworks.sort();
    frameworks.dedup();
    frameworks.len()
}

impl Crosswalk {
    /// Returns the part about some frameworks, given by their ids, in the order of the file.
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
            if speakers(says.iter().copied()) >= 2 {
                comparison.topics.push((topic, says));
            }
        }
        comparison
    }
}
