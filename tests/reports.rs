//! Saved files: pictures that open anywhere, a plan that reads as written, and a table that computes nothing.

mod support;

use std::sync::LazyLock;

use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::focus::{FOCUS_AT_MOST, plan};
use next_rung::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex, LevelIndex, TextOrigin, Weight};
use next_rung::assessment::scoring::{Assessment, assess};
use next_rung::drawing::radar::series::{Series, target_values};
use next_rung::drawing::radar::{points_text, polygon};
use next_rung::report::svg::{Scheme, card, radar};
use next_rung::report::{csv as table, markdown};
use next_rung::words::{ENGLISH, ENGLISH_RESULT, byline, headline};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use roxmltree::{Document, Node};
use serde_json::json;
use support::{all_frameworks, answers, folder, framework_with, made_up, published, result};

const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

/// Returns results of nothing shown, everything half shown, everything shown, everything open, and a mixture.
fn results(framework: &Framework) -> Vec<Assessment> {
    let mut results: Vec<_> = ["*:n", "*:s", "*:c", "*:r"].iter().map(|short| result(framework, short)).collect();
    let mut part = answers(framework, "*:s");
    for index in (0..framework.indicators.len()).step_by(3) {
        part.rate(IndicatorIndex(index), [Some(Rating::Consistently), Some(Rating::NotMyRole), None][index % 3]);
        part.rate(IndicatorIndex((index + 1) % framework.indicators.len()), Some(Rating::Consistently));
    }
    results.push(assess(framework, &part).expect("something is answered"));
    results
}

fn you(assessment: &Assessment) -> Series {
    Series::new(ENGLISH_RESULT.you, assessment)
}

fn second(assessment: &Assessment) -> Series {
    Series::new("Half a year ago", assessment)
}

/// Returns the radar and the share image of some results, light and dark, with and without a target.
fn pictures(framework: &Framework, series: &[Series], headline: &str) -> Vec<String> {
    let last = framework.described_levels().last().copied();
    let mut pictures = Vec::new();
    for scheme in SCHEMES {
        for target in [None, last] {
            pictures.push(radar(&ENGLISH_RESULT, framework, series, target, scheme));
            pictures.push(card(&ENGLISH_RESULT, framework, headline, series, target, scheme));
        }
    }
    pictures
}

#[track_caller]
fn parse(picture: &str) -> Document<'_> {
    Document::parse(picture).unwrap_or_else(|error| panic!("{error} in {picture}"))
}

fn named<'a>(document: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

#[track_caller]
fn text_of(document: &Document, name: &str) -> String {
    named(document, name).next().and_then(|node| node.text()).unwrap_or_else(|| panic!("no {name}")).to_owned()
}

#[track_caller]
fn number(node: Node, name: &str) -> f64 {
    let value = node.attribute(name).unwrap_or_else(|| panic!("{node:?} has no {name}"));
    value.parse().unwrap_or_else(|_| panic!("{name} is {value:?}"))
}

#[track_caller]
fn points<'a>(document: &'a Document, id: &str) -> Option<&'a str> {
    document.descendants().find(|node| node.attribute("id") == Some(id)).and_then(|node| node.attribute("points"))
}

// Pictures.

#[test]
fn every_picture_is_well_formed_and_complete_in_itself() {
    for framework in all_frameworks() {
        let results = results(&framework);
        let mut series = vec![Vec::new(), vec![you(&results[0]), second(&results[1])]];
        series.extend(results.iter().map(|result| vec![you(result)]));
        for picture in series.iter().flat_map(|series| pictures(&framework, series, "Senior PM")) {
            check_complete(&picture);
        }
    }
}

/// Checks that a picture has no style sheet, no script, no address except the name of the format, and only widely
/// supported shapes.
#[track_caller]
fn check_complete(picture: &str) {
    let document = parse(picture);
    let root = document.root_element();
    assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")));
    let known = ["svg", "title", "desc", "g", "rect", "line", "polygon", "path", "text", "tspan"];
    for node in document.descendants().filter(Node::is_element) {
        assert!(known.contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            assert!(!["class", "style", "href"].contains(&attribute.name()), "{node:?}");
            assert!(!attribute.value().contains("url(") && !attribute.value().contains("var("), "{node:?}");
        }
    }
    let shape = number(root, "width") / number(root, "height");
    let view: Vec<f64> = root.attribute("viewBox").expect("it has one").split(' ').flat_map(str::parse).collect();
    assert!((shape - view[2] / view[3]).abs() < 0.01, "the picture is stretched: {view:?}");
    let background = named(&document, "rect").next().expect("there is a background");
    assert_eq!(["x", "y", "width", "height"].map(|name| number(background, name)), view[..]);
}

