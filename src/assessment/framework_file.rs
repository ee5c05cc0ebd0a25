//! The framework file as it stands in JSON, format 1. `docs/framework-file.md` explains it to authors.
//!
//! Only the shape lives here: one list of types gives the readers, which note every fault with its place and go on, and
//! with the `schema` feature the JSON Schema. [`Framework::read`](super::framework::Framework::read) checks the meaning.

use super::json::Value;
use super::problems::{List, Place, Problems};

/// The newest format of the framework file that this crate reads.
pub const FORMAT: usize = 1;

/// A part of the file.
pub trait Part: Sized {
    /// The part in a value. Each fault is noted, and something harmless stands in for what cannot be read.
    fn read(value: &Value, place: Place, problems: &mut Problems) -> Self;

    /// What stands in for a part that is not there, noted where it must be.
    fn missing(place: Place, problems: &mut Problems) -> Self {
        problems.note(place, "is missing");
        Self::read(&Value::Null, place, &mut Problems::default())
    }
}

/// Notes that a value is of another kind than expected.
fn note_kind(value: &Value, expected: &str, place: Place, problems: &mut Problems) {
    problems.note(place, format_args!("is {}, {expected} was expected", value.kind()));
}

impl Part for String {
    fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
        match value.text() {
            Some(text) if text.trim().is_empty() => problems.note(place, "is empty"),
            Some(_) => {}
            None => note_kind(value, "a text", place, problems),
        }
        value.text().unwrap_or_default().to_owned()
    }
}

impl Part for usize {
    fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
        value.whole().unwrap_or_else(|| {
            note_kind(value, "a whole number from 0", place, problems);
            0
        })
    }
}

impl Part for bool {
    fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
        if let Value::Bool(value) = value {
            return *value;
        }
        note_kind(value, "true or false", place, problems);
        false
    }
}

impl<T: Part> Part for Option<T> {
    fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
        (*value != Value::Null).then(|| T::read(value, place, problems))
    }

    fn missing(_: Place, _: &mut Problems) -> Self {
        None
    }
}

impl<T: Part> Part for Vec<T> {
    fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
        if !matches!(value, Value::List(_)) {
            note_kind(value, "a list", place, problems);
        }
        let items = value.items().iter().enumerate();
        items.map(|(index, item)| T::read(item, Place::Item(&place, index), problems)).collect()
    }
}

/// For each competency the number of steps, by its id.
#[derive(Debug, Default, PartialEq)]
pub struct Profile(pub Vec<(String, usize)>);

impl Part for Profile {
    fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
        if !matches!(value, Value::Object(_)) {
            note_kind(value, "an object", place, problems);
        }
        let entry =
            |(id, steps): &(String, Value)| (id.clone(), usize::read(steps, Place::Entry(&place, id), problems));
        Self(value.entries().iter().map(entry).collect())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Profile {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Profile".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, usize>::json_schema(generator)
    }
}

/// Notes an entry that the format does not know; names that begin with `$` are for editors.
pub(super) fn note_unknown(value: &Value, known: &[&str], place: Place, problems: &mut Problems) {
    if !matches!(value, Value::Object(_)) {
        note_kind(value, "an object", place, problems);
    }
    for (key, _) in value.entries() {
        if !known.contains(&key.as_str()) && !key.starts_with('$') {
            problems.note(Place::Entry(&place, key), "is not part of the format");
        }
    }
}

/// Structs that are objects of the file, each with its reader.
macro_rules! objects {
    ($($(#[$about:meta])* pub struct $name:ident { $($(#[$field_about:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Debug, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name { $($(#[$field_about])* pub $field: $type,)* }

        impl Part for $name {
            fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
                note_unknown(value, &[$(stringify!($field)),*], place, problems);
                Self { $($field: read_entry(value, stringify!($field), place, problems),)* }
            }
        }
    )*};
}

pub(super) fn read_entry<T: Part>(value: &Value, key: &str, place: Place, problems: &mut Problems) -> T {
    let place = Place::Entry(&place, key);
    match value.get(key) {
        Some(entry) => T::read(entry, place, problems),
        None => T::missing(place, problems),
    }
}

