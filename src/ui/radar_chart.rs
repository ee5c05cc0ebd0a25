//! The radar: one spoke per competency, the next level's profile behind one or two results, open answers as a range.

use yew::prelude::*;

use crate::assessment::framework::{Framework, LevelIndex};
use crate::drawing::radar::series::{self, Series};
use crate::drawing::radar::shapes::{Position, Sample, Shape, diamond, legend, shapes};
use crate::drawing::radar::{Grid, LABEL_SIZE, LINE_HEIGHT, Label, MARKER, Point, numbers, points_text, tenth};
use crate::words::{self, ResultWords};

/// The size of the numbers that replace the names if the reader's text is large for the width of the page.
const LARGE_NUMBER: f64 = 2.0 * LABEL_SIZE;

pub struct RadarChart<'a> {
    pub framework: &'a Framework,
    /// One result, or two to compare with the reader's own first.
    pub series: &'a [Series],
    /// The level whose profile is drawn in the background.
    pub target: Option<LevelIndex>,
    pub words: &'static ResultWords,
}

pub fn radar_chart(props: &RadarChart) -> Html {
    let RadarChart { framework, series, target, words } = *props;
    let grid = series::grid(framework);
    html! {
        <figure class="radar" part="radar" data-numbered={grid.is_numbered.then_some("")}>
            { drawing(props, &grid) }
            <figcaption>
                // The style sheet shows the list when it shows numbers on the spokes.
                <ol class="radar__names">
                    for label in series::labels(framework) {
                        <li>{ label }</li>
                    }
                </ol>
                <ul class="legend">
                    for (sample, text) in legend(words, framework, series, target) {
                        { legend_entry(sample, text) }
                    }
                </ul>
                <p class="hint">{ words::rings(words, framework) }</p>
            </figcaption>
        </figure>
    }
}

fn drawing(props: &RadarChart, grid: &Grid) -> Html {
    let RadarChart { framework, series, target, words } = *props;
    let view = [grid.view.left, grid.view.top, grid.view.width, grid.view.height].map(tenth).join(" ");
    let title = words::radar_title(words, framework, &series::names(series));
    html! {
        <svg class="radar__chart" part="radar__chart" role="img" aria-label={title} viewBox={view}>
            if !grid.is_numbered {
                <g class="radar__numbers">
                    for label in numbers(grid.spokes.len(), LARGE_NUMBER) {
                        { spoke_label(&label, LARGE_NUMBER) }
                    }
                </g>
            }
            for shape in shapes(framework, series, target) {
                { painted(&shape) }
            }
        </svg>
    }
}

// Each class is written out, because `class={…}` in `html!` adds Yew's `Classes` to the download.

fn legend_entry(sample: Sample, text: String) -> Html {
    match sample {
        Sample::Result(Position::First) => html! { <li class="legend__you">{ text }</li> },
        Sample::Result(Position::Second) => html! { <li class="legend__second">{ text }</li> },
        Sample::Target { is_outlined: false } => html! { <li class="legend__target">{ text }</li> },
        Sample::Target { is_outlined: true } => {
            html! { <li class="legend__target legend__target--outlined">{ text }</li> }
        }
        Sample::OpenRange(Position::First) => html! { <li class="legend__open">{ text }</li> },
        Sample::OpenRange(Position::Second) => html! { <li class="legend__open legend__open--second">{ text }</li> },
    }
}

fn painted(shape: &Shape) -> Html {
    match shape {
        Shape::Ring(corners) => html! { <polygon class="radar__ring" points={points_text(corners)} /> },
        Shape::Spoke(tip) => html! { <line class="radar__spoke" x1="0" y1="0" x2={tenth(tip.x)} y2={tenth(tip.y)} /> },
        Shape::Target(corners) => html! { <polygon class="radar__target" points={points_text(corners)} /> },
        Shape::TargetMark(at) => html! { <polygon class="radar__mark" points={points_text(&diamond(*at))} /> },
        Shape::Result(position, corners) => outline(*position, corners),
        Shape::OpenRange(position, low, high) => open_range(*position, *low, *high),
        Shape::Marker(position, at) => marker(*position, *at),
        Shape::Label(label) => spoke_label(label, LABEL_SIZE),
    }
}

fn outline(position: Position, corners: &[Point]) -> Html {
    let points = points_text(corners);
    match position {
        Position::First => html! { <polygon class="radar__you" {points} /> },
        Position::Second => html! { <polygon class="radar__second" {points} /> },
    }
}

fn open_range(position: Position, low: Point, high: Point) -> Html {
    let [x1, y1, x2, y2] = [low.x, low.y, high.x, high.y].map(tenth);
    match position {
        Position::First => html! { <line class="radar__open" {x1} {y1} {x2} {y2} /> },
        Position::Second => html! { <line class="radar__open radar__open--second" {x1} {y1} {x2} {y2} /> },
    }
}

/// Renders a square for the first result, a circle for the second.
fn marker(position: Position, at: Point) -> Html {
    let [x, y, size] = [at.x - MARKER, at.y - MARKER, 2.0 * MARKER].map(|length| AttrValue::from(tenth(length)));
    match position {
        Position::First => html! {
            <rect class="radar__marker" {x} {y} width={&size} height={size} rx="0" />
        },
        Position::Second => html! {
            <rect class="radar__marker radar__marker--second" {x} {y} width={&size} height={size} rx={tenth(MARKER)} />
        },
    }
}

/// Renders the name or the number of a competency at the end of its spoke.
fn spoke_label(label: &Label, size: f64) -> Html {
    let y = tenth(label.at.y);
    html! {
        <text class="radar__label" text-anchor={label.anchor.word()} {y} font-size={tenth(size)}>
            for (index, line) in label.lines.iter().enumerate() {
                <tspan x={tenth(label.at.x)} dy={tenth(if index == 0 { 0.0 } else { LINE_HEIGHT })}>{ line.clone() }</tspan>
            }
        </text>
    }
}
