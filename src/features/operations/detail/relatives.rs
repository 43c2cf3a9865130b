//! Which operations belong to one: its fees, the parts of a payment, what it takes back and what takes it back.

use contract::{
    Amount, Instant,
    operations::issuing::operations::{AccountOperation, OperationKind, Standing, standings},
};

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

/// How much of it is left after what is known to take it back, with the sign of its own amount; nothing is less than 0 of it.
/// `None` where one of the amounts is not stated or of another currency: nobody can tell.
pub fn left(own: &AccountOperation, others: &[AccountOperation]) -> Option<i64> {
    let stated = |operation: &AccountOperation| operation.reference_amount.as_ref().and_then(Amount::stated);
    let posted = stated(own)?;
    let reversals = relatives(own, others).into_iter().filter(|(relation, _)| *relation == Relation::Reversal);
    let left = reversals.map(|(_, index)| stated(&others[index])).try_fold(posted.value, |left, back| {
        let back = back.filter(|back| back.iso_code == posted.iso_code && back.exponent == posted.exponent)?;
        left.checked_add(back.value)
    })?;
    Some(if left.signum() == posted.value.signum() { left } else { 0 })
}

/// A fee is posted with its purchase, but not always in the same moment.
const MILLISECONDS_APART: u64 = 5_000;
/// More than so many fees on one purchase are not looked for.
const MOST_UNSAID: usize = 8;

/// The places of fees that may be on this one although the list does not say so, the nearest first.
pub fn unsaid(own: &AccountOperation, others: &[AccountOperation]) -> Vec<usize> {
    let is_fee = |one: &AccountOperation| one.operation_kind == Some(OperationKind::Fee);
    let Some(at) = own.posting_date.as_ref().map(Instant::epoch_millis).filter(|_| !is_fee(own)) else {
        return Vec::new();
    };
    let apart = |other: &AccountOperation| other.posting_date.as_ref().map(|posted| posted.epoch_millis().abs_diff(at));
    let unlinked = |other: &AccountOperation| {
        other.parent_operation_identifier.is_none() && other.external_matching_operation_reference.is_none()
    };
    let mut near: Vec<_> = others
        .iter()
        .enumerate()
        .filter(|(_, other)| is_fee(other) && unlinked(other))
        .filter_map(|(place, other)| Some((apart(other)?, place)))
        .filter(|(apart, _)| *apart <= MILLISECONDS_APART)
        .collect();
    near.sort_unstable();
    near.into_iter().take(MOST_UNSAID).map(|(_, place)| place).collect()
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
    fn what_is_left_of_a_fee_is_what_was_not_taken_back_yet() {
        let own = fee("1", 1500);
        assert_eq!(left(&own, &[]), Some(1500));
        assert_eq!(left(&own, &[reversal("2", -500)]), Some(1000));
        assert_eq!(left(&own, &[reversal("2", -500), reversal("3", -1000)]), Some(0));
        assert_eq!(left(&own, &[own.clone(), reversal("2", -1500)]), Some(0));
        assert_eq!(left(&own, &[reversal("2", -2000)]), Some(0), "never less than nothing");
        assert_eq!(left(&fee("1", -1500), &[reversal("2", 500)]), Some(-1000), "of what the customer got");
    }

    #[test]
    fn nobody_can_tell_what_is_left_where_an_amount_is_not_stated_or_of_another_currency() {
        let (own, mut back) = (fee("1", 1500), reversal("2", -500));
        back.reference_amount = None;
        assert_eq!(left(&own, &[back.clone()]), None);
        back.reference_amount = serde_json::from_str(r#"{ "value": -500, "exponent": 0, "isoCode": "JPY" }"#).ok();
        assert_eq!(left(&own, &[back]), None);
    }

    #[test]
    fn fees_within_a_few_seconds_of_a_purchase_may_be_its_own_and_the_nearest_are_asked_for() {
        let at = |id, kind, second: &str, more: Value| {
            let mut fields =
                json!({ "operationKind": kind, "postingDate": format!("2022-12-05T09:37:{second}+00:00") });
            fields.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            operation(id, fields)
        };
        let own = at("1", "TRN", "27.670", json!({}));
        let others = [
            at("2", "FEE", "33.000", json!({})),
            at("3", "FEE", "29.000", json!({})),
            at("4", "FEE", "27.747", json!({})),
            at("5", "TRN", "27.747", json!({})),
            at("6", "FEE", "27.747", json!({ "parentOperationIdentifier": { "operationId": "9" } })),
            own.clone(),
        ];
        assert_eq!(unsaid(&own, &others), [2, 1]);
        assert_eq!(unsaid(&others[2], &others), [0_usize; 0], "a fee has none");
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
