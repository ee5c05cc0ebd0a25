//! The short form of a framework file, in which an author leaves out what follows from the texts: ids, slots, and objects
//! around plain texts.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The number of words of a text that its id is made of.
const WORDS_OF_AN_ID: usize = 6;

/// An object of the file.
type Object = Map<String, Value>;

/// Turns the short form of a file into the full form: puts plain texts into objects, adds the ids and slots that are
/// missing, and replaces names of levels, competencies and steps by their ids and numbers.
///
/// Returns `true` if the file had every id and slot. Only then do its links stay valid when a text changes.
pub(super) fn complete(file: &mut Value) -> bool {
    let Some(file) = file.as_object_mut() else { return true };
    let mut added = 0;
    let title = file.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    added += add_id(file, &title, &mut BTreeSet::new());
    added += add_ids(objects(file.get_mut("levels"), "name"), "name");
    added += add_ids(objects(file.get_mut("competencies"), "name"), "name");
    added += add_ids(statements(file), "text");
    added += add_ids(objects(file.get_mut("situation"), "text"), "text");
    for question in objects(file.get_mut("situation"), "text") {
        added += add_ids(objects(question.get_mut("options"), "text"), "text");
    }
    added += add_ids(objects(file.get_mut("advice"), "text"), "text");
    added += add_slots(file);
    replace_names(file);
    added == 0
}

/// Returns the objects of a list. A plain text becomes an object with the text under `key`.
fn objects<'a>(list: Option<&'a mut Value>, key: &str) -> Vec<&'a mut Object> {
    let items = list.and_then(Value::as_array_mut).into_iter().flatten();
    items
        .filter_map(|item| {
            if item.is_string() {
                *item = Value::Object(Map::from_iter([(key.to_owned(), item.take())]));
            }
            item.as_object_mut()
        })
        .collect()
}

/// Returns the statements of all competencies.
fn statements(file: &mut Object) -> Vec<&mut Object> {
    let steps = objects(file.get_mut("competencies"), "name").into_iter().flat_map(|competency| steps(competency));
    steps.flat_map(|step| objects(step.get_mut("indicators"), "text")).collect()
}

fn steps(competency: &mut Object) -> Vec<&mut Object> {
    let steps = competency.get_mut("steps").and_then(Value::as_array_mut).into_iter().flatten();
    steps.filter_map(Value::as_object_mut).collect()
}

/// Adds ids, made of the text under `key`, to the objects that have none. Returns the number of ids added.
fn add_ids(objects: Vec<&mut Object>, key: &str) -> usize {
    let mut taken: BTreeSet<String> = objects.iter().filter_map(|object| text(object, "id")).collect();
    let mut added = 0;
    for object in objects {
        let text = text(object, key).unwrap_or_default();
        added += add_id(object, &text, &mut taken);
    }
    added
}

fn add_id(object: &mut Object, text: &str, taken: &mut BTreeSet<String>) -> usize {
    if object.contains_key("id") {
        return 0;
    }
    let id = id_of(text);
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let free = [id.clone()].into_iter().chain(numbered).find(|id| !taken.contains(id)).unwrap_or(id);
    taken.insert(free.clone());
    object.shift_insert(0, "id".to_owned(), Value::from(free));
    1
}

/// Returns an id made of the first words of a text. A text with few Latin letters gets a number made of all of it.
fn id_of(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric();
    let lower = text.to_ascii_lowercase().replace(['\'', '’'], "");
    let words: Vec<&str> = lower.split(|letter| !is_plain(letter)).filter(|word| !word.is_empty()).collect();
    let plain = lower.chars().filter(|&letter| is_plain(letter)).count();
    let letters = lower.chars().filter(|letter| letter.is_alphanumeric()).count();
    if plain == 0 || plain * 2 < letters {
        return format!("text-{}", checksum(text));
    }
    words[..words.len().min(WORDS_OF_AN_ID)].join("-")
}

