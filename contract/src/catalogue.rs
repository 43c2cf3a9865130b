//! Every operation, once. What must cover them is generated from these lists.

use crate::operation::{Operation, Spec};

/// Hands the list of what a rep can call to another macro, as paths below `contract::operations`.
#[macro_export]
macro_rules! for_each_rep_operation {
    ($with:ident $($others:tt)*) => {
        $with! {
            // Wallet: first screens
            RetrieveCustomerLookupInfo,
            UpdateCustomerDeviceActivation,
            RetrieveCustomerDevices,
            UpdateCustomerActivation,
            // Wallet: cards
            wallet::AddCustomerCard,
            wallet::RefreshCustomerCardBalances,
            wallet::RefreshCustomerCardBalancesV2,
            wallet::RetrieveCustomerCardInfo,
            wallet::DeleteCustomerCardInfo,
            wallet::UpdateCustomerCardInfo,
            wallet::SubmitAVSVerification,
            wallet::SubmitPostVerification,
            wallet::UpdateCustomerCard,
            // Wallet: codes
            wallet::RetrieveApplicationVerificationCode,
            wallet::CompleteApplicationVerification,
            wallet::CompleteApplicationVerificationWithMFA,
            wallet::RetrieveEmailVerificationCode,
            wallet::CompleteEmailVerification,
            wallet::CompleteEmailVerificationWithMFA,
            wallet::RetrieveRecoveryCode,
            wallet::AuthenticateRecoveryCode,
            // Wallet: credentials
            wallet::AuthenticateCustomerLogin,
            wallet::ResetCustomerPasscode,
            wallet::UpdateCustomerPIN,
            wallet::ResetCustomerPassword,
            wallet::UpdateExpiredCustomerPassword,
            wallet::UpdateCustomerSecurityInfo,
            wallet::RetrieveCustomerCredentialsSpecification,
            // Wallet: devices
            wallet::UpdateDeviceBlockStatus,
            wallet::RetrieveCustomerBlockedDevices,
            wallet::DeleteCustomerDevice,
            wallet::RetrieveIssuingPartnerDeviceTypes,
            // Wallet: enrolment
            wallet::CancelPaymentAccountEnrollment,
            wallet::RetrieveIncompletePaymentAccountEnrollments,
            // Wallet: loyalty
            wallet::ProcessExternalActivity,
            wallet::QueryActivities,
            // Wallet: partners
            wallet::RetrieveIINDetails,
            // Wallet: profile
            wallet::CreateCustomerInfo,
            wallet::DeleteCustomer,
            wallet::RetrieveCustomersEmailByUri,
            wallet::IsCustomerExists,
            wallet::RetrieveCustomerV2,
            wallet::UpdateCustomerV2,
            wallet::RetrieveCustomerByUri,
            wallet::UpdateCustomerInfo,
            // Wallet: questions
            wallet::RetrieveCustomerMFAQuestions,
            wallet::RetrieveMFAQuestions,
            wallet::AuthenticateCustomerMFA,
            wallet::UpdateCustomerMFAQuestions,
            // Wallet: receipts
            wallet::RetrievePaginatedUserReceipts,
            wallet::RetrieveUserReceiptByPaydiantRefId,
            wallet::RetrieveCustomerTransactionsHistory,
            // Issuing: statements
            issuing::statements::RetrieveLastStatement,
            issuing::statements::ListLastStatementOperations,
            issuing::statements::ReprintLastStatement,
            issuing::statements::ListStatements,
            issuing::statements::RetrieveNextStatement,
            issuing::statements::ListNextStatementOperations,
            issuing::statements::RetrieveStatement,
            issuing::statements::ListStatementOperations,
            issuing::statements::ReprintStatement,
            // Issuing: operations
            issuing::operations::PostBonusOperation,
            issuing::operations::ReverseBonusOperation,
            issuing::operations::RetrieveBusinessCase,
            issuing::operations::ListBusinessCases,
            issuing::operations::PostFeeOperation,
            issuing::operations::ReverseFeeOperation,
            issuing::operations::InquireOperation,
            issuing::operations::PostInterestOperation,
            issuing::operations::ReverseInterestOperation,
            issuing::operations::ListAuthorizations,
            issuing::operations::RetrieveAuthorization,
            issuing::operations::ListReserves,
            issuing::operations::ListOperations,
            issuing::operations::RetrieveOperation,
            issuing::operations::SearchOperations,
            // Issuing: accounts
            issuing::accounts::RetrieveAccount,
            issuing::accounts::RetrieveAccountBalance,
            issuing::accounts::RetrieveAccountContract,
            issuing::accounts::RetrieveCorporateContract,
            issuing::accounts::RetrieveAccountHistory,
            issuing::accounts::ListAccountFutureUpdates,
            issuing::accounts::RetrieveAccountFutureUpdate,
            issuing::accounts::CreateMandate,
            issuing::accounts::CancelMandate,
            issuing::accounts::RetrieveAccountOwner,
            issuing::accounts::RetrieveAccountGuarantor,
            issuing::accounts::UpdateAccountParameters,
            issuing::accounts::ScheduleAccountFutureUpdate,
            issuing::accounts::UpdateAccountFutureUpdate,
            issuing::accounts::CancelAccountFutureUpdate,
            issuing::accounts::ListTurnovers,
            // Issuing: customers
            issuing::customers::ListCustomerAccounts,
            issuing::customers::CreateAddressAndAddOnSubscription,
            issuing::customers::ListCustomerAddresses,
            issuing::customers::RetrieveCustomerAddress,
            issuing::customers::AddAddressUsage,
            issuing::customers::RemoveAddressUsage,
            issuing::customers::CreateCustomerAddress,
            issuing::customers::UpdateCustomerAddress,
            issuing::customers::DeactivateCustomerAddress,
            issuing::customers::ActivateCustomerAddress,
            issuing::customers::InvalidateCustomerAddress,
            issuing::customers::DeleteAddressVersion,
            issuing::customers::ListCardContracts,
            issuing::customers::CreateCustomerContact,
            issuing::customers::UpdateCustomerContact,
            issuing::customers::RemoveCustomerContact,
            issuing::customers::ListCustomerContracts,
            issuing::customers::ListCustomers,
            issuing::customers::RetrieveCustomer,
            issuing::customers::UpdateCustomerPartially,
            issuing::customers::UpdateCustomer,
            // Issuing: disputes
            issuing::disputes::CreateDisputePosting,
            issuing::disputes::CreateDisputeEvent,
            issuing::disputes::AddDisputeDocument,
            issuing::disputes::CreateDispute,
            issuing::disputes::CreateDisputeFromTransaction,
            issuing::disputes::GenerateChargeback,
            issuing::disputes::RetrieveDispute,
            issuing::disputes::RetrieveDisputeByOperation,
            issuing::disputes::RetrieveDisputeByTransaction,
            issuing::disputes::RetrieveDisputeByExternalReference,
            issuing::disputes::ListCardDisputes,
            // Issuing: limits
            issuing::limits::RetrieveAccountCreditLimit,
            issuing::limits::UpdateAccountCreditLimit,
            issuing::limits::ListAuthorizationRestrictions,
            issuing::limits::RetrieveAuthorizationRestriction,
            issuing::limits::CreateAuthorizationRestrictionOverride,
            issuing::limits::ListAuthorizationRestrictionOverrides,
            issuing::limits::RetrieveAuthorizationRestrictionOverride,
            issuing::limits::ListAuthorizationRestrictionOverrideHistory,
            issuing::limits::UpdateAuthorizationRestrictionOverride,
            issuing::limits::DeleteAuthorizationRestrictionOverride,
            issuing::limits::ListTemporaryCreditLimits,
            issuing::limits::CreateTemporaryCreditLimit,
            issuing::limits::DeleteTemporaryCreditLimit,
            issuing::limits::ListVelocityLimits,
            issuing::limits::RetrieveVelocityLimit,
            issuing::limits::CreateVelocityLimitOverride,
            issuing::limits::DeleteVelocityLimitOverride,
            issuing::limits::ListVelocityLimitOverrides,
            issuing::limits::RetrieveVelocityLimitOverride,
            issuing::limits::ListVelocityLimitOverrideHistory,
            issuing::limits::UpdateVelocityLimitOverride,
            $($others)*
        }
    };
}

