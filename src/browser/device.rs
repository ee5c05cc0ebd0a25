//! What only the browser can do with a result: links, files, the clipboard, paper. `device.js` beside it does it.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

/// Told once what came of something: a text, which may be empty, or `None` where it was refused.
pub type Told = Box<dyn FnOnce(Option<String>)>;

#[wasm_bindgen(module = "/src/browser/device.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_by(text: &str, done: JsValue);
    #[wasm_bindgen(js_name = read)]
    fn read_by(event: &Event, done: JsValue);
    #[wasm_bindgen(js_name = save)]
    fn save_by(widget: &Element, kind: &str, name: &str, framework: &str, draft: &str, date: &str, done: JsValue);
    #[wasm_bindgen(js_name = compare)]
    fn compare_by(host: &Element, framework: &str, names: &str, results: &str, level: u8, done: JsValue);

    /// Says in the console what is wrong with the text of a framework file.
    pub fn explain(framework: &str);
    /// Whether a link can be handed to another app.
    #[wasm_bindgen(js_name = canSend)]
    pub fn can_send() -> bool;
    /// Hands a link to another app, under a title.
    pub fn send(title: &str, link: &str);
    /// Today where the reader is, as in `2026-11-22`.
    pub fn today() -> String;
    /// Takes away whatever is kept under keys with a prefix, in the tab and on the device.
    pub fn forget(prefix: &str);
    /// Tells the page around a widget how many of how many statements are rated.
    #[wasm_bindgen(js_name = tellProgress)]
    pub fn tell_progress(widget: &Element, answered: usize, total: usize);
    /// Tells it the result, a JSON report.
    #[wasm_bindgen(js_name = tellResult)]
    pub fn tell_result(widget: &Element, report: &str);
    /// Prints the page.
    pub fn print();
}

/// Puts a text into the clipboard.
pub fn copy(text: &str, told: Told) {
    copy_by(text, done(told));
}

/// Reads the file chosen in the field that an event comes from.
pub fn read(event: &Event, told: Told) {
    read_by(event, done(told));
}

/// Saves a file of a kind under a name, from the texts of framework and draft, light or dark as the widget.
pub fn save(widget: &Element, kind: &str, name: &str, framework: &str, draft: &str, date: &str, told: Told) {
    save_by(widget, kind, name, framework, draft, date, done(told));
}

/// Puts the comparison of two results, as in the fragment of a link, into an element; each name is a line of `names`.
pub fn compare(host: &Element, framework: &str, names: &str, results: &str, level: u8, told: Told) {
    compare_by(host, framework, names, results, level, done(told));
}

fn done(told: Told) -> JsValue {
    Closure::once_into_js(told)
}
