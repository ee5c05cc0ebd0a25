//! Every published framework loads, and says what its source says in the shape that we promise.

mod support;

use std::collections::BTreeSet;

use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{Cumulative, Framework, RuleKind, TextOrigin, Weight, Wording};
use next_rung::formats::framework_file;
use support::published;

#[test]
fn every_published_framework_loads() {
    for id in PUBLISHED {
        assert_eq!(published(id).id, id, "the file is named after its framework");
    }
}

#[test]
fn the_folder_holds_no_framework_that_is_not_published() {
    let files = std::fs::read_dir(support::folder("frameworks")).expect("the folder exists");
    let names = files.map(|file| file.expect("a readable entry").file_name().into_string().expect("a plain name"));
    let is_framework = |name: &String| !name.contains(".schema.") && name != "crosswalk.json";
    let ids: BTreeSet<_> = names.filter(is_framework).map(|name| name.replace(".json", "")).collect();
    assert_eq!(ids, PUBLISHED.iter().map(ToString::to_string).collect());
}

#[test]
fn statements_are_one_phone_sized_sentence_in_the_first_person() {
    for framework in PUBLISHED.map(published) {
        for indicator in &framework.indicators {
            let characters = indicator.text.chars().count();
            assert!((60..=140).contains(&characters), "{}: {} has {characters}", framework.id, indicator.id);
            let words: Vec<_> = indicator.text.split(|letter: char| !letter.is_alphanumeric()).collect();
            let first_person = ["I", "my", "My", "me"];
            assert!(words.iter().any(|word| first_person.contains(word)), "{}: {}", framework.id, indicator.text);
            assert!(indicator.text.ends_with('.'), "{}: {}", framework.id, indicator.text);
        }
    }
}

/// Tests that no author set, words that cannot fail, and abilities or jargon that a frequency makes no sense of.
#[test]
fn no_statement_says_what_its_author_did_not() {
    let forbidden = [
        "I can ",
        "I am able",
        "any of them",
        "rather than leave",
        "would say so",
        "as one.",
        "a clear solution",
        "adequate",
        "responsible for recommending",
        "a large part",
        "before others",
        "+6",
        "+12",
        "roadmap intake",
        "step function",
        "for their actions",
        "I can point",
    ];
    for framework in PUBLISHED.map(published) {
        for indicator in &framework.indicators {
            for phrase in forbidden {
                assert!(!indicator.text.contains(phrase), "{}: {}", framework.id, indicator.text);
            }
        }
    }
}

/// Loading asks a framework in our wording whose word each text is, so a mark cannot be forgotten.
#[test]
fn every_text_of_ours_says_whose_it_is() {
    for id in PUBLISHED {
        let text = support::framework_text(id);
        assert_eq!(published(id).wording, Wording::Project, "{id}");
        let lines: Vec<_> = text.lines().collect();
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.contains("origin\": ")) {
            let without = [&lines[..index], &lines[index + 1..]].concat().join("\n");
            let error = framework_file::read(&without).expect_err("a mark is missing").to_string();
            assert!(error.ends_with("is missing, and the wording is the project’s"), "{id} {line}: {error}");
        }
    }
}

#[test]
fn a_file_of_somebody_else_needs_no_marks_and_its_texts_are_its_authors() {
    let framework = support::made_up("ladder");
    assert_eq!((framework.wording, framework.summary_origin), (Wording::Source, TextOrigin::Stated));
    assert!(framework.indicators.iter().all(|each| each.weight_origin == TextOrigin::Stated));
}

#[track_caller]
fn check(id: &str, rule: RuleKind, stated: bool, levels: usize, described: usize, competencies: usize) {
    let framework = published(id);
    assert_eq!((framework.level_rule.kind, framework.level_rule.stated), (rule, stated), "rule");
    assert_eq!(framework.levels.len(), levels, "levels");
    assert_eq!(framework.described_levels().len(), described, "described levels");
    assert_eq!(framework.competencies.len(), competencies, "competencies");
}

#[test]
fn clarity_is_nested_by_its_author() {
    check("clarity", RuleKind::Conjunctive, true, 4, 4, 4);
}

#[test]
fn competency_grid_has_no_rule_for_its_five_competencies() {
    check("competency-grid", RuleKind::PerCompetency, false, 4, 4, 5);
}

#[test]
fn junior_senior_names_six_levels_and_contrasts_two() {
    check("junior-senior", RuleKind::Contrast, false, 6, 2, 5);
}

#[test]
fn two_areas_is_split_into_themes() {
    check("two-areas", RuleKind::Conjunctive, false, 4, 4, 8);
}

#[test]
fn three_stages_is_three_jobs_the_last_with_two_halves() {
    check("three-stages", RuleKind::Stages, false, 3, 3, 4);
}

#[test]
fn only_the_build_area_of_two_areas_is_stated_as_cumulative() {
    for competency in &published("two-areas").competencies {
        let expected = match competency.group.as_deref() {
            Some("Product design and build") => Cumulative::Stated,
            Some("Market research and customer liaison") => Cumulative::No,
            other => panic!("{:?} belongs to {other:?}, which is no area of the source", competency.id),
        };
        assert_eq!(competency.cumulative, expected, "{}", competency.id);
    }
}

#[test]
fn the_third_stage_expects_no_personal_shipping() {
    let framework = published("three-stages");
    let shipping = framework.competencies.iter().position(|each| each.id == "shipping").expect("it is one of the jobs");
    let last = *framework.described_levels().last().expect("there are three stages");
    assert_eq!(framework.profile(last)[shipping], 0);
}

/// What the sources hedge: these never stand between a person and a level.
#[test]
fn hedged_statements_are_optional() {
    let hedged = |id: &str| published(id).indicators.iter().filter(|each| each.weight == Weight::Optional).count();
    assert_eq!(PUBLISHED.map(hedged), [1, 1, 20, 12, 0]);
}

#[test]
fn advice_exists_for_every_way_up() {
    for framework in PUBLISHED.map(published) {
        check_advice_for_every_way_up(&framework);
    }
}

fn check_advice_for_every_way_up(framework: &Framework) {
    let mut from = None;
    for to in framework.described_levels() {
        let exists = framework.advice.iter().any(|advice| advice.from == from && advice.to == to);
        assert!(exists, "{}: no advice from {from:?} to {to:?}", framework.id);
        from = Some(to);
    }
}
