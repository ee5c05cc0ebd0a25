//! The element that a Yew app draws in. It moves from one host to the next.

use wasm_bindgen::UnwrapThrowExt;
use web_sys::Element;

/// Makes a root in the document of `host`.
///
/// # Panics
/// Never: `host` belongs to a document, and every document can make a `div`.
#[must_use]
pub fn new(host: &Element) -> Element {
    let document = host.owner_document().expect_throw("an element belongs to a document");
    document.create_element("div").expect_throw("every document can make a div")
}

/// Puts a root into `host`, in place of everything there.
pub fn move_into(root: &Element, host: &Element) {
    host.replace_children_with_node_1(root);
}
