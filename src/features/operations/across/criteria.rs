//! The three groups of criteria and their rules (seed 004:3209-3232). Pure: what was typed in, a search or what is wrong out.

use contract::{
    CalendarDate, Instant, Money,
    operations::issuing::{
        customers::AccountIdentifier,
        operations::{OperationIdentifier, SearchOperations},
    },
};

use crate::ui::form::typed;

/// The fields of the form, in the order in which a rep fills them in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// First group.
    Account,
    /// First group.
    Company,
    /// First group.
    VirtualCard,
    /// First group, and enough by itself.
    Operation,
    /// Second group: which dates are meant.
    Dates,
    /// Second group.
    From,
    /// Second group.
    To,
    /// Third group.
    Least,
    /// Third group.
    Most,
    /// Third group: of both amounts.
    Currency,
    /// Third group.
    Approval,
    /// Third group.
    Merchant,
    /// Third group.
    Kind,
}

impl Name {
    /// In the form's order.
    pub const ALL: [Self; 13] = [
        Self::Account,
        Self::Company,
        Self::VirtualCard,
        Self::Operation,
        Self::Dates,
        Self::From,
        Self::To,
        Self::Least,
        Self::Most,
        Self::Currency,
        Self::Approval,
        Self::Merchant,
        Self::Kind,
    ];
}

/// When it was made.
pub const MADE: &str = "made";
/// When it was posted.
pub const POSTED: &str = "posted";
/// No dates: only with the operation's own number.
pub const NO_DATES: &str = "none";

/// What is wrong, and with which field.
pub type Wrong = Vec<(Name, String)>;

/// What is known of currencies.
pub struct Currencies<D, K> {
    /// How many decimals one has; `None` for what is none.
    pub decimals: D,
    /// In which one an account is kept, as far as it is known.
    pub kept_in: K,
}

/// The search that the fields describe. `text` tells what stands in a field; `period` says from when to when
/// two days and those between them last where the issuer is, without the last moment.
pub fn search(
    text: impl Fn(Name) -> String,
    currencies: &Currencies<impl Fn(&str) -> Option<u8>, impl Fn(&str) -> Option<String>>,
    period: impl Fn(CalendarDate, CalendarDate) -> (Instant, Instant),
) -> Result<SearchOperations, Wrong> {
    let stated = |name| Some(text(name)).filter(|text| !text.is_empty());
    let mut wrong = Wrong::new();
    let named = stated(Name::Operation);
    let subject = [Name::Account, Name::Company, Name::VirtualCard, Name::Operation];
    if subject.into_iter().all(|name| stated(name).is_none()) {
        wrong.push((Name::Account, "Fill in at least one: account, company, virtual card or operation.".into()));
    }
    let asked = match text(Name::Dates).as_str() {
        NO_DATES if named.is_some() => None,
        NO_DATES => {
            wrong.push((Name::Dates, "Choose which dates. Only an operation's own number does without.".into()));
            None
        }
        _ => {
            days(&stated, &mut wrong).map(|(from, to)| period(from, to)).map(|(from, after)| (from, last_second(after)))
        }
    };
    let amounts = amounts(&stated, currencies, &mut wrong);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let (from, to) = asked.unzip();
    let by_posting = text(Name::Dates) == POSTED;
    let (transaction, posting) = if by_posting { ((None, None), (from, to)) } else { ((from, to), (None, None)) };
    let (least, most) = amounts.unzip();
    Ok(SearchOperations {
        issuer_company_external_reference: stated(Name::Company),
        posting_account_identifier: stated(Name::Account).map(|reference| AccountIdentifier {
            account_reference: Some(reference.into()),
            issuer_account_external_reference: None,
        }),
        virtual_service_card_external_reference: stated(Name::VirtualCard),
        operation_identifier: named.map(|id| OperationIdentifier { operation_id: id.into() }),
        transaction_date_from: transaction.0,
        transaction_date_to: transaction.1,
        posting_date_from: posting.0,
        posting_date_to: posting.1,
        reference_amount_from: least.map(stated_amount),
        reference_amount_to: most.map(stated_amount),
        approval_code: stated(Name::Approval),
        card_acceptor_name: stated(Name::Merchant),
        operation_kinds: stated(Name::Kind).map(|kind| vec![kind.as_str().into()]).unwrap_or_default(),
        page: None,
        page_size: None,
    })
}

