//! If something around the assessment goes wrong, the reader sees one line about it and loses no input.

use anyhow::{Context, Result};
use browser_tests::Person;
use next_rung::words::ENGLISH;

const DESK: (u32, u32) = (1200, 900);

async fn arrive() -> Result<Person> {
    Person::arrive(DESK.0, DESK.1).await
}

async fn reach_first_card(person: &Person) -> Result<()> {
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Continue").await
}

#[tokio::test]
async fn a_reload_loses_nothing() -> Result<()> {
    let person = arrive().await?;
    reach_first_card(&person).await?;
    let statement = person.find(".//legend").await?.text().await?;
    person.rate(&statement, "Sometimes").await?;
    person.find(".//summary[normalize-space()='Add a private note']").await?.click().await?;
    person.find(".//textarea").await?.send_keys("The launch in May").await?;
    person.driver.refresh().await?;

    person.see("Competency 1 of 4").await?;
    assert!(person.has_rated(&statement, "Sometimes").await?);
    let note = person.script("return root.querySelector('textarea').value").await?;
    assert_eq!(note, "The launch in May");
    person.leave().await
}

#[tokio::test]
async fn without_storage_everything_else_works() -> Result<()> {
    let person = arrive().await?;
    let block = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })";
    person.prepare_pages(block).await?;
    person.open_framework("clarity").await?;
    person.see("This browser keeps nothing here: a reload would lose your answers.").await?;
    person.press("Close").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    person.leave().await
}

/// Opens an assessment whose tab stores a text that is not a draft of it.
async fn check_kept(kept: &str, line: &str) -> Result<()> {
    let person = arrive().await?;
    person.open("").await?;
    person.script(&format!("sessionStorage.setItem('next-rung.draft.1.clarity.0', '{kept}')")).await?;
    person.open_framework("clarity").await?;
    person.see(line).await?;
    let aside = person.script("return sessionStorage.getItem('next-rung.draft.1.clarity.0.aside-1')").await?;
    assert_eq!(aside, kept, "what could not be read is kept beside");
    person.press("Begin").await?;
    person.leave().await
}

#[tokio::test]
async fn a_broken_draft_is_set_aside() -> Result<()> {
    check_kept("{ratings", "could not be read, so this starts afresh").await
}

#[tokio::test]
async fn a_draft_of_a_newer_page_is_set_aside() -> Result<()> {
    check_kept("{\"format\": 99}", "come from a newer version of this page").await
}

#[tokio::test]
async fn an_unknown_framework_leads_back_to_the_list() -> Result<()> {
    let person = arrive().await?;
    person.open("?framework=nonsense").await?;
    person.see("There is no such framework here.").await?;
    person.find(".//a[@href='f/clarity/']").await?;
    person.leave().await
}

/// Waits until the page reports that its assessment fails: one line for the reader, an error code for the page, and the
/// earlier content stays.
async fn check_failure(person: &Person, code: &str) -> Result<()> {
    let sentences: serde_json::Value = serde_json::from_str(include_str!("../../../src/browser/failures.json"))?;
    let sentence = sentences[code].as_str().with_context(|| format!("{code} is no failure"))?;
    person.find(&format!(".//*[@role='alert'][normalize-space()='{sentence}']")).await?;
    assert_eq!(person.script("return window.failures").await?, serde_json::json!([code]));
    person.within("[data-screen]").find_button("Begin").await?;
    person.find(".//a[normalize-space()='All frameworks']").await?;
    Ok(())
}

/// Opens `clarity` in a browser in which a script causes a failure.
async fn check_failure_of(person: &Person, trouble: &str, code: &str) -> Result<()> {
    let listen = "window.failures = []; addEventListener('nr-error', (event) => failures.push(event.detail.code));";
    person.prepare_pages(&format!("{listen}{trouble}")).await?;
    person.open("f/clarity/").await?;
    check_failure(person, code).await
}

