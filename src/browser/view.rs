//! Where the person looks, and what they typed.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
pub use web_sys::Element;
use web_sys::{HtmlElement, HtmlTextAreaElement, InputEvent};

/// Moves the focus to the first heading of a widget and its top into view, as a new page would.
pub fn show_top(widget: &Element) {
    if widget.get_bounding_client_rect().top() < 0.0 {
        widget.scroll_into_view();
    }
    focus_on(widget, "[data-heading]");
}

/// Moves the focus to the first element of a widget that a selector fits, if there is one.
pub fn focus_on(widget: &Element, selector: &str) {
    if let Some(element) = find(widget, selector)
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        // What left the page meanwhile cannot take the focus; then nothing needs it.
        let _ = element.focus();
    }
}

/// What has the focus.
pub struct Focused(HtmlElement);

/// What has the focus in the document or shadow root that a widget stands in.
#[must_use]
pub fn focused(widget: &Element) -> Option<Focused> {
    let element = Reflect::get(&widget.get_root_node(), &"activeElement".into()).ok()?;
    element.dyn_into().ok().map(Focused)
}

impl Focused {
    /// Gives the focus back.
    pub fn restore(&self) {
        let _ = self.0.focus();
    }
}

/// The first element of a widget that a selector fits, if there is one.
#[must_use]
pub fn find(widget: &Element, selector: &str) -> Option<Element> {
    widget.query_selector(selector).ok().flatten()
}

/// The text in the field that an event comes from; empty where it comes from something else.
#[must_use]
pub fn typed(event: &InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}
