use anyhow::Result;
use next_rung::assessment::framework::Framework;
use std::path::Path;
pub fn write(_: &Framework, path: &Path) -> Result<()> {
    std::fs::write(path, b"")?;
    Ok(())
}
