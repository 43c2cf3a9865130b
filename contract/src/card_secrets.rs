//! Keeps card numbers, security codes, PINs and track data out of what has no fields of its own: key/value pairs and
//! free-form objects.

/// Whether a key of this name stands before something that must not be kept. `CARD_NUMBER`, `cardNumber` and
/// `card-number` are one name.
pub(crate) fn is_secret_name(name: &str) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    SECRET_NAMES.contains(&plain.as_str())
}

const SECRET_NAMES: &[&str] = &[
    "pan",
    "fullpan",
    "clearpan",
    "primaryaccountnumber",
    "cardnumber",
    "fullcardnumber",
    "accountnumber",
    "cvv",
    "cvv2",
    "cvc",
    "cvc2",
    "csc",
    "cardsecuritycode",
    "securitycode",
    "cardverificationcode",
    "cardverificationvalue",
    "pin",
    "devicepin",
    "pinblock",
    "track1",
    "track2",
    "trackdata",
    "magneticstripe",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_in_every_spelling() {
        assert!(["CARD_NUMBER", "cardNumber", "card-number", "PAN", "Cvv2"].into_iter().all(is_secret_name));
        assert!(!["maskedPan", "company", "NICKNAME", ""].into_iter().any(is_secret_name));
    }
}
