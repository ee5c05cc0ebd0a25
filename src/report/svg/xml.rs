//! SVG elements as text, with all outside text escaped.

use crate::drawing::radar::{Point, tenth};

/// Formats an element. The content is already markup; attributes with an empty value are omitted.
pub(super) fn element(tag: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let mut markup = format!("<{tag}");
    for (name, value) in attributes {
        if !value.is_empty() {
            markup.push_str(&format!(" {name}=\"{}\"", escape(value)));
        }
    }
    if content.is_empty() {
        markup.push_str("/>");
    } else {
        markup.push_str(&format!(">{content}</{tag}>"));
    }
    markup
}

/// Formats an element that contains only text.
pub(super) fn text_in(tag: &str, content: &str) -> String {
    element(tag, &[], &escape(content))
}

/// Formats lines of text; the baseline of the first one is at a point.
pub(super) fn text_lines(lines: &[String], at: Point, line_height: f64, attributes: &[(&str, &str)]) -> String {
    let mut content = String::new();
    for (index, line) in lines.iter().enumerate() {
        let down = if index == 0 { 0.0 } else { line_height };
        content.push_str(&element("tspan", &[("x", &tenth(at.x)), ("dy", &tenth(down))], &escape(line)));
    }
    let y = tenth(at.y);
    let mut all = vec![("y", y.as_str())];
    all.extend_from_slice(attributes);
    element("text", &all, &content)
}

/// Escapes text for XML. Characters that XML 1.0 cannot represent are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(letter),
            letter if letter < ' ' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
