//! Sentences that put a result into words.

use super::{ComparisonWords, Words};
use crate::assessment::answers::{Answers, Rating};
use crate::assessment::comparison::{Prompt, RatedApart, Verdict};
use crate::assessment::focus::{Plan, Reason};
use crate::assessment::framework::{
    CompetencyIndex, Framework, IndicatorIndex, LevelIndex, RuleKind, SituationKind, Source, StepRef, Wording,
};
use crate::assessment::scoring::{Area, Assessment, Bounds, ButFor};
use crate::assessment::whose::Whose;

/// How many names a sentence lists before it counts the rest.
const NAMES_AT_MOST: usize = 2;

/// The result in one line.
#[must_use]
pub fn headline(words: &Words, framework: &Framework, assessment: &Assessment) -> String {
    match (&assessment.but_for, assessment.level.single()) {
        (Some(but_for), Some(_)) => but_for_sentence(words, framework, but_for),
        (None, _) | (_, None) => strict_headline(words, framework, assessment),
    }
}

fn but_for_sentence(words: &Words, framework: &Framework, but_for: &ButFor) -> String {
    let competencies = competencies_of(framework, &but_for.unmet);
    let level = &framework.level(but_for.level).name;
    (words.but_for)(level, but_for.unmet.len(), &names(words, framework, &competencies))
}

fn strict_headline(words: &Words, framework: &Framework, assessment: &Assessment) -> String {
    match framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => ladder_headline(words, framework, assessment),
        RuleKind::Contrast => lean_headline(words, framework, assessment),
        RuleKind::Stages => stage_headline(words, framework, assessment),
    }
}

/// Where a level is reached but for a few statements, the other half of the story: what the strict rule says, or, where
/// the headline is a range, that level.
#[must_use]
pub fn strict_reading(words: &Words, framework: &Framework, assessment: &Assessment) -> Option<String> {
    let but_for = assessment.but_for.as_ref()?;
    Some(match assessment.level.single() {
        None => format!("{}.", but_for_sentence(words, framework, but_for)),
        Some(Some(level)) => (words.fully_shown)(&framework.level(level).name),
        Some(None) => format!("{}.", below_first(words, framework, assessment)),
    })
}

fn ladder_headline(words: &Words, framework: &Framework, assessment: &Assessment) -> String {
    match assessment.level {
        Bounds { low, high } if low != high => {
            (words.between)(&name_or_below(words, framework, low), &name_or_below(words, framework, high), {
                open_that_matter(framework, assessment)
            })
        }
        Bounds { low: None, .. } => below_first(words, framework, assessment),
        Bounds { low: Some(level), .. } => {
            let name = &framework.level(level).name;
            let holding_back = holding_back(framework, assessment, level);
            match framework.level_rule.kind {
                RuleKind::PerCompetency if !holding_back.is_empty() => {
                    (words.held_back_by)(name, &names(words, framework, &holding_back))
                }
                _ => name.clone(),
            }
        }
    }
}

fn lean_headline(words: &Words, framework: &Framework, assessment: &Assessment) -> String {
    match assessment.level {
        Bounds { low, high } if low != high => (words.leans_between)(
            &name_or_below(words, framework, low),
            &name_or_below(words, framework, high),
            open_that_matter(framework, assessment),
        ),
        Bounds { low: None, .. } => words.no_lean.to_owned(),
        Bounds { low: Some(level), .. } => {
            let higher = framework.described_levels().last().copied().unwrap_or(level);
            let shown = assessment.differences.iter().filter(|each| each.shown_at.low == Some(higher)).count();
            let (name, higher) = (&framework.level(level).name, &framework.level(higher).name);
            (words.leans_to)(name, shown, assessment.differences.len(), higher)
        }
    }
}

fn stage_headline(words: &Words, framework: &Framework, assessment: &Assessment) -> String {
    match assessment.level {
        Bounds { low, high } if low != high => ladder_headline(words, framework, assessment),
        Bounds { low: None, .. } => below_first(words, framework, assessment),
        Bounds { low: Some(stage), .. } => {
            let name = &framework.level(stage).name;
            let number = framework.described_levels().iter().take_while(|&&each| each <= stage).count();
            let missing = below_profile(framework, assessment, stage);
            match missing.as_slice() {
                [] => (words.stage_complete)(number, name),
                [one] if framework.steps_at(stage).len() == 2 => {
                    (words.stage_missing)(number, name, &(words.half_missing)(&framework.competency(*one).name))
                }
                _ => (words.stage_missing)(number, name, &(words.parts_missing)(&names(words, framework, &missing))),
            }
        }
    }
}

