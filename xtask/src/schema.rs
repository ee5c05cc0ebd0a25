//! The JSON Schemas of the framework file and of the crosswalk, generated from the Rust types.

use std::fs;

use anyhow::{Context, Result};
use next_rung::formats::crosswalk_file::CrosswalkFile;
use next_rung::formats::framework_file::FrameworkFile;
use schemars::{Schema, schema_for};

use crate::process::say;
use crate::project;

/// Returns each schema's file with its expected content.
fn schemas() -> Result<[(&'static str, String); 2]> {
    Ok([
        ("frameworks/framework.schema.json", text(schema_for!(FrameworkFile))?),
        ("frameworks/crosswalk.schema.json", text(schema_for!(CrosswalkFile))?),
    ])
}

/// Writes the schemas.
pub fn write() -> Result<()> {
    for (path, text) in schemas()? {
        fs::write(project(path), text)?;
        say(&format!("Wrote {path}"));
    }
    Ok(())
}

fn text(mut schema: Schema) -> Result<String> {
    let address = serde_json::json!({ "description": "The address of this schema, for editors.", "type": "string" });
    let properties = schema.get_mut("properties").context("a struct has properties")?;
    properties.as_object_mut().context("properties are an object")?.insert("$schema".to_owned(), address);
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_published_schemas_are_current() {
        for (path, current) in super::schemas().expect("types have a schema") {
            let published = std::fs::read_to_string(crate::project(path)).expect("the schema is published");
            assert!(published == current, "the types have changed: run `cargo xtask schema`");
        }
    }
}
