//! Results: steps met, levels by each of the four rules, ranges, and the remarks beside them.

mod support;

use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{Framework, IndicatorIndex, LevelIndex};
use next_rung::assessment::scoring::{
    Assessment, Bounds, NEAR_AT_MOST, Near, Proficiency, Rung, assess, is_cumulative,
};
use next_rung::formats::framework_file;
use next_rung::words::{ENGLISH_RESULT, headline, second_line};
use serde_json::json;
use support::{
    MADE_UP, answers, described_levels, expected_up_to, file_with, framework, framework_with, ids, level_id,
    level_range, published, result, step_name,
};

/// Checks the operating level, written as in [`level_range`].
#[track_caller]
fn check_level(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(level_range(&framework, result(&framework, short).level), expected);
}

/// Checks the steps met in one competency: one number, or the lowest and the highest of a range with dots between.
#[track_caller]
fn check_met(id: &str, competency: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let Bounds { low, high } = in_competency(&framework, competency, &result(&framework, short)).met;
    let met = if low == high { low.to_string() } else { format!("{low}..{high}") };
    assert_eq!(met, expected);
}

#[track_caller]
fn check_value(id: &str, competency: &str, short: &str, low: f64, high: f64) {
    let framework = framework(id);
    let value = in_competency(&framework, competency, &result(&framework, short)).value;
    let is_near = (value.low - low).abs() < 1e-9 && (value.high - high).abs() < 1e-9;
    assert!(is_near, "expected {low} to {high}, found {value:?}");
}

fn in_competency<'a>(framework: &Framework, id: &str, assessment: &'a Assessment) -> &'a Proficiency {
    let competency = framework.competencies.iter().position(|competency| competency.id == id);
    &assessment.competencies[competency.expect("the framework has the competency")]
}

/// Checks the near level and the statements that it lacks, open ones after a plus; `-` for none.
#[track_caller]
fn check_near(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let near = result(&framework, short).near;
    let found = near.map_or("-".to_owned(), |Near { level, lacking }| {
        let open =
            if lacking.open.is_empty() { String::new() } else { format!(" + {}", ids(&framework, &lacking.open)) };
        format!("{}: {}{open}", level_id(&framework, Some(level)), ids(&framework, &lacking.unmet))
    });
    assert_eq!(found, expected);
}

/// Checks a person's standing, and the target above it.
#[track_caller]
fn check_standing(id: &str, short: &str, standing: &str, target: &str) {
    let framework = framework(id);
    let assessment = result(&framework, short);
    let found = [assessment.standing, assessment.target].map(|level| level_range(&framework, level));
    assert_eq!(found, [standing, target]);
}

#[track_caller]
fn check_second_line(id: &str, short: &str, expected: Option<&str>) {
    let framework = framework(id);
    assert_eq!(second_line(&ENGLISH_RESULT, &framework, &result(&framework, short)).as_deref(), expected);
}

#[track_caller]
fn check_headline(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(headline(&ENGLISH_RESULT, &framework, &result(&framework, short)), expected);
}

/// Checks each level with its statements met of expected and, after a plus, those open.
#[track_caller]
fn check_ladder(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let rung = |rung: &Rung| {
        let open = if rung.open > 0 { format!("+{}", rung.open) } else { String::new() };
        format!("{} {}/{}{open}", level_id(&framework, Some(rung.level)), rung.met, rung.expected)
    };
    let ladder: Vec<_> = result(&framework, short).ladder.iter().map(rung).collect();
    assert_eq!(ladder.join(", "), expected);
}

#[track_caller]
fn check_strengths(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let strengths = result(&framework, short).strengths;
    let names: Vec<_> = strengths.into_iter().map(|step| step_name(&framework, step)).collect();
    assert_eq!(names.join(" "), expected);
}

/// Checks each met step above an unmet one, and that one.
#[track_caller]
fn check_contradictions(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let contradictions = result(&framework, short).contradictions;
    let pairs = contradictions.into_iter().map(|each| {
        assert!(each.unmet < each.met, "the lower one is unmet");
        format!("{} above {}", step_name(&framework, each.met), step_name(&framework, each.unmet))
    });
    assert_eq!(pairs.collect::<Vec<_>>().join(", "), expected);
}

#[track_caller]
fn check_open(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(ids(&framework, &result(&framework, short).open), expected);
}

#[track_caller]
fn check_presumed(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(ids(&framework, &result(&framework, short).presumed), expected);
}

/// Checks the level at which each difference of a contrast is shown.
#[track_caller]
fn check_differences(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let shown = result(&framework, short)
        .differences
        .into_iter()
        .map(|each| format!("{} {}", framework.competency(each.competency).id, level_range(&framework, each.shown_at)));
    assert_eq!(shown.collect::<Vec<_>>().join(", "), expected);
}

