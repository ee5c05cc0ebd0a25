//! Sentences that describe a result.

use super::{ComparisonWords, ResultWords, Words};
use crate::assessment::answers::{Answers, Rating};
use crate::assessment::comparison::{Prompt, RatedApart, Verdict};
use crate::assessment::focus::{Focus, Plan, Reason};
use crate::assessment::framework::{
    CompetencyIndex, Cumulative, Framework, IndicatorIndex, LevelIndex, RuleKind, SituationKind, Source, StepRef,
    Wording,
};
use crate::assessment::scoring::{Area, Assessment, Bounds, Difference, Lacking, NEAR_AT_MOST, Near};
use crate::assessment::whose::Whose;

/// The maximum number of names in a sentence; it only counts the rest.
const NAMES_AT_MOST: usize = 2;

/// Returns the result in one line.
#[must_use]
pub fn headline(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> String {
    if !assessment.applies {
        return words.not_your_work.to_owned();
    }
    match framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => ladder_headline(words, framework, assessment),
        RuleKind::Contrast => lean_headline(words, framework, assessment),
        RuleKind::Stages => stage_headline(words, framework, assessment),
    }
}

fn ladder_headline(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> String {
    let name = |level: LevelIndex| framework.level(level).name.as_str();
    if let Some(near) = near_above(assessment) {
        let short_of = (words.short_of)(name(near.level), near.lacking.unmet.len(), near.lacking.open.len());
        return match assessment.level.low {
            Some(level) if framework.level_before(near.level) == Some(level) => {
                (words.level_and)(name(level), &short_of)
            }
            Some(_) | None => short_of,
        };
    }
    match assessment.level {
        Bounds { low, high: Some(high) } if low != Some(high) => undecided(words, framework, assessment, high),
        Bounds { low: None, .. } => below_first(words, framework, assessment),
        Bounds { low: Some(level), .. } => match framework.level_rule.kind {
            RuleKind::PerCompetency if !assessment.held_back_by.is_empty() => {
                (words.held_back_by)(name(level), &names(words, framework, &assessment.held_back_by))
            }
            _ => name(level).to_owned(),
        },
    }
}

/// Returns the near level if it is not reached even with every open answer met.
fn near_above(assessment: &Assessment) -> Option<&Near> {
    assessment.near.as_ref().filter(|near| Some(near.level) > assessment.level.high)
}

/// Returns the headline for a level that depends on open answers.
fn undecided(words: &ResultWords, framework: &Framework, assessment: &Assessment, high: LevelIndex) -> String {
    let (name, open) = (&framework.level(high).name, assessment.deciding.len());
    match assessment.level.low {
        _ if open <= NEAR_AT_MOST => (words.if_open)(name, open),
        Some(low) => (words.between)(&framework.level(low).name, name, open),
        None => (words.up_to)(name, open),
    }
}

fn lean_headline(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> String {
    match assessment.level {
        Bounds { low: Some(low), high: Some(high) } if low != high && assessment.deciding.len() > NEAR_AT_MOST => {
            let [low, high] = [low, high].map(|level| &framework.level(level).name);
            (words.leans_between)(low, high, assessment.deciding.len())
        }
        Bounds { low, high: Some(high) } if low != Some(high) => {
            (words.leans)(&undecided(words, framework, assessment, high))
        }
        Bounds { low: None, .. } => words.no_lean.to_owned(),
        Bounds { low: Some(level), .. } => {
            let higher = framework.described_levels().last().copied().unwrap_or(level);
            let counted: Vec<_> = assessment.differences.iter().filter(|each| each.is_counted).collect();
            let shown = counted.iter().filter(|each| each.shown_at.low == Some(higher)).count();
            let (name, higher) = (&framework.level(level).name, &framework.level(higher).name);
            (words.leans_to)(name, shown, counted.len(), higher)
        }
    }
}

fn stage_headline(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> String {
    match assessment.level {
        Bounds { low, high: Some(high) } if low != Some(high) => undecided(words, framework, assessment, high),
        Bounds { low: None, .. } => below_first(words, framework, assessment),
        Bounds { low: Some(stage), .. } => {
            let number = framework.described_levels().iter().take_while(|&&each| each <= stage).count();
            (words.stage)(number, &framework.level(stage).name, &completeness(words, framework, assessment, stage))
        }
    }
}

/// Describes how much of a stage is shown.
fn completeness(words: &ResultWords, framework: &Framework, assessment: &Assessment, stage: LevelIndex) -> String {
    let Lacking { unmet, open } = &assessment.holes;
    match (unmet.len(), open.len()) {
        (0, 0) => words.complete.to_owned(),
        (0, 1..=NEAR_AT_MOST) => (words.if_open)(words.complete, open.len()),
        (0, count) => (words.are_open)(count),
        (1..=NEAR_AT_MOST, 0) => (words.complete_but_for)(unmet.len()),
        (_, _) => {
            let parts = competencies_of(framework, unmet);
            let is_half = |part: CompetencyIndex| {
                framework.steps_at(stage).len() == 2 && assessment.competencies[part.0].value.high == 0.0
            };
            match parts.as_slice() {
                [half] if is_half(*half) => (words.half_missing)(&framework.competency(*half).name),
                _ => (words.parts_missing)(&names(words, framework, &parts)),
            }
        }
    }
}

fn below_first(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> String {
    let first = first_level(framework);
    if assessment.mixed_evidence { (words.mixed_evidence)(first) } else { (words.level_not_shown)(first) }
}

/// Returns the line below the headline: what is fully shown so far, if the headline says more than that.
#[must_use]
pub fn second_line(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> Option<String> {
    if !assessment.applies {
        return Some(words.nothing_applies.to_owned());
    }
    if !matches!(framework.level_rule.kind, RuleKind::Conjunctive | RuleKind::PerCompetency) {
        return None;
    }
    let Bounds { low, high } = assessment.level;
    let is_undecided = low != high && assessment.deciding.len() <= NEAR_AT_MOST;
    let near = near_above(assessment);
    let is_named_above = near.is_none_or(|near| framework.level_before(near.level) == low);
    match low {
        Some(level) if is_undecided || !is_named_above => Some((words.fully_shown)(&framework.level(level).name)),
        None if is_undecided || near.is_some() || high.is_none() => Some(shown_so_far(words, framework, assessment)),
        Some(_) | None => None,
    }
}

/// Describes what somebody below the first level shows.
fn shown_so_far(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> String {
    let mut steps = Vec::new();
    for (competency, proficiency) in framework.competency_indices().zip(&assessment.competencies) {
        if proficiency.met.low > 0 {
            let level = step_name(framework, competency, proficiency.met.low, words.nothing_shown);
            steps.push((words.step_shown)(&framework.competency(competency).name, level));
        }
    }
    if steps.is_empty() { words.no_step_shown.to_owned() } else { (words.fully_shown)(&steps.join(", ")) }
}

fn name_or_below(words: &ResultWords, framework: &Framework, level: Option<LevelIndex>) -> String {
    match level {
        Some(level) => framework.level(level).name.clone(),
        None => (words.below)(first_level(framework)),
    }
}

fn first_level(framework: &Framework) -> &str {
    framework.level_after(None).map_or("", |level| &framework.level(level).name)
}

/// Returns the competencies of some statements, in framework order.
fn competencies_of(framework: &Framework, indicators: &[IndicatorIndex]) -> Vec<CompetencyIndex> {
    let mut competencies: Vec<_> =
        indicators.iter().map(|&indicator| framework.indicator(indicator).step.competency).collect();
    competencies.dedup();
    competencies
}

fn names(words: &ResultWords, framework: &Framework, competencies: &[CompetencyIndex]) -> String {
    let mut names: Vec<_> = competencies.iter().map(|&each| framework.competency(each).name.clone()).collect();
    // A name that contains "and" would be hard to tell from the next one.
    let has_and = |name: &String| name.split(' ').any(|word| word == words.and.trim());
    if names.len() > 1 && names.iter().any(has_and) {
        names = names.iter().map(|name| format!("“{name}”")).collect();
    }
    match names.len().checked_sub(NAMES_AT_MOST) {
        None | Some(0) => names.join(words.and),
        Some(more) => (words.and_more)(&names[..NAMES_AT_MOST].join(", "), more),
    }
}

/// Returns the reason for a focus. It claims an order only if the author gives one.
#[must_use]
pub fn reason(words: &ResultWords, framework: &Framework, focus: &Focus) -> String {
    let name = |level: LevelIndex| framework.level(level).name.as_str();
    match focus.reason {
        Reason::Hole(level) => match framework.competency(focus.step.competency).cumulative {
            Cumulative::Stated => (words.reason_hole_stated)(name(level)),
            Cumulative::Assumed => (words.reason_hole_assumed)(name(level)),
            Cumulative::No => (words.reason_hole)(name(level)),
        },
        Reason::Open(level) => (words.reason_open)(name(level)),
        Reason::Optional(level) => (words.reason_optional)(name(level)),
        Reason::BelowClaimed(level) => (words.reason_below_claimed)(name(level)),
        Reason::Gap { level, steps } => (words.reason_gap)(name(level), steps),
        Reason::MissingPart(stage) => (words.reason_missing_part)(name(stage)),
        Reason::NextStage(stage) => (words.reason_next_stage)(name(stage)),
        Reason::Craft(stage) => (words.reason_craft)(name(stage)),
    }
}

/// Returns the remark that everything up to the standing is shown; `None` if anything is left, or if there is no
/// standing.
#[must_use]
pub fn nothing_left(
    words: &ResultWords,
    framework: &Framework,
    assessment: &Assessment,
    plan: &Plan,
) -> Option<String> {
    let Lacking { unmet, open } = &assessment.holes;
    let is_all_shown = plan.focus.is_empty() && unmet.is_empty() && open.is_empty();
    let standing = assessment.standing.low.filter(|_| is_all_shown)?;
    Some((words.nothing_left)(&framework.level(standing).name))
}

/// Describes the level of an area of the source.
#[must_use]
pub fn area(words: &ResultWords, framework: &Framework, area: &Area) -> String {
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

/// Returns one sentence per competency with a step met beyond what the standing expects, about the highest such step.
#[must_use]
pub fn strengths(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> Vec<String> {
    // Below the first level, the line below the headline covers all that is shown.
    if assessment.standing.low.is_none() {
        return Vec::new();
    }
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

/// Returns one sentence per difference of a contrast, about where it is shown.
#[must_use]
pub fn differences(words: &ResultWords, framework: &Framework, assessment: &Assessment) -> Vec<String> {
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
    let line = |each: &Difference| {
        let sentence = sentence(each.competency, each.shown_at);
        match (each.is_counted, framework.wording) {
            (true, _) => sentence,
            (false, Wording::Project) => (words.not_counted_ours)(&sentence),
            (false, Wording::Source) => (words.not_counted)(&sentence),
        }
    };
    assessment.differences.iter().map(line).collect()
}

/// Returns remarks beside the result: work and ability side by side, and an aim beyond the next level.
#[must_use]
pub fn notes(
    words: &ResultWords,
    framework: &Framework,
    answers: &Answers,
    assessment: &Assessment,
    plan: &Plan,
) -> Vec<String> {
    if !assessment.applies {
        return Vec::new();
    }
    let mut notes = Vec::new();
    for (kind, what) in [(SituationKind::Work, words.work), (SituationKind::Title, words.title)] {
        for level in answers.chosen(framework, kind).filter_map(|option| option.level) {
            notes.push(claim(words, framework, assessment, what, level));
        }
    }
    for aim in answers.chosen(framework, SituationKind::Next).filter_map(|option| option.level) {
        let name = &framework.level(aim).name;
        if let Some(standing) = assessment.standing.low.filter(|&standing| aim <= standing) {
            notes.push((words.aims_reached)(name, &framework.level(standing).name));
        } else if let Some(next) = plan.to.filter(|&next| aim > next) {
            notes.push((words.aims_higher)(name, &framework.level(next).name));
        }
    }
    notes
}

/// Compares the level of somebody's work or title with what they show.
fn claim(words: &ResultWords, framework: &Framework, assessment: &Assessment, what: &str, level: LevelIndex) -> String {
    let name = &framework.level(level).name;
    let Bounds { low, high } = assessment.standing;
    if low != high {
        let high = name_or_below(words, framework, high);
        let shown = match low {
            Some(low) => (words.lies_between)(&framework.level(low).name, &high),
            None => (words.lies_up_to)(&high),
        };
        return (words.claims_open)(what, name, &shown);
    }
    let near = assessment.near.as_ref().filter(|near| near.level == level);
    let shown = name_or_below(words, framework, low);
    match Some(level) {
        _ if near.is_some() => {
            let lacking = near.map_or(0, |near| near.lacking.unmet.len() + near.lacking.open.len());
            (words.claims_short)(what, name, lacking)
        }
        claimed if claimed == low => (words.claims_equal)(what, name),
        claimed if claimed < low => (words.claims_less)(what, name, &shown),
        _ => (words.claims_more)(what, name, &shown),
    }
}

/// Returns the name of a rating.
#[must_use]
pub const fn rating(words: &Words, rating: Rating) -> &'static str {
    match rating {
        Rating::Consistently => words.consistently,
        Rating::Sometimes => words.sometimes,
        Rating::NotYet => words.not_yet,
        Rating::NotMyRole => words.not_my_role,
    }
}

/// Describes how well two results agree on a competency.
#[must_use]
pub const fn verdict(words: &ComparisonWords, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agree => words.verdict_agree,
        Verdict::AgreeOnSteps => words.verdict_agree_on_steps,
        Verdict::MayAgree => words.verdict_may_agree,
        Verdict::OneStep => words.verdict_one_step,
        Verdict::OneSideOnly => words.verdict_one_side_only,
        Verdict::TwoOrMore => words.verdict_two_or_more,
        Verdict::Unknown => words.verdict_unknown,
    }
}

/// Returns a question of the conversation guide.
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

/// Returns a statement with both sides' answers. The names are labels before the ratings.
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
        format!("{name}: {}", answer.map_or(comparison.result.not_answered, |answer| rating(words, answer)))
    };
    let statement = (words.in_person)(&framework.indicator(apart.indicator).text);
    let statement = statement.trim_end_matches('.');
    (comparison.two_ratings)(statement, &side(first_name, apart.first), &side(second_name, apart.second))
}

/// Returns the name of one side of a comparison.
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

/// Returns the name of a single result's outline in its chart.
#[must_use]
pub fn series_name(words: &ResultWords, owner: &Whose) -> String {
    match owner {
        Whose::SecondView(_) => whose(words.words, owner),
        Whose::You | Whose::YourView | Whose::Shared(_) | Whose::Saved(_) | Whose::Of(_) => words.you.to_owned(),
    }
}

/// Returns the note on how reliable a result is, which depends on who rated.
#[must_use]
pub const fn caution(words: &ResultWords, whose: &Whose) -> &'static str {
    match whose {
        Whose::YourView | Whose::SecondView(_) => words.second_view_caution,
        Whose::You | Whose::Shared(_) | Whose::Saved(_) | Whose::Of(_) => words.self_rating_caution,
    }
}

/// Returns the author, publication and date of the source; empty if the framework has no source.
#[must_use]
pub fn byline(words: &Words, framework: &Framework) -> String {
    let Some(source) = &framework.source else { return String::new() };
    let mut byline = author(words, source);
    for part in [&source.publication, &source.published].into_iter().flatten() {
        byline.push_str(", ");
        byline.push_str(part);
    }
    byline
}

/// Returns the author of the source, or the remark that it names none.
#[must_use]
pub fn author(words: &Words, source: &Source) -> String {
    source.author.as_deref().map_or_else(|| words.author_not_named.to_owned(), words.by_author)
}

/// Returns the title, the byline and the note of the source; `None` if the framework has no source.
#[must_use]
pub fn attribution(words: &Words, framework: &Framework) -> Option<String> {
    let source = framework.source.as_ref()?;
    let note = source.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    Some(format!("“{}”, {}.{note}", source.title, byline(words, framework)))
}

/// Describes how far a competency is shown, by its steps met: the level of the highest one, or a range of two.
#[must_use]
pub fn shown(words: &ResultWords, framework: &Framework, competency: CompetencyIndex, met: Bounds<usize>) -> String {
    let low = step_name(framework, competency, met.low, words.nothing_shown);
    match met.single() {
        Some(_) => low.to_owned(),
        None => (words.to)(low, step_name(framework, competency, met.high, words.nothing_shown)),
    }
}

/// Returns the level of the highest one of `steps` steps.
#[must_use]
pub fn step_name<'a>(
    framework: &'a Framework,
    competency: CompetencyIndex,
    steps: usize,
    none: &'static str,
) -> &'a str {
    match steps.checked_sub(1) {
        None => none,
        Some(step) => {
            let step = framework.step(StepRef { competency, step });
            step.name.as_deref().unwrap_or(&framework.level(step.level).name)
        }
    }
}

/// Returns the title of a radar with one series, or with two by their names.
#[must_use]
pub fn radar_title(words: &ResultWords, framework: &Framework, names: &[&str]) -> String {
    match names {
        [first, second, ..] => (words.radar_of_two)(&framework.title, first, second),
        [] | [_] => (words.radar_title)(&framework.title),
    }
}

/// Explains the rings of the radar.
#[must_use]
pub fn rings(words: &ResultWords, framework: &Framework) -> String {
    match framework.ring_levels() {
        Some(levels) => {
            let names: Vec<_> = levels.into_iter().map(|level| framework.level(level).name.as_str()).collect();
            (words.rings_are_levels)(&names.join(", "))
        }
        None => words.rings_are_quarters.to_owned(),
    }
}
