//! Rust's text cut into words, literals and marks; comments, letters and lifetimes are left out.

/// A piece of source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name or a number.
    Word(String),
    /// What stands between the quotes of a literal.
    Text(String),
    /// Anything else.
    Mark(char),
}

/// The pieces in their order.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        let (token, length) = piece(rest, letter);
        tokens.extend(token);
        rest = &rest[length..];
    }
    tokens
}

/// The piece with which the text begins, and how long it is.
fn piece(rest: &str, letter: char) -> (Option<Token>, usize) {
    if rest.starts_with("//") {
        return (None, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (None, rest.find("*/").map_or(rest.len(), |end| end + 2));
    }
    if let Some((text, length)) = raw_text(rest) {
        return (Some(Token::Text(text.to_owned())), length);
    }
    match letter {
        '"' => {
            let end = 1 + end_of_literal(&rest[1..], '"');
            (Some(Token::Text(rest[1..end].to_owned())), (end + 1).min(rest.len()))
        }
        '\'' => (None, letter_or_lifetime(rest)),
        _ if is_word(letter) => {
            let end = rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
            (Some(Token::Word(rest[..end].to_owned())), end)
        }
        _ if letter.is_whitespace() => (None, letter.len_utf8()),
        _ => (Some(Token::Mark(letter)), letter.len_utf8()),
    }
}

/// `r"…"` and `r#"…"#`.
fn raw_text(rest: &str) -> Option<(&str, usize)> {
    let fence = rest.strip_prefix('r')?;
    let hashes = fence.len() - fence.trim_start_matches('#').len();
    let text = fence[hashes..].strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = text.find(&closing)?;
    Some((&text[..end], 2 + hashes + end + closing.len()))
}

/// `'a'` and `'\''` end with a quote, `'de` does not.
fn letter_or_lifetime(rest: &str) -> usize {
    let after = &rest[1..];
    let mut letters = after.chars();
    match (letters.next(), letters.next()) {
        (Some('\\'), _) => (2 + end_of_literal(after, '\'')).min(rest.len()),
        (Some(letter), Some('\'')) => 2 + letter.len_utf8(),
        _ => 1 + after.find(|letter| !is_word(letter)).unwrap_or(after.len()),
    }
}

/// Where the first quote stands that no backslash escapes.
fn end_of_literal(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return index,
            _ => {}
        }
    }
    text.len()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
