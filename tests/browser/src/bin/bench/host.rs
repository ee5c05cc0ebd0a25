//! The cost of an element for the page around it: an article with the element far below the first screen.

use std::time::Duration;

use anyhow::Result;
use browser_tests::Person;
use serde_json::{Value, json};

use crate::device::{self, DESKTOP, Device, SLOW_PHONE};
use crate::samples::Samples;
use crate::widget;

/// The number of runs of the article on each device, with and without our script.
const RUNS: usize = 5;
/// The number of runs of each journey.
const JOURNEYS: usize = 3;
/// The article.
const ARTICLE: &str = "pages/article.html";
/// Our script, as a pattern of addresses.
const LOADER: &str = "*/embed/v1.js";
/// The time that the article is left alone after it has loaded.
const REST: Duration = Duration::from_millis(1500);
/// The duration below which a task blocks nobody, in milliseconds.
const SHORT: f64 = 50.0;
/// An expression: the element.
const ELEMENT: &str = "document.querySelector('next-rung')";
/// An expression: the poster's link.
const POSTER: &str = "document.querySelector('next-rung > a')";

/// A script that returns the records of `host.js`, and each file with its size, with and without headers. A browser requests an icon
/// on its own.
const SEEN: &str = "const files = performance.getEntriesByType('resource')
        .filter(({ name }) => !name.endsWith('/favicon.ico'))
        .map(({ name, transferSize, encodedBodySize }) => [new URL(name).pathname, transferSize, encodedBodySize]);
    return { ...seen, files }";

/// Measures and prints the results.
pub async fn measure() -> Result<()> {
    measure_before().await?;
    measure_journeys().await
}

/// Measures the article before anybody scrolls, with our script and with the script blocked.
async fn measure_before() -> Result<()> {
    let mut measured = device::ALL.map(|device| (device, [Before::default(), Before::default()]));
    for _ in 0..RUNS {
        for (device, [with, without]) in &mut measured {
            with.take(&visit(device, &[]).await?);
            without.take(&visit(device, &[LOADER]).await?);
        }
    }
    println!("\nAn article with the element below the fold, before scrolling; {RUNS} runs each: median (5 to 95 %)");
    for (device, [with, without]) in &measured {
        println!("  {}", device.name);
        println!(
            "    requests by the snippet: {}, namely {}; {} bytes, {} of them headers",
            with.requests, with.names, with.bytes, with.headers
        );
        for (name, before) in [("with the snippet", with), ("without", without)] {
            println!(
                "    {name}: long tasks {}, blocked {} ms, scripts {:.1} ms, all work {:.1} ms, moved {:.4}",
                before.tasks, before.blocked, before.scripts, before.work, before.moved
            );
        }
    }
    Ok(())
}

/// Opens the article and leaves it alone.
async fn visit(device: &Device, refused: &[&str]) -> Result<Value> {
    let person = device.person().await?;
    person.prepare_pages(include_str!("host.js")).await?;
    person.block(refused).await?;
    person.devtools("Performance.enable", json!({})).await?;
    person.open(ARTICLE).await?;
    tokio::time::sleep(REST).await;
    let mut seen = person.script(SEEN).await?;
    seen["metrics"] = person.devtools("Performance.getMetrics", json!({})).await?["metrics"].take();
    person.leave().await?;
    Ok(seen)
}

/// The measurements before anybody scrolled.
#[derive(Default)]
struct Before {
    requests: Samples,
    bytes: Samples,
    headers: Samples,
    tasks: Samples,
    blocked: Samples,
    scripts: Samples,
    work: Samples,
    moved: Samples,
    names: String,
}

impl Before {
    fn take(&mut self, seen: &Value) {
        // The article itself requests nothing.
        let files = list(&seen["files"]);
        let [bytes, bodies] = [1, 2].map(|place| files.iter().filter_map(|file| file[place].as_f64()).sum::<f64>());
        self.requests.add(files.len() as f64);
        self.bytes.add(bytes);
        self.headers.add(bytes - bodies);
        self.names = files.iter().filter_map(|file| file[0].as_str()).collect::<Vec<_>>().join(" ");
        self.tasks.add(list(&seen["tasks"]).len() as f64);
        self.blocked.add(blocked(seen));
        self.moved.add(moved(seen));
        let metric = |name| list(&seen["metrics"]).iter().find(|metric| metric["name"] == name)?["value"].as_f64();
        self.scripts.add(metric("ScriptDuration").unwrap_or(f64::NAN) * 1000.0);
        self.work.add(metric("TaskDuration").unwrap_or(f64::NAN) * 1000.0);
    }
}

