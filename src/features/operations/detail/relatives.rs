//! Which operations belong to one: its fees, the parts of a payment, what it takes back and what takes it back.

use contract::operations::issuing::operations::{AccountOperation, OperationKind, Standing, standings};

/// How another operation belongs to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// This one belongs to it: a fee's purchase, a part's payment.
    Parent,
    /// This one takes it back.
    Original,
    /// It takes this one back.
    Reversal,
    /// It is a fee on this one.
    Fee,
    /// It is a part of this payment.
    Part,
    /// It belongs to this one in another way.
    Child,
    /// Nothing links them, but both were posted in one moment: in the guide, a purchase and its fee.
    SameMoment,
}

impl Relation {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Parent => "Belongs to",
            Self::Original => "Takes back",
            Self::Reversal => "Taken back by",
            Self::Fee => "Fee on it",
            Self::Part => "Part of it",
            Self::Child => "Belongs to it",
            Self::SameMoment => "Posted in the same moment",
        }
    }
}

/// What belongs to `own` among the others: the relation, and the place among them.
pub fn relatives(own: &AccountOperation, others: &[AccountOperation]) -> Vec<(Relation, usize)> {
    let mut with_own: Vec<AccountOperation> = others.to_vec();
    let place = others.iter().position(|other| other.operation_identifier == own.operation_identifier);
    let place = place.unwrap_or_else(|| {
        with_own.push(own.clone());
        with_own.len() - 1
    });
    let standings = standings(&with_own);
    let related = |index: usize| {
        let other = &others[index];
        if index == place {
            return None;
        }
        match (standings[index], standings[place]) {
            (Standing::PartOf(Some(payment)), _) if payment == place => return Some(Relation::Part),
            (_, Standing::PartOf(Some(payment))) if payment == index => return Some(Relation::Parent),
            _ => {}
        }
        relation(own, other)
    };
    (0..others.len()).filter_map(|index| related(index).map(|relation| (relation, index))).collect()
}

/// Whether the whole of it has been taken back by what is known.
pub fn is_reversed(own: &AccountOperation, others: &[AccountOperation]) -> bool {
    let value = |operation: &AccountOperation| operation.reference_amount.as_ref().and_then(|amount| amount.value);
    let reversals = relatives(own, others).into_iter().filter(|(relation, _)| *relation == Relation::Reversal);
    let back: Vec<_> = reversals.map(|(_, index)| value(&others[index])).collect();
    let Some(posted) = value(own).filter(|_| !back.is_empty()) else { return false };
    back.into_iter().flatten().sum::<i64>() == -posted
}

fn relation(own: &AccountOperation, other: &AccountOperation) -> Option<Relation> {
    if takes_back(own, other) {
        return Some(Relation::Original);
    }
    if takes_back(other, own) {
        return Some(Relation::Reversal);
    }
    let names = |one: &AccountOperation, another: &AccountOperation| {
        one.parent_operation_identifier.as_ref() == Some(&another.operation_identifier)
    };
    let parts = own.sub_operation_identifiers.iter().flat_map(|parts| &parts.rows);
    if parts.into_iter().any(|part| *part == other.operation_identifier) {
        return Some(Relation::Part);
    }
    if names(own, other) {
        return Some(Relation::Parent);
    }
    let is_fee = |one: &AccountOperation| one.operation_kind == Some(OperationKind::Fee);
    if names(other, own) {
        return Some(if is_fee(other) { Relation::Fee } else { Relation::Child });
    }
    let one_moment = own.posting_date.is_some() && own.posting_date == other.posting_date;
    let unlinked = own.parent_operation_identifier.is_none() && other.parent_operation_identifier.is_none();
    (one_moment && unlinked && is_fee(own) != is_fee(other)).then_some(Relation::SameMoment)
}

/// By the three facts that a reversal repeats.
fn takes_back(reversal: &AccountOperation, original: &AccountOperation) -> bool {
    let reference = reversal.external_matching_operation_reference.as_ref();
    reference.is_some()
        && reference == original.external_operation_reference.as_ref()
        && reversal.external_matching_operation_date == original.external_operation_date
        && reversal.external_matching_operation_service_poster == original.external_operation_service_poster
}

#[cfg(test)]
mod tests {
    use contract::{
        Family, Opened,
        issuing::Issuing,
        operations::issuing::{operations::ListOperations, statements::ListStatementOperations},
    };
    use serde_json::{Value, json};

