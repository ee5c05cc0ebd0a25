//! The widget's styles, adopted by the document or shadow root that it is mounted in.
//!
//! An adopted sheet passes a content security policy that forbids inline styles, and is shared by every widget there.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

/// The text of a style sheet.
pub struct Sheet(pub &'static str);

/// The style sheets of every screen up to a result; `build.rs` joins them. On the published site they are a file, because the
/// first screens need them before the program is there.
pub const WIDGET: Sheet = Sheet(include_str!(concat!(env!("OUT_DIR"), "/widget.css")));
/// The style sheets that a result needs too. Adopt them after [`WIDGET`], and before those of a comparison.
pub const RESULT: Sheet = Sheet(include_str!(concat!(env!("OUT_DIR"), "/result.css")));
/// The style sheet that a comparison needs too. Adopt it after [`RESULT`], for it changes the table of a result.
pub const COMPARISON: Sheet = Sheet(include_str!(concat!(env!("OUT_DIR"), "/beside.css")));

thread_local! {
    /// The sheets made so far: one serves any number of roots.
    static MADE: RefCell<Vec<(&'static str, CssStyleSheet)>> = const { RefCell::new(Vec::new()) };
}

/// Styles the root that an element stands in as far as the first screens need it, unless the page has done so already.
pub fn adopt_first(element: &Element) {
    if cfg!(not(feature = "split")) {
        // Where the browser knows no adopted style sheets the assessment is plain, and still works.
        let _ = adopt(element, &WIDGET);
    }
}

/// Styles the root that an element stands in; a second widget there does not adopt the sheet again.
///
/// # Errors
/// What the browser throws where it knows no adopted style sheets.
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
