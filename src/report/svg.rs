//! The radar as a picture, and a share image: SVG files without style sheets, scripts or external resources.

use self::chart::{Chart, Legend};
use self::lettering::{Fitted, LINE, STEP, fit};
use self::xml::{element, text_lines};
use crate::assessment::framework::{Framework, LevelIndex};
use crate::drawing::decimal;
use crate::drawing::radar::series::{self, Series};
use crate::drawing::radar::{Anchor, Area, Grid, LABEL_SIZE, Point, WIDEST_VIEW, tenth};
use crate::words::{self, ResultWords};

mod chart;
mod cover;
mod lettering;
mod xml;

pub use cover::{cover, invitation};

/// The color scheme of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The colors of a picture, written out because a saved file has no style sheet.
struct Palette {
    paper: &'static str,
    surface: &'static str,
    text: &'static str,
    muted: &'static str,
    line: &'static str,
    accent: &'static str,
    second: &'static str,
}

// `LIGHT` and `DARK`, which build.rs generates from `styles/colors.css`.
include!(concat!(env!("OUT_DIR"), "/palettes.rs"));

impl Scheme {
    const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// Fonts available on every system.
const SANS: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, Helvetica, Arial, sans-serif";
/// Fonts for a headline.
const SERIF: &str = "\"Iowan Old Style\", Charter, Georgia, serif";
/// The ladder of the page's icon, in a 32 by 32 square.
const LADDER: &str = "M9 3v26M23 3v26M9 9h14M9 16h14M9 23h14";

/// The number of pixels per chart unit in the radar's file.
const PIXELS: f64 = 3.0;
/// The room around the radar, in chart units.
const PADDING: f64 = 16.0;
/// The minimum width of the texts below the radar, in chart units.
const TEXT_WIDTH: f64 = 300.0;
/// The font size of the framework's title in the radar's file.
const TITLE_SIZE: f64 = 17.0;

/// The area of the share image in pixels, as link previews expect it.
const CARD: Area = Area { left: 0.0, top: 0.0, width: 1200.0, height: 630.0 };
/// The margin to the edges of the share image.
const MARGIN: f64 = 72.0;
/// The width of the text in the share image.
const COLUMN: f64 = 500.0;
/// The width of the headline. Bold letters run wider than the estimate.
const HEADLINE_COLUMN: f64 = 460.0;
/// The left edge of the panel with the radar in the share image.
const PANEL: f64 = 628.0;
/// The room around the radar in its panel.
const PANEL_PADDING: f64 = 36.0;
/// The largest share of a panel's height that the list of numbered names may take.
const NAMES_SHARE: f64 = 0.36;
/// The font size of the legend in the share image.
const CARD_LEGEND: f64 = 19.0;

/// Draws the radar as a standalone SVG file: the same as on the page, with its title and legend.
///
/// It takes one series, or two with the reader's own first, each from a result in this framework.
#[must_use]
pub fn radar(
    words: &ResultWords,
    framework: &Framework,
    series: &[Series],
    target: Option<LevelIndex>,
    scheme: Scheme,
) -> String {
    let palette = scheme.palette();
    let chart = Chart { words, framework, series, target, palette };
    let Grid { view, is_numbered, .. } = chart.grid();
    // Names below the radar get the full width at which letters are large enough on a narrow page.
    let text_width = if is_numbered { WIDEST_VIEW } else { view.width.max(TEXT_WIDTH) };
    let middle = view.left + view.width / 2.0;
    let top = view.top + view.height + 12.0;
    let mut below = Below { top, middle, width: text_width, parts: chart.layers() };
    if let Some(names) = chart.names(LABEL_SIZE, text_width) {
        below.place(&names);
    }
    below.place(&chart.legend(text_width));
    below.write(&words::rings(words, framework), LABEL_SIZE, palette.muted, "400");
    below.top += 14.0;
    below.write(&framework.title, TITLE_SIZE, palette.text, "700");
    below.write(&words::byline(words.words, framework), LABEL_SIZE, palette.muted, "400");
    below.top += 8.0;
    below.write(words.product, LABEL_SIZE, palette.accent, "700");

    let left = middle - text_width / 2.0 - PADDING;
    let top = view.top - PADDING;
    let area = Area { left, top, width: text_width + 2.0 * PADDING, height: below.top + PADDING - top };
    file(
        &words::radar_title(words, framework, &series::names(series)),
        &chart.description(),
        palette,
        area,
        PIXELS,
        &below.parts,
    )
}

/// Draws a share image of 1200 by 630 pixels: the headline and the framework's source beside the radar.
///
/// The headline is set as large as it fits, and is never cut off.
#[must_use]
pub fn card(
    words: &ResultWords,
    framework: &Framework,
    headline: &str,
    series: &[Series],
    target: Option<LevelIndex>,
    scheme: Scheme,
) -> String {
    let palette = scheme.palette();
    let chart = Chart { words, framework, series, target, palette };
    let panel = Area { left: PANEL, width: CARD.width - PANEL, ..CARD };
    let mut parts = vec![rectangle(panel, palette.surface)];
    parts.extend(mark(words, palette));
    parts.extend(headline_and_source(&chart, headline));
    parts.extend(chart_in_panel(&chart, panel));
    file(headline, &chart.description(), palette, CARD, 1.0, &parts)
}

/// Draws the ladder and the product name beside it, in the corner of the share image.
fn mark(words: &ResultWords, palette: &Palette) -> [String; 2] {
    let ladder = element(
        "path",
        &[
            ("d", LADDER),
            ("fill", "none"),
            ("stroke", palette.accent),
            ("stroke-width", "4"),
            ("stroke-linecap", "round"),
        ],
        "",
    );
    let name_at = Point { x: MARGIN + 36.0, y: MARGIN + 19.0 };
    // The icon has padding on its left.
    let ladder = moved(MARGIN - 6.0, MARGIN - 6.0, 1.0, &[ladder]);
    [ladder, text(&[words.product.to_owned()], name_at, Anchor::Start, 22.0, palette.text, "700")]
}

/// Draws the headline, between the mark above and the leading limit and the framework below.
fn headline_and_source(chart: &Chart, headline: &str) -> Vec<String> {
    let Chart { words, framework, palette, .. } = *chart;
    let title = fit(&framework.title, 25.0, COLUMN, 96.0);
    let byline = fit(&words::byline(words.words, framework), 19.0, COLUMN, 52.0);
    let byline_top = CARD.height - MARGIN - byline.height();
    let title_top = byline_top - 8.0 - title.height();
    let rule = Area { left: MARGIN, top: title_top - 26.0, width: 56.0, height: 4.0 };

    let caveat =
        framework.lead_caveat().map_or_else(String::new, |caveat| words::limit(words.words, framework, caveat));
    let caveat = fit(&caveat, 19.0, COLUMN, 120.0);
    let caveat_top = rule.top - 26.0 - caveat.height();

    let (top, bottom) = (MARGIN + 56.0, caveat_top - 20.0);
    let headline = fit(headline, 62.0, HEADLINE_COLUMN, bottom - top);
    let headline_top = top + (bottom - top - headline.height()) / 2.0;
    vec![
        block(&headline, headline_top, palette.text, "600", SERIF),
        block(&caveat, caveat_top, palette.muted, "400", SANS),
        rectangle(rule, palette.accent),
        block(&title, title_top, palette.text, "700", SANS),
        block(&byline, byline_top, palette.muted, "400", SANS),
    ]
}

/// Draws the radar as large as it fits above its legend, both centered in the panel.
fn chart_in_panel(chart: &Chart, panel: Area) -> Vec<String> {
    let (room_width, room_height) = (panel.width - 2.0 * PANEL_PADDING, panel.height - 2.0 * PANEL_PADDING);
    let legend_scale = CARD_LEGEND / LABEL_SIZE;
    let legend = chart.legend(room_width / legend_scale);
    let names = names_within(chart, CARD_LEGEND, room_width, room_height * NAMES_SHARE);
    let gap = 26.0;
    let names_height = names.as_ref().map_or(0.0, |names| names.height + gap);
    let below_height = gap + names_height + legend.height * legend_scale;
    let view = chart.grid().view;
    let scale = (room_width / view.width).min(((room_height - below_height) / view.height).max(0.5));
    let middle = panel.left + panel.width / 2.0;
    let top = (panel.height - view.height * scale - below_height) / 2.0;
    let names_top = top + view.height * scale + gap;
    let legend_left = middle - legend.width * legend_scale / 2.0;
    let mut parts = vec![
        moved(middle - (view.left + view.width / 2.0) * scale, top - view.top * scale, scale, &chart.layers()),
        moved(legend_left, names_top + names_height, legend_scale, &legend.parts),
    ];
    parts.extend(names.map(|names| moved(middle - names.width / 2.0, names_top, 1.0, &names.parts)));
    parts
}

/// Draws the names that the numbers on the spokes stand for, at the font size `largest` or smaller if they do not fit.
fn names_within(chart: &Chart, largest: f64, width: f64, height: f64) -> Option<Legend> {
    let mut size = largest;
    loop {
        let names = chart.names(size, width)?;
        if names.height <= height {
            return Some(names);
        }
        size *= STEP;
    }
}

/// Lists and lines of text below each other, each centered.
struct Below {
    top: f64,
    middle: f64,
    width: f64,
    parts: Vec<String>,
}

impl Below {
    fn place(&mut self, legend: &Legend) {
        self.parts.push(moved(self.middle - legend.width / 2.0, self.top, 1.0, &legend.parts));
        self.top += legend.height + 8.0;
    }

