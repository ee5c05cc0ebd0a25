//! Builds the site into `dist/`: the program in its parts, scripts, pages and frameworks.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use next_rung::browser::styles;
use next_rung::formats::{crosswalk_file, packed};
use serde_json::{Value, json};

use crate::pages::Site;
use crate::process::{cargo, command, run, say};
use crate::publish::{Choice, Publication};
use crate::{pages, project, tools};

/// The name of the program.
const PROGRAM: &str = "next-rung";

/// The script that fetches the parts of the program, as written by the splitter.
const LINK: &str = "__wasm_split.js";

/// The features that the compiler may use and `wasm-opt` must know about: the defaults of the Rust target.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds everything that is published into `dist/`, for a site with this absolute address, which may be empty, and these
/// frameworks.
pub fn build(address: &str, choice: &Choice) -> Result<()> {
    let publication = Publication::read(choice)?;
    tools::wasm_target()?;
    say("Building the program");
    run(cargo(["build", "--release", "--package=next-rung", "--bin=next-rung", "--features=split"])
        .args(["--target", tools::TARGET])
        .env("RUSTFLAGS", format!("-Clink-args=--emit-relocs {}", without_own_paths())))?;
    let target = target();
    let prepared = target.join("site");
    prepare(&target.join(tools::TARGET).join("release").join(format!("{PROGRAM}.wasm")), &prepared)?;
    assemble(&prepared, address, &publication)
}

/// Returns the compiler flags that keep the paths of this machine out of published files.
fn without_own_paths() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
    let crates = home.map(|home| format!("--remap-path-prefix={home}/registry/src=")).unwrap_or_default();
    format!("{crates} --remap-path-prefix={}=", project("").display())
}

/// Splits the program into its parts and minimizes each, unless that was already done for this exact program.
fn prepare(program: &Path, folder: &Path) -> Result<()> {
    let source = fs::read(program).with_context(|| program.display().to_string())?;
    let done = folder.join("source.wasm");
    if fs::read(&done).is_ok_and(|before| before == source) {
        return Ok(());
    }
    say("Splitting the program and making its parts small");
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let main = folder.join("main.wasm");
    let mut split = wasm_split_cli_support::Options::new(&source);
    split.output_dir = folder;
    split.main_out_path = &main;
    split.main_module = "./next-rung.js";
    let parts = wasm_split_cli_support::transform(split).map_err(|error| anyhow!("wasm-split: {error:#}"))?;
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(&main).out_name(PROGRAM).typescript(false).keep_lld_exports(true);
    bindgen.web(true).map_err(|error| anyhow!("{error}"))?;
    bindgen.generate(folder).map_err(|error| anyhow!("wasm-bindgen: {error:#}"))?;

    fs::remove_file(main)?;
    for path in [folder.join(format!("{PROGRAM}_bg.wasm"))].iter().chain(&parts.split_modules) {
        optimize(path)?;
    }
    link(folder, &parts.split_modules)?;
    // `cargo xtask size` reads the files of each part of the program from here.
    fs::write(folder.join("parts.json"), json!(parts.prefetch_map).to_string())?;
    fs::write(done, source)?;
    Ok(())
}

/// Returns the files of each part of the program, by the beginnings of their names in `assets/`.
pub fn parts() -> Result<BTreeMap<String, Vec<String>>> {
    let text = fs::read_to_string(target().join("site/parts.json"))?;
    Ok(serde_json::from_str(&text)?)
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project("target"), PathBuf::from)
}

fn optimize(path: &Path) -> Result<()> {
    run(command("node", [tools::npm()?.join("node_modules/binaryen/bin/wasm-opt")])
        .args(["-Oz", "-Oz", "--strip-debug", "--strip-producers"])
        // Nothing uses the first KB of memory, and functions that are not inlined compress better.
        .args(["--low-memory-unused", "--one-caller-inline-max-function-size=20"])
        .args(WASM_FEATURES)
        .arg(path)
        .arg("-o")
        .arg(path))
}

/// Makes the link script import the parts as files, so that esbuild names them by their hash, and fetch them with our
/// own script, which has a time limit and knows why a part did not arrive.
fn link(folder: &Path, parts: &[PathBuf]) -> Result<()> {
    let mut script = fs::read_to_string(folder.join(LINK))?;
    let loading = snippet(folder, "part_loading.js")?;
    let mut imports = format!("import {{ fetchPart }} from {};\n", json!(loading));
    for (index, part) in parts.iter().enumerate() {
        let name = part.file_name().context("a part has a name")?.to_string_lossy();
        let fetched = format!("fetch(new URL(\"./{name}\", import.meta.url))");
        anyhow::ensure!(script.matches(&fetched).count() == 1, "the link script does not fetch {name} as expected");
        script = script.replace(&fetched, &format!("fetchPart(new URL(part{index}, import.meta.url))"));
        imports += &format!("import part{index} from \"./{name}\";\n");
    }
    fs::write(folder.join(LINK), imports + &script)?;
    Ok(())
}

/// Returns the address of a script that wasm-bindgen copied, relative to its glue.
fn snippet(folder: &Path, name: &str) -> Result<String> {
    let crates = fs::read_dir(folder.join("snippets"))?.flatten();
    let mut paths = crates.map(|each| each.path().join("src/browser").join(name));
    let path = paths.find(|path| path.exists()).with_context(|| format!("{name} is not among the snippets"))?;
    Ok(format!("./{}", path.strip_prefix(folder)?.display()))
}

