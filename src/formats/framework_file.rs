//! The framework file in JSON, format 1. `docs/framework-file.md` explains it to authors.
//!
//! The types describe a file's content; [`read`] turns it into a checked [`Framework`].

use std::collections::BTreeMap;

use serde::Deserialize;

use super::every_problem;
use super::problems::{FileError, Problems};
use crate::assessment::framework::{
    AdviceKind, Alias, CareerPath, Context, Cumulative, Framework, Grouping, LevelRule, SituationKind, Source,
    TextOrigin, Weight, Wording,
};

mod checks;

pub(super) use checks::check_id;

/// The newest format of the framework file that this crate reads.
pub const FORMAT: u64 = 1;

/// Reads a framework file and checks it.
///
/// # Errors
/// Text that is not JSON stops at the first error, with line and column. Problems with the content are all reported
/// together, each with its location.
pub fn read(text: &str) -> Result<Framework, FileError> {
    let value = every_problem::parse_format(text, FORMAT)?;
    let mut problems = Problems::default();
    let file: FrameworkFile = every_problem::read(&value, &mut problems);
    let framework = checks::framework(file, &mut problems);
    if problems.0.is_empty() { Ok(framework) } else { Err(FileError::Problems(problems.0)) }
}

/// One framework: its source, levels, competencies with their statements, situation questions and advice.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FrameworkFile {
    /// The format of the file: 1.
    pub format: u64,
    /// The framework's name in addresses and links: lowercase letters, digits and hyphens. Never changes.
    pub id: String,
    /// A number that increases by one whenever the published content changes.
    pub revision: usize,
    /// The name that readers see.
    pub title: String,
    /// The title, author and date that the source gives.
    pub source: Source,
    /// `project` if this project turned the source into statements; it then marks everything that the author does not
    /// say as its own. `source`, the default, if the statements are the author's own.
    pub wording: Option<Wording>,
    /// A sentence or two about the subject of the framework.
    pub summary: String,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub summary_origin: Option<TextOrigin>,
    /// The limits of the framework, shown beside every result.
    pub caveats: Vec<CaveatFile>,
    /// The rule by which the framework reads its answers.
    pub level_rule: LevelRule,
    /// The levels, lowest first.
    pub levels: Vec<LevelFile>,
    /// The competencies, in the order in which they are asked and drawn; at least three.
    pub competencies: Vec<CompetencyFile>,
    /// Zero to three questions about the work. They never raise or lower a level.
    pub situation: Vec<SituationFile>,
    /// Advice for growth, given by the author (`stated`) or derived from the source by us.
    pub advice: Vec<AdviceFile>,
}

/// A limit of the framework.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CaveatFile {
    /// The limit, in a sentence.
    pub text: String,
    /// `true` if the author says so, `false` if it is ours.
    pub stated: bool,
    /// `true` for the one caveat that limits the framework most; it is shown beside every headline.
    pub lead: Option<bool>,
}

/// One place on the framework's scale.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LevelFile {
    /// Unique among the levels.
    pub id: String,
    /// The level's name in the source.
    pub name: String,
    /// Other names of the level, each with its owner.
    pub aliases: Vec<Alias>,
    /// The level in one sentence.
    pub summary: String,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub summary_origin: Option<TextOrigin>,
    /// `true` if the source describes the level; if it only names it, the profile is empty.
    pub described: bool,
    /// The target profile: for each competency the number of steps that the level expects.
    pub profile: BTreeMap<String, usize>,
    /// Conditions and descriptions of the level in the source. Nobody is rated on them.
    pub context: Vec<Context>,
}

/// Something a person can be good at.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CompetencyFile {
    /// Unique among the competencies.
    pub id: String,
    /// The competency's name.
    pub name: String,
    /// A shorter name for the radar, at most 18 characters.
    pub label: String,
    /// A sentence about being good at it.
    pub summary: String,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub summary_origin: Option<TextOrigin>,
    /// The source's area, if one was split into several competencies.
    pub group: Option<String>,
    /// The author of the grouping: `source` or `project`.
    pub grouping: Grouping,
    /// Says if each step includes the ones below it.
    pub cumulative: Cumulative,
    /// The steps, lowest first.
    pub steps: Vec<StepFile>,
}

/// One rung of a competency.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct StepFile {
    /// The level that the step belongs to.
    pub level: String,
    /// The change from the step below; `null` only at the lowest described level.
    pub change: Option<String>,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub change_origin: Option<TextOrigin>,
    /// The statements, in the order in which they are asked.
    pub indicators: Vec<IndicatorFile>,
}

/// One observable behavior.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct IndicatorFile {
    /// Unique in the whole file. Never changes.
    pub id: String,
    /// The position of the answer in a share link. Unique, and never reused for another statement.
    pub slot: usize,
    /// The behavior, in the first person.
    pub text: String,
    /// `expected` if the source expects it, `optional` if the source hedges.
    pub weight: Weight,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub weight_origin: Option<TextOrigin>,
    /// `true` if the company grants it, so that it is not a skill of the person.
    pub granted: bool,
    /// The career path that the statement belongs to; omit it if the statement belongs to both.
    pub path: Option<CareerPath>,
    /// The passage of the source that says it.
    pub source: String,
}

/// A question about the work.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SituationFile {
    /// Unique among the situation questions.
    pub id: String,
    /// The subject of the question.
    pub kind: SituationKind,
    /// The question.
    pub text: String,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub origin: Option<TextOrigin>,
    /// The answers to choose from, two to six.
    pub options: Vec<OptionFile>,
}

/// One answer to a situation question.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OptionFile {
    /// Unique within its question.
    pub id: String,
    /// The answer's number in a share link, from 0 to 63; never reused, even when the answer is gone.
    pub slot: usize,
    /// The answer in words.
    pub text: String,
    /// The level that the answer points to, if any.
    pub level: Option<String>,
    /// The growth that the answer asks for, within the level or across to the next; `null` for neither.
    pub wants: Option<AdviceKind>,
    /// The career path that the answer chooses, in a question of the kind `path`; `null` for neither.
    pub path: Option<CareerPath>,
}

/// Advice for growth.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct AdviceFile {
    /// Unique among the advice.
    pub id: String,
    /// The level held; `null` is below the first.
    pub from: Option<String>,
    /// The level aimed at; the same as `from` for advice within a level. With a competency, the level of the step that the
    /// advice is for.
    pub to: String,
    /// The growth that it helps with: within the level, or across to the next.
    pub kind: AdviceKind,
    /// The competency it is about; `null` for all of them.
    pub competency: Option<String>,
    /// The situation answer that it is for; `null` for everybody.
    pub when: Option<WhenFile>,
    /// The ids of the statements that it recommends; it is shown only if none of them is met yet.
    pub about: Option<Vec<String>>,
    /// The advice, to the reader.
    pub text: String,
    /// `true` if the author gives it; otherwise it is derived, and marked as ours.
    pub stated: bool,
    /// The passage of the source that says it.
    pub source: Option<String>,
}

/// A situation answer.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct WhenFile {
    /// The situation question.
    pub question: String,
    /// Its option.
    pub option: String,
}
