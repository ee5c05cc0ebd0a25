//! Helpers that several test files share.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::PathBuf;

use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex, LevelIndex, StepRef, Weight};
use next_rung::assessment::scoring::{Assessment, Bounds, assess};
use next_rung::formats::draft::{self, Draft, DraftError};
use next_rung::formats::framework_file;
use next_rung::formats::history::{self, HistoryError, Remembered};
use next_rung::report::data::ResultFile;
use next_rung::state::{Msg, State, update};
use next_rung::ui::prerendered::{Prerendered, PrerenderedProps};
use serde_json::Value;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{Html, LocalServerRenderer};

/// The small made-up frameworks of `tests/fixtures/frameworks`.
pub const MADE_UP: [&str; 7] = ["ladder", "grid", "contrast", "stages", "loose", "short", "named"];

/// Returns the path of a folder of the project.
pub fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Renders a view as HTML.
pub fn render(content: Html) -> String {
    let renderer = LocalServerRenderer::<Prerendered>::with_props(PrerenderedProps { content }).hydratable(false);
    let runtime = Builder::new_current_thread().build().expect("a runtime on this thread needs nothing");
    LocalSet::new().block_on(&runtime, renderer.render())
}

/// Reads a published framework.
pub fn published(id: &str) -> Framework {
    read(&framework_path(id))
}

/// Reads a small made-up framework of `tests/fixtures/frameworks`.
pub fn made_up(name: &str) -> Framework {
    read(&framework_path(name))
}

/// Reads a framework by its id, published or made up: no id is used for both.
pub fn framework(id: &str) -> Framework {
    read(&framework_path(id))
}

/// Returns every framework, published ones first.
pub fn all_frameworks() -> Vec<Framework> {
    PUBLISHED.into_iter().chain(MADE_UP).map(framework).collect()
}

