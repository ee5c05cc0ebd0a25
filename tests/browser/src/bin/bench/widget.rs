//! What an element holds, reached by scripts: its shadow root is open.

use anyhow::Result;
use browser_tests::Person;
use serde_json::json;

/// An expression: what the first element of the page shows, once the assessment has taken the poster's place.
pub const SHOWN: &str = "document.querySelector('next-rung')?.shadowRoot?.querySelector('.shown > .stage')";

/// Opens the page of a framework, and waits for its assessment.
pub async fn open(person: &Person, framework: &str) -> Result<()> {
    person.open(&format!("f/{framework}/")).await?;
    person.wait_until(SHOWN).await
}

/// Presses a button by its name, by a script.
pub async fn press(person: &Person, name: &str) -> Result<()> {
    let button = button(name);
    person.wait_until(&button).await?;
    person.script(&format!("{button}.click()")).await.map(|_| ())
}

/// An expression: the button with a name.
pub fn button(name: &str) -> String {
    format!(
        "[...({SHOWN}?.querySelectorAll('button') ?? [])].find((button) => button.textContent.trim() === {})",
        json!(name)
    )
}

/// A script that returns the middle of what an expression names.
pub fn middle(of: &str) -> String {
    format!("const {{ x, y, width, height }} = ({of}).getBoundingClientRect(); return [x + width / 2, y + height / 2]")
}