fn below_first(words: &Words, framework: &Framework, assessment: &Assessment) -> String {
    let first = framework.level_after(None).map_or("", |level| &framework.level(level).name);
    if assessment.mixed_evidence { (words.mixed_evidence)(first) } else { (words.level_not_shown)(first) }
}

fn name_or_below(words: &Words, framework: &Framework, level: Option<LevelIndex>) -> String {
    match level {
        Some(level) => framework.level(level).name.clone(),
        None => (words.below)(framework.level_after(None).map_or("", |level| &framework.level(level).name)),
    }
}

/// The open statements that can change the level: those of the steps between what is met for certain and what may be, up
/// to the highest possible level.
fn open_that_matter(framework: &Framework, assessment: &Assessment) -> usize {
    let matters = |indicator: &&IndicatorIndex| {
        let step = framework.indicator(**indicator).step;
        let met = assessment.competencies[step.competency.0].met;
        (met.low..met.high).contains(&step.step) && Some(framework.step(step).level) <= assessment.level.high
    };
    // A stage may begin with a single statement, before any step is met.
    match assessment.open.iter().filter(matters).count() {
        0 => assessment.open.len(),
        count => count,
    }
}

/// The competencies below the next level's profile, where at least one other is there already.
fn holding_back(framework: &Framework, assessment: &Assessment, level: LevelIndex) -> Vec<CompetencyIndex> {
    let Some(next) = framework.level_after(Some(level)) else { return Vec::new() };
    let below = below_profile(framework, assessment, next);
    if below.len() == framework.competencies.len() { Vec::new() } else { below }
}

/// The competencies that stay below a level's target profile by the strict reading.
fn below_profile(framework: &Framework, assessment: &Assessment, level: LevelIndex) -> Vec<CompetencyIndex> {
    let profile = framework.profile(level);
    let met = |competency: CompetencyIndex| assessment.competencies[competency.0].met.low;
    framework.competency_indices().filter(|&competency| met(competency) < profile[competency.0]).collect()
}

/// The competencies of some statements, in framework order.
fn competencies_of(framework: &Framework, indicators: &[IndicatorIndex]) -> Vec<CompetencyIndex> {
    let mut competencies: Vec<_> =
        indicators.iter().map(|&indicator| framework.indicator(indicator).step.competency).collect();
    competencies.dedup();
    competencies
}

fn names(words: &Words, framework: &Framework, competencies: &[CompetencyIndex]) -> String {
    let mut names: Vec<_> = competencies.iter().map(|&each| framework.competency(each).name.clone()).collect();
    // A name that holds an "and" of its own would run into the next one.
    let has_and = |name: &String| name.split(' ').any(|word| word == words.and.trim());
    if names.len() > 1 && names.iter().any(has_and) {
        names = names.iter().map(|name| format!("“{name}”")).collect();
    }
    match names.len().checked_sub(NAMES_AT_MOST) {
        None | Some(0) => names.join(words.and),
        Some(more) => (words.and_more)(&names[..NAMES_AT_MOST].join(", "), more),
    }
}

/// Why a focus was chosen.
#[must_use]
pub fn reason(words: &Words, framework: &Framework, reason: Reason) -> String {
    let name = |level: LevelIndex| framework.level(level).name.as_str();
    match reason {
        Reason::Basic(level) => (words.reason_basic)(name(level)),
        Reason::BelowClaimed(level) => (words.reason_below_claimed)(name(level)),
        Reason::Gap { level, steps } => (words.reason_gap)(name(level), steps),
        Reason::MissingPart(stage) => (words.reason_missing_part)(name(stage)),
        Reason::NextStage(stage) => (words.reason_next_stage)(name(stage)),
        Reason::Craft(stage) => (words.reason_craft)(name(stage)),
    }
}

