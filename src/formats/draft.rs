//! Answers and the screen of the journey, as stored for a tab and in a result file, format 1.

use serde::{Deserialize, Serialize};

use super::answers_file::{self, AnswersFile};
use super::entries::{self, Entries};
use super::{Document, format_of};
use crate::assessment::answers::{Answers, Subject};
use crate::assessment::framework::{CompetencyIndex, Framework, StepRef};

/// The newest format of a draft that can be read.
const FORMAT: u64 = 1;

/// Everything that a reload must restore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The answers so far.
    pub answers: Answers,
    /// The cards shown so far, in the order in which they were shown.
    pub shown: Vec<StepRef>,
    /// The screen that the person was on.
    pub screen: Screen,
}

/// A screen of the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The start screen.
    Start,
    /// The situation questions.
    Situation,
    /// The card of a step, in the course of the assessment.
    Card(StepRef),
    /// The card of a step, opened from the result to change it.
    Review(StepRef),
    /// The result.
    Result,
}

/// A draft as JSON. A result file contains the same entries in addition to those of the report.
#[derive(Debug, Serialize, Deserialize)]
pub struct DraftFile {
    format: u64,
    /// The id of the framework; only in a result file, where the report contains it.
    #[serde(default, skip_serializing)]
    framework: Option<String>,
    /// `start`, `situation`, `card`, `review` or `result`.
    #[serde(default)]
    screen: String,
    /// The step of the card on screen.
    #[serde(default)]
    card: Option<StepId>,
    #[serde(default)]
    shown: Vec<StepId>,
    #[serde(default)]
    answers: AnswersFile,
    /// The private note of each competency that has one.
    #[serde(default)]
    private_notes: Entries,
    /// The private notes in drafts made before result files had remarks under this name.
    #[serde(default, skip_serializing, deserialize_with = "entries::unless_list")]
    notes: Entries,
}

/// A step by the id of its competency and its index there, from 0.
type StepId = (String, usize);

/// The reason why a document cannot be read as a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// Something other than a draft.
    #[error("the text is not a draft")]
    Unreadable,
    /// A result file of another framework.
    #[error("the file is a result in another framework")]
    OtherFramework,
    /// Made by a later version of this page.
    #[error("draft format {found} is newer than {FORMAT}, the newest that can be read")]
    NewerFormat {
        /// The draft's format.
        found: u64,
    },
}

/// Returns the key under which a draft is stored for the tab. The first number increases with each format that old pages
/// cannot read. The last number separates several assessments with one framework on one page. Answers about somebody
/// else have a key of their own.
#[must_use]
pub fn key(framework: &str, subject: Subject, twins: usize) -> String {
    let whose = match subject {
        Subject::Oneself => "",
        Subject::Another => "second-view.",
    };
    format!("next-rung.draft.1.{framework}.{whose}{twins}")
}

/// Converts the draft to a file.
#[must_use]
pub fn write(framework: &Framework, draft: &Draft) -> DraftFile {
    let step_id = |step: StepRef| (framework.competency(step.competency).id.clone(), step.step);
    let notes = framework.competency_indices().filter_map(|competency| {
        let note = draft.answers.note(competency);
        (!note.is_empty()).then(|| (framework.competency(competency).id.clone(), note.to_owned()))
    });
    let (screen, card) = match draft.screen {
        Screen::Start => ("start", None),
        Screen::Situation => ("situation", None),
        Screen::Card(card) => ("card", Some(card)),
        Screen::Review(card) => ("review", Some(card)),
        Screen::Result => ("result", None),
    };
    DraftFile {
        format: FORMAT,
        framework: None,
        screen: screen.to_owned(),
        card: card.map(step_id),
        shown: draft.shown.iter().copied().map(step_id).collect(),
        answers: answers_file::write(framework, &draft.answers),
        private_notes: Entries(notes.collect()),
        notes: Entries::default(),
    }
}

/// Reads the draft in a document, which may be a result file, and returns it with the number of entries that do not
/// match the current framework.
///
/// # Errors
/// The document is not a draft of this framework, or has a newer format.
pub fn read(framework: &Framework, document: &impl Document) -> Result<(Draft, usize), DraftError> {
    if let Some(found) = format_of(document).filter(|&found| found > FORMAT) {
        return Err(DraftError::NewerFormat { found });
    }
    let file: DraftFile = document.read().ok_or(DraftError::Unreadable)?;
    if file.framework.is_some_and(|id| id != framework.id) {
        return Err(DraftError::OtherFramework);
    }
    let (mut answers, unknown) = answers_file::read(framework, &file.answers);
    let mut dropped = unknown.len();
    for (id, note) in file.notes.0.into_iter().chain(file.private_notes.0) {
        match framework.competencies.iter().position(|competency| competency.id == id) {
            Some(competency) => answers.write_note(CompetencyIndex(competency), note),
            None => dropped += 1,
        }
    }
    let card = file.card.and_then(|card| find_step(framework, &card));
    let screen = match (file.screen.as_str(), card) {
        ("result", _) | ("review", None) => Screen::Result,
        ("review", Some(card)) => Screen::Review(card),
        ("card", Some(card)) => Screen::Card(card),
        ("situation", _) | ("card", None) => Screen::Situation,
        _ => Screen::Start,
    };
    let mut shown = Vec::new();
    for step in file.shown.iter().filter_map(|step| find_step(framework, step)) {
        // A card that is listed twice would lead to an endless loop.
        if !shown.contains(&step) {
            shown.push(step);
        }
    }
    Ok((Draft { answers, shown, screen }, dropped))
}

/// Returns the step with an id; `None` if the framework no longer has it.
fn find_step(framework: &Framework, (id, step): &StepId) -> Option<StepRef> {
    let competency = framework.competencies.iter().position(|competency| competency.id == *id)?;
    let step = StepRef { competency: CompetencyIndex(competency), step: *step };
    (step.step < framework.competency(step.competency).steps.len()).then_some(step)
}
