//! The style sheet that the build makes of `styles/` keeps the meaning of its files, and colors are defined in one file.

use std::collections::BTreeSet;
use std::path::PathBuf;

use next_rung::browser::styles::{COMPARISON, RESULT, WIDGET};

mod support;

/// Returns the classes that a sheet styles.
fn classes(sheet: &str) -> BTreeSet<&str> {
    let mut classes = BTreeSet::new();
    for part in sheet.split('.').skip(1) {
        let end = part.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)));
        let name = &part[..end.unwrap_or(part.len())];
        if name.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            classes.insert(name);
        }
    }
    classes
}

fn read(name: &str) -> String {
    std::fs::read_to_string(support::folder("styles").join(format!("{name}.css"))).expect("it is a sheet of ours")
}

#[test]
fn a_class_that_a_sheet_styles_is_styled_in_what_is_published() {
    let of_widget = ["base", "start", "competency_card", "rating_scale", "notice", "print"].as_slice();
    let of_result = ["results", "radar_chart", "focus_list"].as_slice();
    for (names, published) in [(of_widget, WIDGET), (of_result, RESULT), (["beside"].as_slice(), COMPARISON)] {
        for name in names {
            let source = read(name);
            let missing: Vec<_> =
                classes(&source).difference(&classes(published.0)).copied().map(str::to_owned).collect();
            assert_eq!(missing, Vec::<String>::new(), "{name}.css");
        }
    }
}

#[test]
fn a_screen_before_the_result_needs_no_class_that_comes_with_the_result() {
    let widget = classes(WIDGET.0);
    let of_result: Vec<_> = classes(RESULT.0).into_iter().filter(|class| !widget.contains(class)).collect();
    assert!(of_result.contains(&"radar"), "a class of the result is found");
    for view in
        ["at_hand", "competency_card", "confirmation", "notice_line", "rating_scale", "situation", "start", "waiting"]
    {
        let file = support::folder("src/ui").join(format!("{view}.rs"));
        let text = std::fs::read_to_string(file).expect("it is a view of ours");
        let used = text.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for class in used.flat_map(str::split_whitespace) {
            assert!(!of_result.contains(&class), "{view}: {class}");
        }
    }
}

#[test]
fn a_color_is_published_as_its_value() {
    for (name, value) in support::colors() {
        let by_name = format!("var(--{name})");
        for sheet in [WIDGET, RESULT, COMPARISON] {
            assert!(!sheet.0.contains(&by_name), "the page around the assessment may have another --{name}");
        }
        let is_token = read("tokens").contains(&by_name);
        let is_published =
            published_colors().any(|(token, published)| token == name && is_same_color(published, &value));
        assert_eq!(is_published, is_token, "--{name}");
    }
}

/// Returns each color that a page may set, with its default value.
fn published_colors() -> impl Iterator<Item = (&'static str, &'static str)> {
    let tokens = WIDGET.0.split("var(--nr-").skip(1);
    tokens
        .filter_map(|token| token.split_once(','))
        .map(|(name, rest)| (name, rest.split(';').next().unwrap_or_default()))
}

/// Returns `true` if a minified color, up to the brackets that close around it, is one that a file of ours contains.
fn is_same_color(minified: &str, written: &str) -> bool {
    let plain = |color: &str| color.replace(' ', "").replace("#ffffff", "#fff");
    plain(minified).starts_with(&plain(written))
}

/// Returns the literal colors in a text: `#` with hexadecimal digits, and the functions that make a color of numbers.
fn color_literals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (index, _) in text.match_indices('#') {
        let digits: String = text[index + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
        if [3, 4, 6, 8].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            found.push(format!("#{digits}"));
        }
    }
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch("];
    found.extend(functions.into_iter().filter(|function| text.contains(function)).map(str::to_owned));
    found
}

#[test]
fn colors_are_written_in_one_file_only() {
    assert!(!color_literals(&read("colors")).is_empty(), "colors are found where they are");
    let mut files: Vec<_> = ["styles", "src/report/svg"].into_iter().flat_map(files_in).collect();
    files.push(support::folder("src/report/svg.rs"));
    files.retain(|file| !file.ends_with("styles/colors.css"));
    assert!(files.len() > 10, "the sheets and the pictures are read");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("it is a text of ours");
        assert_eq!(color_literals(&text), Vec::<String>::new(), "{}", file.display());
    }
}

fn files_in(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(support::folder(folder)).expect("it is a folder of ours");
    entries.map(|entry| entry.expect("its entries can be read").path()).collect()
}

/// The browser draws the icon outside of any page, so it cannot take the color from a style sheet.
#[test]
fn the_icon_of_the_pages_has_the_color_of_the_accent() {
    let page = std::fs::read_to_string(support::folder("index.html")).expect("it is a page of ours");
    let (_, accent) = support::colors().into_iter().find(|(name, _)| name == "accent").expect("there is an accent");
    let light = accent.trim_start_matches("light-dark(#").split(',').next().unwrap_or_default();
    assert!(page.contains(&format!("stroke='%23{light}'")), "{light}");
}

#[test]
fn no_size_depends_on_the_letters_of_the_page_around_the_assessment() {
    assert!(WIDGET.0.contains("var(--_rem))"), "sizes are measured by our own letters");
    // Only our base font size follows the root's font size, and is never below 16 pixels.
    let widget = WIDGET.0.replace("--_rem:var(--nr-size,max(1rem, 16px))", "");
    assert_ne!(widget, WIDGET.0);
    for sheet in [&widget, RESULT.0, COMPARISON.0] {
        let sizes = sheet.split("rem").filter(|before| before.ends_with(|letter: char| letter.is_ascii_digit()));
        assert_eq!(sizes.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
