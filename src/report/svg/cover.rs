//! The cover of a framework: the preview image of its shared address, before anybody has answered.

use std::iter::once;

use super::chart::{Chart, outline, painted, spoke_label};
use super::lettering::{LINE, USUAL, fit};
use super::xml::{element, text_lines};
use super::{
    CARD, MARGIN, NAMES_SHARE, Palette, SANS, SERIF, Scheme, block, file, mark, moved, names_within, rectangle, text,
};
use crate::assessment::framework::{Framework, RuleKind};
use crate::assessment::route;
use crate::drawing::radar::series::target_values;
use crate::drawing::radar::shapes::rings_and_spokes;
use crate::drawing::radar::{Anchor, Area, Grid, LABEL_SIZE, Label, Point, RADIUS, polygon, tenth};
use crate::drawing::text::width;
use crate::words::{self, CoverWords};

/// The font size of small text: covers are often shown at half their size.
const SMALL: f64 = 26.0;
/// The largest font size of the title.
const LARGE: f64 = 64.0;
/// The distance between two lines of the title, in multiples of its font size.
const TITLE_LINE: f64 = 1.12;
/// The width of the texts beside the radar.
const COLUMN: f64 = 484.0;
/// The height of the invitation, which looks like the button on the page behind the cover.
const BUTTON: f64 = 66.0;
/// The distance from the lowest baseline to the button.
const BELOW_BUTTON: f64 = 44.0;
/// The left edge of the panel with the radar.
const PANEL: f64 = 608.0;
/// The room around the radar in its panel.
const PANEL_PADDING: f64 = 32.0;
/// The radius of the largest radar, in pixels.
const LARGEST_RADIUS: f64 = 180.0;

/// Draws the cover of a framework, 1200 by 630 pixels: its title and byline, what readers get, and what each level
/// expects.
///
/// The title is set as large as it fits, and is never cut off. All text is readable at half the size.
#[must_use]
pub fn cover(words: &CoverWords, framework: &Framework, scheme: Scheme) -> String {
    let palette = scheme.palette();
    let chart = Chart { words: words.result, framework, series: &[], target: None, palette };
    let panel = Area { left: PANEL, width: CARD.width - PANEL, ..CARD };

    let mut parts = vec![rectangle(panel, palette.surface), large_mark(words, palette)];
    parts.extend(title_and_byline(words, framework, palette));
    parts.extend(button(&invitation(words, framework), palette));
    let private_at = Point { x: MARGIN, y: CARD.height - MARGIN };
    parts.push(line_of_text(words.private, private_at, Anchor::Start, palette.muted, "400"));
    parts.extend(expectations(&chart, panel, caption(words, framework)));

    let levels = framework.described_levels();
    let description: Vec<_> = levels.into_iter().map(|level| chart.expected_at(level)).collect();
    file(&framework.title, &description.join(" "), palette, CARD, 1.0, &parts)
}

/// Returns an invitation such as "Find your level in 5 minutes", worded for the framework's level rule.
#[must_use]
pub fn invitation(words: &CoverWords, framework: &Framework) -> String {
    let find = match framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => words.find_level,
        RuleKind::Contrast => words.find_lean,
        RuleKind::Stages => words.find_stage,
    };
    find(route::minutes(framework))
}

/// Returns the caption of the radar.
const fn caption(words: &CoverWords, framework: &Framework) -> &'static str {
    match framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency | RuleKind::Contrast => words.levels_expect,
        RuleKind::Stages => words.stages_expect,
    }
}

/// Draws the mark of the share image, slightly larger.
fn large_mark(words: &CoverWords, palette: &Palette) -> String {
    let scale = 1.3;
    moved(MARGIN * (1.0 - scale), MARGIN * (1.0 - scale) - 8.0, scale, &mark(words.result, palette))
}

/// Draws title and byline, centered between the mark above and the button below.
fn title_and_byline(words: &CoverWords, framework: &Framework, palette: &Palette) -> [String; 2] {
    let (top, bottom) = (MARGIN + 52.0, CARD.height - MARGIN - BELOW_BUTTON - BUTTON - 40.0);
    let gap = 18.0;
    // The byline names the source, without its date.
    let source = framework.source.iter();
    let byline: Vec<_> =
        source.flat_map(|source| once(words::author(words.words, source)).chain(source.publication.clone())).collect();
    // The room assumes letters of the usual width, which those of the build's fonts have.
    let byline = fit(&byline.join(", "), SMALL, COLUMN / USUAL, 3.2 * SMALL * LINE);
    let room = bottom - top - gap - byline.height();
    let title = fit(&framework.title, LARGE, COLUMN / USUAL, room * LINE / TITLE_LINE);
    let title_height = title.height() * TITLE_LINE / LINE;
    let title_top = top + (room - title_height) / 2.0;
    let title_at = Point { x: MARGIN, y: title_top + title.size };
    let look =
        [("font-size", &*tenth(title.size)), ("fill", palette.text), ("font-weight", "600"), ("font-family", SERIF)];
    [
        text_lines(&title.lines, title_at, title.size * TITLE_LINE, &look),
        block(&byline, title_top + title_height + gap, palette.muted, "400", SANS),
    ]
}

