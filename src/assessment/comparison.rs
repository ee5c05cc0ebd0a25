//! Two results of one framework side by side: the reader's and their manager's, or then and now. Neither side is called
//! right.

use std::cmp::Reverse;
use std::ops::Range;

use super::answers::{Answers, Rating};
use super::framework::{CompetencyIndex, Framework, IndicatorIndex, Weight};
use super::scoring::{Assessment, Bounds, assess, is_cumulative};

/// The number of prompts in a conversation guide. The number is ours: as many as fit into one conversation.
pub const PROMPTS: usize = 3;

/// Two results on one competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The competency.
    pub competency: CompetencyIndex,
    /// The number of steps of the competency.
    pub steps: usize,
    /// The steps met by the first answers; every number of steps is possible if nothing is answered.
    pub first: Bounds<usize>,
    /// The steps met by the second answers.
    pub second: Bounds<usize>,
    /// The distance between the two ranges, in steps; 0 where they overlap, so that open answers never make a disagreement.
    pub steps_apart: usize,
    /// The verdict: how much there is to talk about.
    pub verdict: Verdict,
    /// The statements behind the difference, the largest distance first, then in framework order.
    ///
    /// These are the statements that both sides rated differently. Where the steps differ, statements that only one side
    /// rated can be behind the difference too, because the short route presumes steps that the other side was asked
    /// about. They are listed last, if they are expected and within the steps of the higher side: those that the lower
    /// side did not rate Consistently and, if the competency is not cumulative, those that the higher side rated
    /// Consistently above everything that the lower side reaches. So a difference in steps always names a statement.
    pub statements: Vec<RatedApart>,
}

/// The agreement of two results on one competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Both sides show the same steps, and no statement is rated differently.
    Agree,
    /// Both sides show the same steps, and some statements are rated differently.
    AgreeOnSteps,
    /// Open answers leave it possible that both sides show the same steps.
    MayAgree,
    /// One step apart, in a competency with several steps: worth a question.
    OneStep,
    /// One side shows the only step of the competency and the other does not: to talk about first.
    OneSideOnly,
    /// Two or more steps apart: to talk about first.
    TwoOrMore,
    /// At least one side has rated nothing in the competency.
    Unknown,
}

impl Verdict {
    /// Returns the rank of a verdict in a conversation. The most urgent ones have the smallest rank.
    const fn urgency(self) -> u8 {
        match self {
            Self::TwoOrMore | Self::OneSideOnly => 0,
            Self::OneStep => 1,
            Self::MayAgree | Self::AgreeOnSteps | Self::Agree => 2,
            Self::Unknown => 3,
        }
    }
}

/// A statement that the two sides rated differently; `None` on one side where only the other rated it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatedApart {
    /// The statement.
    pub indicator: IndicatorIndex,
    /// The rating in the first answers.
    pub first: Option<Rating>,
    /// The rating in the second answers.
    pub second: Option<Rating>,
}

impl RatedApart {
    /// Returns the distance between the two ratings, from 0 to 2.
    ///
    /// Consistently, Sometimes and Not yet are one apart each. Not part of my role is not on that scale: compared with
    /// any other rating it counts 1, because the two sides do not see the same job. Without a rating on one side the
    /// distance is 0.
    #[must_use]
    pub fn distance(self) -> usize {
        match (self.first, self.second) {
            (None, _) | (_, None) => 0,
            (Some(first), Some(second)) if first == second => 0,
            (Some(Rating::Consistently), Some(Rating::NotYet)) | (Some(Rating::NotYet), Some(Rating::Consistently)) => {
                2
            }
            (Some(_), Some(_)) => 1,
        }
    }
}

/// A question for a conversation about two results. None of them takes a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Asks each side for a piece of work.
    Evidence(RatedApart),
    /// Asks for an example of Consistently, and for who would notice.
    Consistently(RatedApart),
    /// Asks if the opportunity is missing, or the practice.
    Opportunity(RatedApart),
    /// Both sides leave steps to reach. Asks if it is the right thing to work on next.
    AgreedGap(CompetencyIndex),
    /// Both sides show steps. Asks where it could be used more.
    AgreedStrength(CompetencyIndex),
    /// The answers leave it open. Asks if it is part of the work.
    LeftOpen(CompetencyIndex),
}

/// Returns every competency of two results: the most urgent verdict first, then most steps apart, most rated apart, and
/// framework order. Those that at least one side did not answer come last.
#[must_use]
pub fn compare(framework: &Framework, first: &Answers, second: &Answers) -> Vec<Difference> {
    let comparison = Comparison { framework, first: Side::of(framework, first), second: Side::of(framework, second) };
    let mut differences: Vec<_> =
        framework.competency_indices().map(|competency| comparison.difference(competency)).collect();
    differences.sort_by_key(|each| {
        let rated_apart: usize = each.statements.iter().map(|statement| statement.distance()).sum();
        (each.verdict.urgency(), Reverse(each.steps_apart), Reverse(rated_apart))
    });
    differences
}

/// Returns three questions to talk about, one for each of the first three competencies of a comparison.
///
/// The biggest differences come first. If there are fewer than three, the rest is about what both sides agree on, gap
/// and strength in turns. A checked framework has at least three competencies; fewer differences give fewer prompts.
#[must_use]
pub fn guide(differences: &[Difference]) -> Vec<Prompt> {
    differences.iter().take(PROMPTS).enumerate().map(|(place, difference)| prompt(difference, place)).collect()
}

