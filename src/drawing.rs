//! Geometry and shapes of the drawings. The page paints them as elements, a file as SVG text.

pub mod radar;
pub mod text;

/// Formats a number with up to `decimals` decimals, without trailing zeros. The standard formatting adds 10 kB raw to
/// the download.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "what is written so is small: shares and chart units")]
#[expect(clippy::cast_precision_loss, reason = "the factor is a small power of ten")]
pub fn decimal(number: f64, decimals: u32) -> String {
    let factor = 10_i64.pow(decimals);
    let scaled = (number * factor as f64).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, rest) = (scaled.abs() / factor, scaled.abs() % factor);
    let text = format!("{sign}{whole}.{rest:0width$}", width = decimals as usize);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_short() {
        let cases =
            [(1.0, "1"), (0.375, "0.375"), (2.0 / 3.0, "0.667"), (-12.3456, "-12.346"), (0.0, "0"), (-0.0001, "0")];
        for (number, text) in cases {
            assert_eq!(decimal(number, 3), text);
        }
    }
}
