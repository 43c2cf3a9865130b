//! What a rep posts by hand and takes back: fees, bonuses, interest. The external triplet is posted once (seed
//! 004:3244): a second time its reference is refused with 400, the only refusal that the guide names for these
//! operations, unless the correlation id is the same, too.

use contract::{
    Amount, Instant,
    operations::issuing::operations::{
        AccountOperation, AdjustmentReason, FeeType, InterestType, OperationIdentifier, OperationKind,
        PostBonusOperation, PostFeeOperation, PostInterestOperation, PostedOperation, ReversalReason,
        ReverseBonusOperation, ReverseFeeOperation, ReverseInterestOperation,
    },
};

use super::super::{
    entry::EntryKind,
    plan::Plan,
    shown_operation::{blank, cents},
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

/// The three facts that name an operation for the outside.
#[derive(Clone, Copy)]
struct Triplet<'a> {
    date: &'a Instant,
    reference: &'a str,
    poster: &'a str,
}

impl Handle<PostFeeOperation> for World {
    fn concerns(&self, request: &PostFeeOperation) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        stated(triplet(request))?;
        in_euro(&request.reference_amount)?;
        if matches!(FeeType::from(request.fee_type.as_str()), FeeType::Unknown(_)) {
            return Err(Refusal::bad_request("feeType is none that the issuer has"));
        }
        match (request.adjustment, &request.adjustment_reason) {
            (true, None) => Err(Refusal::bad_request("an adjustment needs its reason")),
            (true, Some(AdjustmentReason::Unknown(_))) => Err(Refusal::bad_request("adjustmentReason is unknown")),
            (false, Some(_)) => Err(Refusal::bad_request("what is no adjustment has no adjustmentReason")),
            _ => Ok(vec![plan.number.person]),
        }
    }

    fn handle(&mut self, request: PostFeeOperation, _: &[PersonNumber]) -> Result<PostedOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let mut fee = self.new_operation(&plan, triplet(&request))?;
        fee.operation_kind = Some(OperationKind::Fee);
        fee.description = request.description.or_else(|| Some("Manuelles Entgelt".into()));
        fee.reference_amount = Some(request.reference_amount);
        fee.value_date = request.value_date;
        fee.fee_type = Some(FeeType::from(request.fee_type.as_str()));
        fee.sub_fee_type = request.sub_fee_type;
        fee.frequency = request.frequency;
        fee.external_operation_code = request.external_operation_code.or_else(|| Some("2090".into()));
        fee.adjustment = Some(request.adjustment);
        fee.adjustment_reason = request.adjustment_reason;
        Ok(self.posted(&plan, fee))
    }
}

impl Handle<ReverseFeeOperation> for World {
    fn concerns(&self, request: &ReverseFeeOperation) -> Result<Vec<PersonNumber>, Refusal> {
        if let Some(amount) = &request.reference_amount {
            in_euro(amount)?;
        }
        let plan = self.account(&request.account_reference)?;
        stated(triplet(request))?;
        if matches!(request.reversal_reason, ReversalReason::Unknown(_)) {
            return Err(Refusal::bad_request("reversalReason is none that is documented"));
        }
        let original = self.original(&plan, original_of(request), OperationKind::Fee)?;
        self.names_its_type(request, &original)?;
        let left = self.left(&plan, &original);
        if request.reference_amount.is_none() && left == 0 {
            return Err(Refusal::bad_request("the fee has been taken back already"));
        }
        let asked = request.reference_amount.as_ref().and_then(|amount| amount.value);
        match asked {
            Some(asked) if asked.signum() != -left.signum() || asked.abs() > left.abs() => Err(Refusal::bad_request(
                "referenceAmount must have the opposite sign and be no more than what is left of the fee",
            )),
            _ => Ok(vec![plan.number.person]),
        }
    }

    fn handle(&mut self, request: ReverseFeeOperation, _: &[PersonNumber]) -> Result<PostedOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let original = self.original(&plan, original_of(&request), OperationKind::Fee)?;
        let left = self.left(&plan, &original);
        let mut reversal = self.new_operation(&plan, triplet(&request))?;
        take_back(&mut reversal, &original, request.description);
        reversal.reference_amount = Some(request.reference_amount.unwrap_or_else(|| cents(-left)));
        reversal.reversal_reason = Some(request.reversal_reason);
        Ok(self.posted(&plan, reversal))
    }
}

