//! The Wasm entry: the functions that the custom element and our own pages call.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use next_rung::assessment::answers::Subject;
use next_rung::assessment::crosswalk::Crosswalk;
use next_rung::assessment::framework::Framework;
use next_rung::browser::storage::{self, StorageArea};
use next_rung::browser::{page, root, styles};
#[cfg(not(feature = "split"))]
use next_rung::formats::crosswalk_file;
use next_rung::formats::{draft, packed, share_link};
use next_rung::report::FileKind;
use next_rung::state::{Msg, Part};
use next_rung::ui::app::{self, App, AppProps, Kept};
use next_rung::ui::on_demand::{self, UnusableFile};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;
use yew::html::Scope;

/// Nothing happens before an element asks for a widget.
fn main() {}

/// A framework that widgets can be made of.
#[wasm_bindgen]
pub struct LoadedFramework(Rc<Framework>);

#[wasm_bindgen]
impl LoadedFramework {
    /// Unpacks a framework that the build packed.
    ///
    /// # Errors
    /// Throws the code of a failure: the bytes belong to another build.
    pub fn unpack(bytes: &[u8]) -> Result<Self, JsValue> {
        packed::unpack(bytes).map(|framework| Self(Rc::new(framework))).ok_or_else(|| "files-missing".into())
    }

    /// Reads a framework from the text of an author's file. Every problem of the file is written to the console.
    ///
    /// # Errors
    /// Throws the code of a failure: the file cannot be used, or its reader could not be loaded.
    pub fn read(text: String) -> Promise {
        promise(async move {
            let authors = on_demand::load_authors().await.map_err(|_| "not-reached")?;
            match (authors.read)(&text) {
                Ok(framework) => {
                    if !framework.is_pinned {
                        page::report(
                            "next-rung: the framework is not pinned: links to results hold only for its present texts",
                        );
                    }
                    Ok(Self(Rc::new(framework)).into())
                }
                Err((problem, lines)) => {
                    page::report_error(&lines);
                    Err(JsValue::from_str(match problem {
                        UnusableFile::NewerFormat => "framework-newer",
                        UnusableFile::NotValid => "framework-not-valid",
                    }))
                }
            }
        })
    }
}

/// A place for a widget, with the Yew app that draws there.
struct Place {
    root: Element,
    app: AppHandle<App>,
    /// The widget that is there; `None` once it left.
    widget: Option<Mounted>,
}

/// A widget that is on the page.
struct Mounted {
    /// The id of its framework.
    framework: String,
    /// Tells widgets with the same framework apart.
    twin: usize,
}

