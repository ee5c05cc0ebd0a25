//! The short route gives the same proficiency as the full form for every reader whose answers are consistent, which is
//! shown by enumeration. Also tests what it does when cards are skipped.

mod support;

use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::framework::{AnswerKind, Framework, IndicatorIndex, SituationKind, StepRef};
use next_rung::assessment::route::{next_step, progress};
use next_rung::assessment::scoring::{Assessment, assess};
use support::{MADE_UP, all_frameworks, answers, framework, statements, step_name, step_named, steps};

/// The maximum number of consistent readers of a framework for which all are tried.
const READERS_AT_MOST: usize = 5_usize.pow(5);

/// A reader who meets this many steps of each competency from the bottom and shows nothing above them.
type Reader = Vec<usize>;

fn rate_card(framework: &Framework, answers: &mut Answers, reader: &Reader, step: StepRef) {
    if is_chosen(framework, step) {
        answers.fit(framework, step.competency, Some(reader[step.competency.0]));
        return;
    }
    let rating = if step.step < reader[step.competency.0] { Rating::Consistently } else { Rating::NotYet };
    for indicator in statements(framework, step) {
        answers.rate(indicator, Some(rating));
    }
}

/// Returns `true` if the reader chooses among the steps of the competency, on one card.
fn is_chosen(framework: &Framework, step: StepRef) -> bool {
    framework.competency(step.competency).answer == AnswerKind::Choose
}

/// Returns the answers of a reader who rates every statement.
fn full_form(framework: &Framework, reader: &Reader) -> Answers {
    let mut answers = Answers::none(framework);
    steps(framework).into_iter().for_each(|step| rate_card(framework, &mut answers, reader, step));
    answers
}

/// Walks the short route from a start, and returns the answers and the cards shown.
#[track_caller]
fn walk(
    framework: &Framework,
    mut answers: Answers,
    mut leave_card: impl FnMut(&mut Answers, StepRef),
) -> (Answers, Vec<StepRef>) {
    answers.route = Route::Short;
    let mut shown = Vec::new();
    while let Some(step) = next_step(framework, &answers, &shown) {
        assert!(!shown.contains(&step), "{} comes twice", step_name(framework, step));
        shown.push(step);
        leave_card(&mut answers, step);
    }
    (answers, shown)
}

/// Returns no situation, and each option of each question about the work or the title alone.
fn starts(framework: &Framework) -> Vec<Answers> {
    let mut starts = vec![Answers::none(framework)];
    for (index, question) in framework.situation.iter().enumerate() {
        if matches!(question.kind, SituationKind::Work | SituationKind::Title) {
            starts.extend((0..question.options.len()).map(|option| {
                let mut answers = Answers::none(framework);
                answers.choose(index, Some(option));
                answers
            }));
        }
    }
    starts
}

/// Returns the part of a result on which both ways must agree. Only the asked statements may differ.
fn outcome(assessment: &Assessment) -> impl PartialEq + std::fmt::Debug + use<> {
    let proficiency: Vec<_> = assessment.competencies.iter().map(|each| (each.met, each.value)).collect();
    (assessment.level, proficiency, assessment.near.clone(), assessment.ladder.clone())
}

#[track_caller]
fn check_same_as_full_form<'a>(framework: &Framework, starts: impl IntoIterator<Item = &'a Answers>, reader: &Reader) {
    let full = assess(framework, &full_form(framework, reader)).expect("everything is answered");
    for start in starts {
        let rate = |answers: &mut Answers, step| rate_card(framework, answers, reader, step);
        let (answers, shown) = walk(framework, start.clone(), rate);
        let short = assess(framework, &answers).expect("something is answered");
        assert_eq!(outcome(&short), outcome(&full), "{}: {reader:?}", framework.id);
        assert!(short.open.is_empty(), "{}: {reader:?} leaves something open", framework.id);
        assert_eq!(short.presumed, met_and_not_shown(framework, reader, &shown), "{}: {reader:?}", framework.id);
        assert!(shown.len() <= steps(framework).len(), "{reader:?} is asked more than everything");
    }
}

fn met_and_not_shown(framework: &Framework, reader: &Reader, shown: &[StepRef]) -> Vec<IndicatorIndex> {
    let is_met = |step: &StepRef| step.step < reader[step.competency.0];
    let is_asked = |step: &StepRef| shown.contains(step) || is_chosen(framework, *step);
    let presumed = steps(framework).into_iter().filter(|step| is_met(step) && !is_asked(step));
    presumed.flat_map(|step| statements(framework, step)).collect()
}