#[test]
fn the_colors_are_those_of_the_page() {
    let colors = std::fs::read_to_string(folder("styles/colors.css")).expect("the colors are there");
    let framework = published("competency-grid");
    let results = results(&framework);
    for picture in pictures(&framework, &[you(&results[4]), second(&results[3])], "Senior") {
        let document = parse(&picture);
        for node in document.descendants() {
            for color in ["fill", "stroke"].into_iter().filter_map(|name| node.attribute(name)) {
                assert!(color == "none" || colors.contains(color), "{color} is not among the colors");
            }
        }
    }
}

#[test]
fn light_and_dark_differ_in_color_alone() {
    let framework = published("clarity");
    let series = [you(&result(&framework, "*:s"))];
    let [light, dark] = SCHEMES.map(|scheme| radar(&ENGLISH_RESULT, &framework, &series, None, scheme));
    assert_ne!(light, dark);
    let without_colors = |picture: &str| picture.split('#').map(|part| part[6..].to_owned()).collect::<Vec<_>>();
    assert_eq!(without_colors(&light[5..])[1..], without_colors(&dark[5..])[1..]);
}

#[test]
fn the_outline_is_the_radars() {
    for framework in all_frameworks() {
        let results = results(&framework);
        for pair in results.windows(2) {
            let series = [you(&pair[0]), second(&pair[1])];
            for picture in pictures(&framework, &series, "Senior PM") {
                let document = parse(&picture);
                assert_eq!(points(&document, "you"), Some(&*points_text(&polygon(&series[0].low))));
                assert_eq!(points(&document, "second"), Some(&*points_text(&polygon(&series[1].low))));
            }
        }
    }
}

#[test]
fn the_targets_outline_is_drawn_when_there_is_one() {
    let framework = published("competency-grid");
    let level = LevelIndex(2);
    let target = format!("points=\"{}\"", points_text(&polygon(&target_values(&framework, level))));
    let series = [you(&result(&framework, "*:s"))];
    // A ring may have the same points, but it has no dash.
    let has_target = |picture: &str| picture.lines().any(|line| line.contains(&target) && line.contains("dasharray"));
    assert!(has_target(&radar(&ENGLISH_RESULT, &framework, &series, Some(level), Scheme::Light)));
    assert!(!has_target(&radar(&ENGLISH_RESULT, &framework, &series, None, Scheme::Light)));
}

#[test]
fn the_legend_shows_an_outline_of_the_target_where_one_is_drawn() {
    for framework in all_frameworks() {
        for level in framework.described_levels() {
            let picture = radar(&ENGLISH_RESULT, &framework, &[], Some(level), Scheme::Light);
            let document = parse(&picture);
            let dashed = |name| {
                let found = named(&document, name).filter(|node| node.has_attribute("stroke-dasharray"));
                found.count()
            };
            assert_eq!(dashed("line"), dashed("polygon"), "{}: {picture}", framework.id);
        }
    }
}

#[test]
fn series_differ_by_dash_and_marker_as_well_as_color() {
    let framework = published("clarity");
    let results = results(&framework);
    let picture = radar(&ENGLISH_RESULT, &framework, &[you(&results[2]), second(&results[2])], None, Scheme::Light);
    let document = parse(&picture);
    let look = |id: &str| {
        let outline = document.descendants().find(|node| node.attribute("id") == Some(id)).expect("it is drawn");
        let color = outline.attribute("stroke").expect("it has a color");
        let marker =
            named(&document, "rect").find(|node| node.attribute("fill") == Some(color)).expect("it has markers");
        [outline.attribute("stroke-dasharray"), marker.attribute("rx"), Some(color)].map(|each| each.map(str::to_owned))
    };
    let (first, second) = (look("you"), look("second"));
    assert!(first.iter().zip(&second).all(|(first, second)| first != second), "{first:?} {second:?}");
}

