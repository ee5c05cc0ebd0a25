//! The JSON Schema of the framework file, made from the Rust types.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use next_rung::assessment::framework_file::FrameworkFile;

use crate::process::say;
use crate::project;

fn path() -> PathBuf {
    project("frameworks/framework.schema.json")
}

/// Writes the schema anew.
pub fn write() -> Result<()> {
    fs::write(path(), text()?)?;
    say("Wrote frameworks/framework.schema.json");
    Ok(())
}

fn text() -> Result<String> {
    let mut schema = schemars::schema_for!(FrameworkFile);
    let address = serde_json::json!({ "description": "The address of this schema, for editors.", "type": "string" });
    let properties = schema.get_mut("properties").context("a struct has properties")?;
    properties.as_object_mut().context("properties are an object")?.insert("$schema".to_owned(), address);
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_schema_is_current() {
        let published = std::fs::read_to_string(super::path()).expect("the schema is published");
        let current = super::text().expect("types have a schema");
        assert!(published == current, "the types have changed: run `cargo xtask schema`");
    }
}
