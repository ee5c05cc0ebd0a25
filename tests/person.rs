//! The words for rating somebody else: nothing speaks of "I" or to "you" about their work.

mod support;

use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::focus::plan;
use next_rung::words::{self, ENGLISH, ENGLISH_OF_ANOTHER, about_them};
use support::{answers, published, result};

#[track_caller]
fn check(statement: &str, expected: &str) {
    assert_eq!(about_them(statement), expected);
}

#[test]
fn i_begins_a_sentence_with_a_capital_only() {
    check("I drive execution: I take it to market.", "They drive execution: they take it to market.");
    check("First I plan. I ship. “I did,” I say.", "First they plan. They ship. “They did,” they say.");
}

#[test]
fn my_and_mine_are_theirs() {
    check("My team knows my plan: it is mine.", "Their team knows their plan: it is theirs.");
}

#[test]
fn me_and_myself_are_them_and_themselves() {
    check("People turn to me, and I do it myself.", "People turn to them, and they do it themselves.");
}

#[test]
fn both_apostrophes_are_read() {
    check("I’m sure I’ve won, I’d say I’ll stay.", "They’re sure they’ve won, they’d say they’ll stay.");
    check("I'm sure I've won, I'd say I'll stay.", "They're sure they've won, they'd say they'll stay.");
}

#[test]
fn am_and_was_change_only_directly_after_i() {
    check("I am where it was when I was new at 9 am.", "They are where it was when they were new at 9 am.");
}

#[test]
fn only_whole_words_change() {
    check("I time enemies, IBM and mythical crème, not I/O.", "They time enemies, IBM and mythical crème, not they/O.");
}

#[test]
fn what_is_not_about_the_person_stays_exactly() {
    for text in ["", " ", "Our  team’s plan — done…", "’", "é“”", "They know us."] {
        check(text, text);
    }
}

#[test]
fn a_published_statement_reads_about_them() {
    check(
        "I own an output metric (a measure of results) and answer for it.",
        "They own an output metric (a measure of results) and answer for it.",
    );
    check(
        "When a conflict comes up in my work, I bring about a resolution.",
        "When a conflict comes up in their work, they bring about a resolution.",
    );
}

#[test]
fn no_published_statement_keeps_the_first_person() {
    for framework in PUBLISHED.map(published) {
        for indicator in &framework.indicators {
            let turned = about_them(&indicator.text);
            let words = turned.split(|letter: char| !letter.is_alphanumeric());
            for word in words.map(str::to_lowercase) {
                let first_person = ["i", "m", "am", "me", "my", "mine", "myself"];
                assert!(!first_person.contains(&word.as_str()), "{}: {turned}", framework.id);
            }
            assert_ne!(turned, indicator.text, "{}", framework.id);
        }
    }
}

/// "They" would be the person rated and somebody else in one sentence: a statement names those others again.
#[test]
fn no_published_statement_calls_others_they() {
    for framework in PUBLISHED.map(published) {
        for indicator in &framework.indicators {
            let mut words = indicator.text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
            let is_others = |word: String| ["they", "theirs"].contains(&word.as_str());
            assert!(!words.any(is_others), "{}: {}", framework.id, indicator.text);
        }
    }
}

/// What the cards and the result say to the reader about their work.
#[test]
fn the_words_about_another_person_do_not_speak_to_the_reader() {
    let words = &ENGLISH_OF_ANOTHER;
    let mut said: Vec<String> = [
        words.how_it_reads,
        words.rate_each,
        words.consistently,
        words.sometimes,
        words.not_yet,
        words.not_my_role,
        words.all_consistently,
        words.optional_hint,
        words.optional_hint_derived,
        words.ours_hint,
        words.not_the_authors,
        words.rule_not_stated,
        words.grouping_not_stated,
        words.granted_hint,
        words.grouping_ours,
        words.where_from,
        words.add_note,
        words.note_hint,
        words.your_result,
        words.no_result,
        words.self_rating_caution,
        words.second_view_caution,
        words.read_by,
        words.roll_up_ours,
        words.stands_between,
        words.profile,
        words.you,
        words.open_range,
        words.ladder_hint,
        words.focus,
        words.source_ends,
        words.not_your_work,
        words.no_step_shown,
        words.also_named,
        words.optional_statements,
        words.strengths,
        words.contradictions,
        words.open_hint,
        words.presumed_list,
        words.presumed_short,
        words.own_words,
        words.your_answers,
        words.your_answers_hint,
        words.not_answered,
        words.your_notes,
        words.start_over_sure,
        words.keep_answers,
        words.no_lean,
        words.comparison,
    ]
    .map(str::to_owned)
    .to_vec();
    said.extend([
        (words.note_for)("A"),
        (words.still_unrated)(1),
        (words.still_unrated)(2),
        (words.strength)("A", "B"),
        (words.contradiction)("A", "B", "C"),
        (words.open_heading)(2),
        (words.answered)(1, 2),
        (words.presumed)(2),
        (words.left_out)(2),
        (words.if_open)("A", 1),
        (words.up_to)("A", 3),
        (words.between)("A", "B", 2),
        (words.short_of)("A", 2, 1),
        (words.fully_shown)("A"),
        (words.nothing_left)("A"),
        (words.held_back_by)("A", "B"),
        (words.reason_hole)("A"),
        (words.reason_hole_stated)("A"),
        (words.reason_hole_assumed)("A"),
        (words.reason_open)("A"),
        (words.reason_optional)("A"),
        (words.reason_below_claimed)("A"),
        (words.reason_gap)("A", 1),
        (words.reason_gap)("A", 2),
        (words.reason_missing_part)("A"),
        (words.reason_next_stage)("A"),
        (words.reason_craft)("A"),
        (words.claims_more)(words.work, "A", "B"),
        (words.claims_less)(words.title, "A", "B"),
        (words.claims_equal)(words.work, "A"),
        (words.claims_short)(words.work, "A", 1),
        (words.claims_short)(words.work, "A", 2),
        (words.claims_open)(words.title, "A", "B"),
        (words.aims_reached)("A", "B"),
        (words.aims_higher)("A", "B"),
    ]);
    for sentence in said {
        let mut words = sentence.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
        assert!(!words.any(|word| ["you", "your", "yours", "i", "my"].contains(&word.as_str())), "{sentence}");
    }
}

#[test]
fn a_result_about_another_person_is_told_about_them() {
    let framework = published("competency-grid");
    let short = "*:c current-title=title-senior";
    let (answers, assessment) = (answers(&framework, short), result(&framework, short));
    let plan = plan(&framework, &answers, &assessment);
    let notes = words::notes(&ENGLISH_OF_ANOTHER, &framework, &answers, &assessment, &plan);
    assert_eq!(
        notes,
        ["Their title is at Senior Product Manager; what they show is already Principal Product Manager."]
    );
}

#[test]
fn the_words_for_oneself_leave_statements_alone() {
    assert_eq!((ENGLISH.in_person)("I do my part."), "I do my part.");
    assert_eq!((ENGLISH_OF_ANOTHER.in_person)("I do my part."), "They do their part.");
}

#[test]
fn words_about_another_person_are_other_words_in_one_language() {
    assert_eq!(ENGLISH.language, ENGLISH_OF_ANOTHER.language);
    assert!(ENGLISH != ENGLISH_OF_ANOTHER);
}
