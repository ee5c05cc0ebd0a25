//! The radar: one spoke a competency, the next level's profile behind one's own, open answers as a range.

use yew::prelude::*;

use crate::assessment::framework::{Framework, LevelIndex, Step};
use crate::assessment::radar::{self, Anchor, Grid, LINE_HEIGHT, Label, Point, tenth};
use crate::assessment::scoring::Assessment;
use crate::ui::parts::{element, element_with, paragraph, text, text_in};
use crate::words::Words;

/// The rings where the levels do not give them.
const QUARTERS: usize = 4;
/// The half size of a marker, in chart units.
const MARKER: f64 = 3.6;

pub struct RadarChart<'a> {
    pub framework: &'a Framework,
    pub assessment: &'a Assessment,
    /// The level whose profile is drawn behind one's own.
    pub target: Option<LevelIndex>,
    pub words: &'static Words,
}

pub fn radar_chart(props: &RadarChart) -> Html {
    let RadarChart { framework, assessment, target, words } = *props;
    let labels: Vec<_> = framework.competencies.iter().map(|competency| competency.label.as_str()).collect();
    let ring_levels = ring_levels(framework);
    let grid = radar::grid(&labels, ring_levels.as_ref().map_or(QUARTERS, Vec::len));
    let low: Vec<_> = assessment.competencies.iter().map(|each| each.value.low).collect();
    let high: Vec<_> = assessment.competencies.iter().map(|each| each.value.high).collect();
    let rings = match ring_levels {
        Some(levels) => (words.rings_are_levels)(&levels.join(", ")),
        None => words.rings_are_quarters.to_owned(),
    };
    let mut legend = vec![text_in("li", "legend__you", words.you)];
    if let Some(level) = target {
        legend.push(text_in("li", "legend__target", (words.next_level_is)(&framework.level(level).name)));
    }
    if low != high {
        legend.push(text_in("li", "legend__open", words.open_range));
    }
    element(
        "figure",
        "radar",
        vec![
            drawing(props, &grid, &low, &high),
            element("figcaption", "", vec![element("ul", "legend", legend), paragraph("hint", rings)]),
        ],
    )
}

fn drawing(props: &RadarChart, grid: &Grid, low: &[f64], high: &[f64]) -> Html {
    let RadarChart { framework, target, words, .. } = *props;
    let view = [grid.view.left, grid.view.top, grid.view.width, grid.view.height].map(tenth).join(" ");
    let center = Point { x: 0.0, y: 0.0 };
    let you = radar::polygon(low);
    let mut layers: Vec<Html> = grid.rings.iter().map(|ring| outline("radar__ring", ring)).collect();
    layers.extend(grid.spokes.iter().map(|&tip| line("radar__spoke", center, tip)));
    layers.extend(target.map(|level| outline("radar__target", &radar::polygon(&target_values(framework, level)))));
    layers.push(outline("radar__you", &you));
    layers.extend(ranges(low, high));
    layers.extend(you.into_iter().map(marker));
    layers.extend(grid.labels.iter().map(spoke_label));
    let title = (words.radar_title)(&framework.title);
    let values = vec!["radar__chart".into(), "img".into(), title.into(), view.into()];
    element_with("svg", &["class", "role", "aria-label", "viewBox"], values, layers)
}

fn outline(class: &'static str, corners: &[Point]) -> Html {
    element_with("polygon", &["class", "points"], vec![class.into(), radar::points_text(corners).into()], Vec::new())
}

/// The names of the levels, where every competency has one step for each of them.
fn ring_levels(framework: &Framework) -> Option<Vec<String>> {
    let levels = framework.described_levels();
    let has_all = |steps: &[Step]| steps.iter().map(|step| step.level).eq(levels.iter().copied());
    let all = framework.competencies.iter().all(|competency| has_all(&competency.steps));
    all.then(|| levels.iter().map(|&level| framework.level(level).name.clone()).collect())
}

/// The values of a level's target profile.
#[expect(clippy::cast_precision_loss, reason = "steps are counted in tens")]
fn target_values(framework: &Framework, level: LevelIndex) -> Vec<f64> {
    let steps = framework.competencies.iter().map(|competency| competency.steps.len());
    framework.profile(level).iter().zip(steps).map(|(&target, steps)| target as f64 / steps as f64).collect()
}

/// Where open answers leave a spoke between two values.
fn ranges<'a>(low: &'a [f64], high: &'a [f64]) -> impl Iterator<Item = Html> + use<'a> {
    let spokes = low.len();
    low.iter().zip(high).enumerate().filter(|(_, (low, high))| low != high).map(move |(spoke, (&low, &high))| {
        line("radar__open", radar::on_spoke(spoke, spokes, low), radar::on_spoke(spoke, spokes, high))
    })
}

fn line(class: &'static str, from: Point, to: Point) -> Html {
    let values = vec![class.into(), length(from.x), length(from.y), length(to.x), length(to.y)];
    element_with("line", &["class", "x1", "y1", "x2", "y2"], values, Vec::new())
}

fn marker(at: Point) -> Html {
    let size = length(2.0 * MARKER);
    let values = vec!["radar__marker".into(), length(at.x - MARKER), length(at.y - MARKER), size.clone(), size];
    element_with("rect", &["class", "x", "y", "width", "height"], values, Vec::new())
}

fn spoke_label(label: &Label) -> Html {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let line = |(index, line): (usize, &String)| {
        let down = if index == 0 { 0.0 } else { LINE_HEIGHT };
        element_with("tspan", &["x", "dy"], vec![length(label.at.x), length(down)], vec![text(line.clone())])
    };
    let names = &["class", "text-anchor", "y", "font-size"];
    let values = vec!["radar__label".into(), anchor.into(), length(label.at.y), length(radar::LABEL_SIZE)];
    element_with("text", names, values, label.lines.iter().enumerate().map(line).collect())
}

/// A length in chart units as an attribute.
fn length(length: f64) -> AttrValue {
    tenth(length).into()
}
