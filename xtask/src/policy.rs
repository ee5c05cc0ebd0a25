//! The content security policy of our own pages. Each page contains it, because a static host may not send headers.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

/// A page's demands beyond those of all pages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Demands {
    /// None.
    Nothing,
    /// The embed builder makes elements of its own snippets for the previews. These have `style` attributes.
    Builder,
    /// The sample article stands for a host page: its element has a `style`, and the builder adds the loader.
    Sample,
}

/// Adds the policy to a page, as its first element after the character set.
///
/// # Errors
/// If the page has no place for it.
pub fn add(page: &str, demands: Demands) -> Result<String> {
    let start = "<meta charset=\"utf-8\">";
    let (before, after) = page.split_once(start).context("a page names its character set")?;
    let policy = policy(page, demands);
    Ok(format!("{before}{start}\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

fn policy(page: &str, demands: Demands) -> String {
    let page = Html::parse_document(page);
    let scripts = hashes(&page, "script:not([src]):not([type='application/ld+json'])");
    let styles = hashes(&page, "style");
    let mut policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
    );
    policy.push_str(match demands {
        Demands::Nothing => "; require-trusted-types-for 'script'; trusted-types 'none'",
        Demands::Builder => {
            "; style-src-attr 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types next-rung-builder"
        }
        Demands::Sample => "; style-src-attr 'unsafe-inline'",
    });
    policy
}

/// Returns a source for each inline script or style, by its hash, each after a space.
fn hashes(page: &Html, selector: &str) -> String {
    let selector = Selector::parse(selector).expect("the selector is valid");
    let texts = page.select(&selector).map(|element| element.text().collect::<String>());
    texts.map(|text| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_inline_script_and_style_is_named_by_its_hash() {
        let page = "<!doctype html><html><head><meta charset=\"utf-8\"><style>a{}</style>\
                    <script type=\"application/ld+json\">{}</script><script src=\"a.js\"></script></head>\
                    <body><script>go()</script></body></html>";
        let page = add(page, Demands::Nothing).expect("it has a place");
        assert!(page.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-"), "{page}");
        assert_eq!(page.matches("sha256-").count(), 2);
        assert!(page.contains(&format!("'sha256-{}'", STANDARD.encode(Sha256::digest("go()")))));
    }

    #[test]
    fn a_page_without_a_character_set_is_refused() {
        assert!(add("<html></html>", Demands::Nothing).is_err());
    }
}
