//! A person at a browser: finds things by their roles, names and labels, and waits for them as a person does.
//!
//! The assessment stands in the shadow root of its element, where no `XPath` of a driver reaches. So a script in the page
//! looks for things: in the assessment first, and in the page around it then.

use std::env;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::ChromeCapabilities;
use thirtyfour::prelude::*;

/// The time that a person waits for something to appear.
const PATIENCE: Duration = Duration::from_secs(15);
/// The time between two looks.
const GLANCE: Duration = Duration::from_millis(30);

/// The beginning of every script: `element` is the `<next-rung>` in question, and `root` its shadow root; on a page without
/// one, the document.
const BEGINNING: &str = "const place = document.querySelector(SELECTOR)
        ?? document.querySelector('next-rung')?.shadowRoot?.querySelector(SELECTOR);
    const element = place?.matches('next-rung') ? place : place?.querySelector('next-rung');
    const root = element?.shadowRoot ?? document;";

/// A script for [`Person::prepare_pages`] that holds the program back until the page calls `release()`.
pub const HELD: &str = "{
    const get = window.fetch;
    const released = new Promise((release) => (window.release = release));
    window.fetch = async (address, ...rest) => {
        if (String(address).endsWith('.wasm')) await released;
        return get(address, ...rest);
    };
}";