/// The same with what wallet apps and merchants call, and what the guides only name in passing.
#[macro_export]
macro_rules! for_each_operation {
    ($with:ident) => {
        $crate::for_each_rep_operation! {
            $with
            // Wallet: cards
            wallet::ProvisionCustomerCard,
            // Wallet: devices
            wallet::CreateDevice,
            // Wallet: enrolment
            wallet::EnrollCustomerAndProvisionCard,
            wallet::StartPaymentAccountEnrollment,
            wallet::ContinuePaymentAccountEnrollment,
            // Wallet: partners
            wallet::RetrieveSupportedTenderTypes,
            // Wallet: profile
            wallet::CreateCustomer,
            // Wallet: transactions
            wallet::InvokeAdditionalProcess,
            wallet::CancelMobileTransaction,
            wallet::ObtainMobileDeviceCheckoutToken,
            wallet::ReleaseMobileDeviceCheckoutToken,
            wallet::RetrieveMobileTransactionMetadata,
            wallet::UpdateMobileTransaction,
            // Issuing: operations
            issuing::operations::PostBalanceAdjustmentOperation,
            issuing::operations::ReverseBalanceAdjustmentOperation,
            issuing::operations::PostLoadOperation,
            issuing::operations::PostUnloadOperation,
            issuing::operations::PostPaymentOperation,
            issuing::operations::ReversePaymentOperation,
            issuing::operations::PostReimbursementOperation,
            issuing::operations::ReverseReimbursementOperation,
        }
    };
}

macro_rules! specs {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        /// The facts of every operation.
        pub const SPECS: &[Spec] = &[$(<crate::operations::$first $(:: $rest)* as Operation>::SPEC,)*];

        /// The name and the path of every operation: what is needed to check a configuration, and no more.
        pub const PATHS: &[(&str, &str)] = &[$((
            <crate::operations::$first $(:: $rest)* as Operation>::SPEC.name,
            <crate::operations::$first $(:: $rest)* as Operation>::SPEC.path,
        ),)*];
    };
}

for_each_operation!(specs);

/// The facts of the operation with this name. Names are the documented ones; where two operations have the same
/// (`retrieveCustomer`, `updateCustomer`, `refreshCustomerCardBalances`), the one of the mobile transactions ends in `V2`.
pub fn find(name: &str) -> Option<&'static Spec> {
    SPECS.iter().find(|spec| spec.name == name)
}
