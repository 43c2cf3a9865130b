//! How the operations of a statement are laid out: by card account and kind, each part of a payment under its payment.

use contract::{
    AccountReference, MaskedCard,
    operations::issuing::operations::{AccountOperation, OperationKind, Standing, standings},
};

use crate::{
    session::{reference, short},
    ui::operation_kind,
};

/// Operations that belong together.
#[derive(Debug, PartialEq)]
pub struct Block {
    /// "Card •••• 0010 · Transactions".
    pub heading: String,
    /// In the gateway's order, each part right after its payment.
    pub lines: Vec<Line>,
}

/// One operation and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The operation.
    pub operation: AccountOperation,
    /// Alone, or a payment and its parts.
    pub standing: Standing,
}

/// The blocks: first what each card did, in the order in which the cards appear, then what has no card.
pub fn blocks(in_view: &AccountReference, operations: &[AccountOperation]) -> Vec<Block> {
    let standings = standings(operations);
    let accounts = operations.iter().map(|operation| posted_to(operation, in_view));
    let several = accounts.collect::<std::collections::HashSet<_>>().len() > 1;
    let mut blocks: Vec<(Key, Vec<usize>)> = Vec::new();
    for (index, operation) in operations.iter().enumerate() {
        // A part goes where its payment goes.
        if matches!(standings[index], Standing::PartOf(Some(_))) {
            continue;
        }
        let key = Key::of(operation, in_view);
        let parts = (0..operations.len()).filter(|part| standings[*part] == Standing::PartOf(Some(index)));
        let lines = std::iter::once(index).chain(parts);
        match blocks.iter_mut().find(|(other, _)| *other == key) {
            Some((_, same)) => same.extend(lines),
            None => blocks.push((key, lines.collect())),
        }
    }
    let cards: Vec<_> = blocks.iter().map(|(key, _)| (key.account.clone(), key.card.clone())).collect();
    let first_seen = |key: &Key| cards.iter().position(|(account, card)| (account, card) == (&key.account, &key.card));
    blocks.sort_by_key(|(key, _)| (key.card.is_none(), first_seen(key), key.rank()));
    let line = |index: usize| Line { operation: operations[index].clone(), standing: standings[index] };
    blocks
        .into_iter()
        .map(|(key, lines)| Block { heading: key.heading(several), lines: lines.into_iter().map(line).collect() })
        .collect()
}

#[derive(Clone, Debug, PartialEq)]
struct Key {
    account: AccountReference,
    card: Option<String>,
    kind: Option<OperationKind>,
}

impl Key {
    fn of(operation: &AccountOperation, in_view: &AccountReference) -> Self {
        let account = posted_to(operation, in_view);
        Self {
            account,
            card: operation.masked_pan.as_ref().and_then(MaskedCard::ending),
            kind: operation.operation_kind.clone(),
        }
    }

    fn heading(&self, several_accounts: bool) -> String {
        let account = several_accounts.then(|| format!("Account {}", short(self.account.as_str())));
        let card = self.card.as_ref().map(|card| format!("Card {card}"));
        let kind = self.kind.as_ref().map_or_else(|| "Kind not stated".to_owned(), operation_kind::plural);
        [account, card, Some(kind)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What was bought first, then what it cost, then what was paid.
    fn rank(&self) -> usize {
        const ORDER: [OperationKind; 4] =
            [OperationKind::Transaction, OperationKind::Fee, OperationKind::Interest, OperationKind::Payment];
        let at = ORDER.iter().position(|kind| Some(kind) == self.kind.as_ref());
        at.unwrap_or(ORDER.len())
    }
}

fn posted_to(operation: &AccountOperation, in_view: &AccountReference) -> AccountReference {
    operation.posting_account_identifier.as_ref().and_then(reference).unwrap_or_else(|| in_view.clone())
}

#[cfg(test)]
mod tests {
    use contract::{Family, Opened, issuing::Issuing, operations::issuing::statements::ListStatementOperations};
    use serde_json::{Value, json};

    use super::*;

    fn guides() -> Vec<AccountOperation> {
        let text = include_str!("../../../contract/samples/issuing-v2/listStatementOperations.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListStatementOperations>(text) else { panic!("a list") };
        list.rows
    }

    fn operation(id: &str, kind: &str, more: Value) -> AccountOperation {
        let mut value = json!({ "operationIdentifier": { "operationId": id }, "operationKind": kind });
        if let (Some(fields), Value::Object(more)) = (value.as_object_mut(), more) {
            fields.extend(more);
        }
        serde_json::from_str(&value.to_string()).expect("an operation")
    }

    fn laid_out(operations: &[AccountOperation]) -> Vec<(String, Vec<String>)> {
        let ids = |block: &Block| {
            block.lines.iter().map(|line| line.operation.operation_identifier.operation_id.to_string()).collect()
        };
        blocks(&"2600".into(), operations).iter().map(|block| (block.heading.clone(), ids(block))).collect()
    }

    #[test]
    fn in_the_guides_statement_the_part_stands_under_its_payment() {
        let laid_out = laid_out(&guides());
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            laid_out,
            [
                ("Interest".to_owned(), ids(&["1000000000280040"])),
                ("Payments".to_owned(), ids(&["1000000000268017", "1000000000268018"])),
            ]
        );
    }

    #[test]
    fn each_card_has_its_own_blocks_and_what_has_no_card_comes_last() {
        let with_card = |id, kind, card| operation(id, kind, json!({ "maskedPan": card }));
        let list = [
            operation("1", "PAY", json!({})),
            with_card("2", "TRN", "424201******0010"),
            with_card("3", "TRN", "424201******0028"),
            with_card("4", "FEE", "424201******0010"),
            with_card("5", "TRN", "424201******0010"),
        ];
        let headings: Vec<_> = laid_out(&list).into_iter().map(|(heading, ids)| (heading, ids.concat())).collect();
        let expected = [
            ("Card •••• 0010 · Transactions", "25"),
            ("Card •••• 0010 · Fees", "4"),
            ("Card •••• 0028 · Transactions", "3"),
            ("Payments", "1"),
        ];
        assert_eq!(headings, expected.map(|(heading, ids)| (heading.to_owned(), ids.to_owned())));
    }

    #[test]
    fn where_several_accounts_are_on_one_statement_each_block_names_its_own() {
        let on =
            |id, account| operation(id, "TRN", json!({ "postingAccountIdentifier": { "accountReference": account } }));
        let headings: Vec<_> =
            laid_out(&[on("1", "12340001"), on("2", "12340002")]).into_iter().map(|one| one.0).collect();
        assert_eq!(headings, ["Account …0001 · Transactions", "Account …0002 · Transactions"]);
    }

    #[test]
    fn a_part_whose_payment_is_on_another_statement_has_a_block_of_its_own() {
        assert_eq!(laid_out(&[operation("7", "SUBPAYOP", json!({}))])[0].0, "Parts of payments");
    }
}
