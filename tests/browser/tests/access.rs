//! Keyboard use and second presses: ratings can be cleared, and the focus is never lost.

use anyhow::{Context, Result};
use browser_tests::Person;
use thirtyfour::prelude::*;

const PHONE: (u32, u32) = (390, 844);

/// Goes to the first card of a framework.
async fn on_first_card(id: &str) -> Result<Person> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework(id).await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.find_button("All consistently").await?;
    Ok(person)
}

/// Returns the text of the first statement on a card.
async fn first_statement(person: &Person) -> Result<String> {
    Ok(person.find(".//legend").await?.text().await?)
}

/// Types on the keyboard, wherever the focus is.
async fn type_keys(person: &Person, keys: impl Into<TypingData>) -> Result<()> {
    Ok(person.driver.action_chain().send_keys(keys).perform().await?)
}

/// Waits until exactly this many ratings are chosen on a card.
async fn wait_for_ratings(person: &Person, count: usize) -> Result<()> {
    person.wait_until(&format!("root.querySelectorAll('.rating :checked').length === {count}")).await
}

// Ratings can be cleared.

#[tokio::test]
async fn a_second_press_takes_a_rating_back() -> Result<()> {
    let person = on_first_card("clarity").await?;
    let statement = first_statement(&person).await?;
    person.rate(&statement, "Sometimes").await?;
    wait_for_ratings(&person, 1).await?;
    person.rate(&statement, "Sometimes").await?;
    wait_for_ratings(&person, 0).await?;
    person.rate(&statement, "Sometimes").await?;
    wait_for_ratings(&person, 1).await?;
    person.rate(&statement, "Not yet").await?;
    assert!(person.has_rated(&statement, "Not yet").await?);
    person.leave().await
}

#[tokio::test]
async fn a_double_click_rates() -> Result<()> {
    let person = on_first_card("clarity").await?;
    let label = person.find(".//label[contains(., 'Sometimes')]").await?;
    label.scroll_into_view().await?;
    person.driver.action_chain().double_click_element(&label).perform().await?;
    wait_for_ratings(&person, 1).await?;
    assert!(person.has_rated(&first_statement(&person).await?, "Sometimes").await?);
    person.leave().await
}

#[tokio::test]
async fn the_keyboard_rates_and_takes_back() -> Result<()> {
    let person = on_first_card("clarity").await?;
    let statement = first_statement(&person).await?;
    person.script("root.querySelector('.rating input').focus()").await?;
    type_keys(&person, " ").await?;
    wait_for_ratings(&person, 1).await?;
    type_keys(&person, " ").await?;
    type_keys(&person, Key::Right).await?;
    person.wait_until("root.activeElement.parentElement.textContent === 'Sometimes'").await?;
    assert!(person.has_rated(&statement, "Sometimes").await?, "the keys that choose take nothing back");
    for key in [Key::Delete, Key::Backspace] {
        type_keys(&person, key).await?;
        wait_for_ratings(&person, 0).await?;
        type_keys(&person, " ").await?;
        wait_for_ratings(&person, 1).await?;
    }
    person.leave().await
}

#[tokio::test]
async fn all_consistently_keeps_what_was_rated_and_can_be_undone() -> Result<()> {
    let person = on_first_card("clarity").await?;
    let statement = first_statement(&person).await?;
    person.rate(&statement, "Not yet").await?;
    person.press("All consistently").await?;
    let all = person.script("return root.querySelectorAll('.rating').length").await?;
    wait_for_ratings(&person, all.as_u64().context("a number")?.try_into()?).await?;
    assert!(person.has_rated(&statement, "Not yet").await?);
    person.press("Undo").await?;
    wait_for_ratings(&person, 1).await?;
    assert!(person.has_rated(&statement, "Not yet").await?);
    assert!(!person.has_button("Undo").await?);
    person.leave().await
}

// The focus is never lost, and never out of sight.

/// The text of the focused element; `null` if the focus is outside the assessment.
const FOCUSED: &str = "root.activeElement?.textContent";

/// Takes `clarity` to its result in a window of a given size.
async fn at_result(width: u32, height: u32) -> Result<Person> {
    let person = Person::arrive(width, height).await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    Ok(person)
}

#[tokio::test]
async fn a_question_keeps_the_focus_until_it_is_answered() -> Result<()> {
    let person = at_result(320, 256).await?;
    person.press("Start over").await?;
    person.wait_until(&format!("{FOCUSED} === 'No, keep them'")).await?;
    for key in [Key::Tab, Key::Tab, Key::Tab] {
        type_keys(&person, key).await?;
        let elsewhere =
            "const active = root.activeElement; return active !== null && active.closest('dialog') === null";
        assert_eq!(person.script(elsewhere).await?, false, "only the answers can take the focus");
    }
    type_keys(&person, Key::Escape).await?;
    person.wait_until("root.querySelector('dialog') === null").await?;
    person.wait_until(&format!("{FOCUSED} === 'Start over'")).await?;
    assert_eq!(person.heading().await?, "Super-senior PM", "nothing is lost");

    person.press("Start over").await?;
    person.press("No, keep them").await?;
    person.wait_until(&format!("{FOCUSED} === 'Start over'")).await?;
    person.press("Start over").await?;
    person.press("Yes, start over").await?;
    person.wait_until("root.activeElement?.matches('[data-heading]')").await?;
    person.find_button("Begin").await?;
    person.leave().await
}