/// Returns a CRC-32 checksum of a text.
pub(super) fn checksum(text: &str) -> u32 {
    crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(text.as_bytes())
}

/// Adds slots to the statements and the options that have none: the next numbers after all that were ever used. Returns
/// the number of slots added.
fn add_slots(file: &mut Object) -> usize {
    let next = file.get("next_slot").and_then(Value::as_u64).unwrap_or_default();
    let (next, mut added) = number(statements(file), next);
    if added > 0 {
        file.insert("next_slot".to_owned(), Value::from(next));
    }
    let questions = objects(file.get_mut("situation"), "text").into_iter();
    let options = questions.flat_map(|question| objects(question.get_mut("options"), "text")).collect();
    added += number(options, 0).1;
    added
}

/// Adds slots to objects, from `next` on. Returns the next free slot, and the number of slots added.
fn number(objects: Vec<&mut Object>, next: u64) -> (u64, usize) {
    let slots = objects.iter().filter_map(|object| object.get("slot").and_then(Value::as_u64));
    let mut next = slots.map(|slot| slot.saturating_add(1)).fold(next, u64::max);
    let mut added = 0;
    for object in objects.into_iter().filter(|object| !object.contains_key("slot")) {
        object.insert("slot".to_owned(), Value::from(next));
        next = next.saturating_add(1);
        added += 1;
    }
    (next, added)
}

/// Replaces the names of levels and competencies by their ids, and the names of steps in profiles by their numbers.
fn replace_names(file: &mut Object) {
    let level_ids = ids_by_name(objects(file.get_mut("levels"), "name"));
    let competency_ids = ids_by_name(objects(file.get_mut("competencies"), "name"));
    let mut step_names = Vec::new();
    for competency in objects(file.get_mut("competencies"), "name") {
        let id = text(competency, "id").unwrap_or_default();
        for (index, step) in steps(competency).into_iter().enumerate() {
            replace(step.get_mut("level"), &level_ids);
            step_names.extend(text(step, "name").map(|name| (id.clone(), name, index + 1)));
        }
    }
    for level in objects(file.get_mut("levels"), "name") {
        let Some(profile) = level.get_mut("profile").and_then(Value::as_object_mut) else { continue };
        let entries = std::mem::take(profile);
        for (key, mut steps) in entries {
            let id = find(&competency_ids, &key).unwrap_or(key);
            let named = step_names.iter().find(|(of, name, _)| *of == id && steps.as_str() == Some(name));
            if let Some(&(_, _, number)) = named {
                steps = Value::from(number);
            }
            profile.insert(id, steps);
        }
    }
    let questions = objects(file.get_mut("situation"), "text").into_iter();
    for option in questions.flat_map(|question| objects(question.get_mut("options"), "text")) {
        replace(option.get_mut("level"), &level_ids);
    }
    for advice in objects(file.get_mut("advice"), "text") {
        replace(advice.get_mut("from"), &level_ids);
        replace(advice.get_mut("to"), &level_ids);
        replace(advice.get_mut("competency"), &competency_ids);
    }
}

/// Returns the names and ids of some objects.
fn ids_by_name(objects: Vec<&mut Object>) -> Vec<(String, String)> {
    let mut ids = Vec::new();
    for object in objects {
        ids.extend(text(object, "name").zip(text(object, "id")));
    }
    ids
}

/// Returns the id of a name, unless the name is an id itself.
fn find(ids: &[(String, String)], name: &str) -> Option<String> {
    let is_id = ids.iter().any(|(_, id)| id == name);
    let named = ids.iter().find(|(each, _)| !is_id && each == name);
    named.map(|(_, id)| id.clone())
}

fn replace(value: Option<&mut Value>, ids: &[(String, String)]) {
    if let Some(value) = value
        && let Some(id) = value.as_str().and_then(|name| find(ids, name))
    {
        *value = Value::from(id);
    }
}

fn text(object: &Object, key: &str) -> Option<String> {
    object.get(key).and_then(Value::as_str).map(str::to_owned)
}
