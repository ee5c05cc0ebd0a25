//! Statements about somebody else: turns the first person into "they".

/// Rewrites a statement from the first person: "I do my part" becomes "They do their part".
///
/// Only whole words change: I, my, mine, me and myself, and am, was or ’m directly after I. All other words, punctuation
/// and spaces are kept.
#[must_use]
pub fn about_them(statement: &str) -> String {
    let mut turned = String::new();
    let mut before = "";
    // Each piece is a word with the one character after it. An apostrophe ends a word too, so that in "I’ve" only the I
    // changes.
    for piece in statement.split_inclusive(is_between_words) {
        let word = piece.trim_end_matches(is_between_words);
        let after = piece.strip_prefix(word).unwrap_or_default();
        turned.push_str(match (before, word) {
            (_, "I") if begins_sentence(&turned) => "They",
            (_, "I") => "they",
            ("I ", "am") => "are",
            ("I ", "was") => "were",
            ("I’" | "I'", "m") => "re",
            (_, "my") => "their",
            (_, "My") => "Their",
            (_, "mine") => "theirs",
            (_, "me") => "them",
            (_, "myself") => "themselves",
            (_, unchanged) => unchanged,
        });
        turned.push_str(after);
        before = piece;
    }
    turned
}

/// Returns `true` for a character between words. Letters beyond ASCII belong to words; the list names all other
/// characters that a sentence may contain.
const fn is_between_words(character: char) -> bool {
    match character {
        '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '\u{a0}' => true,
        _ => character.is_ascii() && !character.is_ascii_alphanumeric(),
    }
}

fn begins_sentence(so_far: &str) -> bool {
    let so_far = so_far.trim_end_matches([' ', '(', '"', '\'', '“', '‘']);
    so_far.is_empty() || so_far.ends_with(['.', '!', '?'])
}
