//! The published pages: they have no broken links, and the page for writers keeps its promises.

use anyhow::Result;
use browser_tests::Person;
use next_rung::assessment::catalogue::PUBLISHED;
use serde_json::json;

/// Returns every address in the page that leads to no file of the site, or to a missing anchor in a file.
const BROKEN: &str =
    "const named = [...document.querySelectorAll('[href], [src]')].map((each) => each.href || each.src);
    const check = async (address) => {
        const response = await fetch(address);
        if (!response.ok) return `${response.status} ${address}`;
        const { hash } = new URL(address);
        if (!hash) return;
        if (!(await response.text()).includes(`id=\"${hash.slice(1)}\"`)) return `nothing at ${address}`;
    };
    const ours = [...new Set(named)].filter((address) => address.startsWith(location.origin));
    return (async () => [ours.length, (await Promise.all(ours.map(check))).filter(Boolean)])()";

/// Opens every page below a folder of the server, and checks all its addresses.
async fn check_addresses(folder: &str) -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    let mut pages: Vec<String> = ["", "across/", "embed/", "embed/sample.html"].map(str::to_owned).to_vec();
    pages.extend(PUBLISHED.map(|id| format!("f/{id}/")));
    pages.extend(PUBLISHED.map(|id| format!("f/{id}/worksheet/")));
    for page in pages {
        person.open(&format!("{folder}{page}")).await?;
        let found = person.script(BROKEN).await?;
        assert_eq!(found[1], json!([]), "{page}");
        assert!(found[0].as_u64() > Some(0) || page.ends_with("sample.html"), "{page} names nothing");
    }
    person.leave().await
}

#[tokio::test]
async fn no_page_leads_nowhere() -> Result<()> {
    check_addresses("").await
}

#[tokio::test]
async fn nor_does_one_from_a_sub_folder() -> Result<()> {
    check_addresses("a/b/").await
}

#[tokio::test]
async fn the_first_page_leads_to_what_an_older_address_is_about() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.open("?framework=two-areas").await?;
    person.wait_until("location.pathname === '/f/two-areas/'").await?;
    person.open("?across").await?;
    person.wait_until("location.pathname === '/across/'").await?;
    person.leave().await
}

#[tokio::test]
async fn a_writer_chooses_sees_and_copies_a_snippet() -> Result<()> {
    let person = Person::arrive(1200, 900).await?;
    person.open("embed/").await?;
    person.allow_clipboard().await?;
    let live = "document.querySelectorAll('iframe')[0].contentDocument.querySelector('next-rung')?.shadowRoot?.querySelector('.shown')";
    person.wait_until(live).await?;
    person.find(".//label[contains(., 'The 3 Stages of a Product Manager')]").await?.click().await?;
    person.find(".//label[normalize-space()='Dark']").await?.click().await?;
    person.press("Copy").await?;
    person.see("Copied.").await?;
    let snippet = person.clipboard().await?;
    assert!(snippet.starts_with("<next-rung framework=\"three-stages\" theme=\"dark\""), "{snippet}");
    assert!(snippet.contains("/f/three-stages/card.png\""), "{snippet}");
    assert!(snippet.contains("Find your stage in 2 minutes</a>"), "{snippet}");
    assert!(snippet.contains("/embed/v1.js\" data-cfasync=\"false\""), "{snippet}");
    let previewed = "[...document.querySelectorAll('iframe')].every(({ contentDocument }) => {
        const element = contentDocument.querySelector('next-rung');
        return element?.framework === 'three-stages' && element.theme === 'dark';
    })";
    person.wait_until(previewed).await?;

    person.find(".//label[contains(., 'The address only')]").await?.click().await?;
    person.press("Copy").await?;
    person.wait_until("document.querySelector('textarea').value.endsWith('/f/three-stages/')").await?;
    person.leave().await
}
