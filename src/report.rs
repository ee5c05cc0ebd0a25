//! Results as text, for people and programs: the files that a person can save.

use self::data::ResultFile;
use self::svg::Scheme;
use crate::assessment::framework::Framework;
use crate::assessment::{focus, scoring};
use crate::drawing::radar::series::Series;
use crate::formats::draft::Draft;
use crate::words::{self, ENGLISH_RESULT};

pub mod csv;
pub mod data;
pub mod markdown;
pub mod svg;

/// The files that a result can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A card with headline and radar: the drawing of a picture of 1200 x 630.
    Card,
    /// The radar, as SVG.
    Radar,
    /// The growth plan, as Markdown.
    Plan,
    /// The report and everything answered, as JSON; [`draft::read`](crate::formats::draft::read) reads it back.
    Data,
    /// The statements with their ratings, as CSV.
    Table,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Card, Self::Radar, Self::Plan, Self::Data, Self::Table];

    /// What the page calls the kind when it asks for a file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Radar => "radar",
            Self::Plan => "plan",
            Self::Data => "data",
            Self::Table => "table",
        }
    }

    /// The kind with a name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What a file of a framework's result is called, saved on a day such as `2026-11-22`.
    #[must_use]
    pub fn file_name(self, framework: &str, date: &str) -> String {
        let extension = match self {
            Self::Card => "png",
            Self::Radar => "svg",
            Self::Plan => "md",
            Self::Data => "json",
            Self::Table => "csv",
        };
        format!("next-rung-{framework}-{date}.{extension}")
    }
}

/// The media type of a file's text.
#[must_use]
pub const fn media_type(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Card | FileKind::Radar => "image/svg+xml",
        FileKind::Plan => "text/markdown;charset=utf-8",
        FileKind::Data => "application/json",
        FileKind::Table => "text/csv;charset=utf-8",
    }
}

/// The text of a file; `None` where nothing is answered and the file would say nothing.
///
/// JSON is written by `to_json`: by the browser there, and by `serde_json` elsewhere.
#[must_use]
pub fn write(
    kind: FileKind,
    framework: &Framework,
    draft: &Draft,
    date: &str,
    scheme: Scheme,
    to_json: fn(&ResultFile) -> String,
) -> Option<String> {
    // Files address the person whose result it is.
    let words = &ENGLISH_RESULT;
    let answers = &draft.answers;
    let assessment = &scoring::assess(framework, answers)?;
    let series = &[Series::new(words.you, assessment)];
    let target = focus::plan(framework, answers, assessment).to;
    Some(match kind {
        FileKind::Card => {
            let headline = words::headline(words, framework, assessment);
            svg::card(words, framework, &headline, series, target, scheme)
        }
        FileKind::Radar => svg::radar(words, framework, series, target, scheme),
        FileKind::Plan => markdown::write(words, framework, answers, assessment, date),
        FileKind::Data => to_json(&data::result_file(words, framework, draft, assessment, date)),
        FileKind::Table => csv::write(words, framework, answers),
    })
}