/// Assembles everything in `dist/`.
fn assemble(prepared: &Path, address: &str, publication: &Publication) -> Result<()> {
    let dist = project("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    let texts = prepared.join("texts");
    let scripts = ["route", "page", "worksheet", "not_found"].map(|name| format!("src/browser/{name}.js"));
    minify(&scripts.each_ref().map(String::as_str), &["--bundle", &published(publication)], &texts)?;
    let sheets = ["element", "colors", "page", "rubric", "builder"].map(|name| format!("styles/{name}.css"));
    minify(&sheets.each_ref().map(String::as_str), &[], &texts)?;
    let text = |name: &str| fs::read_to_string(texts.join(name)).with_context(|| name.to_owned());
    bundle(prepared, &text("element.css")?, &loaded(&prepared.join("loaded"), publication)?, &dist)?;
    minify(&["src/browser/frame.js"], &[], &dist.join("embed"))?;
    copy(&project("src/browser/element.d.ts"), &dist.join("embed/v1.d.ts"))?;
    copy(&project("custom-elements.json"), &dist.join("custom-elements.json"))?;
    fs::create_dir_all(dist.join("frameworks"))?;
    for file in fs::read_dir(project("frameworks"))? {
        let path = file?.path();
        publish_json(&path, &dist, path.file_name().context("a file has a name")?.as_ref())?;
    }
    for (id, path) in &publication.others {
        publish_json(path, &dist, format!("{id}.json").as_ref())?;
    }
    let site = Site {
        address: address.to_owned(),
        styles: json!({
            "page": text("colors.css")? + &text("page.css")?,
            "widget": styles::WIDGET.0,
            "rubric": text("rubric.css")?,
            "builder": text("builder.css")?,
        }),
        scripts: json!({
            "route": text("route.js")?,
            "page": text("page.js")?,
            "worksheet": text("worksheet.js")?,
            "not_found": text("not_found.js")?,
        }),
        assets: json!({ "glue": asset(&dist, "next-rung-")?, "wasm": asset(&dist, "next-rung_bg-")? }),
    };
    pages::write(&site, publication, &dist)
}

/// Writes a JSON file without its white space into `frameworks/`.
fn publish_json(path: &Path, dist: &Path, name: &Path) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let value: Value = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
    fs::write(dist.join("frameworks").join(name), value.to_string())?;
    Ok(())
}

/// Writes the data that elements load in addition to the program into a folder: the frameworks and the crosswalk as
/// packed bytes, the first screens of each framework, and their style sheet. Returns the files by the names under which
/// scripts find them.
fn loaded(folder: &Path, publication: &Publication) -> Result<BTreeMap<String, PathBuf>> {
    fs::create_dir_all(folder)?;
    let mut files = BTreeMap::new();
    let mut keep = |name: &str, file: &str, bytes: &[u8]| -> Result<()> {
        let path = folder.join(file);
        fs::write(&path, bytes)?;
        files.insert(name.to_owned(), path);
        Ok(())
    };
    for framework in &publication.frameworks {
        let id = &framework.id;
        keep(id, &format!("{id}.packed"), &packed::pack(&**framework))?;
        let screens = pages::early_screens(framework)?;
        keep(&format!("{id}.early"), &format!("screens-{id}.html"), screens.as_bytes())?;
    }
    let crosswalk = fs::read_to_string(project("frameworks/crosswalk.json"))?;
    let crosswalk = crosswalk_file::read(&crosswalk).map_err(|error| anyhow!("the crosswalk:\n{error}"))?;
    keep("crosswalk", "crosswalk.packed", &packed::pack(&crosswalk))?;
    keep("styles", "widget.css", styles::WIDGET.0.as_bytes())?;
    Ok(files)
}

/// Bundles the scripts of the element and of our pages with the files that they load. Those are in `assets/`, named
/// after a hash of their content, so that they may be cached forever.
fn bundle(prepared: &Path, element_styles: &str, data: &BTreeMap<String, PathBuf>, dist: &Path) -> Result<()> {
    let settings = json!({
        "outdir": dist,
        "glue": prepared.join("next-rung.js"),
        "program": prepared.join("next-rung_bg.wasm"),
        "elementStyles": element_styles,
        "data": data,
    });
    run(command("node", ["site/build.mjs", &settings.to_string()]).current_dir(project("")))
}

/// Returns the name of a file in `assets/`, given its beginning.
pub fn asset(dist: &Path, begin: &str) -> Result<String> {
    let mut names =
        fs::read_dir(dist.join("assets"))?.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with(begin)).with_context(|| format!("assets/{begin} is not built"))
}

/// Returns the published frameworks' ids, for scripts that use `frameworks`.
fn published(publication: &Publication) -> String {
    let ids: Vec<_> = publication.frameworks.iter().map(|framework| &framework.id).collect();
    format!("--define:frameworks={}", json!(ids))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(())
}

/// Minifies scripts and style sheets.
fn minify(files: &[&str], options: &[&str], folder: &Path) -> Result<()> {
    let npm = tools::npm()?;
    let esbuild = npm.join("node_modules/.bin/esbuild");
    run(command(&esbuild.to_string_lossy(), ["--minify", "--log-level=warning"])
        .args(options)
        .arg(format!("--outdir={}", folder.display()))
        .args(files))
}
