//! Properties of every framework and any answers, checked with random answers and random damage.

mod support;

use std::rc::Rc;
use std::sync::LazyLock;

use next_rung::assessment::answers::{Answers, Rating, Route, Subject};
use next_rung::assessment::focus::{FOCUS_AT_MOST, Focus, Reason, plan};
use next_rung::assessment::framework::{
    AdviceKind, CompetencyIndex, Framework, IndicatorIndex, LevelIndex, SituationKind, StepRef, Weight,
};
use next_rung::assessment::route::{Presumption, StepState, next_step, presumption, progress, step_state};
use next_rung::assessment::scoring::{Assessment, NEAR_AT_MOST, Near, Proficiency, assess};
use next_rung::formats::answers_file;
use next_rung::formats::draft::{Draft, Screen};
use next_rung::formats::framework_file;
use next_rung::formats::share_link::{self, ShareLinkError, SharedResult};
use next_rung::report::data;
use next_rung::report::svg::Scheme;
use next_rung::report::{self, FileKind};
use next_rung::state::{Aside, Msg, Pick, State, update};
use next_rung::words::ENGLISH_RESULT;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use support::{draft_text, json_text, read_draft, statements, steps};

static FRAMEWORKS: LazyLock<Vec<Framework>> = LazyLock::new(support::all_frameworks);

/// Returns settings that print a failing case instead of keeping it in a file.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

const RATINGS: [Option<Rating>; 5] =
    [None, Some(Rating::NotYet), Some(Rating::NotMyRole), Some(Rating::Sometimes), Some(Rating::Consistently)];
/// From the lowest to the highest. Open answers are not on this scale.
const LADDER: [Rating; 3] = [Rating::NotYet, Rating::Sometimes, Rating::Consistently];

fn any_framework() -> impl Strategy<Value = &'static Framework> {
    (0..FRAMEWORKS.len()).prop_map(|index| &FRAMEWORKS[index])
}

/// Generates a framework and answers, on either route.
fn answered() -> impl Strategy<Value = (&'static Framework, Answers)> {
    any_framework().prop_flat_map(|framework| (Just(framework), answers_to(framework)))
}

/// Generates answers with most steps rated as a whole, because statements rated one by one would hardly ever meet a
/// step.
fn answers_to(framework: &'static Framework) -> impl Strategy<Value = Answers> {
    let whole_step = prop_oneof![
        4 => Just(Some(Some(Rating::Consistently))),
        4 => select(&RATINGS[..]).prop_map(Some),
        2 => Just(None),
    ];
    let whole_steps = vec(whole_step, steps(framework).len());
    let single = vec(select(&RATINGS[..]), framework.indicators.len());
    let options: Vec<_> =
        framework.situation.iter().map(|question| proptest::option::of(0..question.options.len())).collect();
    let route = prop_oneof![Just(Route::Short), Just(Route::Everything)];
    (route, whole_steps, single, options).prop_map(|(route, whole_steps, single, options)| {
        let mut answers = Answers::none(framework);
        answers.route = route;
        for (step, whole) in steps(framework).into_iter().zip(whole_steps) {
            for indicator in statements(framework, step) {
                answers.rate(indicator, whole.unwrap_or(single[indicator.0]));
            }
        }
        for (question, option) in options.into_iter().enumerate() {
            answers.choose(question, option);
        }
        answers
    })
}

/// Returns every range of a result in numbers: the four levels, -1 for below the first, then each competency's steps and
/// value.
fn ranges(assessment: &Assessment) -> Vec<(f64, f64)> {
    let number = |count: usize| f64::from(u32::try_from(count).expect("levels and steps are few"));
    let level = |level: Option<LevelIndex>| level.map_or(-1.0, |level| number(level.0));
    // There is no level above the last one, so its target is the highest possible.
    let target = |level: Option<LevelIndex>| level.map_or(f64::INFINITY, |level| number(level.0));
    let Assessment { level: reached, standing, target: aim, near, .. } = assessment;
    let near = level(near.as_ref().map(|near| near.level).max(reached.low));
    let mut ranges = vec![
        (level(reached.low), level(reached.high)),
        (near, f64::INFINITY),
        (level(standing.low), level(standing.high)),
        (target(aim.low), target(aim.high)),
    ];
    for Proficiency { met, value, .. } in &assessment.competencies {
        ranges.extend([(number(met.low), number(met.high)), (value.low, value.high)]);
    }
    ranges
}

