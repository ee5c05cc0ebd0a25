//! Next Rung: product managers assess themselves against published career frameworks, in the browser.
//!
//! The map:
//! - [`assessment`]: the subject itself, plain Rust: frameworks, answers, scoring, focus, radar, drafts and reports.
//! - [`words`]: every word of the interface.
//! - [`state`]: everything that can change, and how.
//! - [`ui`]: Yew components, properties in, callbacks out; `ui/app.rs` holds the state and starts every effect.
//! - [`browser`]: the only place that names the browser's own interfaces. Its scripts are what runs before and around the
//!   modules: `element.js` is `<next-rung>`.
//!
//! Three modules are made of it: `main.rs` takes a reader to a result; `bin/reports.rs` (files) and `bin/beside.rs` (results
//! side by side) are loaded by those who ask. `pages/` has the pages around them.
//!
//! The rules, held by `tests/architecture.rs`: `assessment`, `words` and `state` name no browser crate, no Yew, and
//! nothing from `ui` or `browser`; only the modules' entries and `ui/app.rs` call `browser`, which never calls back.

pub mod assessment;
pub mod browser;
pub mod state;
pub mod ui;
pub mod words;

/// For each of the modules: a third of the size of the standard allocator, 3 KB less to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
