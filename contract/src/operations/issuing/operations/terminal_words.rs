//! How a transaction was made at the merchant's. A single blank is a word here: it means "does not apply" (seed
//! 004:565, 2869-2870).

use crate::open_enum;

open_enum! {
    /// The device at the merchant's.
    pub enum AcquisitionMaterial {
        /// A cash machine.
        CashMachine = "ATM",
        /// A terminal.
        PointOfSale = "POS",
        /// By telephone.
        VoicePhone = "VOICE_PHONE",
        /// By hand.
        Manual = "MANUAL",
        /// A terminal without staff.
        UnattendedTerminal = "UNATTENDED_TERMINAL",
        /// A mobile terminal.
        Mobile = "MOBILE",
        /// On the internet.
        Internet = "INTERNET",
        /// The gateway does not know.
        NotKnown = "UNKNOWN",
    }
}

open_enum! {
    /// How the card was read.
    pub enum EntryMode {
        /// The gateway does not know.
        NotKnown = "UNKNOWN",
        /// Read as print.
        OpticalCharacters = "OCR",
        /// Typed.
        Manual = "MANUAL",
        /// Magnetic stripe.
        Stripe = "MAGSTRIPE",
        /// Contactless.
        Contactless = "CONTACTLESS",
        /// Chip.
        Chip = "CHIP",
        /// Bar code.
        Barcode = "BARCODE",
    }
}

open_enum! {
    /// Whether cardholder and merchant agreed on more than this one transaction.
    pub enum PointOfSaleEnvironment {
        /// Nothing of that kind.
        Default = " ",
        /// Recurring.
        Recurring = "R",
        /// In instalments.
        Instalment = "I",
        /// With card data that the merchant keeps.
        CredentialOnFile = "C",
    }
}

open_enum! {
    /// Whether a transaction came by mail, telephone or the internet, and how safely.
    pub enum MailPhoneEcommerceAndPaymentIndicator {
        /// Does not apply, or was not stated.
        NotApplicable = " ",
        /// By mail or telephone.
        MailOrPhone = "1",
        /// Recurring.
        Recurring = "2",
        /// In instalments.
        Instalment = "3",
        /// By mail in another way.
        OtherMailOrder = "4",
        /// On the internet, authenticated.
        Secure = "5",
        /// On the internet, authentication was tried.
        AuthenticationAttempted = "6",
        /// On the internet, encrypted but not authenticated.
        NotAuthenticated = "7",
        /// On the internet, not protected.
        NotSecure = "8",
        /// For regional use.
        Regional = "9",
    }
}

open_enum! {
    /// How the cardholder confirmed the transaction.
    pub enum ValidationMode {
        /// With the card's secret digits.
        SecretDigits = "PIN",
        /// With a signature.
        Signature = "SIGNATURE",
        /// The gateway does not know.
        NotKnown = "UNKNOWN",
    }
}
