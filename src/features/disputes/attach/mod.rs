//! Documents that the rep hands over: judged, read and encoded in pieces while the rep goes on typing.

mod view;

use std::sync::{Arc, Weak};

use contract::operations::issuing::disputes::{ChargebackDocument, DocumentData, DocumentType, NewDisputeDocument};
use leptos::{prelude::*, task::spawn_local};

pub use self::view::view;
use super::{
    base64::{self, PIECE},
    document::{self, Glance, HEAD, MOST_BYTES, TAIL},
    scheme::Scheme,
};
use crate::{
    browser::file::{Chosen, LongText, ObjectUrl},
    gateway::Attachment,
    ui::form::{Field, all_right, typed},
};

/// The documents of one draft. Lives with the draft, in memory only. Cheap to clone.
#[derive(Clone)]
pub struct Documents {
    /// So many are still being looked at.
    arriving: ArcRwSignal<usize>,
    handed: ArcRwSignal<Vec<Handed>>,
    refused: ArcRwSignal<Vec<String>>,
    places: &'static [&'static str],
}

/// One document that was taken. Cheap to clone.
#[derive(Clone)]
pub struct Handed(Arc<Inner>);

struct Inner {
    place: &'static str,
    name: String,
    size: u64,
    kind: DocumentType,
    label: Field,
    picture: Option<ObjectUrl>,
    state: ArcRwSignal<State>,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    /// So many hundredths are encoded.
    Encoding(u8),
    /// It can be sent.
    Ready(Attachment),
    /// The file could not be read to its end.
    Lost,
}

/// The names of the label fields of a draft with several documents.
pub const SEVERAL: &[&str] = &["document-1", "document-2", "document-3", "document-4", "document-5"];
/// Of a draft with one.
pub const ONE: &[&str] = &["document"];

const STILL_READ: &str = "A document is still being read.";

