//! The clipboard, and sharing a link with another app.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// Copies a text to the clipboard. Returns `false` if the browser or the reader refuses.
pub async fn copy(text: &str) -> bool {
    let Some(navigator) = navigator() else { return false };
    // A page without HTTPS has no clipboard.
    let clipboard = navigator.clipboard();
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Returns `true` if a link can be shared with another app.
#[must_use]
pub fn can_share() -> bool {
    navigator().is_some_and(|navigator| Reflect::has(&navigator, &JsValue::from_str("share")).unwrap_or_default())
}

/// The outcome of sharing a link with another app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// Another app received it.
    HandedOver,
    /// The reader closed the list of apps.
    ChangedMind,
    /// The browser does not let this page share, as in an iframe without `allow="web-share"`.
    Refused,
}

/// Shares a link with another app, under a title.
pub async fn share(title: &str, link: &str) -> Shared {
    let Some(navigator) = navigator() else { return Shared::Refused };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(link);
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => Shared::HandedOver,
        Err(error) if name_of(&error) == "AbortError" => Shared::ChangedMind,
        Err(_) => Shared::Refused,
    }
}

/// Returns the name of a DOM exception; empty for anything else.
fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}
