//! How an authorization ended. Two fields say so, and neither is promised.

use contract::operations::issuing::operations::{Authorization, ResultType};

/// How it ended, as far as the gateway says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was approved.
    Approved,
    /// It was refused in one way or another.
    Declined,
    /// Nothing is stated, or a word that says neither, or both.
    NotClear,
}

impl Ending {
    /// By `declined` and `resultType`: where one is silent the other counts, and where they contradict each other neither.
    pub fn of(authorization: &Authorization) -> Self {
        let refused = match &authorization.result_type {
            Some(ResultType::Approval) => Some(false),
            Some(ResultType::Decline | ResultType::Referral | ResultType::PickUp) => Some(true),
            Some(ResultType::Other | ResultType::Unknown(_)) | None => None,
        };
        match (authorization.declined, refused) {
            (Some(declined), Some(refused)) if declined != refused => Self::NotClear,
            (Some(true), _) | (None, Some(true)) => Self::Declined,
            (Some(false), _) | (None, Some(false)) => Self::Approved,
            (None, None) => Self::NotClear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_fields_say_how_it_ended_and_neither_overrules_the_other() {
        use Ending::{Approved, Declined, NotClear};
        // `declined` is true, false, and not stated.
        let table = [
            (None, [Declined, Approved, NotClear]),
            (Some("Approval"), [NotClear, Approved, Approved]),
            (Some("Decline"), [Declined, NotClear, Declined]),
            (Some("Referral"), [Declined, NotClear, Declined]),
            (Some("PickUp"), [Declined, NotClear, Declined]),
            (Some("Other"), [Declined, Approved, NotClear]),
            (Some("Deferred"), [Declined, Approved, NotClear]),
        ];
        for (result, endings) in table {
            for (declined, ending) in [Some(true), Some(false), None].into_iter().zip(endings) {
                let result_type = result.map(ResultType::from);
                let authorization = Authorization { declined, result_type, ..Authorization::default() };
                assert_eq!(Ending::of(&authorization), ending, "{declined:?} {result:?}");
            }
        }
    }
}
