//! What a rep wants to post or to take back, as requests and as what a read must show. Pure: the screen is elsewhere.

use contract::{
    AccountReference, Amount, CalendarDate, Instant, Money, Operation, Spec,
    operations::issuing::operations::{
        AccountOperation, InterestType, NewOperation, OperationKind, OriginalOperation, PostBonusOperation,
        PostFeeOperation, PostInterestOperation, ReverseBonusOperation, ReverseFeeOperation, ReverseInterestOperation,
    },
};

use super::proof::Expected;
use crate::config::PostingRules;

/// Which system posts: the word of the guide's own example (seed 004:3018).
const SERVICE_POSTER: &str = "ISSUER";

/// What can be posted by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A fee.
    Fee,
    /// A reward, or the correction of one.
    Bonus,
    /// Interest.
    Interest,
}

impl Kind {
    /// All of them, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Fee, Self::Bonus, Self::Interest];

    /// Within a sentence.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Bonus => "bonus",
            Self::Interest => "interest",
        }
    }

    /// What posts it.
    pub const fn posting(self) -> Spec {
        match self {
            Self::Fee => PostFeeOperation::SPEC,
            Self::Bonus => PostBonusOperation::SPEC,
            Self::Interest => PostInterestOperation::SPEC,
        }
    }

    /// What takes it back.
    pub const fn reversal(self) -> Spec {
        match self {
            Self::Fee => ReverseFeeOperation::SPEC,
            Self::Bonus => ReverseBonusOperation::SPEC,
            Self::Interest => ReverseInterestOperation::SPEC,
        }
    }

    /// The kind of an operation that was posted by hand or by the platform; a bonus is told by its programme, because no
    /// documented kind is one.
    pub fn of(operation: &AccountOperation) -> Option<Self> {
        match &operation.operation_kind {
            Some(OperationKind::Fee) => Some(Self::Fee),
            Some(OperationKind::Interest) => Some(Self::Interest),
            _ if operation.bonus_program_reference.is_some() => Some(Self::Bonus),
            _ => None,
        }
    }
}

/// The type of a fee or the programme of a bonus, as the gateway states it.
pub fn word_of(operation: &AccountOperation) -> Option<String> {
    let fee_type = operation.fee_type.as_ref().map(|word| word.as_str().to_owned());
    fee_type.or_else(|| operation.bonus_program_reference.clone())
}

/// The three facts that name a new operation for the outside; made once per intent.
pub fn triplet(now: i64, reference: String) -> NewOperation {
    // In whole seconds, as it is sent: an inquiry must name the very same moment.
    let date = Instant::from_epoch_millis(now.div_euclid(1000) * 1000);
    NewOperation { date, reference: reference.into(), service_poster: SERVICE_POSTER.into() }
}

/// Something to be posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// To which account.
    pub account: AccountReference,
    /// Names it for the outside.
    pub triplet: NewOperation,
    /// The fee's type or the bonus's programme; nothing for interest.
    pub word: String,
    /// How much; more than nothing.
    pub money: Money,
    /// Whether the customer pays, or gets it.
    pub charged: bool,
    /// For the customer's eyes.
    pub description: Option<String>,
    /// From when it counts; only for a fee and for interest.
    pub value_date: Option<Instant>,
}

impl Posting {
    /// As it is sent: debit positive, credit negative (seed 004:439, 690).
    pub fn amount(&self) -> Amount {
        let value = if self.charged { self.money.value } else { -self.money.value };
        stated(Money { value, ..self.money.clone() })
    }

    /// As a fee.
    pub fn fee(&self) -> PostFeeOperation {
        PostFeeOperation {
            account_reference: self.account.clone(),
            description: self.description.clone(),
            external_operation_date: self.triplet.date.clone(),
            external_operation_reference: self.triplet.reference.clone(),
            external_operation_service_poster: self.triplet.service_poster.clone(),
            fee_type: self.word.clone(),
            reference_amount: self.amount(),
            value_date: self.value_date.clone(),
            external_operation_code: None,
            sub_fee_type: None,
            frequency: None,
            adjustment: false,
            adjustment_reason: None,
        }
    }

