//! The marks on texts that the author of the source did not write.
//!
//! If this project put a source into statements, the mark says "ours". In other frameworks nothing is ours, so there it
//! says that the text is not the author's.

use super::{ResultWords, RubricWords, Words};
use crate::assessment::framework::{Caveat, Framework, Grouping, Indicator, RuleKind, TextOrigin, Weight, Wording};

/// Returns the mark on a text; `None` if the author of the source says it.
#[must_use]
pub const fn mark(words: &Words, framework: &Framework, origin: TextOrigin) -> Option<&'static str> {
    match (origin, framework.wording) {
        (TextOrigin::Stated, _) => None,
        (TextOrigin::Derived, Wording::Project) => Some(words.ours),
        (TextOrigin::Derived, Wording::Source) => Some(words.not_the_authors),
    }
}

/// Returns a text with its mark in brackets, for use outside a page.
#[must_use]
pub fn marked(words: &Words, framework: &Framework, origin: TextOrigin, text: &str) -> String {
    match mark(words, framework, origin) {
        Some(mark) => format!("{text} ({mark})"),
        None => text.to_owned(),
    }
}

/// Returns the mark on the badges of a statement. No author of an article calls anything granted: that is always our
/// remark.
#[must_use]
pub const fn badge_mark(words: &Words, framework: &Framework, indicator: &Indicator) -> Option<&'static str> {
    match (indicator.granted, framework.wording, indicator.weight) {
        (true, Wording::Project, _) => Some(words.ours),
        (_, _, Weight::Optional) => mark(words, framework, indicator.weight_origin),
        (_, _, Weight::Expected) => None,
    }
}

/// Returns the explanation of an optional statement.
#[must_use]
pub const fn optional_hint(words: &RubricWords, origin: TextOrigin) -> &'static str {
    match origin {
        TextOrigin::Stated => words.optional_stated,
        TextOrigin::Derived => words.optional_derived,
    }
}

/// Returns the label of the level rule, which says who wrote it.
#[must_use]
pub const fn whose_rule(words: &Words, framework: &Framework) -> &'static str {
    match (framework.level_rule.stated, framework.wording) {
        (true, _) => words.rule_stated,
        (false, Wording::Project) => words.rule_ours,
        (false, Wording::Source) => words.rule_not_stated,
    }
}

/// Returns the remark beside a level that rolls up several competencies; `None` if the level is the result.
#[must_use]
pub const fn roll_up(words: &ResultWords, framework: &Framework) -> Option<&'static str> {
    match (framework.level_rule.kind, framework.level_rule.stated, framework.wording) {
        (RuleKind::PerCompetency, false, Wording::Project) => Some(words.roll_up_ours),
        (RuleKind::PerCompetency, _, _) => Some(words.roll_up),
        (RuleKind::Conjunctive | RuleKind::Contrast | RuleKind::Stages, _, _) => None,
    }
}

/// Returns the badge of a piece of advice, which says who wrote it.
#[must_use]
pub const fn whose_advice(words: &ResultWords, framework: &Framework, stated: bool) -> &'static str {
    match (stated, framework.wording) {
        (true, _) => words.stated_by_source,
        (false, Wording::Project) => words.derived_by_us,
        (false, Wording::Source) => words.words.not_the_authors,
    }
}

/// Returns the mark on a limit of the framework; `None` if the author names the limit.
#[must_use]
pub const fn whose_limit(words: &Words, framework: &Framework, stated: bool) -> Option<&'static str> {
    match (stated, framework.wording) {
        (true, _) => None,
        (false, Wording::Project) => Some(words.limit_ours),
        (false, Wording::Source) => Some(words.not_the_authors),
    }
}

/// Returns a limit of the framework, with its mark in brackets if the author does not name it.
#[must_use]
pub fn limit(words: &Words, framework: &Framework, caveat: &Caveat) -> String {
    match whose_limit(words, framework, caveat.stated) {
        Some(mark) => format!("{} ({mark})", caveat.text),
        None => caveat.text.clone(),
    }
}

/// Returns the remark on a grouping that is not the author's.
#[must_use]
pub const fn grouping(words: &Words, framework: &Framework, grouping: Grouping) -> Option<&'static str> {
    match (grouping, framework.wording) {
        (Grouping::Source, _) => None,
        (Grouping::Project, Wording::Project) => Some(words.grouping_ours),
        (Grouping::Project, Wording::Source) => Some(words.grouping_not_stated),
    }
}

/// Returns the remark that the statements are in our words; `None` if they are the author’s own.
#[must_use]
pub const fn own_words(words: &ResultWords, framework: &Framework) -> Option<&'static str> {
    match framework.wording {
        Wording::Project => Some(words.own_words),
        Wording::Source => None,
    }
}
