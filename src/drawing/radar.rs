//! The radar's geometry: turns values into points and places the labels. Pure numbers. [`series`] holds the values,
//! [`shapes`] puts the drawing together.
//!
//! Chart units: the outer ring has a radius of [`RADIUS`], the center is (0, 0), x grows to the right and y downwards.
//! The first spoke points straight up, the others follow clockwise at equal angles.

use std::f64::consts::TAU;

use super::decimal;
use super::text::{balanced_lines, narrowest_room, width};

pub mod series;
pub mod shapes;

/// The radius of the outer ring, in chart units.
pub const RADIUS: f64 = 100.0;
/// The font size of a label, in chart units.
pub const LABEL_SIZE: f64 = 14.0;
/// The distance between two lines of a label, in chart units.
pub const LINE_HEIGHT: f64 = 16.0;
/// Half the size of a marker, in chart units.
pub const MARKER: f64 = 3.6;
/// The distance from the center of a target's mark to each of its corners, in chart units.
pub const MARK: f64 = 7.0;
/// The widest view, in chart units. A 320 px page leaves 288 px for the drawing, where labels are then 11 px high.
pub const WIDEST_VIEW: f64 = LABEL_SIZE * 288.0 / 11.0;
/// The line widths to try for labels, in chart units. The first one at which all labels fit is used.
const LABEL_ROOMS: [f64; 5] = [98.0, 84.0, 70.0, 56.0, 42.0];
/// The maximum number of lines in a label.
const MOST_LINES: usize = 4;
/// The distance from the outer ring to a label, in chart units: a target's mark fits between them.
const LABEL_GAP: f64 = 12.0;
/// The minimum distance between two labels, in chart units. Closer ones read as one.
const BETWEEN_LABELS: f64 = 5.0;
/// The room around the drawing, in chart units, for strokes and markers.
const MARGIN: f64 = 4.0;

/// A point in chart units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The distance to the right of the center.
    pub x: f64,
    /// The distance below the center.
    pub y: f64,
}

/// A rectangle in chart units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The distance from the left edge to the right one.
    pub width: f64,
    /// The distance from the top edge to the bottom one.
    pub height: f64,
}

impl Area {
    /// Returns the smallest area that contains this one and another.
    pub(crate) fn with(self, other: Self) -> Self {
        let left = self.left.min(other.left);
        let top = self.top.min(other.top);
        let right = (self.left + self.width).max(other.left + other.width);
        let bottom = (self.top + self.height).max(other.top + other.height);
        Self { left, top, width: right - left, height: bottom - top }
    }

    /// Returns `true` if this area and another have a point in common.
    fn overlaps(self, other: Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }

    fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }
}

/// The part of a label's line that is placed at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The first letter.
    Start,
    /// The middle.
    Middle,
    /// The last letter.
    End,
}

impl Anchor {
    /// Returns the value of the `text-anchor` attribute of an SVG text.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A spoke's label: the name of its competency, or a number that stands for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The lines, from top to bottom.
    pub lines: Vec<String>,
    /// The baseline of the first line; the others follow at [`LINE_HEIGHT`].
    pub at: Point,
    /// The part of each line that is placed at [`Label::at`].
    pub anchor: Anchor,
    /// The area that the label takes up at most.
    pub area: Area,
}

/// The parts of a radar that do not depend on the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The corners of each ring, innermost first.
    pub rings: Vec<Vec<Point>>,
    /// The outer end of each spoke.
    pub spokes: Vec<Point>,
    /// The label of each spoke.
    pub labels: Vec<Label>,
    /// `true` if the labels are numbers, counted from 1, because the names do not fit. A list then explains them.
    pub is_numbered: bool,
    /// The area that contains all of it.
    pub view: Area,
}

/// Returns the grid for spokes with these names, with rings at equal distances.
#[must_use]
pub fn grid(names: &[&str], rings: usize) -> Grid {
    let spokes = polygon(&vec![1.0; names.len()]);
    let names_in = |room| -> Vec<_> {
        let name = |(spoke, name)| {
            // A word stays whole if it cannot be broken.
            let room = narrowest_room(name, LABEL_SIZE).max(room);
            label(balanced_lines(name, LABEL_SIZE, room), spoke, names.len(), LABEL_SIZE)
        };
        names.iter().copied().enumerate().map(name).collect()
    };
    let fitting = LABEL_ROOMS.into_iter().map(names_in).find(|labels| fit(labels));
    let is_numbered = fitting.is_none();
    let labels = fitting.unwrap_or_else(|| numbers(names.len(), LABEL_SIZE));
    let ring = |ring| polygon(&vec![number(ring) / number(rings); spokes.len()]);
    let view = view(&labels);
    Grid { rings: (1..=rings).map(ring).collect(), spokes, labels, is_numbered, view }
}

