//! What a new dispute books: what goes back or is charged again, and what is posted besides.

use contract::Money;

use crate::features::disputes::{balance::left_of, request::Refund};

/// What is wrong with the amounts of a new dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The part that goes back is not less than all of it.
    NoPart,
    /// All of it goes back, so that nothing is left to post.
    NothingLeft,
    /// Only so much is left to post.
    OnlyLeft(Money),
}

/// Judges both against the operation itself. Its fees are not known here: what they come to is posted in the folder.
pub fn wrong(disputed: &Money, refund: &Refund, posting: Option<&Money>) -> Option<Wrong> {
    let given = match refund {
        Refund::None => None,
        Refund::Full => Some(disputed.clone()),
        Refund::Partial(part) if part.value.saturating_abs() >= disputed.value.saturating_abs() => {
            return Some(Wrong::NoPart);
        }
        Refund::Partial(part) => Some(part.clone()),
    };
    let before = left_of(disputed, &given.into_iter().collect::<Vec<_>>())?;
    let after = left_of(&before, std::slice::from_ref(posting?))?;
    match (after.value < 0, before.value) {
        (false, _) => None,
        (true, 0) => Some(Wrong::NothingLeft),
        (true, _) => Some(Wrong::OnlyLeft(before)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    #[test]
    fn a_refund_and_a_posting_together_are_no_more_than_the_operation() {
        let of = |refund: &Refund, posting: i64| wrong(&euros(9724), refund, Some(&euros(posting)));
        assert_eq!(of(&Refund::Full, 500_000), Some(Wrong::NothingLeft));
        assert_eq!(of(&Refund::Full, 1), Some(Wrong::NothingLeft));
        assert_eq!(of(&Refund::Partial(euros(9000)), 725), Some(Wrong::OnlyLeft(euros(724))));
        assert_eq!(of(&Refund::Partial(euros(9000)), 724), None);
        assert_eq!(of(&Refund::None, 9725), Some(Wrong::OnlyLeft(euros(9724))));
        assert_eq!(of(&Refund::None, 9724), None);
        assert_eq!(wrong(&euros(9724), &Refund::Full, None), None);
    }

    #[test]
    fn a_part_is_less_than_the_whole_of_a_debit_and_of_a_credit() {
        let part = |whole: i64, part: i64| wrong(&euros(whole), &Refund::Partial(euros(part)), None);
        assert_eq!(part(9724, 9724), Some(Wrong::NoPart));
        assert_eq!(part(9724, 9723), None);
        assert_eq!(part(-5000, -1000), None);
        assert_eq!(part(-5000, -5000), Some(Wrong::NoPart));
    }

    #[test]
    fn of_a_credit_no_more_is_charged_again_than_there_is_of_it() {
        let of = |posting: i64| wrong(&euros(-5000), &Refund::Partial(euros(-1000)), Some(&euros(posting)));
        assert_eq!(of(-4000), None);
        assert_eq!(of(-4001), Some(Wrong::OnlyLeft(euros(4000))));
    }
}
