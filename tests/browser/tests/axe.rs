//! Every screen, in each way of showing it and for each need of a reader, passes axe with every rule of WCAG 2.2 AA.

use anyhow::{Context, Result};
use browser_tests::Person;
use serde_json::{Value, json};

/// Every success criterion that axe can check, and no exceptions.
const RULES: &str = "{ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] }";

/// The source of axe, which `xtask/npm` installs.
fn axe() -> Result<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.tools/npm/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(path).with_context(|| format!("{path}: run `cargo xtask test` once"))
}

/// A need of a reader, as a browser knows it.
#[derive(Clone, Copy)]
struct Variant {
    /// The size of the window in CSS pixels.
    window: (u32, u32),
    /// The media features of the reader's system.
    media: &'static [(&'static str, &'static str)],
    /// A script that sets the page up.
    setup: &'static str,
}

const DESKTOP: Variant = Variant { window: (1200, 900), media: &[], setup: "" };

/// A walk through the screens of one assessment.
struct Walk {
    person: Person,
    variant: Variant,
    screens: usize,
}

impl Walk {
    async fn begin(page: &str, variant: Variant) -> Result<Self> {
        let (width, height) = variant.window;
        let person = Person::arrive(width.max(500), height).await?;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        person.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        let features: Vec<Value> =
            variant.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        person.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        person.open(page).await?;
        // Otherwise a poster that is lower than the start screen waits for a press.
        person.script("element?.setAttribute('reveal', 'eager')").await?;
        person.script(variant.setup).await?;
        if page.contains("iframe") {
            person.driver.enter_frame(0).await?;
            person.script(variant.setup).await?;
        }
        person.script(&axe()?).await?;
        Ok(Self { person, variant, screens: 0 })
    }

    /// Fails with each violation of the page as it is.
    async fn check(&mut self, screen: &str) -> Result<()> {
        let run = "const [, done] = arguments;
            axe.run(document, RULES).then(
                ({ violations, passes }) => done([passes.length, violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat()} ${failureSummary}`))]),
                (error) => done([0, [String(error)]]),
            );"
        .replace("RULES", RULES);
        self.person.script("scrollTo(0, 0)").await?;
        let found = self.person.script_until_done(&run, Value::Null).await?;
        assert_eq!(
            found[1],
            json!([]),
            "{screen} at {:?} with {:?} {}",
            self.variant.window,
            self.variant.media,
            self.variant.setup
        );
        self.screens += 1;
        Ok(())
    }

    /// Opens everything that can be unfolded.
    async fn unfold_all(&self) -> Result<()> {
        self.person.script("for (const each of root.querySelectorAll('details')) each.open = true").await.map(|_| ())
    }

    /// Goes from the start to the result, and through what can be asked there.
    async fn go(mut self) -> Result<()> {
        self.person.find_button("Begin").await?;
        self.check("start").await?;
        self.unfold_all().await?;
        self.check("start, unfolded").await?;
        self.person.press("Begin").await?;
        self.check("situation").await?;
        self.person.press("Continue").await?;
        self.person.press("Next").await?;
        self.person.see("not rated yet").await?;
        self.unfold_all().await?;
        self.check("card with a reminder").await?;
        self.person.press("Back").await?;
        self.check("situation, after Back").await?;
        self.person.press("Continue").await?;
        self.person.press("All consistently").await?;
        self.check("card, rated").await?;
        self.person.show_all_but_the_last("Sometimes").await?;
        self.check("result").await?;
        self.unfold_all().await?;
        self.person.paste("Paste the link to a result", "no link").await?;
        self.check("result, unfolded, with an error").await?;
        self.person.press("Start over").await?;
        self.check("question").await?;
        self.person.press("Yes, start over").await?;
        self.person.find_button("Begin").await?;
        assert_eq!(self.screens, 9, "a walk that stalls passes nothing");
        self.person.leave().await
    }
}

/// Walks through the page, the element on a host page, and the iframe.
async fn check_variant(variant: Variant) -> Result<()> {
    for page in ["f/clarity/", "pages/plain.html", "pages/iframe.html"] {
        Walk::begin(page, variant).await?.go().await.with_context(|| page.to_owned())?;
    }
    Ok(())
}

#[tokio::test]
async fn on_a_desktop() -> Result<()> {
    check_variant(DESKTOP).await
}

#[tokio::test]
async fn on_a_narrow_phone() -> Result<()> {
    check_variant(Variant { window: (320, 640), ..DESKTOP }).await
}

/// A window 1280 x 1024 pixels, at 400 %.
#[tokio::test]
async fn zoomed_to_400_percent() -> Result<()> {
    check_variant(Variant { window: (320, 256), ..DESKTOP }).await
}

#[tokio::test]
async fn with_letters_of_200_percent() -> Result<()> {
    check_variant(Variant { setup: "document.documentElement.style.fontSize = '200%'", window: (640, 800), ..DESKTOP })
        .await
}

#[tokio::test]
async fn in_the_dark() -> Result<()> {
    // axe takes a page without a background for white. Browsers paint the canvas of its color scheme.
    let setup = "document.documentElement.style.background = 'Canvas'";
    check_variant(Variant { media: &[("prefers-color-scheme", "dark")], setup, ..DESKTOP }).await
}

#[tokio::test]
async fn in_forced_colors() -> Result<()> {
    check_variant(Variant { media: &[("forced-colors", "active")], ..DESKTOP }).await
}

#[tokio::test]
async fn with_reduced_motion() -> Result<()> {
    check_variant(Variant { media: &[("prefers-reduced-motion", "reduce")], window: (390, 800), ..DESKTOP }).await
}

#[tokio::test]
async fn from_right_to_left() -> Result<()> {
    check_variant(Variant { setup: "document.documentElement.dir = 'rtl'", window: (390, 800), ..DESKTOP }).await
}