impl Documents {
    /// None yet; at most as many as there are places.
    pub fn new(places: &'static [&'static str]) -> Self {
        Self {
            arriving: ArcRwSignal::default(),
            handed: ArcRwSignal::default(),
            refused: ArcRwSignal::default(),
            places,
        }
    }

    /// Takes files. One that cannot be attached says why instead.
    pub fn take(&self, files: Vec<Chosen>) {
        self.refused.update(Vec::clear);
        self.arriving.update(|arriving| *arriving += files.len());
        for file in files {
            let documents = self.clone();
            spawn_local(async move { documents.take_one(file).await });
        }
    }

    /// Says that one is missing.
    pub fn refuse(&self, sentence: String) {
        self.refused.set(vec![sentence]);
    }

    /// Gives all of them back.
    pub fn clear(&self) {
        self.handed.update(Vec::clear);
        self.refused.update(Vec::clear);
    }

    /// Gives one back.
    fn remove(&self, place: &str) {
        self.handed.update(|handed| handed.retain(|document| document.0.place != place));
    }

    /// How many there are. Tracked.
    pub fn count(&self) -> usize {
        self.handed.with(Vec::len)
    }

    /// What would be sent of them now: each document, as far as it is there, and its label. Tracked.
    pub fn said(&self) -> Vec<(Option<DocumentData>, String)> {
        let said = |document: &Handed| {
            let data = document.0.state.with(|state| match state {
                State::Ready(attachment) => Some(attachment.data()),
                _ => None,
            });
            (data, document.0.label.text().trim().to_owned())
        };
        self.handed.with(|handed| handed.iter().map(said).collect())
    }

    /// Why they cannot be sent yet. Tracked.
    pub fn hindrance(&self) -> Option<&'static str> {
        if self.arriving.get() > 0 {
            return Some(STILL_READ);
        }
        self.handed.with(|handed| {
            handed.iter().find_map(|document| match document.0.state.get() {
                State::Encoding(_) => Some(STILL_READ),
                State::Lost => Some("A document could not be read: remove it, or hand it over again."),
                State::Ready(_) => None,
            })
        })
    }

    /// Whether others may read all of their labels; else the focus goes to the first one that they may not.
    pub fn may_be_shared(&self) -> bool {
        let labels: Vec<_> =
            self.handed.with_untracked(|handed| handed.iter().map(|document| document.0.label.clone()).collect());
        labels.iter().for_each(|label| {
            label.read(typed::any);
        });
        all_right(&labels.iter().collect::<Vec<_>>())
    }

    /// Those that are ready, as a folder takes them.
    pub fn ready(&self, scheme: Option<Scheme>) -> Vec<NewDisputeDocument> {
        let all = self.handed.get_untracked();
        all.iter()
            .filter_map(|document| {
                let attachment = document.attachment()?;
                Some(NewDisputeDocument {
                    data: attachment.data(),
                    kind: document.0.kind.clone(),
                    file_name: document::sent_name(&document.0.name, &document.0.kind, scheme),
                    label: document.0.label.read(|text| Ok(Some(text.to_owned()).filter(|text| !text.is_empty())))?,
                    document_type_id: None,
                })
            })
            .collect()
    }

    /// The only one, as a chargeback takes it.
    pub fn proof(&self, scheme: Option<Scheme>) -> Option<ChargebackDocument> {
        let first = self.ready(scheme).into_iter().next()?;
        let NewDisputeDocument { data, kind, file_name, label, .. } = first;
        Some(ChargebackDocument { data, kind, label, file_name: Some(file_name) })
    }

    /// What keeps the encoded texts alive: a change that may be sent again holds on to it.
    pub fn hold(&self) -> Vec<Attachment> {
        self.handed.with_untracked(|handed| handed.iter().filter_map(Handed::attachment).collect())
    }

    async fn take_one(&self, file: Chosen) {
        let (name, size) = (contract::free_text(&file.name()), file.size());
        let head = file.bytes(0, (HEAD as u64).min(size)).await;
        let tail = file.bytes(size.saturating_sub(TAIL as u64), size).await;
        let judged = match (head, tail) {
            (Some(head), Some(tail)) => document::judge(Glance { name: &name, size, head: &head, tail: &tail }),
            _ => Err(format!("“{name}” could not be read.")),
        };
        let taken = judged.and_then(|kind| self.place_for(&file, name, kind));
        self.arriving.update(|arriving| *arriving -= 1);
        match taken {
            Ok(document) => encode(&file, &document).await,
            Err(sentence) => self.refused.update(|refused| refused.push(sentence)),
        }
    }

    /// All documents of a draft go in one call, so together they are no longer than one may be.
    fn place_for(&self, file: &Chosen, name: String, kind: DocumentType) -> Result<Weak<Inner>, String> {
        let size = file.size();
        let handed = self.handed.get_untracked();
        let free = self.places.iter().find(|place| handed.iter().all(|document| document.0.place != **place));
        let Some(place) = free else {
            return Err(match self.places.len() {
                1 => format!("“{name}” was not taken: there is a document already. Remove that one first."),
                most => format!("“{name}” was not taken: at most {most} documents go with one call."),
            });
        };
        if handed.iter().map(|document| document.0.size).sum::<u64>() + size > MOST_BYTES {
            return Err(format!(
                "“{name}” was not taken: together the documents have more than 10 MB. Add it to the folder afterwards."
            ));
        }
        let picture = (kind == DocumentType::Jpeg).then(|| file.picture("image/jpeg")).flatten();
        let state = ArcRwSignal::new(State::Encoding(0));
        let inner = Arc::new(Inner { place, name, size, kind, label: Field::new(place), picture, state });
        let weak = Arc::downgrade(&inner);
        self.handed.update(|handed| handed.push(Handed(inner)));
        Ok(weak)
    }
}

impl Handed {
    fn attachment(&self) -> Option<Attachment> {
        match self.0.state.get_untracked() {
            State::Ready(attachment) => Some(attachment),
            _ => None,
        }
    }
}

/// Encodes piece after piece; between two of them the page has its turn. Stops when the document was removed.
async fn encode(file: &Chosen, document: &Weak<Inner>) {
    let size = file.size();
    let text = LongText::default();
    let mut from = 0;
    while from < size {
        let to = (from + PIECE as u64).min(size);
        let piece = file.bytes(from, to).await;
        let Some(document) = document.upgrade() else { return };
        let Some(piece) = piece else { return document.state.set(State::Lost) };
        text.add(&base64::encode(&piece));
        from = to;
        document.state.set(State::Encoding((from * 100 / size) as u8));
    }
    if let Some(document) = document.upgrade() {
        document.state.set(text.whole().map_or(State::Lost, |whole| State::Ready(Attachment::keep(whole))));
    }
}
