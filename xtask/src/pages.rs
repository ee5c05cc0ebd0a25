//! The pages, from the templates in `pages/`, the framework files, and the views of the assessment itself.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use anyhow::{Context, Result};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::Framework;
use next_rung::words::{self, ENGLISH};
use serde_json::{Value, json};

use crate::{card, prerender, project};

/// What is the same on every page.
pub struct Site {
    /// The site's absolute address, with a slash at its end; empty where it is not known.
    pub address: String,
    /// What goes into pages as it is, by name: `page`, `widget` and `rubric`.
    pub styles: Value,
    /// The same for scripts: `route` and `page`.
    pub scripts: Value,
}

/// Writes every page, and what link previews and other sites read, into a folder.
pub fn write(site: &Site, dist: &Path) -> Result<()> {
    let mut templates = Environment::new();
    templates.set_loader(minijinja::path_loader(project("pages")));
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    let frameworks: Vec<Rc<Framework>> = PUBLISHED.iter().map(|id| read(id)).collect::<Result<_>>()?;
    let list: Vec<Value> = frameworks.iter().map(|framework| entry(framework)).collect();
    let page = |template: &str, path: &str, root: &str, framework: Option<Value>| -> Result<()> {
        let Site { address, styles, scripts } = site;
        let template = templates.get_template(template)?;
        let text = template.render(context! { address, styles, scripts, root, framework, frameworks => list })?;
        let path = dist.join(path);
        fs::create_dir_all(path.parent().context("a page stands in a folder")?)?;
        fs::write(path, text)?;
        Ok(())
    };
    page("index.html", "index.html", "", None)?;
    page("across.html", "across/index.html", "../", None)?;
    page("embed.html", "embed/index.html", "../", None)?;
    page("sample.html", "embed/sample.html", "../", None)?;
    for framework in &frameworks {
        let folder = dist.join("f").join(&framework.id);
        page("framework.html", &format!("f/{}/index.html", framework.id), "../../", Some(details(site, framework)?))?;
        card::write(framework, &folder.join("card.png"))?;
        fs::write(folder.join("oembed.json"), oembed(site, framework).to_string())?;
    }
    Ok(())
}

fn read(id: &str) -> Result<Rc<Framework>> {
    let path = project("frameworks").join(format!("{id}.json"));
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    Ok(Rc::new(Framework::read(&text).with_context(|| path.display().to_string())?))
}

/// A framework in a list.
fn entry(framework: &Rc<Framework>) -> Value {
    let levels: Vec<&str> = framework.levels.iter().map(|level| level.name.as_str()).collect();
    let byline = words::byline(&ENGLISH, &framework.source);
    json!({ "id": framework.id, "title": framework.title, "byline": byline, "levels": levels })
}

/// A framework on its own page.
fn details(site: &Site, framework: &Rc<Framework>) -> Result<Value> {
    let mut details = entry(framework);
    let more = json!({
        "description": description(framework),
        "card_alt": card_alt(framework),
        "json_ld": structured(site, framework).to_string().replace("</", "<\\/"),
        "start": prerender::start(framework, 1)?,
        "situation": prerender::situation(framework, 1)?,
        "rubric": prerender::rubric(framework, 2)?,
    });
    let (Some(details_map), Value::Object(more)) = (details.as_object_mut(), more) else {
        unreachable!("both are objects")
    };
    details_map.extend(more);
    Ok(details)
}

fn description(framework: &Rc<Framework>) -> String {
    format!(
        "{} Rate short statements about your own work and see where you stand. Nothing leaves your device.",
        framework.summary
    )
}

/// What the card shows, for those who do not see it.
pub fn card_alt(framework: &Rc<Framework>) -> String {
    let count = framework.competencies.len();
    format!(
        "{}: the radar of its {count} competencies, and an invitation to find your level in 5 minutes",
        framework.title
    )
}

/// The page as search engines read it, in the vocabulary of schema.org.
fn structured(site: &Site, framework: &Rc<Framework>) -> Value {
    let source = &framework.source;
    let author = source.author.as_ref().map(|name| json!({ "@type": "Person", "name": name }));
    let mut article = json!({ "@type": "Article", "headline": source.title });
    for (key, value) in [("author", author), ("datePublished", source.published.as_ref().map(|date| json!(date)))] {
        if let Some(value) = value {
            article[key] = value;
        }
    }
    json!({
        "@context": "https://schema.org",
        "@type": "Quiz",
        "name": framework.title,
        "description": description(framework),
        "url": format!("{}f/{}/", site.address, framework.id),
        "image": format!("{}f/{}/card.png", site.address, framework.id),
        "inLanguage": "en",
        "isAccessibleForFree": true,
        "isBasedOn": article,
        "about": "Levels and competencies of product managers",
    })
}

/// What WordPress, Ghost and others turn a pasted address into: see <https://oembed.com>.
///
/// The quotation is what WordPress shows until the iframe has told its height. The theme is light, as most pages are: those
/// who take this seldom say their color scheme, and without a theme the iframe would follow the device.
fn oembed(site: &Site, framework: &Rc<Framework>) -> Value {
    let page = format!("{}f/{}/", site.address, framework.id);
    let title = escape(&framework.title);
    let html = format!(
        "<blockquote><a href=\"{page}\">{title}: find your level in 5 minutes</a></blockquote>\
         <iframe src=\"{page}?embed=1&amp;theme=light\" title=\"{title}: a self-assessment\" width=\"600\" height=\"{FRAME_HEIGHT}\" \
         frameborder=\"0\" scrolling=\"no\"></iframe>"
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Next Rung",
        "provider_url": site.address,
        "title": format!("{}: find your level", framework.title),
        "html": html,
        "width": 600,
        "height": FRAME_HEIGHT,
        "thumbnail_url": format!("{page}card.png"),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "cache_age": 86400,
    })
}

/// The height of an iframe before it has told its own, in pixels: that of a start screen 600 pixels wide.
const FRAME_HEIGHT: u32 = 560;

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