/// The level of an area of the source.
#[must_use]
pub fn area(words: &Words, framework: &Framework, area: &Area) -> String {
    let low = name_or_below(words, framework, area.level.low);
    let sentence = match framework.wording {
        Wording::Project => words.area_ours,
        Wording::Source => words.area,
    };
    match area.level.single() {
        Some(_) => sentence(&area.name, &low),
        None => {
            let high = name_or_below(words, framework, area.level.high);
            sentence(&area.name, &(words.to)(&low, &high))
        }
    }
}

/// The highest step in each competency that is met beyond what the operating level expects, one sentence each.
#[must_use]
pub fn strengths(words: &Words, framework: &Framework, assessment: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, &step) in assessment.strengths.iter().enumerate() {
        let next = assessment.strengths.get(index + 1);
        if next.is_none_or(|next| next.competency != step.competency) {
            let level = &framework.level(framework.step(step).level).name;
            lines.push((words.strength)(&framework.competency(step.competency).name, level));
        }
    }
    lines
}

/// Where each difference of a contrast is shown, one sentence each.
#[must_use]
pub fn differences(words: &Words, framework: &Framework, assessment: &Assessment) -> Vec<String> {
    let level_name = |level: Option<LevelIndex>| level.map(|level| framework.level(level).name.as_str());
    let sentence = |competency: CompetencyIndex, shown_at: Bounds<Option<LevelIndex>>| {
        let name = &framework.competency(competency).name;
        match (level_name(shown_at.low), level_name(shown_at.high)) {
            (Some(low), Some(high)) if low != high => (words.shown_at)(name, &(words.to)(low, high)),
            (Some(level), _) => (words.shown_at)(name, level),
            (None, Some(high)) => (words.shown_at)(name, &(words.to)(words.nothing_shown, high)),
            (None, None) => (words.shown_at_neither)(name),
        }
    };
    assessment.differences.iter().map(|each| sentence(each.competency, each.shown_at)).collect()
}

/// Remarks beside the result: work and ability side by side, and an aim beyond the next level.
#[must_use]
pub fn notes(
    words: &Words,
    framework: &Framework,
    answers: &Answers,
    assessment: &Assessment,
    plan: &Plan,
) -> Vec<String> {
    let mut notes = Vec::new();
    let shown = assessment.level;
    let shown_name = match shown {
        Bounds { low, high } if low != high => {
            (words.to)(&name_or_below(words, framework, low), &name_or_below(words, framework, high))
        }
        Bounds { low, .. } => name_or_below(words, framework, low),
    };
    for (kind, what) in [(SituationKind::Work, words.work), (SituationKind::Title, words.title)] {
        for level in answers.chosen(framework, kind).filter_map(|option| option.level) {
            let name = &framework.level(level).name;
            notes.push(match Some(level) {
                claimed if claimed == shown.low && claimed == shown.high => (words.claims_equal)(what, name),
                claimed if claimed < shown.low => (words.claims_less)(what, name, &shown_name),
                _ => (words.claims_more)(what, name, &shown_name),
            });
        }
    }
    let aims = answers.chosen(framework, SituationKind::Next).filter_map(|option| option.level);
    for aim in aims {
        if let Some(next) = plan.to.filter(|&next| aim > next) {
            notes.push((words.aims_higher)(&framework.level(aim).name, &framework.level(next).name));
        }
    }
    notes
}

/// The name of a rating.
#[must_use]
pub const fn rating(words: &Words, rating: Rating) -> &'static str {
    match rating {
        Rating::Consistently => words.consistently,
        Rating::Sometimes => words.sometimes,
        Rating::NotYet => words.not_yet,
        Rating::NotMyRole => words.not_my_role,
    }
}

/// How two results agree on a competency.
#[must_use]
pub const fn verdict(words: &ComparisonWords, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agree => words.verdict_agree,
        Verdict::OneStep => words.verdict_one_step,
        Verdict::TwoOrMore => words.verdict_two_or_more,
        Verdict::Unknown => words.verdict_unknown,
    }
}

