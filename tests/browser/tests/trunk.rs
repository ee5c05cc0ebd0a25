//! The single-page app that Trunk builds, served from a folder of another site: from the list to a result and beyond.

use anyhow::Result;
use browser_tests::Person;
use next_rung::words::{ENGLISH, ENGLISH_COMPARISON};

#[tokio::test]
async fn the_app_leads_from_the_list_to_a_result_a_file_and_the_results_side_by_side() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let person = Person::arrive(390, 844).await?;
    person.open("a/b/trunk/").await?;
    person.find(".//a[normalize-space()='Junior PM vs Mid-level PM vs Senior PM']").await?.click().await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    person.find(".//*[local-name()='svg'][@role='img'][starts-with(@aria-label, 'Radar chart')]").await?;
    let plan = person.download("Growth plan (Markdown)", folder.path()).await?;
    assert!(std::fs::read_to_string(plan)?.contains("Super-senior PM"));

    person.find(".//a[normalize-space()='All frameworks']").await?.click().await?;
    person.find(".//a[contains(normalize-space(), 'side by side')]").await?.click().await?;
    person.see(ENGLISH_COMPARISON.across_too_few).await?;
    person.wait_until("location.pathname === '/a/b/trunk/'").await?;
    person.leave().await
}

#[tokio::test]
async fn a_reload_keeps_the_assessment_and_its_answers() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.open("trunk/?framework=clarity").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.press("All consistently").await?;
    let statement = person.find(".//legend").await?.text().await?;
    person.driver.refresh().await?;
    person.find_button("Next").await?;
    assert!(person.has_rated(&statement, ENGLISH.consistently).await?);
    person.leave().await
}