/// Enums that are words of the file, each with its reader. An unknown word is noted, and the first stands in for it.
macro_rules! words {
    ($($(#[$about:meta])* pub enum $name:ident { $($(#[$word_about:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$word_about])* #[cfg_attr(feature = "schema", schemars(rename = $word))] $variant,)* }

        impl $name {
            /// The word in the file.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl Part for $name {
            fn read(value: &Value, place: Place, problems: &mut Problems) -> Self {
                const WORDS: &[&str] = &[$($word),*];
                const VARIANTS: &[$name] = &[$($name::$variant),*];
                VARIANTS[read_word(value, WORDS, place, problems)]
            }
        }
    )*};
}

pub(super) use {objects, words};

/// The place of a word in its list; 0 for any other, which is noted.
pub(super) fn read_word(value: &Value, words: &[&str], place: Place, problems: &mut Problems) -> usize {
    let found = words.iter().position(|word| value.text() == Some(word));
    found.unwrap_or_else(|| {
        match value.text() {
            Some(text) => problems.note(place, format_args!("“{text}” is none of {}", List(words))),
            None => problems.note(place, format_args!("is {}, {} was expected", value.kind(), List(words))),
        }
        0
    })
}

objects! {
    /// One framework: its source, levels, competencies with their statements, situation questions and advice.
    pub struct FrameworkFile {
        /// The format of the file: 1.
        pub format: usize,
        /// The framework's name in addresses and links; small letters, digits and hyphens. Never changes.
        pub id: String,
        /// Goes up by one whenever the published content changes.
        pub revision: usize,
        /// The name that readers see.
        pub title: String,
        /// What the source says of itself.
        pub source: Source,
        /// What the framework looks at, in a sentence or two.
        pub summary: String,
        /// The limits of the framework, shown beside every result.
        pub caveats: Vec<Caveat>,
        /// How the framework reads its answers.
        pub level_rule: LevelRule,
        /// The levels, lowest first.
        pub levels: Vec<LevelFile>,
        /// The competencies, in the order in which they are asked and drawn; at least three.
        pub competencies: Vec<CompetencyFile>,
        /// Zero to three questions about the work. They never raise or lower a level.
        pub situation: Vec<SituationFile>,
        /// What to do to grow, from the author (`stated`) or drawn from the source by us.
        pub advice: Vec<AdviceFile>,
    }

    /// The article behind a framework; `null` where the source does not say.
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
    pub struct Caveat {
        /// The limit, in a sentence.
        pub text: String,
        /// Whether the author says so; else it is ours.
        pub stated: bool,
    }

    /// How answers become a level.
    pub struct LevelRule {
        /// Which of the rules in `docs/scoring.md`.
        pub kind: RuleKind,
        /// Whether the rule is the author's; else it is ours.
        pub stated: bool,
        /// The rule in the reader's words.
        pub text: String,
    }

    /// One place on the framework's scale.
    pub struct LevelFile {
        /// Unique among the levels.
        pub id: String,
        /// The level's name in the source.
        pub name: String,
        /// Other names of the level, each with its owner.
        pub aliases: Vec<Alias>,
        /// The level in one sentence.
        pub summary: String,
        /// Whether the source describes the level; else it only names it, and the profile is empty.
        pub described: bool,
        /// The target profile: for each competency the number of steps that the level expects.
        pub profile: Profile,
        /// What the source says of the level that nobody is rated on.
        pub context: Vec<Context>,
    }

    /// Another name of a level.
    pub struct Alias {
        /// Who uses the name.
        pub owner: String,
        /// The name.
        pub name: String,
    }

    /// A condition or description: shown, never rated.
    pub struct Context {
        /// Whether it holds under the level (condition) or tells about it (description).
        pub strength: ContextStrength,
        /// The condition or description, in a sentence.
        pub text: String,
        /// Where in the source it stands.
        pub source: String,
    }

    /// Something a person can be good at.
    pub struct CompetencyFile {
        /// Unique among the competencies.
        pub id: String,
        /// The competency's name.
        pub name: String,
        /// A shorter name for the radar, at most 18 characters.
        pub label: String,
        /// What being good at it means, in a sentence.
        pub summary: String,
        /// The source's area, where one was split into several competencies.
        pub group: Option<String>,
        /// Whether the author or this project put these statements together.
        pub grouping: Grouping,
        /// Whether each step includes the ones below it.
        pub cumulative: Cumulative,
        /// The steps, lowest first.
        pub steps: Vec<StepFile>,
    }

    /// One rung of a competency.
    pub struct StepFile {
        /// The level that the step belongs to.
        pub level: String,
        /// What changes from the step held before; `null` only at the lowest described level.
        pub change: Option<String>,
        /// The statements, in the order in which they are asked.
        pub indicators: Vec<IndicatorFile>,
    }

    /// One observable behaviour.
    pub struct IndicatorFile {
        /// Unique in the whole file. Never changes.
        pub id: String,
        /// The place of the answer in a share link. Unique, and never used again for another statement.
        pub slot: usize,
        /// The behaviour, in the first person.
        pub text: String,
        /// Whether the source expects it or hedges.
        pub weight: Weight,
        /// Whether the company grants it, so that it is no skill of the person.
        pub granted: bool,
        /// Where in the source it stands.
        pub source: String,
    }

    /// A question about the work.
    pub struct SituationFile {
        /// Unique among the situation questions.
        pub id: String,
        /// What the question is about.
        pub kind: SituationKind,
        /// The question.
        pub text: String,
        /// The answers to choose from, two to six.
        pub options: Vec<OptionFile>,
    }

    /// One answer to a situation question.
    pub struct OptionFile {
        /// Unique within its question.
        pub id: String,
        /// The answer's mark in a share link, from 0 to 63; never used again, even when the answer is gone.
        pub slot: usize,
        /// The answer in words.
        pub text: String,
        /// The level that the answer points to, if any.
        pub level: Option<String>,
        /// Whether the answer asks for growth within the level or across to the next, if either.
        pub wants: Option<AdviceKind>,
    }

    /// What to do to grow.
    pub struct AdviceFile {
        /// Unique among the advice.
        pub id: String,
        /// The level held; `null` is below the first.
        pub from: Option<String>,
        /// The level aimed at; the same as `from` for advice within a level.
        pub to: String,
        /// Whether it helps within the level or across to the next.
        pub kind: AdviceKind,
        /// The competency it is about; `null` for all of them.
        pub competency: Option<String>,
        /// The situation answer that it is for; `null` for everybody.
        pub when: Option<WhenFile>,
        /// The advice, to the reader.
        pub text: String,
        /// Whether the author gives it; else it is derived, and marked as ours.
        pub stated: bool,
        /// Where in the source it stands.
        pub source: Option<String>,
    }

    /// A situation answer.
    pub struct WhenFile {
        /// The situation question.
        pub question: String,
        /// Its option.
        pub option: String,
    }
}

words! {
    /// The rules by which answers become a level; `docs/scoring.md` explains each with its source.
    pub enum RuleKind {
        /// A level is reached when its whole profile and all lower levels are.
        Conjunctive = "conjunctive",
        /// As conjunctive, but the competencies are the result and the level is our roll-up.
        PerCompetency = "per_competency",
        /// Which differences are shown at which of two levels, and a lean.
        Contrast = "contrast",
        /// The level is the job one has, complete or with the missing part named.
        Stages = "stages",
    }

    /// What a level's context is.
    pub enum ContextStrength {
        /// Something that holds at the level.
        Condition = "condition",
        /// Something that the source tells about it.
        Description = "description",
    }

    /// Whose grouping a competency is.
    pub enum Grouping {
        /// The author's.
        Source = "source",
        /// Ours, said so on screen.
        Project = "project",
    }

    /// Whether each step of a competency includes the ones below it.
    pub enum Cumulative {
        /// The author says so.
        Stated = "stated",
        /// The author implies it; we assume it.
        Assumed = "assumed",
        /// The author does not say so.
        No = "no",
    }

    /// Whether a statement can stand between a person and a level.
    pub enum Weight {
        /// The author expects it.
        Expected = "expected",
        /// The author hedges: shown, never blocking.
        Optional = "optional",
    }

    /// What a situation question is about.
    pub enum SituationKind {
        /// The work that reaches the person.
        Work = "work",
        /// The title the person has now.
        Title = "title",
        /// The promotion the person wants next.
        Next = "next",
        /// People management or senior individual contributor.
        Path = "path",
    }

    /// The kind of growth that advice is for.
    pub enum AdviceKind {
        /// Better at the level one has.
        Within = "within",
        /// To the next level.
        Across = "across",
    }
}
