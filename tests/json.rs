//! Our JSON reader and writer agree with `serde_json`, which is held to the standard by many.

mod support;

use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::json::{Value, decimal, parse};
use proptest::prelude::*;

/// The same value as `serde_json` has it.
fn theirs(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => serde_json::from_str(number).expect("a number is JSON"),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(theirs).collect(),
        Value::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), theirs(value))).collect(),
    }
}

#[track_caller]
fn check_error(text: &str, expected: &str) {
    assert_eq!(parse(text).expect_err("it is not JSON").to_string(), expected);
}

#[test]
fn an_error_says_what_was_expected_and_where() {
    check_error("", "a value was expected at line 1, column 1");
    check_error("{\n  \"ä\": tru\n}", "a value was expected at line 2, column 8");
    check_error("[1 2]", "a comma or ] was expected at line 1, column 4");
    check_error("{\"a\" 1}", "a colon was expected at line 1, column 6");
    check_error("{a: 1}", "a name in quotes was expected at line 1, column 2");
    check_error("\"open", "a closing quote was expected at line 1, column 6");
    check_error("1 1", "the end of the text was expected at line 1, column 3");
}

#[test]
fn a_name_that_stands_twice_is_an_error() {
    check_error("{\"a\": 1, \"a\": 2}", "a name that the object does not have yet was expected at line 1, column 10");
}

#[test]
fn deep_nesting_is_refused_before_it_can_exhaust_the_stack() {
    check_error(&"[".repeat(100_000), "less nesting was expected at line 1, column 33");
}

#[test]
fn every_published_file_reads_as_serde_json_reads_it() {
    for id in PUBLISHED {
        let text = support::framework_text(id);
        let expected: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(theirs(&parse(&text).expect("it is JSON")), expected, "{id}");
    }
}

#[test]
fn decimals_are_short() {
    let cases = [(1.0, "1"), (0.375, "0.375"), (2.0 / 3.0, "0.667"), (-12.3456, "-12.346"), (0.0, "0"), (-0.0001, "0")];
    for (number, text) in cases {
        assert_eq!(decimal(number, 3), text);
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u32>().prop_map(|number| Value::from(number as usize)),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(value in any_value()) {
        prop_assert_eq!(parse(&value.to_string()), Ok(value.clone()));
        prop_assert_eq!(parse(&value.compact()), Ok(value.clone()));
        let read: serde_json::Value = serde_json::from_str(&value.compact()).expect("we write JSON");
        prop_assert_eq!(read, theirs(&value));
    }

    #[test]
    fn text_is_json_for_us_where_it_is_for_serde_json(text in "[\\[\\]{}\",:0-9.eE+\\-a-z\\\\ \\n]{0,24}") {
        // Theirs takes the last of two equal names; ours refuses the second.
        let names_are_unique = !text.contains('{');
        if names_are_unique {
            let expected = serde_json::from_str::<serde_json::Value>(&text).is_ok() || text_is_too_large_a_number(&text);
            prop_assert_eq!(parse(&text).is_ok(), expected, "{:?}", text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text: String) {
        let _ = parse(&text);
    }
}

/// `serde_json` refuses numbers beyond its own types; we keep any as it is written.
fn text_is_too_large_a_number(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text)
        .is_err_and(|error| error.to_string().contains("number out of range"))
}
