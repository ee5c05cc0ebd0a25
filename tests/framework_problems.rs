//! Messages to authors of a framework file: every problem at once, each with its location, word for word.

mod support;

use next_rung::assessment::framework::CareerPath;
use next_rung::formats::framework_file;
use next_rung::formats::problems::FileError;
use serde_json::{Value, json};
use support::{MADE_UP, file_with, framework_text, framework_with};

fn file(id: &str) -> Value {
    file_with(id, &[])
}

/// Checks the problems of a made-up framework after some of its values are replaced, by JSON pointer.
#[track_caller]
fn check(id: &str, edits: &[(&str, Value)], expected: &[&str]) {
    check_file(&file_with(id, edits), expected);
}

#[track_caller]
fn check_file(file: &Value, expected: &[&str]) {
    match framework_file::read(&file.to_string()) {
        Err(error @ FileError::Problems(_)) => assert_eq!(error.to_string(), expected.join("\n")),
        other => panic!("expected problems, found {other:?}"),
    }
}

/// Checks the message about a text that is not a framework file.
#[track_caller]
fn check_unreadable(text: &str, expected: &str) {
    match framework_file::read(text) {
        Err(error @ FileError::Unreadable { .. }) => assert_eq!(error.to_string(), expected),
        other => panic!("expected an unreadable file, found {other:?}"),
    }
}

/// Returns a fixture with a key removed or added.
fn with_object(id: &str, place: &str, edit: impl FnOnce(&mut serde_json::Map<String, Value>)) -> Value {
    let mut file = file(id);
    edit(file.pointer_mut(place).and_then(Value::as_object_mut).expect("the place is an object"));
    file
}

#[test]
fn a_byte_order_mark_before_the_file_is_passed_over() {
    let text = format!("\u{feff}{}", support::framework_text("ladder"));
    assert!(framework_file::read(&text).is_ok());
}

#[test]
fn the_made_up_frameworks_have_no_problem() {
    for id in MADE_UP {
        let framework = framework_file::read(&framework_text(id)).unwrap_or_else(|error| panic!("{id}:\n{error}"));
        assert_eq!(framework.id, id);
    }
}

// Not a framework file.

#[test]
fn text_that_is_not_json_is_refused_with_line_and_column() {
    check_unreadable("", "not JSON: EOF while parsing a value at line 1 column 0");
    check_unreadable("{\n  \"format\": 1,\n  oops\n}", "not JSON: key must be a string at line 3 column 3");
}

#[test]
fn a_file_cut_off_is_refused_where_it_ends() {
    check_unreadable("{\n  \"format\": 1,", "not JSON: EOF while parsing a value at line 2 column 14");
}

#[test]
fn a_name_that_stands_twice_in_one_object_is_refused() {
    check_unreadable(
        "{\n  \"id\": \"a\", \"id\": \"b\"\n}",
        "not JSON: “id” stands twice in one object at line 2 column 17",
    );
}

#[test]
fn deep_nesting_is_refused_before_it_can_exhaust_the_stack() {
    check_unreadable(&"[".repeat(100_000), "not JSON: recursion limit exceeded at line 1 column 128");
}

#[test]
fn a_newer_format_is_refused_as_newer_whatever_else_it_holds() {
    let newer = json!({ "format": 2, "id": 7, "languages": ["en"] });
    let error = framework_file::read(&newer.to_string()).expect_err("format 2 is unknown here");
    assert_eq!(error, FileError::NewerFormat { found: 2, supported: 1 });
    assert_eq!(error.to_string(), "format 2 is newer than 1, the newest that can be read");
}

#[test]
fn there_was_no_format_before_the_first() {
    check("ladder", &[("/format", json!(0))], &["format: is 0, the first format is 1"]);
}

// Missing, misspelled and of the wrong kind.

#[test]
fn a_missing_key_is_named() {
    let file = with_object("ladder", "/levels/1", |level| drop(level.remove("name")));
    check_file(&file, &["levels[1].name: is missing"]);
}

