//! What a result says: steps met, levels by each of the four rules, ranges, and what stands beside them.

mod support;

use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{Framework, IndicatorIndex, LevelIndex};
use next_rung::assessment::scoring::{Assessment, BUT_FOR_AT_MOST, Bounds, Proficiency, Rung, assess, is_cumulative};
use next_rung::formats::framework_file;
use next_rung::words::{ENGLISH, headline};
use serde_json::json;
use support::{
    MADE_UP, answers, described_levels, expected_up_to, file_with, framework, framework_with, ids, level_id,
    level_range, published, result, step_name,
};

/// The operating level, as in [`level_range`].
#[track_caller]
fn check_level(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(level_range(&framework, result(&framework, short).level), expected);
}

/// The steps met in one competency: one number, or the lowest and the highest of a range with dots between.
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

/// The level that is reached but for some statements, and those; `-` for none.
#[track_caller]
fn check_but_for(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let but_for = result(&framework, short).but_for;
    let found = but_for.map_or("-".to_owned(), |but_for| {
        format!("{}: {}", level_id(&framework, Some(but_for.level)), ids(&framework, &but_for.unmet))
    });
    assert_eq!(found, expected);
}

#[track_caller]
fn check_headline(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(headline(&ENGLISH, &framework, &result(&framework, short)), expected);
}

/// Each level with its statements met of expected and, after a plus, those open.
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

/// Each met step above an unmet one, and that one.
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

/// Where each difference of a contrast is shown.
#[track_caller]
fn check_differences(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let shown = result(&framework, short)
        .differences
        .into_iter()
        .map(|each| format!("{} {}", framework.competency(each.competency).id, level_range(&framework, each.shown_at)));
    assert_eq!(shown.collect::<Vec<_>>().join(", "), expected);
}

// Nothing and everything.

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
        assert!(assessment.open.is_empty() && assessment.but_for.is_none(), "{id}");
        assert!(assessment.competencies.iter().all(|each| each.value == Bounds { low: 1.0, high: 1.0 }), "{id}");
    }
}

#[test]
fn everything_not_yet_is_below_the_first_level() {
    for id in PUBLISHED.into_iter().chain(MADE_UP) {
        let assessment = result(&framework(id), "*:n");
        assert_eq!(assessment.level, Bounds { low: None, high: None }, "{id}");
        assert!(!assessment.mixed_evidence && assessment.but_for.is_none(), "{id}");
        assert!(assessment.competencies.iter().all(|each| each.value == Bounds { low: 0.0, high: 0.0 }), "{id}");
    }
}

