//! The style sheet that the build makes of `styles/` says what the files in it say.

use std::collections::BTreeSet;

use next_rung::browser::styles::{COMPARISON, WIDGET};

mod support;

/// The classes that a sheet styles.
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
    for name in
        ["base", "start", "competency_card", "rating_scale", "results", "radar_chart", "focus_list", "notice", "beside"]
    {
        let source = read(name);
        let published = if name == "beside" { COMPARISON.0 } else { WIDGET.0 };
        let missing: Vec<_> = classes(&source).difference(&classes(published)).copied().map(str::to_owned).collect();
        assert_eq!(missing, Vec::<String>::new(), "{name}.css");
    }
}

#[test]
fn no_size_depends_on_the_letters_of_the_page_around_the_assessment() {
    assert!(WIDGET.0.contains("var(--_rem))"), "sizes are measured by our own letters");
    for sheet in [WIDGET.0, COMPARISON.0] {
        let sizes = sheet.split("rem").filter(|before| before.ends_with(|letter: char| letter.is_ascii_digit()));
        assert_eq!(sizes.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
