//! The second module: what only those readers load who ask for a file.

use next_rung::assessment::draft;
use next_rung::assessment::framework::Framework;
use next_rung::assessment::report::svg::Scheme;
use next_rung::assessment::report::{self, FileKind};
use next_rung::words::ENGLISH;
use wasm_bindgen::prelude::wasm_bindgen;

/// Nothing happens before the page asks for something.
fn main() {}

/// The text of a file of a [`FileKind`], from the texts of a framework file and of a draft; a card is an SVG to be drawn.
/// Nothing where one of them cannot be read, or where nothing is answered.
#[wasm_bindgen]
#[must_use]
pub fn write(kind: &str, framework: &str, draft: &str, date: &str, is_dark: bool) -> Option<String> {
    let kind = FileKind::from_id(kind)?;
    let framework = Framework::read(framework).ok()?;
    let (draft, _) = draft::decode(&framework, draft).ok()?;
    let scheme = if is_dark { Scheme::Dark } else { Scheme::Light };
    report::write(&ENGLISH, kind, &framework, &draft, date, scheme)
}

/// What is wrong with the text of a framework file, a line for each problem; nothing where nothing is.
#[wasm_bindgen]
#[must_use]
pub fn explain(framework: &str) -> String {
    Framework::read(framework).err().map(|error| error.to_string()).unwrap_or_default()
}
