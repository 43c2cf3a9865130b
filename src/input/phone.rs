//! Phone numbers as people type and copy them, and as the gateway keeps them: national, without signs (seed 001:28).

use super::plain;

/// How numbers are dialled where the issuer is at home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialling {
    /// The country's code: `49`.
    pub code: &'static str,
    /// What stands before a number within the country and is no part of it: `0`.
    pub trunk: &'static str,
}

impl Dialling {
    /// North America, which is also assumed where the configuration names no country.
    pub const NORTH_AMERICA: Self = Self { code: "1", trunk: "1" };

    /// Of a country by its two letters (ISO 3166); `None` for what is none.
    pub fn of_country(country: &str) -> Option<Self> {
        let wanted = country.as_bytes();
        if wanted.len() != 2 {
            return None;
        }
        COUNTRIES.split(' ').find_map(|entry| {
            let letters = entry.find(|c: char| c.is_ascii_uppercase())?;
            let (numbers, countries) = entry.split_at(letters);
            let (code, trunk) = numbers.split_once('/').unwrap_or((numbers, ""));
            countries.as_bytes().chunks(2).any(|country| country == wanted).then_some(Self { code, trunk })
        })
    }

    /// The number that a text is, as the gateway keeps it; `None` where it cannot be one: at least seven digits, and nothing but
    /// what is written between them.
    pub fn number(&self, text: &str) -> Option<String> {
        let (digits, international) = self.digits(text)?;
        Some(self.kept(&digits, international))
    }

    /// Whatever digits are in a text, as a number: for a rep who says that it is one.
    pub fn digits_of(&self, text: &str) -> String {
        self.number(text).unwrap_or_else(|| self.kept(&digits_in(&plain(text)), false))
    }

    /// In which other ways the same number may be kept, in the order in which they are worth a try.
    pub fn otherwise(&self, text: &str) -> Vec<String> {
        let (digits, international) = self.digits(text).unwrap_or_else(|| (digits_in(&plain(text)), false));
        let national = self.kept(&digits, international);
        let abroad = international && !digits.starts_with(self.code);
        if abroad || self.code == Self::NORTH_AMERICA.code {
            return Vec::new();
        }
        vec![format!("{}{national}", self.trunk), format!("{}{national}", self.code), digits]
    }

    /// The digits of what can only be a number, and whether its country's code is among them.
    fn digits(&self, text: &str) -> Option<(String, bool)> {
        let text = plain(text);
        let number = number_in(&text);
        let international = abroad(number, self);
        let number = international.unwrap_or(number);
        // A zero in brackets is dialled within the country only.
        let number = if international.is_some() { number.replacen("(0)", "", 1) } else { number.to_owned() };
        let digits = digits_in(&number);
        let only_a_number = number.chars().all(|c| c.is_ascii_digit() || is_between(c));
        (only_a_number && (LEAST..=MOST).contains(&digits.len())).then_some((digits, international.is_some()))
    }

    /// National, without signs; with the country's code where it is not the issuer's own.
    fn kept(&self, digits: &str, international: bool) -> String {
        if self.code == Self::NORTH_AMERICA.code {
            return digits.strip_prefix('1').filter(|national| national.len() == 10).unwrap_or(digits).to_owned();
        }
        let national = match digits.strip_prefix(self.code) {
            // Without a sign before it, a number that begins with the own code may be either.
            Some(rest) if international || rest.len() >= LONG => rest,
            _ if international => return digits.to_owned(),
            _ => digits,
        };
        match national.strip_prefix(self.trunk) {
            Some(rest) if !self.trunk.is_empty() => rest.to_owned(),
            _ => national.to_owned(),
        }
    }
}

fn digits_in(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether a text begins as international numbers do, and is as short as they are. A card's number of as many digits is out of
/// use for long, so it is taken for what its sign says.
pub fn is_plainly_international(text: &str) -> bool {
    let text = plain(text);
    let number = number_in(&text);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let rest = number.strip_prefix('+').or_else(|| number.strip_prefix("00"));
    rest.is_some_and(|rest| digits(rest) <= SHORTEST_CARD && rest.chars().all(|c| c.is_ascii_digit() || is_between(c)))
}

/// Digits of the shortest card number (ISO/IEC 7812).
const SHORTEST_CARD: usize = 13;
/// Digits of a number: fewer are an extension, more than there are (ITU-T E.164).
const LEAST: usize = 7;
const MOST: usize = 15;
/// A national number with so many digits behind what may be the country's code.
const LONG: usize = 9;

/// What stands behind the sign or the prefix for other countries.
fn abroad<'a>(number: &'a str, home: &Dialling) -> Option<&'a str> {
    if let Some(rest) = number.strip_prefix('+').or_else(|| number.strip_prefix("(+")) {
        return Some(rest);
    }
    let american = home.code == Dialling::NORTH_AMERICA.code;
    let rest = number.strip_prefix("00").or_else(|| number.strip_prefix("011").filter(|_| american))?;
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    (digits >= LONG).then_some(rest)
}

