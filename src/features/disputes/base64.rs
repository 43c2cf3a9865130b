//! Base64 a piece at a time, so that a document of 10 MB never keeps the page busy for long.

/// Bytes of a piece. Three bytes make four characters, so pieces of this length join without a seam.
pub const PIECE: usize = 3 * 128 * 1024;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The characters of these bytes. Only the last piece of a document may have another length than [`PIECE`].
pub fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut characters = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    let mut triples = bytes.chunks_exact(3);
    for triple in &mut triples {
        characters.extend(four([triple[0], triple[1], triple[2]]));
    }
    match *triples.remainder() {
        [first] => {
            let [one, two, ..] = four([first, 0, 0]);
            characters.extend([one, two, b'=', b'=']);
        }
        [first, second] => {
            let [one, two, three, _] = four([first, second, 0]);
            characters.extend([one, two, three, b'=']);
        }
        _ => {}
    }
    characters
}

fn four([first, second, third]: [u8; 3]) -> [u8; 4] {
    let bits = u32::from(first) << 16 | u32::from(second) << 8 | u32::from(third);
    [18, 12, 6, 0].map(|shift| ALPHABET[(bits >> shift & 63) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        String::from_utf8(encode(bytes)).expect("ASCII")
    }

    #[test]
    fn bytes_become_characters_as_everybody_writes_them() {
        for (bytes, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(text(bytes.as_bytes()), expected);
        }
        assert_eq!(text(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn the_guides_document_is_encoded_as_the_guide_shows_it() {
        let bytes = b"%PDF-1.7\n%\xe0=xref\n49109\n%%EOF\n";
        assert_eq!(text(bytes), "JVBERi0xLjcKJeA9eHJlZgo0OTEwOQolJUVPRgo=");
    }

    #[test]
    fn pieces_join_without_a_seam() {
        let bytes: Vec<u8> = (0..PIECE + 1000).map(|number| (number * 31 % 251) as u8).collect();
        let pieces: String = bytes.chunks(PIECE).map(text).collect();
        assert_eq!(pieces, text(&bytes));
    }
}