impl Handle<PostInterestOperation> for World {
    fn concerns(&self, request: &PostInterestOperation) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        stated(triplet(request))?;
        in_euro(&request.reference_amount)?;
        let debit = request.reference_amount.value.is_some_and(|value| value > 0);
        match request.interest_type {
            InterestType::Unknown(_) => Err(Refusal::bad_request("interestType is CREDIT or DEBIT")),
            InterestType::Debit if debit => Ok(vec![plan.number.person]),
            InterestType::Credit if !debit => Ok(vec![plan.number.person]),
            _ => Err(Refusal::bad_request("the sign of referenceAmount does not agree with interestType")),
        }
    }

    fn handle(&mut self, request: PostInterestOperation, _: &[PersonNumber]) -> Result<PostedOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let mut interest = self.new_operation(&plan, triplet(&request))?;
        interest.operation_kind = Some(OperationKind::Interest);
        interest.description = request.description.or_else(|| Some("Zinsen".into()));
        interest.reference_amount = Some(request.reference_amount);
        interest.interest_type = Some(request.interest_type);
        interest.value_date = request.value_date;
        interest.external_operation_code = request.external_operation_code.or_else(|| Some("1202".into()));
        Ok(self.posted(&plan, interest))
    }
}

impl Handle<ReverseInterestOperation> for World {
    fn concerns(&self, request: &ReverseInterestOperation) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        stated(triplet(request))?;
        self.whole(&plan, original_of(request), OperationKind::Interest).map(|_| vec![plan.number.person])
    }

    fn handle(&mut self, request: ReverseInterestOperation, _: &[PersonNumber]) -> Result<PostedOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let original = self.whole(&plan, original_of(&request), OperationKind::Interest)?;
        let mut reversal = self.new_operation(&plan, triplet(&request))?;
        take_back(&mut reversal, &original, request.description);
        Ok(self.posted(&plan, reversal))
    }
}

impl Handle<PostBonusOperation> for World {
    fn concerns(&self, request: &PostBonusOperation) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        stated(triplet(request))?;
        match (&request.reference_amount, &request.loyalty_point_amount) {
            (Some(amount), None) => in_euro(amount)?,
            (None, Some(_)) => {}
            _ => return Err(Refusal::bad_request("either referenceAmount or loyaltyPointAmount is needed")),
        }
        if request.bonus_program_reference.is_empty() {
            return Err(Refusal::bad_request("bonusProgramReference is needed"));
        }
        self.rewarded(&plan, request).map(|_| vec![plan.number.person])
    }

    /// No documented kind of operation is a bonus, so it is shown as an adjustment that names its programme.
    fn handle(&mut self, request: PostBonusOperation, _: &[PersonNumber]) -> Result<PostedOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let rewarded = self.rewarded(&plan, &request)?;
        let mut bonus = self.new_operation(&plan, triplet(&request))?;
        bonus.operation_kind = Some(OperationKind::BalanceAdjustment);
        bonus.description = request.description.or_else(|| Some("Bonus".into()));
        bonus.reference_amount = request.reference_amount;
        bonus.loyalty_point = request.loyalty_point_amount;
        bonus.bonus_program_reference = Some(request.bonus_program_reference);
        bonus.rewarded_operation_identifier = rewarded;
        bonus.external_operation_code = request.external_operation_code.or_else(|| Some("3010".into()));
        Ok(self.posted(&plan, bonus))
    }
}

impl Handle<ReverseBonusOperation> for World {
    fn concerns(&self, request: &ReverseBonusOperation) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.account(&request.account_reference)?;
        stated(triplet(request))?;
        self.whole_bonus(&plan, original_of(request)).map(|_| vec![plan.number.person])
    }

    fn handle(&mut self, request: ReverseBonusOperation, _: &[PersonNumber]) -> Result<PostedOperation, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let original = self.whole_bonus(&plan, original_of(&request))?;
        let mut reversal = self.new_operation(&plan, triplet(&request))?;
        take_back(&mut reversal, &original, request.description);
        Ok(self.posted(&plan, reversal))
    }
}

