//! The page around a widget: what it is told, paper, and the date.

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

/// Tells the page around a widget how many of how many statements are rated.
pub fn tell_progress(widget: &Element, answered: usize, total: usize) {
    tell(widget, "nr-progress", &JsValue::from(json::to_value(&Progress { answered, total })));
}

/// Tells the page around a widget the report of a result.
pub fn tell_result(widget: &Element, report: Value) {
    let detail = Object::new();
    // An object that was just made takes any entry.
    let _ = Reflect::set(&detail, &JsValue::from_str("result"), &report.into());
    tell(widget, "nr-complete", &detail);
}

/// Writes a line for developers into the console.
pub fn report_error(line: &str) {
    web_sys::console::error_1(&JsValue::from_str(line));
}

/// Today where the reader is, as in `2026-11-22`.
#[must_use]
pub fn today() -> String {
    let now = Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

#[wasm_bindgen(module = "/src/browser/part_loading.js")]
extern "C" {
    /// Returns `true` once a part of the program was gone from the server: another version was published since the page was
    /// opened.
    #[wasm_bindgen(js_name = isReplaced)]
    pub fn is_replaced() -> bool;
}

/// Returns `true` in an iframe whose sandbox gives it no origin: it keeps nothing, and mostly may not save or print either.
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
        // What the page does with it is its own affair.
        let _ = widget.dispatch_event(&event);
    }
}
