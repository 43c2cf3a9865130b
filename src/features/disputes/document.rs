//! What may be attached to a dispute: judged by what it is, whatever it is called.

use contract::operations::issuing::disputes::DocumentType;

use super::scheme::Scheme;

/// The most that a JPEG, TIFF or PDF may hold: 10 MB (public).
pub const MOST_BYTES: u64 = 10 * 1024 * 1024;
/// So much of its beginning is looked at: within it a reader of PDF looks for its mark.
pub const HEAD: usize = 1024;
/// So much of its end: within it a reader of archives looks for its directory.
pub const TAIL: usize = 65_557;

/// What is looked at before a file is read in full.
#[derive(Clone, Copy, Debug)]
pub struct Glance<'a> {
    /// As the rep's computer calls it.
    pub name: &'a str,
    /// In bytes.
    pub size: u64,
    /// The first [`HEAD`] bytes, or fewer.
    pub head: &'a [u8],
    /// The last [`TAIL`] bytes, or fewer.
    pub tail: &'a [u8],
}

/// What it is, or a sentence that says why it cannot be attached and what to do instead.
pub fn judge(file: Glance<'_>) -> Result<DocumentType, String> {
    let Glance { name, size, head, tail } = file;
    if size == 0 {
        return Err(format!("“{name}” is empty."));
    }
    if size > MOST_BYTES {
        let size = megabytes(size);
        return Err(format!("“{name}” has {size}, and at most 10 MB are taken. Scan it smaller, or in two parts."));
    }
    let Some(kind) = kind(head) else {
        return Err(match foreign(head) {
            Some(what) => {
                let claims = named_like(name).is_some();
                let whatever = if claims { ", whatever its name says" } else { "" };
                format!("“{name}” is {what}{whatever}. Only JPEG, TIFF and PDF are taken: save it as one of these.")
            }
            None => format!("“{name}” is neither JPEG nor TIFF nor PDF. Only these are taken."),
        });
    };
    if let Some(more) = something_else(&kind, head, tail) {
        let what = words(&kind);
        return Err(format!(
            "“{name}” begins as {what} and is {more} as well. Such a file can do harm: ask for the original."
        ));
    }
    if kind == DocumentType::Pdf && find(tail, b"%%EOF").is_none() {
        return Err(format!("“{name}” is a PDF without its end: it was not copied in full. Copy it again."));
    }
    Ok(kind)
}

/// What the gateway is told the file is called: with the ending of what it is, and for Mastercard at most sixteen
/// characters, letters and digits (public).
pub fn sent_name(name: &str, kind: &DocumentType, scheme: Option<Scheme>) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = match named_like(name) {
        Some(named) if named == *kind => ending,
        _ => usual_ending(kind),
    };
    let stem: String = match scheme {
        Some(Scheme::Mastercard) => {
            let plain = stem.chars().filter(char::is_ascii_alphanumeric);
            plain.take(15_usize.saturating_sub(ending.len())).collect()
        }
        _ => contract::free_text(stem),
    };
    let stem = if stem.trim().is_empty() { "document" } else { stem.trim() };
    format!("{stem}.{ending}")
}

/// "9.8 MB", "12 kB".
pub fn megabytes(size: u64) -> String {
    let tenths = (size * 10).div_ceil(1024 * 1024);
    if size < 1024 * 1024 {
        format!("{} kB", size.div_ceil(1024))
    } else {
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}

/// In words, for a sentence.
pub fn words(kind: &DocumentType) -> &'static str {
    match kind {
        DocumentType::Jpeg => "a JPEG image",
        DocumentType::Tiff => "a TIFF image",
        DocumentType::Pdf => "a PDF",
        DocumentType::Zip => "a ZIP archive",
        DocumentType::Unknown(_) => "a document",
    }
}

fn kind(head: &[u8]) -> Option<DocumentType> {
    let begins = |magic: &[u8]| head.starts_with(magic);
    if begins(b"\xff\xd8\xff") {
        Some(DocumentType::Jpeg)
    } else if begins(b"II*\0") || begins(b"MM\0*") {
        Some(DocumentType::Tiff)
    } else if find(head, b"%PDF-").is_some() && foreign(head).is_none() {
        // Readers look for the mark within the first kilobyte (ISO 32000-1, annex H); a web page or a program before it is
        // neither.
        Some(DocumentType::Pdf)
    } else {
        None
    }
}

