//! Every word of the interface, in one place. Another language is another [`Words`] value beside [`ENGLISH`]. Rating
//! somebody else needs other words too: [`ENGLISH_OF_ANOTHER`].
//!
//! Pure: the page and `cargo xtask score` use the same sentences.

use crate::assessment::answers::Subject;

mod english;
mod marks;
mod of_another;
mod person;
mod sentences;

pub use english::{ENGLISH, ENGLISH_COMPARISON, ENGLISH_COVER, ENGLISH_RESULT, ENGLISH_RUBRIC};
pub use marks::{
    badge_mark, grouping, limit, mark, marked, optional_hint, own_words, roll_up, whose_advice, whose_limit, whose_rule,
};
pub use of_another::{ENGLISH_OF_ANOTHER, ENGLISH_RESULT_OF_ANOTHER};
pub use person::about_them;
pub use sentences::{
    area, attribution, author, byline, caution, differences, headline, notes, nothing_left, prompt, radar_title,
    rated_apart, rating, reason, rings, second_line, series_name, shown, step_name, strengths, verdict, whose,
};

/// Returns the English words for people who rate themselves, or somebody else.
#[must_use]
pub const fn english(subject: Subject) -> &'static Words {
    match subject {
        Subject::Oneself => &ENGLISH,
        Subject::Another => &ENGLISH_OF_ANOTHER,
    }
}

/// Returns the English words for a result of the reader, or of somebody else.
#[must_use]
pub const fn english_result(subject: Subject) -> &'static ResultWords {
    match subject {
        Subject::Oneself => &ENGLISH_RESULT,
        Subject::Another => &ENGLISH_RESULT_OF_ANOTHER,
    }
}

/// The words and short sentences of one language. Fields that are functions put numbers and names into a sentence.
#[expect(missing_docs, reason = "each field is named after what it says; the text is in `english.rs`")]
pub struct Words {
    /// The language as a BCP 47 tag.
    pub language: &'static str,
    /// Puts a statement of a framework into the grammatical person that these words use.
    pub in_person: fn(&str) -> String,

    // Start
    pub by_author: fn(&str) -> String,
    pub author_not_named: &'static str,
    pub minutes: fn(usize) -> String,
    pub statements_in_all: fn(usize) -> String,
    pub private: &'static str,
    pub begin: &'static str,
    pub how_it_reads: &'static str,
    pub rule_stated: &'static str,
    pub rule_ours: &'static str,
    pub rule_not_stated: &'static str,
    pub ours: &'static str,
    pub ours_hint: &'static str,
    pub not_the_authors: &'static str,
    pub limit_ours: &'static str,
    pub second_view_start: &'static str,

    // Situation
    pub situation: &'static str,
    pub situation_hint: &'static str,
    pub route: &'static str,
    pub route_short: fn(usize) -> String,
    pub route_short_hint: &'static str,
    pub route_everything: fn(usize) -> String,
    pub route_everything_hint: &'static str,
    pub carry_on: &'static str,
    pub skip_situation: &'static str,

    // Cards
    pub competency_of: fn(usize, usize) -> String,
    pub further_card: fn(&str, usize) -> String,
    pub card_of: fn(usize, usize) -> String,
    pub progress: &'static str,
    pub rate_each: &'static str,
    pub which_fits: &'static str,
    pub none_of_these: &'static str,
    pub consistently: &'static str,
    pub sometimes: &'static str,
    pub not_yet: &'static str,
    pub not_my_role: &'static str,
    pub all_consistently: &'static str,
    pub undo: &'static str,
    pub optional: &'static str,
    pub optional_hint: &'static str,
    pub granted: &'static str,
    pub granted_hint: &'static str,
    pub grouping_ours: &'static str,
    pub grouping_not_stated: &'static str,
    pub examples: &'static str,
    pub where_from: &'static str,
    pub add_note: &'static str,
    pub note_for: fn(&str) -> String,
    pub note_hint: &'static str,
    pub back: &'static str,
    pub next: &'static str,
    pub skip: &'static str,
    pub still_unrated: fn(usize) -> String,
    pub still_to_choose: &'static str,
    pub answer_everything: &'static str,
    pub result_so_far: &'static str,
    pub back_to_result: &'static str,

