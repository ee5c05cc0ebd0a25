//! A result as text to take away.

pub mod json;
