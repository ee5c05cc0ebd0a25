//! Joins the widget's style sheets into one minified text, because every reader downloads it. Those of results and of
//! comparisons stay separate. Inserts the colors of `styles/colors.css` into them, and into the palettes of pictures.

use std::path::Path;
use std::{env, fs};

use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};

/// The style sheets of all screens before a result, in the order of the cascade.
const WIDGET: [&str; 7] = ["tokens", "base", "start", "competency_card", "rating_scale", "notice", "print"];
/// The additional style sheets of a result.
const RESULT: [&str; 3] = ["results", "radar_chart", "focus_list"];

/// The colors of a picture, as the fields of `Palette` in `src/report/svg.rs`.
const PALETTE: [&str; 7] = ["paper", "surface", "text", "muted", "line", "accent", "second"];

fn main() {
    println!("cargo::rerun-if-changed=styles");
    let colors = colors();
    write("widget.css", &joined(&WIDGET, &colors));
    write("result.css", &joined(&RESULT, &colors));
    write("beside.css", &joined(&["beside"], &colors));
    write("palettes.rs", &palettes(&colors));
}

fn write(file: &str, text: &str) {
    let folder = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&folder).join(file), text).expect("cargo's folder can be written");
}

fn read(name: &str) -> String {
    let path = format!("styles/{name}.css");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A color of `styles/colors.css`.
struct Color {
    name: String,
    /// The value as written, mostly `light-dark(…, …)`.
    value: String,
}

fn colors() -> Vec<Color> {
    let sheet = without_comments(&read("colors"));
    let declarations = sheet.split(['{', ';']).filter_map(|text| text.trim().strip_prefix("--")?.split_once(": "));
    declarations.map(|(name, value)| Color { name: name.to_owned(), value: value.to_owned() }).collect()
}

/// Returns both palettes as Rust constants, `LIGHT` and `DARK`.
fn palettes(colors: &[Color]) -> String {
    let mut fields = [String::new(), String::new()];
    for name in PALETTE {
        let color = colors.iter().find(|color| color.name == name).unwrap_or_else(|| panic!("no color --{name}"));
        let pair = color.value.strip_prefix("light-dark(").and_then(|value| value.strip_suffix(')')?.split_once(", "));
        let (light, dark) = pair.unwrap_or_else(|| panic!("--{name} is not written as light-dark(…, …)"));
        fields[0] += &format!("{name}: {light:?}, ");
        fields[1] += &format!("{name}: {dark:?}, ");
    }
    let [light, dark] = fields;
    format!("const LIGHT: Palette = Palette {{ {light}}};\nconst DARK: Palette = Palette {{ {dark}}};\n")
}

/// Joins sheets into one minified text, with the values of colors in place of their names.
fn joined(sheets: &[&str], colors: &[Color]) -> String {
    let mut joined: String = sheets.iter().map(|name| read(name)).collect();
    for Color { name, value } in colors {
        joined = joined.replace(&format!("var(--{name})"), value);
    }
    let sheet = StyleSheet::parse(&joined, ParserOptions::default())
        .unwrap_or_else(|error| panic!("the style sheets {sheets:?}: {error}"));
    let minified = PrinterOptions { minify: true, ..PrinterOptions::default() };
    sheet.to_css(minified).unwrap_or_else(|error| panic!("the style sheets {sheets:?}: {error}")).code
}

fn without_comments(sheet: &str) -> String {
    sheet.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after)).collect()
}
