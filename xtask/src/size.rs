//! The bytes that a reader downloads, step by step.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use next_rung::assessment::catalogue::PUBLISHED;

use crate::publish::Choice;
use crate::{project, site};

/// The file that every page with an assessment loads, even if no reader comes near it.
const LOADER: &str = "embed/v1.js";
/// The script and the style sheet of the first screens, which work before the program is there.
const FIRST_SCREENS: [&str; 2] = ["assets/early-", "assets/widget-"];
/// The program up to the result. Names in `assets/` continue with a hash of the content.
const PROGRAM: [&str; 2] = ["assets/next-rung-", "assets/next-rung_bg-"];

/// The most that each step may take, in bytes after gzip.
const LOADER_BUDGET: usize = 5_700;
/// The first screens of a framework, their script and their style sheet.
const FIRST_SCREENS_BUDGET: usize = 9_000;
const PROGRAM_BUDGET: usize = 153_500;
const RESULT_BUDGET: usize = 206_000;
const FILE_BUDGET: usize = 16_000;
const COMPARISON_BUDGET: usize = 19_300;

/// Builds the site and prints what each step takes.
pub fn run() -> Result<()> {
    site::build("", &Choice::default())?;
    let parts = site::parts()?;
    println!("{:>9} {:>9}  part", "bytes", "gzip -9");
    let loader = print(LOADER)?;
    let screens = add(print_all(&FIRST_SCREENS)?, print_largest("screens-")?);
    let first = [screens, print_all(&PROGRAM)?, print_largest("")?].into_iter().fold(loader, add);
    let mut known = Vec::new();
    let mut step = |name: &str| -> Result<(usize, usize)> {
        println!("{name}:");
        let files = parts.get(name).with_context(|| format!("the program has no part {name}"))?;
        let new: Vec<_> = files.iter().filter(|file| !known.contains(*file)).cloned().collect();
        known.extend(new.iter().cloned());
        let names: Vec<_> = new.iter().map(|file| format!("assets/{file}-")).collect();
        print_all(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let result = add(first, step("result")?);
    let file = step("files")?;
    let comparison = step("comparison")?;
    step("authors")?;
    println!("Our own pages, their worksheets, and their pictures for others:");
    for id in PUBLISHED {
        print(&format!("f/{id}/index.html"))?;
        print(&format!("f/{id}/worksheet/index.html"))?;
        print(&format!("f/{id}/card.png"))?;
    }
    println!("After gzip, with the largest framework:");
    let mut is_within = true;
    for (size, budget, what) in [
        (loader, LOADER_BUDGET, "on every page with an assessment"),
        (screens, FIRST_SCREENS_BUDGET, "more until the first statement can be rated"),
        (first, PROGRAM_BUDGET, "until the program has taken over"),
        (result, RESULT_BUDGET, "to a result"),
        (file, FILE_BUDGET, "more for a saved file"),
        (comparison, COMPARISON_BUDGET, "more for a comparison"),
    ] {
        println!("{:>9} of {budget} allowed, {what}", size.1);
        is_within &= size.1 <= budget;
    }
    anyhow::ensure!(is_within, "a step takes more than it may");
    Ok(())
}

fn add(one: (usize, usize), other: (usize, usize)) -> (usize, usize) {
    (one.0 + other.0, one.1 + other.1)
}

/// Prints a file of each framework, by how its name in `assets/` begins before the id. Returns the size of the largest.
fn print_largest(begin: &str) -> Result<(usize, usize)> {
    let mut largest = (0, 0);
    for id in PUBLISHED {
        let size = print(&format!("assets/{begin}{id}-"))?;
        largest = if size.1 > largest.1 { size } else { largest };
    }
    Ok(largest)
}

fn print_all(parts: &[&str]) -> Result<(usize, usize)> {
    parts.iter().try_fold((0, 0), |total, part| Ok(add(total, print(part)?)))
}

/// Prints the files of `dist/` whose names begin so; their size as they are and after gzip.
fn print(part: &str) -> Result<(usize, usize)> {
    let (folder, begin) = part.rsplit_once('/').context("each part stands in a folder")?;
    let files = fs::read_dir(project("dist").join(folder)).with_context(|| part.to_owned())?;
    let paths = files.flatten().map(|file| file.path());
    let is_part =
        |path: &std::path::PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begin));
    let mut total = (0, 0);
    for path in paths.filter(is_part) {
        let bytes = fs::read(path)?;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&bytes)?;
        total = add(total, (bytes.len(), encoder.finish()?.len()));
    }
    anyhow::ensure!(total.0 > 0, "{part} is not built");
    println!("{:>9} {:>9}  {}", total.0, total.1, part.trim_end_matches('-'));
    Ok(total)
}
