//! The framework file in JSON, format 1. `docs/framework-file.md` explains it to authors.
//!
//! The types describe a file's content; [`read`] turns it into a checked [`Framework`].

use std::collections::BTreeMap;

use serde::Deserialize;

use super::every_problem;
use super::problems::{FileError, Problems};
use crate::assessment::framework::{
    AdviceKind, Alias, AnswerKind, CareerPath, Context, Cumulative, Framework, Grouping, LevelRule, SituationKind,
    Source, TextOrigin, Weight, Wording,
};

mod checks;
mod short_form;

pub(super) use checks::check_id;

/// The newest format of the framework file that this crate reads.
pub const FORMAT: u64 = 1;

/// Reads a framework file and checks it.
///
/// # Errors
/// Text that is not JSON stops at the first error, with line and column. Problems with the content are all reported
/// together, each with its location.
pub fn read(text: &str) -> Result<Framework, FileError> {
    let mut value = every_problem::parse_format(text, FORMAT)?;
    let is_pinned = short_form::complete(&mut value);
    let mut problems = Problems::default();
    let file: FrameworkFile = every_problem::read(&value, &mut problems);
    let framework = checks::framework(file, is_pinned, &mut problems);
    if problems.0.is_empty() { Ok(framework) } else { Err(FileError::Problems(problems.0)) }
}

/// Returns the text of a file with every id and slot, so that links, drafts and remembered results stay valid when its
/// texts are edited.
///
/// # Errors
/// As [`read`].
pub fn pin(text: &str) -> Result<String, FileError> {
    read(text)?;
    let mut value = every_problem::parse(text)?;
    short_form::complete(&mut value);
    Ok(format!("{value:#}\n"))
}

/// One framework: its source, levels, competencies with their statements, situation questions and advice. Only title,
/// levels and competencies with their statements are required.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct FrameworkFile {
    /// The format of the file: 1, the default.
    pub format: Option<u64>,
    /// The framework's name in addresses and links: lowercase letters, digits and hyphens. Made from the title by
    /// default. Never changes.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub id: String,
    /// A number that increases by one whenever the published content changes.
    pub revision: Option<usize>,
    /// The next slot for a new statement. It keeps the slot of a removed statement from being used again.
    pub next_slot: Option<usize>,
    /// The name that readers see.
    pub title: String,
    /// The language of the texts as a BCP 47 tag, such as `de` or `pt-BR`; `en` by default.
    pub language: Option<String>,
    /// The title, author and date that the source gives.
    pub source: Option<Source>,
    /// `project` if this project turned the source into statements; it then marks everything that the author does not
    /// say as its own. `source`, the default, if the statements are the author's own.
    pub wording: Option<Wording>,
    /// A sentence or two about the subject of the framework.
    pub summary: Option<String>,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub summary_origin: Option<TextOrigin>,
    /// The limits of the framework, shown beside every result.
    pub caveats: Option<Vec<CaveatFile>>,
    /// The rule by which the framework reads its answers; `conjunctive` by default.
    pub level_rule: Option<LevelRule>,
    /// The levels, lowest first. A level can be just its name.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<TextOr<LevelFile>>"))]
    pub levels: Vec<LevelFile>,
    /// The competencies, in the order in which they are asked and drawn; at least three.
    pub competencies: Vec<CompetencyFile>,
    /// Zero to three questions about the work. They never raise or lower a level.
    pub situation: Option<Vec<SituationFile>>,
    /// Advice for growth, given by the author (`stated`) or derived from the source by us.
    pub advice: Option<Vec<AdviceFile>>,
}

