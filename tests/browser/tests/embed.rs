//! Each way of embedding, on a page of its own in `tests/pages/`, driven to its end; and what a host page may rely on.

use anyhow::Result;
use browser_tests::{HELD, Person};
use next_rung::words::{ENGLISH, ENGLISH_RESULT};
use serde_json::{Value, json};

/// Keeps what the page is told, from its first moment: events, errors, and layout shifts that no press explains.
const LISTEN: &str = "window.told = []; window.wrong = []; window.shifts = [];
    for (const name of ['nr-ready', 'nr-progress', 'nr-complete', 'nr-error'])
        addEventListener(name, (event) => told.push({ name, from: event.target.localName, ...event.detail }));
    addEventListener('error', ({ message }) => wrong.push(message));
    addEventListener('unhandledrejection', ({ reason }) => wrong.push(String(reason)));
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => wrong.push(`${violatedDirective} ${blockedURI}`));
    new PerformanceObserver((list) => {
        for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
    }).observe({ type: 'layout-shift', buffered: true });";
/// A condition: the assessment is shown in the poster's place.
const SHOWN: &str = "root.querySelector('.shown')";

/// Opens a page of `tests/pages/` as somebody who looks and listens closely.
async fn open(page: &str) -> Result<Person> {
    open_with(page, "").await
}

/// The same, after a script has changed what the page finds in its browser.
async fn open_with(page: &str, script: &str) -> Result<Person> {
    let person = Person::arrive(1000, 800).await?;
    person.prepare_pages(&format!("{LISTEN}{script}")).await?;
    person.open(&format!("pages/{page}.html")).await?;
    Ok(person)
}

/// Takes `clarity` to its end.
async fn take(person: &Person) -> Result<()> {
    scroll_to(person, "element").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.show_everything().await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    Ok(())
}

async fn scroll_to(person: &Person, what: &str) -> Result<()> {
    person.script(&format!("{what}.scrollIntoView()")).await.map(|_| ())
}

async fn is_true(person: &Person, condition: &str) -> Result<bool> {
    Ok(person.script(&format!("return Boolean({condition})")).await? == true)
}

/// The page was told of nothing that went wrong.
async fn check_quiet(person: &Person) -> Result<()> {
    assert_eq!(person.script("return wrong").await?, json!([]), "something went wrong in the page");
    Ok(())
}

/// Takes the assessment of a page to its end, and nothing goes wrong.
async fn check_taken(page: &str) -> Result<()> {
    let person = open(page).await?;
    take(&person).await?;
    check_quiet(&person).await?;
    person.leave().await
}

// One page for each way of embedding.

#[tokio::test]
async fn on_a_plain_page() -> Result<()> {
    check_taken("plain").await
}

#[tokio::test]
async fn under_a_strict_policy() -> Result<()> {
    check_taken("strict-csp").await
}

#[tokio::test]
async fn where_trusted_types_are_enforced() -> Result<()> {
    check_taken("trusted-types").await
}

#[tokio::test]
async fn with_two_versions_of_the_script() -> Result<()> {
    check_taken("two-versions").await
}

#[tokio::test]
async fn below_a_header_that_stays_every_heading_is_in_sight() -> Result<()> {
    let person = open("sticky").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    // The widget's top is in the window, and below the header.
    person.script("scrollTo(0, element.getBoundingClientRect().top + scrollY - 40)").await?;
    let covered = "return root.querySelector('[data-heading]').getBoundingClientRect().top < 96";
    assert_eq!(person.script(covered).await?, true);
    person
        .script(
            "[...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Skip this card').click()",
        )
        .await?;
    person.see("Competency 2 of 4").await?;
    assert_eq!(person.script(covered).await?, false);
    person.leave().await
}

#[tokio::test]
async fn on_a_dark_page_that_does_not_say_so() -> Result<()> {
    let person = open("dark").await?;
    let color = "return getComputedStyle(root.querySelector('.nr')).color";
    let on_paper = person.within("#on-paper");
    for (place, letters) in [(&person, "rgb(239, 233, 227)"), (&on_paper, "rgb(31, 27, 24)")] {
        place.find_button("Begin").await?;
        assert_eq!(place.script(color).await?, letters);
    }
    person.script("element.theme = 'light'").await?;
    assert_eq!(person.script(color).await?, "rgb(31, 27, 24)", "what the page asks for comes first");
    person.leave().await
}

#[tokio::test]
async fn what_is_printed_from_a_dark_page_is_dark_on_white() -> Result<()> {
    let person = open("dark").await?;
    person.find_button("Begin").await?;
    person.script("element.theme = 'dark'").await?;
    person.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    assert_eq!(person.script("return getComputedStyle(root.querySelector('.nr')).color").await?, "rgb(31, 27, 24)");
    person.leave().await
}

