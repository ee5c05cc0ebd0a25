//! The interface in English for whoever rates somebody else: what speaks to the reader about their work speaks of "they".
//!
//! Words about the rating itself (how much to answer, what is kept in the tab) still speak to whoever rates.

use super::person::about_them;
use super::{ENGLISH, Words};

/// English about another person.
pub static ENGLISH_OF_ANOTHER: Words = Words {
    in_person: about_them,

    how_it_reads: "How this framework reads the answers",

    situation: "Their situation",
    situation_hint: "What is said here never raises or lowers a level. It chooses where to begin and which advice is given. Skip what is not known.",
    route_short_hint: "Begins near their level and takes for granted what lies below it.",

    rate_each: "How often is each of these true of their work?",
    not_my_role: "Not part of their role",
    optional_hint: "The author hedges this one. It never holds them back.",
    granted_hint: "Their company grants this; it is no skill of theirs.",
    note_for: |competency| format!("An example of theirs for {competency}"),
    note_hint: "Private: it stays in this tab.",

    your_result: "Their result",
    self_rating_caution: "What managers say and what people say of themselves agree only loosely (meta-analysis: r = .22). Take this as the start of a conversation, not a verdict.",
    read_by: "How the answers were read",
    profile: "Their profile",
    you: "They",
    ladder_hint: "The statements of each level that they meet.",
    strength: |competency, level| format!("{competency}: they show the {level} step, above their level."),
    contradictions: "The answers skip a step",
    open_hint: "Open means not answered, or not part of their role. It is not counted against them: it widens the result.",
    presumed: |asked, all| {
        format!("{asked} of {all} statements are answered. The short route took the rest for granted.")
    },
    your_answers: "Change the answers",
    your_answers_hint: "Every card, with its answers.",
    your_notes: "The notes",
    start_over_sure: "Delete all answers about them in this framework?",

    reason_below_claimed: |level| format!("Their work or title is at {level}, and this step lies at or below it."),
    reason_gap: |level, steps| match steps {
        1 => format!("One step short of what {level} expects."),
        _ => format!("{steps} steps short of what {level} expects: among their largest gaps."),
    },
    reason_craft: |stage| format!("They show all of {stage}. What is left within it is craft."),

    work_above: |work, shown| format!("Their work is at {work}; what they show is {shown}."),
    work_below: |work, shown| format!("Their work is at {work}; what they show is already {shown}."),
    work_equal: |work| format!("Their work and what they show are both at {work}."),
    title_above: |title, shown| format!("Their title is at {title}; what they show is {shown}."),
    title_below: |title, shown| format!("Their title is at {title}; what they show is already {shown}."),
    title_equal: |title| format!("Their title and what they show are both at {title}."),
    aims_higher: |aim, next| format!("They aim for {aim}. One step at a time: what follows leads to {next}."),

    ..ENGLISH
};
