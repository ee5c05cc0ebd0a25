//! Keeping, sharing and comparing a result: what a reader does after the last card, and what can go wrong.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::Person;
use next_rung::assessment::answers::{Answers, Rating, Subject};
use next_rung::assessment::framework::{Framework, IndicatorIndex};
use next_rung::formats::framework_file;
use next_rung::formats::share_link;
use next_rung::words::{ENGLISH, ENGLISH_COMPARISON, ENGLISH_RESULT};
use thirtyfour::common::print::{PrintPage, PrintParameters};

use Rating::{Consistently, NotYet, Sometimes};

const DESK: (u32, u32) = (1200, 900);
/// The width of A4 in CSS pixels.
const PAPER: u32 = 794;
/// Ratings given in turn, statement by statement.
const MINE: &[Rating] = &[Consistently, Consistently, Consistently, Sometimes, Consistently, NotYet];
const THEIRS: &[Rating] = &[Sometimes, Consistently, Consistently, Consistently];
/// The reader's own answers in `clarity`, as the tab stores them.
const DRAFT: &str = "sessionStorage.getItem('next-rung.draft.1.clarity.0')";
/// The remembered results, as the device stores them.
const HISTORY: &str = "localStorage.getItem('next-rung.history.1')";

/// The visible content of a result.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    headline: String,
    /// The corners of each result's outline in the radar.
    outlines: Vec<String>,
    /// The competencies to work on next.
    focus: Vec<String>,
}

async fn arrive() -> Result<Person> {
    Person::arrive(DESK.0, DESK.1).await
}

fn framework(id: &str) -> Result<Framework> {
    let path = format!("{}/../../frameworks/{id}.json", env!("CARGO_MANIFEST_DIR"));
    Ok(framework_file::read(&fs::read_to_string(path)?)?)
}

/// Returns the fragment of a link to a result in which these ratings are given in turn.
fn link(id: &str, subject: Subject, ratings: &[Rating]) -> Result<String> {
    let framework = framework(id)?;
    let mut answers = Answers::none(&framework);
    for index in 0..framework.indicators.len() {
        answers.rate(IndicatorIndex(index), Some(ratings[index % ratings.len()]));
    }
    Ok(share_link::fragment(&[share_link::encode(&framework, subject, &answers)]))
}

/// Shows a person's own result, in which these ratings are given in turn.
async fn show_own(person: &Person, id: &str, ratings: &[Rating]) -> Result<Seen> {
    person.open(&format!("f/{id}/#{}", link(id, Subject::Oneself, ratings)?)).await?;
    person.press("These are my answers: go on with them").await?;
    person.find_button("Start over").await?;
    person.open(&format!("f/{id}/")).await?;
    person.wait_until("location.hash === ''").await?;
    person.find_button("Start over").await?;
    seen(person).await
}

/// Opens a link to somebody's result in the tab.
async fn open_theirs(person: &Person, id: &str) -> Result<Seen> {
    person.open(&format!("f/{id}/#{}", link(id, Subject::Oneself, THEIRS)?)).await?;
    person.see("Shared with you").await?;
    seen(person).await
}

/// Takes `clarity` by hand, with something left to work on.
async fn take_clarity(person: &Person) -> Result<Seen> {
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Skip this").await?;
    person.show_all_but_the_last("Not yet").await?;
    seen(person).await
}

async fn seen(person: &Person) -> Result<Seen> {
    Ok(Seen {
        headline: person.heading().await?,
        outlines: outlines(person).await?,
        focus: texts(person, ".focus__name").await?,
    })
}

async fn outlines(person: &Person) -> Result<Vec<String>> {
    list(person, "[...root.querySelectorAll('.radar__you, .radar__second')].map((each) => each.getAttribute('points'))")
        .await
}

/// Returns the texts of all elements that match a selector.
async fn texts(person: &Person, selector: &str) -> Result<Vec<String>> {
    list(person, &format!("[...root.querySelectorAll('{selector}')].map((each) => each.textContent.trim())")).await
}

/// Returns the list of texts that an expression of a script evaluates to.
async fn list(person: &Person, expression: &str) -> Result<Vec<String>> {
    let found = person.script(&format!("return {expression}")).await?;
    let texts = found.as_array().context("no list")?.iter();
    Ok(texts.map(|text| text.as_str().unwrap_or_default().to_owned()).collect())
}

/// Returns the text that an expression of a script evaluates to.
async fn text(person: &Person, expression: &str) -> Result<String> {
    let found = person.script(&format!("return {expression}")).await?;
    Ok(found.as_str().with_context(|| format!("{expression} is {found}"))?.to_owned())
}

/// Returns today's date in the browser's time zone.
async fn today(person: &Person) -> Result<String> {
    // Swedish dates have the same format as those in file names.
    text(person, "new Date().toLocaleDateString('sv')").await
}

async fn is_true(person: &Person, condition: &str) -> Result<bool> {
    Ok(person.script(&format!("return Boolean({condition})")).await? == true)
}

// Links.

#[tokio::test]
async fn a_link_shows_the_same_result_in_another_browser() -> Result<()> {
    let first = arrive().await?;
    first.allow_clipboard().await?;
    let own = take_clarity(&first).await?;
    assert!(!own.focus.is_empty(), "there is something to work on");
    first.press("Copy link").await?;
    first.see("Link copied.").await?;
    let link = first.clipboard().await?;
    first.leave().await?;

    let second = arrive().await?;
    second.driver.goto(&link).await?;
    second.see("Shared with you").await?;
    assert_eq!(seen(&second).await?, own);
    assert_eq!(texts(&second, "input[type=radio], .answers__card").await?, <[String; 0]>::default());
    for change in ["Start over", "Answer everything", "Next"] {
        assert!(!second.has_button(change).await?, "{change} would change answers of somebody else");
    }
    second.press("Take it yourself").await?;
    second.find_button("Begin").await?;
    second.leave().await
}