// Nothing and everything answered.

#[test]
fn nothing_answered_is_no_result() {
    for framework in support::all_frameworks() {
        for route in [Route::Short, Route::Everything] {
            let mut answers = Answers::none(&framework);
            answers.route = route;
            assert_eq!(assess(&framework, &answers), None, "{}", framework.id);
        }
    }
}

#[test]
fn a_situation_alone_is_no_result() {
    let framework = published("clarity");
    assert_eq!(assess(&framework, &answers(&framework, "unclear=several-problems")), None);
}

#[test]
fn everything_consistently_is_the_last_level() {
    for id in PUBLISHED.into_iter().chain(MADE_UP) {
        let framework = framework(id);
        let last = *described_levels(&framework).last().expect("levels are described");
        let assessment = result(&framework, "*:c");
        assert_eq!(assessment.level, Bounds { low: Some(last), high: Some(last) }, "{id}");
        assert!(assessment.open.is_empty() && assessment.near.is_none(), "{id}");
        assert!(assessment.competencies.iter().all(|each| each.value == Bounds { low: 1.0, high: 1.0 }), "{id}");
    }
}

#[test]
fn everything_not_yet_is_below_the_first_level() {
    for id in PUBLISHED.into_iter().chain(MADE_UP) {
        let assessment = result(&framework(id), "*:n");
        assert_eq!(assessment.level, Bounds { low: None, high: None }, "{id}");
        assert!(!assessment.mixed_evidence && assessment.near.is_none(), "{id}");
        assert!(assessment.competencies.iter().all(|each| each.value == Bounds { low: 0.0, high: 0.0 }), "{id}");
    }
}

#[test]
fn everything_sometimes_is_mixed_evidence_below_the_first_level() {
    for id in PUBLISHED.into_iter().chain(MADE_UP).filter(|id| !id.ends_with("stages")) {
        let assessment = result(&framework(id), "*:s");
        assert_eq!(assessment.level, Bounds { low: None, high: None }, "{id}");
        assert!(assessment.mixed_evidence, "{id}");
    }
}

#[test]
fn mixed_evidence_names_the_lowest_level() {
    check_headline("clarity", "*:s", "Mixed evidence: Junior PM shown in part, not fully");
    check_headline("competency-grid", "*:s", "Mixed evidence: Associate Product Manager shown in part, not fully");
    check_headline("two-areas", "*:s", "Mixed evidence: Junior PM shown in part, not fully");
}

#[test]
fn below_the_first_level_is_a_result_of_its_own() {
    check_headline("clarity", "*:n", "Junior PM not yet shown");
    check_headline("competency-grid", "*:n", "Associate Product Manager not yet shown");
}

#[test]
fn one_not_yet_at_the_first_level_is_no_mixed_evidence() {
    check_headline("ladder", "*:s makes-stock:n", "Apprentice not yet shown");
}

#[test]
fn who_has_reached_a_level_shows_no_mixed_evidence() {
    for short in ["*:s discovers:c", "*:c delivers:s", "*:s strategy/1:c"] {
        assert!(!result(&framework("three-stages"), short).mixed_evidence, "{short}");
    }
}

// Conjunctive.

#[test]
fn a_level_is_reached_with_its_whole_profile() {
    check_level("ladder", "*:n @apprentice:c", "apprentice");
    check_level("ladder", "*:n @apprentice:c @cook:c", "cook");
}

#[test]
fn one_sometimes_keeps_a_level_away() {
    check_level("ladder", "*:n @apprentice:c @cook:c cuts-evenly:s", "apprentice");
}

#[test]
fn a_higher_level_does_not_stand_on_a_missing_lower_one() {
    check_level("ladder", "*:c @cook:n", "apprentice");
    check_level("ladder", "*:c @apprentice:n", "-");
}

/// Profiles need not grow, but a level still requires the ones below.
#[test]
fn what_a_level_does_not_expect_can_still_be_missing_below_it() {
    let framework = framework_with("ladder", &[("/levels/2/profile/service", json!(0))]);
    let assessment = result(&framework, "*:c service/*:n");
    assert_eq!(level_range(&framework, assessment.level), "-");
    let near = assessment.near.expect("two statements keep Chef away");
    assert_eq!(level_id(&framework, Some(near.level)), "chef");
    assert_eq!(ids(&framework, &near.lacking.unmet), "plates-on-time runs-a-station");
    let without_service = result(&framework, "*:c service/3:n");
    assert_eq!(level_range(&framework, without_service.level), "chef");
}

#[test]
fn senior_thinking_without_junior_execution_is_no_senior() {
    let short = "*:n @mid:c @senior:c";
    check_level("clarity", short, "-");
    check_near("clarity", short, "-");
    check_headline("clarity", short, "Junior PM not yet shown");
    check_strengths("clarity", short, "solution/1 problem/1");
}