    /// As a bonus in money.
    pub fn bonus(&self) -> PostBonusOperation {
        PostBonusOperation {
            account_reference: self.account.clone(),
            bonus_program_reference: self.word.clone(),
            description: self.description.clone(),
            external_operation_date: self.triplet.date.clone(),
            external_operation_reference: self.triplet.reference.clone(),
            external_operation_service_poster: self.triplet.service_poster.clone(),
            external_operation_code: None,
            reference_amount: Some(self.amount()),
            loyalty_point_amount: None,
            rewarded_operation_identifier: None,
            rewarded_external_matching_operation_reference: None,
            rewarded_external_matching_operation_date: None,
            rewarded_external_matching_operation_service_poster: None,
        }
    }

    /// As interest, whose type agrees with the sign.
    pub fn interest(&self) -> PostInterestOperation {
        PostInterestOperation {
            account_reference: self.account.clone(),
            description: self.description.clone(),
            external_operation_date: self.triplet.date.clone(),
            external_operation_reference: self.triplet.reference.clone(),
            external_operation_service_poster: self.triplet.service_poster.clone(),
            external_operation_code: None,
            interest_type: if self.charged { InterestType::Debit } else { InterestType::Credit },
            reference_amount: self.amount(),
            value_date: self.value_date.clone(),
        }
    }

    /// What must be in it when it is found.
    pub fn expected(&self, kind: Kind) -> Expected {
        Expected {
            kind,
            triplet: self.triplet.clone(),
            original: None,
            amount: self.amount(),
            word: Some(self.word.clone()).filter(|_| kind != Kind::Interest),
            interest_type: (kind == Kind::Interest).then(|| self.interest().interest_type),
            description: self.description.clone(),
            value_date: self.value_date.clone().filter(|_| kind != Kind::Bonus),
        }
    }
}

/// Which days "Counts from" may name: not before the account was opened, nor more than a year back, which is a slip of
/// the pen; and at most a month ahead. Neither guide nor description states a limit.
pub fn value_dates(today: CalendarDate, opened: Option<CalendarDate>) -> (CalendarDate, CalendarDate) {
    let year_ago = today.plus_days(-365);
    let first = opened.filter(|opened| *opened > year_ago && *opened <= today).unwrap_or(year_ago);
    (first, today.plus_days(31))
}

/// Something to be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reversal {
    /// On which account.
    pub account: AccountReference,
    /// Names the reversal for the outside.
    pub triplet: NewOperation,
    /// Names what is taken back.
    pub original: OriginalOperation,
    /// What was posted.
    pub posted: Money,
    /// The fee's type or the bonus's programme, where the gateway states it.
    pub word: Option<String>,
    /// How much of it is taken back, without a sign.
    pub back: i64,
    /// For the customer's eyes.
    pub description: Option<String>,
}

impl Reversal {
    /// What the reversal changes on the account: the sign turned (seed 004:3076-3080).
    pub fn amount(&self) -> Amount {
        let value = if self.posted.value < 0 { self.back } else { -self.back };
        stated(Money { value, ..self.posted.clone() })
    }

    /// Of a fee, in full or in part. The amount is stated as in the guide's example, also for the whole; the type of the
    /// fee where the issuer's rules ask for it.
    pub fn fee(&self, rules: PostingRules) -> ReverseFeeOperation {
        let whole = ReverseFeeOperation::of(self.account.clone(), self.original.clone(), self.triplet.clone());
        ReverseFeeOperation {
            fee_type: self.word.clone().filter(|_| rules.reversal_fee_type),
            description: self.description.clone(),
            reference_amount: Some(self.amount()),
            ..whole
        }
    }

    /// Of a bonus, always in full.
    pub fn bonus(&self) -> ReverseBonusOperation {
        let whole = ReverseBonusOperation::of(self.account.clone(), self.original.clone(), self.triplet.clone());
        ReverseBonusOperation { description: self.description.clone(), ..whole }
    }

    /// Of interest, always in full.
    pub fn interest(&self) -> ReverseInterestOperation {
        let whole = ReverseInterestOperation::of(self.account.clone(), self.original.clone(), self.triplet.clone());
        ReverseInterestOperation { description: self.description.clone(), ..whole }
    }

