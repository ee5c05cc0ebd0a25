//! The first screens of a framework's page: they work before the program is there, and nothing entered in them is lost.

use anyhow::Result;
use browser_tests::{HELD, Person};
use next_rung::words::ENGLISH;
use serde_json::json;

/// Keeps the layout shifts since the program was released.
const LISTEN: &str = "window.shifts = []; window.releasedAt = Infinity;
    new PerformanceObserver((list) => {
        for (const { startTime, value } of list.getEntries()) if (startTime > releasedAt) shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });";
/// The program does not come, until the page says that it is online.
const OFFLINE: &str = "{
    const get = window.fetch;
    window.fetch = async (address, ...rest) => {
        if (!window.isOnline && String(address).endsWith('.wasm')) throw new TypeError('Failed to fetch');
        return get(address, ...rest);
    };
}";
/// A condition: the assessment has taken over.
const LIVE: &str = "root.querySelector('.shown .nr') && !document.querySelector('[data-early]') && !root.querySelector('[data-early]')";
/// The screen that shows before.
const SCREEN: &str = "[data-screen]:not([hidden])";

async fn open(script: &str) -> Result<Person> {
    let person = Person::arrive(1000, 800).await?;
    person.prepare_pages(&format!("{LISTEN}{script}")).await?;
    person.open("f/clarity/").await?;
    Ok(person)
}

/// The person, looking at the screen that shows before the program is there.
fn early(person: &Person) -> Person {
    person.within(SCREEN)
}

async fn statements(person: &Person) -> Result<Vec<String>> {
    let legends = "return [...(root.querySelector('.card') ?? place).querySelectorAll('legend')].map((legend) => legend.textContent)";
    Ok(serde_json::from_value(person.script(legends).await?)?)
}

/// Goes to the first card, having chosen something about the situation. Returns its statements.
async fn go_to_card(person: &Person) -> Result<Vec<String>> {
    early(person).press("Begin").await?;
    early(person).find(".//label[contains(., 'The problem too')]").await?.click().await?;
    early(person).press("Continue").await?;
    statements(&early(person)).await
}

async fn check_situation_kept(person: &Person) -> Result<()> {
    let chosen = "return root.querySelector('input:checked').closest('label').textContent";
    assert!(person.script(chosen).await?.as_str().is_some_and(|chosen| chosen.starts_with("The problem too")));
    Ok(())
}

