//! Two results side by side: the differences, the statements behind them, and the questions about them.

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::comparison::{Difference, PROMPTS, Prompt, RatedApart, Verdict, compare, guide};
use next_rung::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex};
use next_rung::assessment::scoring::Bounds;
use next_rung::words::{self, ENGLISH_COMPARISON};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::{answers, framework, statements, steps};

fn compared(framework: &Framework, first: &str, second: &str) -> Vec<Difference> {
    compare(framework, &answers(framework, first), &answers(framework, second))
}

/// Checks the order in which competencies are to be discussed.
#[track_caller]
fn check_order(id: &str, first: &str, second: &str, expected: &str) {
    let framework = framework(id);
    let differences = compared(&framework, first, second);
    let ids: Vec<_> = differences.iter().map(|each| framework.competency(each.competency).id.as_str()).collect();
    assert_eq!(ids.join(" "), expected);
}

/// Checks one competency: the steps met on both sides, and the verdict.
#[track_caller]
fn check_verdict(id: &str, competency: &str, first: &str, second: &str, met: &str, verdict: Verdict) {
    let framework = framework(id);
    let difference = in_competency(&framework, competency, compared(&framework, first, second));
    let found = format!("{} v {}", range(difference.first), range(difference.second));
    assert_eq!((found.as_str(), difference.verdict), (met, verdict));
    let steps = framework.competency(difference.competency).steps.len();
    assert_eq!(difference.steps, steps);
}

/// Checks the statements behind a difference, each with both ratings.
#[track_caller]
fn check_statements(id: &str, competency: &str, first: &str, second: &str, expected: &str) {
    let framework = framework(id);
    let difference = in_competency(&framework, competency, compared(&framework, first, second));
    let found: Vec<_> = difference.statements.iter().map(|&each| rated_apart(&framework, each)).collect();
    assert_eq!(found.join(", "), expected);
}

/// Checks the conversation guide, with each prompt in short form.
#[track_caller]
fn check_guide(id: &str, first: &str, second: &str, expected: [&str; PROMPTS]) {
    let framework = framework(id);
    let name = |competency: CompetencyIndex| &framework.competency(competency).id;
    let short = |prompt: &Prompt| match *prompt {
        Prompt::Evidence(apart) => format!("evidence {}", rated_apart(&framework, apart)),
        Prompt::Consistently(apart) => format!("consistently {}", rated_apart(&framework, apart)),
        Prompt::Opportunity(apart) => format!("opportunity {}", rated_apart(&framework, apart)),
        Prompt::AgreedGap(competency) => format!("gap {}", name(competency)),
        Prompt::AgreedStrength(competency) => format!("strength {}", name(competency)),
        Prompt::LeftOpen(competency) => format!("open {}", name(competency)),
    };
    let found: Vec<_> = guide(&compared(&framework, first, second)).iter().map(short).collect();
    assert_eq!(found, expected);
}

/// Checks the first prompt in words.
#[track_caller]
fn check_sentence(id: &str, first: &str, second: &str, expected: &str) {
    let framework = framework(id);
    let prompts = guide(&compared(&framework, first, second));
    assert_eq!(words::prompt(&ENGLISH_COMPARISON, &framework, &prompts[0], "Me", "My manager"), expected);
}

fn in_competency(framework: &Framework, id: &str, differences: Vec<Difference>) -> Difference {
    let found = differences.into_iter().find(|each| framework.competency(each.competency).id == id);
    found.expect("every competency is compared")
}

fn range(met: Bounds<usize>) -> String {
    met.single().map_or(format!("{}..{}", met.low, met.high), |single| single.to_string())
}

fn rated_apart(framework: &Framework, apart: RatedApart) -> String {
    let letter = |rating: Option<Rating>| match rating {
        Some(Rating::Consistently) => "c",
        Some(Rating::Sometimes) => "s",
        Some(Rating::NotYet) => "n",
        Some(Rating::NotMyRole) => "r",
        None => "u",
    };
    let id = &framework.indicator(apart.indicator).id;
    format!("{id} {}/{}", letter(apart.first), letter(apart.second))
}

// Verdicts.

#[test]
fn the_same_steps_agree() {
    check_verdict("ladder", "knives", "*:c teaches-cutting:n", "*:c teaches-cutting:n", "2 v 2", Verdict::Agree);
}

#[test]
fn one_step_apart_is_worth_a_question() {
    check_verdict("ladder", "knives", "*:c teaches-cutting:n", "*:c", "2 v 3", Verdict::OneStep);
}

