//! The widget's styles, adopted by the document or shadow root that it is mounted in.
//!
//! An adopted sheet passes a content security policy that forbids inline styles, and is shared by every widget there.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

/// Every style sheet of `styles/` but the page's own; `build.rs` joins them.
const SHEET: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

/// Marks the sheet as ours, so that a second widget in the same root does not adopt it again.
const MARK: &str = "nextRung";

/// Styles the root that an element stands in.
///
/// # Errors
/// What the browser throws where it knows no adopted style sheets.
pub fn adopt(element: &Element) -> Result<(), JsValue> {
    let root = element.get_root_node();
    let key = JsValue::from_str("adoptedStyleSheets");
    let adopted: Array = Reflect::get(&root, &key)?.dyn_into()?;
    if adopted.iter().any(|sheet| Reflect::has(&sheet, &MARK.into()).unwrap_or(false)) {
        return Ok(());
    }
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(SHEET)?;
    Reflect::set(&sheet, &MARK.into(), &JsValue::TRUE)?;
    let sheets = Array::from(&adopted);
    sheets.push(&sheet);
    Reflect::set(&root, &key, &sheets)?;
    Ok(())
}
