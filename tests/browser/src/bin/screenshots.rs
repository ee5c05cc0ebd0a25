//! Takes the screenshots of the README anew: `cargo xtask screenshots`.

use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::Person;
use next_rung::assessment::answers::{Answers, Rating, Subject};
use next_rung::assessment::framework::IndicatorIndex;
use next_rung::formats::framework_file;
use next_rung::formats::{draft, share_link};
use serde_json::json;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/screenshots");
    std::fs::create_dir_all(&folder)?;
    for (name, width, scheme) in [("phone", 390, "light"), ("desktop", 1100, "dark")] {
        let person = Person::arrive(width, 900).await?;
        show_as(&person, width, scheme).await?;
        person.open_framework("competency-grid").await?;
        person.press("Begin").await?;
        person.press("Continue").await?;
        person.press("All consistently").await?;
        shoot(&person, &folder.join(format!("card-{name}.png"))).await?;
        answer_as_an_example(&person).await?;
        shoot(&person, &folder.join(format!("result-{name}.png"))).await?;
        compare_with_a_second_view(&person).await?;
        shoot(&person, &folder.join(format!("comparison-{name}.png"))).await?;
        person.open("pages/article.html").await?;
        person.script("element.scrollIntoView({ block: 'center' })").await?;
        person.find_button("Begin").await?;
        shoot_here(&person, &folder.join(format!("article-{name}.png"))).await?;
        person.leave().await?;
    }
    Ok(())
}

/// A window of a device, with sharp letters and its color scheme.
async fn show_as(person: &Person, width: u32, scheme: &str) -> Result<()> {
    let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 2, "mobile": width < 600 });
    person.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    person.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(|_| ())
}

/// Answers like a product manager with one competency behind the others: all of it, but for the third and fourth cards
/// of each competency, where one statement is rated Sometimes.
async fn answer_as_an_example(person: &Person) -> Result<()> {
    for card in 0.. {
        person.find(".//*[@data-heading]").await?;
        if person.has_button("Start over").await? {
            break;
        }
        person.press("All consistently").await?;
        if card % 3 == 1 {
            let statement = person.find("(.//legend)[last()]").await?.text().await?;
            person.rate(&statement, "Sometimes").await?;
        }
        let place = person.place().await?;
        person.press("Next").await?;
        person.wait_until_left(&place).await?;
    }
    Ok(())
}

/// Opens the comparison of the answers in the tab with those of somebody who sees two to four steps of each competency.
async fn compare_with_a_second_view(person: &Person) -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks/competency-grid.json");
    let framework = framework_file::read(&std::fs::read_to_string(file)?)?;
    let key = draft::key(&framework.id, Subject::Oneself, 0);
    let draft = person.script(&format!("return sessionStorage.getItem('{key}')")).await?;
    let document: serde_json::Value = serde_json::from_str(draft.as_str().context("the tab keeps a draft")?)?;
    let (draft, _) = draft::read(&framework, &document)?;
    let mut second = Answers::none(&framework);
    for (index, indicator) in framework.indicators.iter().enumerate() {
        let is_shown = indicator.step.step < 2 + indicator.step.competency.0 % 3;
        let rating = if is_shown { Rating::Consistently } else { Rating::Sometimes };
        second.rate(IndicatorIndex(index), Some(rating));
    }
    let own = share_link::encode(&framework, Subject::Oneself, &draft.answers);
    let second = share_link::encode(&framework, Subject::Another, &second);
    person.open(&format!("f/{}/#{}", framework.id, share_link::fragment(&[own, second]))).await?;
    person.find(".//table").await.map(|_| ())
}

/// The first screenful, from the top.
async fn shoot(person: &Person, path: &Path) -> Result<()> {
    person.script("root.activeElement?.blur(); window.scrollTo(0, 0)").await?;
    shoot_here(person, path).await
}

/// What is on screen.
async fn shoot_here(person: &Person, path: &Path) -> Result<()> {
    let shot = person.driver.screenshot_as_png().await?;
    std::fs::write(path, shot)?;
    println!("{}", path.file_name().unwrap_or_default().display());
    Ok(())
}
