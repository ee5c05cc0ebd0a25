//! What the page calls: [`mount`] puts one assessment into an element.

use std::cell::RefCell;
use std::rc::Rc;

use next_rung::assessment::answers::Subject;
use next_rung::assessment::draft;
use next_rung::assessment::framework::Framework;
use next_rung::assessment::problems::FileError;
use next_rung::assessment::share_link;
use next_rung::browser::storage::{self, Keeper};
use next_rung::browser::{device, failure, styles};
use next_rung::ui::app::{App, AppProps, Kept};
use next_rung::words::ENGLISH;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, console};

/// Nothing happens before the page mounts something.
fn main() {}

thread_local! {
    /// The framework ids of the assessments mounted so far.
    static MOUNTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Puts an assessment into an element, in place of what it holds.
///
/// `framework` is the text of a framework file; what is wrong with it is shown in the element and in the console.
/// `heading_level` is the level, 1 to 5, of the assessment's own heading; `base` is the address that our files stand
/// beside. May be called for any number of elements.
#[wasm_bindgen]
pub fn mount(host: Element, framework: &str, heading_level: u8, base: &str) {
    if styles::adopt(&host, &styles::WIDGET).is_err() {
        console::warn_1(&"next-rung: this browser knows no adopted style sheets, so the assessment is plain".into());
    }
    let file = framework;
    let framework = match Framework::read(file) {
        Ok(framework) => Rc::new(framework),
        Err(error) => {
            let line = match error {
                FileError::NewerFormat { .. } => ENGLISH.framework_newer,
                FileError::Unreadable(_) | FileError::Problems(_) => ENGLISH.framework_unusable,
            };
            failure::show(&host, line);
            device::explain(base, file);
            return;
        }
    };
    let id = framework.id.clone();
    let (instance, twins) = MOUNTED.with_borrow_mut(|mounted| {
        let twins = mounted.iter().filter(|mounted| **mounted == id).count();
        mounted.push(id.clone());
        (mounted.len(), twins)
    });
    let fragment = device::fragment();
    let subject = if share_link::asks_for_second_view(&fragment) { Subject::Another } else { Subject::Oneself };
    let draft_key = draft::key(&id, subject, twins);
    let kept = match storage::read(Keeper::Tab, &draft_key) {
        Ok(Some(text)) => Kept::Draft(text.into()),
        Ok(None) => Kept::Nothing,
        Err(_) => Kept::Blocked,
    };
    let props = AppProps {
        framework,
        framework_file: file.to_owned().into(),
        subject,
        fragment: fragment.into(),
        base: base.to_owned().into(),
        kept,
        draft_key: draft_key.into(),
        instance,
        heading_level: heading_level.clamp(1, 5),
    };
    yew::Renderer::<App>::with_root_and_props(host, props).render();
}
