//! A document in base64, and what kind of document it is.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::open_enum;

/// A document as it travels. `Debug` prints how long it is and not what it says: it may be a letter or a receipt.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentData(String);

impl DocumentData {
    /// The base64 text without the line breaks and blanks that the guide prints in it (seed 004:2022-2025).
    pub fn base64(&self) -> String {
        self.0.split_ascii_whitespace().collect()
    }

    /// What the document begins like, whatever it is called: the guide calls a PNG a JPEG (seed 004:2022, 2026). `None`
    /// for everything that a folder does not take.
    pub fn begins_like(&self) -> Option<DocumentType> {
        let begin: String = self.0.split_ascii_whitespace().flat_map(str::chars).take(8).collect();
        let magic = [
            ("JVBERi0", DocumentType::Pdf),
            ("/9j/", DocumentType::Jpeg),
            ("SUkqA", DocumentType::Tiff),
            ("TU0AK", DocumentType::Tiff),
            ("UEsDB", DocumentType::Zip),
        ];
        magic.into_iter().find(|(first, _)| begin.starts_with(first)).map(|(_, kind)| kind)
    }
}

impl From<String> for DocumentData {
    fn from(base64: String) -> Self {
        Self(base64)
    }
}

impl fmt::Debug for DocumentData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DocumentData({} characters)", self.0.len())
    }
}

open_enum! {
    /// What a folder takes (seed 004:2295; public). Another type cannot be sent.
    pub enum DocumentType {
        /// Up to 10 MB.
        Jpeg = "image/jpeg",
        /// Up to 10 MB.
        Tiff = "image/tiff",
        /// Up to 10 MB.
        Pdf = "application/pdf",
        /// Up to 15 MB, and only for Mastercard.
        Zip = "application/zip",
    }
}