/// Checks each competency alone, with the others not shown, from every start, because a competency's route depends only
/// on its own answers. Then checks whole readers, with the starts in turns: all readers if they are few enough,
/// otherwise those who are at the same step everywhere.
#[track_caller]
fn check_every_consistent_reader(id: &str) {
    let framework = framework(id);
    let starts = starts(&framework);
    let steps: Vec<usize> = framework.competencies.iter().map(|competency| competency.steps.len()).collect();
    for competency in 0..steps.len() {
        for met in 0..=steps[competency] {
            let mut reader = vec![0; steps.len()];
            reader[competency] = met;
            check_same_as_full_form(&framework, &starts, &reader);
        }
    }
    let is_few = steps.iter().map(|steps| steps + 1).product::<usize>() <= READERS_AT_MOST;
    let readers = if is_few { every_reader(&steps) } else { even_readers(&steps) };
    for (reader, start) in readers.iter().zip(starts.iter().cycle()) {
        check_same_as_full_form(&framework, [start], reader);
    }
}

/// Returns every combination of steps met.
fn every_reader(steps: &[usize]) -> Vec<Reader> {
    steps.iter().fold(vec![Vec::new()], |readers, &steps| {
        let longer = readers.iter().flat_map(|reader| (0..=steps).map(|met| [reader.as_slice(), &[met]].concat()));
        longer.collect()
    })
}

/// Returns the readers who meet the same number of steps everywhere, as far as there are that many.
fn even_readers(steps: &[usize]) -> Vec<Reader> {
    let most = *steps.iter().max().expect("there are competencies");
    (0..=most).map(|met| steps.iter().map(|&steps| met.min(steps)).collect()).collect()
}

#[test]
fn the_short_route_agrees_with_the_full_form_in_clarity() {
    check_every_consistent_reader("clarity");
}

#[test]
fn the_short_route_agrees_with_the_full_form_in_competency_grid() {
    check_every_consistent_reader("competency-grid");
}

#[test]
fn the_short_route_agrees_with_the_full_form_in_junior_senior() {
    check_every_consistent_reader("junior-senior");
}

#[test]
fn the_short_route_agrees_with_the_full_form_in_two_areas() {
    check_every_consistent_reader("two-areas");
}

#[test]
fn the_short_route_agrees_with_the_full_form_in_three_stages() {
    check_every_consistent_reader("three-stages");
}

#[test]
fn the_short_route_agrees_with_the_full_form_in_made_up_frameworks() {
    MADE_UP.into_iter().for_each(check_every_consistent_reader);
}

