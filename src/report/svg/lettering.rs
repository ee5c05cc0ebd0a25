//! Text set as large as it fits a room.

use crate::drawing::radar::number;
use crate::drawing::text::{balanced_lines, lines, narrowest_room};

/// The distance between two lines, in multiples of the font size.
pub(super) const LINE: f64 = 1.22;
/// The share of its estimated width that a text usually takes.
pub(super) const USUAL: f64 = 0.87;
/// The factor from one font size to the next smaller one that is tried.
pub(super) const STEP: f64 = 0.95;

/// Text with the font size at which it fits.
pub(super) struct Fitted {
    pub size: f64,
    pub lines: Vec<String>,
}

impl Fitted {
    pub fn height(&self) -> f64 {
        height(&self.lines, self.size)
    }
}

/// Fits text into a width and a height: at the largest size if possible, otherwise at the next smaller size that fits.
///
/// A word is broken only if it would not fit at half the size either.
pub(super) fn fit(text: &str, largest: f64, room_width: f64, room_height: f64) -> Fitted {
    let mut size = largest;
    loop {
        let lines = lines(text, size, room_width);
        let is_whole = size < largest / 2.0 || narrowest_room(text, size) <= room_width;
        if is_whole && height(&lines, size) <= room_height {
            return Fitted { lines: balanced_lines(text, size, room_width), size };
        }
        size *= STEP;
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