    fn write(&mut self, content: &str, size: f64, color: &str, weight: &str) {
        let fitted = fit(content, size, self.width, f64::INFINITY);
        let at = Point { x: self.middle, y: self.top + size };
        self.top += fitted.height();
        self.parts.push(text(&fitted.lines, at, Anchor::Middle, size, color, weight));
    }
}

/// Assembles the file: its title and description for those who cannot see it, the background, and the drawing.
fn file(title: &str, description: &str, palette: &Palette, area: Area, pixels: f64, parts: &[String]) -> String {
    let view = [area.left, area.top, area.width, area.height].map(tenth).join(" ");
    let mut content =
        vec![xml::text_in("title", title), xml::text_in("desc", description), rectangle(area, palette.paper)];
    content.extend_from_slice(parts);
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", &view),
        ("width", &decimal(area.width * pixels, 0)),
        ("height", &decimal(area.height * pixels, 0)),
        ("role", "img"),
        // A page that contains the file may read from right to left, and text anchors follow the direction.
        ("direction", "ltr"),
        ("font-family", SANS),
    ];
    let mut file = element("svg", &attributes, &format!("\n{}\n", content.join("\n")));
    file.push('\n');
    file
}

fn rectangle(area: Area, color: &str) -> String {
    let [x, y, width, height] = [area.left, area.top, area.width, area.height].map(tenth);
    element("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("fill", color)], "")
}

/// Scales parts, then moves them by an offset.
fn moved(x: f64, y: f64, scale: f64, parts: &[String]) -> String {
    let transform = format!("translate({} {}) scale({})", tenth(x), tenth(y), decimal(scale, 3));
    element("g", &[("transform", &transform)], &parts.join("\n"))
}

/// Draws lines of text that start at a point.
fn text(lines: &[String], at: Point, anchor: Anchor, size: f64, color: &str, weight: &str) -> String {
    text_lines(
        lines,
        at,
        size * LINE,
        &[("font-size", &tenth(size)), ("fill", color), ("text-anchor", anchor.word()), ("font-weight", weight)],
    )
}

/// Draws a fitted text in the column of the share image.
fn block(text: &Fitted, top: f64, color: &str, weight: &str, family: &str) -> String {
    let at = Point { x: MARGIN, y: top + text.size };
    text_lines(
        &text.lines,
        at,
        text.size * LINE,
        &[("font-size", &tenth(text.size)), ("fill", color), ("font-weight", weight), ("font-family", family)],
    )
}
