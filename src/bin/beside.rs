//! The third module: what only those readers load who set results side by side.

use next_rung::assessment::answers::{Answers, Subject};
use next_rung::assessment::crosswalk::Crosswalk;
use next_rung::assessment::framework::Framework;
use next_rung::assessment::history::{self, Remembered};
use next_rung::assessment::{draft, share_link};
use next_rung::browser::storage::{self, Keeper};
use next_rung::browser::styles;
use next_rung::ui::across::{Across, Taken, across as across_frameworks};
use next_rung::ui::comparison::{Comparison, Side, comparison};
use next_rung::words::ENGLISH_COMPARISON;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::prelude::*;

/// Nothing happens before the page asks for something.
fn main() {}

/// Puts the comparison of two results into an element. Whether that could be done.
///
/// The results stand in a text as in the fragment of a link, and each name is a line of `names`; `framework` is the text of a framework file and
/// `heading_level` the level of the heading above the comparison.
#[wasm_bindgen]
#[must_use]
pub fn compare(host: Element, framework: &str, names: &str, results: &str, heading_level: u8) -> bool {
    let Ok(framework) = Framework::read(framework) else { return false };
    let results: Vec<_> =
        share_link::find(results).iter().flat_map(|text| share_link::decode(&framework, text)).collect();
    let (Some((first_name, second_name)), [first, second]) = (names.split_once('\n'), results.as_slice()) else {
        return false;
    };
    let content = comparison(&Comparison {
        framework: &framework,
        first: Side { name: first_name, answers: &first.answers },
        second: Side { name: second_name, answers: &second.answers },
        heading_level,
        words: &ENGLISH_COMPARISON,
    });
    show(host, content);
    true
}

/// Puts the person's results in several frameworks into an element, or that there are too few. Whether the files could be
/// read.
///
/// `crosswalk` and `frameworks` are the texts of the files. The results are those that the tab keeps, or else the latest
/// that the device remembers.
#[wasm_bindgen]
#[must_use]
pub fn across(host: Element, crosswalk: &str, frameworks: Vec<String>, heading_level: u8) -> bool {
    let Ok(crosswalk) = Crosswalk::read(crosswalk) else { return false };
    let history = kept(Keeper::Device, history::KEY).and_then(|text| history::decode(&text).ok()).unwrap_or_default();
    let mut taken = Vec::new();
    for text in frameworks {
        let Ok(framework) = Framework::read(&text) else { return false };
        let answers = latest(&framework, &history);
        taken.extend(answers.map(|answers| Taken { framework, answers }));
    }
    // Without styles of our own the page is plain, and still says everything.
    let _ = styles::adopt(&host, &styles::WIDGET);
    let words = &ENGLISH_COMPARISON;
    show(host, across_frameworks(&Across { taken: &taken, crosswalk: &crosswalk, heading_level, words }));
    true
}

/// The answers in a framework that the tab keeps, or else the latest that the device remembers.
fn latest(framework: &Framework, history: &[Remembered]) -> Option<Answers> {
    let draft = kept(Keeper::Tab, &draft::key(&framework.id, Subject::Oneself, 0));
    let draft = draft.and_then(|text| draft::decode(framework, &text).ok());
    let own = draft.map(|(draft, _)| draft.answers).filter(|answers| answers.rated() > 0);
    let remembered = || history.iter().rev().find_map(|each| share_link::decode(framework, &each.result).ok());
    own.or_else(|| remembered().map(|result| result.answers))
}

/// What is kept under a key; nothing where storage is blocked.
fn kept(keeper: Keeper, key: &str) -> Option<String> {
    storage::read(keeper, key).ok().flatten()
}

fn show(host: Element, content: Html) {
    // As above.
    let _ = styles::adopt(&host, &styles::BESIDE);
    yew::Renderer::<Shown>::with_root_and_props(host, ShownProps { content }).render();
}

/// Shows what does not change any more.
struct Shown;

#[derive(Properties, PartialEq)]
struct ShownProps {
    content: Html,
}

impl Component for Shown {
    type Message = ();
    type Properties = ShownProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().content.clone()
    }
}