/// Opens an assessment with a file that does not arrive.
async fn check_missing(address: &str) -> Result<()> {
    let person = arrive().await?;
    person.block(&[address]).await?;
    check_failure_of(&person, "", "not-reached").await?;
    person.leave().await
}

#[tokio::test]
async fn a_module_that_does_not_load_is_said_plainly() -> Result<()> {
    check_missing("*/next-rung_bg*.wasm").await
}

#[tokio::test]
async fn a_framework_that_does_not_load_is_said_plainly() -> Result<()> {
    check_missing("*/clarity-*.packed").await
}

#[tokio::test]
async fn an_element_that_does_not_load_is_said_plainly() -> Result<()> {
    let person = arrive().await?;
    person.block(&["*/v1.js"]).await?;
    person.open("f/clarity/").await?;
    person.find(".//*[@role='alert'][contains(., 'Reload the page')]").await?;
    person.find(".//a[normalize-space()='All frameworks']").await?;
    person.leave().await
}

#[tokio::test]
async fn a_browser_that_refuses_webassembly_is_told_apart() -> Result<()> {
    let person = arrive().await?;
    let refuse = "for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming'])
        WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('refused'));";
    check_failure_of(&person, refuse, "wasm-blocked").await?;
    person.leave().await
}

/// Rates everything on the four cards of `clarity`, up to the result screen.
async fn rate_all_cards(person: &Person) -> Result<()> {
    for number in 1..=4 {
        person.see(&format!("Competency {number} of 4")).await?;
        person.press("All consistently").await?;
        person.press("Next").await?;
    }
    Ok(())
}

/// Makes the result part unavailable on the server, until a reload finds a draft.
const WITHOUT_RESULT: &str = "if (!sessionStorage.length) {
        const get = window.fetch;
        window.fetch = (address, ...rest) => String(address).includes('split_result')
            ? Promise.resolve(new Response('', { status: 404 })) : get(address, ...rest);
    }";

#[tokio::test]
async fn a_part_that_does_not_load_can_be_tried_again() -> Result<()> {
    let person = arrive().await?;
    person.block(&["*/split_result*.wasm"]).await?;
    reach_first_card(&person).await?;
    rate_all_cards(&person).await?;
    person.see(ENGLISH.not_reached).await?;
    person.press(ENGLISH.try_again).await?;
    person.see(ENGLISH.not_reached).await?;
    person.block(&[]).await?;
    person.press(ENGLISH.try_again).await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    person.leave().await
}

#[tokio::test]
async fn a_page_left_open_over_a_deployment_says_so_and_keeps_its_answers() -> Result<()> {
    let person = arrive().await?;
    person.prepare_pages(WITHOUT_RESULT).await?;
    reach_first_card(&person).await?;
    rate_all_cards(&person).await?;
    person.see(ENGLISH.replaced).await?;
    person.see(ENGLISH.replaced_kept).await?;
    person.driver.refresh().await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    person.leave().await
}

#[tokio::test]
async fn a_framework_of_another_build_is_said_plainly() -> Result<()> {
    let person = arrive().await?;
    let damage = "const get = window.fetch;
        window.fetch = (address, ...rest) =>
            String(address).includes('.packed') ? Promise.resolve(new Response('damaged')) : get(address, ...rest);";
    check_failure_of(&person, damage, "files-missing").await?;
    person.leave().await
}

#[tokio::test]
async fn two_assessments_on_one_page_stay_apart() -> Result<()> {
    let person = arrive().await?;
    person.open_framework("clarity").await?;
    let add = "const second = document.createElement('next-rung');
        second.setAttribute('framework', 'three-stages');
        second.setAttribute('reveal', 'eager');
        document.querySelector('main').append(second);";
    person.script(add).await?;
    let second = person.within("next-rung:not([persist])");
    second.press("Begin").await?;
    second.find(".//h2[normalize-space()='Your situation']").await?;
    person.within("next-rung[persist]").find_button("Begin").await?;
    person.leave().await
}