#[test]
fn each_level_of_clarity_takes_on_one_more_unclear_thing() {
    check_level("clarity", "*:n @junior:c", "junior");
    check_level("clarity", "*:n @junior:c @mid:c", "mid");
    check_level("clarity", "*:n @junior:c @mid:c @senior:c", "senior");
    check_headline("clarity", "*:n @junior:c @mid:c @senior:c", "Senior PM");
}

// Optional statements.

#[test]
fn a_skipped_optional_statement_never_blocks() {
    check_level("ladder", "*:c", "chef");
    check_open("ladder", "*:c", "");
    check_level("clarity", "*:c crosses-org-boundaries:u", "super-senior");
}

#[test]
fn an_optional_statement_blocks_by_no_rating() {
    for rating in ["c", "s", "n", "r"] {
        check_level("ladder", &format!("*:c carves-garnish:{rating}"), "chef");
        check_near("ladder", &format!("*:c carves-garnish:{rating}"), "-");
        check_value("ladder", "knives", &format!("*:c carves-garnish:{rating}"), 1.0, 1.0);
    }
}

#[test]
fn no_optional_statement_of_a_published_framework_blocks() {
    for framework in PUBLISHED.map(published) {
        let mut answers = answers(&framework, "*:c");
        let expected = assess(&framework, &answers).expect("something is answered");
        for index in 0..framework.indicators.len() {
            if answers.rating(IndicatorIndex(index)).is_none() {
                answers.rate(IndicatorIndex(index), Some(Rating::NotYet));
            }
        }
        assert_eq!(assess(&framework, &answers), Some(expected), "{}", framework.id);
    }
}

#[test]
fn an_optional_statement_alone_shows_nothing() {
    check_level("ladder", "*:n carves-garnish:c", "-");
    check_ladder("ladder", "*:n carves-garnish:c", "apprentice 0/4, cook 0/4, chef 0/3");
}

// Not cumulative.

#[test]
fn without_a_ladder_in_the_source_the_highest_met_step_counts() {
    check_met("loose", "cooking", "*:n cooks-for-twenty:c", "3");
    check_met("ladder", "knives", "*:n knives/3:c", "0");
    check_level("loose", "*:n cooks-for-twenty:c offers-water:c seats-people:c", "keen");
}

#[test]
fn without_a_ladder_the_unmet_lower_statements_are_named() {
    let framework = framework("loose");
    let assessment = result(&framework, "*:c feeds-everyone:s asks-about-allergies:n");
    let cooking = in_competency(&framework, "cooking", &assessment);
    assert_eq!(ids(&framework, &cooking.unmet), "feeds-everyone asks-about-allergies");
    assert_eq!(level_range(&framework, assessment.level), "grand");
    check_contradictions("loose", "*:c feeds-everyone:s asks-about-allergies:n", "cooking/3 above cooking/1");
}

#[test]
fn a_profile_that_skips_a_competency_does_not_ask_for_it() {
    check_level("loose", "*:n @casual:c", "casual");
}

// Open answers.

#[test]
fn open_answers_give_a_range() {
    check_level("ladder", "@apprentice:c", "apprentice..chef");
    check_level("ladder", "*:n @apprentice:c @cook:c cuts-evenly:u", "apprentice..cook");
    check_headline(
        "ladder",
        "*:n @apprentice:c @cook:c cuts-evenly:u runs-a-station:u",
        "Cook, if 2 open statements hold",
    );
    check_headline("ladder", "@apprentice:c", "Between Apprentice and Chef: 7 statements are open");
}

#[test]
fn below_the_first_level_can_be_the_low_end() {
    check_headline("ladder", "*:n @apprentice:c makes-stock:u", "Apprentice, if 1 open statement holds");
    check_headline("ladder", "*:n @apprentice:u makes-stock:n plates-on-time:c", "Apprentice not yet shown");
    check_headline("ladder", "*:n @apprentice:u plates-on-time:c", "Apprentice at most: 3 statements are open");
}

#[test]
fn not_part_of_my_role_is_open_where_the_person_works_at_that_step() {
    check_level("ladder", "*:n @apprentice:c @cook:c rescues-split-sauces:r", "apprentice..cook");
    check_open("ladder", "*:n @apprentice:c rescues-split-sauces:r makes-mother-sauces:s", "rescues-split-sauces");
    check_open("ladder", "*:n @apprentice:c sauces/2:r sauces/3:s", "makes-mother-sauces rescues-split-sauces");
}

#[test]
fn not_part_of_my_role_is_not_shown_where_the_person_does_not_work_at_that_step() {
    check_level("ladder", "*:n @apprentice:c sauces/2:r", "apprentice");
    check_open("ladder", "*:n @apprentice:c sauces/2:r", "");
    check_level("clarity", "*:r @junior:c", "junior");
    check_headline("clarity", "*:r @junior:c", "Junior PM");
}