#[test]
fn two_steps_apart_come_first() {
    check_verdict("ladder", "knives", "*:c", "*:c cuts-evenly:n", "3 v 1", Verdict::TwoOrMore);
}

#[test]
fn the_same_steps_with_statements_rated_apart_agree_on_the_steps_only() {
    check_verdict("ladder", "knives", "*:c cuts-evenly:n", "*:c cuts-evenly:s", "1 v 1", Verdict::AgreeOnSteps);
}

#[test]
fn open_answers_may_agree_and_never_disagree() {
    check_verdict(
        "ladder",
        "knives",
        "cuts-safely:c cuts-evenly:r teaches-cutting:c",
        "*:c",
        "0..3 v 3",
        Verdict::MayAgree,
    );
    check_verdict("ladder", "knives", "*:c cuts-evenly:u", "*:c", "1..3 v 3", Verdict::MayAgree);
}

#[test]
fn the_same_open_answers_agree_unless_others_are_rated_apart() {
    let open = "*:c cuts-evenly:u";
    check_verdict("ladder", "knives", open, open, "1..3 v 1..3", Verdict::Agree);
    let rated_apart = "*:c cuts-evenly:u carves-garnish:n";
    check_verdict(
        "ladder",
        "knives",
        &format!("{open} carves-garnish:c"),
        rated_apart,
        "1..3 v 1..3",
        Verdict::MayAgree,
    );
}

#[test]
fn open_answers_do_not_hide_what_is_certain() {
    check_verdict("ladder", "knives", "cuts-safely:n knives/2:u", "*:c cuts-evenly:u", "0 v 1..3", Verdict::OneStep);
}

#[test]
fn a_competency_that_one_side_left_out_is_unknown() {
    check_verdict("ladder", "knives", "*:c knives/*:u", "*:c", "0..3 v 3", Verdict::Unknown);
}

#[test]
fn a_side_without_any_answer_leaves_all_unknown() {
    check_verdict("ladder", "sauces", "", "*:n", "0..3 v 0", Verdict::Unknown);
}

#[test]
fn the_only_step_of_a_competency_is_shown_on_one_side_only() {
    check_verdict("three-stages", "advisor", "*:n", "*:c", "0 v 1", Verdict::OneSideOnly);
}

// Statements behind a difference.

#[test]
fn statements_rated_alike_are_not_listed() {
    check_statements("ladder", "knives", "*:s", "*:s", "");
}

#[test]
fn the_largest_distance_comes_first_then_framework_order() {
    let (first, second) = ("*:c", "*:c cuts-safely:s cuts-evenly:n teaches-cutting:s");
    check_statements("ladder", "knives", first, second, "cuts-evenly c/n, cuts-safely c/s, teaches-cutting c/s");
}

#[test]
fn not_my_role_lies_one_from_any_rating() {
    let (first, second) = ("knives/*:r", "cuts-safely:c keeps-knives-sharp:s cuts-evenly:n teaches-cutting:r");
    check_statements("ladder", "knives", first, second, "cuts-safely r/c, keeps-knives-sharp r/s, cuts-evenly r/n");
}

#[test]
fn optional_statements_rated_apart_are_listed_too() {
    check_statements("ladder", "knives", "*:c carves-garnish:n", "*:c carves-garnish:c", "carves-garnish n/c");
}

#[test]
fn a_statement_that_one_side_never_answered_is_no_difference_where_the_steps_agree() {
    check_statements("ladder", "knives", "cuts-safely:n", "cuts-safely:n cuts-evenly:n", "");
}

#[test]
fn what_the_short_route_took_for_granted_stands_behind_a_difference_in_steps() {
    let (first, second) = ("route=short knives/2:c knives/3:c", "knives/*:c keeps-knives-sharp:n");
    check_verdict("ladder", "knives", first, second, "3 v 0", Verdict::TwoOrMore);
    check_statements("ladder", "knives", first, second, "keeps-knives-sharp u/n");
}

#[test]
fn what_lies_above_the_higher_side_is_not_behind_the_difference() {
    let (first, second) = ("route=short knives/2:n", "route=short knives/2:c knives/3:n");
    check_statements("ladder", "knives", first, second, "cuts-evenly n/c");
}

#[test]
fn where_steps_do_not_build_on_each_other_the_higher_step_speaks() {
    let (first, second) = ("cooking/1:n cooking/2:c cooking/3:n", "route=short cooking/1:n");
    check_verdict("loose", "cooking", first, second, "2 v 0", Verdict::TwoOrMore);
    check_statements("loose", "cooking", first, second, "cooks-menu c/u, asks-about-allergies c/u");
}

