//! What a reader sees when something around the assessment goes wrong: a plain line, and nothing entered is lost.

use anyhow::Result;
use browser_tests::Person;

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
    let statement = person.find("//legend").await?.text().await?;
    person.rate(&statement, "Sometimes").await?;
    person.find("//summary[normalize-space()='Add a private note']").await?.click().await?;
    person.find("//textarea").await?.send_keys("The launch in May").await?;
    person.driver.refresh().await?;

    person.see("Competency 1 of 4").await?;
    assert!(person.has_rated(&statement, "Sometimes").await?);
    let note = person.script("return document.querySelector('textarea').value").await?;
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

/// Opens an assessment whose tab keeps a text that is no draft of it.
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
    person.find("//a[@data-framework='clarity']").await?;
    person.leave().await
}

/// Opens an assessment of which something does not arrive.
async fn check_missing(address: &str) -> Result<()> {
    let person = arrive().await?;
    person.block(&[address]).await?;
    person.open("?framework=clarity").await?;
    person.see("The assessment").await?;
    person.find("//*[@role='alert'][contains(., 'reload the page') or contains(., 'Reload the page')]").await?;
    person.find("//a[normalize-space()='All five frameworks']").await?;
    person.leave().await
}

#[tokio::test]
async fn a_module_that_does_not_load_is_said_plainly() -> Result<()> {
    check_missing("*_bg.wasm").await
}

#[tokio::test]
async fn a_framework_that_does_not_load_is_said_plainly() -> Result<()> {
    check_missing("*clarity.json").await
}

#[tokio::test]
async fn a_browser_that_refuses_webassembly_is_told_apart() -> Result<()> {
    let person = arrive().await?;
    let refuse = "for (const name of ['instantiate', 'instantiateStreaming'])
        WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('refused'))";
    person.prepare_pages(refuse).await?;
    person.open("?framework=clarity").await?;
    person.see("This browser does not run WebAssembly here").await?;
    person.leave().await
}

#[tokio::test]
async fn a_damaged_framework_file_is_said_plainly() -> Result<()> {
    let person = arrive().await?;
    let damage = "const get = window.fetch;
        window.fetch = (address, ...rest) =>
            String(address).includes('.json') ? Promise.resolve(new Response('{\"format\": 1}')) : get(address, ...rest)";
    person.prepare_pages(damage).await?;
    person.open("?framework=clarity").await?;
    person.see("its framework file is damaged").await?;
    person.leave().await
}

#[tokio::test]
async fn two_assessments_on_one_page_stay_apart() -> Result<()> {
    let person = arrive().await?;
    person.open_framework("clarity").await?;
    let mount = "return (async () => { const glue = await import(new URL('next-rung.js', location.href));
        const framework = await (await fetch('frameworks/three-stages.json')).text();
        const second = document.body.appendChild(document.createElement('div'));
        second.id = 'second';
        glue.mount(second, framework, 2, location.href); })()";
    person.script(mount).await?;
    let begin = person.find("//*[@id='second']//button[normalize-space()='Begin']").await?;
    begin.click().await?;
    person.find("//*[@id='second']//h2[normalize-space()='Your situation']").await?;
    person.find("//*[@id='widget']//button[normalize-space()='Begin']").await?;
    person.leave().await
}
