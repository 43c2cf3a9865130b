//! Codes of customer care between the platform and a merchant: the first rows of the public page, of which the rest is not
//! to be seen.

use super::table::codes;

codes! {
    /// A communication code of customer care (public page of the status codes).
    COMMUNICATION: CommunicationCode {
        Success = "100", "Success": "Done.", NotNeeded, Nobody;
        GeneralFailure = "400", "General Failure": "The platform could not do it and does not say why.", Now, WalletPlatform;
        InvalidMerchantUri = "401", "Invalid Merchant URI": "The platform does not know this merchant.", No, PortalTeam;
        EmptyMerchantUri = "402", "Empty Merchant URI": "The merchant is missing.", No, PortalTeam;
        InvalidArguments = "403", "Invalid Arguments": "The platform did not accept what was sent.", Corrected, PortalTeam;
        EmptyStoreLocationUri = "404", "Empty Store Location URI": "The store is missing.", No, PortalTeam;
        EmptyTerminalList = "405", "Empty Terminal ID List": "The terminals are missing.", No, PortalTeam;
        InvalidStoreLocation = "406", "Invalid Store Location ID": "The platform does not know this store.", No, PortalTeam;
        MerchantNotPresent = "407", "Merchant Not Present": "The platform does not know this merchant.", No, PortalTeam;
        InvalidCheckoutToken = "408", "Invalid Checkout Token": "The checkout code has expired; the app makes a new one.", Corrected, Nobody;
        MerchantAlreadyExists = "409", "Merchant Already Exists": "The merchant exists already.", No, Nobody;
        EmptyTerminal = "410", "Empty Terminal ID": "The terminal is missing.", No, PortalTeam;
        StoreLocationNotPresent = "411", "Store Location Not Present": "The platform does not know this store.", No, PortalTeam;
        MerchantAuthenticationFailed = "412", "Merchant Authentication Failed": "The platform did not accept the merchant’s credentials.", No, PortalTeam;
        MerchantConfirmationTimeout = "413", "Merchant Transaction Confirmation Timeout": "The merchant did not confirm in time.", InAMoment, Nobody;
    }
}
