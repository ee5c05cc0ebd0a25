//! The cover of a framework, shown before anybody has answered: complete, honest, and legible at half its size.

mod support;

use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::Framework;
use next_rung::drawing::radar::series::target_values;
use next_rung::drawing::radar::{points_text, polygon};
use next_rung::report::svg::{Scheme, cover};
use next_rung::words::ENGLISH_COVER;
use roxmltree::{Document, Node};
use serde_json::json;
use support::{all_frameworks, described_levels, folder, framework_with, made_up, published};

const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];
/// The size of the smallest text that can still be read at half the size.
const LEGIBLE: f64 = 26.0;

fn numbers(text: &str) -> Vec<f64> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != '-');
    parts.filter_map(|number| number.parse().ok()).collect()
}

#[track_caller]
fn number(node: Node, name: &str) -> f64 {
    let value = node.attribute(name).unwrap_or_else(|| panic!("{node:?} has no {name}"));
    value.parse().unwrap_or_else(|_| panic!("{name} is {value:?}"))
}

fn named<'a>(document: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name(name))
}

/// A line of text with its position on the cover, in pixels.
#[derive(Debug)]
struct Line {
    text: String,
    size: f64,
    left: f64,
    right: f64,
    base_line: f64,
}

/// Returns every line of text on the cover, in the order in which they are written.
fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    for node in named(document, "text") {
        let transform = node.parent().and_then(|parent| parent.attribute("transform"));
        let (x, y, scale) = match transform.map(numbers).as_deref() {
            Some(&[x, y, scale]) => (x, y, scale),
            Some(other) => panic!("{other:?} is no move"),
            None => (0.0, 0.0, 1.0),
        };
        let size = number(node, "font-size") * scale;
        let mut base_line = number(node, "y") * scale + y;
        for line in node.children() {
            base_line += number(line, "dy") * scale;
            let text = line.text().unwrap_or_default().to_owned();
            // Letters are half as wide as high on average, slightly more in bold.
            let width = f64::from(u32::try_from(text.chars().count()).expect("a line")) * size * 0.53;
            let at = number(line, "x") * scale + x;
            let left = match node.attribute("text-anchor") {
                Some("middle") => at - width / 2.0,
                Some("end") => at - width,
                Some(_) | None => at,
            };
            lines.push(Line { text, size, left, right: left + width, base_line });
        }
    }
    lines
}

/// Checks that all text is complete, fits its room, and overlaps nothing.
#[track_caller]
fn check_cover(framework: &Framework) {
    for scheme in SCHEMES {
        let picture = cover(&ENGLISH_COVER, framework, scheme);
        let document = Document::parse(&picture).unwrap_or_else(|error| panic!("{error} in {picture}"));
        let root = document.root_element();
        assert_eq!((root.attribute("width"), root.attribute("height")), (Some("1200"), Some("630")));
        let panel = number(named(&document, "rect").nth(1).expect("there is a panel"), "x");

        let lines = lines(&document);
        let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
        let said: String = lines.iter().map(|line| without_spaces(&line.text)).collect();
        let source = framework.source.as_ref();
        let by = source.map(|source| source.author.as_deref().unwrap_or(ENGLISH_COVER.words.author_not_named));
        let labels = framework.competencies.iter().map(|competency| competency.label.as_str());
        for text in
            [ENGLISH_COVER.result.product, &framework.title, ENGLISH_COVER.private].into_iter().chain(by).chain(labels)
        {
            assert!(said.contains(&without_spaces(text)), "{text:?} is not in {said:?}");
        }

        for (index, line) in lines.iter().enumerate() {
            let (left, right) = if line.left < panel { (60.0, panel) } else { (panel, 1200.0) };
            assert!(line.left > left && line.right < right, "{line:?} does not stay between {left} and {right}");
            assert!(line.base_line - line.size > 24.0 && line.base_line < 600.0, "{line:?} is out of the picture");
            for other in &lines[..index] {
                let is_beside = line.right <= other.left || other.right <= line.left;
                let apart = (line.base_line - other.base_line).abs();
                assert!(is_beside || apart > line.size.min(other.size) * 0.95, "{line:?} lies on {other:?}");
            }
        }
    }
}

#[test]
fn every_cover_says_everything_in_its_room() {
    for framework in all_frameworks() {
        check_cover(&framework);
    }
}

#[test]
fn a_long_title_shrinks_and_is_never_cut() {
    for length in [1, 2, 4] {
        let title = "The Complete and Unabridged Progression of Everyone Who Ever Managed a Product ".repeat(length);
        check_cover(&framework_with("clarity", &[("/title", json!(title.trim()))]));
        check_cover(&framework_with("clarity", &[("/source/publication", json!(title.trim()))]));
    }
    check_cover(&framework_with("clarity", &[("/title", json!("Unbreakable".repeat(8)))]));
}

#[test]
fn published_covers_can_be_read_at_half_their_size() {
    for framework in PUBLISHED.map(published) {
        let picture = cover(&ENGLISH_COVER, &framework, Scheme::Light);
        let document = Document::parse(&picture).expect("checked above");
        for line in lines(&document) {
            assert!(line.size >= LEGIBLE - 0.1, "{line:?} is too small");
        }
        let title = lines(&document).iter().map(|line| line.size).fold(0.0, f64::max);
        assert!(title >= 48.0, "the title of {} is set at {title}", framework.id);
    }
}

#[test]
fn the_radar_shows_what_each_level_expects_and_nothing_else() {
    for framework in all_frameworks() {
        let picture = cover(&ENGLISH_COVER, &framework, Scheme::Light);
        let document = Document::parse(&picture).expect("checked above");
        let filled = named(&document, "polygon").filter(|node| node.attribute("fill") != Some("none"));
        let drawn: Vec<_> = filled.filter_map(|node| node.attribute("points")).collect();
        let profiles = described_levels(&framework).into_iter().map(|level| target_values(&framework, level));
        assert_eq!(drawn, profiles.map(|profile| points_text(&polygon(&profile))).collect::<Vec<_>>());
    }
}

#[track_caller]
fn check_promises(framework: &Framework, invitation: &str, caption: &str) {
    let picture = cover(&ENGLISH_COVER, framework, Scheme::Light);
    let document = Document::parse(&picture).expect("checked above");
    let lines = lines(&document);
    for expected in [invitation, caption] {
        assert!(lines.iter().any(|line| line.text == expected), "{expected:?} is not among {lines:?}");
    }
}

#[test]
fn a_cover_promises_what_the_rule_can_keep() {
    check_promises(&published("clarity"), "Find your level in 2 minutes", "What each level expects");
    check_promises(&published("competency-grid"), "Find your level in 5 minutes", "What each level expects");
    check_promises(&published("junior-senior"), "See where you lean in 3 minutes", "What each level expects");
    check_promises(&published("three-stages"), "Find your stage in 2 minutes", "What each stage expects");
    check_promises(&made_up("ladder"), "Find your level in 1 minute", "What each level expects");
}

#[test]
fn the_colors_are_those_of_the_page() {
    let colors = std::fs::read_to_string(folder("styles/colors.css")).expect("the colors are there");
    for scheme in SCHEMES {
        let picture = cover(&ENGLISH_COVER, &published("two-areas"), scheme);
        let document = Document::parse(&picture).expect("checked above");
        for node in document.descendants() {
            for color in ["fill", "stroke"].into_iter().filter_map(|name| node.attribute(name)) {
                assert!(color == "none" || colors.contains(color), "{color} is not among the colors");
            }
        }
    }
}