thread_local! {
    /// The places opened so far. Yew never removes the listeners of an app from its root element, so a place that a widget
    /// left is taken by the next one.
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    /// The number of widgets mounted so far.
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

/// One assessment on a page.
#[wasm_bindgen]
pub struct Widget {
    /// The index of its place.
    place: usize,
    /// Its number on the page.
    instance: usize,
    scope: Scope<App>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts an assessment in an element and replaces the content of the element.
    ///
    /// `heading_level`, from 1 to 5, is the level of the assessment's own heading. Links lead to `address`; no links are made
    /// if it is empty. `fragment` is the part of the page's address after the `#`, or empty if that part belongs to others.
    /// With `persists` the tab stores the answers, and the device stores the results that it is told to remember. `kept` is
    /// the draft of an earlier widget in the same place, or empty.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(
        host: Element,
        framework: &LoadedFramework,
        heading_level: u8,
        address: &str,
        fragment: &str,
        persists: bool,
        kept: &str,
    ) -> Self {
        styles::adopt_first(&host);
        let framework = Rc::clone(&framework.0);
        let subject = if share_link::asks_for_second_view(fragment) { Subject::Another } else { Subject::Oneself };
        let mounted = Mounted { framework: framework.id.clone(), twin: free_twin(&framework.id) };
        let instance = COUNT.replace(COUNT.get() + 1);
        let draft_key = draft::key(&framework.id, subject, mounted.twin);
        let kept = match kept {
            "" if persists => match storage::read(StorageArea::Session, &draft_key) {
                Ok(Some(text)) => Kept::Draft(text.into()),
                Ok(None) => Kept::Nothing,
                Err(_) => Kept::Blocked,
            },
            "" => Kept::Nothing,
            text => Kept::Draft(text.to_owned().into()),
        };
        let props = AppProps {
            host: host.clone(),
            framework,
            subject,
            fragment: fragment.to_owned().into(),
            address: address.to_owned().into(),
            persists,
            kept,
            draft_key: draft_key.into(),
            instance,
            heading_level: heading_level.clamp(1, 5),
        };
        let (place, scope) = take_place(&host, props, mounted);
        Self { place, instance, scope }
    }

    /// Deletes all answers and returns to the start.
    pub fn reset(&self) {
        self.scope.send_message(Msg::StartOver);
    }

    /// Returns the answers so far as the text of a draft; empty if there are none.
    #[must_use]
    pub fn draft(&self) -> String {
        self.component().map(|app| app.draft().to_owned()).unwrap_or_default()
    }

    /// Loads the part of the program that the screen or [`Widget::result`] needs.
    pub fn ready(&self) -> Promise {
        let scope = self.scope.clone();
        promise(async move {
            // Yew has created the component before this runs.
            let part = scope.get_component().and_then(|app| app.state().likely_part());
            if let Some(part) = part {
                // The widget itself tries again when it needs the part.
                let _ = on_demand::load(part).await;
            }
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Returns the report of the result of the answers so far; `null` if nothing is answered, or until the part of the
    /// program that computes results is loaded.
    #[must_use]
    pub fn result(&self) -> JsValue {
        let app = self.component();
        app.and_then(|app| app::report(app.state())).map_or(JsValue::NULL, JsValue::from)
    }

    /// Resolves with the text of a file of the result, given the id of its [`FileKind`]; with `null` if nothing is answered
    /// or if the part of the program that makes files could not be loaded.
    pub fn file(&self, kind: &str) -> Promise {
        let state = self.component().map(|app| (app.state().clone(), app.element()));
        let kind = FileKind::from_id(kind);
        promise(async move {
            let (Some((state, Some(widget))), Some(kind)) = (state, kind) else { return Ok(JsValue::NULL) };
            let text = app::write(kind, &state.framework, &state.draft(), &widget, &page::today()).await;
            Ok(text.map_or(JsValue::NULL, JsValue::from))
        })
    }

    /// Takes the assessment out of its element.
    pub fn leave(self) {
        PLACES.with_borrow_mut(|places| {
            places[self.place].root.remove();
            places[self.place].widget = None;
        });
    }
}

impl Widget {
    /// Returns the component, as soon as Yew has created it or given it to this widget.
    fn component(&self) -> Option<impl Deref<Target = App>> {
        self.scope.get_component().filter(|app| app.instance() == self.instance)
    }
}

/// Mounts an assessment in a free place, or in a new one. Returns the index of the place and its component.
fn take_place(host: &Element, props: AppProps, widget: Mounted) -> (usize, Scope<App>) {
    PLACES.with_borrow_mut(|places| {
        let free = places.iter().position(|place| place.widget.is_none());
        let index = free.unwrap_or(places.len());
        if free.is_some() {
            root::move_into(&places[index].root, host);
            places[index].app.update(props);
            places[index].widget = Some(widget);
        } else {
            let root = root::new(host);
            root::move_into(&root, host);
            let app = yew::Renderer::with_root_and_props(root.clone(), props).render();
            places.push(Place { root, app, widget: Some(widget) });
        }
        (index, places[index].app.clone())
    })
}

/// Returns the lowest number that no other widget with the same framework has.
fn free_twin(framework: &str) -> usize {
    PLACES.with_borrow(|places| {
        let is_taken = |twin: usize| {
            let mut widgets = places.iter().filter_map(|place| place.widget.as_ref());
            widgets.any(|other| other.framework == framework && other.twin == twin)
        };
        (0..places.len()).find(|&twin| !is_taken(twin)).unwrap_or(places.len())
    })
}

/// The crosswalk, by which results in several frameworks are laid out.
#[wasm_bindgen]
pub struct LoadedCrosswalk(Crosswalk);

#[wasm_bindgen]
impl LoadedCrosswalk {
    /// Unpacks the crosswalk that the build packed.
    ///
    /// # Errors
    /// Throws the code of a failure: the bytes belong to another build, or a part of the program could not be loaded.
    pub fn unpack(bytes: Uint8Array) -> Promise {
        promise(async move {
            on_demand::load(Part::Comparison).await.map_err(|_| "not-reached")?;
            let part = on_demand::comparisons().ok_or("not-reached")?;
            let crosswalk = (part.unpack_crosswalk)(&bytes.to_vec()).ok_or("files-missing")?;
            Ok(Self(crosswalk).into())
        })
    }

    /// Reads the crosswalk from the text of its file. Only the app that Trunk builds reads the file itself.
    ///
    /// # Errors
    /// Throws the code of a failure: the file cannot be used. Every problem is written to the console.
    #[cfg(not(feature = "split"))]
    pub fn read(text: &str) -> Result<Self, JsValue> {
        crosswalk_file::read(text).map(Self).map_err(|error| {
            page::report_error(&format!("next-rung: the crosswalk: {error}"));
            "files-missing".into()
        })
    }
}

/// Shows the person's results in several frameworks in an element, or a note that there are too few.
///
/// # Errors
/// Throws if a part of the program could not be loaded.
#[wasm_bindgen]
pub fn across(
    host: Element,
    crosswalk: LoadedCrosswalk,
    frameworks: Vec<LoadedFramework>,
    heading_level: u8,
) -> Promise {
    promise(async move {
        on_demand::load(Part::Comparison).await.map_err(|_| "not-reached")?;
        let part = on_demand::comparisons().ok_or("not-reached")?;
        let frameworks: Vec<_> = frameworks.into_iter().map(|loaded| loaded.0).collect();
        (part.show_across)(host, &crosswalk.0, &frameworks, heading_level);
        Ok(JsValue::UNDEFINED)
    })
}

/// Returns a promise for the outcome of a future. All futures have one type, so that the code that runs them is downloaded
/// once.
fn promise(future: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let future: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(future);
    wasm_bindgen_futures::future_to_promise(future)
}
