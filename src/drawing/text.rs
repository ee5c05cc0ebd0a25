//! Estimates of text width, and line breaking. SVG does neither by itself.
//!
//! The reader's font is unknown, so widths are upper estimates for the common ones.

/// Punctuation that must not begin a line in Chinese, Japanese and Korean.
const NOT_FIRST: &str = "、。，．・：；？！）」』】〉》,.:;?!)%”’";
/// Punctuation that must not end a line in these languages.
const NOT_LAST: &str = "（「『【〈《(“‘";
const SOFT_HYPHEN: char = '\u{ad}';
const ZERO_WIDTH_SPACE: char = '\u{200b}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// The places where a line may end, from the best to the last resort.
#[derive(Clone, Copy, PartialEq)]
enum Break {
    /// At a space.
    BetweenWords,
    /// At a space, a soft hyphen or a zero-width space, after a hyphen, and between Chinese, Japanese or Korean
    /// characters.
    BetweenParts,
    /// Between any two characters that are not drawn as one.
    Anywhere,
}

/// Returns the largest width that a text can have at this font size.
#[must_use]
pub fn width(text: &str, size: f64) -> f64 {
    in_size(text.chars().map(character_width).sum(), size)
}

/// Returns the width of the widest part of a text that [`lines`] breaks only as a last resort.
#[must_use]
pub fn narrowest_room(text: &str, size: f64) -> f64 {
    let characters: Vec<_> = text.chars().collect();
    let mut rest = characters.as_slice();
    let mut widest = 0;
    while let Some(part) = next_part(&mut rest, Break::BetweenParts) {
        widest = widest.max(width_at_end(part));
    }
    in_size(widest, size)
}

/// Breaks a text into lines of at most this width.
///
/// Lines end at spaces. A word that is too wide is broken at a soft hyphen, which becomes visible there, after a hyphen,
/// or between Chinese, Japanese or Korean characters. If it has none of these, it is broken between any two characters.
#[must_use]
pub fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let characters: Vec<_> = text.chars().collect();
    let mut lines = Lines { ended: Vec::new(), line: Vec::new(), size, room };
    lines.fill(&characters, Break::BetweenWords);
    lines.end_line();
    lines.ended
}

/// Breaks a text into as few lines as fit this width, about equally long. No word is broken for the sake of balance.
#[must_use]
pub fn balanced_lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let narrowest = narrowest_room(text, size);
    let mut room = room;
    let mut balanced = lines(text, size, room);
    while room > narrowest {
        room = (room - size / 4.0).max(narrowest);
        let narrower = lines(text, size, room);
        let broken_words = |lines: &[String]| lines.iter().filter(|line| line.ends_with('-')).count();
        if narrower.len() > balanced.len() || broken_words(&narrower) > broken_words(&balanced) {
            break;
        }
        balanced = narrower;
    }
    balanced
}

/// Lines that are being filled.
struct Lines {
    ended: Vec<String>,
    /// The unfinished line, with its soft hyphens.
    line: Vec<char>,
    size: f64,
    room: f64,
}

impl Lines {
    /// Adds a text, broken at the best places that keep each part narrower than the room.
    fn fill(&mut self, text: &[char], at: Break) {
        let mut rest = text;
        while let Some(part) = next_part(&mut rest, at) {
            if at == Break::BetweenWords && !self.line.is_empty() {
                self.line.push(' ');
            }
            if !self.fits(width_of(&self.line) + width_at_end(part)) {
                self.end_line();
            }
            match at {
                Break::BetweenWords if !self.fits(width_at_end(part)) => self.fill(part, Break::BetweenParts),
                Break::BetweenParts if !self.fits(width_at_end(part)) => self.fill(part, Break::Anywhere),
                _ => self.line.extend_from_slice(part),
            }
        }
    }

    fn fits(&self, width: u32) -> bool {
        in_size(width, self.size) <= self.room
    }

    fn end_line(&mut self) {
        if self.line.last() == Some(&' ') {
            self.line.pop();
        }
        if self.line.last() == Some(&SOFT_HYPHEN) {
            self.line.push('-');
        }
        // Some renderers draw soft hyphens within a line.
        let line: String = self.line.iter().filter(|&&character| character != SOFT_HYPHEN).collect();
        self.line.clear();
        if !line.is_empty() {
            self.ended.push(line);
        }
    }
}

/// Takes a text up to the first place where a line may end, and returns it without the spaces around it.
fn next_part<'a>(rest: &mut &'a [char], at: Break) -> Option<&'a [char]> {
    while let [first, others @ ..] = *rest
        && is_space(*first)
    {
        *rest = others;
    }
    let end = rest.windows(2).position(|pair| may_end(pair[0], pair[1], at)).map_or(rest.len(), |index| index + 1);
    let (part, others) = rest.split_at(end);
    *rest = others;
    (!part.is_empty()).then_some(part)
}

/// Returns `true` if a line may end between two neighboring characters.
fn may_end(before: char, after: char, at: Break) -> bool {
    // A letter and its accent, parts of an emoji, or the halves of a flag.
    let are_drawn_as_one = character_width(after) == 0
        || before == ZERO_WIDTH_JOINER
        || matches!(after, '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}');
    match before {
        _ if is_space(after) => true,
        _ if at == Break::BetweenWords => false,
        SOFT_HYPHEN | ZERO_WIDTH_SPACE => true,
        _ if are_drawn_as_one => false,
        _ if at == Break::Anywhere => true,
        '-' => !after.is_ascii_digit(),
        _ if contains(NOT_LAST, before) || contains(NOT_FIRST, after) => false,
        _ => is_east_asian(before) || is_east_asian(after),
    }
}