#[test]
fn whom_nothing_applies_to_is_told_that_the_framework_does_not_describe_their_work() {
    for id in PUBLISHED {
        check_headline(id, "*:r", "This framework does not describe your work");
        check_level(id, "*:r", "-");
        assert!(framework(id).lead_caveat().is_some(), "{id}: and for whom it is");
    }
}

#[test]
fn an_open_answer_that_cannot_matter_leaves_one_level() {
    check_level("ladder", "*:n @apprentice:c @cook:c cuts-evenly:n runs-a-station:u", "apprentice");
    check_level("ladder", "*:c @apprentice:n cuts-evenly:u", "-");
}

#[test]
fn proficiency_is_a_range_too() {
    check_met("ladder", "knives", "*:n knives/1:c cuts-evenly:u", "1..2");
    check_met("ladder", "knives", "knives/1:c", "1..3");
    check_met("loose", "cooking", "*:n cooks-menu:c asks-about-allergies:u", "0..2");
    check_met("loose", "cooking", "*:n cooks-for-twenty:c cooking/1:u", "3");
}

#[test]
fn open_statements_are_listed_in_framework_order_without_optional_ones() {
    check_open("ladder", "knives/*:c sauces/*:c service/2:u", "plates-on-time runs-a-station runs-the-pass");
}

// Radar values.

#[test]
fn the_value_is_the_steps_met_plus_the_met_share_of_the_next() {
    check_value("ladder", "knives", "*:n knives/1:c", 1.0 / 3.0, 1.0 / 3.0);
    check_value("ladder", "knives", "*:n cuts-safely:c", 0.5 / 3.0, 0.5 / 3.0);
    check_value("grid", "ovens", "*:n ovens/1:c ovens/2:c", 0.5, 0.5);
}

#[test]
fn sometimes_counts_half_on_the_radar_and_nowhere_else() {
    check_value("ladder", "knives", "*:n cuts-safely:s", 0.25 / 3.0, 0.25 / 3.0);
    check_value("ladder", "knives", "*:n knives/1:s", 0.5 / 3.0, 0.5 / 3.0);
    check_met("ladder", "knives", "*:n knives/1:s", "0");
    check_ladder("ladder", "*:n knives/1:s", "apprentice 0/4, cook 0/4, chef 0/3");
}

#[test]
fn an_optional_statement_draws_nothing() {
    check_value("ladder", "knives", "*:n knives/1:c knives/2:c carves-garnish:c", 2.0 / 3.0, 2.0 / 3.0);
}

#[test]
fn steps_above_the_next_one_draw_nothing() {
    check_value("ladder", "knives", "*:n knives/3:c", 0.0, 0.0);
}

#[test]
fn open_answers_draw_as_a_range_and_not_as_zero() {
    check_value("ladder", "knives", "*:n knives/1:u", 0.0, 1.0 / 3.0);
    check_value("ladder", "knives", "*:n cuts-safely:r keeps-knives-sharp:s", 0.25 / 3.0, 0.75 / 3.0);
    check_value("ladder", "knives", "makes-stock:c", 0.0, 1.0);
}

#[test]
fn without_a_ladder_the_value_goes_on_from_the_highest_met_step() {
    check_value("loose", "cooking", "*:n cooking/2:c cooks-for-twenty:s", 2.5 / 3.0, 2.5 / 3.0);
}

// The ladder of the result.

#[test]
fn the_ladder_counts_each_levels_own_statements() {
    check_ladder("ladder", "*:n @apprentice:c cuts-evenly:c invents-sauces:c", "apprentice 4/4, cook 1/4, chef 1/3");
}

#[test]
fn the_ladder_names_what_is_open() {
    check_ladder("ladder", "@apprentice:c cuts-evenly:n runs-a-station:u", "apprentice 4/4, cook 0/4+3, chef 0/3+3");
}

#[test]
fn levels_that_are_only_named_have_no_place_on_the_ladder() {
    check_ladder("contrast", "*:n", "home-cook 0/2, professional 0/4");
}

// Near a level.

#[test]
fn one_statement_away_is_said_with_the_statement() {
    check_near("ladder", "*:n @apprentice:c @cook:c cuts-evenly:s", "cook: cuts-evenly");
    check_headline("ladder", "*:n @apprentice:c @cook:c cuts-evenly:s", "Apprentice, 1 statement short of Cook");
}

#[test]
fn two_statements_away_below_the_first_level_are_counted_from_there() {
    check_headline("ladder", "*:c cuts-safely:s makes-stock:n", "2 statements short of Chef");
}