#[track_caller]
fn check_not_lower(lower: &Assessment, higher: &Assessment) {
    for (before, after) in ranges(lower).into_iter().zip(ranges(higher)) {
        assert!(before.0 <= after.0 && before.1 <= after.1, "{before:?} fell to {after:?}");
    }
}

#[track_caller]
fn check_within(range: &Assessment, filled: &Assessment) {
    for (range, filled) in ranges(range).into_iter().zip(ranges(filled)) {
        assert!(range.0 <= filled.0 && filled.1 <= range.1, "{filled:?} is outside {range:?}");
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn rating_higher_never_lowers_anything((framework, mut answers) in answered(), statement: Index) {
        let statement = IndicatorIndex(statement.index(framework.indicators.len()));
        let [not_yet, sometimes, consistently] = LADDER.map(|rating| {
            answers.rate(statement, Some(rating));
            assess(framework, &answers).expect("something is answered")
        });
        check_not_lower(&not_yet, &sometimes);
        check_not_lower(&sometimes, &consistently);
    }

    /// Leaves out Not part of my role, because the answers around such a statement decide if it is open.
    #[test]
    fn the_range_holds_every_way_to_fill_in_the_open_answers(
        (framework, mut answers) in answered(),
        fillings in vec(select(&LADDER[..]), 120),
    ) {
        answers.route = Route::Everything;
        let indicators = (0..framework.indicators.len()).map(IndicatorIndex);
        for indicator in indicators.clone().filter(|&each| answers.rating(each) == Some(Rating::NotMyRole)).collect::<Vec<_>>() {
            answers.rate(indicator, None);
        }
        let Some(range) = assess(framework, &answers) else { return Ok(()) };
        for (indicator, filling) in indicators.zip(fillings) {
            if answers.rating(indicator).is_none() {
                answers.rate(indicator, Some(filling));
            }
        }
        let filled = assess(framework, &answers).expect("everything is answered");
        prop_assert!(filled.open.is_empty());
        prop_assert!(filled.level.single().is_some(), "nothing is open, so there is no range");
        check_within(&range, &filled);
    }

    #[test]
    fn no_answer_and_not_my_role_show_the_same_for_certain(
        (framework, mut answers) in answered(),
        swapped in vec(any::<bool>(), 120),
    ) {
        answers.route = Route::Everything;
        let Some(before) = assess(framework, &answers) else { return Ok(()) };
        for (indicator, is_swapped) in (0..framework.indicators.len()).map(IndicatorIndex).zip(swapped) {
            match answers.rating(indicator) {
                None if is_swapped => answers.rate(indicator, Some(Rating::NotMyRole)),
                Some(Rating::NotMyRole) if is_swapped => answers.rate(indicator, None),
                _ => {}
            }
        }
        let Some(after) = assess(framework, &answers) else { return Ok(()) };
        let certain = |assessment: &Assessment| {
            (assessment.level.low, assessment.near.as_ref().map(|near| near.level), assessment.standing.low, assessment.target.low)
        };
        prop_assert_eq!(certain(&after), certain(&before));
    }

    #[test]
    fn the_low_end_is_never_above_the_high_one((framework, answers) in answered()) {
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        prop_assert!(assessment.level.low <= assessment.level.high);
        for (each, competency) in assessment.competencies.iter().zip(&framework.competencies) {
            prop_assert!(each.met.low <= each.met.high && each.met.high <= competency.steps.len());
            prop_assert!(0.0 <= each.value.low && each.value.low <= each.value.high && each.value.high <= 1.0);
        }
        for difference in &assessment.differences {
            prop_assert!(difference.shown_at.low <= difference.shown_at.high);
        }
        for rung in &assessment.ladder {
            prop_assert!(rung.met + rung.open <= rung.expected);
        }
    }

    #[test]
    fn the_situation_never_raises_or_lowers_a_level((framework, mut answers) in answered()) {
        let with_situation = assess(framework, &answers);
        (0..framework.situation.len()).for_each(|question| answers.choose(question, None));
        prop_assert_eq!(assess(framework, &answers), with_situation);
    }

    #[test]
    fn optional_statements_never_move_a_level(
        (framework, mut answers) in answered(),
        ratings in vec(select(&RATINGS[..]), 120),
    ) {
        answers.route = Route::Everything;
        let Some(before) = assess(framework, &answers) else { return Ok(()) };
        for (index, indicator) in framework.indicators.iter().enumerate() {
            if indicator.weight == Weight::Optional {
                answers.rate(IndicatorIndex(index), ratings[index]);
            }
        }
        let Some(after) = assess(framework, &answers) else { return Ok(()) };
        // These can show that a person works at a step, and then statements there that are not part of their role are
        // open.
        let certain = |assessment| ranges(assessment).into_iter().map(|(low, _)| low).collect::<Vec<_>>();
        prop_assert_eq!(certain(&after), certain(&before));
    }

    #[test]
    fn the_statements_that_a_near_level_lacks_are_the_ones_that_reach_it((framework, mut answers) in answered()) {
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        let Some(Near { level, lacking }) = assessment.near else { return Ok(()) };
        prop_assert!((1..=NEAR_AT_MOST).contains(&(lacking.unmet.len() + lacking.open.len())));
        prop_assert!(Some(level) > assessment.level.low);
        for &statement in lacking.unmet.iter().chain(&lacking.open) {
            answers.rate(statement, Some(Rating::Consistently));
        }
        let reached = assess(framework, &answers).expect("something is answered").level.low;
        prop_assert!(reached >= Some(level), "{reached:?}");
    }

    #[test]
    fn the_deciding_statements_are_open_and_reach_the_highest_level((framework, mut answers) in answered()) {
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        prop_assert_eq!(assessment.deciding.is_empty(), assessment.level.low == assessment.level.high);
        for &statement in &assessment.deciding {
            prop_assert!(assessment.open.contains(&statement));
            answers.rate(statement, Some(Rating::Consistently));
        }
        let reached = assess(framework, &answers).expect("something is answered").level.low;
        prop_assert!(reached >= assessment.level.high, "{reached:?}");
    }

    #[test]
    fn a_plan_names_few_steps_and_none_beyond_the_target((framework, answers) in answered()) {
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        let plan = plan(framework, &answers, &assessment);
        prop_assert!(plan.focus.len() <= FOCUS_AT_MOST);
        let highest = assessment.target.low.or(assessment.standing.low);
        for (index, focus) in plan.focus.iter().enumerate() {
            prop_assert!(!plan.focus[..index].iter().any(|before| before.step == focus.step), "named once");
            let level = framework.step(focus.step).level;
            prop_assert!(Some(level) <= highest, "{level:?} is beyond {highest:?}");
            check_focus(framework, &answers, focus);
        }
    }

    /// Headline, focus and advice refer to the same level: the standing, or the next one.
    #[test]
    fn a_plan_leads_from_the_standing_to_the_target_or_stays((framework, answers) in answered()) {
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        let plan = plan(framework, &answers, &assessment);
        let (standing, target) = (assessment.standing.low, assessment.target.low);
        match plan.kind {
            AdviceKind::Across => prop_assert_eq!(plan.to, target.filter(|_| assessment.applies)),
            AdviceKind::Within => prop_assert!(plan.to.is_none() || plan.to == standing),
        }
        if wish(framework, &answers) == Some(AdviceKind::Within) && standing.is_some() && assessment.applies {
            for focus in &plan.focus {
                prop_assert!(Some(framework.step(focus.step).level) <= standing, "the wish is to stay: {focus:?}");
            }
        }
        for &advice in &plan.advice {
            let advice = &framework.advice[advice];
            prop_assert_eq!((advice.kind, advice.from, advice.competency), (plan.kind, standing, None));
        }
        for focus in &plan.focus {
            for &advice in &focus.advice {
                let advice = &framework.advice[advice];
                prop_assert_eq!((advice.kind, advice.competency), (plan.kind, Some(focus.step.competency)));
            }
        }
    }

    #[test]
    fn advice_fits_the_situation_and_tells_nobody_what_they_do_already((framework, answers) in answered()) {
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        let plan = plan(framework, &answers, &assessment);
        for &advice in plan.focus.iter().flat_map(|focus| &focus.advice).chain(&plan.advice) {
            let advice = &framework.advice[advice];
            if let Some((question, option)) = advice.when {
                prop_assert_eq!(answers.option(question), Some(option));
            }
            for &statement in &advice.about {
                prop_assert_ne!(answers.rating(statement), Some(Rating::Consistently));
                prop_assert!(!assessment.presumed.contains(&statement));
            }
        }
    }

    #[test]
    fn nobody_is_told_to_work_on_the_path_that_they_did_not_choose((framework, answers) in answered()) {
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        let plan = plan(framework, &answers, &assessment);
        let chosen = answers.chosen(framework, SituationKind::Path).find_map(|option| option.path);
        let named = plan.focus.iter().flat_map(|focus| focus.unmet.iter().chain(&focus.open).chain(&focus.optional));
        for &statement in named.chain(&plan.also_named) {
            let path = framework.indicator(statement).path;
            prop_assert!(chosen.is_none() || path.is_none() || path == chosen, "{:?}", framework.indicator(statement).id);
        }
    }

    #[test]
    fn the_route_ends_and_shows_no_card_twice(
        framework in any_framework(),
        route in prop_oneof![Just(Route::Short), Just(Route::Everything)],
        ratings in vec(select(&RATINGS[..]), 120),
    ) {
        let mut answers = Answers::none(framework);
        answers.route = route;
        let mut shown = Vec::new();
        let mut left = 0;
        while let Some(step) = next_step(framework, &answers, &shown) {
            prop_assert!(!shown.contains(&step), "{step:?} comes twice");
            shown.push(step);
            for indicator in statements(framework, step) {
                answers.rate(indicator, ratings[indicator.0]);
            }
            let (done, all) = progress(framework, &answers, &shown, step);
            prop_assert!(done < all, "the card on screen is left");
            left = all - done;
        }
        prop_assert_eq!(left, 1, "only the last card is left on it");
    }

    #[test]
    fn every_result_can_be_told((framework, answers) in answered()) {
        let assessment = assess(framework, &answers);
        let report = data::report(&ENGLISH_RESULT, framework, &answers, assessment.as_ref());
        let report: Value = serde_json::to_value(&report).expect("a report is JSON");
        prop_assert!(report["headline"].as_str().is_some_and(|headline| !headline.is_empty()));
    }
}

/// Returns the growth that somebody wants.
fn wish(framework: &Framework, answers: &Answers) -> Option<AdviceKind> {
    answers.chosen(framework, SituationKind::Next).find_map(|option| option.wants)
}

/// Checks that a focus names its own step's statements, and an unmet step unless the rest is craft or optional.
#[track_caller]
fn check_focus(framework: &Framework, answers: &Answers, focus: &Focus) {
    let is_met = step_state(framework, answers, focus.step) == StepState::Met
        || presumption(framework, answers, focus.step) == Some(Presumption::Met);
    let is_more = matches!(focus.reason, Reason::Craft(_) | Reason::Optional(_));
    assert_eq!(is_met, is_more, "{focus:?}");
    assert!(is_more || !focus.unmet.is_empty() || !focus.open.is_empty(), "it names something: {focus:?}");
    assert!(
        !matches!(focus.reason, Reason::Open(_)) || focus.unmet.is_empty(),
        "what is missing is not open: {focus:?}"
    );
    for &statement in focus.unmet.iter().chain(&focus.open).chain(&focus.optional) {
        assert_eq!(framework.indicator(statement).step, focus.step);
        assert_ne!(answers.rating(statement), Some(Rating::Consistently));
    }
}

/// Generates a framework, answers with private notes, and any screen of the journey.
fn drafted() -> impl Strategy<Value = (&'static Framework, Draft)> {
    answered().prop_flat_map(|(framework, answers)| {
        let steps = steps(framework);
        let screen = prop_oneof![
            Just(Screen::Start),
            Just(Screen::Situation),
            select(steps.clone()).prop_map(Screen::Card),
            select(steps.clone()).prop_map(Screen::Review),
            Just(Screen::Result),
        ];
        let notes = vec(any::<String>(), framework.competencies.len());
        (Just(framework), Just(answers), notes, vec(select(steps), 0..8), screen).prop_map(
            |(framework, mut answers, notes, mut shown, screen)| {
                // No card is shown twice.
                let mut seen = Vec::new();
                shown.retain(|step| {
                    !seen.contains(step) && {
                        seen.push(*step);
                        true
                    }
                });
                for (competency, note) in notes.into_iter().enumerate() {
                    answers.write_note(CompetencyIndex(competency), note);
                }
                (framework, Draft { answers, shown, screen })
            },
        )
    })
}

/// Damages a text in one way, as a broken disk or a careless editor would.
fn damaged(text: &str, at: Index, how: u8) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = at.index(bytes.len());
    match how {
        0 => bytes.truncate(at),
        1..8 => bytes[at] ^= 1 << how,
        _ => drop(bytes.remove(at)),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_draft_brings_back_what_was_kept((framework, kept) in drafted()) {
        let text = draft_text(framework, &kept);
        prop_assert_eq!(read_draft(framework, &text), Ok((kept, 0)));
    }

    #[test]
    fn a_data_file_brings_back_what_was_saved((framework, kept) in drafted()) {
        let text = report::write(FileKind::Data, framework, &kept, "2026-11-22", Scheme::Light, json_text);
        // If nothing is answered there is nothing to save.
        prop_assert_eq!(text.is_none(), kept.answers.rated() == 0);
        let Some(text) = text else { return Ok(()) };
        prop_assert_eq!(read_draft(framework, &text), Ok((kept, 0)));
    }

    #[test]
    fn an_answers_file_brings_back_all_but_the_notes((framework, Draft { mut answers, .. }) in drafted()) {
        let (read, unknown) = answers_file::read(framework, &answers_file::write(framework, &answers));
        (0..framework.competencies.len()).for_each(|each| answers.write_note(CompetencyIndex(each), String::new()));
        prop_assert_eq!((read, unknown), (answers, Vec::new()));
    }

    #[test]
    fn no_text_makes_a_draft_panic(framework in any_framework(), text: String) {
        let _ = read_draft(framework, &text);
    }

    #[test]
    fn a_damaged_draft_is_read_or_refused((framework, kept) in drafted(), at: Index, how in 0..9_u8) {
        let text = damaged(&draft_text(framework, &kept), at, how);
        if let Ok((draft, _)) = read_draft(framework, &text) {
            let again = draft_text(framework, &draft);
            prop_assert_eq!(read_draft(framework, &again), Ok((draft, 0)));
        }
    }

    #[test]
    fn no_text_makes_a_framework_panic(text: String) {
        prop_assert!(framework_file::read(&text).is_err());
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_damaged_framework_file_is_read_or_refused(which in 0..FRAMEWORKS.len(), at: Index, how in 0..9_u8) {
        let text = support::framework_text(&FRAMEWORKS[which].id);
        let _ = framework_file::read(&damaged(&text, at, how));
    }
}

/// One edit of a framework file that keeps it valid JSON.
#[derive(Debug, Clone)]
enum Edit {
    Replace(Value),
    CopyFrom(Index),
    Remove,
}

fn any_edit() -> impl Strategy<Value = (Index, Edit)> {
    let values =
        vec![Value::Null, json!(false), json!(0), json!(1), json!(2), json!(99), json!(""), json!([]), json!({})];
    let edit = prop_oneof![
        select(values).prop_map(Edit::Replace),
        any::<Index>().prop_map(Edit::CopyFrom),
        Just(Edit::Remove),
    ];
    (any::<Index>(), edit)
}

/// Collects the JSON pointers of every value below one.
fn pointers(value: &Value, above: &str, found: &mut Vec<String>) {
    let mut visit = |key: &str, value: &Value| {
        let pointer = format!("{above}/{key}");
        pointers(value, &pointer, found);
        found.push(pointer);
    };
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| visit(&index.to_string(), item)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| visit(key, field)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn edited(mut file: Value, edits: Vec<(Index, Edit)>) -> Value {
    for (at, edit) in edits {
        let mut places = Vec::new();
        pointers(&file, "", &mut places);
        let place = places[at.index(places.len())].clone();
        let new = match edit {
            Edit::Replace(value) => value,
            Edit::CopyFrom(other) => file.pointer(&places[other.index(places.len())]).expect("it was found").clone(),
            Edit::Remove => {
                remove(&mut file, &place);
                continue;
            }
        };
        *file.pointer_mut(&place).expect("it was found") = new;
    }
    file
}

fn remove(file: &mut Value, place: &str) {
    let (above, key) = place.rsplit_once('/').expect("a place lies in something");
    match file.pointer_mut(above).expect("it was found") {
        Value::Array(items) => drop(items.remove(key.parse().expect("an item has a number"))),
        Value::Object(fields) => drop(fields.remove(key)),
        other => panic!("{other} holds nothing"),
    }
}

proptest! {
    #![proptest_config(cases(600))]

    /// The rest of the core relies on the checks.
    #[test]
    fn a_framework_that_passes_its_checks_can_be_taken(
        id in select(&support::MADE_UP[..]),
        edits in vec(any_edit(), 1..3),
        ratings in vec(select(&RATINGS[..]), 60),
    ) {
        let file: Value = serde_json::from_str(&support::framework_text(id)).expect("the fixture is JSON");
        if let Ok(framework) = framework_file::read(&edited(file, edits).to_string()) {
            take(&framework, &ratings);
        }
    }
}

/// Takes a framework as a reader would, to any result.
fn take(framework: &Framework, ratings: &[Option<Rating>]) {
    let mut answers = Answers::none(framework);
    answers.route = Route::Short;
    for (index, question) in framework.situation.iter().enumerate() {
        answers.choose(index, Some(question.options.len() - 1));
    }
    let mut shown: Vec<StepRef> = Vec::new();
    while let Some(step) = next_step(framework, &answers, &shown) {
        assert!(!shown.contains(&step), "{step:?} comes twice");
        shown.push(step);
        for indicator in statements(framework, step) {
            answers.rate(indicator, ratings[indicator.0 % ratings.len()]);
        }
        let assessment = assess(framework, &answers);
        let _ = data::report(&ENGLISH_RESULT, framework, &answers, assessment.as_ref());
    }
}

fn any_subject() -> impl Strategy<Value = Subject> {
    select(&[Subject::Oneself, Subject::Another][..])
}

/// The characters that damage a link: all of our alphabet, the separator, and some that are not ours.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. ~é";

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn a_share_link_brings_back_the_answers((framework, answers) in answered(), subject in any_subject()) {
        let shared = share_link::decode(framework, &share_link::encode(framework, subject, &answers));
        prop_assert_eq!(shared, Ok(SharedResult { subject, answers, dropped: 0 }));
    }

    #[test]
    fn a_flipped_character_of_a_share_link_is_noticed(
        (framework, answers) in answered(),
        at in any::<Index>(),
        letter in select(LETTERS.chars().collect::<Vec<_>>()),
    ) {
        let link = share_link::encode(framework, Subject::Oneself, &answers);
        let mut letters: Vec<char> = link.chars().collect();
        let place = at.index(letters.len());
        prop_assume!(letters[place] != letter);
        letters[place] = letter;
        let flipped: String = letters.into_iter().collect();
        prop_assert!(share_link::decode(framework, &flipped).is_err(), "{} was read", flipped);
    }

    #[test]
    fn no_text_makes_a_share_link_panic(
        framework in any_framework(),
        text in prop_oneof![any::<String>(), "[0-9]{0,3}[.][a-z-]{0,9}[.][0-9]{0,2}[.][A-Za-z0-9_-]{0,60}[.][A-Za-z0-9_-]{0,7}"],
    ) {
        let _ = share_link::decode(framework, &text);
        let _ = share_link::find(&text);
    }
}

/// Returns the results in an address, in a framework.
fn said(framework: &Framework, address: &str) -> Vec<Result<SharedResult, ShareLinkError>> {
    share_link::find(address).iter().map(|result| share_link::decode(framework, result)).collect()
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_address_of_what_is_on_screen_says_the_same(
        (framework, kept) in drafted(),
        subject in any_subject(),
        other: Index,
    ) {
        let framework = Rc::new(support::framework(&framework.id));
        let mut answers = kept.answers.clone();
        let own = State::resume(Rc::clone(&framework), subject, kept);
        framework.competency_indices().for_each(|each| answers.write_note(each, String::new()));
        let result = SharedResult { subject, answers: answers.clone(), dropped: 0 };
        prop_assert_eq!(said(&framework, &own.on_screen()), vec![Ok(result.clone())]);

        answers.rate(IndicatorIndex(other.index(framework.indicators.len())), Some(Rating::NotMyRole));
        let shared = SharedResult { subject: Subject::Another, answers, dropped: 0 };
        let read = own.with_result(shared.clone());
        prop_assert_eq!(said(&framework, &read.on_screen()), vec![Ok(shared.clone())]);
        let compared = update(&read, Msg::Show(Aside::Comparison(Pick::Own, Pick::Brought(0))));
        prop_assert_eq!(said(&framework, &compared.on_screen()), vec![Ok(result), Ok(shared)]);
    }
}
