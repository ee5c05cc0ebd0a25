//! Results as text, for people and programs: the files that a reader can save.

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
    /// A share image with the headline and the radar, 1200 by 630 pixels.
    Card,
    /// The radar, as SVG.
    Radar,
    /// The growth plan, as Markdown.
    Plan,
    /// The report and all answers, as JSON; [`draft::read`](crate::formats::draft::read) reads it back.
    Data,
    /// The statements with their ratings, as CSV.
    Table,
}

impl FileKind {
    /// All kinds of files.
    pub const ALL: [Self; 5] = [Self::Card, Self::Radar, Self::Plan, Self::Data, Self::Table];

    /// Returns the name that the page uses to ask for this kind of file.
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

    /// Returns the kind with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Returns the file name for a result of a framework, saved on a day such as `2026-11-22`.
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

/// Returns the media type of a file's text.
#[must_use]
pub const fn media_type(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Card | FileKind::Radar => "image/svg+xml",
        FileKind::Plan => "text/markdown;charset=utf-8",
        FileKind::Data => "application/json",
        FileKind::Table => "text/csv;charset=utf-8",
    }
}

/// Writes the text of a file; `None` if nothing is answered and the file would be empty.
///
/// `to_json` writes the JSON: the browser does it there, `serde_json` elsewhere.
#[must_use]
pub fn write(
    kind: FileKind,
    framework: &Framework,
    draft: &Draft,
    date: &str,
    scheme: Scheme,
    to_json: fn(&ResultFile) -> String,
) -> Option<String> {
    // Files address the person that the result is about.
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
