//! The list on the first page matches the framework files, and no page needs another site.

mod support;

use next_rung::assessment::catalogue::PUBLISHED;
use support::{folder, published};

#[test]
fn the_page_lists_every_framework_in_order_with_its_title_and_author() {
    let page = std::fs::read_to_string(folder("index.html")).expect("the page exists");
    let mut rest = page.as_str();
    for id in PUBLISHED {
        let framework = published(id);
        let link = format!("<a href=\"f/{id}/\">{}</a>", framework.title);
        let at = rest.find(&link).unwrap_or_else(|| panic!("{id} is not listed, or not in order: {link}"));
        rest = &rest[at..];
        let author = framework
            .source
            .and_then(|source| source.author)
            .unwrap_or_else(|| "Author not named in the source".to_owned());
        let entry = rest.split("</li>").next().unwrap_or_default();
        assert!(entry.contains(&author), "{id} does not credit {author}");
    }
}

#[test]
fn the_pages_ask_nothing_of_another_site() {
    let namespaces = ["http://www.w3.org/2000/svg"];
    for file in std::fs::read_dir(folder("pages")).expect("the pages exist") {
        let path = file.expect("the folder can be read").path();
        let page = std::fs::read_to_string(&path).expect("a page is text");
        let addresses = page.split(['"', '\'']).filter(|part| part.starts_with("http") || part.starts_with("//"));
        let foreign: Vec<_> = addresses.filter(|address| !namespaces.contains(address)).collect();
        assert!(foreign.is_empty(), "{}: {foreign:?}", path.display());
    }
}
