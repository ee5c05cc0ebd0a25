//! Joins the widget's style sheets into one text without comments and indentation, for every reader downloads it; those of
//! comparisons stay apart.

use std::path::Path;
use std::{env, fs};

/// Every style sheet of the widget, in the order of the cascade.
const SHEETS: [&str; 9] =
    ["tokens", "base", "start", "competency_card", "rating_scale", "results", "radar_chart", "focus_list", "notice"];

fn main() {
    println!("cargo::rerun-if-changed=styles");
    write("widget.css", &SHEETS);
    write("beside.css", &["beside"]);
}

fn write(file: &str, sheets: &[&str]) {
    let mut joined = String::new();
    for name in sheets {
        let path = format!("styles/{name}.css");
        joined += &fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let folder = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&folder).join(file), plain(&joined)).expect("cargo's folder can be written");
}

/// The sheet without comments and with single spaces; none of our values holds a run of spaces.
fn plain(sheet: &str) -> String {
    let parts = sheet.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after));
    let text = in_own_size(&parts.collect::<String>());
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("; }", "}").replace(" { ", "{").replace("; ", ";")
}

/// The sheet with `rem` measured by our own size of letters: that of the page around us is not ours to rely on.
fn in_own_size(sheet: &str) -> String {
    let mut pieces = sheet.split("rem");
    let mut sized = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_part = |letter: char| letter.is_ascii_digit() || letter == '.' || letter == '-';
        let number = sized.trim_end_matches(is_part).len();
        let number = sized.split_off(number);
        // A class such as `.reminder` holds the letters too, behind a dot and no digit.
        let is_number = number.contains(|letter: char| letter.is_ascii_digit());
        sized += &if !is_number { format!("{number}rem") } else { format!("calc({number}*var(--_rem))") };
        sized += piece;
    }
    sized
}
