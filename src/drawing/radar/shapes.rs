//! A radar's shapes and legend, described once: `ui/radar_chart.rs` paints both with classes for the page,
//! `report/svg/chart.rs` with colors for files.

use super::series::{self, Series, target_values};
use super::{Grid, Label, MARK, Point, polygon};
use crate::assessment::framework::{Framework, LevelIndex};
use crate::words::ResultWords;

/// The position of a result in a chart, which decides its look. The first one is the reader's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// The only result, or the reader's own of two.
    First,
    /// The result that the reader's own is compared with.
    Second,
}

const POSITIONS: [Position; 2] = [Position::First, Position::Second];

/// A shape of a radar, in chart units.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A ring, given by its corners.
    Ring(Vec<Point>),
    /// A spoke from the center, given by its outer end.
    Spoke(Point),
    /// The outline of the target profile, given by its corners.
    Target(Vec<Point>),
    /// The mark at the value that the target profile expects on a spoke, given by its center: a [`diamond`].
    TargetMark(Point),
    /// The outline of a result, given by its corners.
    Result(Position, Vec<Point>),
    /// The part of a spoke between two points that open answers leave undecided.
    OpenRange(Position, Point, Point),
    /// The marker of a result on a spoke, given by its center.
    Marker(Position, Point),
    /// The name of a competency.
    Label(Label),
}

/// Returns all shapes of a radar, from back to front.
///
/// It shows one result, or two with the reader's own first, in front of the profile of a target level.
#[must_use]
pub fn shapes(framework: &Framework, series: &[Series], target: Option<LevelIndex>) -> Vec<Shape> {
    let grid = series::grid(framework);
    let mut shapes = rings_and_spokes(&grid);
    if let Some(level) = target {
        let values = target_values(framework, level);
        if is_outlined(&values) {
            shapes.push(Shape::Target(polygon(&values)));
        }
        shapes.extend(marked(&values).into_iter().map(Shape::TargetMark));
    }
    for (each, position) in series.iter().zip(POSITIONS) {
        let corners = polygon(&each.low);
        shapes.push(Shape::Result(position, corners.clone()));
        shapes.extend(each.open_ranges().into_iter().map(|(low, high)| Shape::OpenRange(position, low, high)));
        shapes.extend(corners.into_iter().map(|corner| Shape::Marker(position, corner)));
    }
    shapes.extend(grid.labels.into_iter().map(Shape::Label));
    shapes
}

/// Returns the shapes that every radar of a framework shares, without the labels.
#[must_use]
pub fn rings_and_spokes(grid: &Grid) -> Vec<Shape> {
    let rings = grid.rings.iter().cloned().map(Shape::Ring);
    rings.chain(grid.spokes.iter().copied().map(Shape::Spoke)).collect()
}

/// Returns the corners of a target's mark. It is drawn hollow: a result's marker fits inside if the target is met
/// exactly.
#[must_use]
pub fn diamond(at: Point) -> [Point; 4] {
    [(0.0, -MARK), (MARK, 0.0), (0.0, MARK), (-MARK, 0.0)].map(|(x, y)| Point { x: at.x + x, y: at.y + y })
}

/// The subject of a legend entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// The outline and the markers of a result.
    Result(Position),
    /// The profile of the target level.
    Target {
        /// `true` if an outline joins the marks.
        is_outlined: bool,
    },
    /// The open answers, in the color of the first result that has some.
    OpenRange(Position),
}

/// Returns the entries of a radar's legend with their texts, for exactly what is drawn.
#[must_use]
pub fn legend(
    words: &ResultWords,
    framework: &Framework,
    series: &[Series],
    target: Option<LevelIndex>,
) -> Vec<(Sample, String)> {
    let results = || series.iter().zip(POSITIONS);
    let mut entries: Vec<_> = results().map(|(each, position)| (Sample::Result(position), each.name.clone())).collect();
    if let Some(level) = target {
        let is_outlined = is_outlined(&target_values(framework, level));
        entries.push((Sample::Target { is_outlined }, (words.next_level_is)(&framework.level(level).name)));
    }
    if let Some((_, position)) = results().find(|(each, _)| each.is_open()) {
        entries.push((Sample::OpenRange(position), words.open_range.to_owned()));
    }
    entries
}

/// Returns `true` if an outline joins the marks of a target profile. With one or two competencies the outline is a line
/// or a spike from the center, which looks like a drawing error.
fn is_outlined(target: &[f64]) -> bool {
    target.iter().filter(|&&value| value > 0.0).count() >= 3
}

/// Returns the expected point of each spoke. Spokes that expect nothing share one point in the center.
fn marked(target: &[f64]) -> Vec<Point> {
    let mut points = Vec::new();
    for point in polygon(target) {
        if !points.contains(&point) {
            points.push(point);
        }
    }
    points
}
