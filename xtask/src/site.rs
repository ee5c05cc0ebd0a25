//! Builds the site: modules, scripts, pages and frameworks, in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::json;
use next_rung::browser::styles;
use serde_json::json;

use crate::pages::Site;
use crate::process::{cargo, command, run, say};
use crate::{pages, project, tools};

/// The modules, the assessment; files of a result; results side by side.
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

/// Builds everything that is published into `dist/`, for a site with this absolute address; it may be empty.
pub fn build(address: &str) -> Result<()> {
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
    assemble(&prepared, address)
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
    // The scripts that the module calls become one file with its glue. What it loads on demand stays apart.
    let glue = folder.join(format!("{name}.js"));
    let options = ["--bundle", "--format=esm", "--external:more.js", "--log-override:duplicate-object-key=silent"];
    minify(&[&glue.to_string_lossy()], &options, &folder.join("glue"))?;
    fs::write(done, source)?;
    Ok(())
}

/// Puts everything together in `dist/`.
fn assemble(prepared: &Path, address: &str) -> Result<()> {
    let dist = project("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    let texts = prepared.join("texts");
    minify(&["src/browser/route.js", "src/browser/page.js"], &["--bundle", &published()], &texts)?;
    minify(&["styles/element.css", "styles/page.css", "styles/rubric.css", "styles/builder.css"], &[], &texts)?;
    bundle(prepared, &texts, &dist)?;
    minify(&["src/browser/frame.js"], &[], &dist.join("embed"))?;
    copy(&project("src/browser/element.d.ts"), &dist.join("embed/v1.d.ts"))?;
    copy(&project("custom-elements.json"), &dist.join("custom-elements.json"))?;
    fs::create_dir_all(dist.join("frameworks"))?;
    for file in fs::read_dir(project("frameworks"))? {
        let path = file?.path();
        let name = path.file_name().context("a file has a name")?;
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let value = json::parse(&text).with_context(|| path.display().to_string())?;
        fs::write(dist.join("frameworks").join(name), value.compact())?;
    }
    let text = |name: &str| fs::read_to_string(texts.join(name)).with_context(|| name.to_owned());
    let site = Site {
        address: address.to_owned(),
        styles: json!({ "page": text("page.css")?, "widget": styles::WIDGET.0, "rubric": text("rubric.css")?, "builder": text("builder.css")? }),
        scripts: json!({ "route": text("route.js")?, "page": text("page.js")? }),
        assets: json!({ "glue": asset(&dist, "next-rung-")?, "wasm": asset(&dist, "next-rung_bg-")? }),
    };
    pages::write(&site, &dist)
}

/// The element's script, and those of our pages, with what they load: that is in `assets/`, named after what it holds, so that
/// it may be kept for ever.
fn bundle(prepared: &Path, texts: &Path, dist: &Path) -> Result<()> {
    let mut files = vec![
        ("more.js".to_owned(), project("src/browser/more.js")),
        ("element.css".to_owned(), texts.join("element.css")),
    ];
    for name in MODULES {
        let (folder, module) = (prepared.join(name), format!("{name}_bg.wasm"));
        files.push((format!("{name}.js"), folder.join("glue").join(format!("{name}.js"))));
        files.push((module.clone(), folder.join(module)));
    }
    let aliases = files.iter().map(|(name, path)| format!("--alias:{name}={}", path.display()));
    let names = ["chunk", "asset"].map(|kind| format!("--{kind}-names=assets/[name]-[hash]"));
    let named: Vec<String> = aliases.chain(names).collect();
    let mut options = vec![
        "--bundle",
        "--splitting",
        "--format=esm",
        "--loader:.wasm=file",
        "--loader:.css=text",
        "--log-override:duplicate-object-key=silent",
    ];
    options.extend(named.iter().map(String::as_str));
    let entries = [
        "embed/v1=src/browser/element.js",
        "embed/builder=src/browser/builder.js",
        "across/across=src/browser/across.js",
    ];
    minify(&entries, &options, dist)
}

/// The name of a file in `assets/`, by how it begins.
pub fn asset(dist: &Path, begin: &str) -> Result<String> {
    let mut names =
        fs::read_dir(dist.join("assets"))?.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with(begin)).with_context(|| format!("assets/{begin} is not built"))
}

/// The published frameworks' ids, for scripts that name `frameworks`.
fn published() -> String {
    format!("--define:frameworks={}", json!(PUBLISHED))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(())
}

/// Makes scripts and style sheets small.
fn minify(files: &[&str], options: &[&str], folder: &Path) -> Result<()> {
    let npm = tools::npm()?;
    let esbuild = npm.join("node_modules/.bin/esbuild");
    run(command(&esbuild.to_string_lossy(), ["--minify", "--log-level=warning"])
        .args(options)
        .arg(format!("--outdir={}", folder.display()))
        .args(files))
}
