//! The pages, made from the templates in `pages/`, the framework files, and the views of the assessment.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use next_rung::assessment::framework::{Framework, Wording};
use next_rung::report::svg;
use next_rung::words::{self, ENGLISH, ENGLISH_COVER};
use serde_json::{Value, json};

use crate::policy::{self, Demands};
use crate::publish::Publication;
use crate::{card, prerender, project};

/// The data that all pages share.
pub struct Site {
    /// The site's absolute address, with a trailing slash; empty if it is not known.
    pub address: String,
    /// Styles that are inserted into pages, by name: `page`, `widget` and `rubric`.
    pub styles: Value,
    /// Scripts that are inserted into pages, by name: `route`, `page`, `worksheet` and `not_found`.
    pub scripts: Value,
    /// The files of the module, with their names in `assets/`: `glue` and `wasm`.
    pub assets: Value,
}

/// Parses the absolute address of a site and adds a trailing slash; empty if none was typed.
///
/// # Errors
/// The problem with the address, in words.
pub fn parse_address(typed: &str) -> Result<String, String> {
    let is_whole = typed.starts_with("https://") || typed.starts_with("http://");
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/%@!$()*+,;=[]".contains(letter);
    match typed {
        "" => Ok(String::new()),
        _ if !is_whole => Err("it begins with https://, such as https://example.org/rung/".to_owned()),
        _ if !typed.chars().all(is_plain) => Err("it holds letters, digits and no ?, #, quotes or spaces".to_owned()),
        _ => Ok(format!("{}/", typed.trim_end_matches('/'))),
    }
}

/// Writes all pages, and the files for link previews and other sites, into a folder.
pub fn write(site: &Site, publication: &Publication, dist: &Path) -> Result<()> {
    let templates = templates()?;
    let Publication { frameworks, others } = publication;
    let list: Vec<Value> = frameworks.iter().map(entry).collect();
    let others = &list[list.len() - others.len()..];
    let has_ours = publication.has_ours();
    let page = |template: &str, path: &str, root: &str, framework: Option<Value>| -> Result<()> {
        let Site { address, styles, scripts, assets } = site;
        // An address contains nothing to escape: see [`parse_address`].
        let address = minijinja::Value::from_safe_string(address.clone());
        let template = templates.get_template(template)?;
        let text = template.render(context! {
            address, styles, scripts, assets, root, framework, has_ours, others, frameworks => list
        })?;
        let demands = match path {
            "embed/index.html" => Demands::Builder,
            "embed/sample.html" => Demands::Sample,
            _ => Demands::Nothing,
        };
        let path = dist.join(path);
        fs::create_dir_all(path.parent().context("a page stands in a folder")?)?;
        fs::write(path, policy::add(&text, demands)?)?;
        Ok(())
    };
    page("index.html", "index.html", "", None)?;
    page("across.html", "across/index.html", "../", None)?;
    // The page can be at any depth, so its links begin at the site's address, or else at the host's root.
    page("404.html", "404.html", if site.address.is_empty() { "/" } else { &site.address }, None)?;
    page("embed.html", "embed/index.html", "../", None)?;
    page("sample.html", "embed/sample.html", "../", None)?;
    for framework in frameworks {
        let folder = dist.join("f").join(&framework.id);
        let details = Some(details(site, framework)?);
        page("framework.html", &format!("f/{}/index.html", framework.id), "../../", details.clone())?;
        page("worksheet.html", &format!("f/{}/worksheet/index.html", framework.id), "../../../", details)?;
        card::write(framework, &folder.join("card.png"))?;
        fs::write(folder.join("oembed.json"), oembed(site, framework).to_string())?;
    }
    Ok(())
}

/// Renders the first screens of a framework for elements on other sites, where an assessment's own heading has level 2.
pub fn early_screens(framework: &Rc<Framework>) -> Result<String> {
    let framework = json!({ "early": prerender::early(framework, 2)? });
    Ok(templates()?.get_template("early.html")?.render(context! { framework })?)
}

/// Loads the templates: those in `pages/`, and `index.html` at the top of the project.
fn templates() -> Result<Environment<'static>> {
    let mut templates = Environment::new();
    // Marks are HTML comments, so that Trunk, and browsers that open a template, see a valid page.
    let syntax = SyntaxConfig::builder()
        .block_delimiters("<!--%", "%-->")
        .variable_delimiters("<!--{", "}-->")
        .comment_delimiters("<!--#", "#-->")
        .build()?;
    templates.set_syntax(syntax);
    templates.set_trim_blocks(true);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    templates.set_loader(|name| {
        let folder = if name == "index.html" { "" } else { "pages" };
        minijinja::path_loader(project(folder))(name)
    });
    Ok(templates)
}

