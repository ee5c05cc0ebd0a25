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

/// Presses a rating at the beginning of a frame; milliseconds until that frame is drawn, and until its work in our module
/// is done. A message posted while a frame is prepared arrives once it is drawn.
const PRESS: &str = "const press = arguments[0];
    const radios = [...document.querySelectorAll('input[type=radio]')];
    const radio = radios[(window.nextRadio = ((window.nextRadio ?? -1) + 5)) % radios.length];
    return new Promise((done) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        const start = performance.now();
        let worked;
        channel.port1.onmessage = () => done([performance.now() - start, worked - start]);
        if (press) radio.click();
        Promise.resolve().then(() => {}).then(() => { worked = performance.now(); });
        channel.port2.postMessage('');
    }))";

#[tokio::main]
async fn main() -> Result<()> {
    let person = Person::arrive(390, 844).await?;
    // The card with the most statements.
    person.open_framework("junior-senior").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    let mut measured = [Samples::default(), Samples::default()];
    for _ in 0..PRESSES {
        for (samples, (_, slower)) in measured.iter_mut().zip(SPEEDS) {
            person.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
            let empty = person.script(&PRESS.replace("arguments[0]", "false")).await?;
            let press = person.script(&PRESS.replace("arguments[0]", "true")).await?;
            let time = |times: &serde_json::Value, each: usize| times[each].as_f64().unwrap_or(f64::NAN);
            samples.empty.push(time(&empty, 0));
            samples.drawn.push(time(&press, 0));
            samples.worked.push(time(&press, 1));
        }
    }
    person.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    person.leave().await?;

    println!("From a press on a rating to the frame that shows it, {PRESSES} presses each; a frame is {FRAME:.1} ms.");
    for (mut samples, (name, slower)) in measured.into_iter().zip(SPEEDS) {
        let (low, median, high) = spread(&mut samples.drawn);
        let (_, empty, _) = spread(&mut samples.empty);
        let (_, worked, _) = spread(&mut samples.worked);
        println!(
            "{name} ({slower}x slower): median {median:.1} ms, 5 to 95 % {low:.1} to {high:.1} ms, {:.2} frames; {worked:.1} ms \
             of it in our module, {empty:.1} ms even where nothing is pressed",
            median / FRAME
        );
    }
    Ok(())
}

/// Milliseconds of each press at one speed.
#[derive(Default)]
struct Samples {
    /// A frame without a press.
    empty: Vec<f64>,
    /// Until the frame with the answer is drawn.
    drawn: Vec<f64>,
    /// Until our module has done its part.
    worked: Vec<f64>,
}

/// The 5th, 50th and 95th percentile.
fn spread(samples: &mut [f64]) -> (f64, f64, f64) {
    samples.sort_by(f64::total_cmp);
    let at = |share: usize| samples[(samples.len() - 1) * share / 100];
    (at(5), at(50), at(95))
}
