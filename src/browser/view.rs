//! Where the person looks, and what they typed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, InputEvent};

/// Moves the focus to the first heading of a widget and its top into view, as a new page would.
pub fn show_top(widget: &Element) {
    if widget.get_bounding_client_rect().top() < 0.0 {
        widget.scroll_into_view();
    }
    if let Ok(Some(heading)) = widget.query_selector("[data-heading]") {
        focus(&heading);
    }
}

/// Moves the focus to the first statement of a widget that has no rating.
pub fn show_first_unrated(widget: &Element) {
    if let Ok(Some(unrated)) = widget.query_selector("[data-unrated] input") {
        focus(&unrated);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // A heading that left the page meanwhile cannot take the focus; then nothing needs it.
        let _ = element.focus();
    }
}

/// The text in the field that an event comes from; empty where it comes from something else.
#[must_use]
pub fn typed(event: &InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
