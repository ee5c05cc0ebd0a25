//! Browsers and their drivers: uses installed ones, installs them with apt on Debian as root, and otherwise prints the
//! command.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::ValueEnum;

use crate::process::{Background, cargo, command, exists, run, say};
use crate::publish::Choice;
use crate::serve::{self, Server};
use crate::site;

/// The time that a driver has to answer after its start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser that can run the journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
}

impl Engine {
    const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
        }
    }

    /// Returns the names under which the browser may be installed.
    const fn browsers(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        }
    }

    const fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
        }
    }

    const fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
        }
    }

    fn is_installed(self) -> bool {
        self.browsers().iter().any(|name| exists(name)) && exists(self.driver())
    }

    fn install(self) -> Result<()> {
        if self.is_installed() {
            return Ok(());
        }
        let packages = self.debian_packages().join(" ");
        let by_hand = format!("apt-get update && apt-get install --yes {packages}");
        ensure!(
            exists("apt-get") && is_root(),
            "{} and {} are needed for the journeys. On Debian or Ubuntu: sudo sh -c '{by_hand}'. Elsewhere: install \
             the browser and a driver of its version, both on the PATH.",
            self.name(),
            self.driver()
        );
        say(&format!("Installing {packages}"));
        run(command("sh", ["-c", &by_hand]).env("DEBIAN_FRONTEND", "noninteractive"))
    }
}

fn is_root() -> bool {
    let output = command("id", ["-u"]).output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// The served site and a waiting driver, which run for as long as this value lives.
pub struct Stage {
    engine: Engine,
    server: Server,
    driver_port: u16,
    _driver: Background,
}

impl Stage {
    /// Builds and serves the site and starts a driver.
    pub fn set(engine: Engine) -> Result<Self> {
        engine.install()?;
        site::build("", &Choice::default())?;
        let server = Server::start(serve::published_with_tests(), 0)?;
        let driver_port = free_port()?;
        let mut driver = Background::start(&mut command(engine.driver(), [format!("--port={driver_port}")]))?;
        wait_for(driver_port, &mut driver).with_context(|| format!("{} does not answer", engine.driver()))?;
        Ok(Self { engine, server, driver_port, _driver: driver })
    }

    /// Returns a cargo command that knows the addresses of both.
    pub fn cargo(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = cargo(arguments);
        command
            .env("NEXT_RUNG_SITE", format!("http://127.0.0.1:{}/", self.server.port))
            .env("NEXT_RUNG_DRIVER", format!("http://127.0.0.1:{}", self.driver_port))
            .env("NEXT_RUNG_BROWSER", self.engine.name());
        command
    }
}

/// Runs a program of `tests/browser` on its own stage.
pub fn run_binary(name: &str) -> Result<()> {
    let stage = Stage::set(Engine::Chromium)?;
    run(&mut stage.cargo(&["run", "--quiet", "--package", "browser-tests", "--bin", name]))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Waits until something listens on a port.
fn wait_for(port: u16, driver: &mut Background) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        ensure!(driver.is_running(), "it ended at once");
        if start.elapsed() > PATIENCE {
            bail!("nothing listens on port {port} after {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
