//! Results that readers and authors should recognize: answers that an earlier version described wrongly, with the
//! correct text. And for every framework: one missing statement is named, and nothing else.

mod support;

use next_rung::assessment::answers::{Answers, Rating};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::focus::{Plan, plan};
use next_rung::assessment::framework::{AdviceKind, Framework, IndicatorIndex, RuleKind};
use next_rung::assessment::scoring::{Assessment, Bounds, assess};
use next_rung::report::data;
use next_rung::words::{ENGLISH_RESULT, headline, notes, reason, second_line};
use serde_json::Value;
use support::{answers, ids, level_id, level_range, published, statements, steps};

/// A result as a reader gets it.
struct Reading {
    framework: Framework,
    answers: Answers,
    assessment: Assessment,
    plan: Plan,
}

impl Reading {
    #[track_caller]
    fn of(id: &str, short: &str) -> Self {
        let framework = published(id);
        let answers = answers(&framework, short);
        Self::of_answers(framework, answers)
    }

    #[track_caller]
    fn of_answers(framework: Framework, answers: Answers) -> Self {
        let assessment = assess(&framework, &answers).expect("something is answered");
        let plan = plan(&framework, &answers, &assessment);
        Self { framework, answers, assessment, plan }
    }

    fn headline(&self) -> String {
        headline(&ENGLISH_RESULT, &self.framework, &self.assessment)
    }

    fn second_line(&self) -> Option<String> {
        second_line(&ENGLISH_RESULT, &self.framework, &self.assessment)
    }

    fn notes(&self) -> Vec<String> {
        notes(&ENGLISH_RESULT, &self.framework, &self.answers, &self.assessment, &self.plan)
    }

    /// Returns the missing statements of each focus.
    fn focus(&self) -> Vec<String> {
        self.plan.focus.iter().map(|focus| ids(&self.framework, &focus.unmet)).collect()
    }

    fn reasons(&self) -> Vec<String> {
        self.plan.focus.iter().map(|focus| reason(&ENGLISH_RESULT, &self.framework, focus)).collect()
    }

    /// Returns every piece of advice that the reader gets.
    fn advice(&self) -> Vec<&str> {
        let advice = self.plan.focus.iter().flat_map(|focus| &focus.advice).chain(&self.plan.advice);
        advice.map(|&advice| self.framework.advice[advice].text.as_str()).collect()
    }

    fn standing(&self) -> String {
        level_range(&self.framework, self.assessment.standing)
    }

    fn json(&self) -> Value {
        let report = data::report(&ENGLISH_RESULT, &self.framework, &self.answers, Some(&self.assessment));
        serde_json::to_value(report).expect("a report is JSON")
    }
}

#[test]
fn a_director_with_two_holes_is_told_of_these_and_of_nothing_below() {
    let short = "*:n @organization-excellence:c hires-people:s advises-company:s current-title=director";
    let result = Reading::of("three-stages", short);
    assert_eq!(result.headline(), "Stage 3, Organization Excellence: complete except for 2 statements");
    assert_eq!(ids(&result.framework, &result.assessment.named.unmet), "hires-people advises-company");
    assert_eq!(result.notes(), ["Your title and what you show are both at Organization Excellence."]);
    assert_eq!(result.focus(), ["hires-people", "advises-company"]);
    assert!(result.advice().iter().all(|advice| !advice.contains("lifecycle")), "{:?}", result.advice());
}

#[test]
fn one_hole_in_the_basics_makes_no_beginner_of_a_principal() {
    let result = Reading::of("competency-grid", "*:c facilitates-conflict-resolution:n");
    assert_eq!(result.headline(), "1 statement short of Principal Product Manager");
    assert_eq!(result.second_line().as_deref(), Some("Fully shown so far: Associate Product Manager."));
    assert_eq!(result.standing(), "senior");
    assert_eq!(result.focus(), ["facilitates-conflict-resolution"]);
    assert!(result.advice().iter().all(|advice| !advice.contains("roadmap of your own")), "{:?}", result.advice());
}

#[test]
fn work_that_is_not_yours_is_no_open_question() {
    let junior = Reading::of("clarity", "*:r @junior:c");
    assert_eq!(junior.headline(), "Junior PM");
    assert_eq!(level_range(&junior.framework, junior.assessment.level), "junior");
    let shipping = Reading::of("three-stages", "@shipping-products:c strategy/1:n @organization-excellence:r");
    assert_eq!(shipping.headline(), "Stage 1, Shipping Products: complete");
}

