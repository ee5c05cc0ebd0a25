//! What the element calls: a [`Widget`] is one assessment in an element of its shadow root.

use std::cell::RefCell;
use std::rc::Rc;

use next_rung::assessment::answers::Subject;
use next_rung::assessment::draft;
use next_rung::assessment::framework::Framework;
use next_rung::assessment::problems::FileError;
use next_rung::assessment::share_link;
use next_rung::browser::storage::{self, Keeper};
use next_rung::browser::{device, styles};
use next_rung::state::Msg;
use next_rung::ui::app::{App, AppProps, Kept};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

/// Nothing happens before an element asks for a widget.
fn main() {}

thread_local! {
    /// The framework ids of the widgets that are there, each at its number on the page.
    static MOUNTED: RefCell<Vec<Option<String>>> = const { RefCell::new(Vec::new()) };
}

/// One assessment on a page.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<App>,
    instance: usize,
}

#[wasm_bindgen]
impl Widget {
    /// Puts an assessment into an element, in place of what it holds.
    ///
    /// `framework` is the text of a framework file and `heading_level`, from 1 to 5, the level of the assessment's own
    /// heading. Links lead to `address`; where it is empty, none are made. `fragment` is what stands in the page's address after
    /// the `#`, or nothing where that is none of our business. With `persists` the tab keeps the answers, and the device
    /// what it is told to remember. `kept` is the draft of a widget that was here before, or nothing.
    ///
    /// # Errors
    /// With the code of a failure: the framework file cannot be used. What is wrong with it is said in the console.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: Element,
        framework: &str,
        heading_level: u8,
        address: &str,
        fragment: &str,
        persists: bool,
        kept: &str,
    ) -> Result<Self, JsValue> {
        // Where the browser knows no adopted style sheets the assessment is plain, and still works.
        let _ = styles::adopt(&host, &styles::WIDGET);
        let file = framework;
        let framework = Rc::new(Framework::read(file).map_err(|error| {
            device::explain(file);
            JsValue::from_str(match error {
                FileError::NewerFormat { .. } => "framework-newer",
                FileError::Unreadable(_) | FileError::Problems(_) => "framework-not-valid",
            })
        })?);
        let subject = if share_link::asks_for_second_view(fragment) { Subject::Another } else { Subject::Oneself };
        let (instance, twins) = number(&framework.id);
        let draft_key = draft::key(&framework.id, subject, twins);
        let kept = match kept {
            "" if persists => match storage::read(Keeper::Tab, &draft_key) {
                Ok(Some(text)) => Kept::Draft(text.into()),
                Ok(None) => Kept::Nothing,
                Err(_) => Kept::Blocked,
            },
            "" => Kept::Nothing,
            text => Kept::Draft(text.to_owned().into()),
        };
        let props = AppProps {
            framework,
            framework_file: file.to_owned().into(),
            subject,
            fragment: fragment.to_owned().into(),
            address: address.to_owned().into(),
            persists,
            kept,
            draft_key: draft_key.into(),
            instance,
            heading_level: heading_level.clamp(1, 5),
        };
        Ok(Self { app: yew::Renderer::<App>::with_root_and_props(host, props).render(), instance })
    }

    /// Goes back to the start, without answers.
    pub fn reset(&self) {
        self.app.send_message(Msg::StartOver);
    }

    /// The answers so far, as the text of a draft; nothing where there are none.
    #[must_use]
    pub fn draft(&self) -> String {
        self.app.get_component().map(|app| app.draft().to_owned()).unwrap_or_default()
    }

    /// The result of the answers so far, as the text of a JSON report; nothing where nothing is answered.
    #[must_use]
    pub fn result(&self) -> Option<String> {
        self.app.get_component()?.report()
    }

    /// Takes the assessment out of its element, and frees what it needed.
    pub fn leave(self) {
        MOUNTED.with_borrow_mut(|mounted| mounted[self.instance] = None);
        self.app.destroy();
    }
}

/// The first free number on the page, and how many widgets there have the same framework.
fn number(id: &str) -> (usize, usize) {
    MOUNTED.with_borrow_mut(|mounted| {
        let is_twin = |other: &&Option<String>| other.as_deref() == Some(id);
        let twins = mounted.iter().filter(is_twin).count();
        let instance = mounted.iter().position(Option::is_none).unwrap_or(mounted.len());
        if instance == mounted.len() {
            mounted.push(None);
        }
        mounted[instance] = Some(id.to_owned());
        (instance, twins)
    })
}
