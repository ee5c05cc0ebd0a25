//! What a reader downloads up to a result.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use next_rung::assessment::catalogue::PUBLISHED;

use crate::{project, site};

/// What every page with an assessment loads, whether or not a reader comes near it.
const LOADER: &str = "embed/v1.js";
/// What every assessment needs besides. Names in `assets/` go on with a mark of what is in them.
const PARTS: [&str; 2] = ["assets/next-rung-", "assets/next-rung_bg-"];
/// What only some readers load: files of a result, and results side by side.
const ON_DEMAND: [&str; 6] = [
    "assets/more-",
    "assets/reports-",
    "assets/reports_bg-",
    "assets/beside-",
    "assets/beside_bg-",
    "frameworks/crosswalk.json",
];
/// The most that the loader may take, in bytes after gzip.
const LOADER_BUDGET: usize = 4_000;
/// The most that the loader, all parts and one framework may take, in bytes after gzip.
const BUDGET: usize = 142_000;

/// Builds the site and prints each part.
pub fn run() -> Result<()> {
    site::build("")?;
    println!("{:>9} {:>9}  part", "bytes", "gzip -9");
    let loader = print(LOADER)?;
    let mut total = loader;
    for part in PARTS {
        total = add(total, print(part)?);
    }
    let mut largest = (0, 0);
    for id in PUBLISHED {
        let size = print(&format!("frameworks/{id}.json"))?;
        largest = if size.1 > largest.1 { size } else { largest };
    }
    println!("Only for those who ask:");
    for part in ON_DEMAND {
        print(part)?;
    }
    println!("Our own pages, with the whole rubric, and their pictures for others:");
    for id in PUBLISHED {
        print(&format!("f/{id}/index.html"))?;
        print(&format!("f/{id}/card.png"))?;
    }
    let total = add(total, largest);
    println!("{:>9} {:>9}  all parts with the largest framework, of {BUDGET} allowed", total.0, total.1);
    anyhow::ensure!(loader.1 <= LOADER_BUDGET, "the loader takes more than {LOADER_BUDGET} bytes after gzip");
    anyhow::ensure!(total.1 <= BUDGET, "a result takes more than {BUDGET} bytes after gzip");
    Ok(())
}

fn add(one: (usize, usize), other: (usize, usize)) -> (usize, usize) {
    (one.0 + other.0, one.1 + other.1)
}

/// Prints a part of `dist/`, by its name or how that begins; its size as it is and after gzip.
fn print(part: &str) -> Result<(usize, usize)> {
    let (folder, begin) = part.rsplit_once('/').context("each part stands in a folder")?;
    let files = fs::read_dir(project("dist").join(folder)).with_context(|| part.to_owned())?;
    let mut paths = files.flatten().map(|file| file.path());
    let path = paths.find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begin)));
    let bytes = fs::read(path.with_context(|| format!("{part} is not built"))?)?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes)?;
    let size = (bytes.len(), encoder.finish()?.len());
    println!("{:>9} {:>9}  {}", size.0, size.1, part.trim_end_matches('-'));
    Ok(size)
}