    use super::*;

    fn operation(id: &str, more: Value) -> AccountOperation {
        let mut fields = json!({ "operationIdentifier": { "operationId": id } });
        if let (Value::Object(fields), Value::Object(more)) = (&mut fields, more) {
            fields.extend(more);
        }
        serde_json::from_str(&fields.to_string()).expect("an operation")
    }

    fn fee(id: &str, value: i64) -> AccountOperation {
        operation(
            id,
            json!({
                "operationKind": "FEE", "referenceAmount": { "value": value, "exponent": 2, "isoCode": "EUR" },
                "externalOperationDate": "2023-01-02T14:20:34.715Z", "externalOperationReference": "1234F123456",
                "externalOperationServicePoster": "ISSUER",
            }),
        )
    }

    fn reversal(id: &str, value: i64) -> AccountOperation {
        operation(
            id,
            json!({
                "operationKind": "FEE", "reversal": true,
                "referenceAmount": { "value": value, "exponent": 2, "isoCode": "EUR" },
                "externalMatchingOperationDate": "2023-01-02T14:20:34.715+00:00",
                "externalMatchingOperationReference": "1234F123456", "externalMatchingOperationServicePoster": "ISSUER",
            }),
        )
    }

    #[test]
    fn the_guides_purchase_and_its_fee_were_posted_in_one_moment() {
        let text = include_str!("../../../../contract/samples/issuing-v2/listOperations.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListOperations>(text) else { panic!("a list") };
        assert_eq!(relatives(&list.rows[0], &list.rows), [(Relation::SameMoment, 1)]);
        assert_eq!(relatives(&list.rows[1], &list.rows), [(Relation::SameMoment, 0)]);
    }

    #[test]
    fn the_guides_payment_has_its_part_and_the_part_its_payment() {
        let text = include_str!("../../../../contract/samples/issuing-v2/listStatementOperations.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListStatementOperations>(text) else { panic!("a list") };
        assert_eq!(relatives(&list.rows[0], &list.rows), [(Relation::Part, 1)]);
        assert_eq!(relatives(&list.rows[1], &list.rows), [(Relation::Parent, 0)]);
        assert_eq!(relatives(&list.rows[2], &list.rows), []);
    }

    #[test]
    fn a_part_finds_its_payment_though_the_part_itself_is_not_in_the_list() {
        let text = include_str!("../../../../contract/samples/issuing-v2/listStatementOperations.response.json");
        let Ok(Opened::Done(list)) = Issuing::open::<ListStatementOperations>(text) else { panic!("a list") };
        assert_eq!(relatives(&list.rows[1], &list.rows[..1]), [(Relation::Parent, 0)]);
    }

    #[test]
    fn a_reversal_is_found_by_the_three_facts_from_either_side() {
        let (fee, back) = (fee("1", 1500), reversal("2", -1500));
        assert_eq!(relatives(&fee, std::slice::from_ref(&back)), [(Relation::Reversal, 0)]);
        assert_eq!(relatives(&back, std::slice::from_ref(&fee)), [(Relation::Original, 0)]);
    }

    #[test]
    fn only_the_whole_amount_taken_back_is_a_reversal_of_the_whole() {
        let own = fee("1", 1500);
        assert!(!is_reversed(&own, &[]));
        assert!(!is_reversed(&own, &[reversal("2", -500)]));
        assert!(is_reversed(&own, &[reversal("2", -500), reversal("3", -1000)]));
        assert!(is_reversed(&own, &[own.clone(), reversal("2", -1500)]));
    }

    #[test]
    fn a_link_that_is_stated_counts_more_than_the_moment() {
        let at = json!({ "operationKind": "TRN", "postingDate": "2022-12-05T09:37:27.670+00:00" });
        let linked = json!({
            "operationKind": "FEE", "postingDate": "2022-12-05T09:37:27.670+00:00",
            "parentOperationIdentifier": { "operationId": "9" },
        });
        let (purchase, fee) = (operation("1", at), operation("2", linked));
        assert_eq!(relatives(&purchase, std::slice::from_ref(&fee)), [], "it belongs to another purchase");
        assert_eq!(relatives(&operation("9", json!({})), std::slice::from_ref(&fee)), [(Relation::Fee, 0)]);
    }
}