/// Returns the data of a framework in a list.
fn entry(framework: &Rc<Framework>) -> Value {
    let levels: Vec<&str> = framework.levels.iter().map(|level| level.name.as_str()).collect();
    let byline = words::byline(&ENGLISH, framework);
    json!({
        "id": framework.id,
        "title": framework.title,
        "byline": byline,
        "summary": framework.summary,
        "is_ours": framework.wording == Wording::Project,
        "levels": levels,
        "invitation": svg::invitation(&ENGLISH_COVER, framework),
    })
}

/// Returns the data of a framework's own page.
fn details(site: &Site, framework: &Rc<Framework>) -> Result<Value> {
    let mut details = entry(framework);
    let more = json!({
        "description": description(framework),
        "card_alt": card_alt(framework),
        "json_ld": structured(site, framework).to_string().replace("</", "<\\/"),
        "worksheet_json_ld": worksheet(site, framework).to_string().replace("</", "<\\/"),
        "early": prerender::early(framework, 1)?,
        "rubric": prerender::rubric(framework, 1)?,
    });
    let (Some(details_map), Value::Object(more)) = (details.as_object_mut(), more) else {
        unreachable!("both are objects")
    };
    details_map.extend(more);
    Ok(details)
}

fn description(framework: &Rc<Framework>) -> String {
    let invitation = "Rate short statements about your own work and see where you stand. Nothing leaves your device.";
    format!("{} {invitation}", framework.summary).trim_start().to_owned()
}

/// Describes the preview image, for those who cannot see it.
pub fn card_alt(framework: &Rc<Framework>) -> String {
    let count = framework.competencies.len();
    let invitation = svg::invitation(&ENGLISH_COVER, framework);
    format!("{}: the radar of its {count} competencies. {invitation}.", framework.title)
}

/// Describes the page for search engines, in the vocabulary of schema.org.
fn structured(site: &Site, framework: &Rc<Framework>) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "Quiz",
        "name": framework.title,
        "description": description(framework),
        "url": format!("{}f/{}/", site.address, framework.id),
        "image": format!("{}f/{}/card.png", site.address, framework.id),
        "inLanguage": framework.language,
        "isAccessibleForFree": true,
        "isBasedOn": article(framework),
        "about": "Levels and competencies of product managers",
    })
}

/// Describes the worksheet for search engines.
fn worksheet(site: &Site, framework: &Rc<Framework>) -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "learningResourceType": "Worksheet",
        "name": format!("{}, as a worksheet", framework.title),
        "url": format!("{}f/{}/worksheet/", site.address, framework.id),
        "inLanguage": framework.language,
        "isAccessibleForFree": true,
        "isBasedOn": article(framework),
    })
}

/// Describes the article behind a framework for search engines; `None` if there is none.
fn article(framework: &Framework) -> Option<Value> {
    let source = framework.source.as_ref()?;
    let author = source.author.as_ref().map(|name| json!({ "@type": "Person", "name": name }));
    let mut article = json!({ "@type": "Article", "headline": source.title });
    for (key, value) in [("author", author), ("datePublished", source.published.as_ref().map(|date| json!(date)))] {
        if let Some(value) = value {
            article[key] = value;
        }
    }
    Some(article)
}

/// Returns the oEmbed response, from which WordPress, Ghost and others embed a pasted address: see <https://oembed.com>.
///
/// WordPress shows the quotation until the iframe has sent its height. The theme is light, as most pages are: pages that
/// use oEmbed seldom declare their color scheme, and without a theme the iframe would follow the device.
fn oembed(site: &Site, framework: &Rc<Framework>) -> Value {
    let page = format!("{}f/{}/", site.address, framework.id);
    let title = escape(&framework.title);
    let invitation = svg::invitation(&ENGLISH_COVER, framework);
    let html = format!(
        "<blockquote><a href=\"{page}\">{title}: {invitation}</a></blockquote>\
         <iframe src=\"{page}?embed=1&amp;theme=light\" title=\"{title}: a self-assessment\" width=\"600\" height=\"{FRAME_HEIGHT}\" \
         frameborder=\"0\"></iframe>"
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Next Rung",
        "provider_url": site.address,
        "title": format!("{}: {invitation}", framework.title),
        "html": html,
        "width": 600,
        "height": FRAME_HEIGHT,
        "thumbnail_url": format!("{page}card.png"),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "cache_age": 86400,
    })
}

