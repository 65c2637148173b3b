//! Enums whose variants are words of the file format: each is declared once, with its word beside the variant.

use std::str::FromStr;

use strum::{VariantArray, VariantNames};

/// An enum of the model whose variants are the fixed words of a key. Format, schema, command line, papers and the texts
/// that are added to a file all take words and variants from here.
pub trait Word: VariantArray + VariantNames + FromStr + Into<&'static str> + Copy {
    /// All variants, in the order in which they are told.
    const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
    /// Their words, in the same order.
    const WORDS: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// The word of a variant, as it is typed in a file.
    #[must_use]
    fn word(self) -> &'static str {
        self.into()
    }

    /// The variant of a word; nothing for a text that is none of [`Word::WORDS`].
    #[must_use]
    fn of(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

impl<T: VariantArray + VariantNames + FromStr + Into<&'static str> + Copy> Word for T {}