/// Returns the file of a framework, published or made up.
pub fn framework_text(id: &str) -> String {
    let path = framework_path(id);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns a framework that differs from a file in some values, each with its JSON pointer.
#[track_caller]
pub fn framework_with(id: &str, edits: &[(&str, Value)]) -> Framework {
    let text = file_with(id, edits).to_string();
    framework_file::read(&text).unwrap_or_else(|error| panic!("{id} with {edits:?}:\n{error}"))
}

/// Returns the file of a framework with some values replaced, each with its JSON pointer.
#[track_caller]
pub fn file_with(id: &str, edits: &[(&str, Value)]) -> Value {
    let mut file: Value = serde_json::from_str(&framework_text(id)).expect("the file is JSON");
    for (place, value) in edits {
        *file.pointer_mut(place).unwrap_or_else(|| panic!("{id} has no {place}")) = value.clone();
    }
    file
}

fn framework_path(id: &str) -> PathBuf {
    let home = if MADE_UP.contains(&id) { "tests/fixtures/frameworks" } else { "frameworks" };
    folder(home).join(format!("{id}.json"))
}

fn read(path: &PathBuf) -> Framework {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    framework_file::read(&text).unwrap_or_else(|error| panic!("{}:\n{error}", path.display()))
}

/// Returns the colors of `styles/colors.css`: the name of each, without its hyphens, and its value as written.
pub fn colors() -> Vec<(String, String)> {
    let sheet = std::fs::read_to_string(folder("styles/colors.css")).expect("the colors are there");
    let declarations =
        sheet.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    declarations.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Returns every step, by competency, lowest first.
pub fn steps(framework: &Framework) -> Vec<StepRef> {
    let steps = framework.competencies.iter().enumerate().flat_map(|(competency, each)| {
        (0..each.steps.len()).map(move |step| StepRef { competency: CompetencyIndex(competency), step })
    });
    steps.collect()
}

/// Returns the statements of a step, in the order in which they are asked.
pub fn statements(framework: &Framework, step: StepRef) -> Vec<IndicatorIndex> {
    framework.step(step).indicators.clone().map(IndicatorIndex).collect()
}

/// Returns the levels that the source describes, lowest first.
pub fn described_levels(framework: &Framework) -> Vec<LevelIndex> {
    let levels = framework.levels.iter().enumerate().filter(|(_, level)| level.profile.is_some());
    levels.map(|(index, _)| LevelIndex(index)).collect()
}

/// Reads answers in short form: `"makes-stock:s cuts-evenly:c"`, with c, s, n and r for the four ratings and u for
/// unanswered; later entries win. `@level:x` stands for every expected statement of a level, `knives/2:x` for those of a
/// competency's second step, `knives/*:x` for those of all its steps, `*:x` for every expected statement.
/// `question=option` answers a situation question; `route=short` sets the route.
#[track_caller]
pub fn answers(framework: &Framework, short: &str) -> Answers {
    let mut answers = Answers::none(framework);
    for entry in short.split_whitespace() {
        match entry.split_once('=') {
            Some(("route", route)) => answers.route = Route::from_id(route).expect("it is a route"),
            Some((question, option)) => choose(framework, &mut answers, question, option),
            None => rate(framework, &mut answers, entry),
        }
    }
    answers
}

#[track_caller]
fn choose(framework: &Framework, answers: &mut Answers, question: &str, option: &str) {
    let index = framework.situation.iter().position(|each| each.id == question);
    let index = index.unwrap_or_else(|| panic!("{} has no question {question:?}", framework.id));
    let option_index = framework.situation[index].options.iter().position(|each| each.id == option);
    answers.choose(index, Some(option_index.unwrap_or_else(|| panic!("{question} has no option {option:?}"))));
}

#[track_caller]
fn rate(framework: &Framework, answers: &mut Answers, entry: &str) {
    let (what, letter) = entry.split_once(':').expect("each entry has a colon or an equals sign");
    let rating = match letter {
        "c" => Some(Rating::Consistently),
        "s" => Some(Rating::Sometimes),
        "n" => Some(Rating::NotYet),
        "r" => Some(Rating::NotMyRole),
        "u" => None,
        other => panic!("{other:?} is none of c, s, n, r, u"),
    };
    for indicator in indicators(framework, what) {
        answers.rate(indicator, rating);
    }
}

#[track_caller]
fn indicators(framework: &Framework, what: &str) -> Vec<IndicatorIndex> {
    let all = steps(framework).into_iter();
    let steps: Vec<StepRef> = match (what.strip_prefix('@'), what.split_once('/')) {
        (Some(level), _) => all.filter(|&step| level_of(framework, step) == level).collect(),
        (None, Some((competency, "*"))) => {
            let competency = competency_named(framework, competency);
            all.filter(|step| step.competency == competency).collect()
        }
        (None, Some(_)) => vec![step_named(framework, what)],
        (None, None) if what == "*" => all.collect(),
        (None, None) => {
            let found = framework.find_indicator(what);
            return vec![found.unwrap_or_else(|| panic!("{} has no statement {what:?}", framework.id))];
        }
    };
    assert!(!steps.is_empty(), "{what:?} names no step");
    let statements = steps.into_iter().flat_map(|step| statements(framework, step));
    statements.filter(|&statement| framework.indicator(statement).weight == Weight::Expected).collect()
}

fn level_of(framework: &Framework, step: StepRef) -> &str {
    &framework.level(framework.step(step).level).id
}

#[track_caller]
fn competency_named(framework: &Framework, id: &str) -> CompetencyIndex {
    let competency = framework.competencies.iter().position(|competency| competency.id == id);
    CompetencyIndex(competency.unwrap_or_else(|| panic!("{} has no competency {id:?}", framework.id)))
}

/// Returns the step with a name as in [`step_name`].
#[track_caller]
pub fn step_named(framework: &Framework, name: &str) -> StepRef {
    let (competency, number) = name.split_once('/').expect("a step is a competency, a slash and a number");
    let number: usize = number.parse().expect("a step has a number");
    let step = StepRef { competency: competency_named(framework, competency), step: number - 1 };
    assert!(steps(framework).contains(&step), "{} has no step {name}", framework.id);
    step
}

/// Formats a step as its competency and its number from 1: `knives/2`.
pub fn step_name(framework: &Framework, step: StepRef) -> String {
    format!("{}/{}", framework.competency(step.competency).id, step.step + 1)
}

/// Returns the state after some messages.
pub fn after(state: State, messages: impl IntoIterator<Item = Msg>) -> State {
    messages.into_iter().fold(state, |state, msg| update(&state, msg))
}

/// Returns the result of answers in short form.
#[track_caller]
pub fn result(framework: &Framework, short: &str) -> Assessment {
    assess(framework, &answers(framework, short)).expect("something is answered")
}

/// Returns the id of a level, or `-` for below the first.
pub fn level_id(framework: &Framework, level: Option<LevelIndex>) -> &str {
    level.map_or("-", |level| &framework.level(level).id)
}

/// Formats one level, or the lowest and the highest of a range with dots between.
pub fn level_range(framework: &Framework, level: Bounds<Option<LevelIndex>>) -> String {
    match level.single() {
        Some(single) => level_id(framework, single).to_owned(),
        None => format!("{}..{}", level_id(framework, level.low), level_id(framework, level.high)),
    }
}

/// Returns the ids of some statements, separated by spaces.
pub fn ids(framework: &Framework, indicators: &[IndicatorIndex]) -> String {
    let ids: Vec<_> = indicators.iter().map(|&indicator| framework.indicator(indicator).id.as_str()).collect();
    ids.join(" ")
}

/// Returns every expected statement of the levels up to one, in framework order.
pub fn expected_up_to(framework: &Framework, level: LevelIndex) -> Vec<IndicatorIndex> {
    let all = (0..framework.indicators.len()).map(IndicatorIndex);
    let belongs = |indicator: &IndicatorIndex| {
        let indicator = framework.indicator(*indicator);
        indicator.weight == Weight::Expected && framework.step(indicator.step).level <= level
    };
    all.filter(belongs).collect()
}

/// Reads the draft in a JSON text, as the widget does.
pub fn read_draft(framework: &Framework, text: &str) -> Result<(Draft, usize), DraftError> {
    let document: Value = serde_json::from_str(text).map_err(|_| DraftError::Unreadable)?;
    draft::read(framework, &document)
}

/// Formats a draft as JSON.
pub fn draft_text(framework: &Framework, draft: &Draft) -> String {
    serde_json::to_string(&draft::write(framework, draft)).expect("a draft is JSON")
}

/// Reads the remembered results in a JSON text, as the widget does.
pub fn read_history(text: &str) -> Result<Vec<Remembered>, HistoryError> {
    let document: Value = serde_json::from_str(text).map_err(|_| HistoryError::Unreadable)?;
    history::read(&document)
}

/// Formats remembered results as JSON.
pub fn history_text(history: &[Remembered]) -> String {
    serde_json::to_string(&history::write(history)).expect("a history is JSON")
}

/// Formats a result file as JSON.
pub fn json_text(file: &ResultFile) -> String {
    serde_json::to_string_pretty(file).expect("a result file is JSON")
}
