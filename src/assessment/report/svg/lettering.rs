//! How wide text comes out, and where to break it. An SVG does neither by itself.
//!
//! Which font a reader has is not known here, so widths are upper estimates for the common ones.

use crate::assessment::radar::number;

/// From one line to the next, over the size of the letters.
pub(super) const LINE: f64 = 1.22;
/// How much of its estimated width a text usually takes.
pub(super) const USUAL: f64 = 0.87;
/// From one size that is tried to the next.
const STEP: f64 = 0.95;

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

/// As many lines, but about equally long.
fn balanced(text: &str, size: f64, mut room: f64, mut best: Vec<String>) -> Vec<String> {
    while room > size {
        room *= STEP;
        let narrower = lines(text, size, room);
        let is_broken = text.split_whitespace().any(|word| width(word, size) > room);
        if narrower.len() > best.len() || is_broken {
            break;
        }
        best = narrower;
    }
    best
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