    // Results at hand
    pub at_hand: &'static str,
    pub at_hand_hint: &'static str,
    pub has_result: &'static str,
    pub open_result: &'static str,
    pub compare: &'static str,
    pub compare_with_this: &'static str,
    pub choose_second: &'static str,
    pub bring_second: &'static str,
    pub delete: &'static str,
    pub paste_link: &'static str,
    pub open_file: &'static str,
    pub forget_everything: &'static str,
    pub history_unreadable: &'static str,
    pub history_newer: &'static str,
    pub side_you: &'static str,
    pub side_your_view: &'static str,
    pub side_shared: &'static str,
    pub side_second_view: &'static str,
    pub side_saved: &'static str,

    // While a part of the program is loaded
    pub loading: &'static str,
    pub not_loaded: &'static str,
    pub not_reached: &'static str,
    pub try_again: &'static str,
    pub replaced: &'static str,
    pub replaced_kept: &'static str,
    pub replaced_lost: &'static str,
    pub copy_link: &'static str,

    // Before something is lost
    pub start_over_sure: &'static str,
    pub start_over_yes: &'static str,
    pub adopt_sure: &'static str,
    pub adopt_yes: &'static str,
    pub forget_sure: &'static str,
    pub forget_yes: &'static str,
    pub keep_answers: &'static str,

    // Notices
    pub draft_not_saved: &'static str,
    pub draft_unreadable: &'static str,
    pub draft_newer: &'static str,
    pub draft_dropped: fn(usize) -> String,
    pub no_link: &'static str,
    pub link_damaged: &'static str,
    pub link_newer: &'static str,
    pub other_framework: &'static str,
    pub other_texts: &'static str,
    pub file_unreadable: &'static str,
    pub close: &'static str,
}

/// The words of a result. Separate from the others, because only readers who reach a result load them.
#[expect(missing_docs, reason = "each field is named after what it says; the text is in `english.rs`")]
pub struct ResultWords {
    /// All other words.
    pub words: &'static Words,

    // Result
    pub your_result: &'static str,
    pub no_result: &'static str,
    pub to_the_statements: &'static str,
    pub self_rating_caution: &'static str,
    pub second_view_caution: &'static str,
    pub read_by: &'static str,
    pub roll_up_ours: &'static str,
    pub roll_up: &'static str,
    pub more: &'static str,
    pub stands_between: &'static str,
    pub profile: &'static str,
    pub radar_title: fn(&str) -> String,
    pub you: &'static str,
    pub open_range: &'static str,
    pub next_level_is: fn(&str) -> String,
    pub rings_are_levels: fn(&str) -> String,
    pub rings_are_quarters: &'static str,
    pub as_table: &'static str,
    pub competency: &'static str,
    pub shown: &'static str,
    pub expected_at: fn(&str) -> String,
    pub still_to_show: &'static str,
    pub count_and_open: fn(usize, usize) -> String,
    pub nothing_shown: &'static str,
    pub not_expected: &'static str,
    pub to: fn(&str, &str) -> String,
    pub area: fn(&str, &str) -> String,
    pub area_ours: fn(&str, &str) -> String,
    pub ladder: &'static str,
    pub ladder_hint: &'static str,
    pub rung: fn(usize, usize, usize) -> String,
    pub level_context: &'static str,
    pub only_named: fn(&str) -> String,
    pub differences: &'static str,
    pub focus: &'static str,
    pub focus_toward: fn(&str) -> String,
    pub focus_within: fn(&str) -> String,
    pub source_ends: &'static str,
    pub nothing_left: fn(&str) -> String,
    pub also_named: &'static str,
    pub your_wish: &'static str,
    pub what_changes: &'static str,
    pub unmet_statements: &'static str,
    pub open_statements: &'static str,
    pub optional_statements: &'static str,
    pub advice: &'static str,
    pub stated_by_source: &'static str,
    pub derived_by_us: &'static str,
    pub strengths: &'static str,
    pub strength: fn(&str, &str) -> String,
    pub contradictions: &'static str,
    pub contradiction: fn(&str, &str, &str) -> String,
    pub check_step: fn(&str) -> String,
    pub open_heading: fn(usize) -> String,
    pub open_hint: &'static str,
    pub answered: fn(usize, usize) -> String,
    pub presumed: fn(usize) -> String,
    pub left_out: fn(usize) -> String,
    pub short_route: &'static str,
    pub presumed_list: &'static str,
    pub presumed_short: &'static str,
    pub limits: &'static str,
    pub source: &'static str,
    pub own_words: &'static str,
    pub your_answers: &'static str,
    pub your_answers_hint: &'static str,
    pub not_answered: &'static str,
    pub change_card: fn(&str, &str) -> String,
    pub your_notes: &'static str,
    pub start_over: &'static str,