#[track_caller]
fn check_description(id: &str, short: &str, target: Option<usize>, expected: &str) {
    let framework = support::framework(id);
    let series = [you(&result(&framework, short))];
    let picture = radar(&ENGLISH_RESULT, &framework, &series, target.map(LevelIndex), Scheme::Light);
    assert_eq!(text_of(&parse(&picture), "desc"), expected);
}

#[test]
fn the_description_says_what_is_drawn() {
    check_description(
        "clarity",
        "execution/1:c solution/1:s problem/1:u scope/1:n",
        Some(1),
        "You. Execution: Junior PM, Solution: None yet, Problem: None yet to Senior PM, Scope: None yet. Expected at \
         Mid-level PM. Execution: Junior PM, Solution: Mid-level PM, Problem: None yet, Scope: None yet.",
    );
}

#[test]
fn the_description_names_the_same_level_as_the_steps_met() {
    for framework in all_frameworks() {
        for assessment in results(&framework) {
            let picture = radar(&ENGLISH_RESULT, &framework, &[you(&assessment)], None, Scheme::Light);
            let description = text_of(&parse(&picture), "desc");
            for (index, proficiency) in framework.competency_indices().zip(&assessment.competencies) {
                let shown = next_rung::words::shown(&ENGLISH_RESULT, &framework, index, proficiency.met);
                let said = format!("{}: {shown}", framework.competency(index).name);
                assert!(description.contains(&said), "{said:?} is not in {description:?}");
            }
        }
    }
}

#[test]
fn the_title_says_what_is_compared() {
    let framework = published("clarity");
    let results = results(&framework);
    let title =
        |series: &[Series]| text_of(&parse(&radar(&ENGLISH_RESULT, &framework, series, None, Scheme::Light)), "title");
    let one = "Radar chart: Junior PM vs Mid-level PM vs Senior PM";
    assert_eq!(title(&[you(&results[0])]), one);
    assert_eq!(title(&[you(&results[0]), second(&results[1])]), format!("{one}, You and Half a year ago"));
}

