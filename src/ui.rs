//! Views, one a file: what to show in, a [`Msg`](crate::state::Msg) out. [`app`] holds the state and starts every effect.
//!
//! Only [`app`] is a Yew component that readers download. The other views are plain functions of what they show, named after their file: they
//! have no state, and each component would add some 4 KB to what every reader downloads. The small pieces that they are
//! made of are in `parts.rs`. `prerendered.rs` and `rubric.rs` are for `cargo xtask build`, which writes them into the pages.

pub mod across;
mod answer_list;
pub mod app;
mod at_hand;
mod brought;
pub mod comparison;
mod competency_card;
mod confirmation;
mod focus_list;
mod ladder;
mod notice_line;
mod parts;
pub mod prerendered;
mod profile_table;
mod radar_chart;
mod rating_scale;
pub mod results;
pub mod rubric;
mod side_by_side;
mod situation;
mod start;
mod take_away;
