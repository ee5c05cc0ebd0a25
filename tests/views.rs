//! Each view gives its elements the right roles, accessible names and states, and shows nothing that does not apply.

#[path = "support/reading.rs"]
mod reading;
mod support;

use std::rc::Rc;

use next_rung::assessment::answers::{Answers, Rating, Route, Subject};
use next_rung::assessment::comparison::{Verdict, compare};
use next_rung::assessment::focus;
use next_rung::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex};
use next_rung::assessment::route;
use next_rung::assessment::scoring::assess;
use next_rung::assessment::whose::Whose;
use next_rung::drawing::radar::series::Series;
use next_rung::formats::crosswalk_file;
use next_rung::formats::draft::Screen;
use next_rung::formats::history::{HistoryError, Remembered};
use next_rung::formats::share_link::{self, SharedResult};
use next_rung::report::svg::{self, Scheme};
use next_rung::report::{FileKind, markdown};
use next_rung::state::{Aside, Loss, Msg, Notice, Origin, Outcome, Pick, State, update};
use next_rung::ui::across::{Across, Taken, across};
use next_rung::ui::comparison::{Comparison, Side, comparison};
use next_rung::ui::results::{Results, results};
use next_rung::ui::take_away::{TakeAway, take_away};
use next_rung::ui::widget::{WidgetProps, widget};
use next_rung::words::{
    self, ENGLISH, ENGLISH_COMPARISON, ENGLISH_OF_ANOTHER, ENGLISH_RESULT, ENGLISH_RESULT_OF_ANOTHER,
};
use reading::{described, role_of, selector, text_of};
use scraper::{ElementRef, Html as Parsed};
use serde_json::json;
use support::{after, all_frameworks, answers, folder, framework_with, made_up, published, render, result, step_named};
use yew::{Callback, Html};

// Reading a view.

/// Fails unless exactly these elements have a role, in order, each with its accessible name and its states.
#[track_caller]
fn check_role(html: &str, role: &str, expected: &[&str]) {
    let document = Parsed::parse_fragment(html);
    let elements = document.root_element().descendent_elements();
    let found: Vec<_> = elements.filter(|&element| role_of(element).as_deref() == Some(role)).map(described).collect();
    assert_eq!(found, expected, "each {role} in {html}");
}

/// Returns the HTML of the only element that matches a selector.
#[track_caller]
fn only(html: &str, css: &str) -> String {
    let document = Parsed::parse_fragment(html);
    let found: Vec<_> = document.select(&selector(css)).collect();
    let [element] = found[..] else { panic!("{css} finds {} elements in {html}", found.len()) };
    element.html()
}

/// Returns the texts of the elements that match a selector.
fn texts(html: &str, css: &str) -> Vec<String> {
    Parsed::parse_fragment(html).select(&selector(css)).map(text_of).collect()
}

/// Returns the HTML of the section under a heading, folded or not.
#[track_caller]
fn section(html: &str, heading: &str) -> String {
    let document = Parsed::parse_fragment(html);
    let headings = selector("section > .subheading, details > summary > .fold__title");
    let heading_element = document.select(&headings).find(|each| text_of(*each) == heading);
    let is_section = |each: &ElementRef| matches!(each.value().name(), "section" | "details");
    let section = heading_element.and_then(|each| each.ancestors().filter_map(ElementRef::wrap).find(is_section));
    section.unwrap_or_else(|| panic!("no section {heading:?} in {html}")).html()
}

// Rendering a view.

/// Renders the widget in a state, on a page that makes no links.
fn screen(state: &State) -> String {
    screen_at(state, 2, "")
}

fn screen_at(state: &State, heading_level: u8, address: &'static str) -> String {
    let props = WidgetProps { has_links: !address.is_empty(), ..WidgetProps::rendered(1, heading_level) };
    render(widget(&props, state))
}

fn fresh(id: &str) -> State {
    State::new(Rc::new(made_up(id)), Subject::Oneself)
}

/// Returns the state on a card, with answers in short form.
fn on_card(id: &str, step: &str, short: &str) -> State {
    let state = fresh(id);
    let (answers, screen) = (answers(&state.framework, short), Screen::Card(step_named(&state.framework, step)));
    State { answers, screen, ..state }
}

/// Returns a state with one result from a link, which is on screen.
fn with_shared(own: &str, subject: Subject, shared: &str) -> State {
    let state = fresh("ladder");
    let own = answers(&state.framework, own);
    let shared = SharedResult { subject, answers: answers(&state.framework, shared), dropped: 0 };
    State { answers: own, ..state }.with_result(shared)
}

fn result_screen(framework: &Framework, short: &str, is_read_only: bool) -> String {
    result_screen_of(framework, &answers(framework, short), is_read_only)
}

fn result_screen_of(framework: &Framework, answers: &Answers, is_read_only: bool) -> String {
    render(results(&Results {
        framework,
        answers,
        is_read_only,
        eyebrow: ENGLISH_RESULT.your_result,
        whose: &Whose::You,
        before: Html::default(),
        wish: Html::default(),
        take_away: Html::default(),
        after: Html::default(),
        heading_level: 2,
        words: &ENGLISH_RESULT,
        send: &Callback::noop(),
    }))
}

fn compared(framework: &Framework, first: &str, second: &str) -> String {
    let (first, second) = (answers(framework, first), answers(framework, second));
    render(comparison(&Comparison {
        framework,
        first: Side { name: "Alex", answers: &first },
        second: Side { name: "Sam", answers: &second },
        heading_level: 2,
        words: &ENGLISH_COMPARISON,
    }))
}

/// Returns the ratings' names in the order in which a statement offers them.
fn ratings() -> [&'static str; 4] {
    Rating::ALL.map(|rating| words::rating(&ENGLISH, rating))
}

// Every screen.

/// Returns one state of each screen that the host can render.
fn every_screen() -> Vec<State> {
    let mut screens = Vec::new();
    for framework in all_frameworks().into_iter().map(Rc::new) {
        let state = State::new(Rc::clone(&framework), Subject::Oneself);
        let rated =
            after(state.clone(), [Msg::Begin, Msg::LeaveSituation, Msg::Rate(IndicatorIndex(0), Rating::NotYet)]);
        screens.extend([state.clone(), update(&state, Msg::Begin), rated.clone()]);
        screens.extend(
            [Aside::Result(Pick::Own), Aside::Comparison(Pick::Own, Pick::Own)]
                .map(|aside| State { aside: Some(aside), ..rated.clone() }),
        );
    }
    screens
}

#[test]
fn headings_begin_at_the_wanted_level_and_skip_none() {
    for state in every_screen() {
        for top in 1..=4 {
            let html = screen_at(&state, top, "");
            let document = Parsed::parse_fragment(&html);
            let roles = document.root_element().descendent_elements().filter_map(role_of);
            let levels = roles.filter_map(|role| role.strip_prefix("heading ").and_then(|level| level.parse().ok()));
            let levels: Vec<u8> = levels.collect();
            assert_eq!(levels.first(), Some(&top), "{html}");
            assert_eq!(levels.iter().filter(|&&level| level <= top).count(), 1, "{html}");
            assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?} in {html}");
        }
    }
}