/// Both days, in order.
fn days(stated: &impl Fn(Name) -> Option<String>, wrong: &mut Wrong) -> Option<(CalendarDate, CalendarDate)> {
    let mut day = |name| match typed::date(&stated(name).unwrap_or_default()) {
        Ok(day) => Some(day),
        Err(error) => {
            wrong.push((name, error));
            None
        }
    };
    let (from, to) = (day(Name::From), day(Name::To));
    let (from, to) = from.zip(to)?;
    if to < from {
        wrong.push((Name::To, "Choose a day that is not before “From”.".into()));
    }
    Some((from, to))
}

/// Both amounts, in order, or neither.
fn amounts(
    stated: &impl Fn(Name) -> Option<String>,
    currencies: &Currencies<impl Fn(&str) -> Option<u8>, impl Fn(&str) -> Option<String>>,
    wrong: &mut Wrong,
) -> Option<(Money, Money)> {
    let (least, most) = match (stated(Name::Least), stated(Name::Most)) {
        (None, None) => return None,
        (Some(_), None) => {
            wrong.push((Name::Most, "Fill in the other end too: the gateway takes whole ranges only.".into()));
            return None;
        }
        (None, Some(_)) => {
            wrong.push((Name::Least, "Fill in the other end too: the gateway takes whole ranges only.".into()));
            return None;
        }
        (Some(least), Some(most)) => (least, most),
    };
    let iso_code = stated(Name::Currency).unwrap_or_default().to_uppercase();
    let Some(exponent) = (currencies.decimals)(&iso_code) else {
        wrong.push((Name::Currency, "Write a currency such as EUR.".into()));
        return None;
    };
    if let Some(kept) = stated(Name::Account).and_then(|account| (currencies.kept_in)(&account))
        && kept != iso_code
    {
        wrong.push((Name::Currency, format!("The account above is kept in {kept}.")));
    }
    let mut money = |name, text: &str| {
        let money = typed::signed_amount(text, exponent, &iso_code);
        money.map_err(|error| wrong.push((name, error))).ok()
    };
    let (least, most) = (money(Name::Least, &least), money(Name::Most, &most));
    let (least, most) = least.zip(most)?;
    if most.value < least.value {
        wrong.push((Name::Most, "Write an amount that is not below the other one.".into()));
    }
    Some((least, most))
}

/// The range is said to hold both ends, so the last second is the end.
fn last_second(next_day: Instant) -> Instant {
    Instant::from_epoch_millis(next_day.epoch_millis() - 1000)
}

