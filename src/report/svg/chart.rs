//! The radar itself, in chart units around its center, and its legend.

use super::Palette;
use super::lettering::{LINE, USUAL};
use super::xml::{element, text_lines};
use crate::assessment::framework::{Framework, LevelIndex};
use crate::assessment::scoring::Bounds;
use crate::drawing::radar::series::{self, Series, steps_met, target_values};
use crate::drawing::radar::shapes::{self, Position, Sample, Shape, diamond};
use crate::drawing::radar::{Anchor, Grid, LABEL_SIZE, LINE_HEIGHT, Label, MARKER, Point, number, points_text, tenth};
use crate::drawing::text::{lines, width};
use crate::words::{self, ResultWords};

/// The length of a legend sample, in chart units.
const SAMPLE: f64 = 28.0;
/// The distance from a legend sample to its text.
const SAMPLE_GAP: f64 = 8.0;
/// The font size of the legend.
const LEGEND_SIZE: f64 = LABEL_SIZE;
/// The distance from a number to its name, in multiples of the font size.
const NUMBER_GAP: f64 = 0.5;
/// The distance between two columns of names, in multiples of the font size.
const COLUMN_GAP: f64 = 1.5;

const CENTER: Point = Point { x: 0.0, y: 0.0 };

/// The content of a chart.
pub(super) struct Chart<'a> {
    pub words: &'a ResultWords,
    pub framework: &'a Framework,
    pub series: &'a [Series],
    pub target: Option<LevelIndex>,
    pub palette: &'static Palette,
}

/// Parts drawn from (0, 0) on, and the room that they take.
#[derive(Default)]
pub(super) struct Legend {
    pub parts: Vec<String>,
    pub width: f64,
    pub height: f64,
}

/// The look of a series, as on the page.
struct Look {
    id: &'static str,
    color: &'static str,
    dash: &'static str,
    fill_opacity: &'static str,
    rounding: f64,
}

impl Chart<'_> {
    pub fn grid(&self) -> Grid {
        series::grid(self.framework)
    }

    /// Draws all shapes of the radar, from back to front.
    pub fn layers(&self) -> Vec<String> {
        let shapes = shapes::shapes(self.framework, self.series, self.target);
        shapes.iter().map(|shape| painted(shape, self.palette)).collect()
    }

    /// Draws the legend, one entry below the other, with texts broken to fit a width.
    pub fn legend(&self, room: f64) -> Legend {
        let mut legend = Legend::default();
        for (sample, text) in shapes::legend(self.words, self.framework, self.series, self.target) {
            legend.entry(sample, &text, room, self.palette);
        }
        legend
    }

    /// Draws the names that the numbers on the spokes stand for, in as many columns as fit this width; `None` if the
    /// spokes are labeled with names.
    pub fn names(&self, size: f64, room: f64) -> Option<Legend> {
        if !self.grid().is_numbered {
            return None;
        }
        let labels = series::labels(self.framework);
        let number_width = width(&labels.len().to_string(), size);
        let left = number_width + NUMBER_GAP * size;
        let names: Vec<_> = labels.iter().map(|label| lines(label, size, room - left)).collect();
        let widest = names.iter().flatten().map(|line| width(line, size)).fold(0.0, f64::max);
        let gap = COLUMN_GAP * size;
        let column = left + widest + gap;
        let columns = (2..=names.len()).take_while(|&columns| number(columns) * column - gap <= room).count() + 1;

        let attributes = [("font-size", &*tenth(size)), ("fill", self.palette.text)];
        let number_attributes = [("text-anchor", Anchor::End.word()), attributes[0], ("fill", self.palette.muted)];
        let mut legend = Legend::default();
        let mut spoke = 0;
        for names in names.chunks(names.len().div_ceil(columns)) {
            let mut top = 0.0;
            for lines in names {
                spoke += 1;
                let at = |x| Point { x: legend.width + x, y: top + size };
                let number_line = [spoke.to_string()];
                legend.parts.push(text_lines(&number_line, at(number_width), 0.0, &number_attributes));
                legend.parts.push(text_lines(lines, at(left), size * LINE, &attributes));
                top += (number(lines.len()) * LINE + 0.2) * size;
            }
            legend.width += column;
            legend.height = legend.height.max(top);
        }
        legend.width -= gap;
        Some(legend)
    }

    /// Describes the values in words, for those who cannot see the picture.
    pub fn description(&self) -> String {
        let mut sentences = Vec::new();
        for each in self.series {
            sentences.push(self.sentence(&each.name, &each.low, &each.high));
        }
        sentences.extend(self.target.map(|level| self.expected_at(level)));
        sentences.join(" ")
    }

    /// Describes a level's target profile in words.
    pub fn expected_at(&self, level: LevelIndex) -> String {
        let target = target_values(self.framework, level);
        self.sentence(&(self.words.next_level_is)(&self.framework.level(level).name), &target, &target)
    }

    fn sentence(&self, name: &str, low: &[f64], high: &[f64]) -> String {
        let mut shown = Vec::new();
        for ((index, &low), &high) in self.framework.competency_indices().zip(low).zip(high) {
            let competency = self.framework.competency(index);
            let steps = competency.steps.len();
            let met = Bounds { low: steps_met(low, steps), high: steps_met(high, steps) };
            shown.push(format!("{}: {}", competency.name, words::shown(self.words, self.framework, index, met)));
        }
        format!("{name}. {}.", shown.join(", "))
    }
}

