//! Retakes the screenshots of the README and of docs/scoring.md: `cargo xtask screenshots`.

use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::Person;
use next_rung::assessment::answers::{Answers, Rating, Subject};
use next_rung::assessment::framework::{Framework, Indicator, IndicatorIndex};
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
        for result in results()? {
            show_result(&person, &result, width).await?;
            shoot(&person, &folder.join(format!("{}-{name}.png", result.name))).await?;
            show_as(&person, width, scheme).await?;
        }
        person.leave().await?;
    }
    Ok(())
}

/// Sets a window size, sharp text and a color scheme.
async fn show_as(person: &Person, width: u32, scheme: &str) -> Result<()> {
    let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 2, "mobile": width < 600 });
    person.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
    person.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    person.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(|_| ())
}

/// Answers like a product manager with one competency behind the others: everything Consistently, except on the third
/// and fourth cards of each competency, where one statement is rated Sometimes.
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

/// A result shown in docs/scoring.md.
struct Example {
    name: &'static str,
    framework: Framework,
    answers: Answers,
}

/// Returns the results of five people: a junior, a senior with a hole, a Director, an individual contributor who leans
/// to Senior, and a manager whose work the framework does not describe.
fn results() -> Result<[Example; 5]> {
    let missing = |missing: &[&str], other: Rating| {
        let missing: Vec<_> = missing.iter().map(|id| (*id).to_owned()).collect();
        move |indicator: &Indicator, _: &str| if missing.contains(&indicator.id) { other } else { Rating::Consistently }
    };
    let above = |level: &'static str, above: Rating| {
        move |_: &Indicator, of: &str| if of == level { Rating::Consistently } else { above }
    };
    let hole = missing(&["facilitates-conflict-resolution"], Rating::NotYet);
    let senior = move |indicator: &Indicator, level: &str| match level {
        "principal" => Rating::NotYet,
        _ => hole(indicator, level),
    };
    let director = missing(&["hires-people", "advises-company"], Rating::Sometimes);
    let director = move |indicator: &Indicator, level: &str| match level {
        "organization-excellence" => director(indicator, level),
        _ => Rating::NotYet,
    };
    let individual = missing(&["develops-careers", "manages-product-managers"], Rating::NotYet);
    Ok([
        example("junior", "clarity", &[("unclear", "the-solution")], above("junior", Rating::NotMyRole))?,
        example("senior-with-a-hole", "competency-grid", &[("current-title", "title-senior")], senior)?,
        example("director", "three-stages", &[("current-title", "director")], director)?,
        example("individual", "junior-senior", &[("path", "individual-contributor")], individual)?,
        example("nothing-applies", "clarity", &[], |_, _| Rating::NotMyRole)?,
    ])
}

/// Creates answers in a framework: the options of situation questions, and a rating for each statement by the level of
/// its step.
fn example(
    name: &'static str,
    id: &str,
    situation: &[(&str, &str)],
    rating: impl Fn(&Indicator, &str) -> Rating,
) -> Result<Example> {
    let framework = framework(id)?;
    let mut answers = Answers::none(&framework);
    for (index, indicator) in framework.indicators.iter().enumerate() {
        let level = framework.level(framework.step(indicator.step).level);
        answers.rate(IndicatorIndex(index), Some(rating(indicator, &level.id)));
    }
    for (place, question) in framework.situation.iter().enumerate() {
        let chosen = situation.iter().find(|(id, _)| *id == question.id);
        answers.choose(place, chosen.and_then(|(_, id)| question.options.iter().position(|option| option.id == *id)));
    }
    Ok(Example { name, framework, answers })
}

/// Shows a result as the reader's own, in a window that is high enough for everything down to the ways to keep it.
async fn show_result(person: &Person, Example { framework, answers, .. }: &Example, width: u32) -> Result<()> {
    let link = share_link::encode(framework, Subject::Oneself, answers);
    person.open(&format!("f/{}/#{}", framework.id, share_link::fragment(&[link]))).await?;
    person.script("sessionStorage.clear()").await?;
    person.driver.refresh().await?;
    person.press("These are my answers: go on with them").await?;
    person.find_button("Start over").await?;
    let end = "return Math.ceil(root.querySelector('[data-jump=more]').getBoundingClientRect().top + window.scrollY)";
    let height = person.script(end).await?;
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
    person.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(|_| ())
}

fn framework(id: &str) -> Result<Framework> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../frameworks/{id}.json"));
    Ok(framework_file::read(&std::fs::read_to_string(file)?)?)
}

/// Opens the comparison of the answers in the tab with those of somebody who sees two to four steps of each competency.
async fn compare_with_a_second_view(person: &Person) -> Result<()> {
    let framework = framework("competency-grid")?;
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

/// Takes a screenshot of the first screenful, from the top.
async fn shoot(person: &Person, path: &Path) -> Result<()> {
    person.script("root.activeElement?.blur(); window.scrollTo(0, 0)").await?;
    shoot_here(person, path).await
}

/// Takes a screenshot of the current view.
async fn shoot_here(person: &Person, path: &Path) -> Result<()> {
    let shot = person.driver.screenshot_as_png().await?;
    std::fs::write(path, shot)?;
    println!("{}", path.file_name().unwrap_or_default().display());
    Ok(())
}