#[test]
fn each_screen_has_one_heading_that_can_take_the_focus() {
    for state in every_screen() {
        let heading = only(&screen(&state), "[data-heading][tabindex='-1']");
        assert!(heading.starts_with("<h2"), "{heading}");
    }
}

#[test]
fn no_heading_goes_below_the_sixth_level() {
    let html = screen_at(&fresh("ladder"), 6, "");
    check_role(&html, "heading 6", &[&fresh("ladder").framework.title, ENGLISH.at_hand]);
}

#[test]
fn the_widget_tells_the_language_of_its_texts() {
    assert!(only(&screen(&fresh("ladder")), ".nr").contains(&format!("lang=\"{}\"", ENGLISH.language)));
}

// Start.

#[test]
fn the_start_shows_the_facts_and_one_way_on() {
    let html = screen(&fresh("ladder"));
    let framework = made_up("ladder");
    check_role(&html, "heading 2", &[&framework.title]);
    check_role(&html, "button", &[ENGLISH.begin]);
    check_role(&html, "details", &[ENGLISH.how_it_reads, ENGLISH.has_result]);
    let facts = only(&html, ".facts");
    let minutes = (ENGLISH.minutes)(route::minutes(&framework));
    check_role(&facts, "listitem", &[&minutes, &(ENGLISH.statements_in_all)(12), ENGLISH.private]);
}

#[test]
fn the_start_asks_for_a_view_of_somebody_else_only_if_that_is_wanted() {
    let framework = Rc::new(made_up("ladder"));
    let lead = |subject| {
        let html = screen(&State::new(Rc::clone(&framework), subject));
        texts(&html, "p.lead")
    };
    assert_eq!(lead(Subject::Oneself), [framework.summary.as_str()]);
    assert_eq!(lead(Subject::Another), [ENGLISH_OF_ANOTHER.second_view_start, framework.summary.as_str()]);
}

// Situation.

#[test]
fn only_the_short_route_is_chosen_beforehand() {
    let html = screen(&update(&fresh("ladder"), Msg::Begin));
    let framework = made_up("ladder");
    let question = &framework.situation[0];
    check_role(&html, "group", &[&question.text, ENGLISH.route]);
    let short = (ENGLISH.route_short)(route::usual_length(&framework));
    let mut radios: Vec<_> = question.options.iter().map(|option| option.text.clone()).collect();
    radios.push(format!("{short}{} (checked)", ENGLISH.route_short_hint));
    radios.push(format!("{}{}", (ENGLISH.route_everything)(12), ENGLISH.route_everything_hint));
    check_role(&html, "radio", &radios.iter().map(String::as_str).collect::<Vec<_>>());
    check_role(&html, "button", &[ENGLISH.carry_on, ENGLISH.back, ENGLISH.skip_situation]);
}

#[test]
fn what_is_chosen_about_the_situation_is_checked() {
    let chosen = [Msg::Begin, Msg::Choose { question: 0, option: 1 }, Msg::Take(Route::Everything)];
    let html = screen(&after(fresh("ladder"), chosen));
    let document = Parsed::parse_fragment(&html);
    let checked: Vec<_> = document.select(&selector("input[checked]")).map(described).collect();
    let everything = format!("{}{}", (ENGLISH.route_everything)(12), ENGLISH.route_everything_hint);
    assert_eq!(
        checked,
        [format!("{} (checked)", made_up("ladder").situation[0].options[1].text), format!("{everything} (checked)")]
    );
}

#[test]
fn a_framework_without_a_shorter_route_offers_no_choice_of_routes() {
    let html = screen(&update(&fresh("stages"), Msg::Begin));
    let questions: Vec<_> = made_up("stages").situation.into_iter().map(|question| question.text).collect();
    check_role(&html, "group", &questions.iter().map(String::as_str).collect::<Vec<_>>());
}

// Cards.

#[test]
fn each_statement_is_a_group_of_four_ratings_and_none_is_checked_beforehand() {
    let html = screen(&on_card("ladder", "knives/1", ""));
    let framework = made_up("ladder");
    let texts: Vec<_> = [0, 1].map(|index| framework.indicators[index].text.as_str()).into();
    check_role(&html, "group", &texts);
    check_role(&html, "radio", &[ratings(), ratings()].concat());
}

#[test]
fn the_chosen_rating_is_checked() {
    let html = screen(&on_card("ladder", "knives/1", "keeps-knives-sharp:s"));
    let [consistently, sometimes, not_yet, not_my_role] = ratings();
    let chosen = [consistently, &format!("{sometimes} (checked)"), not_yet, not_my_role];
    check_role(&html, "radio", &[ratings(), chosen].concat());
}

#[test]
fn the_ratings_of_each_statement_share_a_name_of_their_own() {
    let html = screen(&on_card("ladder", "knives/1", ""));
    let document = Parsed::parse_fragment(&html);
    let inputs = selector("input");
    let names = document.select(&inputs).filter_map(|input| input.value().attr("name"));
    let wanted = [["nr-1-cuts-safely"; 4], ["nr-1-keeps-knives-sharp"; 4]].concat();
    assert_eq!(names.collect::<Vec<_>>(), wanted);
}

#[test]
fn an_optional_statement_has_a_badge_and_is_never_pointed_out() {
    let html = screen(&on_card("ladder", "knives/3", ""));
    let framework = made_up("ladder");
    let [expected, optional] = [3, 4].map(|index| framework.indicators[index].text.as_str());
    check_role(&html, "group", &[expected, &format!("{optional} {}", ENGLISH.optional)]);
    check_role(&only(&html, "[data-unrated]"), "group", &[expected]);
    assert_eq!(texts(&html, ".tag"), [ENGLISH.optional]);
    check_meanings(&html, &[ENGLISH.optional_hint]);
}

#[test]
fn a_granted_statement_has_a_badge() {
    let framework = all_frameworks().into_iter().find(|each| each.indicators.iter().any(|each| each.granted));
    let framework = Rc::new(framework.expect("a framework grants a statement"));
    let granted = framework.indicators.iter().find(|each| each.granted).expect("as asked");
    let state = State { screen: Screen::Card(granted.step), ..State::new(Rc::clone(&framework), Subject::Oneself) };
    let html = screen(&state);
    let legends = texts(&html, "legend");
    let legend = legends.iter().find(|legend| legend.starts_with(&granted.text));
    let badge = format!("{} {}", ENGLISH.granted, ENGLISH.ours);
    assert!(legend.is_some_and(|legend| legend.ends_with(&badge)), "{legends:?}");
    check_meanings(&html, &[ENGLISH.optional_hint, ENGLISH.granted_hint, ENGLISH.ours_hint]);
}

/// Checks the explanations of the badges on a card.
#[track_caller]
fn check_meanings(html: &str, expected: &[&str]) {
    assert_eq!(texts(html, ".rating ~ .hint"), [expected.concat()]);
}

