//! The parts of the program that are loaded on demand: results, files, comparisons, and the reader of authors' framework
//! files.
//!
//! With the feature `split` the build moves each part out of the main module. A part is a struct of functions: code that
//! needs it awaits it once, and then calls its functions like any others. Without the feature, as on the host,
//! everything is one module and each part is available immediately.

#[cfg(feature = "split")]
use std::cell::Cell;
use std::rc::Rc;

#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

use crate::assessment::answers::{Answers, Subject};
use crate::assessment::crosswalk::Crosswalk;
use crate::assessment::framework::Framework;
use crate::browser::json::Value;
use crate::browser::styles::{self, Sheet};
use crate::browser::view::Element;
use crate::formats::draft::Draft;
use crate::formats::problems::FileError;
use crate::formats::{framework_file, packed};
use crate::report::data::ResultFile;
use crate::report::svg::Scheme;
use crate::report::{self, FileKind};
use crate::state::{Part, Pick, State};
use crate::ui::across_page;
use crate::ui::result_screen;
use crate::ui::side_by_side::{SideBySide, side_by_side};
use crate::ui::widget::WidgetProps;

/// The error of a part that could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a part of the program could not be loaded")]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Shows the person's results in several frameworks in an element; the last argument is the level of the heading.
pub type ShowAcross = fn(Element, &Crosswalk, &[Rc<Framework>], u8);

/// Summarizes answers in one line, in words about a subject.
pub type Headline = fn(Subject, &Framework, &Answers) -> String;

/// Writes a file, as [`report::write`].
pub type WriteFile = fn(FileKind, &Framework, &Draft, &str, Scheme, fn(&ResultFile) -> String) -> Option<String>;

/// The screens of a result.
#[derive(Clone, Copy)]
pub struct ResultPart {
    /// Renders the reader's own result.
    pub own: fn(&WidgetProps, &State) -> Html,
    /// Renders a result that was brought or remembered.
    pub read_only: fn(&WidgetProps, &State, Pick) -> Html,
    /// Summarizes answers in one line.
    pub headline: Headline,
    /// Creates the report of the reader's own result; `None` if nothing is answered.
    pub report: fn(&State) -> Option<Value>,
    /// The style sheets of a result, in the order of the cascade.
    pub styles: &'static [&'static Sheet],
}

/// Results side by side.
#[derive(Clone, Copy)]
pub struct ComparisonPart {
    /// Renders two results in one framework.
    pub side_by_side: fn(&SideBySide) -> Html,
    /// Shows results in several frameworks, with their page.
    pub show_across: ShowAcross,
    /// Unpacks the crosswalk from the build's bytes; `None` if they belong to another build.
    pub unpack_crosswalk: fn(&[u8]) -> Option<Crosswalk>,
    /// The style sheets of a comparison, in the order of the cascade.
    pub styles: &'static [&'static Sheet],
}

/// The files of a result, as [`report::write`] makes them.
#[derive(Clone, Copy)]
pub struct FilesPart {
    /// Returns the text of a file.
    pub write: WriteFile,
}

/// The reader of authors' framework files.
#[derive(Clone, Copy)]
pub struct AuthorsPart {
    /// Reads the text of a framework file. If it cannot be used, the error contains a text for developers with every
    /// problem.
    pub read: fn(&str) -> Result<Framework, (UnusableFile, String)>,
}

/// The reason why an author's file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnusableFile {
    /// The file was made for a later version.
    NewerFormat,
    /// The file has problems.
    NotValid,
}

#[cfg_attr(feature = "split", wasm_split(result, fallible))]
fn result_part() -> Result<ResultPart, NotLoaded> {
    Ok(ResultPart {
        own: result_screen::own,
        read_only: result_screen::read_only,
        headline: result_screen::headline,
        report: result_screen::report,
        styles: &[&styles::RESULT],
    })
}

#[cfg_attr(feature = "split", wasm_split(comparison, fallible))]
fn comparison_part() -> Result<ComparisonPart, NotLoaded> {
    Ok(ComparisonPart {
        side_by_side,
        show_across: across_page::show,
        unpack_crosswalk: packed::unpack,
        styles: &[&styles::RESULT, &styles::COMPARISON],
    })
}

#[cfg_attr(feature = "split", wasm_split(files, fallible))]
fn files_part() -> Result<FilesPart, NotLoaded> {
    Ok(FilesPart { write: report::write })
}

#[cfg_attr(feature = "split", wasm_split(authors, fallible))]
fn authors_part() -> Result<AuthorsPart, NotLoaded> {
    Ok(AuthorsPart { read: read_framework })
}

fn read_framework(text: &str) -> Result<Framework, (UnusableFile, String)> {
    framework_file::read(text).map_err(|error| {
        let kind = match error {
            FileError::NewerFormat { .. } => UnusableFile::NewerFormat,
            FileError::Unreadable(_) | FileError::Problems(_) => UnusableFile::NotValid,
        };
        (kind, format!("next-rung: {error}"))
    })
}

#[cfg(feature = "split")]
thread_local! {
    static RESULT: Cell<Option<ResultPart>> = const { Cell::new(None) };
    static COMPARISON: Cell<Option<ComparisonPart>> = const { Cell::new(None) };
}

/// Returns the screens of a result, once they are loaded.
#[must_use]
pub fn result() -> Option<ResultPart> {
    #[cfg(feature = "split")]
    return RESULT.get();
    #[cfg(not(feature = "split"))]
    result_part().ok()
}

/// Returns the comparison part, once it is loaded.
#[must_use]
pub fn comparisons() -> Option<ComparisonPart> {
    #[cfg(feature = "split")]
    return COMPARISON.get();
    #[cfg(not(feature = "split"))]
    comparison_part().ok()
}

/// Returns the style sheets of a part, in the order of the cascade; empty until it is loaded.
#[must_use]
pub fn styles(part: Part) -> &'static [&'static Sheet] {
    let styles = match part {
        Part::Result => result().map(|part| part.styles),
        Part::Comparison => comparisons().map(|part| part.styles),
    };
    styles.unwrap_or_default()
}

/// Returns `true` once a part is loaded.
#[must_use]
pub fn is_loaded(part: Part) -> bool {
    match part {
        Part::Result => result().is_some(),
        Part::Comparison => comparisons().is_some(),
    }
}

/// Loads a part of the screens.
///
/// # Errors
/// [`NotLoaded`] if its file does not arrive. The next call tries again.
pub async fn load(part: Part) -> Result<(), NotLoaded> {
    #[cfg(feature = "split")]
    match part {
        Part::Result => RESULT.set(Some(result_part().await?)),
        Part::Comparison => COMPARISON.set(Some(comparison_part().await?)),
    }
    #[cfg(not(feature = "split"))]
    let _ = part;
    Ok(())
}

/// Loads the files of a result.
///
/// # Errors
/// As [`load`].
pub async fn load_files() -> Result<FilesPart, NotLoaded> {
    let part = files_part();
    #[cfg(feature = "split")]
    let part = part.await;
    part
}

/// Loads the reader of authors' framework files.
///
/// # Errors
/// As [`load`].
pub async fn load_authors() -> Result<AuthorsPart, NotLoaded> {
    let part = authors_part();
    #[cfg(feature = "split")]
    let part = part.await;
    part
}
