//! A payment and its parts are listed together, and only one of the two moves the balance.

use super::{account_operation::AccountOperation, words::OperationKind};

/// How an operation stands among the others of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// By itself.
    Alone,
    /// A payment whose parts are listed too: the balance moves by them.
    Apportioned,
    /// A part of the payment at this place of the list; `None` when that payment is not in it.
    PartOf(Option<usize>),
}

impl Standing {
    /// Whether the balance moves by it. In the guide's statement 55465 = 60000 − 5000 + 465: the part of 5000 counts, and
    /// the payment of 30000 from which it comes does not (seed 004:245-258, 687-728).
    pub const fn moves_the_balance(self) -> bool {
        !matches!(self, Self::Apportioned)
    }
}

/// How each operation of a list stands, in the list's own order.
///
/// A part belongs to the payment that it names, or that names it; the guide's lists name neither, and there both have one
/// external date (seed 004:702, 726).
pub fn standings(operations: &[AccountOperation]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = operations
        .iter()
        .enumerate()
        .map(|(index, operation)| {
            if operation.apportions_a_payment() {
                Standing::PartOf(payment_of(operations, index))
            } else {
                Standing::Alone
            }
        })
        .collect();
    for index in 0..standings.len() {
        if let Standing::PartOf(Some(payment)) = standings[index] {
            standings[payment] = Standing::Apportioned;
        }
    }
    standings
}

fn payment_of(operations: &[AccountOperation], part: usize) -> Option<usize> {
    let own = &operations[part];
    let payments =
        || operations.iter().enumerate().filter(|(_, other)| other.operation_kind == Some(OperationKind::Payment));
    let named = payments().find(|(_, payment)| {
        let parts = payment.sub_operation_identifiers.iter().flat_map(|parts| &parts.rows);
        own.parent_operation_identifier.as_ref() == Some(&payment.operation_identifier)
            || parts.into_iter().any(|named| *named == own.operation_identifier)
    });
    if named.is_some() || own.parent_operation_identifier.is_some() {
        return named.map(|(index, _)| index);
    }
    let date = own.external_operation_date.as_ref()?;
    let at_once = payments().filter(|(_, payment)| payment.external_operation_date.as_ref() == Some(date));
    // Of two payments of one moment, the nearest: a list gives a payment and its parts one after the other.
    at_once.map(|(index, _)| index).min_by_key(|index| index.abs_diff(part))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        Family, Opened,
        issuing::Issuing,
        operations::issuing::statements::{ListStatementOperations, RetrieveStatement},
    };

    fn operations(rows: &[Value]) -> Vec<AccountOperation> {
        let read = |row: &Value| serde_json::from_str(&row.to_string()).expect("an operation");
        rows.iter().map(read).collect()
    }

    fn operation(id: &str, kind: &str, date: &str) -> Value {
        json!({
            "operationIdentifier": { "operationId": id }, "operationKind": kind, "externalOperationDate": date,
        })
    }

    const NOON: &str = "2022-07-18T12:00:00.000+00:00";
    const EVENING: &str = "2022-07-18T18:00:00.000+00:00";

    #[test]
    fn in_the_guides_statement_the_balance_moves_by_the_part_and_not_by_the_payment() {
        let listed = include_str!("../../../../samples/issuing-v2/listStatementOperations.response.json");
        let stated = include_str!("../../../../samples/issuing-v2/retrieveStatement.response.json");
        let Ok(Opened::Done(listed)) = Issuing::open::<ListStatementOperations>(listed) else { panic!("a list") };
        let Ok(Opened::Done(stated)) = Issuing::open::<RetrieveStatement>(stated) else { panic!("a statement") };
        let minor = |amount: &Option<crate::Amount>| amount.as_ref().and_then(|amount| amount.value).expect("stated");

        let standings = standings(&listed.rows);
        assert_eq!(standings, [Standing::Apportioned, Standing::PartOf(Some(0)), Standing::Alone]);
        let moved = listed.rows.iter().zip(&standings).filter(|(_, standing)| standing.moves_the_balance());
        let moved: i64 = moved.map(|(operation, _)| minor(&operation.reference_amount)).sum();
        assert_eq!(moved, -5000 + 465);
        assert_eq!(minor(&stated.previous_cycle_balance) + moved, minor(&stated.cycle_balance));
        // The gateway's own total is the whole payment, and no sum of what is listed.
        assert_eq!(minor(&stated.total_of_payment), 30_000);
    }

    #[test]
    fn a_part_belongs_to_the_payment_that_it_names_whatever_the_dates_say() {
        let mut part = operation("3", "SUBPAYOP", NOON);
        part["parentOperationIdentifier"] = json!({ "operationId": "2" });
        let list = operations(&[operation("1", "PAY", NOON), operation("2", "PAY", EVENING), part]);
        assert_eq!(standings(&list), [Standing::Alone, Standing::Apportioned, Standing::PartOf(Some(1))]);
    }

    #[test]
    fn a_part_belongs_to_the_payment_that_names_it() {
        let mut payment = operation("1", "PAY", NOON);
        payment["subOperationIdentifiers"] = json!([{ "operationId": "9" }]);
        let list = operations(&[payment, operation("2", "PAY", EVENING), operation("9", "SUBPAYOP", EVENING)]);
        assert_eq!(standings(&list)[2], Standing::PartOf(Some(0)));
    }

    #[test]
    fn of_two_payments_of_one_moment_the_nearest_is_meant() {
        let list = operations(&[
            operation("1", "PAY", NOON),
            operation("2", "SUBPAYOP", NOON),
            operation("3", "PAY", NOON),
            operation("4", "SUBPAYOP", NOON),
            operation("5", "SUBPAYOP", NOON),
        ]);
        let parts: Vec<_> = standings(&list).into_iter().filter(|one| matches!(one, Standing::PartOf(_))).collect();
        assert_eq!(parts, [0, 2, 2].map(|payment| Standing::PartOf(Some(payment))));
    }

    #[test]
    fn a_part_whose_payment_is_not_listed_stands_alone_and_counts() {
        let list = operations(&[operation("1", "FEE", NOON), operation("2", "SUBPAYOP", NOON)]);
        assert_eq!(standings(&list)[1], Standing::PartOf(None));
        assert!(standings(&list)[1].moves_the_balance());
    }
}
