//! The rules: what a framework says, what a person answered, and what follows from both. Plain Rust that imports nothing
//! else of this crate.

pub mod answers;
pub mod catalogue;
pub mod comparison;
pub mod crosswalk;
pub mod focus;
pub mod framework;
pub mod route;
pub mod scoring;
pub mod whose;
