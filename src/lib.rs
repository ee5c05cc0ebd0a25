//! Next Rung: product managers assess themselves against published career frameworks, in the browser.
//!
//! The map, each module importing only from those before it:
//! - [`assessment`]: the rules. Frameworks, answers, scoring, focus, comparison. Plain Rust.
//! - [`formats`]: every format that is read or written, as serde types with a version.
//! - [`words`]: every word of the interface.
//! - [`drawing`]: the geometry of the radar and its shapes, which views and files paint.
//! - [`report`]: a result as Markdown, CSV, JSON and SVG.
//! - [`state`]: everything that can change, and how.
//! - [`ui`]: Yew views, props in, messages out. `ui/app.rs` holds the state and starts every effect; `ui/on_demand.rs` names
//!   the parts of the program that are loaded when they are needed.
//! - [`browser`]: the only folder that names web-sys, js-sys or gloo. Its scripts are what runs before and around the
//!   program: `element.js` is `<next-rung>`.
//!
//! `main.rs` is what the element calls. `pages/` has the pages around the widget, `xtask/` builds them.
//! `tests/architecture.rs` holds the borders.

pub mod assessment;
pub mod browser;
pub mod drawing;
pub mod formats;
pub mod report;
pub mod state;
pub mod ui;
pub mod words;

/// A third of the size of the standard allocator, 3 kB gzip less to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