// Order.

#[test]
fn most_steps_apart_come_first() {
    let second = "*:c teaches-cutting:n makes-stock:n runs-a-station:n";
    check_order("ladder", "*:c", second, "sauces service knives");
}

#[test]
fn the_only_step_shown_on_one_side_comes_before_one_step_of_several() {
    let second = "*:c planning/2:n reputation/1:n";
    check_verdict("contrast", "planning", "*:c", second, "2 v 1", Verdict::OneStep);
    check_verdict("contrast", "reputation", "*:c", second, "1 v 0", Verdict::OneSideOnly);
    check_order("contrast", "*:c", second, "reputation planning speed");
}

#[test]
fn most_rated_apart_come_next() {
    let second = "*:c cuts-evenly:s sauces/2:s runs-a-station:n";
    check_order("ladder", "*:c", second, "sauces service knives");
}

#[test]
fn framework_order_comes_last() {
    check_order("ladder", "*:c", "*:c", "knives sauces service");
}

#[test]
fn unknown_comes_after_all() {
    check_order("ladder", "*:c", "*:c knives/*:u runs-the-pass:n", "service sauces knives");
}

#[test]
fn with_single_steps_the_statements_decide() {
    check_order("three-stages", "*:c", "*:c shipping/1:s advisor/1:n", "advisor shipping strategy organization");
}

// The conversation guide.

#[test]
fn each_difference_gets_the_question_that_fits_its_ratings() {
    let (first, second) =
        ("*:c runs-a-station:n", "*:c cuts-safely:n keeps-knives-sharp:s sauces/2:s runs-a-station:s");
    let expected =
        ["evidence cuts-safely c/n", "consistently makes-mother-sauces c/s", "opportunity runs-a-station n/s"];
    check_guide("ladder", first, second, expected);
}

#[test]
fn what_is_missing_is_asked_only_where_neither_side_says_consistently() {
    let (first, second) = ("*:c knives/2:r sauces/2:r", "*:c knives/2:c sauces/2:n");
    let expected = ["opportunity makes-mother-sauces r/n", "evidence cuts-evenly r/c", "strength service"];
    check_guide("ladder", first, second, expected);
}

#[test]
fn agreement_everywhere_asks_about_gaps_and_strengths_by_turns() {
    let both = "knives/*:c sauces/*:c service/*:c @chef:n";
    check_guide("ladder", both, both, ["gap knives", "strength sauces", "gap service"]);
}

#[test]
fn agreed_strength_everywhere_has_no_gap() {
    check_guide("ladder", "*:c", "*:c", ["strength knives", "strength sauces", "strength service"]);
}

#[test]
fn agreed_gaps_everywhere_have_no_strength() {
    check_guide("ladder", "*:n", "*:n", ["gap knives", "gap sauces", "gap service"]);
}

#[test]
fn nothing_answered_asks_whether_it_is_part_of_the_work() {
    check_guide("ladder", "", "", ["open knives", "open sauces", "open service"]);
}

#[test]
fn a_prompt_names_the_statement_and_both_ratings() {
    let expected = "“I cut everything to the same size” (Me: Consistently; My manager: Not yet). \
                    Which piece of work of the last six months does each side point to?";
    check_sentence("ladder", "*:c", "*:c cuts-evenly:n", expected);
}

#[test]
fn a_prompt_names_what_one_side_never_answered() {
    let expected = "“I keep my knives sharp” (Me: not answered; My manager: Not yet). \
                    Which piece of work of the last six months does each side point to?";
    check_sentence("ladder", "route=short knives/2:c", "knives/*:c keeps-knives-sharp:n", expected);
}

#[test]
fn a_prompt_about_agreement_names_the_competency() {
    let expected = "Knives: both sides see a strength here. Where could it be used more?";
    check_sentence("ladder", "*:c", "*:c", expected);
}

// Properties.

static FRAMEWORKS: LazyLock<Vec<Framework>> = LazyLock::new(support::all_frameworks);

const RATINGS: [Option<Rating>; 5] =
    [None, Some(Rating::NotYet), Some(Rating::NotMyRole), Some(Rating::Sometimes), Some(Rating::Consistently)];

