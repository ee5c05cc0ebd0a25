//! Focus, scrolling and typed text.

use wasm_bindgen::prelude::wasm_bindgen;
pub use web_sys::Element;
use web_sys::InputEvent;

#[wasm_bindgen(module = "/src/browser/view.js")]
extern "C" {
    /// Moves the focus to the first heading of a widget and scrolls its top into view, as a new page would.
    #[wasm_bindgen(js_name = showTop)]
    pub fn show_top(widget: &Element);
    /// Moves the focus to the first element of a widget that matches a selector, if there is one.
    #[wasm_bindgen(js_name = focusOn)]
    pub fn focus_on(widget: &Element, selector: &str);
    /// Opens the dialog of a widget. Its first button gets the focus, and is pressed when the browser closes the dialog.
    #[wasm_bindgen(js_name = openDialog)]
    pub fn open_dialog(widget: &Element);
    /// Notes which element of a widget has the focus, before its state changes.
    #[wasm_bindgen(js_name = holdFocus)]
    pub fn hold_focus(widget: &Element);
    /// Restores the focus if the change removed it: to the same element, or to the closest one before it.
    #[wasm_bindgen(js_name = restoreFocus)]
    pub fn restore_focus(widget: &Element);
    /// Returns the text in the field that an event comes from.
    pub fn typed(event: &InputEvent) -> String;
}
