//! Repeated measurements of one value.

use std::fmt;

/// Numbers that were measured one after another.
#[derive(Debug, Default)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// Adds a number.
    pub fn add(&mut self, sample: f64) {
        self.0.push(sample);
    }

    /// Returns the 50th percentile.
    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    /// Returns the percentile at this share of the samples; not a number if there are none.
    fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().saturating_sub(1);
        // A share of an index in a list is an index in this list.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last place")]
        let place = (share * last as f64).round() as usize;
        sorted.get(place).copied().unwrap_or(f64::NAN)
    }
}

impl fmt::Display for Samples {
    /// Writes the median, and the distance of the 5th and the 95th percentile. A precision sets the number of digits.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let digits = formatter.precision().unwrap_or(0);
        let [low, median, high] = [0.05, 0.5, 0.95].map(|share| self.at(share));
        write!(formatter, "{median:.digits$} ({low:.digits$} to {high:.digits$})")
    }
}