#[tokio::test]
async fn a_question_in_an_iframe_that_is_as_high_as_its_content_is_in_sight() -> Result<()> {
    let person = Person::arrive(1000, 600).await?;
    person.open("pages/iframe.html").await?;
    person.script("document.querySelector('iframe').scrollIntoView()").await?;
    person.driver.enter_frame(0).await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    person.press("Start over").await?;
    person.wait_until(&format!("{FOCUSED} === 'No, keep them'")).await?;
    let in_sight = "const { top, bottom } = root.querySelector('dialog').getBoundingClientRect();
        const frame = window.frameElement.getBoundingClientRect();
        return frame.top + top >= 0 && frame.top + bottom <= parent.innerHeight";
    assert_eq!(person.script(in_sight).await?, true);
    person.leave().await
}

#[tokio::test]
async fn the_focus_stays_near_a_button_that_is_gone() -> Result<()> {
    let person = on_first_card("clarity").await?;
    person.press("All consistently").await?;
    person.press("Undo").await?;
    person.wait_until(&format!("{FOCUSED} === 'All consistently'")).await?;
    person.press("Answer everything").await?;
    person.wait_until(&format!("/^Card [0-9]+ of /.test({FOCUSED})")).await?;
    person.leave().await
}

#[tokio::test]
async fn the_focus_stays_near_a_result_that_is_deleted() -> Result<()> {
    let person = at_result(PHONE.0, PHONE.1).await?;
    person.press("Remember on this device").await?;
    person.press("Delete").await?;
    person.wait_until("root.querySelectorAll('.at-hand > li').length === 1").await?;
    // With one result left there is nothing to compare, and the section is folded.
    person.wait_until(&format!("{FOCUSED} === 'Compare, or look back'")).await?;

    person.press("Remember on this device").await?;
    person.find_button("Delete").await?;
    person.press("Start over").await?;
    person.press("Yes, start over").await?;
    person.press("Delete").await?;
    person.wait_until("root.querySelector('.at-hand') === null").await?;
    person.wait_until(&format!("{FOCUSED} === 'How this framework reads the answers'")).await?;
    person.leave().await
}

#[tokio::test]
async fn the_focus_stays_in_the_assessment_when_everything_is_forgotten() -> Result<()> {
    let person = at_result(PHONE.0, PHONE.1).await?;
    person.press("Remember on this device").await?;
    person.press("Start over").await?;
    person.press("Yes, start over").await?;
    person.press("Forget everything").await?;
    person.press("Yes, forget everything").await?;
    person.wait_until("root.querySelector('dialog, .at-hand') === null").await?;
    person.wait_until(&format!("{FOCUSED} === 'How this framework reads the answers'")).await?;
    person.leave().await
}

#[tokio::test]
async fn nothing_hides_what_has_the_focus() -> Result<()> {
    let person = at_result(640, 360).await?;
    person.allow_clipboard().await?;
    person.press("Copy link").await?;
    person.see("Link copied.").await?;
    for _ in 0..10 {
        type_keys(&person, Key::Tab).await?;
        let hidden = "const active = root.activeElement, { x, y, width, height } = active.getBoundingClientRect();
            const shown = root.elementFromPoint(x + width / 2, y + height / 2);
            return active.contains(shown) ? '' : active.outerHTML + ' is under ' + shown?.outerHTML";
        assert_eq!(person.script(hidden).await?, "");
    }
    person.leave().await
}

/// Does what page translators do: replaces each text within an element by an element.
async fn translate(person: &Person, selector: &str) -> Result<()> {
    let translate = "const walk = document.createTreeWalker(root.querySelector('SELECTOR'), NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walk.nextNode()) texts.push(walk.currentNode);
        for (const text of texts) {
            const font = document.createElement('font');
            font.textContent = 'translated';
            text.replaceWith(font);
        }";
    person.script(&translate.replace("SELECTOR", selector)).await.map(|_| ())
}

#[tokio::test]
async fn a_text_that_changes_survives_a_translator() -> Result<()> {
    let person = on_first_card("clarity").await?;
    person.press("Next").await?;
    let count = person.script("return root.querySelectorAll('legend').length").await?.as_u64().context("a number")?;
    person.see(&format!("{count} statements are not rated yet.")).await?;
    translate(&person, ".reminder").await?;
    person.rate(&first_statement(&person).await?, "Sometimes").await?;
    person.wait_until(&format!("root.querySelector('.reminder').textContent.startsWith('{} ')", count - 1)).await?;
    person.leave().await
}

#[tokio::test]
async fn advice_that_a_wish_changes_survives_a_translator() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("three-stages").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_all_but_the_last("Sometimes").await?;
    person.unfold("Change what you want next: it changes the advice, never your level").await?;
    translate(&person, ".focus__plan").await?;
    person.find(".//*[@class='focus']//label[@class='choice']").await?.click().await?;
    person.wait_until("!root.querySelector('.focus__plan').textContent.includes('translated')").await?;
    assert_eq!(person.script("return root.activeElement?.type").await?, "radio", "the focus stays on the wish");
    person.leave().await
}
