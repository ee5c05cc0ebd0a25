//! Measures how soon an answer shows: `cargo xtask bench`.
//!
//! A press on a rating, from its event to the frame that shows it, on this machine and with its processor slowed down
//! four times as a slow phone. The runs alternate, so that whatever else the machine does falls on both.

use anyhow::Result;
use browser_tests::Person;
use serde_json::json;

/// Presses measured at each speed.
const PRESSES: usize = 40;
/// How many times slower the processor is.
const SPEEDS: [(&str, u32); 2] = [("this machine", 1), ("slow phone", 4)];
/// A frame at 60 a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// Presses a rating and waits for the frame after the one in which it is drawn; milliseconds of work until then.
const PRESS: &str = "const radios = [...document.querySelectorAll('input[type=radio]')];
    const radio = radios[(window.nextRadio = ((window.nextRadio ?? -1) + 5)) % radios.length];
    return new Promise((done) => requestAnimationFrame(() => {
        const start = performance.now();
        radio.click();
        const handled = performance.now();
        queueMicrotask(() => setTimeout(() => {
            void document.body.offsetHeight;
            done([handled - start, performance.now() - start]);
        }));
    }))";

#[tokio::main]
async fn main() -> Result<()> {
    let person = Person::arrive(390, 844).await?;
    // The card with the most statements.
    person.open_framework("junior-senior").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    let mut shown = [Vec::new(), Vec::new()];
    for _ in 0..PRESSES {
        for (samples, (_, slower)) in shown.iter_mut().zip(SPEEDS) {
            person.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
            let times = person.script(PRESS).await?;
            samples.push(times[1].as_f64().unwrap_or(f64::NAN));
        }
    }
    person.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    person.leave().await?;

    println!("From a press on a rating to its layout, {PRESSES} presses each; a frame is {FRAME:.1} ms.");
    for (mut samples, (name, slower)) in shown.into_iter().zip(SPEEDS) {
        samples.sort_by(f64::total_cmp);
        let at = |share: usize| samples[(samples.len() - 1) * share / 100];
        let median = at(50);
        println!(
            "{name} ({slower}x slower): median {median:.1} ms, 5 to 95 % {:.1} to {:.1} ms, {:.2} frames",
            at(5),
            at(95),
            median / FRAME
        );
    }
    Ok(())
}