    // Links, files and memory
    pub take_away: &'static str,
    pub send_link: &'static str,
    pub link_hint: &'static str,
    pub link_copied: &'static str,
    pub copy_by_hand: &'static str,
    pub ask_second_view: &'static str,
    pub second_view_hint: &'static str,
    pub invitation_copied: &'static str,
    pub save_as: &'static str,
    pub save_card: &'static str,
    pub save_radar: &'static str,
    pub save_plan: &'static str,
    pub save_table: &'static str,
    pub save_data: &'static str,
    pub print: &'static str,
    pub saving: &'static str,
    pub saved: &'static str,
    pub picture_saved: &'static str,
    pub picture_alt: &'static str,
    pub drawing_saved: &'static str,
    pub remember: &'static str,
    pub remember_hint: &'static str,
    pub remembered: &'static str,
    pub shared_with_you: &'static str,
    pub shared_hint: &'static str,
    pub second_view_of_you: &'static str,
    pub second_view_of_you_hint: &'static str,
    pub remembered_on: &'static str,
    pub remembered_on_hint: &'static str,
    pub saved_result: &'static str,
    pub saved_result_hint: &'static str,
    pub compare_with_mine: &'static str,
    pub take_it_yourself: &'static str,
    pub back_to_mine: &'static str,
    pub adopt: &'static str,
    pub not_saved: &'static str,
    pub cannot_keep_here: &'static str,
    pub open_own_page: &'static str,
    pub not_remembered: &'static str,

    // Sentences about a result
    pub not_your_work: &'static str,
    pub nothing_applies: &'static str,
    pub level_not_shown: fn(&str) -> String,
    pub mixed_evidence: fn(&str) -> String,
    pub if_open: fn(&str, usize) -> String,
    pub between: fn(&str, &str, usize) -> String,
    pub up_to: fn(&str, usize) -> String,
    pub are_open: fn(usize) -> String,
    pub below: fn(&str) -> String,
    pub short_of: fn(&str, usize, usize) -> String,
    pub level_and: fn(&str, &str) -> String,
    pub fully_shown: fn(&str) -> String,
    pub step_shown: fn(&str, &str) -> String,
    pub no_step_shown: &'static str,
    pub held_back_by: fn(&str, &str) -> String,
    pub leans_to: fn(&str, usize, usize, &str) -> String,
    pub leans: fn(&str) -> String,
    pub leans_between: fn(&str, &str, usize) -> String,
    pub no_lean: &'static str,
    pub not_counted_ours: fn(&str) -> String,
    pub not_counted: fn(&str) -> String,
    pub stage: fn(usize, &str, &str) -> String,
    pub complete: &'static str,
    pub complete_but_for: fn(usize) -> String,
    pub half_missing: fn(&str) -> String,
    pub parts_missing: fn(&str) -> String,
    pub shown_at: fn(&str, &str) -> String,
    pub shown_at_neither: fn(&str) -> String,
    pub and: &'static str,
    pub and_more: fn(&str, usize) -> String,

    // Why a focus was chosen
    pub reason_hole: fn(&str) -> String,
    pub reason_hole_stated: fn(&str) -> String,
    pub reason_hole_assumed: fn(&str) -> String,
    pub reason_open: fn(&str) -> String,
    pub reason_optional: fn(&str) -> String,
    pub reason_below_claimed: fn(&str) -> String,
    pub reason_gap: fn(&str, usize) -> String,
    pub reason_missing_part: fn(&str) -> String,
    pub reason_next_stage: fn(&str) -> String,
    pub reason_craft: fn(&str) -> String,

    // Work and ability side by side
    pub work: &'static str,
    pub title: &'static str,
    pub claims_more: fn(&str, &str, &str) -> String,
    pub claims_less: fn(&str, &str, &str) -> String,
    pub claims_equal: fn(&str, &str) -> String,
    pub claims_short: fn(&str, &str, usize) -> String,
    pub claims_open: fn(&str, &str, &str) -> String,
    pub lies_between: fn(&str, &str) -> String,
    pub lies_up_to: fn(&str) -> String,
    pub aims_reached: fn(&str, &str) -> String,
    pub aims_higher: fn(&str, &str) -> String,

