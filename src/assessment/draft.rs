//! Answers and place in the journey <-> the text that a tab keeps, format 1.

use super::answers::{Answers, Subject};
use super::answers_file;
use super::framework::{CompetencyIndex, Framework, StepRef};
use super::json::{self, JsonError, Value};
use super::problems::{Place as FilePlace, Problems};

/// The newest format of a draft that can be read.
const FORMAT: usize = 1;

/// Everything that a reload must bring back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What the person said so far.
    pub answers: Answers,
    /// The cards shown so far, in the order in which they were shown.
    pub shown: Vec<StepRef>,
    /// Where the person was.
    pub place: Place,
}

/// Where in the journey a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The start screen.
    Start,
    /// The situation questions.
    Situation,
    /// The card of a step, on the way through.
    Card(StepRef),
    /// The card of a step, opened from the result to change it.
    Review(StepRef),
    /// The result.
    Result,
}

/// Why the text of a draft cannot be read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// Not JSON.
    #[error("the text is not a draft: {0}")]
    Unreadable(#[from] JsonError),
    /// JSON, but of something else.
    #[error("the text is not a draft: it has no format")]
    NoFormat,
    /// A result file of another framework.
    #[error("the file is a result in another framework")]
    OtherFramework,
    /// Made by a later version of this page.
    #[error("draft format {found} is newer than {FORMAT}, the newest that can be read")]
    NewerFormat {
        /// The draft's format.
        found: usize,
    },
}

/// Where the tab keeps a draft. The first number goes up with a format that old pages cannot read; the last keeps several
/// assessments with one framework on one page apart. Answers about somebody else never meet one's own.
#[must_use]
pub fn key(framework: &str, subject: Subject, twins: usize) -> String {
    let whose = match subject {
        Subject::Oneself => "",
        Subject::Another => "second-view.",
    };
    format!("next-rung.draft.1.{framework}.{whose}{twins}")
}

/// The draft as text.
#[must_use]
pub fn encode(framework: &Framework, draft: &Draft) -> String {
    write(framework, draft).to_string()
}

/// The draft as a value. A result file has the same entries beside those of the report.
#[must_use]
pub fn write(framework: &Framework, draft: &Draft) -> Value {
    let step = |step: StepRef| {
        let id = framework.competency(step.competency).id.as_str();
        Value::List(vec![id.into(), step.step.into()])
    };
    let notes = framework.competency_indices().filter_map(|competency| {
        let note = draft.answers.note(competency);
        (!note.is_empty()).then(|| (framework.competency(competency).id.clone(), note.into()))
    });
    let (screen, card) = match draft.place {
        Place::Start => ("start", None),
        Place::Situation => ("situation", None),
        Place::Card(card) => ("card", Some(card)),
        Place::Review(card) => ("review", Some(card)),
        Place::Result => ("result", None),
    };
    Value::object([
        ("format", FORMAT.into()),
        ("screen", screen.into()),
        ("card", card.map(step).into()),
        ("shown", Value::list(draft.shown.iter().copied().map(step))),
        ("answers", answers_file::write(framework, &draft.answers)),
        // A result file has `notes` of the report beside these.
        ("private_notes", Value::Object(notes.collect())),
    ])
}

/// The draft in a text or in a result file, and how many of its entries say nothing about the framework as it is now.
///
/// # Errors
/// Text that is not a draft, or one of a newer format.
pub fn decode(framework: &Framework, text: &str) -> Result<(Draft, usize), DraftError> {
    let file = json::parse(text)?;
    let entry = |key: &str| file.get(key).unwrap_or(&Value::Null);
    let found = entry("format").whole().ok_or(DraftError::NoFormat)?;
    if found > FORMAT {
        return Err(DraftError::NewerFormat { found });
    }
    if entry("framework").text().is_some_and(|id| id != framework.id) {
        return Err(DraftError::OtherFramework);
    }
    let mut problems = Problems::default();
    let mut answers = answers_file::read(framework, entry("answers"), &mut problems);
    // Under the first name stand those of older drafts; in a result file a list of remarks, which is no object.
    for (id, note) in entry("notes").entries().iter().chain(entry("private_notes").entries()) {
        match (framework.competencies.iter().position(|competency| competency.id == *id), note.text()) {
            (Some(competency), Some(text)) => answers.write_note(CompetencyIndex(competency), text.to_owned()),
            _ => problems.note(FilePlace::Entry(&FilePlace::File, id), "there is no such competency"),
        }
    }
    let card = find_step(framework, entry("card"));
    let place = match (entry("screen").text().unwrap_or_default(), card) {
        ("result", _) | ("review", None) => Place::Result,
        ("review", Some(card)) => Place::Review(card),
        ("card", Some(card)) => Place::Card(card),
        ("situation", _) | ("card", None) => Place::Situation,
        _ => Place::Start,
    };
    let mut shown = Vec::new();
    for step in entry("shown").items().iter().filter_map(|step| find_step(framework, step)) {
        // A card that stands there twice would lead round in a circle.
        if !shown.contains(&step) {
            shown.push(step);
        }
    }
    Ok((Draft { answers, shown, place }, problems.0.len()))
}

/// The step in a list of its competency and its number; `None` where the framework no longer has it.
fn find_step(framework: &Framework, value: &Value) -> Option<StepRef> {
    let [id, step] = value.items() else { return None };
    let competency = framework.competencies.iter().position(|competency| id.text() == Some(&competency.id))?;
    let step = StepRef { competency: CompetencyIndex(competency), step: step.whole()? };
    (step.step < framework.competency(step.competency).steps.len()).then_some(step)
}
