//! The owner or origin of a result, which tells results at hand apart.

/// The owner or origin of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own.
    You,
    /// The reader's view of somebody else.
    YourView,
    /// Shared by somebody about themselves, with its number if there are several.
    Shared(usize),
    /// Somebody else's view of a person, with its number if there are several.
    SecondView(usize),
    /// Saved in a file, with its number if there are several.
    Saved(usize),
    /// Remembered on this day.
    Of(String),
}
