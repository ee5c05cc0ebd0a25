//! Measures what a reader waits for, in Chromium: `cargo xtask bench`.
//!
//! Runs of what is compared alternate, each in a browser that was never used before, so that whatever else the machine does falls
//! on all of it. Nothing here is a limit: it is for reading.

mod device;
mod host;
mod loading;
mod press;
mod samples;
mod widget;

use anyhow::Result;

#[tokio::main]
async fn main() -> Result<()> {
    press::measure().await?;
    loading::measure().await?;
    host::measure().await
}
