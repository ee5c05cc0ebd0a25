//! Storage: the tab's until it is closed, and the device's for what the person asked to keep.
//!
//! This uses web-sys: `gloo-storage` panics where storage is blocked.

use web_sys::Storage;

/// The reason why something could not be stored or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser allows no storage here.
    #[error("the browser allows no storage here")]
    Blocked,
    /// The browser refused to store the text, mostly because there is no room left.
    #[error("the browser refused to keep the text")]
    Refused,
}

/// A storage area of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageArea {
    /// Kept until the tab is closed.
    Session,
    /// Kept on the device until it is cleared.
    Local,
}

/// Returns the text stored under a key, if any.
///
/// # Errors
/// [`StorageError::Blocked`] if there is no storage.
pub fn read(area: StorageArea, key: &str) -> Result<Option<String>, StorageError> {
    storage(area)?.get_item(key).map_err(|_| StorageError::Blocked)
}

/// Stores a text under a key.
///
/// # Errors
/// [`StorageError`] if there is no storage, or no room.
pub fn write(area: StorageArea, key: &str, text: &str) -> Result<(), StorageError> {
    storage(area)?.set_item(key, text).map_err(|_| StorageError::Refused)
}

/// Removes every text whose key has a prefix, from both areas.
pub fn remove_all(prefix: &str) {
    for area in [StorageArea::Session, StorageArea::Local] {
        // Blocked storage is empty.
        let Ok(storage) = storage(area) else { continue };
        let keys = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
        for key in keys.filter(|key| key.starts_with(prefix)).collect::<Vec<_>>() {
            let _ = storage.remove_item(&key);
        }
    }
}

/// Copies a text of the tab to the first free name next to its key, so that nothing stored before is lost.
///
/// # Errors
/// [`StorageError`] if there is no storage, or no room.
pub fn set_aside(key: &str, text: &str) -> Result<(), StorageError> {
    let mut number = 1;
    loop {
        let name = format!("{key}.aside-{number}");
        match read(StorageArea::Session, &name)? {
            Some(kept) if kept != text => number += 1,
            Some(_) => return Ok(()),
            None => return write(StorageArea::Session, &name, text),
        }
    }
}

/// Returns a storage area. In a sandboxed frame even reading the property throws.
fn storage(area: StorageArea) -> Result<Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    let storage = match area {
        StorageArea::Session => window.session_storage(),
        StorageArea::Local => window.local_storage(),
    };
    storage.ok().flatten().ok_or(StorageError::Blocked)
}