fn is_between(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '+' | '*')
}

/// The number without what is written around it when it is copied: `tel:`, an extension, "(home)".
fn number_in(text: &str) -> &str {
    let text = text.trim_matches(['<', '>', '"', '\'', ' ', ',', ';', '.', '_']);
    let scheme = ["tel:", "callto:", "sms:"].iter().find_map(|scheme| {
        let begins = text.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
        begins.then(|| text[scheme.len()..].trim_start_matches(['/', ' ']))
    });
    let text = scheme.unwrap_or(text);
    // What a number is followed by begins with a letter, and may stand in brackets; a number of letters is none.
    let end = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, behind) = text.split_at(end);
    let word: String = behind.chars().take_while(char::is_ascii_alphabetic).collect();
    let is_known = ["ext", "extension", "x", "home", "mobile", "cell", "work", "office"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known));
    if is_known { number.trim_end_matches(['(', ' ', ',', ';']) } else { text }
}

/// Code, what stands before a national number, and whose they are (ITU-T E.164; trunk prefixes as the countries' numbering plans
/// state them).
const COUNTRIES: &str = "1/1USCAAGAIASBBBMBSDMDOGDGUJMKNKYLCMPMSPRSXTCTTVCVGVI 7/8RUKZ 20/0EG 27/0ZA 30GR 31/0NL 32/0BE \
    33/0FR 34ES 36/06HU 39ITVA 40/0RO 41/0CH 43/0AT 44/0GBGGIMJE 45DK 46/0SE 47NOSJ 48PL 49/0DE 51/0PE 52MX 53/0CU 54/0AR \
    55/0BR 56CL 57CO 58/0VE 60/0MY 61/0AUCXCC 62/0ID 63/0PH 64/0NZ 65SG 66/0TH 81/0JP 82/0KR 84/0VN 86/0CN 90/0TR 91/0IN \
    92/0PK 93/0AF 94/0LK 95/0MM 98/0IR 211/0SS 212/0MAEH 213/0DZ 216TN 218/0LY 220GM 221SN 222MR 223ML 224GN 225CI 226BF \
    227NE 228TG 229BJ 230MU 231/0LR 232/0SL 233/0GH 234/0NG 235TD 236CF 237CM 238CV 239ST 240GQ 241/0GA 242CG 243/0CD 244AO \
    245GW 246IO 248SC 249/0SD 250/0RW 251/0ET 252/0SO 253DJ 254/0KE 255/0TZ 256/0UG 257BI 258MZ 260/0ZM 261/0MG 262/0REYT \
    263/0ZW 264/0NA 265/0MW 266LS 267BW 268SZ 269KM 290SH 291/0ER 297AW 298FO 299GL 350GI 351PT 352LU 353/0IE 354IS 355/0AL \
    356MT 357CY 358/0FIAX 359/0BG 370/0LT 371LV 372EE 373/0MD 374/0AM 375/80BY 376AD 377MC 378SM 380/0UA 381/0RS 382/0ME \
    383/0XK 385/0HR 386/0SI 387/0BA 389/0MK 420CZ 421/0SK 423LI 500FK 501BZ 502GT 503SV 504HN 505NI 506CR 507PA 508/0PM \
    509HT 590/0GPBLMF 591/0BO 592GY 593/0EC 594/0GF 595/0PY 596/0MQ 597SR 598/0UY 599CWBQ 670TL 672NF 673BN 674NR 675PG \
    676TO 677SB 678VU 679FJ 680PW 681WF 682CK 683NU 685WS 686/0KI 687NC 688TV 689PF 690TK 691FM 692/1MH 850/0KP 852HK 853MO \
    855/0KH 856/0LA 880/0BD 886/0TW 960MV 961/0LB 962/0JO 963/0SY 964/0IQ 965KW 966/0SA 967/0YE 968OM 970/0PS 971/0AE \
    972/0IL 973BH 974QA 975BT 976/0MN 977/0NP 992TJ 993/8TM 994/0AZ 995/0GE 996/0KG 998UZ";

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(country: &str, text: &str) -> Option<String> {
        Dialling::of_country(country).expect("a country").number(text)
    }

    #[test]
    fn one_number_however_it_is_typed() {
        for text in [
            "5089991234",
            "508 999 1234",
            "(508) 999-1234",
            "508.999.1234",
            "+1 508 999 1234",
            "1-508-999-1234",
            "001 508 999 1234",
            "508\u{2013}999\u{2013}1234",
            "508\u{2212}999\u{2012}1234",
            "\u{202d}+1 508 999 1234\u{202c}",
            "\u{2068}+15089991234\u{2069}",
            "５０８９９９１２３４",
            "\u{a0}508 999 1234 ",
            "tel:+1-508-999-1234",
            "<tel:+15089991234>",
            "(508) 999-1234 ext. 3",
            "508-999-1234x31",
            "508-999-1234 (home)",
            "508-999-1234, Mobile",
        ] {
            assert_eq!(usual("US", text).as_deref(), Some("5089991234"), "{text}");
        }
    }

    #[test]
    fn another_country_keeps_its_code_and_loses_what_is_dialled_before_it() {
        for text in ["+44 (0)20 7946 0958", "011 44 20 7946 0958", "0044 20 7946 0958", "+44 20 7946 0958"] {
            assert_eq!(usual("US", text).as_deref(), Some("442079460958"), "{text}");
        }
        assert_eq!(usual("DE", "+44 (0)20 7946 0958").as_deref(), Some("442079460958"));
    }

    #[test]
    fn at_home_a_number_is_kept_without_the_prefix_for_its_own_country() {
        for text in [
            "0170 555 4444",
            "+49 170 5554444",
            "0049 170 5554444",
            "+49 (0)170 5554444",
            "+49 0170 5554444",
            "491705554444",
        ] {
            let germany = Dialling::of_country("DE").expect("a country");
            assert_eq!(germany.number(text).as_deref(), Some("1705554444"), "{text}");
            assert_eq!(germany.otherwise(text)[..2], ["01705554444", "491705554444"], "{text}");
        }
        assert_eq!(usual("GB", "0114 496 0000").as_deref(), Some("1144960000"), "011 is no prefix in Sheffield");
        assert_eq!(usual("IT", "06 6982 1234").as_deref(), Some("0669821234"), "Italy keeps the zero");
        assert_eq!(usual("IT", "+39 06 6982 1234").as_deref(), Some("0669821234"));
        assert_eq!(usual("HU", "06 1 234 5678").as_deref(), Some("12345678"));
    }

    #[test]
    fn what_is_too_short_or_holds_letters_is_no_phone_number() {
        for text in ["123456", "1234567890123456", "508-999-CALL", "5089991234 Casey", "ext 3", "tel:", "", "()"] {
            assert_eq!(usual("US", text), None, "{text}");
        }
    }

    #[test]
    fn a_rep_may_say_that_any_digits_are_a_number() {
        assert_eq!(Dialling::NORTH_AMERICA.digits_of("402 60 (9123)"), "402609123");
        assert_eq!(Dialling::NORTH_AMERICA.digits_of("12345"), "12345");
    }

    #[test]
    fn a_sign_and_few_digits_are_a_phone_number_whatever_the_digits_are() {
        assert!(is_plainly_international("+49 170 555 4444 1"));
        for card in ["4222222222222", "+4111111111111111", "+378282246310005", "004111111111111111"] {
            assert!(!is_plainly_international(card), "{card}");
        }
    }

    #[test]
    fn every_entry_of_the_table_is_well_formed() {
        for entry in COUNTRIES.split_whitespace() {
            let letters = entry.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/');
            assert!(!letters.is_empty() && letters.len().is_multiple_of(2), "{entry}");
            for country in letters.as_bytes().chunks(2) {
                let country = str::from_utf8(country).expect("letters");
                let dialling = Dialling::of_country(country).expect(country);
                assert!(entry.starts_with(dialling.code), "{country}");
            }
        }
        assert_eq!(Dialling::of_country("XX"), None);
    }
}