/// Checks the cards of one competency that are shown to a reader who meets some of its steps.
#[track_caller]
fn check_cards(id: &str, competency: &str, situation: &str, met: usize, expected: &str) {
    let framework = framework(id);
    let mut reader = vec![0; framework.competencies.len()];
    let competency = step_named(&framework, &format!("{competency}/1")).competency;
    reader[competency.0] = met;
    let rate = |answers: &mut Answers, step| rate_card(&framework, answers, &reader, step);
    let (_, shown) = walk(&framework, answers(&framework, situation), rate);
    let own: Vec<_> = shown.into_iter().filter(|step| step.competency == competency).collect();
    assert_eq!(own.into_iter().map(|step| step_name(&framework, step)).collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn without_a_situation_the_second_step_comes_first() {
    check_cards("grid", "dough", "", 0, "dough/2 dough/1");
    check_cards("grid", "dough", "", 1, "dough/2 dough/1");
}

#[test]
fn after_a_met_step_it_goes_up() {
    check_cards("grid", "dough", "", 2, "dough/2 dough/3");
    check_cards("grid", "dough", "", 4, "dough/2 dough/3 dough/4");
}

#[test]
fn between_a_met_and_an_unmet_step_it_goes_on_upwards() {
    let framework = framework("grid");
    let answers = answers(&framework, "route=short dough/1:c dough/4:n");
    assert_eq!(next_step(&framework, &answers, &[]), Some(step_named(&framework, "dough/2")));
}

#[test]
fn a_competency_with_one_step_starts_there() {
    check_cards("clarity", "scope", "", 0, "scope/1");
}

#[test]
fn the_situation_chooses_where_to_begin() {
    check_cards("grid", "dough", "reaches-you=an-empty-house", 4, "dough/4");
    check_cards("grid", "dough", "reaches-you=an-empty-house", 2, "dough/4 dough/3 dough/2");
    check_cards("grid", "dough", "reaches-you=a-recipe", 0, "dough/1");
    check_cards("ladder", "knives", "current-title=is-cook", 1, "knives/2 knives/1");
    check_cards("ladder", "knives", "current-title=is-none", 1, "knives/2 knives/1");
}

#[test]
fn a_situation_below_a_competencys_first_step_begins_at_that_step() {
    check_cards("two-areas", "guidance", "current-title=junior-pm", 0, "guidance/1");
    check_cards("two-areas", "guidance", "current-title=principal-pm", 1, "guidance/1 guidance/2");
}

#[test]
fn a_wanted_promotion_does_not_choose_where_to_begin() {
    check_cards("grid", "dough", "wanted=be-master", 1, "dough/2 dough/1");
}

#[test]
fn who_is_where_the_situation_says_sees_at_most_two_cards_of_a_competency() {
    for id in ["clarity", "competency-grid", "two-areas", "ladder", "grid"] {
        let framework = framework(id);
        for start in starts(&framework) {
            let Some(level) = start.claimed_level(&framework) else { continue };
            let reader = framework.profile(level).to_vec();
            let (_, shown) = walk(&framework, start, |answers, step| rate_card(&framework, answers, &reader, step));
            for competency in 0..framework.competencies.len() {
                assert!(shown.iter().filter(|step| step.competency.0 == competency).count() <= 2, "{id}: {level:?}");
            }
        }
    }
}

#[test]
fn everything_asks_each_card_once_in_framework_order() {
    for framework in all_frameworks() {
        let mut shown = Vec::new();
        while let Some(step) = next_step(&framework, &Answers::none(&framework), &shown) {
            assert!(!shown.contains(&step), "{} comes twice", step_name(&framework, step));
            shown.push(step);
        }
        assert_eq!(shown, framework.cards(), "{}", framework.id);
    }
}

#[test]
fn everything_goes_on_with_what_the_short_route_left_out() {
    let framework = framework("ladder");
    let mut asked = answers(&framework, "knives/2:c knives/3:n sauces/*:n service/*:n");
    asked.route = Route::Everything;
    assert_eq!(next_step(&framework, &asked, &[]), Some(step_named(&framework, "knives/1")));
}

#[test]
fn who_skips_every_card_sees_each_once() {
    for framework in all_frameworks() {
        for start in starts(&framework) {
            let (answers, mut shown) = walk(&framework, start, |_, _| {});
            shown.sort();
            assert_eq!(shown, framework.cards(), "{}", framework.id);
            assert_eq!(assess(&framework, &answers), None);
        }
    }
}

#[test]
fn a_card_that_is_not_part_of_the_role_does_not_end_the_route_before_the_others() {
    let framework = framework("ladder");
    let answers = answers(&framework, "route=short knives/2:r");
    let shown = [step_named(&framework, "knives/2")];
    assert_eq!(next_step(&framework, &answers, &shown), Some(step_named(&framework, "knives/1")));
}

/// If a consistent reader skips any cards, the route still ends and the full form's result stays possible.
#[test]
fn any_skipped_cards_leave_the_full_result_possible() {
    let framework = framework("ladder");
    let steps = steps(&framework);
    let reader = vec![2, 0, 3];
    let full = assess(&framework, &full_form(&framework, &reader)).expect("everything is answered");
    for skipped in 0..1_u32 << steps.len() {
        let is_skipped = |step: &StepRef| {
            let bit = steps.iter().position(|each| each == step).expect("it is one of the steps");
            skipped & 1 << bit != 0
        };
        let (answers, _) = walk(&framework, Answers::none(&framework), |answers, step| {
            if !is_skipped(&step) {
                rate_card(&framework, answers, &reader, step);
            }
        });
        let Some(short) = assess(&framework, &answers) else { continue };
        assert!(short.level.low <= full.level.low && full.level.high <= short.level.high, "{skipped:b}");
        for (short, full) in short.competencies.iter().zip(&full.competencies) {
            assert!(short.met.low <= full.met.low && full.met.high <= short.met.high, "{skipped:b}");
        }
    }
}

#[test]
fn the_short_route_counts_settled_competencies_and_the_full_one_cards() {
    let framework = framework("ladder");
    let mut answers = answers(&framework, "route=short knives/2:c knives/3:n sauces/2:n");
    let [knives, sauces] = ["knives/2", "sauces/2"].map(|name| step_named(&framework, name));
    assert_eq!(progress(&framework, &answers, &[], sauces), (1, 3));
    assert_eq!(progress(&framework, &answers, &[], knives), (0, 3), "the present one is not done");
    answers.route = Route::Everything;
    assert_eq!(progress(&framework, &answers, &[], sauces), (2, 9));
}
