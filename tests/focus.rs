//! The focus of a plan: the steps to work on next, their order and reasons, the direction of growth, and the advice.

mod support;

use next_rung::assessment::focus::{FOCUS_AT_MOST, Plan, Reason, plan};
use next_rung::assessment::framework::{AdviceKind, Framework};
use next_rung::words::{ENGLISH_RESULT, notes};
use serde_json::json;
use support::{answers, file_with, framework, framework_with, ids, level_id, result, step_name};

#[track_caller]
fn plan_of(framework: &Framework, short: &str) -> Plan {
    plan(framework, &answers(framework, short), &result(framework, short))
}

/// Checks the steps to work on, most important first, each with its reason.
#[track_caller]
fn check_focus(id: &str, short: &str, expected: &str) {
    check_focus_in(&framework(id), short, expected);
}

#[track_caller]
fn check_focus_in(framework: &Framework, short: &str, expected: &str) {
    let name = |level| level_id(framework, Some(level));
    let focus = plan_of(framework, short).focus.into_iter().map(|focus| {
        let reason = match focus.reason {
            Reason::Hole(level) => format!("hole of {}", name(level)),
            Reason::Open(level) => format!("open in {}", name(level)),
            Reason::Optional(level) => format!("optional in {}", name(level)),
            Reason::BelowClaimed(level) => format!("claims {}", name(level)),
            Reason::Gap { level, steps } => format!("{steps} below {}", name(level)),
            Reason::MissingPart(stage) => format!("missing in {}", name(stage)),
            Reason::NextStage(stage) => format!("new in {}", name(stage)),
            Reason::Craft(stage) => format!("craft of {}", name(stage)),
        };
        format!("{} {reason}", step_name(framework, focus.step))
    });
    assert_eq!(focus.collect::<Vec<_>>().join(", "), expected);
}

/// Checks the statements of the first focus: those unmet, then those open.
#[track_caller]
fn check_statements(id: &str, short: &str, unmet: &str, open: &str) {
    let framework = framework(id);
    let plan = plan_of(&framework, short);
    let first = plan.focus.first().expect("there is something to work on");
    assert_eq!((ids(&framework, &first.unmet).as_str(), ids(&framework, &first.open).as_str()), (unmet, open));
}

/// Checks where the plan starts and where it leads.
#[track_caller]
fn check_way(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    let plan = plan_of(&framework, short);
    let to = plan.to.map_or("the end of the source", |to| level_id(&framework, Some(to)));
    let kind = match plan.kind {
        AdviceKind::Within => "within",
        AdviceKind::Across => "across",
    };
    let standing = result(&framework, short).standing.low;
    assert_eq!(format!("{kind}: {} to {to}", level_id(&framework, standing)), expected);
}

/// Checks the ids of the general advice, then of the advice for each focus.
#[track_caller]
fn check_advice(id: &str, short: &str, whole_way: &str, focuses: &str) {
    let file = file_with(id, &[]);
    let ids = |advice: Vec<usize>| {
        let ids = advice.into_iter().map(|index| file["advice"][index]["id"].as_str().expect("advice has an id"));
        ids.collect::<Vec<_>>().join(" ")
    };
    let plan = plan_of(&framework(id), short);
    assert_eq!(ids(plan.advice), whole_way);
    assert_eq!(ids(plan.focus.into_iter().flat_map(|focus| focus.advice).collect()), focuses);
}

#[track_caller]
fn check_notes(id: &str, short: &str, expected: &[&str]) {
    let framework = framework(id);
    let plan = plan_of(&framework, short);
    let found = notes(&ENGLISH_RESULT, &framework, &answers(&framework, short), &result(&framework, short), &plan);
    assert_eq!(found, expected);
}

// Steps and their order.

#[test]
fn equal_gaps_come_in_framework_order() {
    check_focus("ladder", "*:n @apprentice:c", "knives/2 1 below cook, sauces/2 1 below cook, service/2 1 below cook");
}

#[test]
fn a_competency_that_has_the_next_level_is_left_alone() {
    check_focus("ladder", "*:n @apprentice:c knives/2:c service/2:c", "sauces/2 1 below cook");
}

#[test]
fn at_most_three_are_named() {
    check_focus(
        "competency-grid",
        "*:n @associate:c",
        "vision-strategy/2 1 below product-manager, leadership-influence/2 1 below product-manager, \
         scope-impact/2 1 below product-manager",
    );
    assert_eq!(FOCUS_AT_MOST, 3);
}

#[test]
fn only_the_next_level_is_aimed_at() {
    check_focus(
        "ladder",
        "*:n",
        "knives/1 1 below apprentice, sauces/1 1 below apprentice, service/1 1 below apprentice",
    );
    check_way("ladder", "*:n", "across: - to apprentice");
    check_focus("clarity", "*:n @mid:c @senior:c", "execution/1 1 below junior");
}