fn prompt(difference: &Difference, place: usize) -> Prompt {
    let Difference { competency, steps, first, second, .. } = *difference;
    if let Some(&apart) = difference.statements.first() {
        return about_statement(apart);
    }
    if difference.verdict == Verdict::Unknown {
        return Prompt::LeftOpen(competency);
    }
    let has_gap = first.high.max(second.high) < steps;
    let has_strength = first.low.min(second.low) > 0;
    match (has_gap, has_strength) {
        (true, true) if place % 2 == 1 => Prompt::AgreedStrength(competency),
        (true, _) => Prompt::AgreedGap(competency),
        (false, true) => Prompt::AgreedStrength(competency),
        (false, false) => Prompt::LeftOpen(competency),
    }
}

/// Chooses the question about a statement. Asking what is missing would side with the person who did not say
/// Consistently, so that is asked only if neither did.
fn about_statement(apart: RatedApart) -> Prompt {
    match (apart.first, apart.second) {
        (Some(Rating::Consistently), Some(Rating::Sometimes))
        | (Some(Rating::Sometimes), Some(Rating::Consistently)) => Prompt::Consistently(apart),
        (Some(Rating::Consistently) | None, _) | (_, Some(Rating::Consistently) | None) => Prompt::Evidence(apart),
        (Some(_), Some(_)) => Prompt::Opportunity(apart),
    }
}

struct Comparison<'a> {
    framework: &'a Framework,
    first: Side<'a>,
    second: Side<'a>,
}

/// The answers of one side and what follows from them.
struct Side<'a> {
    answers: &'a Answers,
    assessment: Option<Assessment>,
}

impl<'a> Side<'a> {
    fn of(framework: &Framework, answers: &'a Answers) -> Self {
        Self { answers, assessment: assess(framework, answers) }
    }

    /// Returns the steps met in a competency with `steps` steps; all of them are open if nothing at all is answered.
    fn met(&self, competency: CompetencyIndex, steps: usize) -> Bounds<usize> {
        let all_open = Bounds { low: 0, high: steps };
        self.assessment.as_ref().map_or(all_open, |assessment| assessment.competencies[competency.0].met)
    }

    fn is_silent(&self, framework: &Framework, competency: CompetencyIndex) -> bool {
        framework.steps_of(competency).iter().all(|&step| self.answers.untouched(framework, step))
    }
}

impl Comparison<'_> {
    fn difference(&self, competency: CompetencyIndex) -> Difference {
        let Self { framework, first, second } = self;
        let steps = framework.steps_of(competency).len();
        let (first_met, second_met) = (first.met(competency, steps), second.met(competency, steps));
        let is_first_lower = first_met.high < second_met.low;
        let (lower, higher) = if is_first_lower { (first_met, second_met) } else { (second_met, first_met) };
        // The steps that only the higher side meets; empty if the ranges overlap.
        let between = lower.high..higher.low;
        let is_unknown = first.is_silent(framework, competency) || second.is_silent(framework, competency);
        let statements = self.statements(competency, is_first_lower, &between);
        Difference {
            competency,
            steps,
            first: first_met,
            second: second_met,
            steps_apart: between.len(),
            verdict: match between.len() {
                _ if is_unknown => Verdict::Unknown,
                0 if first_met == second_met && statements.is_empty() => Verdict::Agree,
                0 if first_met == second_met && first_met.single().is_some() => Verdict::AgreeOnSteps,
                0 => Verdict::MayAgree,
                1 if steps == 1 => Verdict::OneSideOnly,
                1 => Verdict::OneStep,
                _ => Verdict::TwoOrMore,
            },
            statements,
        }
    }

    /// Returns the statements behind a difference, as defined by [`Difference::statements`].
    fn statements(&self, competency: CompetencyIndex, is_first_lower: bool, between: &Range<usize>) -> Vec<RatedApart> {
        let is_cumulative = is_cumulative(self.framework.competency(competency));
        let mut by_distance = [Vec::new(), Vec::new(), Vec::new()];
        for &step in self.framework.steps_of(competency) {
            for indicator in self.framework.indicators_of(step) {
                let (first, second) = (self.first.answers.rating(indicator), self.second.answers.rating(indicator));
                let (lower, higher) = if is_first_lower { (first, second) } else { (second, first) };
                let stands_alone = match (lower, higher) {
                    (Some(Rating::Sometimes | Rating::NotYet | Rating::NotMyRole), None) => {
                        !between.is_empty() && step.step < between.end
                    }
                    (None, Some(Rating::Consistently)) => !is_cumulative && between.contains(&step.step),
                    (_, _) => false,
                };
                let is_expected = self.framework.indicator(indicator).weight == Weight::Expected;
                let apart = RatedApart { indicator, first, second };
                let distance = apart.distance();
                if distance > 0 || (stands_alone && is_expected) {
                    by_distance[distance].push(apart);
                }
            }
        }
        let [one_sided, one_apart, mut statements] = by_distance;
        statements.extend(one_apart);
        statements.extend(one_sided);
        statements
    }
}
