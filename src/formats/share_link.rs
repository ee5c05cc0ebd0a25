//! Converts answers to the text of a share link and back, version 1: `1.<framework>.<revision>.<payload>.<check>`.
//!
//! The payload is base64url, six bits per character: how the answers were given, the number of chosen options and their
//! slots, then the ratings by slot, two per character. No notes and no name. `docs/share-links.md` documents the format.

use crate::assessment::answers::{Answers, Rating, Route, Subject};
use crate::assessment::framework::{Framework, IndicatorIndex};

/// The newest version that can be read.
const VERSION: usize = 1;
/// The characters that chats and Markdown drop at the end of an address.
const PUNCTUATION: [char; 2] = ['-', '_'];
/// Appended to a check that would otherwise end a link with punctuation.
const END: char = 'A';
/// The maximum length of a result, in characters. Those of our own frameworks have fewer than 500.
const LONGEST: usize = 2_000;
/// The name of a result in the fragment of an address.
const RESULT: &str = "r=";
/// The fragment of a link that asks for a second view.
pub const SECOND_VIEW: &str = "second-view";
/// The number of letters in a check.
const CHECK_LETTERS: usize = 6;
/// A bit in the payload's first character: the short route was taken.
const SHORT_ROUTE: u8 = 1;
/// A bit in the payload's first character: the answers are about another person.
const OF_ANOTHER: u8 = 2;
/// The characters of the payload and the check, ordered by value: base64url.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The content of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedResult {
    /// The person that the answers are about.
    pub subject: Subject,
    /// The answers that match the current framework, without notes.
    pub answers: Answers,
    /// The number of answers about statements or options that the framework no longer has.
    pub dropped: usize,
}

/// The reason why a link cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShareLinkError {
    /// Made by a later version of this page.
    #[error("link version {found} is newer than {VERSION}, the newest that can be read")]
    NewerVersion {
        /// The link's version.
        found: usize,
    },
    /// A part of it is missing or changed.
    #[error("the link is cut or altered")]
    Damaged,
    /// Made for other texts of a framework that is not pinned, so that its slots may mean other statements.
    #[error("the link was made for other texts of the framework")]
    OtherTexts,
    /// A result in another framework.
    #[error("the link is a result in {found}")]
    OtherFramework {
        /// The link's framework.
        found: String,
    },
}

/// Encodes answers as the text of a link. At most 2,000 characters for any framework.
#[must_use]
pub fn encode(framework: &Framework, subject: Subject, answers: &Answers) -> String {
    let mut text = beginning(framework);
    push_payload(&mut text, framework, subject, answers);
    let check = check(&text);
    text.push('.');
    text.push_str(&check);
    if check.ends_with(PUNCTUATION) {
        text.push(END);
    }
    text
}

/// Decodes the answers in the text of a link.
///
/// # Errors
/// The text has a newer version, is a result in another framework or for other texts, or differs from what was encoded, even by a single
/// character.
pub fn decode(framework: &Framework, text: &str) -> Result<SharedResult, ShareLinkError> {
    let (version, _) = text.split_once('.').ok_or(ShareLinkError::Damaged)?;
    match version.parse() {
        Ok(VERSION) => {}
        Ok(found) if found > VERSION => return Err(ShareLinkError::NewerVersion { found }),
        Ok(_) | Err(_) => return Err(ShareLinkError::Damaged),
    }
    if !is_sound(text) {
        return Err(ShareLinkError::Damaged);
    }
    let parts: Vec<&str> = text.split('.').collect();
    let &[_, id, _, payload, _] = parts.as_slice() else { return Err(ShareLinkError::Damaged) };
    if id != framework.id {
        return Err(ShareLinkError::OtherFramework { found: id.to_owned() });
    }
    if !framework.is_pinned && !text.starts_with(&beginning(framework)) {
        return Err(ShareLinkError::OtherTexts);
    }
    read_payload(framework, payload).ok_or(ShareLinkError::Damaged)
}

/// Returns the part of a link before the payload.
fn beginning(framework: &Framework) -> String {
    format!("{VERSION}.{}.{}.", framework.id, framework.revision)
}

/// Returns the framework that a link's text names; unchecked.
#[must_use]
pub fn framework_of(text: &str) -> Option<&str> {
    text.split('.').nth(1)
}

