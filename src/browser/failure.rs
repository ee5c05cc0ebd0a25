//! The plain line that stands in place of a widget that cannot be shown.

use web_sys::Element;

/// Shows a line in place of a widget.
pub fn show(host: &Element, line: &str) {
    host.set_text_content(Some(line));
    // Only an invalid name could be refused.
    let _ = host.set_attribute("role", "alert");
}