/// Copies a link with the clipboard replaced by a script.
async fn check_copy_by_hand(clipboard: &str) -> Result<()> {
    let person = arrive().await?;
    person.prepare_pages(clipboard).await?;
    let own = show_own(&person, "clarity", MINE).await?;
    person.press("Copy link").await?;
    person.see(ENGLISH_RESULT.copy_by_hand).await?;
    let link = person.find(".//*[@role='status']//p[@class='link']").await?.text().await?;
    person.driver.goto(&link).await?;
    person.see("Shared with you").await?;
    assert_eq!(seen(&person).await?, own);
    person.leave().await
}

#[tokio::test]
async fn a_link_can_be_copied_by_hand_where_the_clipboard_refuses() -> Result<()> {
    check_copy_by_hand("navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))")
        .await
}

#[tokio::test]
async fn a_link_can_be_copied_by_hand_where_there_is_no_clipboard() -> Result<()> {
    check_copy_by_hand("Object.defineProperty(navigator, 'clipboard', { value: undefined })").await
}

/// Opens an address that was changed on its way, and checks that the result is shown on the intended page.
async fn check_opens(person: &Person, address: &str, page: &str) -> Result<()> {
    person.open("f/two-areas/").await?;
    person.open(address).await?;
    person.wait_until(&format!("location.pathname === '{page}'")).await?;
    person.see("Shared with you").await
}

#[tokio::test]
async fn what_gateways_and_redirects_do_to_an_address_is_undone() -> Result<()> {
    let person = arrive().await?;
    let link = link("clarity", Subject::Oneself, THEIRS)?;
    let encoded = link.replace('=', "%3D");
    let twice = encoded.replace('%', "%25");
    for folder in ["", "a/b/"] {
        let page = format!("/{folder}f/clarity/");
        check_opens(&person, &format!("{folder}f/clarity/#{encoded}"), &page).await?;
        check_opens(&person, &format!("{folder}f/clarity/#{twice}"), &page).await?;
        // The server has no such page, so 404.html redirects.
        check_opens(&person, &format!("{folder}f/clarity/%23{link}"), &page).await?;
        check_opens(&person, &format!("{folder}f/clarity/%2523{twice}"), &page).await?;
        check_opens(&person, &format!("{folder}f/clarity/index.html/%23{link}"), &page).await?;
    }
    person.leave().await
}

#[tokio::test]
async fn an_address_that_means_no_page_says_so_and_leads_home() -> Result<()> {
    let person = arrive().await?;
    person.open("a/b/f/no-such-framework/").await?;
    person.see("There is no page at this address").await?;
    person.find(".//a[normalize-space()='All frameworks'][@href='/a/b/']").await?;
    person.leave().await
}

#[tokio::test]
async fn a_link_names_the_page_and_not_the_subscriber() -> Result<()> {
    let person = arrive().await?;
    person.allow_clipboard().await?;
    let link = link("clarity", Subject::Oneself, THEIRS)?;
    person.open(&format!("f/clarity/?mc_eid=0123456789&theme=dark#{link}")).await?;
    let page = text(&person, "location.origin").await? + "/f/clarity/";
    person.press("These are my answers: go on with them").await?;
    person.press("Copy link").await?;
    person.see("Link copied.").await?;
    let copied = person.clipboard().await?;
    assert_eq!(copied.split('#').next(), Some(page.as_str()));
    person.leave().await
}

/// Takes `clarity` in a host page that keeps links to itself, and returns the address before the fragment.
async fn address_on_a_host(query: &str, head: &str) -> Result<String> {
    let person = arrive().await?;
    person.allow_clipboard().await?;
    let script = format!(
        "addEventListener('DOMContentLoaded', () => {{ document.head.insertAdjacentHTML('beforeend', `{head}`);
            document.querySelector('next-rung').share = 'hash'; }})"
    );
    person.prepare_pages(&script).await?;
    let link = link("clarity", Subject::Oneself, THEIRS)?;
    person.open(&format!("pages/plain.html{query}#{link}")).await?;
    person.script("document.querySelector('next-rung').reveal = 'eager'").await?;
    person.press("These are my answers: go on with them").await?;
    person.press("Copy link").await?;
    person.see("Link copied.").await?;
    let copied = person.clipboard().await?;
    person.leave().await?;
    let (address, _) = copied.split_once('#').context("a link has a fragment")?;
    Ok(address.split_once("/pages/").map_or(address, |(_, page)| page).to_owned())
}

