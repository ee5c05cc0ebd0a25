//! All checks and tests, from formatting to journeys in a browser.

use std::process::Command;

use anyhow::Result;

use crate::browser::{Engine, Stage};
use crate::process::{self, cargo, command, run_lines, say};
use crate::{tools, trunk};

/// Runs everything, then prints the test counts.
pub fn run(engine: Engine) -> Result<()> {
    tools::wasm_target()?;
    say("Checking the formatting");
    process::run(&mut cargo(["fmt", "--all", "--check"]))?;
    process::run(tool("prettier/bin/prettier.cjs")?.args(["--check", "--log-level=warn", "."]))?;
    say("Linting");
    let deny = ["--", "--deny", "warnings"];
    process::run(cargo(["clippy", "--quiet", "--workspace", "--all-targets"]).args(deny))?;
    process::run(cargo(["clippy", "--quiet", "--package", "next-rung", "--target", tools::TARGET]).args(deny))?;
    say("Checking the scripts' types");
    process::run(tool("typescript/bin/tsc")?.args(["--project", "src/browser"]))?;

    let mut counts = Counts::default();
    say("Testing on this machine");
    let host = ["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast"];
    let on_host = run_lines(&mut cargo(host), |line| counts.read(line));
    let scripts = ["--test", "--test-reporter=tap", "tests/snippet.test.mjs"];
    let of_scripts = run_lines(&mut command("node", scripts), |line| counts.read(line));
    let stage = Stage::set(engine)?;
    say("Validating the pages");
    let pages = ["--config", "xtask/html-validate.mjs", "dist/**/*.html", "tests/pages/*.html"];
    let of_pages = process::run(tool("html-validate/bin/html-validate.mjs")?.args(pages));
    let mut journeys = vec!["test", "--package", "browser-tests", "--no-fail-fast"];
    if trunk::build()? {
        journeys.push("--features=trunk");
    }
    say(&format!("Testing in {engine:?}"));
    journeys.extend(["--", "--test-threads=2"]);
    let in_browser = run_lines(&mut stage.cargo(&journeys), |line| counts.read(line));
    println!("{} passed, {} failed", counts.passed, counts.failed);
    on_host.and(of_scripts).and(of_pages).and(in_browser)
}

/// Returns a command for a tool from npm, given its path there.
fn tool(path: &str) -> Result<Command> {
    Ok(command("node", [tools::npm()?.join("node_modules").join(path)]))
}

/// Test counts, added up over several runs.
#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
}

impl Counts {
    /// Adds up a line such as `test result: ok. 12 passed; 0 failed; …`, or Node's two lines `# pass 12` and `# fail 0`.
    fn read(&mut self, line: &str) {
        let of_node = |what| line.strip_prefix(what).and_then(|number| number.parse::<usize>().ok()).unwrap_or(0);
        self.passed += of_node("# pass ");
        self.failed += of_node("# fail ");
        let Some(result) = line.strip_prefix("test result:") else { return };
        let count = |what: &str| {
            let before = result.split(what).next().unwrap_or_default();
            before.split_whitespace().last().and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        self.passed += count(" passed");
        self.failed += count(" failed");
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn counts_add_up_over_runs() {
        let mut counts = Counts::default();
        counts.read("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s");
        counts.read("test a_test ... ok");
        counts.read("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out");
        counts.read("# pass 4");
        counts.read("# fail 1");
        assert_eq!((counts.passed, counts.failed), (19, 3));
    }
}
