//! Prints the result of some answers or of a share link as JSON, for authors and scripts.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use next_rung::assessment::answers::Answers;
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::Framework;
use next_rung::assessment::scoring;
use next_rung::formats::answers_file::{self, AnswersFile};
use next_rung::formats::problems::Problems;
use next_rung::formats::{every_problem, framework_file, share_link};
use next_rung::report::data;
use next_rung::words::ENGLISH_RESULT;

use crate::project;

/// The exit status for invalid input.
const BAD_INPUT: u8 = 2;

/// The input to score.
#[derive(Debug, clap::Args)]
pub struct Request {
    /// A published framework's id, or the path of a framework file; a link already names the published one it is about.
    #[arg(long, required_unless_present = "link")]
    framework: Option<String>,
    /// The path of a file with the answers.
    #[arg(long, required_unless_present = "link", conflicts_with = "link")]
    answers: Option<PathBuf>,
    /// A share link, or a message with one.
    #[arg(long)]
    link: Option<String>,
}

/// Prints the result, or one line for each problem of the input.
pub fn run(request: &Request) -> ExitCode {
    match read(request) {
        Ok((framework, answers)) => {
            let assessment = scoring::assess(&framework, &answers);
            let report = data::report(&ENGLISH_RESULT, &framework, &answers, assessment.as_ref());
            let result = serde_json::to_string_pretty(&report).expect("a report is JSON");
            // A reader that has seen enough, such as `head`, closes the pipe. That is not an error.
            let _ = writeln!(std::io::stdout(), "{result}");
            ExitCode::SUCCESS
        }
        Err(lines) => {
            for line in lines {
                eprintln!("{line}");
            }
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn read(request: &Request) -> Result<(Framework, Answers), Vec<String>> {
    match (&request.framework, &request.answers, &request.link) {
        (framework, _, Some(link)) => read_link(framework.as_deref(), link),
        (Some(framework), Some(answers), None) => read_file(framework, answers),
        (None, _, None) | (_, None, None) => Err(vec!["a framework and answers, or a link, are needed".to_owned()]),
    }
}

fn read_link(framework: Option<&str>, link: &str) -> Result<(Framework, Answers), Vec<String>> {
    let results = share_link::find(link);
    let result = match results.as_slice() {
        [] => link,
        [result] => result,
        _ => return Err(vec!["the link holds two results to compare, one was expected".to_owned()]),
    };
    let named = share_link::framework_of(result).filter(|id| PUBLISHED.contains(id));
    let framework = framework.or(named).ok_or_else(|| {
        let named = share_link::framework_of(result).unwrap_or_default();
        vec![format!(
            "the link is about “{named}”, which is none of {}; --framework takes its file",
            PUBLISHED.join(", ")
        )]
    })?;
    let framework = read_framework(framework)?;
    let shared = share_link::decode(&framework, result).map_err(|error| vec![error.to_string()])?;
    if shared.dropped > 0 {
        eprintln!("{} of its answers are about statements that the framework no longer has", shared.dropped);
    }
    Ok((framework, shared.answers))
}

fn read_file(framework: &str, answers: &Path) -> Result<(Framework, Answers), Vec<String>> {
    let framework = read_framework(framework)?;
    let place = answers.display();
    let text = fs::read_to_string(answers).map_err(|error| vec![format!("{place}: {error}")])?;
    let value = every_problem::parse(&text).map_err(|error| vec![format!("{place}: {error}")])?;
    let mut problems = Problems::default();
    let file: AnswersFile = every_problem::read(&value, &mut problems);
    let (answers, unknown) = answers_file::read(&framework, &file);
    if problems.0.is_empty() && unknown.is_empty() {
        return Ok((framework, answers));
    }
    let problems = problems.0.iter().map(|problem| format!("{place}: {problem}"));
    let unknown = unknown.iter().map(|entry| format!("{place}: {}", entry.explain(&framework)));
    Err(problems.chain(unknown).collect())
}

/// Reads a published framework by its id, or any framework by its path.
fn read_framework(name: &str) -> Result<Framework, Vec<String>> {
    let path = if PUBLISHED.contains(&name) {
        project("frameworks").join(format!("{name}.json"))
    } else {
        Path::new(name).to_owned()
    };
    let text = fs::read_to_string(&path)
        .map_err(|error| vec![format!("{name}: {error}; it is neither a path nor one of {}", PUBLISHED.join(", "))])?;
    framework_file::read(&text).map_err(|error| {
        let lines = error.to_string();
        lines.lines().map(|line| format!("{}: {line}", path.display())).collect()
    })
}
