//! Runs other programs, and reports what they do.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::project;

/// Prints the current task.
pub fn say(what: &str) {
    eprintln!("==> {what}");
}

/// Returns a command that runs in the project's folder.
pub fn command<S: AsRef<OsStr>>(program: &str, arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(project(""));
    command
}

/// Returns a command for the cargo that runs this program.
pub fn cargo<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    command(&cargo, arguments)
}

/// Runs a command to completion.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{} could not be started", describe(command)))?;
    ensure!(status.success(), "{} failed ({status})", describe(command));
    Ok(())
}

/// Runs a command to completion and passes on each line of its output as it arrives.
pub fn run_lines(command: &mut Command, mut each: impl FnMut(&str)) -> Result<()> {
    command.stdout(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("{} could not be started", describe(command)))?;
    let output = child.stdout.take().expect("its output is piped");
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        each(&line);
    }
    let status = child.wait()?;
    ensure!(status.success(), "{} failed ({status})", describe(command));
    Ok(())
}

/// Returns `true` if a program is in one of the folders of `PATH`.
pub fn exists(program: &str) -> bool {
    exists_in(program, &std::env::var_os("PATH").unwrap_or_default())
}

/// Returns `true` if a program is in one of these folders, written as in `PATH`.
pub fn exists_in(program: &str, folders: &OsStr) -> bool {
    std::env::split_paths(folders).any(|folder| folder.join(program).is_file())
}

/// A program in the background, which is stopped when this value is dropped.
pub struct Background(Child);

impl Background {
    /// Starts a program and discards its output.
    pub fn start(command: &mut Command) -> Result<Self> {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Ok(Self(child.with_context(|| format!("{} could not be started", describe(command)))?))
    }

    /// Returns `true` if the program is still running.
    pub fn is_running(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // A program that has already ended needs no cleanup.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