fn contains(characters: &str, character: char) -> bool {
    characters.chars().any(|each| each == character)
}

/// Returns `true` if a line may end at this character, which is then not drawn. A no-break space does not count.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{2000}'..='\u{200a}' | '\u{3000}')
}

/// Returns `true` for ideographs, kana, Hangul and their punctuation: a line may end before or after them.
fn is_east_asian(character: char) -> bool {
    matches!(
        character,
        '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

fn width_of(characters: &[char]) -> u32 {
    characters.iter().copied().map(character_width).sum()
}

/// Returns the width of a part of a text at the end of a line, where its soft hyphen is drawn.
fn width_at_end(part: &[char]) -> u32 {
    width_of(part) + if part.last() == Some(&SOFT_HYPHEN) { character_width('-') } else { 0 }
}

/// Converts a width in hundredths of the font size to the unit of that size.
fn in_size(width: u32, size: f64) -> f64 {
    f64::from(width) * size / 100.0
}

/// Returns the largest width of a character in common sans-serif and serif system fonts, in hundredths of the font size.
fn character_width(character: char) -> u32 {
    match character {
        // Soft hyphens, accents and points above or below a letter, and characters that only join others or set their
        // direction.
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' => 0,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{20d0}'..='\u{20ff}' => 0,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}' => 0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '’' => 35,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '!' => 45,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | '"' | '“' | '”' => 60,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '#' | '+' | '<' | '=' | '>' | '—' | 'æ' | 'œ' => 100,
        'A'..='Z' | '&' => 79,
        ' '..='\u{7f}' => 64,
        // Arabic letters are joined, which makes them narrow.
        '\u{600}'..='\u{6ff}' => 65,
        // Alphabets, except those of southern India, whose letters are as wide as they are high.
        '\u{80}'..'\u{b80}' | '\u{e00}'..'\u{1000}' | '\u{1e00}'..'\u{2000}' => 75,
        // Emoji are wider than high in some fonts.
        '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1ffff}' => 140,
        _ => 105,
    }
}

#[cfg(test)]
mod tests {
    use super::{balanced_lines, lines, narrowest_room};

    /// Breaks a text into lines of up to ten ems.
    #[track_caller]
    fn check_lines(text: &str, expected: &[&str]) {
        assert_eq!(lines(text, 1.0, 10.0), expected);
    }

    #[test]
    fn lines_end_at_spaces() {
        check_lines("one two", &["one two"]);
        check_lines("  Goals and metrics of a product ", &["Goals and metrics", "of a product"]);
        check_lines("1\u{a0}000\u{a0}000 users and more", &["1\u{a0}000\u{a0}000 users", "and more"]);
        check_lines("", &[]);
    }

    #[test]
    fn a_soft_hyphen_is_seen_only_at_the_end_of_a_line() {
        check_lines("Pro\u{ad}dukt\u{ad}ziele", &["Produktziele"]);
        check_lines("Stake\u{ad}holder\u{ad}pflegeplan", &["Stakeholder-", "pflegeplan"]);
    }

    #[test]
    fn a_hyphen_ends_a_line() {
        check_lines("Cross-functional-collaboration", &["Cross-functional-", "collaboration"]);
    }

    #[test]
    fn korean_words_stay_whole_where_they_fit() {
        check_lines("이해관계자 커뮤니케이션", &["이해관계자", "커뮤니케이션"]);
    }

    #[test]
    fn chinese_and_japanese_are_broken_between_characters() {
        check_lines("ステークホルダー管理", &["ステークホルダー管", "理"]);
        check_lines("プロダクト戦略会議、計画", &["プロダクト戦略会", "議、計画"]);
        check_lines("プロダクト戦略会「目標」", &["プロダクト戦略会", "「目標」"]);
    }

    #[test]
    fn a_word_without_a_place_to_break_is_broken_anywhere() {
        assert_eq!(lines(&"unbreakable".repeat(9), 1.0, 10.0).concat(), "unbreakable".repeat(9));
        let family = "👩\u{200d}👩\u{200d}👧";
        check_lines(&family.repeat(3), &[&family.repeat(2), family]);
        let accented = "e\u{301}".repeat(20);
        assert!(lines(&accented, 1.0, 10.0).iter().all(|line| !line.starts_with('\u{301}')));
    }

    #[test]
    fn balanced_lines_are_about_equally_long() {
        assert_eq!(balanced_lines("One two three four five six", 1.0, 12.0), ["One two three", "four five six"]);
        assert_eq!(balanced_lines("ステークホルダー管理", 1.0, 10.0), ["ステークホ", "ルダー管理"]);
        assert_eq!(balanced_lines("one two", 1.0, 10.0), ["one two"]);
        assert_eq!(balanced_lines("Super-senior PM", 1.0, 8.0), ["Super-senior", "PM"]);
        assert_eq!(balanced_lines(&"unbreakable".repeat(9), 1.0, 10.0).concat(), "unbreakable".repeat(9));
    }

    #[test]
    fn the_narrowest_room_holds_the_widest_part() {
        assert!(narrowest_room("Stake\u{ad}holder\u{ad}pflege", 1.0) < narrowest_room("Stakeholder", 1.0));
        assert!(narrowest_room("이해관계자", 1.0) < 1.1);
        assert_eq!(narrowest_room("", 1.0), 0.0);
    }
}