#[tokio::test]
async fn a_link_to_a_host_keeps_what_names_the_page_and_no_tracking() -> Result<()> {
    let address = address_on_a_host("?p=123&mc_eid=0123456789&utm_source=mail", "").await?;
    assert_eq!(address, "plain.html?p=123");
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_host_takes_its_canonical_address() -> Result<()> {
    let head = "<link rel=\"canonical\" href=\"/pages/article\">";
    assert_eq!(address_on_a_host("?p=123", head).await?, "article");
    Ok(())
}

#[tokio::test]
async fn a_link_of_somebody_else_leaves_a_half_done_assessment_as_it_is() -> Result<()> {
    let person = arrive().await?;
    person.open_framework("clarity").await?;
    person.press("Begin").await?;
    person.press("Skip this").await?;
    let statement = person.find(".//legend").await?.text().await?;
    person.rate(&statement, "Sometimes").await?;
    let (card, kept) = (person.place().await?, text(&person, DRAFT).await?);

    let fragment = link("clarity", Subject::Oneself, THEIRS)?;
    person.script(&format!("location.hash = '#{fragment}'")).await?;
    person.see("Shared with you").await?;
    person.press("Back to my answers").await?;
    assert!(person.has_rated(&statement, "Sometimes").await?);
    assert_eq!(person.place().await?, card);
    assert_eq!(text(&person, DRAFT).await?, kept);
    person.leave().await
}

/// Presses "Share…" in a browser that answers as the script says.
async fn share(answer: &str) -> Result<Person> {
    let person = arrive().await?;
    let script = format!(
        "window.copies = 0;
        const write = navigator.clipboard.writeText.bind(navigator.clipboard);
        navigator.clipboard.writeText = (text) => {{ window.copies += 1; return write(text); }};
        navigator.share = () => {{ window.isAsked = true; return {answer}; }}"
    );
    person.prepare_pages(&script).await?;
    person.allow_clipboard().await?;
    show_own(&person, "clarity", MINE).await?;
    person.press("Share…").await?;
    person.wait_until("window.isAsked").await?;
    Ok(person)
}

#[tokio::test]
async fn a_link_that_cannot_be_shared_is_copied() -> Result<()> {
    let person = share("Promise.reject(new DOMException('', 'NotAllowedError'))").await?;
    person.see(ENGLISH_RESULT.link_copied).await?;
    assert!(person.clipboard().await?.contains("#r=1.clarity."));
    person.leave().await
}

#[tokio::test]
async fn a_reader_who_closes_the_list_of_apps_has_changed_their_mind() -> Result<()> {
    let person = share("Promise.reject(new DOMException('', 'AbortError'))").await?;
    assert_eq!(person.script("return copies").await?, 0, "nothing is copied unasked");
    assert_eq!(texts(&person, ".done p").await?, <[String; 0]>::default());
    person.leave().await
}

// Comparisons.

/// Checks that a comparison is on screen: one radar with these outlines, and a table with the largest difference first.
async fn check_comparison(person: &Person, expected: [&Seen; 2]) -> Result<()> {
    person.wait_until("root.querySelector('.radar__second')").await?;
    assert_eq!(person.heading().await?, "Two results side by side");
    assert_eq!(outlines(person).await?, expected.map(|seen| seen.outlines[0].clone()));
    assert_eq!(texts(person, "svg[role=img]").await?.len(), 1, "one radar shows both");
    let headlines = expected.map(|seen| &seen.headline);
    for headline in headlines {
        person.see(headline).await?;
    }

    let verdicts = texts(person, ".verdict").await?;
    let ranks = verdicts.iter().map(|verdict| match verdict.split([' ', ':']).next() {
        Some("Two" | "Shown") => Ok(0),
        Some("One") => Ok(1),
        Some("Agree" | "May") => Ok(2),
        Some("Nothing") => Ok(3),
        _ => Err(anyhow::anyhow!("{verdict:?} is no verdict")),
    });
    let ranks = ranks.collect::<Result<Vec<_>>>()?;
    assert!(ranks.is_sorted(), "the largest difference is not first: {verdicts:?}");
    let competencies = texts(person, ".table--comparison tbody th").await?;
    assert_eq!(verdicts.len(), competencies.len(), "each competency has its verdict");

    person.find(".//h2[normalize-space()='Three questions to talk about']").await?;
    let questions = texts(person, "[data-comparison] ol:not(.radar__names) > li").await?;
    assert_eq!(questions.len(), 3);
    Ok(())
}

#[tokio::test]
async fn ones_own_result_stands_beside_that_of_a_link() -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "competency-grid", MINE).await?;
    let theirs = open_theirs(&person, "competency-grid").await?;
    person.press("Compare with mine").await?;
    check_comparison(&person, [&own, &theirs]).await?;
    let verdicts = texts(&person, ".verdict").await?;
    assert!(verdicts.iter().any(|verdict| *verdict != verdicts[0]), "these two differ in more than one way");
    person.press("Back").await?;
    person.find_button("Start over").await?;
    assert_eq!(seen(&person).await?, own);
    person.leave().await
}

#[tokio::test]
async fn two_results_in_one_address_are_compared() -> Result<()> {
    let person = arrive().await?;
    let mine = link("clarity", Subject::Oneself, MINE)?;
    person.open(&format!("f/clarity/#{mine}")).await?;
    person.see("Shared with you").await?;
    let first = seen(&person).await?;
    let second = open_theirs(&person, "clarity").await?;

    person.open(&format!("#{mine}&{}", link("clarity", Subject::Oneself, THEIRS)?)).await?;
    check_comparison(&person, [&first, &second]).await?;
    person.press("Back").await?;
    person.find_button("Begin").await?;
    person.leave().await
}

#[tokio::test]
async fn a_comparison_is_shared_as_one_link() -> Result<()> {
    let first = arrive().await?;
    first.allow_clipboard().await?;
    let own = show_own(&first, "clarity", MINE).await?;
    let theirs = open_theirs(&first, "clarity").await?;
    first.press("Compare with mine").await?;
    check_comparison(&first, [&own, &theirs]).await?;
    first.press("Copy link").await?;
    first.see("Link copied.").await?;
    let link = first.clipboard().await?;
    first.leave().await?;

    let second = arrive().await?;
    second.driver.goto(&link).await?;
    check_comparison(&second, [&own, &theirs]).await?;
    second.leave().await
}

#[tokio::test]
async fn a_pasted_link_is_compared() -> Result<()> {
    let person = arrive().await?;
    let theirs = open_theirs(&person, "clarity").await?;
    let own = show_own(&person, "clarity", MINE).await?;
    person.unfold(ENGLISH.at_hand).await?;
    person.paste("Paste the link to a result", "no link at all").await?;
    person.see(ENGLISH.no_link).await?;
    let message = format!(" Here it is: https://example.org/#{}.", link("clarity", Subject::Oneself, THEIRS)?);
    person.paste("Paste the link to a result", &message).await?;
    check_comparison(&person, [&own, &theirs]).await?;
    person.leave().await
}

