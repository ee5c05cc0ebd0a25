//! The page of a person's results across frameworks: collects them and mounts the view.

use std::rc::Rc;

use crate::assessment::answers::{Answers, Subject};
use crate::assessment::crosswalk::Crosswalk;
use crate::assessment::framework::Framework;
use crate::browser::json::{self, Json};
use crate::browser::storage::{self, StorageArea};
use crate::browser::styles;
use crate::browser::view::Element;
use crate::formats::history::{self, Remembered};
use crate::formats::{draft, share_link};
use crate::ui::across::{Across, Taken, across};
use crate::ui::fixed::{Fixed, FixedProps};
use crate::words::ENGLISH_COMPARISON;

/// Shows the person's results in several frameworks in an element, or a message that there are too few.
///
/// The results are those stored for the tab, otherwise the latest that the device remembers.
pub fn show(host: Element, crosswalk: &Crosswalk, frameworks: &[Rc<Framework>], heading_level: u8) {
    let history = kept(StorageArea::Local, history::KEY).and_then(|document| history::read(&document).ok());
    let history = history.unwrap_or_default();
    let mut taken = Vec::new();
    for framework in frameworks {
        let answers = latest(framework, &history);
        taken.extend(answers.map(|answers| Taken { framework: Rc::clone(framework), answers }));
    }
    styles::adopt_first(&host);
    for sheet in [&styles::RESULT, &styles::COMPARISON] {
        // Without our styles the page is plain, but still complete.
        let _ = styles::adopt(&host, sheet);
    }
    let content = across(&Across { taken: &taken, crosswalk, heading_level, words: &ENGLISH_COMPARISON });
    yew::Renderer::<Fixed>::with_root_and_props(host, FixedProps { content }).render();
}

/// Returns the answers in a framework that are stored for the tab, otherwise the latest that the device remembers.
fn latest(framework: &Framework, history: &[Remembered]) -> Option<Answers> {
    let draft = kept(StorageArea::Session, &draft::key(&framework.id, Subject::Oneself, 0));
    let draft = draft.and_then(|document| draft::read(framework, &document).ok());
    let own = draft.map(|(draft, _)| draft.answers).filter(|answers| answers.rated() > 0);
    let remembered = || history.iter().rev().find_map(|each| share_link::decode(framework, &each.result).ok());
    own.or_else(|| remembered().map(|result| result.answers))
}

/// Reads the document stored under a key; `None` if storage is blocked.
fn kept(area: StorageArea, key: &str) -> Option<Json> {
    storage::read(area, key).ok().flatten().and_then(|text| json::parse(&text))
}