/// A question of the conversation guide.
#[must_use]
pub fn prompt(
    words: &ComparisonWords,
    framework: &Framework,
    prompt: &Prompt,
    first_name: &str,
    second_name: &str,
) -> String {
    let about = |apart: RatedApart, question: &str| {
        format!("{} {question}", rated_apart(words, framework, apart, first_name, second_name))
    };
    let name = |competency: CompetencyIndex| framework.competency(competency).name.as_str();
    match *prompt {
        Prompt::Evidence(apart) => about(apart, words.prompt_evidence),
        Prompt::Consistently(apart) => about(apart, words.prompt_consistently),
        Prompt::Opportunity(apart) => about(apart, words.prompt_opportunity),
        Prompt::AgreedGap(competency) => (words.prompt_agreed_gap)(name(competency)),
        Prompt::AgreedStrength(competency) => (words.prompt_agreed_strength)(name(competency)),
        Prompt::LeftOpen(competency) => (words.prompt_left_open)(name(competency)),
    }
}

/// A statement with what each side answered. The names stand as labels before the ratings.
#[must_use]
pub fn rated_apart(
    comparison: &ComparisonWords,
    framework: &Framework,
    apart: RatedApart,
    first_name: &str,
    second_name: &str,
) -> String {
    let words = comparison.words;
    let side = |name: &str, answer: Option<Rating>| {
        format!("{name}: {}", answer.map_or(words.not_answered, |answer| rating(words, answer)))
    };
    let statement = (words.in_person)(&framework.indicator(apart.indicator).text);
    let statement = statement.trim_end_matches('.');
    (comparison.two_ratings)(statement, &side(first_name, apart.first), &side(second_name, apart.second))
}

/// What one side of a comparison is called.
#[must_use]
pub fn whose(words: &Words, whose: &Whose) -> String {
    let numbered = |name: &str, number: usize| match number {
        0 => name.to_owned(),
        _ => format!("{name} {}", number + 1),
    };
    match whose {
        Whose::You => words.side_you.to_owned(),
        Whose::YourView => words.side_your_view.to_owned(),
        Whose::Shared(number) => numbered(words.side_shared, *number),
        Whose::SecondView(number) => numbered(words.side_second_view, *number),
        Whose::Saved(number) => numbered(words.side_saved, *number),
        Whose::Of(date) => date.clone(),
    }
}

/// Who wrote the source, where and when, as far as it says.
#[must_use]
pub fn byline(words: &Words, source: &Source) -> String {
    let mut byline = author(words, source);
    for part in [&source.publication, &source.published].into_iter().flatten() {
        byline.push_str(", ");
        byline.push_str(part);
    }
    byline
}

/// Who wrote the source, or that it does not say.
#[must_use]
pub fn author(words: &Words, source: &Source) -> String {
    source.author.as_deref().map_or_else(|| words.author_not_named.to_owned(), words.by_author)
}

/// How far a competency is shown, by its steps met: the level of the highest one, or a range of two.
#[must_use]
pub fn shown(words: &Words, framework: &Framework, competency: CompetencyIndex, met: Bounds<usize>) -> String {
    let low = step_name(framework, competency, met.low, words.nothing_shown);
    match met.single() {
        Some(_) => low.to_owned(),
        None => (words.to)(low, step_name(framework, competency, met.high, words.nothing_shown)),
    }
}

/// The level whose step is the highest of so many.
#[must_use]
pub fn step_name<'a>(
    framework: &'a Framework,
    competency: CompetencyIndex,
    steps: usize,
    none: &'static str,
) -> &'a str {
    match steps.checked_sub(1) {
        None => none,
        Some(step) => &framework.level(framework.step(StepRef { competency, step }).level).name,
    }
}

/// The title of a radar with one series, or with two by their names.
#[must_use]
pub fn radar_title(words: &Words, framework: &Framework, names: &[&str]) -> String {
    match names {
        [first, second, ..] => (words.radar_of_two)(&framework.title, first, second),
        [] | [_] => (words.radar_title)(&framework.title),
    }
}

/// What the rings of the radar stand for.
#[must_use]
pub fn rings(words: &Words, framework: &Framework) -> String {
    match framework.ring_levels() {
        Some(levels) => {
            let names: Vec<_> = levels.into_iter().map(|level| framework.level(level).name.as_str()).collect();
            (words.rings_are_levels)(&names.join(", "))
        }
        None => words.rings_are_quarters.to_owned(),
    }
}