async fn take_over(person: &Person) -> Result<()> {
    person.script("window.releasedAt = performance.now(); release()").await?;
    person.wait_until(LIVE).await?;
    assert_eq!(person.script("return shifts").await?, json!([]), "nothing moves");
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_on_the_situation_screen_stays_chosen() -> Result<()> {
    let person = open(HELD).await?;
    early(&person).press("Begin").await?;
    early(&person).find(".//label[contains(., 'The problem too')]").await?.click().await?;
    take_over(&person).await?;
    assert_eq!(person.heading().await?, "Your situation");
    check_situation_kept(&person).await?;
    let focused = "root.activeElement?.value === 'the-problem'";
    assert_eq!(person.script(&format!("return {focused}")).await?, true, "the focus stays where it was");
    person.leave().await
}

#[tokio::test]
async fn a_first_card_is_rated_before_the_program_is_there() -> Result<()> {
    let person = open(HELD).await?;
    let statements = go_to_card(&person).await?;
    let card = early(&person);
    card.rate(&statements[0], "Sometimes").await?;
    card.find(".//summary[normalize-space()='Add a private note']").await?.click().await?;
    card.find(".//textarea").await?.send_keys("The launch in May").await?;
    take_over(&person).await?;
    assert!(person.has_rated(&statements[0], "Sometimes").await?);
    let typing = "return [root.activeElement?.value, root.activeElement?.closest('details').open]";
    assert_eq!(person.script(typing).await?, json!(["The launch in May", true]), "the reader types on");
    person.press("Back").await?;
    check_situation_kept(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn a_press_that_only_the_program_can_answer_is_answered_when_it_comes() -> Result<()> {
    let person = open(HELD).await?;
    let statements = go_to_card(&person).await?;
    early(&person).press("All consistently").await?;
    early(&person).press("Next").await?;
    early(&person).see(ENGLISH.loading).await?;
    person.script("release()").await?;
    person.wait_until(LIVE).await?;
    person.see("Competency 2 of 4").await?;
    person.press("Back").await?;
    for statement in &statements {
        assert!(person.has_rated(statement, "Consistently").await?, "{statement}");
    }
    person.leave().await
}

#[tokio::test]
async fn a_statement_that_was_left_out_is_pointed_out_when_the_program_comes() -> Result<()> {
    let person = open(HELD).await?;
    go_to_card(&person).await?;
    early(&person).press("Next").await?;
    person.script("release()").await?;
    person.see("are not rated").await?;
    person.see("Competency 1 of 4").await?;
    person.leave().await
}

#[tokio::test]
async fn back_leads_through_the_early_screens() -> Result<()> {
    let person = open(HELD).await?;
    let statements = go_to_card(&person).await?;
    early(&person).rate(&statements[0], "Not yet").await?;
    early(&person).press("Back").await?;
    early(&person).press("Back").await?;
    early(&person).press("Begin").await?;
    early(&person).press("Continue").await?;
    assert!(early(&person).has_rated(&statements[0], "Not yet").await?);
    take_over(&person).await?;
    assert!(person.has_rated(&statements[0], "Not yet").await?);
    person.leave().await
}

#[tokio::test]
async fn a_rating_can_be_taken_back_before_the_program_is_there() -> Result<()> {
    let person = open(HELD).await?;
    let statements = go_to_card(&person).await?;
    let card = early(&person);
    card.rate(&statements[0], "Sometimes").await?;
    card.rate(&statements[1], "Not yet").await?;
    card.press("All consistently").await?;
    assert!(card.has_rated(&statements[0], "Sometimes").await?, "what is rated stays");
    assert!(card.has_rated(&statements[2], "Consistently").await?);
    card.rate(&statements[0], "Sometimes").await?;
    assert!(!card.has_rated(&statements[0], "Sometimes").await?, "a second press takes it back");
    take_over(&person).await?;
    assert!(!person.has_rated(&statements[0], "Sometimes").await?);
    assert!(person.has_rated(&statements[1], "Not yet").await?);
    person.leave().await
}

#[tokio::test]
async fn a_page_translator_changes_nothing_about_what_was_entered() -> Result<()> {
    let person = open(HELD).await?;
    person
        .script(
            "const texts = document.createTreeWalker(document.querySelector('[data-early]'), NodeFilter.SHOW_TEXT);
            const found = []; while (texts.nextNode()) found.push(texts.currentNode);
            for (const text of found) {
                if (!text.data.trim()) continue;
                const font = document.createElement('font');
                font.textContent = `Übersetzt: ${text.data}`;
                text.replaceWith(font);
            }",
        )
        .await?;
    early(&person).press("Übersetzt: Begin").await?;
    early(&person).press("Übersetzt: Continue").await?;
    early(&person).press("Übersetzt: All consistently").await?;
    early(&person).press("Übersetzt: Next").await?;
    person.script("release()").await?;
    person.see("Competency 2 of 4").await?;
    person.leave().await
}

#[tokio::test]
async fn a_reload_before_the_program_is_there_loses_nothing() -> Result<()> {
    let person = open(HELD).await?;
    let statements = go_to_card(&person).await?;
    early(&person).rate(&statements[0], "Sometimes").await?;
    person.driver.refresh().await?;
    assert!(early(&person).has_rated(&statements[0], "Sometimes").await?, "it shows at once");
    take_over(&person).await?;
    assert!(person.has_rated(&statements[0], "Sometimes").await?);
    person.leave().await
}

#[tokio::test]
async fn what_the_tab_kept_of_later_screens_waits_for_the_program() -> Result<()> {
    let person = open("").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.press("All consistently").await?;
    person.press("Next").await?;
    person.see("Competency 2 of 4").await?;
    person.press("Back").await?;
    person.driver.refresh().await?;
    person.press("Next").await?;
    person.see("Competency 2 of 4").await?;
    person.leave().await
}

/// Opens the page in a tab that keeps a text under the key of its draft, and begins.
async fn check_kept(kept: &str) -> Result<()> {
    let person = open("").await?;
    let keep = format!("sessionStorage.setItem('next-rung.draft.1.clarity.0', '{kept}')");
    person.prepare_pages(&format!("{HELD}if (!sessionStorage.length) {keep};")).await?;
    person.script("sessionStorage.clear()").await?;
    person.open("f/clarity/").await?;
    person.script("release()").await?;
    person.find_button("Close").await?;
    let aside = person.script("return sessionStorage.getItem('next-rung.draft.1.clarity.0.aside-1')").await?;
    assert_eq!(aside, kept, "the assessment sets it aside before anything takes its place");
    person.press("Begin").await?;
    person.leave().await
}

#[tokio::test]
async fn a_kept_text_that_is_no_draft_is_left_to_the_program() -> Result<()> {
    check_kept("null").await?;
    check_kept("{\"shown\": null, \"answers\": 5}").await
}

#[tokio::test]
async fn a_draft_of_a_newer_page_is_left_to_the_program() -> Result<()> {
    check_kept("{\"format\": 99, \"screen\": \"start\"}").await
}

#[tokio::test]
async fn where_the_program_never_comes_the_worksheet_has_the_answers() -> Result<()> {
    let person = open(OFFLINE).await?;
    let statements = go_to_card(&person).await?;
    early(&person).press("All consistently").await?;
    early(&person).press("Next").await?;
    person.see("Check your connection, then try again.").await?;
    early(&person).find_button("Next").await?;
    assert!(early(&person).has_rated(&statements[0], "Consistently").await?, "the answers stay on screen");
    person.find(".//a[contains(., 'as a worksheet')]").await?.click().await?;
    let sheet = person.within(".rubric");
    sheet.see("The whole rubric, as a worksheet").await?;
    assert!(sheet.has_rated(&statements[0], "Consistently").await?, "the worksheet is filled in");
    person.leave().await
}

#[tokio::test]
async fn the_next_press_tries_again() -> Result<()> {
    let person = open(OFFLINE).await?;
    go_to_card(&person).await?;
    early(&person).press("All consistently").await?;
    person.see("Check your connection, then try again.").await?;
    person.script("window.isOnline = true").await?;
    early(&person).press("Next").await?;
    person.see("Competency 2 of 4").await?;
    person.leave().await
}

#[tokio::test]
async fn a_page_without_the_elements_script_says_so_and_keeps_the_answers() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.block(&["*/embed/v1.js"]).await?;
    check_broken_page(person).await
}

#[tokio::test]
async fn a_page_whose_script_is_cut_says_so_and_keeps_the_answers() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    // After a cut script nobody defines the element.
    person.prepare_pages("customElements.define = () => { throw new SyntaxError('Unexpected end of input'); }").await?;
    check_broken_page(person).await
}

#[tokio::test]
async fn a_page_whose_script_hangs_says_so_and_keeps_the_answers() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    // As long as a script is on its way, the browser does not tell that the page is parsed. Half a minute is half a second.
    let hanging = "customElements.define = () => {};
        addEventListener('DOMContentLoaded', (event) => event.stopImmediatePropagation(), { capture: true });
        const wait = window.setTimeout;
        window.setTimeout = (then, time, ...rest) => wait(then, time === 30000 ? 500 : time, ...rest);";
    person.prepare_pages(hanging).await?;
    check_broken_page(person).await
}