#[test]
fn the_legend_names_what_is_drawn() {
    let framework = published("clarity");
    let (full, open) = (result(&framework, "*:c"), result(&framework, "execution/1:c"));
    let legend = |series: &[Series], target| {
        let picture = radar(&ENGLISH_RESULT, &framework, series, target, Scheme::Light);
        let document = parse(&picture);
        let groups = named(&document, "text").filter(|node| node.parent().is_some_and(|above| above.has_tag_name("g")));
        groups.map(|node| lines_of(node).join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(legend(&[you(&full)], None), ["You"]);
    assert_eq!(legend(&[you(&full), second(&full)], None), ["You", "Half a year ago"]);
    assert_eq!(legend(&[you(&open)], Some(LevelIndex(0))), ["You", "Expected at Junior PM", "Open answers"]);
}

/// Returns a framework with eight competencies whose names do not fit beside the ring.
fn long_names() -> Framework {
    const NAMES: [&str; 8] = [
        "Stakeholderpflege",
        "이해관계자 커뮤니케이션",
        "ステークホルダーマネジメント力",
        "אסטרטגיית מוצר",
        "产品战略与路线图规划以及跨部门协作能",
        "Führung",
        "🚀 Launch",
        "استراتيجية المنتج",
    ];
    let locations: Vec<_> = (0..NAMES.len()).map(|index| format!("/competencies/{index}/label")).collect();
    let edits: Vec<_> = locations.iter().zip(NAMES).map(|(location, name)| (location.as_str(), json!(name))).collect();
    framework_with("two-areas", &edits)
}

#[test]
fn a_list_says_what_the_numbers_on_the_spokes_stand_for() {
    let framework = long_names();
    let labels: Vec<_> = framework.competencies.iter().map(|each| each.label.clone()).collect();
    let all_lists = [
        radar(&ENGLISH_RESULT, &framework, &[], Some(LevelIndex(1)), Scheme::Light),
        card(&ENGLISH_RESULT, &framework, "Senior", &[], Some(LevelIndex(1)), Scheme::Light),
    ];
    for picture in all_lists {
        let document = parse(&picture);
        let texts: Vec<_> = named(&document, "text").map(|node| lines_of(node).concat()).collect();
        let listed: Vec<_> = texts.windows(2).filter(|pair| labels.contains(&pair[1])).collect();
        let expected: Vec<_> =
            labels.iter().enumerate().map(|(index, label)| [(index + 1).to_string(), label.clone()]).collect();
        assert_eq!(listed, expected);
    }
}

#[test]
fn every_letter_of_the_radars_file_has_11_px_where_it_is_320_px_wide() {
    for framework in all_frameworks().into_iter().chain([long_names()]) {
        let picture = radar(&ENGLISH_RESULT, &framework, &[], Some(LevelIndex(0)), Scheme::Light);
        let document = parse(&picture);
        let view = document.root_element().attribute("viewBox").expect("it has one");
        let width: f64 = view.split(' ').nth(2).and_then(|width| width.parse().ok()).expect("its third part");
        for node in named(&document, "text") {
            let size = number(node, "font-size") * 320.0 / width;
            assert!(size >= 11.0, "{}: {node:?} is {size} px high", framework.id);
        }
    }
}

const HOSTILE: &str = "<script>alert('1')</script> & \"quoted\" ]]> \u{0}\u{8}\u{1b}\u{ffff} <!-- &lt;";

#[test]
fn hostile_texts_stay_text() {
    let edits = [
        ("/title", json!(HOSTILE)),
        ("/source/author", json!(HOSTILE)),
        ("/competencies/0/name", json!(HOSTILE)),
        ("/competencies/0/label", json!("<a href='#'>&\u{1}\"")),
        ("/levels/0/name", json!(HOSTILE)),
    ];
    let framework = framework_with("loose", &edits);
    let assessment = result(&framework, "*:c");
    let series = [Series::new(HOSTILE, &assessment), Series::new(HOSTILE, &assessment)];
    let written: String = HOSTILE.chars().filter(|&letter| letter >= ' ' && letter != '\u{ffff}').collect();
    for picture in pictures(&framework, &series, HOSTILE) {
        check_complete(&picture);
        assert!(text_of(&parse(&picture), "desc").contains(&written));
    }
    let picture = card(&ENGLISH_RESULT, &framework, HOSTILE, &series, None, Scheme::Light);
    assert_eq!(text_of(&parse(&picture), "title"), written);
}

// The share image.

fn lines_of(text: Node) -> Vec<String> {
    text.children().filter_map(|line| line.text()).map(str::to_owned).collect()
}

/// Checks the texts outside the chart: the name, the headline, the leading limit, the title and the byline.
fn check_card(framework: &Framework, headline: &str) {
    let assessment = result(framework, "*:s");
    let series = [you(&assessment), second(&assessment)];
    let picture = card(&ENGLISH_RESULT, framework, headline, &series, Some(LevelIndex(0)), Scheme::Light);
    let document = parse(&picture);
    let root = document.root_element();
    assert_eq!((root.attribute("width"), root.attribute("height")), (Some("1200"), Some("630")));
    let panel = named(&document, "rect").nth(1).expect("there is a panel");
    let texts: Vec<_> = named(&document, "text").filter(|node| node.parent() == Some(root)).collect();
    let said: Vec<_> = texts.iter().map(|&text| lines_of(text).concat().replace(' ', "")).collect();
    let byline = byline(&ENGLISH, framework);
    let mut expected = vec![ENGLISH_RESULT.product, headline];
    expected.extend(framework.lead_caveat().map(|caveat| caveat.text.as_str()));
    expected.extend([framework.title.as_str(), &byline]);
    let without_spaces = |text: &&str| text.split_whitespace().collect::<String>();
    assert_eq!(said, expected.iter().map(without_spaces).collect::<Vec<_>>(), "something is cut or missing");

    let mut above = 0.0;
    for text in texts {
        let size = number(text, "font-size");
        let mut base_line = number(text, "y");
        for line in text.children() {
            base_line += number(line, "dy");
            assert!(base_line - size >= above - 0.1, "{line:?} overlaps the line above");
            above = base_line;
            // Letters are half as wide as high on average, slightly more in bold.
            let letters = f64::from(u32::try_from(line.text().unwrap_or_default().chars().count()).expect("a line"));
            let end = number(line, "x") + letters * size * 0.56;
            assert!(end < number(panel, "x"), "{:?} at {size} ends at {end}", line.text());
        }
    }
    assert!(above < 630.0 - 48.0, "the last line stands at {above}");
}

#[test]
fn the_lines_of_the_card_stay_on_it() {
    for framework in PUBLISHED.map(published) {
        for assessment in results(&framework) {
            check_card(&framework, &headline(&ENGLISH_RESULT, &framework, &assessment));
        }
    }
}

#[test]
fn a_long_headline_shrinks_and_is_never_cut() {
    let framework = published("two-areas");
    for length in [1, 5, 20, 60, 200] {
        check_card(&framework, "Senior Product Manager, but for ".repeat(length).trim());
    }
    check_card(&framework, &"Unbreakable".repeat(12));
    check_card(&framework, "");
}

#[test]
fn a_long_title_stays_on_the_card() {
    let title = "The Complete and Unabridged Progression of Everyone Who Ever Managed a Product ".repeat(4);
    check_card(&framework_with("clarity", &[("/title", json!(title.trim()))]), "Senior PM");
    check_card(&framework_with("clarity", &[("/source/publication", json!(title.trim()))]), "Senior PM");
}

#[test]
fn the_chart_stays_in_the_cards_panel() {
    for framework in all_frameworks().into_iter().chain([long_names()]) {
        let picture = card(&ENGLISH_RESULT, &framework, "Senior", &[], Some(LevelIndex(0)), Scheme::Light);
        let document = parse(&picture);
        let panel = number(named(&document, "rect").nth(1).expect("there is a panel"), "x");
        let chart = named(&document, "g").find(|node| node.children().any(|each| each.has_tag_name("polygon")));
        let transform = chart.and_then(|chart| chart.attribute("transform")).expect("the chart is moved");
        let numbers = transform.split(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != '-');
        let numbers: Vec<f64> = numbers.filter_map(|number| number.parse().ok()).collect();
        let [x, y, scale] = numbers[..] else { panic!("{transform}") };
        let view = next_rung::drawing::radar::series::grid(&framework).view;
        assert!(x + view.left * scale >= panel && x + (view.left + view.width) * scale <= 1200.0, "{transform}");
        assert!(y + view.top * scale >= 0.0 && y + (view.top + view.height) * scale <= 630.0, "{transform}");
    }
}

// The growth plan.

const DATE: &str = "2026-11-22";

fn growth_plan(framework: &Framework, answers: &Answers) -> String {
    let assessment = assess(framework, answers).expect("something is answered");
    markdown::write(&ENGLISH_RESULT, framework, answers, &assessment, DATE)
}

#[test]
fn the_plan_marks_what_is_ours_and_calls_nothing_of_somebody_else_ours() {
    for (framework, short, is_ours) in [("competency-grid", "@associate:c", true), ("ladder", "@apprentice:c", false)] {
        let framework = support::framework(framework);
        let plan = growth_plan(&framework, &answers(&framework, short));
        let changes: Vec<_> = plan.lines().filter(|line| line.contains(ENGLISH_RESULT.what_changes)).collect();
        let mark = format!("({})", ENGLISH.ours);
        assert!(!changes.is_empty() && changes.iter().all(|line| line.ends_with(&mark) == is_ours), "{plan}");
        for claim in [ENGLISH_RESULT.own_words, ENGLISH.rule_ours, ENGLISH.limit_ours, ENGLISH.ours_hint] {
            assert_eq!(plan.contains(claim), is_ours, "{claim}: {plan}");
        }
    }
}

/// Returns a line as Markdown shows it.
fn read(line: &str) -> String {
    let mut read = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        read.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    read
}

fn has_line(plan: &str, expected: &str) -> bool {
    plan.lines().any(|line| read(line) == expected)
}

#[track_caller]
fn check_plan(framework: &Framework, answers: &Answers) {
    let assessment = assess(framework, answers).expect("something is answered");
    let text = growth_plan(framework, answers);
    assert!(has_line(&text, &format!("**{}**", headline(&ENGLISH_RESULT, framework, &assessment))), "{text}");
    let focus = plan(framework, answers, &assessment).focus;
    for each in &focus {
        assert!(has_line(&text, &format!("### {}", framework.competency(each.step.competency).name)), "{text}");
        let statement = |indicator: &IndicatorIndex| framework.indicator(*indicator).text.as_str();
        for unmet in each.unmet.iter().map(statement) {
            assert!(has_line(&text, &format!("- [ ] {unmet}")), "{unmet:?} is missing in {text}");
        }
        for open in each.open.iter().map(statement) {
            assert!(has_line(&text, &format!("- [ ] {open} (open)")), "{open:?} is missing in {text}");
        }
    }
    let boxes = text.lines().filter(|line| line.starts_with("- [ ] ")).count();
    assert_eq!(boxes, focus.iter().map(|each| each.unmet.len() + each.open.len()).sum::<usize>());
}

#[test]
fn the_plan_has_every_statement_to_work_on() {
    for framework in all_frameworks() {
        for short in ["*:n", "*:s", "*:c", "*:r"] {
            check_plan(&framework, &answers(&framework, short));
        }
    }
}

/// Returns the headings of a plan, by the characters before them.
fn headings(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with('#')).collect()
}

#[test]
fn the_plan_goes_from_the_result_to_its_source() {
    let framework = published("clarity");
    let mut answers = answers(&framework, "*:n scope/1:c execution/1:c");
    answers.write_note(CompetencyIndex(3), "Merged two teams’ roadmaps.".to_owned());
    let text = growth_plan(&framework, &answers);
    let expected = [
        "# Growth plan: Junior PM vs Mid-level PM vs Senior PM",
        "## How the answers were read",
        "## What to work on next",
        "### Solution",
        "## Private notes",
        "### Scope",
        "## Strengths",
        "## Limits of this framework",
        "## Source",
    ];
    assert_eq!(headings(&text), expected);
    assert!(has_line(&text, "2026-11-22 · Next Rung"));
    assert!(
        text.contains("**The author’s rule.** ") && text.contains("by Simon Cross, Tradeoffs and Payoffs, 2022-11-25")
    );
    assert!(text.ends_with(&format!("{}\n", ENGLISH_RESULT.self_rating_caution)));
}

#[test]
fn the_plan_says_whose_rule_and_advice_it_is() {
    let framework = published("competency-grid");
    let text = growth_plan(&framework, &answers(&framework, "*:n"));
    assert!(text.contains("**Our rule.** ") && text.contains(ENGLISH_RESULT.roll_up_ours));
    assert!(text.contains("(From the author)") && text.contains("(Our suggestion)"));
}

#[test]
fn a_plan_without_notes_has_no_place_for_them() {
    let framework = published("clarity");
    let mut answers = answers(&framework, "*:n");
    answers.write_note(CompetencyIndex(0), " \n ".to_owned());
    assert!(!headings(&growth_plan(&framework, &answers)).contains(&"## Private notes"));
}

/// Returns the lines of the plan that contain a note.
fn quoted(note: &str) -> Vec<String> {
    let framework = made_up("ladder");
    let before = growth_plan(&framework, &answers(&framework, "*:n"));
    let mut answers = answers(&framework, "*:n");
    answers.write_note(CompetencyIndex(0), note.to_owned());
    let text = growth_plan(&framework, &answers);
    // No part of a note escapes its quote.
    let (_, notes) = text.split_once("## Private notes\n").expect("there is a note");
    let (notes, _) = notes.split_once("\n## ").expect("there is more after the notes");
    assert_eq!(headings(&text).len(), headings(&before).len() + 2, "{text}");
    assert_eq!(text.matches('\r').count(), 0);
    let lines = notes.lines().filter(|line| !line.is_empty() && !line.starts_with("### "));
    lines.map(|line| line.strip_prefix('>').expect("it is quoted").to_owned()).collect()
}

#[test]
fn notes_are_quoted_line_by_line() {
    assert_eq!(quoted("Led the launch."), [" Led the launch."]);
    assert_eq!(quoted("First\r\nsecond\n\nthird\n"), [" First  ", " second", "", " third"]);
}

#[track_caller]
fn check_note(note: &str, expected: &str) {
    assert_eq!(quoted(note), [format!(" {expected}")]);
}

#[test]
fn hostile_notes_mean_nothing_in_markdown() {
    check_note("# Heading", r"\# Heading");
    check_note("> quote", r"\> quote");
    check_note("- item", r"\- item");
    check_note("+ item", r"\+ item");
    check_note("12. item", r"12\. item");
    check_note("1) item", r"1\) item");
    check_note("===", r"\===");
    check_note("    code", "code");
    check_note("~~~", r"\~\~\~");
    check_note("`code` *bold* _soft_", r"\`code\` \*bold\* \_soft\_");
    check_note("[link](https://example.com)", r"\[link\](https://example.com)");
    check_note("<img src=x> &lt; &#42;", r"\<img src=x\> \&lt; \&\#42;");
    check_note(r"a \| b", r"a \\\| b");
    check_note("$1M to $5M", r"\$1M to \$5M");
    check_note("@name and :tada:", r"\@name and \:tada:");
    check_note("one\u{0}two\u{b}three", "one two three");
}

#[test]
fn plain_text_stays_as_it_is() {
    check_note("R&D & 3.5 x, well-known (a = b) - 2+2!", "R&D & 3.5 x, well-known (a = b) - 2+2!");
}

#[test]
fn every_line_of_a_note_is_held() {
    assert_eq!(quoted("one\r# two\n---\n\n## three"), [r" one  ", r" \# two  ", r" \---", "", r" \#\# three"]);
}

#[test]
fn hostile_framework_texts_stay_on_their_line() {
    let text = "# one\n\n# two | <b> *x*";
    let edits = [("/title", json!(text)), ("/competencies/0/steps/0/indicators/0/text", json!(text))];
    let framework = framework_with("ladder", &edits);
    let plain = made_up("ladder");
    let hostile = growth_plan(&framework, &answers(&framework, "*:n"));
    assert_eq!(hostile.lines().count(), growth_plan(&plain, &answers(&plain, "*:n")).lines().count());
    assert!(hostile.contains(r"- [ ] \# one \# two \| \<b\> \*x\*"), "{hostile}");
}

// The table.

const COLUMNS: [&str; 6] = ["Competency", "Level", "Statement ID", "Statement", "Expected or optional", "Rating"];

/// Returns the rows as a spreadsheet reads them, without the titles.
#[track_caller]
fn rows(framework: &Framework, answers: &Answers) -> Vec<[String; 6]> {
    let text = table::write(&ENGLISH_RESULT, framework, answers);
    let text = text.strip_prefix('\u{feff}').expect("spreadsheets need the mark to read UTF-8");
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::CRLF).from_reader(text.as_bytes());
    assert_eq!(reader.headers().expect("there are titles"), COLUMNS.as_slice());
    let rows = reader.records().map(|row| row.expect("every row has as many cells"));
    rows.map(|row| std::array::from_fn(|cell| row[cell].to_owned())).collect()
}

