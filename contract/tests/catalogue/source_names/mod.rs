//! The names that a source file gives to what travels: its types, fields, variants and their names on the wire.

mod tokens;

use tokens::{Token, tokens};

/// Every such name. A little more than needed is found, never less: the search looks at words, not at grammar.
pub fn names_on_the_wire(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let mut names = Vec::new();
    let mut declaration = Declaration::Outside;
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &tokens[before]);
        let (next, after_next) = (tokens.get(index + 1), tokens.get(index + 2));
        let is = |token: Option<&Token>, mark: char| token == Some(&Token::Mark(mark));
        match token {
            Token::Word(word) if ["struct", "enum", "union", "type"].contains(&word.as_str()) => {
                declaration = Declaration::Head;
            }
            Token::Word(word) => {
                let declared = matches!(before, Some(Token::Word(kind)) if ["struct", "enum", "union", "type"].contains(&kind.as_str()));
                let listed = is(next, ';') && (is(before, '{') || is(before, ';') || is(before, '}'));
                let inside = matches!(declaration, Declaration::Body(_));
                let field = inside && is(next, ':') && !is(after_next, ':') && !is(before, ':');
                let starts_item = is(before, '{') || is(before, ',') || is(before, ']');
                let variant = inside && starts_item && word.starts_with(char::is_uppercase);
                if declared || listed || field || variant {
                    names.push(word.clone());
                }
            }
            Token::Text(text) => {
                let renaming = ["rename", "alias", "serialize", "deserialize"];
                let named = index.checked_sub(2).map(|before| &tokens[before]);
                if is(before, '=') && matches!(named, Some(Token::Word(word)) if renaming.contains(&word.as_str())) {
                    names.push(text.clone());
                }
            }
            Token::Mark(mark) => declaration = declaration.after(*mark),
        }
    }
    names
}

/// Where a token stands.
#[derive(Clone, Copy)]
enum Declaration {
    Outside,
    /// Between `struct` and its braces.
    Head,
    /// Inside of so many braces.
    Body(usize),
}

impl Declaration {
    fn after(self, mark: char) -> Self {
        match (self, mark) {
            (Self::Head, '{') => Self::Body(1),
            (Self::Head, ';') | (Self::Body(1), '}') => Self::Outside,
            (Self::Body(depth), '{') => Self::Body(depth + 1),
            (Self::Body(depth), '}') => Self::Body(depth - 1),
            (unchanged, _) => unchanged,
        }
    }
}
