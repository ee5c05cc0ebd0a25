//! The devices of readers, and touch and mouse input on them.

use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::Person;
use serde_json::{Value, json};

/// A device that a person reads on.
pub struct Device {
    /// The name of the device in the output.
    pub name: &'static str,
    width: u32,
    height: u32,
    /// The factor by which its processor is slower than this machine's.
    slower: u32,
    /// `true` for a phone: a touch screen on a slow network.
    is_phone: bool,
}

/// This machine, unchanged.
pub const DESKTOP: Device = Device { name: "desktop", width: 1280, height: 900, slower: 1, is_phone: false };
/// A cheap phone on a weak mobile network.
pub const SLOW_PHONE: Device = Device { name: "slow phone", width: 390, height: 844, slower: 4, is_phone: true };
/// Both devices.
pub const ALL: [Device; 2] = [DESKTOP, SLOW_PHONE];

/// 1.6 Mbit/s, in bytes per second.
const DOWN: u32 = 200_000;
/// 750 kbit/s, in bytes per second.
const UP: u32 = 93_750;
/// The delay before an answer starts to arrive, in milliseconds.
const LATENCY: u32 = 150;

/// The moves of a finger, or turns of a wheel, before it rests.
const MOVES: u32 = 10;
/// The duration of that rest.
const REST: Duration = Duration::from_millis(200);
/// After an input, the browser ignores layout shifts for half a second. A person looks longer before they continue.
const LOOK: Duration = Duration::from_millis(700);

impl Device {
    /// Opens a browser for this device that has already shown one empty page, so that its own start is not measured.
    pub async fn person(&self) -> Result<Person> {
        let person = Person::arrive(self.width, self.height).await?;
        person.driver.goto("about:blank").await?;
        let metrics =
            json!({ "width": self.width, "height": self.height, "deviceScaleFactor": 1, "mobile": self.is_phone });
        person.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        person
            .script("return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
            .await?;
        person.devtools("Network.enable", json!({})).await?;
        person.devtools("Network.clearBrowserCache", json!({})).await?;
        if self.is_phone {
            let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
            person.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
            let network =
                json!({ "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP });
            person.devtools("Network.emulateNetworkConditions", network).await?;
        }
        person.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": self.slower })).await?;
        Ok(person)
    }

    /// Presses a point of the window as a person does, by finger or mouse, then waits to see the effect.
    pub async fn press(&self, person: &Person, (x, y): (f64, f64)) -> Result<()> {
        if self.is_phone {
            touch(person, "touchStart", Some((x, y))).await?;
            touch(person, "touchEnd", None).await?;
        } else {
            for (kind, button) in [("mouseMoved", "none"), ("mousePressed", "left"), ("mouseReleased", "left")] {
                let mouse = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
                person.devtools("Input.dispatchMouseEvent", mouse).await?;
            }
        }
        tokio::time::sleep(LOOK).await;
        Ok(())
    }

    /// Scrolls by about this many pixels, by finger or wheel, but no farther than one finger movement.
    async fn scroll(&self, person: &Person, pixels: f64) -> Result<()> {
        let (x, height) = (f64::from(self.width) / 2.0, f64::from(self.height));
        let pixels = pixels.clamp(-height * 0.6, height * 0.6);
        if self.is_phone {
            // The finger stays on the screen.
            let start = (height + pixels) / 2.0;
            touch(person, "touchStart", Some((x, start))).await?;
            for step in 1..=MOVES {
                let y = start - pixels * f64::from(step) / f64::from(MOVES);
                touch(person, "touchMove", Some((x, y))).await?;
            }
            // It rests, so that the page does not keep sliding.
            tokio::time::sleep(REST).await;
            touch(person, "touchMove", Some((x, start - pixels))).await?;
            touch(person, "touchEnd", None).await
        } else {
            for _ in 0..MOVES {
                let delta = pixels / f64::from(MOVES);
                let wheel = json!({ "type": "mouseWheel", "x": x, "y": height / 2.0, "deltaX": 0, "deltaY": delta });
                person.devtools("Input.dispatchMouseEvent", wheel).await?;
            }
            // Wheels scroll smoothly, with a short delay.
            tokio::time::sleep(REST).await;
            Ok(())
        }
    }

    /// Scrolls until a point is well within the window, or as near as the page allows. A script finds the point again
    /// each time.
    pub async fn scroll_to(&self, person: &Person, find: &str) -> Result<(f64, f64)> {
        let height = f64::from(self.height);
        let mut last = f64::NAN;
        loop {
            let (x, y) = point(&person.script(find).await?).with_context(|| format!("nothing at {find}"))?;
            if (height * 0.1..height * 0.9).contains(&y) || (y - last).abs() < 1.0 {
                return Ok((x, y));
            }
            last = y;
            self.scroll(person, y - height / 2.0).await?;
        }
    }
}

/// Puts a finger somewhere, or lifts it.
async fn touch(person: &Person, kind: &str, at: Option<(f64, f64)>) -> Result<()> {
    let points: Vec<Value> = at.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
    person.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await.map(|_| ())
}

/// Reads a point that a script returned.
fn point(value: &Value) -> Option<(f64, f64)> {
    Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?))
}
