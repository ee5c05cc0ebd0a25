//! A page that stays open does not fill up, however many assessments come and go on it.

use anyhow::{Context, Result};
use browser_tests::Person;
use serde_json::json;

/// Adds an assessment to the page and takes it out again, a number of times. Each is ready before it goes.
const COME_AND_GO: &str = "
    for (let time = 0; time < times; time += 1) {
        const next = document.createElement('next-rung');
        Object.assign(next, { framework: 'clarity', reveal: 'eager' });
        await comeAndGo(next);
    }";

/// The same with one assessment, which comes back.
const COME_BACK: &str = "
    const next = document.createElement('next-rung');
    Object.assign(next, { framework: 'clarity', reveal: 'eager' });
    for (let time = 0; time < times; time += 1) await comeAndGo(next);";

/// Goes from the start to the result and back, a number of times.
const START_OVER: &str = "
    for (let time = 0; time < times; time += 1) {
        await press('Begin');
        await press('Continue');
        while (!find('Start over')) {
            await press('All consistently');
            await press('Next');
        }
        await press('Start over');
        await press('Yes, start over');
    }";

const TOOLS: &str = "
    const [times, done] = arguments;
    const turn = () => new Promise((done) => setTimeout(done));
    const comeAndGo = async (next) => {
        const isReady = new Promise((done) => next.addEventListener('nr-ready', done, { once: true }));
        document.body.append(next);
        await isReady;
        next.remove();
        // An element that left gives up what it holds a turn later.
        await turn();
    };
    const root = document.querySelector('next-rung').shadowRoot;
    const find = (name) => [...root.querySelectorAll('.place button')].find(({ textContent }) => textContent.trim() === name);
    const press = async (name) => {
        while (!find(name)) await turn();
        find(name).click();
        await turn();
    };";

/// The counts of objects in the browser's memory, in the page or detached.
#[derive(Debug)]
struct Held {
    nodes: i64,
    listeners: i64,
    /// In bytes.
    program: i64,
}

async fn held(person: &Person) -> Result<Held> {
    person.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let counts = person.devtools("Memory.getDOMCounters", json!({})).await?;
    let count = |name: &str| counts[name].as_i64().context("the browser counts them");
    let program =
        "const { name } = performance.getEntriesByType('resource').find(({ name }) => name.includes('next-rung-glue'));
        import(name).then((glue) => glue.default()).then(({ memory }) => arguments[1](memory.buffer.byteLength))";
    let program = person.script_until_done(program, json!(0)).await?;
    let program = program.as_i64().context("a module has memory")?;
    Ok(Held { nodes: count("nodes")?, listeners: count("jsEventListeners")?, program })
}

/// Does something a few times, so that everything is there that comes once, and then many times.
async fn check_flat(script: &str, times: usize) -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.open("pages/plain.html").await?;
    person.script("element.reveal = 'eager'").await?;
    person.wait_until("root.querySelector('.place .nr')").await?;
    let script = format!("{TOOLS} (async () => {{ {script} }})().then(done)");
    person.script_until_done(&script, json!(10)).await?;
    let before = held(&person).await?;
    person.script_until_done(&script, json!(times)).await?;
    let after = held(&person).await?;
    // One assessment has some 200 nodes and 10 listeners.
    assert!(after.nodes < before.nodes + 400, "nodes: {before:?}, {after:?}");
    assert!(after.listeners < before.listeners + 20, "listeners: {before:?}, {after:?}");
    assert!(after.program < before.program + 1_000_000, "memory of the program: {before:?}, {after:?}");
    person.leave().await
}

#[tokio::test]
async fn two_thousand_assessments_come_and_go() -> Result<()> {
    check_flat(COME_AND_GO, 2_000).await
}

#[tokio::test]
async fn one_assessment_comes_back_two_thousand_times() -> Result<()> {
    check_flat(COME_BACK, 2_000).await
}

#[tokio::test]
async fn one_assessment_is_taken_a_hundred_times() -> Result<()> {
    check_flat(START_OVER, 100).await
}