// A second view.

#[tokio::test]
async fn a_second_view_comes_back_to_be_compared() -> Result<()> {
    let first = arrive().await?;
    first.allow_clipboard().await?;
    let own = show_own(&first, "clarity", MINE).await?;
    first.press("Ask for a second view").await?;
    first.see(ENGLISH_RESULT.invitation_copied).await?;
    let invitation = first.clipboard().await?;

    let second = arrive().await?;
    second.allow_clipboard().await?;
    second.driver.goto(&invitation).await?;
    second.see(ENGLISH.second_view_start).await?;
    second.press("Begin").await?;
    second.see("Competency 1 of 4").await?;
    let statements = second.place().await?;
    let words: Vec<_> = statements.split(|letter: char| !letter.is_alphanumeric()).collect();
    assert!(words.contains(&"They"), "{statements}");
    assert!(!words.iter().any(|word| ["I", "my", "me"].contains(word)), "{statements}");
    second.show_all_but_the_last("Not yet").await?;
    let view = seen(&second).await?;
    assert!(!second.has_button("Ask for a second view").await?);
    second.press("Copy link").await?;
    second.see("Link copied.").await?;
    let answer = second.clipboard().await?;
    second.leave().await?;

    first.driver.goto(&answer).await?;
    first.see("A second view of your work").await?;
    assert_eq!(seen(&first).await?.outlines, view.outlines);
    assert!(!first.has_button("These are my answers: go on with them").await?, "a view is nobody's own answers");
    first.press("Compare with mine").await?;
    check_comparison(&first, [&own, &view]).await?;
    first.leave().await
}

#[tokio::test]
async fn a_second_view_stays_apart_from_ones_own_answers() -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "clarity", MINE).await?;
    let kept = text(&person, DRAFT).await?;
    person.script("location.hash = '#second-view'").await?;
    person.see(ENGLISH.second_view_start).await?;
    person.press("Begin").await?;
    person.show_everything().await?;
    assert_ne!(seen(&person).await?.outlines, own.outlines);

    assert_eq!(text(&person, DRAFT).await?, kept);
    person.open("f/clarity/").await?;
    person.wait_until("location.hash === ''").await?;
    person.find_button("Start over").await?;
    assert_eq!(seen(&person).await?, own);
    person.leave().await
}

// Files.

/// Downloads a file of the result on screen, whose name contains framework and date, and returns its bytes.
async fn download(person: &Person, id: &str, button: &str, extension: &str) -> Result<Vec<u8>> {
    let folder = tempfile::tempdir()?;
    let before = today(person).await?;
    let path = person.download(button, folder.path()).await?;
    person.see(ENGLISH_RESULT.saved).await?;
    let name = path.file_name().context("a file has a name")?.to_string_lossy().into_owned();
    // Midnight may have passed.
    let names = [before, today(person).await?].map(|date| format!("next-rung-{id}-{date}.{extension}"));
    assert!(names.contains(&name), "{name}");
    Ok(fs::read(path)?)
}

async fn download_text(person: &Person, id: &str, button: &str, extension: &str) -> Result<String> {
    Ok(String::from_utf8(download(person, id, button, extension).await?)?)
}

#[tokio::test]
async fn the_saved_radar_is_the_one_on_screen() -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "competency-grid", MINE).await?;
    let svg = download_text(&person, "competency-grid", "Radar (SVG)", "svg").await?;
    let drawing = roxmltree::Document::parse(&svg)?;
    let outline = drawing.descendants().find(|node| node.attribute("id") == Some("you")).context("no outline")?;
    assert_eq!(outline.attribute("points"), Some(own.outlines[0].as_str()));

    let render = format!(
        "return (async () => {{ const image = new Image();
            image.src = URL.createObjectURL(new Blob([{}], {{ type: 'image/svg+xml' }}));
            await image.decode();
            return Math.min(image.naturalWidth, image.naturalHeight); }})()",
        serde_json::to_string(&svg)?
    );
    let side = person.script(&render).await?.as_f64().context("no size")?;
    assert!(side > 0.0, "the drawing shows nothing");
    person.leave().await
}

#[tokio::test]
async fn the_saved_picture_has_the_size_of_a_share_card_at_twice_the_density() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "clarity", MINE).await?;
    let picture = download(&person, "clarity", "Picture", "png").await?;
    assert_eq!(picture.get(..8), Some(b"\x89PNG\r\n\x1a\n".as_slice()));
    let number = |at: usize| u32::from_be_bytes([picture[at], picture[at + 1], picture[at + 2], picture[at + 3]]);
    assert_eq!((number(16), number(20)), (2400, 1260), "width and height stand in its header");
    person.leave().await
}

#[tokio::test]
async fn saved_data_opens_as_the_same_result_in_another_browser() -> Result<()> {
    let first = arrive().await?;
    let own = show_own(&first, "clarity", MINE).await?;
    let folder = tempfile::tempdir()?;
    let file = first.download("Data (JSON)", folder.path()).await?;
    let data: serde_json::Value = serde_json::from_slice(&fs::read(&file)?)?;
    assert_eq!(data["headline"], own.headline.as_str());
    first.leave().await?;

    let second = arrive().await?;
    assert_ne!(open_theirs(&second, "clarity").await?, own);
    second.unfold(ENGLISH.at_hand).await?;
    second.choose_file("Open a result saved as data", &file).await?;
    second.see("From a file").await?;
    assert_eq!(seen(&second).await?, own);
    second.leave().await
}

#[tokio::test]
async fn the_name_of_saved_data_says_framework_and_date() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "three-stages", MINE).await?;
    download_text(&person, "three-stages", "Data (JSON)", "json").await?;
    person.leave().await
}

