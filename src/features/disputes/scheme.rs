//! The card scheme of a dispute: it decides how a chargeback is explained and what a document may be called.

/// A scheme that takes chargebacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Explains a chargeback by a scenario.
    Visa,
    /// Explains it by a reason code.
    Mastercard,
}

impl Scheme {
    /// A folder tells by the letter after its first one: `D-V-1234-2319-19` (public). `None` when it does not.
    pub fn of_folder(reference: &str) -> Option<Self> {
        match reference.get(..4)? {
            "D-V-" => Some(Self::Visa),
            "D-M-" => Some(Self::Mastercard),
            _ => None,
        }
    }

    /// An operation tells in several words: `VISA`, `VIS`, `MasterCard`, `MCI` (seed 004:2970; public).
    pub fn of_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        words.into_iter().find_map(|word| match word.to_ascii_lowercase().get(..3)? {
            "vis" => Some(Self::Visa),
            "mas" | "mci" | "mcc" => Some(Self::Mastercard),
            _ => None,
        })
    }

    /// As people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visa => "Visa",
            Self::Mastercard => "Mastercard",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_tells_its_scheme_or_nothing() {
        assert_eq!(Scheme::of_folder("D-V-1234-2319-19"), Some(Scheme::Visa));
        assert_eq!(Scheme::of_folder("D-M-1234-2319-19"), Some(Scheme::Mastercard));
        for opaque in ["", "D", "4711", "D-X-1", "D-é"] {
            assert_eq!(Scheme::of_folder(opaque), None, "{opaque}");
        }
    }

    #[test]
    fn an_operation_tells_it_in_several_words() {
        assert_eq!(Scheme::of_words(["VISA"]), Some(Scheme::Visa));
        assert_eq!(Scheme::of_words(["", "VIS"]), Some(Scheme::Visa));
        assert_eq!(Scheme::of_words(["MasterCard"]), Some(Scheme::Mastercard));
        assert_eq!(Scheme::of_words(["GIROCARD", "x"]), None);
    }
}