#[test]
fn everything_sometimes_is_mixed_evidence_below_the_first_level() {
    for id in PUBLISHED.into_iter().chain(MADE_UP) {
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
    check_headline("three-stages", "*:s", "Mixed evidence: Shipping Products shown in part, not fully");
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

/// Profiles need not grow, and still a level stands on the ones below.
#[test]
fn what_a_level_does_not_expect_can_still_be_missing_below_it() {
    let framework = framework_with("ladder", &[("/levels/2/profile/service", json!(0))]);
    let assessment = result(&framework, "*:c service/*:n");
    assert_eq!(level_range(&framework, assessment.level), "-");
    let but_for = assessment.but_for.expect("two statements keep Chef away");
    assert_eq!(level_id(&framework, Some(but_for.level)), "chef");
    assert_eq!(ids(&framework, &but_for.unmet), "plates-on-time runs-a-station");
    let without_service = result(&framework, "*:c service/3:n");
    assert_eq!(level_range(&framework, without_service.level), "chef");
}

#[test]
fn senior_thinking_without_junior_execution_is_no_senior() {
    let short = "*:n @mid:c @senior:c";
    check_level("clarity", short, "-");
    check_but_for("clarity", short, "-");
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
        check_but_for("ladder", &format!("*:c carves-garnish:{rating}"), "-");
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
        "Between Apprentice and Cook: 2 statements are open",
    );
}

#[test]
fn below_the_first_level_can_be_the_low_end() {
    check_headline(
        "ladder",
        "*:n @apprentice:c makes-stock:u",
        "Between not yet Apprentice and Apprentice: 1 statement is open",
    );
}

#[test]
fn not_part_of_my_role_is_open_and_not_failed() {
    check_level("ladder", "*:n @apprentice:c @cook:c cuts-evenly:r", "apprentice..cook");
    check_open("ladder", "*:n @apprentice:c cuts-evenly:r", "cuts-evenly");
    check_level("clarity", "*:r", "-..super-senior");
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
    check_open("ladder", "knives/*:c sauces/*:c service/2:r", "plates-on-time runs-a-station runs-the-pass");
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

// Ladder of the result.

#[test]
fn the_ladder_counts_each_levels_own_statements() {
    check_ladder("ladder", "*:n @apprentice:c cuts-evenly:c invents-sauces:c", "apprentice 4/4, cook 1/4, chef 1/3");
}

#[test]
fn the_ladder_names_what_is_open() {
    check_ladder("ladder", "@apprentice:c cuts-evenly:n runs-a-station:r", "apprentice 4/4, cook 0/4+3, chef 0/3+3");
}

#[test]
fn levels_that_are_only_named_have_no_place_on_the_ladder() {
    check_ladder("contrast", "*:n", "home-cook 0/2, professional 0/4");
}

// Reached but for a few statements.

#[test]
fn one_statement_away_is_said_with_the_statement() {
    check_but_for("ladder", "*:n @apprentice:c @cook:c cuts-evenly:s", "cook: cuts-evenly");
    check_headline("ladder", "*:n @apprentice:c @cook:c cuts-evenly:s", "Cook, but for 1 statement in Knives");
}

#[test]
fn two_statements_away_names_both_competencies() {
    check_headline("ladder", "*:c cuts-safely:s makes-stock:n", "Chef, but for 2 statements in Knives and Sauces");
}

#[test]
fn two_statements_of_one_competency_name_it_once() {
    check_headline(
        "ladder",
        "*:c makes-mother-sauces:s rescues-split-sauces:n",
        "Chef, but for 2 statements in Sauces",
    );
}

#[test]
fn three_statements_are_too_many_and_the_constant_says_so() {
    check_but_for("ladder", "*:c cuts-safely:n makes-stock:n plates-on-time:n", "-");
    assert_eq!(BUT_FOR_AT_MOST, 2);
}

#[test]
fn the_highest_such_level_is_named_and_no_lower_one() {
    check_but_for("ladder", "*:c makes-stock:s", "chef: makes-stock");
    check_but_for("ladder", "*:n @apprentice:c @cook:c makes-stock:s", "cook: makes-stock");
}

#[test]
fn one_sometimes_at_the_bottom_does_not_turn_a_senior_into_a_beginner() {
    check_headline(
        "clarity",
        "*:n @junior:c @mid:c @senior:c removes-blockers:s",
        "Senior PM, but for 1 statement in Execution",
    );
}

#[test]
fn a_level_of_which_nothing_is_shown_is_not_nearly_reached() {
    check_but_for("clarity", "*:n @junior:c @mid:c @senior:c", "-");
    check_but_for(
        "clarity",
        "*:n @junior:c @mid:c @senior:c works-on-multiple-projects:c",
        "super-senior: handles-extreme-ambiguity",
    );
}

#[test]
fn a_level_that_open_answers_may_reach_is_no_but_for() {
    check_but_for("ladder", "*:n @apprentice:c @cook:c cuts-evenly:u", "-");
}

#[test]
fn above_the_highest_possible_level_an_open_answer_counts_as_one_of_the_few() {
    check_but_for(
        "ladder",
        "*:n @apprentice:c @cook:c cuts-evenly:s runs-a-station:u",
        "cook: cuts-evenly runs-a-station",
    );
}

/// Where each level includes the ones below, one unmet statement anywhere up to a level is named, and nothing else is.
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
        let but_for = assessment.but_for.clone().expect("one statement keeps the level away");
        assert_eq!((but_for.level, but_for.unmet), (senior, vec![unmet]), "{statement}");
        let expected = format!("{}, but for 1 statement in {}", framework.level(senior).name, competency.name);
        assert_eq!(headline(&ENGLISH, &framework, &assessment), expected, "{statement}");
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
    check_headline("contrast", "*:n", "No lean yet: none of the differences is fully shown at either level");
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
    check_headline(
        "contrast",
        "*:n planning/2:c speed/2:r",
        "Leans somewhere between Home Cook and Professional: 1 statement is open",
    );
}

#[test]
fn a_contrast_is_never_reached_but_for_something() {
    check_but_for("contrast", "*:c hundred-covers:s planning/2:s", "-");
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
    check_level("stages", "*:n stove/1:s", "-");
    check_headline("three-stages", "*:n discovers:c", "Stage 1, Shipping Products: Shipping products not fully shown");
}

#[test]
fn a_later_stage_is_for_who_fully_shows_one_of_its_responsibilities() {
    check_level("stages", "*:n guests/1:c", "running");
    check_level("stages", "*:c guests/1:s brigade/1:s", "cooking");
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
fn a_stage_is_nearly_reached_by_its_nearest_responsibility() {
    check_but_for("three-stages", "*:n @shipping-products:c strategy/1:c sets-goals:s", "product-strategy: sets-goals");
    check_headline(
        "stages",
        "*:c brigade/1:n guests/1:s talks-to-guests:c",
        "Running a Kitchen, but for 1 statement in The guests",
    );
}

#[test]
fn an_open_responsibility_leaves_the_stage_open() {
    check_level("stages", "*:n stove/1:c guests/1:r", "cooking..running");
    check_headline(
        "stages",
        "*:n stove/1:c guests/1:u",
        "Between Cooking and Running a Kitchen: 2 statements are open",
    );
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
    let but_for = result(&framework, short).but_for.expect("one statement is missing");
    assert_eq!(level_id(&framework, Some(but_for.level)), "senior");
    assert_eq!(ids(&framework, &but_for.unmet), "finds-opportunities-in-telemetry");
}

#[track_caller]
fn check_open_headline(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(headline(&ENGLISH, &framework, &result(&framework, short)), expected);
}

#[test]
fn only_open_statements_that_can_change_the_level_are_counted() {
    let expected = "Between Keen Host and Grand Host: 1 statement is open";
    check_open_headline("loose", "*:c cooking/1:u gives-toast:u", expected);
}

#[test]
fn a_range_is_said_even_where_a_level_is_reached_but_for_a_few_statements() {
    let expected = "Between Apprentice and Cook: 1 statement is open";
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