#[test]
fn a_near_level_further_up_is_said_without_the_one_fully_shown() {
    let short = "*:c makes-mother-sauces:s rescues-split-sauces:n";
    check_headline("ladder", short, "2 statements short of Chef");
    check_second_line("ladder", short, Some("Fully shown so far: Apprentice."));
}

#[test]
fn a_near_level_directly_above_needs_no_second_line() {
    check_second_line("ladder", "*:n @apprentice:c @cook:c cuts-evenly:s", None);
}

#[test]
fn who_is_below_the_first_level_is_told_what_they_show() {
    check_second_line(
        "ladder",
        "*:n sauces/1:c sauces/2:c knives/1:c",
        Some("Fully shown so far: Knives (Apprentice), Sauces (Cook)."),
    );
    check_second_line("ladder", "*:s", Some("No step is fully shown so far."));
}

#[test]
fn a_person_stands_below_the_near_level_and_aims_at_it() {
    check_standing("ladder", "*:c makes-stock:s", "cook", "chef");
    check_standing("ladder", "*:n @apprentice:c @cook:c cuts-evenly:s", "apprentice", "cook");
    check_standing("ladder", "*:n makes-stock:c", "-", "apprentice");
    check_standing("ladder", "*:c", "chef", "-");
    check_standing("ladder", "@apprentice:c", "apprentice..chef", "cook..-");
}

#[test]
fn three_statements_are_too_many_and_the_constant_says_so() {
    check_near("ladder", "*:c cuts-safely:n makes-stock:n plates-on-time:n", "-");
    assert_eq!(NEAR_AT_MOST, 2);
}

#[test]
fn the_highest_such_level_is_named_and_no_lower_one() {
    check_near("ladder", "*:c makes-stock:s", "chef: makes-stock");
    check_near("ladder", "*:n @apprentice:c @cook:c makes-stock:s", "cook: makes-stock");
}

#[test]
fn one_sometimes_at_the_bottom_does_not_turn_a_senior_into_a_beginner() {
    check_headline("clarity", "*:n @junior:c @mid:c @senior:c removes-blockers:s", "1 statement short of Senior PM");
}

#[test]
fn a_level_of_which_half_is_shown_is_not_near() {
    check_near("clarity", "*:n @junior:c @mid:c @senior:c", "-");
    check_near("clarity", "*:c works-on-multiple-projects:n", "-");
    check_headline("clarity", "*:c works-on-multiple-projects:n", "Senior PM");
}

#[test]
fn a_level_that_open_answers_may_reach_is_said_with_them() {
    let short = "*:n @apprentice:c @cook:c cuts-evenly:u";
    check_near("ladder", short, "cook:  + cuts-evenly");
    check_headline("ladder", short, "Cook, if 1 open statement holds");
    check_second_line("ladder", short, Some("Fully shown so far: Apprentice."));
}

#[test]
fn what_is_open_is_never_called_missing() {
    let short = "*:c cuts-evenly:s makes-stock:u";
    check_near("ladder", short, "chef: cuts-evenly + makes-stock");
    check_headline("ladder", short, "1 statement short of Chef, with 1 more open");
}

/// Checks that if each level includes the ones below, exactly the one unmet statement anywhere up to a level is named.
#[track_caller]
fn check_each_single_statement_keeps_senior_away(id: &str) {
    let framework = published(id);
    let senior = LevelIndex(framework.levels.iter().position(|level| level.id == "senior").expect("there is a Senior"));
    let up_to_senior = expected_up_to(&framework, senior);
    for &unmet in &up_to_senior {
        let mut answers = answers(&framework, "*:n");
        for &met in &up_to_senior {
            answers.rate(met, Some(Rating::Consistently));
        }
        answers.rate(unmet, Some(Rating::Sometimes));
        let assessment = assess(&framework, &answers).expect("something is answered");
        let step = framework.indicator(unmet).step;
        let competency = framework.competency(step.competency);
        let statement = &framework.indicator(unmet).id;
        let is_below_a_met_step = step.step + 1 < framework.profile(senior)[step.competency.0];
        if is_below_a_met_step && !is_cumulative(competency) {
            assert_eq!(assessment.level.single(), Some(Some(senior)), "{statement}: a higher step is met");
            assert_eq!(assessment.competencies[step.competency.0].unmet.first(), Some(&unmet), "and it is named");
            continue;
        }
        let near = assessment.near.clone().expect("one statement keeps the level away");
        assert_eq!((near.level, near.lacking.unmet), (senior, vec![unmet]), "{statement}");
        let headline = headline(&ENGLISH_RESULT, &framework, &assessment);
        let expected = format!("1 statement short of {}", framework.level(senior).name);
        assert!(headline.ends_with(&expected), "{statement}: {headline}");
    }
}

#[test]
fn each_single_statement_keeps_senior_away_in_clarity() {
    check_each_single_statement_keeps_senior_away("clarity");
}

