//! Sentences that put names together.

mod support;

use next_rung::words::{ENGLISH, headline};
use support::{framework, result};

#[track_caller]
fn check_headline(id: &str, short: &str, expected: &str) {
    let framework = framework(id);
    assert_eq!(headline(&ENGLISH, &framework, &result(&framework, short)), expected);
}

#[test]
fn names_with_an_and_of_their_own_are_quoted_when_several_are_listed() {
    let framework = framework("two-areas");
    let goals = &framework.competencies.iter().find(|each| each.id == "goals").expect("it is a theme").steps[1];
    let delivery = &framework.competencies.iter().find(|each| each.id == "delivery").expect("it is a theme").steps[1];
    let id = |index: usize| framework.indicators[index].id.as_str();
    let short =
        format!("*:c @principal:n @partner:n {}:n {}:n", id(goals.indicators.start), id(delivery.indicators.start));
    let expected = "Senior PM, but for 2 statements in “Goals, metrics and return” and “Delivery and release”";
    check_headline("two-areas", &short, expected);
}

#[test]
fn plain_names_are_not_quoted() {
    let expected = "Super-senior PM, but for 2 statements in Execution and Scope";
    let framework = framework("clarity");
    let first = |competency: usize| {
        let start = framework.competencies[competency].steps[0].indicators.start;
        framework.indicators[start].id.clone()
    };
    check_headline("clarity", &format!("*:c {}:n {}:n", first(0), first(3)), expected);
}
