//! Files that a person chooses, drops or pastes, read a piece at a time.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DragEvent, Element, Event, File, FileList, HtmlInputElement, Url,
};

/// A file that a person handed over.
#[derive(Clone)]
pub struct Chosen(File);

impl Chosen {
    /// As their computer calls it.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// In bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// Some of its bytes; `None` when it cannot be read any more.
    pub async fn bytes(&self, from: u64, to: u64) -> Option<Vec<u8>> {
        let slice = self.0.slice_with_f64_and_f64(from as f64, to as f64).ok()?;
        let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }

    /// Its content under a type of our choosing, for an image to show. Nothing else may be made of it: a page or a script
    /// would run as ours.
    pub fn picture(&self, kind: &str) -> Option<ObjectUrl> {
        let blob = self.0.slice_with_f64_and_f64_and_content_type(0.0, self.0.size(), kind).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(ObjectUrl)
    }
}

/// An address for something in the browser's memory; when it goes, the address goes.
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// The address.
    pub fn href(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

/// A long text that grows piece by piece outside of the program's own memory.
#[derive(Default)]
pub struct LongText(Array);

impl LongText {
    /// Adds characters that are ASCII.
    pub fn add(&self, characters: &[u8]) {
        self.0.push(&Uint8Array::from(characters));
    }

    /// The whole of it.
    pub fn whole(self) -> Option<Blob> {
        Blob::new_with_u8_array_sequence_and_options(&self.0, &BlobPropertyBag::new()).ok()
    }
}

/// The files that an `<input type="file">` holds. It is emptied, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Vec<Chosen> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = all(input.files());
    input.set_value("");
    files
}

/// The files that were dropped.
pub fn dropped(event: &DragEvent) -> Vec<Chosen> {
    all(event.data_transfer().and_then(|dropped| dropped.files()))
}

/// Where a person writes: a text that is pasted there is meant for it.
const TEXT_FIELDS: &str = "textarea, input:not([type=file], [type=radio], [type=checkbox]), [contenteditable]";

/// The files that were pasted; none when it was text, nor when a text came with them into a field for text: a spreadsheet
/// hands over a picture of what was copied, too.
pub fn pasted(event: &ClipboardEvent) -> Vec<Chosen> {
    let Some(pasted) = event.clipboard_data() else { return Vec::new() };
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_text = field.is_some_and(|field| field.matches(TEXT_FIELDS).unwrap_or_default());
    if in_text && pasted.get_data("text/plain").is_ok_and(|text| !text.is_empty()) {
        return Vec::new();
    }
    all(pasted.files())
}

fn all(files: Option<FileList>) -> Vec<Chosen> {
    let files = files.into_iter().flat_map(|files| (0..files.length()).filter_map(move |index| files.get(index)));
    files.map(Chosen).collect()
}
