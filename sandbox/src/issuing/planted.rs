//! What was planted with an account of a known customer: a declined authorization, and what stood in its way.

use contract::operations::issuing::{
    limits::{TemporaryCreditLimit, TemporaryCreditLimitIdentifier},
    operations::{Authorization, DeclineReason, VelocityLimitCheck},
};
use serde_json::{Value, json};

use super::{
    calendar::{Millis, stamp},
    controls::{AccountControls, Override, RestrictionSettings, VelocitySettings},
    entry::{Decline, Purchase},
    limits::{AccountLimits, Temporary},
    merchants::Merchant,
    numbers::Sequence,
    shown_operation::cents,
    state::AccountState,
};

/// Everything that was planted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Planted {
    pub(crate) refused: Vec<Refused>,
    pub(crate) limits: AccountLimits,
    pub(crate) controls: AccountControls,
    /// What was blocked for all accounts of the contract, and when.
    pub(crate) blocked: Vec<(Millis, Value)>,
}

/// A declined authorization, with everything that its answer tells.
#[derive(Clone, Debug)]
pub(crate) struct Refused {
    merchant: &'static Merchant,
    pub(crate) made: Millis,
    told: Told,
}

/// What a declined authorization tells of its cause.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    reason: Option<DeclineReason>,
    result: Option<(&'static str, &'static str)>,
    open_to_buy: Option<i64>,
    checks: Vec<VelocityLimitCheck>,
}

/// Beyond what is generated for a cycle.
const PLANTED: Sequence = 9_980_000;

impl Refused {
    pub(crate) fn at(merchant: &'static Merchant, made: Millis) -> Self {
        Self { merchant, made, told: Told::default() }
    }

    pub(crate) fn because(mut self, reason: DeclineReason) -> Self {
        self.told.reason = Some(reason);
        self
    }

    /// Over a limit, which is among those that were looked at.
    pub(crate) fn over(self, check: VelocityLimitCheck) -> Self {
        self.because(DeclineReason::OverLimit).and(check)
    }

    pub(crate) fn too_often(self, check: VelocityLimitCheck) -> Self {
        self.because(DeclineReason::OverUsageLimit).and(check)
    }

    pub(crate) fn and(mut self, check: VelocityLimitCheck) -> Self {
        self.told.checks.push(check);
        self
    }

    /// What was left to spend.
    pub(crate) fn leaving(mut self, open_to_buy: i64) -> Self {
        self.told.open_to_buy = Some(open_to_buy);
        self
    }

    pub(crate) fn saying(mut self, code: &'static str, description: &'static str) -> Self {
        self.told.result = Some((code, description));
        self
    }

    /// As the books keep it: for a middling amount.
    pub(crate) fn decline(&self, place: usize) -> Decline {
        let Merchant { least, most, currency, .. } = *self.merchant;
        let amount = ((least + most) / 2) as i64;
        Decline {
            sequence: PLANTED + place as Sequence,
            purchase: Purchase { merchant: self.merchant, amount, made: self.made, card: 0, approval: 0 },
            cents: currency.in_cents(amount),
            reason: self.told.reason.clone().unwrap_or(DeclineReason::NotKnown),
            because_of: None,
            told: Some(Box::new(self.told.clone())),
        }
    }
}

impl Told {
    /// Puts what is told into a declined authorization, and takes out what is not.
    pub(crate) fn tell(&self, authorization: &mut Authorization, in_full: bool) {
        authorization.decline_reason = self.reason.clone();
        let (code, description) = self.result.unzip();
        authorization.result_code = code.map(Into::into);
        authorization.result_description = description.map(Into::into);
        authorization.open_to_buy = self.open_to_buy.map(cents);
        authorization.velocity_limit_checks = in_full.then(|| self.checks.clone().into());
    }
}

impl From<Refused> for Planted {
    fn from(refused: Refused) -> Self {
        Self { refused: vec![refused], ..Self::default() }
    }
}

impl Planted {
    /// Nothing.
    pub(crate) const NONE: Self = Self {
        refused: Vec::new(),
        limits: AccountLimits { permanent: None, permanent_since: None, temporary: Vec::new() },
        controls: AccountControls { velocity: Vec::new(), restrictions: Vec::new() },
        blocked: Vec::new(),
    };

    /// Payments and authorizations blocked since then, with a reason and a comment.
    pub(crate) fn blocked(since: Millis, reason: &str, comment: &str) -> Self {
        let status = json!({
            "paymentsBlocking": true, "reimbursementsBlocking": false, "authorizationsBlocking": true,
            "blockingReason": reason, "comment": comment,
        });
        Self { blocked: vec![(since, json!({ "hierarchyOperationStatus": status }))], ..Self::NONE }
    }

    pub(crate) fn overriding(mut self, planted: Override<VelocitySettings>) -> Self {
        self.controls.velocity.push(planted);
        self
    }

    pub(crate) fn blocking(mut self, planted: Override<RestrictionSettings>) -> Self {
        self.controls.restrictions.push(planted);
        self
    }

    /// A temporary limit, higher or lower than the permanent one.
    pub(crate) fn for_a_while(mut self, limit: i64, start: Millis, end: Millis) -> Self {
        let reference = format!("planted-limit-{}", self.limits.temporary.len() + 1);
        let limit = TemporaryCreditLimit {
            temporary_credit_limit_identifier: Some(TemporaryCreditLimitIdentifier {
                temporary_credit_limit_reference: Some(reference.into()),
            }),
            temporary_credit_limit_amount: Some(cents(limit)),
            activation_start_time: Some(stamp(start)),
            activation_end_time: Some(stamp(end)),
        };
        self.limits.temporary.push(Temporary { limit, deleted: None, made_with: None });
        self
    }

    /// What an account begins with; nothing where nothing was planted.
    pub(crate) fn state(&self) -> Option<AccountState> {
        let Self { limits, controls, blocked, .. } = self;
        let planted = !limits.temporary.is_empty()
            || !controls.velocity.is_empty()
            || !controls.restrictions.is_empty()
            || !blocked.is_empty();
        planted.then(|| AccountState {
            limits: limits.clone(),
            controls: controls.clone(),
            parameters: blocked.clone(),
            ..AccountState::default()
        })
    }
}