/// What people try to attach, and cannot.
fn foreign(head: &[u8]) -> Option<&'static str> {
    let begins = |magic: &[u8]| head.starts_with(magic);
    let inside = |from: usize, magic: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(magic));
    if begins(b"\x89PNG") {
        Some("a PNG image")
    } else if begins(b"GIF8") {
        Some("a GIF image")
    } else if begins(b"RIFF") && inside(8, b"WEBP") {
        Some("a WebP image")
    } else if inside(4, b"ftyphei") || inside(4, b"ftypmif1") || inside(4, b"ftyphev") {
        Some("an HEIC image, as iPhones take them")
    } else if begins(b"PK\x03\x04") {
        Some("an archive or an Office document")
    } else if begins(b"MZ") || begins(b"\x7fELF") {
        Some("a program")
    } else if markup(head) {
        Some("a web page")
    } else {
        None
    }
}

/// What else a reader could take it for: then it is a polyglot.
fn something_else(kind: &DocumentType, head: &[u8], tail: &[u8]) -> Option<&'static str> {
    if *kind != DocumentType::Pdf && find(head, b"%PDF-").is_some() {
        Some("a PDF")
    } else if markup(head) {
        Some("a web page")
    } else if ends_as_archive(tail) {
        Some("a ZIP archive")
    } else {
        None
    }
}

fn markup(head: &[u8]) -> bool {
    let lower = head.to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<img", "<svg"]
        .iter()
        .any(|tag| find(&lower, tag.as_bytes()).is_some())
}

/// Whether the directory of an archive lies where readers look for it, and what it says of its own length fits.
fn ends_as_archive(tail: &[u8]) -> bool {
    let mut rest = tail;
    while let Some(at) = find(rest, b"PK\x05\x06") {
        let record = &rest[at..];
        let comment = record.get(20..22).map(|length| usize::from(u16::from_le_bytes([length[0], length[1]])));
        if comment.is_some_and(|comment| 22 + comment <= record.len()) {
            return true;
        }
        rest = &record[1..];
    }
    false
}

/// What its name claims to be.
fn named_like(name: &str) -> Option<DocumentType> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => Some(DocumentType::Jpeg),
        "tif" | "tiff" => Some(DocumentType::Tiff),
        "pdf" => Some(DocumentType::Pdf),
        _ => None,
    }
}

