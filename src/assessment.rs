//! The rules: frameworks, answers, and the results that follow from both. Plain Rust without other imports from this
//! crate.

pub mod answers;
pub mod catalogue;
pub mod comparison;
pub mod crosswalk;
pub mod focus;
pub mod framework;
pub mod route;
pub mod scoring;
pub mod whose;