/// Returns the part after the `#` of an address that shows these results.
#[must_use]
pub fn fragment(results: &[String]) -> String {
    let results: Vec<_> = results.iter().map(|result| format!("{RESULT}{result}")).collect();
    results.join("&")
}

/// Finds the texts of the results in an address, in its fragment, or in a message that contains one.
///
/// Other software may use the fragment too: anything before or after the results is ignored. Changes that mail gateways,
/// redirects, quoting and line breaks make to a link are undone if its check confirms the result.
#[must_use]
pub fn find(text: &str) -> Vec<String> {
    let once = percent_decoded(text);
    let twice = percent_decoded(&once);
    let sound = |results: &[String]| results.iter().filter(|result| is_sound(result)).count();
    let mut found: Vec<String> = Vec::new();
    for text in [text, &once, &twice] {
        let results: Vec<_> = parts(text).filter_map(result_in).collect();
        if found.is_empty() || sound(&results) > sound(&found) {
            found = results;
        }
    }
    found
}

/// Splits an address and its fragment at their separators, also where HTML wrote `&` as an entity.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['#', '&', '?']);
    parts.map(|part| ["amp;", "38;", "x26;"].iter().find_map(|entity| part.strip_prefix(entity)).unwrap_or(part))
}

fn result_in(part: &str) -> Option<String> {
    let rest = part.strip_prefix(RESULT)?;
    // In quoted-printable mail `=` is written as its number.
    let rest = rest.strip_prefix("3D").unwrap_or(rest);
    Some(whole(rest).unwrap_or_else(|| unchanged(rest)))
}

/// Returns the result at the start of a text, ignoring what was inserted between its letters; `None` if its check does
/// not confirm it.
fn whole(text: &str) -> Option<String> {
    let unchanged = unchanged(text);
    if is_sound(&unchanged) {
        return Some(unchanged);
    }
    let mut result = String::new();
    let letters = text.chars().filter(|&letter| !is_ignored(letter)).take_while(|&letter| is_ours(letter));
    for letter in letters.take(LONGEST) {
        result.push(letter);
        // Words may follow without a separator, but the length of the check is known.
        let check = result.splitn(5, '.').nth(4).unwrap_or_default();
        if check.len() >= CHECK_LETTERS && is_sound(&result) {
            return Some(result);
        }
    }
    None
}

/// Returns the letters of a result up to the first other one.
fn unchanged(text: &str) -> String {
    // A period may end the sentence that contains the link.
    text.split(|letter| !is_ours(letter)).next().unwrap_or_default().trim_end_matches('.').to_owned()
}

const fn is_ours(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.')
}

/// Returns `true` for white space, quote marks, soft line breaks, and zero-width characters, which mail and chats insert
/// into long words.
fn is_ignored(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '>' | '|' | '=' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Replaces each `%` and two hexadecimal digits by the ASCII letter that they encode, once.
fn percent_decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        decoded.push_str(&rest[..at]);
        let byte = rest.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let letter = byte.filter(u8::is_ascii);
        decoded.push(letter.map_or('%', char::from));
        rest = &rest[at + if letter.is_some() { 3 } else { 1 }..];
    }
    decoded.push_str(rest);
    decoded
}

/// Returns `true` if an address asks for a second view.
#[must_use]
pub fn asks_for_second_view(address: &str) -> bool {
    parts(&percent_decoded(address)).any(|part| part == SECOND_VIEW)
}

fn push_payload(text: &mut String, framework: &Framework, subject: Subject, answers: &Answers) {
    let route = if answers.route == Route::Short { SHORT_ROUTE } else { 0 };
    let subject = if subject == Subject::Another { OF_ANOTHER } else { 0 };
    let mut values = vec![route | subject, 0];
    for (question, each) in framework.situation.iter().enumerate() {
        if let Some(option) = answers.option(question) {
            values[1] += 1;
            values.push(six_bits(each.options[option].slot));
        }
    }
    let ratings = values.len();
    for (index, indicator) in framework.indicators.iter().enumerate() {
        let Some(rating) = answers.rating(IndicatorIndex(index)) else { continue };
        let number = Rating::ALL.iter().position(|each| *each == rating).map_or(0, |place| place + 1);
        let at = ratings + indicator.slot / 2;
        if values.len() <= at {
            values.resize(at + 1, 0);
        }
        values[at] |= six_bits(number << (indicator.slot % 2 * 3));
    }
    text.extend(values.into_iter().map(letter));
}