/// The first thing at an `XPath` that shows. Passed over, with whatever holds them: the screens that a page shows while its
/// assessment loads, which may be replaced at any time, and the worksheet, which asks the same questions.
const LOOK: &str = "
    const passed = [place, element?.shadowRoot].flatMap((root) => [...(root?.querySelectorAll('[data-screen], .rubric') ?? [])]);
    for (const context of [element?.shadowRoot?.querySelector('.frame'), place]) {
        if (!context) continue;
        const found = document.evaluate(PATH, context, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
        for (let index = 0; index < found.snapshotLength; index++) {
            const each = found.snapshotItem(index);
            const isPassed = passed.some((other) => other.contains(each) || each.contains(other));
            if (!isPassed && each.checkVisibility({ visibilityProperty: true })) return each;
        }
    }
    return null;";

/// A person with a browser window of their own.
pub struct Person {
    /// Their browser, for what no person can do.
    pub driver: WebDriver,
    site: String,
    /// The part of the page that they look at, as a CSS selector.
    place: String,
}

impl Person {
    /// Opens a window of some size, in CSS pixels, in a browser that was never used before.
    ///
    /// # Errors
    /// When the stage is not set: run `cargo xtask test`.
    pub async fn arrive(width: u32, height: u32) -> Result<Self> {
        Self::arrive_with(chromium(width, height)?).await
    }

    /// The same in a browser that keeps what it is told to in a folder, from one start to the next.
    ///
    /// # Errors
    /// When the stage is not set, or when the browser runs with this folder already.
    pub async fn return_to(profile: &Path, width: u32, height: u32) -> Result<Self> {
        let mut capabilities = chromium(width, height)?;
        capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        Self::arrive_with(capabilities).await
    }

    async fn arrive_with(chromium: ChromeCapabilities) -> Result<Self> {
        let site = env::var("NEXT_RUNG_SITE").context("no site is served: run `cargo xtask test`")?;
        let driver_address = env::var("NEXT_RUNG_DRIVER").context("no driver waits: run `cargo xtask test`")?;
        let engine = env::var("NEXT_RUNG_BROWSER").context("no browser is named: run `cargo xtask test`")?;
        let driver = match engine.as_str() {
            "chromium" => WebDriver::new(driver_address, chromium).await?,
            other => bail!("{other} is no browser that the journeys know"),
        };
        Ok(Self { driver, site, place: "body".to_owned() })
    }

    /// The same person at the same window, who looks only at what a CSS selector finds: one of several `<next-rung>`, or a
    /// part of the page, such as `.rubric`. Without it they look at the whole page, and at the first assessment there.
    #[must_use]
    pub fn within(&self, selector: &str) -> Self {
        Self { driver: self.driver.clone(), site: self.site.clone(), place: selector.to_owned() }
    }

    /// Closes the window.
    ///
    /// # Errors
    /// When the browser is gone already.
    pub async fn leave(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// Opens a page of the site.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open(&self, page: &str) -> Result<()> {
        Ok(self.driver.goto(format!("{}{page}", self.site)).await?)
    }

    /// Opens a framework's page, and waits until its assessment is there, at its start screen.
    ///
    /// # Errors
    /// When it does not show.
    pub async fn open_framework(&self, id: &str) -> Result<()> {
        self.open(&format!("f/{id}/")).await?;
        self.find_button("Begin").await.map(|_| ())
    }

    /// Presses a button by its name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.click(&self.find_button(name).await?).await
    }

    /// The button with a name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn find_button(&self, name: &str) -> Result<WebElement> {
        self.find(&button(name)).await
    }

    /// Returns `true` if there is a button with this name right now.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn has_button(&self, name: &str) -> Result<bool> {
        Ok(self.look(&button(name)).await?.is_some())
    }

    /// Opens a section of the result, if it is folded.
    ///
    /// # Errors
    /// When there is no such section.
    pub async fn unfold(&self, title: &str) -> Result<()> {
        let summary = self.find(&format!(".//details/summary[normalize-space()={}]", quoted(title))).await?;
        let folded = format!(".//details[not(@open)]/summary[normalize-space()={}]", quoted(title));
        if self.look(&folded).await?.is_some() { self.click(&summary).await } else { Ok(()) }
    }

    /// Rates a statement, known by a part of its text.
    ///
    /// # Errors
    /// When there is no such statement or rating.
    pub async fn rate(&self, statement: &str, rating: &str) -> Result<()> {
        let label = self.find(&choice(statement, rating)).await?;
        self.click(&label).await
    }

    /// Returns `true` if a rating of a statement, given by a part of its text, is the chosen one.
    ///
    /// # Errors
    /// When there is no such statement or rating.
    pub async fn has_rated(&self, statement: &str, rating: &str) -> Result<bool> {
        let label = self.find(&choice(statement, rating)).await?;
        Ok(label.find(By::Css("input[type=radio]")).await?.is_selected().await?)
    }

    /// The text of the present screen's heading.
    ///
    /// # Errors
    /// When there is none.
    pub async fn heading(&self) -> Result<String> {
        // A part of the program may be on its way to the screen.
        Ok(self.find(".//*[@data-heading][not(parent::*[@class='waiting'])]").await?.text().await?)
    }

    /// Waits until a text stands somewhere on the page.
    ///
    /// # Errors
    /// When it does not.
    pub async fn see(&self, text: &str) -> Result<()> {
        if self.find(&format!(".//*[contains(normalize-space(), {})]", quoted(text))).await.is_err() {
            let page = "return [root.querySelector('.frame')?.innerText, place?.innerText].join('\\n')";
            let page = self.script(page).await?;
            bail!("{text:?} is not on the page, which says:\n{}", page.as_str().unwrap_or_default());
        }
        Ok(())
    }

    /// The first thing at an `XPath`, once it shows. The path begins with `.//`: it starts anew in the assessment and in the
    /// page around it. Passed over are the worksheet, which asks the same, and the screens that show while the assessment
    /// loads; `within` leads to these too.
    ///
    /// # Errors
    /// When it does not.
    pub async fn find(&self, path: &str) -> Result<WebElement> {
        let start = Instant::now();
        loop {
            // Between two pages there is nothing to look at.
            let seen = self.look(path).await;
            if let Ok(Some(found)) = seen {
                return Ok(found);
            }
            if start.elapsed() > PATIENCE {
                return seen?.with_context(|| format!("nothing at {path}"));
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// The first thing at an `XPath` that shows right now.
    async fn look(&self, path: &str) -> Result<Option<WebElement>> {
        let look = LOOK.replace("PATH", &Value::from(path).to_string());
        let seen = self.driver.execute(format!("{}{look}", self.beginning()), Vec::new()).await?;
        Ok(if seen.json().is_null() { None } else { Some(seen.element()?) })
    }

    fn beginning(&self) -> String {
        BEGINNING.replace("SELECTOR", &Value::from(self.place.as_str()).to_string())
    }

    /// Rates everything Consistently, card after card, to the result.
    ///
    /// # Errors
    /// When the journey ends elsewhere.
    pub async fn show_everything(&self) -> Result<()> {
        self.rate_cards(None).await
    }

    /// Rates everything Consistently but for the last statement of each card, to the result.
    ///
    /// # Errors
    /// When the journey ends elsewhere, or when there is no such rating.
    pub async fn show_all_but_the_last(&self, rating: &str) -> Result<()> {
        self.rate_cards(Some(rating)).await
    }

    async fn rate_cards(&self, last: Option<&str>) -> Result<()> {
        loop {
            let ways = ".//button[normalize-space()='All consistently' or normalize-space()='Start over']";
            if self.find(ways).await?.text().await? == "Start over" {
                return Ok(());
            }
            let card = self.place().await?;
            self.press("All consistently").await?;
            if let Some(rating) = last {
                let label = format!("(.//fieldset)[last()]//label[contains(normalize-space(), {})]", quoted(rating));
                self.click(&self.find(&label).await?).await?;
            }
            self.press("Next").await?;
            self.wait_until_left(&card).await?;
        }
    }

    /// Returns the statements of the present card, which identify it.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn place(&self) -> Result<String> {
        let statements = "return [...root.querySelectorAll('legend')].map((legend) => legend.textContent).join()";
        Ok(self.script(statements).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the statements on screen are others.
    ///
    /// # Errors
    /// When they stay.
    pub async fn wait_until_left(&self, card: &str) -> Result<()> {
        let start = Instant::now();
        while self.place().await? == card {
            if start.elapsed() > PATIENCE {
                bail!("the card stays: {card}");
            }
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Waits until an expression of a script is true; between two pages none is.
    ///
    /// # Errors
    /// When it stays untrue.
    pub async fn wait_until(&self, condition: &str) -> Result<()> {
        let start = Instant::now();
        let script = format!("return Boolean({condition})");
        while !self.script(&script).await.is_ok_and(|holds| holds == true) {
            if start.elapsed() > PATIENCE {
                bail!("this stays untrue: {condition}");
            }
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Lets the site write to the clipboard, and read it.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn allow_clipboard(&self) -> Result<()> {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", permissions).await.map(|_| ())
    }

    /// The text in the clipboard, for those who may read it.
    ///
    /// # Errors
    /// When they may not.
    pub async fn clipboard(&self) -> Result<String> {
        let text = self.script("return navigator.clipboard.readText()").await?;
        Ok(text.as_str().context("the clipboard holds no text")?.to_owned())
    }

    /// Enters a text at once, as by pasting it, into the field with a label.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn paste(&self, label: &str, text: &str) -> Result<()> {
        let field = self.find(&field(label)).await?;
        self.click(&field).await?;
        self.devtools("Input.insertText", json!({ "text": text })).await.map(|_| ())
    }

    /// Chooses a file in the field with a label.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn choose_file(&self, label: &str, file: &Path) -> Result<()> {
        Ok(self.find(&field(label)).await?.send_keys(file.display().to_string()).await?)
    }

    /// Presses a button that saves a file, and waits until the file is in a folder, which is empty before.
    ///
    /// # Errors
    /// When no file comes.
    pub async fn download(&self, button: &str, folder: &Path) -> Result<PathBuf> {
        let downloads = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", downloads).await?;
        self.press(button).await?;
        let start = Instant::now();
        loop {
            for file in folder.read_dir()? {
                let path = file?.path();
                // Until it is whole, the browser gives it another name, and a hidden one before.
                let is_partial = path.extension().is_none_or(|extension| extension == "crdownload");
                let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
                if !is_partial && !is_hidden && path.metadata()?.len() > 0 {
                    return Ok(path);
                }
            }
            if start.elapsed() > PATIENCE {
                bail!("{button:?} brings no file");
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Returns the value of a script in the page. The script can use `element`, the `<next-rung>` that is looked at, and `root`, its shadow
    /// root; where there is none, `root` is the document.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn script(&self, script: &str) -> Result<Value> {
        let script = format!("{}\n{script}", self.beginning());
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Runs a script in the page that has two arguments: `value`, and a function that it calls with its outcome in the end.
    ///
    /// # Errors
    /// When the script throws, or does not end within five minutes.
    pub async fn script_until_done(&self, script: &str, value: Value) -> Result<Value> {
        self.driver.set_script_timeout(Duration::from_secs(300)).await?;
        Ok(self.driver.execute_async(script, vec![value]).await?.json().clone())
    }

    /// Runs a script in every page to come, before the page's own.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn prepare_pages(&self, script: &str) -> Result<()> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(|_| ())
    }

    /// Refuses every address that holds one of these parts.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn block(&self, addresses: &[&str]) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.setBlockedURLs", json!({ "urls": addresses })).await.map(|_| ())
    }

    /// Calls the `DevTools` protocol.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    async fn click(&self, element: &WebElement) -> Result<()> {
        element.scroll_into_view().await?;
        Ok(element.click().await?)
    }
}

/// Chromium without a screen, and without asking anything of the network on its own.
fn chromium(width: u32, height: u32) -> Result<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1",
    ];
    for flag in flags {
        capabilities.add_arg(flag)?;
    }
    capabilities.add_arg(&format!("--window-size={width},{height}"))?;
    Ok(capabilities)
}

/// A button with a name.
fn button(name: &str) -> String {
    format!(".//button[normalize-space()={}]", quoted(name))
}

/// The label of a choice in the group of a question or statement.
fn choice(question: &str, label: &str) -> String {
    let group = format!(".//fieldset[legend[contains(normalize-space(), {})]]", quoted(question));
    format!("{group}//label[contains(normalize-space(), {})]", quoted(label))
}

/// The field in a label.
fn field(label: &str) -> String {
    format!(".//label[contains(normalize-space(), {})]//*[self::input or self::textarea]", quoted(label))
}

/// A text as an `XPath` literal.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
