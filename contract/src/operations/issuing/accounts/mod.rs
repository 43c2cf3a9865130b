//! Accounts: master data, money, contract, owner, changes now and later, mandates (seed 004:3251-3829).

mod account;
mod balance;
mod contract;
mod corporate_contract;
mod credit_transfer;
mod cycle;
mod future_update;
mod history;
mod list_future_updates;
mod mandates;
mod member;
mod model;
mod parameters;
mod schedule;
mod turnovers;

pub use account::{Account, AccountEmbed, AccountStatus, AccountStatusChange, RetrieveAccount};
pub use balance::{AccountBalance, ActiveCreditLimit, RetrieveAccountBalance};
pub use contract::{ContractEmbed, RetrieveAccountContract};
pub use corporate_contract::{
    CorporateContract, CorporateEmbed, CorporateEmployeeAccount, CorporateEntity, CorporateLevel,
    RetrieveCorporateContract,
};
pub use credit_transfer::{
    DemandLimitType, OutgoingCreditTransferFeature, PeriodicTransferType, TerminationTransferType,
};
pub use cycle::{CycleInformation, LoyaltyPoint};
pub use future_update::{
    AccountFutureUpdate, CancelledFutureUpdate, FutureUpdateIdentifier, FutureUpdateStatus, ScheduledFutureUpdate,
};
pub use history::{AccountHistoryEntry, RetrieveAccountHistory};
pub use list_future_updates::{ListAccountFutureUpdates, RetrieveAccountFutureUpdate};
pub use mandates::{AccountMandate, CancelMandate, CreateMandate, DebtorAddress, MandateCancellationReason};
pub use member::{AccountMember, Company, MemberEmbed, RetrieveAccountGuarantor, RetrieveAccountOwner};
pub use model::{AccountModel, CaseStatus, PaymentMode, ScheduledModel};
pub use parameters::{HierarchyModel, NewHierarchyOperationStatus, UpdateAccountParameters, UpdatedAccount};
pub use schedule::{CancelAccountFutureUpdate, ScheduleAccountFutureUpdate, SepaMandate, UpdateAccountFutureUpdate};
pub use turnovers::{ListTurnovers, PreviousTurnover, Turnover, TurnoverType};