#[tokio::test]
async fn with_a_framework_in_the_element() -> Result<()> {
    let person = open("inline").await?;
    person.allow_clipboard().await?;
    person.find(".//next-rung/a").await?.click().await?;
    person.press("Skip this").await?;
    person.show_everything().await?;
    person.press("Copy link").await?;
    person.see("Link copied.").await?;
    assert!(person.clipboard().await?.contains("/pages/inline.html#r="), "links lead to the host's page");
    check_quiet(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn a_framework_in_the_element_that_is_not_valid_is_said() -> Result<()> {
    let person = open("plain").await?;
    let add = "const next = document.createElement('next-rung');
        next.innerHTML = '<script type=\"application/json\">{ \"format\": 1 }</script><a href=\"../f/clarity/\">Find your level</a>';
        next.id = 'own'; next.reveal = 'eager'; document.body.prepend(next)";
    person.script(add).await?;
    person.wait_until("told.some(({ code }) => code === 'framework-not-valid')").await?;
    person.leave().await
}

#[tokio::test]
async fn by_a_script_that_lost_its_type() -> Result<()> {
    check_taken("classic").await
}

#[tokio::test]
async fn by_a_script_that_is_imported() -> Result<()> {
    let person = open("reference").await?;
    person
        .script(
            "document.body.innerHTML = '<next-rung framework=\"clarity\" reveal=\"eager\"></next-rung>';
            import('/embed/v1.js')",
        )
        .await?;
    take(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn among_hostile_styles() -> Result<()> {
    let person = open("hostile").await?;
    take(&person).await?;
    let looks = "const { fontSize, fontStyle, textTransform, letterSpacing, textAlign, color, width } = getComputedStyle(root.querySelector('.nr'));
        return { fontSize, fontStyle, textTransform, letterSpacing, textAlign, color, isWide: parseFloat(width) > 600 }";
    let expected = json!({ "fontSize": "16px", "fontStyle": "normal", "textTransform": "none", "letterSpacing": "normal",
        "textAlign": "start", "color": "rgb(31, 27, 24)", "isWide": true });
    assert_eq!(person.script(looks).await?, expected);
    person.leave().await
}

#[tokio::test]
async fn ten_share_a_module_and_do_not_disturb_each_other() -> Result<()> {
    let person = open("ten").await?;
    let [first, twin] = ["next-rung", "next-rung:nth-of-type(6)"].map(|selector| person.within(selector));
    scroll_to(&twin, "element").await?;
    twin.press("Begin").await?;
    take(&first).await?;
    assert_eq!(twin.heading().await?, "Your situation", "the other one with this framework is where it was left");
    for number in 1..=10 {
        let one = person.within(&format!("next-rung:nth-of-type({number})"));
        scroll_to(&one, "element").await?;
        one.wait_until(SHOWN).await?;
    }
    let modules = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('_bg')).length";
    assert_eq!(person.script(modules).await?, 1);
    assert_eq!(person.script("return told.filter(({ name }) => name === 'nr-ready').length").await?, 10);
    check_quiet(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn hidden_in_an_accordion_and_then_opened() -> Result<()> {
    let person = open("accordion").await?;
    let files = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))";
    assert!(!is_true(&person, files).await?, "nothing is loaded for what nobody sees");
    person.find(".//summary[normalize-space()='The element']").await?.click().await?;
    take(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn an_iframe_hidden_in_an_accordion_has_its_height_once_opened() -> Result<()> {
    let person = open("accordion").await?;
    person.find(".//summary[normalize-space()='The iframe']").await?.click().await?;
    take_in_frame(&person).await?;
    check_height(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn moved_in_the_page() -> Result<()> {
    let person = open("moved").await?;
    scroll_to(&person, "element").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    let statement = person.find(".//legend").await?.text().await?;
    person.rate(&statement, "Consistently").await?;
    person.press("Move it").await?;
    person.wait_until("element.parentElement.id === 'second'").await?;
    assert!(person.has_rated(&statement, "Consistently").await?, "it is the same assessment");
    take_on(&person).await?;
    assert_eq!(person.script("return told.filter(({ name }) => name === 'nr-ready').length").await?, 1);
    person.leave().await
}

/// Goes on from a card of `clarity` to the end.
async fn take_on(person: &Person) -> Result<()> {
    person.show_everything().await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    Ok(())
}

#[tokio::test]
async fn from_a_sub_folder() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.prepare_pages(LISTEN).await?;
    person.open("a/b/").await?;
    person.find(".//a[normalize-space()='Junior PM vs Mid-level PM vs Senior PM']").await?.click().await?;
    person.wait_until("location.pathname === '/a/b/f/clarity/'").await?;
    take(&person).await?;
    let elsewhere = "return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !name.startsWith(`${location.origin}/a/b/`) && !name.startsWith('data:'))";
    assert_eq!(person.script(elsewhere).await?, json!([]));
    check_quiet(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn without_javascript_the_poster_and_the_worksheet_are_left() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    person.open("pages/no-script.html").await?;
    person.find(".//next-rung/a[contains(., 'Find your level in 5 minutes')]").await?.click().await?;
    person.find(".//noscript//a[.='the worksheet']").await?.click().await?;
    let sheet = person.within(".rubric");
    sheet.see("The whole rubric, as a worksheet").await?;
    let box_ = sheet.find(".//input[@type='radio']").await?;
    box_.click().await?;
    assert!(box_.is_selected().await?, "it can be filled in");
    let buttons = "[...document.querySelectorAll('button')].some((button) => button.checkVisibility())";
    assert!(!is_true(&person, buttons).await?, "nothing is offered that cannot work");
    person.leave().await
}

#[tokio::test]
async fn in_an_iframe_as_wordpress_makes_it() -> Result<()> {
    let person = open("wordpress").await?;
    person.wait_until("document.querySelector('blockquote').style.display === 'none'").await?;
    take_in_frame(&person).await?;
    // WordPress gives no iframe more than that.
    person.wait_until("document.querySelector('iframe').height === '1000'").await?;
    check_quiet(&person).await?;
    person.leave().await
}

/// Turns the wheel over the iframe until a button in it is in sight.
async fn wheel_to_button(person: &Person, name: &str) -> Result<()> {
    let button = format!("[...root.querySelectorAll('button')].find((each) => each.textContent.trim() === '{name}')");
    let is_in_sight = format!(
        "(() => {{ const {{ top, bottom }} = {button}.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight; }})()"
    );
    for _ in 0..40 {
        person.driver.enter_frame(0).await?;
        let is_reached = is_true(person, &is_in_sight).await?;
        person.driver.enter_default_frame().await?;
        if is_reached {
            return Ok(());
        }
        let at = person.script(
            "const { left, top } = document.querySelector('iframe').getBoundingClientRect();
            return { x: left + 300, y: top + 280 }",
        );
        let at = at.await?;
        let turn = json!({ "type": "mouseWheel", "x": at["x"], "y": at["y"], "deltaX": 0, "deltaY": 120 });
        person.devtools("Input.dispatchMouseEvent", turn).await?;
    }
    anyhow::bail!("{name} is out of reach")
}

#[tokio::test]
async fn in_an_iframe_of_a_fixed_height_everything_is_in_reach() -> Result<()> {
    let person = open("low").await?;
    scroll_to(&person, "document.querySelector('iframe')").await?;
    person.driver.enter_frame(0).await?;
    for button in ["Begin", "Continue", "All consistently"] {
        person.press(button).await?;
    }
    person.script("document.body.scrollTop = 0").await?;
    person.driver.enter_default_frame().await?;
    wheel_to_button(&person, "Next").await?;
    person.driver.enter_frame(0).await?;
    person.press("Next").await?;
    person.see("Competency 2 of 4").await?;
    let top = "root.querySelector('[data-heading]').getBoundingClientRect().top";
    assert!(is_true(&person, &format!("{top} >= 0 && {top} < innerHeight")).await?, "the next card begins in sight");
    person.leave().await
}

#[tokio::test]
async fn a_sandboxed_iframe_offers_nothing_that_it_cannot_do() -> Result<()> {
    let person = open("low").await?;
    scroll_to(&person, "document.querySelector('iframe')").await?;
    person.driver.enter_frame(0).await?;
    take(&person).await?;
    for impossible in ["Picture", "Growth plan (Markdown)", "Print", "Remember on this device"] {
        assert!(!person.has_button(impossible).await?, "{impossible} would do nothing");
    }
    let link = person.find(".//a[@target='_blank'][contains(., 'Open your result on its own page')]").await?;
    let address = link.attr("href").await?.unwrap_or_default();
    assert!(address.contains("/f/clarity/#r=1.clarity."), "{address}");
    person.leave().await
}

#[tokio::test]
async fn in_an_iframe_with_our_helper() -> Result<()> {
    let person = open("iframe").await?;
    let heights = "return (window.heights ??= []).length";
    person.script("addEventListener('message', ({ data }) => (window.heights ??= []).push(data))").await?;
    take_in_frame(&person).await?;
    check_height(&person).await?;
    let long =
        person.script("return document.querySelector('iframe').offsetHeight").await?.as_u64().unwrap_or_default();
    person.driver.enter_frame(0).await?;
    person.press("Start over").await?;
    person.press("Yes, start over").await?;
    person.find_button("Begin").await?;
    person.driver.enter_default_frame().await?;
    person.wait_until(&format!("document.querySelector('iframe').offsetHeight < {long}")).await?;
    check_height(&person).await?;

    assert!(person.script(heights).await?.as_u64() > Some(2), "the page is told");
    let dialects = "return heights.every((data) => typeof data === 'string'
        ? JSON.parse(data).context === 'iframe.resize' && JSON.parse(data).height > 0
        : data.type === 'next-rung:height' && data.height > 0)";
    assert_eq!(person.script(dialects).await?, true);
    person.leave().await
}

#[tokio::test]
async fn an_iframe_in_a_dark_page_shows_no_box() -> Result<()> {
    let person = open("iframe-dark").await?;
    person.driver.enter_frame(0).await?;
    person.find_button("Begin").await?;
    let looks = "const [html, body] = [document.documentElement, document.body].map((each) => getComputedStyle(each));
        return [html.colorScheme, html.backgroundColor, body.backgroundColor]";
    let transparent = "rgba(0, 0, 0, 0)";
    assert_eq!(person.script(looks).await?, json!(["dark", transparent, transparent]));
    let around =
        "['.page-header', '.page-footer', '.page-back'].some((part) => document.querySelector(part).checkVisibility())";
    assert!(!is_true(&person, around).await?, "the assessment stands alone");
    person.driver.enter_default_frame().await?;
    // If the schemes are the same, browsers paint no canvas behind the frame.
    assert_eq!(person.script("return getComputedStyle(document.querySelector('iframe')).colorScheme").await?, "dark");
    person.leave().await
}

async fn take_in_frame(person: &Person) -> Result<()> {
    scroll_to(person, "document.querySelector('iframe')").await?;
    person.driver.enter_frame(0).await?;
    take(person).await?;
    person.driver.enter_default_frame().await?;
    Ok(())
}

/// The iframe is as high as what is in it.
async fn check_height(person: &Person) -> Result<()> {
    let fits = "(() => { const frame = document.querySelector('iframe');
        const { scrollHeight, clientHeight } = frame.contentDocument.body;
        return scrollHeight === clientHeight
            && frame.offsetHeight - frame.contentDocument.querySelector('main').offsetHeight < 16 })()";
    person.wait_until(fits).await
}

// The promises to host pages.

#[tokio::test]
async fn before_a_reader_comes_near_the_loader_is_all_that_is_loaded() -> Result<()> {
    let person = open("article").await?;
    person.wait_until("document.readyState === 'complete' && customElements.get('next-rung')").await?;
    // The browser asks for an icon by itself.
    let names = "return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
        .filter((name) => name !== '/favicon.ico')";
    assert_eq!(person.script(names).await?, json!(["/embed/v1.js"]));
    person.leave().await
}

#[tokio::test]
async fn nothing_moves_that_the_reader_did_not_ask_to_move() -> Result<()> {
    let person = open("article").await?;
    take(&person).await?;
    assert_eq!(person.script("return shifts").await?, json!([]));
    person.leave().await
}

#[tokio::test]
async fn a_press_on_the_poster_is_honored_once_the_module_comes() -> Result<()> {
    // The first screens are held back too.
    let slower = "{ const send = XMLHttpRequest.prototype.send; const { release } = window; const held = [];
        XMLHttpRequest.prototype.send = function () { held.push(this); };
        window.release = () => { for (const request of held) send.call(request); release(); }; }";
    let person = open_with("plain", &format!("{HELD}{slower}")).await?;
    person.find(".//next-rung/a").await?.click().await?;
    assert!(!is_true(&person, SHOWN).await?);
    person.script("release()").await?;
    person.find_button("Continue").await?;
    assert_eq!(person.heading().await?, "Your situation");
    assert_eq!(person.script("return shifts").await?, json!([]), "the space was made when it was pressed");
    person.leave().await
}

#[tokio::test]
async fn interaction_is_waited_for_where_it_is_asked_for() -> Result<()> {
    let person = open("plain").await?;
    let add = "const next = document.createElement('next-rung');
        Object.assign(next, { framework: 'two-areas', reveal: 'interaction', id: 'late' });
        next.innerHTML = '<a href=\"../f/two-areas/\">Find your level</a>';
        document.body.prepend(next)";
    person.script(add).await?;
    person.within("next-rung:not(#late)").wait_until(SHOWN).await?;
    let late = person.within("#late");
    let wanted = "performance.getEntriesByType('resource').some(({ name }) => name.includes('two-areas-'))";
    assert!(!is_true(&person, wanted).await?, "nobody has touched it");
    late.find(".//a").await?.click().await?;
    assert_eq!(late.heading().await?, "Your situation");
    person.leave().await
}

#[tokio::test]
async fn a_page_is_told_what_happens_and_can_ask() -> Result<()> {
    let person = open("src").await?;
    assert_eq!(person.script("return element.result()").await?, Value::Null);
    person.find(".//next-rung/a").await?.click().await?;
    person.press("Skip this").await?;
    person.show_everything().await?;
    let names = "return [...new Set(told.map(({ name, from }) => `${name} ${from}`))]";
    let expected = json!(["nr-ready next-rung", "nr-progress next-rung", "nr-complete next-rung"]);
    assert_eq!(person.script(names).await?, expected);
    let counts = "const { answered, total } = told.filter(({ name }) => name === 'nr-progress').at(-1);
        return answered > 0 && answered <= total";
    assert_eq!(person.script(counts).await?, true);
    let result = person.script("return told.at(-1).result").await?;
    assert_eq!(result["headline"], person.heading().await?);
    assert_eq!(person.script("return element.result()").await?, result);
    let pictures = "const [svg, png] = await Promise.all([element.toSVG(), element.toPNG()]);
        const { width, height } = await createImageBitmap(png);
        return [svg.startsWith('<svg'), png.type, width, height]";
    assert_eq!(asynchronous(&person, pictures).await?, json!([true, "image/png", 2400, 1260]));

    person.script("element.reset()").await?;
    person.find_button("Begin").await?;
    assert_eq!(person.script("return element.result()").await?, Value::Null);
    person.leave().await
}

/// Returns the value of a script that waits for something.
async fn asynchronous(person: &Person, script: &str) -> Result<Value> {
    person.script(&format!("return (async () => {{ {script} }})()")).await
}

#[tokio::test]
async fn a_framework_in_the_short_form_is_taken_to_its_end() -> Result<()> {
    let person = open("short-form").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    for _ in 0..2 {
        person.press("All consistently").await?;
        person.press("Next").await?;
    }
    person.find(".//label[contains(., 'Mends a torn page')]").await?.click().await?;
    person.press("Next").await?;
    person.press("All consistently").await?;
    person.press("Next").await?;
    person.see("Keeper, 1 statement short of Warden").await?;
    person.see("Binds a whole book").await?;
    check_quiet(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn a_script_may_give_the_framework_as_data() -> Result<()> {
    let person = open("plain").await?;
    let competency = |name: &str| {
        let statements = ["하나", "둘"].map(|level| format!("나는 {name} {level}"));
        json!({ "name": name, "steps": statements.map(|statement| json!({ "indicators": [statement] })) })
    };
    let competencies = ["빌리기", "고치기", "읽기"].map(competency);
    let levels = ["하나", "둘"];
    let data = json!({ "title": "마을 도서관", "language": "ko", "levels": levels, "competencies": competencies });
    person.script(&format!("Object.assign(element, {{ frameworkData: {data}, reveal: 'eager' }})")).await?;
    person.see("마을 도서관").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    let languages = "return [...root.querySelectorAll('legend')].map((each) => [each.querySelector('[lang=ko][dir=auto]')?.textContent, each.closest('[lang]').lang])";
    assert_eq!(person.script(languages).await?, json!([["나는 빌리기 둘", "en"]]));
    person.show_everything().await?;
    assert_eq!(person.heading().await?, "둘");
    person.script("element.frameworkData = null").await?;
    person.press("Begin").await?;
    person.see("Junior PM vs Mid-level PM").await?;
    check_quiet(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn properties_mirror_attributes() -> Result<()> {
    let person = open("plain").await?;
    person.wait_until(SHOWN).await?;
    let mirrored = "Object.assign(element, { theme: 'dark', reveal: 'eager', headingLevel: 4, persist: true, share: 'hash', framework: 'two-areas' });
        return ['theme', 'reveal', 'heading-level', 'persist', 'share', 'framework'].map((name) => element.getAttribute(name))";
    assert_eq!(person.script(mirrored).await?, json!(["dark", "eager", "4", "", "hash", "two-areas"]));
    person.wait_until("root.querySelector('h4')?.textContent.startsWith('Progression from Jr PM')").await?;
    let text = "return getComputedStyle(root.querySelector('.nr')).color";
    assert_eq!(person.script(text).await?, "rgb(239, 233, 227)", "letters are light on a dark page");
    person.script("element.theme = 'light'").await?;
    assert_eq!(person.script(text).await?, "rgb(31, 27, 24)", "at once");
    person.leave().await
}

#[tokio::test]
async fn one_that_gets_another_framework_while_it_is_drawn_shows_that_one_alone() -> Result<()> {
    let person = open("plain").await?;
    // As soon as anything is drawn, the page wants something else.
    let add = "const next = document.createElement('next-rung');
        Object.assign(next, { framework: 'clarity', reveal: 'eager', id: 'restless' });
        const watched = next.shadowRoot.querySelector('.place');
        new MutationObserver((_, observer) => {
            observer.disconnect();
            next.framework = 'two-areas';
        }).observe(watched, { childList: true, subtree: true });
        document.body.prepend(next)";
    person.script(add).await?;
    let restless = person.within("#restless");
    restless.see("Progression from Jr PM").await?;
    restless.wait_until("!root.querySelector('[data-early]')").await?;
    let widgets = "return [root.querySelectorAll('.place .nr').length, root.querySelector('.place .nr').textContent.includes('Progression')]";
    assert_eq!(restless.script(widgets).await?, json!([1, true]));
    restless.press("Begin").await?;
    restless.see("Your situation").await?;
    check_quiet(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn the_labels_of_the_radar_stay_outside_the_ring_on_pages_from_right_to_left() -> Result<()> {
    let person = open("plain").await?;
    person.script("document.documentElement.dir = 'rtl'").await?;
    take(&person).await?;
    // The labels are measured on screen: none reaches into the ring.
    let inside =
        "const ring = [...root.querySelectorAll('.radar__chart polygon')].map((each) => each.getBoundingClientRect())
            .reduce((one, other) => (one.width > other.width ? one : other));
        return [...root.querySelectorAll('.radar__label')].map((each) => each.getBoundingClientRect())
            .filter(({ width }) => width > 0)
            .filter(({ left, right, top, bottom }) => {
                const middle = ring.left + ring.width / 2;
                const isBeside = top < ring.bottom - 20 && bottom > ring.top + 20;
                return isBeside && (left < middle ? right > ring.left + 2 : left < ring.right - 2);
            }).length";
    assert_eq!(person.script(inside).await?, 0);
    person.leave().await
}

#[tokio::test]
async fn a_reader_who_comes_back_finds_their_answers_although_nothing_is_stored() -> Result<()> {
    let person = open("plain").await?;
    // The browser keeps no page in memory that listens to its end, so it builds the page again.
    person.script("addEventListener('unload', () => {}); window.isFirst = true").await?;
    scroll_to(&person, "element").await?;
    person.press("Begin").await?;
    person.press("Continue").await?;
    person.press("All consistently").await?;
    let rated = "root.querySelector('.place input:checked')";
    person.wait_until(rated).await?;
    let heading = person.heading().await?;
    person.open("pages/article.html").await?;
    person.driver.back().await?;
    person.wait_until(&format!("!window.isFirst && {SHOWN} && {rated}")).await?;
    assert_eq!(person.heading().await?, heading);
    assert_eq!(person.script("return sessionStorage.length + localStorage.length").await?, 0);
    check_quiet(&person).await?;
    person.leave().await
}

#[tokio::test]
async fn one_that_is_taken_out_gives_back_its_answers_when_it_returns() -> Result<()> {
    let person = open("plain").await?;
    take(&person).await?;
    let gone = "window.gone = element; gone.remove(); await new Promise((done) => setTimeout(done));
        return [gone.result(), gone.shadowRoot.querySelector('.place').childElementCount]";
    assert_eq!(asynchronous(&person, gone).await?, json!([null, 0]), "nothing of it is left to run");
    person.script("document.body.append(gone)").await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    person.leave().await
}

#[tokio::test]
async fn the_address_and_the_storage_of_the_host_are_left_alone() -> Result<()> {
    let person = open("plain").await?;
    person.allow_clipboard().await?;
    take(&person).await?;
    person.press("Copy link").await?;
    person.see("Link copied.").await?;
    assert!(person.clipboard().await?.contains("/f/clarity/#r=1.clarity."), "links lead to our own page");
    assert!(!person.has_button(ENGLISH_RESULT.remember).await?, "the host's storage is not ours");
    let left = "return [location.hash, Object.keys(sessionStorage).length, Object.keys(localStorage).length]";
    assert_eq!(person.script(left).await?, json!(["", 0, 0]));
    person.script("element.persist = true").await?;
    person.find_button(ENGLISH_RESULT.remember).await?;
    person.leave().await
}

#[tokio::test]
async fn answers_last_over_a_reload_where_the_page_asks_for_it() -> Result<()> {
    let person = open_with(
        "plain",
        "addEventListener('DOMContentLoaded', () => { document.querySelector('next-rung').persist = true })",
    )
    .await?;
    take(&person).await?;
    person.driver.refresh().await?;
    person.find(".//next-rung/a").await?.click().await?;
    assert_eq!(person.heading().await?, "Super-senior PM");
    person.leave().await
}

#[tokio::test]
async fn two_of_one_framework_keep_their_answers_apart_after_an_attribute_changes() -> Result<()> {
    let person = open("plain").await?;
    let add = "element.persist = true; element.reveal = 'eager';
        const twin = document.createElement('next-rung');
        Object.assign(twin, { id: 'twin', framework: 'clarity', reveal: 'eager', persist: true });
        element.after(twin)";
    person.script(add).await?;
    let twin = person.within("#twin");
    twin.wait_until(SHOWN).await?;
    let first = person.within("next-rung:not(#twin)");
    first.wait_until(SHOWN).await?;
    person.script("document.querySelector('next-rung:not(#twin)').headingLevel = 3").await?;
    first.wait_until("root.querySelector('h3[data-heading]')").await?;
    for one in [&first, &twin] {
        one.press("Begin").await?;
        assert_eq!(one.heading().await?, "Your situation");
    }
    let keys = "return Object.keys(sessionStorage).sort()";
    assert_eq!(person.script(keys).await?, json!(["next-rung.draft.1.clarity.0", "next-rung.draft.1.clarity.1"]));
    person.leave().await
}

#[tokio::test]
async fn the_page_is_told_when_everything_is_forgotten() -> Result<()> {
    let person = open_with(
        "plain",
        "addEventListener('DOMContentLoaded', () => { document.querySelector('next-rung').persist = true })",
    )
    .await?;
    take(&person).await?;
    person.press("Remember on this device").await?;
    person.press("Forget everything").await?;
    person.press("Yes, forget everything").await?;
    person.find_button("Begin").await?;
    assert_eq!(person.script("return [told.at(-1).name, told.at(-1).answered]").await?, json!(["nr-progress", 0]));
    person.leave().await
}

#[tokio::test]
async fn the_page_is_told_when_a_reader_goes_on_with_answers_that_a_link_brought() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.prepare_pages(LISTEN).await?;
    person.open("f/clarity/").await?;
    take(&person).await?;
    person.open("f/clarity/#r=1.clarity.1.ABBJJKZJMJJKZ.CxOQef").await?;
    person.driver.refresh().await?;
    person.press(ENGLISH_RESULT.adopt).await?;
    person.press(ENGLISH.adopt_yes).await?;
    person.wait_until("told.some(({ name }) => name === 'nr-complete')").await?;
    person.wait_until("told.some(({ name }) => name === 'nr-progress')").await?;
    person.leave().await
}

// Failures: one sentence each, and the poster's link works.

/// Answers a request for an address with this ending otherwise.
fn instead(ending: &str, response: &str) -> String {
    format!(
        "{{ const get = window.fetch; window.fetch = (address, ...rest) =>
            String(address).endsWith('{ending}') ? (async () => {{ {response} }})() : get(address, ...rest) }}"
    )
}

async fn check_failure(page: &str, script: &str, code: &str) -> Result<()> {
    let person = open_with(page, script).await?;
    scroll_to(&person, "element").await?;
    person.wait_until("told.some(({ name }) => name === 'nr-error')").await?;
    assert_eq!(person.script("return told.at(-1).code").await?, code);
    let sentences: Value = serde_json::from_str(include_str!("../../../src/browser/failures.json"))?;
    let sentence = sentences[code].as_str().unwrap_or_default();
    assert!(!sentence.is_empty(), "{code} has a sentence");
    person.see(sentence).await?;
    person.find(".//next-rung/a").await?.click().await?;
    person.wait_until("location.pathname.startsWith('/f/')").await?;
    person.leave().await
}

#[tokio::test]
async fn a_framework_that_is_not_found() -> Result<()> {
    check_failure("src", &instead(".json", "return new Response('', { status: 404 })"), "framework-not-found").await
}

#[tokio::test]
async fn a_framework_that_is_not_published() -> Result<()> {
    let person = open("plain").await?;
    person.script("element.framework = 'moon'; element.reveal = 'eager'").await?;
    person.wait_until("told.some(({ name }) => name === 'nr-error')").await?;
    assert_eq!(person.script("return told.at(-1).code").await?, "framework-not-found");
    person.leave().await
}

#[tokio::test]
async fn a_framework_that_is_not_valid() -> Result<()> {
    let script = instead(".json", "return new Response('{\"format\": 1}')");
    check_failure("src", &script, "framework-not-valid").await
}

#[tokio::test]
async fn a_framework_of_a_newer_version() -> Result<()> {
    check_failure("src", &instead(".json", "return new Response('{\"format\": 99}')"), "framework-newer").await
}

#[tokio::test]
async fn a_framework_that_is_too_large() -> Result<()> {
    let script = instead(".json", "return new Response(' '.repeat(512 * 1024 + 1))");
    check_failure("src", &script, "framework-too-large").await
}

#[tokio::test]
async fn a_site_that_is_not_reached() -> Result<()> {
    check_failure("src", &instead(".json", "throw new TypeError('Failed to fetch')"), "not-reached").await
}

#[tokio::test]
async fn a_module_that_is_not_there() -> Result<()> {
    check_failure("plain", &instead(".wasm", "return new Response('', { status: 404 })"), "files-missing").await
}

#[tokio::test]
async fn a_module_of_a_wrong_type() -> Result<()> {
    let script = instead(
        ".wasm",
        "return new Response((await get(address, ...rest)).body, { headers: { 'content-type': 'text/plain' } })",
    );
    check_failure("plain", &script, "wasm-type").await
}

#[tokio::test]
async fn a_module_that_takes_too_long() -> Result<()> {
    let script = instead(".wasm", "throw new DOMException('signal timed out', 'TimeoutError')");
    check_failure("plain", &script, "timed-out").await
}

#[tokio::test]
async fn a_module_that_is_cut_on_its_way() -> Result<()> {
    let cut = "const response = await get(address, ...rest);
        const bytes = await response.arrayBuffer();
        return new Response(bytes.slice(0, bytes.byteLength / 2), { headers: response.headers })";
    check_failure("plain", &instead(".wasm", cut), "incomplete").await
}

#[tokio::test]
async fn a_module_that_is_cut_once_is_loaded_again() -> Result<()> {
    let cut = "const response = await get(address, ...rest);
        if (window.isCut) return response;
        window.isCut = true;
        const bytes = await response.arrayBuffer();
        return new Response(bytes.slice(0, bytes.byteLength / 2), { headers: response.headers })";
    let person = open_with("plain", &instead(".wasm", cut)).await?;
    take(&person).await?;
    person.leave().await
}

/// Time passes sixty times as fast for whoever waits half a minute.
const IMPATIENT: &str = "{ const wait = window.setTimeout;
    window.setTimeout = (then, time, ...rest) => wait(then, time === 30000 ? 500 : time, ...rest); }";

#[tokio::test]
async fn a_script_of_ours_that_never_answers() -> Result<()> {
    let person = Person::arrive(1000, 800).await?;
    person.prepare_pages(&format!("{LISTEN}{IMPATIENT}")).await?;
    // Requests are held for somebody who never lets them go.
    let held = json!({ "patterns": [{ "urlPattern": "*/next-rung-glue-*" }] });
    person.devtools("Fetch.enable", held).await?;
    person.open("pages/plain.html").await?;
    person.see("The assessment takes too long to load.").await?;
    assert_eq!(person.script("return told.at(-1).code").await?, "timed-out");
    // The next attempt has an address of its own, for browsers that remember that a module failed.
    person.devtools("Fetch.disable", json!({})).await?;
    person.script("element.framework = 'two-areas'; element.framework = 'clarity'; element.reveal = 'eager'").await?;
    take(&person).await?;
    let attempts = "performance.getEntriesByType('resource').some(({ name }) => /glue-.*attempt=1/.test(name))";
    assert!(is_true(&person, attempts).await?);
    person.leave().await
}

#[tokio::test]
async fn webassembly_that_the_page_forbids() -> Result<()> {
    check_failure("wasm-blocked", "", "wasm-blocked").await
}

#[tokio::test]
async fn a_browser_without_webassembly() -> Result<()> {
    check_failure("plain", "delete window.WebAssembly;", "browser-too-old").await
}

#[tokio::test]
async fn a_browser_that_cannot_read_our_module() -> Result<()> {
    let script = "for (const name of ['instantiate', 'instantiateStreaming'])
        WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('unknown opcode'));";
    check_failure("plain", script, "browser-too-old").await
}

#[tokio::test]
async fn an_assessment_that_stops() -> Result<()> {
    let person = open("plain").await?;
    person.wait_until(SHOWN).await?;
    let fall = |file: &str| {
        format!(
            "const error = new WebAssembly.RuntimeError('unreachable');
            error.stack = `RuntimeError: unreachable\n    at https://example.org/{file}:wasm-function[1]:0x1`;
            dispatchEvent(new ErrorEvent('error', {{ error }}))"
        )
    };
    person.script(&fall("theirs.wasm")).await?;
    person.find_button("Begin").await?;
    person.script(&fall("assets/next-rung_bg-ABCDEFGH.wasm")).await?;
    person.see("Something went wrong, and the assessment has stopped.").await?;
    assert_eq!(person.script("return told.at(-1).code").await?, "crashed");
    person.leave().await
}

#[tokio::test]
async fn what_failed_can_be_tried_again() -> Result<()> {
    let flaky =
        instead(".packed", "if (window.isOnline) return get(address, ...rest); throw new TypeError('Failed to fetch')");
    let person = open_with("plain", &flaky).await?;
    person.see("Check your connection, then try again.").await?;
    person.script("window.isOnline = true; element.framework = 'two-areas'; element.framework = 'clarity'; element.reveal = 'eager'").await?;
    take(&person).await?;
    assert_eq!(person.script("return root.querySelector('.failure').textContent").await?, "", "it is said no more");
    person.leave().await
}
