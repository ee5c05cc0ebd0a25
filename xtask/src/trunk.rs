//! The single-page app as Trunk builds it, for the test that takes it to a result.

use anyhow::Result;

use crate::process::{command, exists_in, run, say};
use crate::tools;

/// The folder of the app, separate from what is published.
pub const FOLDER: &str = "target/trunk";

/// The command that installs Trunk. `Trunk.toml` names the version too.
const INSTALL: &str = "cargo install --locked trunk@0.21.14";

/// Builds the app if Trunk can be found. Otherwise prints which check is skipped and how to get Trunk, and returns
/// `false`.
pub fn build() -> Result<bool> {
    let path = tools::search_path()?;
    if !exists_in("trunk", &path) {
        say(&format!(
            "Skipped: the test of the app that Trunk builds (tests/browser/tests/trunk.rs). To run it: {INSTALL}"
        ));
        return Ok(false);
    }
    say("Building the app with Trunk");
    tools::npm()?;
    let mut build = command("trunk", ["build", "--release", "--dist", FOLDER]);
    // Trunk downloads wasm-bindgen if it does not find it.
    if exists_in("wasm-bindgen", &path) {
        build.arg("--offline");
    }
    // Trunk mistakes `NO_COLOR=1` for an option of its own, and rejects its value.
    run(build.env("PATH", &path).env_remove("NO_COLOR"))?;
    Ok(true)
}
