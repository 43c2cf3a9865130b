//! What must hold for any text, whatever a gateway sends: reading it does not panic, and what was read is written and read
//! again without a change. The first byte chooses the operation. The fuzz targets and the tests share this.

use contract::{Family, FamilyName, Opened, Operation, operation::Wire};

struct Door {
    name: &'static str,
    family: FamilyName,
    answer: fn(&str),
    request: fn(&str),
}

macro_rules! doors {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        const DOORS: &[Door] = &[$(Door::of::<contract::operations::$first $(:: $rest)*>(),)*];
    };
}

contract::for_each_operation!(doors);

impl Door {
    const fn of<O: Operation>() -> Self {
        Self { name: O::SPEC.name, family: <O::Family as Family>::NAME, answer: answer::<O>, request: request::<O> }
    }
}

/// Opens the bytes as an answer of this family.
pub fn answers(family: FamilyName, bytes: &[u8]) {
    let of_family: Vec<&Door> = DOORS.iter().filter(|door| door.family == family).collect();
    if let Some((door, text)) = choose(&of_family, bytes) {
        (door.answer)(text);
    }
}

/// Reads the bytes as a request of either family: a line with path and query comes before the body.
pub fn requests(bytes: &[u8]) {
    let all: Vec<&Door> = DOORS.iter().collect();
    if let Some((door, text)) = choose(&all, bytes) {
        (door.request)(text);
    }
}

fn choose<'a>(doors: &[&'a Door], bytes: &'a [u8]) -> Option<(&'a Door, &'a str)> {
    let (name, text) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
    let any = usize::from(*name.as_bytes().first()?) % doors.len();
    Some((doors.iter().find(|door| door.name == name).unwrap_or(&doors[any]), text))
}

fn answer<O: Operation>(text: &str) {
    let Ok(Opened::Done(read) | Opened::Noted(read, _) | Opened::Partly(read, _)) = O::Family::open::<O>(text) else {
        return;
    };
    // A word that no guide names is shown and never written.
    let Ok(written) = serde_json::to_string(&read) else { return };
    let again: O::Answer = serde_json::from_str(&written).expect("what was written is read");
    assert_eq!(serde_json::to_string(&again).expect("and written"), written, "{}", O::SPEC.name);
}

fn request<O: Operation>(text: &str) {
    let (path, body) = text.split_once('\n').unwrap_or((text, ""));
    let body = (!body.is_empty()).then(|| body.to_owned());
    let Ok((sender, read)) = O::Family::read::<O>(&Wire { path: path.into(), body }) else { return };
    let sealed = O::Family::seal(&read, &sender).expect("what was read is sent");
    let (again_sender, again) = O::Family::read::<O>(&sealed).expect("and read");
    assert_eq!(again_sender, sender);
    assert_eq!(O::Family::seal(&again, &sender), Ok(sealed), "{}", O::SPEC.name);
}
