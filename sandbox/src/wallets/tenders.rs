//! What the issuer accepts in its wallets, by the first six digits of a card.

use contract::operations::wallet::VerificationType;

/// One institution's cards.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tender {
    pub(crate) iin: &'static str,
    pub(crate) account_type: &'static str,
    pub(crate) network: &'static str,
    /// What a wallet calls such a card until its owner calls it something else.
    pub(crate) name: &'static str,
    /// How the issuer makes sure that it is the owner's.
    pub(crate) verified_by: VerificationType,
}

const CREDIT: &str = "certnew:accounttype#credit";
const DEBIT: &str = "certnew:accounttype#debit";
const GIFT: &str = "certnew:accounttype#gift";

#[rustfmt::skip]
pub(crate) const TENDERS: &[Tender] = &[
    Tender { iin: "411111", account_type: CREDIT, network: "certnew:network#visa", name: "Visa credit", verified_by: VerificationType::SimpleAuth },
    Tender { iin: "424242", account_type: DEBIT, network: "certnew:network#visa", name: "Visa debit", verified_by: VerificationType::DoubleDeposit },
    Tender { iin: "545454", account_type: CREDIT, network: "certnew:network#mastercard", name: "Mastercard credit", verified_by: VerificationType::SimpleAuth },
    Tender { iin: "535353", account_type: DEBIT, network: "certnew:network#mastercard", name: "Mastercard debit", verified_by: VerificationType::DoubleDeposit },
    Tender { iin: "603300", account_type: GIFT, network: "certnew:network#private", name: "Gift card", verified_by: VerificationType::SimpleBalanceRequest },
];

/// The cards that begin with these digits.
pub(crate) fn tender(iin: &str) -> Option<&'static Tender> {
    TENDERS.iter().find(|tender| tender.iin == iin)
}

/// Whether a card number can be one: its length, and its check digit (ISO/IEC 7812).
pub(crate) fn is_card_number(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|sign| sign.to_digit(10)).collect();
    let Some(digits) = digits else { return false };
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let weigh = |(index, digit): (usize, &u32)| if index % 2 == 1 { doubled(*digit) } else { *digit };
    (13..=19).contains(&digits.len()) && digits.iter().rev().enumerate().map(weigh).sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_card_number_is_noticed() {
        assert!(is_card_number("4111111111111111") && is_card_number("5454545454545454"));
        for wrong in ["4111111111111112", "4111 1111 1111 1111", "411111111111", ""] {
            assert!(!is_card_number(wrong), "{wrong}");
        }
    }
}
