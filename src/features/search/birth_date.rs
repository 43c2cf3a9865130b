//! Birth dates as people type them: `22/10/1960`, `22.10.1960`, `1960-10-22`.

use contract::CalendarDate;

/// The day that a text is, if it is one. Of two numbers that may both be the month the rep's locale says which it is.
pub(super) fn parse(text: &str, month_first: bool) -> Option<CalendarDate> {
    let separator = ['.', '/', '-'].into_iter().find(|sign| text.contains(*sign))?;
    let mut parts = text.split(separator).map(number);
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match (first, second, third) {
        (1900.., month, day) => (first, month, day),
        (month, day, year) if month_first && month <= 12 || day > 12 => (year, month, day),
        (day, month, year) => (year, month, day),
    };
    CalendarDate::new(year, month, day).filter(|_| (1900..=2100).contains(&year))
}

/// Whether it is a day whose year has two digits: of two centuries.
pub(super) fn is_without_century(text: &str) -> bool {
    let Some(separator) = ['.', '/', '-'].into_iter().find(|sign| text.contains(*sign)) else { return false };
    let parts: Vec<_> = text.split(separator).map(number).collect();
    let [Some(first), Some(second), Some(_)] = parts[..] else { return false };
    let year = text.rsplit(separator).next().unwrap_or_default();
    year.len() == 2 && first.max(second) <= 31 && first.min(second) <= 12 && first.min(second) > 0
}

/// What is left of a text without the birth date in it, and the birth date.
pub(super) fn split(text: &str, month_first: bool) -> (String, Option<CalendarDate>) {
    let mut born = None;
    let mut rest = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(['*', '(', ')', ',', ';']);
        match parse(bare, month_first) {
            Some(day) if born.is_none() => born = Some(day),
            _ => rest.push(word),
        }
    }
    let rest = rest.join(" ");
    let rest = rest.trim_end_matches([',', ';', '*', '(']).trim().to_owned();
    (rest, born)
}

fn number(part: &str) -> Option<i64> {
    let plain = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| part.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_however_it_is_typed() {
        let expected = CalendarDate::new(1960, 10, 22);
        for text in ["22/10/1960", "22.10.1960", "22-10-1960", "1960-10-22", "10/22/1960"] {
            assert_eq!(parse(text, false), expected, "{text}");
            assert_eq!(parse(text, true), expected, "{text}");
        }
    }

    #[test]
    fn where_both_may_be_the_month_the_locale_decides() {
        assert_eq!(parse("03/04/1980", false), CalendarDate::new(1980, 4, 3));
        assert_eq!(parse("03/04/1980", true), CalendarDate::new(1980, 3, 4));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in ["508.999.1234", "31.02.1960", "22/10", "22/10/60", "1.2.3.4", "5089991234", "a/b/1960", ""] {
            assert_eq!(parse(text, false), None, "{text}");
        }
    }

    #[test]
    fn a_name_and_a_day_are_told_apart() {
        let born = CalendarDate::new(1960, 10, 22);
        for text in
            ["Smith 22/10/1960", "Smith, 22.10.1960", "Smith *22.10.1960", "1960-10-22 Smith", "Smith (22.10.1960)"]
        {
            assert_eq!(split(text, false), ("Smith".into(), born), "{text}");
        }
        assert_eq!(split("Smith, Paul 22/10/1960", false), ("Smith, Paul".into(), born));
        assert_eq!(split("22/10/1960", false), (String::new(), born));
        assert_eq!(split("Paul  Smith", false), ("Paul Smith".into(), None));
    }
}
