//! A framework whose checks have passed. Nothing else in the core looks at the file again.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The index of a level in [`Framework::levels`], lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LevelIndex(pub usize);

/// The index of a competency in [`Framework::competencies`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CompetencyIndex(pub usize);

/// The index of an indicator in [`Framework::indicators`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IndicatorIndex(pub usize);

/// One step of one competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StepRef {
    /// The competency.
    pub competency: CompetencyIndex,
    /// The step within it, from 0 for the lowest.
    pub step: usize,
}

/// A published set of competencies with levels and statements. It exists only after its checks passed.
///
/// It is serialized for one purpose: the build packs the checked framework for the widget of the same build.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    /// The framework's name in addresses and links.
    pub id: String,
    /// Goes up by one whenever the published content changes. If the framework is not pinned, a checksum of its texts.
    pub revision: usize,
    /// `true` if the file has every id and slot, so that links stay valid when a text changes.
    pub is_pinned: bool,
    /// The name that readers see.
    pub title: String,
    /// The language of the texts, as a BCP 47 tag.
    pub language: String,
    /// The source behind the framework, as far as it names itself; `None` if the framework has no other source.
    pub source: Option<Source>,
    /// The author of the statements' wording.
    pub wording: Wording,
    /// A sentence or two about the subject of the framework; empty if there is none.
    pub summary: String,
    /// The origin of the summary.
    pub summary_origin: TextOrigin,
    /// The limits of the framework, shown beside every result.
    pub caveats: Vec<Caveat>,
    /// The rule by which the framework reads its answers.
    pub level_rule: LevelRule,
    /// The levels, lowest first; some may only be named by the source.
    pub levels: Vec<Level>,
    /// At least three competencies, in the order in which they are asked and drawn.
    pub competencies: Vec<Competency>,
    /// Every statement, by competency, then step, then the order in which they are asked.
    pub indicators: Vec<Indicator>,
    /// Every step, by competency, lowest first. Only the reader of framework files creates a framework.
    pub(crate) steps: Vec<StepRef>,
    /// Zero to three questions about the work.
    pub situation: Vec<SituationQuestion>,
    /// Advice for growth.
    pub advice: Vec<Advice>,
}

/// One place on the framework's scale.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Unique among the levels.
    pub id: String,
    /// The level's name in the source.
    pub name: String,
    /// Other names of the level, each with its owner.
    pub aliases: Vec<Alias>,
    /// The level in one sentence; empty if there is none.
    pub summary: String,
    /// The origin of the summary.
    pub summary_origin: TextOrigin,
    /// The target profile: the steps expected in each competency, in framework order; `None` if the source only names
    /// the level.
    pub profile: Option<Vec<usize>>,
    /// Parts of the source's description of the level that nobody is rated on.
    pub context: Vec<Context>,
}

/// Something a person can be good at.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Competency {
    /// Unique among the competencies.
    pub id: String,
    /// The competency's name.
    pub name: String,
    /// A name for the radar, at most 18 characters if the author shortened it.
    pub label: String,
    /// A sentence about being good at it; empty if there is none.
    pub summary: String,
    /// The origin of the summary.
    pub summary_origin: TextOrigin,
    /// The source's area, if one has several competencies.
    pub group: Option<String>,
    /// The author of the grouping.
    pub grouping: Grouping,
    /// Says if each step includes the ones below it.
    pub cumulative: Cumulative,
    /// The way of answering.
    pub answer: AnswerKind,
    /// At least one step, lowest first.
    pub steps: Vec<Step>,
}

/// One rung of a competency.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The level that the step belongs to.
    pub level: LevelIndex,
    /// The step's own name; `None` if it is called by its level.
    pub name: Option<String>,
    /// Texts to read and not to rate.
    pub read: Vec<String>,
    /// The change from the step below.
    pub change: Option<String>,
    /// The origin of the change.
    pub change_origin: TextOrigin,
    /// The statements, as indices into [`Framework::indicators`]; at least one of them is expected.
    pub indicators: Range<usize>,
}

/// One observable behavior: the thing a person rates.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Unique in the framework.
    pub id: String,
    /// The position of its answer in a share link.
    pub slot: usize,
    /// The behavior, in the first person.
    pub text: String,
    /// Examples of the behavior.
    pub examples: Vec<String>,
    /// The weight that the source gives it: expected or optional.
    pub weight: Weight,
    /// The origin of the weight.
    pub weight_origin: TextOrigin,
    /// `true` if the company grants it.
    pub granted: bool,
    /// The career path that it belongs to; `None` for both.
    pub path: Option<CareerPath>,
    /// The passage of the source that says it; empty if the author names none.
    pub source: String,
    /// The step that contains it.
    pub step: StepRef,
}

/// A question about the work. It never raises or lowers a level.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct SituationQuestion {
    /// Unique among the questions.
    pub id: String,
    /// The subject of the question.
    pub kind: SituationKind,
    /// The question.
    pub text: String,
    /// The origin of the question.
    pub origin: TextOrigin,
    /// The answers to choose from.
    pub options: Vec<SituationOption>,
}