fn stated_amount(money: Money) -> contract::Amount {
    contract::Amount { value: Some(money.value), exponent: Some(money.exponent), iso_code: Some(money.iso_code) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(fields: &[(Name, &str)]) -> Result<SearchOperations, Vec<Name>> {
        let all =
            [(Name::Dates, POSTED), (Name::From, "2022-12-05"), (Name::To, "2022-12-06"), (Name::Currency, "EUR")];
        let currencies = Currencies {
            decimals: |iso_code: &str| {
                [("EUR", 2), ("JPY", 0)].into_iter().find(|one| one.0 == iso_code).map(|one| one.1)
            },
            kept_in: |account: &str| (account == "in yen").then(|| "JPY".to_owned()),
        };
        let text = |name| {
            let found = fields.iter().rev().chain(&all).find(|(other, _)| *other == name);
            found.map(|(_, text)| (*text).to_owned()).unwrap_or_default()
        };
        let start = |day: CalendarDate| Instant::from_epoch_millis(day.midnight_in_utc());
        let period = |from, to: CalendarDate| (start(from), start(to.plus_days(1)));
        search(text, &currencies, period).map_err(|wrong| wrong.into_iter().map(|(name, _)| name).collect())
    }

    #[test]
    fn an_account_and_a_period_are_a_search_of_one_range_with_both_ends() {
        let found = asked(&[(Name::Account, "1234")]).expect("a search");
        assert_eq!(found.missing(), None);
        assert_eq!(found.posting_date_from.map(|at| at.to_seconds_and_z()).as_deref(), Some("2022-12-05T00:00:00Z"));
        assert_eq!(found.posting_date_to.map(|at| at.to_seconds_and_z()).as_deref(), Some("2022-12-06T23:59:59Z"));
        assert_eq!(found.transaction_date_from, None);
    }

    #[test]
    fn of_the_first_group_one_is_needed() {
        assert_eq!(asked(&[]), Err(vec![Name::Account]));
        assert!(asked(&[(Name::Company, "ACME")]).is_ok());
        assert!(asked(&[(Name::VirtualCard, "V-1"), (Name::Account, "1")]).is_ok(), "two at a time are fine");
    }

    #[test]
    fn only_the_operations_own_number_does_without_dates() {
        assert_eq!(asked(&[(Name::Account, "1"), (Name::Dates, NO_DATES)]), Err(vec![Name::Dates]));
        let named = asked(&[(Name::Operation, "1000000000354873"), (Name::Dates, NO_DATES)]).expect("a search");
        assert_eq!((named.missing(), named.posting_date_from), (None, None));
    }

    #[test]
    fn a_range_needs_both_ends_in_order() {
        assert_eq!(asked(&[(Name::Account, "1"), (Name::To, "")]), Err(vec![Name::To]));
        assert_eq!(asked(&[(Name::Account, "1"), (Name::To, "2022-12-04")]), Err(vec![Name::To]));
        assert_eq!(asked(&[(Name::Account, "1"), (Name::Least, "10")]), Err(vec![Name::Most]));
        assert_eq!(asked(&[(Name::Account, "1"), (Name::Most, "10")]), Err(vec![Name::Least]));
        assert_eq!(asked(&[(Name::Account, "1"), (Name::Least, "20"), (Name::Most, "10")]), Err(vec![Name::Most]));
        assert_eq!(asked(&[(Name::Account, "1"), (Name::Least, "1,5"), (Name::Most, "10")]), Err(vec![Name::Least]));
    }

    #[test]
    fn an_amount_may_be_in_the_customers_favour_and_a_merchant_may_hold_a_wildcard() {
        let found =
            asked(&[(Name::Account, "1"), (Name::Least, "\u{2212}300"), (Name::Most, "0"), (Name::Merchant, "Plat%")]);
        let found = found.expect("a search");
        assert_eq!(found.reference_amount_from.and_then(|amount| amount.value), Some(-30_000));
        assert_eq!(found.card_acceptor_name.as_deref(), Some("Plat%"));
    }

    #[test]
    fn amounts_are_in_the_currency_of_the_account_that_is_typed() {
        let between = |account, currency| {
            asked(&[(Name::Account, account), (Name::Least, "10"), (Name::Most, "20"), (Name::Currency, currency)])
        };
        let least = |found: SearchOperations| found.reference_amount_from.map(|amount| (amount.value, amount.iso_code));
        assert_eq!(between("in yen", "jpy").map(least), Ok(Some((Some(10), Some("JPY".into())))), "it has no decimals");
        assert_eq!(between("unknown", "EUR").map(least), Ok(Some((Some(1000), Some("EUR".into())))));
        assert_eq!(between("in yen", "EUR"), Err(vec![Name::Currency]));
        assert_eq!(between("unknown", "euro"), Err(vec![Name::Currency]));
        let without = [(Name::Account, "in yen"), (Name::Currency, "")];
        assert!(asked(&without).is_ok(), "nobody asks for a currency where there is no amount");
    }

    #[test]
    fn whatever_the_form_lets_through_the_contract_finds_complete() {
        let texts = ["", "1"];
        for account in texts {
            for operation in texts {
                for dates in [MADE, POSTED, NO_DATES] {
                    for to in ["", "2022-12-06"] {
                        for most in ["", "5"] {
                            let fields = [
                                (Name::Account, account),
                                (Name::Operation, operation),
                                (Name::Dates, dates),
                                (Name::To, to),
                                (Name::Most, most),
                            ];
                            if let Ok(found) = asked(&fields) {
                                assert_eq!(found.missing(), None, "{fields:?}");
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(asked(&[(Name::To, ""), (Name::Least, "1")]), Err(vec![Name::Account, Name::To, Name::Most]));
    }
}