    /// What must be in it when it is found. A reversal of interest may be called by either of its directions.
    pub fn expected(&self, kind: Kind) -> Expected {
        Expected {
            kind,
            triplet: self.triplet.clone(),
            original: Some(self.original.clone()),
            amount: self.amount(),
            word: self.word.clone(),
            interest_type: None,
            description: self.description.clone(),
            value_date: None,
        }
    }
}

/// Why an operation cannot be taken back from here; `None` when it can.
pub fn not_reversible(operation: &AccountOperation, rules: PostingRules) -> Option<&'static str> {
    if operation.reversal == Some(true) {
        return Some("This is a reversal itself.");
    }
    if operation.original().is_none() {
        return Some("The gateway does not state the reference by which it would be taken back.");
    }
    if rules.reversal_fee_type && Kind::of(operation) == Some(Kind::Fee) && operation.fee_type.is_none() {
        return Some("The gateway does not state the type of the fee, without which this issuer takes none back.");
    }
    match operation.reference_amount.as_ref().and_then(Amount::stated) {
        None => Some("The gateway does not state its amount."),
        Some(money) if money.value == 0 => Some("Its amount is 0."),
        Some(_) => None,
    }
}

fn stated(money: Money) -> Amount {
    Amount { value: Some(money.value), exponent: Some(money.exponent), iso_code: Some(money.iso_code) }
}

#[cfg(test)]
mod tests {
    use contract::{Family, Sender, issuing::Issuing};
    use serde_json::{Value, json};

    use super::*;

    fn euro(value: i64) -> Money {
        Money { value, exponent: 2, iso_code: "EUR".into() }
    }

    fn posting(charged: bool) -> Posting {
        Posting {
            account: "12349485785398617383".into(),
            triplet: triplet(1_672_669_234_715, "1234F123456".into()),
            word: "MANUAL_FEE".into(),
            money: euro(1500),
            charged,
            description: Some("Manual fee description".into()),
            value_date: Instant::parse("2023-01-02T00:00:00.000Z"),
        }
    }

    fn reversal(posted: i64, back: i64) -> Reversal {
        let original = OriginalOperation {
            date: Instant::parse("2023-01-02T14:20:34.715Z").expect("a date"),
            reference: "1234F123456".into(),
            service_poster: "ISSUER".into(),
        };
        Reversal {
            account: "12349485785398617383".into(),
            triplet: triplet(1_672_671_376_402, "1234R123456".into()),
            original,
            posted: euro(posted),
            word: Some("MANUAL_FEE".into()),
            back,
            description: Some("reversal description".into()),
        }
    }

    fn body<O: Operation>(request: &O) -> Value {
        let sender = Sender { issuer_id: "1234".into(), ..Sender::default() };
        let wire = Issuing::seal(request, &sender).expect("sealed");
        serde_json::from_str(&wire.body.expect("a body")).expect("JSON")
    }

    #[test]
    fn the_guides_fee_is_sent_as_the_guide_sends_it() {
        let sample = include_str!("../../../../contract/samples/issuing-v2/postFeeOperation.request.json");
        let mut expected: Value = serde_json::from_str(sample).expect("JSON");
        expected["externalOperationDate"] = json!("2023-01-02T14:20:34Z");
        // Required by the public description.
        expected["adjustment"] = json!(false);
        assert_eq!(body(&posting(true).fee()), expected);
    }

    #[test]
    fn the_guides_reversal_is_sent_as_the_guide_sends_it() {
        let sample = include_str!("../../../../contract/samples/issuing-v2/reverseFeeOperation.request.json");
        let mut expected: Value = serde_json::from_str(sample).expect("JSON");
        expected["externalOperationDate"] = json!("2023-01-02T14:56:16Z");
        let rules = PostingRules::default();
        assert_eq!(body(&reversal(1500, 1500).fee(rules)), expected);
        expected["feeType"] = json!("MANUAL_FEE");
        assert_eq!(body(&reversal(1500, 1500).fee(PostingRules { reversal_fee_type: true })), expected);
    }

