//! The layers of the code: each folder may only use what its layer allows.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::folder;

/// Returns every Rust file of a folder, or the file itself, with its text.
fn sources(path: &str) -> Vec<(PathBuf, String)> {
    let path = folder("src").join(path);
    let mut found = Vec::new();
    collect(&path, &mut found);
    assert!(!found.is_empty(), "{} holds no source", path.display());
    found
}

fn collect(path: &Path, found: &mut Vec<(PathBuf, String)>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).expect("a folder of the project can be read") {
            collect(&entry.expect("its entries too").path(), found);
        }
    } else if path.extension().is_some_and(|extension| extension == "rs") {
        let text = fs::read_to_string(path).expect("a source file is text");
        found.push((path.to_owned(), text));
    }
}

/// Fails if a source below `path` contains one of the words outside its comments.
#[track_caller]
fn check_absent(path: &str, words: &[&str]) {
    for (file, text) in sources(path) {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in words {
                assert!(!code.contains(word), "{}:{}: names {word}", file.display(), number + 1);
            }
        }
    }
}

const BROWSER_CRATES: [&str; 4] = ["web_sys", "js_sys", "gloo", "wasm_bindgen"];

#[test]
fn the_core_names_no_browser_and_no_view() {
    for path in [
        "assessment",
        "assessment.rs",
        "formats",
        "formats.rs",
        "words",
        "words.rs",
        "drawing",
        "drawing.rs",
        "report",
        "report.rs",
        "state.rs",
    ] {
        check_absent(path, &BROWSER_CRATES);
        check_absent(path, &["yew", "crate::ui", "crate::browser"]);
    }
}

#[test]
fn modules_import_only_from_those_before_them() {
    let layers = ["assessment", "formats", "words", "drawing", "report", "state", "ui"];
    for (position, layer) in layers.iter().enumerate() {
        let later: Vec<String> = layers[position + 1..].iter().map(|later| format!("crate::{later}")).collect();
        let later: Vec<&str> = later.iter().map(String::as_str).collect();
        check_absent(&format!("{layer}.rs"), &later);
        if folder("src").join(layer).is_dir() {
            check_absent(layer, &later);
        }
    }
    check_absent("assessment", &["crate::formats"]);
}

#[test]
fn words_know_the_assessment_alone() {
    check_absent("words", &["crate::formats"]);
    check_absent("words.rs", &["crate::formats"]);
}

#[test]
fn only_the_browser_folder_and_the_entry_name_browser_crates() {
    check_absent("ui", &BROWSER_CRATES);
    check_absent("ui.rs", &BROWSER_CRATES);
}

#[test]
fn only_the_roots_and_what_they_load_call_the_browser() {
    const CALLERS: [&str; 4] = ["app.rs", "across_page.rs", "on_demand.rs", "result_screen.rs"];
    for (file, text) in sources("ui") {
        let is_caller = CALLERS.iter().any(|caller| file.ends_with(caller));
        assert!(is_caller || !text.contains("crate::browser"), "{} calls the browser", file.display());
    }
}

/// Every reader loads these views first, so words of the result that one of them used would be loaded with it.
#[test]
fn views_before_the_result_name_no_words_of_a_result() {
    for view in [
        "app",
        "at_hand",
        "competency_card",
        "confirmation",
        "notice_line",
        "parts",
        "rating_scale",
        "situation",
        "start",
        "waiting",
        "widget",
    ] {
        check_absent(&format!("ui/{view}.rs"), &["ResultWords", "english_result", "ENGLISH_RESULT"]);
    }
}

#[test]
fn the_browser_folder_never_calls_back() {
    check_absent("browser", &["crate::ui", "crate::state", "crate::assessment", "yew"]);
}

#[test]
fn no_view_writes_raw_html() {
    check_absent("ui", &["from_html_unchecked"]);
}
