//! The screen around a comparison: its heading, the place where the comparison appears, and the ways on.

use yew::prelude::*;

use crate::assessment::framework::Framework;
use crate::state::{Done, Msg, Request};
use crate::ui::parts::{PLAIN, PRIMARY, button, element, element_with, nothing, paragraph, screen, screen_heading};
use crate::ui::take_away::said;
use crate::words::Words;

/// The screen's key among the screens.
const COMPARISON: usize = usize::MAX - 1;

pub struct SideBySide<'a> {
    pub framework: &'a Framework,
    /// Whether links are made here.
    pub has_link: bool,
    /// What was done last.
    pub done: Option<&'a Done>,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn side_by_side(props: &SideBySide) -> Html {
    let SideBySide { framework, heading_level, words, send, .. } = *props;
    let copy = button(PRIMARY, words.copy_link, send, Msg::Ask(Request::CopyLink));
    let ways = vec![
        if props.has_link { copy } else { nothing() },
        button(PLAIN, words.print, send, Msg::Ask(Request::Print)),
        button(PLAIN, words.back, send, Msg::CloseAside),
    ];
    screen(
        "comparison",
        COMPARISON,
        vec![
            paragraph("eyebrow", framework.title.clone()),
            screen_heading(heading_level, words.comparison.into()),
            // Here the module for comparisons puts them.
            element_with("section", &["data-comparison"], vec!["".into()], Vec::new()),
            element("div", "actions", ways),
            said(words, props.done),
        ],
    )
}
