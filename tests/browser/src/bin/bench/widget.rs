//! Access to an element's content from scripts: its shadow root is open.

use anyhow::Result;
use browser_tests::Person;
use serde_json::json;

/// An expression for the content of the page's first element, once the assessment has replaced the poster.
pub const SHOWN: &str = "document.querySelector('next-rung')?.shadowRoot?.querySelector('.shown > .stage')";

/// Opens the page of a framework, and waits for its assessment.
pub async fn open(person: &Person, framework: &str) -> Result<()> {
    person.open(&format!("f/{framework}/")).await?;
    person.wait_until(SHOWN).await
}

/// Presses a button by its name, with a script.
pub async fn press(person: &Person, name: &str) -> Result<()> {
    let button = button(name);
    person.wait_until(&button).await?;
    person.script(&format!("{button}.click()")).await.map(|_| ())
}

/// Returns an expression for the button with this name.
pub fn button(name: &str) -> String {
    format!(
        "[...({SHOWN}?.querySelectorAll('button') ?? [])].find((button) => button.textContent.trim() === {})",
        json!(name)
    )
}

/// Returns a script that returns the center of an expression's element.
pub fn middle(of: &str) -> String {
    format!("const {{ x, y, width, height }} = ({of}).getBoundingClientRect(); return [x + width / 2, y + height / 2]")
}
