//! The browser's own interfaces, without any interpretation of the data. Its scripts run before and around the program:
//! `element.js` is `<next-rung>`.
//!
//! Storage may be blocked, full or absent at any time (a sandboxed frame, a private window). The code treats this as
//! normal.

pub mod clipboard;
pub mod file;
pub mod json;
pub mod page;
pub mod root;
pub mod storage;
pub mod styles;
pub mod view;