impl Legend {
    fn entry(&mut self, sample: Sample, name: &str, room: f64, palette: &Palette) {
        let left = SAMPLE + SAMPLE_GAP;
        let lines = lines(name, LEGEND_SIZE, room - left);
        // A sample is drawn at half the height of lowercase letters.
        let place = format!("translate(0 {})", tenth(self.height + LEGEND_SIZE * 0.68));
        self.parts.push(element("g", &[("transform", &place)], &legend_sample(sample, palette)));
        let at = Point { x: left, y: self.height + LEGEND_SIZE };
        let attributes = [("font-size", &*tenth(LEGEND_SIZE)), ("fill", palette.text)];
        self.parts.push(text_lines(&lines, at, LEGEND_SIZE * LINE, &attributes));
        // The estimate is an upper limit; the usual width is needed to center the legend.
        let usual = |line: &String| left + width(line, LEGEND_SIZE) * USUAL;
        self.width = lines.iter().map(usual).fold(self.width, f64::max);
        self.height += (number(lines.len()) * LINE + 0.3) * LEGEND_SIZE;
    }
}

pub(super) fn painted(shape: &Shape, palette: &Palette) -> String {
    let thin = [("fill", "none"), ("stroke", palette.line), ("stroke-width", "0.8")];
    match shape {
        Shape::Ring(corners) => outline(corners, &thin),
        Shape::Spoke(tip) => line(CENTER, *tip, &thin),
        Shape::Target(corners) => outline(corners, &target_stroke(palette)),
        Shape::TargetMark(at) => {
            let attributes = [("fill", "none"), ("stroke", palette.muted), ("stroke-width", "1.6")];
            outline(&diamond(*at), &attributes)
        }
        Shape::Result(position, corners) => {
            let look = look(*position, palette);
            let mut attributes = vec![("id", look.id)];
            attributes.extend(series_stroke(&look));
            outline(corners, &attributes)
        }
        Shape::OpenRange(position, low, high) => line(*low, *high, &open_stroke(&look(*position, palette))),
        Shape::Marker(position, at) => marker(&look(*position, palette), *at),
        Shape::Label(label) => spoke_label(label, palette),
    }
}

/// Draws the sample beside a legend entry, [`SAMPLE`] wide.
fn legend_sample(sample: Sample, palette: &Palette) -> String {
    let end = Point { x: SAMPLE, y: 0.0 };
    let middle = Point { x: SAMPLE / 2.0, y: 0.0 };
    match sample {
        Sample::Result(position) => {
            let look = look(position, palette);
            line(CENTER, end, &series_stroke(&look)) + &marker(&look, middle)
        }
        Sample::Target { is_outlined } => {
            let mark = painted(&Shape::TargetMark(middle), palette);
            if !is_outlined {
                return mark;
            }
            // Shortened so that the dashes are symmetric.
            let (from, to) = (Point { x: 2.5, ..CENTER }, Point { x: SAMPLE - 2.5, ..CENTER });
            line(from, to, &target_stroke(palette)) + &mark
        }
        Sample::OpenRange(position) => line(CENTER, end, &open_stroke(&look(position, palette))),
    }
}

fn look(position: Position, palette: &Palette) -> Look {
    let Palette { accent, second, .. } = *palette;
    match position {
        Position::First => Look { id: "you", color: accent, dash: "", fill_opacity: "0.24", rounding: 0.0 },
        Position::Second => Look { id: "second", color: second, dash: "0.1 5", fill_opacity: "0", rounding: MARKER },
    }
}

fn series_stroke(look: &Look) -> [(&'static str, &'static str); 7] {
    [
        ("fill", look.color),
        ("fill-opacity", look.fill_opacity),
        ("stroke", look.color),
        ("stroke-width", "2.4"),
        ("stroke-linejoin", "round"),
        ("stroke-linecap", if look.dash.is_empty() { "" } else { "round" }),
        ("stroke-dasharray", look.dash),
    ]
}

fn target_stroke(palette: &Palette) -> [(&'static str, &'static str); 4] {
    [("fill", "none"), ("stroke", palette.muted), ("stroke-width", "1.6"), ("stroke-dasharray", "5 4")]
}

fn open_stroke(look: &Look) -> [(&'static str, &'static str); 4] {
    [("stroke", look.color), ("stroke-width", "5"), ("stroke-linecap", "round"), ("stroke-opacity", "0.35")]
}

pub(super) fn outline(corners: &[Point], attributes: &[(&str, &str)]) -> String {
    let points = points_text(corners);
    let mut all = vec![("points", points.as_str())];
    all.extend_from_slice(attributes);
    element("polygon", &all, "")
}

fn line(from: Point, to: Point, attributes: &[(&str, &str)]) -> String {
    let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(tenth);
    let mut all = vec![("x1", x1.as_str()), ("y1", &y1), ("x2", &x2), ("y2", &y2)];
    all.extend_from_slice(attributes);
    element("line", &all, "")
}

fn marker(look: &Look, at: Point) -> String {
    let [x, y, size, rounding] = [at.x - MARKER, at.y - MARKER, 2.0 * MARKER, look.rounding].map(tenth);
    let place = [("x", &*x), ("y", &y), ("width", &size), ("height", &size), ("rx", &rounding), ("fill", look.color)];
    element("rect", &place, "")
}

pub(super) fn spoke_label(label: &Label, palette: &Palette) -> String {
    let attributes = [("font-size", &*tenth(LABEL_SIZE)), ("text-anchor", label.anchor.word()), ("fill", palette.text)];
    text_lines(&label.lines, label.at, LINE_HEIGHT, &attributes)
}
