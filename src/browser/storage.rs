//! What the tab keeps until it is closed, and what the device keeps because the person asked for it.
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

/// Who keeps a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeper {
    /// The tab, until it is closed.
    Tab,
    /// The device, until it is told to forget.
    Device,
}

/// The text kept under a key, if any.
///
/// # Errors
/// [`StorageError::Blocked`] where there is no storage.
pub fn read(keeper: Keeper, key: &str) -> Result<Option<String>, StorageError> {
    storage(keeper)?.get_item(key).map_err(|_| StorageError::Blocked)
}

/// Keeps a text under a key.
///
/// # Errors
/// [`StorageError`] where there is no storage, or no room.
pub fn write(keeper: Keeper, key: &str, text: &str) -> Result<(), StorageError> {
    storage(keeper)?.set_item(key, text).map_err(|_| StorageError::Refused)
}

/// Keeps a text of the tab beside its key, under the first free name, so that nothing kept before is lost.
///
/// # Errors
/// [`StorageError`] where there is no storage, or no room.
pub fn set_aside(key: &str, text: &str) -> Result<(), StorageError> {
    let mut number = 1;
    loop {
        let name = format!("{key}.aside-{number}");
        match read(Keeper::Tab, &name)? {
            Some(kept) if kept != text => number += 1,
            Some(_) => return Ok(()),
            None => return write(Keeper::Tab, &name, text),
        }
    }
}

/// In a sandboxed frame even looking at the property throws.
fn storage(keeper: Keeper) -> Result<Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    let storage = match keeper {
        Keeper::Tab => window.session_storage(),
        Keeper::Device => window.local_storage(),
    };
    storage.ok().flatten().ok_or(StorageError::Blocked)
}
