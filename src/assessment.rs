//! The subject itself: what a framework says, what a person answered, and what follows. Plain Rust, no browser.

pub mod answers;
pub mod answers_file;
pub mod catalogue;
pub mod comparison;
pub mod crosswalk;
pub mod draft;
pub mod focus;
pub mod framework;
pub mod framework_file;
pub mod history;
pub mod json;
pub mod problems;
pub mod radar;
pub mod report;
pub mod route;
pub mod scoring;
pub mod share_link;
