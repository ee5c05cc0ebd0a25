//! The published frameworks. Their files are in `frameworks/`, one JSON file each.

/// The ids of the published frameworks, in the order in which they are listed.
pub const PUBLISHED: [&str; 5] = ["clarity", "competency-grid", "junior-senior", "two-areas", "three-stages"];
