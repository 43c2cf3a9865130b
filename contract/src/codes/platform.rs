//! Codes of the wallet platform in the details of mobile transactions (guide 003; the line of each first mention).

use super::table::codes;

codes! {
    /// A code of the wallet platform (seed 003:158-170, 287-296, 383-397, 434-461, 698-712, 912-934, 1022-1025, 1271-1278,
    /// 1367-1409).
    PLATFORM: PlatformCode {
        Success = "100", "SUCCESS": "Done.", NotNeeded, Nobody;
        PartialSuccess = "101", "PARTIAL_SUCCESS": "Only a part was paid or handed out.", No, Nobody;
        InternalError = "241", "Processing error occurred": "The platform failed inside.", InAMoment, WalletPlatform;
        GatewayError = "242", "Processing error occurred at gateway": "The processor does not answer.", InAMoment, Processor;
        InvalidValues = "250", "Invalid values specified": "Something that is required is missing.", Corrected, Nobody;
        Failure = "300", "FAILURE": "The platform could not do it and does not say why.", Now, WalletPlatform;
        EntityNotExisting = "301", "ENTITY_NOT_EXISTING": "What was named does not exist there.", No, Nobody;
        InvalidArguments = "304", "INVALID_ARGUMENTS": "The platform did not accept what was sent.", Corrected, PortalTeam;
        InvalidCheckoutToken = "309", "INVALID_CHECKOUT_TOKEN": "The checkout code has expired; the app makes a new one.", Corrected, Nobody;
        InvalidCustomerUri = "316", "INVALID_CUSTOMER_URI": "The platform does not accept the wallet’s identifier.", No, PortalTeam;
        InvalidIssuingPartnerUri = "322", "INVALID_ISSUING_PARTNER_URI": "The platform does not know the issuer as it is configured.", No, PortalTeam;
        NoTransactionDetails = "337", "NO_TRANSACTION_DETAILS_FOUND": "Nothing is kept about this transaction.", No, Nobody;
        TransactionCanceled = "341", "TRANSACTION_CANCELED": "The transaction was cancelled.", No, Nobody;
        DeviceNotFound = "344", "DEVICE_NOT_FOUND": "The platform does not find this device; it blocks only devices that were set up with it.", No, Nobody;
        TransactionInUse = "347", "TRANSACTION_IN_USE": "The transaction is being processed.", InAMoment, Nobody;
        OperationTimeout = "360", "OPERATION_TIMEOUT": "No answer came in time.", InAMoment, Nobody;
        CheckoutTokenBlocked = "361", "CHECKOUT_TOKEN_BLOCKED": "The checkout code cannot be used for this transaction.", No, Nobody;
        TenderNotSupported = "370", "TENDER_NOT_SUPPORTED": "The issuer does not take this kind of card or account.", No, Nobody;
        TransactionNotReady = "385", "TRANSACTION_NOT_READY": "The transaction is not far enough.", InAMoment, Nobody;
        Error = "386", "ERROR": "The platform met an error from which it cannot recover.", No, WalletPlatform;
        CustomerNotFound = "388", "CUSTOMER_NOT_FOUND": "The platform has no such wallet; search again.", No, Nobody;
        StubAccountsNotAllowed = "389", "ISSUING_PARTNER_DOES_NOT_ALLOW_STUB_ACCOUNTS": "The issuer is not set up for records kept elsewhere.", No, PortalTeam;
        DataAccessError = "390", "DATA_ACCESS_ERROR": "The platform could not reach its data.", InAMoment, WalletPlatform;
        ExternalEntityNotFound = "391", "EXTERNAL_ENTITY_NOT_FOUND": "Something named in the request is not known outside the platform.", No, Nobody;
        ResourceNotFound = "404", "RESOURCE_NOT_FOUND": "There is no such receipt.", No, Nobody;
        CustomerAlreadyExists = "423", "CUSTOMER ALREADY EXISTS": "The customer has a wallet already.", No, Nobody;
        InvalidExternalEntityState = "427", "INVALID_EXTERNAL_ENTITY_STATE": "Its present state does not allow this.", No, Nobody;
        Declined = "430", "DECLINED": "The payment was not authorized.", No, Nobody;
        InsufficientFunds = "431", "INSUFFICIENT_FUNDS": "The account does not hold enough money.", No, Nobody;
        ProcessingError = "443", "PROCESSING_ERROR": "The platform could not process it.", InFiveMinutes, Nobody;
        GatewayProcessingError = "444", "GATEWAY_PROCESSING_ERROR": "The gateway could not process it.", InFiveMinutes, Nobody;
        TransactionNotAllowed = "445", "TRANSACTION_NOT_ALLOWED": "This is not allowed for this transaction.", No, Nobody;
        TransactionNotSupported = "447", "TRANSACTION_NOT_SUPPORTED": "This is not possible for this transaction.", No, Nobody;
        InvalidAmount = "449", "INVALID_AMOUNT": "The amount is not possible there.", Corrected, Nobody;
        InvalidCardNumber = "450", "INVALID_CARD_NUMBER": "The card’s number is not valid for this kind of payment.", No, Nobody;
        ExpiredCard = "452", "EXPIRED_CARD": "The card has expired.", No, Nobody;
        InvalidTransaction = "490", "INVALID_TRANSACTION": "The login may not be the customer’s.", No, FraudDesk;
        SuspectedFraud = "491", "SUSPECTED_FRAUD": "The card or account may be used by somebody else.", No, FraudDesk;
        ProvisioningDeclined = "523", "PAYMENT_ACCOUNT_ENROLLMENT_CARD_PROVISIONING_DECLINED": "The card was not accepted for the wallet.", No, Nobody;
        ProvisioningNotSupported = "524", "PAYMENT_ACCOUNT_ENROLLMENT_CARD_PROVISIONING_NOT_SUPPORTED": "This card cannot be put into a wallet.", No, Nobody;
        EnrollmentNotPossible = "525", "PAYMENT_ACCOUNT_ENROLLMENT_CRUD_NOT_POSSIBLE": "The enrolment of this account cannot be changed.", No, Nobody;
        AdditionalProcessDone = "830", "SUCCESS": "Done.", NotNeeded, Nobody;
        AdditionalProcessFailed = "831", "FAILED": "The additional step of the transaction failed.", No, Nobody;
    }
}