#[test]
fn each_single_statement_keeps_senior_away_in_competency_grid() {
    check_each_single_statement_keeps_senior_away("competency-grid");
}

#[test]
fn each_single_statement_keeps_senior_away_in_two_areas() {
    check_each_single_statement_keeps_senior_away("two-areas");
}

// Per competency.

#[test]
fn the_roll_up_is_the_level_that_all_competencies_reach() {
    check_level("grid", "*:c", "master");
    check_level("grid", "*:n dough/*:c ovens/*:c customers/1:c", "helper");
    check_met("grid", "dough", "*:n dough/*:c customers/1:c", "4");
}

#[test]
fn the_roll_up_names_what_holds_it_back() {
    check_headline(
        "competency-grid",
        "*:c product-craft/*:n product-craft/1:c",
        "Associate Product Manager, held back by Product Craft",
    );
    check_headline(
        "competency-grid",
        "*:c product-craft/3:n scope-impact/3:n",
        "Product Manager, held back by Scope & Impact and Product Craft",
    );
}

#[test]
fn where_every_competency_stops_at_the_level_nothing_holds_it_back() {
    check_headline("grid", "*:n @helper:c @baker:c", "Baker");
}

#[test]
fn more_than_two_that_hold_back_are_counted() {
    check_headline(
        "competency-grid",
        "*:n @associate:c product-craft/2:c execution-prioritization/2:c",
        "Associate Product Manager, held back by Vision & Strategy, Leadership & Influence and 1 more",
    );
}

// Contrast.

#[test]
fn a_lean_to_the_higher_level_needs_most_of_the_differences() {
    check_level("contrast", "*:n planning/2:c speed/2:c", "professional");
    check_level("contrast", "*:n planning/2:c speed/1:c", "home-cook");
    check_level("contrast", "*:n speed/1:c", "home-cook");
    check_level("contrast", "*:n", "-");
}

#[test]
fn half_of_the_differences_is_not_most_of_them() {
    let mut file = file_with("contrast", &[]);
    let mut fourth = file["competencies"][2].clone();
    fourth["id"] = json!("training");
    fourth["steps"][0]["indicators"] = json!([fourth["steps"][0]["indicators"][0]]);
    fourth["steps"][0]["indicators"][0]["id"] = json!("learnt-cooking");
    fourth["steps"][0]["indicators"][0]["slot"] = json!(99);
    file["competencies"].as_array_mut().expect("they are a list").push(fourth);
    file["levels"][1]["profile"]["training"] = json!(0);
    file["levels"][2]["profile"]["training"] = json!(1);
    let framework = framework_file::read(&file.to_string()).unwrap_or_else(|error| panic!("{error}"));
    let level = |short| level_range(&framework, result(&framework, short).level);
    assert_eq!(level("*:n planning/2:c training/1:c"), "home-cook");
    assert_eq!(level("*:n planning/2:c training/1:c speed/2:c"), "professional");
}

#[test]
fn a_lean_says_how_many_differences_are_shown() {
    check_headline(
        "contrast",
        "*:n planning/2:c speed/2:c",
        "Leans to Professional: 2 of 3 differences shown at Professional",
    );
    check_headline("contrast", "*:n speed/1:c", "Leans to Home Cook: 0 of 3 differences shown at Professional");
    check_headline("contrast", "*:n", "No lean yet: none of the author’s differences is fully shown at either level");
}

#[test]
fn differences_are_shown_at_a_level_or_at_neither() {
    check_differences("contrast", "*:n planning/2:c speed/1:c", "planning professional, speed home-cook, reputation -");
}

#[test]
fn open_differences_are_a_range() {
    check_differences(
        "contrast",
        "*:n planning/1:c tracks-waste:c orders-ahead:u",
        "planning home-cook..professional, speed -, reputation -",
    );
    check_headline("contrast", "*:n planning/2:c speed/2:u", "Leans to Professional, if 1 open statement holds");
}

#[test]
fn nobody_is_near_in_a_contrast() {
    check_near("contrast", "*:c hundred-covers:s planning/2:s", "-");
}

#[test]
fn only_a_contrast_has_differences() {
    for id in PUBLISHED.into_iter().chain(MADE_UP) {
        let expected = matches!(id, "contrast" | "junior-senior");
        assert_eq!(!result(&framework(id), "*:c").differences.is_empty(), expected, "{id}");
    }
}

#[test]
fn what_the_company_grants_counts_as_any_statement() {
    check_level("junior-senior", "*:n @junior:c", "junior");
    check_differences(
        "junior-senior",
        "*:c holds-leadership-position:n",
        "leadership junior, outcomes senior, experience senior, influence senior, everyday-work senior",
    );
}

// Stages.