#[test]
fn a_card_tells_its_progress_by_cards_or_competencies() {
    for (state, text, max) in [
        (on_card("ladder", "sauces/1", "route=short"), (ENGLISH.competency_of)(2, 3), "max=\"3\""),
        (on_card("ladder", "sauces/1", ""), (ENGLISH.card_of)(4, 9), "max=\"9\""),
    ] {
        let html = screen(&state);
        check_role(&html, "heading 2", &[&format!("{text} Sauces")]);
        let progress = only(&html, "progress");
        check_role(&progress, "progressbar", &[ENGLISH.progress]);
        assert!(progress.contains(max) && progress.contains("value=\"0\""), "{progress}");
    }
}

#[test]
fn two_cards_of_one_competency_have_different_headings() {
    let first = after(fresh("ladder"), [Msg::Begin, Msg::SkipSituation]);
    let second = update(&first, Msg::Skip);
    let position = (ENGLISH.competency_of)(1, 3);
    check_role(&screen(&first), "heading 2", &[&format!("{position} Knives")]);
    check_role(&screen(&second), "heading 2", &[&format!("{} Knives", (ENGLISH.further_card)(&position, 2))]);
}

#[test]
fn the_reminder_is_empty_until_somebody_tries_to_leave() {
    let state = on_card("ladder", "knives/1", "cuts-safely:c");
    check_role(&screen(&state), "status", &[""]);
    let reminded = update(&state, Msg::Next);
    check_role(&screen(&reminded), "status", &[&(ENGLISH.still_unrated)(1)]);
    let rated = update(&reminded, Msg::Rate(IndicatorIndex(1), Rating::NotYet));
    check_role(&screen(&rated), "status", &[""]);
}

#[test]
fn a_card_offers_only_the_ways_that_apply() {
    let start = [ENGLISH.all_consistently, ENGLISH.next, ENGLISH.back, ENGLISH.skip];
    let rated = on_card("ladder", "knives/1", "cuts-safely:c");
    let short = on_card("ladder", "knives/1", "route=short");
    check_role(&screen(&on_card("ladder", "knives/1", "")), "button", &start);
    check_role(&screen(&short), "button", &[&start[..], &[ENGLISH.answer_everything]].concat());
    check_role(&screen(&rated), "button", &[&start[..], &[ENGLISH.result_so_far]].concat());
    let review = State { screen: Screen::Review(step_named(&rated.framework, "knives/1")), ..rated };
    check_role(&screen(&review), "button", &[ENGLISH.all_consistently, ENGLISH.back_to_result]);
}

#[test]
fn a_note_has_a_label_a_hint_and_what_was_written() {
    let state = on_card("ladder", "knives/1", "");
    let competency = step_named(&state.framework, "knives/1").competency;
    let html = screen(&update(&state, Msg::Note(competency, "Practise <daily>".to_owned())));
    let label = (ENGLISH.note_for)(&state.framework.competency(competency).name);
    check_role(&html, "textbox", &[&label]);
    assert_eq!(texts(&html, "textarea"), ["Practise <daily>"]);
    let field = only(&html, "textarea");
    let hint = only(&html, "#nr-1-note-hint");
    assert!(field.contains("aria-describedby=\"nr-1-note-hint\""), "{field}");
    assert!(hint.contains(ENGLISH.note_hint), "{hint}");
}

#[test]
fn a_card_tells_where_its_statements_come_from() {
    let html = screen(&on_card("ladder", "knives/1", ""));
    check_role(&html, "details", &[ENGLISH.add_note, ENGLISH.where_from]);
    let framework = made_up("ladder");
    let entries =
        [0, 1].map(|index| format!("{}{}", framework.indicators[index].text, framework.indicators[index].source));
    check_role(&only(&html, ".sources"), "listitem", &[&entries[0], &entries[1]]);
}

// Lines and questions around a screen.

#[test]
fn a_notice_is_a_status_that_can_be_closed() {
    for (notice, text) in [
        (Notice::DraftNotSaved, ENGLISH.draft_not_saved.to_owned()),
        (Notice::DraftUnreadable, ENGLISH.draft_unreadable.to_owned()),
        (Notice::DraftNewer, ENGLISH.draft_newer.to_owned()),
        (Notice::AnswersDropped(2), (ENGLISH.draft_dropped)(2)),
        (Notice::NoLink, ENGLISH.no_link.to_owned()),
        (Notice::LinkDamaged, ENGLISH.link_damaged.to_owned()),
        (Notice::LinkNewer, ENGLISH.link_newer.to_owned()),
        (Notice::OtherFramework, ENGLISH.other_framework.to_owned()),
        (Notice::FileUnreadable, ENGLISH.file_unreadable.to_owned()),
    ] {
        let line = only(&screen(&update(&fresh("ladder"), Msg::Notify(notice))), ".notice");
        check_role(&line, "status", &[&format!("{text}{}", ENGLISH.close)]);
        check_role(&line, "button", &[ENGLISH.close]);
    }
}

#[test]
fn a_loss_is_confirmed_in_an_alert_dialog_named_by_its_question() {
    for (loss, question, yes) in [
        (Loss::Answers, ENGLISH.start_over_sure, ENGLISH.start_over_yes),
        (Loss::AnswersFor(Pick::Brought(0)), ENGLISH.adopt_sure, ENGLISH.adopt_yes),
        (Loss::Everything, ENGLISH.forget_sure, ENGLISH.forget_yes),
    ] {
        let html = screen(&update(&fresh("ladder"), Msg::AskToLose(loss)));
        check_role(&html, "alertdialog", &[question]);
        check_role(&only(&html, "dialog"), "button", &[ENGLISH.keep_answers, yes]);
    }
    check_role(&screen(&fresh("ladder")), "alertdialog", &[]);
}

// Results.

#[test]
fn a_result_has_a_headline_and_its_sections_in_order() {
    let framework = made_up("ladder");
    let html = result_screen(&framework, "@apprentice:c @cook:n", false);
    let assessment = result(&framework, "@apprentice:c @cook:n");
    check_role(&html, "heading 2", &[&words::headline(&ENGLISH_RESULT, &framework, &assessment)]);
    check_role(&html, "heading 3", &[ENGLISH_RESULT.profile, ENGLISH_RESULT.focus, ENGLISH_RESULT.more]);
    let folded = [
        ENGLISH_RESULT.ladder,
        &(ENGLISH_RESULT.open_heading)(3),
        ENGLISH_RESULT.limits,
        ENGLISH_RESULT.read_by,
        ENGLISH_RESULT.source,
        ENGLISH_RESULT.your_answers,
    ];
    assert_eq!(texts(&html, ".fold__title"), folded);
    check_role(
        &only(&html, ".jumps"),
        "button",
        &[ENGLISH_RESULT.profile, ENGLISH_RESULT.focus, ENGLISH_RESULT.take_away, ENGLISH_RESULT.more],
    );
}

#[test]
fn the_limit_that_leads_stands_beside_the_headline() {
    let framework = published("clarity");
    let html = only(&result_screen(&framework, "*:c", false), ".caveat");
    let lead = framework.lead_caveat().expect("the framework has one");
    check_role(&html, "paragraph", &[&lead.text]);
}