/// The height of an iframe before it has sent its own, in pixels: that of a start screen 600 pixels wide.
const FRAME_HEIGHT: u32 = 560;

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use next_rung::assessment::catalogue::PUBLISHED;
    use next_rung::formats::framework_file;

    use super::*;
    use crate::publish::Choice;

    fn read(id: &str) -> Result<Rc<Framework>> {
        let path = project("frameworks").join(format!("{id}.json"));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        Ok(Rc::new(framework_file::read(&text).with_context(|| path.display().to_string())?))
    }

    fn site(address: &str) -> Site {
        Site { address: address.to_owned(), styles: json!({}), scripts: json!({}), assets: json!({}) }
    }

    fn framework(title: &str) -> Rc<Framework> {
        let mut framework = Rc::try_unwrap(read("clarity").expect("it is published")).expect("nobody else has it");
        framework.title = title.to_owned();
        Rc::new(framework)
    }

    #[track_caller]
    fn check_address(typed: &str, expected: Result<&str, ()>) {
        assert_eq!(parse_address(typed).as_deref().map_err(|_| ()), expected);
    }

    #[test]
    fn an_address_ends_with_a_slash() {
        check_address("https://example.org/a", Ok("https://example.org/a/"));
        check_address("https://example.org/a//", Ok("https://example.org/a/"));
    }

    #[test]
    fn no_address_is_fine() {
        check_address("", Ok(""));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        check_address("example.org", Err(()));
        check_address("https://example.org/\"><script>", Err(()));
    }

    #[test]
    fn oembed_says_what_wordpress_and_ghost_ask_for() {
        let oembed = oembed(&site("https://example.org/a/"), &framework("Junior & \"Senior\""));
        for (key, expected) in [("type", json!("rich")), ("version", json!("1.0")), ("width", json!(600))] {
            assert_eq!(oembed[key], expected, "{key}");
        }
        let html = oembed["html"].as_str().expect("there is HTML");
        // WordPress accepts a quotation without attributes and the first iframe, and nothing else.
        assert!(html.starts_with("<blockquote><a href=\"https://example.org/a/f/clarity/\">"), "{html}");
        assert!(html.contains("<iframe src=\"https://example.org/a/f/clarity/?embed=1&amp;theme=light\""), "{html}");
        assert!(html.ends_with("></iframe>") && !html.contains("scrolling"), "the frame may scroll inside: {html}");
        assert!(html.contains("title=\"Junior &amp; &quot;Senior&quot;: a self-assessment\""), "{html}");
        assert_eq!(oembed["thumbnail_url"], "https://example.org/a/f/clarity/card.png");
    }

    #[test]
    fn what_others_show_of_a_page_invites_to_what_its_cover_says() {
        for (id, invitation) in
            [("clarity", "Find your level in 2 minutes"), ("junior-senior", "See where you lean in 3 minutes")]
        {
            let framework = read(id).expect("it is published");
            let oembed = oembed(&site("https://example.org/"), &framework);
            for text in [&oembed["html"], &oembed["title"], &json!(card_alt(&framework))] {
                assert!(text.as_str().is_some_and(|text| text.contains(invitation)), "{id}: {text}");
            }
        }
    }

    #[test]
    fn structured_data_names_the_source_as_far_as_it_is_named() {
        let site = site("https://example.org/");
        let named = structured(&site, &read("clarity").expect("it is published"));
        assert_eq!(named["isBasedOn"]["author"]["name"], "Simon Cross");
        assert_eq!(named["url"], "https://example.org/f/clarity/");
        let unnamed = structured(&site, &read("two-areas").expect("it is published"));
        assert_eq!(unnamed["isBasedOn"].get("author"), None, "nobody is credited who is not named");
    }

    #[test]
    fn pages_name_absolute_addresses_where_the_site_has_one() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let names = ["page", "widget", "rubric", "builder", "route", "worksheet", "not_found", "glue", "wasm"];
        let texts = Value::Object(names.map(|name| (name.to_owned(), json!(""))).into_iter().collect());
        let site = Site {
            address: "https://example.org/a/".to_owned(),
            styles: texts.clone(),
            scripts: texts.clone(),
            assets: texts,
        };
        let publication = Publication::read(&Choice::default()).expect("ours can be read");
        write(&site, &publication, folder.path()).expect("the pages are written");
        for id in PUBLISHED {
            let page = fs::read_to_string(folder.path().join(format!("f/{id}/index.html"))).expect("there is a page");
            let address = format!("https://example.org/a/f/{id}/");
            for tag in [
                format!("<link rel=\"canonical\" href=\"{address}\">"),
                format!("<meta property=\"og:url\" content=\"{address}\">"),
                format!("<meta property=\"og:image\" content=\"{address}card.png\">"),
                format!("<meta name=\"twitter:image\" content=\"{address}card.png\">"),
                "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
            ] {
                assert!(page.contains(&tag), "{id}: {tag}");
            }
            let discovery = format!("type=\"application/json+oembed\" href=\"{address}oembed.json\"");
            assert!(page.contains(&discovery), "{id}: {discovery}");
            assert!(folder.path().join(format!("f/{id}/card.png")).is_file(), "{id} has a picture");
        }
    }
}
