//! Codes of payments in customer care: only their ranges are public.

/// What a payment code is about. The code is kept, because the page names ranges and no single code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentCode {
    /// As it was stated.
    pub code: String,
    /// What its range is about.
    pub about: PaymentTopic,
}

/// The ranges of the public page of payment status codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentTopic {
    /// 200 to 209.
    Settlement,
    /// 210 to 219.
    Authorization,
    /// 220 to 229.
    Schedule,
    /// 230 to 239.
    Refund,
    /// 240 to 249.
    PaymentSystem,
    /// 250 to 299.
    InputFailure,
    /// 340 to 344.
    DatabaseUpdate,
    /// 345 to 369.
    Input,
    /// 370 to 379.
    BalanceInquiry,
    /// 380 to 389.
    Verification,
    /// 500 to 549.
    Issuer,
    /// 550 to 599.
    Merchant,
    /// 600 to 619.
    FullReversal,
    /// 620 to 639.
    VoidAndRefund,
    /// Outside every range, or no number.
    Unknown,
}

impl From<&str> for PaymentCode {
    fn from(code: &str) -> Self {
        let about = match code.parse().unwrap_or(0_u16) {
            200..=209 => PaymentTopic::Settlement,
            210..=219 => PaymentTopic::Authorization,
            220..=229 => PaymentTopic::Schedule,
            230..=239 => PaymentTopic::Refund,
            240..=249 => PaymentTopic::PaymentSystem,
            250..=299 => PaymentTopic::InputFailure,
            340..=344 => PaymentTopic::DatabaseUpdate,
            345..=369 => PaymentTopic::Input,
            370..=379 => PaymentTopic::BalanceInquiry,
            380..=389 => PaymentTopic::Verification,
            500..=549 => PaymentTopic::Issuer,
            550..=599 => PaymentTopic::Merchant,
            600..=619 => PaymentTopic::FullReversal,
            620..=639 => PaymentTopic::VoidAndRefund,
            _ => PaymentTopic::Unknown,
        };
        Self { code: code.into(), about }
    }
}