const fn usual_ending(kind: &DocumentType) -> &'static str {
    match kind {
        DocumentType::Jpeg => "jpeg",
        DocumentType::Tiff => "tiff",
        DocumentType::Zip => "zip",
        DocumentType::Pdf | DocumentType::Unknown(_) => "pdf",
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01 picture \xff\xd9";
    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n";
    const ARCHIVE: &[u8] = b"PK\x03\x04 file PK\x05\x06\0\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\0\0";

    fn judged(name: &str, bytes: &[u8]) -> Result<DocumentType, String> {
        let head = &bytes[..bytes.len().min(HEAD)];
        let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
        judge(Glance { name, size: bytes.len() as u64, head, tail })
    }

    fn refused(name: &str, bytes: &[u8]) -> String {
        judged(name, bytes).expect_err("refused")
    }

    fn both(first: &[u8], second: &[u8]) -> Vec<u8> {
        [first, second].concat()
    }

    #[test]
    fn content_decides_and_not_the_name() {
        assert_eq!(judged("letter.txt", PDF), Ok(DocumentType::Pdf));
        assert_eq!(judged("scan.pdf", JPEG), Ok(DocumentType::Jpeg));
        assert_eq!(judged("fax", b"II*\0\x08\0\0\0"), Ok(DocumentType::Tiff));
        assert_eq!(judged("fax", b"MM\0*\0\0\0\x08"), Ok(DocumentType::Tiff));
    }

    #[test]
    fn a_png_that_calls_itself_jpeg_is_refused_by_what_it_is() {
        assert_eq!(
            refused("doc.jpeg", b"\x89PNG\r\n\x1a\n"),
            "“doc.jpeg” is a PNG image, whatever its name says. Only JPEG, TIFF and PDF are taken: save it as one of these."
        );
        assert!(refused("photo.png", b"\x89PNG\r\n\x1a\n").starts_with("“photo.png” is a PNG image. Only"));
    }

    #[test]
    fn what_people_try_to_attach_is_called_by_its_name() {
        for (bytes, what) in [
            (&b"GIF89a"[..], "a GIF image"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
            (b"\0\0\0\x18ftypheic", "HEIC"),
            (ARCHIVE, "an archive or an Office document"),
            (b"MZ\x90\0", "a program"),
            (b"<!DOCTYPE HTML><title>", "a web page"),
            (b"hello", "neither JPEG nor TIFF nor PDF"),
        ] {
            assert!(refused("x", bytes).contains(what), "{what}");
        }
    }

    #[test]
    fn a_file_that_is_two_things_at_once_is_refused() {
        for (name, bytes, what) in [
            ("archive behind a picture", both(JPEG, ARCHIVE), "a ZIP archive"),
            ("archive behind a letter", both(PDF, &both(ARCHIVE, b"\0")), "a ZIP archive"),
            ("letter within a picture", both(b"\xff\xd8\xff\xfe\0\x80", PDF), "a PDF"),
            ("page within a picture", both(JPEG, b"<HTML><ScRiPt>"), "a web page"),
        ] {
            let sentence = refused(name, &bytes);
            assert!(sentence.contains(&format!("is {what} as well")), "{sentence}");
        }
    }

    #[test]
    fn four_letters_by_chance_make_no_archive() {
        assert_eq!(judged("a.jpeg", &both(JPEG, b"PK\x05\x06")), Ok(DocumentType::Jpeg));
    }

    #[test]
    fn ten_megabytes_are_taken_and_eleven_are_not() {
        let of = |size| judge(Glance { name: "a.pdf", size, head: PDF, tail: PDF });
        assert_eq!(of(MOST_BYTES), Ok(DocumentType::Pdf));
        assert_eq!(
            of(11 * 1024 * 1024),
            Err("“a.pdf” has 11.0 MB, and at most 10 MB are taken. Scan it smaller, or in two parts.".into())
        );
        assert!(of(MOST_BYTES + 1).is_err_and(|sentence| sentence.contains("has 10.1 MB")));
        assert_eq!(of(0), Err("“a.pdf” is empty.".into()));
    }

    #[test]
    fn a_letter_with_bytes_before_its_mark_or_behind_its_end_is_taken_as_readers_take_it() {
        assert_eq!(judged("a.pdf", &both(b"\xef\xbb\xbf", PDF)), Ok(DocumentType::Pdf));
        assert_eq!(judged("a.pdf", &both(b"\r\n\0 scanned by a copier\n", PDF)), Ok(DocumentType::Pdf));
        assert_eq!(judged("a.pdf", &both(PDF, &[0; 2_000])), Ok(DocumentType::Pdf));
        for before in [&b"<body>"[..], b"MZ\x90\0", b"\x89PNG"] {
            assert!(judged("a.pdf", &both(before, PDF)).is_err(), "{before:?}");
        }
    }

    #[test]
    fn a_letter_that_was_cut_off_is_noticed() {
        assert!(refused("a.pdf", &PDF[..20]).contains("without its end"));
    }

    #[test]
    fn the_gateway_is_told_a_name_that_fits_the_content() {
        let name = |name, kind| sent_name(name, &kind, Some(Scheme::Visa));
        assert_eq!(name("test1.pdf", DocumentType::Pdf), "test1.pdf");
        assert_eq!(name("scan.pdf", DocumentType::Jpeg), "scan.jpeg");
        assert_eq!(name("scan.JPG", DocumentType::Jpeg), "scan.JPG");
        assert_eq!(name("Brief 3.11", DocumentType::Pdf), "Brief 3.pdf");
        assert_eq!(name(".pdf", DocumentType::Pdf), "document.pdf");
        assert_eq!(name("a\u{202e}fdp", DocumentType::Pdf), "afdp.pdf");
    }

    #[test]
    fn mastercard_takes_sixteen_letters_and_digits() {
        let name = |name| sent_name(name, &DocumentType::Pdf, Some(Scheme::Mastercard));
        assert_eq!(name("Kundenschreiben vom 3.12.pdf"), "Kundenschrei.pdf");
        assert_eq!(name("Kundenschreiben vom 3.12.pdf").len(), 16);
        assert_eq!(name("ß-ä.pdf"), "document.pdf");
    }
}