fn button(invitation: &str, palette: &Palette) -> [String; 2] {
    let button_width = width(invitation, SMALL) * USUAL + 72.0;
    let top = CARD.height - MARGIN - BELOW_BUTTON - BUTTON;
    let [x, y, width, height, rounding] = [MARGIN, top, button_width, BUTTON, 14.0].map(tenth);
    let shape =
        [("x", &*x), ("y", &y), ("width", &width), ("height", &height), ("rx", &rounding), ("fill", palette.accent)];
    let text_at = Point { x: MARGIN + button_width / 2.0, y: top + BUTTON / 2.0 + SMALL * 0.34 };
    [element("rect", &shape, ""), line_of_text(invitation, text_at, Anchor::Middle, palette.paper, "700")]
}

fn line_of_text(content: &str, at: Point, anchor: Anchor, color: &str, weight: &str) -> String {
    text(&[content.to_owned()], at, anchor, SMALL, color, weight)
}

/// Draws the target profiles of all levels on top of each other, as large as they fit above their caption.
fn expectations(chart: &Chart, panel: Area, caption: &str) -> Vec<String> {
    let caption_at = Point { x: panel.left + panel.width / 2.0, y: CARD.height - MARGIN };
    let mut room = Area {
        left: panel.left + PANEL_PADDING,
        top: PANEL_PADDING + 8.0,
        width: panel.width - 2.0 * PANEL_PADDING,
        height: caption_at.y - SMALL - 2.0 * PANEL_PADDING,
    };
    let mut parts = vec![line_of_text(caption, caption_at, Anchor::Middle, chart.palette.muted, "400")];
    if let Some(names) = names_within(chart, SMALL, room.width, room.height * NAMES_SHARE) {
        room.height -= names.height + PANEL_PADDING;
        let names_top = room.top + room.height + PANEL_PADDING;
        parts.push(moved(caption_at.x - names.width / 2.0, names_top, 1.0, &names.parts));
    }
    let Layout { scale, label_scale, labels, view } = layout(&chart.grid(), room);
    let left = room.left + (room.width - view.width) / 2.0 - view.left;
    let top = room.top + (room.height - view.height) / 2.0 - view.top;
    let labels: Vec<_> = labels.iter().map(|label| spoke_label(label, chart.palette)).collect();
    parts.push(moved(left, top, scale, &profiles(chart)));
    parts.push(moved(left, top, label_scale, &labels));
    parts
}

/// Draws each level's profile over the lower ones: where more levels overlap, the color is darker.
fn profiles(chart: &Chart) -> Vec<String> {
    let Chart { framework, palette, .. } = *chart;
    let stroke = [
        ("fill", palette.accent),
        ("fill-opacity", "0.15"),
        ("stroke", palette.accent),
        ("stroke-width", "1.6"),
        ("stroke-linejoin", "round"),
    ];
    let profile = |level| outline(&polygon(&target_values(framework, level)), &stroke);
    let grid = rings_and_spokes(&chart.grid());
    let mut layers: Vec<_> = grid.iter().map(|shape| painted(shape, palette)).collect();
    layers.extend(framework.described_levels().into_iter().map(profile));
    layers
}

/// The layout of a radar. Labels that are names keep their font size.
struct Layout {
    /// Pixels per chart unit, for everything except the labels.
    scale: f64,
    /// Pixels per unit of the labels.
    label_scale: f64,
    /// The labels, in their own units.
    labels: Vec<Label>,
    /// The area of the whole drawing around the radar's center, in pixels.
    view: Area,
}

/// Returns the layout with the largest radar that fits a room together with labels of a fixed size.
fn layout(grid: &Grid, room: Area) -> Layout {
    let mut radius = LARGEST_RADIUS;
    loop {
        let layout = layout_of(grid, radius);
        if radius < 1.0 || layout.view.width <= room.width && layout.view.height <= room.height {
            return layout;
        }
        radius -= 1.0;
    }
}

fn layout_of(grid: &Grid, radius: f64) -> Layout {
    let scale = radius / RADIUS;
    // Many numbers around a small radar only fit if they shrink with it.
    let label_scale = (SMALL / LABEL_SIZE).min(if grid.is_numbered { scale } else { f64::INFINITY });
    // A label keeps its distance to the tip of its spoke, so it moves inwards together with the tip.
    let inwards = 1.0 - scale / label_scale;
    let mut view = Area { left: -radius, top: -radius, width: 2.0 * radius, height: 2.0 * radius };
    let mut labels = Vec::new();
    for (label, tip) in grid.labels.iter().zip(&grid.spokes) {
        let at = Point { x: label.at.x - tip.x * inwards, y: label.at.y - tip.y * inwards };
        let width = label.lines.iter().map(|line| width(line, LABEL_SIZE * label_scale) * USUAL).fold(0.0, f64::max);
        let left = at.x * label_scale
            - match label.anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width / 2.0,
                Anchor::End => width,
            };
        let top = (label.area.top - tip.y * inwards) * label_scale;
        view = view.with(Area { left, top, width, height: label.area.height * label_scale });
        labels.push(Label { at, ..label.clone() });
    }
    Layout { scale, label_scale, labels, view }
}