#[test]
fn the_largest_gap_comes_first() {
    let framework = framework_with("ladder", &[("/levels/0/profile/service", json!(0))]);
    check_focus_in(
        &framework,
        "*:n @apprentice:c plates-on-time:n",
        "service/1 2 below cook, knives/2 1 below cook, sauces/2 1 below cook",
    );
}

#[test]
fn an_unmet_basic_comes_before_any_gap() {
    check_focus(
        "loose",
        "*:n @casual:c @keen:c seats-people:s gives-toast:c",
        "talk/1 hole of keen, cooking/3 1 below grand, drinks/2 1 below grand",
    );
}

#[test]
fn a_hole_above_the_level_reached_is_no_basic() {
    check_focus("loose", "*:n @casual:c cooking/3:c", "talk/1 1 below keen");
}

#[test]
fn the_larger_gap_comes_first_among_basics() {
    check_focus(
        "junior-senior",
        "*:c leadership/2:n everyday-work/*:n",
        "everyday-work/1 hole of junior, leadership/2 hole of senior",
    );
}

#[test]
fn a_step_that_the_title_takes_for_granted_says_so() {
    check_focus(
        "ladder",
        "*:c @cook:n @chef:n current-title=is-cook service/2:c",
        "knives/2 claims cook, sauces/2 claims cook",
    );
    check_focus(
        "ladder",
        "*:n current-title=is-chef",
        "knives/1 claims chef, sauces/1 claims chef, service/1 claims chef",
    );
}

#[test]
fn a_title_below_the_next_level_changes_no_reason() {
    check_focus(
        "ladder",
        "*:c @cook:n @chef:n service/2:c current-title=is-apprentice",
        "knives/2 1 below cook, sauces/2 1 below cook",
    );
}

#[test]
fn what_is_only_open_comes_last() {
    check_focus(
        "ladder",
        "*:n @apprentice:c cuts-evenly:u",
        "sauces/2 1 below cook, service/2 1 below cook, knives/2 open in cook",
    );
    check_focus(
        "ladder",
        "*:n @apprentice:c sauces/2:c cuts-evenly:r teaches-cutting:s",
        "service/2 1 below cook, knives/2 open in cook",
    );
}

#[test]
fn a_focus_names_the_statements_of_its_one_step() {
    check_statements(
        "ladder",
        "*:n @apprentice:c knives/2:c makes-mother-sauces:s",
        "makes-mother-sauces rescues-split-sauces",
        "",
    );
    check_statements(
        "ladder",
        "*:n @apprentice:c knives/2:c makes-mother-sauces:u",
        "rescues-split-sauces",
        "makes-mother-sauces",
    );
}

#[test]
fn optional_statements_are_nothing_to_work_on() {
    check_statements("ladder", "*:n @apprentice:c @cook:c carves-garnish:n", "teaches-cutting", "");
    check_focus("ladder", "*:c carves-garnish:n", "");
}

#[test]
fn at_the_last_level_the_source_ends() {
    for id in ["ladder", "grid", "loose", "contrast", "clarity", "competency-grid", "junior-senior", "two-areas"] {
        check_focus(id, "*:c", "");
    }
    check_way("clarity", "*:c", "within: super-senior to the end of the source");
}

#[test]
fn a_hole_is_still_named_at_the_last_level() {
    check_focus("loose", "*:c heats-food:n", "cooking/1 hole of casual");
    check_way("loose", "*:c heats-food:n", "within: grand to grand");
}

// Growth within a level or across to the next.

#[test]
fn advice_across_is_the_default() {
    check_advice("ladder", "*:n @apprentice:c", "work-a-busy-evening", "practise-cutting");
    check_advice("ladder", "*:n", "", "start-with-stock");
}

#[test]
fn who_wants_to_stay_gets_the_advice_within_the_level() {
    check_advice("grid", "*:n @helper:c wanted=stay", "help-better", "");
    check_advice("grid", "*:n @helper:c wanted=move-up", "bake-one-bread", "feed-a-starter");
}

#[test]
fn below_the_first_level_nobody_grows_within() {
    check_way("grid", "*:n wanted=stay", "across: - to helper");
    check_advice("grid", "*:n wanted=stay", "begin-helping", "");
}

#[test]
fn an_aim_two_levels_up_leads_to_the_next_one_and_says_so() {
    check_way("grid", "*:n @helper:c wanted=be-master", "across: helper to baker");
    check_notes(
        "grid",
        "*:n @helper:c wanted=be-master",
        &["You aim for Master Baker. One step at a time: what follows leads to Baker."],
    );
}

#[test]
fn an_aim_at_the_next_level_needs_no_remark() {
    check_notes("two-areas", "*:n @junior:c next-promotion=to-senior", &[]);
}

