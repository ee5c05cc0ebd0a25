//! The clipboard, and the list of apps that a link can be handed to.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// Puts a text into the clipboard. Returns `false` where the browser or the reader refuses.
pub async fn copy(text: &str) -> bool {
    let Some(navigator) = navigator() else { return false };
    // A page without HTTPS has no clipboard.
    let clipboard = navigator.clipboard();
    !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Returns `true` where a link can be handed to another app.
#[must_use]
pub fn can_share() -> bool {
    navigator().is_some_and(|navigator| Reflect::has(&navigator, &JsValue::from_str("share")).unwrap_or_default())
}

/// Hands a link to another app, under a title.
pub async fn share(title: &str, link: &str) {
    let Some(navigator) = navigator() else { return };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(link);
    // A reader who closes the list of apps has changed their mind; nothing went wrong.
    let _ = JsFuture::from(navigator.share_with_data(&data)).await;
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}
