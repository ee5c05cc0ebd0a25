//! Data that the build packs for the widget of the same build: smaller than JSON, and read without a parser or checks.
//!
//! The bytes are Postcard with a checksum (CRC-32), without a format version: their layout follows the Rust types, so
//! they are published under a name with a hash and read only by the build that wrote them.

use crc::{CRC_32_ISO_HDLC, Crc};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The checksum used by zip and PNG.
static CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// Packs a value into bytes.
///
/// # Panics
/// Never for types of this crate: packing fails only for sequences of unknown length.
#[must_use]
pub fn pack<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec_crc32(value, CHECKSUM.digest()).expect("all sequences know their length")
}

/// Unpacks a value from bytes; `None` if they are not what [`pack`] of the same build returned.
#[must_use]
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes_crc32(bytes, CHECKSUM.digest()).ok()
}
