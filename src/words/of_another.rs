//! The English interface for people who rate somebody else: sentences about the reader's work use "they".
//!
//! Words about the rating itself (how much to answer, what is kept in the tab) still address the reader.

use super::person::about_them;
use super::{ENGLISH, ENGLISH_RESULT, ResultWords, Words};

/// English about another person.
pub static ENGLISH_OF_ANOTHER: Words = Words {
    in_person: about_them,

    rate_each: "How often is each of these true of their work? To clear a rating, press it again, or the Delete key.",
    which_fits: "Which of these describes their work best? Choose the last one that fits. To clear your choice, press it again.",
    not_my_role: "Not part of their role",
    note_for: |competency| format!("An example of theirs for {competency}"),

    start_over_sure: "Delete all answers about them in this framework?",

    ..ENGLISH
};

/// English about another person, for a result.
pub static ENGLISH_RESULT_OF_ANOTHER: ResultWords = ResultWords {
    words: &ENGLISH_OF_ANOTHER,

    your_result: "Their result",
    profile: "Their profile",
    you: "They",
    nothing_left: |level| format!("They have shown everything that {level} expects."),
    strength: |competency, level| format!("{competency}: they show the {level} step, above their level."),

    take_away: "Send your view back",
    link_hint: "The link holds your ratings, no notes and no names. Anyone who has it can read them.",
    second_view_of_you: "A second view",
    second_view_of_you_hint: "This is how one person rated another’s work. Your own answers stay as they are.",
    open_own_page: "Open this view on its own page, where you can",

    not_your_work: "This framework does not describe their work",

    reason_below_claimed: |level| format!("Their work or title is at {level}, and this step lies at or below it."),
    reason_craft: |stage| format!("They show all of {stage}. What is left within it is craft."),

    work: "Their work",
    title: "Their title",
    claims_more: |what, level, shown| format!("{what} is at {level}; what they show is {shown}."),
    claims_less: |what, level, shown| format!("{what} is at {level}; what they show is already {shown}."),
    claims_equal: |what, level| format!("{what} and what they show are both at {level}."),
    claims_short: |what, level, count| match count {
        1 => format!("{what} is at {level}; what they show is 1 statement short of it."),
        _ => format!("{what} is at {level}; what they show is {count} statements short of it."),
    },
    claims_open: |what, level, shown| format!("{what} is at {level}; what they show {shown}."),
    aims_reached: |aim, shown| format!("They aim for {aim}; what they show is already {shown}."),
    aims_higher: |aim, next| format!("They aim for {aim}. One step at a time: what follows leads to {next}."),

    ..ENGLISH_RESULT
};
