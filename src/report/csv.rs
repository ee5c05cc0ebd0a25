//! The answers as a table for spreadsheets: CSV as in RFC 4180, one row a statement.

use crate::assessment::answers::Answers;
use crate::assessment::framework::{Framework, IndicatorIndex, Weight};
use crate::words::{self, Words};

/// Tells spreadsheets that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Every statement with its rating, in framework order; the rating is empty where nothing was answered.
///
/// A cell that a spreadsheet would run as a formula begins with an apostrophe instead.
#[must_use]
pub fn write(words: &Words, framework: &Framework, answers: &Answers) -> String {
    let mut table = String::from(BYTE_ORDER_MARK);
    let titles = [words.competency, words.level, words.statement_id, words.statement, words.weight, words.rating];
    write_row(&mut table, titles);
    for (index, indicator) in framework.indicators.iter().enumerate() {
        let weight = match indicator.weight {
            Weight::Expected => words.expected.to_owned(),
            Weight::Optional => words::marked(words, framework, indicator.weight_origin, words.optional),
        };
        let rating = answers.rating(IndicatorIndex(index)).map_or("", |rating| words::rating(words, rating));
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
    let is_quoted = cell.contains(['"', ',', '\r', '\n']);
    if is_quoted {
        table.push('"');
    }
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        table.push('\'');
    }
    for letter in cell.chars() {
        if letter == '"' {
            table.push('"');
        }
        table.push(letter);
    }
    if is_quoted {
        table.push('"');
    }
}
