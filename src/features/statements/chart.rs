//! The balances of several cycles, as columns and as text.

use contract::{Instant, Money, operations::issuing::statements::Statement};
use leptos::prelude::*;

use crate::{browser::time, ui::amount};

/// Not more columns than fit beside each other.
const MOST: usize = 12;

/// The columns; nothing below two balances, because one shows no course.
pub fn chart(statements: &[Statement]) -> Option<AnyView> {
    let balances = balances(statements);
    if balances.len() < 2 {
        return None;
    }
    let values: Vec<i64> = balances.iter().map(|(_, money)| money.value).collect();
    let columns: Vec<_> = balances
        .iter()
        .zip(columns(&values))
        .map(|((closure, money), column)| {
            let percent = |tenths: i64| format!("{}.{}%", tenths / 10, tenths % 10);
            view! {
                <li>
                    <span class="plot" aria-hidden="true">
                        <span
                            class:credit=money.value < 0
                            style:bottom=percent(column.from)
                            style:height=percent(column.height)
                        ></span>
                        <span class="zero" style:bottom=percent(column.zero)></span>
                    </span>
                    <span class="amount">{amount::digits(money)}</span>
                    <small>{time::date(closure)}</small>
                </li>
            }
        })
        .collect();
    let currency = balances.last().map(|(_, money)| money.iso_code.clone());
    let figure = view! {
        <figure class="chart">
            <figcaption>"Balance at each closure, in "{currency}</figcaption>
            <ol tabindex="0" aria-label="Balance at each closure">{columns}</ol>
        </figure>
    };
    Some(figure.into_any())
}

/// The stated balances of the newest cycles, oldest first, as far as they are in one currency.
fn balances(statements: &[Statement]) -> Vec<(Instant, Money)> {
    let stated = |statement: &Statement| {
        Some((statement.cycle_closure_date.clone()?, statement.cycle_balance.as_ref()?.stated()?))
    };
    let mut balances: Vec<_> = statements.iter().filter_map(stated).collect();
    balances.sort_by_key(|(closure, _)| closure.epoch_millis());
    if let Some((_, newest)) = balances.last().cloned() {
        let same = |money: &Money| (money.exponent, &money.iso_code) == (newest.exponent, &newest.iso_code);
        balances.retain(|(_, money)| same(money));
    }
    balances.split_off(balances.len().saturating_sub(MOST))
}

/// A column, in tenths of a percent of the plot's height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Column {
    from: i64,
    height: i64,
    zero: i64,
}

/// Columns stand on the line of nought; what is in the customer's favour hangs from it.
fn columns(values: &[i64]) -> Vec<Column> {
    let highest = i128::from(values.iter().copied().max().unwrap_or(0).max(0));
    let lowest = i128::from(values.iter().copied().min().unwrap_or(0).min(0));
    let span = (highest - lowest).max(1);
    let tenths = |value: i128| i64::try_from(value * 1000 / span).unwrap_or(0);
    let zero = tenths(-lowest);
    let column = |value: &i64| {
        let value = i128::from(*value);
        let height = tenths(value.abs());
        Column { from: if value < 0 { zero - height } else { zero }, height, zero }
    };
    values.iter().map(column).collect()
}

#[cfg(test)]
mod tests {
    use contract::{Family, Opened, issuing::Issuing, operations::issuing::statements::ListStatements};

    use super::*;

    #[test]
    fn columns_stand_on_nought_and_credits_hang_from_it() {
        let column = |from, height| Column { from, height, zero: 250 };
        assert_eq!(columns(&[300, -100, 0]), [column(250, 750), column(0, 250), column(250, 0)]);
    }

    #[test]
    fn the_largest_amounts_do_not_overflow() {
        let drawn = columns(&[i64::MAX, i64::MIN]);
        assert!(drawn.iter().all(|column| (0..=1000).contains(&(column.from + column.height))));
    }

    #[test]
    fn nothing_but_noughts_is_flat() {
        assert_eq!(columns(&[0, 0])[0], Column { from: 0, height: 0, zero: 0 });
    }

    #[test]
    fn the_guides_balances_come_oldest_first() {
        let text = include_str!("../../../contract/samples/issuing-v2/listStatements.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListStatements>(text) else { panic!("a list") };
        let values: Vec<_> = balances(&list.rows).into_iter().map(|(_, money)| money.value).collect();
        assert_eq!(values, [60_000, 55_465, -41_031, -41_031, -41_031, -40_946]);
    }

    #[test]
    fn a_balance_that_is_not_stated_has_no_column() {
        assert!(balances(&[Statement::default()]).is_empty());
    }
}
