//! The short form of a framework file: title, levels, competencies and statements are enough.

mod support;

use next_rung::assessment::answers::{Answers, Rating, Subject};
use next_rung::assessment::framework::{
    AnswerKind, CompetencyIndex, Cumulative, Framework, IndicatorIndex, RuleKind, Weight,
};
use next_rung::formats::share_link::{self, ShareLinkError};
use next_rung::formats::{draft, framework_file};
use next_rung::words::{ENGLISH_RESULT, step_name};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{file_with, folder, framework_text, made_up};

fn read(file: &Value) -> Framework {
    framework_file::read(&file.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

fn pinned(file: &Value) -> Value {
    let text = framework_file::pin(&file.to_string()).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&text).expect("a pinned file is JSON")
}

fn short() -> Value {
    file_with("short", &[])
}

fn ids(framework: &Framework) -> Vec<&str> {
    framework.indicators.iter().map(|indicator| indicator.id.as_str()).collect()
}

fn slots(framework: &Framework) -> Vec<usize> {
    framework.indicators.iter().map(|indicator| indicator.slot).collect()
}

fn everything_rated(framework: &Framework) -> Answers {
    let mut answers = Answers::none(framework);
    for index in 0..framework.indicators.len() {
        answers.rate(IndicatorIndex(index), Some(Rating::ALL[index % 4]));
    }
    answers
}

#[test]
fn everything_but_the_texts_has_a_default() {
    let framework = made_up("short");
    assert_eq!(framework.id, "short");
    assert_eq!((framework.language.as_str(), framework.source.is_none()), ("en", true));
    assert_eq!((framework.level_rule.kind, framework.level_rule.stated), (RuleKind::Conjunctive, false));
    let levels: Vec<_> = framework.levels.iter().map(|level| (level.id.as_str(), level.profile.clone())).collect();
    let profile = |steps: [usize; 3]| Some(steps.to_vec());
    assert_eq!(
        levels,
        [("helper", profile([1, 1, 1])), ("keeper", profile([2, 2, 1])), ("warden", profile([3, 3, 2]))]
    );
    let lending = framework.competency(CompetencyIndex(0));
    assert_eq!((lending.id.as_str(), lending.label.as_str()), ("lending", "Lending"));
    assert_eq!((lending.cumulative, lending.answer), (Cumulative::Assumed, AnswerKind::Rate));
    assert_eq!(lending.steps[1].read, ["A keeper has a key of the house."]);
    assert_eq!(framework.competency(CompetencyIndex(1)).answer, AnswerKind::Choose);
    assert_eq!(framework.indicators[0].id, "i-lend-books-and-take-them");
    assert_eq!(framework.indicators[1].examples.len(), 2);
    assert_eq!(framework.indicators[4].weight, Weight::Optional);
    assert_eq!(slots(&framework), (0..framework.indicators.len()).collect::<Vec<_>>());
}

#[test]
fn a_title_in_another_script_has_an_id_too() {
    let mut file = short();
    file["title"] = json!("이웃 도서관");
    file["levels"][0] = json!("도우미");
    file["competencies"][2]["steps"][0]["level"] = json!("도우미");
    file["levels"][1] = json!("Größe 2");
    let framework = read(&file);
    assert!(framework.id.starts_with("text-"), "{}", framework.id);
    assert!(framework.levels[0].id.starts_with("text-"), "{}", framework.levels[0].id);
    assert_eq!(framework.levels[1].id, "gr-e-2");
}

#[test]
fn equal_texts_have_different_ids() {
    let mut file = short();
    file["competencies"][0]["steps"][1]["indicators"][0] = json!("I lend books and take them back at night.");
    assert_eq!(ids(&read(&file))[2], "i-lend-books-and-take-them-2");
}

#[test]
fn a_level_may_name_a_step_of_each_competency() {
    let framework = made_up("named");
    let profiles: Vec<_> = framework.levels.iter().map(|level| level.profile.clone().expect("described")).collect();
    assert_eq!(profiles, [[1, 1, 0], [2, 1, 1], [2, 2, 2]]);
    let levels = |competency: usize| -> Vec<_> {
        framework.competencies[competency].steps.iter().map(|step| step.level.0).collect()
    };
    assert_eq!(levels(0), [0, 1, 2], "no level expects the third step, so it belongs to the last level");
    assert_eq!(levels(1), [0, 2]);
    assert_eq!(levels(2), [1, 2]);
    let name = |steps| step_name(&framework, CompetencyIndex(0), steps, ENGLISH_RESULT.nothing_shown);
    assert_eq!([name(1), name(2), name(3)], ["Ties", "Splices", "Invents"]);
}

#[test]
fn a_step_that_nothing_places_is_a_problem() {
    let mut file = short();
    file["levels"] = json!(["Helper", "Keeper"]);
    file["competencies"][2]["steps"][1]["level"] = json!("Keeper");
    let Err(error) = framework_file::read(&file.to_string()) else { panic!("a step has no level") };
    let expected = "competencies[0].steps[2].level: is missing, and there are fewer levels than steps\n\
                    competencies[1].steps[2].level: is missing, and there are fewer levels than steps";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_step_to_choose_has_one_description() {
    let mut file = short();
    file["competencies"][1]["steps"][0]["indicators"] = json!(["One.", "Another."]);
    let Err(error) = framework_file::read(&file.to_string()) else { panic!("there are two") };
    let what = "there are several, and a step to choose has one description";
    assert_eq!(error.to_string(), format!("competencies[1].steps[0].indicators: {what}"));
}

#[test]
fn pinning_changes_nothing_but_what_is_missing() {
    let (before, after) = (read(&short()), read(&pinned(&short())));
    assert_eq!((ids(&before), slots(&before)), (ids(&after), slots(&after)));
    assert_eq!((before.is_pinned, after.is_pinned), (false, true));
    assert_eq!(after.revision, 1);
    assert_eq!(pinned(&pinned(&short())), pinned(&short()), "a pinned file stays as it is");
    for id in ["ladder", "named", "clarity"] {
        let text = framework_text(id);
        let file: Value = serde_json::from_str(&text).expect("it is JSON");
        assert!(read(&file).is_pinned, "{id}");
    }
}

#[test]
fn a_link_to_a_file_that_is_not_pinned_opens_only_with_the_same_texts() {
    let before = read(&short());
    let link = share_link::encode(&before, Subject::Oneself, &everything_rated(&before));
    assert!(share_link::decode(&before, &link).is_ok());
    let mut file = short();
    file["competencies"][0]["steps"][0]["indicators"].as_array_mut().expect("a list").remove(0);
    assert_eq!(share_link::decode(&read(&file), &link), Err(ShareLinkError::OtherTexts));
}

#[test]
fn links_and_drafts_of_a_pinned_file_outlive_its_edits() {
    let mut file = pinned(&short());
    let before = read(&file);
    let answers = everything_rated(&before);
    let link = share_link::encode(&before, Subject::Oneself, &answers);
    let statements = file["competencies"][0]["steps"][0]["indicators"].as_array_mut().expect("a list");
    statements[1]["text"] = json!("I know every shelf.");
    statements.remove(0);
    statements.push(json!("I greet everybody who comes in."));
    let after = read(&pinned(&file));
    let shared = share_link::decode(&after, &link).expect("the file is pinned");
    assert_eq!(shared.dropped, 1);
    let knows = after.find_indicator("i-know-where-each-shelf-begins").expect("its id stays");
    assert_eq!(shared.answers.rating(knows), answers.rating(IndicatorIndex(1)));
    let greets = after.find_indicator("i-greet-everybody-who-comes-in").expect("it was added");
    assert_eq!(shared.answers.rating(greets), None);
    assert_eq!(after.indicator(greets).slot, before.indicators.len(), "the slot of the removed one is not used again");
}

#[test]
fn a_large_framework_has_links_below_2000_characters() {
    let statement =
        |level: usize, competency: usize| move |number: usize| format!("I do {level} {competency} {number}.");
    let steps = |competency: usize| -> Vec<_> {
        (0..8)
            .map(|level| json!({ "indicators": (0..21).map(statement(level, competency)).collect::<Vec<_>>() }))
            .collect()
    };
    let competencies: Vec<_> =
        (0..12).map(|competency| json!({ "name": format!("Area {competency}"), "steps": steps(competency) })).collect();
    let levels: Vec<_> = (0..8).map(|level| format!("Level {level}")).collect();
    let file = json!({ "title": "Large", "levels": levels, "competencies": competencies });
    let framework = read(&file);
    assert!(framework.indicators.len() > 2_000);
    let answers = everything_rated(&framework);
    let link = share_link::encode(&framework, Subject::Oneself, &answers);
    assert!(link.len() < 2_000, "{} characters", link.len());
    let found = share_link::find(&format!("https://example.org/#r={link}"));
    assert_eq!(share_link::decode(&framework, &found[0]).expect("it was just made").answers, answers);
}

#[test]
fn the_file_in_the_guide_is_complete() {
    let guide = std::fs::read_to_string(folder("docs/framework-file.md")).expect("there is a guide");
    let (_, after) = guide.split_once("```json\n").expect("it shows a file");
    let (file, _) = after.split_once("```").expect("the file ends");
    assert!(framework_file::read(file).is_ok());
}

#[test]
fn the_guide_explains_every_entry() {
    let guide = std::fs::read_to_string(folder("docs/framework-file.md")).expect("there is a guide");
    let schema = std::fs::read_to_string(folder("frameworks/framework.schema.json")).expect("there is a schema");
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    let types = ["LevelFile", "CompetencyFile", "StepFile", "IndicatorFile"].map(|name| &schema["$defs"][name]);
    for properties in [&schema].into_iter().chain(types).filter_map(|each| each["properties"].as_object()) {
        for name in properties.keys().filter(|name| !name.starts_with('$') && !name.ends_with("_origin")) {
            assert!(guide.contains(&format!("| `{name}` |")), "{name} has no row");
        }
    }
}

proptest! {
    /// An author may pin at any time and edit in any way: what is still there keeps its id and its slot.
    #[test]
    fn pinned_ids_hold(removed in 0..3_usize, edited in 0..3_usize, text in "[a-z ]{0,20}") {
        let mut file = pinned(&short());
        let before = read(&file);
        let steps = file["competencies"][0]["steps"].as_array_mut().expect("a list");
        steps[edited]["indicators"][0]["text"] = json!(format!("I {text}."));
        let added = json!(format!("I add {text}."));
        steps[removed]["indicators"].as_array_mut().expect("a list").push(added);
        let after = read(&pinned(&file));
        for indicator in &before.indicators {
            let same = after.find_indicator(&indicator.id).expect("nothing was removed");
            prop_assert_eq!(after.indicator(same).slot, indicator.slot);
        }
        prop_assert!(draft::key(&after.id, Subject::Oneself, 0) == draft::key(&before.id, Subject::Oneself, 0));
    }
}
