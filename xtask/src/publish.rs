//! The frameworks of a site: ours, and those of an author.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, anyhow, ensure};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::Framework;
use next_rung::formats::framework_file;

use crate::process::say;
use crate::project;

/// The choice of frameworks to publish. Ours, by default.
#[derive(Debug, Default, clap::Args)]
pub struct Choice {
    /// A framework file to publish after ours; repeat it for several.
    #[arg(long = "framework", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Publishes only the given frameworks, in place of ours.
    #[arg(long, requires = "files")]
    only: bool,
}

/// The frameworks of a site, in the order of its front page.
pub struct Publication {
    /// All frameworks.
    pub frameworks: Vec<Rc<Framework>>,
    /// The files of frameworks that are not ours, each with the id of its framework.
    pub others: Vec<(String, PathBuf)>,
}

impl Publication {
    /// Reads the chosen frameworks.
    ///
    /// # Errors
    /// Every problem of a file with its location, or an id that two frameworks have.
    pub fn read(choice: &Choice) -> Result<Self> {
        let ours: &[&str] = if choice.only { &[] } else { &PUBLISHED };
        let mut frameworks = Vec::new();
        for id in ours {
            frameworks.push(read(&project("frameworks").join(format!("{id}.json")))?);
        }
        let mut others = Vec::new();
        for file in &choice.files {
            let framework = read(file)?;
            let is_new = frameworks.iter().all(|other| other.id != framework.id);
            ensure!(is_new, "{}: another framework has the id “{}”", file.display(), framework.id);
            if !framework.is_pinned {
                let file = file.display();
                say(&format!(
                    "{file} is not pinned: links hold only for its present texts. Run cargo xtask pin {file}"
                ));
            }
            others.push((framework.id.clone(), file.clone()));
            frameworks.push(framework);
        }
        Ok(Self { frameworks, others })
    }

    /// Returns `true` if our own frameworks are published.
    pub fn has_ours(&self) -> bool {
        self.frameworks.len() > self.others.len()
    }
}

fn read(file: &Path) -> Result<Rc<Framework>> {
    let name = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    Ok(Rc::new(framework_file::read(&text).map_err(|error| anyhow!("{name}:\n{error}"))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publication(files: &[&str], only: bool) -> Result<Publication> {
        let files = files.iter().map(|file| project(Path::new("tests/fixtures/frameworks").join(file))).collect();
        Publication::read(&Choice { files, only })
    }

    fn ids(publication: &Publication) -> Vec<&str> {
        publication.frameworks.iter().map(|framework| framework.id.as_str()).collect()
    }

    #[test]
    fn ours_come_first() {
        let publication = publication(&["short.json", "named.json"], false).expect("both can be read");
        assert_eq!(ids(&publication)[..5], PUBLISHED);
        assert_eq!(ids(&publication)[5..], ["short", "named"]);
        assert!(publication.has_ours());
    }

    #[test]
    fn ours_can_be_left_out() {
        let publication = publication(&["named.json"], true).expect("it can be read");
        assert_eq!(ids(&publication), ["named"]);
        assert!(!publication.has_ours());
    }

    #[test]
    fn two_frameworks_cannot_have_the_same_id() {
        assert!(publication(&["named.json", "named.json"], false).is_err());
        assert!(publication(&["../../../frameworks/clarity.json"], false).is_err());
    }
}
