//! What a keyboard and a second press do: ratings are taken back, and the focus is never lost.

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

/// The text of the first statement on a card.
async fn first_statement(person: &Person) -> Result<String> {
    Ok(person.find(".//legend").await?.text().await?)
}

/// Types on the keyboard, wherever the focus is.
async fn type_keys(person: &Person, keys: impl Into<TypingData>) -> Result<()> {
    Ok(person.driver.action_chain().send_keys(keys).perform().await?)
}

/// Waits until no rating, or this many, are chosen on a card.
async fn wait_for_ratings(person: &Person, count: usize) -> Result<()> {
    person.wait_until(&format!("root.querySelectorAll('.rating :checked').length === {count}")).await
}

// Ratings are taken back.

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
async fn a_choice_about_the_situation_can_be_taken_back() -> Result<()> {
    let person = Person::arrive(PHONE.0, PHONE.1).await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    let chosen = "root.querySelectorAll('.choices:not(:last-of-type) :checked').length";
    let label = person.find(".//label[@class='choice']").await?;
    label.click().await?;
    person.wait_until(&format!("{chosen} === 1")).await?;
    // Apart from a double click.
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    label.click().await?;
    person.wait_until(&format!("{chosen} === 0")).await?;
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
