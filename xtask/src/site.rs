//! Builds the site: the WebAssembly module, the page and the frameworks, in `dist/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use next_rung::assessment::json;

use crate::process::{cargo, command, run, say};
use crate::{project, tools};

/// The module's name; trunk gives it the same.
const NAME: &str = "next-rung";

/// What the compiler may use and `wasm-opt` must know about: the defaults of the Rust target.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds everything that is published into `dist/`.
pub fn build() -> Result<()> {
    tools::wasm_target()?;
    say("Building the WebAssembly module");
    run(cargo(["build", "--release", "--package", NAME, "--bin", NAME, "--target", tools::TARGET])
        .env("RUSTFLAGS", without_own_paths()))?;
    let module = project("target").join(tools::TARGET).join("release").join(format!("{NAME}.wasm"));
    let prepared = project("target/site");
    prepare(&module, &prepared)?;
    assemble(&prepared, &project("dist"))
}

/// Keeps the paths of this machine out of what is published.
fn without_own_paths() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let crates = home.map(|home| format!("--remap-path-prefix={home}/registry/src=")).unwrap_or_default();
    format!("{crates} --remap-path-prefix={}=", project("").display())
}

/// Makes the module small and its glue, unless that was done for this very module before.
fn prepare(module: &Path, folder: &Path) -> Result<()> {
    let source = fs::read(module).with_context(|| module.display().to_string())?;
    let done = folder.join("source.wasm");
    if fs::read(&done).is_ok_and(|before| before == source) {
        return Ok(());
    }
    let npm = tools::npm()?;
    say("Making the module small");
    fs::create_dir_all(folder)?;
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(module).out_name(NAME).typescript(false).web(true).map_err(|error| anyhow!("{error}"))?;
    bindgen.generate(folder).map_err(|error| anyhow!("wasm-bindgen: {error:#}"))?;
    let path = folder.join(format!("{NAME}_bg.wasm"));
    run(command("node", [npm.join("node_modules/binaryen/bin/wasm-opt")])
        .args(["-Oz", "-Oz", "--strip-debug", "--strip-producers"])
        // Nothing lives below the first KB, and functions that stay apart compress better.
        .args(["--low-memory-unused", "--one-caller-inline-max-function-size=60"])
        .args(WASM_FEATURES)
        .arg(&path)
        .arg("-o")
        .arg(&path))?;
    fs::write(done, source)?;
    Ok(())
}

fn assemble(prepared: &Path, dist: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    fs::create_dir_all(dist.join("frameworks"))?;
    copy(&prepared.join(format!("{NAME}_bg.wasm")), &dist.join(format!("{NAME}_bg.wasm")))?;
    let glue = prepared.join(format!("{NAME}.js"));
    minify(&[&glue, &project("src/browser/start.js"), &project("styles/page.css")], dist)?;
    for file in fs::read_dir(project("frameworks"))? {
        let path = file?.path();
        let name = path.file_name().context("a file has a name")?;
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let value = json::parse(&text).with_context(|| path.display().to_string())?;
        fs::write(dist.join("frameworks").join(name), value.compact())?;
    }
    let page = fs::read_to_string(project("index.html"))?;
    fs::write(dist.join("index.html"), without_trunk(&page))?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(())
}

/// Makes scripts and style sheets small.
fn minify(files: &[&Path], dist: &Path) -> Result<()> {
    let npm = tools::npm()?;
    let esbuild = npm.join("node_modules/.bin/esbuild");
    run(command(&esbuild.to_string_lossy(), ["--minify", "--log-level=warning", "--entry-names=[name]"])
        .arg(format!("--outdir={}", dist.display()))
        .args(files))
}

/// The page without the lines that only trunk reads.
fn without_trunk(page: &str) -> String {
    page.split_inclusive('\n').filter(|line| !line.contains("data-trunk")).collect()
}