#[test]
fn the_first_stage_is_for_anyone_who_shows_any_of_it() {
    check_level("stages", "*:n seasons-well:c", "cooking");
    check_level("stages", "*:n stove/1:s", "cooking");
    check_level("stages", "*:n", "-");
    check_headline("three-stages", "*:n discovers:c", "Stage 1, Shipping Products: Shipping products not fully shown");
}

#[test]
fn a_later_stage_is_for_who_fully_shows_one_of_its_responsibilities() {
    check_level("stages", "*:n guests/1:c", "running");
    check_level("stages", "*:c guests/1:s brigade/1:s", "cooking");
}

#[test]
fn a_later_stage_is_for_who_lacks_at_most_two_of_its_statements_too() {
    check_level(
        "three-stages",
        "*:n @organization-excellence:c advises-company:s hires-people:s",
        "organization-excellence",
    );
    check_level("three-stages", "*:n @organization-excellence:c advisor/1:n advises-company:c hires-people:s", "-");
    check_level("three-stages", "*:n strategy/1:c sets-goals:n", "product-strategy");
    check_level("three-stages", "*:n strategy/1:c sets-goals:n plans-to-win:n", "-");
}

#[test]
fn a_stage_is_complete_or_names_what_is_missing() {
    check_headline("three-stages", "*:n @shipping-products:c", "Stage 1, Shipping Products: complete");
    check_headline("three-stages", "*:c advisor/1:n organization/1:n", "Stage 2, Product Strategy: complete");
    check_headline("three-stages", "*:n strategy/1:c", "Stage 2, Product Strategy: Shipping products not fully shown");
    check_headline("three-stages", "*:c", "Stage 3, Organization Excellence: complete");
}

#[test]
fn half_the_duties_of_the_last_stage_is_that_stage_with_one_half_missing() {
    let missing_advice = "*:c advisor/1:n";
    check_level("three-stages", missing_advice, "organization-excellence");
    check_headline(
        "three-stages",
        missing_advice,
        "Stage 3, Organization Excellence: one half missing (Strategic advisor)",
    );
    check_headline(
        "three-stages",
        "*:c organization/1:n",
        "Stage 3, Organization Excellence: one half missing (Building the organization)",
    );
}

#[test]
fn the_last_stage_expects_no_personal_shipping() {
    check_headline("three-stages", "*:n @organization-excellence:c", "Stage 3, Organization Excellence: complete");
}

#[test]
fn a_stage_that_lacks_few_statements_is_that_stage_and_counts_them() {
    let short = "*:n @shipping-products:c strategy/1:c sets-goals:s";
    check_near("three-stages", short, "-");
    check_headline("three-stages", short, "Stage 2, Product Strategy: complete except for 1 statement");
    assert_eq!(ids(&framework("three-stages"), &result(&framework("three-stages"), short).named.unmet), "sets-goals");
    let open = "*:n @shipping-products:c strategy/1:c sets-goals:u";
    check_headline("three-stages", open, "Stage 2, Product Strategy: complete, if 1 open statement holds");
}

#[test]
fn an_open_responsibility_leaves_the_stage_open() {
    check_level("stages", "*:n stove/1:c guests/1:u", "cooking..running");
    check_level("stages", "*:n stove/1:c guests/1:r", "cooking");
    check_headline("stages", "*:n stove/1:c guests/1:u", "Running a Kitchen, if 2 open statements hold");
}

// Strengths and contradictions.

#[test]
fn a_strength_is_a_met_step_beyond_the_level() {
    check_strengths("ladder", "*:n @apprentice:c sauces/2:c", "sauces/2");
    check_strengths("ladder", "*:n @apprentice:c", "");
    check_strengths("ladder", "*:c", "");
    check_strengths("three-stages", "*:c", "");
    check_strengths("grid", "*:n dough/*:c", "dough/1 dough/2 dough/3 dough/4");
}

#[test]
fn an_open_step_is_no_strength() {
    check_strengths("ladder", "*:n @apprentice:c rescues-split-sauces:c makes-mother-sauces:r", "");
}

#[test]
fn a_met_step_above_an_unmet_one_is_both_a_strength_and_flagged() {
    check_strengths("ladder", "*:n @apprentice:c sauces/3:c", "sauces/3");
    check_contradictions("ladder", "*:n @apprentice:c sauces/3:c", "sauces/3 above sauces/2");
    check_met("ladder", "sauces", "*:n @apprentice:c sauces/3:c", "1");
}

#[test]
fn a_contradiction_sets_the_highest_met_step_against_the_lowest_unmet_one() {
    check_contradictions("grid", "*:c dough/1:n dough/2:s ovens/3:n", "dough/4 above dough/1, ovens/4 above ovens/3");
}

#[test]
fn an_open_step_below_a_met_one_contradicts_nothing() {
    check_contradictions("ladder", "*:c knives/1:u knives/2:r", "");
}

