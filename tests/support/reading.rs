//! Views as text, and the roles, names and states of their elements as assistive technology receives them.

use scraper::{ElementRef, Selector};

/// Returns the role of an element by its attribute, otherwise by its tag; `None` for content hidden from assistive
/// technology.
pub fn role_of(element: ElementRef) -> Option<String> {
    let attribute = |name| element.value().attr(name);
    if attribute("aria-hidden") == Some("true") {
        return None;
    }
    if let Some(role) = attribute("role") {
        return Some(role.to_owned());
    }
    let role = match (element.value().name(), attribute("type"), attribute("scope")) {
        ("button", Some("button"), _) => "button",
        ("input", Some(kind), _) => kind,
        ("textarea", ..) => "textbox",
        ("fieldset", ..) => "group",
        ("details", ..) => "details",
        ("progress", ..) => "progressbar",
        ("a", ..) => "link",
        ("p", ..) => "paragraph",
        ("li", ..) => "listitem",
        ("table", ..) => "table",
        ("tr", ..) => "row",
        ("td", ..) => "cell",
        ("th", _, Some("col")) => "columnheader",
        ("th", _, Some("row")) => "rowheader",
        ("th", _, Some("rowgroup")) => "rowgroupheader",
        (tag, ..) => return tag.strip_prefix('h')?.parse::<u8>().ok().map(|level| format!("heading {level}")),
    };
    Some(role.to_owned())
}

/// Returns the accessible name of an element and its states in parentheses.
pub fn described(element: ElementRef) -> String {
    let attribute = |name| element.value().attr(name);
    let within = |css| element.select(&selector(css)).next().map(text_of);
    let label = || element.ancestors().filter_map(ElementRef::wrap).find(|each| each.value().name() == "label");
    let is_span = |each: &ElementRef| each.value().name() == "span";
    let name = attribute("aria-label").map(str::to_owned);
    let name = name.or_else(|| match element.value().name() {
        // The text of a label without the text typed in its field.
        "input" | "textarea" => label().and_then(|label| label.child_elements().find(is_span)).map(text_of),
        "fieldset" => within("legend"),
        "details" => within("summary"),
        "table" => within("caption"),
        _ => Some(text_of(element)),
    });
    let mut described = name.unwrap_or_default();
    for state in ["checked", "open"] {
        if attribute(state).is_some() {
            described += &format!(" ({state})");
        }
    }
    if attribute("aria-pressed") == Some("true") {
        described += " (pressed)";
    }
    described
}

/// Returns the text of an element and all its descendants.
pub fn text_of(element: ElementRef) -> String {
    element.text().collect()
}

/// Parses a CSS selector.
pub fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}