#[test]
fn any_of_the_first_stage_is_the_first_stage_and_the_wish_decides() {
    let result = Reading::of(
        "three-stages",
        "shipping/1:s strategy/1:n organization/1:n advisor/1:n next-promotion=within-stage",
    );
    assert_eq!(level_range(&result.framework, result.assessment.level), "shipping-products");
    assert_eq!(result.plan.kind, AdviceKind::Within);
    let advice = result.advice().join(" ");
    assert!(advice.contains("Improve your craft") && advice.contains("feedback from your peers"), "{advice}");
    assert_eq!(result.plan.focus.len(), 1);
}

#[test]
fn half_a_stage_is_not_nearly_the_stage() {
    let short = "@shipping-products:c strategy/1:n organization/1:c hires-people:n advisor/1:n";
    let result = Reading::of("three-stages", short);
    assert_eq!(result.headline(), "Stage 1, Shipping Products: complete");
    assert_eq!(result.assessment.near, None);
}

#[test]
fn a_stage_has_no_second_line_of_another_rule() {
    let link = "1.three-stages.1.BAJKZJRJKZJJLB.A7BRPC";
    let framework = published("three-stages");
    let shared = next_rung::formats::share_link::decode(&framework, link).expect("the link opens");
    let result = Reading::of_answers(framework, shared.answers);
    assert_eq!(result.second_line(), None);
    assert!(result.headline().starts_with("Stage "), "{}", result.headline());
}

#[test]
fn half_of_a_level_is_not_nearly_all_of_it() {
    let result = Reading::of("clarity", "*:c handles-extreme-ambiguity:n");
    assert_eq!(result.headline(), "Senior PM");
    assert_eq!(result.focus(), ["handles-extreme-ambiguity"]);
}

#[test]
fn a_lean_counts_the_differences_that_the_author_names() {
    let result = Reading::of("junior-senior", "*:n @senior:c outcomes/2:n everyday-work/2:n");
    assert_eq!(
        result.headline(),
        "Leans to Senior Product Manager: 3 of 4 differences shown at Senior Product Manager"
    );
    // Our own group never affects the lean.
    let two = Reading::of("junior-senior", "*:n leadership/2:c experience/1:c everyday-work/2:c");
    assert_eq!(level_range(&two.framework, two.assessment.level), "junior");
}

#[test]
fn nobody_on_the_individual_path_is_told_to_manage_people() {
    let short = "*:c develops-careers:n manages-product-managers:n path=individual-contributor";
    let result = Reading::of("junior-senior", short);
    assert!(result.headline().starts_with("Leans to Senior"), "{}", result.headline());
    assert_eq!(result.focus(), [""; 0]);
    let advice = result.advice().join(" ");
    assert!(advice.contains("people management, or go on mainly as a senior individual contributor"), "{advice}");
    assert!(advice.contains("Look for one that lets you"), "{advice}");
}

#[test]
fn no_order_is_claimed_that_is_not_the_authors() {
    let result = Reading::of("two-areas", "*:n @junior:c @senior:c researches-market:n");
    assert_eq!(result.headline(), "Senior PM");
    assert_eq!(result.reasons()[0], "Junior PM expects it, and the answers do not show it yet.");
    assert!(!result.framework.level_rule.text.contains("all levels below it expect"));
}

#[test]
fn equal_gaps_take_the_areas_of_the_source_in_turn() {
    let result = Reading::of("two-areas", "*:n @junior:c");
    let area = |index: usize| result.framework.competency(result.plan.focus[index].step.competency).group.clone();
    assert_ne!(area(0), area(1));
    assert_eq!(area(0), area(2));
}

#[test]
fn nobody_is_advised_to_do_what_they_do_already() {
    let short = "*:n @junior:c defines-product-metrics:c owns-product-metrics:c";
    let result = Reading::of("two-areas", short);
    assert!(result.advice().iter().all(|advice| !advice.contains("OKRs")), "{:?}", result.advice());
}

#[test]
fn a_wish_to_stay_is_heeded() {
    for (id, level, wish) in [
        ("competency-grid", "associate", "next-promotion=next-none"),
        ("two-areas", "junior", "next-promotion=no-promotion"),
    ] {
        let result = Reading::of(id, &format!("*:n @{level}:c {wish}"));
        assert_eq!(result.plan.kind, AdviceKind::Within, "{id}");
        assert_eq!(result.plan.to.map(|to| level_id(&result.framework, Some(to)).to_owned()).as_deref(), Some(level));
        assert!(result.focus().is_empty(), "{id}: nothing of the next level: {:?}", result.focus());
    }
    let grid = Reading::of("competency-grid", "*:n @associate:c next-promotion=next-none");
    assert_eq!(grid.advice(), ["Make learning and growing your main aim while you are an Associate Product Manager."]);
    let optional = Reading::of("two-areas", "*:n @junior:c recommends-experiments:s next-promotion=no-promotion");
    assert_eq!(ids(&optional.framework, &optional.plan.focus[0].optional), "recommends-experiments");
}