/// Measures the article, down to the element and through the assessment to its result.
async fn measure_journeys() -> Result<()> {
    let journeys = [(DESKTOP, false), (SLOW_PHONE, false), (SLOW_PHONE, true)];
    let mut measured = journeys.map(|(device, hurries)| (device, hurries, Vec::new()));
    for _ in 0..JOURNEYS {
        for (device, hurries, runs) in &mut measured {
            runs.push(travel(device, *hurries).await?);
        }
    }
    println!(
        "\nThe same article, down to the element, through the assessment to its result, and to the end; {JOURNEYS} runs each"
    );
    for (device, hurries, runs) in &measured {
        let way =
            if *hurries { "jumps there and presses the poster's link at once" } else { "scrolls there and begins" };
        println!("  {}, {way}", device.name);
        for run in runs {
            let what = if run["early"] == true { "while it was loading" } else { "once it was there" };
            println!(
                "    pressed {what}; {} presses; layout shift {:.4} in {} places; long tasks {}, blocked {:.0} ms, the longest {:.0}",
                run["presses"],
                moved(run),
                list(&run["shifts"]).len(),
                list(&run["tasks"]).len(),
                blocked(run),
                durations(run).fold(0.0, f64::max)
            );
            for shift in list(&run["shifts"]) {
                println!("      {} after {} ms: {}", shift["value"], shift["at"], shift["moved"]);
            }
        }
    }
    Ok(())
}

/// Reads down to the element, or jumps there quickly, and answers to the end.
async fn travel(device: &Device, hurries: bool) -> Result<Value> {
    let person = device.person().await?;
    person.prepare_pages(include_str!("host.js")).await?;
    person.open(ARTICLE).await?;
    if hurries {
        person.script(&format!("{POSTER}.scrollIntoView({{ block: 'center' }})")).await?;
    } else {
        device.scroll_to(&person, &widget::middle(ELEMENT)).await?;
        tokio::time::sleep(REST).await;
    }
    let is_early = person.script(&format!("return !{}", widget::SHOWN)).await? == true;
    let begin = if is_early { POSTER.to_owned() } else { widget::button("Begin") };
    press(device, &person, &begin).await?;
    person.wait_until(widget::SHOWN).await?;
    let mut presses = 1;
    for card in 0.. {
        person.wait_until(&any(&["Continue", "All consistently", "Start over"])).await?;
        if person.script(&format!("return Boolean({})", widget::button("Start over"))).await? == true {
            break;
        }
        let ways: &[&str] = if card == 0 { &["Continue"] } else { &["All consistently", "Next"] };
        for name in ways {
            press(device, &person, &widget::button(name)).await?;
            presses += 1;
        }
    }
    // To the end of the article.
    device.scroll_to(&person, &widget::middle("document.querySelector('footer')")).await?;
    tokio::time::sleep(REST).await;
    let mut seen = person.script("return seen").await?;
    person.leave().await?;
    seen["early"] = is_early.into();
    seen["presses"] = presses.into();
    Ok(seen)
}

/// Presses the element of an expression, once it is well within the window.
async fn press(device: &Device, person: &Person, what: &str) -> Result<()> {
    person.wait_until(what).await?;
    let point = device.scroll_to(person, &widget::middle(what)).await?;
    device.press(person, point).await
}

/// Returns an expression for any of the buttons with these names.
fn any(names: &[&str]) -> String {
    names.iter().map(|name| widget::button(name)).collect::<Vec<_>>().join(" ?? ")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Returns the time for which tasks blocked the page, beyond what nobody notices.
fn blocked(seen: &Value) -> f64 {
    // The sum of nothing is -0.
    durations(seen).map(|duration| duration - SHORT).sum::<f64>() + 0.0
}

/// Returns the duration of each long task, in milliseconds.
fn durations(seen: &Value) -> impl Iterator<Item = f64> {
    list(&seen["tasks"]).iter().filter_map(|task| task["duration"].as_f64())
}

/// Returns the sum of unexpected movement, counted as layout shift.
fn moved(seen: &Value) -> f64 {
    list(&seen["shifts"]).iter().filter_map(|shift| shift["value"].as_f64()).sum::<f64>() + 0.0
}
