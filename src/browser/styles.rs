//! The widget's styles, adopted by the document or shadow root that contains it.
//!
//! An adopted sheet is allowed by a content security policy that forbids inline styles, and all widgets of a root share
//! it.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

/// The text of a style sheet.
pub struct Sheet(pub &'static str);

/// The style sheets of all screens before a result, joined by `build.rs`. On the published site they are a file, because
/// the first screens need them before the program is loaded.
pub const WIDGET: Sheet = Sheet(include_str!(concat!(env!("OUT_DIR"), "/widget.css")));
/// The additional style sheets of a result. Adopt them after [`WIDGET`], and before those of a comparison.
pub const RESULT: Sheet = Sheet(include_str!(concat!(env!("OUT_DIR"), "/result.css")));
/// The additional style sheet of a comparison. Adopt it after [`RESULT`], because it overrides the table of a result.
pub const COMPARISON: Sheet = Sheet(include_str!(concat!(env!("OUT_DIR"), "/beside.css")));

thread_local! {
    /// The sheets made so far. Each can be adopted by any number of roots.
    static MADE: RefCell<Vec<(&'static str, CssStyleSheet)>> = const { RefCell::new(Vec::new()) };
}

/// Adopts the styles of the first screens in an element's root, unless the page has done so already.
pub fn adopt_first(element: &Element) {
    if cfg!(not(feature = "split")) {
        // In a browser without adopted style sheets the assessment is plain, and still works.
        let _ = adopt(element, &WIDGET);
    }
}

/// Adopts a sheet in an element's root. A second widget there does not adopt it again.
///
/// # Errors
/// The exception of a browser that does not support adopted style sheets.
pub fn adopt(element: &Element, sheet: &Sheet) -> Result<(), JsValue> {
    let sheet = made(sheet)?;
    let root = element.get_root_node();
    let key = JsValue::from_str("adoptedStyleSheets");
    let adopted: Array = Reflect::get(&root, &key)?.dyn_into()?;
    if !adopted.includes(&sheet, 0) {
        adopted.push(&sheet);
    }
    Ok(())
}

fn made(sheet: &Sheet) -> Result<CssStyleSheet, JsValue> {
    MADE.with_borrow_mut(|made| {
        if let Some((_, ready)) = made.iter().find(|(text, _)| *text == sheet.0) {
            return Ok(ready.clone());
        }
        let new = CssStyleSheet::new()?;
        new.replace_sync(sheet.0)?;
        made.push((sheet.0, new.clone()));
        Ok(new)
    })
}
