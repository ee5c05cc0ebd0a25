//! Views: one screen, or one part of a screen, per file. A view shows its props and sends a [`Msg`](crate::state::Msg).
//!
//! - Write a view as a plain function that takes a borrowed props struct, like `start(&Start { .. })` in `start.rs`, because
//!   each component adds to what every reader downloads (the figures are in `docs/decisions.md`).
//! - Write a struct component only for a view that has state of its own or starts effects, like [`app::App`], which holds
//!   the [`State`](crate::state::State) and starts every effect.
//! - Write markup that several views share as a plain function in `parts.rs`, like `button(Look::Primary, words.begin, send,
//!   Msg::Begin)`.
//!
//! `prerendered.rs` and `rubric.rs` are for `cargo xtask build`, which writes their output into the pages.

pub mod across;
mod across_page;
mod answer_list;
pub mod app;
mod at_hand;
mod brought;
pub mod comparison;
mod competency_card;
mod confirmation;
pub mod fixed;
mod focus_list;
mod ladder;
mod notice_line;
pub mod on_demand;
mod parts;
pub mod prerendered;
mod profile_table;
mod radar_chart;
mod rating_scale;
mod result_screen;
pub mod results;
pub mod rubric;
mod side_by_side;
mod situation;
mod start;
mod step_choice;
pub mod take_away;
mod waiting;
pub mod widget;
