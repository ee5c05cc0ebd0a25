//! How wide text comes out, and where to break it. An SVG does neither by itself.
//!
//! Which font a reader has is not known here, so widths are upper estimates for the common ones.

use crate::drawing::radar::number;

/// From one line to the next, over the size of the letters.
pub(super) const LINE: f64 = 1.22;
/// How much of its estimated width a text usually takes.
pub(super) const USUAL: f64 = 0.87;
/// From one size that is tried to the next.
const STEP: f64 = 0.95;
/// In how many lines one sees at a glance whether they are equally long.
const BALANCED_LINES: usize = 6;

/// Text at the size at which it fits.
pub(super) struct Fitted {
    pub size: f64,
    pub lines: Vec<String>,
}

impl Fitted {
    pub fn height(&self) -> f64 {
        height(&self.lines, self.size)
    }
}

/// Text in lines of some width and together of some height: at a size if it fits, else as much smaller as it must be.
///
/// A word is broken only where it would not fit at half the size either.
pub(super) fn fit(text: &str, largest: f64, room_width: f64, room_height: f64) -> Fitted {
    let mut size = largest;
    loop {
        let lines = lines(text, size, room_width);
        let is_whole = size < largest / 2.0 || text.split_whitespace().all(|word| width(word, size) <= room_width);
        if is_whole && height(&lines, size) <= room_height {
            return Fitted { lines: balanced(text, size, room_width, lines), size };
        }
        size *= STEP;
    }
}

/// As many lines, but as equally long as the words allow.
fn balanced(text: &str, size: f64, room: f64, greedy: Vec<String>) -> Vec<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    if greedy.len() > BALANCED_LINES || words.iter().any(|word| width(word, size) > room) {
        return greedy;
    }
    // For each word, how best to set what begins with it in so many lines, and how much that leaves empty.
    let mut best = vec![None; words.len()];
    best.push(Some((0.0, Vec::new())));
    for _ in 0..greedy.len() {
        let set = |start: usize| {
            let with_line = |end: usize| {
                let line = words[start..end].join(" ");
                let empty = room - width(&line, size);
                (empty >= 0.0).then_some((end, empty, line))
            };
            let settings = (start + 1..=words.len()).map_while(with_line).filter_map(|(end, empty, line)| {
                let (before, below): &(f64, Vec<String>) = best[end].as_ref()?;
                Some((before + empty * empty, [vec![line], below.clone()].concat()))
            });
            settings.min_by(|one, other| one.0.total_cmp(&other.0))
        };
        best = (0..=words.len()).map(set).collect();
    }
    best.swap_remove(0).map_or(greedy, |(_, lines)| lines)
}

/// Text broken at spaces into lines of at most some width, and within a word where that alone is wider.
pub(super) fn lines(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let space = if line.is_empty() { "" } else { " " };
        if width(&line, size) + width(space, size) + width(word, size) <= room {
            line.push_str(space);
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut used = 0.0;
        for letter in word.chars() {
            let letter_width = letter_width(letter) * size;
            if used + letter_width > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            line.push(letter);
            used += letter_width;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// How wide a text comes out at most, at a size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * size
}

/// How wide a letter is at most over its size, in the sans-serif and serif fonts that systems bring.
fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' => 0.35,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '"' | '“' | '”' => 0.45,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | '—' => 0.95,
        'A'..='Z' => 0.72,
        ' '..='\u{7f}' => 0.6,
        '\u{80}'..'\u{1100}' => 0.75,
        _ => 1.05,
    }
}

fn height(lines: &[String], size: f64) -> f64 {
    number(lines.len()) * size * LINE
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[track_caller]
    fn check_lines(text: &str, expected: &[&str]) {
        assert_eq!(fit(text, 10.0, 100.0, 100.0).lines, expected);
    }

    #[test]
    fn lines_are_about_equally_long() {
        check_lines("one two", &["one two"]);
        check_lines("One two three four five six", &["One two three", "four five six"]);
        check_lines("Managers of a product and careers", &["Managers", "of a product", "and careers"]);
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken() {
        let lines = fit(&"unbreakable".repeat(9), 10.0, 100.0, 100.0).lines;
        assert_eq!(lines.concat(), "unbreakable".repeat(9));
    }
}