#[test]
fn an_open_step_above_an_unmet_one_contradicts_nothing() {
    check_contradictions("ladder", "*:n knives/2:u sauces/3:r", "");
}

#[test]
fn answers_without_a_hole_contradict_nothing() {
    check_contradictions("ladder", "*:n @apprentice:c knives/2:c", "");
}

// Presumption.

#[test]
fn the_short_route_takes_what_lies_below_a_met_step_for_granted() {
    let short = "route=short knives/2:c knives/3:n";
    check_met("ladder", "knives", short, "2");
    check_presumed("ladder", short, "cuts-safely keeps-knives-sharp");
    check_open(
        "ladder",
        short,
        "makes-stock makes-mother-sauces rescues-split-sauces invents-sauces plates-on-time runs-a-station runs-the-pass",
    );
}

#[test]
fn the_short_route_takes_what_lies_above_an_unmet_step_for_unmet() {
    check_met("ladder", "knives", "route=short knives/1:n", "0");
    check_value("ladder", "knives", "route=short knives/1:n", 0.0, 0.0);
    check_presumed("ladder", "route=short knives/1:n", "");
}

#[test]
fn when_everything_is_asked_nothing_is_presumed() {
    check_met("ladder", "knives", "route=everything knives/2:c knives/3:n", "0..2");
    check_presumed("ladder", "route=everything knives/2:c knives/3:n", "");
    check_met("ladder", "knives", "route=everything knives/1:n", "0");
    check_open("ladder", "knives/1:n knives/3:c sauces/*:n service/*:n", "cuts-evenly");
}

#[test]
fn a_step_with_any_rating_is_not_presumed() {
    check_met("ladder", "knives", "route=short knives/3:c cuts-safely:c", "0..3");
    check_presumed("ladder", "route=short sauces/3:c rescues-split-sauces:r", "makes-stock");
    check_open(
        "ladder",
        "route=short sauces/3:c rescues-split-sauces:r knives/1:n service/1:n",
        "makes-mother-sauces rescues-split-sauces",
    );
}

#[test]
fn an_optional_statement_below_a_met_step_is_listed_with_what_is_presumed() {
    check_presumed("contrast", "route=short speed/2:c", "dinner-on-time cleans-as-i-go");
}

#[test]
fn presumed_statements_count_on_the_ladder() {
    check_ladder("ladder", "route=short @cook:c @chef:n", "apprentice 4/4, cook 4/4, chef 0/3");
}

#[test]
fn who_has_left_a_ceiling_behind_has_met_it() {
    let framework = published("competency-grid");
    let presumed = result(&framework, "route=short @senior:c @principal:n").presumed;
    let outgrown =
        ["suggests-metrics-and-goals", "delivers-independently", "delivers-with-limited-guidance", "mentors"];
    for outgrown in outgrown {
        let statement = framework.find_indicator(outgrown).expect("it is a statement of the framework");
        assert!(presumed.contains(&statement), "{outgrown}");
    }
    check_level("competency-grid", "route=short @senior:c @principal:n", "senior");
}

#[test]
fn no_statement_stands_between_that_need_not_be_met() {
    // The market area is not cumulative: the step that the level expects is enough.
    let framework = framework("two-areas");
    let short = "*:n @junior:c @senior:c customers/1:n finds-opportunities-in-telemetry:n";
    let near = result(&framework, short).near.expect("one statement is missing");
    assert_eq!(level_id(&framework, Some(near.level)), "senior");
    assert_eq!(ids(&framework, &near.lacking.unmet), "finds-opportunities-in-telemetry");
}

#[track_caller]
fn check_open_headline(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(headline(&ENGLISH_RESULT, &framework, &result(&framework, short)), expected);
}

#[test]
fn only_open_statements_that_can_change_the_level_are_counted() {
    let expected = "Grand Host, if 1 open statement holds";
    check_open_headline("loose", "*:c cooking/1:u gives-toast:u", expected);
}

#[test]
fn beyond_a_level_that_open_answers_may_reach_a_near_one_is_said() {
    let expected = "1 statement short of Chef, with 1 more open";
    check_open_headline("ladder", "*:c cuts-evenly:u runs-the-pass:n", expected);
}

#[test]
fn the_areas_of_a_split_source_are_reported_too() {
    let framework = framework("two-areas");
    let areas = result(&framework, "*:c @partner:n guidance/1:n").areas;
    let levels: Vec<_> = areas.iter().map(|area| (area.name.as_str(), level_id(&framework, area.level.low))).collect();
    let expected = [("Market research and customer liaison", "junior"), ("Product design and build", "principal")];
    assert_eq!(levels, expected);
    assert!(areas.iter().all(|area| area.level.low == area.level.high));
}

#[test]
fn a_source_that_was_not_split_has_no_areas() {
    assert!(result(&framework("clarity"), "*:c").areas.is_empty());
}
