//! Prints the result of some answers as JSON, for authors and scripts.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use next_rung::assessment::answers::Answers;
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::Framework;
use next_rung::assessment::problems::Problems;
use next_rung::assessment::{answers_file, json, report, scoring};
use next_rung::words::ENGLISH;

use crate::project;

/// What the shell is told when the input cannot be used.
const BAD_INPUT: u8 = 2;

/// Prints the result, or one line for each thing wrong with the input.
pub fn run(framework: &str, answers: &Path) -> ExitCode {
    match read(framework, answers) {
        Ok((framework, answers)) => {
            let assessment = scoring::assess(&framework, &answers);
            let result = report::json::write(&ENGLISH, &framework, &answers, assessment.as_ref());
            // A reader that has seen enough, such as `head`, closes the pipe; that is no fault of ours.
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

fn read(framework: &str, answers: &Path) -> Result<(Framework, Answers), Vec<String>> {
    let framework = read_framework(framework)?;
    let place = answers.display();
    let text = fs::read_to_string(answers).map_err(|error| vec![format!("{place}: {error}")])?;
    let value = json::parse(&text).map_err(|error| vec![format!("{place}: not JSON: {error}")])?;
    let mut problems = Problems::default();
    let answers = answers_file::read(&framework, &value, &mut problems);
    if problems.0.is_empty() {
        return Ok((framework, answers));
    }
    Err(problems.0.iter().map(|problem| format!("{place}: {problem}")).collect())
}

/// A published framework by its id, or any by its path.
fn read_framework(name: &str) -> Result<Framework, Vec<String>> {
    let path = if PUBLISHED.contains(&name) {
        project("frameworks").join(format!("{name}.json"))
    } else {
        Path::new(name).to_owned()
    };
    let text = fs::read_to_string(&path)
        .map_err(|error| vec![format!("{name}: {error}; it is neither a path nor one of {}", PUBLISHED.join(", "))])?;
    Framework::read(&text).map_err(|error| {
        let lines = error.to_string();
        lines.lines().map(|line| format!("{}: {line}", path.display())).collect()
    })
}
