//! Screens as a screen reader reads them: outlines of roles, names and states, in `tests/fixtures/spoken/`.
//!
//! `NEXT_RUNG_WRITE_SPOKEN=1 cargo test --test spoken` rewrites the outlines. Review the changes before you commit them.

#[path = "support/reading.rs"]
mod reading;
mod support;

use std::rc::Rc;
use std::{env, fs};

use next_rung::assessment::answers::{Rating, Subject};
use next_rung::assessment::framework::{CompetencyIndex, IndicatorIndex};
use next_rung::formats::draft::Screen;
use next_rung::formats::history::Remembered;
use next_rung::formats::share_link;
use next_rung::state::{Aside, Loss, Msg, Outcome, Pick, State, update};
use next_rung::ui::widget::{WidgetProps, widget};
use reading::{described, role_of, selector, text_of};
use scraper::{ElementRef, Html, Node};
use support::{after, answers, folder, made_up, render, step_named};

/// Roles that are read as one, with all their content.
const READ_WHOLE: [&str; 6] = ["button", "link", "radio", "textbox", "img", "file"];
/// Elements that name other elements, and are read together with them.
const NAMES: [&str; 4] = ["legend", "summary", "caption", "span"];

/// Compares a screen with its outline, or writes the outline.
#[track_caller]
fn check(name: &str, state: &State) {
    let props = WidgetProps { has_links: true, ..WidgetProps::rendered(1, 2) };
    let document = Html::parse_fragment(&render(widget(&props, state)));
    let mut outline = String::new();
    read(document.root_element(), 0, &mut outline);
    let file = folder("tests/fixtures/spoken").join(format!("{name}.txt"));
    if env::var_os("NEXT_RUNG_WRITE_SPOKEN").is_some() {
        fs::write(&file, &outline).expect("the folder is there");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(outline, expected, "run with NEXT_RUNG_WRITE_SPOKEN=1 to write {} again", file.display());
}

/// Appends a line for each role within an element, and for each text without a role.
fn read(element: ElementRef, depth: usize, outline: &mut String) {
    for node in element.children() {
        if let Node::Text(text) = node.value() {
            line(outline, depth, "text", text);
        }
        let Some(child) = ElementRef::wrap(node).filter(|child| !is_passed(*child)) else { continue };
        let Some(role) = role_of(child) else {
            read(child, depth, outline);
            continue;
        };
        let is_leaf = !child.descendent_elements().skip(1).any(|each| role_of(each).is_some());
        let is_whole = is_leaf || READ_WHOLE.contains(&role.as_str()) || role.starts_with("heading");
        let is_named = is_whole || matches!(role.as_str(), "group" | "details" | "table" | "alertdialog");
        line(outline, depth, &role, &if is_named { described(child) + &more(child) } else { String::new() });
        if !is_whole {
            read(child, depth + 1, outline);
        }
    }
}

/// Returns `true` for an element that is not read, or was already read as the name of the element around it.
fn is_passed(element: ElementRef) -> bool {
    let is_hidden = element.value().attr("aria-hidden") == Some("true");
    let is_label = element.parent().and_then(ElementRef::wrap).is_some_and(|parent| parent.value().name() == "label");
    match element.value().name() {
        "span" => is_label,
        name => is_hidden || NAMES.contains(&name),
    }
}

/// Returns what is read after the name: a description, a value, and states that [`described`] leaves out.
fn more(element: ElementRef) -> String {
    let attribute = |name| element.value().attr(name);
    let mut more = String::new();
    if let (Some(value), Some(max)) = (attribute("value"), attribute("max")) {
        more += &format!(" ({value} of {max})");
    }
    if attribute("aria-pressed") == Some("false") {
        more += " (not pressed)";
    }
    let root = element.ancestors().filter_map(ElementRef::wrap).last();
    if let (Some(id), Some(root)) = (attribute("aria-describedby"), root)
        && let Some(description) = root.select(&selector(&format!("#{id}"))).next()
    {
        more += &format!(", described by: {}", text_of(description));
    }
    more
}

fn line(outline: &mut String, depth: usize, role: &str, text: &str) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() && role == "text" {
        return;
    }
    *outline += &format!("{}{role} {text}", "  ".repeat(depth));
    outline.truncate(outline.trim_end().len());
    outline.push('\n');
}

fn start() -> State {
    State::new(Rc::new(made_up("ladder")), Subject::Oneself)
}

/// Returns the second card of a competency, with an optional statement, one rating and a note.
fn card() -> State {
    let state = after(start(), [Msg::Begin, Msg::SkipSituation, Msg::Skip]);
    let chef = step_named(&state.framework, "knives/3");
    let state = State { shown: [state.shown, vec![chef]].concat(), screen: Screen::Card(chef), ..state };
    after(
        state,
        [Msg::Note(CompetencyIndex(0), "The soup".to_owned()), Msg::Rate(IndicatorIndex(4), Rating::Sometimes)],
    )
}

/// Returns the result of somebody who was asked everything, with another result that the device remembers.
fn result() -> State {
    let state = start();
    let then = Remembered {
        date: "2024-05-06".to_owned(),
        result: share_link::encode(&state.framework, Subject::Oneself, &answers(&state.framework, "*:n")),
    };
    let answers = answers(&state.framework, "@apprentice:c @cook:n knives/3:u");
    State { answers, history: vec![then], screen: Screen::Result, ..state }
}

#[test]
fn the_start() {
    check("start", &start());
}

#[test]
fn the_situation() {
    check("situation", &update(&start(), Msg::Begin));
}

#[test]
fn a_card() {
    check("card", &card());
}

#[test]
fn all_rated_at_once() {
    check("card-all", &update(&card(), Msg::RateAllConsistently(step_named(&card().framework, "knives/3"))));
}

#[test]
fn a_reminder() {
    check("reminder", &update(&card(), Msg::Next));
}

#[test]
fn a_result() {
    check("result", &update(&result(), Msg::Confirm(Outcome::LinkCopied)));
}

#[test]
fn a_comparison() {
    check("comparison", &update(&result(), Msg::Show(Aside::Comparison(Pick::Own, Pick::Remembered(0)))));
}

#[test]
fn results_at_hand() {
    check("at-hand", &update(&State { screen: Screen::Start, ..result() }, Msg::Pick(Pick::Own)));
}

#[test]
fn a_confirmation() {
    check("confirmation", &update(&start(), Msg::AskToLose(Loss::Answers)));
}
