//! The page around a widget: events for it, printing, and the date.

use js_sys::{Date, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit, Element};

use super::json::{self, Value};

/// The detail of `nr-progress`.
#[derive(Debug, Serialize)]
struct Progress {
    answered: usize,
    total: usize,
}

/// Tells the page around a widget the number of rated statements, and of all statements.
pub fn tell_progress(widget: &Element, answered: usize, total: usize) {
    tell(widget, "nr-progress", &JsValue::from(json::to_value(&Progress { answered, total })));
}

/// Tells the page around a widget the report of a result.
pub fn tell_result(widget: &Element, report: Value) {
    let detail = Object::new();
    // Setting an entry of a new object cannot fail.
    let _ = Reflect::set(&detail, &JsValue::from_str("result"), &report.into());
    tell(widget, "nr-complete", &detail);
}

/// Writes a line for developers to the console.
pub fn report(line: &str) {
    web_sys::console::info_1(&JsValue::from_str(line));
}

/// Writes a line about an error for developers to the console.
pub fn report_error(line: &str) {
    web_sys::console::error_1(&JsValue::from_str(line));
}

/// Returns today's date in the reader's time zone, as in `2026-11-22`.
#[must_use]
pub fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

#[wasm_bindgen(module = "/src/browser/part_loading.js")]
extern "C" {
    /// Returns `true` once a part of the program was missing on the server, because another version was published after
    /// the page was opened.
    #[wasm_bindgen(js_name = isReplaced)]
    pub fn is_replaced() -> bool;
}

/// Returns `true` in an iframe whose sandbox gives it no origin: it cannot store anything, and usually cannot save or
/// print.
#[must_use]
pub fn is_sandboxed() -> bool {
    web_sys::window().is_some_and(|window| window.origin() == "null")
}

/// Prints the page.
pub fn print() {
    // A frame that may not print does nothing.
    let _ = web_sys::window().map(|window| window.print());
}

fn tell(widget: &Element, name: &str, detail: &JsValue) {
    let settings = CustomEventInit::new();
    settings.set_bubbles(true);
    settings.set_composed(true);
    settings.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &settings) {
        // The result only says if the page canceled the event.
        let _ = widget.dispatch_event(&event);
    }
}