#[tokio::test]
async fn saved_data_opens_before_anything_is_answered() -> Result<()> {
    let first = arrive().await?;
    let own = show_own(&first, "clarity", MINE).await?;
    let folder = tempfile::tempdir()?;
    let file = first.download("Data (JSON)", folder.path()).await?;
    first.leave().await?;

    let second = arrive().await?;
    second.open_framework("clarity").await?;
    second.find(&format!(".//summary[normalize-space()='{}']", ENGLISH.has_result)).await?.click().await?;
    second.choose_file("Open a result saved as data", &file).await?;
    second.see("From a file").await?;
    assert_eq!(seen(&second).await?, own);
    second.leave().await
}

#[tokio::test]
async fn a_file_that_holds_no_result_is_said_plainly() -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "clarity", MINE).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("photo.json");
    fs::write(&file, b"\xff\xd8\xff no result")?;
    person.unfold(ENGLISH.at_hand).await?;
    person.choose_file("Open a result saved as data", &file).await?;
    person.see(ENGLISH.file_unreadable).await?;
    assert_eq!(seen(&person).await?, own);
    person.leave().await
}

#[tokio::test]
async fn the_growth_plan_holds_everything_to_work_on() -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "competency-grid", MINE).await?;
    let statements = texts(&person, ".focus__entry .statements li").await?;
    assert!(!own.focus.is_empty() && !statements.is_empty(), "there is something to work on");
    // Characters with a meaning in Markdown are escaped by a backslash.
    let plan = download_text(&person, "competency-grid", "Growth plan (Markdown)", "md").await?.replace('\\', "");
    assert!(plan.contains(&own.headline));
    let has_line = |start: &str| plan.lines().any(|line| line.starts_with(start));
    for name in &own.focus {
        assert!(has_line(&format!("### {name}")), "{name} is not in the plan:\n{plan}");
    }
    for statement in &statements {
        assert!(has_line(&format!("- [ ] {statement}")), "{statement} is not in the plan:\n{plan}");
    }
    person.leave().await
}

#[tokio::test]
async fn the_spreadsheet_has_one_row_for_each_statement() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "clarity", MINE).await?;
    let table = download_text(&person, "clarity", "Spreadsheet (CSV)", "csv").await?;
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let column = reader.headers()?.iter().position(|title| title == ENGLISH_RESULT.statement_id).context("no ids")?;
    let rows = reader.records().collect::<Result<Vec<_>, _>>()?;
    let found: Vec<_> = rows.iter().filter_map(|row| row.get(column)).collect();
    let framework = framework("clarity")?;
    let expected: Vec<_> = framework.indicators.iter().map(|indicator| indicator.id.as_str()).collect();
    assert_eq!(found, expected);
    person.leave().await
}

#[tokio::test]
async fn a_file_that_cannot_be_made_is_said_plainly() -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "clarity", MINE).await?;
    person.block(&["*/split_files*.wasm"]).await?;
    person.press("Picture").await?;
    person.see(ENGLISH_RESULT.not_saved).await?;
    assert_eq!(seen(&person).await?, own);
    person.leave().await
}

#[tokio::test]
async fn a_saved_picture_is_shown_as_well() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "clarity", MINE).await?;
    download(&person, "clarity", "Picture", "png").await?;
    person.see(ENGLISH_RESULT.picture_saved).await?;
    person.wait_until("root.querySelector('img.picture')?.naturalWidth === 2400").await?;
    person.leave().await
}

/// Presses "Picture" in a browser with a faulty canvas.
async fn check_drawing_instead(canvas: &str) -> Result<()> {
    let person = arrive().await?;
    person.prepare_pages(canvas).await?;
    show_own(&person, "clarity", MINE).await?;
    let folder = tempfile::tempdir()?;
    let drawing = person.download("Picture", folder.path()).await?;
    person.see(ENGLISH_RESULT.drawing_saved).await?;
    assert_eq!(drawing.extension().and_then(|extension| extension.to_str()), Some("svg"));
    assert!(fs::read_to_string(&drawing)?.starts_with("<svg"));
    person.leave().await
}

#[tokio::test]
async fn a_canvas_that_gives_noise_is_not_saved() -> Result<()> {
    let noise = "{ const read = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...place) {
            const image = read.apply(this, place);
            crypto.getRandomValues(image.data);
            return image;
        } }";
    check_drawing_instead(noise).await
}

#[tokio::test]
async fn a_canvas_that_gives_no_picture_is_replaced_by_a_drawing() -> Result<()> {
    check_drawing_instead("HTMLCanvasElement.prototype.toBlob = function (done) { done(null); }").await
}

// Paper.

/// Prints a result on A4 and checks that it takes at most this many pages.
async fn check_pages(id: &str, at_most: usize) -> Result<()> {
    let person = arrive().await?;
    show_own(&person, id, MINE).await?;
    let a4 = PrintPage { width: 21.0, height: 29.7 };
    let paper = person.driver.print_page(PrintParameters { page: a4, ..PrintParameters::default() }).await?;
    person.leave().await?;
    // Chromium writes the structure of a page uncompressed.
    let text = String::from_utf8_lossy(&paper);
    let pages = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    assert!((1..=at_most).contains(&pages), "{id} takes {pages} pages, not 1 to {at_most}");
    Ok(())
}

#[tokio::test]
async fn a_short_framework_prints_on_two_pages() -> Result<()> {
    check_pages("clarity", 2).await
}

#[tokio::test]
async fn the_largest_framework_prints_on_three_pages() -> Result<()> {
    check_pages("competency-grid", 3).await
}

