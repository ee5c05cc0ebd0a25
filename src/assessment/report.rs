//! A result as text to take away.

pub mod csv;
pub mod json;
pub mod markdown;
pub mod svg;
