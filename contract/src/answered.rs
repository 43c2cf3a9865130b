//! What the sandbox answers so far. An operation that gets its handler moves from the second list to the first, below the
//! comment of its group; a test keeps the two complete. When the second is empty, this file goes.

/// Hands the operations that the sandbox answers to another macro. It does not compile without a handler for each.
#[macro_export]
macro_rules! for_each_answered_operation {
    ($with:ident) => {
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
            issuing::operations::ListOperations,
            issuing::operations::RetrieveOperation,
            issuing::operations::SearchOperations,
            // Issuing: accounts
            issuing::accounts::RetrieveAccount,
            issuing::accounts::RetrieveAccountBalance,
            issuing::accounts::RetrieveAccountContract,
            issuing::accounts::RetrieveCorporateContract,
            issuing::accounts::RetrieveAccountHistory,
            issuing::accounts::RetrieveAccountOwner,
            issuing::accounts::RetrieveAccountGuarantor,
            issuing::accounts::ListTurnovers,
            issuing::accounts::ListAccountFutureUpdates,
            issuing::accounts::RetrieveAccountFutureUpdate,
            issuing::accounts::CreateMandate,
            issuing::accounts::CancelMandate,
            issuing::accounts::UpdateAccountParameters,
            issuing::accounts::ScheduleAccountFutureUpdate,
            issuing::accounts::UpdateAccountFutureUpdate,
            issuing::accounts::CancelAccountFutureUpdate,
            // Issuing: customers
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
            issuing::customers::CreateCustomerContact,
            issuing::customers::UpdateCustomerContact,
            issuing::customers::RemoveCustomerContact,
            issuing::customers::UpdateCustomerPartially,
            issuing::customers::UpdateCustomer,
            issuing::customers::ListCustomerAccounts,
            issuing::customers::ListCardContracts,
            issuing::customers::ListCustomerContracts,
            issuing::customers::ListCustomers,
            issuing::customers::RetrieveCustomer,
            // Issuing: disputes
            issuing::disputes::CreateDisputePosting,
            issuing::disputes::CreateDisputeEvent,
            issuing::disputes::AddDisputeDocument,
            issuing::disputes::CreateDispute,
            issuing::disputes::GenerateChargeback,
            issuing::disputes::RetrieveDispute,
            issuing::disputes::RetrieveDisputeByOperation,
            issuing::disputes::ListCardDisputes,
            // Issuing: limits
            issuing::limits::RetrieveAccountCreditLimit,
            issuing::limits::UpdateAccountCreditLimit,
            issuing::limits::ListAuthorizationRestrictions,
            issuing::limits::RetrieveAuthorizationRestriction,
            issuing::limits::CreateAuthorizationRestrictionOverride,
            issuing::limits::ListTemporaryCreditLimits,
            issuing::limits::CreateTemporaryCreditLimit,
            issuing::limits::DeleteTemporaryCreditLimit,
            issuing::limits::ListVelocityLimits,
            issuing::limits::RetrieveVelocityLimit,
            issuing::limits::CreateVelocityLimitOverride,
            issuing::limits::DeleteVelocityLimitOverride,
            issuing::limits::ListVelocityLimitOverrides,
            issuing::limits::RetrieveVelocityLimitOverride,
            issuing::limits::UpdateVelocityLimitOverride,
        }
    };
}

/// Those that a rep can call and the sandbox does not answer yet.
#[macro_export]
macro_rules! for_each_unanswered_operation {
    ($with:ident) => {
        $with! {
            // Issuing: statements
            // Issuing: operations
            // Issuing: accounts
            // Issuing: limits
        }
    };
}
