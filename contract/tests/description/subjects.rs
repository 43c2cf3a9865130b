//! Every issuing operation that a rep can call, as what its types can do.

use contract::{Family, FamilyName, Method, Opened, Operation, Sender, Spec, Wire};
use serde_json::Value;

use crate::{
    descriptions::{Fact, Row, row},
    made::{self, Form},
    vocabulary,
};

/// One operation.
pub struct Subject {
    pub spec: Spec,
    /// What stands in the description about it.
    pub row: &'static Row,
    send: fn(Form, &Row) -> (String, Value),
    read: fn(&str) -> Option<Result<Value, String>>,
}

macro_rules! all_of {
    ($($first:ident $(:: $rest:ident)*,)*) => {
        vec![$(subject::<contract::operations::$first $(:: $rest)*>(),)*]
    };
}

/// All of them. One without a row in the description fails here.
pub fn subjects() -> Vec<Subject> {
    contract::for_each_rep_operation!(all_of).into_iter().flatten().collect()
}

fn subject<O: Operation>() -> Option<Subject> {
    if O::Family::NAME != FamilyName::Issuing {
        return None;
    }
    let row = row(O::SPEC.name);
    let row = row.unwrap_or_else(|| panic!("{} has no row in contract/data/issuing-description.json", O::SPEC.name));
    Some(Subject { spec: O::SPEC, row, send: sent::<O>, read: written_back::<O> })
}

impl Subject {
    pub fn name(&self) -> &'static str {
        self.spec.name
    }

    /// The query and the body of a request in this form.
    pub fn sent(&self, form: Form) -> (String, Value) {
        (self.send)(form, self.row)
    }

    /// What is left of an answer's data after it was read; nothing where it cannot be read. A word that we do not know is
    /// read, and cannot be written back.
    pub fn read(&self, answer: &Value) -> Option<Result<Value, String>> {
        (self.read)(&answer.to_string())
    }
}

fn sent<O: Operation>(form: Form, row: &Row) -> (String, Value) {
    let facts = |path: &str| -> Option<Fact> {
        let stated = row.request.get(path).or_else(|| row.guide.get(path)).or_else(|| row.in_query(path));
        let fact = stated.cloned().or_else(|| of_a_word_in_a_list(row, path));
        // Of a closed list we may know a part.
        match vocabulary::ours(O::SPEC.name, path) {
            Some(words) => {
                let fact = fact.unwrap_or_else(|| Fact { kind: "list of string".into(), ..Fact::default() });
                Some(Fact { only: words.iter().map(|word| (*word).into()).collect(), ..fact })
            }
            None => fact,
        }
    };
    let request: O = made::request(form, &facts);
    let sender = Sender { issuer_id: "1234".into(), ..Sender::default() };
    let Wire { path, body } = O::Family::seal(&request, &sender).expect("sendable");
    let body = body.map_or(Value::Null, |body| serde_json::from_str(&body).expect("JSON"));
    assert!(body.is_null() || !matches!(O::SPEC.method, Method::Get | Method::Delete), "{} has a body", O::SPEC.name);
    (path.split_once('?').map_or("", |(_, query)| query).to_owned(), body)
}

/// What is said of a list of words is said of the words in it.
fn of_a_word_in_a_list(row: &Row, path: &str) -> Option<Fact> {
    let list = path.strip_suffix("[]")?;
    let fact = row.request.get(list).or_else(|| row.in_query(list))?;
    Some(Fact { kind: "string".into(), ..fact.clone() })
}

fn written_back<O: Operation>(answer: &str) -> Option<Result<Value, String>> {
    match O::Family::open::<O>(answer) {
        Ok(Opened::Done(answer)) => Some(serde_json::to_value(answer).map_err(|error| error.to_string())),
        _ => None,
    }
}
