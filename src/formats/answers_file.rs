//! Answers as JSON: `{"ratings": {"<indicator>": "sometimes"}, "situation": {"<question>": "<option>"}}`.
//!
//! `"route": "short"` says that the statements were asked by the short route; without it every statement counts as asked.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::entries::Entries;
use crate::assessment::answers::{Answers, Rating, Route};
use crate::assessment::framework::{Framework, IndicatorIndex};

/// The ratings and situation of some answers, by id and without notes.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswersFile {
    /// The id of a [`Route`].
    route: Option<String>,
    /// The id of a [`Rating`] for each rated indicator.
    ratings: Option<Entries>,
    /// The id of the chosen option for each answered question.
    situation: Option<Entries>,
}

/// An entry that does not match the current framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// The route has an unknown id.
    Route(String),
    /// The framework has no indicator with this id.
    Indicator(String),
    /// The indicator is rated with an unknown id.
    Rating {
        /// The indicator's id.
        indicator: String,
        /// The unknown rating.
        rating: String,
    },
    /// The framework has no situation question with this id.
    Question(String),
    /// The question has no option with this id.
    Option {
        /// The question's id.
        question: String,
        /// The unknown option.
        option: String,
    },
}

/// Converts answers to a file.
#[must_use]
pub fn write(framework: &Framework, answers: &Answers) -> AnswersFile {
    let indicators = framework.indicators.iter().enumerate();
    let ratings = indicators.filter_map(|(index, indicator)| {
        let rating = answers.rating(IndicatorIndex(index))?;
        Some((indicator.id.clone(), rating.id().to_owned()))
    });
    let questions = framework.situation.iter().enumerate();
    let situation = questions.filter_map(|(index, question)| {
        let option = &question.options[answers.option(index)?];
        Some((question.id.clone(), option.id.clone()))
    });
    AnswersFile {
        route: Some(answers.route.id().to_owned()),
        ratings: Some(Entries(ratings.collect())),
        situation: Some(Entries(situation.collect())),
    }
}

/// Reads the answers in a file, and returns every entry that does not match the framework.
#[must_use]
pub fn read(framework: &Framework, file: &AnswersFile) -> (Answers, Vec<Unknown>) {
    let mut answers = Answers::none(framework);
    let mut unknown = Vec::new();
    if let Some(id) = &file.route {
        match Route::from_id(id) {
            Some(route) => answers.route = route,
            None => unknown.push(Unknown::Route(id.clone())),
        }
    }
    for (id, rating) in file.ratings.iter().flat_map(|entries| &entries.0) {
        match (framework.find_indicator(id), Rating::from_id(rating)) {
            (None, _) => unknown.push(Unknown::Indicator(id.clone())),
            (_, None) => unknown.push(Unknown::Rating { indicator: id.clone(), rating: rating.clone() }),
            (Some(indicator), rating) => answers.rate(indicator, rating),
        }
    }
    for (id, option) in file.situation.iter().flat_map(|entries| &entries.0) {
        let Some(question) = framework.situation.iter().position(|question| question.id == *id) else {
            unknown.push(Unknown::Question(id.clone()));
            continue;
        };
        match framework.situation[question].options.iter().position(|known| known.id == *option) {
            None => unknown.push(Unknown::Option { question: id.clone(), option: option.clone() }),
            option => answers.choose(question, option),
        }
    }
    (answers, unknown)
}

impl Unknown {
    /// Describes the entry with its location and what was expected, for the author of the file.
    #[must_use]
    pub fn explain(&self, framework: &Framework) -> impl fmt::Display {
        let none_of = |text: &str, known: &[&str]| format!("“{text}” is none of {}", known.join(", "));
        match self {
            Self::Route(id) => format!("route: {}", none_of(id, &[Route::Short.id(), Route::Everything.id()])),
            Self::Indicator(id) => format!("ratings.{id}: {} has no statement “{id}”", framework.id),
            Self::Rating { indicator, rating } => {
                format!("ratings.{indicator}: {}", none_of(rating, &Rating::ALL.map(Rating::id)))
            }
            Self::Question(id) => format!("situation.{id}: {} has no question “{id}”", framework.id),
            Self::Option { question, option } => {
                let options =
                    framework.situation.iter().filter(|each| each.id == *question).flat_map(|each| &each.options);
                let options: Vec<_> = options.map(|option| option.id.as_str()).collect();
                format!("situation.{question}: {}", none_of(option, &options))
            }
        }
    }
}