/// One answer to a situation question.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct SituationOption {
    /// Unique within its question.
    pub id: String,
    /// Its number in a share link, unique among the options of all questions.
    pub slot: usize,
    /// The answer in words.
    pub text: String,
    /// The level that it points to.
    pub level: Option<LevelIndex>,
    /// The growth that it asks for.
    pub wants: Option<AdviceKind>,
    /// The career path that it chooses.
    pub path: Option<CareerPath>,
}

/// Advice for growth.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Advice {
    /// The level held; `None` is below the first.
    pub from: Option<LevelIndex>,
    /// The level aimed at; with a competency, the level of the step that the advice is for.
    pub to: LevelIndex,
    /// The kind of growth: within the level, or across to the next.
    pub kind: AdviceKind,
    /// The competency it is about; `None` for all.
    pub competency: Option<CompetencyIndex>,
    /// The situation answer it is for, as indices of the question and its option; `None` for everybody.
    pub when: Option<(usize, usize)>,
    /// The statements that it recommends; empty if it recommends none in particular.
    pub about: Vec<IndicatorIndex>,
    /// The advice, to the reader.
    pub text: String,
    /// `true` if the author gives it; otherwise it is derived, and marked as ours.
    pub stated: bool,
}

/// The article behind a framework. A field is `null` if the source does not say.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Source {
    /// The article's title.
    pub title: String,
    /// The author as named in the source.
    pub author: Option<String>,
    /// The publication as named in the source.
    pub publication: Option<String>,
    /// The date of publication, as `2022-11-25`.
    pub published: Option<String>,
    /// One plain sentence about the attribution, where it needs one.
    pub note: Option<String>,
}

/// A limit of the framework.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Caveat {
    /// The limit, in a sentence.
    pub text: String,
    /// `true` if the author says so; otherwise it is ours.
    pub stated: bool,
    /// `true` for the main limit, which is shown beside every headline.
    pub lead: bool,
}

/// The rule that turns answers into a level.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LevelRule {
    /// The rule, one of those in `docs/scoring.md`.
    pub kind: RuleKind,
    /// `true` if the rule is the author's, `false` if it is ours.
    pub stated: bool,
    /// The rule in the reader's words.
    pub text: String,
}

/// Another name of a level.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Alias {
    /// The company or person that uses the name.
    pub owner: String,
    /// The name.
    pub name: String,
}

/// A condition or description: shown, never rated.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Context {
    /// `condition` for something that holds at the level, `description` for a description of it.
    pub strength: ContextStrength,
    /// The condition or description, in a sentence.
    pub text: String,
    /// The passage of the source that says it.
    pub source: String,
}

/// The rules that turn answers into a level; `docs/scoring.md` explains each with its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RuleKind {
    /// A level is reached if its whole profile and all lower levels are.
    Conjunctive,
    /// Like conjunctive, but the competencies are the result and the level is our roll-up.
    PerCompetency,
    /// Each difference is shown at one of two levels; together they give a lean.
    Contrast,
    /// The level is the job a person has, complete or with the missing part named.
    Stages,
}

/// The kind of a level's context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ContextStrength {
    /// Something that holds at the level.
    Condition,
    /// A description of the level in the source.
    Description,
}

/// The author of the statements' wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Wording {
    /// The author of the source.
    Source,
    /// This project, which puts an article into statements.
    Project,
}

/// The origin of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TextOrigin {
    /// The author of the source says it.
    Stated,
    /// The author of the file derived it from the source. It is marked wherever it is shown.
    Derived,
}

/// The author of a competency's grouping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Grouping {
    /// The author's.
    Source,
    /// Ours, which is stated on screen.
    Project,
}

/// The relation of a competency's steps: each may include the ones below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Cumulative {
    /// The author says so.
    Stated,
    /// The author implies it; we assume it.
    Assumed,
    /// The author does not say so.
    No,
}

/// The way of answering the statements of a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AnswerKind {
    /// Every statement is rated.
    Rate,
    /// Each step is one description. The person chooses the one that fits.
    Choose,
}

/// The weight of a statement. Only an expected one can keep a person from a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Weight {
    /// The author expects it.
    Expected,
    /// The author hedges: shown, never blocking.
    Optional,
}

/// The subject of a situation question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SituationKind {
    /// The work that the person gets.
    Work,
    /// The title the person has now.
    Title,
    /// The promotion the person wants next.
    Next,
    /// People management or senior individual contributor.
    Path,
}

/// The two ways on from a senior role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CareerPath {
    /// Managing people.
    PeopleManagement,
    /// Product work as an individual.
    Individual,
}

/// The kind of growth that advice is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AdviceKind {
    /// Growth within the current level.
    Within,
    /// Growth to the next level.
    Across,
}

impl Framework {
    /// Returns the level at an index.
    #[must_use]
    pub fn level(&self, level: LevelIndex) -> &Level {
        &self.levels[level.0]
    }

    /// Returns the competency at an index.
    #[must_use]
    pub fn competency(&self, competency: CompetencyIndex) -> &Competency {
        &self.competencies[competency.0]
    }

