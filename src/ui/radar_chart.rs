//! The radar: one spoke a competency, the next level's profile behind one or two results, open answers as a range.

use yew::prelude::*;

use crate::assessment::framework::{Framework, LevelIndex};
use crate::drawing::radar::series::{self, Series};
use crate::drawing::radar::{self, LINE_HEIGHT, Label, MARKER, Point, tenth};
use crate::words::{self, Words};

pub struct RadarChart<'a> {
    pub framework: &'a Framework,
    /// One result, or two to compare: one's own first.
    pub series: &'a [Series],
    /// The level whose profile is drawn behind.
    pub target: Option<LevelIndex>,
    pub words: &'static Words,
}

/// The position of a result in a chart, which sets its look: the first one is the person's own.
#[derive(Clone, Copy)]
enum Position {
    First,
    Second,
}

const POSITIONS: [Position; 2] = [Position::First, Position::Second];

pub fn radar_chart(props: &RadarChart) -> Html {
    let RadarChart { framework, series, target, words } = *props;
    let first_open = series.iter().zip(POSITIONS).find(|(each, _)| each.is_open());
    html! {
        <figure class="radar" part="radar">
            { drawing(props) }
            <figcaption>
                <ul class="legend">
                    for (each, position) in series.iter().zip(POSITIONS) {
                        { legend_name(position, each) }
                    }
                    if let Some(level) = target {
                        <li class="legend__target">{ (words.next_level_is)(&framework.level(level).name) }</li>
                    }
                    if let Some((_, position)) = first_open {
                        { legend_open(position, words) }
                    }
                </ul>
                <p class="hint">{ words::rings(words, framework) }</p>
            </figcaption>
        </figure>
    }
}

fn drawing(props: &RadarChart) -> Html {
    let RadarChart { framework, series, target, words } = *props;
    let grid = series::grid(framework);
    let view = [grid.view.left, grid.view.top, grid.view.width, grid.view.height].map(tenth).join(" ");
    let title = words::radar_title(words, framework, &series::names(series));
    html! {
        <svg class="radar__chart" part="radar__chart" role="img" aria-label={title} viewBox={view}>
            for ring in &grid.rings {
                <polygon class="radar__ring" points={radar::points_text(ring)} />
            }
            for tip in &grid.spokes {
                <line class="radar__spoke" x1="0" y1="0" x2={tenth(tip.x)} y2={tenth(tip.y)} />
            }
            if let Some(level) = target {
                <polygon class="radar__target" points={outline(&series::target_values(framework, level))} />
            }
            for (each, position) in series.iter().zip(POSITIONS) {
                { profile(position, each) }
                for (low, high) in each.open_ranges() {
                    { open_range(position, low, high) }
                }
                for corner in radar::polygon(&each.low) {
                    { marker(position, corner) }
                }
            }
            for label in &grid.labels {
                { spoke_label(label) }
            }
        </svg>
    }
}

/// The corners of a profile as the `points` attribute of a polygon.
fn outline(values: &[f64]) -> String {
    radar::points_text(&radar::polygon(values))
}

// Each class is written out, because `class={…}` in `html!` adds Yew's `Classes` to the download.

fn legend_name(position: Position, series: &Series) -> Html {
    match position {
        Position::First => html! { <li class="legend__you">{ series.name.clone() }</li> },
        Position::Second => html! { <li class="legend__second">{ series.name.clone() }</li> },
    }
}

fn legend_open(position: Position, words: &Words) -> Html {
    match position {
        Position::First => html! { <li class="legend__open">{ words.open_range }</li> },
        Position::Second => html! { <li class="legend__open legend__open--second">{ words.open_range }</li> },
    }
}

fn profile(position: Position, series: &Series) -> Html {
    let points = outline(&series.low);
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

/// A square for the first result, a circle for the second.
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

/// The name of a competency at the end of its spoke, on one or two lines.
fn spoke_label(label: &Label) -> Html {
    let y = tenth(label.at.y);
    html! {
        <text class="radar__label" text-anchor={label.anchor.word()} {y} font-size={tenth(radar::LABEL_SIZE)}>
            for (index, line) in label.lines.iter().enumerate() {
                <tspan x={tenth(label.at.x)} dy={tenth(if index == 0 { 0.0 } else { LINE_HEIGHT })}>{ line.clone() }</tspan>
            }
        </text>
    }
}