impl World {
    /// An operation of which only the triplet is known, if nothing was posted under it yet.
    fn new_operation(&self, plan: &Plan, new: Triplet<'_>) -> Result<AccountOperation, Refusal> {
        if self.by_triplet(plan, new.date.epoch_millis(), new.reference, new.poster).is_some() || self.is_taken(new) {
            return Err(Refusal::bad_request("an operation with this date, reference and poster was posted already"));
        }
        let mut operation = blank("");
        operation.external_operation_date = Some(new.date.clone());
        operation.external_operation_reference = Some(new.reference.into());
        operation.external_operation_service_poster = Some(new.poster.into());
        Ok(operation)
    }

    fn posted(&mut self, plan: &Plan, operation: AccountOperation) -> PostedOperation {
        let operation_id = self.book(plan, operation).into();
        PostedOperation { operation_identifier: Some(OperationIdentifier { operation_id }) }
    }

    /// What is to be taken back, which must be of this kind and no reversal itself.
    fn original(&self, plan: &Plan, original: Triplet<'_>, kind: OperationKind) -> Result<AccountOperation, Refusal> {
        let found = self.by_triplet(plan, original.date.epoch_millis(), original.reference, original.poster);
        let of_kind =
            found.filter(|found| found.operation_kind.as_ref() == Some(&kind) && found.reversal != Some(true));
        of_kind.ok_or_else(|| Refusal::bad_request("the original is not found on this account"))
    }

    /// Whether something was posted by hand under these three facts, to whichever account: they name one operation in
    /// the whole system (seed 004:3244).
    fn is_taken(&self, new: Triplet<'_>) -> bool {
        self.posted_by_hand().any(|posted| {
            posted.external_operation_date.as_ref().is_some_and(|date| date.epoch_millis() == new.date.epoch_millis())
                && posted.external_operation_reference.as_ref().is_some_and(|one| one.as_str() == new.reference)
                && posted.external_operation_service_poster.as_deref() == Some(new.poster)
        })
    }

    /// The issuer either asks for the type of the fee that is taken back (seed 004:3055) or knows no such field (the
    /// guide's own request, the public description).
    fn names_its_type(&self, request: &ReverseFeeOperation, original: &AccountOperation) -> Result<(), Refusal> {
        match (self.reversal_fee_type, request.fee_type.as_deref()) {
            (false, Some(_)) => Err(Refusal::bad_request("feeType is no field of this request")),
            (true, None) => Err(Refusal::bad_request("feeType is needed")),
            (true, Some(word)) if original.fee_type.as_ref().is_none_or(|own| own.as_str() != word) => {
                Err(Refusal::bad_request("feeType is not that of the original"))
            }
            _ => Ok(()),
        }
    }

    /// A bonus of which nothing has been taken back: another adjustment of the balance has no programme.
    fn whole_bonus(&self, plan: &Plan, original: Triplet<'_>) -> Result<AccountOperation, Refusal> {
        let found = self.whole(plan, original, OperationKind::BalanceAdjustment)?;
        let bonus = Some(found).filter(|found| found.bonus_program_reference.is_some());
        bonus.ok_or_else(|| Refusal::bad_request("the original is not found on this account"))
    }

    /// The same, when nothing of it has been taken back.
    fn whole(&self, plan: &Plan, original: Triplet<'_>, kind: OperationKind) -> Result<AccountOperation, Refusal> {
        let original = self.original(plan, original, kind)?;
        let reversed = self.reversals(plan, &original).next().is_some();
        if reversed { Err(Refusal::bad_request("it has been taken back already")) } else { Ok(original) }
    }

    /// How many cents of a fee are left.
    fn left(&self, plan: &Plan, original: &AccountOperation) -> i64 {
        let value = |operation: &AccountOperation| operation.reference_amount.as_ref().and_then(|amount| amount.value);
        let reversed: i64 = self.reversals(plan, original).filter_map(value).sum();
        value(original).unwrap_or_default() + reversed
    }

