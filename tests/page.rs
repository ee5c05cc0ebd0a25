//! The list on the page says what the framework files say.

mod support;

use next_rung::assessment::catalogue::PUBLISHED;
use support::{folder, published};

#[test]
fn the_page_lists_every_framework_in_order_with_its_title_and_author() {
    let page = std::fs::read_to_string(folder("index.html")).expect("the page exists");
    let mut rest = page.as_str();
    for id in PUBLISHED {
        let framework = published(id);
        let link = format!("<a data-framework=\"{id}\" href=\"?framework={id}\">{}</a>", framework.title);
        let at = rest.find(&link).unwrap_or_else(|| panic!("{id} is not listed, or not in order: {link}"));
        rest = &rest[at..];
        let author = framework.source.author.unwrap_or_else(|| "Author not named in the source".to_owned());
        let entry = rest.split("</li>").next().unwrap_or_default();
        assert!(entry.contains(&author), "{id} does not credit {author}");
    }
}

#[test]
fn the_page_asks_nothing_of_another_site() {
    let page = std::fs::read_to_string(folder("index.html")).expect("the page exists");
    let addresses = page.split(['"', '\'']).filter(|part| part.starts_with("http"));
    let namespaces = ["http://www.w3.org/2000/svg"];
    assert!(addresses.clone().all(|address| namespaces.contains(&address)), "{:?}", addresses.collect::<Vec<_>>());
}