#[test]
fn whom_nothing_applies_to_is_given_nothing_to_work_on() {
    let framework = published("clarity");
    let html = result_screen(&framework, "*:r", false);
    check_role(&html, "heading 2", &[ENGLISH_RESULT.not_your_work]);
    check_role(&html, "heading 3", &[ENGLISH_RESULT.more]);
    check_role(&html, "img", &[]);
}

#[test]
fn an_optional_statement_that_is_not_shown_is_named_and_no_gap() {
    let framework = published("clarity");
    let html = only(&result_screen(&framework, "*:c crosses-org-boundaries:n", false), ".focus");
    assert!(
        html.contains(&(ENGLISH_RESULT.nothing_left)("Super-senior PM")) && html.contains(ENGLISH_RESULT.also_named),
        "{html}"
    );
    let statement = framework.find_indicator("crosses-org-boundaries").expect("it is there");
    check_role(&html, "listitem", &[&framework.indicator(statement).text]);
}

#[test]
fn the_short_route_says_what_it_took_for_granted_and_what_it_left_out() {
    let framework = published("competency-grid");
    let short = |short: &str| {
        section(&result_screen(&framework, &format!("route=short {short}"), false), ENGLISH_RESULT.short_route)
    };
    let nothing_granted = short("@associate:n");
    assert!(!nothing_granted.contains("for granted"), "{nothing_granted}");
    check_role(&nothing_granted, "button", &[ENGLISH.answer_everything]);
    let granted = short("@product-manager:c @senior:n");
    let presumed = result(&framework, "route=short @product-manager:c @senior:n").presumed.len();
    assert!(granted.contains(&(ENGLISH_RESULT.presumed)(presumed)) && presumed > 0, "{granted}");
}

#[test]
fn the_plan_names_the_strengths_and_notes_of_the_screen() {
    let framework = made_up("ladder");
    let mut answers = answers(&framework, "*:n @apprentice:c sauces/2:c sauces/3:c");
    answers.write_note(CompetencyIndex(0), " \n".to_owned());
    answers.write_note(CompetencyIndex(1), "The Friday soup".to_owned());
    let assessment = assess(&framework, &answers).expect("something is answered");
    assert!(assessment.strengths.len() > 1, "two steps of one competency are strengths");

    let screen = result_screen_of(&framework, &answers, false);
    let plan = markdown::write(&ENGLISH_RESULT, &framework, &answers, &assessment, "2026-11-22");
    let strengths = texts(&section(&screen, ENGLISH_RESULT.strengths), "li");
    assert_eq!(strengths.len(), 1, "the highest one says it: {strengths:?}");
    let listed =
        plan.split(&format!("## {}\n", ENGLISH_RESULT.strengths)).nth(1).and_then(|rest| rest.split("\n#").next());
    let in_plan: Vec<_> =
        listed.expect("the plan names strengths").lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(in_plan, [format!("- {}", strengths[0])]);

    let notes = texts(&section(&screen, ENGLISH_RESULT.your_notes), "li");
    assert_eq!(notes.len(), 1, "a note of blanks is none: {notes:?}");
    let blank = format!("### {}\n", framework.competency(CompetencyIndex(0)).name);
    assert!(!plan.split(ENGLISH_RESULT.your_notes).nth(1).is_some_and(|rest| rest.contains(&blank)), "{plan}");
}

#[test]
fn a_result_to_read_only_has_nothing_that_changes_answers() {
    let framework = made_up("ladder");
    let short = "@apprentice:c @cook:n knives/3:c teaches-cutting:c route=short";
    let buttons = |html: &str| texts(html, "button:not(.answers__card, .jumps button)");
    assert_eq!(buttons(&result_screen(&framework, short, true)), [""; 0]);
    let own = result_screen(&framework, short, false);
    let ways = buttons(&own);
    let checks = ["Chef", "Cook"].map(ENGLISH_RESULT.check_step);
    let wanted =
        [checks[0].as_str(), checks[1].as_str(), ENGLISH.answer_everything, ENGLISH.back, ENGLISH_RESULT.start_over];
    assert_eq!(ways, wanted, "{own}");
}

#[test]
fn a_result_of_no_answers_leads_to_the_statements() {
    let framework = made_up("ladder");
    let own = result_screen(&framework, "", false);
    check_role(&own, "heading 2", &[ENGLISH_RESULT.no_result]);
    check_role(&own, "button", &[ENGLISH_RESULT.to_the_statements]);
    check_role(&result_screen(&framework, "", true), "button", &[]);
}

#[test]
fn the_statements_short_of_the_next_level_are_listed_only_if_they_are_few() {
    let framework = made_up("ladder");
    let panel = only(&result_screen(&framework, "@apprentice:c @cook:c cuts-evenly:n", false), ".panel");
    check_role(&panel, "heading 3", &[ENGLISH_RESULT.stands_between]);
    check_role(&panel, "listitem", &[&framework.indicators[2].text]);
    assert!(!result_screen(&framework, "@apprentice:c @cook:n", false).contains(ENGLISH_RESULT.stands_between));
}

#[test]
fn strengths_contradictions_and_notes_have_a_section_only_if_there_are_any() {
    let framework = made_up("ladder");
    let html = result_screen(&framework, "*:n @apprentice:c knives/3:c", false);
    check_role(&section(&html, ENGLISH_RESULT.strengths), "listitem", &[&(ENGLISH_RESULT.strength)("Knives", "Chef")]);
    let contradiction = section(&html, ENGLISH_RESULT.contradictions);
    check_role(
        &contradiction,
        "button",
        &["Chef", "Cook"].map(ENGLISH_RESULT.check_step).each_ref().map(String::as_str),
    );
    assert!(contradiction.contains(&(ENGLISH_RESULT.contradiction)("Knives", "Chef", "Cook")), "{contradiction}");
    let without = result_screen(&framework, "*:n @apprentice:c", false);
    for heading in [ENGLISH_RESULT.strengths, ENGLISH_RESULT.contradictions, ENGLISH_RESULT.your_notes] {
        assert!(!without.contains(heading), "{heading} in {without}");
    }
}

#[test]
fn open_statements_are_listed_under_their_number() {
    let framework = made_up("ladder");
    let html = result_screen(&framework, "*:c runs-the-pass:u", false);
    let open = (ENGLISH_RESULT.open_heading)(1);
    check_role(&section(&html, &open), "listitem", &[&framework.indicators[11].text]);
    assert!(!texts(&result_screen(&framework, "*:c", false), ".fold__title").contains(&open));
}

#[test]
fn the_limits_that_we_added_have_a_badge() {
    let framework = made_up("ladder");
    let limit = format!("{} {}", framework.caveats[0].text, ENGLISH.not_the_authors);
    check_role(&section(&result_screen(&framework, "*:c", false), ENGLISH_RESULT.limits), "listitem", &[&limit]);
    let ours = result_screen(&published("clarity"), "*:c", false);
    assert!(section(&ours, ENGLISH_RESULT.limits).contains(ENGLISH.limit_ours));
}

