//! Answers as JSON: `{"ratings": {"<indicator>": "sometimes"}, "situation": {"<question>": "<option>"}}`.
//!
//! `"route": "short"` says that the statements were asked by the short route; without it every statement counts as asked.

use super::answers::{Answers, Rating, Route};
use super::framework::{Framework, IndicatorIndex};
use super::json::Value;
use super::problems::{List, Place, Problems};

/// The ratings and situation of some answers; no notes.
#[must_use]
pub fn write(framework: &Framework, answers: &Answers) -> Value {
    let indicators = framework.indicators.iter().enumerate();
    let ratings = indicators.filter_map(|(index, indicator)| {
        let rating = answers.rating(IndicatorIndex(index))?;
        Some((indicator.id.clone(), rating.id().into()))
    });
    let questions = framework.situation.iter().enumerate();
    let situation = questions.filter_map(|(index, question)| {
        let option = &question.options[answers.option(index)?];
        Some((question.id.clone(), option.id.as_str().into()))
    });
    Value::object([
        ("route", answers.route.id().into()),
        ("ratings", Value::Object(ratings.collect())),
        ("situation", Value::Object(situation.collect())),
    ])
}

/// The answers for a framework that a value holds. Every entry that says nothing about the framework is noted.
pub fn read(framework: &Framework, value: &Value, problems: &mut Problems) -> Answers {
    let mut answers = Answers::none(framework);
    if !matches!(value, Value::Object(_)) {
        problems.note(Place::File, format_args!("{} was found, an object with ratings was expected", value.kind()));
    }
    for (key, value) in value.entries() {
        let place = Place::Entry(&Place::File, key);
        match key.as_str() {
            "route" => match value.text().and_then(Route::from_id) {
                Some(route) => answers.route = route,
                None => note_none_of(place, value, &["short", "everything"], problems),
            },
            "ratings" => read_entries(place, value, problems, |place, id, value, problems| {
                read_rating(framework, &mut answers, place, id, value, problems);
            }),
            "situation" => read_entries(place, value, problems, |place, id, value, problems| {
                read_option(framework, &mut answers, place, id, value, problems);
            }),
            _ => problems.note(place, "is not part of the format: route, ratings, situation"),
        }
    }
    answers
}

fn read_entries(
    place: Place,
    value: &Value,
    problems: &mut Problems,
    mut each: impl FnMut(Place, &str, &Value, &mut Problems),
) {
    if !matches!(value, Value::Object(_)) {
        problems.note(place, format_args!("is {}, an object was expected", value.kind()));
    }
    for (id, value) in value.entries() {
        each(Place::Entry(&place, id), id, value, problems);
    }
}

fn read_rating(
    framework: &Framework,
    answers: &mut Answers,
    place: Place,
    id: &str,
    value: &Value,
    problems: &mut Problems,
) {
    let rating = value.text().and_then(Rating::from_id);
    match (framework.find_indicator(id), rating) {
        (None, _) => problems.note(place, format_args!("{} has no statement “{id}”", framework.id)),
        (Some(_), None) => note_none_of(place, value, &Rating::ALL.map(Rating::id), problems),
        (Some(indicator), rating) => answers.rate(indicator, rating),
    }
}

fn read_option(
    framework: &Framework,
    answers: &mut Answers,
    place: Place,
    id: &str,
    value: &Value,
    problems: &mut Problems,
) {
    let Some(question) = framework.situation.iter().position(|question| question.id == id) else {
        problems.note(place, format_args!("{} has no question “{id}”", framework.id));
        return;
    };
    let options: Vec<_> = framework.situation[question].options.iter().map(|option| option.id.as_str()).collect();
    match options.iter().position(|option| value.text() == Some(option)) {
        None => note_none_of(place, value, &options, problems),
        option => answers.choose(question, option),
    }
}

fn note_none_of(place: Place, value: &Value, known: &[&str], problems: &mut Problems) {
    match value.text() {
        Some(text) => problems.note(place, format_args!("“{text}” is none of {}", List(known))),
        None => problems.note(place, format_args!("{} is none of {}", value.kind(), List(known))),
    }
}