#[test]
fn advice_for_a_path_is_only_for_those_who_chose_it() {
    let everybody = "choose-a-path look-beyond-the-next-step bring-grit-and-hunger";
    let check = |path: &str, whole_way: &str| {
        let short = format!("*:n @junior:c everyday-work/2:c leadership/2:c {path}");
        check_advice("junior-senior", &short, whole_way, "branch-out-and-develop");
    };
    check("", everybody);
    check("path=undecided", everybody);
    check("path=people-management", &format!("{everybody} find-a-people-role"));
    check("path=individual-contributor", &format!("{everybody} keep-hands-on-work"));
}

// Stages.

#[test]
fn a_complete_stage_without_a_wish_goes_across() {
    check_focus("three-stages", "*:n @shipping-products:c", "strategy/1 new in product-strategy");
    check_way("three-stages", "*:n @shipping-products:c", "across: shipping-products to product-strategy");
}

#[test]
fn across_from_shipping_is_strategy_and_never_shipping() {
    let across = "next-promotion=across-stages";
    for held in ["*:n @shipping-products:c", "*:n shipping/1:s discovers:c", "*:s discovers:c", "discovers:c"] {
        check_focus(
            "three-stages",
            &format!("{held} strategy/1:n organization/1:n advisor/1:n {across}"),
            "strategy/1 new in product-strategy",
        );
    }
}

#[test]
fn across_is_a_new_responsibility_a_dip_and_the_managers_feedback() {
    check_advice(
        "three-stages",
        "*:n @shipping-products:c next-promotion=across-stages",
        "be-intentional-strategy job-changes-at-senior expect-dip-shipping manager-feedback-strategy",
        "hand-over-project-management",
    );
}

#[test]
fn within_a_complete_stage_is_craft_and_feedback_from_peers() {
    let within = "*:n @shipping-products:c next-promotion=within-stage";
    check_focus("three-stages", within, "shipping/1 craft of shipping-products");
    check_way("three-stages", within, "within: shipping-products to shipping-products");
    check_advice("three-stages", within, "peer-feedback-shipping", "improve-shipping-craft");
}

#[test]
fn an_incomplete_stage_without_a_wish_names_its_missing_part() {
    check_focus("three-stages", "*:n discovers:c", "shipping/1 missing in shipping-products");
    check_focus("three-stages", "*:n strategy/1:c", "shipping/1 missing in product-strategy");
    check_focus("three-stages", "*:c advisor/1:s", "advisor/1 missing in organization-excellence");
    check_focus("stages", "*:c brigade/1:n", "brigade/1 missing in running");
}

#[test]
fn within_an_incomplete_stage_is_its_missing_part_too() {
    check_focus("stages", "*:n seasons-well:c wish=better", "stove/1 missing in cooking");
    check_way("stages", "*:n seasons-well:c wish=better", "within: cooking to cooking");
}

#[test]
fn before_the_first_stage_there_is_no_within() {
    check_focus("stages", "*:n wish=better", "stove/1 new in cooking");
    check_advice("stages", "*:n wish=better", "", "boil-an-egg");
}

#[test]
fn after_the_last_stage_there_is_no_across() {
    let craft = "organization/1 craft of organization-excellence, advisor/1 craft of organization-excellence";
    check_focus("three-stages", "*:c next-promotion=across-stages", craft);
    check_focus("three-stages", "*:c", craft);
    check_way(
        "three-stages",
        "*:c next-promotion=across-stages",
        "within: organization-excellence to organization-excellence",
    );
}

#[test]
fn both_halves_of_the_next_stage_are_new() {
    check_focus("stages", "*:n stove/1:c wish=another", "brigade/1 new in running, guests/1 new in running");
    check_advice("stages", "*:n stove/1:c wish=another", "expect-a-dip", "hand-over-the-pan");
}

// Work and ability side by side.

#[test]
fn work_above_what_is_shown_is_said_and_so_is_the_reverse() {
    check_notes(
        "clarity",
        "*:n @junior:c unclear=the-solution",
        &["Your work is at Mid-level PM; what you show is Junior PM."],
    );
    check_notes(
        "clarity",
        "*:n @junior:c @mid:c unclear=nothing",
        &["Your work is at Junior PM; what you show is already Mid-level PM."],
    );
    check_notes("clarity", "*:n @junior:c unclear=nothing", &["Your work and what you show are both at Junior PM."]);
}

#[test]
fn a_title_is_set_beside_what_is_shown() {
    check_notes("ladder", "*:n current-title=is-cook", &["Your title is at Cook; what you show is below Apprentice."]);
    check_notes("ladder", "*:c current-title=is-cook", &["Your title is at Cook; what you show is already Chef."]);
    check_notes("ladder", "*:c current-title=is-none", &[]);
    check_notes("ladder", "*:c", &[]);
}

#[test]
fn with_open_answers_what_is_shown_is_a_range() {
    check_notes(
        "ladder",
        "*:n @apprentice:c @cook:u current-title=is-chef",
        &["Your title is at Chef; what you show lies between Apprentice and Cook."],
    );
}
