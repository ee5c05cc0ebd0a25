//! The pinned tools of the build: the WebAssembly target from rustup, and tools from npm and cargo in `.tools/`.
//!
//! wasm-bindgen is not a tool but a library of this program, so that its version cannot differ from the crate's.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::process::{command, exists, run, say};
use crate::project;

/// The compilation target for browsers.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the WebAssembly target for the project's own toolchain if it is missing.
pub fn wasm_target() -> Result<()> {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", TARGET]).current_dir(project("")).stderr(Stdio::null());
    let answer = ask.output().context("rustc could not be started")?;
    if PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim()).is_dir() {
        return Ok(());
    }
    ensure!(exists("rustup"), "rustup is needed to install the target {TARGET}: see https://rustup.rs");
    say("Installing the WebAssembly target");
    run(&mut command("rustup", ["target", "add", TARGET]))
}

/// Returns the folder of the tools from npm, and installs them if they are missing or have another version.
pub fn npm() -> Result<PathBuf> {
    ensure!(exists("node") && exists("npm"), "Node 20 with npm is needed: see https://nodejs.org");
    run(&mut command("node", ["xtask/npm/install.mjs"]))?;
    Ok(project(".tools/npm"))
}

/// Returns the folders that are searched for Trunk and its tools: our own, then those of `PATH`.
pub fn search_path() -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let own = [project(".tools/cargo/bin"), project(".tools/npm/node_modules/.bin")];
    Ok(env::join_paths(own.into_iter().chain(env::split_paths(&path)))?)
}
