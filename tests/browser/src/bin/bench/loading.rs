//! The time until a framework's page can be answered, compared with a page that does five questions without any library.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::device::{self, Device};
use crate::samples::Samples;

/// The number of runs of each page on each device.
const RUNS: usize = 7;
/// The pages, ours first.
const PAGES: [(&str, &str); 2] = [("Next Rung", "f/competency-grid/"), ("library-free", "pages/reference.html")];
/// The measured times: the name in the script, and a description.
const TIMES: [(&str, &str); 6] = [
    ("first-paint", "first paint, ms"),
    ("first-contentful-paint", "first contentful paint, ms"),
    ("choice", "first choice made, ms"),
    ("live", "assessment there, ms"),
    ("answer", "first statement answered, ms"),
    ("lasting", "first statement answered in the assessment, ms"),
];

/// Measures and prints the results.
pub async fn measure() -> Result<()> {
    let mut measured = device::ALL.map(|device| (device, PAGES.map(|_| Vec::new())));
    for _ in 0..RUNS {
        for (device, runs) in &mut measured {
            for (runs, (_, page)) in runs.iter_mut().zip(PAGES) {
                runs.push(load(device, page).await?);
            }
        }
    }

    println!("\nLoading /{} and a library-free page; {RUNS} runs each: median (5 to 95 %)", PAGES[0].1);
    for (device, [ours, reference]) in &measured {
        println!("  {:<56} {:>24} {:>24} {:>7}", device.name, PAGES[0].0, PAGES[1].0, "ratio");
        for (name, label) in TIMES {
            print(label, &samples(ours, name), &samples(reference, name));
        }
        print("transferred with gzip, bytes", &samples(ours, "bytes"), &samples(reference, "bytes"));
    }
    println!("  each file with its headers, as the browser counts them:");
    for run in measured.iter().take(1).flat_map(|(_, runs)| runs).filter_map(|runs| runs.last()) {
        for file in run["files"].as_array().into_iter().flatten() {
            println!("    {:>7} {}", file[1], file[0].as_str().unwrap_or_default());
        }
    }
    println!(
        "  for scale, measured so before on the slow phone, with brotli: SurveyJS with Chart.js 346 kB and 2.7 s to the first \
         answer,\n  React with Recharts 142 kB and 1.4 s, library-free 3.4 kB and 0.4 s"
    );
    Ok(())
}

/// Loads a page in a new browser, up to the first answer.
async fn load(device: &Device, page: &str) -> Result<Value> {
    let person = device.person().await?;
    person.prepare_pages(include_str!("loading.js")).await?;
    person.open(page).await?;
    let run = person.script("return window.loaded").await.with_context(|| format!("{page} takes no answer"))?;
    person.leave().await?;
    Ok(run)
}

fn samples(runs: &[Value], name: &str) -> Samples {
    let mut samples = Samples::default();
    runs.iter().filter_map(|run| run["times"][name].as_f64()).for_each(|time| samples.add(time));
    samples
}

/// Prints one line; the second page may not have this value.
fn print(label: &str, ours: &Samples, reference: &Samples) {
    let ratio = ours.median() / reference.median();
    let [ours, reference, ratio] = [ours.to_string(), reference.to_string(), format!("{ratio:.2}")]
        .map(|text| if text.contains("NaN") { "-".to_owned() } else { text });
    println!("    {label:<54} {ours:>24} {reference:>24} {ratio:>7}");
}
