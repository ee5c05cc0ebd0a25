//! Files: the ones that a reader chooses, and the ones that they save.

use std::mem;

use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlInputElement};

/// The time after which a saved file is freed, in milliseconds. The browser has started to read it by then.
const READING_MS: u32 = 60_000;

#[wasm_bindgen(module = "/src/browser/picture_on_demand.js")]
extern "C" {
    /// Resolves to the PNG of a share image, drawn from its SVG.
    #[wasm_bindgen(catch)]
    async fn picture(svg: &str) -> Result<JsValue, JsValue>;
    /// Resolves to `true` if the widget has light text, which means that its background is dark.
    #[wasm_bindgen(catch, js_name = isDark)]
    async fn is_dark_by(widget: &Element) -> Result<JsValue, JsValue>;
}

/// Reads the file chosen in the field that an event comes from; `None` if it cannot be read.
pub async fn chosen(event: Event) -> Option<String> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    // Otherwise the same file could not be chosen again.
    field.set_value("");
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// Saves a text under a name. Returns `false` if the page cannot do that.
#[must_use]
pub fn save_text(name: &str, media_type: &str, text: &str) -> bool {
    let address = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    let is_saved = save(name, &address);
    Timeout::new(READING_MS, move || drop(address)).forget();
    is_saved
}

/// Saves a share image as a PNG, from its SVG. Returns the address of the picture, which stays valid as long as the page
/// is open; `None` if the browser cannot draw it.
pub async fn save_picture(name: &str, svg: &str) -> Option<String> {
    let png: web_sys::Blob = picture(svg).await.ok()?.dyn_into().ok()?;
    let address = ObjectUrl::from(Blob::from(png));
    let shown = str::to_owned(&address);
    let is_saved = save(name, &address);
    // The reader may save it from the screen at any time.
    mem::forget(address);
    is_saved.then_some(shown)
}

/// Returns `true` if a widget is light on dark; `false` if that cannot be determined.
pub async fn is_dark(widget: &Element) -> bool {
    is_dark_by(widget).await.is_ok_and(|is_dark| is_dark.is_truthy())
}

fn save(name: &str, address: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return false };
    link.set_href(address);
    link.set_download(name);
    link.click();
    true
}
