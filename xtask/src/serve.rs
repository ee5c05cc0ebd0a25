//! Serves `dist/` on this machine.

use std::io::ErrorKind;
use std::net::Ipv4Addr;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::process::say;
use crate::publish::Choice;
use crate::{project, site, trunk};

/// The number of ports that are tried.
const PORTS: u16 = 20;

/// Builds the site and serves it until interrupted.
pub fn run(port: u16) -> Result<()> {
    site::build("", &Choice::default())?;
    let server = Server::start(published(), port)?;
    say(&format!("Serving http://127.0.0.1:{}/ (Ctrl-C ends it)", server.port));
    server.runtime.block_on(tokio::signal::ctrl_c()).context("no interrupt can be waited for")
}

/// Returns the site as it is published. As on static hosts, its `404.html` answers every address without a file.
pub fn published() -> Router {
    Router::new().fallback_service(ServeDir::new(project("dist")).not_found_service(not_found()))
}

fn not_found() -> ServeFile {
    ServeFile::new(project("dist/404.html"))
}

/// Returns the site with `tests/pages/` and the app that Trunk built as folders, and all of it again at `/a/b/`, as in a
/// folder of another site.
pub fn published_with_tests() -> Router {
    let at = |place: &str| {
        let folder = |name: &str| ServeDir::new(project(name)).redirect_path_prefix(place);
        Router::new()
            .nest_service("/pages", folder("tests/pages"))
            .nest_service("/trunk", folder(trunk::FOLDER))
            .fallback_service(folder("dist").not_found_service(not_found()))
    };
    at("").nest_service("/a/b/", at("/a/b"))
}

/// A running file server, which stops when this value is dropped.
pub struct Server {
    /// The port on 127.0.0.1.
    pub port: u16,
    runtime: Runtime,
}

impl Server {
    /// Serves files on a port, or on the next free one; on any free port for 0.
    pub fn start(files: Router, port: u16) -> Result<Self> {
        let runtime = Runtime::new()?;
        let listener = runtime.block_on(listen(port))?;
        let port = listener.local_addr()?.port();
        // Browsers ask again each time, so that a rebuilt file is visible immediately.
        let fresh = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        // Pages elsewhere, and sandboxed iframes, may load our files.
        let open = SetResponseHeaderLayer::overriding(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        let router = files.layer((fresh, open, CompressionLayer::new()));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self { port, runtime })
    }
}

async fn listen(first: u16) -> Result<TcpListener> {
    let mut port = first;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Err(error) if error.kind() == ErrorKind::AddrInUse && port < first.saturating_add(PORTS) => port += 1,
            bound => return bound.with_context(|| format!("port {port} cannot be served")),
        }
    }
}