#[test]
fn a_framework_without_limits_has_no_section_for_them() {
    let framework = framework_with("ladder", &[("/caveats", json!([]))]);
    assert!(!result_screen(&framework, "*:c", false).contains(ENGLISH_RESULT.limits));
}

/// Texts that the author did not write are marked on each screen. In somebody else's framework nothing is called ours.
#[test]
fn what_is_ours_has_its_mark_on_every_screen() {
    let short = "@associate:c product-craft/2:n";
    for (framework, is_ours) in [(published("competency-grid"), true), (made_up("ladder"), false)] {
        let short = if is_ours { short } else { "@apprentice:c" };
        let start = State::new(Rc::new(framework), Subject::Oneself);
        let card = after(start.clone(), [Msg::Begin, Msg::SkipSituation]);
        let html = [screen(&start), screen(&card), result_screen(&start.framework, short, false)];
        for html in &html {
            assert_eq!(texts(html, ".tag").iter().any(|tag| tag == ENGLISH.ours), is_ours, "{html}");
        }
        for place in [".focus__entry p", ".ladder__summary"] {
            let marked = texts(&html[2], place).iter().filter(|text| text.ends_with(ENGLISH.ours)).count();
            assert_eq!(marked > 0, is_ours, "{place}");
        }
        for claim in [ENGLISH_RESULT.own_words, ENGLISH.ours_hint, ENGLISH.rule_ours] {
            assert_eq!(html[2].contains(claim), is_ours, "{claim}");
        }
    }
}

#[test]
fn the_start_screen_marks_the_limits_that_we_added() {
    let start = screen(&State::new(Rc::new(published("clarity")), Subject::Oneself));
    let details = texts(&start, "details").concat();
    assert!(details.contains(ENGLISH.limit_ours) && details.contains(ENGLISH.rule_stated), "{details}");
}

#[test]
fn the_radar_is_an_image_named_by_what_it_shows() {
    let framework = made_up("ladder");
    let html = result_screen(&framework, "@apprentice:c @cook:n", false);
    check_role(&html, "img", &[&words::radar_title(&ENGLISH_RESULT, &framework, &[ENGLISH_RESULT.you])]);
}

#[test]
fn the_legend_names_only_what_is_drawn() {
    let framework = made_up("ladder");
    let next = (ENGLISH_RESULT.next_level_is)("Cook");
    let legend = |short| only(&result_screen(&framework, short, false), ".legend");
    check_role(&legend("*:n @apprentice:c"), "listitem", &[ENGLISH_RESULT.you, &next]);
    check_role(
        &legend("*:n @apprentice:c cuts-evenly:u"),
        "listitem",
        &[ENGLISH_RESULT.you, &next, ENGLISH_RESULT.open_range],
    );
    let both = only(&compared(&framework, "*:c", "*:n"), ".legend");
    check_role(&both, "listitem", &["Alex", "Sam"]);
}

#[test]
fn a_list_beneath_the_radar_names_the_numbers_on_its_spokes() {
    let few = result_screen(&made_up("ladder"), "@apprentice:c @cook:n", false);
    check_role(&only(&few, ".radar:not([data-numbered]) .radar__names"), "listitem", &["Knives", "Sauces", "Service"]);
    assert_eq!(texts(&few, ".radar__numbers text"), ["1", "2", "3"]);

    let long = "Stakeholderpflegen";
    let labels = ["/competencies/0/label", "/competencies/1/label", "/competencies/2/label"];
    let framework = framework_with("ladder", &labels.map(|location| (location, json!(long))));
    let html = result_screen(&framework, "@apprentice:c @cook:n", false);
    check_role(&only(&html, ".radar[data-numbered] .radar__names"), "listitem", &[long; 3]);
    assert_eq!(texts(&html, ".radar__label"), ["1", "2", "3"]);
}

/// Returns the `points` of the polygons that match a selector.
fn corners(html: &str, css: &str) -> Vec<String> {
    let (document, css) = (Parsed::parse_fragment(html), selector(css));
    document.select(&css).filter_map(|polygon| polygon.value().attr("points")).map(str::to_owned).collect()
}

#[test]
fn the_page_and_the_file_draw_the_same_radar() {
    for framework in all_frameworks() {
        for short in ["*:n", "*:s", "*:c"] {
            let answers = answers(&framework, short);
            let assessment = assess(&framework, &answers).expect("everything is answered");
            let target = focus::plan(&framework, &answers, &assessment).to;
            let series = [Series::new(ENGLISH_RESULT.you, &assessment)];
            let file = svg::radar(&ENGLISH_RESULT, &framework, &series, target, Scheme::Light);
            let page = result_screen_of(&framework, &answers, false);
            // The file's legend is within a group.
            assert_eq!(corners(&page, ".radar__chart polygon"), corners(&file, "svg > polygon"), "{page}{file}");
            let drawn = |css| !corners(&page, css).is_empty();
            let has_sample = |css| !texts(&page, css).is_empty();
            assert_eq!(drawn(".radar__mark"), has_sample(".legend__target"));
            assert_eq!(drawn(".radar__target"), has_sample(".legend__target--outlined"));
        }
    }
}

#[test]
fn the_profile_table_has_a_row_for_each_competency() {
    let framework = made_up("ladder");
    let table = only(&result_screen(&framework, "*:n @apprentice:c cuts-evenly:c", false), ".table");
    let expected = (ENGLISH_RESULT.expected_at)("Cook");
    let columns = [ENGLISH_RESULT.competency, ENGLISH_RESULT.shown, &expected, ENGLISH_RESULT.still_to_show];
    check_role(&table, "columnheader", &columns);
    check_role(&table, "rowheader", &["Knives", "Sauces", "Service"]);
    check_role(&table, "cell", &["Cook", "Cook", "0", "Apprentice", "Cook", "2", "Apprentice", "Cook", "1"]);
}