/// Views a result as it is on paper.
async fn check_paper(id: &str) -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, id, MINE).await?;
    let sheet = serde_json::json!({ "width": PAPER, "height": 1123, "deviceScaleFactor": 1, "mobile": false });
    person.devtools("Emulation.setDeviceMetricsOverride", sheet).await?;
    person.devtools("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await?;
    person.wait_until(&format!("matchMedia('print').matches && innerWidth === {PAPER}")).await?;

    let shown = "[root, document].flatMap((tree) => [...tree.querySelectorAll('SELECTOR')])
        .filter((each) => each.checkVisibility({ visibilityProperty: true })).map((each) => each.textContent.trim())";
    let shown = |selector: &str| shown.replace("SELECTOR", selector);
    assert_eq!(list(&person, &shown("svg[role=img]")).await?.len(), 1, "one radar");
    let controls = list(&person, &shown("button, input, textarea, select, .more > summary")).await?;
    assert!(controls.is_empty(), "nothing can be pressed on paper: {controls:?}");
    assert_eq!(list(&person, &shown("[data-heading]")).await?, [own.headline]);
    assert_eq!(list(&person, &shown(".focus__name")).await?, own.focus);

    let cut = "[root, document].flatMap((tree) => [...tree.querySelectorAll('*:not(svg *)')])
        .filter((each) => each.checkVisibility() && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
        .map((each) => `${each.tagName} ${each.className}: ${each.textContent.trim().slice(0, 60)}`)";
    let cut = list(&person, cut).await?;
    assert!(cut.is_empty(), "these are wider than their room: {cut:?}");
    let outside = "(() => { const inside = root.querySelector('svg[role=img]').getBoundingClientRect();
        const shown = [...root.querySelectorAll('svg[role=img] text')].filter((each) => each.getClientRects().length > 0);
        return shown.filter((each) => {
            const text = each.getBoundingClientRect();
            return text.left < inside.left - 1 || text.right > inside.right + 1
                || text.top < inside.top - 1 || text.bottom > inside.bottom + 1;
        }).map((each) => each.textContent); })()";
    let outside = list(&person, outside).await?;
    assert!(outside.is_empty(), "these labels leave the radar: {outside:?}");
    person.leave().await
}

#[tokio::test]
async fn a_short_framework_is_a_clean_report_on_paper() -> Result<()> {
    check_paper("clarity").await
}

#[tokio::test]
async fn the_largest_framework_is_a_clean_report_on_paper() -> Result<()> {
    check_paper("competency-grid").await
}

/// Notes the parts of a result and of a comparison that are in a page before their styles.
const NOTE_UNSTYLED: &str = "window.unstyled = [];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        new MutationObserver(() => {
            for (const each of root.querySelectorAll('.fold, .table__sides > th')) {
                const { borderBlockStartWidth, paddingBlockEnd } = getComputedStyle(each);
                const isStyled = each.matches('.fold') ? borderBlockStartWidth === '1px' : paddingBlockEnd === '0px';
                if (!isStyled) window.unstyled.push(each.className || each.tagName);
            }
        }).observe(root, { childList: true, subtree: true });
        return root;
    };";

#[tokio::test]
async fn a_result_and_a_comparison_have_their_styles_when_they_are_drawn() -> Result<()> {
    let person = arrive().await?;
    person.prepare_pages(NOTE_UNSTYLED).await?;
    // Slow enough for the browser to paint during Yew's work.
    person.devtools("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 20 })).await?;
    show_own(&person, "clarity", MINE).await?;
    assert_eq!(list(&person, "unstyled").await?, Vec::<String>::new(), "in one's own result");
    open_theirs(&person, "clarity").await?;
    assert_eq!(list(&person, "unstyled").await?, Vec::<String>::new(), "in a result that was brought");
    person.press("Compare with mine").await?;
    person.see(ENGLISH_COMPARISON.comparison).await?;
    assert_eq!(list(&person, "unstyled").await?, Vec::<String>::new(), "in a comparison");
    person.leave().await
}

// Remembered results.

/// Returns the result of a day in the list of results at hand.
fn remembered(date: &str, button: &str) -> String {
    format!(".//ul[@class='at-hand']/li[strong[contains(., '{date}')]]//button[normalize-space()='{button}']")
}

async fn press_for(person: &Person, date: &str, button: &str) -> Result<()> {
    let button = person.find(&remembered(date, button)).await?;
    button.scroll_into_view().await?;
    Ok(button.click().await?)
}

/// Returns the keys of everything that we store, in the tab and on the device.
async fn kept_keys(person: &Person) -> Result<Vec<String>> {
    list(
        person,
        "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith('next-rung.'))",
    )
    .await
}

async fn forget_everything(person: &Person) -> Result<()> {
    person.press("Forget everything").await?;
    person.see(ENGLISH.forget_sure).await?;
    person.press("Yes, forget everything").await?;
    person.find_button("Begin").await.map(|_| ())
}

async fn return_to(profile: &Path) -> Result<Person> {
    Person::return_to(profile, DESK.0, DESK.1).await
}

#[tokio::test]
async fn a_remembered_result_is_there_after_a_restart() -> Result<()> {
    let profile = tempfile::tempdir()?;
    let person = return_to(profile.path()).await?;
    let then = show_own(&person, "clarity", THEIRS).await?;
    let date = today(&person).await?;
    person.press("Remember on this device").await?;
    person.see("Remembered on this device.").await?;
    person.leave().await?;

    // The browser has ended and starts again with the same folder, so what only the tab stored is gone.
    let person = return_to(profile.path()).await?;
    person.open_framework("clarity").await?;
    press_for(&person, &date, "Open").await?;
    person.see(ENGLISH_RESULT.remembered_on_hint).await?;
    assert_eq!(seen(&person).await?, then);

    let now = show_own(&person, "clarity", MINE).await?;
    press_for(&person, &date, "Compare").await?;
    person.press("Compare with this").await?;
    check_comparison(&person, [&then, &now]).await?;
    person.press("Back").await?;
    press_for(&person, &date, "Delete").await?;
    person.wait_until("root.querySelectorAll('.at-hand > li').length === 1").await?;
    person.leave().await?;

    let person = return_to(profile.path()).await?;
    person.open_framework("clarity").await?;
    assert!(!is_true(&person, "root.querySelector('.at-hand')").await?, "what was deleted stays away");
    person.leave().await
}

#[tokio::test]
async fn nothing_is_remembered_without_being_asked() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "clarity", MINE).await?;
    assert_eq!(person.script("return localStorage.length").await?, 0);
    person.leave().await
}

