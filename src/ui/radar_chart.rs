//! The radar: one spoke a competency, the next level's profile behind one or two results, open answers as a range.

use yew::prelude::*;

use crate::assessment::framework::{Framework, LevelIndex};
use crate::assessment::radar::series::{self, Series};
use crate::assessment::radar::{self, LINE_HEIGHT, Label, MARKER, Point, tenth};
use crate::ui::parts::{element, element_with, paragraph, part, text, text_in};
use crate::words::{self, Words};

pub struct RadarChart<'a> {
    pub framework: &'a Framework,
    /// One result, or two to compare: one's own first.
    pub series: &'a [Series],
    /// The level whose profile is drawn behind.
    pub target: Option<LevelIndex>,
    pub words: &'static Words,
}

/// What sets a series apart: its classes, and how round its markers are.
struct Look {
    outline: &'static str,
    open: &'static str,
    marker: &'static str,
    legend: &'static str,
    legend_open: &'static str,
    rounding: f64,
}

const LOOKS: [Look; 2] = [
    Look {
        outline: "radar__you",
        open: "radar__open",
        marker: "radar__marker",
        legend: "legend__you",
        legend_open: "legend__open",
        rounding: 0.0,
    },
    Look {
        outline: "radar__second",
        open: "radar__open radar__open--second",
        marker: "radar__marker radar__marker--second",
        legend: "legend__second",
        legend_open: "legend__open legend__open--second",
        rounding: MARKER,
    },
];

pub fn radar_chart(props: &RadarChart) -> Html {
    let RadarChart { framework, series, target, words } = *props;
    let mut legend = Vec::new();
    for (each, look) in series.iter().zip(&LOOKS) {
        legend.push(text_in("li", look.legend, each.name.clone()));
    }
    if let Some(level) = target {
        legend.push(text_in("li", "legend__target", (words.next_level_is)(&framework.level(level).name)));
    }
    if let Some((_, look)) = series.iter().zip(&LOOKS).find(|(each, _)| each.is_open()) {
        legend.push(text_in("li", look.legend_open, words.open_range));
    }
    let caption = vec![element("ul", "legend", legend), paragraph("hint", words::rings(words, framework))];
    part("figure", "radar", vec![drawing(props), element("figcaption", "", caption)])
}

fn drawing(props: &RadarChart) -> Html {
    let RadarChart { framework, series, target, words } = *props;
    let grid = series::grid(framework);
    let view = [grid.view.left, grid.view.top, grid.view.width, grid.view.height].map(tenth).join(" ");
    let center = Point { x: 0.0, y: 0.0 };
    let mut layers: Vec<Html> = grid.rings.iter().map(|ring| outline("radar__ring", ring)).collect();
    layers.extend(grid.spokes.iter().map(|&tip| line("radar__spoke", center, tip)));
    if let Some(level) = target {
        layers.push(outline("radar__target", &radar::polygon(&series::target_values(framework, level))));
    }
    for (each, look) in series.iter().zip(&LOOKS) {
        let corners = radar::polygon(&each.low);
        layers.push(outline(look.outline, &corners));
        layers.extend(each.open_ranges().into_iter().map(|(low, high)| line(look.open, low, high)));
        layers.extend(corners.into_iter().map(|corner| marker(look, corner)));
    }
    layers.extend(grid.labels.iter().map(spoke_label));
    let title = words::radar_title(words, framework, series);
    let values = vec!["radar__chart".into(), "radar__chart".into(), "img".into(), title.into(), view.into()];
    element_with("svg", &["class", "part", "role", "aria-label", "viewBox"], values, layers)
}

fn outline(class: &'static str, corners: &[Point]) -> Html {
    element_with("polygon", &["class", "points"], vec![class.into(), radar::points_text(corners).into()], Vec::new())
}

fn line(class: &'static str, from: Point, to: Point) -> Html {
    let values = vec![class.into(), length(from.x), length(from.y), length(to.x), length(to.y)];
    element_with("line", &["class", "x1", "y1", "x2", "y2"], values, Vec::new())
}

fn marker(look: &Look, at: Point) -> Html {
    let size = length(2.0 * MARKER);
    let (left, top, rounding) = (length(at.x - MARKER), length(at.y - MARKER), length(look.rounding));
    let values = vec![look.marker.into(), left, top, size.clone(), size, rounding];
    element_with("rect", &["class", "x", "y", "width", "height", "rx"], values, Vec::new())
}

fn spoke_label(label: &Label) -> Html {
    let line = |(index, line): (usize, &String)| {
        let down = if index == 0 { 0.0 } else { LINE_HEIGHT };
        element_with("tspan", &["x", "dy"], vec![length(label.at.x), length(down)], vec![text(line.clone())])
    };
    let names = &["class", "text-anchor", "y", "font-size"];
    let values = vec!["radar__label".into(), label.anchor.word().into(), length(label.at.y), length(radar::LABEL_SIZE)];
    element_with("text", names, values, label.lines.iter().enumerate().map(line).collect())
}

/// A length in chart units as an attribute.
fn length(length: f64) -> AttrValue {
    tenth(length).into()
}
