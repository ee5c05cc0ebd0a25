//! The time until an answer is visible.
//!
//! The time is that from the event of a press on a rating to the frame that shows it, on this machine and with its
//! processor slowed down four times like a slow phone.

use anyhow::Result;
use browser_tests::Person;
use serde_json::json;

use crate::samples::Samples;
use crate::widget;

/// The number of presses at each speed.
const PRESSES: usize = 40;
/// The factor by which the processor is slowed down.
const SPEEDS: [(&str, u32); 2] = [("this machine", 1), ("slow phone", 4)];
/// The duration of a frame at 60 per second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// Presses a rating at the start of a frame. Returns the milliseconds until that frame is drawn, and until our module
/// has finished its work. A message posted while a frame is prepared arrives once it is drawn.
const PRESS: &str = "const press = arguments[0];
    const radios = [...document.querySelector('next-rung').shadowRoot.querySelectorAll('input[type=radio]')];
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

/// Measures and prints the results.
pub async fn measure() -> Result<()> {
    let person = Person::arrive(390, 844).await?;
    // The card with the most statements.
    widget::open(&person, "junior-senior").await?;
    widget::press(&person, "Begin").await?;
    widget::press(&person, "Continue").await?;
    person.wait_until(&widget::button("All consistently")).await?;
    let mut measured = [Presses::default(), Presses::default()];
    for _ in 0..PRESSES {
        for (presses, (_, slower)) in measured.iter_mut().zip(SPEEDS) {
            person.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
            let empty = person.script(&PRESS.replace("arguments[0]", "false")).await?;
            let press = person.script(&PRESS.replace("arguments[0]", "true")).await?;
            let time = |times: &serde_json::Value, each: usize| times[each].as_f64().unwrap_or(f64::NAN);
            presses.empty.add(time(&empty, 0));
            presses.drawn.add(time(&press, 0));
            presses.worked.add(time(&press, 1));
        }
    }
    person.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    person.leave().await?;

    println!("From a press on a rating to the frame that shows it; {PRESSES} presses each, a frame is {FRAME:.1} ms");
    for (presses, (name, slower)) in measured.into_iter().zip(SPEEDS) {
        println!(
            "  {name} ({slower}x slower): {:.1} ms, {:.2} frames; {:.1} ms of it in our module, {:.1} ms even where nothing is \
             pressed",
            presses.drawn,
            presses.drawn.median() / FRAME,
            presses.worked.median(),
            presses.empty.median()
        );
    }
    Ok(())
}

/// The milliseconds of each press at one speed.
#[derive(Default)]
struct Presses {
    /// The duration of a frame without a press.
    empty: Samples,
    /// The time until the frame with the answer is drawn.
    drawn: Samples,
    /// The time until our module has finished its work.
    worked: Samples,
}