#[track_caller]
fn check_rows(framework: &Framework, answers: &Answers) {
    let rows = rows(framework, answers);
    assert_eq!(rows.len(), framework.indicators.len());
    for (index, (row, indicator)) in rows.iter().zip(&framework.indicators).enumerate() {
        let rating = match answers.rating(IndicatorIndex(index)) {
            Some(Rating::Consistently) => "Consistently",
            Some(Rating::Sometimes) => "Sometimes",
            Some(Rating::NotYet) => "Not yet",
            Some(Rating::NotMyRole) => "Not part of my role",
            None => "",
        };
        let weight = match (indicator.weight, indicator.weight_origin) {
            (Weight::Expected, _) => ENGLISH_RESULT.expected.to_owned(),
            (Weight::Optional, TextOrigin::Stated) => ENGLISH.optional.to_owned(),
            (Weight::Optional, TextOrigin::Derived) => format!("{} ({})", ENGLISH.optional, ENGLISH.ours),
        };
        let level = &framework.level(framework.step(indicator.step).level).name;
        let competency = &framework.competency(indicator.step.competency).name;
        assert_eq!(*row, [competency, level, &indicator.id, &indicator.text, &weight, rating]);
    }
}

#[test]
fn the_table_has_a_row_for_each_statement() {
    for framework in all_frameworks() {
        for short in ["", "*:n", "*:s", "*:c", "*:r"] {
            check_rows(&framework, &answers(&framework, short));
        }
    }
}

