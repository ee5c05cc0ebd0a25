//! Measures how long a reader waits, in Chromium: `cargo xtask bench`.
//!
//! Runs that are compared alternate, each in a new browser, so that other load on the machine affects all of them.
//! Nothing here is a limit; the numbers are for information.

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