    /// Returns the step at an index.
    #[must_use]
    pub fn step(&self, step: StepRef) -> &Step {
        &self.competencies[step.competency.0].steps[step.step]
    }

    /// Returns the statement at an index.
    #[must_use]
    pub fn indicator(&self, indicator: IndicatorIndex) -> &Indicator {
        &self.indicators[indicator.0]
    }

    /// Returns the limit that is shown beside every headline, if one is marked as such.
    #[must_use]
    pub fn lead_caveat(&self) -> Option<&Caveat> {
        self.caveats.iter().find(|caveat| caveat.lead)
    }

    /// Returns the statement with this id.
    #[must_use]
    pub fn find_indicator(&self, id: &str) -> Option<IndicatorIndex> {
        self.indicators.iter().position(|indicator| indicator.id == id).map(IndicatorIndex)
    }

    /// Returns the index of every competency, in framework order.
    pub fn competency_indices(&self) -> impl DoubleEndedIterator<Item = CompetencyIndex> + use<> {
        (0..self.competencies.len()).map(CompetencyIndex)
    }

    /// Returns every step, by competency, lowest first.
    #[must_use]
    pub fn steps(&self) -> &[StepRef] {
        &self.steps
    }

    /// Returns the steps that have a card of their own, by competency, lowest first. A competency in which the person
    /// chooses a description has one card for all its steps, that of its lowest one.
    #[must_use]
    pub fn cards(&self) -> Vec<StepRef> {
        let has_card = |step: &StepRef| step.step == 0 || self.competency(step.competency).answer == AnswerKind::Rate;
        self.steps.iter().copied().filter(has_card).collect()
    }

    /// Returns the steps that belong to a level, in framework order.
    #[must_use]
    pub fn steps_at(&self, level: LevelIndex) -> Vec<StepRef> {
        self.steps.iter().copied().filter(|&step| self.step(step).level == level).collect()
    }

    /// Returns the steps of one competency, lowest first.
    #[must_use]
    pub fn steps_of(&self, competency: CompetencyIndex) -> &[StepRef] {
        let start = self.steps.partition_point(|step| step.competency < competency);
        &self.steps[start..start + self.competency(competency).steps.len()]
    }

    /// Returns the statements of a step, in the order in which they are asked.
    pub fn indicators_of(&self, step: StepRef) -> impl Iterator<Item = IndicatorIndex> + use<> {
        self.step(step).indicators.clone().map(IndicatorIndex)
    }

    /// Returns the expected statements of some steps, in the order of the steps. Only these can keep a person from a
    /// level.
    #[must_use]
    pub fn expected_of(&self, steps: &[StepRef]) -> Vec<IndicatorIndex> {
        let mut expected = Vec::new();
        for &step in steps {
            expected.extend(self.indicators_of(step).filter(|&each| self.indicator(each).weight == Weight::Expected));
        }
        expected
    }

    /// Returns the levels that the source describes, lowest first.
    #[must_use]
    pub fn described_levels(&self) -> Vec<LevelIndex> {
        (0..self.levels.len()).filter(|&index| self.levels[index].profile.is_some()).map(LevelIndex).collect()
    }

    /// Returns the described level after a level, or the first one for `None`.
    #[must_use]
    pub fn level_after(&self, level: Option<LevelIndex>) -> Option<LevelIndex> {
        self.described_levels().into_iter().find(|&index| Some(index) > level)
    }

    /// Returns the described level before a level; `None` for the first.
    #[must_use]
    pub fn level_before(&self, level: LevelIndex) -> Option<LevelIndex> {
        self.described_levels().into_iter().rfind(|&index| index < level)
    }

    /// Returns the expected statements of the steps that belong to a level, in framework order.
    #[must_use]
    pub fn own_statements(&self, level: LevelIndex) -> Vec<IndicatorIndex> {
        self.expected_of(&self.steps_at(level))
    }

    /// Returns the most steps that any level up to this one expects in each competency. Profiles do not always grow.
    #[must_use]
    pub fn profile_up_to(&self, level: LevelIndex) -> Vec<usize> {
        let mut most = vec![0; self.competencies.len()];
        for each in self.described_levels().into_iter().take_while(|&each| each <= level) {
            for (most, &steps) in most.iter_mut().zip(self.profile(each)) {
                *most = steps.max(*most);
            }
        }
        most
    }

    /// Returns the described levels if every competency has one step for each of them, so that the rings of a radar can
    /// represent levels.
    #[must_use]
    pub fn ring_levels(&self) -> Option<Vec<LevelIndex>> {
        let levels = self.described_levels();
        let has_all = |steps: &[Step]| steps.iter().map(|step| step.level).eq(levels.iter().copied());
        self.competencies.iter().all(|competency| has_all(&competency.steps)).then_some(levels)
    }

    /// Returns the target profile of a level: the steps expected in each competency; empty if the source only names the
    /// level.
    #[must_use]
    pub fn profile(&self, level: LevelIndex) -> &[usize] {
        self.level(level).profile.as_deref().unwrap_or_default()
    }
}
