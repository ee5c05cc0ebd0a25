//! What was measured several times.

use std::fmt;

/// Numbers that were measured one after another.
#[derive(Debug, Default)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// Adds a number.
    pub fn add(&mut self, sample: f64) {
        self.0.push(sample);
    }

    /// The 50th percentile.
    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    /// The smallest number that so large a share of all is not above; not a number where there are none.
    fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        // A share of a place in a list is a place in this list.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last place")]
        let place = (share * last as f64).round() as usize;
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }
}

impl fmt::Display for Samples {
    /// The median, and how far the 5th and the 95th percentile are apart; with a precision, that many digits.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let digits = formatter.precision().unwrap_or(0);
        let [low, median, high] = [0.05, 0.5, 0.95].map(|share| self.at(share));
        write!(formatter, "{median:.digits$} ({low:.digits$} to {high:.digits$})")
    }
}
