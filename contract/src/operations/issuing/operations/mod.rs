//! Operations on an account and the authorizations before them: lists, details, fees, bonuses, interest (seed
//! 004:2768-3248).

mod account_operation;
mod apportionment;
mod authorization;
mod authorization_words;
mod balance_adjustment;
mod bonus;
mod business_case;
mod exchange_rate;
mod fee;
mod identifiers;
mod inquire_operation;
mod interest;
mod list_authorizations;
mod list_operations;
mod load;
mod merchant_time;
mod operation_details;
mod payment;
mod reimbursement;
mod reserve;
mod search_operations;
pub mod stamp;
mod terminal_words;
mod triplet;
mod words;

pub use account_operation::{AccountOperation, OperationAuthorization};
pub use apportionment::{Standing, standings};
pub use authorization::{Authorization, CheckedVelocityLimit, VelocityLimitCheck};
pub use authorization_words::{
    AccountReserveStatus, AuthorizationEntryMode, AuthorizationSubType, AuthorizationType, BusinessCaseType,
    DeclineReason, FinancialType, ResultType,
};
pub use balance_adjustment::{PostBalanceAdjustmentOperation, ReverseBalanceAdjustmentOperation};
pub use bonus::{PostBonusOperation, ReverseBonusOperation};
pub use business_case::{BusinessCase, ListBusinessCases, RetrieveBusinessCase};
pub use exchange_rate::ExchangeRate;
pub use fee::{PostFeeOperation, ReverseFeeOperation};
pub use identifiers::{
    AuthorizationIdentifier, BusinessCaseIdentifier, OperationDisputeIdentifier, OperationIdentifier, PostedOperation,
};
pub use inquire_operation::InquireOperation;
pub use interest::{PostInterestOperation, ReverseInterestOperation};
pub use list_authorizations::{ListAuthorizations, RetrieveAuthorization};
pub use list_operations::{ListOperations, OperationEmbed, RetrieveOperation, SortDirection};
pub use load::{PostLoadOperation, PostUnloadOperation};
pub use merchant_time::MerchantTime;
pub use operation_details::{ConvertedByMerchant, DetailedFeeAmount, DetailedOperation, OperationDetails, Trigger};
pub use payment::{PostPaymentOperation, ReversePaymentOperation};
pub use reimbursement::{PostReimbursementOperation, ReverseReimbursementOperation};
pub use reserve::{ListReserves, Reserve};
pub use search_operations::{AcrossIssuers, SearchLacks, SearchOperations};
pub use terminal_words::{
    AcquisitionMaterial, EntryMode, MailPhoneEcommerceAndPaymentIndicator, PointOfSaleEnvironment, ValidationMode,
};
pub use triplet::{NewOperation, OriginalOperation};
pub use words::{
    AdjustmentReason, FeeType, InterestType, OperationCode, OperationKind, OperationStatus, PaymentChannel,
    ReimbursementType, ReversalReason,
};