    // Reports
    pub product: &'static str,
    pub radar_of_two: fn(&str, &str, &str) -> String,
    pub plan_title: fn(&str) -> String,
    pub open_mark: &'static str,
    pub level: &'static str,
    pub statement: &'static str,
    pub statement_id: &'static str,
    pub weight: &'static str,
    pub expected: &'static str,
    pub rating: &'static str,
}

/// The words of a comparison. Separate from the others, because only readers who compare results load them.
#[expect(missing_docs, reason = "each field is named after what it says; the text is in `english.rs`")]
pub struct ComparisonWords {
    /// All other words.
    pub words: &'static Words,
    /// The words of a result.
    pub result: &'static ResultWords,
    pub comparison: &'static str,
    pub neither_is_right: &'static str,
    pub verdict_agree: &'static str,
    pub verdict_agree_on_steps: &'static str,
    pub verdict_may_agree: &'static str,
    pub verdict_one_step: &'static str,
    pub verdict_one_side_only: &'static str,
    pub verdict_two_or_more: &'static str,
    pub verdict_unknown: &'static str,
    pub rated_apart: fn(usize) -> String,
    pub conversation_guide: &'static str,
    pub two_ratings: fn(&str, &str, &str) -> String,
    pub prompt_evidence: &'static str,
    pub prompt_consistently: &'static str,
    pub prompt_opportunity: &'static str,
    pub prompt_agreed_gap: fn(&str) -> String,
    pub prompt_agreed_strength: fn(&str) -> String,
    pub prompt_left_open: fn(&str) -> String,

    // Across frameworks
    pub across: &'static str,
    pub across_hint: &'static str,
    pub across_too_few: &'static str,
    pub comparable: &'static str,
    pub you_are_here: &'static str,
    pub work_on_next: fn(&str) -> String,
    pub topics: &'static str,
    pub topics_hint: &'static str,
    pub sources_agree: &'static str,
    pub sources_mixed: &'static str,
    pub sources_contradict: &'static str,
}

/// The words of a framework's whole rubric. Separate from the others, because they are part of the worksheet page and
/// nobody loads them.
#[expect(missing_docs, reason = "each field is named after what it says; the text is in `english.rs`")]
pub struct RubricWords {
    /// All other words.
    pub words: &'static Words,
    /// The words of a result.
    pub result: &'static ResultWords,
    pub rubric: &'static str,
    pub rubric_hint: &'static str,
    pub name: &'static str,
    pub date: &'static str,

    // How to use the sheet
    pub how_to: &'static str,
    pub mark_each: &'static str,
    pub when_met: &'static str,
    pub tick_steps: &'static str,
    pub read_conjunctive: &'static str,
    pub read_per_competency: &'static str,
    pub read_contrast: fn(&str, &str) -> String,
    pub read_stages: fn(&str) -> String,
    pub open_marks: &'static str,
    pub optional_stated: &'static str,
    pub optional_derived: &'static str,
    pub granted: &'static str,

    // Levels, situation and statements
    pub levels: &'static str,
    pub situation_hint: &'static str,
    pub statements: &'static str,
    pub statements_hint: &'static str,
    pub grouping_source: &'static str,
    pub builds_stated: &'static str,
    pub builds_assumed: &'static str,
    pub builds_no: &'static str,

    // The result, and how to grow
    pub met: fn(&str, &str) -> String,
    pub also_expected: &'static str,
    pub dot_means: &'static str,
    pub highest_counts: &'static str,
    pub from_to: fn(&str, &str) -> String,
    pub if_marked: fn(&str) -> String,
}

/// The words on a framework's cover. Separate from the others, because no reader loads them: the build draws the covers.
#[expect(missing_docs, reason = "each field is named after what it says; the text is in `english.rs`")]
pub struct CoverWords {
    /// All other words.
    pub words: &'static Words,
    /// The words of a result.
    pub result: &'static ResultWords,
    pub find_level: fn(usize) -> String,
    pub find_lean: fn(usize) -> String,
    pub find_stage: fn(usize) -> String,
    pub private: &'static str,
    pub levels_expect: &'static str,
    pub stages_expect: &'static str,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        // One language may have words for the reader and words about somebody else.
        std::ptr::eq(self, other)
    }
}
