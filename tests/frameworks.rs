//! Every published framework loads, and states what its source says in the promised form.

mod support;

use std::collections::BTreeSet;

use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{
    AdviceKind, CareerPath, Cumulative, Framework, RuleKind, SituationKind, TextOrigin, Weight, Wording,
};
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

/// Forbids tests that no author set, words that cannot fail, and abilities or jargon for which a frequency makes no
/// sense.
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

/// Loading a framework in our wording requires the origin of each text, so a mark cannot be forgotten.
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

/// Where the sources hedge, a statement never keeps a person from a level.
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

#[track_caller]
fn check_lead_caveat(id: &str, start: &str) {
    let framework = published(id);
    let lead = framework.lead_caveat().expect("one caveat leads");
    assert!(lead.stated && lead.text.starts_with(start), "{id}: {}", lead.text);
}

#[test]
fn the_limit_that_leads_is_the_authors() {
    check_lead_caveat("clarity", "It is for individual contributors, not managers.");
    check_lead_caveat("competency-grid", "It covers individual contributor levels only");
    check_lead_caveat("junior-senior", "The differences are clues");
    check_lead_caveat("two-areas", "The author calls this over-simplified");
    check_lead_caveat("three-stages", "A career is not one straight line");
}

#[test]
fn whoever_is_not_sure_what_comes_next_can_say_so() {
    for framework in PUBLISHED.map(published) {
        for question in framework.situation.iter().filter(|question| question.kind == SituationKind::Next) {
            let not_sure = question.options.iter().find(|option| option.id == "not-sure").expect("it can be said");
            assert_eq!((not_sure.level, not_sure.wants), (None, None), "{}", framework.id);
        }
    }
}

#[test]
fn the_statements_on_managing_people_are_marked() {
    let on_path = |id: &str| {
        let framework = published(id);
        let marked = framework.indicators.into_iter().filter(|each| each.path == Some(CareerPath::PeopleManagement));
        marked.map(|each| each.id).collect::<Vec<_>>().join(" ")
    };
    let of_junior_senior = "develops-careers recommends-promotions negotiates-pay resolves-conflicts \
                            manages-product-managers keeps-harmony";
    let expected = ["", "", of_junior_senior, "", ""];
    assert_eq!(PUBLISHED.map(on_path), expected.map(String::from));
}

#[test]
fn a_senior_gets_the_authors_advice_on_the_choice_of_a_role() {
    let framework = published("junior-senior");
    let within = framework.advice.iter().filter(|advice| advice.kind == AdviceKind::Within);
    let found: Vec<_> = within.map(|advice| (framework.levels[advice.to.0].id.as_str(), advice.stated)).collect();
    assert_eq!(found, [("senior", true); 4]);
}

/// Our advice is for one step and for named statements, so that nobody is told to do what they already do.
#[test]
fn advice_of_ours_tells_to_do_statements_of_one_step() {
    for framework in PUBLISHED.map(published) {
        for advice in framework.advice.iter().filter(|advice| !advice.stated) {
            let step = advice.competency.map(|competency| (competency, advice.to));
            assert!(step.is_some() && !advice.about.is_empty(), "{}: {}", framework.id, advice.text);
            for &indicator in &advice.about {
                let at = framework.indicator(indicator).step;
                let found = Some((at.competency, framework.step(at).level));
                assert_eq!(found, step, "{}: {}", framework.id, advice.text);
            }
        }
    }
}

#[test]
fn every_step_has_advice_where_the_author_gives_none() {
    for framework in ["clarity", "competency-grid", "two-areas"].map(published) {
        let told: BTreeSet<_> = framework.advice.iter().flat_map(|advice| &advice.about).copied().collect();
        for &step in framework.steps() {
            let name = &framework.competency(step.competency).id;
            let has_advice = framework.indicators_of(step).any(|each| told.contains(&each));
            assert!(has_advice, "{}: {name}, step {}", framework.id, step.step + 1);
        }
    }
}
