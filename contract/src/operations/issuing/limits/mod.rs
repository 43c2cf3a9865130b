//! What an account may spend, and where: credit limits, velocity limits, authorization restrictions, and what overrides
//! them (seed 004:2306-2766).

mod change;
mod credit_limit;
mod origin;
mod override_history;
mod override_time;
mod priority;
mod restriction;
mod restriction_override;
mod restriction_override_reads;
mod restriction_override_update;
mod temporary_credit_limit;
mod temporary_credit_limit_answers;
mod velocity_limit;
mod velocity_limit_override;
mod velocity_limit_override_reads;
mod velocity_limit_override_update;

pub use change::Change;
pub use credit_limit::{CreditLimit, RetrieveAccountCreditLimit, UpdateAccountCreditLimit};
pub use origin::LimitOrigin;
pub use override_history::{
    AuthorizationRestrictionOverrideChange, ListAuthorizationRestrictionOverrideHistory,
    ListVelocityLimitOverrideHistory, VelocityLimitOverrideChange,
};
pub use override_time::OverrideTime;
pub use restriction::{
    AuthorizationRestriction, AuthorizationRestrictionIdentifier, ListAuthorizationRestrictions,
    RetrieveAuthorizationRestriction,
};
pub use restriction_override::{AuthorizationRestrictionOverrideConfirmed, CreateAuthorizationRestrictionOverride};
pub use restriction_override_reads::{
    AuthorizationRestrictionOverride, ListAuthorizationRestrictionOverrides, RetrieveAuthorizationRestrictionOverride,
};
pub use restriction_override_update::{DeleteAuthorizationRestrictionOverride, UpdateAuthorizationRestrictionOverride};
pub use temporary_credit_limit::{
    CreateTemporaryCreditLimit, DeleteTemporaryCreditLimit, ListTemporaryCreditLimits, TemporaryCreditLimit,
    TemporaryCreditLimitIdentifier,
};
pub use temporary_credit_limit_answers::{
    CreatedTemporaryCreditLimit, DeletedTemporaryCreditLimit, RelatedTemporaryCreditLimit,
};
pub use velocity_limit::{ListVelocityLimits, RetrieveVelocityLimit, VelocityLimit, VelocityLimitIdentifier};
pub use velocity_limit_override::{
    CreateVelocityLimitOverride, DeleteVelocityLimitOverride, PeriodType, VelocityLimitOverrideIdentifier,
};
pub use velocity_limit_override_reads::{
    ListVelocityLimitOverrides, RetrieveVelocityLimitOverride, VelocityLimitOverride,
};
pub use velocity_limit_override_update::UpdateVelocityLimitOverride;