/// A text, or an object with more than the text.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only the schema says that both are allowed")]
enum TextOr<T> {
    Text(String),
    More(T),
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
    /// Unique among the levels. Made from the name by default.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub id: String,
    /// The level's name in the source.
    pub name: String,
    /// Other names of the level, each with its owner.
    pub aliases: Option<Vec<Alias>>,
    /// The level in one sentence.
    pub summary: Option<String>,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub summary_origin: Option<TextOrigin>,
    /// `true` if the source describes the level; if it only names it, the profile is empty. By default a level is
    /// described if it has a profile or a step.
    pub described: Option<bool>,
    /// The target profile: for each competency the number of steps that the level expects, or the name of the highest of
    /// them. By default a level expects every step up to its own.
    #[cfg_attr(feature = "schema", schemars(with = "Option<BTreeMap<String, StepsExpected>>"))]
    pub profile: Option<BTreeMap<String, usize>>,
    /// Conditions and descriptions of the level in the source. Nobody is rated on them.
    pub context: Option<Vec<Context>>,
}

/// The steps that a level expects of a competency.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only the schema says that both are allowed")]
enum StepsExpected {
    Number(usize),
    Name(String),
}

/// Something a person can be good at.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct CompetencyFile {
    /// Unique among the competencies. Made from the name by default.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub id: String,
    /// The competency's name.
    pub name: String,
    /// A shorter name for the radar, at most 18 characters; the name by default.
    pub label: Option<String>,
    /// A sentence about being good at it.
    pub summary: Option<String>,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub summary_origin: Option<TextOrigin>,
    /// The source's area, if one has several competencies.
    pub group: Option<String>,
    /// The author of the grouping: `source`, the default, or `project`.
    pub grouping: Option<Grouping>,
    /// Says if each step includes the ones below it; `assumed` by default.
    pub cumulative: Option<Cumulative>,
    /// The way of answering: `rate`, the default, or `choose`.
    pub answer: Option<AnswerKind>,
    /// The steps, lowest first.
    pub steps: Vec<StepFile>,
}

/// One rung of a competency.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct StepFile {
    /// The level that the step belongs to, by its id or name. By default the lowest level whose profile expects the step,
    /// otherwise the level at the same position.
    pub level: Option<String>,
    /// The step's own name, if it has one; otherwise it is called by its level.
    pub name: Option<String>,
    /// Texts to read and not to rate, above the statements.
    pub read: Option<Vec<String>>,
    /// The change from the step below; if `wording` is `project`, `null` only at the lowest described level.
    pub change: Option<String>,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub change_origin: Option<TextOrigin>,
    /// The statements, in the order in which they are asked. A statement can be just its text.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<TextOr<IndicatorFile>>"))]
    pub indicators: Vec<IndicatorFile>,
}

/// One observable behavior.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct IndicatorFile {
    /// Unique in the whole file. Never changes. Made from the text by default.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub id: String,
    /// The position of the answer in a share link. Unique, and never reused for another statement. The next free one by
    /// default.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub slot: usize,
    /// The behavior, in the first person.
    pub text: String,
    /// Examples of the behavior, shown below the statement.
    pub examples: Option<Vec<String>>,
    /// `expected` if the source expects it, the default; `optional` if the source hedges.
    pub weight: Option<Weight>,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub weight_origin: Option<TextOrigin>,
    /// `true` if the company grants it, so that it is not a skill of the person.
    pub granted: Option<bool>,
    /// The career path that the statement belongs to; omit it if the statement belongs to both.
    pub path: Option<CareerPath>,
    /// The passage of the source that says it.
    pub source: Option<String>,
}

/// A question about the work.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SituationFile {
    /// Unique among the situation questions. Made from the text by default.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub id: String,
    /// The subject of the question.
    pub kind: SituationKind,
    /// The question.
    pub text: String,
    /// `stated` if the author says so (the default), `derived` if not; required if `wording` is `project`.
    pub origin: Option<TextOrigin>,
    /// The answers to choose from, two to six. An answer can be just its text.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<TextOr<OptionFile>>"))]
    pub options: Vec<OptionFile>,
}

/// One answer to a situation question.
#[derive(Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OptionFile {
    /// Unique within its question. Made from the text by default.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub id: String,
    /// The answer's number in a share link, from 0 to 63; never reused, even when the answer is gone. The next free one by
    /// default.
    #[cfg_attr(feature = "schema", schemars(default))]
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
    /// Unique among the advice. Made from the text by default.
    #[cfg_attr(feature = "schema", schemars(default))]
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
