//! The owner or origin of a result, by which the results at hand are told apart.

/// The owner or origin of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// The person's own.
    You,
    /// The person's view of somebody else.
    YourView,
    /// Shared by somebody about themselves, by its number if there are several.
    Shared(usize),
    /// Somebody else's view of a person, by its number if there are several.
    SecondView(usize),
    /// Saved in a file, by its number if there are several.
    Saved(usize),
    /// Remembered on a day.
    Of(String),
}