    fn reversals<'a>(
        &'a self,
        plan: &Plan,
        original: &'a AccountOperation,
    ) -> impl Iterator<Item = &'a AccountOperation> {
        let by_hand = self.account_state(plan.number).by_hand.iter();
        let stated = by_hand.filter_map(|entry| match &entry.kind {
            EntryKind::AsStated(stated) => Some(&**stated),
            _ => None,
        });
        stated.filter(|stated| {
            stated.reversal == Some(true)
                && stated.external_matching_operation_reference == original.external_operation_reference
                && stated.external_matching_operation_date == original.external_operation_date
        })
    }

    /// The operation that a bonus rewards, by its number or by its triplet, if it names one.
    fn rewarded(&self, plan: &Plan, request: &PostBonusOperation) -> Result<Option<OperationIdentifier>, Refusal> {
        let unknown = || Refusal::bad_request("the rewarded operation is not found on this account");
        if let Some(named) = &request.rewarded_operation_identifier {
            let found = self.operation_named(plan, named.operation_id.as_str());
            return found.map(|_| Some(named.clone())).ok_or_else(unknown);
        }
        let (Some(date), Some(reference), Some(poster)) = (
            &request.rewarded_external_matching_operation_date,
            &request.rewarded_external_matching_operation_reference,
            &request.rewarded_external_matching_operation_service_poster,
        ) else {
            return Ok(None);
        };
        let found = self.by_triplet(plan, date.epoch_millis(), reference.as_str(), poster);
        found.map(|found| Some(found.operation_identifier)).ok_or_else(unknown)
    }
}

/// A reversal of the whole of an operation, with the sign turned (seed 004:3077).
fn take_back(reversal: &mut AccountOperation, original: &AccountOperation, description: Option<String>) {
    let value = original.reference_amount.as_ref().and_then(|amount| amount.value);
    reversal.operation_kind = original.operation_kind.clone();
    reversal.description = description.or_else(|| original.description.as_ref().map(|text| format!("Storno {text}")));
    reversal.reference_amount = value.map(|value| cents(-value));
    reversal.external_operation_code = original.external_operation_code.clone();
    reversal.fee_type = original.fee_type.clone();
    reversal.interest_type = original.interest_type.clone();
    reversal.bonus_program_reference = original.bonus_program_reference.clone();
    reversal.reversal = Some(true);
    reversal.reversal_reason = Some(ReversalReason::OnDemand);
    reversal.external_matching_operation_date = original.external_operation_date.clone();
    reversal.external_matching_operation_reference = original.external_operation_reference.clone();
    reversal.external_matching_operation_service_poster = original.external_operation_service_poster.clone();
    reversal.parent_operation_identifier = Some(original.operation_identifier.clone());
}

/// What names an operation is stated in all of its parts.
fn stated(new: Triplet<'_>) -> Result<(), Refusal> {
    let empty = |text: &str| text.trim().is_empty();
    if empty(new.reference) || empty(new.poster) {
        return Err(Refusal::bad_request("externalOperationReference and externalOperationServicePoster are needed"));
    }
    Ok(())
}

fn in_euro(amount: &Amount) -> Result<(), Refusal> {
    match (amount.value, amount.exponent, amount.iso_code.as_deref()) {
        (Some(value), Some(2), Some("EUR")) if value != 0 => Ok(()),
        (Some(_), Some(2), Some("EUR")) => Err(Refusal::bad_request("an amount of nought is not posted")),
        _ => Err(Refusal::bad_request("the amount must be in the account's currency: EUR, exponent 2")),
    }
}

/// A request that makes an operation.
trait Makes {
    fn made(&self) -> Triplet<'_>;
}

/// A request that takes one back.
trait Reverses {
    fn reversed(&self) -> Triplet<'_>;
}

macro_rules! triplets {
    ($($making:ident),* ; $($reversing:ident),*) => {
        $(impl Makes for $making {
            fn made(&self) -> Triplet<'_> {
                Triplet {
                    date: &self.external_operation_date,
                    reference: self.external_operation_reference.as_str(),
                    poster: &self.external_operation_service_poster,
                }
            }
        })*
        $(impl Reverses for $reversing {
            fn reversed(&self) -> Triplet<'_> {
                Triplet {
                    date: &self.external_matching_operation_date,
                    reference: self.external_matching_operation_reference.as_str(),
                    poster: &self.external_matching_operation_service_poster,
                }
            }
        })*
    };
}

triplets!(
    PostFeeOperation, ReverseFeeOperation, PostInterestOperation, ReverseInterestOperation, PostBonusOperation,
    ReverseBonusOperation;
    ReverseFeeOperation, ReverseInterestOperation, ReverseBonusOperation
);

fn triplet(request: &impl Makes) -> Triplet<'_> {
    request.made()
}

fn original_of(request: &impl Reverses) -> Triplet<'_> {
    request.reversed()
}
