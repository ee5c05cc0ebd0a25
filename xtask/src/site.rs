//! Builds the site: the WebAssembly module, the page and the frameworks, in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use next_rung::assessment::json;

use crate::process::{cargo, command, run, say};
use crate::{project, tools};

/// The modules, by the names that trunk gives them too: the assessment; files of a result; results side by side.
const MODULES: [&str; 3] = ["next-rung", "reports", "beside"];

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
    say("Building the WebAssembly modules");
    for options in [["--no-default-features", "--bin=next-rung"], ["--bin=reports", "--bin=beside"]] {
        run(cargo(["build", "--release", "--package=next-rung", "--target", tools::TARGET])
            .args(options)
            .env("RUSTFLAGS", without_own_paths()))?;
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project("target"), PathBuf::from);
    let compiled = target.join(tools::TARGET).join("release");
    let prepared = target.join("site");
    for name in MODULES {
        prepare(&compiled, name, &prepared.join(name))?;
    }
    assemble(&prepared, &project("dist"))
}

/// Keeps the paths of this machine out of what is published.
fn without_own_paths() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let crates = home.map(|home| format!("--remap-path-prefix={home}/registry/src=")).unwrap_or_default();
    format!("{crates} --remap-path-prefix={}=", project("").display())
}

/// Makes a module small and its glue, unless that was done for this very module before.
fn prepare(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    let module = compiled.join(format!("{name}.wasm"));
    let source = fs::read(&module).with_context(|| module.display().to_string())?;
    let done = folder.join("source.wasm");
    if fs::read(&done).is_ok_and(|before| before == source) {
        return Ok(());
    }
    let npm = tools::npm()?;
    say(&format!("Making {name} small"));
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(false).web(true).map_err(|error| anyhow!("{error}"))?;
    bindgen.generate(folder).map_err(|error| anyhow!("wasm-bindgen: {error:#}"))?;
    let path = folder.join(format!("{name}_bg.wasm"));
    run(command("node", [npm.join("node_modules/binaryen/bin/wasm-opt")])
        .args(["-Oz", "-Oz", "--strip-debug", "--strip-producers"])
        // Nothing lives below the first KB, and functions that stay apart compress better.
        .args(["--low-memory-unused", "--one-caller-inline-max-function-size=20"])
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
    for name in MODULES {
        let module = format!("{name}_bg.wasm");
        copy(&prepared.join(name).join(&module), &dist.join(&module))?;
        // The glue comes with the scripts that its module calls.
        minify(
            &[prepared.join(name).join(format!("{name}.js"))],
            &["--bundle", "--format=esm", "--log-override:duplicate-object-key=silent"],
            dist,
        )?;
    }
    let files = ["src/browser/start.js", "src/browser/more.js", "styles/page.css"].map(project);
    minify(&files, &[], dist)?;
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
fn minify(files: &[PathBuf], options: &[&str], dist: &Path) -> Result<()> {
    let npm = tools::npm()?;
    let esbuild = npm.join("node_modules/.bin/esbuild");
    run(command(&esbuild.to_string_lossy(), ["--minify", "--log-level=warning", "--entry-names=[name]"])
        .args(options)
        .arg(format!("--outdir={}", dist.display()))
        .args(files))
}

/// The page without the lines that only trunk reads.
fn without_trunk(page: &str) -> String {
    page.split_inclusive('\n').filter(|line| !line.contains("data-trunk")).collect()
}
