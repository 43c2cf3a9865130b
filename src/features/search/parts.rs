//! What stands in a text that a rep typed or pasted: addresses, ids, names and towns. Each text is plain already.

/// The address in what was copied with it: `mailto:`, a name before it, angle brackets, a full stop behind it.
pub(super) fn email_in(text: &str) -> Option<String> {
    let wrapped = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | ',' | ';' | '|');
    let mut words = text.split(wrapped).filter(|word| word.contains('@'));
    let word = match (words.next(), words.next()) {
        (Some(word), None) => word,
        _ => return None,
    };
    let word = word.trim_matches(['.', ':', '\'']);
    let word = match word.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => word[7..].split('?').next().unwrap_or_default(),
        _ => word,
    };
    let (local, domain) = word.rsplit_once('@')?;
    (!local.is_empty() && !domain.is_empty()).then(|| word.to_owned())
}

/// An id without the quotation marks or the punctuation that were copied with it.
pub(super) fn id_in(text: &str) -> &str {
    text.trim_matches(['"', '\'', ',', ';', '.', '<', '>', ' '])
}

/// "Smith in Berlin", or "Smith, Paul, Berlin": the name, and the town.
pub(super) fn in_town(text: &str) -> (&str, Option<String>) {
    let parts = match text.split_once(" in ") {
        Some(parts) => Some(parts),
        None => text.rsplit_once(',').filter(|(name, _)| name.contains(',')),
    };
    match parts.map(|(name, town)| (name.trim(), town.trim())) {
        Some((name, town)) if !name.is_empty() && !town.is_empty() => (name, Some(town.to_owned())),
        _ => (text, None),
    }
}

/// "Casey", "Paul Casey" or "Casey, Paul": first name, where there is one, and last name.
pub(super) fn names(text: &str) -> (Option<String>, Option<String>) {
    let (first, last) = match text.split_once(',') {
        Some((last, first)) => (first.trim(), last.trim()),
        None => text.split_once(' ').unwrap_or(("", text)),
    };
    let stated = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
    if last.is_empty() { (None, stated(first)) } else { (stated(first), stated(last)) }
}

/// `CUS10000375046`: how the issuing platform calls a customer (seed 004:1306).
pub(super) fn is_issuers_reference(text: &str) -> bool {
    let digits = text.strip_prefix("CUS").or_else(|| text.strip_prefix("cus")).unwrap_or_default();
    digits.len() >= 6 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Twelve letters and digits, mixed as no name is: `vmiTxZcaSEym` (seed 001:112). `VanDenBroeck` is a name: each of its
/// parts can be spoken.
pub(super) fn is_customer_id(text: &str) -> bool {
    let plain = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let capitals = text.bytes().skip(1).filter(u8::is_ascii_uppercase).count();
    let small = text.bytes().any(|byte| byte.is_ascii_lowercase());
    plain && small && digits + capitals > 1 && (digits > 0 || !is_camel_case(text))
}

/// Every part has two letters at least, and a vowel in it.
fn is_camel_case(text: &str) -> bool {
    let begins = text.char_indices().skip(1).filter(|(_, c)| c.is_ascii_uppercase()).map(|(at, _)| at);
    let mut ends: Vec<usize> = begins.collect();
    ends.push(text.len());
    let mut start = 0;
    ends.into_iter().all(|end| {
        let part = &text[start..end];
        start = end;
        part.len() >= 2 && part.to_ascii_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_come_in_either_order() {
        let name = |text: &str| names(text);
        let both = (Some("Paul".to_owned()), Some("Casey".to_owned()));
        assert_eq!(name("Paul Casey"), both);
        assert_eq!(name("Casey, Paul"), both);
        assert_eq!(name("Casey"), (None, Some("Casey".to_owned())));
        assert_eq!(name("Casey,"), (None, Some("Casey".to_owned())));
        assert_eq!(name("Marguerite van der Heijden").1.as_deref(), Some("van der Heijden"));
    }
}
