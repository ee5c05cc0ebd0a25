//! The tab's own storage. It forgets when the tab is closed.
//!
//! `gloo-storage` is not used: it panics where storage is blocked.

use web_sys::Storage;

/// Why something could not be kept or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser allows no storage here.
    #[error("the browser allows no storage here")]
    Blocked,
    /// The browser refused to keep the text, mostly for want of room.
    #[error("the browser refused to keep the text")]
    Refused,
}

/// The text kept under a key, if any.
///
/// # Errors
/// [`StorageError::Blocked`] where there is no storage.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    session()?.get_item(key).map_err(|_| StorageError::Blocked)
}

/// Keeps a text under a key.
///
/// # Errors
/// [`StorageError`] where there is no storage, or no room.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    session()?.set_item(key, text).map_err(|_| StorageError::Refused)
}

/// Keeps a text beside a key, under the first free name, so that nothing kept before is lost.
///
/// # Errors
/// [`StorageError`] where there is no storage, or no room.
pub fn set_aside(key: &str, text: &str) -> Result<(), StorageError> {
    let mut number = 1;
    loop {
        let name = format!("{key}.aside-{number}");
        match read(&name)? {
            Some(kept) if kept != text => number += 1,
            Some(_) => return Ok(()),
            None => return write(&name, text),
        }
    }
}

/// In a sandboxed frame even looking at the property throws.
fn session() -> Result<Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    window.session_storage().ok().flatten().ok_or(StorageError::Blocked)
}
