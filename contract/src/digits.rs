//! Decimal digits of every script. Whoever masks, recognises or reads a number looks at these, and not at ASCII alone.

/// The ASCII digit that a character stands for: `4` for `4`, `٤`, `４`, `⁴` and `④`. `None` for whatever is no single decimal
/// digit.
pub fn ascii_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let code = u32::from(c);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last();
    let digit = zero.map(|zero| code - zero).filter(|digit| *digit < 10).or_else(|| ornamental(code))?;
    char::from_digit(digit, 10)
}

/// The text with ASCII digits in place of all others.
pub fn with_ascii_digits(text: &str) -> String {
    text.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect()
}

/// The zeros of all scripts that count in tens (Unicode 17, `General_Category=Nd`): each is followed by its other digits.
const ZEROS: [u32; 77] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0,
    0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50,
    0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8,
    0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1f101, 0x1fbf0,
];

/// Raised, lowered and framed digits (`General_Category=No`), which people and programs use as ornaments.
fn ornamental(code: u32) -> Option<u32> {
    Some(match code {
        0xb2 | 0xb3 => code - 0xb0,
        0xb9 => 1,
        0x2070 | 0x24ea | 0x24ff | 0x1f100 | 0x1f10b | 0x1f10c => 0,
        0x2074..=0x2079 => code - 0x2070,
        0x2080..=0x2089 => code - 0x2080,
        0x2460..=0x2468 => code - 0x245f,
        0x2474..=0x247c => code - 0x2473,
        0x2488..=0x2490 => code - 0x2487,
        0x24f5..=0x24fd => code - 0x24f4,
        0x2776..=0x277e => code - 0x2775,
        0x2780..=0x2788 => code - 0x277f,
        0x278a..=0x2792 => code - 0x2789,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_is_a_digit_in_every_script() {
        assert_eq!(
            with_ascii_digits("4242 ٤٢٤٢ ４２４２ ४२४२ 𝟒𝟐𝟒𝟐 ④②④② ⁴²⁴² 🄅"),
            "4242 4242 4242 4242 4242 4242 4242 4"
        );
    }

    #[test]
    fn what_is_no_digit_stays() {
        for text in ["", "Zoë Müller", "李小龍 十二", "½ Ⅳ ⑩", "O’Brien"] {
            assert_eq!(with_ascii_digits(text), text);
        }
    }

    #[test]
    fn the_zeros_stand_in_order_and_no_two_scripts_overlap() {
        let apart = ZEROS.windows(2).all(|pair| pair[0] + 10 <= pair[1]);
        assert!(apart && ZEROS.is_sorted());
    }
}