#[test]
fn the_profile_table_has_rows_for_areas_if_the_framework_has_them() {
    let framework = all_frameworks().into_iter().find(|each| each.competencies.iter().any(|each| each.group.is_some()));
    let framework = framework.expect("a framework has areas");
    let table = only(&result_screen(&framework, "*:c", false), ".table");
    let assessment = result(&framework, "*:c");
    let areas: Vec<_> = assessment.areas.iter().map(|area| words::area(&ENGLISH_RESULT, &framework, area)).collect();
    check_role(&table, "rowgroupheader", &areas.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn each_competency_to_work_on_has_a_heading_and_a_reason() {
    let framework = made_up("ladder");
    let short = "*:n @apprentice:c";
    let html = only(&result_screen(&framework, short, false), ".focus");
    let (answers, assessment) = (answers(&framework, short), result(&framework, short));
    let plan = focus::plan(&framework, &answers, &assessment);
    assert!(!plan.focus.is_empty());
    let competency = |focus: &focus::Focus| framework.competency(focus.step.competency).name.as_str();
    check_role(&html, "heading 4", &plan.focus.iter().map(competency).collect::<Vec<_>>());
    for focus in &plan.focus {
        let reason = words::reason(&ENGLISH_RESULT, &framework, focus);
        assert!(html.contains(&format!("<p>{reason}</p>")), "{reason} in {html}");
    }
    assert!(
        !html.contains(&(ENGLISH_RESULT.nothing_left)("Apprentice")) && !html.contains(ENGLISH_RESULT.source_ends),
        "{html}"
    );
}

#[test]
fn advice_tells_whose_it_is() {
    let framework = made_up("ladder");
    let html = only(&result_screen(&framework, "*:n @apprentice:c", false), ".focus");
    let busy = format!("{} {}", framework.advice[2].text, ENGLISH_RESULT.stated_by_source);
    let onions = format!("{} {}", framework.advice[1].text, ENGLISH.not_the_authors);
    let advice = texts(&html, ".advice li");
    assert_eq!(advice, [onions, busy]);
}

#[test]
fn above_the_last_level_nothing_is_left_to_work_on() {
    let framework = made_up("ladder");
    let html = only(&result_screen(&framework, "*:c carves-garnish:c", false), ".focus");
    check_role(&html, "heading 4", &[]);
    assert!(
        html.contains(&(ENGLISH_RESULT.nothing_left)("Chef")) && html.contains(ENGLISH_RESULT.source_ends),
        "{html}"
    );
}

#[test]
fn the_ladder_shows_the_highest_level_first_with_its_counts() {
    let framework = made_up("ladder");
    let ladder = only(&result_screen(&framework, "*:n @apprentice:c runs-the-pass:u", false), ".ladder");
    let entry = |level: usize, counts: String| {
        let level = &framework.levels[level];
        format!("{}{counts}{}", level.name, level.summary)
    };
    let chef = entry(2, (ENGLISH_RESULT.rung)(0, 3, 1));
    let cook = entry(1, (ENGLISH_RESULT.rung)(0, 4, 0));
    let apprentice = entry(0, (ENGLISH_RESULT.rung)(4, 4, 0));
    check_role(&ladder, "listitem", &[&chef, &cook, &apprentice]);
}

#[test]
fn every_card_can_be_opened_from_the_answers() {
    let framework = made_up("ladder");
    let html = only(&result_screen(&framework, "*:c cuts-safely:n keeps-knives-sharp:u", false), ".answers");
    let [consistently, _, not_yet, _] = ratings();
    let card =
        |competency, level, summary: &str| format!("{}{summary}", (ENGLISH_RESULT.change_card)(competency, level));
    let cards = texts(&html, "button[type=button]");
    assert_eq!(cards.len(), 9);
    assert_eq!(cards[0], card("Knives", "Apprentice", &format!("1 × {not_yet}, 1 × {}", ENGLISH_RESULT.not_answered)));
    assert_eq!(cards[8], card("Service", "Chef", &format!("1 × {consistently}")));
}

// Results that were brought, saved or remembered.

#[test]
fn a_shared_result_can_be_read_and_compared() {
    let html = screen(&with_shared("*:c", Subject::Another, "*:n"));
    let panel = only(&html, "section > .panel:first-child");
    check_role(&panel, "paragraph", &[ENGLISH_RESULT.second_view_of_you_hint]);
    check_role(&panel, "button", &[ENGLISH_RESULT.compare_with_mine, ENGLISH_RESULT.back_to_mine]);
    check_role(&html, "radio", &[]);
    assert!(!html.contains(ENGLISH_RESULT.start_over), "{html}");
}

/// Checks the name of the outline of a link's result, and the note on who rated.
#[track_caller]
fn check_rated_by(state: &State, outline: &str, caution: &str) {
    let html = screen(state);
    assert_eq!(texts(&html, ".legend__you"), [outline]);
    let cautions = [ENGLISH_RESULT.self_rating_caution, ENGLISH_RESULT.second_view_caution];
    let said: Vec<_> = texts(&html, "p").into_iter().filter(|text| cautions.contains(&text.as_str())).collect();
    assert_eq!(said, [caution]);
}

#[test]
fn a_result_tells_who_rated() {
    let oneself = State { answers: answers(&made_up("ladder"), "*:c"), screen: Screen::Result, ..fresh("ladder") };
    check_rated_by(&oneself, ENGLISH_RESULT.you, ENGLISH_RESULT.self_rating_caution);
    let view = State { subject: Subject::Another, ..oneself };
    check_rated_by(&view, ENGLISH_RESULT_OF_ANOTHER.you, ENGLISH_RESULT.second_view_caution);
    let shared = with_shared("", Subject::Oneself, "*:n");
    check_rated_by(&shared, ENGLISH_RESULT_OF_ANOTHER.you, ENGLISH_RESULT.self_rating_caution);
    let sent_back = with_shared("*:c", Subject::Another, "*:n");
    check_rated_by(&sent_back, ENGLISH.side_second_view, ENGLISH_RESULT.second_view_caution);
}

#[test]
fn a_second_view_beside_ones_own_view_of_somebody_is_not_said_to_be_of_the_reader() {
    let state = State { subject: Subject::Another, ..with_shared("*:c", Subject::Another, "*:n") };
    let html = screen(&state);
    check_role(
        &only(&html, "section > .panel:first-child"),
        "paragraph",
        &[ENGLISH_RESULT_OF_ANOTHER.second_view_of_you_hint],
    );
    let eyebrow = format!("{} · {}", ENGLISH_RESULT_OF_ANOTHER.second_view_of_you, state.framework.title);
    assert_eq!(texts(&html, ".eyebrow")[0], eyebrow);
}

#[test]
fn a_shared_result_of_the_same_person_can_be_continued() {
    let adoptable = only(&screen(&with_shared("", Subject::Oneself, "*:n")), "section > .panel:first-child");
    check_role(&adoptable, "paragraph", &[ENGLISH_RESULT_OF_ANOTHER.shared_hint]);
    check_role(&adoptable, "button", &[ENGLISH_RESULT.take_it_yourself, ENGLISH_RESULT.adopt]);
}

#[test]
fn a_shared_result_tells_how_many_answers_no_longer_fit() {
    let mut state = with_shared("", Subject::Oneself, "*:n");
    state.brought[0].1.dropped = 2;
    let panel = only(&screen(&state), "section > .panel:first-child");
    check_role(&panel, "paragraph", &[ENGLISH_RESULT_OF_ANOTHER.shared_hint, &(ENGLISH_OF_ANOTHER.draft_dropped)(2)]);
}

#[test]
fn a_first_visit_has_nothing_at_hand_and_nothing_to_forget() {
    let at_hand = section(&screen(&fresh("ladder")), ENGLISH.at_hand);
    check_role(&at_hand, "listitem", &[]);
    check_role(&at_hand, "button", &[]);
    check_role(&at_hand, "textbox", &[ENGLISH.paste_link]);
    check_role(&at_hand, "file", &[ENGLISH.open_file]);
    check_role(&at_hand, "status", &[""]);
}

/// Returns a state with the reader's own result, one from a file and one that the device remembers.
fn with_results_at_hand() -> State {
    let state = fresh("ladder");
    let all = answers(&state.framework, "*:c");
    let remembered = Remembered {
        date: "2024-05-06".to_owned(),
        result: share_link::encode(&state.framework, Subject::Oneself, &all),
    };
    let saved = (Origin::File, SharedResult { subject: Subject::Oneself, answers: all.clone(), dropped: 0 });
    State { answers: all, brought: vec![saved], history: vec![remembered], ..state }
}

#[test]
fn each_result_at_hand_offers_what_can_be_done_with_it() {
    let state = with_results_at_hand();
    let at_hand = section(&screen(&state), ENGLISH.at_hand);
    let headline = words::headline(&ENGLISH_RESULT, &state.framework, &result(&state.framework, "*:c"));
    let entry =
        |whose: &Whose, ways: &[&str]| format!("{} · {headline}{}", words::whose(&ENGLISH, whose), ways.concat());
    let own = entry(&Whose::You, &[ENGLISH.compare]);
    let saved = entry(&Whose::Saved(0), &[ENGLISH.compare, ENGLISH.open_result]);
    let remembered =
        entry(&Whose::Of("2024-05-06".to_owned()), &[ENGLISH.compare, ENGLISH.open_result, ENGLISH.delete]);
    check_role(&at_hand, "listitem", &[&own, &saved, &remembered]);
    assert!(at_hand.contains(ENGLISH.forget_everything), "{at_hand}");
}

#[test]
fn the_result_that_was_picked_is_pressed() {
    let state = update(&with_results_at_hand(), Msg::Pick(Pick::Own));
    let entries = only(&screen(&state), ".at-hand");
    let buttons = [
        "Compare: You (pressed)",
        "Compare with this: Saved result",
        "Open: Saved result",
        "Compare with this: 2024-05-06",
        "Open: 2024-05-06",
        "Delete: 2024-05-06",
    ];
    check_role(&entries, "button", &buttons);
}

#[test]
fn a_status_beside_the_result_that_was_picked_tells_what_to_choose_next() {
    let several = with_results_at_hand();
    check_role(&only(&screen(&several), ".at-hand"), "status", &["", "", ""]);
    let picked = update(&several, Msg::Pick(Pick::Own));
    check_role(&only(&screen(&picked), ".at-hand"), "status", &[ENGLISH.choose_second, "", ""]);
    let alone = State { brought: vec![], history: vec![], ..picked };
    check_role(&only(&screen(&alone), ".at-hand"), "status", &[ENGLISH.bring_second]);
}

#[test]
fn a_history_that_cannot_be_read_is_explained_and_can_be_forgotten() {
    for (problem, text) in [
        (HistoryError::Unreadable, ENGLISH.history_unreadable),
        (HistoryError::NewerFormat { found: 9 }, ENGLISH.history_newer),
    ] {
        let at_hand = section(&screen(&update(&fresh("ladder"), Msg::History(Err(problem)))), ENGLISH.at_hand);
        check_role(&at_hand, "paragraph", &[ENGLISH.at_hand_hint, text]);
        check_role(&at_hand, "button", &[ENGLISH.forget_everything]);
    }
}

#[test]
fn a_text_without_a_link_is_explained_below_its_field() {
    let at_hand = section(&screen(&update(&fresh("ladder"), Msg::Paste("hello".to_owned()))), ENGLISH.at_hand);
    check_role(&at_hand, "status", &[ENGLISH.no_link]);
}

// Ways to keep a result.

/// Returns the section for somebody with every way to keep a result.
fn ways_to_keep<'a>(done: Option<&'a Outcome>, send: &'a Callback<Msg>) -> TakeAway<'a> {
    TakeAway {
        subject: Subject::Oneself,
        has_links: true,
        can_send: true,
        can_remember: true,
        own_page: None,
        done,
        heading_level: 2,
        words: &ENGLISH_RESULT,
        send,
    }
}

const FILES: [&str; 5] = [
    ENGLISH_RESULT.save_card,
    ENGLISH_RESULT.save_plan,
    ENGLISH_RESULT.save_radar,
    ENGLISH_RESULT.save_table,
    ENGLISH_RESULT.save_data,
];

#[test]
fn every_way_to_keep_a_result_is_offered_where_it_is_possible() {
    let html = render(take_away(&ways_to_keep(None, &Callback::noop())));
    let ways = [ENGLISH.copy_link, ENGLISH_RESULT.send_link, ENGLISH_RESULT.ask_second_view, ENGLISH_RESULT.remember];
    check_role(&html, "heading 3", &[ENGLISH_RESULT.take_away]);
    check_role(&html, "button", &[&ways[..], &FILES, &[ENGLISH_RESULT.print]].concat());
}

#[test]
fn ways_that_are_not_possible_are_not_offered() {
    let send = &Callback::noop();
    let html = render(take_away(&TakeAway { can_send: false, can_remember: false, ..ways_to_keep(None, send) }));
    check_role(
        &html,
        "button",
        &[&[ENGLISH.copy_link, ENGLISH_RESULT.ask_second_view], &FILES[..], &[ENGLISH_RESULT.print]].concat(),
    );
    let html = render(take_away(&TakeAway { has_links: false, can_remember: false, ..ways_to_keep(None, send) }));
    check_role(&html, "button", &[&FILES[..], &[ENGLISH_RESULT.print]].concat());
}

/// A sandboxed iframe can neither save nor print nor remember, so it links to our own page with the answers in the link.
#[test]
fn a_sandbox_leads_to_our_own_page_and_offers_nothing_that_fails_there() {
    let send = &Callback::noop();
    let own_page = "https://example.org/f/clarity/#r=1".into();
    let html = render(take_away(&TakeAway { own_page: Some(&own_page), ..ways_to_keep(None, send) }));
    check_role(&html, "button", &[ENGLISH.copy_link, ENGLISH_RESULT.send_link, ENGLISH_RESULT.ask_second_view]);
    assert!(html.contains(ENGLISH_RESULT.cannot_keep_here), "{html}");
    let link = only(&html, "a[target=_blank]");
    assert!(link.contains(own_page.as_str()) && link.contains(ENGLISH_RESULT.open_own_page), "{link}");
    let html = render(take_away(&TakeAway { own_page: Some(&"".into()), ..ways_to_keep(None, send) }));
    assert_eq!(texts(&html, "a"), [""; 0], "without links there is no such address");
}

#[test]
fn a_view_of_somebody_else_can_be_sent_and_printed() {
    let send = &Callback::noop();
    let html = render(take_away(&TakeAway { subject: Subject::Another, ..ways_to_keep(None, send) }));
    check_role(&html, "button", &[ENGLISH.copy_link, ENGLISH_RESULT.send_link, ENGLISH_RESULT.print]);
    check_role(&html, "paragraph", &[ENGLISH_RESULT.link_hint]);
}

#[test]
fn what_was_done_is_told_in_a_status_beside_its_button() {
    let links = ["https://example.org/#r=1", "https://example.org/#second-view"];
    let by_hand = links.map(|link| format!("{}{link}", ENGLISH_RESULT.copy_by_hand));
    let to_copy = links.map(|link| Outcome::ToCopy(link.to_owned()));
    let statuses =
        |done: Option<&Outcome>| texts(&render(take_away(&ways_to_keep(done, &Callback::noop()))), "[role=status]");
    assert_eq!(statuses(None), [""; 4]);
    for (done, beside, text) in [
        (&Outcome::LinkCopied, 0, ENGLISH_RESULT.link_copied),
        (&to_copy[0], 0, &by_hand[0]),
        (&Outcome::InvitationCopied, 1, ENGLISH_RESULT.invitation_copied),
        (&to_copy[1], 1, &by_hand[1]),
        (&Outcome::Remembered, 2, ENGLISH_RESULT.remembered),
        (&Outcome::NotRemembered, 2, ENGLISH_RESULT.not_remembered),
        (&Outcome::Saving(FileKind::Card), 3, ENGLISH_RESULT.saving),
        (&Outcome::Saved(FileKind::Card), 3, ENGLISH_RESULT.saved),
        (&Outcome::PictureSaved("blob:a".to_owned()), 3, ENGLISH_RESULT.picture_saved),
        (&Outcome::DrawingSaved, 3, ENGLISH_RESULT.drawing_saved),
        (&Outcome::NotSaved, 3, ENGLISH_RESULT.not_saved),
    ] {
        let mut expected = [""; 4];
        expected[beside] = text;
        assert_eq!(statuses(Some(done)), expected);
    }
}

// Results side by side.

#[test]
fn the_screen_of_a_comparison_copies_a_link_only_where_links_are_made() {
    let state = State { aside: Some(Aside::Comparison(Pick::Own, Pick::Own)), ..fresh("ladder") };
    check_role(&screen_at(&state, 2, ""), "button", &[ENGLISH_RESULT.print, ENGLISH.back]);
    let html = screen_at(&state, 2, "https://example.org/");
    check_role(&html, "button", &[ENGLISH.copy_link, ENGLISH_RESULT.print, ENGLISH.back]);
    check_role(&html, "heading 2", &[ENGLISH_COMPARISON.comparison]);
    let compared = only(&html, "[data-comparison]");
    check_role(&compared, "heading 3", &[ENGLISH_COMPARISON.conversation_guide]);
}

#[test]
fn a_comparison_lists_the_statements_that_were_rated_differently_in_each_competency() {
    let framework = made_up("ladder");
    let (first, second) = ("*:n @apprentice:c", "*:n @apprentice:c cuts-evenly:c");
    let table = only(&compared(&framework, first, second), ".table");
    check_role(&table, "columnheader", &[ENGLISH_RESULT.competency, "Alex", "Sam"]);
    check_role(&table, "rowheader", &["Knives", "Sauces", "Service"]);
    check_role(&table, "details", &[&(ENGLISH_COMPARISON.rated_apart)(1)]);
    let knives = &compare(&framework, &answers(&framework, first), &answers(&framework, second))[0];
    let apart = words::rated_apart(&ENGLISH_COMPARISON, &framework, knives.statements[0], "Alex", "Sam");
    check_role(&table, "listitem", &[&apart]);
    let verdicts = [knives.verdict, Verdict::Agree, Verdict::Agree];
    assert_eq!(texts(&table, ".verdict"), verdicts.map(|verdict| words::verdict(&ENGLISH_COMPARISON, verdict)));
}

#[test]
fn a_comparison_counts_statements_answered_differently_where_the_steps_agree() {
    let framework = made_up("ladder");
    let table = only(&compared(&framework, "*:c knives/*:n", "*:c knives/*:s"), ".table");
    let same_steps = words::verdict(&ENGLISH_COMPARISON, Verdict::AgreeOnSteps);
    let agree = words::verdict(&ENGLISH_COMPARISON, Verdict::Agree);
    assert_eq!(texts(&table, ".verdict"), [same_steps, agree, agree]);
    check_role(&table, "details", &[&(ENGLISH_COMPARISON.rated_apart)(4)]);
}

#[test]
fn a_comparison_has_a_headline_for_each_result() {
    let framework = made_up("ladder");
    let html = compared(&framework, "*:c", "");
    let headline = words::headline(&ENGLISH_RESULT, &framework, &result(&framework, "*:c"));
    let paragraphs = texts(&html, "p");
    assert_eq!(paragraphs[..2], [format!("Alex: {headline}"), format!("Sam: {}", ENGLISH_RESULT.no_result)]);
}

#[test]
fn a_comparison_ends_with_three_questions() {
    let guide = section(&compared(&made_up("ladder"), "*:c", "*:n"), ENGLISH_COMPARISON.conversation_guide);
    check_role(&guide, "heading 3", &[ENGLISH_COMPARISON.conversation_guide]);
    assert_eq!(texts(&guide, "ol > li").len(), 3, "{guide}");
}

fn results_across(ids: &[(&str, &str)]) -> String {
    let text = std::fs::read_to_string(folder("frameworks").join("crosswalk.json")).expect("it is published");
    let crosswalk = crosswalk_file::read(&text).unwrap_or_else(|error| panic!("{error}"));
    let taken: Vec<_> = ids
        .iter()
        .map(|(id, short)| {
            let framework = support::framework(id);
            let answers = answers(&framework, short);
            Taken { framework: Rc::new(framework), answers }
        })
        .collect();
    render(across(&Across { taken: &taken, crosswalk: &crosswalk, heading_level: 2, words: &ENGLISH_COMPARISON }))
}

#[test]
fn one_result_is_too_few_to_set_side_by_side() {
    let html = results_across(&[("clarity", "*:c"), ("three-stages", "")]);
    check_role(&html, "heading 2", &[ENGLISH_COMPARISON.across]);
    check_role(&html, "paragraph", &[ENGLISH_COMPARISON.across_too_few]);
}

#[test]
fn results_in_two_frameworks_each_keep_their_headline() {
    let html = results_across(&[("clarity", "*:c"), ("three-stages", "*:c")]);
    let headlines = ["clarity", "three-stages"].map(|id| {
        let framework = support::framework(id);
        words::headline(&ENGLISH_RESULT, &framework, &result(&framework, "*:c"))
    });
    let sections = [ENGLISH_COMPARISON.comparable, ENGLISH_COMPARISON.topics];
    check_role(&html, "heading 3", &[&headlines[0], &headlines[1], sections[0], sections[1]]);
    assert_eq!(texts(&html, "[role=img]").len(), 2, "{html}");
}

#[test]
fn the_levels_that_the_person_reached_have_a_badge() {
    let html = results_across(&[("clarity", "*:c"), ("three-stages", "*:n")]);
    let comparable = section(&html, ENGLISH_COMPARISON.comparable);
    let framework = support::framework("clarity");
    let last = &framework.levels.last().expect("it has levels").name;
    let with_badge = texts(&comparable, "li:has(> .tag) > strong");
    assert_eq!(with_badge, [last.as_str()], "{html}");
}
