//! The element's public face: docs/embedding.md and `custom-elements.json` promise what there is, and nothing else.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::rc::Rc;

use next_rung::assessment::answers::{Answers, Rating, Subject};
use next_rung::assessment::framework::{Framework, IndicatorIndex};
use next_rung::assessment::whose::Whose;
use next_rung::state::{Loss, Msg, Notice, State, update};
use next_rung::ui::comparison::{Comparison, Side, comparison};
use next_rung::ui::results::{Results, results};
use next_rung::ui::widget::{WidgetProps, widget};
use next_rung::words::{ENGLISH_COMPARISON, ENGLISH_RESULT};
use serde_json::{Map, Value};
use support::{colors, folder, made_up, render};
use yew::{Callback, Html};

fn file(path: &str) -> String {
    fs::read_to_string(folder(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn element() -> String {
    file("src/browser/element.js")
}

/// Every text between two others, in order.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).map(|rest| rest.split_once(end).map_or(rest, |(found, _)| found)).collect()
}

/// The only text between two others.
#[track_caller]
fn only<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let [found] = between(text, start, end)[..] else { panic!("not exactly one {start}") };
    found
}

fn quoted(text: &str) -> BTreeSet<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// The manifest's entries of one kind.
fn promised(kind: &str) -> Vec<Map<String, Value>> {
    let manifest: Value = serde_json::from_str(&file("custom-elements.json")).expect("the manifest is JSON");
    let entries = &manifest["modules"][0]["declarations"][0][kind];
    entries.as_array().expect(kind).iter().map(|entry| entry.as_object().expect(kind).clone()).collect()
}

fn members(kind: &str) -> Vec<Map<String, Value>> {
    promised("members").into_iter().filter(|member| member["kind"] == kind).collect()
}

/// Returns the text of an entry under a path of keys; empty if there is none.
fn said(entry: &Map<String, Value>, path: &str) -> String {
    let text = Value::Object(entry.clone()).pointer(path).map(|value| value.as_str().expect("it is text").to_owned());
    text.unwrap_or_default()
}

fn said_by_all(entries: &[Map<String, Value>], path: &str) -> BTreeSet<String> {
    entries.iter().map(|entry| said(entry, path)).collect()
}

/// The cells of the table below a heading of docs/embedding.md, without their marks for code.
#[track_caller]
fn table(heading: &str) -> Vec<Vec<String>> {
    let docs = file("docs/embedding.md");
    let section = only(&docs, &format!("# {heading}\n"), "\n#");
    let rows = section.lines().filter_map(|line| line.strip_prefix('|')?.strip_suffix('|'));
    let cells = |row: &str| {
        let row = row.replace("\\|", "\0").replace('`', "");
        row.split('|').map(|cell| cell.trim().replace('\0', "|")).collect()
    };
    rows.skip(2).map(cells).collect()
}

/// The manifest's entries as the docs set them out.
fn rows(entries: &[Map<String, Value>], columns: &[&str]) -> Vec<Vec<String>> {
    let row = |entry| columns.iter().map(|path| said(entry, path).replace('`', "")).collect();
    entries.iter().map(row).collect()
}

#[test]
fn the_tables_of_the_docs_are_the_manifest() {
    let columns = ["/name", "/fieldName", "/default", "/description"];
    assert_eq!(table("Attributes and properties"), rows(&promised("attributes"), &columns));
    assert_eq!(table("Parts"), rows(&promised("cssParts"), &["/name", "/description"]));
    assert_eq!(table("Custom properties"), rows(&promised("cssProperties"), &["/name", "/default", "/description"]));

    let mut methods = rows(&members("method"), &["/name", "/return/type/text", "/description"]);
    methods.iter_mut().for_each(|row| row[0] += "()");
    assert_eq!(table("Methods"), methods);

    let mut events = rows(&promised("events"), &["/name", "/type/text", "/description"]);
    let detail =
        |kind: &str| kind.strip_prefix("CustomEvent<").and_then(|kind| kind.strip_suffix('>')).map(str::to_owned);
    events.iter_mut().for_each(|row| row[1] = detail(&row[1]).expect("events carry a detail"));
    assert_eq!(table("Events"), events);

    let mut slots = rows(&promised("slots"), &["/name", "/description"]);
    slots.iter_mut().for_each(|row| row[0] = "(default)".to_owned());
    assert_eq!(table("Slots"), slots);
}

#[test]
fn the_element_has_the_attributes_and_properties_that_are_promised_and_no_others() {
    let element = element();
    let (mut attributes, mut without_attribute) = (BTreeMap::new(), Vec::new());
    // A getter may stand on several lines.
    for getter in between(&element, "\n  get ", "}") {
        let property = getter.split('(').next().unwrap_or_default().to_owned();
        if !getter.contains("Attribute(") {
            without_attribute.push((String::new(), property));
            continue;
        }
        let attribute = only(getter, "Attribute(\"", "\"").to_owned();
        let default = match getter.split_once("?? \"").or_else(|| getter.split_once("|| ")) {
            Some((_, default)) => default.split(['"', ';']).next().unwrap_or_default().to_owned(),
            None => "false".to_owned(),
        };
        attributes.insert(attribute, (property, default));
    }
    let theme = ("theme".to_owned(), "auto".to_owned());
    // Styles read the theme, and no script has to see it change.
    let mut watched = quoted(only(&element, "static observedAttributes = [", "]"));
    assert!(watched.insert("theme"));
    assert_eq!(attributes.get("theme"), Some(&theme));
    assert_eq!(attributes.keys().map(String::as_str).collect::<BTreeSet<_>>(), watched);

    // Every element of HTML has this one.
    attributes.insert("lang".to_owned(), Default::default());
    let promised = promised("attributes").into_iter();
    let promised = promised.map(|each| (said(&each, "/name"), (said(&each, "/fieldName"), said(&each, "/default"))));
    assert_eq!(promised.collect::<BTreeMap<_, _>>(), attributes);

    attributes.remove("lang");
    let fields = members("field").into_iter().map(|each| (said(&each, "/attribute"), said(&each, "/name")));
    let properties = attributes.into_iter().map(|(attribute, (property, _))| (attribute, property));
    let properties = properties.chain(without_attribute);
    assert_eq!(fields.collect::<BTreeMap<_, _>>(), properties.collect());
}

#[test]
fn the_element_has_the_methods_that_are_promised_and_no_others() {
    let element = element();
    let of_the_browser = [
        "constructor",
        "connectedCallback",
        "disconnectedCallback",
        "attributeChangedCallback",
        "formStateRestoreCallback",
    ];
    let methods = element.lines().filter_map(|line| {
        let line = line.strip_prefix("  ")?;
        let (name, _) = line.strip_prefix("async ").unwrap_or(line).split_once('(')?;
        let is_name = name.starts_with(char::is_alphabetic) && name.chars().all(char::is_alphanumeric);
        (is_name && !of_the_browser.contains(&name)).then(|| name.to_owned())
    });
    assert_eq!(methods.collect::<BTreeSet<_>>(), said_by_all(&members("method"), "/name"));
}

#[test]
fn the_types_are_those_that_are_promised() {
    let types = file("src/browser/element.d.ts");
    let interface = only(&types, "export interface NextRungElement extends HTMLElement {", "\n}");
    let mut declared = BTreeMap::new();
    for line in interface.lines().map(str::trim).filter(|line| !line.starts_with("/**")) {
        if let Some((name, kind)) = line.trim_end_matches(';').split_once(": ") {
            declared.insert(name.to_owned(), kind.to_owned());
        }
    }
    let mut promised_types = BTreeMap::new();
    for field in members("field") {
        promised_types.insert(said(&field, "/name"), said(&field, "/type/text"));
    }
    for method in members("method") {
        promised_types.insert(format!("{}()", said(&method, "/name")), said(&method, "/return/type/text"));
    }
    assert_eq!(promised_types, declared);

    let declared = types.lines().filter_map(|line| line.trim().strip_prefix("\"nr-")?.strip_suffix(';'));
    let declared = declared.filter_map(|line| line.split_once("\": "));
    let declared: BTreeMap<_, _> = declared.map(|(name, kind)| (format!("nr-{name}"), kind.to_owned())).collect();
    let events = promised("events").into_iter().map(|event| (said(&event, "/name"), said(&event, "/type/text")));
    assert_eq!(events.collect::<BTreeMap<_, _>>(), declared);
}

#[test]
fn the_events_that_are_promised_are_told_and_no_others() {
    let (element, page) = (element(), file("src/browser/page.rs"));
    let mut told: BTreeSet<_> = between(&element, "#tell(\"", "\"").into_iter().collect();
    told.extend(between(&page, "tell(widget, \"", "\""));
    let told = told.into_iter().map(str::to_owned).collect();
    assert_eq!(said_by_all(&promised("events"), "/name"), told);
}

#[test]
fn there_is_one_slot_and_it_has_no_name() {
    assert_eq!(between(&element(), "createElement(\"slot\")", ",").len(), 1);
    assert_eq!(said_by_all(&promised("slots"), "/name"), [String::new()].into());
}

#[test]
fn the_custom_properties_that_are_promised_are_read_with_their_defaults_and_no_others() {
    let mut read = BTreeMap::new();
    for sheet in fs::read_dir(folder("styles")).expect("the styles are there") {
        let mut sheet = fs::read_to_string(sheet.expect("its entries too").path()).expect("a style sheet is text");
        for (name, value) in colors() {
            sheet = sheet.replace(&format!("var(--{name})"), &value);
        }
        for rest in sheet.split("var(--nr-").skip(1) {
            let (name, default) = rest.split_once(", ").expect("each has a default");
            let mut depth = 1;
            let is_end = |letter: char| {
                depth += i32::from(letter == '(') - i32::from(letter == ')');
                depth == 0
            };
            let default = default.split(is_end).next().unwrap_or_default();
            // Our own size of letters is the root's where nobody shrinks it.
            let default = default.replace("calc(", "").replace(" * var(--_rem))", "rem");
            let before = read.insert(format!("--nr-{name}"), default.clone());
            assert!(before.is_none_or(|before| before == default), "--nr-{name} has two defaults");
        }
    }
    let properties = promised("cssProperties").into_iter();
    let properties = properties.map(|each| (said(&each, "/name"), said(&each, "/default")));
    assert_eq!(properties.collect::<BTreeMap<_, _>>(), read);
}

#[test]
fn the_parts_that_are_promised_are_set_and_no_others() {
    let framework = Rc::new(made_up("ladder"));
    let mut html = String::new();
    let mut state = State::new(Rc::clone(&framework), Subject::Oneself);
    for msg in [
        Msg::Begin,
        Msg::LeaveSituation,
        Msg::Rate(IndicatorIndex(0), Rating::Sometimes),
        Msg::Notify(Notice::NoLink),
        Msg::AskToLose(Loss::Answers),
    ] {
        html += &drawn(&state);
        state = update(&state, msg);
    }
    html += &drawn(&state);
    html += &result(&framework, &state.answers);
    let side = || Side { name: "One", answers: &state.answers };
    let words = &ENGLISH_COMPARISON;
    let both = Comparison { framework: &framework, first: side(), second: side(), heading_level: 2, words };
    html += &render(comparison(&both));

    let element = element();
    let mut set: BTreeSet<_> = between(&html, " part=\"", "\"").into_iter().flat_map(str::split_whitespace).collect();
    set.extend(between(&element, "setAttribute(\"part\", \"", "\""));
    let set = set.into_iter().map(str::to_owned).collect();
    assert_eq!(said_by_all(&promised("cssParts"), "/name"), set);
}

fn drawn(state: &State) -> String {
    let props = WidgetProps::rendered(0, 2);
    render(widget(&props, state))
}

fn result(framework: &Framework, answers: &Answers) -> String {
    render(results(&Results {
        framework,
        answers,
        is_read_only: false,
        eyebrow: "",
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

#[test]
fn every_failure_has_a_sentence_a_type_and_a_remedy_and_happens_somewhere() {
    let sentences: BTreeMap<String, String> =
        serde_json::from_str(&file("src/browser/failures.json")).expect("each code has a sentence");
    let codes: BTreeSet<_> = sentences.keys().map(String::as_str).collect();
    let types = file("src/browser/element.d.ts");
    assert_eq!(quoted(only(&types, "export type NextRungFailure =", ";")), codes);
    let docs = table("Failures");
    assert_eq!(docs.iter().map(|row| row[0].as_str()).collect::<BTreeSet<_>>(), codes);
    let sources = [element(), file("src/browser/load.js"), file("src/main.rs")];
    for code in codes {
        let code = format!("\"{code}\"");
        assert!(sources.iter().any(|source| source.contains(&code)), "nothing fails with {code}");
    }
}

#[test]
fn the_docs_and_the_embed_builder_send_writers_the_same_way() {
    let page = file("pages/embed.html");
    let mut places = Vec::new();
    for place in between(only(&page, "<ul id=\"places\">", "</ul>"), "<li ", "</li>") {
        let (best, works) = (only(place, "data-best=\"", "\""), only(place, "data-works=\"", "\""));
        let mut row = vec![only(place, "<h3>", "</h3>").to_owned()];
        for mode in ["element", "iframe", "link", "image", "markdown"] {
            let verdict = if mode == best { "best" } else { "works" };
            let is_possible = mode == best || works.split(' ').any(|each| each == mode);
            row.push(if is_possible { verdict.to_owned() } else { String::new() });
        }
        places.push(row);
    }
    assert_eq!(table("Six ways, and where each works"), places);
}