/// Returns labels that number the spokes from 1, in this font size.
#[must_use]
pub fn numbers(spokes: usize, size: f64) -> Vec<Label> {
    (0..spokes).map(|spoke| label(vec![(spoke + 1).to_string()], spoke, spokes, size)).collect()
}

/// Returns the corners of a series that has one value from 0 to 1 for each spoke.
#[must_use]
pub fn polygon(values: &[f64]) -> Vec<Point> {
    values.iter().enumerate().map(|(spoke, &value)| on_spoke(spoke, values.len(), value)).collect()
}

/// Returns the point at a value on a spoke, from 0 (center) to 1 (outer ring).
#[must_use]
pub fn on_spoke(spoke: usize, spokes: usize, value: f64) -> Point {
    let (sine, cosine) = direction(spoke, spokes);
    Point { x: RADIUS * value * sine, y: -RADIUS * value * cosine }
}

/// Formats points as the `points` attribute of an SVG polygon, rounded to a tenth of a unit.
#[must_use]
pub fn points_text(points: &[Point]) -> String {
    points.iter().map(|point| format!("{},{}", tenth(point.x), tenth(point.y))).collect::<Vec<_>>().join(" ")
}

/// Formats a length in chart units, rounded to a tenth of a unit.
#[must_use]
pub fn tenth(length: f64) -> String {
    decimal(length, 1)
}

/// Returns the sine and cosine of a spoke's angle. The standard functions also reduce angles far beyond a
/// circle, which costs 8 kB.
fn direction(spoke: usize, spokes: usize) -> (f64, f64) {
    // Between -π and π the series is exact to twelve digits after 14 terms.
    let turn = number(spoke) / number(spokes);
    let angle = TAU * if turn > 0.5 { turn - 1.0 } else { turn };
    let (mut sine, mut cosine, mut term) = (0.0, 0.0, 1.0);
    for power in 0_u8..28 {
        let sign = if power % 4 < 2 { 1.0 } else { -1.0 };
        let series = if power % 2 == 0 { &mut cosine } else { &mut sine };
        *series += sign * term;
        term *= angle / f64::from(power + 1);
    }
    (sine, cosine)
}

/// Returns the area of the outer ring and the labels around it.
fn view(labels: &[Label]) -> Area {
    let circle = Area { left: -RADIUS, top: -RADIUS, width: 2.0 * RADIUS, height: 2.0 * RADIUS };
    labels.iter().fold(circle, |view, label| view.with(label.area)).grown(MARGIN)
}

/// Returns `true` if labels are large enough on the narrowest page and do not touch each other.
fn fit(labels: &[Label]) -> bool {
    let is_apart = |(index, label): (usize, &Label)| {
        let area = label.area.grown(BETWEEN_LABELS);
        labels[..index].iter().all(|other| !area.overlaps(other.area))
    };
    view(labels).width <= WIDEST_VIEW
        && labels.iter().all(|label| label.lines.len() <= MOST_LINES)
        && labels.iter().enumerate().all(is_apart)
}

fn label(lines: Vec<String>, spoke: usize, spokes: usize, size: f64) -> Label {
    let tip = on_spoke(spoke, spokes, 1.0 + LABEL_GAP / RADIUS);
    let anchor = match tip.x {
        x if x > RADIUS * 0.1 => Anchor::Start,
        x if x < -RADIUS * 0.1 => Anchor::End,
        _ => Anchor::Middle,
    };
    let width = lines.iter().map(|line| width(line, size)).fold(0.0, f64::max);
    let height = number(lines.len()) * LINE_HEIGHT * size / LABEL_SIZE;
    // A label ends at its tip above the chart, starts there below it, and is centered on it at the sides.
    let top = tip.y - height * (0.5 - 0.5 * tip.y / (RADIUS + LABEL_GAP));
    let left = match anchor {
        Anchor::Start => tip.x,
        Anchor::Middle => tip.x - width / 2.0,
        Anchor::End => tip.x - width,
    };
    let at = Point { x: tip.x, y: top + size };
    Label { lines, at, anchor, area: Area { left, top, width, height } }
}

/// Converts a count to a floating-point number for calculations.
#[expect(clippy::cast_precision_loss, reason = "spokes, rings, steps, lines and letters are counted in tens")]
pub(crate) fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use std::f64::consts::TAU;

    use super::direction;

    #[test]
    fn directions_are_sine_and_cosine() {
        for spokes in 3_u8..=24 {
            for spoke in 0..spokes {
                let (sine, cosine) = direction(usize::from(spoke), usize::from(spokes));
                let (true_sine, true_cosine) = (TAU * f64::from(spoke) / f64::from(spokes)).sin_cos();
                assert!((sine - true_sine).abs() < 1e-9 && (cosine - true_cosine).abs() < 1e-9, "{spoke} of {spokes}");
            }
        }
    }
}
