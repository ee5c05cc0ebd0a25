//! The plain line that stands in place of a widget that cannot be shown.

use wasm_bindgen::JsValue;
use web_sys::Element;

/// Shows a line in place of a widget, and the cause in the console.
pub fn show(host: &Element, line: &str, cause: &str) {
    web_sys::console::error_1(&JsValue::from_str(&format!("next-rung: {cause}")));
    host.set_text_content(Some(line));
    // Only an invalid name could be refused.
    let _ = host.set_attribute("role", "alert");
}