#[tokio::test]
async fn forget_everything_leaves_nothing() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "three-stages", MINE).await?;
    let own = show_own(&person, "clarity", MINE).await?;
    person.press("Remember on this device").await?;
    person.see("Remembered on this device.").await?;
    person.press("Forget everything").await?;
    person.press("No, keep them").await?;
    assert_eq!(seen(&person).await?, own, "who is asked may say no");
    assert!(!kept_keys(&person).await?.is_empty());

    forget_everything(&person).await?;
    assert_eq!(kept_keys(&person).await?, <[String; 0]>::default());
    // Use the start screen for a while.
    for is_open in [true, false, true] {
        person.find(".//summary[normalize-space()='How this framework reads the answers']").await?.click().await?;
        person.wait_until(&format!("root.querySelector('details.more').open === {is_open}")).await?;
    }
    assert_eq!(kept_keys(&person).await?, <[String; 0]>::default());
    assert!(!person.has_button("Forget everything").await?, "there is nothing left to forget");
    person.leave().await
}

#[tokio::test]
async fn forget_everything_leaves_nothing_after_a_reload_either() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "clarity", MINE).await?;
    person.press("Remember on this device").await?;
    person.see("Remembered on this device.").await?;
    forget_everything(&person).await?;
    person.driver.refresh().await?;
    person.find_button("Begin").await?;
    assert_eq!(kept_keys(&person).await?, <[String; 0]>::default());
    person.leave().await
}

/// Asks the device to remember a result although it cannot, and checks that this is reported and that everything else
/// works.
async fn check_not_remembered(person: &Person) -> Result<()> {
    let own = show_own(person, "clarity", MINE).await?;
    person.press("Remember on this device").await?;
    person.see(ENGLISH_RESULT.not_remembered).await?;
    assert_eq!(seen(person).await?, own);
    person.allow_clipboard().await?;
    person.press("Copy link").await?;
    person.see("Link copied.").await
}

#[tokio::test]
async fn where_storage_is_blocked_nothing_is_remembered_and_the_rest_works() -> Result<()> {
    let person = arrive().await?;
    let block = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })";
    person.prepare_pages(block).await?;
    check_not_remembered(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn where_storage_is_full_nothing_is_remembered_and_the_rest_works() -> Result<()> {
    let person = arrive().await?;
    person.open("").await?;
    let fill = "let size = 2 ** 24, number = 0;
        while (size >= 1) {
            try { localStorage.setItem(`other-${number}`, 'x'.repeat(size)); number += 1; } catch { size /= 2; }
        }
        return number;";
    let pieces = person.script(fill).await?.as_u64().unwrap_or_default();
    ensure!(pieces > 0, "nothing could be stored in the first place");
    check_not_remembered(&person).await?;
    person.leave().await
}

/// Returns to a device whose stored results cannot be read.
async fn check_unreadable_history(kept: &str, line: &str) -> Result<()> {
    let person = arrive().await?;
    person.open("").await?;
    person.script(&format!("localStorage.setItem('next-rung.history.1', '{kept}')")).await?;
    person.open_framework("clarity").await?;
    person.see(line).await?;

    show_own(&person, "clarity", MINE).await?;
    person.see(line).await?;
    person.press("Remember on this device").await?;
    person.driver.refresh().await?;
    person.see(line).await?;
    assert_eq!(text(&person, HISTORY).await?, kept, "what cannot be read is not written over");
    forget_everything(&person).await?;
    assert_eq!(kept_keys(&person).await?, <[String; 0]>::default());
    person.leave().await
}

#[tokio::test]
async fn a_broken_history_is_kept_until_it_is_forgotten() -> Result<()> {
    check_unreadable_history("{broken", ENGLISH.history_unreadable).await
}

#[tokio::test]
async fn a_history_of_a_newer_page_is_kept_until_it_is_forgotten() -> Result<()> {
    check_unreadable_history("{\"format\": 99, \"results\": {}}", ENGLISH.history_newer).await
}

// Bad links.

/// Opens a bad link in a tab with the reader's own answers: one line reports it, and nothing else changes.
async fn check_bad_link(fragment: &str, line: &str) -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "clarity", MINE).await?;
    let kept = text(&person, DRAFT).await?;
    person.open(&format!("#{fragment}")).await?;
    person.see(line).await?;
    let said = "[...root.querySelectorAll('.notice > p'), ...document.querySelectorAll('#failure')]
        .filter((each) => each.checkVisibility()).map((each) => each.textContent)";
    assert_eq!(list(&person, said).await?.len(), 1, "one line is enough");
    assert_eq!(text(&person, DRAFT).await?, kept);

    if person.has_button("Close").await? {
        person.press("Close").await?;
    } else {
        person.find(".//a[@href='f/clarity/']").await?.click().await?;
    }
    person.find_button("Start over").await?;
    assert_eq!(seen(&person).await?, own);
    assert_eq!(text(&person, DRAFT).await?, kept);
    person.leave().await
}

#[tokio::test]
async fn a_cut_link_is_said_plainly() -> Result<()> {
    let whole = link("clarity", Subject::Oneself, THEIRS)?;
    check_bad_link(&whole[..whole.len() - 4], ENGLISH.link_damaged).await
}

#[tokio::test]
async fn a_link_cut_within_its_framework_is_said_plainly() -> Result<()> {
    check_bad_link("r=1.clar", "This link is cut off or was changed on its way").await
}

