//! What a change is expected to do to a folder's balances. The gateway's own figures are read afterwards.

use contract::{Amount, Money, operations::issuing::disputes::Dispute};

/// Before and after of the two balances; what is not stated stays so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What the cardholder still carries.
    pub outstanding: (Option<Amount>, Option<Amount>),
    /// What the issuer carries.
    pub issuer: (Option<Amount>, Option<Amount>),
    /// It will be refused: what it would leave is not shown as if it could be had.
    pub too_much: bool,
}

/// What stands in the place of what cannot be had.
pub const TOO_MUCH: &str = "More than there is";

/// Money that is given back or written off: the cardholder carries so much less, the issuer so much more. A negative
/// amount goes the other way.
pub fn after_posting(dispute: &Dispute, posted: &Money) -> Preview {
    let minus = Money { value: posted.value.saturating_neg(), ..posted.clone() };
    Preview {
        outstanding: (dispute.outstanding_balance.clone(), plus(dispute.outstanding_balance.as_ref(), &minus)),
        issuer: (dispute.issuer_accounting_balance.clone(), plus(dispute.issuer_accounting_balance.as_ref(), posted)),
        too_much: too_much(dispute.outstanding_balance.as_ref(), std::slice::from_ref(posted)),
    }
}

/// What changes nothing until the scheme answers: a chargeback, a note, a document.
pub fn unchanged(dispute: &Dispute) -> Preview {
    let same = |balance: &Option<Amount>| (balance.clone(), balance.clone());
    Preview {
        outstanding: same(&dispute.outstanding_balance),
        issuer: same(&dispute.issuer_accounting_balance),
        too_much: false,
    }
}

/// What the cardholder will still carry once a dispute for this much was made with these postings.
pub fn after_creation(disputed: Option<&Amount>, postings: &[Money]) -> Option<Amount> {
    postings.iter().try_fold(disputed?.clone(), |rest, posted| {
        let minus = Money { value: posted.value.saturating_neg(), ..posted.clone() };
        plus(Some(&rest), &minus)
    })
}

/// Why so much cannot be booked: together it is more than there is, whichever way that goes.
pub fn too_much(whole: Option<&Amount>, booked: &[Money]) -> bool {
    whole.and_then(Amount::stated).is_some_and(|whole| left_of(&whole, booked).is_some_and(|left| left.value < 0))
}

/// How much of the whole is left, whichever way that goes; below nothing when more is booked. `None` where they are of two
/// currencies.
pub fn left_of(whole: &Money, booked: &[Money]) -> Option<Money> {
    let value = booked.iter().try_fold(whole.value.saturating_abs(), |left, one| {
        same_currency(whole, one).then(|| left.saturating_sub(one.value.saturating_abs()))
    })?;
    Some(Money { value, ..whole.clone() })
}

/// What was typed, in the direction in which it makes the whole smaller: a debit is given back, a credit is charged again.
pub fn reducing(whole: Option<&Amount>, typed: Money) -> Money {
    let value = if is_credit(whole) { typed.value.saturating_neg() } else { typed.value };
    Money { value, ..typed }
}

/// Whether it is in the customer's favour: debit is positive.
pub fn is_credit(amount: Option<&Amount>) -> bool {
    amount.and_then(Amount::stated).is_some_and(|money| money.value < 0)
}

/// The money as the gateway takes it.
pub fn amount_of(money: &Money) -> Amount {
    Amount { value: Some(money.value), exponent: Some(money.exponent), iso_code: Some(money.iso_code.clone()) }
}

/// `None` where either is not stated or they are of two currencies: nothing is invented.
fn plus(balance: Option<&Amount>, change: &Money) -> Option<Amount> {
    let balance = balance.and_then(Amount::stated).filter(|balance| same_currency(balance, change))?;
    let value = balance.value.checked_add(change.value)?;
    Some(amount_of(&Money { value, ..balance }))
}

