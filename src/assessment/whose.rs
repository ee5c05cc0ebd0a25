//! Whose result it is: the results at hand are told apart by it.

/// Whose or which result it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// The person's own.
    You,
    /// What the person sees in somebody else.
    YourView,
    /// What somebody shared of themselves, by its number where there are several.
    Shared(usize),
    /// What somebody else sees in a person.
    SecondView(usize),
    /// Saved in a file.
    Saved(usize),
    /// Remembered on a day.
    Of(String),
}