#[tokio::test]
async fn a_link_of_which_next_to_nothing_is_left_is_said_plainly() -> Result<()> {
    check_bad_link("r=", "This link is cut off or was changed on its way").await
}

#[tokio::test]
async fn an_altered_link_is_said_plainly() -> Result<()> {
    let whole = link("clarity", Subject::Oneself, THEIRS)?;
    let (before, after) = whole.rsplit_once('.').context("a link has parts")?;
    let other = if before.ends_with('A') { "B" } else { "A" };
    let altered = format!("{}{other}.{after}", &before[..before.len() - 1]);
    check_bad_link(&altered, ENGLISH.link_damaged).await
}

#[tokio::test]
async fn a_link_of_a_newer_page_is_said_plainly() -> Result<()> {
    check_bad_link("r=2.clarity.1.x.y", ENGLISH.link_newer).await
}

#[tokio::test]
async fn a_link_of_an_unknown_framework_is_said_plainly() -> Result<()> {
    check_bad_link("r=1.nonsense.1.AA.BDfTw5", "it is about a framework that this page does not have").await
}

#[tokio::test]
async fn a_link_of_a_megabyte_is_said_plainly() -> Result<()> {
    check_bad_link(&format!("r=1.clarity.1.{}.BDfTw5", "A".repeat(1_000_000)), ENGLISH.link_damaged).await
}

#[tokio::test]
async fn a_bad_link_in_a_tab_without_answers_leads_to_the_start() -> Result<()> {
    let person = arrive().await?;
    person.open("#r=1.clarity.1.AA.AAAAAA").await?;
    person.see(ENGLISH.link_damaged).await?;
    person.press("Begin").await?;
    person.find_button("Continue").await?;
    person.leave().await
}

/// Opens a good link to which other software added something.
async fn check_shared_ground(added: &str) -> Result<()> {
    let person = arrive().await?;
    let theirs = open_theirs(&person, "clarity").await?;
    person.open(&format!("f/clarity/#{}{added}", link("clarity", Subject::Oneself, THEIRS)?)).await?;
    person.driver.refresh().await?;
    person.see("Shared with you").await?;
    assert_eq!(seen(&person).await?, theirs);
    assert!(!is_true(&person, "root.querySelector('.notice')").await?, "nothing is wrong with it");
    person.leave().await
}

#[tokio::test]
async fn a_secret_of_other_software_after_a_link_does_no_harm() -> Result<()> {
    check_shared_ground("#?secret=abc").await
}

#[tokio::test]
async fn a_text_fragment_after_a_link_does_no_harm() -> Result<()> {
    check_shared_ground(":~:text=Execution").await
}

#[tokio::test]
async fn a_secret_of_other_software_alone_changes_nothing() -> Result<()> {
    let person = arrive().await?;
    let own = show_own(&person, "clarity", MINE).await?;
    let add = "window.isSamePage = true;
        return new Promise((done) => {
            addEventListener('hashchange', () => setTimeout(done));
            location.hash = '#?secret=abc';
        });";
    person.script(add).await?;
    assert!(is_true(&person, "window.isSamePage").await?, "the page stays as it is");
    assert_eq!(seen(&person).await?, own);

    person.driver.refresh().await?;
    person.find_button("Start over").await?;
    assert_eq!(seen(&person).await?, own);
    assert!(!is_true(&person, "root.querySelector('.notice')").await?);
    assert_eq!(text(&person, "location.hash").await?, "#?secret=abc", "it is left alone");
    person.leave().await
}

/// Opens the page that shows several frameworks side by side, and returns its text.
async fn look_across(person: &Person) -> Result<String> {
    person.open("across/").await?;
    person.find(".//*[@data-heading]").await?;
    text(person, "document.querySelector('#across').innerText").await
}

#[tokio::test]
async fn results_in_two_frameworks_stand_side_by_side_in_their_own_words() -> Result<()> {
    let person = arrive().await?;
    let one = show_own(&person, "clarity", MINE).await?;
    assert!(look_across(&person).await?.contains(ENGLISH_COMPARISON.across_too_few), "one is not enough");
    let other = show_own(&person, "three-stages", MINE).await?;

    let page = look_across(&person).await?;
    for seen in [&one, &other] {
        assert!(page.contains(&seen.headline), "{} is not on the page:\n{page}", seen.headline);
        let next = (ENGLISH_COMPARISON.work_on_next)(&seen.focus.join(", "));
        assert!(page.contains(&next), "{next} is not on the page:\n{page}");
    }
    assert_eq!(outlines(&person).await?, [one.outlines, other.outlines].concat());
    assert!(page.contains(ENGLISH_COMPARISON.topics) && page.contains(ENGLISH_COMPARISON.you_are_here));
    person.leave().await
}

#[tokio::test]
async fn a_remembered_result_stands_across_frameworks_too() -> Result<()> {
    let person = arrive().await?;
    let one = show_own(&person, "clarity", MINE).await?;
    person.press("Remember on this device").await?;
    person.see("Remembered on this device.").await?;
    person.script("sessionStorage.clear()").await?;
    let other = show_own(&person, "three-stages", MINE).await?;
    look_across(&person).await?;
    assert_eq!(outlines(&person).await?, [one.outlines, other.outlines].concat());
    person.leave().await
}

#[tokio::test]
async fn the_keyboard_comes_back_to_where_it_was_asked() -> Result<()> {
    let person = arrive().await?;
    show_own(&person, "clarity", MINE).await?;
    person.press("Start over").await?;
    person.wait_until("root.activeElement.textContent === 'No, keep them'").await?;
    person.press("No, keep them").await?;
    person.wait_until("root.activeElement.textContent === 'Start over'").await?;
    person.leave().await
}
