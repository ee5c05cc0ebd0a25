//! The layers keep to their side: what is absent from each folder is what keeps the code easy to change.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::folder;

/// Every Rust file of a folder or the file itself, with its text.
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

/// Fails where a source below `path` names one of the words outside its comments.
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
    for path in ["assessment", "assessment.rs", "state.rs", "words", "words.rs"] {
        check_absent(path, &BROWSER_CRATES);
        check_absent(path, &["yew", "crate::ui", "crate::browser"]);
    }
}

#[test]
fn the_subject_does_not_know_its_words_but_in_reports() {
    for path in ["scoring.rs", "scoring", "focus.rs", "route.rs", "comparison.rs"] {
        let path = &format!("assessment/{path}");
        check_absent(path, &["crate::words", "crate::state"]);
    }
}

#[test]
fn only_the_browser_folder_and_the_entry_name_browser_crates() {
    check_absent("ui", &BROWSER_CRATES);
    check_absent("ui.rs", &BROWSER_CRATES);
}

#[test]
fn only_the_root_view_calls_the_browser() {
    for (file, text) in sources("ui") {
        let calls = text.contains("crate::browser");
        assert!(!calls || file.ends_with("app.rs"), "{} calls the browser", file.display());
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