/// Creates answers with most steps rated as a whole: statements rated one by one would hardly ever meet one.
fn answers_to(framework: &'static Framework) -> impl Strategy<Value = Answers> {
    let whole_step = prop_oneof![
        3 => Just(Some(Some(Rating::Consistently))),
        4 => select(&RATINGS[..]).prop_map(Some),
        2 => Just(None),
    ];
    let whole_steps = vec(whole_step, steps(framework).len());
    let single = vec(select(&RATINGS[..]), framework.indicators.len());
    let route = prop_oneof![Just(Route::Short), Just(Route::Everything)];
    (route, whole_steps, single).prop_map(|(route, whole_steps, single)| {
        let mut answers = Answers::none(framework);
        answers.route = route;
        for (step, whole) in steps(framework).into_iter().zip(whole_steps) {
            for indicator in statements(framework, step) {
                answers.rate(indicator, whole.unwrap_or(single[indicator.0]));
            }
        }
        answers
    })
}

fn two_answers() -> impl Strategy<Value = (&'static Framework, Answers, Answers)> {
    (0..FRAMEWORKS.len()).prop_flat_map(|index| {
        let framework = &FRAMEWORKS[index];
        (Just(framework), answers_to(framework), answers_to(framework))
    })
}

fn mirrored(difference: &Difference) -> Difference {
    let mirror = |each: &RatedApart| RatedApart { first: each.second, second: each.first, ..*each };
    Difference {
        first: difference.second,
        second: difference.first,
        statements: difference.statements.iter().map(mirror).collect(),
        ..*difference
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn swapping_the_sides_mirrors_the_comparison((framework, first, second) in two_answers()) {
        let mirror: Vec<_> = compare(framework, &second, &first).iter().map(mirrored).collect();
        prop_assert_eq!(mirror, compare(framework, &first, &second));
    }

    #[test]
    fn every_competency_is_compared_once((framework, first, second) in two_answers()) {
        let mut compared: Vec<_> =
            compare(framework, &first, &second).iter().map(|each| each.competency.0).collect();
        compared.sort_unstable();
        prop_assert_eq!(compared, (0..framework.competencies.len()).collect::<Vec<_>>());
    }

    #[test]
    fn one_compared_with_oneself_agrees((framework, answers, _) in two_answers()) {
        let differences = compare(framework, &answers, &answers);
        for difference in &differences {
            prop_assert!(matches!(difference.verdict, Verdict::Agree | Verdict::Unknown));
            prop_assert!(difference.statements.is_empty());
        }
        prop_assert_eq!(guide(&differences).len(), PROMPTS);
    }

    #[test]
    fn a_difference_in_steps_names_a_statement((framework, first, second) in two_answers()) {
        for difference in compare(framework, &first, &second) {
            prop_assert!(difference.steps_apart == 0 || !difference.statements.is_empty(), "{difference:?}");
        }
    }

    #[test]
    fn taking_an_answer_back_never_brings_two_sides_apart((framework, first, mut second) in two_answers(), each: usize) {
        second.route = Route::Everything;
        // When an answer is removed, a statement that is not part of the role may no longer belong to the person's work.
        for indicator in (0..framework.indicators.len()).map(IndicatorIndex) {
            if second.rating(indicator) == Some(Rating::NotMyRole) {
                second.rate(indicator, None);
            }
        }
        let before = compare(framework, &first, &second);
        second.rate(IndicatorIndex(each % framework.indicators.len()), None);
        for after in compare(framework, &first, &second) {
            let before = before.iter().find(|each| each.competency == after.competency).expect("all are compared");
            prop_assert!(after.steps_apart <= before.steps_apart);
        }
    }

    #[test]
    fn a_guide_always_has_three_sentences((framework, first, second) in two_answers()) {
        let prompts = guide(&compare(framework, &first, &second));
        prop_assert_eq!(prompts.len(), PROMPTS);
        for prompt in &prompts {
            let sentence = words::prompt(&ENGLISH_COMPARISON, framework, prompt, "Then", "Now");
            prop_assert!(sentence.ends_with('?'), "{}", sentence);
        }
    }
}

#[test]
fn every_verdict_has_its_words() {
    let all = [
        Verdict::Agree,
        Verdict::AgreeOnSteps,
        Verdict::MayAgree,
        Verdict::OneStep,
        Verdict::OneSideOnly,
        Verdict::TwoOrMore,
        Verdict::Unknown,
    ];
    let said: BTreeSet<_> = all.map(|verdict| words::verdict(&ENGLISH_COMPARISON, verdict)).into();
    assert!(said.len() == all.len() && said.iter().all(|words| !words.is_empty()));
}
