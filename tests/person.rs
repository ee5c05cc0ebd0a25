//! The words for rating somebody else: nothing uses "I" or "you" for the person's work.

mod support;

use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::focus::plan;
use next_rung::words::{self, ENGLISH, ENGLISH_COMPARISON, ENGLISH_OF_ANOTHER, ENGLISH_RESULT_OF_ANOTHER, about_them};
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

/// "They" would mean the rated person and somebody else in one sentence, so a statement names those others again.
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

/// Covers everything that the cards and the result say to the reader about their work.
#[test]
fn the_words_about_another_person_do_not_speak_to_the_reader() {
    let (words, result) = (&ENGLISH_OF_ANOTHER, &ENGLISH_RESULT_OF_ANOTHER);
    let mut said: Vec<String> = [
        words.how_it_reads,
        words.rate_each,
        words.consistently,
        words.sometimes,
        words.not_yet,
        words.not_my_role,
        words.all_consistently,
        words.optional_hint,
        words.ours_hint,
        words.not_the_authors,
        words.rule_not_stated,
        words.grouping_not_stated,
        words.granted_hint,
        words.grouping_ours,
        words.where_from,
        words.add_note,
        words.note_hint,
        result.your_result,
        result.no_result,
        result.self_rating_caution,
        result.second_view_caution,
        result.read_by,
        result.roll_up_ours,
        result.stands_between,
        result.profile,
        result.you,
        result.open_range,
        result.ladder_hint,
        result.focus,
        result.source_ends,
        result.not_your_work,
        result.no_step_shown,
        result.also_named,
        result.optional_statements,
        result.strengths,
        result.contradictions,
        result.open_hint,
        result.presumed_list,
        result.presumed_short,
        result.own_words,
        result.your_answers,
        result.your_answers_hint,
        result.not_answered,
        result.your_notes,
        words.start_over_sure,
        words.keep_answers,
        result.no_lean,
        ENGLISH_COMPARISON.comparison,
    ]
    .map(str::to_owned)
    .to_vec();
    said.extend([
        (words.note_for)("A"),
        (words.still_unrated)(1),
        (words.still_unrated)(2),
        (result.strength)("A", "B"),
        (result.contradiction)("A", "B", "C"),
        (result.open_heading)(2),
        (result.answered)(1, 2),
        (result.presumed)(2),
        (result.left_out)(2),
        (result.if_open)("A", 1),
        (result.up_to)("A", 3),
        (result.between)("A", "B", 2),
        (result.short_of)("A", 2, 1),
        (result.fully_shown)("A"),
        (result.nothing_left)("A"),
        (result.held_back_by)("A", "B"),
        (result.reason_hole)("A"),
        (result.reason_hole_stated)("A"),
        (result.reason_hole_assumed)("A"),
        (result.reason_open)("A"),
        (result.reason_optional)("A"),
        (result.reason_below_claimed)("A"),
        (result.reason_gap)("A", 1),
        (result.reason_gap)("A", 2),
        (result.reason_missing_part)("A"),
        (result.reason_next_stage)("A"),
        (result.reason_craft)("A"),
        (result.claims_more)(result.work, "A", "B"),
        (result.claims_less)(result.title, "A", "B"),
        (result.claims_equal)(result.work, "A"),
        (result.claims_short)(result.work, "A", 1),
        (result.claims_short)(result.work, "A", 2),
        (result.claims_open)(result.title, "A", "B"),
        (result.aims_reached)("A", "B"),
        (result.aims_higher)("A", "B"),
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
    let notes = words::notes(&ENGLISH_RESULT_OF_ANOTHER, &framework, &answers, &assessment, &plan);
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
