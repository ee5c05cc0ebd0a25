//! All chores of the project. `cargo xtask --help` lists them.

mod browser;
mod card;
mod check;
mod pages;
mod pin;
mod policy;
mod prerender;
mod process;
mod publish;
mod schema;
mod score;
mod serve;
mod simulate;
mod site;
mod size;
mod tools;
mod trunk;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of Next Rung. Each sets up what it needs inside the project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Builds the site and serves it on this machine.
    Serve {
        /// The port; if it is in use, the next free one is taken.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Runs every check and test.
    Test {
        /// The browser for the journeys.
        #[arg(long, value_enum, default_value_t = browser::Engine::Chromium)]
        browser: browser::Engine,
    },
    /// Builds the site into `dist/`, ready to upload.
    Build {
        /// The site's absolute address, such as `https://example.org/rung/`: link previews and oEmbed need it, nothing else.
        #[arg(long, env = "NEXT_RUNG_ADDRESS", default_value = "", value_parser = pages::parse_address)]
        address: String,
        #[command(flatten)]
        frameworks: publish::Choice,
    },
    /// Prints what a reader downloads up to a result, part by part.
    Size,
    /// Measures how soon an answer shows, on a desktop and on a slow phone.
    Bench,
    /// Retakes the screenshots of the README.
    Screenshots,
    /// Prints the result of some answers, or of a share link, as JSON.
    Score(score::Request),
    /// Measures how many statements the short route asks, and how often it agrees with the full form.
    Simulate {
        /// Prints JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Writes the missing ids and slots into a framework file, so that links stay valid when its texts are edited.
    Pin {
        /// The framework file.
        file: PathBuf,
    },
    /// Generates the schemas of `frameworks/` from the Rust types.
    Schema,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Serve { port } => serve::run(port),
        Chore::Test { browser } => check::run(browser),
        Chore::Build { address, frameworks } => site::build(&address, &frameworks),
        Chore::Size => size::run(),
        Chore::Bench => browser::run_binary("bench"),
        Chore::Screenshots => browser::run_binary("screenshots"),
        Chore::Score(request) => return score::run(&request),
        Chore::Simulate { json } => simulate::run(json),
        Chore::Pin { file } => pin::run(&file),
        Chore::Schema => schema::write(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Returns a path inside the project.
fn project(path: impl AsRef<Path>) -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().expect("xtask is a folder of the project").join(path)
}