fn same_currency(one: &Money, other: &Money) -> bool {
    one.exponent == other.exponent && one.iso_code == other.iso_code
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn euros(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    fn folder(outstanding: serde_json::Value) -> Dispute {
        serde_json::from_str(
            &json!({
                "disputeFolderIdentifier": { "disputeFolderReference": "D" },
                "outstandingBalance": outstanding,
                "issuerAccountingBalance": { "value": 0, "exponent": 2, "isoCode": "EUR" },
            })
            .to_string(),
        )
        .expect("a folder")
    }

    #[test]
    fn what_is_written_off_goes_from_the_cardholder_to_the_issuer() {
        let preview = after_posting(&folder(json!({ "value": 21522, "exponent": 2, "isoCode": "EUR" })), &euros(7625));
        assert_eq!(preview.outstanding.1, Some(amount_of(&euros(13_897))));
        assert_eq!(preview.issuer.1, Some(amount_of(&euros(7625))));
    }

    #[test]
    fn nothing_is_invented_where_an_amount_is_not_stated_or_of_another_currency() {
        assert_eq!(after_posting(&folder(json!({})), &euros(1)).outstanding.1, None);
        let yen = folder(json!({ "value": 21522, "exponent": 0, "isoCode": "JPY" }));
        assert_eq!(after_posting(&yen, &euros(1)).outstanding.1, None);
        assert!(!too_much(yen.outstanding_balance.as_ref(), &[euros(99_999)]));
    }

    #[test]
    fn a_chargeback_changes_nothing_until_the_scheme_answers() {
        let preview = unchanged(&folder(json!({ "value": 21522, "exponent": 2, "isoCode": "EUR" })));
        assert_eq!(preview.outstanding.0, preview.outstanding.1);
    }

    #[test]
    fn more_than_is_outstanding_is_noticed() {
        let folder = folder(json!({ "value": 21522, "exponent": 2, "isoCode": "EUR" }));
        assert!(too_much(folder.outstanding_balance.as_ref(), &[euros(21_523)]));
        assert!(after_posting(&folder, &euros(21_523)).too_much);
        assert!(!after_posting(&folder, &euros(21_522)).too_much);
        assert!(!too_much(folder.outstanding_balance.as_ref(), &[euros(21_522)]));
    }

    #[test]
    fn several_bookings_count_together_and_of_nothing_nothing_is_left() {
        let whole = amount_of(&euros(9724));
        assert!(too_much(Some(&whole), &[euros(9000), euros(725)]));
        assert!(!too_much(Some(&whole), &[euros(9000), euros(724)]));
        assert!(too_much(Some(&amount_of(&euros(0))), &[euros(1)]));
    }

    #[test]
    fn a_credit_is_charged_again_and_no_more_than_there_is_of_it() {
        let credit = amount_of(&euros(-5000));
        let part = reducing(Some(&credit), euros(1000));
        assert_eq!(part, euros(-1000));
        assert_eq!(after_creation(Some(&credit), std::slice::from_ref(&part)), Some(amount_of(&euros(-4000))));
        assert!(!too_much(Some(&credit), &[part]));
        assert!(too_much(Some(&credit), &[euros(-5001)]));
        assert_eq!(reducing(Some(&amount_of(&euros(5000))), euros(1000)), euros(1000));
        assert_eq!(reducing(None, euros(1000)), euros(1000));
    }

    #[test]
    fn a_new_dispute_leaves_what_its_postings_leave() {
        let disputed = amount_of(&euros(21_102));
        assert_eq!(after_creation(Some(&disputed), &[euros(7625)]), Some(amount_of(&euros(13_477))));
        assert_eq!(after_creation(Some(&disputed), &[]), Some(disputed.clone()));
        assert_eq!(after_creation(None, &[]), None);
        assert_eq!(after_creation(Some(&Amount::default()), &[euros(1)]), None);
    }
}
