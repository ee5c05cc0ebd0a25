//! The browser's own interfaces, and nothing that interprets what passes through them. Its scripts are what runs before and
//! around the program: `element.js` is `<next-rung>`.
//!
//! Storage may be blocked, full or absent at any time (a sandboxed frame, a private window): that is normal here.

pub mod clipboard;
pub mod file;
pub mod json;
pub mod page;
pub mod root;
pub mod storage;
pub mod styles;
pub mod view;
