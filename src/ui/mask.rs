//! Just enough of a personal fact to confirm what the caller says.

use contract::CalendarDate;

/// `•••• •• 4444`: the last four digits.
pub fn phone(text: &str) -> String {
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        0..=5 => "••••".into(),
        count => format!("•••• •• {}", digits[count - 4..].iter().collect::<String>()),
    }
}

/// `p••••@y••••.com`: the first letters of the name and of the domain, and how it ends.
pub fn email(text: &str) -> String {
    let Some((name, domain)) = text.rsplit_once('@') else { return "••••".into() };
    let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
    let ending = domain.rsplit_once('.').map(|(_, ending)| format!(".{ending}")).unwrap_or_default();
    format!("{}••••@{}••••{ending}", first(name), first(domain))
}

/// `•• ••• 1969`: the year.
pub fn birth_date(date: CalendarDate) -> String {
    format!("•• ••• {:04}", date.year)
}

/// Nothing at all, but that there is something.
pub fn whole() -> String {
    "••••••••".into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_confirms_without_telling() {
        assert_eq!(phone("(999) 123-4444"), "•••• •• 4444");
        assert_eq!(phone("4444"), "••••", "a short number would be told whole");
        assert_eq!(email("pauls_wallet@yahoo.com"), "p••••@y••••.com");
        assert_eq!(email("not an address"), "••••");
        assert_eq!(CalendarDate::new(1969, 7, 10).map(birth_date).as_deref(), Some("•• ••• 1969"));
    }
}
