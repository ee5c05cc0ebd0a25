//! Where the person looks, and what they typed.

use wasm_bindgen::prelude::wasm_bindgen;
pub use web_sys::Element;
use web_sys::InputEvent;

#[wasm_bindgen(module = "/src/browser/view.js")]
extern "C" {
    /// Moves the focus to the first heading of a widget and its top into view, as a new page would.
    #[wasm_bindgen(js_name = showTop)]
    pub fn show_top(widget: &Element);
    /// Moves the focus to the first element of a widget that a selector finds, if there is one.
    #[wasm_bindgen(js_name = focusOn)]
    pub fn focus_on(widget: &Element, selector: &str);
    /// Opens the dialog of a widget, whose first button takes the focus, and is pressed when the browser closes the dialog.
    #[wasm_bindgen(js_name = openDialog)]
    pub fn open_dialog(widget: &Element);
    /// Notes what has the focus in a widget, before its state changes.
    #[wasm_bindgen(js_name = holdFocus)]
    pub fn hold_focus(widget: &Element);
    /// Gives the focus back where the change took it away: to what had it, or to what comes closest before.
    #[wasm_bindgen(js_name = restoreFocus)]
    pub fn restore_focus(widget: &Element);
    /// The text in the field that an event comes from.
    pub fn typed(event: &InputEvent) -> String;
}