/// Reads a payload; `None` if the text is not one.
fn read_payload(framework: &Framework, payload: &str) -> Option<SharedResult> {
    let values: Vec<u8> = payload.bytes().map(value).collect::<Option<_>>()?;
    let (&[flags, count], values) = values.split_first_chunk()?;
    let (options, ratings) = values.split_at_checked(usize::from(count))?;
    if flags & !(SHORT_ROUTE | OF_ANOTHER) != 0 {
        return None;
    }
    let subject = if flags & OF_ANOTHER == 0 { Subject::Oneself } else { Subject::Another };
    let mut shared = SharedResult { subject, answers: Answers::none(framework), dropped: 0 };
    shared.answers.route = if flags & SHORT_ROUTE == 0 { Route::Everything } else { Route::Short };
    for &slot in options {
        shared.choose(framework, usize::from(slot));
    }
    for (place, value) in ratings.iter().enumerate() {
        shared.rate(framework, place * 2, value & 7)?;
        shared.rate(framework, place * 2 + 1, value >> 3)?;
    }
    Some(shared)
}

impl SharedResult {
    /// Chooses the option with a slot, or counts it as dropped.
    fn choose(&mut self, framework: &Framework, slot: usize) {
        for (question, each) in framework.situation.iter().enumerate() {
            if let Some(option) = each.options.iter().position(|option| option.slot == slot) {
                self.answers.choose(question, Some(option));
                return;
            }
        }
        self.dropped += 1;
    }

    /// Rates the statement with a slot, or counts the rating as dropped; `None` if it is not a rating.
    fn rate(&mut self, framework: &Framework, slot: usize, number: u8) -> Option<()> {
        if number == 0 {
            return Some(());
        }
        let rating = *Rating::ALL.get(usize::from(number) - 1)?;
        match framework.indicators.iter().position(|indicator| indicator.slot == slot) {
            Some(indicator) => self.answers.rate(IndicatorIndex(indicator), Some(rating)),
            None => self.dropped += 1,
        }
        Some(())
    }
}

/// Returns `true` if the check of a link's text is right. It also accepts a check without the punctuation at its end.
fn is_sound(text: &str) -> bool {
    let Some((checked, found)) = text.rsplit_once('.') else { return false };
    let check = check(checked);
    match check.strip_suffix(PUNCTUATION) {
        Some(cut) => found == cut || found.strip_suffix(END).unwrap_or(found) == check,
        None => found == check,
    }
}

/// Returns a six-character FNV-1a checksum (32 bits). Changing any one character of the text changes it.
fn check(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    [30, 24, 18, 12, 6, 0].map(|shift| letter(six_bits((hash >> shift) as usize))).iter().collect()
}

fn six_bits(number: usize) -> u8 {
    (number & 63) as u8
}

fn letter(value: u8) -> char {
    LETTERS[usize::from(value & 63)].into()
}

fn value(letter: u8) -> Option<u8> {
    LETTERS.iter().position(|&each| each == letter).map(six_bits)
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, read_payload};
    use crate::formats::framework_file;

    /// A link may come from anybody, even with a valid check.
    #[test]
    fn no_payload_panics() {
        let framework = framework_file::read(include_str!("../../frameworks/clarity.json")).expect("it is published");
        let letter = |value: usize| char::from(LETTERS[value % 64]);
        for first in 0..64 {
            for second in 0..64 {
                for length in 0..5 {
                    let rest: String = (0..length * 20).map(|place| letter(first * 7 + second + place)).collect();
                    let _ = read_payload(&framework, &format!("{}{}{rest}", letter(first), letter(second)));
                }
            }
        }
        assert_eq!(read_payload(&framework, ""), None);
        assert_eq!(read_payload(&framework, "EA"), None, "a flag that version 1 does not have");
        assert_eq!(read_payload(&framework, "AB"), None, "an option is missing");
        assert_eq!(read_payload(&framework, "AAF"), None, "5 is no rating");
        assert_eq!(read_payload(&framework, "AA!"), None, "not base64url");
    }
}
