//! What the page calls: [`mount`] puts one assessment into an element.

use std::cell::RefCell;
use std::rc::Rc;

use next_rung::assessment::framework::Framework;
use next_rung::assessment::problems::FileError;
use next_rung::browser::{failure, storage, styles};
use next_rung::ui::app::{App, AppProps, Kept};
use next_rung::words::ENGLISH;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, console};

/// Nothing happens before the page mounts something.
fn main() {}

/// A third of the size of the standard allocator; 3 KB less to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// The framework ids of the assessments mounted so far.
    static MOUNTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Puts an assessment into an element, in place of what it holds.
///
/// `framework` is the text of a framework file; what is wrong with it is shown in the element and in the console.
/// `heading_level` is the level, 1 to 5, of the assessment's own heading. May be called for any number of elements.
#[wasm_bindgen]
pub fn mount(host: Element, framework: &str, heading_level: u8) {
    let words = &ENGLISH;
    if styles::adopt(&host).is_err() {
        console::warn_1(&"next-rung: this browser knows no adopted style sheets, so the assessment is plain".into());
    }
    let framework = match Framework::read(framework) {
        Ok(framework) => Rc::new(framework),
        Err(error) => {
            let line = match error {
                FileError::NewerFormat { .. } => words.framework_newer,
                FileError::Unreadable(_) | FileError::Problems(_) => words.framework_unusable,
            };
            failure::show(&host, line, &error.to_string());
            return;
        }
    };
    let id = framework.id.clone();
    let (instance, twins) = MOUNTED.with_borrow_mut(|mounted| {
        let twins = mounted.iter().filter(|mounted| **mounted == id).count();
        mounted.push(id.clone());
        (mounted.len(), twins)
    });
    let draft_key = draft_key(&id, twins);
    let kept = match storage::read(&draft_key) {
        Ok(Some(text)) => Kept::Draft(text.into()),
        Ok(None) | Err(_) => Kept::Nothing,
    };
    let heading_level = heading_level.clamp(1, 5);
    let props = AppProps { framework, kept, draft_key: draft_key.into(), instance, heading_level, words };
    yew::Renderer::<App>::with_root_and_props(host, props).render();
}

/// Where the tab keeps the answers. The first number goes up with a format that old pages cannot read; the last keeps
/// several assessments with one framework on one page apart.
fn draft_key(framework: &str, twins: usize) -> String {
    format!("next-rung.draft.1.{framework}.{twins}")
}
