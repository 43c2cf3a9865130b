//! The places where foreign text comes in: one for each operation of the catalogue.

use contract::{Family, Malformed, Operation, Spec, wallet::read_request};

use crate::{
    answers::answer,
    samples::sample,
    statement_probe::{ReadStatement, ReprintStatement},
};

/// One operation, as far as it reads.
#[derive(Debug)]
pub struct Door {
    pub spec: Spec,
    open: fn(&str) -> Result<(), Malformed>,
    read: fn(&str) -> Result<(), Malformed>,
}

macro_rules! doors {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        /// Every operation that the contract knows, and two of the issuing family that the tests made up.
        pub const DOORS: &[Door] = &[
            $(Door::of::<contract::operations::$first $(:: $rest)*>(),)*
            Door::of::<ReadStatement>(),
            Door::of::<ReprintStatement>(),
        ];
    };
}

contract::for_each_operation!(doors);

impl Door {
    const fn of<O: Operation>() -> Self {
        Self {
            spec: O::SPEC,
            open: |text| O::Family::open::<O>(text).map(drop),
            read: |text| read_request::<O>(text).map(drop),
        }
    }

    /// Opens the text as an answer and reads it as a request; neither may panic, and an error may say what was expected
    /// and where, but nothing else. Whether it was taken for an answer.
    pub fn takes(&self, text: &str) -> bool {
        let opened = (self.open)(text);
        for malformed in [opened.clone().err(), (self.read)(text).err()].into_iter().flatten() {
            assert!(self.may_say(&malformed), "{}: {malformed:?}", self.spec.name);
        }
        opened.is_ok()
    }

    /// An answer that the gateway would give.
    pub fn valid_answer(&self) -> String {
        match self.spec.name {
            "readStatement" | "reprintStatement" => {
                sample("issuing-v2/retrieveStatement.response.json").trim().to_owned()
            }
            _ => answer(&self.spec).trim().to_owned(),
        }
    }

    /// Whether its answer is a list, which may come without its envelope.
    pub fn is_list(&self) -> bool {
        self.takes("[]")
    }

    /// The sentences of an error are a closed set: so nothing of the text can be in them.
    fn may_say(&self, malformed: &Malformed) -> bool {
        let wrapper = self.spec.wrapper;
        let sentence = without_place(&malformed.expected);
        let fixed = [
            format!("the answer has no {wrapper}Response"),
            "the answer states no status".to_owned(),
            "an object, not a list".to_owned(),
            "an answer with data".to_owned(),
            format!("one key {wrapper}Request"),
            format!("the key {wrapper}Request"),
        ];
        let faults = ["is not JSON", "has another shape than documented", "ends too early"];
        let subjects = ["the answer", "the status", "the request", "messageHeader"];
        fixed.iter().any(|allowed| allowed == sentence)
            || subjects.iter().any(|subject| {
                sentence.strip_prefix(subject).is_some_and(|rest| faults.contains(&rest.trim_start_matches(' ')))
            })
    }
}

/// The sentence without its ` (line 3, column 14)`.
fn without_place(sentence: &str) -> &str {
    let Some((before, place)) = sentence.rsplit_once(" (line ") else { return sentence };
    let numbers = place.strip_suffix(')').and_then(|numbers| numbers.split_once(", column "));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match numbers {
        Some((line, column)) if digits(line) && digits(column) => before,
        _ => sentence,
    }
}