#[track_caller]
fn check_statement(text: &str, expected: &str) {
    let framework = framework_with("ladder", &[("/competencies/0/steps/0/indicators/0/text", json!(text))]);
    let rows = rows(&framework, &answers(&framework, "*:c"));
    assert_eq!((rows.len(), rows[0][3].as_str()), (framework.indicators.len(), expected));
}

#[test]
fn quotes_commas_and_lines_come_back() {
    for text in ["I say \"yes\".", "One, two", "One\ntwo", "One\r\ntwo", "\"", "a\rb", "日本語; tab\there", "5 = 5"]
    {
        check_statement(text, text);
    }
}

#[test]
fn formulas_are_defused() {
    let formulas =
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1+1", "=HYPERLINK(\"http://example.com\",\"x\")"];
    for text in formulas {
        check_statement(text, &format!("'{text}"));
    }
}

/// If semicolons separate cells, an unquoted one would start a new cell, and the text after it would be a formula.
#[test]
fn a_cell_stays_whole_where_semicolons_separate_cells() {
    let framework = framework_with("ladder", &[("/competencies/0/steps/0/indicators/0/text", json!("Plan;=1+1"))]);
    let text = table::write(&ENGLISH_RESULT, &framework, &answers(&framework, "*:c"));
    assert!(text.contains(",\"Plan;=1+1\","), "{text}");
    for line in text.trim_start_matches('\u{feff}').lines() {
        assert!(line.starts_with('"') && line.ends_with('"'), "{line}");
    }
}

