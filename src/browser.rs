//! The browser's own interfaces, and nothing that interprets what passes through them.
//!
//! Storage may be blocked, full or absent at any time (a sandboxed frame, a private window): that is normal here.

pub mod device;
pub mod storage;
pub mod styles;
pub mod view;
