//! The promises of docs/privacy.md: nothing leaves the device, and nothing is stored without consent.

use anyhow::Result;
use browser_tests::Person;
use next_rung::assessment::catalogue::PUBLISHED;
use serde_json::{Value, json};

/// Notes everything that a page sends in any way, and every violation of its security policy.
const LISTEN: &str = "window.sent = []; window.wrong = [];
    const note = (owner, name, say) => {
        const call = owner?.[name];
        if (!call) return;
        owner[name] = function (...given) { sent.push(say(...given)); return Reflect.apply(call, this, given); };
    };
    note(window, 'fetch', (address, { method = 'GET', body = null, headers = null } = {}) => ({ address: String(address), method, body, headers }));
    note(XMLHttpRequest.prototype, 'open', (method, address) => ({ address: String(address), method, body: null, headers: null }));
    note(XMLHttpRequest.prototype, 'setRequestHeader', (name) => ({ address: 'a header', method: name }));
    note(navigator.__proto__, 'sendBeacon', (address) => ({ address: String(address), method: 'beacon' }));
    for (const name of ['WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport', 'SharedWorker', 'Worker'])
        if (window[name]) window[name] = new Proxy(window[name], { construct: () => sent.push({ address: name, method: name }) });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => wrong.push(`${violatedDirective} ${blockedURI}`));
    addEventListener('error', ({ message }) => wrong.push(message));";

/// The private note of the journey. It must not appear in anything that is sent.
const NOTE: &str = "The launch that nobody knows of";

async fn open(page: &str) -> Result<Person> {
    let person = Person::arrive(1000, 800).await?;
    person.prepare_pages(LISTEN).await?;
    person.open(page).await?;
    Ok(person)
}

/// Answers the first card with a note, and the rest of `clarity` up to the result.
async fn take(person: &Person) -> Result<()> {
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.unfold("Add a private note").await?;
    person.find(".//textarea").await?.send_keys(NOTE).await?;
    person.show_everything().await
}

/// Fails if a page sent anything but requests for files of the site, without a query, a body or a header.
async fn check_sent(person: &Person) -> Result<()> {
    let requests = "return [
        ...sent,
        ...performance.getEntriesByType('resource').map(({ name }) => ({ address: name, method: 'GET', body: null, headers: null })),
    ]";
    let requests: Vec<Value> = serde_json::from_value(person.script(requests).await?)?;
    assert!(!requests.is_empty(), "at least the program was requested");
    let site = person.script("return location.origin").await?;
    for request in requests {
        let address = request["address"].as_str().unwrap_or_default();
        let is_made_here = address.starts_with("blob:") || address.starts_with("data:");
        let is_ours = address.starts_with(site.as_str().unwrap_or_default());
        let is_plain = request["method"] == "GET" && request["body"].is_null() && request["headers"].is_null();
        assert!(is_made_here || is_ours && is_plain && !address.contains(['?', '#']), "{request}");
    }
    assert_eq!(person.script("return wrong").await?, json!([]));
    assert_eq!(person.script("return document.cookie").await?, "");
    Ok(())
}

/// Saves every file of the result.
async fn save_everything(person: &Person) -> Result<()> {
    for button in ["Picture", "Growth plan (Markdown)", "Radar (SVG)", "Spreadsheet (CSV)", "Data (JSON)"] {
        let folder = tempfile::tempdir()?;
        person.download(button, folder.path()).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_whole_journey_with_every_export_sends_nothing() -> Result<()> {
    let person = open("f/clarity/").await?;
    person.allow_clipboard().await?;
    take(&person).await?;
    save_everything(&person).await?;
    person.press("Copy link").await?;
    person.see("copied").await?;
    check_sent(&person).await?;
    assert!(!person.clipboard().await?.contains("launch"), "a link has no notes");
    person.leave().await
}

#[tokio::test]
async fn without_consent_nothing_is_stored() -> Result<()> {
    let person = open("pages/plain.html").await?;
    person.script("element.scrollIntoView()").await?;
    take(&person).await?;
    save_everything(&person).await?;
    check_sent(&person).await?;
    assert_eq!(person.script("return sessionStorage.length + localStorage.length").await?, 0);
    let databases = person.script("return indexedDB.databases().then((all) => all.length)").await?;
    assert_eq!(databases, 0);
    person.leave().await
}

#[tokio::test]
async fn the_tab_keeps_answers_and_the_device_only_what_it_is_asked_to() -> Result<()> {
    let person = open("f/clarity/").await?;
    take(&person).await?;
    let keys = "return [Object.keys(sessionStorage), Object.keys(localStorage)]";
    assert_eq!(person.script(keys).await?, json!([["next-rung.draft.1.clarity.0"], []]));
    person.press("Remember on this device").await?;
    person.wait_until("localStorage.length").await?;
    assert_eq!(person.script(keys).await?, json!([["next-rung.draft.1.clarity.0"], ["next-rung.history.1"]]));
    let history = person.script("return localStorage.getItem('next-rung.history.1')").await?;
    assert!(!history.as_str().unwrap_or_default().contains("launch"), "notes are not remembered");
    person.leave().await
}

#[tokio::test]
async fn no_page_of_ours_breaks_its_own_policy() -> Result<()> {
    let mut pages: Vec<String> = ["", "across/", "embed/", "nowhere/"].map(str::to_owned).to_vec();
    pages.extend(PUBLISHED.map(|id| format!("f/{id}/")));
    pages.extend(PUBLISHED.map(|id| format!("f/{id}/worksheet/")));
    let person = open("").await?;
    for page in pages {
        person.open(&page).await?;
        let policy = "document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content";
        let policy = person.script(&format!("return {policy} ?? ''")).await?;
        let policy = policy.as_str().unwrap_or_default();
        assert!(
            policy.contains("default-src 'none'") && policy.contains("require-trusted-types-for 'script'"),
            "{page}"
        );
        assert_eq!(person.script("return wrong").await?, json!([]), "{page}");
        let foreign = "try { document.body.innerHTML = '<p>'; return false } catch { return true }";
        assert_eq!(person.script(foreign).await?, true, "{page} makes elements of a text");
    }
    person.leave().await
}
