//! The answers as a table for spreadsheets: CSV as in RFC 4180, one row per statement.

use crate::assessment::answers::Answers;
use crate::assessment::framework::{Framework, IndicatorIndex, Weight};
use crate::words::{self, ResultWords};

/// Tells spreadsheets that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Writes every statement with its rating, in framework order; the rating is empty if the statement is not answered.
///
/// Every cell is quoted, so that it stays whole where semicolons separate cells. A cell that a spreadsheet would run as
/// a formula, or read as a number or a date, begins with an apostrophe.
#[must_use]
pub fn write(words: &ResultWords, framework: &Framework, answers: &Answers) -> String {
    let mut table = String::from(BYTE_ORDER_MARK);
    let titles = [words.competency, words.level, words.statement_id, words.statement, words.weight, words.rating];
    write_row(&mut table, titles);
    for (index, indicator) in framework.indicators.iter().enumerate() {
        let weight = match indicator.weight {
            Weight::Expected => words.expected.to_owned(),
            Weight::Optional => words::marked(words.words, framework, indicator.weight_origin, words.words.optional),
        };
        let rating = answers.rating(IndicatorIndex(index)).map_or("", |rating| words::rating(words.words, rating));
        let level = framework.step(indicator.step).level;
        write_row(
            &mut table,
            [
                &framework.competency(indicator.step.competency).name,
                &framework.level(level).name,
                &indicator.id,
                &indicator.text,
                &weight,
                rating,
            ],
        );
    }
    table
}

fn write_row(table: &mut String, cells: [&str; 6]) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        write_cell(table, cell);
    }
    table.push_str("\r\n");
}

fn write_cell(table: &mut String, cell: &str) {
    table.push('"');
    if is_read_otherwise(cell) {
        table.push('\'');
    }
    for letter in cell.chars() {
        if letter == '"' {
            table.push('"');
        }
        table.push(letter);
    }
    table.push('"');
}

/// Returns `true` if a spreadsheet would read a cell as something other than text. Some ignore white space at its start,
/// and treat the full-width signs of East Asian fonts like the usual ones.
fn is_read_otherwise(cell: &str) -> bool {
    let is_formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_number_or_date =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '/' | '.' | ',' | ':' | ' ');
    let starts_new_cell = cell.starts_with(['\t', '\r', '\n']);
    is_formula || starts_new_cell || (!cell.is_empty() && cell.chars().all(is_number_or_date))
}