#[test]
fn names_stay_names() {
    for name in ["1-2", "3/4", "2026-11-27", "10:30", "1,5"] {
        check_statement(name, &format!("'{name}"));
    }
    check_statement("Level 1-2", "Level 1-2");
}

// Any answers.

static FRAMEWORKS: LazyLock<Vec<Framework>> = LazyLock::new(all_frameworks);

const RATINGS: [Option<Rating>; 5] =
    [None, Some(Rating::NotYet), Some(Rating::NotMyRole), Some(Rating::Sometimes), Some(Rating::Consistently)];

fn answered() -> impl Strategy<Value = (&'static Framework, Answers)> {
    (0..FRAMEWORKS.len()).prop_flat_map(|which| {
        let framework = &FRAMEWORKS[which];
        let ratings = vec(select(&RATINGS[..]), framework.indicators.len());
        let notes = vec(any::<String>(), framework.competencies.len());
        let route = prop_oneof![Just(Route::Short), Just(Route::Everything)];
        (route, ratings, notes).prop_map(move |(route, ratings, notes)| {
            let mut answers = Answers::none(framework);
            answers.route = route;
            for (index, rating) in ratings.into_iter().enumerate() {
                answers.rate(IndicatorIndex(index), rating);
            }
            for (competency, note) in notes.into_iter().enumerate() {
                answers.write_note(CompetencyIndex(competency), note);
            }
            (framework, answers)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_can_be_taken_away((framework, answers) in answered(), name: String, line: String) {
        check_rows(framework, &answers);
        let Some(assessment) = assess(framework, &answers) else { return Ok(()) };
        check_plan(framework, &answers);
        let focus = plan(framework, &answers, &assessment);
        let sections = headings(&growth_plan(framework, &answers)).len();
        prop_assert!(sections <= 8 + FOCUS_AT_MOST + framework.competencies.len(), "a note opened a heading");
        let series = [Series::new(&name, &assessment), Series::new(&line, &assessment)];
        let picture = radar(&ENGLISH_RESULT, framework, &series, focus.to, Scheme::Dark);
        check_complete(&picture);
        check_complete(&card(&ENGLISH_RESULT, framework, &line, &series[..1], focus.to, Scheme::Light));
    }
}