async fn check_broken_page(person: Person) -> Result<()> {
    person.open("f/clarity/").await?;
    let statements = go_to_card(&person).await?;
    early(&person).press("All consistently").await?;
    early(&person).press("Next").await?;
    person.see("The assessment could not be loaded.").await?;
    early(&person).find_button("Next").await?;
    person.find(".//p[@id='failure']/a").await?.click().await?;
    assert!(person.within(".rubric").has_rated(&statements[0], "Consistently").await?);
    person.leave().await
}

// On somebody's page.

async fn open_on_a_host(page: &str, script: &str) -> Result<Person> {
    let person = Person::arrive(1000, 800).await?;
    person.prepare_pages(&format!("{LISTEN}{script}")).await?;
    person.open(&format!("pages/{page}.html")).await?;
    Ok(person)
}

/// Rates a first card before the program is there, and finds it all when it comes.
async fn check_host(page: &str) -> Result<()> {
    let person = open_on_a_host(page, HELD).await?;
    person.script("document.querySelector('next-rung').scrollIntoView()").await?;
    let statements = go_to_card(&person).await?;
    early(&person).rate(&statements[0], "Sometimes").await?;
    take_over(&person).await?;
    assert!(person.has_rated(&statements[0], "Sometimes").await?);
    person.press("Back").await?;
    check_situation_kept(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn in_an_article() -> Result<()> {
    check_host("article").await
}

#[tokio::test]
async fn under_a_strict_policy() -> Result<()> {
    check_host("strict-csp").await
}

#[tokio::test]
async fn where_trusted_types_are_enforced() -> Result<()> {
    check_host("trusted-types").await
}

#[tokio::test]
async fn on_a_host_too_the_answers_stay_where_the_program_does_not_come() -> Result<()> {
    let person = open_on_a_host("plain", &format!("{OFFLINE}{HELD}")).await?;
    person.script("document.querySelector('next-rung').scrollIntoView()").await?;
    let statements = go_to_card(&person).await?;
    early(&person).press("All consistently").await?;
    person.script("release()").await?;
    person.see("Check your connection, then try again.").await?;
    assert!(early(&person).has_rated(&statements[0], "Consistently").await?);
    person.script("window.isOnline = true").await?;
    early(&person).press("Next").await?;
    person.see("Competency 2 of 4").await?;
    person.leave().await
}

#[tokio::test]
async fn the_early_headings_have_the_level_that_the_host_asks_for() -> Result<()> {
    // The article asks for level 3.
    let person = open_on_a_host("article", HELD).await?;
    person.script("document.querySelector('next-rung').scrollIntoView()").await?;
    early(&person).find_button("Begin").await?;
    let level = "return document.querySelector('next-rung').shadowRoot.querySelector('[data-heading]').ariaLevel";
    assert_eq!(person.script(level).await?, "3");
    person.leave().await
}