#[test]
fn a_key_that_may_be_null_may_be_missing_too() {
    let file = with_object("ladder", "/source", |source| drop(source.remove("author")));
    let framework = framework_file::read(&file.to_string()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(framework.source.and_then(|source| source.author), None);
}

#[test]
fn a_misspelt_key_is_named_twice_as_too_much_and_as_missing() {
    let file = with_object("ladder", "/levels/1", |level| {
        let name = level.remove("name").expect("it is there");
        level.insert("nmae".to_owned(), name);
    });
    check_file(&file, &["levels[1].nmae: is not part of the format", "levels[1].name: is missing"]);
}

#[test]
fn a_key_for_editors_is_left_to_them() {
    let file = with_object("ladder", "/levels/1", |level| drop(level.insert("$comment".to_owned(), json!("to do"))));
    assert!(framework_file::read(&file.to_string()).is_ok());
}

#[test]
fn a_value_of_the_wrong_kind_is_named_with_the_right_one() {
    check("ladder", &[("/title", json!(7))], &["title: is a number, a text was expected"]);
    check(
        "ladder",
        &[("/caveats/0/stated", json!("no"))],
        &["caveats[0].stated: is a text, true or false was expected"],
    );
    check("ladder", &[("/advice", json!({}))], &["advice: is an object, a list was expected"]);
    check(
        "ladder",
        &[("/caveats/0", json!([]))],
        &[
            "caveats[0]: is a list, an object was expected",
            "caveats[0].text: is missing",
            "caveats[0].stated: is missing",
        ],
    );
    check(
        "ladder",
        &[("/competencies/0/steps/0/indicators/0/slot", json!(-1))],
        &["competencies[0].steps[0].indicators[0].slot: is a number, a whole number from 0 was expected"],
    );
    check(
        "ladder",
        &[("/competencies/0/cumulative", json!(true))],
        &["competencies[0].cumulative: is true or false, stated, assumed, no was expected"],
    );
}

// Texts, ids and words.

#[test]
fn an_empty_text_is_named() {
    check("ladder", &[("/title", json!(""))], &["title: is empty"]);
    check("ladder", &[("/source/title", json!(" "))], &["source.title: is empty"]);
    check("ladder", &[("/summary", json!(""))], &["summary: is empty"]);
    check("ladder", &[("/caveats/0/text", json!(""))], &["caveats[0].text: is empty"]);
    check("ladder", &[("/level_rule/text", json!(""))], &["level_rule.text: is empty"]);
    check("ladder", &[("/levels/2/summary", json!(""))], &["levels[2].summary: is empty"]);
    check("ladder", &[("/competencies/1/name", json!(""))], &["competencies[1].name: is empty"]);
    check("ladder", &[("/situation/0/options/3/text", json!(""))], &["situation[0].options[3].text: is empty"]);
    check("ladder", &[("/advice/4/text", json!(""))], &["advice[4].text: is empty"]);
    check(
        "ladder",
        &[("/competencies/0/steps/2/indicators/1/source", json!(""))],
        &["competencies[0].steps[2].indicators[1].source: is empty"],
    );
}

#[test]
fn an_id_is_small_letters_digits_and_single_hyphens() {
    let what = |id: &str| format!("id: “{id}” is not small letters, digits and single hyphens");
    for id in ["Ladder", "a ladder", "ladder-", "-ladder", "a--b", "läder"] {
        check("ladder", &[("/id", json!(id))], &[&what(id)]);
    }
}

#[test]
fn an_id_is_used_once() {
    check("contrast", &[("/levels/0/id", json!("celebrity"))], &["levels[3].id: “celebrity” is used twice"]);
}

#[test]
fn a_statements_id_is_used_once_in_the_whole_file() {
    check(
        "ladder",
        &[("/competencies/2/steps/0/indicators/0/id", json!("cuts-safely"))],
        &["competencies[2].steps[0].indicators[0].id: “cuts-safely” is used twice"],
    );
}

#[test]
fn a_slot_is_used_once() {
    check(
        "ladder",
        &[("/competencies/2/steps/2/indicators/0/slot", json!(0))],
        &["competencies[2].steps[2].indicators[0].slot: 0 is used twice"],
    );
    check("grid", &[("/situation/1/options/0/slot", json!(0))], &["situation[1].options[0].slot: 0 is used twice"]);
}

#[test]
fn a_slot_has_its_place_in_a_share_link() {
    check(
        "grid",
        &[("/competencies/0/steps/0/indicators/0/slot", json!(3_800)), ("/situation/0/options/0/slot", json!(64))],
        &[
            "competencies[0].steps[0].indicators[0].slot: 3800 is more than 3799",
            "situation[0].options[0].slot: 64 is more than 63",
        ],
    );
}

#[test]
fn the_ids_of_questions_options_and_advice_are_used_once() {
    check("grid", &[("/situation/1/id", json!("reaches-you"))], &["situation[1].id: “reaches-you” is used twice"]);
    check(
        "grid",
        &[("/situation/1/options/0/id", json!("move-up"))],
        &["situation[1].options[1].id: “move-up” is used twice"],
    );
    check("grid", &[("/advice/1/id", json!("begin-helping"))], &["advice[1].id: “begin-helping” is used twice"]);
}

#[test]
fn an_unknown_word_is_named_with_the_known_ones() {
    let statement = "/competencies/0/steps/0/indicators/0/weight";
    check(
        "ladder",
        &[(statement, json!("vital"))],
        &["competencies[0].steps[0].indicators[0].weight: “vital” is none of expected, optional"],
    );
    check(
        "ladder",
        &[("/level_rule/kind", json!("mean"))],
        &["level_rule.kind: “mean” is none of conjunctive, per_competency, contrast, stages"],
    );
    check(
        "ladder",
        &[("/competencies/0/cumulative", json!("yes"))],
        &["competencies[0].cumulative: “yes” is none of stated, assumed, no"],
    );
    check(
        "ladder",
        &[("/competencies/0/grouping", json!("ours"))],
        &["competencies[0].grouping: “ours” is none of source, project"],
    );
    check(
        "ladder",
        &[("/situation/0/kind", json!("mood"))],
        &["situation[0].kind: “mood” is none of work, title, next, path"],
    );
    check(
        "grid",
        &[("/situation/1/options/0/wants", json!("down"))],
        &["situation[1].options[0].wants: “down” is none of within, across"],
    );
    check(
        "ladder",
        &[("/levels/0/context", json!([{ "strength": "rumour", "text": "A", "source": "B" }]))],
        &["levels[0].context[0].strength: “rumour” is none of condition, description"],
    );
    let file = with_object("ladder", "/competencies/0/steps/0/indicators/0", |statement| {
        statement.insert("path".to_owned(), json!("manager"));
    });
    check_file(
        &file,
        &["competencies[0].steps[0].indicators[0].path: “manager” is none of people-management, individual"],
    );
}

// Caveats.

#[test]
fn one_caveat_can_lead() {
    let caveat = |text: &str, lead: bool| json!({ "text": text, "stated": true, "lead": lead });
    let one = json!([caveat("It is short.", false), caveat("It is made up.", true)]);
    let framework = framework_with("ladder", &[("/caveats", one)]);
    assert_eq!(framework.lead_caveat().map(|caveat| caveat.text.as_str()), Some("It is made up."));

    let two = json!([caveat("It is short.", true), caveat("It is old.", false), caveat("It is made up.", true)]);
    check("ladder", &[("/caveats", two)], &["caveats[2].lead: only one caveat can lead, and caveats[0] does"]);
}

#[test]
fn no_caveat_leads_unless_the_file_says_so() {
    assert_eq!(framework_with("ladder", &[]).lead_caveat(), None);
}

// Levels and profiles.

#[test]
fn a_profile_asks_for_no_more_steps_than_there_are() {
    check(
        "ladder",
        &[("/levels/2/profile/sauces", json!(4))],
        &["levels[2].profile.sauces: 4 is more than the 3 steps of the competency"],
    );
}

#[test]
fn a_profile_asks_for_no_step_of_a_higher_level() {
    check(
        "ladder",
        &[("/levels/0/profile/sauces", json!(2))],
        &["levels[0].profile.sauces: step 2 belongs to a higher level"],
    );
}

#[test]
fn a_profile_names_each_competency_and_no_other() {
    let mut file = with_object("ladder", "/levels/0/profile", |profile| {
        profile.remove("service");
        profile.insert("baking".to_owned(), json!(1));
    });
    check_file(
        &file,
        &["levels[0].profile.baking: there is no competency “baking”", "levels[0].profile: “service” is missing"],
    );
    file["levels"][0]["profile"] = json!({});
    check_file(
        &file,
        &[
            "levels[0].profile: “knives” is missing",
            "levels[0].profile: “sauces” is missing",
            "levels[0].profile: “service” is missing",
        ],
    );
}

#[test]
fn a_level_that_is_only_named_has_no_profile_and_no_steps() {
    check(
        "contrast",
        &[("/levels/0/profile", json!({ "planning": 1 }))],
        &["levels[0].profile: must be empty, the level is not described"],
    );
    check(
        "contrast",
        &[("/competencies/2/steps/0/level", json!("celebrity"))],
        &[
            "levels[2].profile.reputation: step 1 belongs to a higher level",
            "competencies[2].steps[0].level: “celebrity” is not described",
        ],
    );
}

#[test]
fn at_least_one_level_is_described() {
    let described = |level: usize| format!("/levels/{level}/described");
    let file = {
        let mut file = file("stages");
        for level in 0..2 {
            *file.pointer_mut(&described(level)).expect("there are two levels") = json!(false);
            file["levels"][level]["profile"] = json!({});
        }
        file
    };
    check_file(
        &file,
        &[
            "levels: none is described",
            "competencies[0].steps[0].level: “cooking” is not described",
            "competencies[1].steps[0].level: “running” is not described",
            "competencies[2].steps[0].level: “running” is not described",
        ],
    );
}

#[test]
fn a_contrast_is_between_exactly_two_levels() {
    let third = [
        ("/levels/0/described", json!(true)),
        ("/levels/0/profile", json!({ "planning": 0, "speed": 0, "reputation": 0 })),
    ];
    check("contrast", &third, &["levels: 3 are described, a contrast needs exactly 2"]);
}

// Competencies and steps.

#[test]
fn a_radar_needs_three_competencies() {
    let mut file = file("stages");
    file["competencies"].as_array_mut().expect("they are a list").truncate(2);
    for level in 0..2 {
        file["levels"][level]["profile"].as_object_mut().expect("it is an object").remove("guests");
    }
    check_file(&file, &["competencies: there are 2, a radar needs at least 3"]);
}

#[test]
fn a_label_has_at_most_18_characters() {
    let label = "Sauces, soups, jams";
    check(
        "ladder",
        &[("/competencies/1/label", json!(label))],
        &["competencies[1].label: “Sauces, soups, jams” is longer than 18 characters"],
    );
    let mut file = file("ladder");
    file["competencies"][1]["label"] = json!("Säuces, soups, jam");
    assert!(framework_file::read(&file.to_string()).is_ok(), "18 letters fit, however many bytes they are");
    file["competencies"][1]["label"] = json!("Stake\u{ad}holder\u{ad}pflege\u{ad}n");
    assert!(framework_file::read(&file.to_string()).is_ok(), "a soft hyphen is no letter");
}

#[test]
fn a_competency_has_steps() {
    let none = [("/competencies/1/steps", json!([]))];
    check(
        "ladder",
        &none,
        &[
            "levels[0].profile.sauces: 1 is more than the 0 steps of the competency",
            "levels[1].profile.sauces: 2 is more than the 0 steps of the competency",
            "levels[2].profile.sauces: 3 is more than the 0 steps of the competency",
            "competencies[1].steps: there is none",
        ],
    );
}

#[test]
fn steps_go_up_one_level_at_a_time() {
    check(
        "ladder",
        &[("/competencies/1/steps/1/level", json!("apprentice"))],
        &["competencies[1].steps[1].level: is not above the level of the step before it"],
    );
}

#[test]
fn a_step_belongs_to_a_level_of_the_file() {
    check(
        "stages",
        &[("/competencies/2/steps/0/level", json!("owning"))],
        &["competencies[2].steps[0].level: there is no level “owning”"],
    );
}

#[test]
fn our_own_frameworks_say_what_changes_above_the_lowest_level() {
    check(
        "clarity",
        &[("/competencies/1/steps/0/change", Value::Null)],
        &["competencies[1].steps[0].change: is missing above the lowest described level"],
    );
}

#[test]
fn a_step_has_an_expected_statement() {
    let optional = [
        ("/competencies/1/steps/0/indicators/0/weight", json!("optional")),
        ("/competencies/2/steps/0/indicators", json!([])),
    ];
    check(
        "ladder",
        &optional,
        &[
            "competencies[1].steps[0].indicators: none is expected, so the step could not be missed",
            "competencies[2].steps[0].indicators: none is expected, so the step could not be missed",
        ],
    );
}

// Situation and advice.

#[test]
fn a_question_has_options_to_choose_from() {
    let one = json!([{ "id": "is-cook", "slot": 0, "text": "Cook", "level": null, "wants": null }]);
    for options in [json!([]), one] {
        check(
            "ladder",
            &[("/situation/0/options", options)],
            &["situation[0].options: there are fewer than 2 to choose from"],
        );
    }
}

#[test]
fn the_situation_is_one_short_screen() {
    let mut file = file("contrast");
    let question = file["situation"][0].clone();
    let questions = file["situation"].as_array_mut().expect("they are a list");
    for (number, id) in ["second", "third", "fourth"].into_iter().enumerate() {
        let mut another = question.clone();
        another["id"] = json!(id);
        for (place, option) in another["options"].as_array_mut().expect("they are a list").iter_mut().enumerate() {
            option["slot"] = json!(10 * (number + 1) + place);
        }
        questions.push(another);
    }
    check_file(&file, &["situation: there are more than 3 questions"]);
}

#[test]
fn an_option_points_to_a_level_of_the_file() {
    check(
        "ladder",
        &[("/situation/0/options/2/level", json!("owner"))],
        &["situation[0].options[2].level: there is no level “owner”"],
    );
}

#[test]
fn statements_and_options_name_their_career_path() {
    let mut file = file("contrast");
    file["competencies"][0]["steps"][0]["indicators"][0]["path"] = json!("people-management");
    file["situation"][0]["options"][1]["path"] = json!("individual");
    let framework = framework_file::read(&file.to_string()).unwrap_or_else(|error| panic!("{error}"));
    let statements = &framework.indicators;
    assert_eq!((statements[0].path, statements[1].path), (Some(CareerPath::PeopleManagement), None));
    let options = &framework.situation[0].options;
    assert_eq!((options[0].path, options[1].path), (None, Some(CareerPath::Individual)));
}

#[test]
fn only_the_options_of_a_path_question_choose_a_path() {
    let file = with_object("ladder", "/situation/0/options/2", |option| {
        option.insert("path".to_owned(), json!("individual"));
    });
    check_file(&file, &["situation[0].options[2].path: is only for the options of a question of the kind path"]);
}

#[test]
fn advice_goes_within_a_level_or_across_to_another() {
    let what = "advice within a level goes from that level to itself, advice across to another";
    check("ladder", &[("/advice/1/kind", json!("within"))], &[&format!("advice[1].kind: {what}")]);
    check("ladder", &[("/advice/4/kind", json!("across"))], &[&format!("advice[4].kind: {what}")]);
}

#[test]
fn advice_refers_to_what_the_file_has() {
    check("ladder", &[("/advice/0/to", json!("owner"))], &["advice[0].to: there is no level “owner”"]);
    check(
        "ladder",
        &[("/advice/0/competency", json!("baking"))],
        &["advice[0].competency: there is no competency “baking”"],
    );
    check(
        "contrast",
        &[("/advice/1/when/option", json!("a-boat"))],
        &["advice[1].when: there is no option “a-boat” of a question “path”"],
    );
    check(
        "contrast",
        &[("/advice/1/when/question", json!("mood"))],
        &["advice[1].when: there is no option “own-place” of a question “mood”"],
    );
}

#[test]
fn advice_names_the_statements_that_it_tells_to_do() {
    let about = |ids: Value| with_object("ladder", "/advice/1", |advice| drop(advice.insert("about".to_owned(), ids)));
    let file = about(json!(["cuts-evenly", "cuts-safely"]));
    let framework = framework_file::read(&file.to_string()).unwrap_or_else(|error| panic!("{error}"));
    let named: Vec<_> = framework.advice[1].about.iter().map(|&each| framework.indicator(each).id.as_str()).collect();
    assert_eq!(named, ["cuts-evenly", "cuts-safely"]);
    assert_eq!(framework.advice[0].about, [], "advice without the entry tells to do no statement in particular");

    check_file(&about(json!(["cuts-safely", "cuts-fast"])), &["advice[1].about[1]: there is no statement “cuts-fast”"]);
}

// All problems together.

#[test]
fn all_faults_of_form_are_told_in_file_order() {
    let edits = [
        ("/advice/0/text", json!("")),
        ("/situation/0/kind", json!("mood")),
        ("/competencies/2/steps/2/indicators/0/granted", json!("no")),
        ("/competencies/0/label", json!("")),
        ("/competencies/0/name", json!("")),
        ("/level_rule/kind", json!("mean")),
    ];
    check(
        "ladder",
        &edits,
        &[
            "level_rule.kind: “mean” is none of conjunctive, per_competency, contrast, stages",
            "competencies[0].name: is empty",
            "competencies[0].label: is empty",
            "competencies[2].steps[2].indicators[0].granted: is a text, true or false was expected",
            "situation[0].kind: “mood” is none of work, title, next, path",
            "advice[0].text: is empty",
        ],
    );
}

#[test]
fn all_faults_of_meaning_are_told_in_file_order() {
    let edits = [
        ("/advice/0/kind", json!("within")),
        ("/situation/0/options/0/level", json!("owner")),
        ("/competencies/2/steps/2/indicators/0/slot", json!(1)),
        ("/levels/1/profile/knives", json!(7)),
        ("/id", json!("The Ladder")),
    ];
    check(
        "ladder",
        &edits,
        &[
            "id: “The Ladder” is not small letters, digits and single hyphens",
            "levels[1].profile.knives: 7 is more than the 3 steps of the competency",
            "competencies[2].steps[2].indicators[0].slot: 1 is used twice",
            "situation[0].options[0].level: there is no level “owner”",
            "advice[0].kind: advice within a level goes from that level to itself, advice across to another",
        ],
    );
}

#[test]
fn faults_of_form_and_of_meaning_are_told_together() {
    let edits = [("/id", json!("The Ladder")), ("/level_rule/kind", json!("mean")), ("/advice/0/to", json!("owner"))];
    let file = file_with("ladder", &edits);
    let Err(FileError::Problems(problems)) = framework_file::read(&file.to_string()) else { panic!("it has problems") };
    let mut places: Vec<_> = problems.into_iter().map(|problem| problem.location).collect();
    places.sort();
    assert_eq!(places, ["advice[0].to", "id", "level_rule.kind"]);
}
