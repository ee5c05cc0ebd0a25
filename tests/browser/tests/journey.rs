//! A reader takes each framework from its start to its result.

use anyhow::Result;
use browser_tests::Person;
use serde_json::json;

const PHONE: (u32, u32) = (390, 844);

/// Takes a framework with everything shown, and checks the result.
async fn check_journey(id: &str, headline: &str, competencies: &[&str], credits: &str) -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open("").await?;
    person.find(&format!(".//a[@href='f/{id}/']")).await?.click().await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;

    assert_eq!(person.heading().await?, headline);
    person.find(".//*[local-name()='svg'][@role='img'][starts-with(@aria-label, 'Radar chart')]").await?;
    for competency in competencies {
        person.find(&format!(".//table//th[@scope='row'][normalize-space()='{competency}']")).await?;
    }
    person.unfold("Source").await?;
    person.see(credits).await?;
    person.unfold("Level by level").await?;
    person.find("(.//summary[normalize-space()='What else the source says of this level'])[1]").await?;
    person.see("This source ends here.").await?;
    person.see("Self-ratings agree only loosely").await?;
    person.leave().await
}

#[tokio::test]
async fn clarity() -> Result<()> {
    let competencies = ["Execution", "Solution", "Problem", "Scope"];
    check_journey("clarity", "Super-senior PM", &competencies, "by Simon Cross, Tradeoffs and Payoffs, 2022-11-25")
        .await
}

#[tokio::test]
async fn competency_grid() -> Result<()> {
    let competencies = ["Vision & Strategy", "Leadership & Influence", "Scope & Impact", "Product Craft"];
    check_journey("competency-grid", "Principal Product Manager", &competencies, "by Sophia").await
}

#[tokio::test]
async fn junior_senior() -> Result<()> {
    let headline = "Leans to Senior Product Manager: 4 of 4 differences shown at Senior Product Manager";
    let competencies = ["Leadership Qualities", "Outcomes Over Outputs", "Depth Of Experience"];
    check_journey("junior-senior", headline, &competencies, "author not named in the source").await
}

#[tokio::test]
async fn two_areas() -> Result<()> {
    check_journey("two-areas", "Partner PM", &["Delivery and release", "Alignment"], "author not named in the source")
        .await
}

#[tokio::test]
async fn three_stages() -> Result<()> {
    let headline = "Stage 3, Organization Excellence: complete";
    check_journey("three-stages", headline, &["Strategic advisor"], "author not named in the source").await
}

#[tokio::test]
async fn one_statement_stands_between_a_reader_and_the_last_level() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Skip this").await?;
    person.press("All consistently").await?;
    let statement = person.find(".//legend").await?.text().await?;
    person.rate(&statement, "Sometimes").await?;
    person.press("Next").await?;
    person.show_everything().await?;

    assert_eq!(person.heading().await?, "1 statement short of Super-senior PM");
    person
        .find(&format!(".//h2[normalize-space()='What is missing']/following::li[contains(., \"{statement}\")]"))
        .await?;
    person.see("Fully shown so far: Solution (Mid-level PM), Problem (Senior PM), Scope (Super-senior PM).").await?;
    person.leave().await
}

#[tokio::test]
async fn a_card_is_not_left_half_rated_by_accident() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.press("Next").await?;
    let statement_count = person.script("return root.querySelectorAll('legend').length").await?;
    person.see(&format!("{statement_count} statements are not rated yet.")).await?;
    let focused = person.script("return root.activeElement.type").await?;
    assert_eq!(focused, "radio", "the focus is at the first unrated statement");
    person.press("Skip this card").await?;
    person.see("Competency 2 of 4").await?;
    person.press("Back").await?;
    person.see("Competency 1 of 4").await?;
    person.leave().await
}

#[tokio::test]
async fn an_answer_can_be_changed_from_the_result() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("three-stages").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    person.unfold("Change the answers").await?;
    person
        .find(".//button[contains(normalize-space(), 'Strategic advisor, Organization Excellence')]")
        .await?
        .click()
        .await?;
    let statement = person.find(".//legend").await?.text().await?;
    person.rate(&statement, "Not yet").await?;
    person.press("Back to the result").await?;
    assert_eq!(person.heading().await?, "Stage 3, Organization Excellence: complete except for 1 statement");
    person.leave().await
}

#[tokio::test]
async fn the_short_route_can_be_completed_from_the_result() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("competency-grid").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    person.unfold("The short route").await?;
    person.see("for granted as met.").await?;
    person.press("Answer everything").await?;
    person.see("of 20").await?;
    person.show_everything().await?;
    assert_eq!(person.heading().await?, "Principal Product Manager");
    assert!(!person.has_button("Answer everything").await?, "nothing is left to ask");
    person.leave().await
}

#[tokio::test]
async fn a_new_screen_has_the_focus_on_its_heading() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.see("Competency 1 of 4").await?;
    let focused = person.script("return root.activeElement.textContent").await?;
    assert_eq!(focused, "Competency 1 of 4 Execution");
    person.leave().await
}

#[tokio::test]
async fn nothing_is_asked_of_another_site() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    let elsewhere = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:')).join()";
    assert_eq!(person.script(elsewhere).await?, "");
    let after_load = "return performance.getEntriesByType('resource').length";
    let before = person.script(after_load).await?;
    person.press("Start over").await?;
    person.press("Yes, start over").await?;
    person.find_button("Begin").await?;
    assert_eq!(person.script(after_load).await?, before, "no request follows the first screen");
    person.leave().await
}

#[tokio::test]
async fn with_letters_twice_as_large_every_rating_can_be_reached() -> Result<()> {
    let person = Person::arrive(500, 800).await?;
    let width = json!({ "width": 375, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    person.devtools("Emulation.setDeviceMetricsOverride", width).await?;
    person
        .prepare_pages(
            "addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '32px'; })",
        )
        .await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.find(".//legend").await?;
    let clipped = "return [...root.querySelectorAll('.rating__choice')]
        .filter((choice) => choice.getBoundingClientRect().right > document.documentElement.clientWidth).length";
    assert_eq!(person.script(clipped).await?, 0);
    person.leave().await
}
