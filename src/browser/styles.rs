//! The widget's styles, adopted by the document or shadow root that it is mounted in.
//!
//! An adopted sheet passes a content security policy that forbids inline styles, and is shared by every widget there.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element};

/// A style sheet, with a mark by which it is known where it was adopted before.
pub struct Sheet {
    mark: &'static str,
    text: &'static str,
}

/// Every style sheet of `styles/` but the page's own and the next one's; `build.rs` joins them.
pub const WIDGET: Sheet = Sheet { mark: "nextRung", text: include_str!(concat!(env!("OUT_DIR"), "/widget.css")) };
/// What only comparisons need besides.
pub const BESIDE: Sheet = Sheet { mark: "nextRungBeside", text: include_str!(concat!(env!("OUT_DIR"), "/beside.css")) };

/// Styles the root that an element stands in; a second widget there does not adopt the sheet again.
///
/// # Errors
/// What the browser throws where it knows no adopted style sheets.
pub fn adopt(element: &Element, sheet: &Sheet) -> Result<(), JsValue> {
    let Sheet { mark, text } = *sheet;
    let root = element.get_root_node();
    let key = JsValue::from_str("adoptedStyleSheets");
    let adopted: Array = Reflect::get(&root, &key)?.dyn_into()?;
    if adopted.iter().any(|sheet| Reflect::has(&sheet, &mark.into()).unwrap_or(false)) {
        return Ok(());
    }
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(text)?;
    Reflect::set(&sheet, &mark.into(), &JsValue::TRUE)?;
    let sheets = Array::from(&adopted);
    sheets.push(&sheet);
    Reflect::set(&root, &key, &sheets)?;
    Ok(())
}