#[test]
fn what_was_not_asked_was_not_taken_for_granted() {
    let result = Reading::of("competency-grid", "route=short @associate:n @product-manager:n");
    assert_eq!(result.assessment.presumed, []);
    assert_eq!(result.assessment.left_out.len(), statements_above(&result.framework, "product-manager"));
}

/// Returns the number of statements above a level.
fn statements_above(framework: &Framework, id: &str) -> usize {
    let level = framework.levels.iter().position(|level| level.id == id).expect("it is a level");
    let above = steps(framework).into_iter().filter(|&step| framework.step(step).level.0 > level);
    let mut count = 0;
    for step in above {
        count += statements(framework, step).len();
    }
    count
}

#[test]
fn open_is_not_missing() {
    let result = Reading::of("competency-grid", "*:c leadership-influence/*:u");
    let open = result.plan.focus.iter().find(|focus| !focus.open.is_empty()).expect("it is named as open");
    assert_eq!(open.unmet, []);
    assert_eq!(
        reason(&ENGLISH_RESULT, &result.framework, open),
        "Associate Product Manager expects it, and the answers leave it open."
    );
    assert_eq!(result.advice(), [""; 0]);
}

#[test]
fn whom_nothing_applies_to_is_told_so_with_the_authors_own_word() {
    let result = Reading::of("clarity", "*:r");
    assert_eq!(result.headline(), "This framework does not describe your work");
    assert_eq!(result.second_line().as_deref(), Some("Every statement that is rated is not part of the role."));
    let lead = result.framework.lead_caveat().expect("the author says for whom it is");
    assert!(lead.stated && lead.text.contains("individual contributors"), "{}", lead.text);
    assert_eq!((result.focus(), result.advice(), result.notes()), (Vec::new(), Vec::new(), Vec::new()));
}

#[test]
fn a_range_is_told_in_english() {
    let result = Reading::of("three-stages", "shipping/1:u discovers:n strategy/1:u current-title=senior-pm");
    assert_eq!(
        result.notes(),
        ["Your title is at Product Strategy; what you show is Organization Excellence at most."]
    );
    assert!(!result.headline().contains("not yet"), "{}", result.headline());
}

#[test]
fn an_optional_statement_that_is_not_shown_is_named() {
    let result = Reading::of("clarity", "*:c crosses-org-boundaries:n");
    assert_eq!(result.focus(), [""; 0]);
    assert_eq!(ids(&result.framework, &result.plan.also_named), "crosses-org-boundaries");
}

// One missing statement, in every framework.

#[test]
fn one_missing_statement_is_the_focus_and_nothing_else_is() {
    for framework in PUBLISHED.map(published) {
        for missing in framework.expected_of(&steps(&framework)) {
            let mut answers = answers(&framework, "*:c");
            answers.rate(missing, Some(Rating::NotYet));
            let result = Reading::of_answers(published(&framework.id), answers);
            let statement = &framework.indicator(missing).id;
            assert_eq!(result.focus().as_slice(), std::slice::from_ref(statement), "{}: {statement}", framework.id);
            check_near_the_top(&result, missing);
        }
    }
}

/// Checks that a person who lacks one statement is one statement short of the top level, if most of that level is shown.
#[track_caller]
fn check_near_the_top(result: &Reading, missing: IndicatorIndex) {
    let Reading { framework, assessment, .. } = result;
    let top = *framework.described_levels().last().expect("levels are described");
    let is_ladder = matches!(framework.level_rule.kind, RuleKind::Conjunctive | RuleKind::PerCompetency);
    let own = framework.own_statements(top);
    let is_half = own.contains(&missing) && own.len() <= 2;
    if !is_ladder || is_half || assessment.level == (Bounds { low: Some(top), high: Some(top) }) {
        return;
    }
    let expected = format!("1 statement short of {}", framework.level(top).name);
    assert!(result.headline().ends_with(&expected), "{}", result.headline());
}

#[test]
fn the_report_speaks_of_the_same_four_levels() {
    let report = Reading::of("competency-grid", "*:c facilitates-conflict-resolution:n").json();
    assert_eq!(report["level"]["low"], "associate");
    assert_eq!(report["near"]["level"], "principal");
    assert_eq!(report["near"]["unmet"], serde_json::json!(["facilitates-conflict-resolution"]));
    assert_eq!(report["standing"]["low"], "senior");
    assert_eq!(report["target"]["low"], "principal");
    assert_eq!(report["focus"][0]["unmet"], report["near"]["unmet"]);
}
