//! What a reader downloads up to a result.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use next_rung::assessment::catalogue::PUBLISHED;

use crate::{project, site};

/// The parts that every assessment needs.
const PARTS: [&str; 5] = ["index.html", "page.css", "start.js", "next-rung.js", "next-rung_bg.wasm"];
/// What only some readers load: files of a result, and results side by side.
const ON_DEMAND: [&str; 6] =
    ["more.js", "reports.js", "reports_bg.wasm", "beside.js", "beside_bg.wasm", "frameworks/crosswalk.json"];
/// The most that all parts and one framework may take, in bytes after gzip.
const BUDGET: usize = 136_500;

/// Builds the site and prints each part.
pub fn run() -> Result<()> {
    site::build("")?;
    println!("{:>9} {:>9}  part", "bytes", "gzip -9");
    let mut total = (0, 0);
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
    let total = add(total, largest);
    println!("{:>9} {:>9}  all parts with the largest framework, of {BUDGET} allowed", total.0, total.1);
    anyhow::ensure!(total.1 <= BUDGET, "a result takes more than {BUDGET} bytes after gzip");
    Ok(())
}

fn add(one: (usize, usize), other: (usize, usize)) -> (usize, usize) {
    (one.0 + other.0, one.1 + other.1)
}

/// Prints a part of `dist/`; its size as it is and after gzip.
fn print(part: &str) -> Result<(usize, usize)> {
    let bytes = fs::read(project("dist").join(part)).with_context(|| part.to_owned())?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes)?;
    let size = (bytes.len(), encoder.finish()?.len());
    println!("{:>9} {:>9}  {part}", size.0, size.1);
    Ok(size)
}
