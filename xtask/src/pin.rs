//! Writes the missing ids and slots into a framework file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use next_rung::formats::framework_file;

use crate::process::say;

/// Pins a framework file in place. The file stays as it is if it has a problem or is pinned already.
pub fn run(file: &Path) -> Result<()> {
    let name = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let framework = framework_file::read(&text).map_err(|error| anyhow!("{name}:\n{error}"))?;
    if framework.is_pinned {
        say(&format!("{name} has every id and slot"));
        return Ok(());
    }
    let pinned = framework_file::pin(&text).map_err(|error| anyhow!("{name}:\n{error}"))?;
    fs::write(file, pinned).with_context(|| format!("{name} cannot be written"))?;
    say(&format!("Wrote ids and slots into {name}"));
    Ok(())
}