    #[test]
    fn what_the_customer_gets_is_negative_and_interest_says_the_same_in_a_word() {
        assert_eq!(posting(false).amount().value, Some(-1500));
        let (charged, credited) = (posting(true).interest(), posting(false).interest());
        assert_eq!((charged.interest_type, charged.reference_amount.value), (InterestType::Debit, Some(1500)));
        assert_eq!((credited.interest_type, credited.reference_amount.value), (InterestType::Credit, Some(-1500)));
    }

    #[test]
    fn a_reversal_turns_the_sign_and_may_be_a_part_only_for_a_fee() {
        assert_eq!(reversal(1500, 1500).amount().value, Some(-1500));
        assert_eq!(reversal(-1500, 1500).amount().value, Some(1500));
        assert_eq!(
            reversal(1500, 400).fee(PostingRules::default()).reference_amount.and_then(|amount| amount.value),
            Some(-400)
        );
        let whole = body(&reversal(1500, 1500).interest());
        assert!(whole.get("referenceAmount").is_none(), "interest is taken back in full: {whole}");
    }

    #[test]
    fn an_inquiry_names_the_very_moment_that_was_sent() {
        let made = triplet(1_672_669_234_715, "r".into());
        assert_eq!(made.date.to_seconds_and_z(), "2023-01-02T14:20:34Z");
        assert_eq!(made.date.epoch_millis(), 1_672_669_234_000);
    }

    fn operation(more: Value) -> AccountOperation {
        let mut fields = json!({
            "operationIdentifier": { "operationId": "1" }, "operationKind": "FEE",
            "referenceAmount": { "value": 1500, "exponent": 2, "isoCode": "EUR" },
            "externalOperationDate": "2023-01-02T14:20:34.715Z", "externalOperationReference": "r",
            "externalOperationServicePoster": "ISSUER",
        });
        if let (Value::Object(fields), Value::Object(more)) = (&mut fields, more) {
            fields.extend(more);
        }
        serde_json::from_str(&fields.to_string()).expect("an operation")
    }

    #[test]
    fn what_cannot_be_taken_back_says_why() {
        let why = |more: Value| not_reversible(&operation(more), PostingRules::default());
        assert_eq!(why(json!({})), None);
        assert!(why(json!({ "reversal": true })).is_some());
        assert!(why(json!({ "externalOperationReference": null })).is_some());
        assert!(why(json!({ "referenceAmount": {} })).is_some());
        let asks = PostingRules { reversal_fee_type: true };
        assert!(not_reversible(&operation(json!({})), asks).is_some(), "no type is stated");
        assert_eq!(not_reversible(&operation(json!({ "feeType": "MARKUP_FEE" })), asks), None);
    }

    #[test]
    fn a_fee_and_interest_may_count_from_another_day_and_a_bonus_not() {
        assert!(body(&posting(true).fee()).get("valueDate").is_some());
        assert!(body(&posting(true).interest()).get("valueDate").is_some(), "seed 004:3193");
        assert!(body(&posting(true).bonus()).get("valueDate").is_none());
    }

    #[test]
    fn it_counts_from_a_day_of_the_last_year_in_which_the_account_was_open_or_of_the_next_month() {
        let day = |text: &str| CalendarDate::from_iso(text).expect("a day");
        let today = day("2025-07-15");
        assert_eq!(value_dates(today, None), (day("2024-07-15"), day("2025-08-15")));
        assert_eq!(value_dates(today, Some(day("2025-05-01"))).0, day("2025-05-01"));
        assert_eq!(value_dates(today, Some(day("2020-05-01"))).0, day("2024-07-15"));
        assert_eq!(value_dates(today, Some(day("2025-09-01"))).0, day("2024-07-15"), "a date that cannot be");
    }

    #[test]
    fn a_bonus_is_told_by_its_programme() {
        assert_eq!(Kind::of(&operation(json!({}))), Some(Kind::Fee));
        assert_eq!(Kind::of(&operation(json!({ "operationKind": "TRN" }))), None);
        let bonus = operation(json!({ "operationKind": "BAL_ADJ", "bonusProgramReference": "MILES" }));
        assert_eq!(Kind::of(&bonus), Some(Kind::Bonus));
    }
}
