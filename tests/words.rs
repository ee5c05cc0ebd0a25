//! Sentences that put names together.

mod support;

use next_rung::words::{ENGLISH, ENGLISH_RESULT, headline};
use serde_json::json;
use support::{framework, framework_with, result};

#[test]
fn names_with_an_and_of_their_own_are_quoted_when_several_are_listed() {
    let names = [("/competencies/0/name", json!("Flour and water")), ("/competencies/1/name", json!("Heat"))];
    let framework = framework_with("grid", &names);
    let headline =
        headline(&ENGLISH_RESULT, &framework, &result(&framework, "*:c dough/2:n dough/3:n ovens/2:n ovens/3:n"));
    assert_eq!(headline, "Helper, held back by “Flour and water” and “Heat”");
}

#[test]
fn plain_names_are_not_quoted() {
    let framework = framework("competency-grid");
    let headline = headline(&ENGLISH_RESULT, &framework, &result(&framework, "*:c scope-impact/3:n product-craft/3:n"));
    assert_eq!(headline, "Product Manager, held back by Scope & Impact and Product Craft");
}

#[test]
fn one_minute_is_one_minute() {
    assert_eq!((ENGLISH.minutes)(1), "About 1 minute");
    assert_eq!((ENGLISH.minutes)(5), "About 5 minutes");
}
